//! Frames: which verbs, nouns and adjectives express a relation, and where its target stands.

use serde::{Deserialize, Serialize};

use super::classes::{flag, Tag};
use super::patterns::{AdjectivePattern, NounPattern, PatternsOf, Step, VerbPattern, VerbPatterns};
use super::words::{word, IntMap, WordId, Words};
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
    /// Of an infinitive of purpose that helps somebody: `spend millions to help`.
    pub purpose: Option<Inner>,
    /// The relation that `infinitive outer` gives where the word has no frame: `willing to` is `agree`.
    pub counts_as: Option<WordId>,
    /// Its clause is what someone says (`Asserted`) or only thinks (`Hypothetical`).
    pub content: Option<Inner>,
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
    /// The class where both sides are persons, parties, chambers or media: "Trump attacked Merkel" with words.
    pub persons: Option<Class>,
    /// The class where the clause that it takes tells what a third does: "warned X that Y attacks".
    pub third: Option<Class>,
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
    /// All patterns of verbs, each once.
    pub patterns: Vec<VerbPattern>,
    pub verbs: IntMap<WordId, VerbPatterns>,
    pub nouns: IntMap<WordId, Vec<NounPattern>>,
    pub adjectives: IntMap<WordId, Vec<AdjectivePattern>>,
    pub complements: IntMap<WordId, Complements>,
    /// What a verb and the noun that is its object make of the infinitive behind: `have chance`.
    pub phrases: IntMap<(WordId, WordId), Inner>,
    /// Whether the frames are the user's, read behind the embedded ones: they are tried first.
    #[serde(skip)]
    pub own: bool,
}

const KEYS: [&str; 15] =
    ["adjective", "by-country", "cameo", "class", "gerund", "infinitive", "no", "noun", "object-infinitive", "persons", "purpose", "symmetric", "third", "verb", "yes"];

impl Frames {
    /// The patterns of the verb with this base form.
    pub fn of_verb(&self, base: WordId) -> Option<PatternsOf<'_>> {
        self.verbs.get(&base).map(|verb| PatternsOf { frames: self, verb })
    }

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
        let symmetric = record.fields.iter().any(|field| field.key == "symmetric");
        let mut frame = Frame { name: record.name.to_owned(), class: class_of(file, class)?, cameo: None, symmetric, by_country: false, persons: None, third: None };
        let mut complements = Complements::default();
        let mut bases = Vec::new();
        for field in &record.fields {
            match field.key {
                "class" | "symmetric" => {}
                "cameo" => frame.cameo = Some(field.value.to_owned()),
                "by-country" => frame.by_country = true,
                "persons" => frame.persons = Some(class_of(file, field)?),
                "third" => frame.third = Some(class_of(file, field)?),
                "verb" => bases.extend(self.verb(words, file, field, index, &frame)?),
                "noun" => self.noun(words, file, field, index)?,
                "adjective" => self.adjective(words, file, field, index)?,
                "infinitive" => complements.infinitive = Some(inner(file, field)?),
                "object-infinitive" => complements.object_infinitive = Some(inner(file, field)?),
                "purpose" => complements.purpose = Some(inner(file, field)?),
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
        known.purpose = known.purpose.or(complements.purpose);
        known.content = known.content.or(complements.content);
        known.counts_as = known.counts_as.or(complements.counts_as);
    }

    /// Reads a verb pattern; gives the base forms of which the frame tells what their complements are.
    fn verb(&mut self, words: &mut Words, file: &str, field: &Field<'_>, index: u32, frame: &Frame) -> Result<Vec<WordId>, Error> {
        let [head, denied, one_way, turned] = flags(file, field, ["head", "not", "one-way", "turned"])?;
        let mut parts = field.value.split_whitespace();
        let bases: Vec<WordId> = parts.next().unwrap_or("").split('|').map(|base| words.add(base)).collect();
        let parts: Vec<&str> = parts.collect();
        if !parts.contains(&"X") {
            return Err(Error::data(file, field.line, format!("'{}' needs an X where the target stands, such as 'urge X' or 'call on X'", field.value)));
        }
        let mut steps = Vec::new();
        let mut adverb = WordId::NONE;
        for (i, part) in parts.iter().enumerate() {
            // "take X to court"
            let led = i > 1 && parts[i - 1] == "to" && parts[i - 2] == "X";
            let after_target = i > 0 && parts[i - 1] == "X" || led;
            if *part == "to" && after_target && i + 1 < parts.len() {
                continue;
            }
            // "turn its back on X": a noun, where the word alone would be a particle
            if *part == "its" {
                continue;
            }
            let owned = i > 0 && parts[i - 1] == "its";
            steps.push(match *part {
                "X" => Step::Target,
                "*" => Step::Any,
                "to" if after_target => Step::Infinitive,
                "." if after_target => Step::End,
                alternatives => {
                    let ids: Vec<WordId> = alternatives.split('|').map(|w| words.add(w)).collect();
                    if let (0, &[id]) = (i, ids.as_slice()) {
                        if words.get(id).is(Tag::Adverb) && alternatives.ends_with("ly") {
                            adverb = id;
                            continue;
                        }
                    }
                    // "set free ten sailors", unlike "set X free"
                    let result = |id: WordId| !after_target && matches!(id, word::ABLAZE | word::FREE);
                    if !owned && ids.iter().all(|&id| is_particle(words, id) || result(id)) {
                        Step::Through(ids)
                    } else if !owned && ids.iter().any(|&id| words.get(id).is(Tag::Preposition)) {
                        return Err(Error::data(file, field.line, format!("'{alternatives}' mixes prepositions with other words; a verb of two words needs a line of its own")));
                    } else if after_target {
                        Step::Words(ids)
                    } else {
                        Step::Nouns(ids)
                    }
                }
            });
        }
        let phrasal = steps.iter().filter(|step| matches!(step, Step::Through(_))).count() > 1;
        // "begin talks with X" says nothing of what is begun otherwise, "come out against X" nothing of who comes to do something
        let apart = turned || adverb != WordId::NONE || phrasal || matches!(steps.first(), Some(Step::Through(words)) if words.iter().any(|&word| word::is_particle(word)));
        let plain = |base: &WordId| !steps.iter().any(|step| matches!(step, Step::Nouns(_))) && (!apart || frame.name.split(' ').next() == Some(words.text(*base)));
        let bound = bases.iter().copied().filter(plain).collect();
        self.patterns.push(VerbPattern { frame: index, phrasal, head, one_way, turned, denied, adverb, steps, text: field.value.to_owned() });
        for &base in &bases {
            self.verbs.entry(base).or_default().add(&self.patterns, self.own);
        }
        Ok(bound)
    }

    fn noun(&mut self, words: &mut Words, file: &str, field: &Field<'_>, frame: u32) -> Result<(), Error> {
        let [agent, no_possessor, possessor_target] = flags(file, field, ["agent", "no-possessor", "possessor-target"])?;
        let (nouns, through) = split_pattern(words, file, field)?;
        let Some((heads, before)) = nouns.split_last() else {
            return Err(Error::data(file, field.line, "a noun is needed before the preposition, such as 'support for X'"));
        };
        for head in heads.split('|') {
            let id = words.add(head);
            let before: Vec<WordId> = before.iter().map(|w| words.add(w)).collect();
            let patterns = self.nouns.entry(id).or_default();
            // "trade war with X" before "war with X"; of equals the one that was read first, or the user's
            let shorter = |p: &NounPattern| p.before.len() < before.len() + usize::from(self.own);
            let at = patterns.iter().position(shorter).unwrap_or(patterns.len());
            patterns.insert(at, NounPattern { frame, before, through: through.clone(), possessor_target, no_possessor, agent, text: field.value.to_owned() });
        }
        Ok(())
    }

    fn adjective(&mut self, words: &mut Words, file: &str, field: &Field<'_>, frame: u32) -> Result<(), Error> {
        let [clause] = flags(file, field, ["clause"])?;
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
            patterns.insert(at, AdjectivePattern { frame, clause, words: rest, through: through.clone(), text: field.value.to_owned() });
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

/// Which of these flags a pattern has.
fn flags<const N: usize>(file: &str, field: &Field<'_>, known: [&str; N]) -> Result<[bool; N], Error> {
    match field.flag.filter(|flag| !known.contains(flag)) {
        Some(other) => Err(Error::data(file, field.line, format!("'[{other}]' is no flag here; the flags are {}", known.map(|flag| format!("[{flag}]")).join(", ")))),
        None => Ok(known.map(|flag| field.flag == Some(flag))),
    }
}

fn is_particle(words: &Words, id: WordId) -> bool {
    let word = words.get(id);
    word.is(Tag::Preposition) || word.is(Tag::Adverb) && word.classes.likeliest == Tag::Adverb && !words.text(id).ends_with("ly")
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
