//! What follows a verb group: objects, prepositional phrases, the clause that it takes.

use super::{Chunk, ChunkKind, Form, Sentence};
use crate::gazetteer::{word, Tag};

/// Something that follows a verb: an object, or a preposition (or several) with its noun group.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Argument {
    /// The prepositions or particles as chunks, half open; empty for an object.
    pub through: (u32, u32),
    /// The noun group, if there is one.
    pub noun: Option<u32>,
}

impl Argument {
    /// Whether no preposition leads to it.
    pub fn is_object(&self) -> bool {
        self.through.0 == self.through.1
    }
}

impl Sentence {
    /// What follows the verb group at `v` up to the end of its clause, in order; cleared first.
    pub fn arguments(&self, v: usize, out: &mut Vec<Argument>) {
        out.clear();
        let mut i = v + 1;
        while i < self.chunks.len() && out.len() < 12 {
            match self.chunks[i].kind {
                ChunkKind::Adverb => i = self.contrasted(i).map_or(i, |but| but) + 1,
                ChunkKind::Noun => {
                    if self.opens_clause(v, i) && !self.lacks_verb(v) && self.relative_before(v).is_none() {
                        return;
                    }
                    out.push(Argument { through: (0, 0), noun: Some(i as u32) });
                    i = self.coordination_end(i);
                }
                // "dismissed as malicious a report by X"
                ChunkKind::Preposition if self.is_as(i) && self.is(i + 1, ChunkKind::Adjective) && self.is(i + 2, ChunkKind::Noun) => i += 2,
                // "rejected as a stunt an offer by X"
                ChunkKind::Preposition
                    if self.is_as(i) && self.is(i + 1, ChunkKind::Noun) && self.is(i + 2, ChunkKind::Noun) && !self.names(i + 1) && !self.opens_clause(v, i + 2) =>
                {
                    i += 2
                }
                // "condemned in the strongest terms an attack by X"
                ChunkKind::Preposition if i == v + 1 && self.is(i + 1, ChunkKind::Noun) && self.head(i + 1).word == word::TERMS && self.is(i + 2, ChunkKind::Noun) => i += 2,
                // "denounced what it called a coup by X"
                ChunkKind::Relative => match self.called(i) {
                    Some(noun) => {
                        out.push(Argument { through: (0, 0), noun: Some(noun as u32) });
                        i = self.coordination_end(noun);
                    }
                    None => match out.last().and_then(|last| self.behind_clause(v, last, i)) {
                        Some(to) => i = to,
                        None => return,
                    },
                },
                ChunkKind::Preposition => {
                    let first = i;
                    // "lashed out again at X"
                    let word = |k: usize| self.first(k).word;
                    let particle = first == v + 1 && !matches!(word(first), word::AS | word::BY);
                    let goes_on = |i: usize| particle && i == first + 1 && self.is(i, ChunkKind::Adverb) && self.is(i + 1, ChunkKind::Preposition) && word(i + 1) != word::THAN;
                    while self.is(i, ChunkKind::Preposition) || goes_on(i) {
                        i += 1;
                    }
                    let (noun, at) = self.behind_prepositions(i);
                    // "was bailed out by X": the particle is the verb's, who did it another matter
                    let first = if i > first + 1 && self.first(i - 1).word == word::BY {
                        out.push(Argument { through: (first as u32, i as u32 - 1), noun: None });
                        i - 1
                    } else {
                        first
                    };
                    out.push(Argument { through: (first as u32, i as u32), noun: noun.map(|noun| noun as u32) });
                    if let Some(noun) = noun {
                        i = at.unwrap_or_else(|| self.coordination_end(noun));
                        // "was confirmed as ambassador to X": nothing was confirmed to X
                        if self.chunks[v].verb.passive
                            && self.is_as(first)
                            && self.is_office(noun)
                            && self.is(i, ChunkKind::Preposition)
                            && word(i) == word::TO
                            && self.is(i + 1, ChunkKind::Noun)
                        {
                            i = self.coordination_end(i + 1);
                        }
                    } else if self.chunks.get(i).is_some_and(Chunk::is_verb) {
                        return;
                    }
                }
                ChunkKind::Open => match (i + 1..self.chunks.len()).find(|&k| self.is(k, ChunkKind::Close)) {
                    Some(close) => i = close + 1,
                    None => return,
                },
                ChunkKind::Comma => match self.inserted(v, i).or_else(|| self.resumes(i)) {
                    Some(next) => i = next,
                    None => return,
                },
                // "will not leave until X agrees"
                ChunkKind::Subordinator if self.first(i).word == word::UNTIL && self.is(i + 1, ChunkKind::Noun) => {
                    out.push(Argument { through: (i as u32, i as u32 + 1), noun: Some(i as u32 + 1) });
                    return;
                }
                // "met while in Bergen with X"
                ChunkKind::Subordinator if self.first(i).word == word::WHILE && self.is(i + 1, ChunkKind::Preposition) => i += 1,
                ChunkKind::Adjective => i += 1,
                // "sanctions imposed on X" inside an object: its own arguments are not this verb's
                _ => match out.last().and_then(|last| self.behind_clause(v, last, i)) {
                    Some(to) => i = to,
                    None => return,
                },
            }
        }
    }

    /// "returned a coin engraved with a lion to X", "returned a drum that was stolen from a museum to X": the "to",
    /// where a clause that says something of the object `last` begins at `i`. What its verb itself leads to with "to" is not looked at.
    fn behind_clause(&self, v: usize, last: &Argument, i: usize) -> Option<usize> {
        // "handed over men accused of fraud to X"
        let particle = last.through == (v as u32 + 1, v as u32 + 2);
        let object = last.noun.filter(|_| last.is_object() || particle)? as usize;
        let verb = match self.kind(i)? {
            ChunkKind::Verb if self.form(i) == Some(Form::Participle) => i,
            ChunkKind::Relative | ChunkKind::That if self.form(i + 1) == Some(Form::Finite) => i + 1,
            _ => return None,
        };
        let inside = |&k: &usize| self.is_in_phrase(k) || self.is(k, ChunkKind::Conjunction);
        let to = (verb + 1..self.chunks.len()).take(8).take_while(inside).find(|&k| self.is(k, ChunkKind::Preposition) && self.first(k).word == word::TO)?;
        let behind_noun = to > verb + 1 && self.is(to - 1, ChunkKind::Noun) && self.is(to + 1, ChunkKind::Noun);
        (behind_noun && !self.names(object) && self.coordination_end(object) == i).then_some(to)
    }

    /// "not X but Y", "not by X but by Y": the "but", where "not" stands at `i`.
    fn contrasted(&self, i: usize) -> Option<usize> {
        let noun = i + 1 + usize::from(self.is(i + 1, ChunkKind::Preposition));
        let but = self.coordination_end(noun);
        let found = self.is_not(i) && self.is(noun, ChunkKind::Noun) && self.is(but, ChunkKind::Conjunction) && self.first(but).word == word::BUT;
        (found && self.is(but + noun - i, ChunkKind::Noun)).then_some(but)
    }

    /// The noun group behind the prepositions that end before chunk `i`, and where what follows goes on, if not right behind it.
    fn behind_prepositions(&self, i: usize) -> (Option<usize>, Option<usize>) {
        let word = |k: usize| self.first(k).word;
        match self.kind(i) {
            Some(ChunkKind::Noun) => (Some(i), None),
            // "spoke to each other"
            Some(ChunkKind::Adverb) if self.is(i + 1, ChunkKind::Noun) && matches!(self.first(i).word, word::EACH | word::ONE) => (Some(i + 1), None),
            // "an inquiry into whether X lied": into X, and nothing more
            Some(ChunkKind::Subordinator) if self.is(i + 1, ChunkKind::Noun) && self.names(i + 1) && word(i) == word::WHETHER && word(i - 1) == word::INTO => {
                (Some(i + 1), Some(self.chunks.len()))
            }
            // "worked with and for X", "trades with and invests in X", "imports from and exports to X"
            Some(ChunkKind::Conjunction) => {
                let noun = self.is(i + 1, ChunkKind::Noun) && !self.names(i + 1) && self.is(i + 2, ChunkKind::Preposition);
                let verb = i + 1 + usize::from(self.form(i + 1).is_some() || noun);
                let noun = (verb..verb + 3).find(|&k| !self.is(k, ChunkKind::Preposition)).filter(|&k| k > i + 1 && self.is(k, ChunkKind::Noun));
                (noun, Some(self.chunks.len()))
            }
            // "attacked Z in what X called an answer to Y": the answer says nothing of the attack's own places
            // "reacted to what X said": to X
            Some(ChunkKind::Relative) => {
                let called = if self.first(i - 1).word == word::IN { self.called(i) } else { None };
                match (called, self.said(i)) {
                    (Some(noun), _) => (Some(noun), Some(self.chunks.len())),
                    (None, Some((noun, verb))) => (Some(noun), Some(verb + 1)),
                    (None, None) => (None, None),
                }
            }
            _ => (None, None),
        }
    }

    fn is_as(&self, preposition: usize) -> bool {
        self.first(preposition).word == word::AS
    }

    /// "what X said": the verb of the clause that "what" at `i` opens.
    fn what_verb(&self, i: usize) -> Option<usize> {
        let what = self.first(i).word == word::WHAT && self.is(i + 1, ChunkKind::Noun);
        self.clause_verb(i + 1).filter(|_| what)
    }

    /// "what X said": who says or does what the pronoun at `i` stands for, and the verb.
    fn said(&self, i: usize) -> Option<(usize, usize)> {
        let verb = self.what_verb(i)?;
        // "what X calls a hoax" is the hoax
        let ends = matches!(self.kind(verb + 1), None | Some(ChunkKind::Stop | ChunkKind::Comma | ChunkKind::Preposition | ChunkKind::Adverb));
        ends.then_some((i + 1, verb))
    }

    /// "what X called a coup", "what X described as a coup", "what X said was a coup": the coup, where the pronoun stands at `i`.
    fn called(&self, i: usize) -> Option<usize> {
        let verb = self.what_verb(i)?;
        let head = self.head(verb);
        let noun = match self.kind(verb + 1)? {
            ChunkKind::Noun if matches!(head.word, word::CALL | word::CALLED | word::CALLS) => verb + 1,
            ChunkKind::Preposition if self.is_as(verb + 1) => verb + 2,
            ChunkKind::Verb if self.head(verb + 1).tag == Tag::Be => verb + 2,
            _ => return None,
        };
        self.is(noun, ChunkKind::Noun).then_some(noun)
    }

    /// Whether the noun group at `i` behind the verb at `v` is the subject of a finite verb: one right behind it, unless `v` is a verb of saying.
    fn opens_clause(&self, v: usize, i: usize) -> bool {
        // "sued X over the way judges are appointed"; but "suing X over the matter is rash"
        let far = self.chunks[v].verb.reports || self.form(v) == Some(Form::Gerund);
        let near = |u: usize| !(self.coordination_end(i)..u).any(|k| self.is(k, ChunkKind::Preposition));
        self.clause_verb(i).is_some_and(|u| far || near(u))
    }

    /// "X's decision to attack Y was criticized", "X's claim that Z attacked Y was denied": the noun before the clause of the verb at `v` has its own verb still to come.
    fn lacks_verb(&self, v: usize) -> bool {
        let bounds = [ChunkKind::Break, ChunkKind::That, ChunkKind::Comma, ChunkKind::Subordinator, ChunkKind::Relative];
        let bound = |k: &usize| bounds.contains(&self.chunks[*k].kind);
        let before = match self.form(v) {
            Some(Form::Infinitive) => self.previous(v),
            Some(Form::Finite) => {
                let joint = (0..v).rev().take(12).find(bound).filter(|&k| matches!(self.chunks[k].kind, ChunkKind::That | ChunkKind::Relative | ChunkKind::Subordinator));
                // "the summit at which X met Y was short"
                joint.and_then(|joint| self.previous(joint)).map(|k| if self.is(k, ChunkKind::Preposition) { self.previous(k).unwrap_or(k) } else { k })
            }
            _ => None,
        };
        let noun = before.filter(|&k| self.is(k, ChunkKind::Noun));
        noun.is_some_and(|noun| !(0..noun).rev().take(24).take_while(|k| !bound(k)).any(|k| self.chunks[k].is_verb()))
    }

    /// The clause behind the verb at `v`: its subject and its verb.
    pub fn content(&self, v: usize) -> Option<(usize, usize)> {
        let mut noun = self.next(v)?;
        // "said in a letter that X", "said on Monday that X"
        let mut behind = noun;
        while self.is(behind, ChunkKind::Preposition) && self.is(behind + 1, ChunkKind::Noun) {
            behind = self.next(self.coordination_end(behind + 1) - 1)?;
        }
        if self.is(behind, ChunkKind::That) {
            noun = behind;
        }
        // "told voters that X"
        let heard = self.coordination_end(noun);
        if self.is(noun, ChunkKind::Noun) && !self.is_thing(noun) && self.chunks[v].verb.reports && self.is(heard, ChunkKind::That) {
            noun = heard;
        }
        if self.is(noun, ChunkKind::That) {
            noun = self.next(noun)?;
        }
        let verb = self.clause_verb(noun).or_else(|| self.verb_behind_apposition(noun));
        verb.filter(|_| self.is(noun, ChunkKind::Noun)).map(|verb| (noun, verb))
    }

    /// "said that X, a rebel force, attacked": the finite verb behind what stands between commas behind the noun group at `i`.
    fn verb_behind_apposition(&self, i: usize) -> Option<usize> {
        let open = Some(self.coordination_end(i)).filter(|&k| self.is(k, ChunkKind::Comma) && self.is(k + 1, ChunkKind::Noun) && (self.names(i) || self.names_person(k + 1)))?;
        let inside = |k: &usize| matches!(self.kind(*k), Some(ChunkKind::Noun | ChunkKind::Preposition | ChunkKind::Adjective));
        let close = (open + 1..self.chunks.len()).take(8).find(|k| !inside(k)).filter(|&k| self.is(k, ChunkKind::Comma))?;
        Some(close + 1).filter(|&k| self.form(k) == Some(Form::Finite))
    }

    fn clause_verb(&self, i: usize) -> Option<usize> {
        let end = self.coordination_end(i);
        let mut k = end;
        // "said officials in Kabul attacked": prepositional phrases between
        while self.is(k, ChunkKind::Preposition) && self.is(k + 1, ChunkKind::Noun) {
            k += 2;
        }
        while self.is(k, ChunkKind::Adverb) {
            k += 1;
        }
        (self.form(k) == Some(Form::Finite)).then_some(k)
    }

    /// "with X looking on": whether "with" stands at `i`, and behind whom it leads to what he does at the same time.
    fn is_absolute(&self, i: usize) -> bool {
        let with = self.first(i).word == word::WITH;
        with && matches!(self.form(self.coordination_end(i + 1)), Some(Form::Gerund | Form::Participle))
    }

    /// Whether the chunk at `k` can be part of a phrase that a preposition leads.
    fn is_in_phrase(&self, k: usize) -> bool {
        matches!(self.chunks[k].kind, ChunkKind::Preposition | ChunkKind::Noun | ChunkKind::Adverb)
    }

    /// The first of the next eight chunks, from the one at `from` on, that is no part of a phrase.
    pub(super) fn behind_phrases(&self, from: usize) -> Option<usize> {
        (from..self.chunks.len()).take(8).find(|&k| !self.is_in_phrase(k))
    }

    /// "approved, over the protests of X, a bill": the object, where a phrase between commas stands right behind the verb at `v`, from the comma at `i` on.
    fn inserted(&self, v: usize, i: usize) -> Option<usize> {
        let close = self.behind_phrases(i + 1).filter(|_| i == v + 1 && self.is(i + 1, ChunkKind::Preposition))?;
        (self.is(close, ChunkKind::Comma) && self.is(close + 1, ChunkKind::Noun)).then_some(close + 1)
    }

    /// Where a clause goes on behind the comma at `i`: at a preposition, or behind an apposition.
    fn resumes(&self, i: usize) -> Option<usize> {
        match self.kind(i + 1)? {
            // "signed it, with X looking on": who does is another
            ChunkKind::Preposition if self.is(i + 2, ChunkKind::Noun) => Some(i + 1).filter(|&p| !self.is_absolute(p)),
            ChunkKind::Adverb => (i + 2..i + 4).find(|&k| !self.is(k, ChunkKind::Adverb)).filter(|&k| matches!(self.kind(k), Some(ChunkKind::Preposition | ChunkKind::Comma))),
            ChunkKind::Noun | ChunkKind::Relative => {
                let close = (i + 2..self.chunks.len()).take(12).find(|&k| self.is(k, ChunkKind::Comma))?;
                (!self.is(i + 1, ChunkKind::Noun) || !(i + 1..close).any(|k| self.chunks[k].is_verb())).then_some(close + 1)
            }
            // "returned a drum, missing since 1943, to X"
            ChunkKind::Adjective | ChunkKind::Verb if self.form(i + 1).is_none_or(|form| matches!(form, Form::Gerund | Form::Participle)) => {
                let close = self.behind_phrases(i + 2).filter(|&k| self.is(k, ChunkKind::Comma))?;
                self.is(close + 1, ChunkKind::Preposition).then_some(close + 1)
            }
            _ => None,
        }
    }
}
