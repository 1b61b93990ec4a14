//! Bodies that no list holds and whose form tells nothing, by the words around: `the retailer Zorbex`, `Zorbex, a Danish software company`, `the founder of Zorbex`.

use super::names::{is_name, text_key};
use super::{EntityRef, Found, FoundBy, MentionKind, Mentions, Unnamed, View};
use crate::gazetteer::{flag, IntMap, Tag, WordSet};
use crate::text::{TokenKind, LINE_START, UPPER};

/// So many tokens such a name is long at most.
const LONGEST: u32 = 4;
/// So many tokens stand between "a" and the noun that says what it is.
const DESCRIPTION: u32 = 5;

/// Makes organizations of the names that the words around call so; `is_person` says of which the document knows a person.
pub(super) fn introduced(mentions: &mut Mentions, view: &View<'_>, is_person: &dyn Fn(u64) -> bool) {
    for number in 0..mentions.unnamed.len() {
        if let Some(found) = body(mentions, view, mentions.unnamed[number], is_person) {
            let found = mentions.own_name(view, (found, None));
            mentions.push(found);
        }
    }
}

/// "Zorbex Entertainment … Zorbex": the first words of the document's companies, each before what only says what such a company does or is, by what tells
/// their texts from others.
pub(super) fn short_names(mentions: &Mentions, view: &View<'_>) -> IntMap<u64, EntityRef> {
    let several = mentions.found.iter().filter(|found| found.kind == MentionKind::Organization && found.end > found.first + 1);
    let other = flag::NOT_A_NAME | flag::NOT_AN_ORGANIZATION | flag::TITLE | flag::HONORIFIC | flag::DATE | flag::DIRECTION | flag::GIVEN_NAME;
    let own = |k: u32| !mentions.has(k, other) && (!mentions.has(k, flag::LOWER_KNOWN) || view.document.tokens[k as usize].has(UPPER));
    let trade = |k: u32| is_in(mentions, view, k, WordSet::Firm) || is_in(mentions, view, k, WordSet::Trade);
    let named = several.filter(|found| own(found.first) && trade(found.first + 1));
    named.map(|found| (text_key(view, found.first), found.entity)).collect()
}

fn body(mentions: &Mentions, view: &View<'_>, unnamed: Unnamed, is_person: &dyn Fn(u64) -> bool) -> Option<Found> {
    let Unnamed { token: i, first, end, key } = unnamed;
    let name = |k: u32| k < end && is_free_name(mentions, view, k);
    let behind_name = i > first && view.document.tokens[i as usize - 1].kind != TokenKind::Quote && is_name(view, i - 1);
    let other = flag::TITLE | flag::HONORIFIC | flag::NOT_A_NAME | flag::NOT_AN_ORGANIZATION;
    if !name(i) || (behind_name && i > first + 1) || mentions.has(i, other) || is_person(key) {
        return None;
    }
    let unknown = !mentions.has(i, flag::LOWER_KNOWN | flag::SURNAME | flag::GIVEN_NAME);
    let at = (i + 1..i + LONGEST).find(|&k| !name(k)).unwrap_or(i + LONGEST);
    let surname = at == i + 1 && mentions.has(i, flag::SURNAME);
    let called = !surname && is_behind_noun(mentions, view, (i, first));
    let at = if called { behind_partners(mentions, view, (i, at, end))? } else { at };
    // "the group Smith-Jones", "the group Time's Up": more than stands here
    let owns = |at: u32| view.owns(at) && at + 1 < end && is_name(view, at + 1);
    let whole = at >= end || mentions.at[at as usize] == 0 && !name(at) && view.document.tokens[at as usize].kind != TokenKind::Hyphen && !owns(at);
    let told = || unknown && !behind_name && (has_part(mentions, view, (i, first)) || has_officer(mentions, view, (at, end)) || is_described(mentions, view, (at, end)));
    (whole && (called || told())).then_some(Found { first: i, end: at, kind: MentionKind::Organization, entity: EntityRef::Document(0), by: FoundBy::Shape, adjective: false })
}

/// Whether a capitalised word stands at `k` at which nothing is found yet.
fn is_free_name(mentions: &Mentions, view: &View<'_>, k: u32) -> bool {
    is_name(view, k) && mentions.at[k as usize] == 0 && !mentions.has(k, flag::DATE)
}

/// The end of a name up to token `at` that goes on: "Slater and Gordon", "Gibson, Dunn & Crutcher", "Humans for Life"; none where something else is found in it.
fn behind_partners(mentions: &Mentions, view: &View<'_>, (i, mut at, end): (u32, u32, u32)) -> Option<u32> {
    let text = |k: u32| if k < end { view.document.tokens[k as usize].text(view.text) } else { "" };
    let name = |k: u32| k < end && is_free_name(mentions, view, k);
    let firm = i > 0 && matches!(view.document.tokens[i as usize - 1].text(view.text), "company" | "firm" | "group");
    let alone = at == i + 1 && firm;
    if alone && text(at) == "," && name(at + 1) && matches!(text(at + 2), "&" | "and") && name(at + 3) {
        return Some(at + 4);
    }
    if name(at + 1) && (text(at) == "&" || alone && text(at) == "and") {
        return Some(at + 2);
    }
    let leads = |k: u32| matches!(text(k), "for" | "of") && mentions.has(i, flag::LOWER_KNOWN) || text(k) == "de";
    while leads(at) && at + 1 < end && is_name(view, at + 1) && at < i + 2 * LONGEST {
        at = (at + 1..end).find(|&k| !is_name(view, k)).unwrap_or(end);
    }
    Some(at).filter(|&at| (i..at).all(|k| mentions.at[k as usize] == 0))
}

/// Whether the word of token `i` is in a set, in the singular or plural: one in lower case, or, as at the head of a sentence, in any.
pub(super) fn is_in(mentions: &Mentions, view: &View<'_>, i: u32, set: WordSet) -> bool {
    let sets = &view.gazetteer.sets;
    let word = mentions.word(i);
    [word, mentions.lower(view, i), view.gazetteer.words.get(word).noun].into_iter().any(|word| sets.has(set, word))
}

/// "the retailer Zorbex", "companies such as Zorbex".
fn is_behind_noun(mentions: &Mentions, view: &View<'_>, (i, first): (u32, u32)) -> bool {
    let text = |back: u32| i.checked_sub(back).filter(|&k| k >= first).map_or("", |k| view.document.tokens[k as usize].text(view.text));
    let such = if text(2) == "such" && text(1) == "as" { 3 } else { 1 };
    // "Bank Zorbex" has it as its own, "Companies such as Zorbex"
    !view.document.tokens[i as usize].has(LINE_START) && i >= first + such && (!is_name(view, i - such) || i == first + such) && is_in(mentions, view, i - such, WordSet::Body)
}

/// "the founder of Zorbex", "a spokesman for Zorbex".
fn has_part(mentions: &Mentions, view: &View<'_>, (i, first): (u32, u32)) -> bool {
    i > first + 1 && matches!(view.document.tokens[i as usize - 1].text(view.text), "of" | "for") && is_in(mentions, view, i - 2, WordSet::BodyPart)
}

/// "Zorbex spokesperson Ann Lee", "Zorbex shareholders": whether what only a body has follows at `at`.
fn has_officer(mentions: &Mentions, view: &View<'_>, (at, end): (u32, u32)) -> bool {
    at < end && is_in(mentions, view, at, WordSet::BodyPart) && !matches!(view.document.tokens[at as usize].text(view.text), "founder" | "co-founder" | "cofounder")
}

/// "Zorbex, a Danish software company,": whether what such a body is stands behind the comma at `at`, and no person of it.
fn is_described(mentions: &Mentions, view: &View<'_>, (at, end): (u32, u32)) -> bool {
    let tokens = &view.document.tokens;
    let opens = at + 2 < end && tokens[at as usize].kind == TokenKind::Comma && matches!(tokens[at as usize + 1].text(view.text), "a" | "an");
    // "a ban on insurers" is a ban
    let word = |k: &u32| match tokens[*k as usize].kind {
        TokenKind::Word => view.gazetteer.words.get(mentions.word(*k)).classes.likeliest != Tag::Preposition,
        kind => kind == TokenKind::Hyphen,
    };
    let noun = (at + 2..end.min(at + 2 + DESCRIPTION)).take_while(word).find(|&k| opens && !is_name(view, k) && is_in(mentions, view, k, WordSet::Body));
    noun.is_some_and(|k| {
        let ends = |next: u32| {
            tokens[next as usize].kind != TokenKind::Word || !matches!(view.gazetteer.words.get(mentions.word(next)).classes.likeliest, Tag::Noun | Tag::Plural | Tag::Name)
        };
        k + 1 >= end || tokens[k as usize + 1].kind != TokenKind::Hyphen && ends(k + 1)
    })
}
