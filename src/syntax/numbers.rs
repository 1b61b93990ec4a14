//! How many: what rounds a number is part of it, "at least 30", "close to a hundred", "between 20 and 30", "100 or more"; and how a vote ended, "51 to 49".

use super::Unit;
use crate::gazetteer::{word, Classes, Tag, WordId};
use crate::mention::View;
use crate::text::TokenKind;

/// What rounds the number behind it, whatever stands before; "about", "around" and "over", which can be prepositions, are decided with the word classes.
const ROUNDING: &[&[&str]] = &[
    &["as", "few", "as"],
    &["as", "many", "as"],
    &["as", "much", "as"],
    &["in", "excess", "of"],
    &["no", "fewer", "than"],
    &["no", "less", "than"],
    &["no", "more", "than"],
    &["not", "less", "than"],
    &["not", "more", "than"],
    &["at", "least"],
    &["at", "most"],
    &["close", "to"],
    &["fewer", "than"],
    &["just", "over"],
    &["just", "under"],
    &["less", "than"],
    &["more", "than"],
    &["up", "to"],
    &["upwards", "of"],
    &["well", "over"],
    &["almost"],
    &["approximately"],
    &["nearly"],
    &["roughly"],
];

/// Takes what rounds a number into the unit of the number that was read last, or of the sign before it: "more than $30".
#[inline]
pub(super) fn round(view: &View<'_>, units: &mut Vec<Unit>) {
    let counts = |last: &Unit| last.mention == 0 && (is_number(last) || is_sign(last) || last.end > last.first + 2 || matches!(last.word, word::MORE | word::SO));
    if units.last().is_some_and(counts) {
        round_last(view, units);
    }
}

fn round_last(view: &View<'_>, units: &mut Vec<Unit>) {
    let [before @ .., last] = units.as_slice() else { return };
    // "100 or more"
    if let ([.., number, or], word::MORE | word::SO) = (before, last.word) {
        if is_number(number) && text(view, or) == "or" {
            let number = Unit { end: last.end, ..*number };
            units.truncate(units.len() - 3);
            units.push(number);
        }
        return;
    }
    let (first, unit) = if let Some(first) = count_of_votes(view, before, last) {
        (first, Unit { word: WordId::NONE, singular: WordId::NONE, classes: Classes::of(Tag::Adverb), ..*last })
    } else if let Some(length) = range(view, before, last).or_else(|| rounding(view, before)).filter(|_| is_number(last) || is_sign(last)) {
        (before.len() - length, *last)
    } else {
        return;
    };
    let begins = before.get(first).copied().unwrap_or(unit);
    units.truncate(first);
    units.push(Unit { first: begins.first, capital: begins.capital, ..unit });
}

/// "$", which stands before a number.
fn is_sign(unit: &Unit) -> bool {
    unit.classes.likeliest == Tag::Determiner && unit.word == WordId::NONE
}

fn is_number(unit: &Unit) -> bool {
    unit.mention == 0 && unit.classes.likeliest == Tag::Number
}

fn text<'t>(view: &View<'t>, unit: &Unit) -> &'t str {
    view.document.tokens[unit.first as usize].text(view.text)
}

/// "voted 51 to 49", "voted 51-49": the first unit of the count that ends with the last unit.
fn count_of_votes(view: &View<'_>, before: &[Unit], last: &Unit) -> Option<usize> {
    let digit = |token: u32| view.document.tokens[token as usize].kind == TokenKind::Number;
    let joined = last.end == last.first + 3 && digit(last.first) && digit(last.end - 1);
    let first = match before {
        _ if joined => before.len(),
        [.., number, to] if is_number(last) && is_number(number) && to.word == word::TO => before.len() - 2,
        _ => return None,
    };
    let by = usize::from(first > 0 && before[first - 1].word == word::BY);
    let verb = first.checked_sub(1 + by).map(|k| view.gazetteer.words.get(before[k].word).verb);
    (verb == Some(word::VOTE)).then_some(first - by)
}

/// "between 20 and 30", which are no years: how many units stand before the second number.
fn range(view: &View<'_>, before: &[Unit], last: &Unit) -> Option<usize> {
    let [.., between, number, and] = before else { return None };
    let year = |unit: &Unit| text(view, unit).len() == 4;
    (between.word == word::BETWEEN && is_number(number) && and.word == word::AND && !year(number) && !year(last)).then_some(3)
}

/// How many units round the number that stands behind them, with the article of "a hundred".
fn rounding(view: &View<'_>, before: &[Unit]) -> Option<usize> {
    let article = usize::from(before.last().is_some_and(|unit| matches!(unit.word, word::A | word::AN)));
    let before = &before[..before.len() - article];
    let last = before.last().filter(|unit| unit.mention == 0 && unit.end == unit.first + 1).map(|unit| text(view, unit))?;
    let ends = |words: &&&[&str]| {
        let alike = |unit: &Unit, word: &str| unit.mention == 0 && unit.end == unit.first + 1 && text(view, unit).eq_ignore_ascii_case(word);
        let begins = || before.len().checked_sub(words.len()).is_some_and(|from| before[from..].iter().zip(**words).all(|(unit, word)| alike(unit, word)));
        words.last().is_some_and(|word| last.eq_ignore_ascii_case(word)) && begins()
    };
    ROUNDING.iter().find(ends).map(|words| words.len() + article)
}
