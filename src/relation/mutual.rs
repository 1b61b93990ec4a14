//! What two do to each other: `X and Y met`, `X and Y signed a pact`, `X and Y accused each other`.

use super::actor::Side;
use super::context::Context;
use super::verbal::VerbEvent;
use super::{Actor, Found, Range, Reader, Rule};
use crate::gazetteer::{flag, serves, word, Class, PatternsOf, Step, Tag, VerbPattern, WordSet};
use crate::syntax::{Argument, ChunkKind, Form, Subject, Via};

impl Reader<'_> {
    /// "X and Y met": a symmetric verb whose subject is both sides.
    pub(super) fn reciprocal(&self, event: &VerbEvent<'_>, patterns: PatternsOf<'_>, relative: Option<usize>, out: &mut Vec<Found>) {
        let &VerbEvent { v, verb, subject, arguments, .. } = event;
        if verb.passive {
            return self.between_passive(event, patterns, out);
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
        // "Aetna officials including X met": they are no two sides
        if self.instance(n).is_some() && self.sentence.other_conjuncts(n).next().is_none() {
            return;
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
        self.each_with_each(&sides, (pattern.frame, &pattern.text), self.head_tokens(v), &context, out);
    }

    /// Relates each of several to those named behind him; of a long list only the first few.
    pub(super) fn each_with_each(&self, sides: &[Actor], (frame, text): (u32, &str), trigger: Range, context: &Context, out: &mut Vec<Found>) {
        for (i, one) in sides.iter().enumerate().take(8) {
            self.emit(&[*one], &sides[i + 1..], frame, text, trigger, Rule::Reciprocal, context, out);
        }
    }

    /// "Ties between X and Y were restored" as "X restored ties with Y".
    fn between_passive(&self, event: &VerbEvent<'_>, patterns: PatternsOf<'_>, out: &mut Vec<Found>) {
        let Some(subject) = event.subject.filter(|s| s.via == Via::Direct && s.noun < event.v) else { return };
        let n = subject.noun;
        if self.chunk_text(n + 1) != "between" || !self.sentence.is(n + 2, ChunkKind::Noun) || self.is_event(n) {
            return;
        }
        let named = |p: &&VerbPattern| matches!(p.steps.as_slice(), [noun @ Step::Nouns(_), ..] if self.wanted(Some(noun), Some(n as u32)));
        let Some(pattern) = patterns.serving(serves::MUTUAL).find(named) else { return };
        let sides = self.actors(n + 2, Side::Object);
        if sides.len() < 2 {
            return;
        }
        let Some(context) = self.context(event.v, Some(subject), self.class(pattern.frame)) else { return };
        self.each_with_each(&sides, (pattern.frame, &pattern.text), self.head_tokens(event.v), &context, out);
    }

    /// "X and Y jointly developed a car", "a car jointly developed by X and Y", "X developed a car jointly with Y", "X and Y announced a joint plan": whatever two do jointly, they do together.
    pub(super) fn jointly(&self, v: usize, out: &mut Vec<Found>) {
        let chunks = &self.sentence.chunks;
        let joint = |first: u32, end: u32| self.sentence.units[first as usize..end as usize].iter().any(|unit| unit.word == word::JOINTLY);
        let next = chunks.get(v + 1).filter(|c| c.kind == ChunkKind::Adverb).map_or(chunks[v].end, |c| c.end);
        let before = v.checked_sub(1).filter(|&k| self.sentence.is(k, ChunkKind::Adverb)).map_or(chunks[v].first, |k| chunks[k].first);
        let together = joint(before, next);
        let with = |k: usize| {
            joint(chunks[k].first, chunks[k].end) && self.sentence.is(k + 1, ChunkKind::Preposition) && self.chunk_text(k + 1) == "with" && self.sentence.is(k + 2, ChunkKind::Noun)
        };
        let other = (v + 1..chunks.len()).take(6).take_while(|&k| !chunks[k].is_verb()).find(|&k| self.sentence.is(k, ChunkKind::Adverb) && with(k));
        if (chunks[v].verb.reports || !together && other.is_none()) && !self.makes_joint_thing(v) {
            return;
        }
        let passive = chunks[v].verb.passive;
        let Some(subject) = self.sentence.subject(v).filter(|subject| passive || subject.via != Via::Antecedent) else { return };
        let sides = if passive {
            let mut arguments = Vec::new();
            self.sentence.arguments(v, &mut arguments);
            self.agent(&arguments)
        } else {
            self.actors(subject.noun, Side::Subject)
        };
        let Some(pattern) = self.patterns_of("cooperate").and_then(|patterns| patterns.last()) else { return };
        let Some(context) = self.context(v, Some(subject), self.class(pattern.frame)) else { return };
        if let Some(adverb) = other {
            self.emit(&sides, &self.actors(adverb + 2, Side::Object), pattern.frame, "jointly with X", self.head_tokens(v), Rule::Active, &context, out);
        } else if (2..=4).contains(&sides.len()) {
            self.each_with_each(&sides, (pattern.frame, "jointly"), self.head_tokens(v), &context, out);
        }
    }

    /// "announced a joint plan", "issued their joint report": whether the verb at `v` brings forth what its object calls joint.
    fn makes_joint_thing(&self, v: usize) -> bool {
        let verb = self.sentence.chunks[v].verb;
        let makes = self.view.gazetteer.sets.has(WordSet::BringForth, verb.base);
        let object = self.sentence.next(v).filter(|&n| makes && !verb.passive && self.sentence.is(n, ChunkKind::Noun));
        object.is_some_and(|n| {
            let chunk = self.sentence.chunks[n];
            (chunk.first..chunk.head).any(|unit| self.sentence.units[unit as usize].word == word::JOINT)
        })
    }

    /// "X and Y accused each other".
    pub(super) fn both_ways(&self, sides: &[Actor], pattern: &VerbPattern, trigger: Range, context: &Context, out: &mut Vec<Found>) {
        let symmetric = self.view.gazetteer.frames.frames[pattern.frame as usize].symmetric;
        for (i, one) in sides.iter().enumerate().take(4) {
            let others = if symmetric { &sides[i + 1..] } else { sides };
            self.emit(&[*one], others, pattern.frame, &pattern.text, trigger, Rule::Reciprocal, context, out);
        }
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
            [_, through @ Step::Through(_), noun @ Step::Nouns(_), ..] => others.first().is_some_and(|a| self.leads(a, [through].into_iter()) && self.wanted(Some(noun), a.noun)),
            _ => true,
        };
        // "are allies of the group": not of each other
        let of_others = |p: &VerbPattern| p.steps[1].is_through(word::OF) && others.iter().any(|a| self.leads(a, p.steps[1..2].iter()));
        // what is talked of can be anything
        let asked = |p: &VerbPattern| p.steps.first() == Some(&Step::Any) && elsewhere.is_none() || named && self.wanted(p.steps.first(), object.noun);
        mutual.find(|p| asked(p) && inside(p) && !of_others(p))
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

    /// "X and Y met to discuss Z": whether what stands right before the infinitive at `v` has told already that the two talk.
    fn have_met(&self, v: usize, subject: Subject, sides: &[Actor], out: &[Found]) -> bool {
        // "met in Bergen to discuss Z"
        let above = if let Via::Control(u) = subject.via { Some(u as usize) } else { self.sentence.previous(v) };
        let from = above.map_or(0, |k| self.tokens(k).0);
        let two = |found: &Found| self.same(&found.subject, &sides[0]) && self.same(&found.object, &sides[1]);
        out.iter().rev().take(128).any(|found| found.class == Class::Consult && found.trigger.0 >= from && two(found))
    }

    /// "X and Y discussed deepening ties": whether the gerund at `v` is only talked of, so that it is not said whose ties they are.
    fn is_topic(&self, v: usize) -> bool {
        let talked = |u: usize| matches!(self.view.gazetteer.words.text(self.sentence.chunks[u].verb.base), "debate" | "discuss" | "review");
        self.sentence.chunks[v].verb.form == Form::Gerund && self.finite_top(v).is_some_and(talked)
    }

    /// "A, B, C and D issued a statement": whether the noun group at `n` is a text that many put their names to, which says little of any two of them.
    pub(super) fn is_text_of_many(&self, n: Option<usize>, sides: &[Actor]) -> bool {
        sides.len() > 3 && n.is_some_and(|n| self.sentence.head(n).flags & flag::DOCUMENT != 0)
    }
}
