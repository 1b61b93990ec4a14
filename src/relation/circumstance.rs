//! Around an event that was found: its tense, how strongly it was done, about what, to what end, when and where.

use serde::{Deserialize, Serialize};

use super::{Actor, Found, Modality, Range, Reader, Rule};
use crate::date::When;
use crate::gazetteer::{flag, word, Class, Tag};
use crate::mention::MentionKind;
use crate::syntax::{Argument, ChunkKind, Form, Via};
use crate::text::{Dates, TokenKind, CAPITAL};

/// When an event is, as its verb has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum Tense {
    /// `urged`, `has urged`.
    Past,
    /// `urges`, `is urging`; headlines tell the past in it.
    Present,
    /// `will urge`, `plans to urge`.
    Future,
}

/// What the sentence says around an event; nothing where it says nothing or is not clear.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Circumstances {
    pub tense: Option<Tense>,
    pub strength: Option<Range>,
    pub topic: Option<Range>,
    pub complement: Option<Range>,
    pub date: Option<(Range, When)>,
    pub place: Option<Actor>,
}

/// The chunks of an event.
struct Event {
    /// The word that expresses it.
    trigger: usize,
    /// Its verb, the outermost that decides: `refused` of `refused to meet`.
    verb: Option<usize>,
}

impl Reader<'_> {
    /// Looks around an event of this sentence.
    pub fn circumstances(&self, found: &Found) -> Circumstances {
        let Some(event) = self.event(found) else { return Circumstances::default() };
        let mut arguments = Vec::new();
        self.sentence.arguments(event.trigger, &mut arguments);
        let mut out = Circumstances { tense: event.verb.and_then(|v| self.tense(v, found.modality)), ..Circumstances::default() };
        out.strength = self.strength(found, &event, &arguments);
        if found.rule == Rule::Compound {
            return out;
        }
        let topic = self.topic(found, &event, &arguments);
        let complement = self.complement_of(&event, &arguments);
        let bounds = self.bounds(&event);
        let taken: Vec<(usize, usize)> = topic.into_iter().chain(complement).chain(event.verb.and_then(|v| self.other_predicate(v))).collect();
        let free = |chunk: usize| !taken.iter().any(|&(first, end)| first <= chunk && chunk < end);
        out.topic = topic.and_then(|(first, end)| self.range(first, end));
        out.complement = complement.and_then(|(first, end)| self.range(first, end));
        // in "for its treatment of the press in 2011" the year is not that of the criticism
        let topic_end = topic.and_then(|(first, end)| self.range(first, end)).map(|range| range.1);
        out.date = self.date(&event, bounds, &free).filter(|(range, when)| !matches!(when, When::Calendar { .. }) || Some(range.0) != topic_end);
        out.place = self.place(found, &event, bounds, &free);
        out
    }

    fn event(&self, found: &Found) -> Option<Event> {
        let units = &self.sentence.units;
        let chunk_at = |token: u32| {
            let at = self.sentence.chunks.partition_point(|c| units[c.end as usize - 1].end <= token);
            (at < self.sentence.chunks.len()).then_some(at)
        };
        let trigger = chunk_at(found.trigger.1 - 1)?;
        let outer = chunk_at(found.trigger.0)?;
        let chunks = &self.sentence.chunks;
        let lends = |k: &usize| chunks[*k].verb().is_some_and(|verb| self.view.gazetteer.words.get(verb.base).has(flag::LIGHT));
        let verb = match found.rule {
            Rule::Compound => None,
            // the verb of "held talks", "gave X support"; behind the noun in "the attack carried out by X"
            _ if chunks[outer].kind == ChunkKind::Noun => match found.rule {
                Rule::LightVerb | Rule::Reciprocal => (outer.saturating_sub(6)..outer).rev().find(lends).or_else(|| self.sentence.next(outer).filter(lends)),
                _ => None,
            },
            _ if chunks[outer].is_verb() => Some(outer),
            _ => self.sentence.previous(outer).filter(|&k| chunks[k].is_verb()),
        };
        Some(Event { trigger, verb })
    }

    fn range(&self, first: usize, end: usize) -> Option<Range> {
        let last = end.checked_sub(1).filter(|&last| last >= first)?;
        Some((self.tokens(first).0, self.tokens(last).1))
    }

    fn tense(&self, v: usize, modality: Modality) -> Option<Tense> {
        if modality == Modality::Future {
            return Some(Tense::Future);
        }
        match self.sentence.chunks[v].verb()?.form {
            Form::Finite => self.finite_tense(v),
            Form::Participle => Some(Tense::Past),
            _ if modality == Modality::Hypothetical => None,
            _ if self.sentence.first(v).word == word::HAVING => Some(Tense::Past),
            _ => {
                let behind = || (v..self.sentence.chunks.len()).find(|&k| self.sentence.chunks[k].verb().is_some_and(|verb| verb.form == Form::Finite));
                self.finite_top(v).or_else(behind).and_then(|top| self.finite_tense(top))
            }
        }
    }

    fn finite_tense(&self, v: usize) -> Option<Tense> {
        let chunk = self.sentence.chunks[v];
        let verb = chunk.verb()?;
        let before = &self.sentence.units[chunk.first as usize..chunk.head as usize];
        let head = self.sentence.units[chunk.head as usize].tag;
        let has = |tag: Tag| before.iter().any(|u| u.tag == tag);
        let perfect = has(Tag::Have) && matches!(head, Tag::Participle | Tag::Past | Tag::Gerund | Tag::Be);
        // "has in effect sanctioned": its auxiliary stands apart
        let apart = head == Tag::Participle && !has(Tag::Be) && !has(Tag::Have);
        if verb.future {
            Some(Tense::Future)
        } else if verb.past || perfect || apart {
            Some(Tense::Past)
        } else {
            (!verb.modal).then_some(Tense::Present)
        }
    }

    /// The word of strength at the trigger: in its group, beside it, or behind its object.
    fn strength(&self, found: &Found, event: &Event, arguments: &[Argument]) -> Option<Range> {
        let chunks = &self.sentence.chunks;
        let mut places = Vec::with_capacity(8);
        places.push(event.trigger);
        places.extend(event.verb);
        for at in [Some(event.trigger), event.verb].into_iter().flatten() {
            let adverb = |k: &usize| chunks[*k].kind == ChunkKind::Adverb;
            places.extend((0..at).rev().take_while(adverb));
            places.extend((at + 1..chunks.len()).take_while(adverb));
        }
        if let Some(object) = arguments.first().filter(|a| a.is_object()).and_then(|a| a.noun) {
            // "condemned X strongly"; "expressed strong support for X"
            places.extend(Some(self.sentence.coordination_end(object as usize)).filter(|&k| chunks.get(k).is_some_and(|c| c.kind == ChunkKind::Adverb)));
            places.extend(Some(object as usize).filter(|&k| !self.holds_actor(found, k)));
        }
        let units = places.into_iter().flat_map(|k| chunks[k].first as usize..chunks[k].end as usize);
        units.map(|u| &self.sentence.units[u]).find(|u| u.mention == 0 && u.flags & flag::STRENGTH != 0).map(|u| (u.first, u.end))
    }

    /// The chunks of what an event is about: "for its silence", "on trade", "of bombing Z".
    fn topic(&self, found: &Found, event: &Event, arguments: &[Argument]) -> Option<(usize, usize)> {
        let chunks = &self.sentence.chunks;
        let led = arguments.iter().filter(|a| a.through.1 == a.through.0 + 1);
        led.filter(|a| self.leads_to_topic(found, event, a.through.0 as usize)).find_map(|a| {
            let first = a.noun.map_or_else(|| self.sentence.next(a.through.0 as usize), |noun| Some(noun as usize))?;
            let end = match chunks[first].kind {
                ChunkKind::Noun if !self.is_unfit_topic(found, first) => self.phrase_end(first),
                ChunkKind::Verb if chunks[first].verb.form == Form::Gerund => self.clause_end(first, false),
                _ => return None,
            };
            Some((first, end))
        })
    }

    fn leads_to_topic(&self, found: &Found, event: &Event, preposition: usize) -> bool {
        if self.sentence.first(preposition).flags & flag::TOPIC == 0 {
            return false;
        }
        let force = matches!(found.class, Class::Assault | Class::Mobilize);
        let verb = self.sentence.chunks[event.trigger].is_verb();
        match self.chunk_text(preposition) {
            "of" => verb && found.class == Class::Accuse,
            "for" => {
                use Class::{Accuse, Coerce, Concede, Protest, Reject, Request, Sanction, Support, Threaten};
                matches!(found.class, Accuse | Coerce | Concede | Protest | Reject | Request | Sanction | Support | Threaten)
            }
            "on" | "over" => !force,
            _ => true,
        }
    }

    /// An actor of the event, a number, or a site is nothing it is about.
    fn is_unfit_topic(&self, found: &Found, noun: usize) -> bool {
        let head = self.sentence.head(noun);
        // "called on X and Y": both are the target
        let acts = || {
            let mut joined = Vec::new();
            self.sentence.conjuncts(noun, &mut joined);
            joined.into_iter().any(|noun| self.holds_actor(found, noun))
        };
        matches!(head.tag, Tag::Number | Tag::Pronoun) || self.is_venue(noun) || acts()
    }

    fn holds_actor(&self, found: &Found, noun: usize) -> bool {
        let tokens = self.tokens(noun);
        [&found.subject, &found.object].into_iter().any(|actor| tokens.0 <= actor.tokens.0 && actor.tokens.0 < tokens.1)
    }

    fn is_venue(&self, noun: usize) -> bool {
        let head = self.sentence.head(noun);
        let singular = self.view.gazetteer.words.get(head.singular);
        head.mention == 0 && (head.flags & flag::VENUE != 0 || singular.has(flag::VENUE))
    }

    /// The chunk after a noun group and the prepositional phrases behind it.
    fn phrase_end(&self, noun: usize) -> usize {
        let chunks = &self.sentence.chunks;
        let mut end = self.sentence.coordination_end(noun);
        while chunks.get(end).is_some_and(|c| c.kind == ChunkKind::Preposition) && chunks.get(end + 1).is_some_and(|c| c.kind == ChunkKind::Noun) {
            if self.date_at(self.tokens(end).0).is_some() {
                break;
            }
            end = self.sentence.coordination_end(end + 1);
        }
        end
    }

    /// The chunk after the clause of the infinitive or gerund at `v`.
    /// Where `whole`, a finite verb is no part of it.
    fn clause_end(&self, v: usize, whole: bool) -> usize {
        let chunks = &self.sentence.chunks;
        let mut k = v + 1;
        while let Some(chunk) = chunks.get(k) {
            match chunk.kind {
                ChunkKind::Comma | ChunkKind::Break | ChunkKind::Stop | ChunkKind::Dash | ChunkKind::Open | ChunkKind::Close | ChunkKind::Subordinator => break,
                ChunkKind::Conjunction => match self.sentence.next(k).map(|next| chunks[next]) {
                    Some(next) if next.verb().is_some_and(|verb| verb.past || self.sentence.units[next.head as usize].tag == Tag::VerbS) => break,
                    _ => k += 1,
                },
                // "the appeal to close the mine failed"
                ChunkKind::Verb if chunk.verb.form == Form::Finite && whole => break,
                // "as sanctions begin"
                ChunkKind::Preposition if self.finite(k + 2) => break,
                ChunkKind::Noun => k = self.sentence.coordination_end(k),
                _ => k += 1,
            }
        }
        k
    }

    fn finite(&self, chunk: usize) -> bool {
        self.sentence.chunks.get(chunk).and_then(|c| c.verb()).is_some_and(|verb| verb.form == Form::Finite)
    }

    /// The chunks of the infinitive clause that the event takes: "urged X to act".
    fn complement_of(&self, event: &Event, arguments: &[Argument]) -> Option<(usize, usize)> {
        let last = arguments.last().map_or(event.trigger + 1, |a| a.noun.map_or(a.through.1 as usize, |noun| self.sentence.coordination_end(noun as usize)));
        let k = (last..self.sentence.chunks.len()).find(|&k| self.sentence.chunks[k].kind != ChunkKind::Adverb)?;
        let infinitive = self.sentence.chunks[k].verb().is_some_and(|verb| verb.form == Form::Infinitive);
        let ours = |governor: u32| governor as usize == event.trigger || Some(governor as usize) == event.verb;
        let belongs = infinitive
            && match self.sentence.subject(k)?.via {
                Via::Control(u) | Via::ObjectControl(u) => ours(u),
                Via::NounComplement(_) => true,
                _ => false,
            };
        belongs.then(|| (k, self.clause_end(k, event.verb.is_none())))
    }

    /// The chunks, half open, in which the event's own time and place stand.
    fn bounds(&self, event: &Event) -> (usize, usize) {
        let chunks = &self.sentence.chunks;
        let from = event.verb.map_or(event.trigger, |v| v.min(event.trigger));
        let left = match event.verb {
            Some(v) => self.left_bound(v, from),
            // what follows "condemned Russia's attack on X" may belong to the verb before it
            None if (0..from).rev().any(|k| chunks[k].is_verb()) => return (from, from + 1),
            None => from,
        };
        let mut right = event.verb.map_or(event.trigger, |v| v.max(event.trigger)) + 1;
        while let Some(chunk) = chunks.get(right) {
            match chunk.kind {
                ChunkKind::Break | ChunkKind::Stop | ChunkKind::That | ChunkKind::Relative | ChunkKind::Subordinator => break,
                ChunkKind::Verb if chunk.verb.form == Form::Finite => return (left, self.before_clause(right, event.trigger)),
                ChunkKind::Verb => break,
                _ => right += 1,
            }
        }
        (left, right)
    }

    /// Where the clause of the finite verb at `v` begins, not before `from`.
    fn before_clause(&self, v: usize, from: usize) -> usize {
        let chunks = &self.sentence.chunks;
        let subject = self.sentence.subject(v).map(|s| s.noun).filter(|&noun| noun > from && noun < v);
        let start = subject.unwrap_or(v);
        let joint = (from + 1..start).rev().find(|&k| matches!(chunks[k].kind, ChunkKind::Comma | ChunkKind::Conjunction));
        joint.unwrap_or(start)
    }

    /// Where the clause of the verb at `v` begins: behind a bound, or at its subject where another verb stands before that.
    fn left_bound(&self, v: usize, from: usize) -> usize {
        let chunks = &self.sentence.chunks;
        let subject = self.sentence.subject(v).map(|s| s.noun).filter(|&noun| noun < v);
        let start = subject.unwrap_or(from).min(from);
        let mut joint = None;
        for k in (0..start).rev() {
            match chunks[k].kind {
                ChunkKind::Break | ChunkKind::Stop | ChunkKind::That | ChunkKind::Relative | ChunkKind::Subordinator => return k + 1,
                ChunkKind::Conjunction => {
                    joint = Some(k + 1);
                }
                ChunkKind::Verb => return joint.unwrap_or(start),
                _ => {}
            }
        }
        0
    }

    /// The predicate between the verb at `v` and the subject that both share: "met Y on Monday" in "X met Y on Monday and thanked Z".
    fn other_predicate(&self, v: usize) -> Option<(usize, usize)> {
        let chunks = &self.sentence.chunks;
        let subject = self.sentence.subject(v)?.noun;
        let other = (subject + 1..v).find(|&k| chunks[k].is_verb())?;
        let joint = (other..v).rev().find(|&k| matches!(chunks[k].kind, ChunkKind::Comma | ChunkKind::Conjunction))?;
        Some((other, joint))
    }

    /// The time that begins at a token of the sentence.
    fn date_at(&self, token: u32) -> Option<(When, u32)> {
        let first = self.sentence.units.first()?.first;
        let end = self.sentence.units.last()?.end;
        let tokens = &self.view.document.tokens[first as usize..end as usize];
        let (when, after) = Dates { tokens, text: self.view.text }.at((token - first) as usize)?;
        Some((when, first + after as u32))
    }

    /// The time of the event: the first behind the trigger, else the last before it.
    fn date(&self, event: &Event, (left, right): (usize, usize), free: &dyn Fn(usize) -> bool) -> Option<(Range, When)> {
        let behind = (event.trigger + 1..right).filter(|&k| free(k)).find_map(|k| self.date_in(k, false));
        let own = self.date_in(event.trigger, true).filter(|_| event.verb.is_none() || self.sentence.chunks[event.trigger].kind == ChunkKind::Noun);
        let between = || event.verb.into_iter().flat_map(|v| v + 1..event.trigger).find_map(|k| self.date_in(k, false));
        let before = || {
            let all = (left..event.trigger).filter(|&k| Some(k) != event.verb && free(k)).filter_map(|k| self.date_in(k, false));
            // the second word of "on Tuesday" is a date of its own
            all.reduce(|last, next| if next.0 .0 < last.0 .1 { last } else { next })
        };
        own.or(behind).or_else(between).or_else(before)
    }

    /// The time that begins in a chunk. A possessive one belongs to the noun behind it: `Tuesday's talks`.
    fn date_in(&self, chunk: usize, possessive: bool) -> Option<(Range, When)> {
        let (first, end) = self.tokens(chunk);
        let tokens = &self.view.document.tokens;
        (first..end).filter(|&i| self.mentions.at[i as usize] == 0).find_map(|i| {
            let (when, after) = self.date_at(i)?;
            let next = tokens.get(after as usize);
            let ending = next.is_some_and(|t| t.kind == TokenKind::Possessive);
            // "the Friday Group"
            let name = next.is_some_and(|t| t.kind == TokenKind::Word && t.has(CAPITAL) && self.mentions.at[after as usize] == 0);
            (ending == possessive && !name).then_some(((i, after), when))
        })
    }

    /// The place or country where it happens: "in Geneva", "near Rafah"; not an actor of it.
    fn place(&self, found: &Found, event: &Event, (left, right): (usize, usize), free: &dyn Fn(usize) -> bool) -> Option<Actor> {
        let chunks = &self.sentence.chunks;
        let leads = |p: usize| {
            let single = (p == 0 || chunks[p - 1].kind != ChunkKind::Preposition) && chunks[p].end == chunks[p].first + 1;
            chunks[p].kind == ChunkKind::Preposition && single && self.sentence.units[chunks[p].first as usize].flags & flag::PLACE != 0
        };
        let at = |p: usize| {
            let noun = chunks.get(p + 1).filter(|c| leads(p) && c.kind == ChunkKind::Noun)?;
            let head = &self.sentence.units[noun.head as usize];
            let named = head.mention != 0 && !head.compound;
            let place = Some(head).filter(|_| named).map(|head| self.named(head)).filter(|a| matches!(self.kind(a), MentionKind::Place | MentionKind::Country))?;
            let country = self.kind(&place) == MentionKind::Country;
            let actor = [&found.subject, &found.object].into_iter().any(|side| side.mention == place.mention || (country && self.same(side, &place)));
            (!actor && self.happens_at(found, event, p)).then_some(place)
        };
        (event.trigger + 1..right).chain(left..event.trigger).filter(|&p| free(p)).find_map(at)
    }

    /// Whether the prepositional phrase at `p` belongs to the event, not to the noun before it: not "the war in Syria".
    fn happens_at(&self, found: &Found, event: &Event, p: usize) -> bool {
        let chunks = &self.sentence.chunks;
        let Some(before) = p.checked_sub(1) else { return true };
        if before == event.trigger || chunks[before].kind != ChunkKind::Noun {
            return true;
        }
        let head = &self.sentence.units[chunks[before].head as usize];
        let physical = matches!(found.class, Class::Assault | Class::Coerce) && self.sentence.chunks[event.trigger].is_verb() && before > event.trigger;
        if head.mention != 0 {
            // "Kurds in Syria" are some of them
            return physical || (head.tag != Tag::Plural && before > event.trigger);
        }
        // "talks with Turkish officials in Geneva"
        let beside = found.class == Class::Consult && before > event.trigger && self.holds_actor(found, before);
        beside || self.is_venue(before) || head.tag == Tag::Pronoun || physical
    }
}
