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
    /// The tokens that are what a rule of a later floor looks for far from where it stands.
    pub landmarks: Landmarks,
    others: bytes::Others,
}

/// The numbers of some tokens of a document, each list in order.
#[derive(Default)]
pub(crate) struct Landmarks {
    /// Quotation marks.
    pub quotes: Vec<u32>,
    pub colons: Vec<u32>,
    /// The first tokens of paragraphs.
    pub paragraphs: Vec<u32>,
}

impl Landmarks {
    fn clear(&mut self) {
        self.quotes.clear();
        self.colons.clear();
        self.paragraphs.clear();
    }

    /// Notes token `i`, if it is a mark of these.
    #[inline]
    fn add(&mut self, i: u32, token: Token) {
        match token.kind {
            TokenKind::Quote => self.quotes.push(i),
            TokenKind::Colon => self.colons.push(i),
            _ => {}
        }
    }
}

impl Document {
    /// Reads `text` into the buffers of this document, which are cleared first.
    pub fn read(&mut self, text: &str) {
        self.tokens.clear();
        self.sentences.clear();
        token::tokenize(text, &mut self.others, &mut self.tokens);
        inserts::drop(text, &mut self.tokens);
        sentence::split(text, &self.tokens, &mut self.sentences, &mut self.landmarks);
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
