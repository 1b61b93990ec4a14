//! Who is described: appositions, predicates and what stands beside a name between commas.

use super::{Actor, Reader};
use crate::gazetteer::{flag, Tag};
use crate::mention::MentionKind;
use crate::syntax::ChunkKind;

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
        let be = self.sentence.chunks[before].is_verb() && self.sentence.units[self.sentence.chunks[before].head as usize].tag == Tag::Be;
        let noun = if be { self.sentence.subject(before)?.noun } else { return None };
        self.named_head(noun).filter(|_| self.sentence.names_person(noun))
    }

    /// "the prime minister, Ariel Sharon,": the person in apposition.
    pub(super) fn apposed(&self, n: usize) -> Option<Actor> {
        let other = self.sentence.apposition(n)?;
        let head = &self.sentence.units[self.sentence.chunks[other].head as usize];
        if head.mention == 0 {
            return None;
        }
        let actor = self.named(head);
        // "investigated by the committee, Ann Lee, a spokeswoman, said": she is no committee
        let words = &self.view.gazetteer.words;
        let body = || words.get(words.find_title(self.unit_text(self.sentence.chunks[n].head as usize))).has(flag::ORGANIZATION_HEAD);
        match self.kind(&actor) {
            MentionKind::Person => Some(actor).filter(|_| !body()),
            MentionKind::Organization => Some(actor),
            _ => None,
        }
    }

    /// "our ally, Norway,": the country in apposition to what somebody has.
    pub(super) fn apposed_country(&self, n: usize) -> Option<Actor> {
        let other = self.sentence.apposition(n).filter(|_| self.sentence.is_owned(n))?;
        self.named_head(other).filter(|actor| self.kind(actor) == MentionKind::Country)
    }
}
