//! What a clause leaves open or denies: conditions, questions, doubts and negative determiners.

use super::Reader;
use crate::gazetteer::{flag, Tag};
use crate::syntax::{Chunk, ChunkKind, Form, Subject, Via};

/// The verbs that a question which wants yes or no begins with.
const AUXILIARIES: [&str; 16] = ["are", "can", "could", "did", "do", "does", "had", "has", "have", "is", "may", "should", "was", "were", "will", "would"];

impl Reader<'_> {
    /// "If Z falls, X will meet Y", "X will meet Y if Z falls": whether a clause that begins with "if" or "unless" goes with the finite verb at `top`.
    pub(super) fn is_under_condition(&self, top: usize) -> bool {
        let chunks = &self.sentence.chunks;
        let bound = |k: &usize| chunks[*k].kind == ChunkKind::Break;
        let condition = |k: &usize| chunks[*k].kind == ChunkKind::Subordinator && matches!(self.chunk_text(*k), "if" | "If" | "unless" | "Unless");
        let before = (0..top).rev().take_while(|k| !bound(k)).last().filter(condition);
        let fronted = before.is_some_and(|k| (k..top).any(|k| chunks[k].kind == ChunkKind::Comma) && (k..top).any(|k| self.is_finite(k)));
        // "even if", "if necessary", "will go and, if Z falls, stay"
        let weak = |k: usize| {
            let even = chunks[k - 1].kind == ChunkKind::Adverb && self.chunk_text(k - 1) == "even";
            let clause = chunks.get(k + 1).is_some_and(|c| c.kind == ChunkKind::Noun || c.is_verb());
            let other = chunks[k - 1].kind == ChunkKind::Comma && chunks[k - 2].kind == ChunkKind::Conjunction;
            even || !clause || other
        };
        let own = |k: &usize| !bound(k) && !self.is_finite(*k);
        fronted || (top + 1..chunks.len()).take_while(own).find(condition).is_some_and(|k| !weak(k))
    }

    /// "X is no longer attacking Y?": whether the verb `v` of a main clause is asked about, not why or when.
    pub(super) fn is_asked(&self, v: usize, subject: Option<Subject>) -> bool {
        let chunks = &self.sentence.chunks;
        // "asked X, “Why?”": what is quoted asks, not who quotes
        let quoted = |c: &Chunk| self.sentence.units[c.head as usize].quoted;
        let mark = self.question_mark().is_some_and(|c| quoted(c) == quoted(&chunks[v]));
        let Some(subject) = subject.filter(|s| mark && matches!(s.via, Via::Direct | Via::Inverted)) else { return false };
        let joint = |k: &usize| {
            let word = ["how", "what", "when", "where", "who", "whom", "whose", "why"].iter().any(|word| word.eq_ignore_ascii_case(self.chunk_text(*k)));
            word || matches!(chunks[*k].kind, ChunkKind::Subordinator | ChunkKind::That | ChunkKind::Relative)
        };
        let bound = |k: &usize| matches!(chunks[*k].kind, ChunkKind::Break | ChunkKind::Comma);
        let mut before = (0..self.sentence.first_conjunct(subject.noun)).rev().take(3).take_while(|k| !bound(k));
        !before.any(|k| joint(&k)) && !chunks[v + 1..].iter().any(|c| c.kind == ChunkKind::Break)
    }

    /// The question mark at the end of the sentence.
    fn question_mark(&self) -> Option<&Chunk> {
        self.sentence.chunks.last().filter(|c| c.kind == ChunkKind::Stop && self.unit_text(c.end as usize - 1).starts_with('?'))
    }

    /// "It is crucial that X reject Y": whether the verb at `v`, in its base form, tells what should be.
    pub(super) fn is_called_for(&self, v: usize, subject: Option<Subject>) -> bool {
        let chunks = &self.sentence.chunks;
        let bare = self.is_finite(v) && chunks[v].first == chunks[v].head && self.sentence.units[chunks[v].head as usize].tag == Tag::Verb;
        let before = |noun: usize| self.sentence.previous(self.sentence.first_conjunct(noun));
        // "that members like X and Y reject Z"
        let like = |k: usize| k.checked_sub(1).filter(|_| matches!(self.chunk_text(k), "like" | "including")).and_then(before);
        let that = subject.filter(|_| bare).and_then(|s| before(s.noun)).map(|k| like(k).unwrap_or(k)).filter(|&k| chunks[k].kind == ChunkKind::That);
        let adjective = that.and_then(|that| self.sentence.previous(that)).map(|k| self.unit_text(chunks[k].head as usize));
        adjective.is_some_and(|word| matches!(word, "critical" | "crucial" | "essential" | "imperative" | "important" | "necessary" | "urgent" | "vital"))
    }

    /// "has yet to condemn X": whether the infinitive at `v` tells of what has not been done.
    pub(super) fn is_not_yet(&self, v: usize) -> bool {
        let chunks = &self.sentence.chunks;
        let yet = v.checked_sub(1).filter(|&k| chunks[v].verb.form == Form::Infinitive && self.unit_text(chunks[k].end as usize - 1) == "yet");
        yet.is_some_and(|k| {
            let have = if chunks[k].is_verb() { Some(k) } else { self.sentence.previous(k).filter(|&u| chunks[u].is_verb()) };
            have.is_some_and(|u| matches!(self.chunk_text(u), "has" | "have" | "had") && !chunks[u].verb.negated)
        })
    }

    /// "So is X asking Y to go?": whether the verb `v` stands in a question that begins with an auxiliary verb.
    pub(super) fn is_whether(&self, v: usize, subject: Option<Subject>) -> bool {
        // "do you have an answer to X attacking Y?": he does
        if !subject.is_some_and(|s| self.sentence.preposition(s.noun).is_none() && !matches!(s.via, Via::NounComplement(_))) {
            return false;
        }
        self.is_behind_question(v)
    }

    /// "Has there been any contact between X and Y?": whether what stands at chunk `at` is asked by an auxiliary verb at the head of the sentence.
    pub(super) fn is_behind_question(&self, at: usize) -> bool {
        let chunks = &self.sentence.chunks;
        let opening =
            chunks.iter().take(3).position(|c| !matches!(self.unit_text(c.first as usize), "So" | "And" | "But" | "Well" | ",")).filter(|_| self.question_mark().is_some());
        let auxiliary = |k: usize| AUXILIARIES.iter().any(|word| word.eq_ignore_ascii_case(self.chunk_text(k))) && chunks[k].first == chunks[k].head;
        let Some(first) = opening.filter(|&k| k < at && auxiliary(k)) else { return false };
        !chunks[first..at].iter().any(|c| matches!(c.kind, ChunkKind::Break | ChunkKind::Relative | ChunkKind::Subordinator))
    }

    /// "held no talks": a negative determiner at the object or the subject.
    pub(super) fn negative_object(&self, v: usize) -> bool {
        let negative = |n: usize| {
            let chunk = self.sentence.chunks[n];
            // "No 10" is a house, "no fewer than 10" are ten
            let first = self.sentence.units[chunk.first as usize];
            chunk.kind == ChunkKind::Noun && first.mention == 0 && first.tag != Tag::Number && matches!(self.unit_text(chunk.first as usize), "no" | "No" | "neither" | "Neither")
        };
        let object = self.sentence.next(v).is_some_and(|n| negative(n) || matches!(self.chunk_text(n), "nobody" | "nothing"));
        let subject = self.sentence.subject(v).is_some_and(|s| {
            let mut sides = Vec::new();
            self.sentence.conjuncts(s.noun, &mut sides);
            let nor = self.sentence.previous(s.noun).is_some_and(|k| self.chunk_text(k).eq_ignore_ascii_case("nor"));
            s.via == Via::Direct && (nor || sides.first().is_some_and(|&first| negative(first)))
        });
        object || subject
    }

    /// "if", "unless" or "whether" before the subject.
    pub(super) fn conditional(&self, v: usize) -> bool {
        let Some(subject) = self.sentence.subject(v).filter(|s| s.noun < v) else { return false };
        let first = self.sentence.first_conjunct(subject.noun);
        let from = self.sentence.preposition(first).unwrap_or(first);
        // "Had X not invaded Y, it would"
        let opening = (from == 1).then(|| self.chunk_text(0)).filter(|_| self.question_mark().is_none());
        matches!(opening, Some("Had" | "Should" | "Were"))
            || self.doubtful(from)
            || (0..from)
                .rev()
                .take(4)
                // "if there are X that"
                .take_while(|&k| !self.sentence.chunks[k].is_verb() || k > 0 && self.chunk_text(k - 1) == "there")
                // "when, not if, X …", unlike "if, instead, X …"
                .filter(|&k| self.sentence.chunks[k + 1].kind != ChunkKind::Comma || self.sentence.chunks[k + 2].kind == ChunkKind::Adverb)
                .any(|k| self.sentence.chunks[k].kind == ChunkKind::Subordinator && matches!(self.chunk_text(k), "if" | "If" | "unless" | "Unless" | "whether" | "Whether"))
    }

    /// "were X to attack Y": whether the infinitive at `v` is a condition that begins with its verb.
    pub(super) fn is_inverted_condition(&self, v: usize) -> bool {
        let subject = self.sentence.previous(v).filter(|&k| self.sentence.is(k, ChunkKind::Noun));
        let were = subject.map(|noun| self.sentence.first_conjunct(noun)).and_then(|noun| noun.checked_sub(1));
        let opens = |k: usize| k == 0 || !self.sentence.is(k - 1, ChunkKind::Noun);
        were.is_some_and(|k| matches!(self.chunk_text(k), "Were" | "were") && self.sentence.chunks[k].is_verb() && opens(k))
    }

    /// "no evidence that X", "fears that X": whether a clause that begins at chunk `from` is only what a noun says may be so.
    fn doubtful(&self, from: usize) -> bool {
        let that = self.sentence.previous(from).filter(|&k| self.sentence.chunks[k].kind == ChunkKind::That);
        // "it's possible X will"
        let bare = self
            .sentence
            .previous(from)
            .filter(|&k| self.sentence.is(k, ChunkKind::Adjective) && self.sentence.previous(k).is_some_and(|be| self.sentence.head(be).tag == Tag::Be));
        // "it is untrue that X"
        let before = that.and_then(|that| self.sentence.previous(that)).or(bare);
        let adjective = before.filter(|&k| self.sentence.chunks[k].kind == ChunkKind::Adjective);
        if adjective.is_some_and(|k| self.sentence.head(k).flags & flag::DOUBT != 0) {
            return true;
        }
        // "it is not true that X"
        let sure = |k: usize| matches!(self.head_text(k), "certain" | "clear" | "evident" | "sure" | "true");
        if adjective.filter(|&k| sure(k)).and_then(|k| self.sentence.previous(k)).and_then(|k| self.sentence.chunks[k].verb()).is_some_and(|verb| verb.negated) {
            return true;
        }
        // "did not find that X"
        if before.and_then(|k| self.sentence.chunks[k].verb()).is_some_and(|verb| verb.negated && verb.reports) {
            return true;
        }
        // "one possibility is that X"
        let be = before.filter(|&k| self.sentence.chunks[k].is_verb() && self.sentence.head(k).tag == Tag::Be);
        // "it may well be that X"
        if be.is_some_and(|k| self.sentence.chunks[k].verb.modal) {
            return true;
        }
        // "the allegation from Z that X"
        let giver = before.and_then(|k| self.sentence.preposition(k)).filter(|&p| matches!(self.chunk_text(p), "by" | "from")).and_then(|p| self.sentence.previous(p));
        let doubts = |n: usize| self.sentence.is(n, ChunkKind::Noun) && self.sentence.head(n).flags & flag::DOUBT != 0;
        // "from allegations that X"
        let giver = giver.filter(|_| !before.is_some_and(doubts));
        let noun = be.and_then(|k| self.sentence.subject(k)).map(|s| s.noun).or(giver).or(before).filter(|&k| self.sentence.chunks[k].kind == ChunkKind::Noun);
        // "to the extent that X"
        if noun.is_some_and(|n| self.head_text(n) == "extent") {
            return true;
        }
        noun.is_some_and(|n| self.is_negative(n) || doubts(n))
    }

    /// Whether a noun group begins with a negative determiner.
    pub fn is_negative(&self, n: usize) -> bool {
        let chunk = self.sentence.chunks[n];
        self.sentence.units[chunk.first as usize].tag == Tag::Determiner && matches!(self.unit_text(chunk.first as usize), "no" | "No")
    }
}
