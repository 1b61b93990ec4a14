//! `the French foreign minister`: who that was on the day of writing. Only where that day is given.

use super::{EntityRef, Found, FoundBy, MentionKind, Mentions, View};
use crate::date::Date;
use crate::gazetteer::{flag, EntityId, EntityKind, Tag};
use crate::text::{TokenKind, CAPITAL};

/// No title has more words.
const LONGEST: u32 = 4;

/// What before an office says that somebody else is meant.
const OTHERS: [&str; 20] =
    ["former", "ex", "then", "next", "future", "late", "a", "an", "any", "no", "every", "each", "another", "first", "previous", "would-be", "-", "acting", "interim", "new"];

/// Puts who held an office in place of the country that the office is of.
pub(super) fn holders(mentions: &mut Mentions, view: &View<'_>, date: Date) {
    for number in 0..mentions.found.len() {
        let found = mentions.found[number];
        let EntityRef::Listed(country) = found.entity else { continue };
        let state = matches!(found.kind, MentionKind::Country | MentionKind::Nationality) && view.gazetteer.names.entity(country).kind == EntityKind::Country;
        if !state {
            continue;
        }
        if let Some((first, end, person)) = behind(mentions, view, &found, country, date).or_else(|| before(mentions, view, &found, country, date)) {
            mentions.found[number] = Found { first, end, kind: MentionKind::Person, entity: EntityRef::Listed(person), by: FoundBy::Office, adjective: false };
        }
    }
}

type Held = Option<(u32, u32, EntityId)>;

/// `the French foreign minister`, `France's foreign minister`.
fn behind(mentions: &Mentions, view: &View<'_>, found: &Found, country: EntityId, date: Date) -> Held {
    let tokens = &view.document.tokens;
    let possessive = tokens.get(found.end as usize).is_some_and(|t| t.kind == TokenKind::Possessive);
    if found.kind == MentionKind::Nationality && !found.adjective {
        return None;
    }
    let first = found.end + u32::from(possessive);
    let (end, person) = (1..=LONGEST).rev().find_map(|length| Some((first + length, held(mentions, view, (first, first + length), country, date)?)))?;
    (means_holder(mentions, view, found.first) && stands_alone(mentions, view, end)).then_some((found.first, end, person))
}

/// `the foreign minister of France`.
fn before(mentions: &Mentions, view: &View<'_>, found: &Found, country: EntityId, date: Date) -> Held {
    let text = |i: u32| view.document.tokens[i as usize].text(view.text);
    let of = found.first.checked_sub(1).filter(|&i| text(i) == "of" && found.kind == MentionKind::Country)?;
    let (first, person) = (1..=LONGEST).rev().find_map(|length| {
        let first = of.checked_sub(length).filter(|&first| first > 0 && text(first - 1).eq_ignore_ascii_case("the"))?;
        Some((first, held(mentions, view, (first, of), country, date)?))
    })?;
    stands_alone(mentions, view, found.end).then_some((first, found.end, person))
}

/// Who held the office that these tokens name.
fn held(mentions: &Mentions, view: &View<'_>, (first, end): (u32, u32), country: EntityId, date: Date) -> Option<EntityId> {
    let tokens = view.document.tokens.get(first as usize..end as usize)?;
    let free = mentions.at[first as usize..end as usize].iter().all(|&at| at == 0);
    if !free || tokens.iter().any(|t| t.kind != TokenKind::Word) {
        return None;
    }
    let title: Vec<String> = tokens.iter().map(|t| t.text(view.text).to_ascii_lowercase()).collect();
    view.gazetteer.offices().holder(country, &title.join(" "), date)
}

/// Whether nothing before token `first` says that somebody else is meant, and no name goes on there.
fn means_holder(mentions: &Mentions, view: &View<'_>, first: u32) -> bool {
    let Some(before) = first.checked_sub(1) else { return true };
    let token = view.document.tokens[before as usize];
    let text = token.text(view.text).to_ascii_lowercase();
    let name = token.kind == TokenKind::Word && token.has(CAPITAL) && mentions.at[before as usize] == 0 && !mentions.has(before, flag::LOWER_KNOWN);
    let coordinated = matches!(text.as_str(), "and" | "or") && before > 0 && mentions.at[before as usize - 1] != 0;
    !name && !coordinated && token.kind != TokenKind::Hyphen && !OTHERS.contains(&text.as_str())
}

/// Whether no name, noun or apposition follows at token `end`: not `the French president Emmanuel Macron`, `the French president, Emmanuel Macron,`.
fn stands_alone(mentions: &Mentions, view: &View<'_>, end: u32) -> bool {
    let tokens = &view.document.tokens;
    let Some(next) = tokens.get(end as usize) else { return true };
    let named = |i: u32| mentions.at.get(i as usize).is_some_and(|&at| at != 0);
    match next.kind {
        TokenKind::Comma => {
            let person = |i: u32| mentions.found.iter().any(|f| f.first == i && f.kind == MentionKind::Person);
            !person(end + 1) && !tokens.get(end as usize + 1).is_some_and(|t| t.kind == TokenKind::Word && t.has(CAPITAL) && !named(end + 1))
        }
        TokenKind::Word => {
            let word = *view.gazetteer.words.get(mentions.lower(view, end));
            let acts = word.is(Tag::VerbS) || word.is(Tag::Past) || word.is(Tag::Verb);
            let noun = word.has(flag::AGENT | flag::RELATION) || (word.classes.likeliest == Tag::Noun && !acts);
            !next.has(CAPITAL) && mentions.at[end as usize] == 0 && !noun && !matches!(next.text(view.text), "of" | "elect" | "designate")
        }
        TokenKind::Hyphen | TokenKind::Open => false,
        _ => true,
    }
}
