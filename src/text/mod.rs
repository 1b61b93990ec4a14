//! Floor 1: bytes to tokens and sentences. Knows nothing of names or words.

mod abbreviations;
mod bytes;
mod dates;
mod inserts;
mod sentence;
mod token;

pub(crate) use dates::Dates;
pub(crate) use token::{Token, TokenKind, APOSTROPHE, CAPITAL, DOTTED, GLUED, LINE_START, PARAGRAPH_START, UPPER};

use crate::span::Span;

/// A text with its tokens and sentences. Borrowed buffers are reused from document to document.
#[derive(Default)]
pub(crate) struct Document {
    pub tokens: Vec<Token>,
    /// Each sentence's first token and the token after its last.
    pub sentences: Vec<(u32, u32)>,
    others: bytes::Others,
}

impl Document {
    /// Reads `text` into the buffers of this document, which are cleared first.
    pub fn read(&mut self, text: &str) {
        self.tokens.clear();
        self.sentences.clear();
        token::tokenize(text, &mut self.others, &mut self.tokens);
        inserts::drop(text, &mut self.tokens);
        sentence::split(text, &self.tokens, &mut self.sentences);
    }

    /// The number of the sentence that holds token `i`.
    pub fn sentence_of(&self, i: u32) -> usize {
        self.sentences.partition_point(|&(first, _)| first <= i).saturating_sub(1)
    }
}

impl Token {
    pub fn span(self) -> Span {
        Span { start: self.start, end: self.end }
    }

    pub fn text(self, text: &str) -> &str {
        &text[self.start as usize..self.end as usize]
    }

    pub fn has(self, flag: u8) -> bool {
        self.flags & flag != 0
    }
}
