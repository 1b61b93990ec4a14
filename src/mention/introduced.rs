//! Names that the words around introduce as a person's: `her brother X`, `a man named X`, `said X Y, the chairman`, `X Y, 34,`.

use super::bodies::is_in;
use super::names::{hyphenated, is_name, says};
use super::{MentionKind, Mentions, View};
use crate::gazetteer::{flag, Tag, WordSet};
use crate::text::{TokenKind, CAPITAL, UPPER};

/// Whether the one word at `i` is a person by the words before it: "her brother X", "a man named X", "the victim was identified as X".
pub(super) fn is_introduced(mentions: &Mentions, view: &View<'_>, i: u32, first: u32, end: u32) -> bool {
    let other = flag::LOWER_KNOWN | flag::NOT_A_NAME | flag::DATE | flag::TITLE | flag::HONORIFIC | flag::ORGANIZATION_HEAD | flag::PLACE_HEAD | flag::FACILITY_HEAD;
    let token = view.document.tokens[i as usize];
    let goes_on = i + 1 < end && (is_name(view, i + 1) || view.document.tokens[i as usize + 1].kind == TokenKind::Hyphen);
    if token.has(UPPER) || token.end - token.start < 2 || goes_on || mentions.has(i, other) {
        return false;
    }
    // "Zorbin, 34,"
    let behind_name = i > first && (is_name(view, i - 1) || hyphenated(view, i));
    if !behind_name && (is_aged(view, i + 1, end) || behind_initial(token.text(view.text)).is_some()) {
        return true;
    }
    if i < first + 2 {
        return false;
    }
    let before = |back: u32| i.checked_sub(back).filter(|&k| k >= first);
    let text = |back: u32| before(back).map_or("", |k| view.document.tokens[k as usize].text(view.text));
    let word = |k: u32| view.gazetteer.words.get(mentions.lower(view, k));
    let owner = |k: u32| view.document.tokens[k as usize].kind == TokenKind::Possessive || word(k).classes.likeliest == Tag::Possessive;
    let someone = |k: u32| word(k).has(flag::AGENT | flag::RELATION);
    match text(1) {
        "surnamed" => true,
        "named" => before(2).is_some_and(someone),
        "said" | "says" | "of" | "by" => tells_of_person(mentions, view, i, i + 1, first, end),
        "as" if text(2) == "identified" || text(3) == "identified" && matches!(text(2), "only" | "simply") => {
            (3..9).filter_map(before).any(someone) || introduced(mentions, view, i, i + 1, first, end)
        }
        // "his wife, X, left"
        "," => {
            let closed = i + 1 >= end || matches!(view.document.tokens[i as usize + 1].kind, TokenKind::Comma | TokenKind::Stop);
            closed && before(2).is_some_and(|k| someone(k) && is_in(mentions, view, k, WordSet::Kin)) && [3, 4].into_iter().filter_map(before).any(owner)
        }
        // "his eldest son X"
        _ => someone(i - 1) && is_in(mentions, view, i - 1, WordSet::Kin) && [2, 3].into_iter().filter_map(before).any(owner),
    }
}

/// Whether the words around the tokens `i..at` say that they name a person: "student X Y", "X Y, 34,", "X Y, who", "X Y said".
pub(super) fn introduced(mentions: &Mentions, view: &View<'_>, i: u32, at: u32, first: u32, end: u32) -> bool {
    let words = &view.gazetteer.words;
    if i > first && !view.document.tokens[i as usize - 1].has(CAPITAL) {
        let before = *words.get(mentions.word(i - 1));
        // "the sports minister, X Y,"
        let comma = view.document.tokens[i as usize - 1].kind == TokenKind::Comma && at < end && view.document.tokens[at as usize].kind == TokenKind::Comma;
        let office = |k: u32| !view.document.tokens[k as usize].has(CAPITAL) && mentions.has(k, flag::TITLE_END) && words.get(mentions.word(k)).is(Tag::Noun);
        if comma && i > first + 1 && office(i - 2) {
            return true;
        }
        if tells_of_person(mentions, view, i, at, first, end) {
            return true;
        }
        if before.has(flag::RELATION) || (before.has(flag::AGENT) && before.is(Tag::Noun) && before.has(flag::TITLE_END)) {
            return true;
        }
    }
    if at >= end {
        return false;
    }
    if view.document.tokens[at as usize].kind != TokenKind::Comma {
        return says(mentions, view, at);
    }
    let aged = is_aged(view, at, end);
    // "Ann Lee, Deputy Spokesperson" at the head of a line
    let title = |k: u32| (i == first || !view.document.tokens[k as usize].has(CAPITAL)) && mentions.has(k, flag::TITLE_END);
    // "X Y, a public policy analyst"
    let article = at + 1 < end && matches!(view.document.tokens[at as usize + 1].text(view.text), "a" | "an");
    let described = article && (at + 4..end.min(at + 6)).any(|k| title(k) && words.get(mentions.word(k)).has(flag::AGENT));
    let titled = (at + 1..end.min(at + 4)).any(title) || described;
    aged || titled || view.document.tokens.get(at as usize + 1).is_some_and(|next| next.text(view.text) == "who")
}

/// "said X Y, the chairman", "directed by X Y", "the son of X Y", "Ann Lee, Bo Carter, X Y and": whether what stands before the name of the tokens `i..at` is only said of people.
fn tells_of_person(mentions: &Mentions, view: &View<'_>, i: u32, at: u32, first: u32, end: u32) -> bool {
    let tokens = &view.document.tokens;
    let before = |back: u32| i.checked_sub(back).filter(|&k| k >= first);
    let text = |back: u32| before(back).map_or("", |k| tokens[k as usize].text(view.text));
    let comma = at < end && tokens[at as usize].kind == TokenKind::Comma;
    match text(1) {
        "said" | "says" => comma,
        "by" => matches!(text(2), "authored" | "composed" | "directed" | "edited" | "narrated" | "painted" | "sung" | "written"),
        "of" => before(2).is_some_and(|k| is_in(mentions, view, k, WordSet::Kin)),
        "," | "and" => {
            let goes_on = comma || at < end && tokens[at as usize].text(view.text) == "and" || text(1) == "and";
            let mut people = mentions.found.iter().rev().take_while(|found| found.kind == MentionKind::Person);
            let [Some(last), Some(other)] = [people.next(), people.next()] else { return false };
            let joined = |end: u32, next: u32| end + 1 == next && tokens[end as usize].kind == TokenKind::Comma;
            goes_on && last.end + 1 == i && (text(1) == "," || joined(other.end, last.first)) && joined(other.end, last.first)
        }
        _ => false,
    }
}

/// Whether a comma and somebody's age follow at `at`: ", 34,".
fn is_aged(view: &View<'_>, at: u32, end: u32) -> bool {
    let [comma, age, next] = view.document.tokens.get(at as usize..at as usize + 3).unwrap_or_default() else { return false };
    at < end && comma.kind == TokenKind::Comma && age.kind == TokenKind::Number && age.end - age.start <= 3 && !matches!(next.kind, TokenKind::Word | TokenKind::Number)
}

/// "B.Batbayar": the name behind an initial that is written together with it, as Mongolians do.
pub(super) fn behind_initial(text: &str) -> Option<&str> {
    let (initial, name) = text.split_once('.')?;
    let letter = initial.len() == 1 && initial.starts_with(|c: char| c.is_ascii_uppercase());
    let word = name.len() > 3 && name.starts_with(char::is_uppercase) && name.chars().skip(1).all(char::is_lowercase);
    (letter && word).then_some(name)
}
