//! Verb frames: which pattern of a verb fits what stands around it.

use std::cell::LazyCell;
use std::ops::Deref;

use super::actor::Side;
use super::context::Context;
use super::{Actor, Found, Modality, Range, Reader, Rule};
use crate::gazetteer::{flag, serves, word, Class, Inner, PatternsOf, Step, Tag, VerbPattern, WordId, WordSet};
use crate::mention::{FoundBy, MentionKind};
use crate::syntax::{Argument, ChunkKind, Form, Subject, Unit, Verb, Via};

/// A subject that is looked for when first asked for.
pub(super) type Later<'a> = &'a dyn Deref<Target = Option<Subject>>;

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
                if out.len() == before && !verb.passive && !verb.reports {
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
        for pattern in fitting.patterns().filter(|pattern| (!pattern.denied || verb.negated) && self.has_adverb(v, pattern)) {
            let Some(target) = self.fit(pattern, v, object, arguments) else { continue };
            let Some(class) = self.class_over(pattern.frame, target) else { continue };
            // "the settlement that X wants to keep"
            if rule == Rule::Relative && pattern.steps.contains(&Step::Infinitive) && self.sentence.is_thing(target) {
                continue;
            }
            // "promised X money"
            let headed = || self.is_headed(target) || (class == Class::Agree && self.is_given(target));
            let thing = arguments.first().filter(|a| a.is_object() && matches!(pattern.steps.first(), Some(Step::Nouns(_)))).and_then(|a| a.noun);
            if thing.is_some_and(|n| self.is_armed(n as usize, class)) {
                continue;
            }
            // "announced X's withdrawal from Y": X withdraws
            let theirs = thing.is_some_and(|n| self.sentence.names_owner(n as usize) && target > n as usize);
            if theirs && class == Class::Retreat && matches!(self.view.gazetteer.words.text(verb.base), "announce" | "confirm" | "defend" | "demand" | "hail" | "order" | "welcome")
            {
                continue;
            }
            // "backed the X impeachment inquiry"
            let chunk = self.sentence.chunks[target];
            if class == Class::Support && self.sentence.units[chunk.head as usize].flags & flag::INQUIRY != 0 && self.modifier(chunk).is_some() {
                continue;
            }
            // ", a charge that Y denied"
            let summed = || rule == Rule::Relative && !self.doers_of(target, v).is_empty();
            if (pattern.head && !headed() && !self.is_each_other(target) && !summed()) || (target > v && self.is_thing(v, target)) {
                continue;
            }
            // "reaffirmed the U.S. commitment to X": the commitment is read by itself
            if arguments.first().filter(|a| a.is_object()).and_then(|a| a.noun).is_some_and(|noun| noun as usize != target && self.is_restated(v, noun as usize)) {
                continue;
            }
            let mut targets = self.targets(target, pattern, class, verb.passive, arguments);
            if targets.iter().all(|actor| actor.mention.is_none()) && self.is_named_by(pattern, target) {
                targets.extend(self.modifier(self.sentence.chunks[target]).filter(|actor| !self.is_sea(actor)));
            }
            // "X sued Y, a move condemned by Z"
            if (targets.is_empty() || self.head_is(target, WordSet::SumUp)) && (verb.passive || rule == Rule::Relative) {
                let doers = self.doers_of(target, v);
                if !doers.is_empty() {
                    targets = doers;
                }
            }
            if class == Class::Request && !verb.passive && !targets.is_empty() {
                targets.extend(self.also_asked(target));
            }
            self.retain_acted_on(v, pattern, target, &mut targets);
            // "X and Y, who was hired by Z": Y alone
            if targets.len() > 1 && subject.is_some_and(|s| s.noun == target && self.is_of_one(v, s)) {
                targets = self.actor(target, Side::Object).into_iter().collect();
            }
            // "the Russian army and a militia trained by X": the militia
            let last = verb.passive && verb.form == Form::Participle && matches!(self.chunk_text(target), "a" | "an") && self.sentence.first_conjunct(target) < target;
            if last && subject.is_some_and(|s| s.noun == target && s.via == Via::Antecedent) {
                targets = self.actor(target, Side::Object).into_iter().collect();
            }
            let each_other = targets.is_empty() && self.is_each_other(target);
            if targets.is_empty() && !each_other {
                continue;
            }
            // "houses in X that were seized": not X
            if verb.passive && subject.is_some_and(|s| s.via == Via::Antecedent && s.noun == target && (self.stands_in(s.noun) || self.is_some_thing_of_nation(target, class))) {
                continue;
            }
            let sources = self.acting(pattern, v, verb, *subject, arguments);
            if sources.is_empty() {
                continue;
            }
            if class == Class::Cooperate && verb.base == word::BE && self.is_office_in(&sources, &targets) {
                continue;
            }
            // "…, visited X and Y": whoever did
            if subject.is_some_and(|s| s.via == Via::Inverted && s.noun == target) {
                continue;
            }
            let Some(mut context) = self.context(v, *subject, class) else { return };
            context.negated &= !pattern.denied;
            // "agreed not to appeal a U.S. court's ruling": with nobody but each other
            let agrees = verb.negated && context.frame.is_some_and(|frame| frame != pattern.frame) && context.class == Class::Agree;
            if agrees && !self.is_headed(target) && !self.sentence.names_owner(target) && !self.is_own(target) {
                continue;
            }
            // "promised not to let X act": X is promised nothing
            if pattern.denied && agrees {
                context = Context { class, frame: None, outer: None, modality: Modality::Future, negated: false, ..context };
            }
            // "denied feeling pressured by X": who denies is not X; "agreed to be bought by X": X is to buy
            if verb.passive && context.frame.is_some() {
                if context.class != Class::Agree || context.negated {
                    return;
                }
                context = Context { class, frame: None, outer: None, modality: Modality::Future, ..context };
            }
            let third = self.view.gazetteer.frames.frames[pattern.frame as usize].third.filter(|_| context.frame.is_none() && target > v);
            if let Some(class) = third.filter(|_| self.tells_of_third(target, &sources, &targets)) {
                context.class = class;
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
        self.reciprocal(v, verb, patterns, &subject, object.filter(|_| rule == Rule::Relative), arguments, out);
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

    /// "X sued Y, a move condemned by Z", "…, in a decision hailed by Z": who did what the noun group at `n`, of which the verb at `v` tells, sums up.
    pub(super) fn doers_of(&self, n: usize, v: usize) -> Vec<Actor> {
        let accusation = self.head_is(n, WordSet::Claim);
        let sums_up = self.head_is(n, WordSet::SumUp);
        // "a move", "allegations"
        let new = matches!(self.chunk_text(n), "a" | "an") || accusation && self.sentence.chunks[n].first == self.sentence.chunks[n].head;
        let from = self.sentence.preposition(n).filter(|&p| p + 1 == n && self.chunk_text(p) == "in").unwrap_or(n);
        // "a move backed by Y but condemned by Z"
        let joined = |k: usize| self.sentence.chunks[k].verb.passive && self.sentence.chunks[k].verb.form == Form::Participle;
        let near = n < v && !(n + 1..v).any(|k| self.sentence.chunks[k].is_verb() && !joined(k));
        // "sued Y in a move that": without a comma, too
        let bound = if from < n { Some(from) } else { self.sentence.previous(n).filter(|&k| self.sentence.is(k, ChunkKind::Comma)) };
        let bound = bound.filter(|_| (sums_up || accusation) && new && near);
        let Some(main) = bound.and_then(|bound| (0..bound).rev().find(|&k| self.is_finite(k))) else { return Vec::new() };
        let told = self.sentence.chunks[main].verb;
        // "…, officials said, a move condemned by Z", "X spoke of Y's decision to go, a move …"
        // unlike "X accused Y of lying, a charge Y denied"
        let other = |k: usize| self.sentence.chunks[k].is_verb() && !(accusation && self.sentence.chunks[k].verb.form == Form::Gerund);
        if told.passive || told.reports || (main + 1..from).any(other) || self.attribution(main).is_some() {
            return Vec::new();
        }
        self.who_acts(main)
    }

    /// "urged X to stop and Y to help": Y, where X is the noun group at `n`.
    fn also_asked(&self, n: usize) -> Vec<Actor> {
        let chunks = &self.sentence.chunks;
        let infinitive = |k: usize| self.sentence.form(k) == Some(Form::Infinitive);
        let Some(v) = self.sentence.next(self.sentence.coordination_end(n) - 1).filter(|&k| infinitive(k)) else { return Vec::new() };
        let inside = |k: &usize| matches!(chunks[*k].kind, ChunkKind::Noun | ChunkKind::Preposition | ChunkKind::Adverb | ChunkKind::Conjunction);
        let other = (v + 1..chunks.len()).take(12).take_while(inside).find(|&k| {
            let joined = self.sentence.is(k, ChunkKind::Noun) && self.sentence.is(k - 1, ChunkKind::Conjunction) && self.chunk_text(k - 1) == "and";
            joined && self.sentence.names(k) && self.sentence.next(k).is_some_and(infinitive)
        });
        other.and_then(|k| self.named_head(k)).into_iter().collect()
    }

    /// "left X isolated": whether an adjective or participle behind the noun group at `n` says in what state it is.
    fn is_described_behind(&self, n: usize) -> bool {
        let end = self.sentence.coordination_end(n);
        self.sentence.is(end, ChunkKind::Adjective) || self.sentence.form(end) == Some(Form::Participle) && self.sentence.chunks[end].first == self.sentence.chunks[end].head
    }

    /// Drops the targets that only stand for what happened there, what becomes of them, or a house.
    fn retain_acted_on(&self, v: usize, pattern: &VerbPattern, target: usize, targets: &mut Vec<Actor>) {
        let direct = pattern.steps.as_slice() == [Step::Target];
        match self.view.gazetteer.words.text(self.sentence.chunks[v].verb.base) {
            // "responded to Bergen"
            "react" | "respond" => targets.retain(|actor| !self.is_mere_place(actor)),
            // "recognized Pristina as the capital": the town
            "recognize" => targets.retain(|actor| !self.is_seat(actor)),
            // a party wins a chamber or the White House, unlike "captured Kabul"
            "capture" | "flip" | "recapture" | "retake" | "seize" => {
                let house = self.sentence.first(target).tag == Tag::Determiner;
                targets.retain(|actor| self.listed(actor).is_none_or(|entity| entity.detail.as_deref() != Some("legislature")) && !(house && self.is_seat(actor)));
            }
            // "tells the story of X"
            "tell" if matches!(self.head_text(target), "joke" | "jokes" | "lie" | "lies" | "stories" | "story" | "tale" | "tales" | "truth") => targets.clear(),
            // "told a Lyon stadium": those who were there
            // "told the Leveson inquiry": not whom it is called after
            "tell" if direct && self.sentence.is_thing(target) => {
                let inquiry = self.sentence.head(target).flags & flag::INQUIRY != 0 && !self.sentence.is_owned(target);
                targets.retain(|actor| match self.kind(actor) {
                    MentionKind::Place | MentionKind::Country => false,
                    MentionKind::Person => !inquiry,
                    _ => true,
                });
            }
            // "is surrounded by aides"
            "surround" if self.sentence.names_person(target) => targets.clear(),
            // "appointed a Middle East envoy": nobody of there
            _ if self.frame_name(pattern.frame) == "appoint" => {
                let end = self.head_tokens(target).1;
                targets.retain(|actor| matches!(self.kind(actor), MentionKind::Person | MentionKind::Organization) || actor.tokens.1 == end);
            }
            // "arrived at the Oslo airport", unlike "in the Afghan capital"
            "arrive" if self.sentence.is_thing(target) && !matches!(self.head_text(target), "capital" | "city" | "soil") => targets.clear(),
            // "was fired by X at the White House"
            "fire" if self.sentence.chunks[v].verb.passive && target > v && matches!(pattern.steps.first(), Some(Step::Through(_))) => targets.clear(),
            // "Brazil leads, followed by Peru"
            "follow" if self.sentence.chunks[v].verb.passive && self.sentence.chunks[v].verb.form == Form::Participle => targets.clear(),
            // "investigates X's accusation": another is accused
            _ if self.frame_name(pattern.frame) == "investigate" && self.head_is(target, WordSet::Claim) && !self.sentence.names(target) => targets.clear(),
            // "wishes X would go"
            "wish" if self.sentence.next(self.sentence.coordination_end(target) - 1).is_some_and(|k| self.is_finite(k)) => targets.clear(),
            // "joined other senators": he is one of them
            "join" if (self.sentence.chunks[target].first..self.sentence.chunks[target].head).any(|unit| matches!(self.unit_text(unit as usize), "fellow" | "other")) => {
                let end = self.head_tokens(target).1;
                targets.retain(|actor| actor.tokens.1 == end);
            }
            // "left X isolated"
            "leave" if direct && self.is_described_behind(target) => targets.clear(),
            // "defends 21 Senate seats"
            "defend" | "lose" | "win" if matches!(self.head_text(target), "seat" | "seats") => targets.clear(),
            // "hosts the Davos Summit"
            "host" if self.is_event(target) && !self.sentence.is_owned(target) => targets.retain(|actor| self.kind(actor) != MentionKind::Place),
            // "leads Ohio by ten points": in it
            "lead" if pattern.steps.first() == Some(&Step::Target) => targets.retain(|actor| !self.is_mere_place(actor)),
            // "keeps X from falling": helps it
            "keep" | "prevent" | "stop" if self.is_fall(target) => targets.clear(),
            // "went to see X", unlike "saw X"
            "see" if self.frame_name(pattern.frame) == "meet" && !self.is_on_the_way(v) => targets.clear(),
            // "takes over the policy of X"
            "acquire" | "take" if self.frame_name(pattern.frame) == "acquire" && self.is_matter(target) && self.sentence.is(target + 1, ChunkKind::Preposition) => targets.clear(),
            // "who represents Essex": an office
            "represent" if targets.iter().all(|actor| self.kind(actor) == MentionKind::Place) => targets.clear(),
            // "represents Essex in Parliament"
            "represent" if self.sentence.is(target + 1, ChunkKind::Preposition) && self.chunk_text(target + 1) == "in" => {
                targets.retain(|actor| !matches!(self.kind(actor), MentionKind::Country | MentionKind::Place));
            }
            // "probed X's claim that Y lied": Y
            "investigate" | "probe" | "examine" | "open" | "launch" if self.is_claim_of_another(target) => targets.clear(),
            // "threatened X's security": endangered it
            "threaten" if direct && self.sentence.is_thing(target) => targets.clear(),
            // "spoke to X at a conference of Y": to him
            "speak" if self.sentence.next(v).is_some_and(|k| k + 1 != target && self.sentence.is(k + 1, ChunkKind::Noun) && matches!(self.chunk_text(k), "to" | "with")) => {
                targets.clear()
            }
            // "closed the Polish consulate in Bergen": Poland's
            "close" | "shut" => {
                let thing = (target.min(v)..target.max(v)).rev().find(|&k| self.sentence.is(k, ChunkKind::Noun) && k != target && self.sentence.is_thing(k));
                if let Some(owner) = thing.and_then(|k| self.modifier(self.sentence.chunks[k])).filter(|_| targets.iter().all(|actor| self.kind(actor) == MentionKind::Place)) {
                    *targets = vec![owner];
                }
            }
            // "X's creditors, led by Y"
            "lead" if self.sentence.chunks[v].verb.passive && !self.sentence.names(target) => targets.clear(),
            // "left X stunned"
            "leave" if self.sentence.is(self.sentence.coordination_end(target), ChunkKind::Adjective) => targets.clear(),
            // "left the White House" is no leaving of a state
            "leave" if direct => targets.retain(|actor| !self.is_seat(actor)),
            // "like the president that he wants to become": himself
            "want" | "like" | "hope" if self.becomes(v) && target < v => targets.clear(),
            // "quit the Capitol" is no retreat, "withdrew from Kabul" is
            _ if direct && self.class(pattern.frame) == Class::Retreat => targets.retain(|actor| !self.is_seat(actor)),
            _ => {}
        }
    }

    /// "to become": whether an infinitive of being stands right behind the verb at `v`.
    fn becomes(&self, v: usize) -> bool {
        let next = self.sentence.next(v).and_then(|k| self.sentence.chunks[k].verb()).filter(|verb| verb.form == Form::Infinitive);
        next.is_some_and(|verb| matches!(self.view.gazetteer.words.text(verb.base), "be" | "become"))
    }

    /// "X from falling": whether what the noun group at `n` is kept from befalls it.
    fn is_fall(&self, n: usize) -> bool {
        let gerund = self.sentence.chunks.get(n + 2).and_then(|c| c.verb()).filter(|verb| verb.form == Form::Gerund && self.chunk_text(n + 1) == "from");
        gerund.is_some_and(|verb| self.view.gazetteer.sets.has(WordSet::Fall, verb.base))
    }

    /// "X's claim that Y lied": whether the noun group at `n` is what somebody says of another.
    fn is_claim_of_another(&self, n: usize) -> bool {
        let claim = self.head_is(n, WordSet::Claim);
        claim && self.sentence.is_owned(n) && (self.sentence.is(n + 1, ChunkKind::That) || self.sentence.is(n + 1, ChunkKind::Preposition))
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

    /// "went to Oslo to see X": whether the infinitive at `v` tells what somebody travels for.
    fn is_on_the_way(&self, v: usize) -> bool {
        let Some(Via::Control(u) | Via::ObjectControl(u)) = self.sentence.subject(v).map(|s| s.via) else { return false };
        self.view.gazetteer.sets.has(WordSet::Travel, self.sentence.chunks[u as usize].verb.base)
    }

    /// "is a managing partner of the firm X": whether persons are said to be something of organizations.
    fn is_office_in(&self, sources: &[Actor], targets: &[Actor]) -> bool {
        let all = |actors: &[Actor], kind: MentionKind| actors.iter().all(|actor| self.kind(actor) == kind);
        all(sources, MentionKind::Person) && all(targets, MentionKind::Organization)
    }

    /// Whether the adverb that a pattern asks for, if it does, stands right behind the verb group at `v`.
    fn has_adverb(&self, v: usize, pattern: &VerbPattern) -> bool {
        let next = self.sentence.chunks.get(v + 1).filter(|c| c.kind == ChunkKind::Adverb);
        let behind = || next.is_some_and(|c| self.sentence.units[c.first as usize..c.end as usize].iter().any(|unit| unit.word == pattern.adverb));
        !pattern.adverb.known() || behind()
    }

    /// The class of a frame over what the noun group at `n` names: "attacked his record" is said, "killed his bill" no assault on him.
    pub(super) fn class_over(&self, frame: u32, n: usize) -> Option<Class> {
        let class = self.class(frame);
        if class == Class::Assault && self.is_matter(n) {
            self.view.gazetteer.frames.frames[frame as usize].persons
        } else if class == Class::Support && self.is_downfall(n) {
            None
        } else {
            Some(class)
        }
    }

    /// "backed X's removal", unlike "backed X's removal of Y": whether the noun group at `n` names what X is to suffer.
    fn is_downfall(&self, n: usize) -> bool {
        self.sentence.is_owned(n) && self.head_is(n, WordSet::Downfall) && self.sentence.chunks.get(n + 1).is_none_or(|c| self.unit_text(c.first as usize) != "of")
    }

    /// Whether the noun group at `n` names what somebody thinks, says or decides: "his record", "all of X's rules".
    fn is_matter(&self, n: usize) -> bool {
        let told = self.counted(n).unwrap_or(n);
        self.sentence.head(told).flags & flag::MATTER != 0
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

    /// "a French project backed by X": what is done to some such thing for good is not done to the nation, unlike "a Russian jet downed by X".
    fn is_some_thing_of_nation(&self, n: usize, class: Class) -> bool {
        let good = matches!(class, Class::Support | Class::Aid | Class::Cooperate | Class::Other);
        good && matches!(self.chunk_text(n), "a" | "an")
            && self.sentence.is_thing(n)
            && self.modifier(self.sentence.chunks[n]).is_some_and(|actor| self.kind(&actor) == MentionKind::Nationality)
    }

    /// Whether the head of a noun group is somebody itself: a name, a pronoun, an agent; not "X's demands".
    pub(super) fn is_headed(&self, n: usize) -> bool {
        let chunk = self.sentence.chunks[n];
        let head = &self.sentence.units[chunk.head as usize];
        // "suspended the country"
        let land = || matches!(self.text_of(head), "country" | "kingdom" | "nation") && self.definite(chunk).is_some();
        (head.mention != 0 && !head.compound) || head.tag == Tag::Pronoun || land() || head.flags & (flag::AGENT | flag::RELATION) != 0 || self.counts(head)
    }

    /// "offered X money": whether a name and what it is given stand in one noun group.
    fn is_given(&self, n: usize) -> bool {
        let chunk = self.sentence.chunks[n];
        let first = &self.sentence.units[chunk.first as usize];
        let named = first.mention != 0 && !first.compound && matches!(first.tag, Tag::Name | Tag::Plural);
        named && chunk.head > chunk.first && self.sentence.units[chunk.first as usize + 1].tag == Tag::Noun
    }

    /// "is X's ally" for `be ally of X`: whether the target is in the group of the noun that the pattern asks for.
    fn is_named_by(&self, pattern: &VerbPattern, target: usize) -> bool {
        let [.., nouns @ Step::Nouns(_), Step::Through(_), Step::Target] = pattern.steps.as_slice() else { return false };
        self.wanted(Some(nouns), Some(target as u32))
    }

    /// The actors of the noun group where the target stands, or the country where it stands.
    fn targets(&self, target: usize, pattern: &VerbPattern, class: Class, passive: bool, arguments: &[Argument]) -> Vec<Actor> {
        let mut targets = self.actors(target, Side::Object);
        if passive {
            // "polls sponsored by X and Y": X is no target of Y
            let agents = self.agent(arguments);
            targets.retain(|t| !agents.iter().any(|a| a.tokens == t.tokens));
        }
        if targets.iter().all(|t| t.mention.is_none()) {
            targets.extend(self.scene(target, class));
        }
        // "bombed the Houthi-held port of X": them
        if matches!(class, Class::Assault | Class::Coerce) {
            let chunk = self.sentence.chunks[target];
            let held = |unit: &&Unit| unit.compound && matches!(self.view.gazetteer.words.text(unit.word), "held" | "controlled" | "run");
            let holder = self.sentence.units[chunk.first as usize..chunk.head as usize].iter().find(held).map(|unit| self.named(unit));
            targets = holder.map_or(targets, |holder| vec![holder]);
        }
        // "travelled to Bergen, Norway"
        if let ([town], Class::Consult) = (targets.as_slice(), class) {
            let land = self.land_of(target).filter(|_| self.is_mere_place(town));
            targets = land.map_or(targets, |land| vec![land]);
        }
        // "condemned the X-Y alliance", "the X-Y talks brokered by Z"
        if targets.is_empty() && (matches!(class, Class::Support | Class::Accuse) || self.frame_name(pattern.frame) == "broker") {
            targets = self.pair_before(target);
        }
        // "shot down 12 of 15 drones launched by X"
        if targets.is_empty() && class == Class::Assault {
            let weapon = self.counted(target).unwrap_or(target);
            targets.extend(self.maker(weapon).filter(|_| self.head_is(weapon, WordSet::Weapon)));
        }
        // "condemned the U.S.-led strikes"
        if targets.is_empty() && matches!(class, Class::Accuse | Class::Support) {
            targets.extend(self.attacker(target));
        }
        targets
    }

    /// "Bergen, Norway": the country that a comma parts from the town at `n`.
    fn land_of(&self, n: usize) -> Option<Actor> {
        let behind = self.sentence.is(n + 1, ChunkKind::Comma) && self.sentence.is(n + 2, ChunkKind::Noun);
        Some(n + 2).filter(|_| behind).and_then(|k| self.named_head(k)).filter(|land| self.kind(land) == MentionKind::Country)
    }

    /// "the X-Y alliance": the two whose thing the noun group at `n` names.
    pub(super) fn pair_before(&self, n: usize) -> Vec<Actor> {
        let chunk = self.sentence.chunks[n];
        let units = &self.sentence.units[chunk.first as usize..chunk.head as usize];
        let named = |unit: &Unit| unit.mention != 0 && !unit.person;
        let pair = units.windows(3).find(|three| named(&three[0]) && three[1].tag == Tag::Hyphen && named(&three[2])).filter(|_| self.sentence.is_thing(n));
        pair.map_or_else(Vec::new, |three| vec![self.named(&three[0]), self.named(&three[2])])
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

    /// "X and Y accused each other".
    fn both_ways(&self, sides: &[Actor], pattern: &VerbPattern, trigger: Range, context: &Context, out: &mut Vec<Found>) {
        let symmetric = self.view.gazetteer.frames.frames[pattern.frame as usize].symmetric;
        for (i, one) in sides.iter().enumerate().take(4) {
            let others = if symmetric { &sides[i + 1..] } else { sides };
            self.emit(&[*one], others, pattern.frame, &pattern.text, trigger, Rule::Reciprocal, context, out);
        }
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
            let headed = |&noun: &u32| leads && !matter && (self.is_headed(noun as usize) || self.is_given(noun as usize)) && !self.is_thing(v, noun as usize);
            let targets = argument.noun.filter(headed).map_or_else(Vec::new, |noun| self.actors(noun as usize, Side::Object));
            if !targets.is_empty() {
                self.emit(&sources, &targets, frame, "", self.head_tokens(v), Rule::Active, &context, out);
                return;
            }
        }
    }

    /// "X and Y met": a symmetric verb whose subject is both sides.
    #[allow(clippy::too_many_arguments)]
    fn reciprocal(&self, v: usize, verb: Verb, patterns: PatternsOf<'_>, subject: Later<'_>, relative: Option<usize>, arguments: &[Argument], out: &mut Vec<Found>) {
        if verb.passive {
            return;
        }
        let frames = &self.view.gazetteer.frames.frames;
        let object = arguments.first().filter(|a| a.is_object());
        // "X and Y met with officials", "battle against floods": not each other
        if arguments.get(usize::from(object.is_some())).is_some_and(|a| self.is_with(a) || object.is_none() && self.is_led_by(a, &["against"])) {
            return;
        }
        // "the talks that X and Y held"
        let before = relative.map(|noun| Argument { through: (0, 0), noun: Some(noun as u32) });
        let both = || patterns.serving(serves::BOTH).find(|p| self.has_adverb(v, p) && self.is_between(p, v, arguments));
        let found = match object {
            Some(object) => self.mutual(patterns, object, None, &arguments[1..]),
            None => before.as_ref().and_then(|object| self.mutual(patterns, object, relative, arguments)).or_else(both),
        };
        let object = object.or(before.as_ref().filter(|_| found.is_some_and(|p| !p.steps.is_empty() && p.steps[0] != Step::Target)));
        let Some(pattern) = found else { return };
        let Some(subject) = **subject else { return };
        // "X and Y shared his plan": that of one
        if self.class(pattern.frame) != Class::Consult && object.and_then(|a| a.noun).is_some_and(|noun| matches!(self.chunk_text(noun as usize), "her" | "his")) {
            return;
        }
        // "X and Y signed up"
        let next = self.sentence.chunks.get(v + 1).filter(|c| matches!(c.kind, ChunkKind::Adverb | ChunkKind::Preposition));
        let particle = next.is_some_and(|c| matches!(self.unit_text(c.first as usize), "up" | "off" | "out" | "down" | "in"));
        // "X and Y discussed the visit to Z"
        let talk = pattern.steps.first() == Some(&Step::Any) && self.class(pattern.frame) == Class::Consult;
        // "X and Y talk tough"
        let adjective = self.sentence.chunks.get(v + 1).is_some_and(|c| c.kind == ChunkKind::Adjective);
        if adjective || (particle && pattern.steps.first() == Some(&Step::Any)) || (!talk && self.is_for_others(object, arguments)) || self.is_topic(v) {
            return;
        }
        let n = subject.noun;
        let mut sides = self.actors(n, Side::Subject);
        // "The summit between X and Y failed to reach agreement"
        let meets = || self.noun_patterns(n).any(|p| self.class(p.frame) == Class::Consult) && self.chunk_text(n + 1) == "between";
        if sides.is_empty() && meets() && self.sentence.is(n + 2, ChunkKind::Noun) {
            sides = self.actors(n + 2, Side::Subject);
        }
        if sides.len() < 2 || self.is_text_of_many(object.and_then(|a| a.noun).map(|noun| noun as usize), &sides) {
            return;
        }
        let class = frames[pattern.frame as usize].class;
        let Some(context) = self.context(v, Some(subject), class) else { return };
        if class == Class::Consult && verb.form == Form::Infinitive && self.have_met(v, subject, &sides, out) {
            return;
        }
        // "X and Y refused to talk about the case"
        let refuses = context.frame.is_some_and(|outer| self.class(outer) == Class::Reject);
        // "X and Y do not disagree", "X and Y would not discuss the case"
        if refuses && class == Class::Consult || context.negated && (class == Class::Reject || class == Class::Consult && object.is_some()) {
            return;
        }
        for (i, one) in sides.iter().enumerate().take(8) {
            self.emit(&[*one], &sides[i + 1..], pattern.frame, &pattern.text, self.head_tokens(v), Rule::Reciprocal, &context, out);
        }
    }

    /// "X and Y jointly developed a car": whatever two do jointly, they do together.
    fn jointly(&self, v: usize, out: &mut Vec<Found>) {
        let chunk = self.sentence.chunks[v];
        let next = self.sentence.chunks.get(v + 1).filter(|c| c.kind == ChunkKind::Adverb).map_or(chunk.end, |c| c.end);
        if !self.sentence.units[chunk.first as usize..next as usize].iter().any(|unit| unit.word == word::JOINTLY) {
            return;
        }
        let Some(subject) = self.sentence.subject(v).filter(|subject| subject.via != Via::Antecedent) else { return };
        let sides = self.actors(subject.noun, Side::Subject);
        if !(2..=4).contains(&sides.len()) {
            return;
        }
        let Some(pattern) = self.patterns_of("cooperate").and_then(|patterns| patterns.last()) else { return };
        let Some(context) = self.context(v, Some(subject), self.class(pattern.frame)) else { return };
        for (i, one) in sides.iter().enumerate() {
            self.emit(&[*one], &sides[i + 1..], pattern.frame, "jointly", self.head_tokens(v), Rule::Reciprocal, &context, out);
        }
    }

    /// "A, B, C and D issued a statement": whether the noun group at `n` is a text that many put their names to, which says little of any two of them.
    pub(super) fn is_text_of_many(&self, n: Option<usize>, sides: &[Actor]) -> bool {
        sides.len() > 3 && n.is_some_and(|n| self.sentence.head(n).flags & flag::DOCUMENT != 0)
    }

    /// "X and Y discussed deepening ties": whether the gerund at `v` is only talked of, so that it is not said whose ties they are.
    fn is_topic(&self, v: usize) -> bool {
        let talked = |u: usize| matches!(self.view.gazetteer.words.text(self.sentence.chunks[u].verb.base), "debate" | "discuss" | "review");
        self.sentence.chunks[v].verb.form == Form::Gerund && self.finite_top(v).is_some_and(talked)
    }

    /// "X and Y signed a pact" as "X signed a pact with Y": the pattern of what both do with this object, which stands elsewhere or behind the verb, before `others`.
    fn mutual<'p>(&self, patterns: PatternsOf<'p>, object: &Argument, elsewhere: Option<usize>, others: &[Argument]) -> Option<&'p VerbPattern> {
        let mut mutual = patterns.serving(serves::MUTUAL).peekable();
        let mut named = false;
        if mutual.peek().is_some() {
            let object = if elsewhere.is_some() { &[] } else { std::slice::from_ref(object) };
            self.words_behind(elsewhere, object, |word| named |= patterns.asking(word).next().is_some());
        }
        // `take part in drill with X`
        let inside = |p: &VerbPattern| match p.steps.as_slice() {
            [_, through @ Step::Through(_), noun @ Step::Nouns(_), ..] => {
                others.first().is_some_and(|a| self.leads(a, [through].into_iter()) && self.wanted(Some(noun), a.noun))
            }
            _ => true,
        };
        // "are allies of the group": not of each other
        let of_others = |p: &VerbPattern| p.steps[1].is_through(word::OF) && others.iter().any(|a| self.leads(a, p.steps[1..2].iter()));
        // what is talked of can be anything
        let asked = |p: &VerbPattern| p.steps.first() == Some(&Step::Any) && elsewhere.is_none() || named && self.wanted(p.steps.first(), object.noun);
        mutual.find(|p| asked(p) && inside(p) && !of_others(p))
    }

    /// "X and Y met to discuss Z": whether what stands right before the infinitive at `v` has told already that the two talk.
    fn have_met(&self, v: usize, subject: Subject, sides: &[Actor], out: &[Found]) -> bool {
        // "met in Bergen to discuss Z"
        let above = if let Via::Control(u) = subject.via { Some(u as usize) } else { self.sentence.previous(v) };
        let from = above.map_or(0, |k| self.tokens(k).0);
        let two = |found: &Found| self.same(&found.subject, &sides[0]) && self.same(&found.object, &sides[1]);
        out.iter().rev().take(128).any(|found| found.class == Class::Consult && found.trigger.0 >= from && two(found))
    }

    /// "with officials": whether an argument names those with whom something is done, not the time or the manner.
    fn is_with(&self, argument: &Argument) -> bool {
        let somebody = |noun: u32| {
            let head = self.sentence.head(noun as usize);
            head.flags & (flag::AGENT | flag::RELATION) != 0 || matches!(head.tag, Tag::Plural | Tag::Name) || head.capital || head.mention != 0
        };
        let with = !argument.is_object() && self.chunk_text(argument.through.0 as usize) == "with";
        with && argument.noun.is_some_and(somebody) && !self.is_described_thing(argument)
    }

    /// "X and Y bring peace to Z": what both do for a third is nothing between them.
    fn is_for_others(&self, object: Option<&Argument>, arguments: &[Argument]) -> bool {
        let third = |a: &Argument| a.noun.is_some_and(|noun| self.named_head(noun as usize).is_some());
        object.is_some() && arguments.get(1).is_some_and(|a| !a.is_object() && matches!(self.chunk_text(a.through.0 as usize), "to" | "for") && third(a))
    }

    /// "meet X", "agree with X": what two do when both are the subject; unlike "stand against X".
    fn is_between(&self, pattern: &VerbPattern, v: usize, arguments: &[Argument]) -> bool {
        // "work together with X": what stands between belongs to it where both are the subject, too
        let next = self.sentence.chunks.get(v + 1);
        let whole = pattern.steps.iter().all(|step| match step {
            Step::Through(through) if !through.contains(&word::WITH) => next.is_some_and(|c| through.contains(&self.sentence.units[c.first as usize].word)),
            _ => true,
        });
        // "spoke by phone with X"
        let named = match pattern.steps.as_slice() {
            [Step::Through(_), noun @ Step::Nouns(_), ..] => arguments.first().is_some_and(|a| self.leads(a, pattern.steps[..1].iter()) && self.wanted(Some(noun), a.noun)),
            steps => !steps.iter().any(|step| matches!(step, Step::Nouns(_))),
        };
        whole && named && (pattern.steps.as_slice() == [Step::Target] || pattern.steps.iter().any(|step| step.is_through(word::WITH)))
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
