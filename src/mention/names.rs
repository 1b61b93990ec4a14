//! People that no list holds, and people named by their surname alone.

use std::collections::HashMap;

use super::{EntityRef, Found, FoundBy, MentionKind, Mentions, Unnamed, View};
use crate::gazetteer::{flag, EntityId, EntityKind, Inner, Office, Tag, WordId};
use crate::text::{TokenKind, CAPITAL, GLUED, UPPER};

/// A person's name by its form: a given name and what follows, or any capitalised words behind a title.
/// Gives the mention and the person's gender where a title or the given name tells.
pub(super) fn person(mentions: &mut Mentions, view: &View<'_>, i: u32, first: u32, end: u32) -> Option<(Found, Option<bool>)> {
    let words = &view.gazetteer.words;
    let (titled, mut gender) = title_before(mentions, view, i, first);
    let word = *words.get(mentions.word(view, i));
    let given = word.has(flag::GIVEN_NAME) || (word.has(flag::WEAK_GIVEN_NAME) && before_surname(mentions, view, i, end));
    if word.has(flag::NOT_A_NAME | flag::DATE) || word.has(flag::HONORIFIC) || (word.has(flag::TITLE) && !given) {
        return None;
    }
    if !titled && !given && !initial(mentions, view, i) {
        return None;
    }
    let at = name_end(mentions, view, i, end);
    // one word alone is a person only behind a title
    if at == i + 1 && !titled {
        return None;
    }
    if titled && at == i + 1 && mentions.lower(view, i).known() && !given && !word.has(flag::SURNAME) {
        return None;
    }
    gender = gender.or(match (word.has(flag::FEMALE), word.has(flag::MALE)) {
        (true, false) => Some(true),
        (false, true) => Some(false),
        _ => None,
    });
    let entity = listed_surname(mentions, view, at).filter(|_| titled && at == i + 1).map_or(EntityRef::Document(0), EntityRef::Listed);
    let by = if titled { FoundBy::Title } else { FoundBy::GivenName };
    Some((Found { first: i, end: at, kind: MentionKind::Person, entity, by, adjective: false }, gender))
}

/// Whether a word that can only be a surname, or is one of a listed person, follows: "Will Smith", not "Will Congress".
fn before_surname(mentions: &mut Mentions, view: &View<'_>, i: u32, end: u32) -> bool {
    let next = i + 1;
    let id = mentions.word(view, i);
    let names = &view.gazetteer.names;
    let root = view.gazetteer.words.get(id).root;
    let place = root != 0 && names.ends(root).iter().any(|alias| !alias.weak);
    if place || view.gazetteer.words.get(id).has(flag::TITLE | flag::HONORIFIC) {
        return false;
    }
    if next >= end || !view.document.tokens[next as usize].has(CAPITAL) || view.document.tokens[next as usize].has(UPPER) {
        return false;
    }
    let word = *view.gazetteer.words.get(mentions.word(view, next));
    let stops = word.has(flag::NOT_A_NAME | flag::DATE | flag::ORGANIZATION_HEAD | flag::PLACE_HEAD | flag::TITLE | flag::HONORIFIC);
    !stops && (word.has(flag::SURNAME) || !mentions.lower(view, next).known())
}

/// Whether a title ends right before token `i`, and the gender that it tells.
fn title_before(mentions: &mut Mentions, view: &View<'_>, i: u32, first: u32) -> (bool, Option<bool>) {
    let gazetteer = view.gazetteer;
    if i == first || !gazetteer.words.get(mentions.word(view, i - 1)).has(flag::TITLE_END) {
        return (false, None);
    }
    for start in (first..i).rev().take(6) {
        if mentions.at[start as usize] != 0 || view.document.tokens[start as usize].kind == TokenKind::Comma {
            break;
        }
        let word = mentions.word(view, start);
        for title in gazetteer.titles(word) {
            let matches = title.words.len() as u32 == i - start && (1..i - start).all(|k| mentions.word(view, start + k) == title.words[k as usize]);
            if matches {
                let gender = match title.gender {
                    flag::FEMALE => Some(true),
                    flag::MALE => Some(false),
                    _ => None,
                };
                return (true, gender);
            }
        }
    }
    (false, None)
}

/// `J.` or `J.K.`.
fn initial(mentions: &mut Mentions, view: &View<'_>, i: u32) -> bool {
    let token = view.document.tokens[i as usize];
    let text = token.text(view.text);
    let shape = text.ends_with('.') && text.len() <= 4 && text.chars().all(|c| c == '.' || c.is_uppercase());
    shape && !mentions.word(view, i).known()
}

/// The token after a name that begins at `i`: capitalised words, particles and initials between them.
fn name_end(mentions: &mut Mentions, view: &View<'_>, i: u32, end: u32) -> u32 {
    let words = &view.gazetteer.words;
    let tokens = &view.document.tokens;
    let mut at = i + 1;
    let mut last = at;
    while at < end.min(i + 8) {
        let token = tokens[at as usize];
        if token.kind == TokenKind::Hyphen {
            at += 1;
            continue;
        }
        if token.kind != TokenKind::Word {
            break;
        }
        let word = *words.get(mentions.word(view, at));
        let glued = token.has(GLUED);
        if !token.has(CAPITAL) {
            if word.has(flag::PARTICLE) || glued {
                at += 1;
                continue;
            }
            break;
        }
        if word.has(flag::SUFFIX) {
            return at + 1;
        }
        let stops = word.has(flag::NOT_A_NAME | flag::DATE | flag::ORGANIZATION_HEAD | flag::PLACE_HEAD | flag::HONORIFIC);
        if (stops && !glued) || (token.has(UPPER) && token.end - token.start > 3 && !tokens[i as usize].has(UPPER)) {
            break;
        }
        at += 1;
        last = at;
    }
    last
}

/// A listed person with the surname that a name ends in before token `at`, if there is just one or one stands out.
fn listed_surname(mentions: &mut Mentions, view: &View<'_>, at: u32) -> Option<EntityId> {
    let word = mentions.word(view, at - 1);
    best_known(view, view.gazetteer.names.people(word))
}

/// Who alone held an office, or led a state, on the day of writing, where that is given; else the best known: heads of state and government first, then the latest, then who held most offices; none where two are equal.
fn best_known(view: &View<'_>, people: &[EntityId]) -> Option<EntityId> {
    let leads = |o: &Office| ["President", "Prime Minister", "Chancellor", "King", "Supreme Leader", "Secretary-General", "Premier", "Emir"].iter().any(|t| o.title.starts_with(t));
    let offices = |id: EntityId| &view.gazetteer.names.entity(id).offices;
    if let (Some(date), true) = (view.date, people.len() > 1) {
        let one = |which: &dyn Fn(&Office) -> bool| {
            let mut holders = people.iter().filter(|id| offices(**id).iter().any(|office| office.held_in(date.year()) && which(office)));
            holders.next().filter(|_| holders.next().is_none())
        };
        if let Some(holder) = one(&|_| true).or_else(|| one(&leads)) {
            return Some(*holder);
        }
    }
    let weight = |id: EntityId| {
        let until = offices(id).iter().filter(|o| o.from.is_some()).map(|o| o.to.unwrap_or(u16::MAX)).max().unwrap_or(0);
        (offices(id).iter().any(leads), until, offices(id).len())
    };
    match people {
        [] => None,
        [one] => Some(*one),
        several => {
            let mut sorted: Vec<EntityId> = several.to_vec();
            sorted.sort_by_key(|&id| (std::cmp::Reverse(weight(id)), id));
            (weight(sorted[0]) > weight(sorted[1])).then_some(sorted[0])
        }
    }
}

/// Surnames and acronyms of what the document names in full, then surnames of listed people.
pub(super) fn second_pass(mentions: &mut Mentions, view: &View<'_>) {
    let mut known = surnames(mentions, view);
    speakers(mentions, view, &mut known);
    let acronyms = acronyms(mentions, view);
    for number in 0..mentions.unnamed.len() {
        let Unnamed { token: i, first, end } = mentions.unnamed[number];
        if mentions.at[i as usize] != 0 {
            continue;
        }
        let text = view.document.tokens[i as usize].text(view.text);
        let (entity, kind, by) = if let Some(&entity) = acronyms.get(text) {
            (entity, MentionKind::Organization, FoundBy::Acronym)
        } else if let Some(entity) = known_person(mentions, view, mentions.unnamed[number], &known) {
            (entity, MentionKind::Person, FoundBy::Surname)
        } else if let Some(entity) = lone_surname(mentions, view, i, first, end) {
            (EntityRef::Listed(entity), MentionKind::Person, FoundBy::ListedSurname)
        } else {
            continue;
        };
        mentions.push(Found { first: i, end: i + 1, kind, entity, by, adjective: false });
    }
}

/// The person of the document whose full name has the word of `unnamed`.
fn known_person(mentions: &mut Mentions, view: &View<'_>, unnamed: Unnamed, known: &HashMap<&str, (EntityRef, bool)>) -> Option<EntityRef> {
    let Unnamed { token: i, first, end } = unnamed;
    let &(entity, clash) = known.get(view.document.tokens[i as usize].text(view.text))?;
    (!clash && (!mentions.lower(view, i).known() || acts(mentions, view, i, first, end))).then_some(entity)
}

/// Names that stand in no list and in full nowhere, but speak: "Petraeus said". From then on they are known.
fn speakers<'a>(mentions: &mut Mentions, view: &View<'a>, known: &mut HashMap<&'a str, (EntityRef, bool)>) {
    for number in 0..mentions.unnamed.len() {
        let Unnamed { token: i, first, end } = mentions.unnamed[number];
        let text = view.document.tokens[i as usize].text(view.text);
        if speaks(mentions, view, i, first, end) && !known.contains_key(text) {
            let found = Found { first: i, end: i + 1, kind: MentionKind::Person, entity: EntityRef::Document(0), by: FoundBy::Speaker, adjective: false };
            let found = mentions.own_name(view, (found, None));
            known.insert(text, (found.entity, false));
            mentions.push(found);
        }
    }
}

/// Whether the token at `i` is a capitalised word that no list knows, alone, with a verb of saying right behind it.
fn speaks(mentions: &mut Mentions, view: &View<'_>, i: u32, first: u32, end: u32) -> bool {
    let tokens = &view.document.tokens;
    let name = |t: crate::text::Token| t.kind == TokenKind::Word && t.has(CAPITAL);
    let token = tokens[i as usize];
    if i + 1 >= end || !name(token) || token.has(UPPER) || token.end - token.start < 4 || mentions.at[i as usize] != 0 {
        return false;
    }
    if (i > first && (name(tokens[i as usize - 1]) || tokens[i as usize - 1].kind == TokenKind::Hyphen)) || name(tokens[i as usize + 1]) {
        return false;
    }
    let next = *view.gazetteer.words.get(mentions.word(view, i + 1));
    if !next.is(Tag::Past) && !next.is(Tag::VerbS) {
        return false;
    }
    let frames = &view.gazetteer.frames;
    // organizations and countries urge and warn, people say and tell
    let only_says = !frames.verbs.contains_key(&next.verb) || matches!(tokens[i as usize + 1].text(view.text), "said" | "says" | "told" | "tells");
    let says = frames.complements.get(&next.verb).is_some_and(|c| c.content == Some(Inner::Asserted)) && only_says;
    let word = mentions.word(view, i);
    let listed = word.known() && !view.gazetteer.words.get(word).has(flag::SURNAME | flag::GIVEN_NAME);
    says && !listed && !mentions.lower(view, i).known() && lone_surname(mentions, view, i, first, end).is_none()
}

/// The last and first words of all full names of the document, with whether two people share one.
fn surnames<'a>(mentions: &Mentions, view: &View<'a>) -> HashMap<&'a str, (EntityRef, bool)> {
    let mut known: HashMap<&str, (EntityRef, bool)> = HashMap::new();
    for found in mentions.found.iter().filter(|f| f.kind == MentionKind::Person) {
        let mut insert = |text: &'a str| {
            let entry = known.entry(text).or_insert((found.entity, false));
            entry.1 |= entry.0 != found.entity;
        };
        let tokens = &view.document.tokens[found.first as usize..found.end as usize];
        let suffix = |text: &str| matches!(text, "Jr." | "Jr" | "Sr." | "Sr" | "II" | "III" | "IV");
        if let Some(last) = tokens.iter().rev().find(|t| !suffix(t.text(view.text))) {
            insert(last.text(view.text));
        }
        // Chinese and Korean names begin with the surname, and many people are called by their given name
        let first = tokens[0].text(view.text);
        if tokens.len() > 1 && first.len() > 2 && !first.ends_with('.') {
            insert(first);
        }
    }
    known
}

/// `Rural Growth Fund (RGF)`: acronyms in brackets behind an organization.
fn acronyms<'a>(mentions: &Mentions, view: &View<'a>) -> HashMap<&'a str, EntityRef> {
    let mut known = HashMap::new();
    let tokens = &view.document.tokens;
    for found in mentions.found.iter().filter(|f| f.kind == MentionKind::Organization) {
        let at = found.end as usize;
        if let [open, acronym, close, ..] = &tokens[at.min(tokens.len())..] {
            let shape = open.kind == TokenKind::Open && close.kind == TokenKind::Close && acronym.has(UPPER) && acronym.end - acronym.start <= 8;
            let text = acronym.text(view.text);
            let initial = |c: char| text.starts_with(c);
            if shape && tokens[found.first as usize].text(view.text).chars().next().is_some_and(initial) {
                known.insert(text, found.entity);
            }
        }
    }
    known
}

/// Whether the best known of some people leads or led a state: "Xi", "Abe".
fn leads_state(view: &View<'_>, people: &[EntityId]) -> bool {
    best_known(view, people).is_some_and(|id| {
        view.gazetteer.names.entity(id).offices.iter().any(|o| matches!(o.title.as_str(), "President" | "Prime Minister" | "Premier" | "General Secretary" | "Supreme Leader"))
    })
}

/// Whether the word at `i`, which is also an ordinary word, is used as a name: no sentence begins with it, or a verb or possessive follows.
fn acts(mentions: &mut Mentions, view: &View<'_>, i: u32, first: u32, end: u32) -> bool {
    if i > first && view.document.tokens[i as usize - 1].kind != TokenKind::Quote {
        // "the North"
        return !matches!(view.document.tokens[i as usize - 1].text(view.text), "the" | "The" | "a" | "an");
    }
    if i + 1 >= end {
        return false;
    }
    let next = view.document.tokens[i as usize + 1];
    let word = *view.gazetteer.words.get(mentions.word(view, i + 1));
    next.kind == TokenKind::Possessive
        || matches!(word.tags[0], Tag::Past | Tag::VerbS | Tag::Be | Tag::Have | Tag::Modal | Tag::Do)
        || (word.is(Tag::Past) && word.tags[0] == Tag::Participle)
}

/// A listed surname that stands alone, is no ordinary word and no part of another name.
fn lone_surname(mentions: &mut Mentions, view: &View<'_>, i: u32, first: u32, end: u32) -> Option<EntityId> {
    let words = &view.gazetteer.words;
    let id: WordId = mentions.word(view, i);
    let word = *words.get(id);
    if !word.has(flag::SURNAME) || word.has(flag::GIVEN_NAME | flag::NOT_A_NAME | flag::DATE | flag::TITLE | flag::ORGANIZATION_HEAD) {
        return None;
    }
    let short = words.text(id).len() < 4 && !leads_state(view, view.gazetteer.names.people(id));
    if short || (mentions.lower(view, i).known() && !acts(mentions, view, i, first, end)) {
        return None;
    }
    let capital = |k: u32| {
        let token = view.document.tokens[k as usize];
        token.kind == TokenKind::Word && token.has(CAPITAL)
    };
    let alone = !(i > first && capital(i - 1) && mentions.at[i as usize - 1] == 0 && !mentions.lower(view, i - 1).known())
        && !(i + 1 < end && capital(i + 1) && mentions.at[i as usize + 1] == 0);
    if !alone {
        return None;
    }
    best_known(view, view.gazetteer.names.people(id)).filter(|&id| view.gazetteer.names.entity(id).kind == EntityKind::Person)
}
