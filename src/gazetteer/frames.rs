//! Frames: which verbs, nouns and adjectives express a relation, and where its target stands.

use serde::{Deserialize, Serialize};

use super::words::{flag, IntMap, Tag, WordId, Words};
use crate::error::Error;
use crate::records::{self, Field, Record};

/// The class of a relation: a PLOVER event type, or `Other` for any other directed interaction.
///
/// See Halterman et al., "PLOVER and POLECAT" (2023); the CAMEO roots are in brackets in the design of that ontology.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
#[non_exhaustive]
#[allow(missing_docs)]
pub enum Class {
    Agree,
    Consult,
    Support,
    Cooperate,
    Aid,
    Concede,
    Retreat,
    Request,
    Accuse,
    Reject,
    Threaten,
    Protest,
    Sanction,
    Mobilize,
    Coerce,
    Assault,
    Other,
}

impl Class {
    /// Every class, in the order of the ontology, `Other` last.
    pub const ALL: [Class; 17] = [
        Class::Agree,
        Class::Consult,
        Class::Support,
        Class::Cooperate,
        Class::Aid,
        Class::Concede,
        Class::Retreat,
        Class::Request,
        Class::Accuse,
        Class::Reject,
        Class::Threaten,
        Class::Protest,
        Class::Sanction,
        Class::Mobilize,
        Class::Coerce,
        Class::Assault,
        Class::Other,
    ];

    /// Its name in capitals: `REQUEST`.
    ///
    /// ```
    /// assert_eq!(demarche::Class::Request.name(), "REQUEST");
    /// ```
    pub fn name(self) -> &'static str {
        match self {
            Class::Agree => "AGREE",
            Class::Consult => "CONSULT",
            Class::Support => "SUPPORT",
            Class::Cooperate => "COOPERATE",
            Class::Aid => "AID",
            Class::Concede => "CONCEDE",
            Class::Retreat => "RETREAT",
            Class::Request => "REQUEST",
            Class::Accuse => "ACCUSE",
            Class::Reject => "REJECT",
            Class::Threaten => "THREATEN",
            Class::Protest => "PROTEST",
            Class::Sanction => "SANCTION",
            Class::Mobilize => "MOBILIZE",
            Class::Coerce => "COERCE",
            Class::Assault => "ASSAULT",
            Class::Other => "OTHER",
        }
    }

    fn named(name: &str) -> Option<Class> {
        Class::ALL.into_iter().find(|class| class.name() == name)
    }
}

/// What a complement-taking verb says of the event inside its complement (the implicative signatures of FactBank).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Inner {
    /// Nothing is said of it.
    Silent,
    /// The outer verb decides the class: `refuse to meet`.
    Outer,
    Asserted,
    Negated,
    Future,
    Hypothetical,
}

/// What the lists say of a verb besides its frames.
#[derive(Clone, Copy, Debug, Default, Serialize, Deserialize)]
pub(crate) struct Complements {
    pub infinitive: Option<Inner>,
    pub object_infinitive: Option<Inner>,
    pub gerund: Option<Inner>,
    /// The relation that `infinitive outer` gives where the word has no frame: `willing to` is `agree`.
    pub counts_as: Option<WordId>,
    /// Its clause is what someone says (`Asserted`) or only thinks (`Hypothetical`).
    pub content: Option<Inner>,
}

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
    needs: Needs,
    pub steps: Vec<Step>,
    /// As written, for explanations.
    pub text: String,
}

/// Words as a set that can hold others too: a bit for each hash of a word.
#[derive(Clone, Copy, Debug, Default, Serialize, Deserialize)]
pub(crate) struct Sketch(u64);

impl Sketch {
    pub fn of(words: &[WordId]) -> Sketch {
        words.iter().fold(Sketch::default(), |sketch, &word| sketch.with(word))
    }

    pub fn with(self, word: WordId) -> Sketch {
        Sketch(self.0 | 1 << (word.0.wrapping_mul(0x9E37_79B1) >> 26))
    }

    /// Whether the two can share a word.
    pub fn meets(self, other: Sketch) -> bool {
        self.0 & other.0 != 0
    }
}

/// What must be among the words behind the verb, so that most patterns are passed over at a glance: for each of two steps one of its words.
#[derive(Clone, Copy, Debug, Default, Serialize, Deserialize)]
struct Needs {
    steps: [Option<Sketch>; 2],
    /// The words of all nouns.
    nouns: Sketch,
}

impl Needs {
    fn of(steps: &[Step]) -> Needs {
        let mut needs = Needs::default();
        for (i, step) in steps.iter().enumerate() {
            // "sent Ukraine arms" is "sent arms to Ukraine"
            let spared = i > 0 && matches!(steps[i - 1..], [Step::Any | Step::Nouns(_), Step::Through(_), Step::Target]);
            let sketch = match step {
                Step::Nouns(words) => {
                    needs.nouns.0 |= Sketch::of(words).0;
                    Sketch::of(words)
                }
                Step::Through(words) if !spared => Sketch::of(words),
                _ => continue,
            };
            let place = usize::from(needs.steps[0].is_some());
            needs.steps[place] = Some(sketch);
        }
        needs
    }
}

impl VerbPattern {
    fn new(frame: u32, steps: Vec<Step>, text: &str) -> VerbPattern {
        let phrasal = steps.iter().filter(|step| matches!(step, Step::Through(_))).count() > 1;
        VerbPattern { frame, phrasal, head: false, one_way: false, needs: Needs::of(&steps), steps, text: text.to_owned() }
    }

    /// Whether the pattern may fit a verb that has these prepositions and nouns behind it.
    pub fn may_fit(&self, words: Sketch) -> bool {
        self.needs.steps.iter().flatten().all(|need| need.meets(words))
    }

    /// Whether it may ask for one of these nouns.
    pub fn may_name(&self, nouns: Sketch) -> bool {
        self.needs.nouns.meets(nouns)
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

/// One relation.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Frame {
    pub name: String,
    pub class: Class,
    pub cameo: Option<String>,
    pub symmetric: bool,
    /// In a passive without an agent the country behind "in" or "from" acts: "was arrested in Kenya".
    pub by_country: bool,
    /// The class where both sides are persons: "Trump attacked Merkel" with words.
    pub persons: Option<Class>,
}

/// A sentence that a frame carries, with the triples that it must give; none: it must stay silent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Example {
    pub file: String,
    pub line: u32,
    pub sentence: String,
    pub triples: Vec<String>,
}

/// All frames, found by their trigger words.
#[derive(Default, Serialize, Deserialize)]
pub(crate) struct Frames {
    pub frames: Vec<Frame>,
    pub verbs: IntMap<WordId, Vec<VerbPattern>>,
    pub nouns: IntMap<WordId, Vec<NounPattern>>,
    pub adjectives: IntMap<WordId, Vec<AdjectivePattern>>,
    pub complements: IntMap<WordId, Complements>,
    /// Whether the frames are the user's, read behind the embedded ones: they are tried first.
    #[serde(skip)]
    pub own: bool,
}

const KEYS: [&str; 13] = ["adjective", "by-country", "cameo", "class", "gerund", "infinitive", "no", "noun", "object-infinitive", "persons", "symmetric", "verb", "yes"];

impl Frames {
    /// Adds the frames of a file.
    pub fn read(&mut self, words: &mut Words, file: &str, text: &str) -> Result<(), Error> {
        for record in records::read(file, text)? {
            self.add(words, file, &record)?;
        }
        Ok(())
    }

    /// Marks every word that some frame is found by, in all its forms, the words that have patterns, and every verb of saying.
    pub fn mark_triggers(&self, words: &mut Words) {
        for (ids, flag) in [(self.verbs.keys().collect::<Vec<_>>(), flag::VERB_FRAME), (self.adjectives.keys().collect(), flag::ADJECTIVE_FRAME)] {
            ids.into_iter().for_each(|&id| words.get_mut(id).flags |= flag);
        }
        for (&verb, _) in self.complements.iter().filter(|(_, complements)| complements.content.is_some()) {
            words.get_mut(verb).flags |= flag::REPORTS;
        }
        for pattern in self.adjectives.values().flatten() {
            // of "at war with X" the last word tells
            if let Some(&last) = pattern.words.last() {
                words.get_mut(last).flags |= flag::TRIGGER;
            }
        }
        let single = |id: &WordId| self.adjectives.get(id).is_some_and(|patterns| patterns.iter().any(|p| p.words.is_empty()));
        let takes_over = |id: &WordId| self.complements.get(id).is_some_and(|c| c.infinitive == Some(Inner::Outer) || c.counts_as.is_some());
        for id in (1..words.len()).map(WordId) {
            let word = *words.get(id);
            let verb = [id, word.verb].iter().any(|id| self.verbs.contains_key(id) || takes_over(id));
            let noun = self.nouns.contains_key(&id) || self.nouns.contains_key(&word.noun);
            if noun {
                words.get_mut(id).flags |= flag::NOUN_FRAME;
            }
            if verb || noun || single(&id) {
                words.get_mut(id).flags |= flag::TRIGGER;
                let parts: Vec<String> = words.text(id).split('-').skip(1).map(str::to_owned).collect();
                for part in parts {
                    words.mark(&part, flag::TRIGGER);
                }
            }
        }
    }

    fn add(&mut self, words: &mut Words, file: &str, record: &Record<'_>) -> Result<(), Error> {
        let index = self.frames.len() as u32;
        let class = record.fields.iter().find(|f| f.key == "class");
        let class = class.ok_or_else(|| Error::data(file, record.line, format!("'{}' needs a line 'class', such as 'class SUPPORT'", record.name)))?;
        let mut frame = Frame { name: record.name.to_owned(), class: class_of(file, class)?, cameo: None, symmetric: false, by_country: false, persons: None };
        let mut complements = Complements::default();
        let mut bases = Vec::new();
        for field in &record.fields {
            match field.key {
                "class" => {}
                "cameo" => frame.cameo = Some(field.value.to_owned()),
                "by-country" => frame.by_country = true,
                "persons" => frame.persons = Some(class_of(file, field)?),
                "symmetric" => frame.symmetric = true,
                "verb" => bases.extend(self.verb(words, file, field, index)?),
                "noun" => self.noun(words, file, field, index)?,
                "adjective" => self.adjective(words, file, field, index)?,
                "infinitive" => complements.infinitive = Some(inner(file, field)?),
                "object-infinitive" => complements.object_infinitive = Some(inner(file, field)?),
                "gerund" => complements.gerund = Some(inner(file, field)?),
                "yes" | "no" => drop(example(file, field)?),
                _ => return Err(field.unknown_key(file, &KEYS)),
            }
        }
        self.frames.push(frame);
        if bases.is_empty() {
            bases.push(words.add(record.name.split(' ').next().unwrap_or(record.name)));
        }
        for base in bases {
            self.complement(base, complements);
        }
        Ok(())
    }

    /// Adds what `complements` says to what is known of the verb; what is known stays.
    pub fn complement(&mut self, verb: WordId, complements: Complements) {
        let known = self.complements.entry(verb).or_default();
        known.infinitive = known.infinitive.or(complements.infinitive);
        known.object_infinitive = known.object_infinitive.or(complements.object_infinitive);
        known.gerund = known.gerund.or(complements.gerund);
        known.content = known.content.or(complements.content);
        known.counts_as = known.counts_as.or(complements.counts_as);
    }

    /// Reads a verb pattern; gives the base forms that it is of.
    fn verb(&mut self, words: &mut Words, file: &str, field: &Field<'_>, frame: u32) -> Result<Vec<WordId>, Error> {
        let (head, one_way) = match field.flag {
            None => (false, false),
            Some("head") => (true, false),
            Some("one-way") => (false, true),
            Some(other) => return Err(Error::data(file, field.line, format!("'[{other}]' is no flag here; the flags are [head], [one-way]"))),
        };
        let mut parts = field.value.split_whitespace();
        let bases: Vec<WordId> = parts.next().unwrap_or("").split('|').map(|base| words.add(base)).collect();
        let parts: Vec<&str> = parts.collect();
        if !parts.contains(&"X") {
            return Err(Error::data(file, field.line, format!("'{}' needs an X where the target stands, such as 'urge X' or 'call on X'", field.value)));
        }
        let mut steps = Vec::new();
        for (i, part) in parts.iter().enumerate() {
            let after_target = i > 0 && parts[i - 1] == "X";
            steps.push(match *part {
                "X" => Step::Target,
                "*" => Step::Any,
                "to" if after_target => Step::Infinitive,
                "." if after_target => Step::End,
                alternatives => {
                    let ids: Vec<WordId> = alternatives.split('|').map(|w| words.add(w)).collect();
                    if ids.iter().all(|&id| is_particle(words, id)) {
                        Step::Through(ids)
                    } else if ids.iter().any(|&id| words.get(id).is(Tag::Preposition)) {
                        return Err(Error::data(file, field.line, format!("'{alternatives}' mixes prepositions with other words; a verb of two words needs a line of its own")));
                    } else if after_target {
                        Step::Words(ids)
                    } else {
                        Step::Nouns(ids)
                    }
                }
            });
        }
        for &base in &bases {
            let pattern = VerbPattern { head, one_way, ..VerbPattern::new(frame, steps.clone(), field.value) };
            let patterns = self.verbs.entry(base).or_default();
            // the most specific pattern is tried first; of equals the one that was read first, or the user's
            let rank = specificity(&pattern.steps) + usize::from(self.own);
            let at = patterns.iter().position(|p| specificity(&p.steps) < rank).unwrap_or(patterns.len());
            patterns.insert(at, pattern);
        }
        Ok(bases)
    }

    fn noun(&mut self, words: &mut Words, file: &str, field: &Field<'_>, frame: u32) -> Result<(), Error> {
        let (possessor_target, no_possessor) = match field.flag {
            None => (false, false),
            Some("possessor-target") => (true, false),
            Some("no-possessor") => (false, true),
            Some(other) => return Err(Error::data(file, field.line, format!("'[{other}]' is no flag here; the flags are [possessor-target], [no-possessor]"))),
        };
        let (nouns, through) = split_pattern(words, file, field)?;
        let Some((heads, before)) = nouns.split_last() else {
            return Err(Error::data(file, field.line, "a noun is needed before the preposition, such as 'support for X'"));
        };
        for head in heads.split('|') {
            let id = words.add(head);
            let before = before.iter().map(|w| words.add(w)).collect();
            let patterns = self.nouns.entry(id).or_default();
            let at = if self.own { 0 } else { patterns.len() };
            patterns.insert(at, NounPattern { frame, before, through: through.clone(), possessor_target, no_possessor, text: field.value.to_owned() });
        }
        Ok(())
    }

    fn adjective(&mut self, words: &mut Words, file: &str, field: &Field<'_>, frame: u32) -> Result<(), Error> {
        let parts: Vec<&str> = field.value.split_whitespace().collect();
        let [before @ .., through, "X"] = parts.as_slice() else {
            return Err(Error::data(file, field.line, format!("'{}' needs a preposition and an X at its end, such as 'critical of X'", field.value)));
        };
        let through: Vec<WordId> = through.split('|').map(|w| words.add(w)).collect();
        let Some(first) = before.first() else {
            return Err(Error::data(file, field.line, format!("'{}' needs an adjective before the preposition", field.value)));
        };
        for head in first.split('|') {
            let head = words.add(head);
            let rest = before[1..].iter().map(|w| words.add(w)).collect();
            let patterns = self.adjectives.entry(head).or_default();
            let at = if self.own { 0 } else { patterns.len() };
            patterns.insert(at, AdjectivePattern { frame, words: rest, through: through.clone(), text: field.value.to_owned() });
        }
        Ok(())
    }
}

/// The sentences that the frames of a file carry.
pub(crate) fn examples(file: &str, text: &str) -> Result<Vec<Example>, Error> {
    let records = records::read(file, text)?;
    let fields = records.iter().flat_map(|record| &record.fields).filter(|field| matches!(field.key, "yes" | "no"));
    fields.map(|field| example(file, field)).collect()
}

fn example(file: &str, field: &Field<'_>) -> Result<Example, Error> {
    let (sentence, triples) = match field.key {
        "no" => (field.value, Vec::new()),
        _ => {
            let (sentence, triples) = field
                .value
                .split_once(" -> ")
                .ok_or_else(|| Error::data(file, field.line, "a 'yes' line needs a sentence, an arrow and its triples: 'France supported Poland. -> France | support | Poland'"))?;
            (sentence, triples.split(';').map(|t| t.trim().to_owned()).collect())
        }
    };
    Ok(Example { file: file.to_owned(), line: field.line, sentence: sentence.to_owned(), triples })
}

fn is_particle(words: &Words, id: WordId) -> bool {
    let word = words.get(id);
    word.is(Tag::Preposition) || word.is(Tag::Adverb) && word.classes.likeliest == Tag::Adverb && !words.text(id).ends_with("ly")
}

/// More and narrower steps first: `strike deal with X` before `strike X`.
fn specificity(steps: &[Step]) -> usize {
    steps
        .iter()
        .map(|step| match step {
            Step::Nouns(_) => 8,
            Step::Through(_) | Step::Infinitive | Step::Words(_) | Step::End => 3,
            Step::Any => 2,
            Step::Target => 1,
        })
        .sum()
}

/// Splits `trade war with|on X` into its nouns and its prepositions. `support X` is not allowed, `talks` alone is.
fn split_pattern<'t>(words: &mut Words, file: &str, field: &Field<'t>) -> Result<(Vec<&'t str>, Vec<WordId>), Error> {
    let mut parts: Vec<&str> = field.value.split_whitespace().collect();
    if parts.last() == Some(&"X") {
        parts.pop();
        let Some(through) = parts.pop() else {
            return Err(Error::data(file, field.line, format!("'{}' needs a noun and a preposition before the X", field.value)));
        };
        let through: Vec<WordId> = through.split('|').map(|w| words.add(w)).collect();
        return Ok((parts, through));
    }
    Ok((parts, Vec::new()))
}

fn class_of(file: &str, field: &Field<'_>) -> Result<Class, Error> {
    Class::named(field.value).ok_or_else(|| {
        let names: Vec<&str> = Class::ALL.iter().map(|class| class.name()).collect();
        Error::data(file, field.line, format!("'{}' is no class; the classes are {}", field.value, names.join(", ")))
    })
}

/// Reads the value of a line `infinitive`, `object-infinitive` or `gerund`.
pub(crate) fn inner(file: &str, field: &Field<'_>) -> Result<Inner, Error> {
    Ok(match field.value {
        "none" => Inner::Silent,
        "outer" => Inner::Outer,
        "asserted" => Inner::Asserted,
        "negated" => Inner::Negated,
        "future" => Inner::Future,
        "hypothetical" => Inner::Hypothetical,
        other => return Err(Error::data(file, field.line, format!("'{other}' cannot stand here; expected none, outer, asserted, negated, future or hypothetical"))),
    })
}
