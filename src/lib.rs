//! Reads news and says who did what to whom.
//!
//! An [`Extractor`] finds the people, countries, organizations and places that a text names, resolves them to entities,
//! and reads the interactions between them, with their class, negation, modality, source and the words that prove them.
//! It works by gazetteers and rules alone: offline, deterministic, and every result says how it was found.
//!
//! ```text
//! text       US urges Europe to act on China.
//! tokens     US  urges  Europe  to  act  on  China  .
//! mentions   US = United States      Europe = Europe      China = China
//! chunks     [US]  [urges]  [Europe]  [to act]  on  [China]
//! relations  United States | urge | Europe      REQUEST, asserted, by "urges", as "active: urge X"
//! ```
//!
//! # Example
//!
//! ```
//! use demarche::{Class, Extractor, Modality};
//!
//! let extraction = Extractor::embedded().extract("France has not condemned Russia, Emmanuel Macron said.");
//! let relation = extraction.relations().next().unwrap();
//!
//! assert_eq!(relation.to_string(), "France | not condemn | Russia");
//! assert_eq!(relation.class(), Class::Accuse);
//! assert_eq!(relation.modality(), Modality::Asserted);
//! assert_eq!(relation.subject().entity_id().as_deref(), Some("FRA"));
//! assert_eq!(relation.evidence().trigger.of(extraction.text()), "condemned");
//! let (speaker, _) = relation.attribution().unwrap();
//! assert_eq!(speaker.name(), "Emmanuel Macron");
//! ```
//!
//! # Names and verbs of your own
//!
//! Lists are lines of text; `gazetteers/README.md` describes them. A line that cannot be read is an [`Error`] with its file and number.
//!
//! ```
//! use demarche::Extractor;
//!
//! # fn main() -> Result<(), demarche::Error> {
//! let names = "[organization]
//!
//! Lissa Harbour Board
//!   alias LHB [exact]
//!   type government
//! ";
//! let verbs = "berth
//!   class COOPERATE
//!   verb berth X
//!   noun berth for X
//! ";
//! let extractor = Extractor::builder().gazetteer("harbour.txt", names).frames("verbs.txt", verbs).build()?;
//! let extraction = extractor.extract("Greece was berthed by the LHB.");
//! assert_eq!(extraction.triples()[0].to_string(), "Lissa Harbour Board | berth | Greece");
//! # Ok(())
//! # }
//! ```
//!
//! # What it does
//!
//! * Actors: people, countries, organizations, places, nationalities; unnamed ones (`police`) with [`ExtractorBuilder::roles`].
//! * People and organizations that no list holds, by title, given name or form; surnames, acronyms and pronouns.
//! * Constructions: active, passive, headlines, relative and participial clauses, coordination, infinitives, reported speech, event nouns, light verbs.
//! * Classes: the sixteen event types of PLOVER, and [`Class::Other`].
//! * What stands around an event in its clause: tense, strength, topic, complement, date, place. With [`Extractor::on`] dates are days of the calendar.
//! * The holder of an office on the day of writing, `the French foreign minister`; only where that day is given.
//! * Everything as one value for serde: [`Extraction::record`]; a whole corpus on all cores, in order: [`Extractor::corpus`].
//!
//! # Limits
//!
//! * English news only, a sentence at a time; pronouns and nouns such as `the bloc` are resolved nearby only.
//! * A verb or an event noun that stands in no frame says nothing. Sarcasm and hints are lost on it.
//! * A date is given only where it stands in the event's own clause, and what a text claims is not checked.
//!
//! # Promises
//!
//! * Reading never fails and never panics, whatever the text. Only building can fail.
//! * The same text gives the same result, on any thread. An [`Extractor`] is immutable, `Send` and `Sync`.
//! * No file and no network is touched while reading; the lists are part of the library.
//!
//! # Features
//!
//! * `cities`, on by default: cities of the world from GeoNames.
//! * `parallel`, on by default: [`Extractor::corpus`] reads on several threads; without it, on the one that asks.
//!
//! # Where to go on
//!
//! [`Extractor::extract`] for one text, [`Extractor::corpus`] for many, [`Extractor::extract_with`] to keep the buffers yourself, [`Extractor::explain`] for why a text gives what it gives, [`Gaps`] for what the lists lack, [`Relation`] for what is known of an interaction,
//! [`Record`] for storing it, [`ExtractorBuilder`] for lists and options.

#![forbid(unsafe_code)]
#![warn(missing_docs)]

mod corpus;
mod date;
mod error;
mod explanation;
mod extraction;
mod extractor;
mod gaps;
#[allow(dead_code, reason = "the build script reads the lists with this module, the library only their image")]
mod gazetteer;
mod mention;
mod records;
mod relation;
mod serialize;
mod span;
#[doc(hidden)]
pub mod stages;
mod syntax;
mod text;

pub use corpus::{Corpus, Mapped, Reader, Text};
pub use date::{Date, DateError};
pub use error::Error;
pub use explanation::{ExplainedMention, ExplainedSentence, ExplainedTrigger, Explanation, RefusedName};
pub use extraction::{Attribution, DateWords, EntityNode, EventDate, Evidence, Extraction, Mention, Node, Record, Relation, Triple, Words, SCHEMA};
pub use extractor::{DatedExtractor, Extractor, ExtractorBuilder, Scratch};
pub use gaps::{Gap, Gaps};
pub use gazetteer::{Class, Entity, EntityKind, Office};
pub use mention::{FoundBy, MentionKind};
pub use relation::{Modality, Tense};
pub use serialize::RecordRef;
pub use span::Span;
