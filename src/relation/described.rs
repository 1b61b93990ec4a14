//! Who is described: appositions, predicates and what stands beside a name between commas.

use super::actor::Side;
use super::context::Context;
use super::factuality::is_doubt;
use super::{Actor, Found, Modality, Reader, Rule};
use crate::gazetteer::{flag, NounPattern, Tag};
use crate::mention::MentionKind;
use crate::syntax::{ChunkKind, Form};

impl Reader<'_> {
    /// The person of whom the noun group at `n` says what he is: "Ann Lee, a Republican,", "Ann Lee is a Republican".
    pub(super) fn described(&self, n: usize) -> Option<Actor> {
        self.sentence.person_before_comma(n).and_then(|k| self.named_head(k)).or_else(|| self.predicated(n))
    }

    /// The person whom the noun group at `n` describes: "Ann Lee, a Bavaria senator who …", "Ann Lee is a senator".
    pub(super) fn described_by(&self, n: usize) -> Option<Actor> {
        let article = matches!(self.chunk_text(n), "a" | "an");
        if article {
            self.described(n)
        } else {
            self.predicated(n)
        }
    }

    /// The person whom the office at `n` describes, where commas part it from all else, or a participle goes on from it.
    pub(super) fn described_between(&self, n: usize) -> Option<Actor> {
        let chunk = self.sentence.chunks[n];
        let office = self.sentence.units[chunk.head as usize].tag == Tag::Noun && matches!(self.chunk_text(n), "a" | "an" | "the");
        let next = self.sentence.chunks.get(n + 1).filter(|_| office)?;
        let participle = next.verb().is_some_and(|verb| verb.form == Form::Participle && verb.passive);
        let person = self.sentence.person_before_comma(n).filter(|_| participle || next.kind == ChunkKind::Comma)?;
        self.named_head(person)
    }

    /// "X, a group that Y funds,": whoever the noun group at `n` describes, where a relative clause goes on from it.
    pub(super) fn described_with_clause(&self, n: usize) -> Option<Actor> {
        let relative = self.sentence.is(n + 1, ChunkKind::Relative) || self.sentence.is(n + 1, ChunkKind::That) || self.sentence.is_contact_relative(n);
        let comma = self.sentence.previous(n).filter(|&k| relative && matches!(self.chunk_text(n), "a" | "an" | "the") && self.sentence.is(k, ChunkKind::Comma))?;
        let noun = comma.checked_sub(1).filter(|&k| self.sentence.is(k, ChunkKind::Noun) && self.sentence.names(k))?;
        // "on Twitter, the senator who": she is no medium; "in Chad, a firm that": nor is it the country
        let person = self.sentence.is(n + 1, ChunkKind::Relative) && matches!(self.chunk_text(n + 1), "who" | "whom");
        self.named_head(noun).filter(|actor| match self.kind(actor) {
            MentionKind::Person => true,
            MentionKind::Organization => !person,
            _ => false,
        })
    }

    /// The person of whom the noun group at `n` is the predicate: "Ann Lee is a Republican".
    pub(super) fn predicated(&self, n: usize) -> Option<Actor> {
        let before = self.sentence.previous(n)?;
        let be = self.sentence.chunks[before].is_verb() && self.sentence.head(before).tag == Tag::Be;
        let noun = if be { self.sentence.subject(before)?.noun } else { return None };
        self.named_head(noun).filter(|_| self.sentence.names_person(noun))
    }

    /// "the prime minister, Ariel Sharon,": the person in apposition.
    pub(super) fn apposed(&self, n: usize) -> Option<Actor> {
        let other = self.sentence.apposition(n)?;
        let head = self.sentence.head(other);
        if head.mention == 0 {
            return None;
        }
        let actor = self.named(head);
        // "investigated by the committee, Ann Lee, a spokeswoman, said": she is no committee
        let words = &self.view.gazetteer.words;
        let body = || words.get(words.find_title(self.head_text(n))).has(flag::ORGANIZATION_HEAD);
        match self.kind(&actor) {
            MentionKind::Person => Some(actor).filter(|_| !body() && !self.is_described_subject(other)),
            MentionKind::Organization => Some(actor),
            _ => None,
        }
    }

    /// "vessels, Ann Lee, a spokeswoman, said": whether commas part who is named at `n` from what she is, and that from what she does.
    fn is_described_subject(&self, n: usize) -> bool {
        let comma = |k: usize| self.sentence.is(k, ChunkKind::Comma);
        comma(n + 1) && self.sentence.is(n + 2, ChunkKind::Noun) && comma(n + 3) && self.is_finite(n + 4)
    }

    /// "our ally, Norway,": the country in apposition to what somebody has.
    pub(super) fn apposed_country(&self, n: usize) -> Option<Actor> {
        let other = self.sentence.apposition(n).filter(|_| self.sentence.is_owned(n))?;
        self.named_head(other).filter(|actor| self.kind(actor) == MentionKind::Country)
    }

    /// "Ann Lee, a critic of X,", "X critic Ann Lee": what the noun group at `n` says that somebody is to another.
    pub(super) fn sides_with(&self, n: usize, out: &mut Vec<Found>) {
        let chunk = self.sentence.chunks[n];
        let named = self.sentence.names(n);
        // "X critic Ann Lee"
        let Some(noun) = (chunk.head as usize).checked_sub(usize::from(named)).filter(|&unit| unit >= chunk.first as usize) else { return };
        let unit = &self.sentence.units[noun];
        let one = unit.tag != Tag::Plural && !matches!(self.chunk_text(n), "this" | "that");
        if unit.flags & flag::NOUN_FRAME == 0 || unit.mention != 0 || !one {
            return;
        }
        let Some(pattern) = self.noun_senses(unit).iter().find(|pattern| pattern.agent) else { return };
        let past = (chunk.first as usize..noun).any(|unit| matches!(self.unit_text(unit), "erstwhile" | "ex" | "Ex" | "former" | "Former" | "onetime"));
        let Some(subject) = if named { self.named_head(n) } else { self.person_described(n) }.filter(|_| !past) else { return };
        let class = self.class(pattern.frame);
        let targets = self.other_side(n, noun, pattern);
        let mut context = Context::plain(class);
        // "X's likely opponent"
        if self.sentence.units[chunk.first as usize..noun].iter().any(is_doubt) {
            context.modality = Modality::Hypothetical;
        }
        self.emit(&[subject], &targets, pattern.frame, &pattern.text, (unit.first, unit.end), Rule::Nominal, &context, out);
    }

    /// "Ann Lee, a critic of X,", "a critic of X, Ann Lee,": her.
    fn person_described(&self, n: usize) -> Option<Actor> {
        let before = self.sentence.person_before_comma(n).and_then(|k| self.named_head(k));
        let person = before.or_else(|| self.apposed(n)).filter(|actor| self.kind(actor) == MentionKind::Person);
        // "Russia, a longtime backer of X,"
        person.or_else(|| {
            let comma = self.sentence.previous(n).filter(|&k| self.sentence.is(k, ChunkKind::Comma) && matches!(self.chunk_text(n), "a" | "an"))?;
            let noun = comma.checked_sub(1).filter(|&k| self.sentence.is(k, ChunkKind::Noun) && self.sentence.preposition(k).is_none())?;
            self.named_head(noun).filter(|actor| matches!(self.kind(actor), MentionKind::Country | MentionKind::Organization))
        })
    }

    /// "X critic", "X's ally", "a critic of X": X, where the noun is the unit at `noun` of the noun group at `n`.
    fn other_side(&self, n: usize, noun: usize, pattern: &NounPattern) -> Vec<Actor> {
        let chunk = self.sentence.chunks[n];
        let units = &self.sentence.units;
        let before = noun.checked_sub(1).filter(|&unit| unit >= chunk.first as usize && units[unit].mention != 0 && !units[unit].compound);
        let named = before.map(|unit| self.named(&units[unit]));
        // "Ukraine's X backer", unlike "X's Fox News rival", "X's Republican challenger", "her Republican challenger"
        if let Some(person) = named.filter(|actor| self.kind(actor) == MentionKind::Person) {
            return vec![person];
        }
        if let Some(owner) = self.possessor(chunk.first as usize, noun) {
            return vec![owner];
        }
        if let Some(possessive) = (chunk.first as usize..noun).find(|&unit| units[unit].tag == Tag::Possessive) {
            return self.pronoun(possessive).into_iter().collect();
        }
        if let Some(named) = named.filter(|actor| self.kind(actor) != MentionKind::Nationality && !self.is_party(actor)) {
            return vec![named];
        }
        let behind = self.sentence.is(n + 1, ChunkKind::Preposition) && self.sentence.is(n + 2, ChunkKind::Noun) && noun == chunk.head as usize;
        let through = behind && pattern.through.contains(&units[self.sentence.chunks[n + 1].first as usize].word);
        if through {
            self.actors(n + 2, Side::Object)
        } else {
            Vec::new()
        }
    }

    /// Whether an actor is a party: "a Republican ally" is one of it.
    fn is_party(&self, actor: &Actor) -> bool {
        self.is_of_sort(actor, &["party"])
    }
}
