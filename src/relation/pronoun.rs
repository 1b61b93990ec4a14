//! Actors from pronouns and definite nouns: the speaker of what is said, else the antecedent.

use super::actor::Side;
use super::{Actor, Reader};
use crate::gazetteer::{flag, serves, Class, Inner, Tag, WordSet};
use crate::mention::{self, antecedent, antecedent_apart_from, definite_antecedent, several, FoundBy, MentionKind};
use crate::syntax::{Chunk, ChunkKind, Form, Unit, Via};

/// A pronoun is understood by another one so many times at most: in "according to what we know" who "we" are would be asked for by who says so, and that by "we".
const PRONOUNS: u8 = 6;

impl Reader<'_> {
    /// "X and Y said they …": the noun group that names those who say it.
    pub(super) fn several(&self, n: usize) -> Option<usize> {
        let head = self.sentence.chunks[n].head as usize;
        if self.sentence.units[head].tag != Tag::Pronoun || self.unit_text(head) != "they" {
            return None;
        }
        let noun = self.spoken_by(n).filter(|&noun| noun < n)?;
        let mut sides = Vec::new();
        self.sentence.conjuncts(noun, &mut sides);
        (sides.len() > 1).then_some(noun)
    }

    /// "they", "The two leaders": those whom the sentence or the one before names together.
    pub(super) fn together(&self, n: usize) -> Vec<Actor> {
        let tokens = self.tokens(n);
        let all = several(self.mentions, self.view, tokens.0).filter(|(_, end)| *end == tokens.1).map_or_else(|| self.those_who_met(n), |(all, _)| all);
        all.into_iter().map(|mention| Actor { tokens, mention: Some(mention), by: FoundBy::Pronoun }).collect()
    }

    /// "X thanked Y when they met": X and Y.
    fn those_who_met(&self, n: usize) -> Vec<u32> {
        let text = |unit: u32| self.unit_text(unit as usize);
        let chunk = self.sentence.chunks[n];
        let two = match (text(chunk.first), chunk.head - chunk.first) {
            ("they", 0) => true,
            ("the", 1) => matches!(text(chunk.head), "pair" | "two"),
            ("the", 2) => text(chunk.first + 1) == "two" && self.sentence.plural(n),
            _ => false,
        };
        let joint = n.checked_sub(1).filter(|&k| two && matches!(self.chunk_text(k), "after" | "as" | "before" | "once" | "since" | "when" | "while"));
        let Some(joint) = joint else { return Vec::new() };
        let verb = self.sentence.next(n).filter(|&v| self.is_finite(v)).map(|v| self.sentence.chunks[v].verb);
        let patterns = verb.filter(|verb| !verb.passive).and_then(|verb| self.view.gazetteer.frames.of_verb(verb.base));
        let meet = patterns.is_some_and(|patterns| patterns.serving(serves::BOTH | serves::MUTUAL).next().is_some());
        if meet {
            self.both_told_of(joint)
        } else {
            Vec::new()
        }
    }

    /// A pronoun or possessive pronoun, with its antecedent.
    pub fn pronoun(&self, unit: usize) -> Option<Actor> {
        let depth = self.depth.get();
        if depth == PRONOUNS {
            return None;
        }
        self.depth.set(depth + 1);
        let actor = self.who_is(unit);
        self.depth.set(depth);
        actor
    }

    /// Whom the pronoun at `unit` stands for, as [`Self::pronoun`] asks.
    fn who_is(&self, unit: usize) -> Option<Actor> {
        let tokens = (self.sentence.units[unit].first, self.sentence.units[unit].end);
        if mention::is_one(self.unit_text(unit)).is_some() {
            let turn = || mention::first_person(self.mentions, self.view, tokens.0).filter(|_| !self.sentence.units[unit].quoted);
            let said = self.first_person(unit).map(|speaker| Actor { tokens, by: FoundBy::Pronoun, ..speaker });
            return said.or_else(|| turn().or_else(|| self.quoted(unit)).map(|mention| Actor { tokens, mention: Some(mention), by: FoundBy::Pronoun }));
        }
        if matches!(self.unit_text(unit), "You" | "you") {
            return self.hearer(unit).map(|hearer| Actor { tokens, by: FoundBy::Pronoun, ..hearer });
        }
        if let Some(speaker) = self.speaker(unit) {
            let named = Actor { tokens, by: FoundBy::Pronoun, ..speaker };
            return Some(if speaker.mention.is_some() { named } else { speaker });
        }
        if self.is_dummy(unit) {
            return None;
        }
        if let Some(owner) = self.relative_owner(unit).or_else(|| self.owner_of_list(unit)) {
            return Some(Actor { tokens, by: FoundBy::Pronoun, ..owner });
        }
        let before = || antecedent(self.mentions, self.view, tokens.0, self.unit_text(unit)).map(|mention| mention as u32);
        let before = || self.object_owner(unit).unwrap_or_else(before);
        let mention = self.fronted_owner(unit).or_else(|| self.judged_person(unit)).or_else(|| self.object_before(unit)).or_else(before).or_else(|| self.cataphor(unit))?;
        if self.is_own_speaker(unit, mention) {
            return None;
        }
        Some(Actor { tokens, mention: Some(mention), by: FoundBy::Pronoun })
    }

    /// "X condemned Y because he had left", "X thanked Y for his help", "X asked Y to stop, but he went on": Y, whose deed the verb of which he is the object judges,
    /// or who was to do something (implicit causality: Garvey and Caramazza, Linguistic Inquiry 1974).
    fn judged_person(&self, unit: usize) -> Option<u32> {
        let female = match self.unit_text(unit) {
            "he" | "him" | "his" => false,
            "her" | "she" => true,
            _ => return None,
        };
        let n = self.sentence.chunks.partition_point(|c| c.end as usize <= unit);
        let owner = self.sentence.units[unit].tag == Tag::Possessive;
        let text = |k: usize| self.chunk_text(k);
        let bound = |k: &usize| self.sentence.chunks[*k].kind != ChunkKind::Break;
        let joint = if owner {
            self.sentence.preposition(n).filter(|&p| p + 1 == n && matches!(text(p), "for" | "on" | "over"))?
        } else {
            (0..n).rev().take(8).take_while(bound).find(|&k| matches!(text(k), "after" | "because" | "but" | "for") && !self.sentence.is(k + 1, ChunkKind::Verb))?
        };
        let but = text(joint) == "but";
        let object = joint
            .checked_sub(1 + usize::from(joint > 0 && self.sentence.is(joint - 1, ChunkKind::Comma)))
            .and_then(|end| (0..=end).rev().take(6).find(|&k| self.sentence.is(k, ChunkKind::Noun) && self.sentence.previous(k).is_some_and(|u| self.is_finite(u))))?;
        let verb = self.sentence.chunks[self.sentence.previous(object)?].verb;
        let sudden = !owner && text(joint) != "because";
        let judges = |class| matches!(class, Class::Accuse | Class::Support) || !sudden && matches!(class, Class::Coerce | Class::Sanction);
        let asks = || self.view.gazetteer.frames.of_verb(verb.base).is_some_and(|patterns| patterns.serving(serves::REQUEST).next().is_some());
        let right = !verb.passive && if but { self.unit_text(unit) != "him" && asks() } else { self.is_done_to(verb.base, judges) };
        let head = self.sentence.head(object);
        (right && object < n && head.person && head.mention != 0 && self.female(head) == Some(female)).then(|| head.mention - 1)
    }

    /// "persuaded X that he", "told X that he must": X, where the noun group at `n` begins what he is to do.
    fn urged(&self, n: usize) -> Option<usize> {
        let that = self.sentence.previous(n).filter(|&k| self.sentence.is(k, ChunkKind::That))?;
        let hearer = that.checked_sub(1).filter(|&k| self.sentence.is(k, ChunkKind::Noun) && self.sentence.names_person(k))?;
        let above = self.sentence.previous(hearer).and_then(|v| self.sentence.chunks[v].verb()).filter(|verb| !verb.passive)?;
        let must = || self.sentence.next(n).is_some_and(|k| matches!(self.chunk_text(k), "must" | "should"));
        let urges = match self.view.gazetteer.words.text(above.base) {
            "convince" | "persuade" | "remind" => true,
            "tell" | "warn" => must(),
            _ => false,
        };
        urges.then_some(hearer)
    }

    /// "said of X that he": X, where the noun group at `n` begins what is said.
    fn told_of(&self, n: usize) -> Option<usize> {
        let that = self.sentence.previous(n).filter(|&k| self.sentence.is(k, ChunkKind::That))?;
        let noun = that.checked_sub(1).filter(|&k| self.sentence.is(k, ChunkKind::Noun) && self.sentence.names_person(k))?;
        let of = self.sentence.preposition(noun).filter(|&p| p + 1 == noun && self.chunk_text(p) == "of").and_then(|p| p.checked_sub(1))?;
        self.sentence.chunks[of].verb().is_some_and(|verb| verb.reports).then_some(noun)
    }

    /// "X, whose praise of Y": X.
    fn relative_owner(&self, unit: usize) -> Option<Actor> {
        let n = Some(unit).filter(|&unit| self.unit_text(unit) == "whose").and_then(|unit| self.chunk_begun_by(unit))?;
        self.named_head(self.sentence.antecedent(n)?)
    }

    /// "X's pledge to Y, its gift to Z": what belongs to one list belongs to one.
    fn owner_of_list(&self, unit: usize) -> Option<Actor> {
        let possessive = self.sentence.units[unit].tag == Tag::Possessive && matches!(self.unit_text(unit), "its" | "his" | "her");
        let n = Some(unit).filter(|_| possessive).and_then(|unit| self.chunk_begun_by(unit))?;
        let joins = |k: usize| matches!(self.sentence.chunks[k].kind, ChunkKind::Comma | ChunkKind::Conjunction);
        let inside = |k: &usize| joins(*k) || matches!(self.sentence.chunks[*k].kind, ChunkKind::Noun | ChunkKind::Preposition);
        // unlike "X's attack on Y and its people"
        let comma = self.sentence.previous(n).filter(|&k| self.sentence.is(k, ChunkKind::Comma))?;
        let first = (0..comma).rev().take(8).take_while(inside).find(|&k| self.sentence.is(k, ChunkKind::Noun) && self.sentence.names_owner(k))?;
        let chunk = self.sentence.chunks[first];
        let owner = self.possessor(chunk.first as usize, chunk.head as usize)?;
        let person = self.kind(&owner) == MentionKind::Person;
        (person == (self.unit_text(unit) != "its")).then_some(owner)
    }

    /// "X, which has ties with Z, cut its aid": whose the object of a verb is: its subject's, unless the verb turns somebody else's down or approves it; then it is
    /// the speaker's or the main subject's, "Y said X had approved its plan", or nobody's who is known. Nothing where the words do not tell.
    fn object_owner(&self, unit: usize) -> Option<Option<u32>> {
        let possessive = self.sentence.units[unit].tag == Tag::Possessive && matches!(self.unit_text(unit), "its" | "his" | "her");
        let n = Some(unit).filter(|_| possessive).and_then(|unit| self.chunk_begun_by(unit))?;
        let v = self.sentence.previous(n).filter(|&v| self.sentence.chunks[v].verb().is_some_and(|verb| !verb.passive))?;
        let fits = |noun: usize| {
            let head = self.sentence.head(noun);
            let sort = self.unit_text(unit);
            let one = self.named_head(noun)?;
            let right = match sort {
                "its" => matches!(self.kind(&one), MentionKind::Country | MentionKind::Organization),
                _ => head.person && self.female(head) != Some(sort == "his"),
            };
            one.mention.filter(|_| right)
        };
        let subject = self.sentence.subject(v).filter(|s| matches!(s.via, Via::Direct | Via::Control(_)));
        // "X said its plan failed", "X captured its leader"
        let harms = self.is_done_to(self.sentence.chunks[v].verb.base, |class| matches!(class, Class::Assault | Class::Coerce));
        if self.sentence.next(n).is_some_and(|k| self.is_finite(k)) {
            return None;
        }
        // "X said Y attacked its troops", "X accused Y of killing its general", "X armed Y and trained its troops"
        let joined = || {
            let aids = harms || self.is_done_to(self.sentence.chunks[v].verb.base, |class| matches!(class, Class::Accuse | Class::Aid));
            self.sentence.coordinated_verb(v).filter(|_| aids).and_then(|u| self.sentence.next(u)).filter(|&k| k < v && self.sentence.is(k, ChunkKind::Noun)).and_then(fits)
        };
        if let Some(other) = joined() {
            return Some(Some(other));
        }
        if harms {
            let doer = self.sentence.subject(v)?;
            let above = match doer.via {
                Via::ObjectGerund(u) | Via::ObjectControl(u) => self.sentence.subject(u as usize).map(|s| s.noun),
                _ => self.spoken_by(doer.noun),
            };
            let (own, other) = (fits(doer.noun)?, above.and_then(fits)?);
            let entity = |mention: u32| self.mentions.found[mention as usize].entity;
            return Some(Some(other)).filter(|_| entity(own) != entity(other));
        }
        if !self.view.gazetteer.sets.has(WordSet::Decide, self.sentence.chunks[v].verb.base) {
            return subject.and_then(|s| fits(s.noun)).map(Some);
        }
        let own = fits(subject?.noun)?;
        let entity = |mention: u32| self.mentions.found[mention as usize].entity;
        let speaker = self.spoken_by(subject?.noun).or_else(|| self.sentence.main_subject(v).map(|s| s.noun));
        Some(speaker.and_then(fits).filter(|&other| entity(other) != entity(own)))
    }

    /// The noun group that begins with a unit.
    fn chunk_begun_by(&self, unit: usize) -> Option<usize> {
        self.sentence.chunks.iter().position(|c| c.kind == ChunkKind::Noun && c.first as usize == unit)
    }

    /// "X met Y, which sued it", "X praised Y and bought it", "by buying it": whether the "it" of the noun group at `n`, the object of the verb at `v`, stands for
    /// somebody whom its sentence names, with no thing between that it can stand for as well.
    pub(super) fn is_somebody(&self, v: usize, n: usize) -> bool {
        let joint = self.sentence.previous(v).map(|k| self.sentence.chunks[k].kind);
        if !matches!(joint, Some(ChunkKind::Relative | ChunkKind::Conjunction | ChunkKind::Preposition)) {
            return false;
        }
        let i = self.head_tokens(n).0;
        let here = |mention: &usize| self.mentions.found[*mention].first >= self.sentence.units[0].first;
        antecedent(self.mentions, self.view, i, "it").filter(here).is_some_and(|mention| mention::is_clear_of_things(self.mentions, self.view, mention, i))
    }

    /// "X met Y and thanked him": who acts on "him" is another than he, so that a pronoun which would be its own subject stands for the other one.
    pub(super) fn apart_from(&self, subject: &Actor, object: &Actor) -> Option<Actor> {
        let not = self.entity(subject).filter(|one| object.by == FoundBy::Pronoun && self.entity(object) == Some(*one))?;
        let at = self.sentence.units.iter().position(|unit| unit.first == object.tokens.0)?;
        let unit = &self.sentence.units[at];
        // "bowed to its union": that, where the unnamed are asked for
        if unit.tag == Tag::Possessive {
            let n = self.sentence.chunks.iter().position(|c| c.end as usize > at)?;
            let head = self.sentence.head(n);
            return self.role(head).filter(|_| head.mention == 0 && head.flags & flag::AGENT != 0);
        }
        // not "her" of "her plan"
        if unit.tag != Tag::Pronoun {
            return None;
        }
        let text = Some(self.text_of(unit)).filter(|text| matches!(*text, "him" | "her" | "it"))?;
        let mention = antecedent_apart_from(self.mentions, self.view, unit.first, text, not)?;
        Some(Actor { mention: Some(mention as u32), ..*object })
    }

    /// "Despite his promise to X, Y stayed": the person who is the subject behind the fronted phrase where the possessive stands.
    fn fronted_owner(&self, unit: usize) -> Option<u32> {
        let chunks = &self.sentence.chunks;
        let female = match (self.sentence.units[unit].tag, self.unit_text(unit)) {
            (Tag::Possessive, "his") => Some(false),
            (Tag::Possessive, "her") => Some(true),
            (Tag::Possessive, "its") => None,
            _ => return None,
        };
        let fronted = chunks.first()?.kind == ChunkKind::Preposition && chunks.get(1)?.first as usize == unit && !self.sentence.units[unit].quoted;
        let comma = (2..chunks.len().min(12)).find(|&k| fronted && chunks[k].kind == ChunkKind::Comma).filter(|&comma| !chunks[..comma].iter().any(|c| c.is_verb()))?;
        let head = &self.sentence.units[chunks.get(comma + 1).filter(|c| c.kind == ChunkKind::Noun)?.head as usize];
        let acts = self.sentence.next(comma + 1).is_some_and(|k| self.is_finite(k) && (female.is_none() || !chunks[k].verb.passive));
        let fits = match female {
            Some(female) => head.person && self.female(head) != Some(!female),
            // "After its invasion of Y, X was isolated"
            None => !head.compound && self.is_state_or_body(head),
        };
        (acts && fits).then(|| head.mention - 1)
    }

    /// Whether "it" can stand for whom the unit names.
    fn is_state_or_body(&self, unit: &Unit) -> bool {
        unit.mention != 0 && matches!(self.kind(&self.named(unit)), MentionKind::Country | MentionKind::Organization)
    }

    /// "X called Y and told him", "X sued Y, accusing it of": the object of the verb with which that of the object pronoun is coordinated, or which it goes on from.
    fn object_before(&self, unit: usize) -> Option<u32> {
        let text = Some(self.unit_text(unit)).filter(|text| self.sentence.units[unit].tag == Tag::Pronoun && matches!(*text, "him" | "her" | "it" | "them"))?;
        let n = self.chunk_begun_by(unit).filter(|&n| self.sentence.chunks[n].head as usize == unit)?;
        let v = self.sentence.previous(n).filter(|&v| self.sentence.chunks[v].is_verb())?;
        let object = match self.sentence.chunks[v].verb.form {
            Form::Finite => self.sentence.coordinated_verb(v).and_then(|u| self.sentence.next(u)).filter(|&k| self.sentence.is(k, ChunkKind::Noun) && k < v)?,
            // "met X to thank him"
            Form::Infinitive if matches!(text, "him" | "her") => self.object_up_to(v, v.checked_sub(1)?)?,
            _ => self.object_before_comma(v)?,
        };
        let head = self.sentence.head(object);
        // "expelled six diplomats of X, accusing them": those who stand for X
        let named = if text == "them" { self.actor(object, Side::Object).filter(|_| head.tag == Tag::Plural)? } else { self.named_head(object)? };
        let other = self.sentence.subject(v).is_none_or(|s| self.named_head(s.noun).is_none_or(|subject| !self.same(&subject, &named)));
        let fits = match text {
            // not "killed foreign troops while teaching them", "likened American news outlets"
            "them" => named.tokens.1 >= head.first && self.sentence.previous(object).is_some_and(|k| self.is_finite(k)),
            "it" => matches!(self.kind(&named), MentionKind::Country | MentionKind::Organization),
            _ => self.sentence.names_person(object) && self.female(head) != Some(text == "him"),
        };
        named.mention.filter(|_| other && fits)
    }

    /// "X sued Y, accusing", "X complained of Y at the court, accusing": the noun group at the end of the clause that the gerund at `v` goes on from, but for times
    /// and places.
    fn object_before_comma(&self, v: usize) -> Option<usize> {
        let comma = self.sentence.previous(v).filter(|&k| self.sentence.chunks[v].verb.form == Form::Gerund && self.sentence.is(k, ChunkKind::Comma))?;
        self.object_up_to(v, comma.checked_sub(1)?)
    }

    /// The noun group at the end of the clause that ends with the chunk at `last` and from which the verb at `v` goes on, but for times and places.
    fn object_up_to(&self, v: usize, mut last: usize) -> Option<usize> {
        loop {
            let place = self.sentence.preposition(last).filter(|&p| p + 1 == last && matches!(self.chunk_text(p), "at" | "before" | "in" | "on"));
            // "took X to the court, accusing", unlike "sold jets to X, accusing"
            let taken = |p: &usize| {
                let object = p.checked_sub(1).filter(|&k| self.sentence.is(k, ChunkKind::Noun) && self.sentence.names(k));
                *p + 1 == last && self.chunk_text(*p) == "to" && object.and_then(|k| self.sentence.previous(k)).is_some_and(|k| self.is_finite(k))
            };
            last = match place.or_else(|| self.sentence.preposition(last).filter(taken)) {
                Some(p) => p.checked_sub(1)?,
                None if self.sentence.is(last, ChunkKind::Adverb) => last.checked_sub(1)?,
                None => break,
            };
        }
        let subject = self.sentence.subject(v).is_some_and(|s| s.noun < last);
        let verb = (0..last).rev().take(6).any(|k| self.is_finite(k));
        (subject && verb && self.sentence.is(last, ChunkKind::Noun) && self.sentence.first_conjunct(last) == last).then_some(last)
    }

    /// "When he met X, Y smiled": the mention of the person who is the subject behind the fronted clause whose subject the pronoun is.
    fn cataphor(&self, unit: usize) -> Option<u32> {
        let chunks = &self.sentence.chunks;
        let fronted = matches!(chunks.first()?.kind, ChunkKind::Subordinator | ChunkKind::Preposition)
            && chunks.get(1)?.head as usize == unit
            && self.sentence.next(1).is_some_and(|k| chunks[k].is_verb());
        let female = match self.unit_text(unit) {
            "he" => Some(false),
            "she" => Some(true),
            "it" => None,
            _ => return None,
        };
        let comma = (2..chunks.len()).find(|&k| fronted && chunks[k].kind == ChunkKind::Comma)?;
        let noun = comma + 1;
        let acts = self.sentence.next(noun).is_some_and(|k| self.is_finite(k));
        let head = &self.sentence.units[chunks.get(noun).filter(|c| c.kind == ChunkKind::Noun)?.head as usize];
        let fits = match female {
            Some(_) => head.person && self.female(head) == female,
            None => self.is_state_or_body(head),
        };
        (acts && fits).then(|| head.mention - 1)
    }

    /// "It is time to", "it is said that": stands for nobody.
    fn is_dummy(&self, unit: usize) -> bool {
        if !self.unit_text(unit).eq_ignore_ascii_case("it") {
            return false;
        }
        let chunks = &self.sentence.chunks;
        let Some(v) = self.verb_behind(unit).filter(|&v| chunks[v - 1].end as usize == unit + 1) else { return false };
        let group = &self.sentence.units[chunks[v].first as usize..chunks[v].end as usize];
        let holds = |tag: Tag| group.iter().any(|u| u.tag == tag);
        let near = chunks[v + 1..].iter().take(4).take_while(|c| !matches!(c.kind, ChunkKind::Comma | ChunkKind::Break | ChunkKind::Stop));
        let mut clause = near.filter(|c| c.kind == ChunkKind::That || c.is_verb());
        // "it was to attack X": the infinitive is in the group itself
        let opens = holds(Tag::To) || clause.next().is_some_and(|c| c.kind == ChunkKind::That || c.verb.form == Form::Infinitive);
        let passive = chunks[v].verb.passive && !chunks[v].verb.reports;
        // "when it comes to X"
        let to = chunks.get(v + 1).is_some_and(|c| self.unit_text(c.first as usize) == "to");
        let comes_to = to && matches!(self.unit_text(chunks[v].head as usize), "comes" | "came" | "come");
        comes_to || (holds(Tag::Be) && opens && !passive && chunks[v].verb.form == Form::Finite)
    }

    /// The first verb group behind a unit.
    fn verb_behind(&self, unit: usize) -> Option<usize> {
        let behind = self.sentence.chunks.partition_point(|c| c.first as usize <= unit);
        (behind..self.sentence.chunks.len()).find(|&k| self.sentence.chunks[k].is_verb())
    }

    /// "the militants said they will": a pronoun at the head of what somebody says is he who says it, if the number fits.
    fn speaker(&self, unit: usize) -> Option<Actor> {
        // between quotation marks who speaks is "I"
        if self.sentence.units[unit].quoted {
            return None;
        }
        // "said its forces had": of who says so
        let owner = self.sentence.units[unit].tag == Tag::Possessive;
        let opens = |c: &Chunk| if owner { c.first } else { c.head } as usize == unit;
        let n = self.sentence.chunks.iter().position(|c| c.kind == ChunkKind::Noun && opens(c))?;
        if owner && !self.sentence.next(n).is_some_and(|k| self.is_finite(k)) {
            return None;
        }
        let noun = self.told_of(n).or_else(|| self.urged(n)).or_else(|| self.spoken_by(n))?;
        // "X's lawyer, Ann Lee, said she": Ann Lee
        let noun = self.sentence.apposition(noun).filter(|&named| self.sentence.names_person(named)).unwrap_or(noun);
        let head = self.sentence.head(noun);
        let fits = match self.unit_text(unit) {
            "they" | "their" => head.tag == Tag::Plural || (head.mention != 0 && !head.person),
            "it" | "its" => head.tag != Tag::Plural && !head.person,
            "he" => head.person && self.female(head) == Some(false),
            "she" => head.person && self.female(head) == Some(true),
            _ => false,
        };
        if !fits || head.tag == Tag::Pronoun {
            return None;
        }
        self.actor(noun, Side::Subject)
    }

    /// "“He attacked X,” Y said": between quotation marks he is not who speaks.
    fn is_own_speaker(&self, unit: usize, mention: u32) -> bool {
        let entity = |mention: u32| self.mentions.found[mention as usize].entity;
        let person = self.sentence.units[unit].quoted && self.mentions.found[mention as usize].kind == MentionKind::Person;
        let Some(v) = person.then(|| self.verb_behind(unit)).flatten() else { return false };
        let v = self.finite_top(v).unwrap_or(v);
        let outside = |r: &usize| *r != v && !self.sentence.head(*r).quoted;
        let mut said = (0..self.sentence.chunks.len()).filter(outside).filter_map(|r| self.says(r, v));
        let speaker = said.next().filter(|said| said.1 == Inner::Asserted).and_then(|said| self.named_head(said.0?.noun)?.mention);
        speaker.is_some_and(|speaker| entity(speaker) == entity(mention))
    }

    /// "We condemn X, the ministry said": who says it.
    fn first_person(&self, unit: usize) -> Option<Actor> {
        if !matches!(self.unit_text(unit), "I" | "We" | "we") {
            return None;
        }
        // who is known to speak does so himself for whom he does it
        if let Some(actor) =
            self.on_behalf(unit).filter(|_| self.unit_text(unit) != "I" || mention::first_person(self.mentions, self.view, self.sentence.units[unit].first).is_none())
        {
            return Some(actor);
        }
        let speaker = self.said_by(self.verb_behind(unit)?)?;
        let person = self.kind(&speaker) == MentionKind::Person;
        // "we" of a spokesman is not he
        (speaker.mention.is_some() && person == (self.unit_text(unit) == "I")).then_some(speaker)
    }

    /// "“You lied,” X told Y": Y, to whom somebody says what is between quotation marks.
    fn hearer(&self, unit: usize) -> Option<Actor> {
        let chunks = &self.sentence.chunks;
        let outside = |&v: &usize| chunks[v].is_verb() && !self.sentence.units[chunks[v].head as usize].quoted && self.is_finite(v) && !chunks[v].verb.passive;
        let verb = (0..chunks.len()).filter(|_| self.sentence.units[unit].quoted).find(outside)?;
        let tells = matches!(self.view.gazetteer.words.text(chunks[verb].verb.base), "assure" | "promise" | "tell" | "warn");
        self.sentence.next(verb).filter(|&n| tells && self.sentence.is(n, ChunkKind::Noun)).and_then(|n| self.named_head(n))
    }

    /// "“I thank Y. I support Z,” X said": the person who is quoted over more than one sentence.
    fn quoted(&self, unit: usize) -> Option<u32> {
        let one = self.sentence.units[unit].quoted && mention::is_one(self.unit_text(unit)) == Some(true);
        let quoted = if one { mention::quoted(self.mentions, self.view, self.sentence.units[unit].first) } else { None };
        quoted.map(|quoted| quoted.by).filter(|&by| self.mentions.found[by as usize].kind == MentionKind::Person)
    }

    /// "On behalf of X, we thank Y": X.
    fn on_behalf(&self, unit: usize) -> Option<Actor> {
        let chunks = &self.sentence.chunks;
        let behalf = chunks.iter().take(3).position(|c| self.unit_text(c.head as usize) == "behalf").filter(|&k| (chunks[k].head as usize) < unit)?;
        let named = behalf + 2 < chunks.len() && self.chunk_text(behalf + 1) == "of";
        if named { self.actor(behalf + 2, Side::Subject) } else { None }.filter(|actor| actor.mention.is_some())
    }

    /// The subject of the verb of saying whose clause the noun group at `n` begins.
    fn spoken_by(&self, n: usize) -> Option<usize> {
        let chunks = &self.sentence.chunks;
        let before = self.sentence.previous(n)?;
        let that = chunks[before].kind == ChunkKind::That;
        let mut v = if that { self.sentence.previous(before)? } else { before };
        // "made it clear that he"
        let clear = that && chunks[v].kind == ChunkKind::Adjective && matches!(self.unit_text(chunks[v].head as usize), "clear" | "plain" | "known");
        if clear {
            v = (0..v).rev().take(2).find(|&k| chunks[k].is_verb())?;
        }
        let says = chunks[v].verb().filter(|verb| (verb.reports || clear) && matches!(verb.form, Form::Finite | Form::Gerund));
        says.and_then(|_| self.sentence.subject(v)).map(|subject| subject.noun)
    }

    /// Whether a named person is a woman, where that is known.
    fn female(&self, unit: &Unit) -> Option<bool> {
        let found = self.mentions.found[(unit.mention as usize).checked_sub(1)?];
        self.mentions.female(self.view, found.entity)
    }

    /// "the company", "the bloc": the last mention of that sort.
    pub(super) fn definite(&self, chunk: Chunk) -> Option<Actor> {
        self.definite_between(chunk.first as usize, chunk.head as usize)
    }

    /// The same for the units from an article to a head.
    pub(super) fn definite_between(&self, first: usize, head: usize) -> Option<Actor> {
        let article = self.unit_text(first);
        let vice = head == first + 2 && self.unit_text(head).eq_ignore_ascii_case("president") && self.unit_text(first + 1).eq_ignore_ascii_case("vice");
        let titled = (mention::is_title(self.unit_text(head)) || vice) && head <= first + 4;
        // "The Deputy Secretary and Vice Foreign Minister": the article stands for both
        let shared = || titled && self.sentence.units[first].capital && first > 0 && self.unit_text(first - 1) == "and";
        // "the paramilitary group", "the Baltic nation", unlike "the neighbouring country"
        let adjective = |unit: usize| {
            let other = [
                "other",
                "same",
                "new",
                "second",
                "third",
                "neighb",
                "foreign",
                "developing",
                "entire",
                "whole",
                "different",
                "host",
                "only",
                "home",
                "opposition",
                "ruling",
                "rival",
            ];
            let land = matches!(self.unit_text(head), "country" | "nation");
            // "the island nation", "the rebel group"
            let noun = self.sentence.units[unit].tag == Tag::Noun && self.sentence.units[unit].mention == 0 && (land || self.unit_text(head) == "group");
            (self.sentence.units[unit].tag == Tag::Adjective || noun || land && self.sentence.units[unit].mention != 0)
                && !other.iter().any(|word| self.unit_text(unit).starts_with(word))
                && !self.unit_text(unit).ends_with("est")
        };
        let sort = matches!(self.unit_text(head), "airline" | "carmaker" | "company" | "country" | "firm" | "group" | "kingdom" | "manufacturer" | "nation");
        let described = sort && head == first + 2 && adjective(first + 1);
        let plain = titled || head == first + 1 || described;
        // "the president of the club" is another; "accused the bloc of ignoring"
        let gerund = self.sentence.units.get(head + 2).is_some_and(|unit| unit.tag == Tag::Gerund);
        // "the group that attacked X", "the country he served" is brought in here, unlike "told the company he left"
        let told = || first > 0 && self.view.gazetteer.words.get(self.view.gazetteer.words.get(self.sentence.units[first - 1].word).verb).has(flag::REPORTS);
        let clause = |next: &Unit| next.tag == Tag::Pronoun && matches!(self.text_of(next), "he" | "she" | "they" | "we" | "I") && !told();
        let of_state = titled && mention::is_of_state(self.view, self.sentence.units[head].end);
        let goes_on = |next: &Unit| !of_state && next.flags & flag::OF != 0 || next.tag == Tag::Relative || clause(next);
        let alone = gerund || !self.sentence.units.get(head + 1).is_some_and(goes_on);
        // "his speech to the nation": his own
        let home =
            self.unit_text(head) == "nation" && first > 0 && matches!(self.unit_text(first - 1), "address" | "addressed" | "addresses" | "addressing" | "before" | "to" | "told");
        if !plain || !alone || home || !(article.eq_ignore_ascii_case("the") && head > first || shared()) {
            return None;
        }
        let units = &self.sentence.units;
        // "the X-linked group" is not X
        let at = if titled { units[head].first } else { units[first].first };
        let mention = definite_antecedent(self.mentions, self.view, at, self.unit_text(head))?;
        Some(Actor { tokens: (units[first].first, units[head].end), mention: Some(mention as u32), by: FoundBy::Pronoun })
    }
}
