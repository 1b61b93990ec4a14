//! What comes out: mentions, relations and owned triples.

use std::borrow::Cow;
use std::fmt;

use serde::{Deserialize, Serialize};

use crate::date::Date;
use crate::extractor::Scratch;
use crate::gazetteer::{slug, Class, Entity, Gazetteer};
use crate::mention::{EntityRef, FoundBy, MentionKind};
use crate::relation::{self, Circumstances, Modality, Range, Tense};
use crate::span::Span;

/// The version of [`Record`] and [`Triple`] as serialised.
pub const SCHEMA: u32 = 1;

/// What an extractor found in one text.
///
/// It borrows the text and the extractor. See [`crate::Extractor::extract`] for an example.
pub struct Extraction<'a> {
    pub(crate) text: &'a str,
    pub(crate) gazetteer: &'a Gazetteer,
    pub(crate) date: Option<Date>,
    pub(crate) scratch: Scratch,
}

/// A name in the text and whom it names.
#[derive(Clone, Copy)]
pub struct Mention<'a> {
    pub(crate) text: &'a str,
    pub(crate) gazetteer: &'a Gazetteer,
    pub(crate) entity: Option<EntityRef>,
    own: Option<Span>,
    pronoun: Option<Span>,
    span: Span,
    kind: MentionKind,
    found_by: FoundBy,
}

/// A directed interaction between two actors, with the words that prove it.
#[derive(Clone, Copy)]
pub struct Relation<'a> {
    extraction: &'a Extraction<'a>,
    found: &'a relation::Found,
    /// Whether it stands for all places that tell of it.
    whole: bool,
}

/// When an event is: the words, and what they mean.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct EventDate {
    /// The words: `on Tuesday`.
    pub span: Span,
    /// The day, month, year or interval in ISO 8601 (`2024-03-05`, `2024-03`, `2024`, `2024-02-26/2024-03-03`);
    /// `None` where that depends on the day of writing, and [`crate::Extractor::on`] was not told it.
    pub iso: Option<String>,
}

/// What proves a relation: the construction, the frame's pattern and the words.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Evidence<'a> {
    /// The construction: `active`, `passive`, `nominal` …
    pub rule: &'static str,
    /// The pattern of the frame, as the data file has it: `call on X`.
    pub pattern: &'a str,
    /// The words that express the relation.
    pub trigger: Span,
    /// Further places of the document that tell of the same event.
    pub again: Vec<Span>,
}

impl Extraction<'_> {
    /// All mentions, in the order of the text; none overlap.
    pub fn mentions(&self) -> impl ExactSizeIterator<Item = Mention<'_>> {
        (0..self.scratch.mentions.found.len()).map(|i| self.mention(i))
    }

    /// All relations, in the order of their triggers, each event once.
    pub fn relations(&self) -> impl ExactSizeIterator<Item = Relation<'_>> {
        self.scratch.relations.found.iter().map(|found| Relation { extraction: self, found, whole: true })
    }

    /// All relations at every place that tells of them, in the order of the text.
    ///
    /// ```
    /// let extraction = demarche::Extractor::embedded().extract("France warned Iran. Iran slept. Paris warned Iran again.");
    /// assert_eq!(extraction.relations().len(), 1);
    /// let sentences: Vec<&str> = extraction.tellings().iter().map(|r| r.sentence()).collect();
    /// assert_eq!(sentences, ["France warned Iran.", "Paris warned Iran again."]);
    /// ```
    pub fn tellings(&self) -> Vec<Relation<'_>> {
        let mut all: Vec<Relation<'_>> = self.relations().flat_map(|relation| relation.tellings().collect::<Vec<_>>()).collect();
        all.sort_by_key(|r| (r.found.trigger, r.found.subject.tokens, r.found.object.tokens));
        all
    }

    /// All relations as owned triples.
    pub fn triples(&self) -> Vec<Triple> {
        self.relations().map(|relation| relation.to_triple()).collect()
    }

    /// Everything found, as one record for the outside world.
    pub fn record(&self, id: &str) -> Record {
        Record { schema: SCHEMA, id: id.to_owned(), mentions: self.mentions().map(|m| m.to_node()).collect(), triples: self.triples() }
    }

    /// The text that was read.
    pub fn text(&self) -> &str {
        self.text
    }

    fn mention(&self, i: usize) -> Mention<'_> {
        let found = &self.scratch.mentions.found[i];
        let own = match found.entity {
            EntityRef::Document(own) => Some(self.scratch.mentions.own[own as usize].span),
            EntityRef::Listed(_) => None,
        };
        Mention {
            text: self.text,
            gazetteer: self.gazetteer,
            entity: Some(found.entity),
            own,
            pronoun: None,
            span: self.span((found.first, found.end)),
            kind: found.kind,
            found_by: found.by,
        }
    }

    fn actor(&self, actor: &relation::Actor) -> Mention<'_> {
        let span = self.span(actor.tokens);
        match actor.mention {
            Some(i) if actor.by == FoundBy::Pronoun => Mention { pronoun: Some(span), found_by: actor.by, ..self.mention(i as usize) },
            Some(i) => self.mention(i as usize),
            None => Mention { text: self.text, gazetteer: self.gazetteer, entity: None, own: None, pronoun: None, span, kind: MentionKind::Role, found_by: actor.by },
        }
    }

    fn span(&self, (first, end): Range) -> Span {
        let tokens = &self.scratch.document.tokens;
        tokens[first as usize].span().cover(tokens[end as usize - 1].span())
    }
}

impl<'a> Mention<'a> {
    /// Where it stands, in bytes.
    pub fn span(&self) -> Span {
        self.span
    }

    /// The words of the text.
    pub fn text(&self) -> &'a str {
        self.span.of(self.text)
    }

    /// The pronoun in whose place it stands: an argument `he` is given as the name that it refers to.
    pub fn pronoun(&self) -> Option<Span> {
        self.pronoun
    }

    /// What it names.
    pub fn kind(&self) -> MentionKind {
        self.kind
    }

    /// How it was found.
    pub fn found_by(&self) -> FoundBy {
        self.found_by
    }

    /// The entity in the gazetteer, if it has one there.
    pub fn entity(&self) -> Option<&'a Entity> {
        self.entity?.entity(self.gazetteer)
    }

    /// The usual name: of the gazetteer, else the full name as the document has it, else the words themselves.
    pub fn name(&self) -> &'a str {
        match (self.entity(), self.own) {
            (Some(entity), _) => &entity.name,
            (None, Some(own)) => own.of(self.text),
            (None, None) => self.text(),
        }
    }

    /// The identifier of the entity; for names that stand in no gazetteer it is made from the name; `None` for roles.
    pub fn entity_id(&self) -> Option<String> {
        self.id().map(Cow::into_owned)
    }

    /// Like [`Mention::entity_id`], copied only where it has to be made.
    pub(crate) fn id(&self) -> Option<Cow<'a, str>> {
        self.entity?;
        Some(self.entity().map_or_else(|| Cow::Owned(slug(self.name())), |entity| Cow::Borrowed(entity.id.as_ref())))
    }

    /// It as an owned node.
    pub fn to_node(&self) -> Node {
        let entity = self.entity_id().map(|id| EntityNode { id, name: self.name().to_owned() });
        Node {
            start: self.span.start,
            end: self.span.end,
            text: self.text().to_owned(),
            kind: self.kind,
            entity,
            found_by: self.found_by,
            pronoun: self.pronoun.map(|span| Words { start: span.start, end: span.end, text: span.of(self.text).to_owned() }),
        }
    }
}

impl fmt::Debug for Mention<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?} {:?} ({})", self.kind, self.text(), self.name())
    }
}

impl<'a> Relation<'a> {
    /// Who acts.
    pub fn subject(&self) -> Mention<'a> {
        self.extraction.actor(&self.found.subject)
    }

    /// On whom.
    pub fn object(&self) -> Mention<'a> {
        self.extraction.actor(&self.found.object)
    }

    /// The relation, the base form of a verb: `urge`.
    pub fn name(&self) -> &'a str {
        &self.extraction.gazetteer.frames.frames[self.found.frame as usize].name
    }

    /// Its class.
    pub fn class(&self) -> Class {
        self.found.class
    }

    /// The CAMEO code of its frame, where the frame decides it: not where the words around give it another class, as in `will not support`.
    pub fn cameo(&self) -> Option<&'a str> {
        let frame = &self.extraction.gazetteer.frames.frames[self.found.frame as usize];
        frame.cameo.as_deref().filter(|_| frame.class == self.found.class)
    }

    /// Whether the text denies it.
    pub fn is_negated(&self) -> bool {
        self.found.negated
    }

    /// Whether it happened, is to happen, or may.
    pub fn modality(&self) -> Modality {
        self.found.modality
    }

    /// Whether both sides do it to each other.
    pub fn is_symmetric(&self) -> bool {
        self.extraction.gazetteer.frames.frames[self.found.frame as usize].symmetric
    }

    /// Who says so, with the word of saying, where the text has it in somebody's mouth.
    pub fn attribution(&self) -> Option<(Mention<'a>, Span)> {
        self.found.attribution.as_ref().map(|(speaker, cue)| (self.extraction.actor(speaker), self.extraction.span(*cue)))
    }

    /// When it is, as its verb has it.
    pub fn tense(&self) -> Option<Tense> {
        self.found.around.tense
    }

    /// The word that says how strongly: `sharply` of `sharply criticized`, `strong` of `strong support`.
    ///
    /// ```
    /// let extraction = demarche::Extractor::embedded().extract("France strongly urged Iran on Monday to free its prisoners.");
    /// let relation = extraction.relations().next().unwrap();
    /// let words = |span: Option<demarche::Span>| span.map(|span| span.of(extraction.text()));
    /// assert_eq!(words(relation.strength()), Some("strongly"));
    /// assert_eq!(words(relation.complement()), Some("to free its prisoners"));
    /// assert_eq!(words(relation.date().map(|date| date.span)), Some("on Monday"));
    /// ```
    pub fn strength(&self) -> Option<Span> {
        self.around(|around| around.strength)
    }

    /// What it is about: `trade` of `talks on trade`, `lying` of `accused X of lying`.
    pub fn topic(&self) -> Option<Span> {
        self.around(|around| around.topic)
    }

    /// The infinitive clause behind it, what is asked or to what end: `to act` of `urged X to act`.
    pub fn complement(&self) -> Option<Span> {
        self.around(|around| around.complement)
    }

    /// When it is, where its clause says so.
    pub fn date(&self) -> Option<EventDate> {
        self.found_tellings().find_map(|found| {
            let span = self.extraction.span(found.around.date?.0);
            Some(EventDate { span, iso: found.period(self.extraction.date).map(|period| period.to_string()) })
        })
    }

    /// Where it is, where its clause names a place or country that is none of its actors.
    pub fn place(&self) -> Option<Mention<'a>> {
        let place = self.found_tellings().find_map(|found| found.around.place)?;
        Some(self.extraction.actor(&place))
    }

    /// It at each place that tells of it, as that place alone tells it. What the relation says of strength, topic, complement, date and
    /// place is what the first of them says that says anything of it.
    pub fn tellings(&self) -> impl Iterator<Item = Relation<'a>> {
        let extraction = self.extraction;
        self.found_tellings().map(move |found| Relation { extraction, found, whole: false })
    }

    fn found_tellings(&self) -> impl Iterator<Item = &'a relation::Found> {
        let again = if self.whole { self.found.again.as_slice() } else { &[] };
        std::iter::once(self.found).chain(again)
    }

    fn around(&self, of: impl Fn(&Circumstances) -> Option<Range>) -> Option<Span> {
        self.found_tellings().find_map(|found| of(&found.around)).map(|range| self.extraction.span(range))
    }

    /// The words that prove it.
    pub fn evidence(&self) -> Evidence<'a> {
        let again = self.found_tellings().skip(1).map(|found| self.extraction.span(found.trigger)).collect();
        Evidence { rule: self.found.rule.name(), pattern: &self.found.pattern, trigger: self.extraction.span(self.found.trigger), again }
    }

    /// The sentence it was read in.
    pub fn sentence(&self) -> &'a str {
        let document = &self.extraction.scratch.document;
        self.extraction.span(document.sentences[document.sentence_of(self.found.trigger.0)]).of(self.extraction.text)
    }

    /// It as an owned triple.
    pub fn to_triple(&self) -> Triple {
        let evidence = self.evidence();
        let attribution = self.attribution().map(|(speaker, cue)| Attribution { source: speaker.to_node(), cue: self.words(cue) });
        Triple {
            subject: self.subject().to_node(),
            relation: self.name().to_owned(),
            class: self.class(),
            cameo: self.cameo().map(str::to_owned),
            trigger: self.words(evidence.trigger),
            object: self.object().to_node(),
            negated: self.is_negated(),
            modality: self.modality(),
            symmetric: self.is_symmetric(),
            attribution,
            rule: format!("{}: {}", evidence.rule, evidence.pattern),
            tense: self.tense(),
            strength: self.strength().map(|span| self.words(span)),
            topic: self.topic().map(|span| self.words(span)),
            complement: self.complement().map(|span| self.words(span)),
            date: self.date().map(|date| DateWords { words: self.words(date.span), iso: date.iso }),
            place: self.place().map(|place| place.to_node()),
            again: evidence.again.into_iter().map(|span| self.words(span)).collect(),
        }
    }

    /// The whole text that it was read in.
    pub(crate) fn text(&self) -> &'a str {
        self.extraction.text
    }

    fn words(&self, span: Span) -> Words {
        Words { start: span.start, end: span.end, text: span.of(self.extraction.text).to_owned() }
    }
}

impl fmt::Display for Relation<'_> {
    /// `United States | urge | Europe`; a denied one has `not` before the relation.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_triple(f, self.subject().name(), self.is_negated(), self.name(), self.object().name())
    }
}

fn write_triple(f: &mut fmt::Formatter<'_>, subject: &str, negated: bool, relation: &str, object: &str) -> fmt::Result {
    let not = if negated { "not " } else { "" };
    write!(f, "{subject} | {not}{relation} | {object}")
}

/// A piece of the text with its place, in bytes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Words {
    /// Offset of the first byte.
    pub start: u32,
    /// Offset of the byte after the last.
    pub end: u32,
    /// The words.
    pub text: String,
}

/// A time, with what it means.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DateWords {
    /// The words: `on Tuesday`.
    #[serde(flatten)]
    pub words: Words,
    /// The day, month, year or interval in ISO 8601, where it is known: see [`EventDate::iso`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub iso: Option<String>,
}

/// An entity's identifier and usual name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EntityNode {
    /// The identifier.
    pub id: String,
    /// The usual name.
    pub name: String,
}

/// An owned mention.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Node {
    /// Offset of the first byte.
    pub start: u32,
    /// Offset of the byte after the last.
    pub end: u32,
    /// The words.
    pub text: String,
    /// What it names.
    pub kind: MentionKind,
    /// Whom it names; none for a role.
    pub entity: Option<EntityNode>,
    /// How it was found.
    pub found_by: FoundBy,
    /// The pronoun that stands in the sentence for this name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pronoun: Option<Words>,
}

/// Who says so.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attribution {
    /// The speaker.
    pub source: Node,
    /// The word of saying: `said`.
    pub cue: Words,
}

/// An owned relation, for storing and sending on. `Display` gives `United States | urge | Europe`.
///
/// The fields, as serialised, are those of the record in `docs/record.md`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Triple {
    /// Who acts.
    pub subject: Node,
    /// The base form of the verb that carries the meaning.
    pub relation: String,
    /// Its class.
    pub class: Class,
    /// The CAMEO code, where the frame decides it.
    pub cameo: Option<String>,
    /// The words that express it.
    pub trigger: Words,
    /// On whom.
    pub object: Node,
    /// Whether the text denies it.
    pub negated: bool,
    /// Whether it happened, is to happen, or may.
    pub modality: Modality,
    /// Whether both sides do it to each other.
    pub symmetric: bool,
    /// Who says so.
    pub attribution: Option<Attribution>,
    /// The construction and the pattern: `active: call on X`.
    pub rule: String,
    /// When it is, as its verb has it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tense: Option<Tense>,
    /// The word that says how strongly: `sharply`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub strength: Option<Words>,
    /// What it is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub topic: Option<Words>,
    /// The infinitive clause behind it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub complement: Option<Words>,
    /// When it is, where its clause says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<DateWords>,
    /// Where it is, where its clause says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<Node>,
    /// Further places that tell of the same event.
    pub again: Vec<Words>,
}

impl fmt::Display for Triple {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = |node: &'_ Node| node.entity.as_ref().map_or_else(|| node.text.clone(), |e| e.name.clone());
        write_triple(f, &name(&self.subject), self.negated, &self.relation, &name(&self.object))
    }
}

/// All that was found in one document, ready for serde: one JSON object a line in the examples.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Record {
    /// The version of this form, [`SCHEMA`].
    pub schema: u32,
    /// The document's own identifier.
    pub id: String,
    /// All mentions, in the order of the text.
    pub mentions: Vec<Node>,
    /// All triples, in the order of their triggers.
    pub triples: Vec<Triple>,
}
