//! Verb frames: which pattern of a verb fits what stands around it.

use std::cell::LazyCell;
use std::ops::Deref;

use super::actor::Side;
use super::context::Context;
use super::{Actor, Circumstances, Found, Range, Reader, Rule};
use crate::gazetteer::{flag, word, Class, Inner, NounPattern, Sketch, Step, Tag, VerbPattern, VerbPatterns, WordId};
use crate::mention::{FoundBy, MentionKind};
use crate::syntax::{Argument, ChunkKind, Form, Subject, Verb, Via};

impl Reader<'_> {
    /// Reads the relations of the verb group or predicative adjective at chunk `v`.
    pub fn verbal(&self, v: usize, arguments: &mut Vec<Argument>, out: &mut Vec<Found>) {
        let chunk = self.sentence.chunks[v];
        match chunk.kind {
            ChunkKind::Verb => {
                let verb = chunk.verb;
                let before = out.len();
                let gazetteer = self.view.gazetteer;
                let listed = gazetteer.words.get(verb.base).has(flag::VERB_FRAME);
                if let Some(patterns) = listed.then(|| gazetteer.frames.verbs.get(&verb.base)).flatten() {
                    self.patterns(v, verb, patterns, arguments, out);
                }
                if out.len() == before && verb.passive {
                    self.adjective(v, arguments, out);
                }
                if out.len() == before && verb.form == Form::Infinitive && !verb.passive {
                    self.governed(v, arguments, out);
                }
            }
            ChunkKind::Adjective | ChunkKind::Preposition => self.adjective(v, arguments, out),
            _ => {}
        }
    }

    fn patterns(&self, v: usize, verb: Verb, patterns: &VerbPatterns, arguments: &mut Vec<Argument>, out: &mut Vec<Found>) {
        self.arguments_of(v, arguments);
        // most verbs need none: their patterns do not fit
        let subject = LazyCell::new(|| self.doer(v));
        let (object, rule) = if verb.passive {
            (subject.map(|s| s.noun), Rule::Passive)
        } else if arguments.iter().any(Argument::is_object) {
            (None, Rule::Active)
        } else {
            let relative = subject.and_then(|s| self.relative_object(s));
            (relative, if relative.is_some() { Rule::Relative } else { Rule::Active })
        };
        let words = self.words_behind(object, arguments);
        for pattern in patterns.fitting(words).filter(|pattern| !pattern.denied || verb.negated) {
            let Some(target) = self.fit(pattern, v, object, arguments) else { continue };
            if (pattern.head && !self.is_headed(target)) || (target > v && self.is_thing(v, target)) {
                continue;
            }
            let class = self.class(pattern.frame);
            let targets = self.targets(target, class, verb.passive, arguments);
            let each_other = targets.is_empty() && self.is_each_other(target);
            if targets.is_empty() && !each_other {
                continue;
            }
            // "houses in X that were seized": not X
            if verb.passive && subject.is_some_and(|s| s.via == Via::Antecedent && s.noun == target && self.stands_in(s.noun)) {
                continue;
            }
            let sources = self.acting(pattern, v, verb, *subject, arguments);
            if sources.is_empty() {
                continue;
            }
            let Some(mut context) = self.context(v, *subject, class) else { return };
            context.negated &= !pattern.denied;
            // "denied feeling pressured by X": who denies is not X
            if verb.passive && context.frame.is_some() {
                return;
            }
            if each_other {
                self.both_ways(&sources, pattern, self.head_tokens(v), &context, out);
                return;
            }
            let before = out.len();
            let (sources, targets) = if pattern.turned { (targets, sources) } else { (sources, targets) };
            self.emit(&sources, &targets, pattern.frame, &pattern.text, self.head_tokens(v), rule, &context, out);
            if out.len() > before {
                return;
            }
        }
        let before = out.len();
        self.reciprocal(v, verb, patterns, &subject, arguments, out);
        if out.len() == before && !verb.passive && verb.reports {
            self.demanded(v, patterns, *subject, out);
            self.blamed(v, *subject, out);
        }
    }

    /// "X blocked it": a bill, a plan, hardly ever somebody; unlike "X accused it of …".
    fn is_thing(&self, v: usize, n: usize) -> bool {
        let chunk = self.sentence.chunks[n];
        let it = self.sentence.units[chunk.head as usize].tag == Tag::Pronoun && self.unit_text(chunk.head as usize) == "it";
        let complements = || self.view.gazetteer.frames.complements.get(&self.sentence.chunks[v].verb.base);
        it && self.sentence.previous(n) == Some(v) && complements().is_none_or(|c| c.gerund.is_none())
    }

    /// Whether the head of a noun group is somebody itself: a name, a pronoun, an agent; not "X's demands". In "promised X money" X is, too.
    fn is_headed(&self, n: usize) -> bool {
        let chunk = self.sentence.chunks[n];
        let head = &self.sentence.units[chunk.head as usize];
        let first = &self.sentence.units[chunk.first as usize];
        let named = first.mention != 0 && !first.compound && matches!(first.tag, Tag::Name | Tag::Plural);
        if named && chunk.head > chunk.first && self.sentence.units[chunk.first as usize + 1].tag == Tag::Noun {
            return true;
        }
        (head.mention != 0 && !head.compound) || head.tag == Tag::Pronoun || head.flags & (flag::AGENT | flag::RELATION) != 0 || self.counts(head)
    }

    /// The prepositions behind a verb, and the nouns that patterns may ask for.
    fn words_behind(&self, object: Option<usize>, arguments: &[Argument]) -> Sketch {
        let head = |chunk: usize| self.sentence.units[self.sentence.chunks[chunk].head as usize].word;
        let nouns = arguments.iter().filter_map(|a| a.noun).map(|noun| noun as usize).chain(object);
        let sketch = nouns.map(head).fold(Sketch::default(), |sketch, word| sketch.with(word).with(self.singular(word)));
        let through = arguments.iter().flat_map(|a| a.through.0..a.through.1);
        through.map(|chunk| self.sentence.units[self.sentence.chunks[chunk as usize].first as usize].word).fold(sketch, Sketch::with)
    }

    /// Who does it: the agent or subject, else where the kind of event tells who.
    fn acting(&self, pattern: &VerbPattern, v: usize, verb: Verb, subject: Option<Subject>, arguments: &[Argument]) -> Vec<Actor> {
        let frame = &self.view.gazetteer.frames.frames[pattern.frame as usize];
        let mut sources = if verb.passive { self.agent(arguments) } else { subject.map_or_else(Vec::new, |s| self.sources(v, s)) };
        if sources.is_empty() && frame.class == Class::Assault {
            sources.extend(self.instrument(verb.passive, subject, arguments));
        }
        // "was arrested in Kenya"
        if sources.is_empty() && verb.passive && frame.by_country {
            sources.extend(self.country_behind(v, arguments));
        }
        // "Russian troops were deployed in X"
        if sources.is_empty() && verb.passive && frame.class == Class::Mobilize && matches!(pattern.steps.first(), Some(Step::Nouns(_))) {
            sources = subject.map_or_else(Vec::new, |s| self.actors(s.noun, Side::Subject));
        }
        sources
    }

    /// The country behind "in" or "from": of what a state does, the one that does it.
    fn country_behind(&self, v: usize, arguments: &[Argument]) -> Option<Actor> {
        let text = |a: &Argument| self.chunk_text(a.through.0 as usize);
        let near = arguments.iter().take_while(|a| a.through.1 == a.through.0 + 1 && matches!(text(a), "in" | "from" | "at" | "near"));
        let near = near.take_while(|a| !self.sentence.chunks[v..a.through.0 as usize].iter().any(|c| c.kind == ChunkKind::Comma));
        let mut named = near.filter(|a| matches!(text(a), "in" | "from")).filter_map(|a| self.named_head(a.noun? as usize));
        named.find(|actor| self.kind(actor) == MentionKind::Country)
    }

    /// The actors of the noun group where the target stands, or the country where it stands.
    fn targets(&self, target: usize, class: Class, passive: bool, arguments: &[Argument]) -> Vec<Actor> {
        let mut targets = self.actors(target, Side::Object);
        if passive {
            // "polls sponsored by X and Y": X is no target of Y
            let agents = self.agent(arguments);
            targets.retain(|t| !agents.iter().any(|a| a.tokens == t.tokens));
        }
        if targets.iter().all(|t| t.mention.is_none()) {
            targets.extend(self.scene(target, class));
        }
        targets
    }

    /// "X and Y accused each other".
    fn both_ways(&self, sides: &[Actor], pattern: &VerbPattern, trigger: Range, context: &Context, out: &mut Vec<Found>) {
        let symmetric = self.view.gazetteer.frames.frames[pattern.frame as usize].symmetric;
        for (i, one) in sides.iter().enumerate().take(4) {
            let others = if symmetric { &sides[i + 1..] } else { sides };
            self.emit(&[*one], others, pattern.frame, &pattern.text, trigger, Rule::Reciprocal, context, out);
        }
    }

    /// The subject of the verb group at `v`; of a purpose ("sent aid to help Y") he who sends.
    pub fn doer(&self, v: usize) -> Option<Subject> {
        let subject = self.sentence.subject(v)?;
        let Via::ObjectControl(u) = subject.via else { return Some(subject) };
        let verb = self.sentence.chunks[u as usize].verb()?;
        // "renewed its pledge to help X": what the noun is makes what he does
        let noun = self.sentence.previous(v).filter(|&n| self.sentence.chunks[n].kind == ChunkKind::Noun && !verb.passive && self.is_own(n));
        if let Some(n) = noun.filter(|&n| self.noun_operator(n) == Some(Inner::Outer)) {
            return self.sentence.subject(u as usize).map(|s| Subject { noun: s.noun, via: Via::NounComplement(n as u32) });
        }
        let frames = &self.view.gazetteer.frames;
        let gives = |p: &VerbPattern| matches!(self.class(p.frame), Class::Aid | Class::Mobilize);
        let object = &self.sentence.units[self.sentence.chunks[subject.noun].head as usize];
        let person = object.flags & (flag::AGENT | flag::RELATION) != 0 || object.tag == Tag::Pronoun;
        // "was the first official to visit X"
        let only = matches!(self.unit_text(self.sentence.chunks[subject.noun].first as usize + 1), "first" | "last" | "only" | "latest" | "second");
        if only && person && self.sentence.units[self.sentence.chunks[u as usize].head as usize].tag == Tag::Be {
            return Some(Subject { noun: subject.noun, via: Via::Antecedent });
        }
        let recipient = self.sentence.previous(v).filter(|&k| k != subject.noun && self.sentence.chunks[k].kind == ChunkKind::Noun);
        let person = person || recipient.is_some_and(|k| self.sentence.units[self.sentence.chunks[k].head as usize].flags & flag::AGENT != 0);
        let silent = frames.complements.get(&verb.base).is_none_or(|c| c.object_infinitive.is_none());
        let purpose =
            !verb.passive && object.mention == 0 && (!person || (silent && recipient.is_none())) && frames.verbs.get(&verb.base).is_some_and(|patterns| patterns.iter().any(gives));
        let sender = self.sentence.subject(u as usize).filter(|_| purpose);
        Some(sender.map_or(subject, |s| Subject { noun: s.noun, via: Via::Control(u) }))
    }

    /// Whether a possessive pronoun begins the noun group at `n`: "its pledge".
    fn is_own(&self, n: usize) -> bool {
        self.sentence.units[self.sentence.chunks[n].first as usize].tag == Tag::Possessive
    }

    /// The country where what is attacked or helped stands, where nobody else is named.
    pub fn scene(&self, target: usize, class: Class) -> Option<Actor> {
        let head = &self.sentence.units[self.sentence.chunks[target].head as usize];
        let someone = head.flags & (flag::AGENT | flag::RELATION) != 0;
        let counts = match class {
            Class::Aid => someone,
            Class::Assault => self.sentence.units[self.sentence.chunks[target].head as usize].flags & flag::SITE != 0,
            _ => false,
        };
        self.country_of(target).filter(|_| counts)
    }

    /// "an Israeli airstrike killed Y", "Y was killed in an Israeli airstrike".
    fn instrument(&self, passive: bool, subject: Option<Subject>, arguments: &[Argument]) -> Option<Actor> {
        if !passive {
            return subject.filter(|s| s.via == Via::Direct).and_then(|s| self.attacker(s.noun));
        }
        let through = |a: &&Argument| a.through.1 == a.through.0 + 1 && matches!(self.chunk_text(a.through.0 as usize), "by" | "in");
        arguments.iter().filter(through).filter_map(|a| a.noun).find_map(|noun| self.attacker(noun as usize))
    }

    /// "demanded that X leave": the subject of the clause is the target.
    fn demanded(&self, v: usize, patterns: &VerbPatterns, subject: Option<Subject>, out: &mut Vec<Found>) {
        let frames = &self.view.gazetteer.frames;
        let base = self.sentence.chunks[v].verb().map_or(WordId::NONE, |verb| verb.base);
        let Some(content) = frames.complements.get(&base).and_then(|c| c.content) else { return };
        let Some((noun, inner)) = self.sentence.content(v) else { return };
        // "said X must leave" is a demand
        let must = content == Inner::Asserted && self.chunk_text(inner) == "must";
        let patterns = if must { frames.verbs.get(&self.view.gazetteer.words.find("demand")).unwrap_or(patterns) } else { patterns };
        let Some(pattern) = patterns.iter().find(|p| self.class(p.frame) == Class::Request) else { return };
        let head = &self.sentence.units[self.sentence.chunks[inner].head as usize];
        // "insisted that Germany withdraw"
        let wished = content == Inner::Hypothetical || (head.tag == Tag::Verb && self.sentence.units[self.sentence.chunks[noun].head as usize].tag == Tag::Name);
        if !must && !wished {
            return;
        }
        let should = must || self.chunk_text(inner) == "should";
        let bare = head.tag == Tag::Verb || (head.tag == Tag::Be && self.unit_text(self.sentence.chunks[inner].head as usize) == "be");
        if let (Some(s), true, Some(context)) = (subject, bare || should, self.context(v, subject, Class::Request)) {
            let (sources, targets) = (self.sources(v, s), self.actors(noun, Side::Object));
            self.emit(&sources, &targets, pattern.frame, &pattern.text, self.head_tokens(v), Rule::Active, &context, out);
        }
    }

    /// "said X was responsible for the attack", "said X was behind it".
    fn blamed(&self, v: usize, subject: Option<Subject>, out: &mut Vec<Found>) {
        let Some((noun, inner)) = self.sentence.content(v) else { return };
        let next = self.sentence.chunks.get(inner + 1).map_or("", |c| self.unit_text(c.first as usize));
        let be = self.sentence.units[self.sentence.chunks[inner].head as usize].tag == Tag::Be && !self.sentence.chunks[inner].verb.negated;
        if !be || !matches!(next, "responsible" | "behind" | "culpable" | "guilty") {
            return;
        }
        let gazetteer = self.view.gazetteer;
        // "denied that X was behind it" blames nobody
        let says = gazetteer.frames.complements.get(&self.sentence.chunks[v].verb.base).and_then(|c| c.content) == Some(Inner::Asserted);
        if !says {
            return;
        }
        let pattern = gazetteer.frames.verbs.get(&gazetteer.words.find("blame")).and_then(|patterns| patterns.last());
        let (Some(s), Some(pattern)) = (subject, pattern) else { return };
        let Some(context) = self.context(v, subject, self.class(pattern.frame)) else { return };
        self.emit(&self.sources(v, s), &self.actors(noun, Side::Object), pattern.frame, "", self.head_tokens(v), Rule::Active, &context, out);
    }

    /// "agreed to open its borders to X": the outer verb decides, whatever the inner one is.
    fn governed(&self, v: usize, arguments: &mut Vec<Argument>, out: &mut Vec<Found>) {
        let subject = self.sentence.subject(v);
        let (Some(s), true) = (subject, self.is_governed(v, subject)) else { return };
        self.sentence.arguments(v, arguments);
        let Some(context) = self.context(v, subject, Class::Other) else { return };
        let Some(frame) = context.frame else { return };
        // "declined to make X available": what the verb does to X stands behind him
        if self.sentence.chunks[v].verb().is_some_and(|verb| matches!(self.view.gazetteer.words.text(verb.base), "get" | "keep" | "let" | "make" | "put" | "see")) {
            return;
        }
        let sources = self.sources(v, s);
        for argument in arguments.iter() {
            let (first, end) = argument.through;
            let leads = first == end || matches!(self.chunk_text(first as usize), "to" | "with" | "for" | "on" | "against" | "into");
            // what is done to a thing of X is not promised to X
            let headed = |&noun: &u32| leads && self.is_headed(noun as usize) && !self.is_thing(v, noun as usize);
            let targets = argument.noun.filter(headed).map_or_else(Vec::new, |noun| self.actors(noun as usize, Side::Object));
            if !targets.is_empty() {
                self.emit(&sources, &targets, frame, "", self.head_tokens(v), Rule::Active, &context, out);
                return;
            }
        }
    }

    /// The actors of a subject; of an infinitive behind a noun its possessor, of a participle behind a thing the main subject.
    fn sources(&self, v: usize, subject: Subject) -> Vec<Actor> {
        let side = if matches!(subject.via, Via::NounComplement(_)) { Side::Object } else { Side::Subject };
        let mut actors = self.actors(subject.noun, side);
        // "an election in X to replace Y": the place does nothing
        if side == Side::Object && self.stands_in(subject.noun) {
            return Vec::new();
        }
        // "a blast in X, which killed Y": the place did nothing
        if subject.via == Via::Antecedent && self.stands_in(subject.noun) {
            actors.retain(|actor| !matches!(self.kind(actor), MentionKind::Place | MentionKind::Country));
        }
        // "experts questioning X": the experts do it, whoever they are
        let head = &self.sentence.units[self.sentence.chunks[subject.noun].head as usize];
        // "put out a report": a particle is no preposition
        let preposition = self.sentence.preposition(subject.noun).filter(|&p| !matches!(self.chunk_text(p), "out" | "up" | "down" | "off"));
        let animate = head.flags & (flag::AGENT | flag::RELATION) != 0 || preposition.is_some();
        if !actors.is_empty() || subject.via != Via::Antecedent || animate || self.is_own_clause(v) {
            return actors;
        }
        // "refused to sign a statement condemning X"
        let main = self.finite_top(v).and_then(|top| self.sentence.chunks[top].verb());
        let rejects = |base: WordId| {
            self.view
                .gazetteer
                .frames
                .verbs
                .get(&base)
                .is_some_and(|patterns| patterns.iter().any(|p| p.steps.as_slice() == [Step::Target] && self.class(p.frame) == Class::Reject))
        };
        if main.is_some_and(|verb| verb.negated || rejects(verb.base)) {
            return Vec::new();
        }
        self.sentence.main_subject(v).map_or_else(Vec::new, |s| self.actors(s.noun, Side::Subject))
    }

    /// Whether the main subject is not that of the clause of `v`: "voters, many of whom left X", unlike "X is a man who left Y".
    fn is_own_clause(&self, v: usize) -> bool {
        let finite = |k: usize| self.sentence.chunks[k].verb().is_some_and(|verb| verb.form == Form::Finite);
        let main = (0..v).rev().find(|&k| finite(k)).map(|k| self.sentence.units[self.sentence.chunks[k].head as usize].tag);
        finite(v) && main != Some(Tag::Be)
    }

    /// Whether the noun group at `n` stands behind "in" or the like.
    fn stands_in(&self, n: usize) -> bool {
        self.sentence.preposition(n).is_some_and(|p| matches!(self.chunk_text(p), "in" | "at" | "near" | "on"))
    }

    /// "X and Y met": a symmetric verb whose subject is both sides.
    fn reciprocal(&self, v: usize, verb: Verb, patterns: &VerbPatterns, subject: &dyn Deref<Target = Option<Subject>>, arguments: &[Argument], out: &mut Vec<Found>) {
        let frames = &self.view.gazetteer.frames.frames;
        let object = arguments.first().filter(|a| a.is_object());
        let found = match object {
            // "X and Y signed a pact" as "X signed a pact with Y"
            Some(object) => {
                let named = patterns.may_name(self.words_behind(None, arguments));
                patterns.iter().filter(|_| named).find(|p| self.is_mutual(p) && self.wanted(p.steps.first(), object.noun))
            }
            None if !patterns.has_symmetric() => None,
            None => patterns.iter().find(|p| frames[p.frame as usize].symmetric && !p.one_way && self.is_between(p, v)),
        };
        let Some(pattern) = found else { return };
        let Some(subject) = **subject else { return };
        // "X and Y signed up"
        let next = self.sentence.chunks.get(v + 1).filter(|c| matches!(c.kind, ChunkKind::Adverb | ChunkKind::Preposition));
        let particle = next.is_some_and(|c| matches!(self.unit_text(c.first as usize), "up" | "off" | "out" | "down" | "in"));
        // "X and Y talk tough"
        let particle = particle || self.sentence.chunks.get(v + 1).is_some_and(|c| c.kind == ChunkKind::Adjective);
        if verb.passive || (particle && pattern.steps.first() == Some(&Step::Any)) {
            return;
        }
        let sides = self.actors(subject.noun, Side::Subject);
        if sides.len() < 2 {
            return;
        }
        let class = frames[pattern.frame as usize].class;
        let Some(context) = self.context(v, Some(subject), class) else { return };
        // "X and Y do not disagree"
        if context.negated && class == Class::Reject {
            return;
        }
        for (i, one) in sides.iter().enumerate().take(8) {
            self.emit(&[*one], &sides[i + 1..], pattern.frame, &pattern.text, self.head_tokens(v), Rule::Reciprocal, &context, out);
        }
    }

    /// "meet X", "agree with X": what two do when both are the subject; unlike "stand against X".
    fn is_between(&self, pattern: &VerbPattern, v: usize) -> bool {
        // "work together with X": what stands between belongs to it where both are the subject, too
        let next = self.sentence.chunks.get(v + 1);
        let whole = pattern.steps.iter().all(|step| match step {
            Step::Through(through) if !through.contains(&word::WITH) => next.is_some_and(|c| through.contains(&self.sentence.units[c.first as usize].word)),
            _ => true,
        });
        let with = |step: &Step| matches!(step, Step::Through(through) if through.contains(&word::WITH));
        let plain = !pattern.steps.iter().any(|s| matches!(s, Step::Nouns(_)));
        whole && plain && (pattern.steps.as_slice() == [Step::Target] || pattern.steps.iter().any(with))
    }

    /// "reach agreement with X".
    fn is_mutual(&self, pattern: &VerbPattern) -> bool {
        let [Step::Nouns(_), Step::Through(through), Step::Target] = pattern.steps.as_slice() else { return false };
        let frame = &self.view.gazetteer.frames.frames[pattern.frame as usize];
        // two who broker a ceasefire do so together, not with each other
        let class = frame.symmetric || matches!(frame.class, Class::Agree | Class::Cooperate | Class::Retreat);
        class && through.as_slice() == [word::WITH]
    }

    /// What follows the verb; where nothing does, what follows the verb that it is coordinated with.
    fn arguments_of(&self, v: usize, out: &mut Vec<Argument>) {
        self.sentence.arguments(v, out);
        if out.is_empty() {
            let shared = self.sentence.next(v).filter(|&k| self.sentence.chunks[k].kind == ChunkKind::Conjunction).and_then(|k| self.sentence.next(k));
            if let Some(other) = shared.filter(|&k| self.sentence.chunks[k].is_verb()) {
                self.sentence.arguments(other, out);
            }
        }
        self.extend_by_light(out);
    }

    /// "lifted sanctions imposed on X": what follows a light participle belongs to the thing before it.
    fn extend_by_light(&self, out: &mut Vec<Argument>) {
        let Some(noun) = out.last().filter(|a| a.is_object()).and_then(|a| a.noun) else { return };
        let end = self.sentence.coordination_end(noun as usize);
        let verb = self.sentence.chunks.get(end).and_then(|c| c.verb()).filter(|verb| verb.passive && verb.form == Form::Participle);
        if verb.is_some_and(|verb| self.view.gazetteer.words.get(verb.base).has(flag::LIGHT)) {
            let mut more = Vec::new();
            self.sentence.arguments(end, &mut more);
            out.extend(more.into_iter().filter(|a| !a.is_object()));
        }
    }

    /// "the group that X bombed": the antecedent is the object where the verb has none.
    fn relative_object(&self, subject: Subject) -> Option<usize> {
        if subject.via != Via::Direct {
            return None;
        }
        let pronoun = self.sentence.previous(subject.noun)?;
        let content = self.sentence.chunks[pronoun].kind == ChunkKind::That && self.sentence.reported(pronoun);
        if content || !matches!(self.sentence.chunks[pronoun].kind, ChunkKind::Relative | ChunkKind::That) {
            return None;
        }
        let mut antecedent = self.sentence.previous(pronoun)?;
        if self.sentence.chunks[antecedent].kind == ChunkKind::Comma {
            antecedent = self.sentence.previous(antecedent)?;
        }
        (self.sentence.chunks[antecedent].kind == ChunkKind::Noun).then_some(antecedent)
    }

    /// The actors behind "by".
    pub fn agent(&self, arguments: &[Argument]) -> Vec<Actor> {
        let by = arguments.iter().find(|a| a.through.1 == a.through.0 + 1 && self.chunk_text(a.through.0 as usize) == "by");
        by.and_then(|a| a.noun).map_or_else(Vec::new, |noun| self.actors(noun as usize, Side::Subject))
    }

    /// The noun group where the target of `pattern` stands, if everything it asks for is there.
    /// `object` is an object that stands elsewhere: the subject of a passive, an antecedent.
    fn fit(&self, pattern: &VerbPattern, v: usize, object: Option<usize>, arguments: &[Argument]) -> Option<usize> {
        let mut target = None;
        let mut at = 0;
        let mut object = object;
        let mut i = 0;
        while i < pattern.steps.len() {
            match &pattern.steps[i] {
                Step::Infinitive => {
                    let from = target.map_or(v, |t: usize| t.max(v));
                    let next = (from + 1..self.sentence.chunks.len()).find(|&k| self.sentence.chunks[k].is_verb());
                    // "refer X to the council" as well as "get X to act"
                    let to = arguments.get(at).is_some_and(|a| a.through.1 == a.through.0 + 1 && self.chunk_text(a.through.0 as usize) == "to");
                    if !to && self.sentence.chunks[next?].verb()?.form != Form::Infinitive {
                        return None;
                    }
                    i += 1;
                }
                Step::Words(words) => {
                    let next = self.sentence.next(self.sentence.coordination_end(target?) - 1)?;
                    let chunk = self.sentence.chunks[next];
                    if !self.sentence.units[chunk.first as usize..chunk.end as usize].iter().any(|u| words.contains(&u.word)) {
                        return None;
                    }
                    i += 1;
                }
                Step::End => {
                    let next = self.sentence.next(self.sentence.coordination_end(target?) - 1);
                    if !self.sentence.names_person(target?) || next.is_some_and(|next| self.goes_on(next)) {
                        return None;
                    }
                    i += 1;
                }
                Step::Through(_) => {
                    let chain = pattern.steps[i..].iter().take_while(|s| matches!(s, Step::Through(_))).count();
                    let wants = pattern.steps.get(i + chain);
                    let free = pattern.phrasal || i > 0 || object.is_some();
                    let found = arguments[at..].iter().position(|a| {
                        self.leads(a, &pattern.steps[i..i + chain])
                            && self.wanted(wants, a.noun)
                            && (i > 0 && matches!(pattern.steps[i - 1], Step::Nouns(_)) || !self.belongs_to_noun(a, pattern.frame))
                            && (i > 0 || !self.is_for_thing(a))
                    });
                    let behind_noun = i > 0 && matches!(pattern.steps[i - 1], Step::Nouns(_));
                    let of = |found: usize| self.sentence.units[self.sentence.chunks[arguments[at + found].through.0 as usize].first as usize].flags & flag::OF != 0;
                    // "rejected a proposal on the fate of X": "of" belongs to the noun right before it
                    let found = found.filter(|&found| !(behind_noun && found > 0 && of(found)));
                    let Some(found) = found else {
                        let noun = at.checked_sub(1).and_then(|k| arguments[k].noun).filter(|_| behind_noun);
                        return self.compound_target(pattern, i, v, arguments).or_else(|| self.possessed_target(pattern, i, noun? as usize));
                    };
                    // an object between the verb and its preposition is another sense: "called a vote on Iran"
                    if !free && arguments[at..at + found].iter().any(|a| a.is_object()) {
                        return None;
                    }
                    at += found + 1;
                    if wants == Some(&Step::Target) {
                        target = Some(arguments[at - 1].noun? as usize);
                    }
                    i += chain + usize::from(matches!(wants, Some(Step::Target | Step::Nouns(_) | Step::Any)));
                }
                _ if i == 0 && object.is_none() && self.heavy(pattern, arguments) => return arguments[0].noun.map(|noun| noun as usize),
                step => {
                    let noun = match object.take() {
                        Some(noun) => noun,
                        None => {
                            let argument = arguments.get(at).filter(|a| a.is_object())?;
                            at += 1;
                            argument.noun? as usize
                        }
                    };
                    // "discussed Libya with X": what is talked of can be a name
                    let named = *step == Step::Any && self.class(pattern.frame) == Class::Consult && self.sentence.units[self.sentence.chunks[noun].head as usize].mention != 0;
                    if !named && !self.wanted(Some(step), Some(noun as u32)) {
                        return self.shifted(pattern, i, noun, at, arguments);
                    }
                    if *step == Step::Target {
                        target = Some(noun);
                    }
                    i += 1;
                }
            }
        }
        target
    }

    /// "gave Ukraine tanks" for `give tanks to X`: the target and the thing are one noun group. A verb that takes any target reads that itself.
    fn compound_target(&self, pattern: &VerbPattern, i: usize, v: usize, arguments: &[Argument]) -> Option<usize> {
        let [Step::Nouns(_), Step::Through(through), Step::Target] = pattern.steps.as_slice() else { return None };
        let gives = matches!(self.class(pattern.frame), Class::Aid | Class::Concede | Class::Mobilize);
        let plain = !gives || self.view.gazetteer.frames.verbs.get(&self.sentence.chunks[v].verb()?.base)?.iter().any(|p| p.steps.as_slice() == [Step::Target]);
        let noun = arguments.first().filter(|a| !plain && i == 1 && a.is_object() && through.contains(&word::TO))?.noun? as usize;
        let chunk = self.sentence.chunks[noun];
        let first = &self.sentence.units[chunk.first as usize];
        let named = first.mention != 0 && !first.compound && first.tag == Tag::Name && chunk.head > chunk.first && noun > v;
        (named && self.sentence.units[chunk.first as usize + 1].tag != Tag::Genitive).then_some(noun)
    }

    /// "called for X's resignation" for `call for resignation of X`: whose it is stands before the noun.
    fn possessed_target(&self, pattern: &VerbPattern, i: usize, noun: usize) -> Option<usize> {
        let [Step::Through(through), Step::Target] = &pattern.steps[i..] else { return None };
        let chunk = self.sentence.chunks[noun];
        let mut before = self.sentence.units[chunk.first as usize..chunk.head as usize].iter();
        let owned = before.any(|unit| unit.mention != 0 && !unit.compound);
        (owned && through.contains(&word::OF)).then_some(noun)
    }

    /// "returned to X a box of letters" for `return * to X`: a long thing stands behind the target.
    fn heavy(&self, pattern: &VerbPattern, arguments: &[Argument]) -> bool {
        let ([step @ (Step::Any | Step::Nouns(_)), through, Step::Target], [to, thing, ..]) = (pattern.steps.as_slice(), arguments) else { return false };
        !to.is_object() && to.noun.is_some() && self.leads(to, std::slice::from_ref(through)) && thing.is_object() && self.wanted(Some(step), thing.noun)
    }

    /// Whether what begins at a chunk can still say something of the object before it: "called X a liar", "called X out".
    fn goes_on(&self, next: usize) -> bool {
        match self.sentence.chunks[next].kind {
            ChunkKind::Noun | ChunkKind::Adjective | ChunkKind::Other | ChunkKind::Open => true,
            ChunkKind::Preposition => !matches!(self.chunk_text(next), "about" | "after" | "over" | "from" | "during" | "to" | "at"),
            ChunkKind::Verb => self.sentence.chunks[next].verb.form != Form::Infinitive,
            _ => false,
        }
    }

    /// "sent Ukraine arms" for `send * to X`: the target before the thing.
    fn shifted(&self, pattern: &VerbPattern, i: usize, noun: usize, at: usize, arguments: &[Argument]) -> Option<usize> {
        let shape = matches!(pattern.steps[i..], [Step::Any | Step::Nouns(_), Step::Through(_), Step::Target]);
        let thing = arguments.get(at).filter(|a| a.is_object())?;
        (shape && self.wanted(Some(&pattern.steps[i]), thing.noun)).then_some(noun)
    }

    /// Whether a prepositional phrase belongs to the event noun right before it: "support for X" in "information about its support for X".
    fn belongs_to_noun(&self, argument: &Argument, frame: u32) -> bool {
        let Some(before) = (argument.through.0 as usize).checked_sub(1).filter(|&k| self.sentence.chunks[k].kind == ChunkKind::Noun) else { return false };
        if argument.through.1 != argument.through.0 + 1 {
            return false;
        }
        let head = &self.sentence.units[self.sentence.chunks[before].head as usize];
        let word = self.sentence.units[self.sentence.chunks[argument.through.0 as usize].first as usize].word;
        let other = |p: &NounPattern| p.through.contains(&word) && self.class(p.frame) != self.class(frame);
        head.mention == 0 && self.noun_patterns(head).is_some_and(|patterns| patterns.iter().any(other))
    }

    /// "spoke to the budget request for X": behind the thing of another phrase, "for" goes with the thing.
    fn is_for_thing(&self, argument: &Argument) -> bool {
        let (first, end) = argument.through;
        let text = self.chunk_text(first as usize);
        if end != first + 1 || !matches!(text, "for" | "to") {
            return false;
        }
        let before = (first as usize).checked_sub(1).filter(|&k| self.sentence.chunks[k].kind == ChunkKind::Noun);
        // "spoke out against his remarks to X"
        let phrase = |k: usize| self.sentence.preposition(k).is_some_and(|p| text == "for" || matches!(self.chunk_text(p), "about" | "against" | "of" | "over"));
        before.is_some_and(|k| self.sentence.units[self.sentence.chunks[k].head as usize].mention == 0 && phrase(k))
    }

    /// Whether an argument is led by exactly these prepositions.
    fn leads(&self, argument: &Argument, steps: &[Step]) -> bool {
        let (first, end) = argument.through;
        (end - first) as usize == steps.len()
            && steps.iter().zip(first..end).all(|(step, chunk)| {
                let word = self.sentence.units[self.sentence.chunks[chunk as usize].first as usize].word;
                matches!(step, Step::Through(words) if words.contains(&word))
            })
    }

    /// Whether a noun group is what a step asks for.
    fn wanted(&self, step: Option<&Step>, noun: Option<u32>) -> bool {
        match (step, noun) {
            (Some(Step::Nouns(words)), Some(noun)) => {
                let named = |n: usize| {
                    let head = &self.sentence.units[self.sentence.chunks[n].head as usize];
                    words.contains(&head.word) || words.contains(&self.singular(head.word))
                };
                named(noun as usize) || self.counted(noun as usize).is_some_and(named)
            }
            (Some(Step::Any), Some(noun)) => {
                let head = &self.sentence.units[self.sentence.chunks[noun as usize].head as usize];
                let text = self.view.document.tokens[head.first as usize].text(self.view.text);
                let reflexive = text.ends_with("self") || text.ends_with("selves");
                head.mention == 0 && (head.tag != Tag::Pronoun || reflexive)
            }
            (Some(Step::Target | Step::Nouns(_)), noun) => noun.is_some(),
            _ => true,
        }
    }

    /// "a round of talks", "40 percent of its arms": what is counted.
    fn counted(&self, n: usize) -> Option<usize> {
        let chunks = &self.sentence.chunks;
        let of = chunks.get(n + 1).is_some_and(|c| c.kind == ChunkKind::Preposition) && self.chunk_text(n + 1) == "of";
        let head = &self.sentence.units[chunks[n].head as usize];
        let series = || matches!(self.unit_text(chunks[n].head as usize), "amount" | "batch" | "percent" | "round" | "rounds" | "series" | "spate" | "string" | "wave");
        (of && head.mention == 0 && (head.tag == Tag::Number || self.counts(head) || series()) && chunks.get(n + 2)?.kind == ChunkKind::Noun).then_some(n + 2)
    }

    pub fn singular(&self, word: WordId) -> WordId {
        self.view.gazetteer.words.get(word).noun
    }

    /// "X is critical of Y", "at war with Y".
    fn adjective(&self, a: usize, arguments: &mut Vec<Argument>, out: &mut Vec<Found>) {
        let chunk = self.sentence.chunks[a];
        let word = self.sentence.units[chunk.head as usize].word;
        if !self.view.gazetteer.words.get(word).has(flag::ADJECTIVE_FRAME) {
            return;
        }
        let Some(patterns) = self.view.gazetteer.frames.adjectives.get(&word) else { return };
        // "is opposed to": the adjective is the head of its verb group
        let before = if chunk.is_verb() { a } else { self.sentence.previous(a).unwrap_or(a) };
        let subject = match self.sentence.chunks[before].kind {
            ChunkKind::Verb => self.sentence.subject(before),
            ChunkKind::Noun if chunk.kind == ChunkKind::Adjective => Some(Subject { noun: before, via: Via::Antecedent }),
            _ => None,
        };
        let Some(subject) = subject else { return };
        for pattern in patterns {
            let Some(from) = self.words_follow(chunk.head as usize + 1, &pattern.words) else { continue };
            let Some(c) = self.sentence.chunks.iter().position(|c| c.end as usize >= from && c.first as usize >= chunk.first as usize) else { continue };
            self.sentence.arguments(c, arguments);
            let Some(argument) = arguments.first().filter(|x| x.through.1 == x.through.0 + 1) else { continue };
            let word = self.sentence.units[self.sentence.chunks[argument.through.0 as usize].first as usize].word;
            let Some(noun) = argument.noun.filter(|_| pattern.through.contains(&word)) else { continue };
            let sources = self.actors(subject.noun, Side::Subject);
            let targets = self.actors(noun as usize, Side::Object);
            let class = self.class(pattern.frame);
            let context = if self.sentence.chunks[before].is_verb() { self.context(before, Some(subject), class) } else { Some(Context::plain(class)) };
            let Some(context) = context else { return };
            let head = &self.sentence.units[chunk.head as usize];
            let last = &self.sentence.units[from - 1];
            self.emit(&sources, &targets, pattern.frame, &pattern.text, (head.first, last.end), Rule::Adjective, &context, out);
            return;
        }
    }

    /// The unit after `words` if they stand from unit `from` on.
    fn words_follow(&self, from: usize, words: &[WordId]) -> Option<usize> {
        let units = self.sentence.units.get(from..from + words.len())?;
        units.iter().zip(words).all(|(unit, &word)| unit.word == word).then_some(from + words.len())
    }

    /// Every source with every target.
    #[allow(clippy::too_many_arguments)]
    pub fn emit(&self, sources: &[Actor], targets: &[Actor], frame: u32, pattern: &str, trigger: Range, rule: Rule, context: &Context, out: &mut Vec<Found>) {
        let trigger = context.outer.map_or(trigger, |outer| (outer.0.min(trigger.0), trigger.1.max(outer.1)));
        // "A and B said she must go": she is neither
        let turned_back = |object: &&Actor| object.by == FoundBy::Pronoun && sources.len() > 1 && sources.iter().any(|source| self.same(source, object));
        for subject in sources.iter().take(16) {
            for object in targets.iter().take(16).filter(|object| !turned_back(object)) {
                if self.same(subject, object) {
                    continue;
                }
                // two persons clash with words
                let listed = &self.view.gazetteer.frames.frames[frame as usize];
                let persons = [subject, object].into_iter().all(|actor| self.kind(actor) == MentionKind::Person);
                let class = listed.persons.filter(|_| persons && context.frame.is_none() && context.class == listed.class).unwrap_or(context.class);
                out.push(Found {
                    subject: *subject,
                    object: *object,
                    frame: context.frame.unwrap_or(frame),
                    class,
                    trigger,
                    negated: context.negated,
                    modality: context.modality,
                    attribution: context.attribution.filter(|(speaker, _)| !self.same(speaker, subject) || speaker.tokens != subject.tokens),
                    rule,
                    pattern: pattern.to_owned(),
                    around: Circumstances::default(),
                    again: Vec::new(),
                });
            }
        }
    }
}
