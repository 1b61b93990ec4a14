//! Plural anaphors: `they`, `The two leaders`, `Both sides`, for those whom their sentence or the one before names together.

use super::coreference::{is_caption, is_country, is_credit};
use super::{Found, MentionKind, Mentions, View};
use crate::gazetteer::{flag, Tag};
use crate::text::{Token, TokenKind, CAPITAL};

/// So many sentences that begin with such an anaphor may follow each other.
const REACH: usize = 4;

/// So many sentences before its own "both countries" can stand for two whom one of them names.
const BACK: usize = 2;

/// So many are taken up together.
const MOST: usize = 8;

/// So many tokens of a sentence are looked at for those whom it names, so that one without end costs no more than another.
const WIDTH: u32 = 64;

/// So many tokens may stand before "they" in front of what they do.
pub(crate) const FRONT: u32 = 6;

/// What is told of the two, so that both are taken up: "met with", "spoke with".
const MEETS: [&str; 18] = [
    "called",
    "conferred",
    "held",
    "hosted",
    "joined",
    "meet",
    "meets",
    "met",
    "phoned",
    "received",
    "sat",
    "spoke",
    "speaks",
    "talked",
    "talks",
    "telephoned",
    "visited",
    "welcomed",
];

/// What sort of actors an anaphor stands for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sort {
    Any,
    Person,
    State,
    Organization,
}

impl Sort {
    fn of(noun: &str) -> Option<Sort> {
        Some(match noun {
            "allies" | "sides" => Sort::Any,
            "candidates" | "diplomats" | "governors" | "leaders" | "men" | "ministers" | "officials" | "politicians" | "presidents" | "secretaries" | "senators" | "women" => {
                Sort::Person
            }
            "countries" | "governments" | "nations" | "neighbors" | "neighbours" | "states" => Sort::State,
            "companies" | "firms" | "groups" | "parties" => Sort::Organization,
            _ => return None,
        })
    }

    fn takes(self, kind: MentionKind) -> bool {
        match self {
            Sort::Any => true,
            Sort::Person => kind == MentionKind::Person,
            Sort::State => kind == MentionKind::Country,
            Sort::Organization => kind == MentionKind::Organization,
        }
    }

    /// Whether a mention is of such an actor, which does not only describe a thing, "the Polish model", or its adjective: "Polish and Czech troops … the two countries".
    fn fits(self, view: &View<'_>, found: &Found) -> bool {
        let noun = || {
            view.document.tokens.get(found.end as usize).is_some_and(|next| {
                let words = &view.gazetteer.words;
                let word = words.get(words.find(next.text(view.text)));
                next.kind == TokenKind::Word && !next.has(CAPITAL) && word.classes.likeliest == Tag::Noun && !word.has(flag::AGENT | flag::RELATION)
            })
        };
        self.takes(found.kind) && !(self == Sort::State && noun()) || self == Sort::State && found.kind == MentionKind::Nationality && found.adjective && is_country(view, found)
    }
}

/// A plural anaphor.
struct Anaphor {
    /// The token behind it.
    end: u32,
    sort: Sort,
    /// It stands for two.
    two: bool,
}

/// The plural anaphor that opens the sentence from token `first` on.
fn opening(view: &View<'_>, first: u32) -> Option<Anaphor> {
    let text = |k: u32| view.document.tokens.get(k as usize).map_or("", |token| token.text(view.text));
    let counted = match text(first) {
        "They" => return Some(Anaphor { end: first + 1, sort: Sort::Any, two: false }),
        "The" if text(first + 1) == "two" => first + 2,
        "Both" => first + 1,
        _ => return None,
    };
    let sort = Sort::of(text(counted));
    Some(Anaphor { end: counted + u32::from(sort.is_some()), sort: sort.unwrap_or(Sort::Any), two: true })
}

/// "…, and the two leaders": the anaphor inside a sentence, with what sort of actors it stands for.
fn two_of_a_sort(view: &View<'_>, i: u32) -> Option<Anaphor> {
    let text = |k: u32| view.document.tokens.get(k as usize).map_or("", |token| token.text(view.text));
    let noun = match text(i) {
        "the" if text(i + 1) == "two" => i + 2,
        "both" => i + 1,
        _ => return None,
    };
    Sort::of(text(noun)).filter(|sort| *sort != Sort::Any).map(|sort| Anaphor { end: noun + 1, sort, two: true })
}

/// The only two of a sort whom these tokens name, by the last mention of each.
fn the_two(mentions: &Mentions, view: &View<'_>, (first, end): (u32, u32), sort: Sort) -> Vec<u32> {
    let mut two: Vec<u32> = Vec::new();
    for n in mentions.within(first.max(end.saturating_sub(WIDTH)), end) {
        let found = &mentions.found[n];
        // "…, a spokesman said": who only tells of the two
        let tells = || found.first > first + 2 && found.end < end && matches!(view.document.tokens[found.end as usize].text(view.text), "said" | "says" | "told");
        if sort == Sort::Any || !sort.fits(view, found) || is_credit(view, found) || tells() {
            continue;
        }
        match two.iter().position(|&other| mentions.found[other as usize].entity == found.entity) {
            Some(at) => two[at] = n as u32,
            None if two.len() == 2 => return Vec::new(),
            None => two.push(n as u32),
        }
    }
    if two.len() == 2 {
        two
    } else {
        Vec::new()
    }
}

/// The numbers of the mentions that the plural anaphor at token `i` stands for, in the order of the text, and the token behind it:
/// several of one sort whom its sentence or the one before names together, or one that is many. None where there is no such anaphor, or nobody for it.
#[inline]
pub(crate) fn several(mentions: &Mentions, view: &View<'_>, i: u32) -> Option<(Vec<u32>, u32)> {
    // most tokens are none
    let Token { start, end, .. } = view.document.tokens[i as usize];
    if !matches!(end - start, 3 | 4) || !matches!(&view.text.as_bytes()[start as usize..end as usize], b"Both" | b"The" | b"They" | b"both" | b"the" | b"they") {
        return None;
    }
    several_from(mentions, view, i)
}

fn several_from(mentions: &Mentions, view: &View<'_>, i: u32) -> Option<(Vec<u32>, u32)> {
    let token = view.document.tokens[i as usize];
    let current = view.document.sentence_of(i);
    let (first, _) = view.document.sentences[current];
    let anaphor = match token.text(view.text) {
        "they" => Anaphor { end: i + 1, sort: Sort::Any, two: false },
        "both" | "the" => two_of_a_sort(view, i)?,
        _ if i == first => opening(view, i)?,
        _ => return None,
    };
    let within = matches!(token.text(view.text), "both" | "the");
    let together = if within {
        let far = matches!(anaphor.sort, Sort::State | Sort::Person);
        let before = (0..current).rev().take(if far { BACK } else { 0 }).map(|k| view.document.sentences[k]);
        let mut spans = std::iter::once((first, i)).chain(before).map(|span| the_two(mentions, view, span, anaphor.sort));
        spans.find(|two| !two.is_empty()).unwrap_or_default()
    } else if i == first || is_fronted(mentions, view, (first, i)) {
        // "They discussed this. They also …"
        let before = (0..current).rev().take(REACH).map(|k| view.document.sentences[k]).find(|&(first, _)| opening(view, first).is_none())?;
        if is_caption(view, before.0, before.1) {
            return None;
        }
        let many = if anaphor.two { None } else { one_of_many(mentions, view, before) };
        let all = many.unwrap_or_else(|| together(mentions, view, before));
        if all.is_empty() && anaphor.two {
            the_two(mentions, view, before, anaphor.sort)
        } else {
            all
        }
    } else {
        let all = together(mentions, view, (first, i));
        // "The Lakers won, a day after they met X"
        let all = if all.is_empty() { one_of_many(mentions, view, (first, i)).filter(|one| is_last(mentions, one[0], i)).unwrap_or_default() } else { all };
        let last = all.last().map_or(i, |&n| mentions.found[n as usize].end);
        if i - first > WIDTH || names_others(mentions, view, (last, i)) {
            return None;
        }
        all
    };
    let right = if anaphor.two { together.len() == 2 } else { !together.is_empty() };
    let sorted = together.iter().all(|&n| anaphor.sort.fits(view, &mentions.found[n as usize]));
    (right && sorted).then_some((together, anaphor.end))
}

/// "In a statement, they": whether nothing but a short phrase that names nobody stands from the head of the sentence to "they".
fn is_fronted(mentions: &Mentions, view: &View<'_>, (first, i): (u32, u32)) -> bool {
    i - first <= FRONT && (first..i).all(|k| mentions.at[k as usize] == 0) && !names_others(mentions, view, (first, i))
}

/// Whether a noun in the plural stands there, for which "they" can stand as well.
fn names_others(mentions: &Mentions, view: &View<'_>, (first, end): (u32, u32)) -> bool {
    let plural = |k: u32| view.gazetteer.words.get(mentions.lower(view, k)).classes.likeliest == Tag::Plural;
    (first..end).any(|k| mentions.at[k as usize] == 0 && view.document.tokens[k as usize].kind == TokenKind::Word && plural(k))
}

/// "Republicans", "The Houthis": a party, an armed group or a people that alone is the subject of a sentence which tells of no others.
fn one_of_many(mentions: &Mentions, view: &View<'_>, (first, end): (u32, u32)) -> Option<Vec<u32>> {
    let n = mentions.found.partition_point(|found| found.first < first);
    let found = mentions.found.get(n).filter(|found| found.end < end && !view.owns(found.end))?;
    let people = found.kind == MentionKind::Nationality && !found.adjective;
    let members = || match found.entity.detail(view) {
        Some("party" | "team") => mentions.span(view, found).of(view.text).ends_with('s'),
        Some("armed") => true,
        _ => false,
    };
    let many = people || found.kind == MentionKind::Organization && members();
    let next = view.gazetteer.words.get(mentions.word(found.end)).classes.likeliest;
    let acts = matches!(next, Tag::Past | Tag::Verb | Tag::Modal | Tag::Have | Tag::Be | Tag::Do | Tag::Adverb);
    let alone = leads_to_name(mentions, view, (first, found.first), found.kind) && !names_others(mentions, view, (found.end, end));
    (many && acts && alone).then(|| vec![n as u32])
}

/// Whether no mention stands between that with the number `n` and token `i`.
fn is_last(mentions: &Mentions, n: u32, i: u32) -> bool {
    mentions.found.get(n as usize + 1).is_none_or(|next| next.first > i)
}

/// Those whom a sentence names together: a subject of several, or a subject and whom it meets.
fn together(mentions: &Mentions, view: &View<'_>, (first, end): (u32, u32)) -> Vec<u32> {
    let end = end.min(first + WIDTH);
    let range = mentions.within(first, end);
    let (from, named) = (range.start, &mentions.found[range]);
    let acts = |found: &Found| matches!(found.kind, MentionKind::Person | MentionKind::Country | MentionKind::Organization) && !is_credit(view, found) && !view.owns(found.end);
    let number = |k: usize| (from + k) as u32;
    // "Polish Prime Minister X": the person
    let Some(subject) = [MentionKind::Person, MentionKind::Country, MentionKind::Organization].into_iter().find_map(|kind| {
        let k = named.iter().position(|found| found.kind == kind)?;
        (acts(&named[k]) && leads_to_name(mentions, view, (first, named[k].first), kind)).then_some(k)
    }) else {
        return Vec::new();
    };
    let kind = named[subject].kind;
    let mut all = vec![number(subject)];
    let list = |all: &mut Vec<u32>, mut last: usize| {
        for k in last + 1..named.len() {
            let between = (named[last].end, named[k].first);
            if named[k].kind == kind && acts(&named[k]) && joins(view, between) && leads_to_name(mentions, view, between, kind) && all.len() < MOST {
                all.push(number(k));
                last = k;
            }
        }
    };
    list(&mut all, subject);
    if all.len() > 1 {
        return all;
    }
    let text = |k: u32| view.document.tokens[k as usize].text(view.text);
    let behind = named[subject].end;
    let Some(verb) = (behind..end.min(behind + 3)).find(|&k| MEETS.contains(&text(k))) else { return Vec::new() };
    let with = (verb..end.min(verb + 10)).find(|&k| text(k) == "with");
    if with.is_none() && matches!(text(verb), "held" | "sat" | "spoke" | "speaks" | "talked" | "talks") {
        return Vec::new();
    }
    let start = with.unwrap_or(verb) + 1;
    let Some(other) = (subject + 1..named.len()).find(|&k| named[k].first >= start && named[k].kind == kind && acts(&named[k])) else { return Vec::new() };
    if !leads_to_name(mentions, view, (start, named[other].first), kind) {
        return Vec::new();
    }
    all.push(number(other));
    list(&mut all, other);
    all
}

/// Whether a comma or "and" joins what stands on both sides of these tokens.
fn joins(view: &View<'_>, (first, end): (u32, u32)) -> bool {
    view.document.tokens[first as usize..end as usize].iter().any(|token| token.kind == TokenKind::Comma || token.text(view.text) == "and")
}

/// Whether nothing but what leads to a name stands there: of a person offices and titles, of others an article; and what joins a list.
fn leads_to_name(mentions: &Mentions, view: &View<'_>, (first, end): (u32, u32), kind: MentionKind) -> bool {
    let person = kind == MentionKind::Person;
    (first..end).all(|k| {
        let token = view.document.tokens[k as usize];
        let office = || person && (token.has(CAPITAL) || view.gazetteer.words.get(mentions.word(k)).has(flag::TITLE | flag::AGENT));
        match token.text(view.text) {
            "and" | "the" | "The" => true,
            "of" | "for" => person,
            _ => token.kind == TokenKind::Comma || token.kind == TokenKind::Hyphen || office(),
        }
    })
}
