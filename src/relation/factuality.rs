//! Whether an event that a noun names was, is still to come or is only talked of. The cues are those of factuality annotation (Saurí and Pustejovsky 2009):
//! the verb of which the noun is the subject, what governs it, and nouns and adjectives of doubt and purpose beside it.

use super::{Modality, Reader};
use crate::gazetteer::{flag, word, Class, Inner, Tag, WordId, WordSet};
use crate::syntax::{ChunkKind, Form, Unit, Via};

impl Reader<'_> {
    /// "will be no war with X", "plans a visit to X", and what the event's own verb makes of it: of a meeting, or of an event that is no definite one.
    pub(super) fn modality_of(&self, n: usize, class: Class) -> Modality {
        let open = class == Class::Consult || !self.is_definite(n);
        // "looks forward to X's visit"
        if self.sentence.preposition(n).is_some_and(|p| self.chunk_text(p) == "forward") {
            return Modality::Future;
        }
        if let Some(governor) = self.governor(n).or_else(|| self.governor(self.renamed(n)?)).map(|v| self.sentence.chunks[v]) {
            let frames = &self.view.gazetteer.frames;
            let there = self.sentence.units[governor.head as usize].tag == Tag::Be;
            // "will attend talks", "will host the forum, a meeting of X and Y"
            let attends = || class == Class::Consult && frames.of_verb(governor.verb.base).is_some_and(|patterns| patterns.iter().any(|p| self.class(p.frame) == Class::Consult));
            let inner = frames.complements.get(&governor.verb.base).and_then(|c| c.infinitive);
            let plans = inner == Some(Inner::Future);
            // "is investigating collusion with X"
            let secret = class == Class::Cooperate && matches!(self.head_text(n), "collaboration" | "collusion" | "conspiracy" | "coordination");
            if secret && self.is_done_to(governor.verb.base, |class| class == Class::Accuse) {
                return Modality::Hypothetical;
            }
            // "pledged its cooperation with X"
            let promises = class == Class::Cooperate && inner == Some(Inner::Outer) && self.is_done_to(governor.verb.base, |class| class == Class::Agree);
            if promises && !governor.verb.passive {
                return Modality::Future;
            }
            // "will deliver his message to X"
            let own = self.sentence.first(n).tag == Tag::Possessive;
            let uses = self.view.gazetteer.words.get(governor.verb.base).has(flag::LIGHT) || governor.verb.base == word::USE;
            let lends = own && uses && !governor.verb.passive;
            // "is expected to use his speech to X"
            let context = || self.governor(n).and_then(|v| self.context(v, self.sentence.subject(v), class));
            if lends && governor.verb.form == Form::Infinitive && context().is_some_and(|context| context.modality == Modality::Future) {
                return Modality::Future;
            }
            if (governor.verb.future && (there || lends || attends())) || (open && plans && !governor.verb.passive) {
                return Modality::Future;
            }
        }
        if class == Class::Consult && self.is_venue_to_come(n) {
            return Modality::Future;
        }
        // "X's purchase of Y would be its first"
        let would_be = |v: usize| self.sentence.chunks[v].verb.would && self.sentence.head(v).tag == Tag::Be;
        let verb = self.verb_of(n);
        if verb.is_some_and(|v| would_be(v) && self.sentence.subject(v).is_some_and(|s| s.noun == n)) {
            return Modality::Hypothetical;
        }
        verb.filter(|_| open).and_then(|v| self.foreseen(v)).unwrap_or(Modality::Asserted)
    }

    /// "will lead a delegation to talks with X", "will embark on a trip to X": whether somebody will be there, or set out, which a preposition before the noun group at `n` tells.
    fn is_venue_to_come(&self, n: usize) -> bool {
        let Some(p) = self.sentence.preposition(self.sentence.first_conjunct(n)) else { return false };
        let above = (0..p).rev().take_while(|&k| !matches!(self.sentence.chunks[k].kind, ChunkKind::Break | ChunkKind::That | ChunkKind::Relative)).find(|&k| self.is_finite(k));
        let Some(verb) = above.and_then(|v| self.sentence.chunks[v].verb()).filter(|verb| verb.future && !verb.negated) else { return false };
        match self.chunk_text(p) {
            "at" | "during" => true,
            "for" => self.view.gazetteer.sets.has(WordSet::Travel, verb.base),
            "on" => self.view.gazetteer.words.text(verb.base) == "embark",
            _ => false,
        }
    }

    /// "the forum, a meeting of X and Y": what the noun group at `n` is another name of.
    fn renamed(&self, n: usize) -> Option<usize> {
        let article = matches!(self.chunk_text(n), "a" | "an" | "the");
        let comma = self.sentence.previous(n).filter(|&k| article && self.sentence.chunks[k].kind == ChunkKind::Comma)?;
        self.sentence.previous(comma).filter(|&k| self.sentence.chunks[k].kind == ChunkKind::Noun)
    }

    /// Whether the words around leave open that the event was.
    pub(super) fn is_left_open(&self, n: usize, verb: Option<usize>, class: Class) -> bool {
        match verb {
            Some(v) => self.is_doubted(n) || self.is_considered(v, class) || self.is_called_off(n, class),
            None if self.is_behind_question(n) && !self.is_definite(n) => true,
            None => self.is_doubted(n) || self.any_such(n) || self.is_wanted(n, class) || self.is_aimed_at(n) || self.is_missed(n) || self.is_called_off(n, class),
        }
    }

    /// "the meeting between X and Y has been called off", "cancelled his talks with X": a meeting that does not come about.
    fn is_called_off(&self, n: usize, class: Class) -> bool {
        if class != Class::Consult {
            return false;
        }
        let chunks = &self.sentence.chunks;
        let behind = self.sentence.next(self.end_of_phrase(n)).filter(|&v| chunks[v].is_verb() && chunks[v].verb.passive);
        self.governor(n).filter(|&v| !chunks[v].verb.passive).or(behind).is_some_and(|v| {
            let off = || chunks.get(v + 1).is_some_and(|c| self.unit_text(c.first as usize) == "off");
            match self.view.gazetteer.words.text(chunks[v].verb.base) {
                "cancel" | "postpone" | "scrap" => true,
                "call" | "put" => off(),
                _ => false,
            }
        })
    }

    /// "considered aid to X" as "considered giving", "pursued a deal with X"; who pursues talks talks.
    fn is_considered(&self, v: usize, class: Class) -> bool {
        let base = self.sentence.chunks[v].verb.base;
        let sets = &self.view.gazetteer.sets;
        if sets.has(WordSet::Ponder, base) || class != Class::Consult && sets.has(WordSet::Envisage, base) {
            return true;
        }
        // of a verb with a frame the line belongs to the frame: "make threats"
        let framed = self.view.gazetteer.words.get(base).has(flag::VERB_FRAME);
        !framed && self.view.gazetteer.frames.complements.get(&base).is_some_and(|c| c.gerund == Some(Inner::Hypothetical))
    }

    /// "want to reach an agreement", "interest in reaching an agreement", unlike "helped to reach the agreement": what may not come true, and no definite event.
    fn is_wanted(&self, n: usize, class: Class) -> bool {
        // "hope that this will encourage talks"
        let hoped = |v: usize| self.attribution(v).is_some_and(|(_, _, inner)| inner == Inner::Hypothetical);
        let open = |v: &usize| matches!(self.sentence.chunks[*v].verb.form, Form::Infinitive | Form::Gerund) || hoped(*v);
        self.governor(n)
            .filter(|v| !self.is_definite(n) && open(v))
            .is_some_and(|v| self.context(v, self.sentence.subject(v), class).is_none_or(|context| context.modality != Modality::Asserted))
    }

    /// "failed to secure X's withdrawal": an event that somebody did not bring about.
    fn is_missed(&self, n: usize) -> bool {
        let Some(v) = self.governor(n).filter(|&v| self.sentence.chunks[v].verb.form == Form::Infinitive) else { return false };
        let Some(Via::Control(u)) = self.sentence.subject(v).map(|s| s.via) else { return false };
        let verbs = [self.sentence.chunks[u as usize].verb.base, self.sentence.chunks[v].verb.base];
        let fails = self.view.gazetteer.frames.complements.get(&verbs[0]).is_some_and(|c| c.infinitive == Some(Inner::Negated));
        fails && self.view.gazetteer.words.get(verbs[1]).has(flag::LIGHT)
    }

    /// "called for a truce", "the path to a truce", "proposed a truce": an event that somebody works for, and no definite one.
    fn is_aimed_at(&self, n: usize) -> bool {
        let gazetteer = self.view.gazetteer;
        let asks = |base: WordId| {
            let patterns = gazetteer.frames.of_verb(base);
            patterns.is_some_and(|patterns| patterns.iter().any(|p| self.class(p.frame) == Class::Request && p.steps.iter().any(|step| step.is_through(word::FOR))))
        };
        // "its appeal for the withdrawal of X"
        let request = |k: usize| self.sentence.is(k, ChunkKind::Noun) && self.noun_patterns(k).any(|p| self.class(p.frame) == Class::Request);
        // "provides for the withdrawal of X"
        let provides = |base: WordId| gazetteer.words.text(base) == "provide";
        let asked =
            |p: usize| p > 0 && self.chunk_text(p) == "for" && (self.sentence.chunks[p - 1].verb().is_some_and(|verb| asks(verb.base) || provides(verb.base)) || request(p - 1));
        // "called for the withdrawal of X": known or not
        if self.sentence.preposition(n).is_some_and(asked) {
            return true;
        }
        // "urges the holding of talks"
        let held = self.sentence.preposition(n).filter(|&p| p > 0 && self.chunk_text(p) == "of" && matches!(self.head_text(p - 1), "convening" | "holding" | "resumption"));
        if held.is_some_and(|p| request(p - 1) || self.governor(p - 1).is_some_and(|v| self.is_urged(v)) || self.sentence.preposition(p - 1).is_some_and(asked)) {
            return true;
        }
        if self.is_definite(n) {
            return false;
        }
        let Some(p) = self.sentence.preposition(n).filter(|&p| p > 0) else {
            let proposes = |v: usize| {
                let verb = self.sentence.chunks[v].verb;
                // "had a meeting" had one
                let has = self.sentence.head(v).tag == Tag::Have;
                let complements = gazetteer.frames.complements.get(&verb.base).filter(|_| !has);
                // "deter aggression", "pursue a truce"
                if gazetteer.sets.has(WordSet::Prevent, verb.base) || gazetteer.sets.has(WordSet::Envisage, verb.base) {
                    return true;
                }
                // "fears a war", "proposed a truce"
                complements.is_some_and(|c| c.infinitive == Some(Inner::Hypothetical) || c.content == Some(Inner::Hypothetical))
            };
            // "supports closer ties between X and Y"
            let more = matches!(self.chunk_text(n), "closer" | "deeper" | "further" | "greater" | "more" | "stronger");
            let favours = |v: usize| self.is_done_to(self.sentence.chunks[v].verb.base, |class| matches!(class, Class::Support | Class::Request));
            return self.governor(n).is_some_and(|v| proposes(v) || more && favours(v));
        };
        if !matches!(self.chunk_text(p), "for" | "to" | "towards" | "toward" | "at") {
            return false;
        }
        let above = &self.sentence.chunks[p - 1];
        above.kind == ChunkKind::Noun && self.sentence.units[above.head as usize].flags & flag::AIM != 0
    }

    /// "urges the holding of talks": whether the verb at `v` says what should be.
    fn is_urged(&self, v: usize) -> bool {
        let base = self.sentence.chunks[v].verb.base;
        matches!(self.view.gazetteer.words.text(base), "encourage" | "favor" | "favour" | "support") || self.is_done_to(base, |class| class == Class::Request)
    }

    /// "the truce", "their truce", "France's truce": one that is known, most often because it was.
    fn is_definite(&self, n: usize) -> bool {
        let chunk = self.sentence.chunks[n];
        let first = &self.sentence.units[chunk.first as usize];
        let named = first.mention != 0 && first.tag != Tag::Adjective;
        let owned = matches!(first.tag, Tag::Possessive | Tag::Name) || self.sentence.is_owned(n);
        owned || named || matches!(self.unit_text(chunk.first as usize), "the" | "this" | "that" | "these")
    }

    /// "possible collusion", "an investigation into collusion": an event that may not have been.
    fn is_doubted(&self, n: usize) -> bool {
        let chunk = self.sentence.chunks[n];
        if self.sentence.units[chunk.first as usize..chunk.head as usize].iter().any(is_doubt) {
            return true;
        }
        // "prospects of a deal", "potential areas for cooperation"
        let before = self.sentence.preposition(n).filter(|&p| p > 0 && matches!(self.chunk_text(p), "of" | "into" | "about" | "over" | "for"));
        before.is_some_and(|p| {
            let above = &self.sentence.chunks[p - 1];
            let head = &self.sentence.units[above.head as usize];
            let inquiry = head.flags & flag::INQUIRY != 0 && self.chunk_text(p) != "for";
            // "false statements about his talks" were made
            let described = self.chunk_text(p) == "for" && self.sentence.units[above.first as usize..above.head as usize].iter().any(is_doubt);
            // "a supporter of X's accession to Y"
            let wished = self.chunk_text(p) == "of"
                && matches!(self.unit_text(above.head as usize), "advocate" | "advocates" | "champion" | "proponent" | "proponents" | "supporter" | "supporters");
            // "in the event of an attack by X"
            let event = self.chunk_text(p) == "of" && self.unit_text(above.head as usize) == "event" && p > 1 && self.chunk_text(p - 2) == "in";
            above.kind == ChunkKind::Noun && (event || inquiry || described || wished || is_doubt(head))
        })
    }

    /// "a war between X and Y would …", "if there is a war between X and Y": any such event, not one that was.
    fn any_such(&self, n: usize) -> bool {
        let chunk = self.sentence.chunks[n];
        // "any collusion", unlike "has denied any collusion"
        let any = matches!(self.unit_text(chunk.first as usize), "any" | "Any");
        if !any && !matches!(self.unit_text(chunk.first as usize), "a" | "an" | "A" | "An" | "another") {
            return false;
        }
        let chunks = &self.sentence.chunks;
        let above = || (0..n).rev().take_while(|&k| !matches!(chunks[k].kind, ChunkKind::Break | ChunkKind::That)).find(|&k| self.is_finite(k));
        let Some(v) = self.verb_of(n).or_else(above) else { return false };
        chunks[v].verb().is_some_and(|verb| verb.modal || verb.would || any && verb.future) || self.conditional(v)
    }

    pub(super) fn is_finite(&self, k: usize) -> bool {
        self.sentence.form(k) == Some(Form::Finite)
    }

    /// Whether a finite verb tells a fact: nothing denies it or leaves it open.
    pub(super) fn is_fact(&self, k: usize) -> bool {
        let verb = || self.sentence.chunks[k].verb;
        self.is_finite(k) && !verb().negated && !verb().modal && !verb().future
    }

    /// The finite verb behind the noun group at `n` and what belongs to it.
    pub(super) fn verb_of(&self, n: usize) -> Option<usize> {
        let chunks = &self.sentence.chunks;
        (n + 1..chunks.len())
            .take_while(|&k| matches!(chunks[k].kind, ChunkKind::Preposition | ChunkKind::Noun | ChunkKind::Conjunction | ChunkKind::Adverb | ChunkKind::Verb))
            .find(|&k| self.is_finite(k))
    }

    /// "talks between X and Y will begin", "a deal with X is likely": what the verb of which the event noun is the subject, at `v`, says of when it is, if at all.
    fn foreseen(&self, v: usize) -> Option<Modality> {
        let chunks = &self.sentence.chunks;
        let verb = chunks[v].verb;
        let head = &self.sentence.units[chunks[v].head as usize];
        let happens = |base: WordId| self.view.gazetteer.words.get(base).has(flag::HAPPENING);
        if verb.future {
            return (head.tag == Tag::Be || happens(verb.base)).then_some(Modality::Future);
        }
        // "talks are unlikely to bear fruit": there are talks
        let infinitive = chunks.get(v + 1 + usize::from(!verb.passive)).and_then(|c| c.verb()).filter(|verb| verb.form == Form::Infinitive);
        if infinitive.is_some_and(|verb| !happens(verb.base)) {
            return None;
        }
        // "a war between X and Y was averted"
        if verb.passive && self.view.gazetteer.sets.has(WordSet::Prevent, verb.base) {
            return Some(Modality::Hypothetical);
        }
        let doubtful = |unit: &Unit| (unit.flags & flag::DOUBT != 0).then_some(Modality::Hypothetical);
        // "is scheduled", "is likely", "is under consideration"
        let behind = (v + 1..chunks.len()).find(|&k| chunks[k].kind != ChunkKind::Adverb);
        let predicate = match behind.map(|k| chunks[k]) {
            _ if verb.passive => head,
            Some(next) if head.tag == Tag::Be && next.kind == ChunkKind::Adjective => &self.sentence.units[next.head as usize],
            // "a deal between X and Y is the only way out"
            Some(next) if head.tag == Tag::Be && next.kind == ChunkKind::Noun => {
                let aim = matches!(self.unit_text(next.head as usize), "aim" | "answer" | "goal" | "option" | "priority" | "solution" | "way");
                return aim.then_some(Modality::Hypothetical);
            }
            Some(next) if head.tag == Tag::Be && next.kind == ChunkKind::Preposition => return doubtful(&self.sentence.units[chunks.get(v + 2)?.head as usize]),
            _ => return None,
        };
        let complements = &self.view.gazetteer.frames.complements;
        let inner = complements.get(&predicate.word).or_else(|| complements.get(&verb.base).filter(|_| verb.passive)).and_then(|c| c.infinitive);
        match inner {
            Some(Inner::Future) => Some(Modality::Future),
            Some(Inner::Hypothetical) => Some(Modality::Hypothetical),
            _ => doubtful(predicate),
        }
    }
}

/// "possible", "alleged": a word that leaves open whether an event was.
pub(super) fn is_doubt(unit: &Unit) -> bool {
    unit.mention == 0 && unit.flags & flag::DOUBT != 0
}
