//! Whether what a verb pattern asks for stands behind the verb, and where its target is then.

use super::{Actor, Reader};
use crate::gazetteer::{flag, word, Class, NounPattern, Step, Tag, VerbPattern, WordId, WordSet};
use crate::mention::MentionKind;
use crate::syntax::{Argument, ChunkKind, Form, Unit};

impl Reader<'_> {
    /// Tells of each preposition behind a verb, and of each noun that a pattern may ask for.
    pub fn words_behind(&self, object: Option<usize>, arguments: &[Argument], mut tell: impl FnMut(WordId)) {
        let mut name = |noun: usize| {
            let head = self.sentence.head(noun);
            tell(head.word);
            if head.singular != head.word {
                tell(head.singular);
            }
            if self.is_sum(noun) {
                tell(word::DOLLARS);
            }
        };
        for noun in arguments.iter().filter_map(|a| a.noun).map(|noun| noun as usize).chain(object) {
            for noun in std::iter::once(noun).chain(self.sentence.other_conjuncts(noun)) {
                name(noun);
                self.counted(noun).into_iter().for_each(&mut name);
            }
        }
        for chunk in arguments.iter().flat_map(|a| a.through.0..a.through.1) {
            tell(self.sentence.first(chunk as usize).word);
        }
    }

    /// The noun group where the target of `pattern` stands, if everything it asks for is there.
    /// `object` is an object that stands elsewhere: the subject of a passive, an antecedent.
    pub(super) fn fit(&self, pattern: &VerbPattern, v: usize, object: Option<usize>, arguments: &[Argument]) -> Option<usize> {
        if matches!(pattern.steps.first(), Some(Step::Through(_))) && object.is_none() && self.heavy(pattern, arguments) {
            return arguments[0].noun.map(|noun| noun as usize);
        }
        let mut target = None;
        let mut at = 0;
        let mut object = object;
        // the thing that stands elsewhere, once a step has taken it
        let mut taken = None;
        let mut i = 0;
        while i < pattern.steps.len() {
            match &pattern.steps[i] {
                Step::Infinitive => {
                    let from = target.map_or(v, |t: usize| t.max(v));
                    // "told X that the decision to go was rash"
                    let within = |k: &usize| self.sentence.chunks[*k].kind != ChunkKind::That;
                    let next = (from + 1..self.sentence.chunks.len()).take_while(within).find(|&k| self.sentence.chunks[k].is_verb());
                    // "refer X to the council" as well as "get X to act"
                    let to = arguments.get(at).is_some_and(|a| self.is_led_by(a, &["to"]));
                    if !to && self.sentence.chunks[next?].verb()?.form != Form::Infinitive {
                        return None;
                    }
                    // "told X of his plans to vote": the plans
                    let planned = next.and_then(|k| self.sentence.previous(k)).filter(|&n| n > from && self.sentence.is(n, ChunkKind::Noun));
                    if planned.is_some_and(|n| self.sentence.head(n).flags & flag::AIM != 0 && self.sentence.is_owned(n)) {
                        return None;
                    }
                    i += 1;
                }
                Step::Words(words) => {
                    // "was called a fool": what is said of the subject stands behind the verb
                    let before = self.sentence.chunks[v].verb.passive && target? < v;
                    let behind = if before { v + 1 } else { self.sentence.coordination_end(target?) };
                    let behind = self.behind_commas(behind);
                    // "ordered two members of the party in the north jailed"
                    let phrase = |k: usize| self.sentence.is(k, ChunkKind::Preposition) && self.sentence.is(k + 1, ChunkKind::Noun);
                    let behind_phrase = || phrase(behind).then(|| self.sentence.coordination_end(behind + 1)).filter(|_| !before && !self.sentence.names(behind - 1));
                    let behind_two = || behind_phrase().filter(|&k| phrase(k)).map(|k| self.sentence.coordination_end(k + 1));
                    if !self.holds_word(v, behind, words) && !behind_phrase().into_iter().chain(behind_two()).any(|k| self.is_participle_of(k, words)) {
                        return None;
                    }
                    i += 1;
                }
                Step::End => {
                    let next = self.sentence.next(v.max(self.sentence.coordination_end(target?) - 1));
                    let person = || self.described_with_clause(target?).filter(|actor| self.kind(actor) == MentionKind::Person);
                    // "dismissed his chief of staff, Ann Lee"
                    let apposed = |target: usize| self.apposed(target).is_some_and(|actor| self.kind(&actor) == MentionKind::Person);
                    if (!(self.sentence.names_person(target?) || person().is_some()) || next.is_some_and(|next| self.goes_on(v, next))) && !apposed(target?) {
                        return None;
                    }
                    i += 1;
                }
                Step::Through(_) => {
                    let chain = pattern.steps[i..].iter().take_while(|s| matches!(s, Step::Through(_))).count();
                    let wants = pattern.steps.get(i + chain);
                    let free = pattern.phrasal || i > 0 || object.is_some();
                    // "was bailed out", "whom X called upon": the target stands before
                    // "X's envoy was called in"
                    let thing_before = i == 0 && chain == 1 && matches!(wants, Some(Step::Nouns(_))) && object.is_some_and(|noun| self.wanted(wants, Some(noun as u32)));
                    let stranded = |a: &Argument| (wants == Some(&Step::Target) || thing_before) && object.is_some() && a.noun.is_none();
                    // "lifted most of its sanctions on X": what is counted is the thing
                    let before = at.checked_sub(1).and_then(|k| arguments[k].noun).map(|noun| noun as usize);
                    let counted = before.and_then(|noun| self.counted(noun));
                    let thing = counted.filter(|&noun| self.is_own(noun)).map(|noun| noun as u32);
                    // "an appeal by X was dismissed by Y": Y dismissed it
                    let agent = |a: &Argument| taken.is_some() && self.sentence.chunks[v].verb.passive && self.is_led_by(a, &["by"]);
                    let found = arguments[at..].iter().position(|a| {
                        !agent(a)
                            && (thing.is_none() || a.noun != thing)
                            && self.leads(a, &pattern.steps[i..i + chain])
                            && (self.wanted(wants, a.noun) || stranded(a))
                            && (i > 0 && matches!(pattern.steps[i - 1], Step::Nouns(_)) || !self.belongs_to_noun(a, pattern.frame, i == 0 && !std::ptr::eq(a, &arguments[at])))
                            // "cut $65 million in funding for X"
                            && ((i > 0 && self.reaches(&arguments[at..], a)) || counted.is_some_and(|noun| noun + 1 == a.through.0 as usize) || !self.is_for_thing(a))
                            && !(i > 0 && pattern.steps[i - 1] == Step::Any && self.is_described_thing(a))
                    });
                    let behind_noun = i > 0 && matches!(pattern.steps[i - 1], Step::Nouns(_));
                    let of = |found: usize| self.sentence.units[self.sentence.chunks[arguments[at + found].through.0 as usize].first as usize].flags & flag::OF != 0;
                    // "rejected a proposal on the fate of X": "of" belongs to the noun right before it
                    // "the statement was released by X after a forum on violence against Y": of the event noun before it
                    let of_other = |found: usize| {
                        let p = arguments[at + found].through.0 as usize;
                        let event = |noun: usize| self.sentence.head(noun).mention == 0 && self.noun_patterns(noun).any(|n| n.through.contains(&word::AGAINST));
                        taken.is_some() && self.sentence.first(p).word == word::AGAINST && self.sentence.is(p - 1, ChunkKind::Noun) && event(p - 1)
                    };
                    let found = found.filter(|&found| !(behind_noun && found > 0 && (of(found) || of_other(found))));
                    let noun = before.filter(|_| behind_noun).or(taken.filter(|_| behind_noun && found.is_none()));
                    // "is one of X's supporters": what is counted has the possessor
                    let counted = counted
                        .filter(|_| behind_noun)
                        .filter(|&noun| self.sentence.is_owned(noun) && self.sentence.chunks.get(noun + 1).is_none_or(|c| self.unit_text(c.first as usize) != "of"))
                        // "lifted most of its sanctions on X"
                        .filter(|&noun| {
                            !self.is_own(noun) || self.sentence.chunks.get(noun + 1).is_none_or(|c| !pattern.steps[i].is_through(self.sentence.units[c.first as usize].word))
                        });
                    let found = found.filter(|_| counted.is_none());
                    // "talks between X and Y were brokered by Z": behind the thing itself
                    let behind = taken.filter(|&n: &usize| found.is_none() && wants == Some(&Step::Target) && chain == 1 && self.is_led_behind(v, n, &pattern.steps[i]));
                    if let Some(n) = behind {
                        target = Some(n + 2);
                        i += 2;
                        continue;
                    }
                    let Some(found) = found else {
                        // "the X-Y talks brokered by Z" for `broker talks between X`
                        let pair = || taken.or(noun).filter(|&n| self.frame_name(pattern.frame) == "broker" && !self.pair_before(n).is_empty());
                        let theirs = || noun.filter(|&noun| self.is_faced(pattern, v, noun));
                        return self.compound_target(pattern, i, v, arguments).or_else(|| self.possessed_target(pattern, i, counted.or(noun)?)).or_else(pair).or_else(theirs);
                    };
                    // "dismissed X's claim of victory" for `dismiss claim of X`, unlike "demanded X's release of papers"
                    let matter = i == 1 && self.class(pattern.frame) != Class::Request && arguments[at + found].noun.is_some_and(|matter| self.sentence.is_thing(matter as usize));
                    if let Some(target) = noun.filter(|_| matter && wants == Some(&Step::Target) && of(found)).and_then(|noun| self.possessed_target(pattern, i, noun)) {
                        return Some(target);
                    }
                    // "banned cars, in line with guidance from X": the guidance is X's
                    if behind_noun && !pattern.turned && self.is_led_by(&arguments[at + found], &["from"]) && !self.reaches(&arguments[at..], &arguments[at + found]) {
                        return None;
                    }
                    // "recalled cars after pressure from X": the pressure is X's
                    let circumstance = |a: &Argument| self.is_led_by(a, &["after", "amid", "before", "despite", "during", "following", "under"]);
                    let from = || self.is_led_by(&arguments[at + found], &["from"]);
                    if i > 0 && pattern.steps[i - 1] == Step::Any && found > 0 && from() && circumstance(&arguments[at + found - 1]) {
                        return None;
                    }
                    // "was joined in Berlin by X": where it was
                    if i == 0 && self.sentence.chunks[v].verb.passive && wants == Some(&Step::Target) && self.is_led_by(&arguments[at + found], &["in"]) {
                        return None;
                    }
                    // "provided support to gunmen in X": who gets it is another
                    let given = |a: &Argument| !a.is_object() && self.chunk_text(a.through.0 as usize) == "to";
                    if behind_noun && self.class(pattern.frame) == Class::Aid && self.is_led_by(&arguments[at + found], &["in"]) && arguments[at..at + found].iter().any(given) {
                        return None;
                    }
                    // "gave X access to ports of Y"
                    if let Some(target) = noun.filter(|&noun| i == 1 && wants == Some(&Step::Target) && self.is_access_of(noun)) {
                        return Some(target);
                    }
                    // an object between the verb and its preposition is another sense: "called a vote on Iran"
                    if !free && arguments[at..at + found].iter().any(|a| a.is_object()) {
                        return None;
                    }
                    // "asked X for the release of Y", "appealed to X for the release of Y": X is asked
                    let asked = |a: &Argument| (a.is_object() || self.is_led_by(a, &["to"])) && a.noun.is_some_and(|noun| self.is_headed(noun as usize));
                    if i == 0 && self.class(pattern.frame) == Class::Request && wants != Some(&Step::Target) && arguments[at..at + found].iter().any(asked) {
                        return None;
                    }
                    // "leads a study by X", unlike "leads X by ten points"
                    let counted = |a: &Argument| a.noun.is_none_or(|noun| !self.sentence.names(noun as usize));
                    if wants.is_none()
                        && i > 0
                        && !self.sentence.chunks[v].verb.passive
                        && self.chunk_text(arguments[at + found].through.0 as usize) == "by"
                        && !counted(&arguments[at + found])
                    {
                        return None;
                    }
                    at += found + 1;
                    if wants == Some(&Step::Target) {
                        target = Some(arguments[at - 1].noun.map_or_else(|| object.take(), |noun| Some(noun as usize))?);
                    }
                    let left = thing_before && arguments[at - 1].noun.is_none();
                    i += chain + usize::from(!left && matches!(wants, Some(Step::Target | Step::Nouns(_) | Step::Any)));
                }
                _ if i == 0 && object.is_none() && self.heavy(pattern, arguments) => return arguments[0].noun.map(|noun| noun as usize),
                step => {
                    let noun = match object.take() {
                        Some(noun) => {
                            taken = Some(noun).filter(|_| matches!(step, Step::Nouns(_)));
                            noun
                        }
                        None => {
                            let argument = arguments.get(at).filter(|a| a.is_object())?;
                            at += 1;
                            argument.noun? as usize
                        }
                    };
                    // "discussed Libya with X": what is talked of can be a name
                    let talked_of = || self.class(pattern.frame) == Class::Consult && self.sentence.names(noun);
                    let named = *step == Step::Any && (talked_of() || self.is_taken_place(pattern, noun));
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

    /// "took X to court", "gave X 48 hours": whether one of the words stands in the chunk at `behind`, from which on what follows the target of the verb at `v` stands.
    fn holds_word(&self, v: usize, behind: usize, words: &[WordId]) -> bool {
        let holds = |chunk: usize| {
            let chunk = &self.sentence.chunks[chunk];
            self.sentence.units[chunk.first as usize..chunk.end as usize].iter()
        };
        // "found X recently guilty"
        let time = Some(behind).filter(|&k| self.sentence.is(k, ChunkKind::Adverb) && holds(k).any(|u| words.contains(&u.word)));
        let Some(next) = time.or_else(|| self.sentence.next(behind - 1)) else { return false };
        let to = self.sentence.chunks[next].kind == ChunkKind::Preposition && self.chunk_text(next) == "to";
        let chunk = next + usize::from(to);
        // behind a passive "by" leads to who did it: "led by X" is not "lead X by ten points"
        let agent = self.sentence.chunks[v].verb.passive && self.chunk_text(next) == "by";
        // "took X to the International Court of Justice" for `take X to court`
        let named = |unit: &Unit| unit.mention != 0 && (unit.first..unit.end).any(|token| words.contains(&self.mentions.lower(self.view, token)));
        chunk < self.sentence.chunks.len() && !agent && holds(chunk).any(|u| words.contains(&u.word) || to && named(u))
    }

    /// Whether the chunk at `k` is a participle that is one of the words.
    fn is_participle_of(&self, k: usize, words: &[WordId]) -> bool {
        self.sentence.form(k) == Some(Form::Participle) && words.contains(&self.sentence.head(k).word)
    }

    /// "captured X from Y": the thing can be a place, where Y loses it.
    fn is_taken_place(&self, pattern: &VerbPattern, noun: usize) -> bool {
        let given = match self.class(pattern.frame) {
            Class::Assault | Class::Coerce => false,
            Class::Concede | Class::Retreat => pattern.steps.last() == Some(&Step::Target),
            _ => return false,
        };
        let kind = self.named_head(noun).map(|actor| self.kind(&actor));
        kind == Some(MentionKind::Place) || (given && kind == Some(MentionKind::Country))
    }

    /// "gave Ukraine tanks" for `give tanks to X`: the target and the thing are one noun group. A verb that takes any target reads that itself.
    fn compound_target(&self, pattern: &VerbPattern, i: usize, v: usize, arguments: &[Argument]) -> Option<usize> {
        let [Step::Nouns(_), Step::Through(through), Step::Target] = pattern.steps.as_slice() else { return None };
        let gives = matches!(self.class(pattern.frame), Class::Aid | Class::Concede | Class::Mobilize);
        let plain = !gives || self.view.gazetteer.frames.of_verb(self.sentence.chunks[v].verb()?.base)?.iter().any(|p| p.steps.as_slice() == [Step::Target]);
        let noun = arguments.first().filter(|a| !plain && i == 1 && a.is_object() && through.contains(&word::TO))?.noun? as usize;
        let (first, head) = self.behind_article(noun);
        let named = self.is_name(first) && head > first && noun > v;
        (named && self.sentence.units[first + 1].tag != Tag::Genitive).then_some(noun)
    }

    /// The first unit of the noun group at `n` behind an article, and its head.
    fn behind_article(&self, n: usize) -> (usize, usize) {
        let chunk = self.sentence.chunks[n];
        let article = chunk.first < chunk.head && self.sentence.units[chunk.first as usize].word == word::THE;
        (chunk.first as usize + usize::from(article), chunk.head as usize)
    }

    /// Whether the unit at `i` is a name by itself, which describes nothing.
    fn is_name(&self, i: usize) -> bool {
        let unit = &self.sentence.units[i];
        unit.mention != 0 && !unit.compound && unit.tag == Tag::Name
    }

    /// "took X, its ally, to court": the chunk behind what stands between commas from the chunk at `k` on, if a comma stands there; else that chunk.
    fn behind_commas(&self, k: usize) -> usize {
        let plain = |k: &usize| matches!(self.sentence.chunks[*k].kind, ChunkKind::Noun | ChunkKind::Preposition | ChunkKind::Adjective);
        let close =
            (k + 1..self.sentence.chunks.len()).take(8).find(|k| !plain(k)).filter(|&close| self.sentence.is(k, ChunkKind::Comma) && self.sentence.is(close, ChunkKind::Comma));
        close.map_or(k, |close| close + 1)
    }

    /// Whether a preposition of the step, and a noun group behind it, stand right behind the noun group at `n`.
    fn is_led_behind(&self, v: usize, n: usize, step: &Step) -> bool {
        // "the murder of X was investigated", unlike "the summit of the Americas that X hosts"
        let leads = |unit: &Unit| step.is_through(unit.word) && (unit.flags & flag::OF == 0 || self.sentence.chunks[v].verb.passive);
        self.sentence.is(n + 1, ChunkKind::Preposition) && self.sentence.is(n + 2, ChunkKind::Noun) && leads(self.sentence.first(n + 1))
    }

    /// Whether nothing but what "of" leads to stands before an argument of these: "sent articles of impeachment to X", unlike "gave since the meeting of the parties to X".
    fn reaches(&self, arguments: &[Argument], argument: &Argument) -> bool {
        let of = |a: &Argument| self.sentence.first(a.through.0 as usize).flags & flag::OF != 0;
        arguments.iter().take_while(|a| a.through != argument.through).all(|a| !a.is_object() && of(a))
    }

    /// "X access": whether the noun group at `n` is a name and the access that is given to it.
    fn is_access_of(&self, n: usize) -> bool {
        let (first, head) = self.behind_article(n);
        self.is_name(first) && head == first + 1 && matches!(self.unit_text(head), "access" | "entry" | "passage" | "permission")
    }

    /// "called for X's resignation" for `call for resignation of X`: whose it is stands before the noun.
    fn possessed_target(&self, pattern: &VerbPattern, i: usize, noun: usize) -> Option<usize> {
        let [Step::Through(through), Step::Target] = &pattern.steps[i..] else { return None };
        let chunk = self.sentence.chunks[noun];
        let mut before = self.sentence.units[chunk.first as usize..chunk.head as usize].iter();
        // "launched X's investigation": it is X who investigates
        let by_it = || self.sentence.is_owned(noun) || self.modifier(chunk).is_some_and(|actor| self.kind(&actor) == MentionKind::Organization);
        let inquiry = self.sentence.units[chunk.head as usize].flags & flag::INQUIRY != 0 && by_it();
        let owned = through.contains(&word::OF) && !inquiry && (before.any(|unit| unit.mention != 0 && !unit.compound) || self.owner_role(chunk).is_some());
        (owned || self.country_before_head(noun).is_some()).then_some(noun)
    }

    /// "faces German criticism", "came under U.S. pressure" for `face criticism from X`: whether the noun group at `noun` is of whom the pattern wants.
    fn is_faced(&self, pattern: &VerbPattern, v: usize, noun: usize) -> bool {
        let chunk = self.sentence.chunks[noun];
        let faces = || {
            let verb = self.view.gazetteer.words.text(self.sentence.chunks[v].verb.base);
            matches!(verb, "attract" | "be" | "come" | "draw" | "endure" | "face" | "incur" | "secure" | "suffer" | "win")
        };
        let from = pattern.steps.iter().any(|step| step.is_through(word::FROM) || step.is_through(word::BY));
        pattern.turned && from && faces() && self.modifier(chunk).is_some() && (self.is_adjectival(chunk) || self.sentence.names_owner(noun))
    }

    /// "its Russia sanctions", "X's China policy": the country that stands by its name right before the head; "US sanctions" are those of the US.
    pub(super) fn country_before_head(&self, noun: usize) -> Option<Actor> {
        let chunk = self.sentence.chunks[noun];
        let unit = self.sentence.units[chunk.first as usize..chunk.head as usize].last()?;
        let named = self.sentence.is_owned(noun) && unit.mention != 0 && !unit.compound && unit.tag == Tag::Name && self.sentence.units[chunk.head as usize].mention == 0;
        named.then(|| self.named(unit)).filter(|actor| self.kind(actor) == MentionKind::Country)
    }

    /// "returned to X a box of letters" for `return * to X`: a long thing stands behind the target.
    fn heavy(&self, pattern: &VerbPattern, arguments: &[Argument]) -> bool {
        // "handed over to X a box of letters" for `hand over * to X`
        if let ([particle @ Step::Through(_), step @ (Step::Any | Step::Nouns(_)), through, Step::Target], [to, thing, ..]) = (pattern.steps.as_slice(), arguments) {
            return to.noun.is_some() && self.leads(to, &[particle.clone(), through.clone()]) && thing.is_object() && self.wanted(Some(step), thing.noun);
        }
        let ([step @ (Step::Any | Step::Nouns(_)), through, Step::Target], [to, thing, ..]) = (pattern.steps.as_slice(), arguments) else { return false };
        !to.is_object() && to.noun.is_some() && self.leads(to, std::slice::from_ref(through)) && thing.is_object() && self.wanted(Some(step), thing.noun)
    }

    /// Whether what begins at a chunk can still say something of the object of the verb at `v` before it: "called X a liar", "called X out";
    /// unlike "the decision to call X surprised Y".
    fn goes_on(&self, v: usize, next: usize) -> bool {
        match self.sentence.chunks[next].kind {
            ChunkKind::Noun | ChunkKind::Adjective | ChunkKind::Other | ChunkKind::Open => true,
            ChunkKind::Preposition => !matches!(self.chunk_text(next), "about" | "after" | "over" | "from" | "during" | "to" | "at"),
            ChunkKind::Verb => match self.sentence.chunks[next].verb.form {
                Form::Infinitive => false,
                Form::Finite => self.sentence.chunks[v].verb.form != Form::Infinitive,
                _ => true,
            },
            _ => false,
        }
    }

    /// "sent Ukraine arms" for `send * to X`: the target before the thing.
    fn shifted(&self, pattern: &VerbPattern, i: usize, noun: usize, at: usize, arguments: &[Argument]) -> Option<usize> {
        let [Step::Any | Step::Nouns(_), through, Step::Target] = &pattern.steps[i..] else { return None };
        let shape = [word::FOR, word::OF, word::TO].into_iter().any(|word| through.is_through(word));
        let thing = arguments.get(at).filter(|a| a.is_object())?;
        (shape && self.wanted(Some(&pattern.steps[i]), thing.noun)).then_some(noun)
    }

    /// Whether a prepositional phrase belongs to the event noun right before it: "support for X" in "information about its support for X".
    fn belongs_to_noun(&self, argument: &Argument, frame: u32, far: bool) -> bool {
        // "blamed the attack on X"
        if self.frame_name(frame) == "blame" && self.is_led_by(argument, &["on"]) {
            return false;
        }
        let Some(before) = (argument.through.0 as usize).checked_sub(1).filter(|&k| self.sentence.chunks[k].kind == ChunkKind::Noun) else { return false };
        if argument.through.1 != argument.through.0 + 1 {
            return false;
        }
        let head = self.sentence.head(before);
        let word = self.sentence.first(argument.through.0 as usize).word;
        // "disclosed a payment to X", "is winning with a lead over X"
        let paid = matches!(self.text_of(head), "payment" | "payments");
        let apart = |p: &NounPattern| self.class(p.frame) != self.class(frame) || (paid || far && self.class(frame) == Class::Other) && p.frame != frame;
        let other = |p: &NounPattern| p.through.contains(&word) && apart(p);
        head.mention == 0 && self.noun_patterns(before).any(other)
    }

    /// "discussed efforts underway with X", "discussed Y's talks with X": behind an adjective that describes the thing, or one that another has, a preposition goes with it.
    pub(super) fn is_described_thing(&self, argument: &Argument) -> bool {
        let describes = |k: &usize| self.sentence.is(*k, ChunkKind::Adjective) || matches!(self.chunk_text(*k), "ongoing" | "underway");
        let Some(before) = (argument.through.0 as usize).checked_sub(1) else { return false };
        describes(&before) && before > 0 && self.sentence.is(before - 1, ChunkKind::Noun) || self.is_with_another(before, argument)
    }

    /// "discussed Y's talks with X": whether what another has with somebody stands at `n`, and "with" behind it.
    fn is_with_another(&self, n: usize, argument: &Argument) -> bool {
        let head = self.sentence.head(n);
        let joins = || matches!(self.text_of(head), "relations" | "relationship" | "ties") || self.noun_senses(head).iter().any(|p| p.through.contains(&word::WITH));
        self.chunk_text(argument.through.0 as usize) == "with" && self.sentence.is(n, ChunkKind::Noun) && self.sentence.names_owner(n) && joins()
    }

    /// "spoke to the budget request for X": behind the thing of another phrase, "for" goes with the thing.
    fn is_for_thing(&self, argument: &Argument) -> bool {
        let (first, end) = argument.through;
        let text = self.chunk_text(first as usize);
        if end != first + 1 || !matches!(text, "for" | "to") {
            return false;
        }
        let before = (first as usize).checked_sub(1).filter(|&k| self.sentence.chunks[k].kind == ChunkKind::Noun);
        // "appealed for a new approach to X"
        let goes_to = |k: usize| matches!(self.head_text(k), "access" | "alternative" | "answer" | "approach" | "end" | "solution");
        // "spoke out against his remarks to X"
        let phrase = |k: usize| {
            self.sentence.preposition(k).is_some_and(|p| match self.chunk_text(p) {
                "about" | "against" | "of" | "over" => true,
                leads => text == "for" || leads == "for" && goes_to(k),
            })
        };
        before.is_some_and(|k| self.sentence.head(k).mention == 0 && phrase(k))
    }

    /// "gave a speech prior to X's": the preposition at `p` says with the adjective before it when or why, not to whom.
    fn is_behind_relation(&self, p: usize) -> bool {
        let before = p.checked_sub(1).filter(|&k| self.chunk_text(p) == "to" && matches!(self.sentence.chunks[k].kind, ChunkKind::Adjective | ChunkKind::Adverb));
        before.is_some_and(|k| matches!(self.head_text(k), "akin" | "due" | "prior" | "similar" | "subject"))
    }

    /// Whether an argument is led by exactly these prepositions.
    pub(super) fn leads(&self, argument: &Argument, steps: &[Step]) -> bool {
        let (first, end) = argument.through;
        // "lashed out again at X": without the adverb
        let prepositions = || (first..end).filter(|&chunk| !self.sentence.is(chunk as usize, ChunkKind::Adverb));
        // "accused of breaking its treaty by X": not the treaty of X
        prepositions().count() == steps.len()
            && !(self.chunk_text(first as usize) == "by" && self.is_late_agent(first as usize))
            && !self.is_behind_relation(first as usize)
            && steps.iter().zip(prepositions()).all(|(step, chunk)| {
                let word = self.sentence.first(chunk as usize).word;
                step.is_through(word)
            })
    }

    /// Whether a noun group is what a step asks for.
    pub(super) fn wanted(&self, step: Option<&Step>, noun: Option<u32>) -> bool {
        match (step, noun) {
            (Some(Step::Nouns(words)), Some(noun)) => {
                // "raised $35,000 for X"
                let sum = |n: usize| self.is_sum(n) && words.contains(&word::DOLLARS);
                let named = |n: usize| self.sentence.head(n).is_one_of(words) || sum(n);
                // "lifted an embargo and sanctions on X", unlike "hosted Ann Lee and a delegation of X"
                let joined = || !self.sentence.names(noun as usize) && self.sentence.other_conjuncts(noun as usize).any(named);
                named(noun as usize) || self.counted(noun as usize).is_some_and(named) || joined()
            }
            (Some(Step::Any), Some(noun)) => {
                let head = self.sentence.head(noun as usize);
                let text = self.text_of(head);
                let reflexive = text.ends_with("self") || text.ends_with("selves");
                head.mention == 0 && (head.tag != Tag::Pronoun || reflexive)
            }
            (Some(Step::Target | Step::Nouns(_)), noun) => noun.is_some(),
            _ => true,
        }
    }

    /// "$35,000": whether the noun group at `n` is a sum of money in figures.
    fn is_sum(&self, n: usize) -> bool {
        let chunk = self.sentence.chunks[n];
        if self.sentence.units[chunk.head as usize].tag != Tag::Number {
            return false;
        }
        let [.., sign, _] = &self.sentence.units[chunk.first as usize..=chunk.head as usize] else { return false };
        matches!(self.view.document.tokens[sign.end as usize - 1].text(self.view.text), "$" | "€" | "£")
    }

    /// "a round of talks", "40 percent of its arms": what is counted.
    pub(super) fn counted(&self, n: usize) -> Option<usize> {
        let chunks = &self.sentence.chunks;
        let head = &self.sentence.units[chunks[n].head as usize];
        let next = chunks.get(n + 1).filter(|c| c.kind == ChunkKind::Preposition && head.mention == 0)?;
        chunks.get(n + 2).filter(|c| c.kind == ChunkKind::Noun)?;
        let counts = match self.sentence.units[next.first as usize].word {
            word::OF => {
                head.tag == Tag::Number
                    || head.flags & flag::TIME != 0 && (head.tag == Tag::Plural || matches!(self.chunk_text(n), "a" | "one"))
                    || self.counts(head)
                    || self.head_is(n, WordSet::Series)
            }
            // "$60 billion in aid"
            word::IN => head.tag == Tag::Number && self.head_is(n + 2, WordSet::Given),
            _ => false,
        };
        counts.then_some(n + 2)
    }
}
