//! A pattern held against what stands behind a verb: step by step, up to where its target is.

use std::ops::ControlFlow;

use super::Reader;
use crate::gazetteer::{flag, word, Class, Step, VerbPattern, WordId};
use crate::mention::MentionKind;
use crate::syntax::{Argument, ChunkKind, Form};

impl Reader<'_> {
    /// The noun group where the target of `pattern` stands, if everything it asks for is there.
    /// `object` is an object that stands elsewhere: the subject of a passive, an antecedent.
    pub(super) fn fit(&self, pattern: &VerbPattern, v: usize, object: Option<usize>, arguments: &[Argument]) -> Option<usize> {
        if object.is_none() && self.heavy(pattern, arguments) {
            return arguments[0].noun.map(|noun| noun as usize);
        }
        let mut fitting = Fitting { reader: self, pattern, v, arguments, next: 0, at: 0, object, taken: None, target: None };
        while let Some(step) = pattern.steps.get(fitting.next) {
            let fits = match step {
                Step::Infinitive => fitting.infinitive(),
                Step::Words(words) => fitting.words(words),
                Step::End => fitting.end(),
                Step::Through(_) => fitting.through(),
                Step::Target | Step::Nouns(_) | Step::Any => fitting.noun(step),
            };
            if let ControlFlow::Break(target) = fits {
                return target;
            }
        }
        fitting.target
    }
}

/// Goes on with the next step, or ends with the target, or without one where the pattern does not fit.
type Fits = ControlFlow<Option<usize>>;

/// What goes on where this is so.
fn only(fits: bool) -> Fits {
    if fits {
        ControlFlow::Continue(())
    } else {
        ControlFlow::Break(None)
    }
}

/// How far a pattern has been found to fit.
struct Fitting<'r, 'a> {
    reader: &'r Reader<'a>,
    pattern: &'r VerbPattern,
    /// The chunk of the verb.
    v: usize,
    arguments: &'r [Argument],
    /// The number of the next step.
    next: usize,
    /// The number of the next argument.
    at: usize,
    /// The object that stands elsewhere, until a step takes it.
    object: Option<usize>,
    /// It, once a step that asks for a thing has taken it.
    taken: Option<usize>,
    target: Option<usize>,
}

impl Fitting<'_, '_> {
    /// Takes the infinitive that must come next.
    fn infinitive(&mut self) -> Fits {
        self.next += 1;
        only(self.is_before_infinitive() == Some(true))
    }

    fn is_before_infinitive(&self) -> Option<bool> {
        let sentence = self.reader.sentence;
        let from = self.target.map_or(self.v, |target| target.max(self.v));
        // "told X that the decision to go was rash"
        let within = |k: &usize| sentence.chunks[*k].kind != ChunkKind::That;
        let next = (from + 1..sentence.chunks.len()).take_while(within).find(|&k| sentence.chunks[k].is_verb());
        // "refer X to the council" as well as "get X to act"
        let to = self.arguments.get(self.at).is_some_and(|a| self.reader.is_led_by(a, &["to"]));
        if !to && sentence.chunks[next?].verb()?.form != Form::Infinitive {
            return None;
        }
        // "told X of his plans to vote": the plans
        let planned = next.and_then(|k| sentence.previous(k)).filter(|&n| n > from && sentence.is(n, ChunkKind::Noun));
        Some(!planned.is_some_and(|n| sentence.head(n).flags & flag::AIM != 0 && sentence.is_owned(n)))
    }

    /// Takes one of these words, which must stand behind the target.
    fn words(&mut self, words: &[WordId]) -> Fits {
        self.next += 1;
        only(self.target.is_some_and(|target| self.has_word_behind(target, words)))
    }

    fn has_word_behind(&self, target: usize, words: &[WordId]) -> bool {
        let (reader, sentence) = (self.reader, self.reader.sentence);
        // "was called a fool": what is said of the subject stands behind the verb
        let before = self.is_passive() && target < self.v;
        let behind = reader.behind_commas(if before { self.v + 1 } else { sentence.coordination_end(target) });
        // "ordered two members of the party in the north jailed"
        let phrase = |k: usize| sentence.is(k, ChunkKind::Preposition) && sentence.is(k + 1, ChunkKind::Noun);
        let behind_phrase = || phrase(behind).then(|| sentence.coordination_end(behind + 1)).filter(|_| !before && !sentence.names(behind - 1));
        let behind_two = || behind_phrase().filter(|&k| phrase(k)).map(|k| sentence.coordination_end(k + 1));
        // "holds the inspectors of the ministry responsible"
        let of = || behind_phrase().filter(|_| reader.chunk_text(behind) == "of");
        reader.holds_word(self.v, behind, words)
            || of().is_some_and(|k| reader.holds_word(self.v, k, words))
            || behind_phrase().into_iter().chain(behind_two()).any(|k| reader.is_participle_of(k, words))
    }

    /// Makes sure that the target is a person, with nothing behind him that goes on to say something of him.
    fn end(&mut self) -> Fits {
        self.next += 1;
        only(self.target.is_some_and(|target| self.ends_with_person(target)))
    }

    fn ends_with_person(&self, target: usize) -> bool {
        let (reader, sentence) = (self.reader, self.reader.sentence);
        let person = || reader.described_with_clause(target).is_some_and(|actor| reader.kind(&actor) == MentionKind::Person);
        let next = sentence.next(self.v.max(sentence.coordination_end(target) - 1));
        let ends = || !next.is_some_and(|next| reader.goes_on(self.v, next));
        // "dismissed his chief of staff, Ann Lee"
        let apposed = || reader.apposed(target).is_some_and(|actor| reader.kind(&actor) == MentionKind::Person);
        (sentence.names_person(target) || person()) && ends() || apposed()
    }

    /// Takes the next object.
    fn noun(&mut self, step: &Step) -> Fits {
        if self.next == 0 && self.object.is_some() && !self.is_passive() && self.is_stranded(self.v + 1) {
            return ControlFlow::Break(None);
        }
        let noun = match self.object.take() {
            Some(noun) => {
                self.taken = Some(noun).filter(|_| matches!(step, Step::Nouns(_)));
                noun
            }
            None => {
                let object = self.arguments.get(self.at).filter(|a| a.is_object()).and_then(|a| a.noun);
                let Some(noun) = object else { return ControlFlow::Break(None) };
                self.at += 1;
                noun as usize
            }
        };
        // "discussed Libya with X", "discussed them with X": what is talked of can be anybody
        let somebody = || self.reader.sentence.names(noun) || matches!(self.reader.head_text(noun), "her" | "him" | "them");
        let talked_of = || self.class() == Class::Consult && somebody();
        let named = *step == Step::Any && (talked_of() || self.reader.is_taken_place(self.pattern, noun));
        if !named && !self.reader.wanted(Some(step), Some(noun as u32)) {
            return ControlFlow::Break(self.reader.shifted(self.pattern, self.next, noun, self.at, self.arguments));
        }
        if *step == Step::Target {
            self.target = Some(noun);
        }
        self.next += 1;
        ControlFlow::Continue(())
    }

    /// Takes a phrase: the prepositions that these steps ask for, and what they lead to.
    fn through(&mut self) -> Fits {
        let (reader, sentence) = (self.reader, self.reader.sentence);
        let steps = &self.pattern.steps[self.next..];
        let chain = steps.iter().take_while(|step| matches!(step, Step::Through(_))).count();
        let wants = steps.get(chain);
        // "lifted most of its sanctions on X": what is counted is the thing
        let before = self.at.checked_sub(1).and_then(|at| self.arguments[at].noun).map(|noun| noun as usize);
        let counted = before.and_then(|noun| reader.counted(noun));
        let found = self.phrase(chain, wants, counted).filter(|&found| !self.is_of_other(found));
        // "is one of X's supporters": what is counted has the possessor
        let owned = counted
            .filter(|_| self.is_behind_noun())
            .filter(|&noun| sentence.is_owned(noun) && sentence.chunks.get(noun + 1).is_none_or(|c| reader.unit_text(c.first as usize) != "of"))
            // "lifted most of its sanctions on X"
            .filter(|&noun| !reader.is_own(noun) || sentence.chunks.get(noun + 1).is_none_or(|c| !steps[0].is_through(sentence.units[c.first as usize].word)));
        let found = found.filter(|_| owned.is_none());
        // "talks between X and Y were brokered by Z": behind the thing itself
        let behind = self.taken.filter(|&n| found.is_none() && wants == Some(&Step::Target) && chain == 1 && reader.is_led_behind(self.v, n, &steps[0]));
        if let Some(thing) = behind {
            self.target = Some(thing + 2);
            self.next += 2;
            return ControlFlow::Continue(());
        }
        let noun = before.filter(|_| self.is_behind_noun());
        let Some(found) = found else {
            let noun = noun.or(self.taken.filter(|_| self.is_behind_noun()));
            return ControlFlow::Break(self.target_without_phrase(noun, owned));
        };
        if let Some(target) = noun.and_then(|noun| self.target_in_thing(noun, found, wants)) {
            return ControlFlow::Break(Some(target));
        }
        if self.is_of_another(found, wants) {
            return ControlFlow::Break(None);
        }
        // the thing that stands elsewhere is left to the next step
        let left = self.is_thing_before(chain, wants) && self.arguments[found].noun.is_none();
        self.at = found + 1;
        if wants == Some(&Step::Target) {
            self.target = self.arguments[found].noun.map(|noun| noun as usize).or_else(|| self.object.take());
            if self.target.is_none() {
                return ControlFlow::Break(None);
            }
        }
        self.next += chain + usize::from(!left && matches!(wants, Some(Step::Target | Step::Nouns(_) | Step::Any)));
        ControlFlow::Continue(())
    }

    /// The number of the argument that prepositions of the next steps lead to, of which the last may lead to what the step `wants` asks for.
    fn phrase(&self, chain: usize, wants: Option<&Step>, counted: Option<usize>) -> Option<usize> {
        let reader = self.reader;
        let rest = &self.arguments[self.at..];
        let steps = &self.pattern.steps[self.next..][..chain];
        let opens = self.next == 0;
        let thing = counted.filter(|&noun| reader.is_own(noun)).map(|noun| noun as u32);
        // "an appeal by X was dismissed by Y": Y dismissed it
        let agent = |a: &Argument| self.taken.is_some() && self.is_passive() && reader.is_led_by(a, &["by"]);
        // "was bailed out", "whom X called upon": the target stands before
        let stranded = |a: &Argument| self.object.is_some() && a.noun.is_none() && (wants == Some(&Step::Target) || self.is_thing_before(chain, wants));
        let of_noun = |a: &Argument| !self.is_behind_noun() && reader.belongs_to_noun(a, self.pattern.frame, opens && !std::ptr::eq(a, &rest[0]));
        // "cut $65 million in funding for X"
        let near = |a: &Argument| !opens && reader.reaches(rest, a) || counted.is_some_and(|noun| noun + 1 == a.through.0 as usize);
        let of_thing = |a: &Argument| !near(a) && reader.is_for_thing(a) || self.last() == Some(&Step::Any) && reader.is_described_thing(a);
        // "accepted an offer of talks from X"
        let matter = |a: &Argument, next: Option<&Argument>| {
            let thing = a.noun.is_some_and(|noun| reader.sentence.is_thing(noun as usize) && !reader.sentence.names(noun as usize) && !reader.sentence.is_owned(noun as usize));
            let from = |next: &Argument| reader.is_led_by(next, &["by", "from"]) && reader.leads(next, steps.iter());
            thing && wants == Some(&Step::Target) && self.is_behind_noun() && reader.is_led_by(a, &["of"]) && next.is_some_and(from)
        };
        let fits = |a: &Argument| {
            let asked = !agent(a) && (thing.is_none() || a.noun != thing) && reader.leads(a, steps.iter()) && (reader.wanted(wants, a.noun) || stranded(a));
            asked && !of_noun(a) && !of_thing(a)
        };
        let found = (0..rest.len()).find(|&k| fits(&rest[k]) && !(k == 0 && matter(&rest[0], rest.get(1))));
        found.map(|found| self.at + found)
    }

    /// Whether behind a thing the phrase of this number belongs to another noun, right before it.
    fn is_of_other(&self, found: usize) -> bool {
        let sentence = self.reader.sentence;
        let p = self.arguments[found].through.0 as usize;
        let event = |noun: usize| sentence.head(noun).mention == 0 && self.reader.noun_patterns(noun).any(|n| n.through.contains(&word::AGAINST));
        // "the statement was released by X after a forum on violence against Y"
        let against = || self.taken.is_some() && sentence.first(p).word == word::AGAINST && sentence.is(p - 1, ChunkKind::Noun) && event(p - 1);
        // "rejected a proposal on the fate of X"
        self.is_behind_noun() && found > self.at && (self.is_of(found) || against())
    }

    /// The target where no phrase leads to it, behind or in the thing `noun` or what is `owned`.
    fn target_without_phrase(&self, noun: Option<usize>, owned: Option<usize>) -> Option<usize> {
        let (reader, pattern) = (self.reader, self.pattern);
        // "the X-Y talks brokered by Z" for `broker talks between X`
        let pair = || self.taken.or(noun).filter(|&n| reader.frame_name(pattern.frame) == "broker" && !reader.pair_before(n).is_empty());
        let theirs = || noun.filter(|&noun| reader.is_faced(pattern, self.v, noun));
        let possessed = || reader.possessed_target(pattern, self.next, owned.or(noun)?);
        reader.compound_target(pattern, self.next, self.v, self.arguments).or_else(possessed).or_else(pair).or_else(theirs)
    }

    /// The target that stands in the thing `noun` although the phrase of this number would lead to one.
    fn target_in_thing(&self, noun: usize, found: usize, wants: Option<&Step>) -> Option<usize> {
        let reader = self.reader;
        if self.next != 1 || wants != Some(&Step::Target) {
            return None;
        }
        // "dismissed X's claim of victory" for `dismiss claim of X`, unlike "demanded X's release of papers"
        let matter = || self.class() != Class::Request && self.arguments[found].noun.is_some_and(|matter| reader.sentence.is_thing(matter as usize));
        let possessed = || reader.possessed_target(self.pattern, self.next, noun).filter(|_| self.is_of(found) && matter());
        // "gave X access to ports of Y"
        possessed().or_else(|| Some(noun).filter(|&noun| reader.is_access_of(noun)))
    }

    /// Whether the phrase of this number tells of something else than the pattern does.
    fn is_of_another(&self, found: usize, wants: Option<&Step>) -> bool {
        let reader = self.reader;
        let rest = &self.arguments[self.at..];
        let between = &self.arguments[self.at..found];
        let argument = &self.arguments[found];
        let led_by = |prepositions: &[&str]| reader.is_led_by(argument, prepositions);
        let opens = self.next == 0;
        // "banned cars, in line with guidance from X": the guidance is X's
        let guidance = || self.is_behind_noun() && !self.pattern.turned && led_by(&["from"]) && !reader.reaches(rest, argument);
        // "recalled cars after pressure from X": the pressure is X's
        let circumstance = |a: &Argument| reader.is_led_by(a, &["after", "amid", "before", "despite", "during", "following", "under"]);
        let pressure = || self.last() == Some(&Step::Any) && led_by(&["from"]) && between.last().is_some_and(circumstance);
        // "was joined in Berlin by X": where it was
        let scene = || opens && self.is_passive() && wants == Some(&Step::Target) && led_by(&["in"]);
        // "provided support to gunmen in X": who gets it is another
        let given = |a: &Argument| !a.is_object() && reader.chunk_text(a.through.0 as usize) == "to";
        let home = || self.is_behind_noun() && self.class() == Class::Aid && led_by(&["in"]) && between.iter().any(given);
        // an object between the verb and its preposition is another sense: "called a vote on Iran"
        let free = self.pattern.phrasal || !opens || self.object.is_some();
        let sense = || !free && between.iter().any(Argument::is_object);
        // "asked X for the release of Y", "appealed to X for the release of Y": X is asked
        let asked = |a: &Argument| (a.is_object() || reader.is_led_by(a, &["to"])) && a.noun.is_some_and(|noun| reader.is_headed(noun as usize));
        let request = || opens && self.class() == Class::Request && wants != Some(&Step::Target) && between.iter().any(asked);
        // "leads a study by X", unlike "leads X by ten points"
        let names = || argument.noun.is_some_and(|noun| reader.sentence.names(noun as usize));
        let author = || wants.is_none() && !opens && !self.is_passive() && reader.chunk_text(argument.through.0 as usize) == "by" && names();
        guidance() || pressure() || scene() || home() || sense() || request() || author()
    }

    /// "X's envoy was called in": whether the thing that the step behind a particle asks for stands elsewhere.
    fn is_thing_before(&self, chain: usize, wants: Option<&Step>) -> bool {
        let thing = self.next == 0 && chain == 1 && matches!(wants, Some(Step::Nouns(_)));
        thing && self.object.is_some_and(|noun| self.reader.wanted(wants, Some(noun as u32)))
    }

    /// "the assets that X seized on", "that X seized on during the show": whether the preposition at `p` has what stands elsewhere.
    fn is_stranded(&self, p: usize) -> bool {
        let sentence = self.reader.sentence;
        let leads = sentence.is(p, ChunkKind::Preposition) && matches!(self.reader.chunk_text(p), "about" | "at" | "for" | "from" | "into" | "on" | "over" | "with");
        leads && !sentence.is(p + 1, ChunkKind::Noun) && !sentence.is(p + 1, ChunkKind::Verb) && !sentence.is(p + 1, ChunkKind::Adjective)
    }

    /// The step that was taken last.
    fn last(&self) -> Option<&Step> {
        self.next.checked_sub(1).map(|last| &self.pattern.steps[last])
    }

    fn is_behind_noun(&self) -> bool {
        matches!(self.last(), Some(Step::Nouns(_)))
    }

    /// Whether "of" leads to the argument of this number.
    fn is_of(&self, argument: usize) -> bool {
        self.reader.sentence.first(self.arguments[argument].through.0 as usize).flags & flag::OF != 0
    }

    fn is_passive(&self) -> bool {
        self.reader.sentence.chunks[self.v].verb.passive
    }

    fn class(&self) -> Class {
        self.reader.class(self.pattern.frame)
    }
}
