//! Who is quoted: the speaker named behind a quotation, in front of it, or behind the one before it, in whichever sentence.

use super::coreference::antecedent;
use super::{MentionKind, Mentions, View};
use crate::gazetteer::{flag, Tag};
use crate::text::{Landmarks, Token, TokenKind, GLUED, PARAGRAPH_START};

/// So many tokens around are looked at for the marks of a quotation.
const REACH: u32 = 150;
/// A speaker has no more tokens, with his titles.
const SPEAKER: u32 = 10;

/// Who is quoted, and the verb that says so.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Quoted {
    /// The number of the mention.
    pub by: u32,
    /// The tokens of the verb.
    pub cue: (u32, u32),
}

/// Whether token `i` stands in a quotation that was opened before it in its paragraph.
pub(crate) fn is_quoted(view: &View<'_>, i: u32) -> bool {
    opening(view, i).is_some()
}

/// Who says what stands in quotation marks around token `i`.
pub(crate) fn quoted(mentions: &Mentions, view: &View<'_>, i: u32) -> Option<Quoted> {
    let open = opening(view, i)?;
    let end = (view.document.tokens.len() as u32).min(i + REACH);
    let close = (i..end).take_while(|&k| k == i || !token(view, k).has(PARAGRAPH_START)).find(|&k| token(view, k).kind == TokenKind::Quote)?;
    behind(mentions, view, close).or_else(|| before(mentions, view, open)).or_else(|| {
        // "“…,” X said. “…”"
        let (first, end) = sentence_before(view, open)?;
        let close = (first..end).rev().find(|&k| token(view, k).kind == TokenKind::Quote)?;
        behind(mentions, view, close)
    })
}

fn token(view: &View<'_>, k: u32) -> Token {
    view.document.tokens[k as usize]
}

/// The mark that opens the quotation around token `i`.
fn opening(view: &View<'_>, i: u32) -> Option<u32> {
    let Landmarks { quotes, paragraphs, .. } = &view.document.landmarks;
    let last = |list: &[u32], end: u32| list.partition_point(|&k| k < end).checked_sub(1).map(|at| list[at]);
    let mark = last(quotes, i).filter(|&mark| mark + REACH >= i && last(paragraphs, i + 1).is_none_or(|paragraph| paragraph <= mark))?;
    opens_quotation(view, mark).then_some(mark)
}

/// Whether the mark at `k` opens a quotation: by its form, else by the space before it.
pub(crate) fn opens_quotation(view: &View<'_>, k: u32) -> bool {
    match token(view, k).text(view.text) {
        "“" | "«" | "„" | "‘" => true,
        "”" | "»" | "’" => false,
        _ => !token(view, k).has(GLUED) || k.checked_sub(1).is_some_and(|before| token(view, before).kind == TokenKind::Open),
    }
}

/// The sentence that ends right before token `i`, in the same paragraph.
fn sentence_before(view: &View<'_>, i: u32) -> Option<(u32, u32)> {
    let current = view.document.sentence_of(i);
    let (first, _) = view.document.sentences[current];
    let same = first == i && !token(view, i).has(PARAGRAPH_START);
    current.checked_sub(1).filter(|_| same).map(|before| view.document.sentences[before])
}

/// "“…,” said X", "“…,” X said": behind the mark at `close`.
fn behind(mentions: &Mentions, view: &View<'_>, close: u32) -> Option<Quoted> {
    let end = view.document.sentences[view.document.sentence_of(close)].1;
    let comma = u32::from(close + 1 < end && token(view, close + 1).kind == TokenKind::Comma);
    let first = close + 1 + comma;
    if first >= end {
        return None;
    }
    if says(mentions, view, first) {
        return named_from(mentions, view, first + 1, end).map(|by| Quoted { by, cue: (first, first + 1) });
    }
    let verb = (first..end.min(first + SPEAKER)).take_while(|&k| is_word(view, k)).find(|&k| says(mentions, view, k))?;
    speaker_before(mentions, view, first, verb).map(|by| Quoted { by, cue: (verb, verb + 1) })
}

/// "X said, “…”", "X said: “…”": before the mark at `open`.
fn before(mentions: &Mentions, view: &View<'_>, open: u32) -> Option<Quoted> {
    let first = view.document.sentences[view.document.sentence_of(open)].0;
    let verb = open.checked_sub(2).filter(|&k| k > first && matches!(token(view, k + 1).kind, TokenKind::Comma | TokenKind::Colon) && says(mentions, view, k))?;
    speaker_before(mentions, view, first.max(verb.saturating_sub(SPEAKER)), verb).map(|by| Quoted { by, cue: (verb, verb + 1) })
}

fn is_word(view: &View<'_>, k: u32) -> bool {
    matches!(token(view, k).kind, TokenKind::Word | TokenKind::Possessive | TokenKind::Hyphen)
}

/// Whether a verb of saying stands at `k`.
fn says(mentions: &Mentions, view: &View<'_>, k: u32) -> bool {
    let words = &view.gazetteer.words;
    mentions.at[k as usize] == 0 && words.get(words.get(mentions.lower(view, k)).verb).has(flag::REPORTS)
}

/// Who is named, or meant by "he", right before the verb at `verb`.
fn speaker_before(mentions: &Mentions, view: &View<'_>, first: u32, verb: u32) -> Option<u32> {
    let last = verb.checked_sub(1).filter(|&last| last >= first)?;
    if let Some(number) = mentions.at[last as usize].checked_sub(1) {
        let found = mentions.found[number as usize];
        return (found.first >= first && found.end == verb && !found.adjective).then_some(number);
    }
    let text = token(view, last).text(view.text);
    let he = last == first && matches!(text, "He" | "She" | "he" | "she");
    he.then(|| antecedent(mentions, view, last, &text.to_lowercase())).flatten().map(|number| number as u32)
}

/// Who is named behind the verb before `first`, with titles, up to whatever ends that.
fn named_from(mentions: &Mentions, view: &View<'_>, first: u32, end: u32) -> Option<u32> {
    let title = |k: u32| matches!(view.gazetteer.words.get(mentions.lower(view, k)).classes.likeliest, Tag::Noun | Tag::Plural | Tag::Adjective);
    let stop = |k: u32| !is_word(view, k) || mentions.at[k as usize] == 0 && !title(k) || mentions.has(k, flag::DATE);
    let last = (first..end.min(first + SPEAKER)).find(|&k| k > first && stop(k)).unwrap_or(end.min(first + SPEAKER)).checked_sub(1)?;
    let number = mentions.at[last as usize].checked_sub(1)?;
    (mentions.found[number as usize].kind != MentionKind::Nationality).then_some(number)
}
