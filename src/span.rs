//! Byte ranges into a text.

use serde::{Deserialize, Serialize};

/// A half-open range of bytes in a text, always on character boundaries.
///
/// Offsets are 32 bits wide; a text longer than 4 GiB is read up to there (see [`crate::Extractor::extract`]).
///
/// ```
/// use demarche::Span;
///
/// let span = Span::new(3, 9);
/// assert_eq!(span.of("US urges Europe"), "urges ");
/// assert_eq!(span.len(), 6);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Span {
    /// Offset of the first byte.
    pub start: u32,
    /// Offset of the byte after the last.
    pub end: u32,
}

impl Span {
    /// The range from `start` up to, not including, `end`; both in bytes.
    pub fn new(start: usize, end: usize) -> Span {
        Span { start: start as u32, end: end as u32 }
    }

    /// The piece of `text` that this span covers, or `""` where the span does not fit that text.
    pub fn of(self, text: &str) -> &str {
        text.get(self.start as usize..self.end as usize).unwrap_or("")
    }

    /// Its length in bytes.
    pub fn len(self) -> usize {
        (self.end - self.start) as usize
    }

    /// Whether it covers nothing.
    pub fn is_empty(self) -> bool {
        self.start >= self.end
    }

    /// Whether the two share at least one byte.
    ///
    /// ```
    /// use demarche::Span;
    ///
    /// assert!(Span::new(0, 5).overlaps(Span::new(4, 8)));
    /// assert!(!Span::new(0, 5).overlaps(Span::new(5, 8)));
    /// ```
    pub fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The smallest span that covers both.
    pub fn cover(self, other: Span) -> Span {
        Span { start: self.start.min(other.start), end: self.end.max(other.end) }
    }
}
