//! Verb frames: which pattern of a verb fits what stands around it.

use std::cell::LazyCell;
use std::ops::{ControlFlow, Deref};

use super::actor::Side;
use super::context::Context;
use super::{Actor, Found, Modality, Reader, Rule};
use crate::gazetteer::{flag, word, Class, Inner, PatternsOf, Step, Tag, VerbPattern, WordId, WordSet};
use crate::mention::{FoundBy, MentionKind};
use crate::syntax::{Argument, ChunkKind, Form, Subject, Verb, Via};

/// A subject that is looked for when first asked for.
pub(super) type Later<'a> = &'a dyn Deref<Target = Option<Subject>>;

/// A verb of whose patterns one may fit, and what stands around it.
#[derive(Clone, Copy)]
pub(super) struct VerbEvent<'a> {
    /// The chunk of the verb.
    pub v: usize,
    pub verb: Verb,
    pub rule: Rule,
    pub subject: Later<'a>,
    pub arguments: &'a [Argument],
}

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
                if let Some(patterns) = listed.then(|| gazetteer.frames.of_verb(verb.base)).flatten() {
                    self.patterns(v, verb, patterns, arguments, out);
                }
                if out.len() == before {
                    self.demanded_before(v, out);
                }
                self.accused_before(v, out);
                if out.len() == before && verb.passive {
                    self.adjective(v, arguments, out);
                }
                if out.len() == before && self.sentence.has_joint {
                    self.jointly(v, out);
                }
                if out.len() == before && verb.form == Form::Infinitive && !verb.passive {
                    self.governed(v, arguments, out);
                }
            }
            ChunkKind::Adjective | ChunkKind::Preposition => self.adjective(v, arguments, out),
            _ => {}
        }
    }

    /// Reads what the patterns of a verb with frames tell.
    fn patterns(&self, v: usize, verb: Verb, patterns: PatternsOf<'_>, arguments: &mut Vec<Argument>, out: &mut Vec<Found>) {
        self.arguments_of(v, arguments);
        // most verbs need none: their patterns do not fit
        let subject = LazyCell::new(|| self.doer(v));
        let takes_object = arguments.iter().any(Argument::is_object);
        let (object, rule) = if verb.passive {
            (subject.map(|s| s.noun), Rule::Passive)
        } else if takes_object {
            (None, Rule::Active)
        } else {
            let relative = if self.sentence.has_relatives { subject.and_then(|s| self.relative_object(v, s)) } else { None };
            (relative, if relative.is_some() { Rule::Relative } else { Rule::Active })
        };
        let mut fitting = patterns.fitting(takes_object || object.is_some());
        self.words_behind(object, arguments, |word| fitting.add(word));
        let event = VerbEvent { v, verb, rule, subject: &subject, arguments };
        for pattern in fitting.patterns().filter(|pattern| (!pattern.denied || verb.negated) && self.has_adverb(v, pattern)) {
            let Some(target) = self.fit(pattern, v, object, arguments) else { continue };
            if self.read_pattern(&event, pattern, target, out).is_break() {
                return;
            }
        }
        let before = out.len();
        self.reciprocal(&event, patterns, object.filter(|_| rule == Rule::Relative), out);
        if out.len() == before && !verb.passive && verb.reports {
            self.told(v, patterns, &subject, out);
        }
        if out.len() == before && !verb.passive {
            self.questioned(v, patterns, &subject, out);
        }
        if out.len() == before && !verb.passive {
            self.threatened(v, &subject, out);
        }
        if out.len() == before {
            self.judged(v, patterns, &subject, arguments, out);
        }
    }

    /// Reads what a pattern that fits, with its target at `target`, tells of a verb; breaks where no other pattern is to be tried.
    fn read_pattern(&self, event: &VerbEvent<'_>, pattern: &VerbPattern, target: usize, out: &mut Vec<Found>) -> ControlFlow<()> {
        let &VerbEvent { v, verb, rule, subject, arguments } = event;
        let Some(class) = self.class_over(pattern.frame, target) else { return ControlFlow::Continue(()) };
        // "ran ads attacking X": with words
        let written = class == Class::Assault && subject.is_some_and(|s| s.via == Via::Antecedent && self.sentence.head(s.noun).flags & flag::DOCUMENT != 0);
        let class = if written { Class::Accuse } else { class };
        if self.tells_otherwise(event, pattern, target, class) {
            return ControlFlow::Continue(());
        }
        let targets = self.acted_on(event, pattern, target, class);
        let each_other = targets.is_empty() && self.is_each_other(target);
        if targets.is_empty() && !each_other || self.is_in_antecedent(event, target, class) {
            return ControlFlow::Continue(());
        }
        let sources = self.acting(pattern, v, verb, **subject, arguments);
        // "…, visited X and Y": whoever did
        let whoever = || subject.is_some_and(|s| s.via == Via::Inverted && s.noun == target);
        if sources.is_empty() || class == Class::Cooperate && verb.base == word::BE && self.is_office_in(&sources, &targets) || whoever() {
            return ControlFlow::Continue(());
        }
        let Some(mut context) = self.context(v, **subject, class) else { return ControlFlow::Break(()) };
        context.negated &= !pattern.denied;
        // "agreed not to appeal a U.S. court's ruling": with nobody but each other
        let agrees = verb.negated && context.frame.is_some_and(|frame| frame != pattern.frame) && context.class == Class::Agree;
        if agrees && !self.is_headed(target) && !self.sentence.names_owner(target) && !self.is_own(target) {
            return ControlFlow::Continue(());
        }
        // "promised not to let X act": X is promised nothing
        if pattern.denied && agrees {
            context = Context { class, frame: None, outer: None, modality: Modality::Future, negated: false, ..context };
        }
        // "denied feeling pressured by X": who denies is not X; "agreed to be bought by X": X is to buy
        if verb.passive && context.frame.is_some() {
            if context.class != Class::Agree || context.negated {
                return ControlFlow::Break(());
            }
            context = Context { class, frame: None, outer: None, modality: Modality::Future, ..context };
        }
        let third = self.view.gazetteer.frames.frames[pattern.frame as usize].third.filter(|_| context.frame.is_none() && target > v);
        if let Some(class) = third.filter(|_| self.tells_of_third(target, &sources, &targets)) {
            context.class = class;
        }
        if each_other {
            self.both_ways(&sources, pattern, self.head_tokens(v), &context, out);
            return ControlFlow::Break(());
        }
        let before = out.len();
        let (sources, targets) = if pattern.turned { (targets, sources) } else { (sources, targets) };
        self.emit(&sources, &targets, pattern.frame, &pattern.text, self.head_tokens(v), rule, &context, out);
        if out.len() > before {
            ControlFlow::Break(())
        } else {
            ControlFlow::Continue(())
        }
    }

    /// Whether what stands at the target, or at the thing before it, makes it another matter than the pattern tells of.
    fn tells_otherwise(&self, event: &VerbEvent<'_>, pattern: &VerbPattern, target: usize, class: Class) -> bool {
        let &VerbEvent { v, verb, rule, arguments, .. } = event;
        let object = arguments.first().filter(|a| a.is_object()).and_then(|a| a.noun).map(|noun| noun as usize);
        let thing = object.filter(|_| matches!(pattern.steps.first(), Some(Step::Nouns(_))));
        // "the settlement that X wants to keep"
        let kept = || rule == Rule::Relative && pattern.steps.contains(&Step::Infinitive) && self.sentence.is_thing(target);
        // "announced X's withdrawal from Y": X withdraws
        let announces = || matches!(self.view.gazetteer.words.text(verb.base), "announce" | "confirm" | "defend" | "demand" | "hail" | "order" | "welcome");
        let withdraws = || class == Class::Retreat && thing.is_some_and(|n| self.sentence.names_owner(n) && target > n) && announces();
        // "backed the X impeachment inquiry"
        let inquiry = || class == Class::Support && self.sentence.head(target).flags & flag::INQUIRY != 0 && self.modifier(self.sentence.chunks[target]).is_some();
        // "promised X money"
        let headed = || self.is_headed(target) || (class == Class::Agree && self.is_given(target));
        // ", a charge that Y denied"
        let summed = || rule == Rule::Relative && !self.doers_of(target, v).is_empty();
        let headless = || pattern.head && !headed() && !self.is_each_other(target) && !summed();
        // "sent jets to X to bomb militants"
        let fights = || class == Class::Aid && self.is_for_battle(target);
        // "now I'll turn it over to X": the floor
        let floor = || matches!(self.view.gazetteer.words.text(verb.base), "hand" | "turn" | "throw") && self.sentence.next(v).is_some_and(|k| self.chunk_text(k) == "it");
        // "reaffirmed the U.S. commitment to X": the commitment is read by itself
        let restated = || object.is_some_and(|noun| noun != target && self.is_restated(v, noun));
        kept()
            || fights()
            || floor()
            || thing.is_some_and(|n| self.is_armed(n, class))
            || withdraws()
            || inquiry()
            || headless()
            || (target > v && self.is_thing(v, target))
            || restated()
    }

    /// "to X to bomb militants": whether an infinitive behind the noun group at `n` tells of an attack.
    fn is_for_battle(&self, n: usize) -> bool {
        let led = self.sentence.preposition(n).is_some_and(|p| self.chunk_text(p) == "to");
        let purpose = self.sentence.chunks.get(self.sentence.coordination_end(n)).and_then(|c| c.verb()).filter(|verb| led && verb.form == Form::Infinitive);
        purpose.is_some_and(|verb| self.is_done_to(verb.base, |class| class == Class::Assault))
    }

    /// "houses in X that were seized": whether the target only stands in what the participle describes, which was acted on.
    fn is_in_antecedent(&self, event: &VerbEvent<'_>, target: usize, class: Class) -> bool {
        let described = event.verb.passive && event.subject.is_some_and(|s| s.via == Via::Antecedent && s.noun == target);
        described && (self.stands_in(target) || self.is_some_thing_of_nation(target, class))
    }

    /// "reaffirmed the U.S. commitment", "discussed plans to expand U.S. cooperation": whether the verb at `v` only says again, or more of, what the noun group at `n` names,
    /// and a country's before it.
    pub(super) fn is_restated(&self, v: usize, n: usize) -> bool {
        let again = self.view.gazetteer.sets.has(WordSet::Restate, self.sentence.chunks[v].verb.base);
        again
            && self.is_event(n)
            && self
                .modifier(self.sentence.chunks[n])
                .is_some_and(|owner| matches!(self.kind(&owner), MentionKind::Country | MentionKind::Nationality) && owner.by != FoundBy::Pronoun)
    }

    /// "is a managing partner of the firm X": whether persons are said to be something of organizations.
    fn is_office_in(&self, sources: &[Actor], targets: &[Actor]) -> bool {
        let all = |actors: &[Actor], kind: MentionKind| actors.iter().all(|actor| self.kind(actor) == kind);
        all(sources, MentionKind::Person) && all(targets, MentionKind::Organization)
    }

    /// Whether the adverb that a pattern asks for, if it does, stands right behind the verb group at `v`.
    pub(super) fn has_adverb(&self, v: usize, pattern: &VerbPattern) -> bool {
        let next = self.sentence.chunks.get(v + 1).filter(|c| c.kind == ChunkKind::Adverb);
        let behind = || next.is_some_and(|c| self.sentence.units[c.first as usize..c.end as usize].iter().any(|unit| unit.word == pattern.adverb));
        !pattern.adverb.known() || behind()
    }

    /// "X blocked it": a bill, a plan, hardly ever somebody; unlike "X accused it of …".
    fn is_thing(&self, v: usize, n: usize) -> bool {
        let chunk = self.sentence.chunks[n];
        let it = self.sentence.units[chunk.head as usize].tag == Tag::Pronoun && self.unit_text(chunk.head as usize) == "it";
        let complements = || self.view.gazetteer.frames.complements.get(&self.sentence.chunks[v].verb.base);
        let before = self.sentence.previous(n);
        // "voted for it", "decided against it"
        let behind =
            self.sentence.preposition(n).is_some_and(|p| self.sentence.previous(p) == Some(v) && matches!(self.chunk_text(p), "for" | "against" | "about" | "on" | "over"));
        // "denounced it for lying", unlike "denounced it"
        let blamed = || {
            complements().is_some_and(|c| c.gerund.is_some_and(|inner| inner != Inner::Negated))
                && self.sentence.next(n).is_some_and(|k| self.sentence.is(k, ChunkKind::Preposition))
        };
        it && (behind || before == Some(v) && !self.is_somebody(v, n) && !blamed())
    }

    /// "warned X that Y attacks", "warned X of Y's plans": whether what stands behind the target at `n` tells what another does than who is warned and who warns.
    fn tells_of_third(&self, n: usize, sources: &[Actor], targets: &[Actor]) -> bool {
        let last = self.sentence.coordination_end(n) - 1;
        let about = |p: usize| self.sentence.chunks[p].kind == ChunkKind::Preposition && matches!(self.chunk_text(p), "about" | "of");
        let told = match self.sentence.content(last) {
            Some((noun, _)) => Some(noun),
            None => self.sentence.next(last).filter(|&p| about(p) && self.sentence.is(p + 1, ChunkKind::Noun)).map(|p| p + 1),
        };
        let others = told.map_or_else(Vec::new, |noun| self.actors(noun, Side::Object));
        let own = |other: &Actor| {
            matches!(other.by, FoundBy::Pronoun | FoundBy::Role) || sources.iter().chain(targets).any(|actor| self.same(actor, other) || self.is_of_country(actor, other))
        };
        !others.is_empty() && !others.iter().any(own)
    }

    /// "agreed to open its borders to X": the outer verb decides, whatever the inner one is.
    fn governed(&self, v: usize, arguments: &mut Vec<Argument>, out: &mut Vec<Found>) {
        let subject = self.sentence.subject(v);
        let (Some(s), true) = (subject, self.is_governed(v, subject)) else { return };
        self.sentence.arguments(v, arguments);
        let Some(context) = self.context(v, subject, Class::Other) else { return };
        let Some(frame) = context.frame else { return };
        let elsewhere = match self.view.gazetteer.words.text(self.sentence.chunks[v].verb.base) {
            // "threatened to give X the list": it does X no harm
            "give" | "hand" | "send" | "show" | "tell" | "leak" => self.class(frame) == Class::Threaten,
            // "declined to make X available": what the verb does to X stands behind him
            "get" | "keep" | "let" | "make" | "put" | "see" | "use" => true,
            _ => false,
        };
        if elsewhere {
            return;
        }
        let sources = self.sources(v, s);
        for argument in arguments.iter() {
            let (first, end) = argument.through;
            let leads = first == end || matches!(self.chunk_text(first as usize), "to" | "with" | "for" | "on" | "against" | "into");
            // "refused to discuss the claims against X"
            let before = (first as usize).checked_sub(1).filter(|&k| first != end && self.sentence.chunks[k].kind == ChunkKind::Noun);
            let matter = before.is_some_and(|k| match self.chunk_text(first as usize) {
                "against" | "into" => true,
                "on" => self.is_event(k),
                // "with respect to X"
                "to" => matches!(self.head_text(k), "recourse" | "reference" | "regard" | "relation" | "resort" | "respect"),
                _ => false,
            });
            // what is done to a thing of X is not promised to X
            let headed = |&noun: &u32| {
                leads && !matter && !self.is_own(noun as usize) && (self.is_headed(noun as usize) || self.is_given(noun as usize)) && !self.is_thing(v, noun as usize)
            };
            let targets = argument.noun.filter(headed).map_or_else(Vec::new, |noun| self.actors(noun as usize, Side::Object));
            if !targets.is_empty() {
                self.emit(&sources, &targets, frame, "", self.head_tokens(v), Rule::Active, &context, out);
                return;
            }
        }
    }

    /// What follows the verb; where nothing does, what follows the verb that it is coordinated with.
    fn arguments_of(&self, v: usize, out: &mut Vec<Argument>) {
        self.sentence.arguments(v, out);
        if out.is_empty() {
            // "mocked, insulted and threatened X"
            let verbs = |k: usize| {
                self.sentence.is(k, ChunkKind::Comma) && self.is_finite(v) && self.sentence.next(k).is_some_and(|u| self.is_finite(u) && self.sentence.next(u) == Some(u + 1))
            };
            let mut joint = self.sentence.next(v);
            while let Some(k) = joint.filter(|&k| verbs(k)) {
                joint = Some(k + 2);
            }
            let shared = joint.filter(|&k| self.sentence.is(k, ChunkKind::Conjunction)).and_then(|k| self.sentence.next(k));
            // "is tired of fighting and showed X a plan": he fights nobody
            // "refused and attacked X"
            let alone = matches!(self.view.gazetteer.words.text(self.sentence.chunks[v].verb.base), "agree" | "decline" | "hesitate" | "refuse");
            let goes_on = |verb: Verb| alone || self.sentence.chunks[v].verb.form == Form::Gerund && verb.form == Form::Finite && verb.past;
            if let Some(other) = shared.filter(|&k| self.sentence.chunks[k].verb().is_some_and(|verb| !goes_on(verb))) {
                self.sentence.arguments(other, out);
            }
        }
        // "flew, to the surprise of X, to Y": X only feels it
        let felt = |a: &Argument| self.is_led_by(a, &["to"]) && a.noun.is_some_and(|noun| self.head_is(noun as usize, WordSet::Feeling));
        if let Some(at) = out.iter().position(felt) {
            let of = out.get(at + 1).is_some_and(|a| self.is_led_by(a, &["of"]));
            out.drain(at..=at + usize::from(of));
        }
        self.extend_by_light(out);
        if let Some(piped) = self.piped(v) {
            out.push(piped);
        }
    }

    /// "X, with whom Y talked", "X, on which Y imposed sanctions": what stands before the relative pronoun belongs to the verb at `v`.
    fn piped(&self, v: usize) -> Option<Argument> {
        if !self.sentence.has_relatives || !self.is_finite(v) {
            return None;
        }
        let subject = self.sentence.subject(v).filter(|s| s.via == Via::Direct && s.noun < v)?;
        let pronoun = self.sentence.previous(self.sentence.first_conjunct(subject.noun)).filter(|&k| matches!(self.chunk_text(k), "whom" | "which"))?;
        let p = pronoun.checked_sub(1).filter(|&p| self.sentence.is(p, ChunkKind::Preposition))?;
        // "the summit at which X met Y"
        let noun = self.sentence.antecedent(pronoun).filter(|&noun| self.sentence.names(noun))?;
        Some(Argument { through: (p as u32, p as u32 + 1), noun: Some(noun as u32) })
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
    fn relative_object(&self, v: usize, subject: Subject) -> Option<usize> {
        // "the group that X vowed to fight"
        let takes = |u: u32| self.view.gazetteer.frames.complements.get(&self.sentence.chunks[u as usize].verb.base).is_some_and(|c| c.infinitive.is_some());
        if !(subject.via == Via::Direct || matches!(subject.via, Via::Control(u) if takes(u))) {
            return None;
        }
        let pronoun = self.sentence.previous(self.sentence.first_conjunct(subject.noun))?;
        // "the talks X held with Y": without a pronoun; "X, whose plan Y backs"
        let whose = || self.unit_text(self.sentence.chunks[pronoun].first as usize) == "whose";
        let bare = || (self.sentence.is_thing(pronoun) || self.sentence.is_contact_relative(pronoun) || whose()) && !(whose() && self.sentence.preposition(pronoun).is_some());
        if self.sentence.chunks[pronoun].kind == ChunkKind::Noun && pronoun < subject.noun && bare() {
            return Some(pronoun);
        }
        let content = self.sentence.chunks[pronoun].kind == ChunkKind::That && self.sentence.reported(pronoun);
        // "X, where Y dominated"
        let adverb = matches!(self.chunk_text(pronoun), "where" | "when" | "why");
        if content || adverb || !matches!(self.sentence.chunks[pronoun].kind, ChunkKind::Relative | ChunkKind::That) {
            return None;
        }
        let before = self.sentence.previous(pronoun)?;
        let comma = self.sentence.is(before, ChunkKind::Comma);
        let near = if comma { self.sentence.previous(before)? } else { before };
        // "Zorbex, the airline, which X sued"
        let near = Some(near).filter(|_| comma).and_then(|near| self.sentence.name_described(near)).unwrap_or(near);
        // "Russia jailed X, which Y criticized": that he was jailed
        if comma && self.chunk_text(pronoun) == "which" && self.sentence.is(near, ChunkKind::Noun) && self.sentence.names_person(near) {
            return None;
        }
        // "policies toward X that Y has", "Ann Lee and Bo Lim, both of whom X sacked"
        // "troops in X, which Y criticized"
        let land = || self.named_head(near).is_some_and(|actor| matches!(self.kind(&actor), MentionKind::Country | MentionKind::Place));
        // "borders with X, which it accuses": only somebody is accused
        let somebody = || matches!(self.view.gazetteer.words.text(self.sentence.chunks[v].verb.base), "accuse" | "blame" | "sue" | "suspect");
        let judged = || self.is_done_to(self.sentence.chunks[v].verb.base, |class| matches!(class, Class::Accuse | Class::Reject)) && !somebody();
        let inside = || comma && self.sentence.preposition(near).is_some() && land() && judged();
        if inside() {
            return self.sentence.antecedent(pronoun).filter(|&noun| noun != near);
        }
        let far = self.sentence.is(near, ChunkKind::Preposition) && self.chunk_text(near) == "of" || !comma && self.sentence.names(near);
        // "said at a summit hosted by X that Y refused": no name has such a clause
        let that = self.sentence.chunks[pronoun].kind == ChunkKind::That;
        // "It was X that Y sued"
        let cleft = self.sentence.previous(near).is_some_and(|v| self.is_finite(v) && v > 0 && self.chunk_text(v - 1).eq_ignore_ascii_case("it"));
        let bare = |noun: usize| that && !cleft && self.sentence.first(noun).mention != 0 && self.sentence.names(noun);
        // "voters in towns such as Bergen who X needs"
        let who = matches!(self.chunk_text(pronoun), "who" | "whom");
        let place = |noun: usize| who && self.named_head(noun).is_some_and(|actor| self.kind(&actor) == MentionKind::Place);
        if far { self.sentence.antecedent(pronoun) } else { Some(near) }.filter(|&noun| self.sentence.is(noun, ChunkKind::Noun) && !bare(noun) && !place(noun))
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
        let beside = match self.sentence.chunks[before].kind {
            ChunkKind::Verb => self.sentence.subject(before),
            ChunkKind::Noun if chunk.kind == ChunkKind::Adjective => Some(Subject { noun: before, via: Via::Antecedent }),
            _ => None,
        };
        // "left the hall in protest at X": whoever left
        let within = |k: &usize| !matches!(self.sentence.chunks[*k].kind, ChunkKind::Break | ChunkKind::Comma);
        let above = LazyCell::new(|| (0..a).rev().take_while(within).find(|&k| self.sentence.chunks[k].is_verb()));
        for pattern in patterns.iter().filter(|pattern| pattern.clause || beside.is_some()) {
            let Some(from) = self.words_follow(chunk.head as usize + 1, &pattern.words) else { continue };
            let Some(c) = self.sentence.chunks.iter().position(|c| c.end as usize >= from && c.first as usize >= chunk.first as usize) else { continue };
            self.sentence.arguments(c, arguments);
            let Some(argument) = arguments.first().filter(|x| x.through.1 == x.through.0 + 1) else { continue };
            let word = self.sentence.first(argument.through.0 as usize).word;
            let Some(noun) = argument.noun.filter(|_| pattern.through.contains(&word)) else { continue };
            let acts = if pattern.clause { above.and_then(|v| self.doer(v)) } else { None };
            let Some(subject) = acts.or(beside) else { continue };
            let before = above.filter(|_| acts.is_some()).unwrap_or(before);
            let sources = self.actors(subject.noun, Side::Subject);
            let mut targets = self.actors(noun as usize, Side::Object);
            // "committed to the Middle East peace process"
            if self.sentence.is_thing(noun as usize) {
                targets.retain(|actor| !self.is_mere_place(actor));
            }
            let class = self.class(pattern.frame);
            // "X's remarks were in conflict with Y's brief"
            if class == Class::Assault && (self.sentence.is_thing(subject.noun) || self.sentence.is_thing(noun as usize)) {
                return;
            }
            let context = if self.sentence.chunks[before].is_verb() { self.context(before, Some(subject), class) } else { Some(Context::plain(class)) };
            let Some(context) = context else { return };
            // "marched in protest at X" is read at "marched"
            let known = |target: &Actor| {
                out.iter().rev().take(16).any(|found| found.class == class && sources.iter().any(|s| self.same(s, &found.subject)) && self.same(target, &found.object))
            };
            if pattern.clause && targets.iter().any(known) {
                return;
            }
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
}
