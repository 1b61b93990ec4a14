//! The stages of the pipeline one by one, for benchmarks. No part of the public interface.

use crate::extractor::{Extractor, Scratch};
use crate::mention::View;

/// Cuts `text` into tokens and sentences; says how many tokens there are.
#[inline(never)]
pub fn tokens(text: &str, scratch: &mut Scratch) -> usize {
    scratch.document.read(text);
    scratch.document.tokens.len()
}

/// Finds the mentions of `text`, behind [`tokens`] of the same text; says how many there are.
#[inline(never)]
pub fn mentions(extractor: &Extractor, text: &str, scratch: &mut Scratch) -> usize {
    let view = View { gazetteer: extractor.gazetteer(), text, document: &scratch.document, date: None };
    scratch.mentions.find(&view);
    scratch.mentions.found.len()
}

/// Reads the relations of `text`, behind [`mentions`] of the same text; says how many there are. Unnamed actors are left out.
#[inline(never)]
pub fn relations(extractor: &Extractor, text: &str, scratch: &mut Scratch) -> usize {
    let view = View { gazetteer: extractor.gazetteer(), text, document: &scratch.document, date: None };
    scratch.relations.read(&view, &mut scratch.mentions, false);
    scratch.relations.found.len()
}
