//! Reads news and says who did what to whom.

#![forbid(unsafe_code)]
#![warn(missing_docs)]

mod embedded;
mod error;
mod explanation;
mod extraction;
mod extractor;
mod gazetteer;
mod mention;
mod records;
mod relation;
mod span;
#[doc(hidden)]
pub mod stages;
mod syntax;
mod text;

pub use error::Error;
pub use explanation::{ExplainedMention, ExplainedSentence, ExplainedTrigger, Explanation};
pub use extraction::{Attribution, EntityNode, Evidence, Extraction, Mention, Node, Record, Relation, Triple, Words, SCHEMA};
pub use extractor::{Extractor, ExtractorBuilder, Scratch};
pub use gazetteer::{Class, Entity, EntityKind, Office};
pub use mention::{FoundBy, MentionKind};
pub use relation::Modality;
pub use span::Span;
