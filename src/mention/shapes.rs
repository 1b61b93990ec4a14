//! Organizations that no list holds, by the form of their names: `Ministry of Trade`, `Harbour Workers Union`.

use super::{EntityRef, Found, FoundBy, MentionKind, Mentions, View};
use crate::gazetteer::{flag, Tag};
use crate::text::{TokenKind, CAPITAL};

/// Heads that lead a name: `Ministry of X`, `University of X`; others only end one.
const LEADING: [&str; 12] = ["Ministry", "Department", "University", "Institute", "Bank", "Office", "Bureau", "College", "Council", "Association", "Federation", "Court"];

/// An organization's name at token `i`: capitalised words up to a head such as `Union`, or a leading head with `of` and names.
pub(super) fn organization(mentions: &mut Mentions, view: &View<'_>, i: u32, first: u32, end: u32) -> Option<(Found, Option<bool>)> {
    let words = &view.gazetteer.words;
    let opening = *words.get(mentions.word(view, i));
    if opening.has(flag::NOT_A_NAME | flag::DATE | flag::HONORIFIC) {
        return None;
    }
    // at the start of a sentence an ordinary word is no part of a name
    if i == first && !opening.has(flag::ORGANIZATION_HEAD) && ordinary(mentions, view, i) {
        return None;
    }
    let mut at = i;
    let mut best = None;
    while at < end.min(i + 10) {
        let token = view.document.tokens[at as usize];
        let word = *words.get(mentions.word(view, at));
        if token.kind == TokenKind::Word && token.has(CAPITAL) && !word.has(flag::DATE) {
            at += 1;
            let head = word.has(flag::ORGANIZATION_HEAD) && at > i + 1;
            if head || (best.is_some() && leads(view, i)) {
                best = Some(at);
            }
            continue;
        }
        let text = token.text(view.text);
        let links = matches!(text, "of" | "for" | "and" | "&" | "the" | "on" | "-" | "’s" | "'s") && at > i;
        if !links || !joins(view, at, end) || (matches!(text, "and" | "for" | "on") && !leads(view, i)) || (text == "of" && !leads(view, at - 1)) {
            break;
        }
        if text == "of" && best.is_none() && leads(view, i) && at == i + 1 {
            best = Some(at);
        }
        at += 1;
    }
    let at = best?;
    if at < i + 2 {
        return None;
    }
    Some((Found { first: i, end: at, kind: MentionKind::Organization, entity: EntityRef::Document(0), by: FoundBy::Shape, adjective: false }, None))
}

fn leads(view: &View<'_>, i: u32) -> bool {
    LEADING.contains(&view.document.tokens[i as usize].text(view.text))
}

/// Whether a capitalised word stands behind the connecting word at `at`, perhaps after "the".
fn joins(view: &View<'_>, at: u32, end: u32) -> bool {
    let next = (at + 1..end.min(at + 3)).map(|k| view.document.tokens[k as usize]).find(|t| t.text(view.text) != "the");
    next.is_some_and(|t| t.kind == TokenKind::Word && t.has(CAPITAL))
}

/// A word whose lower-case form is in the lists as anything but a rare noun.
fn ordinary(mentions: &mut Mentions, view: &View<'_>, i: u32) -> bool {
    let lower = mentions.lower(view, i);
    lower.known() && view.gazetteer.words.get(lower).tags[0] != Tag::None
}
