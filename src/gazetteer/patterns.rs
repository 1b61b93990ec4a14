//! Patterns: what must stand around a word so that its frame is meant, and where the target is.

use once_cell::sync::OnceCell;
use serde::{Deserialize, Serialize};

use super::frames::{Class, Frame, Frames};
use super::words::{word, WordId};

/// One step of a verb pattern behind the verb.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Step {
    /// A preposition or particle, one of these.
    Through(Vec<WordId>),
    /// A noun phrase with one of these heads.
    Nouns(Vec<WordId>),
    /// Any noun phrase that names no actor of its own.
    Any,
    /// The target.
    Target,
    /// An infinitive must follow.
    Infinitive,
    /// One of these words must follow: `find X guilty`.
    Words(Vec<WordId>),
    /// The target is a person, and nothing may follow that says what he is: `call X` on the telephone, not `call X a liar`.
    End,
}

impl Step {
    /// Whether it asks for this preposition or particle, or for one of several that it is among.
    pub fn is_through(&self, word: WordId) -> bool {
        matches!(self, Step::Through(words) if words.contains(&word))
    }

    /// The words that it asks for.
    pub fn words(&self) -> &[WordId] {
        match self {
            Step::Through(words) | Step::Nouns(words) | Step::Words(words) => words,
            Step::Any | Step::Target | Step::Infinitive | Step::End => &[],
        }
    }
}

/// A verb with what must follow it.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct VerbPattern {
    pub frame: u32,
    /// More than one preposition or particle.
    pub phrasal: bool,
    /// The target is the head of its noun group: `address X` is not "address X's demands".
    pub head: bool,
    /// Two who do it need not do it with each other: "X and Y work".
    pub one_way: bool,
    /// The target acts: "received aid from X".
    pub turned: bool,
    /// The verb must be denied, which is part of what it means: "will not leave until X agrees".
    pub denied: bool,
    /// An adverb that must stand right behind the verb: "spoke highly of X".
    pub adverb: WordId,
    pub steps: Vec<Step>,
    /// As written, for explanations.
    pub text: String,
}

/// Which patterns a verb has, in the order in which they are tried: the more specific first.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(crate) struct VerbPatterns {
    /// Their places in the list of all: a line of several verbs is one pattern.
    patterns: Vec<u32>,
    /// Made when the verb is first met: few verbs of a language stand in a text.
    #[serde(skip)]
    index: OnceCell<Index>,
}

/// The patterns of one verb in the order in which they are tried.
#[derive(Clone, Copy)]
pub(crate) struct PatternsOf<'g> {
    pub frames: &'g Frames,
    pub verb: &'g VerbPatterns,
}

/// What a pattern is read for besides what stands behind its verb.
pub(crate) mod serves {
    /// Both sides do the same and can be one subject: "X and Y met".
    pub const BOTH: u8 = 1 << 0;
    /// Both do it with each other where both are the subject: `reach agreement with X`.
    pub const MUTUAL: u8 = 1 << 1;
    /// It asks the target for something.
    pub const REQUEST: u8 = 1 << 2;
    /// It accuses the target, who stands right behind the verb.
    pub const ACCUSE: u8 = 1 << 3;
}

impl VerbPatterns {
    /// Adds the last of all patterns: the most specific is tried first; of equals the one that was read first, or the user's `own`.
    pub fn add(&mut self, all: &[VerbPattern], own: bool) {
        let Some((pattern, _)) = all.split_last() else { return };
        let rank = specificity(pattern) + usize::from(own);
        let at = self.patterns.iter().position(|&p| specificity(&all[p as usize]) < rank).unwrap_or(self.patterns.len());
        self.patterns.insert(at, all.len() as u32 - 1);
        self.index = OnceCell::new();
    }
}

impl<'g> PatternsOf<'g> {
    pub fn iter(self) -> impl DoubleEndedIterator<Item = &'g VerbPattern> {
        self.verb.patterns.iter().map(move |&p| &self.frames.patterns[p as usize])
    }

    pub fn last(self) -> Option<&'g VerbPattern> {
        self.iter().next_back()
    }

    fn at(self, place: u32) -> &'g VerbPattern {
        &self.frames.patterns[self.verb.patterns[place as usize] as usize]
    }

    fn index(self) -> &'g Index {
        self.verb.index.get_or_init(|| Index::of(self))
    }

    /// The patterns that may fit the verb: to be told which prepositions and nouns stand behind it.
    pub fn fitting(self, object: bool) -> Fitting<'g> {
        let mut fitting = Fitting { patterns: self, index: self.index(), words: Sketch::default(), places: Vec::new() };
        fitting.add(WordId::NONE);
        if object {
            fitting.add(OBJECT);
        }
        fitting
    }

    /// The patterns that ask for this noun among others, each with its place in their order.
    pub fn asking(self, noun: WordId) -> impl Iterator<Item = (u32, &'g VerbPattern)> {
        self.index().places(noun).map(move |place| (place, self.at(place)))
    }

    /// The patterns that are read for `what`, of [`serves`].
    pub fn serving(self, what: u8) -> impl Iterator<Item = &'g VerbPattern> {
        let index = self.index();
        let some = if index.any & what == 0 { 0 } else { index.serves.len() };
        index.serves[..some].iter().zip(0..).filter(move |(serves, _)| *serves & what != 0).map(move |(_, place)| self.at(place))
    }
}

/// Which patterns of a verb may fit the words behind it; see [`PatternsOf::fitting`].
pub(crate) struct Fitting<'g> {
    patterns: PatternsOf<'g>,
    index: &'g Index,
    words: Sketch,
    places: Vec<u32>,
}

impl<'g> Fitting<'g> {
    /// A word stands behind the verb.
    pub fn add(&mut self, word: WordId) {
        self.words = self.words.with(word);
        self.places.extend(self.index.places(word));
    }

    /// The patterns in the order in which they are tried.
    pub fn patterns(mut self) -> impl Iterator<Item = &'g VerbPattern> {
        self.places.sort_unstable();
        self.places.dedup();
        let meets = move |place: &u32| self.index.needs[*place as usize].0.iter().all(|need| need.meets(self.words));
        self.places.into_iter().filter(meets).map(move |place| self.patterns.at(place))
    }
}

/// What is known of the patterns of a verb by their places in its order, so that those that cannot fit are never looked at.
#[derive(Clone, Debug)]
struct Index {
    /// A word that must stand behind the verb, or one of its like, and the place of a pattern that asks for it; in this order.
    by_word: Vec<(WordId, u32)>,
    needs: Vec<Needs>,
    /// What else each of them is read for, of [`serves`].
    serves: Vec<u8>,
    /// What any of them is read for.
    any: u8,
}

impl Index {
    fn of(patterns: PatternsOf<'_>) -> Index {
        let mut by_word: Vec<(WordId, u32)> = Vec::new();
        for (pattern, place) in patterns.iter().zip(0..) {
            by_word.extend(keys(&pattern.steps).map(|word| (word, place)));
        }
        by_word.sort_unstable();
        let serves: Vec<u8> = patterns.iter().map(|pattern| serves_for(pattern, &patterns.frames.frames[pattern.frame as usize])).collect();
        Index { by_word, needs: patterns.iter().map(|pattern| Needs::of(&pattern.steps)).collect(), any: serves.iter().fold(0, |any, serves| any | serves), serves }
    }

    fn places(&self, word: WordId) -> impl Iterator<Item = u32> + '_ {
        let from = self.by_word.partition_point(|&(other, _)| other < word);
        self.by_word[from..].iter().take_while(move |&&(other, _)| other == word).map(|&(_, place)| place)
    }
}

fn serves_for(pattern: &VerbPattern, &Frame { class, symmetric, .. }: &Frame) -> u8 {
    let through = match pattern.steps.as_slice() {
        // the second: "X and Y took part in a drill" for `take part in drill with X`
        [Step::Nouns(_), Step::Through(through), Step::Target] | [Step::Nouns(_), Step::Through(_), Step::Nouns(_), Step::Through(through), Step::Target] => through.as_slice(),
        // "X and Y discussed trade" for `discuss * with X`
        [Step::Any, Step::Through(through), Step::Target] if symmetric && class == Class::Consult => through.as_slice(),
        _ => &[],
    };
    // "X and Y are allies" for `be ally of X`
    let (with, of) = (through == [word::WITH], symmetric && through.contains(&word::OF));
    // two who broker a ceasefire do so together, not with each other
    // nor do two who sponsor a bill
    let mutual = !pattern.one_way && (of || with && (symmetric || matches!(class, Class::Agree | Class::Cooperate | Class::Retreat)));
    let set = |is: bool, what: u8| if is { what } else { 0 };
    set(symmetric && !pattern.one_way, serves::BOTH)
        | set(mutual, serves::MUTUAL)
        | set(class == Class::Request, serves::REQUEST)
        | set(class == Class::Accuse && pattern.steps.as_slice() == [Step::Target], serves::ACCUSE)
}

/// Words as a set that can hold others too: a bit for each hash of a word.
#[derive(Clone, Copy, Debug, Default)]
struct Sketch(u128);

impl Sketch {
    fn of(words: &[WordId]) -> Sketch {
        words.iter().fold(Sketch::default(), |sketch, &word| sketch.with(word))
    }

    fn with(self, word: WordId) -> Sketch {
        Sketch(self.0 | 1 << (word.0.wrapping_mul(0x9E37_79B1) >> 25))
    }

    /// Whether the two can share a word.
    fn meets(self, other: Sketch) -> bool {
        self.0 & other.0 != 0
    }
}

/// What stands for an object among the words that a pattern asks for; no word.
const OBJECT: WordId = WordId(u32::MAX);

/// The words that each step asks for which must be among those behind the verb.
fn asked(steps: &[Step]) -> impl DoubleEndedIterator<Item = &Step> + Clone {
    steps.iter().enumerate().filter_map(|(i, step)| {
        // "sent Ukraine arms" is "sent arms to Ukraine"
        let spared = i > 0 && matches!(steps[i - 1..], [Step::Any | Step::Nouns(_), Step::Through(_), Step::Target]);
        (matches!(step, Step::Nouns(_)) || matches!(step, Step::Through(_)) && !spared).then_some(step)
    })
}

/// What a pattern asks for besides words: an object, or nothing.
fn asked_else(steps: &[Step]) -> WordId {
    if matches!(steps.first(), Some(Step::Target | Step::Any | Step::Nouns(_))) {
        OBJECT
    } else {
        WordId::NONE
    }
}

/// The words of which one must stand behind the verb: nouns, else the first prepositions, which are more frequent.
fn keys(steps: &[Step]) -> impl Iterator<Item = WordId> + '_ {
    let nouns = asked(steps).filter(|step| matches!(step, Step::Nouns(_)));
    let first = asked(steps).next().filter(|_| nouns.clone().next().is_none());
    let words = nouns.chain(first).flat_map(|step| step.words().iter().copied());
    words.chain(asked(steps).next().is_none().then(|| asked_else(steps)))
}

/// What must be among the words behind the verb: for each of two steps one of its words, or [`OBJECT`], or [`WordId::NONE`], which is always there.
#[derive(Clone, Copy, Debug)]
struct Needs([Sketch; 2]);

impl Needs {
    /// The first and the last step that ask for words, else for an object.
    fn of(steps: &[Step]) -> Needs {
        let mut asking = asked(steps).map(|step| Sketch::of(step.words()));
        let other = Sketch::of(&[asked_else(steps)]);
        let first = asking.next().unwrap_or(other);
        Needs([first, asking.next_back().unwrap_or(other)])
    }
}

/// An event noun with the prepositions that lead to its target.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct NounPattern {
    pub frame: u32,
    /// Words that must stand before the noun: `trade` of `trade war`.
    pub before: Vec<WordId>,
    pub through: Vec<WordId>,
    pub possessor_target: bool,
    pub no_possessor: bool,
    /// The noun names who acts: `critic of X`.
    pub agent: bool,
    pub text: String,
}

/// A predicative adjective or phrase: `critical of X`, `at war with X`.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct AdjectivePattern {
    pub frame: u32,
    /// It says what somebody does something for: "left in protest at X".
    pub clause: bool,
    pub words: Vec<WordId>,
    pub through: Vec<WordId>,
    pub text: String,
}

/// More and narrower steps first: `strike deal with X` before `strike X`; of equals the one whose verb must be denied.
fn specificity(pattern: &VerbPattern) -> usize {
    let steps = pattern.steps.iter();
    let narrow: usize = steps
        .map(|step| match step {
            Step::Nouns(_) => 8,
            Step::Through(_) | Step::Infinitive | Step::Words(_) | Step::End => 3,
            Step::Any => 2,
            Step::Target => 1,
        })
        .sum();
    narrow + usize::from(pattern.denied)
}
