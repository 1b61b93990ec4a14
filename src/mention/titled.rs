//! Titles that stand for who is called by them: `The Secretary`, `the foreign minister`, behind `Foreign Minister Park Jin`.

use super::{Found, MentionKind, Mentions, View};
use crate::text::{TokenKind, CAPITAL};

/// The last words of such titles.
const TITLES: [&str; 12] =
    ["administrator", "ambassador", "commissioner", "coordinator", "director", "envoy", "general", "minister", "representative", "secretary", "speaker", "undersecretary"];

/// So many mentions back the title may stand.
const REACH: usize = 200;

/// So many times as often as all others who have it somebody is called by a title, if it stands for him alone.
const MANY: usize = 3;

/// Where more than so many are called by a title, it stands for none of them.
const SEVERAL: usize = 8;

/// So many tokens a title may be long.
const LONGEST: u32 = 8;

pub(crate) fn is_title(noun: &str) -> bool {
    TITLES.iter().any(|title| title.eq_ignore_ascii_case(noun))
}

/// The person before token `i` whom the document calls by the title that ends there: "the Deputy Secretary" after "Deputy Secretary of State Ann Lee".
/// Of several who are called so, the one who is so three times as often as all others.
pub(super) fn holder(mentions: &Mentions, view: &View<'_>, i: u32) -> Option<usize> {
    let text = |k: u32| view.document.tokens[k as usize].text(view.text);
    // "The Deputy Secretary and Vice Foreign Minister": the article stands for both
    let opens = |k: u32| matches!(text(k), "the" | "The") || text(k) == "and" && view.document.tokens[k as usize + 1].has(CAPITAL);
    let the = (i.saturating_sub(4)..i).rev().find(|&k| opens(k))?;
    let length = i - the;
    // "the secretary" can be the health secretary, "The Secretary" is who is called no more than that
    let whole = view.document.tokens[i as usize].has(CAPITAL);
    let title = |from: u32| (from..from + length).zip(the + 1..=i).all(|(a, b)| text(a).eq_ignore_ascii_case(text(b)));
    // "the secretary of state"
    let of_state = |end: u32| is_of_state(view, end);
    let called = |found: &Found| {
        let (first, end) = title_of(mentions, view, found);
        let same = end >= first + length && title(end - length);
        let deputy = || matches!(text(first), "Assistant" | "Deputy" | "Under" | "Vice");
        let before = same && (end == first + length || !whole && !deputy()) && (!of_state(i + 1) || of_state(end));
        before || described(mentions, view, found, length, &title).is_some_and(|end| !of_state(i + 1) || of_state(end))
    };
    let before = mentions.found.partition_point(|found| found.first < the);
    let people = (0..before).rev().take(REACH).filter(|&n| mentions.found[n].kind == MentionKind::Person && called(&mentions.found[n]));
    // the last mention of each, and how many there are of him
    let mut holders: Vec<(usize, usize)> = Vec::new();
    for n in people {
        let known = holders.iter().position(|&(last, _)| mentions.found[last].entity == mentions.found[n].entity);
        match known {
            Some(at) => holders[at].1 += 1,
            None if holders.len() == SEVERAL => return None,
            None => holders.push((n, 1)),
        }
    }
    let all: usize = holders.iter().map(|(_, times)| times).sum();
    let (last, times) = holders.into_iter().max_by_key(|&(_, times)| times)?;
    (times >= (all - times) * MANY).then_some(last)
}

/// "of State": whether it stands at token `k`, so that a title goes on.
pub(crate) fn is_of_state(view: &View<'_>, k: u32) -> bool {
    let text = |k: u32| view.document.tokens.get(k as usize).map_or("", |token| token.text(view.text));
    text(k) == "of" && matches!(text(k + 1), "State" | "state")
}

/// "X, the foreign minister,", "The foreign minister, X,": the token behind the title of this length that stands beside a name behind or before a comma.
fn described(mentions: &Mentions, view: &View<'_>, found: &Found, length: u32, title: &dyn Fn(u32) -> bool) -> Option<u32> {
    let token = |k: u32| view.document.tokens.get(k as usize);
    let text = |k: u32| token(k).map_or("", |token| token.text(view.text));
    let comma = |k: u32| token(k).is_some_and(|token| token.kind == TokenKind::Comma);
    if comma(found.end) {
        // "the French foreign minister"
        let mut from = found.end + 1 + u32::from(matches!(text(found.end + 1), "a" | "the"));
        while from < found.end + 6 && mentions.at.get(from as usize).is_some_and(|&n| n != 0) {
            from += 1;
        }
        let end = from + length;
        return (token(end).is_some() && title(from) && (comma(end) || text(end) == "of")).then_some(end);
    }
    let end = found.first.checked_sub(1).filter(|&k| comma(k))?;
    let from = end.checked_sub(length).filter(|&from| from > 0 && matches!(text(from - 1), "The" | "the") && title(from));
    from.map(|_| end)
}

/// The tokens of the title right before a name, without whose it is: "Deputy Secretary" of "US Deputy Secretary of State Ann Lee"; empty behind "former".
fn title_of(mentions: &Mentions, view: &View<'_>, found: &Found) -> (u32, u32) {
    let tokens = &view.document.tokens;
    let text = |k: u32| tokens[k as usize].text(view.text);
    let links = |k: u32| matches!(text(k), "of" | "for");
    let belongs = |k: &u32| tokens[*k as usize].kind == TokenKind::Word && (tokens[*k as usize].has(CAPITAL) || matches!(text(*k), "of" | "for" | "and" | "the"));
    let mut first = (found.first.saturating_sub(LONGEST)..found.first).rev().take_while(belongs).last().unwrap_or(found.first);
    while first < found.first && (mentions.at[first as usize] != 0 || matches!(text(first), "The" | "the")) {
        first += 1;
    }
    let past = first > 0 && matches!(text(first - 1), "former" | "then" | "ex" | "late" | "-") || matches!(text(first), "Former" | "Ex");
    let end = (first..found.first).find(|&k| links(k)).unwrap_or(found.first);
    if past {
        (first, first)
    } else {
        (first, end)
    }
}
