//! Floor 5: chunks and mentions to relations.

mod acted_on;
mod actor;
mod asked;
mod attribution;
mod circumstance;
mod condition;
mod context;
mod described;
mod elsewhere;
mod emit;
mod factuality;
mod fit;
mod governing;
mod group;
mod judged;
mod mutual;
mod nominal;
mod owner;
mod phrases;
mod pronoun;
mod source;
mod standing;
mod told;
mod verbal;

pub(crate) use actor::Side;
pub(crate) use circumstance::Circumstances;
pub use circumstance::Tense;

use std::cell::Cell;

use serde::{Deserialize, Serialize};

use crate::date::{Date, Period};
use crate::gazetteer::{flag, Class, Entity, IntMap, NounPattern, Tag, WordId};
use crate::mention::{self, EntityRef, FoundBy, MentionKind, Mentions, View};
use crate::syntax::{Argument, Sentence, Unit};

/// Whether the text says that the event happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum Modality {
    /// It happened, or the text denies that it did.
    Asserted,
    /// It is possible, wished, planned, alleged or conditional.
    Hypothetical,
    /// It is to happen.
    Future,
}

/// Tokens, half open.
pub(crate) type Range = (u32, u32);

/// Who acts or is acted on.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Actor {
    pub tokens: Range,
    /// The number of its mention; `None` for a role.
    pub mention: Option<u32>,
    pub by: FoundBy,
}

/// Which construction was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Rule {
    Active,
    Passive,
    Relative,
    Nominal,
    LightVerb,
    Adjective,
    Compound,
    Reciprocal,
}

impl Rule {
    pub fn name(self) -> &'static str {
        match self {
            Rule::Active => "active",
            Rule::Passive => "passive",
            Rule::Relative => "relative",
            Rule::Nominal => "nominal",
            Rule::LightVerb => "light-verb",
            Rule::Adjective => "adjective",
            Rule::Compound => "compound",
            Rule::Reciprocal => "reciprocal",
        }
    }
}

/// One relation in terms of tokens and mention numbers.
#[derive(Clone, Debug)]
pub(crate) struct Found {
    pub subject: Actor,
    pub object: Actor,
    pub frame: u32,
    pub class: Class,
    pub trigger: Range,
    pub negated: bool,
    pub modality: Modality,
    /// Who says so, and the word of saying.
    pub attribution: Option<(Actor, Range)>,
    pub rule: Rule,
    /// The pattern as the data file has it.
    pub pattern: String,
    pub around: Circumstances,
    /// Where the document tells of the same event again.
    pub again: Vec<Found>,
}

impl Found {
    /// When it is, as far as that is known on the day of writing.
    pub fn period(&self, written: Option<Date>) -> Option<Period> {
        self.around.date?.1.resolve(written, self.around.tense == Some(Tense::Future))
    }

    /// Whether it and `other` are at different times.
    fn differs(&self, other: &Found, written: Option<Date>) -> bool {
        self.period(written).zip(other.period(written)).is_some_and(|(a, b)| a.differs(b))
    }
}

/// An event of one pair is told apart at so many times.
const TIMES: u32 = 32;

/// So many sentences are analysed before their relations are read.
const TOGETHER: usize = 64;

/// Reads relations; its buffers are reused.
#[derive(Default)]
pub(crate) struct Relations {
    pub found: Vec<Found>,
    sentences: Vec<Sentence>,
    arguments: Vec<Argument>,
}

/// One sentence with everything that is known of it.
pub(crate) struct Reader<'a> {
    pub view: &'a View<'a>,
    pub mentions: &'a Mentions,
    pub sentence: &'a Sentence,
    pub roles: bool,
    /// How many pronouns are being understood by one another.
    depth: Cell<u8>,
}

impl<'a> Reader<'a> {
    pub fn new(view: &'a View<'a>, mentions: &'a Mentions, sentence: &'a Sentence, roles: bool) -> Reader<'a> {
        Reader { view, mentions, sentence, roles, depth: Cell::new(0) }
    }
}

impl Relations {
    /// Reads all relations of a document, in the order of their triggers.
    ///
    /// First many sentences are analysed, then all their relations read: the code of either step is large, and stays near the processor so.
    pub fn read(&mut self, view: &View<'_>, mentions: &mut Mentions, roles: bool) {
        self.found.clear();
        let mut before = 0;
        let mut analysed = 0;
        for &(first, end) in &view.document.sentences {
            let named = mentions.found[before..].iter().take_while(|mention| mention.first < end).count();
            before += named;
            if !is_candidate(view, mentions, (first, end), &mentions.found[before - named..before], roles) || !mentions.may_relate(view, first, end) {
                continue;
            }
            self.analyse(analysed, view, mentions, first, end);
            analysed += 1;
            if analysed == TOGETHER {
                self.relate(view, mentions, roles, analysed);
                analysed = 0;
            }
        }
        self.relate(view, mentions, roles, analysed);
        self.merge(view, mentions);
    }

    /// Reads the relations of the first so many of the analysed sentences.
    fn relate(&mut self, view: &View<'_>, mentions: &Mentions, roles: bool, analysed: usize) {
        for sentence in &self.sentences[..analysed] {
            let reader = Reader::new(view, mentions, sentence, roles);
            let from = self.found.len();
            for chunk in (0..sentence.chunks.len()).filter(|&chunk| sentence.may_trigger(chunk)) {
                reader.verbal(chunk, &mut self.arguments, &mut self.found);
                reader.nominal(chunk, &mut self.arguments, &mut self.found);
            }
            for found in &mut self.found[from..] {
                found.around = reader.circumstances(found);
                // "a June 12 summit", written in May
                let to_come = view.date.is_some_and(|written| found.period(view.date).is_some_and(|period| period.is_behind(written)));
                if to_come && found.modality == Modality::Asserted && found.around.tense != Some(Tense::Past) {
                    found.modality = Modality::Future;
                }
            }
            self.found[from..].sort_by_key(|f| (f.trigger, f.subject.tokens, f.object.tokens));
        }
    }

    /// The chunks of one sentence, for explanations.
    pub fn analysis(&mut self, view: &View<'_>, mentions: &mut Mentions, first: u32, end: u32) -> &Sentence {
        self.analyse(0, view, mentions, first, end);
        &self.sentences[0]
    }

    /// Analyses a sentence into the buffer of this number.
    fn analyse(&mut self, number: usize, view: &View<'_>, mentions: &Mentions, first: u32, end: u32) {
        if number == self.sentences.len() {
            self.sentences.push(Sentence::default());
        }
        self.sentences[number].read(view, mentions, first, end);
    }

    /// One relation per event: what a document tells twice stays once, with both places. At different times it is not the same.
    fn merge(&mut self, view: &View<'_>, mentions: &Mentions) {
        if self.found.len() < 2 {
            return;
        }
        let mut kept: Vec<Found> = Vec::with_capacity(self.found.len());
        // what the text puts at another time goes under the next number
        let mut seen: IntMap<_, usize> = IntMap::default();
        let key = |actor: &Actor| match actor.mention {
            Some(m) => (Some(mentions.found[m as usize].entity), (0, 0)),
            None => (None, actor.tokens),
        };
        for mut found in self.found.drain(..) {
            let event = |number: u32| (key(&found.subject), key(&found.object), found.frame, found.negated, number);
            let mut number = 0;
            let mut same = seen.get(&event(number));
            while number < TIMES && same.is_some_and(|&at| kept[at].differs(&found, view.date)) {
                number += 1;
                same = seen.get(&event(number));
            }
            match same {
                Some(&at) => {
                    let first: &mut Found = &mut kept[at];
                    // what is told as a fact anywhere in the document is one
                    if first.modality != Modality::Asserted && found.modality == Modality::Asserted {
                        std::mem::swap(first, &mut found);
                        first.again = std::mem::take(&mut found.again);
                    }
                    if first.trigger != found.trigger {
                        first.again.push(found);
                    }
                }
                None => {
                    seen.insert(event(number), kept.len());
                    kept.push(found);
                }
            }
        }
        self.found = kept;
    }
}

/// Whether these words end the units before a noun: "strong ties", and "strong bilateral ties", where only adjectives stand between.
fn stand_at_end(units: &[Unit], words: &[WordId]) -> bool {
    let end = units.iter().rev().map(|unit| unit.word).take(words.len());
    end.eq(words.iter().rev().copied()) || matches!(units, [rest @ .., last] if last.mention == 0 && last.tag == Tag::Adjective && stand_at_end(rest, words))
}

/// Whether a sentence, which names these, may hold a second actor.
fn is_candidate(view: &View<'_>, mentions: &Mentions, (first, end): Range, named: &[mention::Found], roles: bool) -> bool {
    let several = named.iter().any(|one| one.entity != named[0].entity);
    if several || (roles && !named.is_empty()) {
        return true;
    }
    if roles && (first..end).any(|i| mentions.has(i, flag::ANAPHOR) || view.gazetteer.words.get(mentions.lower(view, i)).has(flag::AGENT)) {
        return true;
    }
    let they = |i: u32| mention::several(mentions, view, i).is_some_and(|(all, _)| all.len() > 1 || named.iter().any(|one| one.entity != mentions.found[all[0] as usize].entity));
    if !named.is_empty() && is_spoken_by_another(view, mentions, (first, end), named) {
        return true;
    }
    if !named.is_empty() && mentions.found[0].first < first && judged::is_judgement(view, mentions, (first, end)) {
        return true;
    }
    !mentions.found.is_empty() && ((first..end.min(first + mention::FRONT + 1)).any(they) || refers_to_another(view, mentions, (first, end), named.first().map(|one| one.entity)))
}

/// Whether a pronoun of the first person stands for another than those whom its sentence names.
fn is_spoken_by_another(view: &View<'_>, mentions: &Mentions, (first, end): Range, named: &[mention::Found]) -> bool {
    if !mention::speaks(mentions) && view.document.landmarks.quotes.is_empty() {
        return false;
    }
    let another = |speaker: u32| named.iter().all(|one| one.entity != mentions.found[speaker as usize].entity);
    let first_person = |&i: &u32| {
        let token = view.document.tokens[i as usize];
        // the longest is "our"
        token.end - token.start <= 3 && mention::is_one(token.text(view.text)).is_some()
    };
    let mut pronouns = (first..end).filter(first_person).peekable();
    let quoted = pronouns.peek().and_then(|&i| mention::quoted(mentions, view, i));
    let mut spoken = pronouns.filter_map(|i| mention::first_person(mentions, view, i));
    quoted.is_some_and(|quoted| another(quoted.by)) || mention::speaks(mentions) && spoken.any(another)
}

/// So many anaphors of one sentence are asked whom they stand for.
const ASKED: usize = 16;

/// Whether an anaphor of a sentence can stand for another than the one whom it names, or two of them for two: "He thanked him".
fn refers_to_another(view: &View<'_>, mentions: &Mentions, (first, end): Range, mut one: Option<EntityRef>) -> bool {
    let anaphors = (first..end).filter(|&i| mentions.has(i, flag::ANAPHOR) && mentions.at[i as usize] == 0);
    let another = |i: u32, one: EntityRef| {
        let text = view.document.tokens[i as usize].text(view.text);
        matches!(text, "him" | "her") && mention::antecedent_apart_from(mentions, view, i, text, one).is_some()
    };
    let mut refers = |i: u32| mention::referent(mentions, view, i).is_some_and(|other| *one.get_or_insert(other) != other || another(i, other));
    anaphors.enumerate().any(|(asked, i)| asked >= ASKED || refers(i))
}

impl Reader<'_> {
    /// The text of a unit's first token.
    pub fn unit_text(&self, unit: usize) -> &str {
        self.text_of(&self.sentence.units[unit])
    }

    /// The same of the unit itself.
    pub fn text_of(&self, unit: &Unit) -> &str {
        self.view.document.tokens[unit.first as usize].text(self.view.text)
    }

    /// Whether one of these prepositions, and no other, leads to an argument.
    pub fn is_led_by(&self, argument: &Argument, prepositions: &[&str]) -> bool {
        argument.through.1 == argument.through.0 + 1 && prepositions.contains(&self.chunk_text(argument.through.0 as usize))
    }

    /// The text of a chunk's first token; empty where there is no such chunk.
    pub fn chunk_text(&self, chunk: usize) -> &str {
        self.sentence.chunks.get(chunk).map_or("", |c| self.unit_text(c.first as usize))
    }

    /// The text of the head of a chunk.
    pub fn head_text(&self, chunk: usize) -> &str {
        self.text_of(self.sentence.head(chunk))
    }

    /// The patterns that read the head of the noun group at `n` as an event: of the word as it stands, else of its singular; with the words before it that they ask for.
    pub fn noun_patterns(&self, n: usize) -> impl Iterator<Item = &NounPattern> {
        let chunk = self.sentence.chunks[n];
        let before = &self.sentence.units[chunk.first as usize..chunk.head as usize];
        let fits = |pattern: &&NounPattern| stand_at_end(before, &pattern.before);
        self.noun_senses(&self.sentence.units[chunk.head as usize]).iter().filter(fits)
    }

    /// The patterns that read a noun as an event, whatever words they ask for before it.
    pub fn noun_senses(&self, noun: &Unit) -> &[NounPattern] {
        let nouns = &self.view.gazetteer.frames.nouns;
        nouns.get(&noun.word).or_else(|| nouns.get(&noun.singular)).map_or(&[], Vec::as_slice)
    }

    /// The class of a frame.
    pub fn class(&self, frame: u32) -> Class {
        self.view.gazetteer.frames.frames[frame as usize].class
    }

    /// The tokens of a chunk.
    pub fn tokens(&self, chunk: usize) -> Range {
        let chunk = &self.sentence.chunks[chunk];
        (self.sentence.units[chunk.first as usize].first, self.sentence.units[chunk.end as usize - 1].end)
    }

    /// The tokens of a chunk's head.
    pub fn head_tokens(&self, chunk: usize) -> Range {
        let head = self.sentence.head(chunk);
        (head.first, head.end)
    }

    pub fn same(&self, a: &Actor, b: &Actor) -> bool {
        // "They" are several
        let several = a.tokens == b.tokens && a.by == FoundBy::Pronoun && b.by == FoundBy::Pronoun;
        let overlap = a.tokens.0 < b.tokens.1 && b.tokens.0 < a.tokens.1 && !several;
        overlap || (self.entity(a).is_some() && self.entity(a) == self.entity(b))
    }

    /// Whom an actor that is no role names.
    pub fn entity(&self, actor: &Actor) -> Option<EntityRef> {
        actor.mention.map(|m| self.mentions.found[m as usize].entity)
    }

    /// The entity of the lists that an actor is.
    pub fn listed(&self, actor: &Actor) -> Option<&Entity> {
        self.entity(actor)?.entity(self.view.gazetteer)
    }

    pub fn kind(&self, actor: &Actor) -> MentionKind {
        actor.mention.map_or(MentionKind::Role, |m| self.mentions.found[m as usize].kind)
    }
}
