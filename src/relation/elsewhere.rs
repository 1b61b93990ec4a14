//! Sides of an event noun that stand apart from it: who is present at it, who asked for it, who is defended against it.

use super::actor::Side;
use super::nominal::Sides;
use super::{Actor, Found, Reader, Rule};
use crate::gazetteer::{flag, Class, NounPattern, Tag, WordSet};
use crate::mention::{FoundBy, MentionKind};
use crate::syntax::{Argument, ChunkKind, Form, Via};

impl Reader<'_> {
    /// "X's invasion of Y and annexation of Z": who did what the event noun before the "and" tells, where it has been read.
    pub(super) fn joint_source(&self, n: usize, out: &[Found]) -> Vec<Actor> {
        let chunks = &self.sentence.chunks;
        let bare = !matches!(self.sentence.units[chunks[n].first as usize].tag, Tag::Determiner | Tag::Possessive | Tag::Name | Tag::Number);
        let Some(and) = n.checked_sub(1).filter(|&k| bare && chunks[k].kind == ChunkKind::Conjunction && self.chunk_text(k) == "and") else { return Vec::new() };
        let event = (0..and)
            .rev()
            .take(6)
            .take_while(|&k| matches!(chunks[k].kind, ChunkKind::Noun | ChunkKind::Preposition | ChunkKind::Adverb))
            .find(|&k| self.sentence.units[chunks[k].head as usize].flags & flag::NOUN_FRAME != 0);
        // "appreciation for X's role and support for Y": X's, as likely
        let event = event.filter(|&k| !(k + 1..and).any(|k| self.sentence.names_owner(k)));
        let Some(trigger) = event.map(|k| self.head_tokens(k)) else { return Vec::new() };
        let read = out.iter().rev().take(16).filter(|found| found.trigger == trigger && matches!(found.rule, Rule::Nominal | Rule::LightVerb));
        let mut sources: Vec<Actor> = Vec::new();
        for found in read {
            if !sources.iter().any(|source| source.tokens == found.subject.tokens) {
                sources.push(found.subject);
            }
        }
        sources
    }

    /// Whether the noun group at `n` is what somebody asks of another, who can grant or refuse it.
    pub(super) fn is_answerable(&self, n: usize) -> bool {
        self.head_is(n, WordSet::Asked)
    }

    /// "over the objections of X": whether the noun group at `n` is what somebody has against what is done all the same.
    pub(super) fn is_overridden(&self, n: usize) -> bool {
        let over = self.sentence.preposition(n).is_some_and(|p| p + 1 == n && matches!(self.chunk_text(p), "over" | "despite" | "Over" | "Despite"));
        over && matches!(self.head_text(n), "objection" | "objections" | "opposition" | "protest" | "protests" | "resistance")
    }

    /// "Y turned down a request from X": Y, who was asked.
    pub(super) fn answering(&self, n: usize) -> Vec<Actor> {
        let class = |v: usize| {
            matches!(self.own_sense(v, n), Some(Class::Agree | Class::Concede | Class::Reject)) || self.is_done_to(self.sentence.chunks[v].verb.base, |c| c == Class::Reject)
        };
        let answers = |v: usize| self.is_fact(v) && !self.sentence.chunks[v].verb.passive && class(v);
        let before = self.sentence.previous(n).map(|k| self.before_particle(k, &["down", "off", "aside"])).filter(|&v| self.sentence.chunks[v].is_verb() && answers(v));
        // "Over X's objections, Y resumed them"
        if self.is_overridden(n) && self.sentence.preposition(n) == Some(0) {
            return self.behind_comma(n);
        }
        // "resumed them despite a plea from X"
        let despite = self.sentence.preposition(n).filter(|&p| p + 1 == n && (self.chunk_text(p) == "despite" || self.is_overridden(n)));
        let against = despite.and_then(|p| (0..p).rev().take(8).take_while(|&k| !self.sentence.is(k, ChunkKind::Break)).find(|&k| self.is_finite(k)));
        let before = before.or(against.filter(|&v| self.is_fact(v) && !self.sentence.chunks[v].verb.passive));
        before.map_or_else(Vec::new, |v| self.who_acts(v))
    }

    /// "X thanked Y at their meeting": X and Y.
    pub(super) fn whose_meeting(&self, n: usize, pattern: &NounPattern) -> Option<(Actor, Actor)> {
        let meeting = self.is_symmetric(pattern) && matches!(self.class(pattern.frame), Class::Consult | Class::Agree | Class::Cooperate);
        let p = self.sentence.preposition(n).filter(|&p| meeting && p > 0 && self.chunk_text(n) == "their")?;
        let there = matches!(self.chunk_text(p), "after" | "ahead" | "at" | "before" | "during" | "following" | "in" | "since");
        let [one, other] = self.both_told_of(Some(p).filter(|_| there)?).try_into().ok()?;
        let first = self.sentence.first(n);
        let side = |mention: u32| Actor { tokens: (first.first, first.end), mention: Some(mention), by: FoundBy::Pronoun };
        Some((side(one), side(other)))
    }

    /// The actors of the subject before the verb at `v`.
    pub(super) fn who_acts(&self, v: usize) -> Vec<Actor> {
        self.sentence.subject(v).filter(|s| s.via == Via::Direct).map_or_else(Vec::new, |s| self.actors(s.noun, Side::Subject))
    }

    /// "defended X against criticism from Y", "X defends itself against Y's invasion": X, whom somebody defends against what the noun group at `n` names.
    pub(super) fn defended_against(&self, n: usize) -> Vec<Actor> {
        let p = self.sentence.preposition(n).filter(|&p| p + 1 == n && matches!(self.chunk_text(p), "against" | "from"));
        // "X's defense against Y's invasion"
        let resists = |k: &usize| self.sentence.is(*k, ChunkKind::Noun) && matches!(self.head_text(*k), "defence" | "defense" | "resistance");
        if let Some(deed) = p.and_then(|p| p.checked_sub(1)).filter(resists) {
            return self.modifier(self.sentence.chunks[deed]).into_iter().collect();
        }
        let defends = |v: &usize| match self.view.gazetteer.words.text(self.sentence.chunks[*v].verb.base) {
            "defend" | "protect" | "shield" => true,
            // "backs X against Y's aggression"
            "aid" | "assist" | "back" | "help" | "support" => {
                p.is_some_and(|p| self.chunk_text(p) == "against" && self.sentence.previous(p).and_then(|k| self.sentence.previous(k)) == Some(*v))
            }
            _ => false,
        };
        let v = p.and_then(|p| (0..p).rev().take(10).take_while(|&k| !self.sentence.is(k, ChunkKind::Break)).find(|&k| self.sentence.chunks[k].is_verb()));
        let Some(v) = v.filter(defends) else { return Vec::new() };
        let object = self.sentence.next(v).filter(|&k| !self.sentence.chunks[v].verb.passive && matches!(self.sentence.chunks[k].kind, ChunkKind::Noun | ChunkKind::Adverb));
        let Some(object) = object else { return Vec::new() };
        // "helps X defend itself"
        if self.chunk_text(object).ends_with("self") || self.chunk_text(object).ends_with("selves") {
            return self.sentence.subject(v).map_or_else(Vec::new, |s| self.actors(s.noun, Side::Subject));
        }
        self.actors(object, Side::Object)
    }

    /// "X flew there at the request of Y": Y asks X for it.
    pub(super) fn at_request(&self, n: usize) -> Option<Sides> {
        let chunks = &self.sentence.chunks;
        let noun = self.unit_text(chunks[n].head as usize);
        let p = self.sentence.preposition(n).filter(|&p| p + 1 == n)?;
        // "scoffed at X's demand"
        let asked = match self.chunk_text(p) {
            "at" | "At" => matches!(noun, "behest" | "insistence" | "invitation" | "order" | "orders" | "request" | "urging"),
            "on" | "On" => matches!(noun, "advice" | "instructions" | "orders" | "recommendation"),
            _ => false,
        };
        let at = Some(p).filter(|_| asked)?;
        let owner = self.modifier(chunks[n]);
        let of = chunks.get(n + 2).is_some_and(|c| c.kind == ChunkKind::Noun && self.chunk_text(n + 1) == "of");
        let sources = owner.map_or_else(|| if of { self.actors(n + 2, Side::Subject) } else { Vec::new() }, |owner| vec![owner]);
        // "At the request of X, Y wrote"
        if at == 0 {
            return Some(Sides { sources, targets: self.behind_comma(n), ..Sides::default() });
        }
        let v = (0..at).rev().take(24).take_while(|&k| !matches!(chunks[k].kind, ChunkKind::Break | ChunkKind::Comma)).find(|&k| chunks[k].is_verb())?;
        // "will go at the invitation of X": he has been invited
        let invited = || noun == "invitation" && self.is_finite(v) && chunks[v].verb.future && !chunks[v].verb.negated;
        let acts = (self.is_fact(v) || invited()) && !chunks[v].verb.passive;
        let subject = self.sentence.subject(v).filter(|s| acts && s.via == Via::Direct)?;
        Some(Sides { sources, targets: self.actors(subject.noun, Side::Subject), ..Sides::default() })
    }

    /// "X's campaign in support of Y": X, whose is what is done so.
    pub(super) fn done_in_support(&self, n: usize) -> Option<Actor> {
        let p = self.sentence.preposition(n).filter(|&p| p + 1 == n && self.chunk_text(p) == "in")?;
        let deed = p.checked_sub(1).filter(|&k| self.sentence.is(k, ChunkKind::Noun) && self.sentence.names_owner(k))?;
        let chunk = self.sentence.chunks[deed];
        self.possessor(chunk.first as usize, chunk.head as usize)
    }

    /// "did it with the help of X": X helps who does it.
    pub(super) fn with_help_of(&self, n: usize) -> Option<Sides> {
        let chunks = &self.sentence.chunks;
        let helps = matches!(self.unit_text(chunks[n].head as usize), "aid" | "assistance" | "backing" | "help" | "support") && self.chunk_text(n) == "the";
        let with = self.sentence.preposition(n).filter(|&p| helps && p > 0 && p + 1 == n && self.chunk_text(p) == "with")?;
        let of = self.sentence.is(n + 2, ChunkKind::Noun) && self.chunk_text(n + 1) == "of";
        let sources = if of { self.actors(n + 2, Side::Subject) } else { return None };
        let v = (0..with).rev().take(12).take_while(|&k| !matches!(chunks[k].kind, ChunkKind::Break | ChunkKind::Comma)).find(|&k| chunks[k].is_verb())?;
        let subject = self.sentence.subject(v).filter(|_| self.is_fact(v) && !chunks[v].verb.passive)?;
        Some(Sides { sources, targets: self.actors(subject.noun, Side::Subject), ..Sides::default() })
    }

    /// "its demand that X leave": who is at the head of the clause.
    pub(super) fn requested_clause(&self, n: usize, sides: &mut Sides) {
        // "the demand by Y that X go"
        let by = self.sentence.is(n + 1, ChunkKind::Preposition) && self.chunk_text(n + 1) == "by" && self.sentence.is(n + 2, ChunkKind::Noun);
        let n = if by { self.sentence.coordination_end(n + 2) - 1 } else { n };
        let that = self.sentence.chunks.get(n + 1).is_some_and(|c| c.kind == ChunkKind::That);
        if let Some((noun, _)) = self.sentence.content(n).filter(|_| that) {
            sides.targets = self.actors(noun, Side::Object);
        }
        // "X's call for Y to go"
        let wished = self.sentence.is(n + 1, ChunkKind::Preposition) && self.chunk_text(n + 1) == "for" && self.sentence.is(n + 2, ChunkKind::Noun);
        if wished && self.is_headed(n + 2) && self.sentence.form(self.sentence.coordination_end(n + 2)) == Some(Form::Infinitive) {
            sides.targets = self.actors(n + 2, Side::Object);
        }
    }

    /// "war broke out between X and Y": behind the verb of which the noun is the subject.
    pub(super) fn between_behind_verb(&self, n: usize, pattern: &NounPattern, arguments: &mut Vec<Argument>, sides: &mut Sides) {
        let Some(v) = self.sentence.next(n).filter(|_| self.is_symmetric(pattern)) else { return };
        if self.sentence.chunks[v].verb().is_none_or(|verb| verb.form != Form::Finite || verb.passive) {
            return;
        }
        self.sentence.arguments(v, arguments);
        let between = |a: &&Argument| (a.through.0..a.through.1).next_back().is_some_and(|k| self.chunk_text(k as usize) == "between");
        let Some(noun) = arguments.iter().find(between).and_then(|a| a.noun) else { return };
        if let [one, others @ ..] = self.actors(noun as usize, Side::Object).as_slice() {
            (sides.sources, sides.targets) = (vec![*one], others.to_vec());
            (sides.verb, sides.named) = (Some(v), true);
        }
    }

    /// "in cooperation with X": those who do something do it with X.
    pub(super) fn is_together(&self, n: usize, pattern: &NounPattern) -> bool {
        let p = self.sentence.preposition(n).filter(|&p| p + 1 == n && self.chunk_text(p).eq_ignore_ascii_case("in"));
        let alone = self.sentence.chunks[n].first == self.sentence.chunks[n].head;
        p.is_some()
            && !self.is_read_above(n)
            && alone
            && self.class(pattern.frame) == Class::Cooperate
            && self.sentence.chunks.get(n + 1).is_some_and(|c| self.unit_text(c.first as usize) == "with")
    }

    /// "developed a satellite in cooperation with X", "marched in protest at X": whether the pattern of a verb names the noun group at `n` behind its preposition.
    pub(super) fn is_read_above(&self, n: usize) -> bool {
        let before = self.sentence.preposition(n).and_then(|p| self.sentence.previous(p));
        let verb = before.and_then(|k| if self.sentence.chunks[k].is_verb() { Some(k) } else { self.governor(k) });
        verb.is_some_and(|v| self.own_sense(v, n).is_some())
    }

    /// "were killed in a clash with X": a fight that has two sides.
    pub(super) fn is_fought(&self, n: usize) -> bool {
        let led = self.sentence.preposition(n).is_some_and(|p| p + 1 == n && matches!(self.chunk_text(p), "after" | "during" | "in"));
        led && self.head_is(n, WordSet::Fight)
    }

    /// "acted in defiance of X", "resigned in protest at X".
    pub(super) fn is_defiance(&self, n: usize) -> bool {
        matches!(self.head_text(n), "defiance" | "protest")
            && !self.is_read_above(n)
            && self.sentence.preposition(n).is_some_and(|p| p + 1 == n && self.chunk_text(p).eq_ignore_ascii_case("in"))
    }

    /// "criticized X over the jailing of Y", "punished X for the killing of Y": X, who is blamed for what the noun group at `n` names.
    pub(super) fn blamed_for(&self, n: usize) -> Vec<Actor> {
        let p = self.sentence.preposition(n).filter(|&p| p > 1 && p + 1 == n && matches!(self.chunk_text(p), "for" | "over") && self.chunk_text(n) == "the");
        let object = p.map(|p| p - 1).filter(|&k| self.sentence.is(k, ChunkKind::Noun) && self.is_headed(k));
        let verb = object.and_then(|k| self.sentence.previous(k)).filter(|&v| self.sentence.chunks[v].verb().is_some_and(|verb| !verb.passive && !verb.negated));
        let blames = verb.is_some_and(|v| self.is_done_to(self.sentence.chunks[v].verb.base, |class| matches!(class, Class::Accuse | Class::Sanction)));
        object.filter(|_| blames).map_or_else(Vec::new, |k| self.actors(k, Side::Object))
    }

    /// "after a warning from X", "amid criticism from X": whether the noun group at `n` is what somebody meets with from another.
    pub(super) fn is_met_with(&self, n: usize) -> bool {
        let led = self
            .sentence
            .preposition(n)
            .is_some_and(|p| p + 1 == n && ["after", "amid", "despite", "following", "under"].iter().any(|word| word.eq_ignore_ascii_case(self.chunk_text(p))));
        let from = self.sentence.is(n + 1, ChunkKind::Preposition) && self.chunk_text(n + 1) == "from";
        let head = self.head_text(n);
        let named = matches!(head, "backlash" | "condemnation" | "criticism" | "objections" | "pressure" | "protests" | "rebuke" | "threats" | "warning" | "warnings");
        led && from && named && !self.sentence.is_owned(n)
    }

    /// Who did something after, amid or despite what the noun group at `n` names.
    pub(super) fn who_met_with(&self, n: usize) -> Vec<Actor> {
        let Some(p) = self.sentence.preposition(n) else { return Vec::new() };
        if self.sentence.previous(p).is_none() {
            return self.behind_comma(n);
        }
        let near = (0..p).rev().take(8).take_while(|&k| !matches!(self.sentence.chunks[k].kind, ChunkKind::Break | ChunkKind::Comma | ChunkKind::That));
        near.into_iter().find(|&k| self.is_fact(k) && !self.sentence.chunks[k].verb.passive).map_or_else(Vec::new, |v| self.who_acts(v))
    }

    /// "in a rebuke of X": whether the noun group at `n` is what somebody does something for or by.
    pub(super) fn is_said_so(&self, n: usize) -> bool {
        let led = self.sentence.preposition(n).is_some_and(|p| p + 1 == n && self.chunk_text(p).eq_ignore_ascii_case("in"));
        // "in a vote against X": whoever votes; "in a dispute with X": that is of two
        let other = self.head_text(n) == "vote" || self.chunk_text(n + 1) == "with";
        led && !other && matches!(self.chunk_text(n), "a" | "an")
    }

    /// "smiled during an interview with X": who did something there was there.
    pub(super) fn present_at(&self, n: usize) -> Vec<Actor> {
        let chunk = self.sentence.chunks[n];
        let first = &self.sentence.units[chunk.first as usize];
        let one = matches!(self.unit_text(chunk.first as usize), "a" | "an" | "his" | "her" | "its" | "their") || first.tag == Tag::Noun || first.tag == Tag::Plural;
        // "is in secret talks with X", "in advanced talks"
        let be = |p: usize| self.sentence.previous(p).is_some_and(|k| self.sentence.head(k).tag == Tag::Be);
        let preposition =
            self.sentence.preposition(n).filter(|&p| first.mention == 0 && (one || matches!(first.tag, Tag::Adjective | Tag::Participle) && (be(p) || self.is_defiance(n))));
        // "X, on a visit to Y,"
        let visits = matches!(self.unit_text(chunk.head as usize), "tour" | "trip" | "visit");
        let works = |k: usize| self.sentence.chunks[k].is_verb() && self.view.gazetteer.words.text(self.sentence.chunks[k].verb.base) == "work";
        let visiting = |p: usize| visits && self.chunk_text(p).eq_ignore_ascii_case("on") && !self.sentence.previous(p).is_some_and(works);
        let leads =
            |p: &usize| visiting(*p) || ["during", "in", "at", "amid", "after", "following", "before", "ahead"].iter().any(|word| word.eq_ignore_ascii_case(self.chunk_text(*p)));
        // "Fresh off a meeting with X, Y left"
        let fresh = |p: &usize| *p == 1 && self.chunk_text(0) == "Fresh" && matches!(self.chunk_text(*p), "from" | "off");
        let Some(p) = preposition.filter(|p| leads(p) || fresh(p)) else { return Vec::new() };
        let before = self.sentence.previous(p).filter(|_| !fresh(&p));
        if before.is_none() {
            return self.behind_comma(n);
        }
        // "X, in a meeting with Y, agreed", "X, in cooperation with Y, built"
        let named = before.filter(|&k| self.sentence.is(k, ChunkKind::Comma)).and_then(|comma| comma.checked_sub(1));
        let together =
            named.filter(|&k| (chunk.first == chunk.head || self.is_defiance(n) || self.is_said_so(n)) && self.sentence.is(k, ChunkKind::Noun) && self.sentence.names(k));
        if let Some(noun) = self.sentence.person_before_comma(p).or(together).filter(|&k| self.sentence.preposition(k).is_none()) {
            return self.actors(noun, Side::Subject);
        }
        // the verb right before, or before its object
        // "praised X's help in response to Y": X's
        if matches!(self.unit_text(chunk.head as usize), "response" | "reaction") && before.is_some_and(|k| self.sentence.names_owner(k)) {
            return Vec::new();
        }
        let verb = before.into_iter().chain(before.and_then(|k| self.governor(k))).find(|&k| self.is_fact(k));
        let Some(v) = verb else { return Vec::new() };
        // "X, who is on a visit to Y"
        let guest = |via: Via| via == Via::Antecedent && visiting(p);
        self.sentence.subject(v).filter(|s| s.via == Via::Direct || guest(s.via)).map_or_else(Vec::new, |s| self.actors(s.noun, Side::Subject))
    }

    /// "X thanked Y when they met", "X thanked Y at their meeting": the mentions of X and Y, whom the verb before the chunk `k` has as its sides.
    pub(super) fn both_told_of(&self, k: usize) -> Vec<u32> {
        let chunks = &self.sentence.chunks;
        let mut arguments = Vec::new();
        let near = (0..k).rev().take(24).take_while(|&c| chunks[c].kind != ChunkKind::Break);
        for v in near.filter(|&c| chunks[c].is_verb()).take(3) {
            let Some(subject) = self.sentence.subject(v).filter(|s| self.chunk_text(s.noun) != "they") else { return Vec::new() };
            let sources = self.actors(subject.noun, Side::Subject);
            self.sentence.arguments(v, &mut arguments);
            let near = arguments.iter().filter(|a| a.is_object() || self.is_led_by(a, &["to", "with"])).filter_map(|a| a.noun);
            let targets = near.map(|noun| noun as usize).filter(|&noun| noun < k && self.is_headed(noun)).map(|noun| self.actors(noun, Side::Object)).find(|all| !all.is_empty());
            let sort = |actor: &Actor| self.kind(actor) == MentionKind::Person;
            if let ([one], Some([other])) = (sources.as_slice(), targets.as_deref()) {
                // "X told Y that ministers would decide when they met"
                let others = (v..k).any(|c| chunks[c].kind == ChunkKind::Noun && self.sentence.plural(c) && self.sentence.units[chunks[c].head as usize].flags & flag::AGENT != 0);
                let two = !self.same(one, other) && sort(one) == sort(other) && !others;
                return one.mention.zip(other.mention).filter(|_| two).map_or_else(Vec::new, |(one, other)| vec![one, other]);
            }
            // "X told Y that Z had lied when they met"
            if self.is_finite(v) && self.sentence.names(subject.noun) {
                break;
            }
        }
        Vec::new()
    }

    /// "In a meeting with Y, X agreed": the subject of the clause behind the comma.
    pub(super) fn behind_comma(&self, n: usize) -> Vec<Actor> {
        let chunks = &self.sentence.chunks;
        let Some(comma) = (n..chunks.len().min(n + 12)).find(|&k| chunks[k].kind == ChunkKind::Comma) else { return Vec::new() };
        let subject = (comma + 1..chunks.len()).find(|&k| self.is_finite(k)).filter(|_| !(n..comma).any(|k| self.is_finite(k))).and_then(|v| self.sentence.subject(v));
        subject.filter(|s| s.via == Via::Direct && s.noun > comma).map_or_else(Vec::new, |s| self.actors(s.noun, Side::Subject))
    }
}
