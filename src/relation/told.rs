//! What a verb of saying does to who is at the head of its clause: "demanded that X leave", "said X was behind the attack".

use super::actor::Side;
use super::context::Context;
use super::verbal::Later;
use super::{Actor, Found, Range, Reader, Rule};
use crate::gazetteer::{serves, Class, Inner, PatternsOf, Step, Tag, VerbPattern, WordSet};
use crate::mention::FoundBy;
use crate::syntax::{ChunkKind, Form, Via};

/// The pattern of what is held against who is at the head of the clause, as records have it.
const CLAUSE: &str = "that X";

impl Reader<'_> {
    /// What a verb of saying does to who is at the head of the clause that it takes.
    pub(super) fn told(&self, v: usize, patterns: PatternsOf<'_>, subject: Later<'_>, out: &mut Vec<Found>) {
        let Some(content) = self.view.gazetteer.frames.complements.get(&self.sentence.chunks[v].verb.base).and_then(|c| c.content) else { return };
        let Some(clause) = self.sentence.content(v) else { return };
        // "told X that Y must leave": X is to see to it
        let told = self.sentence.next(v).is_some_and(|k| k != clause.0 && self.sentence.is(k, ChunkKind::Noun) && !self.sentence.is_thing(k));
        if !told {
            self.demanded(v, patterns, content, clause, subject, out);
        }
        if let Some(clause) = self.second_content(clause.1) {
            self.demanded(v, patterns, content, clause, subject, out);
        }
        self.accused(v, content, clause, subject, out);
        // "denied that X was weak" calls nobody so
        if content == Inner::Asserted {
            self.called(v, clause, subject, out);
        }
    }

    /// "said X lies and that Y should go": the second clause, where the verb of the first stands at `inner`.
    fn second_content(&self, inner: usize) -> Option<(usize, usize)> {
        let bound = |k: &usize| !matches!(self.sentence.chunks[*k].kind, ChunkKind::Break | ChunkKind::Subordinator);
        let that = (inner + 1..self.sentence.chunks.len()).take(16).take_while(bound).find(|&k| self.sentence.is(k, ChunkKind::That))?;
        Some(that - 1).filter(|&k| self.sentence.is(k, ChunkKind::Conjunction)).and_then(|k| self.sentence.content(k))
    }

    /// The patterns of a verb, by which what another verb says comes to the same.
    pub(super) fn patterns_of(&self, verb: &str) -> Option<PatternsOf<'_>> {
        let gazetteer = self.view.gazetteer;
        gazetteer.frames.of_verb(gazetteer.words.find(verb))
    }

    /// The pattern by which the frame of this name asks somebody for something.
    fn request(&self, frame: &str) -> Option<&VerbPattern> {
        self.patterns_of(frame)?.serving(serves::REQUEST).find(|pattern| self.frame_name(pattern.frame) == frame)
    }

    /// "X", "he", "the president", "the mayor, X,", unlike "U.S. partners": whether the head of the noun group at `n` is the actor.
    fn is_himself(&self, n: usize) -> bool {
        let itself = |actor: Actor| actor.by == FoundBy::Pronoun || actor.tokens.1 == self.head_tokens(n).1;
        self.actor(n, Side::Object).is_some_and(itself) || self.apposed(n).is_some()
    }

    /// "must be", "should know": whether the verb at `v` tells how it is, not what is to be done.
    fn is_state(&self, v: usize) -> bool {
        matches!(self.view.gazetteer.words.text(self.sentence.chunks[v].verb.base), "be" | "expect" | "have" | "know" | "understand")
    }

    /// The relation of the subject of `v` to who is at the head of its clause.
    fn emit_to_clause(&self, v: usize, subject: Later<'_>, noun: usize, (frame, text): (u32, &str), out: &mut Vec<Found>) {
        let Some(s) = **subject else { return };
        let Some(context) = self.context(v, Some(s), self.class(frame)) else { return };
        self.emit(&self.sources(v, s), &self.actors(noun, Side::Object), frame, text, self.head_tokens(v), Rule::Active, &context, out);
    }

    /// "demanded that X leave": the subject of the clause is the target.
    fn demanded(&self, v: usize, patterns: PatternsOf<'_>, content: Inner, (noun, inner): (usize, usize), subject: Later<'_>, out: &mut Vec<Found>) {
        // "said X must leave", "ruled that X has to leave" is a demand, "said X should leave" an appeal; "admitted that X must" is none, nor what must become of a thing of X
        let asked = match (self.view.gazetteer.words.text(self.sentence.chunks[v].verb.base), self.chunk_text(inner)) {
            ("acknowledge" | "admit" | "concede" | "decide", _) => None,
            (_, "must") => Some("demand"),
            ("rule", _) => Some("demand").filter(|_| self.has_to(inner)),
            // "said X should have left", "said X should be proud"
            (_, "should") => Some("urge").filter(|_| !self.sentence.group_has(inner, Tag::Have) && !self.is_state(inner)),
            _ => None,
        };
        // "said U.S. partners should pay": not the U.S.
        let named = |asks: &&str| *asks == "demand" || self.is_himself(noun);
        let asked = asked.filter(named).filter(|_| content == Inner::Asserted && self.is_headed(noun));
        let must = asked.is_some();
        let pattern = asked.map_or_else(|| patterns.serving(serves::REQUEST).next(), |verb| self.request(verb));
        let Some(pattern) = pattern else { return };
        // "said X must be stopped" asks others
        if must && self.sentence.chunks[inner].verb().is_some_and(|verb| verb.passive) {
            return;
        }
        let head = self.sentence.head(inner);
        // "insisted that Germany withdraw"
        let group = &self.sentence.units[self.sentence.chunks[inner].first as usize..self.sentence.chunks[inner].head as usize];
        let bare = !group.iter().any(|unit| matches!(unit.tag, Tag::Modal | Tag::Do));
        // "repeated that X and Y plan a visit"
        let wished = content == Inner::Hypothetical || (head.tag == Tag::Verb && bare && !self.is_one_of_several(noun) && self.sentence.head(noun).tag == Tag::Name);
        if !must && !wished {
            return;
        }
        let should = must || self.chunk_text(inner) == "should";
        // "demanded that X quit"
        let base = head.tag == Tag::Verb || head.tag == Tag::Past && head.word == self.sentence.chunks[inner].verb.base;
        let bare = bare && base || (head.tag == Tag::Be && self.head_text(inner) == "be");
        if bare || should {
            self.emit_to_clause(v, subject, noun, (pattern.frame, CLAUSE), out);
        }
    }

    /// Whether the noun group at `noun` is coordinated with another.
    fn is_one_of_several(&self, noun: usize) -> bool {
        self.sentence.first_conjunct(noun) < noun || self.sentence.coordination_end(noun) > noun + 1
    }

    /// "has to leave": as a court rules it is a demand, as another says it a need.
    fn has_to(&self, v: usize) -> bool {
        matches!(self.chunk_text(v), "has" | "have") && self.sentence.group_has(v, Tag::To)
    }

    /// "questioned whether X could win", "criticized how X had voted": who is at the head of the clause is the target.
    pub(super) fn questioned(&self, v: usize, patterns: PatternsOf<'_>, subject: Later<'_>, out: &mut Vec<Found>) {
        let joins = |k: &usize| !matches!(self.sentence.chunks[*k].kind, ChunkKind::Noun | ChunkKind::Preposition | ChunkKind::Verb | ChunkKind::Comma | ChunkKind::Stop);
        let Some(next) = self.sentence.next(v) else { return };
        // "approved of how X had voted"
        let led = usize::from(self.chunk_text(next) == "of");
        let joint = next + led;
        if joint >= self.sentence.chunks.len() || !joins(&joint) {
            return;
        }
        let judges = |p: &&VerbPattern, alone: bool| {
            let right_behind = match p.steps.as_slice() {
                [Step::Target] => alone,
                [Step::Through(words), Step::Target] => !alone && words.contains(&self.sentence.first(next).word),
                _ => false,
            };
            right_behind && matches!(self.class(p.frame), Class::Accuse | Class::Support)
        };
        let pattern = match self.chunk_text(joint) {
            "how" if led == 1 => patterns.iter().find(|p| judges(p, false)),
            "how" => patterns.serving(serves::ACCUSE).next().or_else(|| patterns.iter().find(|p| judges(p, true))),
            "if" | "whether" | "why" if led == 0 => patterns.serving(serves::ACCUSE).next(),
            _ => None,
        };
        let Some(pattern) = pattern else { return };
        if let Some((noun, _)) = self.sentence.content(joint) {
            let text = format!("{} X", self.chunk_text(joint));
            self.emit_to_clause(v, subject, noun, (pattern.frame, &text), out);
        }
    }

    /// "Hungary must leave, X said": a demand, as in "X said Hungary must leave".
    pub(super) fn demanded_before(&self, v: usize, out: &mut Vec<Found>) {
        let verb = self.sentence.chunks[v].verb;
        // "must have left", "must be tired" is a guess
        let guess = || self.sentence.group_has(v, Tag::Have) || self.is_state(v);
        let asks = match self.chunk_text(v) {
            "must" => "demand",
            "should" => "urge",
            _ => return,
        };
        let acts = !verb.passive && verb.form == Form::Finite && !guess();
        let subject = if acts { self.sentence.subject(v) } else { None };
        let Some(subject) = subject.filter(|subject| subject.via == Via::Direct && self.is_headed(subject.noun)) else { return };
        // "the road X should take", "whether X should go"
        let before = self.sentence.previous(self.sentence.first_conjunct(subject.noun));
        let inner = before.is_some_and(|k| matches!(self.sentence.chunks[k].kind, ChunkKind::Noun | ChunkKind::Relative | ChunkKind::Subordinator));
        if asks == "urge" && (inner || !self.is_himself(subject.noun)) {
            return;
        }
        let Some((Some(speaker), cue, Inner::Asserted)) = self.attribution(v) else { return };
        // "X must appear in court, according to Y" is no demand of his
        let says = cue.0 > self.tokens(v).0 && !self.is_according(cue);
        let Some(pattern) = self.request(asks).filter(|_| says) else { return };
        let context = Context::plain(Class::Request);
        self.emit(&[speaker], &self.actors(subject.noun, Side::Object), pattern.frame, "X must", self.head_tokens(v), Rule::Active, &context, out);
    }

    /// Whether the words at which somebody is said to say so are "according to".
    fn is_according(&self, cue: Range) -> bool {
        self.view.document.tokens[cue.0 as usize].text(self.view.text).eq_ignore_ascii_case("according")
    }

    /// "threatened to strike unless X pays", "warned that it would strike if X does not": who is to do something, or to leave it, is threatened.
    pub(super) fn threatened(&self, v: usize, subject: Later<'_>, out: &mut Vec<Found>) {
        let gazetteer = self.view.gazetteer;
        let announced = match gazetteer.words.text(self.sentence.chunks[v].verb.base) {
            "threaten" => self.sentence.next(v).is_some_and(|k| self.sentence.chunks[k].is_verb() || self.sentence.is(k, ChunkKind::That)),
            "warn" => self.sentence.content(v).is_some_and(|(noun, inner)| {
                let verb = self.sentence.chunks[inner].verb;
                (verb.future || verb.would) && self.sentence.head(noun).tag == Tag::Pronoun
            }),
            _ => false,
        };
        if !announced {
            return;
        }
        let inside = |k: &usize| !matches!(self.sentence.chunks[*k].kind, ChunkKind::Stop | ChunkKind::Break);
        let condition = |k: &usize| matches!(self.chunk_text(*k), "if" | "unless");
        let Some(joint) = (v + 1..self.sentence.chunks.len()).take_while(inside).find(condition) else { return };
        let Some((noun, _)) = self.sentence.content(joint).filter(|(noun, _)| self.is_headed(*noun)) else { return };
        // "threatened to attack X if Y intervenes": X; "threatened to close it to X unless X pays"
        let entity = |k: usize| self.actor(k, Side::Object).and_then(|actor| self.entity(&actor));
        let named = |k: &usize| self.sentence.is(*k, ChunkKind::Noun) && self.sentence.names(*k);
        if (v + 1..joint).filter(named).any(|k| entity(k) != entity(noun)) {
            return;
        }
        if let Some(pattern) = self.patterns_of("threaten").and_then(|patterns| patterns.last()) {
            self.emit_to_clause(v, subject, noun, (pattern.frame, "if X"), out);
        }
    }

    /// "was responsible for the attack", "was to blame", "violated the truce", "committed crimes": the verb for him who says so of another, where that is what the verb at `v` tells.
    fn fault(&self, v: usize) -> Option<&'static str> {
        let verb = self.sentence.chunks[v].verb;
        if verb.negated || verb.passive {
            return None;
        }
        let sets = &self.view.gazetteer.sets;
        let crime = || self.sentence.next(v).is_some_and(|n| self.sentence.is(n, ChunkKind::Noun) && self.head_is(n, WordSet::Crime));
        let wrong = || sets.has(WordSet::Misdeed, verb.base) || sets.has(WordSet::Commit, verb.base) && crime();
        let accuses = if self.is_said_to_be_at_fault(v) {
            "blame"
        } else if !verb.modal && !verb.future && wrong() {
            "accuse"
        } else {
            return None;
        };
        // "betrayed nobody"
        Some(accuses).filter(|_| !self.negative_object(v))
    }

    /// "was responsible for the attack", "was behind it", "was to blame": whether the verb at `v` and what stands behind it say so.
    fn is_said_to_be_at_fault(&self, v: usize) -> bool {
        let has = |tag| self.sentence.group_has(v, tag);
        if self.sentence.head(v).tag != Tag::Be {
            return has(Tag::Be) && has(Tag::To) && self.view.gazetteer.words.text(self.sentence.chunks[v].verb.base) == "blame";
        }
        let text = |k: usize| self.sentence.chunks.get(k).map_or("", |c| self.unit_text(c.first as usize));
        match text(v + 1) {
            "complicit" | "culpable" | "guilty" => true,
            // unlike "is responsible, mature and calm"
            "responsible" => text(v + 2) == "for" || self.sentence.chunks.get(v + 2).is_none_or(|c| matches!(c.kind, ChunkKind::Stop | ChunkKind::Break)),
            // "was behind it", unlike "was behind Spain"
            "behind" => self.sentence.chunks.get(v + 2).is_some_and(|c| c.is_verb() || c.kind == ChunkKind::Noun) && !self.sentence.names(v + 2),
            _ => false,
        }
    }

    /// "said X was responsible for the attack", "complained that X spends too little": it is held against who does it.
    fn accused(&self, v: usize, content: Inner, (noun, inner): (usize, usize), subject: Later<'_>, out: &mut Vec<Found>) {
        let verb = self.sentence.chunks[inner].verb;
        let acts = !verb.passive && !verb.modal && !verb.future && self.sentence.head(inner).tag != Tag::Be;
        let complains = acts && self.view.gazetteer.sets.has(WordSet::Complain, self.sentence.chunks[v].verb.base);
        // "denied that X was behind it" blames nobody
        let fault = self.fault(inner).filter(|_| content == Inner::Asserted).or(complains.then_some("accuse"));
        // "alleged that she and X had talked"
        let accuses = fault.filter(|&verb| verb == "blame" || !self.is_one_of_several(noun) && self.is_headed(noun));
        if let Some(pattern) = accuses.and_then(|verb| self.patterns_of(verb)).and_then(|patterns| patterns.last()) {
            self.emit_to_clause(v, subject, noun, (pattern.frame, CLAUSE), out);
        }
    }

    /// "Hungary is to blame, X said", "according to X, Hungary violated the truce": as in "X said Hungary is to blame".
    pub(super) fn accused_before(&self, v: usize, out: &mut Vec<Found>) {
        let Some(pattern) = self.fault(v).and_then(|verb| self.patterns_of(verb)).and_then(|patterns| patterns.last()) else { return };
        let Some(subject) = self.sentence.subject(v).filter(|subject| subject.via == Via::Direct && self.is_headed(subject.noun)) else { return };
        let Some((Some(speaker), cue, Inner::Asserted)) = self.attribution(v) else { return };
        // "X said Hungary is to blame" is read at "said"
        if cue.0 < self.tokens(v).0 && !self.is_according(cue) {
            return;
        }
        let context = Context::plain(Class::Accuse);
        self.emit(&[speaker], &self.actors(subject.noun, Side::Object), pattern.frame, CLAUSE, self.head_tokens(v), Rule::Active, &context, out);
    }

    /// "said X was irresponsible", "said X's claims were false": as one who called him so.
    fn called(&self, v: usize, (noun, inner): (usize, usize), subject: Later<'_>, out: &mut Vec<Found>) {
        let verb = self.sentence.chunks[inner].verb;
        if verb.negated || verb.modal || verb.future {
            return;
        }
        // "was irresponsible", "was misguided"
        let be = self.sentence.head(inner).tag == Tag::Be;
        let said = if be { self.sentence.next(inner) } else { Some(inner).filter(|_| verb.passive) };
        let Some(said) = said.filter(|&k| !be || matches!(self.sentence.chunks[k].kind, ChunkKind::Adjective | ChunkKind::Noun)) else { return };
        let word = self.sentence.head(said).word;
        let names = |p: &&VerbPattern| matches!(p.steps.as_slice(), [Step::Target, Step::Words(words)] if words.contains(&word) && self.class(p.frame) == Class::Accuse);
        if let Some(pattern) = self.patterns_of("call").and_then(|patterns| patterns.iter().find(names)) {
            self.emit_to_clause(v, subject, noun, (pattern.frame, CLAUSE), out);
        }
    }
}
