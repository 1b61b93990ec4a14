//! Floor 6: what was found, straight into serde: the same fields as [`Record`](crate::Record), [`Node`](crate::Node) and [`Triple`](crate::Triple), nothing copied on the way.

use std::borrow::Cow;
use std::fmt;

use serde::{Serialize, Serializer};

use crate::extraction::{Extraction, Mention, Relation, SCHEMA};
use crate::gazetteer::Class;
use crate::mention::{FoundBy, MentionKind};
use crate::relation::{Modality, Tense};
use crate::span::Span;

/// The record of an extraction, borrowed: serialised it gives what [`Record`](crate::Record) gives. Made by [`Extraction::as_record`].
#[derive(Clone, Copy)]
pub struct RecordRef<'a> {
    extraction: &'a Extraction<'a>,
    id: &'a str,
}

impl Extraction<'_> {
    /// Everything found, for serialising at once: the same as [`Extraction::record`], without building it.
    ///
    /// ```
    /// let extraction = demarche::Extractor::embedded().extract("US urges Europe to act.");
    /// let mut line = Vec::new();
    /// serde_json::to_writer(&mut line, &extraction.as_record("1")).unwrap();
    /// assert_eq!(line, serde_json::to_vec(&extraction.record("1")).unwrap());
    /// ```
    pub fn as_record<'a>(&'a self, id: &'a str) -> RecordRef<'a> {
        RecordRef { extraction: self, id }
    }
}

impl Serialize for RecordRef<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        #[serde(rename = "Record")]
        struct Fields<'a> {
            schema: u32,
            id: &'a str,
            mentions: Mentions<'a>,
            triples: Relations<'a>,
        }
        Fields { schema: SCHEMA, id: self.id, mentions: Mentions(self.extraction), triples: Relations(self.extraction) }.serialize(serializer)
    }
}

impl fmt::Debug for RecordRef<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RecordRef").field("id", &self.id).field("mentions", &self.extraction.mentions().len()).field("relations", &self.extraction.relations().len()).finish()
    }
}

struct Mentions<'a>(&'a Extraction<'a>);

impl Serialize for Mentions<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.mentions())
    }
}

struct Relations<'a>(&'a Extraction<'a>);

impl Serialize for Relations<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.relations())
    }
}

#[derive(Serialize)]
struct Words<'a> {
    start: u32,
    end: u32,
    text: &'a str,
}

impl<'a> Words<'a> {
    fn new(span: Span, text: &'a str) -> Self {
        Words { start: span.start, end: span.end, text: span.of(text) }
    }
}

#[derive(Serialize)]
struct DateWords<'a> {
    #[serde(flatten)]
    words: Words<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    iso: Option<String>,
}

#[derive(Serialize)]
#[serde(rename = "EntityNode")]
struct Entity<'a> {
    id: Cow<'a, str>,
    name: &'a str,
}

impl Serialize for Mention<'_> {
    /// The fields of [`Node`](crate::Node).
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        #[serde(rename = "Node")]
        struct Fields<'a> {
            start: u32,
            end: u32,
            text: &'a str,
            kind: MentionKind,
            entity: Option<Entity<'a>>,
            found_by: FoundBy,
            #[serde(skip_serializing_if = "Option::is_none")]
            pronoun: Option<Words<'a>>,
        }
        let span = self.span();
        let entity = self.id().map(|id| Entity { id, name: self.name() });
        let pronoun = self.pronoun().map(|span| Words::new(span, self.text));
        Fields { start: span.start, end: span.end, text: self.text(), kind: self.kind(), entity, found_by: self.found_by(), pronoun }.serialize(serializer)
    }
}

#[derive(Serialize)]
struct Attribution<'a> {
    source: Mention<'a>,
    cue: Words<'a>,
}

impl Serialize for Relation<'_> {
    /// The fields of [`Triple`](crate::Triple).
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        #[serde(rename = "Triple")]
        struct Fields<'a> {
            subject: Mention<'a>,
            relation: &'a str,
            class: Class,
            cameo: Option<&'a str>,
            trigger: Words<'a>,
            object: Mention<'a>,
            negated: bool,
            modality: Modality,
            symmetric: bool,
            attribution: Option<Attribution<'a>>,
            rule: Shown<fmt::Arguments<'a>>,
            #[serde(skip_serializing_if = "Option::is_none")]
            tense: Option<Tense>,
            #[serde(skip_serializing_if = "Option::is_none")]
            strength: Option<Words<'a>>,
            #[serde(skip_serializing_if = "Option::is_none")]
            topic: Option<Words<'a>>,
            #[serde(skip_serializing_if = "Option::is_none")]
            complement: Option<Words<'a>>,
            #[serde(skip_serializing_if = "Option::is_none")]
            date: Option<DateWords<'a>>,
            #[serde(skip_serializing_if = "Option::is_none")]
            place: Option<Mention<'a>>,
            again: Vec<Words<'a>>,
        }
        let evidence = self.evidence();
        let words = |span| Words::new(span, self.text());
        Fields {
            subject: self.subject(),
            relation: self.name(),
            class: self.class(),
            cameo: self.cameo(),
            trigger: words(evidence.trigger),
            object: self.object(),
            negated: self.is_negated(),
            modality: self.modality(),
            symmetric: self.is_symmetric(),
            attribution: self.attribution().map(|(source, cue)| Attribution { source, cue: words(cue) }),
            rule: Shown(format_args!("{}: {}", evidence.rule, evidence.pattern)),
            tense: self.tense(),
            strength: self.strength().map(words),
            topic: self.topic().map(words),
            complement: self.complement().map(words),
            date: self.date().map(|date| DateWords { words: words(date.span), iso: date.iso }),
            place: self.place(),
            again: evidence.again.iter().copied().map(words).collect(),
        }
        .serialize(serializer)
    }
}

/// A string as it is displayed.
struct Shown<T>(T);

impl<T: fmt::Display> Serialize for Shown<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0)
    }
}
