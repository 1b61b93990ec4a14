//! Patterns: what must stand around a word so that its frame is meant, and where the target is.

use serde::{Deserialize, Serialize};

use super::frames::{Class, Frame};
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
    /// What each of them needs, side by side, so that most are passed over at a glance.
    needs: Vec<Needs>,
    /// What else each of them is read for, of [`serves`].
    serves: Vec<u8>,
    /// The words of all nouns that they ask for.
    nouns: Sketch,
    /// What any of them is read for.
    any: u8,
}

/// The patterns of one verb in the order in which they are tried.
#[derive(Clone, Copy)]
pub(crate) struct PatternsOf<'g> {
    pub all: &'g [VerbPattern],
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
    pub fn add(&mut self, all: &[VerbPattern], frame: &Frame, own: bool) {
        let Some((pattern, _)) = all.split_last() else { return };
        let rank = specificity(pattern) + usize::from(own);
        let at = self.patterns.iter().position(|&p| specificity(&all[p as usize]) < rank).unwrap_or(self.patterns.len());
        let nouns = pattern.steps.iter().filter_map(|step| if let Step::Nouns(words) = step { Some(Sketch::of(words)) } else { None });
        self.nouns = nouns.fold(self.nouns, Sketch::or);
        let serves = serves_for(pattern, frame);
        self.any |= serves;
        self.serves.insert(at, serves);
        self.needs.insert(at, Needs::of(&pattern.steps));
        self.patterns.insert(at, all.len() as u32 - 1);
    }
}

impl<'g> PatternsOf<'g> {
    pub fn iter(self) -> impl DoubleEndedIterator<Item = &'g VerbPattern> {
        self.verb.patterns.iter().map(move |&p| &self.all[p as usize])
    }

    pub fn last(self) -> Option<&'g VerbPattern> {
        self.iter().next_back()
    }

    /// The patterns that may fit a verb with these prepositions and nouns behind it, and an object or none.
    pub fn fitting(self, words: Sketch, object: bool) -> impl Iterator<Item = &'g VerbPattern> {
        let words = words.with(if object { OBJECT } else { WordId::NONE }).with(WordId::NONE);
        let meets = move |needs: &Needs| needs.0.iter().all(|need| need.meets(words));
        self.verb.needs.iter().zip(&self.verb.patterns).filter(move |(needs, _)| meets(needs)).map(move |(_, &p)| &self.all[p as usize])
    }

    /// Whether one may ask for one of these nouns.
    pub fn may_name(self, nouns: Sketch) -> bool {
        self.verb.nouns.meets(nouns)
    }

    /// The patterns that are read for `what`, of [`serves`].
    pub fn serving(self, what: u8) -> impl Iterator<Item = &'g VerbPattern> {
        let some = if self.verb.any & what == 0 { 0 } else { self.verb.patterns.len() };
        self.verb.serves[..some].iter().zip(&self.verb.patterns).filter(move |(serves, _)| *serves & what != 0).map(move |(_, &p)| &self.all[p as usize])
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
#[derive(Clone, Copy, Debug, Default, Serialize, Deserialize)]
pub(crate) struct Sketch(u128);

impl Sketch {
    pub fn of(words: &[WordId]) -> Sketch {
        words.iter().fold(Sketch::default(), |sketch, &word| sketch.with(word))
    }

    pub fn with(self, word: WordId) -> Sketch {
        Sketch(self.0 | 1 << (word.0.wrapping_mul(0x9E37_79B1) >> 25))
    }

    fn or(self, other: Sketch) -> Sketch {
        Sketch(self.0 | other.0)
    }

    /// Whether the two can share a word.
    pub fn meets(self, other: Sketch) -> bool {
        self.0 & other.0 != 0
    }
}

/// What [`Needs`] has where there must be an object; no word.
const OBJECT: WordId = WordId(u32::MAX);

/// What must be among the words behind the verb: for each of two steps one of its words, or [`OBJECT`], or [`WordId::NONE`], which is always there.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
struct Needs([Sketch; 2]);

impl Needs {
    /// The first and the last step that ask for words, else for an object.
    fn of(steps: &[Step]) -> Needs {
        let mut asking = steps.iter().enumerate().filter_map(|(i, step)| {
            // "sent Ukraine arms" is "sent arms to Ukraine"
            let spared = i > 0 && matches!(steps[i - 1..], [Step::Any | Step::Nouns(_), Step::Through(_), Step::Target]);
            match step {
                Step::Nouns(words) => Some(Sketch::of(words)),
                Step::Through(words) if !spared => Some(Sketch::of(words)),
                _ => None,
            }
        });
        let object = matches!(steps.first(), Some(Step::Target | Step::Any | Step::Nouns(_)));
        let else_asked = Sketch::of(&[if object { OBJECT } else { WordId::NONE }]);
        let first = asking.next().unwrap_or(else_asked);
        Needs([first, asking.next_back().unwrap_or(else_asked)])
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
