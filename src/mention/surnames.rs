//! The second look, when the whole document is known: surnames, acronyms and short forms of what it names in full.

use super::coreference::{is_staff, leads, leads_now};
use super::introduced::{behind_initial, is_introduced};
use super::names::{hyphenated, is_acronym, is_eastern_name, is_junior, is_name, name_end, says, span_key, text_key, title_before};
use super::{acronyms, bodies, shapes, EntityRef, Found, FoundBy, MentionKind, Mentions, Unnamed, View};
use crate::gazetteer::{flag, key, Classes, EntityId, EntityKind, IntMap, Tag, WordId, WordSet};
use crate::text::{TokenKind, CAPITAL, UPPER};

/// The parts of a document's names, by what tells their texts from others.
type Parts = IntMap<u64, Part>;

/// What is known of a name's part in a document.
#[derive(Clone, Copy)]
struct Part {
    entity: EntityRef,
    /// How often the document names that one with it.
    times: u32,
    /// Two people share it.
    shared: bool,
    /// It ends the name: a surname, most often.
    last: bool,
}

/// Surnames and acronyms of what the document names in full, then surnames of listed people.
pub(super) fn second_pass(mentions: &mut Mentions, view: &View<'_>) {
    places_over_people(mentions, view);
    titled_surnames(mentions, view);
    let mut known = parts(mentions, view);
    mentions.put_in_order();
    bodies::introduced(mentions, view, &|key| known.contains_key(&key));
    mentions.put_in_order();
    let acronyms = acronyms::defined(mentions, view);
    mentions.put_in_order();
    let short = bodies::short_names(mentions, view);
    let implied = acronyms::implied(mentions, view);
    acronyms::overrule(mentions, view, &implied);
    speakers(mentions, view, &mut known, &|key| acronyms.contains_key(&key) || short.contains_key(&key));
    surnames_over_places(mentions, view, &known);
    surnames_over_companies(mentions, view, &known);
    short_titles(mentions, view);
    mentions.countries = None;
    mentions.put_in_order();
    for number in 0..mentions.unnamed.len() {
        let Unnamed { token: i, first, end, key } = mentions.unnamed[number];
        if mentions.at[i as usize] != 0 || (i > first && bodies::is_in(mentions, view, i - 1, WordSet::Storm)) {
            continue;
        }
        // "King Salman bin …": a title in front of its name
        let title = i + 1 < end && mentions.at[i as usize + 1] != 0 && mentions.has(i, flag::TITLE);
        if title {
            continue;
        }
        let acronym = if acronyms.is_empty() { None } else { acronyms.get(&key) };
        let beside = |mentions: &Mentions| is_beside_name(mentions, view, i, first, end);
        let company = |mentions: &Mentions| if short.is_empty() || beside(mentions) { None } else { short.get(&key).copied() };
        let other = flag::TITLE | flag::HONORIFIC | flag::NOT_A_NAME | flag::NOT_AN_ORGANIZATION;
        let capitals = view.document.tokens[i as usize].has(UPPER) && !implied.is_empty() && !mentions.has(i, other);
        let body = |mentions: &Mentions| if capitals && !beside(mentions) { implied.get(&key).copied() } else { None };
        let (end, entity, kind, by) = if let Some(&entity) = acronym {
            (i + 1, entity, MentionKind::Organization, FoundBy::Acronym)
        } else if let Some(found) = longer_name(mentions, view, mentions.unnamed[number], &known) {
            let found = mentions.own_name(view, (found, None));
            (found.end, found.entity, found.kind, found.by)
        } else if let Some(son) = son(view, mentions.unnamed[number], &known) {
            (i + 2, son, MentionKind::Person, FoundBy::Surname)
        } else if let Some(entity) = known_person(mentions, view, mentions.unnamed[number], &known) {
            (i + 1, entity, MentionKind::Person, FoundBy::Surname)
        } else if let Some(entity) = speaking_officer(mentions, view, i, end) {
            (i + 1, EntityRef::Listed(entity), MentionKind::Person, FoundBy::ListedSurname)
        } else if let Some(entity) = lone_surname(mentions, view, i, first, end) {
            (i + 1, EntityRef::Listed(entity), MentionKind::Person, FoundBy::ListedSurname)
        } else if let Some(entity) = company(mentions).or_else(|| body(mentions)) {
            (i + 1, entity, MentionKind::Organization, FoundBy::Acronym)
        } else if let Some(found) = acronyms::acting(mentions, view, mentions.unnamed[number])
            .or_else(|| shapes::located(mentions, view, i, first, end))
            .or_else(|| institution(mentions, view, mentions.unnamed[number]))
        {
            let found = mentions.own_name(view, (found, None));
            (found.end, found.entity, found.kind, found.by)
        } else {
            continue;
        };
        let i = if by == FoundBy::Surname { particle_before(mentions, view, i, first) } else { i };
        mentions.push(Found { first: i, end, kind, entity, by, adjective: false });
    }
    repetitions(mentions, view);
}

/// "Smithson Jr.", where the document names him in full.
fn son(view: &View<'_>, unnamed: Unnamed, known: &Parts) -> Option<EntityRef> {
    let Unnamed { token: i, end, .. } = unnamed;
    if i + 1 >= end || !is_junior(view, i + 1) {
        return None;
    }
    known.get(&span_key(view, i, i + 2)).map(|part| part.entity)
}

/// "John Smithson … Mr. Smithson": behind a title a surname alone is the one person whom the document names with it in full, if the title fits him.
fn titled_surnames(mentions: &mut Mentions, view: &View<'_>) {
    let alone = |found: &Found| found.by == FoundBy::Title && found.end == found.first + 1;
    if !mentions.found.iter().any(alone) {
        return;
    }
    let mut full: IntMap<u64, Vec<EntityRef>> = IntMap::default();
    for found in mentions.found.iter().filter(|found| found.kind == MentionKind::Person && found.end > found.first + 1) {
        // "Kim Jong-un … Mr. Kim"
        let first = Some(found.first).filter(|&first| mentions.has(first, flag::SURNAME));
        for token in [Some(found.end - 1), first].into_iter().flatten() {
            let people = full.entry(text_key(view, token)).or_default();
            if people.len() < 8 && !people.contains(&found.entity) {
                people.push(found.entity);
            }
        }
    }
    for number in 0..mentions.found.len() {
        let found = mentions.found[number];
        let Some(people) = full.get(&text_key(view, found.first)).filter(|people| alone(&found) && !people.contains(&found.entity)) else { continue };
        let (_, gender) = title_before(mentions, view, found.first, found.first.saturating_sub(6));
        // "President Trump" is who holds the office, not Melania Trump
        let before = found.first.checked_sub(1).map_or("", |k| view.document.tokens[k as usize].text(view.text));
        if before == "President" && matches!(found.entity, EntityRef::Listed(_)) {
            continue;
        }
        let mut fitting = people.iter().filter(|&&person| gender.is_none() || mentions.female(view, person) != gender.map(|female| !female));
        if let (Some(&person), None) = (fitting.next(), fitting.next()) {
            mentions.found[number].entity = person;
        }
    }
}

/// The same name is the same thing throughout: what one place of the document told of one or two words holds for its other places.
fn repetitions(mentions: &mut Mentions, view: &View<'_>) {
    let short = |found: &&Found| found.end <= found.first + 2 && matches!(found.entity, EntityRef::Document(_)) && matches!(found.by, FoundBy::Shape | FoundBy::Acronym);
    let known: IntMap<u64, Found> = mentions.found.iter().filter(short).map(|found| (span_key(view, found.first, found.end), *found)).collect();
    if known.is_empty() {
        return;
    }
    for number in 0..mentions.unnamed.len() {
        let Unnamed { token: i, first, end, .. } = mentions.unnamed[number];
        let free = |at: u32| at < end && is_name(view, at) && mentions.at[at as usize] == 0;
        let behind = i + if free(i + 1) { 2 } else { 1 };
        let Some(found) = known.get(&span_key(view, i, behind)).filter(|_| mentions.at[i as usize] == 0) else { continue };
        let part = (i > first && free(i - 1)) || free(behind);
        if !part && !hyphenated(view, i) {
            mentions.push(Found { first: i, end: behind, ..*found });
        }
    }
}

/// "Parliament", "the Cabinet": what a state has one of.
fn institution(mentions: &Mentions, view: &View<'_>, unnamed: Unnamed) -> Option<Found> {
    let Unnamed { token: i, first, end, .. } = unnamed;
    if !mentions.has(i, flag::INSTITUTION) {
        return None;
    }
    let beside = (i > first && is_name(view, i - 1) && i > first + 1) || (i + 1 < end && is_name(view, i + 1));
    let alone = !beside && (i > first || acts(mentions, view, i, first, end));
    alone.then_some(Found { first: i, end: i + 1, kind: MentionKind::Organization, entity: EntityRef::Document(0), by: FoundBy::Shape, adjective: false })
}

/// A full name one part of which the document knows from another name: "Kang Minho" beside "Kang Jisoo".
fn longer_name(mentions: &Mentions, view: &View<'_>, unnamed: Unnamed, known: &Parts) -> Option<Found> {
    let Unnamed { token: i, first, end, .. } = unnamed;
    let titled = mentions.has(i, flag::HONORIFIC);
    if i + 1 >= end || titled || mentions.ends_name(view, i + 1) || (i > first && (is_name(view, i - 1) || hyphenated(view, i))) || is_acronym(view, i) {
        return None;
    }
    let at = name_end(mentions, view, i, end);
    if !(i + 2..=i + 5).contains(&at) {
        return None;
    }
    let mut found = false;
    for k in i..at {
        let free = mentions.at[k as usize] == 0;
        let ordinary = is_name(view, k) && (mentions.has(k, flag::LOWER_KNOWN) || is_acronym(view, k)) && !mentions.has(k, flag::PARTICLE);
        if !free || ordinary {
            return None;
        }
        found |= known.contains_key(&text_key(view, k));
    }
    found.then_some(Found { first: i, end: at, kind: MentionKind::Person, entity: EntityRef::Document(0), by: FoundBy::Surname, adjective: false })
}

/// The person of the document whose full name has the word of `unnamed`.
fn known_person(mentions: &Mentions, view: &View<'_>, unnamed: Unnamed, known: &Parts) -> Option<EntityRef> {
    let Unnamed { token: i, first, end, key } = unnamed;
    let part = known.get(&key)?;
    // "the Smithson administration" in a text about the president's daughter
    let governs = i + 1 < end && view.document.tokens[i as usize + 1].text(view.text) == "administration" && leads(view, part.entity).is_none();
    if let Some(leader) =
        governs.then(|| view.gazetteer.names.known_as(mentions.word(i), view.date)).flatten().filter(|&id| leads(view, EntityRef::Listed(id)) == Some("president"))
    {
        return Some(EntityRef::Listed(leader));
    }
    // "Smithson himself" is not his daughter
    let other = match view.document.tokens.get(i as usize + 1).map_or("", |next| next.text(view.text)) {
        "himself" => mentions.female(view, part.entity) == Some(true),
        "herself" => mentions.female(view, part.entity) == Some(false),
        _ => false,
    };
    (!other && (part.last || !part.shared) && (!mentions.has(i, flag::LOWER_KNOWN) || acts(mentions, view, i, first, end))).then_some(part.entity)
}

/// "lives in Agua Lenta": a name of the form of a person's that the document puts behind "in" twice and a third of the times, and never behind a title, is a place.
fn places_over_people(mentions: &mut Mentions, view: &View<'_>) {
    let mut times: IntMap<u32, (u32, u32, bool)> = IntMap::default();
    for found in &mentions.found {
        let EntityRef::Document(number) = found.entity else { continue };
        if found.kind != MentionKind::Person {
            continue;
        }
        let (all, located, titled) = times.entry(number).or_default();
        *all += 1;
        *located += u32::from(!view.owns(found.end) && shapes::is_behind_location(view, found.first, 0));
        *titled |= found.by == FoundBy::Title;
    }
    // those that the first look left out, which are taken for the same person later; by their first words
    let mut named: IntMap<u64, (u64, u32, u32)> = IntMap::default();
    for found in mentions.found.iter().filter(|found| found.end > found.first + 1) {
        if let EntityRef::Document(number) = found.entity {
            if times.contains_key(&number) {
                named.insert(text_key(view, found.first), (span_key(view, found.first, found.end), found.end - found.first, number));
            }
        }
    }
    for &Unnamed { token: i, first, end, key } in if named.is_empty() { &[] } else { &mentions.unnamed[..] } {
        let same = named.get(&key).filter(|&&(whole, length, _)| i + length <= end && span_key(view, i, i + length) == whole);
        if let Some((length, (all, located, _))) = same.and_then(|(_, length, number)| Some((length, times.get_mut(number)?))) {
            *all += 1;
            *located += u32::from(!view.owns(i + length) && shapes::is_behind_location(view, i, first));
        }
    }
    times.retain(|_, (all, located, titled)| *located >= 2 && *located * 3 >= *all && !*titled);
    if times.is_empty() {
        return;
    }
    for found in &mut mentions.found {
        if matches!(found.entity, EntityRef::Document(number) if found.kind == MentionKind::Person && times.contains_key(&number)) {
            (found.kind, found.by) = (MentionKind::Place, FoundBy::Shape);
        }
    }
}

/// "Ricardo Lagos … Lagos": where the document knows a person by that surname, a city of the name is the person, and so is a capital whose country it does not name.
fn surnames_over_places(mentions: &mut Mentions, view: &View<'_>, known: &Parts) {
    // asked for only where a capital is somebody's surname
    let mut countries: Option<IntMap<u64, ()>> = None;
    let named = |found: &Found| (found.kind != MentionKind::Place).then(|| (found.entity.number(), ()));
    for number in 0..mentions.found.len() {
        let found = mentions.found[number];
        let EntityRef::Listed(id) = found.entity else { continue };
        let city = found.end == found.first + 1
            && found.by == FoundBy::Gazetteer
            && match view.gazetteer.names.entity(id).kind {
                EntityKind::Place | EntityKind::Group => true,
                EntityKind::Country => found.kind == MentionKind::Place,
                _ => false,
            };
        let text = |k: u32| view.document.tokens.get(k as usize).map_or("", |token| token.text(view.text));
        let located = found.first > 0 && matches!(text(found.first - 1), "in" | "In" | "at" | "near" | "from");
        // "Lincoln, Nebraska"
        let located = located || (text(found.end) == "," && mentions.place_at(view, found.end + 1).is_some());
        // "NATO and the West", unlike "the Lagos campaign"
        let located = located || (found.first > 0 && matches!(text(found.first - 1), "the" | "The") && !is_staff(text(found.end)));
        if !city || located || !matches!(found.kind, MentionKind::Place | MentionKind::Nationality) {
            continue;
        }
        let Some(part) = known.get(&text_key(view, found.first)) else { continue };
        let capital = view.gazetteer.names.entity(id).kind == EntityKind::Country;
        if capital && countries.get_or_insert_with(|| mentions.found.iter().filter_map(named).collect()).contains_key(&found.entity.number()) {
            continue;
        }
        // "Austin Tice … Austin had travelled"
        let acts = || view.gazetteer.words.get(mentions.word(found.end)).classes.any(const { Classes::set(&[Tag::Past, Tag::Have]) });
        if !part.shared && (part.last || (found.end as usize) < view.document.tokens.len() && acts()) {
            mentions.found[number] = Found { kind: MentionKind::Person, entity: part.entity, by: FoundBy::Surname, adjective: false, ..found };
        }
    }
}

/// "Jane Ford … Ford": behind a person of that surname a company, a paper or an armed group of the name is the person, unless it stood before him or is named in full.
fn surnames_over_companies(mentions: &mut Mentions, view: &View<'_>, known: &Parts) {
    // "told Bloomberg" so: the paper
    let told = |found: &Found| found.first > 0 && view.document.tokens[found.first as usize - 1].text(view.text) == "told";
    let company = |found: &Found| {
        found.kind == MentionKind::Organization
            && match found.entity.detail(view) {
                Some("armed" | "company") => true,
                Some("media") => !told(found),
                _ => false,
            }
    };
    let namesake = |found: &Found| Some(known.get(&text_key(view, found.first)).filter(|part| part.last && !part.shared)?.entity);
    let alone = mentions.found.iter().enumerate().filter(|(_, found)| found.end == found.first + 1 && company(found));
    let namesakes: Vec<(usize, EntityRef)> = alone.filter_map(|(number, found)| Some((number, namesake(found)?))).collect();
    if namesakes.is_empty() {
        return;
    }
    // where each is first named in full
    let mut full: IntMap<u64, u32> = IntMap::default();
    for found in mentions.found.iter().filter(|found| found.end > found.first + 1) {
        full.entry(found.entity.number()).or_insert(found.first);
    }
    let mut decided: IntMap<u64, bool> = IntMap::default();
    for (number, person) in namesakes {
        let found = mentions.found[number];
        let before = || full.get(&person.number()).is_some_and(|&first| first < found.first);
        let is_person = *decided.entry(text_key(view, found.first)).or_insert_with(|| !full.contains_key(&found.entity.number()) && before());
        if is_person {
            mentions.found[number] = Found { kind: MentionKind::Person, entity: person, by: FoundBy::Surname, ..found };
        }
    }
}

/// "The Irish Times … The Times": the medium whose name ends so and stands before.
fn short_titles(mentions: &mut Mentions, view: &View<'_>) {
    let mut named: IntMap<u64, EntityRef> = IntMap::default();
    for number in 0..mentions.found.len() {
        let found = mentions.found[number];
        if found.kind != MentionKind::Organization || found.entity.detail(view) != Some("media") {
            continue;
        }
        let article = u32::from(matches!(view.document.tokens[found.first as usize].text(view.text), "The" | "the"));
        let last = text_key(view, found.end - 1);
        if found.end - found.first > 1 + article {
            named.entry(last).or_insert(found.entity);
        } else if let Some(&entity) = named.get(&last) {
            mentions.found[number].entity = entity;
        }
    }
}

/// "von Bibra", "al-Mannai": where the surname at `i` begins, with what belongs to it before.
fn particle_before(mentions: &Mentions, view: &View<'_>, i: u32, first: u32) -> u32 {
    let particle = |k: u32| k >= first && mentions.at[k as usize] == 0 && mentions.has(k, flag::PARTICLE) && !view.document.tokens[k as usize].has(CAPITAL);
    let joined = i >= first + 2 && hyphenated(view, i);
    let before = if joined { i - 2 } else { i.saturating_sub(1) };
    if i > first && particle(before) && !matches!(view.document.tokens[before as usize].text(view.text), "and" | "y" | "e") {
        before
    } else {
        i
    }
}

/// Whether another name stands right before or behind the token at `i`, so that it is a part of something longer.
fn is_beside_name(mentions: &Mentions, view: &View<'_>, i: u32, first: u32, end: u32) -> bool {
    let part = |k: u32| is_name(view, k) && (mentions.at[k as usize] == 0 || k < i);
    i > first + 1 && part(i - 1) || i + 1 < end && part(i + 1) || hyphenated(view, i) || i + 1 < end && view.document.tokens[i as usize + 1].kind == TokenKind::Hyphen
}

/// Names that stand in no list and in full nowhere, but speak, "Petraeus said", or are introduced, "her brother David". From then on they are known. `is_body` says which are no person.
fn speakers<'a>(mentions: &mut Mentions, view: &View<'a>, known: &mut Parts, is_body: &dyn Fn(u64) -> bool) {
    for number in 0..mentions.unnamed.len() {
        let Unnamed { token: i, first, end, key } = mentions.unnamed[number];
        let by = if mentions.at[i as usize] != 0 || known.contains_key(&key) || is_body(key) {
            None
        } else if is_introduced(mentions, view, i, first, end) {
            Some(FoundBy::Shape)
        } else {
            speaks(mentions, view, i, first, end).then_some(FoundBy::Speaker)
        };
        if let Some(by) = by {
            let found = Found { first: i, end: i + 1, kind: MentionKind::Person, entity: EntityRef::Document(0), by, adjective: false };
            let found = mentions.own_name(view, (found, None));
            known.insert(key, Part { entity: found.entity, times: 1, shared: false, last: true });
            mentions.push(found);
        }
    }
}

/// Whether the token at `i` is a capitalised word that no list knows, alone, with a verb of saying right behind it, or a family name behind "told".
fn speaks(mentions: &mut Mentions, view: &View<'_>, i: u32, first: u32, end: u32) -> bool {
    let tokens = &view.document.tokens;
    let name = |t: crate::text::Token| t.kind == TokenKind::Word && t.has(CAPITAL);
    let token = tokens[i as usize];
    if i + 1 >= end || !name(token) || token.has(UPPER) || mentions.at[i as usize] != 0 {
        return false;
    }
    if token.end - token.start < 4 && !mentions.has(i, flag::FAMILY_NAME) {
        return false;
    }
    if (i > first && (name(tokens[i as usize - 1]) || tokens[i as usize - 1].kind == TokenKind::Hyphen)) || name(tokens[i as usize + 1]) {
        return false;
    }
    let word = mentions.word(i);
    let listed = word.known() && !view.gazetteer.words.get(word).has(flag::SURNAME | flag::GIVEN_NAME | flag::FAMILY_NAME);
    let told = i > first && matches!(tokens[i as usize - 1].text(view.text), "told" | "tells") && mentions.has(i, flag::FAMILY_NAME);
    (told || says(mentions, view, i + 1)) && !listed && !mentions.has(i, flag::LOWER_KNOWN) && lone_surname(mentions, view, i, first, end).is_none()
}

/// The last and first words of all full names of the document. Of two people who share one it is that of whom the document names first, or much more often.
fn parts<'a>(mentions: &Mentions, view: &View<'a>) -> Parts {
    let mut known = Parts::default();
    let mut times: IntMap<u64, u32> = IntMap::default();
    for found in mentions.found.iter().filter(|f| f.kind == MentionKind::Person) {
        let tokens = &view.document.tokens[found.first as usize..found.end as usize];
        let suffix = |text: &str| matches!(text, "Jr." | "Jr" | "Sr." | "Sr" | "II" | "III" | "IV");
        // the son is hardly ever called by the surname alone
        let son = is_junior(view, found.end - 1);
        // "President Trump" is called Trump sooner than his daughter is
        let weight = if found.by == FoundBy::Title && leads_now(view, found.first, found.entity) { 2 } else { 1 };
        // "Donald Trump, Jr. … Trump": the president, unless nobody knows one
        let known_as = |text: &str| view.gazetteer.names.known_as(view.gazetteer.words.find(text), view.date);
        let mut insert = |text: &'a str, last: bool| {
            if son && known_as(text).is_some_and(|id| leads(view, EntityRef::Listed(id)).is_some()) {
                return;
            }
            let text = key(text.as_bytes());
            let own = times.entry(text.wrapping_mul(31) ^ found.entity.number()).or_insert(0);
            *own += weight;
            let part = known.entry(text).or_insert(Part { entity: found.entity, times: 0, shared: false, last });
            part.shared |= part.entity != found.entity;
            part.last |= last;
            if son {
                part.times = part.times.max(u32::from(part.entity != found.entity));
                return;
            }
            // who is named first is called by the surname from then on, so that another who shares it stands in full more often
            let often = if part.last && matches!(part.entity, EntityRef::Listed(_)) { *own > part.times * 3 } else { *own * 2 > part.times * 3 };
            if often || (weight > 1 && *own >= part.times) {
                (part.entity, part.times) = (found.entity, *own);
            }
        };
        if let Some(last) = tokens.iter().rev().find(|t| !suffix(t.text(view.text))) {
            insert(last.text(view.text), true);
        }
        if let Some(name) = Some(tokens[0].text(view.text)).filter(|_| tokens.len() == 1).and_then(behind_initial) {
            insert(name, true);
        }
        // Chinese and Korean names begin with the surname, and many people are called by their given name
        let first = tokens[0].text(view.text);
        let long = first.len() > 2 || first.len() == 2 && mentions.has(found.first, flag::FAMILY_NAME);
        if tokens.len() > 1 && long && !first.ends_with('.') && !is_acronym(view, found.first) {
            insert(first, is_eastern_name(mentions, view, found));
        }
        // "Mario Lopez Benitez … Lopez": of two surnames the first
        let middle = |k: u32| mentions.has(k, flag::FAMILY_NAME | flag::SURNAME) && !mentions.has(k, flag::GIVEN_NAME | flag::LOWER_KNOWN | flag::PARTICLE) && !hyphenated(view, k);
        if tokens.len() == 3 && is_name(view, found.first + 1) && middle(found.first + 1) && middle(found.first + 2) {
            insert(tokens[1].text(view.text), false);
        }
        if son && tokens.len() > 2 {
            known.entry(span_key(view, found.end - 2, found.end)).or_insert(Part { entity: found.entity, times: 1, shared: false, last: true });
        }
    }
    known
}

/// Whether the word at `i`, which is also an ordinary word, is used as a name: no sentence begins with it, or a verb or possessive follows.
pub(super) fn acts(mentions: &Mentions, view: &View<'_>, i: u32, first: u32, end: u32) -> bool {
    if i > first && view.document.tokens[i as usize - 1].kind != TokenKind::Quote {
        // "the Bush administration", "a Brown aide", "in Brown's favor"
        let next = if i + 1 < end { Some(view.document.tokens[i as usize + 1]) } else { None };
        let relation = || view.gazetteer.words.get(mentions.word(i + 1)).has(flag::RELATION);
        if next.is_some_and(|next| is_staff(next.text(view.text)) || matches!(next.text(view.text), "appointee" | "rally" | "who") || relation()) {
            return true;
        }
        // "the North", "the GI Bill"
        let article = |k: u32| matches!(view.document.tokens[k as usize].text(view.text), "the" | "The" | "a" | "an");
        let enacted = i > first + 1 && is_acronym(view, i - 1) && article(i - 2);
        // "hit back at Brown", unlike "at Brown"
        let before = |back: u32| i.checked_sub(back).filter(|&k| k >= first).map_or("", |k| view.document.tokens[k as usize].text(view.text));
        let aimed = before(1) == "at" && matches!(before(2), "anger" | "angry" | "back" | "furious" | "fury" | "jab" | "out" | "outrage" | "rage" | "shot" | "swipe");
        let owner = next.is_some_and(|next| next.kind == TokenKind::Possessive) && matches!(before(1), "at" | "in" | "near");
        return aimed || owner || !enacted && !matches!(before(1), "the" | "The" | "a" | "an" | "in" | "at" | "near");
    }
    if i + 1 >= end {
        return false;
    }
    let next = view.document.tokens[i as usize + 1];
    let likeliest = |k: u32| view.gazetteer.words.get(mentions.word(k)).classes.likeliest;
    let word = *view.gazetteer.words.get(mentions.word(i + 1));
    let text = |k: u32| view.document.tokens[k as usize].text(view.text);
    let behind = || text(i + 2);
    // more often behind a verb in -s than behind a plural
    let opens_object = || matches!(likeliest(i + 2), Tag::Determiner | Tag::Possessive | Tag::Pronoun | Tag::To) || matches!(behind(), "on" | "with" | "at");
    let follows = match next.text(view.text) {
        "himself" | "herself" => true,
        // "Brown and Merkel agreed", "Brown on Tuesday said"
        "and" => i + 2 < end && mentions.has(i + 2, flag::CAPITAL_WORD) && !mentions.has(i + 2, flag::LOWER_KNOWN),
        "on" => i + 2 < end && mentions.has(i + 2, flag::DATE),
        // the headline "Brown to meet Merkel"
        "to" => i == first && i + 3 < end && view.gazetteer.words.get(mentions.word(i + 2)).is(Tag::Verb) && mentions.has(i + 3, flag::CAPITAL_WORD),
        // "Brown, who", "Brown, a banker,", "Brown, citing", "Brown, Merkel and"
        "," => {
            let listed = || i + 3 < end && mentions.has(i + 2, flag::CAPITAL_WORD) && !mentions.has(i + 2, flag::LOWER_KNOWN) && matches!(text(i + 3), "and" | ",");
            i + 2 < end && (matches!(behind(), "who" | "whom" | "whose" | "a" | "an" | "the" | "unlike" | "along" | "accompanied") || likeliest(i + 2) == Tag::Gerund || listed())
        }
        // "Trump fires Bolton", "Trump plans to", "Trump lives on"
        _ if word.is(Tag::VerbS) && i + 2 < end && (mentions.has(i + 2, flag::CAPITAL_WORD) || opens_object()) => true,
        // "Brown also said", "Brown never met", "Brown sheepishly met"
        _ => {
            let past = || view.gazetteer.words.get(mentions.word(i + 2)).is(Tag::Past);
            let verb = || past() || matches!(likeliest(i + 2), Tag::VerbS | Tag::Be | Tag::Have | Tag::Modal | Tag::Do);
            let adverb = || matches!(word.classes.likeliest, Tag::Adverb | Tag::Not) || !mentions.word(i + 1).known() && next.text(view.text).ends_with("ly");
            i + 2 < end && adverb() && verb()
        }
    };
    next.kind == TokenKind::Possessive
        || follows
        || matches!(word.classes.likeliest, Tag::Past | Tag::VerbS | Tag::Be | Tag::Have | Tag::Modal | Tag::Do)
        || (word.is(Tag::Past) && word.classes.likeliest == Tag::Participle)
}

/// A listed surname that stands alone, is no ordinary word and no part of another name.
fn lone_surname(mentions: &mut Mentions, view: &View<'_>, i: u32, first: u32, end: u32) -> Option<EntityId> {
    let words = &view.gazetteer.words;
    let id: WordId = mentions.word(i);
    let word = *words.get(id);
    let other = flag::NOT_A_NAME | flag::DATE | flag::TITLE | flag::HONORIFIC | flag::ORGANIZATION_HEAD | flag::PLACE_HEAD | flag::FACILITY_HEAD | flag::DIRECTION;
    if !word.has(flag::SURNAME) || word.has(other) {
        return None;
    }
    // "Banks will suffer"
    if i == first && words.get(word.lower).classes.likeliest == Tag::Plural {
        return None;
    }
    let namesakes = view.gazetteer.names.namesakes(id)?;
    let short = words.text(id).len() < 4 && !namesakes.leads_state;
    if short || (mentions.has(i, flag::LOWER_KNOWN) && !acts(mentions, view, i, first, end)) {
        return None;
    }
    let titled = i > first && mentions.has(i - 1, flag::TITLE_END | flag::HONORIFIC);
    let opened = i == first + 1 && mentions.at[first as usize] == 0 && mentions.has(first, flag::LOWER_KNOWN);
    // "Obama-Xi summit": two who are known; "Carter-Jones" is one
    // "ex-Obama aides"
    let prefixed = i >= 2 && hyphenated(view, i) && !view.document.tokens[i as usize - 2].has(CAPITAL);
    let joined = hyphenated(view, i) && !prefixed && !mentions.found.last().is_some_and(|before| before.end == i - 1 && before.by == FoundBy::ListedSurname);
    let behind_name = i > first && (joined || (is_name(view, i - 1) && !titled && !opened));
    // "Fox 6" is a channel
    let before_name = i + 1 < end && mentions.at[i as usize + 1] == 0 && (is_name(view, i + 1) || view.document.tokens[i as usize + 1].kind == TokenKind::Number);
    let alone = !behind_name && !before_name;
    if !alone {
        return None;
    }
    // "Hyde-Smith": two parts of one surname
    if !is_officer_beside(mentions, view, i, end) {
        return None;
    }
    let best = view.gazetteer.names.known_as(id, view.date);
    let person = mentions.of_named_country(view, id).map_or(best, |named| best.filter(|best| named.contains(best)).or(named.first().copied()))?;
    // "Clinton" is also a given name; "Charles and David Koch"
    if word.has(flag::GIVEN_NAME) {
        let joined = i + 2 < end && view.document.tokens[i as usize + 1].text(view.text) == "and" && is_name(view, i + 2);
        if joined {
            return None;
        }
        return Some(person).filter(|&person| mentions.names_country_of(view, person) && is_officer(mentions, view, id, person));
    }
    // of whom few have heard, the document names the country at least
    (namesakes.leads_state || view.gazetteer.names.governs(person) || mentions.names_country_of(view, person)).then_some(person)
}

/// Whether no hyphen ties the surname at `i` to another, or somebody with an office bears the other: "Obama-Xi summit".
fn is_officer_beside(mentions: &Mentions, view: &View<'_>, i: u32, end: u32) -> bool {
    let behind = Some(i + 2).filter(|&k| k < end && hyphenated(view, k) && is_name(view, k));
    let Some(other) = behind.or_else(|| (i >= 2 && hyphenated(view, i)).then(|| i - 2)) else { return true };
    let names = &view.gazetteer.names;
    mentions.at[other as usize] != 0 || names.known_as(mentions.word(other), view.date).is_some_and(|person| !names.entity(person).offices.is_empty())
}

/// So far back an officer is still called by a surname that is a given name as well.
const RECENT: u16 = 1990;

/// Whether a person has an office or had one not long ago, and nobody else of the surname and of a country that the document names has.
fn is_officer(mentions: &mut Mentions, view: &View<'_>, surname: WordId, person: EntityId) -> bool {
    let names = &view.gazetteer.names;
    let serves = |id: EntityId| names.entity(id).offices.iter().any(|office| office.from.is_some() && office.to.is_none_or(|to| to >= RECENT));
    let others = mentions.of_named_country(view, surname).unwrap_or_default();
    serves(person) && !others.into_iter().any(|other| other != person && serves(other))
}

/// "SECRETARY BLINKEN:" in a transcript: who holds or held an office of that title.
fn speaking_officer(mentions: &Mentions, view: &View<'_>, i: u32, end: u32) -> Option<EntityId> {
    let tokens = &view.document.tokens;
    let title = i.checked_sub(1).filter(|&k| tokens[i as usize].has(UPPER) && tokens[k as usize].has(UPPER) && mentions.at[k as usize] == 0)?;
    if i + 1 >= end || tokens[i as usize + 1].kind != TokenKind::Colon {
        return None;
    }
    let text = |k: u32| tokens[k as usize].text(view.text);
    let names = &view.gazetteer.names;
    let person = names.known_as(view.gazetteer.words.find_title(text(i)), view.date)?;
    let is_title = |word: &str| word.starts_with(char::is_uppercase) && word.eq_ignore_ascii_case(text(title));
    names.entity(person).offices.iter().any(|office| office.title.split(' ').any(is_title)).then_some(person)
}
