//! The sides of an event noun to which the phrases behind it lead: `the attack on X by Y`.

use super::actor::Side;
use super::nominal::Sides;
use super::{Actor, Reader};
use crate::gazetteer::{flag, word, Class, NounPattern, WordId};
use crate::mention::MentionKind;
use crate::syntax::ChunkKind;

/// How many prepositional phrases behind a noun are looked at.
const REACH: usize = 5;

impl Reader<'_> {
    /// Takes the sides that prepositional phrases behind the noun, from the chunk at `from` on, lead to.
    pub(super) fn behind(&self, n: usize, from: usize, pattern: &NounPattern, sides: &mut Sides) {
        // "X's nomination last year of Y"
        let mut k = self.behind_adverbs(from);
        let from = k;
        // "the investigation into the attack against X": once what is investigated is told, no other is
        let mut told = false;
        for _ in 0..REACH {
            k = self.behind_included(self.behind_adverbs(k));
            if !self.sentence.is(k, ChunkKind::Preposition) || !self.sentence.is(k + 1, ChunkKind::Noun) {
                break;
            }
            let word = self.sentence.first(k).word;
            if word == word::BETWEEN && (self.takes(pattern, word) || self.is_symmetric(pattern)) {
                return self.between(n, k + 1, pattern, sides);
            }
            let end = self.sentence.coordination_end(k + 1);
            // "the murder in Bergen of X"
            let aside = matches!(self.chunk_text(k), "at" | "in" | "near") && self.takes(pattern, word::OF) && self.names_place(k + 1) && self.is_led_by_of(end);
            if aside {
                k = end;
                continue;
            }
            // "his strong support of X", unlike "with the support of X"
            let of = word == word::OF && k == n + 1 && self.sentence.is_owned(n) && self.class(pattern.frame) == Class::Support;
            if (self.takes(pattern, word) || of) && sides.targets.is_empty() && !told && self.is_attached(pattern, from, k) {
                told = word != word::OF;
                let Some(class) = self.class_over(pattern.frame, k + 1) else { return };
                sides.class = Some(class);
                sides.targets = self.targets_behind(n, k, pattern);
            } else {
                self.take_sources(n, k, pattern, sides);
            }
            k = end;
        }
        // "withdrawal of troops from X": the troops are not those of X
        if sides.sources.iter().any(|s| sides.targets.iter().any(|t| self.same(s, t))) {
            sides.sources.clear();
        }
    }

    /// The first chunk from the one at `k` on that is no adverb.
    fn behind_adverbs(&self, k: usize) -> usize {
        k + self.sentence.chunks[k.min(self.sentence.chunks.len())..].iter().take_while(|c| c.kind == ChunkKind::Adverb).count()
    }

    /// "the dispatch of troops, including nine officers, to X": the chunk behind the second comma, where the first stands at `k`; else `k`.
    fn behind_included(&self, k: usize) -> usize {
        let opens = self.sentence.is(k, ChunkKind::Comma) && self.sentence.is(k + 2, ChunkKind::Noun) && self.chunk_text(k + 1) == "including";
        Some(k + 3).filter(|&close| opens && self.sentence.is(close, ChunkKind::Comma)).map_or(k, |close| close + 1)
    }

    fn names_place(&self, n: usize) -> bool {
        self.named_head(n).is_some_and(|actor| self.kind(&actor) == MentionKind::Place)
    }

    fn is_led_by_of(&self, k: usize) -> bool {
        self.sentence.is(k, ChunkKind::Preposition) && self.chunk_text(k) == "of"
    }

    /// Takes both sides from the noun group at `k` behind "between".
    fn between(&self, n: usize, k: usize, pattern: &NounPattern, sides: &mut Sides) {
        sides.named = true;
        let both = self.actors(k, Side::Object);
        if self.is_mediation(pattern) {
            let chunk = self.sentence.chunks[n];
            // "X's mediation between Y and Z", "mediation between Y and Z by X"
            let owner = self.possessor(chunk.first as usize, chunk.head as usize);
            let by = || self.complement(self.sentence.coordination_end(k) - 1, &["by"]);
            (sides.sources, sides.targets) = (owner.or_else(by).into_iter().collect(), both);
        } else if let [one, others @ ..] = both.as_slice() {
            (sides.sources, sides.targets) = (vec![*one], others.to_vec());
        }
    }

    /// Whether the phrase at `k` belongs to the event noun, behind which phrases stand from the chunk at `from` on, although others may stand between.
    fn is_attached(&self, pattern: &NounPattern, from: usize, k: usize) -> bool {
        let word = self.sentence.first(k).word;
        if k == from {
            return true;
        }
        if word != word::OF {
            return !self.takes_elsewhere(k, word);
        }
        // "the election as president of X": that is of the president
        match self.chunk_text(from) {
            // "the recognition by Norway of X", unlike "by the prime minister of X", "by Ann Lee of X"
            "by" => self.sentence.names(k - 1) && !self.sentence.names_person(k - 1),
            "at" | "in" | "near" => self.names_place(k - 1) && self.sentence.preposition(k - 1) == Some(from) && self.takes(pattern, word),
            _ => false,
        }
    }

    /// "commitments in response to X": whether the preposition at `k` belongs to the event noun right before it.
    fn takes_elsewhere(&self, k: usize, word: WordId) -> bool {
        // "the speech of his visit to X"
        let noun = |k: &usize| {
            self.sentence.chunks[*k].kind == ChunkKind::Noun
                && !self.sentence.names(*k)
                && *k > 0
                && (self.chunk_text(*k - 1) == "in" || self.chunk_text(*k - 1) == "of" && self.sentence.is_owned(*k))
        };
        k.checked_sub(1).filter(noun).is_some_and(|n| self.noun_patterns(n).any(|p| p.through.contains(&word)))
    }

    /// The targets of the event noun at `n` that the preposition at `k` leads to.
    fn targets_behind(&self, n: usize, k: usize, pattern: &NounPattern) -> Vec<Actor> {
        let mut targets = self.actors(k + 1, Side::Object);
        // "an inquiry into Benghazi": what happened there
        if self.sentence.head(n).flags & flag::INQUIRY != 0 {
            targets.retain(|target| self.kind(target) != MentionKind::Place);
        }
        if matches!(self.head_text(n), "reaction" | "response" | "responses") {
            targets.retain(|target| !self.is_mere_place(target));
            // "the response to the NASA hack": to what befell it
            let befell = |p: &NounPattern| matches!(self.class(p.frame), Class::Assault | Class::Coerce);
            let chunk = self.sentence.chunks[k + 1];
            let named = !self.sentence.is_owned(k + 1) && !self.is_adjectival(chunk) && self.modifier(chunk).is_some();
            if named && self.noun_senses(self.sentence.head(k + 1)).iter().any(befell) {
                targets.clear();
            }
        }
        let class = self.class(pattern.frame);
        // "the commitment to the denuclearization of the Korean Peninsula"
        if class == Class::Agree && self.sentence.is_thing(k + 1) {
            targets.retain(|target| !self.is_mere_place(target));
        }
        // "raised X's aggression in the Security Council"
        if class == Class::Assault && self.chunk_text(k) == "in" {
            targets.retain(|target| self.kind(target) != MentionKind::Organization);
        }
        if targets.iter().all(|t| t.mention.is_none()) {
            targets.extend(self.scene(k + 1, class));
        }
        targets
    }

    /// Takes the sources of the event noun at `n` that the preposition at `k` leads to, if it leads to any.
    fn take_sources(&self, n: usize, k: usize, pattern: &NounPattern, sides: &mut Sides) {
        let owned = self.sentence.is_owned(n);
        let class = self.class(pattern.frame);
        let text = self.chunk_text(k);
        // "X's attack on Y, as well as attacks by Z": X has made himself known, unlike in "X's backing by Y"
        let turned = owned && !pattern.possessor_target && k == n + 1 && self.takes(pattern, word::OF);
        let leads = match text {
            "by" => !owned || pattern.possessor_target || turned,
            // "an appeal to X from Y", unlike "the sale of a Greek firm to X"
            "from" if !sides.targets.is_empty() && self.sentence.preposition(k - 1).is_some_and(|p| self.chunk_text(p) == "to") && !owned && !self.is_moved(pattern) => {
                sides.sources.is_empty()
            }
            "from" | "of" if k != n + 1 || !sides.sources.is_empty() || pattern.possessor_target => false,
            "from" => !self.is_travel(pattern) || self.sentence.names_person(k + 1),
            "of" => self.is_headed(k + 1) && !(self.takes_of(n) && class == Class::Assault),
            _ => false,
        };
        if !leads {
            return;
        }
        sides.sources = self.actors(k + 1, Side::Subject);
        // "attacks on X by gunmen": whoever they are, nobody else
        sides.unnamed = text == "by" && !turned && sides.sources.is_empty();
        sides.turned = text == "by" && turned && !sides.sources.is_empty();
        // "the deployment of 200 troops to X": what is sent, not who sends
        match class {
            Class::Aid if text == "of" => sides.sources.retain(|actor| actor.mention.is_some()),
            Class::Mobilize if text == "of" && self.sentence.names(k + 1) => sides.sources.clear(),
            _ => {}
        }
    }

    /// "a visit from Rome to X": where it began, not who made it.
    pub(super) fn is_travel(&self, pattern: &NounPattern) -> bool {
        self.takes(pattern, word::TO) && self.class(pattern.frame) == Class::Consult
    }

    /// Whether who does it brings others together.
    fn is_mediation(&self, pattern: &NounPattern) -> bool {
        matches!(self.view.gazetteer.frames.frames[pattern.frame as usize].name.as_str(), "broker" | "mediate")
    }

    /// "the transfer of troops to X from Y": what moves is not given.
    fn is_moved(&self, pattern: &NounPattern) -> bool {
        self.is_travel(pattern) || matches!(self.class(pattern.frame), Class::Mobilize | Class::Retreat)
    }

    fn takes(&self, pattern: &NounPattern, word: WordId) -> bool {
        pattern.through.contains(&word)
    }
}
