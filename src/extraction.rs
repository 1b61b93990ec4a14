//! What comes out: mentions, relations and owned triples.

use std::borrow::Cow;
use std::fmt;

use serde::{Deserialize, Serialize};

use crate::extractor::Scratch;
use crate::gazetteer::{slug, Class, Entity, Gazetteer};
use crate::mention::{EntityRef, FoundBy, MentionKind};
use crate::relation::{self, Modality, Range};
use crate::span::Span;

/// The version of [`Record`] and [`Triple`] as serialised.
pub const SCHEMA: u32 = 1;

/// What an extractor found in one text.
///
/// It borrows the text and the extractor. See [`crate::Extractor::extract`] for an example.
pub struct Extraction<'a> {
    pub(crate) text: &'a str,
    pub(crate) gazetteer: &'a Gazetteer,
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
        self.scratch.relations.found.iter().map(|found| Relation { extraction: self, found })
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
        match self.entity? {
            EntityRef::Listed(id) => Some(self.gazetteer.names.entity(id)),
            EntityRef::Document(_) => None,
        }
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
        Some(self.entity().map_or_else(|| Cow::Owned(slug(self.name())), |entity| Cow::Borrowed(entity.id.as_str())))
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

    /// The words that prove it.
    pub fn evidence(&self) -> Evidence<'a> {
        let again = self.found.again.iter().map(|&range| self.extraction.span(range)).collect();
        Evidence { rule: self.found.rule.name(), pattern: &self.found.pattern, trigger: self.extraction.span(self.found.trigger), again }
    }

    /// The sentence it was read in.
    pub fn sentence(&self) -> &'a str {
        let sentences = &self.extraction.scratch.document.sentences;
        let at = sentences.partition_point(|&(first, _)| first <= self.found.trigger.0).saturating_sub(1);
        self.extraction.span(sentences[at]).of(self.extraction.text)
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
