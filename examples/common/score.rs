//! Compares relations with labelled ones: precision and recall of pairs, of events and of classes, and polarity.

use demarche::{Extraction, MentionKind, Relation, Span};
use serde::{Deserialize, Serialize};

/// A labelled text.
#[derive(Deserialize)]
pub struct Labelled {
    pub id: serde_json::Value,
    pub text: String,
    pub triples: Vec<Label>,
}

/// A relation that stands in the text.
#[derive(Deserialize)]
pub struct Label {
    subject: String,
    subject_mentions: Vec<String>,
    relation: String,
    /// Names that are right too.
    relations: Option<Vec<String>>,
    trigger: String,
    triggers: Option<Vec<String>>,
    class: String,
    classes: Option<Vec<String>>,
    object: String,
    object_mentions: Vec<String>,
    #[serde(default)]
    negated: bool,
    /// Either side may be the subject.
    #[serde(default)]
    symmetric: bool,
    /// A borderline case, which counts neither way.
    #[serde(default)]
    optional: bool,
}

/// How much must be right.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Level {
    /// Subject and object.
    Dyad,
    /// And the words, or the name of the relation.
    Event,
    /// And the class.
    Class,
}

/// A label with the places where its words stand in the text.
struct Wanted<'a> {
    label: &'a Label,
    subject: Vec<Span>,
    object: Vec<Span>,
    trigger: Vec<Span>,
}

/// Counts over all texts.
#[derive(Default)]
pub struct Score {
    documents: usize,
    wanted: usize,
    right: [usize; 3],
    found: [usize; 3],
    /// Of the events that are right: how many have the right polarity, and how many there are.
    polarity: (usize, usize),
    /// What was missed and what is wrong, a line each.
    pub remarks: Vec<String>,
}

/// The figures, in percent.
#[derive(Serialize)]
pub struct Figures {
    documents: usize,
    gold: usize,
    dyad: Row,
    event: Row,
    class: Row,
    polarity_accuracy: Option<f64>,
}

#[derive(Serialize)]
struct Row {
    predicted: usize,
    precision: f64,
    recall: f64,
    f1: f64,
}

impl Score {
    /// Adds one text.
    pub fn add(&mut self, labelled: &Labelled, extraction: &Extraction<'_>) {
        let wanted: Vec<Wanted<'_>> = labelled.triples.iter().map(|label| Wanted::new(&labelled.text, label)).collect();
        let named = |relation: &Relation<'_>| relation.subject().kind() != MentionKind::Role && relation.object().kind() != MentionKind::Role;
        let found: Vec<Relation<'_>> = extraction.relations().filter(named).collect();
        self.documents += 1;
        self.wanted += wanted.iter().filter(|w| !w.label.optional).count();
        for level in [Level::Dyad, Level::Event, Level::Class] {
            let used = self.level(level, &wanted, &found);
            if level == Level::Event {
                self.remark(labelled, &wanted, &used, &found);
            }
        }
    }

    /// Counts one level; says which labels were met.
    fn level(&mut self, level: Level, wanted: &[Wanted<'_>], found: &[Relation<'_>]) -> Vec<bool> {
        let mut used = vec![false; wanted.len()];
        for relation in found {
            let hit = (0..wanted.len()).find(|&i| !used[i] && !wanted[i].label.optional && wanted[i].fits(relation, level));
            let Some(hit) = hit else {
                // a repeat of an event that was found, or a borderline one, counts neither way
                let free = wanted.iter().any(|w| w.fits(relation, level));
                self.found[level as usize] += usize::from(!free);
                continue;
            };
            used[hit] = true;
            self.found[level as usize] += 1;
            self.right[level as usize] += 1;
            if level == Level::Event {
                self.polarity.0 += usize::from(relation.is_negated() == wanted[hit].label.negated);
                self.polarity.1 += 1;
            }
        }
        used
    }

    fn remark(&mut self, labelled: &Labelled, wanted: &[Wanted<'_>], used: &[bool], found: &[Relation<'_>]) {
        let id = labelled.id.as_str().map_or_else(|| labelled.id.to_string(), str::to_owned);
        for (w, _) in wanted.iter().zip(used).filter(|(w, &used)| !used && !w.label.optional) {
            let label = w.label;
            self.remarks.push(format!("missed\t{id}\t{}\t{}\t{}\t{}", label.subject, label.relation, label.class, label.object));
        }
        for r in found.iter().filter(|r| !wanted.iter().any(|w| w.fits(r, Level::Event))) {
            self.remarks.push(format!("wrong\t{id}\t{}\t{}\t{}\t{}", r.subject().text(), r.name(), r.class().name(), r.object().text()));
        }
    }

    /// The figures so far.
    pub fn figures(&self) -> Figures {
        let polarity_accuracy = (self.polarity.1 > 0).then(|| percent(self.polarity.0 as f64 / self.polarity.1 as f64));
        Figures { documents: self.documents, gold: self.wanted, dyad: self.row(Level::Dyad), event: self.row(Level::Event), class: self.row(Level::Class), polarity_accuracy }
    }

    fn row(&self, level: Level) -> Row {
        let (right, predicted) = (self.right[level as usize], self.found[level as usize]);
        let ratio = |of: usize| if of == 0 { 0.0 } else { right as f64 / of as f64 };
        let (p, r) = (ratio(predicted), ratio(self.wanted));
        let f1 = if p + r == 0.0 { 0.0 } else { 2.0 * p * r / (p + r) };
        Row { predicted, precision: percent(p), recall: percent(r), f1: percent(f1) }
    }
}

/// A ratio in percent with one decimal.
fn percent(ratio: f64) -> f64 {
    format!("{:.1}", 100.0 * ratio).parse().unwrap_or(0.0)
}

impl<'a> Wanted<'a> {
    fn new(text: &str, label: &'a Label) -> Wanted<'a> {
        let trigger = match &label.triggers {
            Some(triggers) => occurrences(text, triggers),
            None => occurrences(text, std::slice::from_ref(&label.trigger)),
        };
        Wanted { label, subject: occurrences(text, &label.subject_mentions), object: occurrences(text, &label.object_mentions), trigger }
    }

    fn fits(&self, relation: &Relation<'_>, level: Level) -> bool {
        let (subject, object) = (relation.subject().span(), relation.object().span());
        if !(self.pair(subject, object) || (self.label.symmetric && self.pair(object, subject))) {
            return false;
        }
        if level == Level::Dyad {
            return true;
        }
        let event = touches(relation.evidence().trigger, &self.trigger) || among(relation.name(), &self.label.relations, &self.label.relation);
        event && (level == Level::Event || among(relation.class().name(), &self.label.classes, &self.label.class))
    }

    fn pair(&self, subject: Span, object: Span) -> bool {
        touches(subject, &self.subject) && touches(object, &self.object)
    }
}

fn among(name: &str, several: &Option<Vec<String>>, one: &str) -> bool {
    several.as_ref().map_or(name == one, |names| names.iter().any(|n| n == name))
}

fn touches(span: Span, places: &[Span]) -> bool {
    places.iter().any(|&place| span.overlaps(place))
}

/// Where the strings stand in the text as whole words.
fn occurrences(text: &str, strings: &[String]) -> Vec<Span> {
    let mut out = Vec::new();
    for string in strings.iter().filter(|string| !string.is_empty()) {
        let mut from = 0;
        while let Some(at) = text[from..].find(string.as_str()).map(|at| from + at) {
            let end = at + string.len();
            let whole = bounded(text[..at].chars().next_back(), string.chars().next()) && bounded(text[end..].chars().next(), string.chars().next_back());
            if whole {
                out.push(Span::new(at, end));
            }
            from = if whole { end } else { at + string.chars().next().map_or(1, char::len_utf8) };
        }
    }
    out
}

/// Whether a word ends between the character outside and the one at the edge of the string.
fn bounded(outside: Option<char>, edge: Option<char>) -> bool {
    let word = |c: char| c.is_alphanumeric() || c == '_';
    !(edge.is_some_and(char::is_alphanumeric) && outside.is_some_and(word))
}
