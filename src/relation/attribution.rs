//! Who says what a clause tells, and with which verb.

use super::actor::Side;
use super::{Actor, Range, Reader};
use crate::gazetteer::{flag, Inner, Tag};
use crate::mention;
use crate::syntax::{ChunkKind, Form, Subject, Via};

impl Reader<'_> {
    /// Who says or thinks what the verb at `v` tells, as far as a name tells it: the nearest verb of saying whose clause it is, or "according to".
    pub(super) fn attribution(&self, v: usize) -> Option<(Option<Actor>, Range, Inner)> {
        let chunks = &self.sentence.chunks;
        let v = self.finite_top(v).unwrap_or(v);
        for r in (0..chunks.len()).filter(|&r| r != v) {
            if let Some(found) = self.according(r) {
                return Some(found);
            }
            let Some((subject, inner)) = self.says(r, v) else { continue };
            let Some(subject) = subject else { return Some((None, self.head_tokens(r), inner)) };
            // "I said": who that is says nobody here; "I doubt that X will go", unlike "I think that X will go"
            if matches!(self.chunk_text(subject.noun), "I" | "We" | "we") {
                let open = matches!(self.view.gazetteer.words.text(chunks[r].verb.base), "doubt" | "fear" | "hope" | "suspect" | "wish" | "wonder");
                return (open && r < v && self.is_finite(r)).then(|| (None, self.head_tokens(r), inner));
            }
            let speaker = self.actor(subject.noun, Side::Subject);
            // of what nobody named says only its own clause
            let parted = || (r + 1..v).any(|k| self.is_finite(k) || chunks[k].kind == ChunkKind::Comma);
            if speaker.is_none() && (r > v || parted()) {
                // "X, prosecutors allege, attacked Y"
                let alleged = inner == Inner::Hypothetical && r < v && self.is_inside(subject, r, v);
                return alleged.then(|| (None, self.head_tokens(r), inner));
            }
            let inner = if self.is_false(r) { Inner::Hypothetical } else { inner };
            return Some((speaker, self.head_tokens(r), inner));
        }
        None
    }

    /// The subject of the verb of saying or thinking at `r`, if it has one and the verb at `v` stands in its clause, and what it makes of that.
    pub(super) fn says(&self, r: usize, v: usize) -> Option<(Option<Subject>, Inner)> {
        let chunks = &self.sentence.chunks;
        let inner = self.view.gazetteer.frames.complements.get(&chunks[r].verb()?.base)?.content?;
        // "Imagine that X attacked Y"
        if r == 0 && inner == Inner::Hypothetical && self.content_follows(r, v) && self.sentence.units[chunks[r].head as usize].tag == Tag::Verb {
            return Some((None, inner));
        }
        let subject = self.sentence.subject(r)?;
        // "“They deny us water,” X told Y": what is quoted reports nothing of who quotes it
        let quoted = |k: usize| self.sentence.units[chunks[k].head as usize].quoted;
        // "denies that it attacked X, and Y condemned Z": another clause
        let parted = |k: usize| chunks[k].kind == ChunkKind::Comma && self.sentence.is(k + 1, ChunkKind::Conjunction) && self.sentence.is(k + 2, ChunkKind::Noun);
        let another = || inner == Inner::Hypothetical && self.sentence.subject(v).is_some_and(|s| s.noun > r + 2 && s.noun < v && parted(self.sentence.first_conjunct(s.noun) - 2));
        let before = r < v && (quoted(v) || !quoted(r)) && self.content_follows(r, v) && !another() && !self.is_main_behind(r, v);
        // ", a charge X denied" tells of the noun before it
        let opening = &self.sentence.units[chunks[subject.noun].first as usize];
        let of_noun = opening.mention == 0 && matches!(opening.tag, Tag::Determiner | Tag::Plural) && self.named_head(subject.noun).is_some();
        let charge = inner == Inner::Hypothetical && (of_noun || subject.noun.checked_sub(1).is_some_and(|k| self.sentence.is_contact_relative(k)));
        // "met X, and Y to suggest peace" suggests nothing of the meeting
        let after = r > v && !charge && self.is_finite(r) && self.content_precedes(subject, r, v);
        let inside = || r < v && quoted(v) == quoted(r) && self.is_inside(subject, r, v);
        (before || after || inside()).then_some((Some(subject), inner))
    }

    /// "After A said B lied, C condemned D": whether the verb of saying at `r` stands in a clause with which the sentence begins, and the verb at `v` in the one behind.
    fn is_main_behind(&self, r: usize, v: usize) -> bool {
        if !self.sentence.opens_with_clause() || (1..r).any(|k| self.is_finite(k)) {
            return false;
        }
        let subject = self.sentence.subject(v).filter(|s| s.via == Via::Direct && s.noun > r);
        let comma = subject.and_then(|s| self.sentence.previous(self.sentence.first_conjunct(s.noun))).filter(|&k| k > r && self.sentence.is(k, ChunkKind::Comma));
        comma.is_some_and(|comma| self.sentence.parenthesis(comma).is_none() && !(r + 1..comma).any(|k| self.sentence.is(k, ChunkKind::Subordinator)))
    }

    /// "A, B said on Monday, attacked C": whether the verb of saying at `r` stands with its subject between commas before the verb at `v`, whose own subject is before them.
    fn is_inside(&self, subject: Subject, r: usize, v: usize) -> bool {
        let commas = self.sentence.commas_around(subject.noun, r, v).filter(|_| subject.noun < r);
        commas.is_some_and(|(open, close)| {
            let right_behind = (close + 1..v).all(|k| self.sentence.is(k, ChunkKind::Adverb));
            right_behind && self.sentence.subject(v).is_some_and(|s| s.noun < open)
        })
    }

    /// "falsely claimed": whether an adverb says that what is said at `r` is not so.
    fn is_false(&self, r: usize) -> bool {
        let chunk = self.sentence.chunks[r];
        let before = r.checked_sub(1).map(|k| self.sentence.chunks[k]).filter(|c| c.kind == ChunkKind::Adverb);
        let from = before.map_or(chunk.first, |adverb| adverb.first);
        self.sentence.units[from as usize..chunk.end as usize].iter().any(|unit| unit.tag == Tag::Adverb && unit.flags & flag::DOUBT != 0)
    }

    /// Who says what the verb at `v` tells, not who only thinks it.
    pub fn said_by(&self, v: usize) -> Option<Actor> {
        self.attribution(v).filter(|(_, _, inner)| *inner == Inner::Asserted).and_then(|(speaker, ..)| speaker)
    }

    /// Who says what the verb at `v` tells between quotation marks that another sentence opens or closes.
    pub(super) fn quoted_by(&self, v: usize) -> Option<(Actor, Range)> {
        let quoted = mention::quoted(self.mentions, self.view, self.sentence.head(v).first)?;
        let found = self.mentions.found[quoted.by as usize];
        Some((Actor { tokens: (found.first, found.end), mention: Some(quoted.by), by: found.by }, quoted.cue))
    }

    /// Whether the speaker tells of himself.
    pub(super) fn announces(&self, speaker: Actor, subject: Option<Subject>) -> bool {
        subject.and_then(|s| self.actor(s.noun, Side::Subject)).is_some_and(|actor| self.same(&actor, &speaker))
    }

    /// Whether the clause of `v` is the content of the verb of saying `r` to its left.
    fn content_follows(&self, r: usize, v: usize) -> bool {
        let chunks = &self.sentence.chunks;
        let Some(next) = self.sentence.next(r) else { return false };
        // "said in a statement that": prepositional phrases between
        let mut k = next;
        loop {
            k += match chunks.get(k).map(|c| c.kind) {
                Some(ChunkKind::Preposition) if self.sentence.is(k + 1, ChunkKind::Noun) => 2,
                Some(ChunkKind::Adverb) => 1,
                _ => break,
            };
        }
        let that = chunks.get(k).is_some_and(|c| c.kind == ChunkKind::That);
        // "denied any interference, and X says": another clause
        let parted = |k: usize| chunks[k].kind == ChunkKind::Comma && self.sentence.is(k + 1, ChunkKind::Conjunction) && self.sentence.first_conjunct(k + 2) == k + 2;
        let other = || {
            let first = (next..=v).find(|&k| self.is_finite(k)).and_then(|u| self.sentence.subject(u)).map_or(next, |s| s.noun);
            (next..first.min(v)).any(parted)
        };
        // "When X asked him, Y said": the main clause is nothing that X asks
        let fronted = !that && self.sentence.is(0, ChunkKind::Subordinator) && !(0..r).any(|k| chunks[k].is_verb());
        let main = || {
            (next..v).find(|&k| self.sentence.is(k, ChunkKind::Comma)).filter(|&comma| self.sentence.is(comma + 1, ChunkKind::Noun) && !(next..comma).any(|k| chunks[k].is_verb()))
        };
        if fronted && main().is_some() {
            return false;
        }
        let clause = chunks[next].kind == ChunkKind::Noun && self.sentence.subject(v).is_some_and(|s| s.noun >= next && s.noun < v);
        // "since assuming office, X …"
        let comma = (next..v).find(|&k| chunks[k].kind == ChunkKind::Comma).filter(|_| chunks[r].verb.form == Form::Gerund);
        let clause = clause && comma.is_none_or(|comma| (next..comma).any(|k| self.is_finite(k)));
        // "asked X to help those who fight Y, which has attacked Z": what it says has no clause but relative ones
        let contact = |noun: usize| noun > next && (self.sentence.is_contact_relative(noun - 1) || self.sentence.is_thing(noun - 1));
        let direct = |u: usize| self.is_finite(u) && self.sentence.subject(u).is_some_and(|s| s.via != Via::Antecedent && !contact(s.noun));
        let clause = clause && (next..chunks.len()).take(32).any(direct);
        // "said: Egypt welcomes …"
        let colon = chunks.get(k).is_some_and(|c| c.kind == ChunkKind::Break);
        let bounded = (k + 1..v).any(|b| chunks[b].kind == ChunkKind::Break);
        // "X, which denies that it lied, attacked Y": the main verb goes on
        if !colon && self.sentence.subject(v).is_some_and(|s| s.via == Via::Direct && s.noun < r) {
            return false;
        }
        (that || clause && !other() || colon) && !bounded
    }

    /// "B attacked C, A said": the verb of saying comes behind a comma.
    fn content_precedes(&self, subject: Subject, r: usize, v: usize) -> bool {
        let first = subject.noun.min(r);
        let comma = (v..first).rev().find(|&k| self.sentence.chunks[k].kind == ChunkKind::Comma);
        let Some(comma) = comma else { return false };
        // ", which she denies" tells of the noun before it
        // ", and she asked" begins a clause of its own
        let whose = (comma + 1..=first).any(|k| self.chunk_text(k) == "whose");
        let own = !whose
            && (comma + 1..first).all(|k| !self.sentence.chunks[k].is_verb() && self.sentence.chunks[k].kind != ChunkKind::Relative)
            && !self.sentence.is(comma + 1, ChunkKind::Conjunction);
        let that = self.sentence.chunks.get(r + 1).is_some_and(|c| c.kind == ChunkKind::That);
        // "When X met Y, he asked Z": the main clause
        let fronted = |noun: usize| self.sentence.previous(self.sentence.first_conjunct(noun)).is_some_and(|k| self.sentence.is(k, ChunkKind::Subordinator));
        let main = || !(v + 1..first).any(|k| self.is_finite(k));
        own && !that && self.sentence.subject(v).is_none_or(|s| s.noun < comma && !(fronted(s.noun) && main()))
    }

    /// "according to X".
    fn according(&self, p: usize) -> Option<(Option<Actor>, Range, Inner)> {
        let chunk = self.sentence.chunks[p];
        if !self.unit_text(chunk.first as usize).eq_ignore_ascii_case("according") {
            return None;
        }
        let noun = (p + 1..self.sentence.chunks.len()).take(3).find(|&k| self.sentence.chunks[k].kind == ChunkKind::Noun)?;
        let speaker = self.actor(noun, Side::Subject)?;
        Some((Some(speaker), self.tokens(p), Inner::Asserted))
    }
}
