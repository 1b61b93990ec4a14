//! Acronyms: those that the document explains, and those that act without explanation.

use super::{bodies, names, EntityRef, Found, FoundBy, MentionKind, Mentions, Unnamed, View};
use crate::gazetteer::{flag, key, EntityId, IntMap, Tag, WordSet};
use crate::text::{TokenKind, CAPITAL, UPPER};

/// `Rural Growth Fund (RGF)`: acronyms in brackets behind a name whose initials they are, after Schwartz and Hearst (PSB 2003).
/// Keyed by what tells their texts from others. The long form becomes an organization where none was found, or one that begins later.
pub(super) fn defined(mentions: &mut Mentions, view: &View<'_>) -> IntMap<u64, EntityRef> {
    let mut known = IntMap::default();
    let mut behind = None;
    for number in 0..mentions.unnamed.len() {
        let Unnamed { token: i, first, .. } = mentions.unnamed[number];
        let Some(text) = in_brackets(view, i) else { continue };
        let open = i - 1;
        let behind: &IntMap<u32, usize> = behind.get_or_insert_with(|| by_end(mentions));
        let start = if is_acronym(text) { long_form(view, first, open, text) } else { None };
        let entity = match start {
            Some(start) => named_by(mentions, view, behind, start, open),
            // "Reporters Without Borders (RSF)": letters of another language
            None => short_name(mentions, view, behind, i).or_else(|| described(mentions, view, first, i, text)),
        };
        if let Some(entity) = entity {
            known.insert(key(text.as_bytes()), entity);
        }
    }
    mentions.found.retain(|found| found.end > found.first);
    redefined(mentions, view);
    known
}

/// "National Directorate of Fisheries (Dinapesca)": the organization right before the brackets in which the word at `i`, which nothing else is known of, stands.
fn short_name(mentions: &Mentions, view: &View<'_>, behind: &IntMap<u32, usize>, i: u32) -> Option<EntityRef> {
    let other = flag::LOWER_KNOWN | flag::SURNAME | flag::GIVEN_NAME | flag::DATE | flag::NOT_A_NAME | flag::NOT_AN_ORGANIZATION;
    let token = view.document.tokens[i as usize];
    // "(CA)" is a state or a party, most often
    if mentions.has(i, other) || !token.has(CAPITAL) || token.end - token.start < 3 {
        return None;
    }
    let long = mentions.found[*behind.get(&(i - 1))?];
    // players stand behind their teams so
    let named = long.kind == MentionKind::Organization && long.end > long.first + 1 && long.end == i - 1 && long.entity.detail(view) != Some("team");
    named.then_some(long.entity)
}

/// "a special investigation team (SIT)": what words in lower case before the brackets describe by their first letters, if they are of a body.
fn described(mentions: &mut Mentions, view: &View<'_>, first: u32, i: u32, acronym: &str) -> Option<EntityRef> {
    let tokens = &view.document.tokens;
    let open = i - 1;
    let mut k = open;
    for letter in acronym.bytes().rev() {
        k = (first..k).rev().find(|&k| !matches!(tokens[k as usize].text(view.text), "of" | "and" | "for" | "the" | "on"))?;
        let plain = tokens[k as usize].kind == TokenKind::Word && !tokens[k as usize].has(CAPITAL);
        if !plain || view.text.as_bytes()[tokens[k as usize].start as usize] != letter.to_ascii_lowercase() {
            return None;
        }
    }
    let body = bodies::is_in(mentions, view, open - 1, WordSet::Body) || bodies::is_in(mentions, view, open - 1, WordSet::Panel);
    if !body || acronym.len() < 3 || mentions.has(i, flag::NOT_AN_ORGANIZATION) {
        return None;
    }
    let found = Found { first: i, end: i + 1, kind: MentionKind::Organization, entity: EntityRef::Document(0), by: FoundBy::Acronym, adjective: false };
    Some(mentions.own_name(view, (found, None)).entity)
}

/// "the Election Commission … the EC": the acronyms of the document's organizations that it does not explain, by what tells their texts from others; none that two share.
pub(super) fn implied(mentions: &Mentions, view: &View<'_>) -> IntMap<u64, EntityRef> {
    let mut known: IntMap<u64, Option<EntityRef>> = IntMap::default();
    for found in mentions.found.iter().filter(|found| found.kind == MentionKind::Organization && found.end > found.first + 1) {
        let capitals = (found.first..found.end).filter(|&k| names::is_name(view, k));
        let letters: Vec<u8> = capitals.map(|k| view.text.as_bytes()[view.document.tokens[k as usize].start as usize]).collect();
        if (2..=6).contains(&letters.len()) && letters.iter().all(u8::is_ascii_uppercase) {
            let entity = known.entry(key(&letters)).or_insert(Some(found.entity));
            *entity = entity.filter(|&one| one == found.entity);
        }
    }
    known.into_iter().filter_map(|(text, entity)| Some((text, entity?))).collect()
}

/// "Coastal Farmers Guild … the CFG": what the document alone calls so comes before whom a list calls so and the document names nowhere in full.
pub(super) fn overrule(mentions: &mut Mentions, view: &View<'_>, implied: &IntMap<u64, EntityRef>) {
    let listed = |found: &Found| found.by == FoundBy::Gazetteer && found.kind == MentionKind::Organization && found.end == found.first + 1;
    for n in 0..mentions.found.len() {
        let found = mentions.found[n];
        let token = view.document.tokens[found.first as usize];
        if !listed(&found) || !token.has(UPPER) || token.end - token.start < 3 {
            continue;
        }
        let (Some(&entity), EntityRef::Listed(id)) = (implied.get(&names::text_key(view, found.first)).filter(|&&entity| entity != found.entity), found.entity) else { continue };
        let long = |entity: EntityRef| mentions.found.iter().find(|other| other.entity == entity && other.end > other.first + 1);
        if long(found.entity).is_none() && !long(entity).is_some_and(|long| has_words_of(mentions, view, long, id)) {
            (mentions.found[n].entity, mentions.found[n].by) = (entity, FoundBy::Acronym);
        }
    }
}

/// All mentions by the token behind which they end.
fn by_end(mentions: &Mentions) -> IntMap<u32, usize> {
    mentions.found.iter().enumerate().map(|(n, found)| (found.end, n)).collect()
}

/// The organization that the long form from token `start` to the bracket at `open` names.
fn named_by(mentions: &mut Mentions, view: &View<'_>, behind: &IntMap<u32, usize>, start: u32, open: u32) -> Option<EntityRef> {
    let same = behind.get(&open).map(|&n| mentions.found[n]).filter(|found| found.first <= start && found.kind == MentionKind::Organization);
    same.map(|found| found.entity).or_else(|| organization(mentions, view, behind, start, open))
}

/// `National Farmers Federation (NFF)`: what the document calls so comes before whom a list calls so, throughout the document.
fn redefined(mentions: &mut Mentions, view: &View<'_>) {
    let listed = |found: &Found| found.by == FoundBy::Gazetteer && found.kind == MentionKind::Organization && found.end == found.first + 1;
    let mut other: IntMap<u64, EntityRef> = IntMap::default();
    let mut behind = None;
    for n in 0..mentions.found.len() {
        let found = mentions.found[n];
        let Some(text) = Some(found).filter(listed).and_then(|found| bracketed(view, found.first)) else { continue };
        let (first, _) = view.document.sentences[view.document.sentence_of(found.first)];
        let open = found.first - 1;
        let (Some(start), EntityRef::Listed(id)) = (long_form(view, first, open, text), found.entity) else { continue };
        // not "Council of the European Union (EU)"
        let long = behind.get_or_insert_with(|| by_end(mentions)).get(&open).map(|&n| mentions.found[n]);
        let long = long.filter(|long| long.first == start && long.kind == MentionKind::Organization);
        if let Some(long) = long.filter(|long| long.entity != found.entity && !is_akin(mentions, view, long, id)) {
            other.insert(key(text.as_bytes()), long.entity);
        }
    }
    if other.is_empty() {
        return;
    }
    for found in mentions.found.iter_mut().filter(|found| listed(found)) {
        if let Some(&entity) = other.get(&names::text_key(view, found.first)) {
            (found.entity, found.by) = (entity, FoundBy::Acronym);
        }
    }
}

/// Whether a name that no list holds is most likely another spelling of the listed one.
fn is_akin(mentions: &Mentions, view: &View<'_>, long: &Found, listed: EntityId) -> bool {
    !matches!(long.entity, EntityRef::Listed(_)) && has_words_of(mentions, view, long, listed)
}

/// Whether the text of a name has half of the longer words of the listed one.
fn has_words_of(mentions: &Mentions, view: &View<'_>, long: &Found, listed: EntityId) -> bool {
    let text = mentions.span(view, long).of(view.text).to_lowercase();
    let name = view.gazetteer.names.entity(listed).name.to_lowercase();
    let words = name.split_whitespace().filter(|word| word.len() > 3);
    let (shared, all) = words.fold((0, 0), |(shared, all), word| (shared + usize::from(text.contains(word)), all + 1));
    shared * 2 >= all
}

/// The text of the token at `i` if it is an acronym alone in brackets.
fn bracketed<'a>(view: &View<'a>, i: u32) -> Option<&'a str> {
    in_brackets(view, i).filter(|text| is_acronym(text))
}

/// Whether a word is a few capitals, with or without letters between them.
fn is_acronym(text: &str) -> bool {
    text.chars().filter(|c| c.is_uppercase()).count() >= 2 && text.chars().all(char::is_alphanumeric)
}

/// The text of the token at `i` if it stands alone in brackets and is no longer than an acronym.
fn in_brackets<'a>(view: &View<'a>, i: u32) -> Option<&'a str> {
    let tokens = &view.document.tokens;
    let token = tokens[i as usize];
    let alone = i > 1 && tokens[i as usize - 1].kind == TokenKind::Open && tokens.get(i as usize + 1).is_some_and(|next| next.kind == TokenKind::Close);
    if !alone {
        return None;
    }
    let text = token.text(view.text);
    (2..=10).contains(&text.len()).then_some(text)
}

/// Where the name begins whose initials are `acronym`, if it ends right before the bracket at `open`: small words may be left out.
fn long_form(view: &View<'_>, first: u32, open: u32, acronym: &str) -> Option<u32> {
    let letters: Vec<char> = acronym.chars().filter(|c| c.is_uppercase()).collect();
    let mut left = letters.len();
    let mut k = open;
    while k > first && open - k < 16 {
        k -= 1;
        let token = view.document.tokens[k as usize];
        if !matches!(token.kind, TokenKind::Word | TokenKind::Hyphen | TokenKind::Possessive | TokenKind::Comma) {
            return None;
        }
        let initial = token.text(view.text).chars().next()?;
        if token.has(CAPITAL) {
            if left > 0 && initial == letters[left - 1] {
                left -= 1;
            } else if left == letters.len() {
                continue; // a last word without a letter of its own: "Council of Nigeria (CO)"
            } else {
                return None;
            }
            if left == 0 {
                return (open - k >= 2).then_some(k);
            }
        } else if token.kind == TokenKind::Word && token.end - token.start > 4 {
            return None;
        }
    }
    None
}

/// Makes the tokens `start..end` an organization in place of what was found inside them, by the tokens behind which it ends; what is
/// replaced loses its tokens.
fn organization(mentions: &mut Mentions, view: &View<'_>, behind: &IntMap<u32, usize>, start: u32, end: u32) -> Option<EntityRef> {
    let heads = (start..end).any(|k| mentions.has(k, flag::ORGANIZATION_HEAD | flag::LEADING_HEAD));
    let inside: Vec<usize> = (start + 1..=end).filter_map(|k| behind.get(&k).copied()).filter(|&n| mentions.found[n].end > mentions.found[n].first).collect();
    let covered: u32 = inside.iter().map(|&n| mentions.found[n].end - mentions.found[n].first).sum();
    // a mention that reaches over either end, or is the same, is left alone
    let named = (start..end).filter(|&k| mentions.at[k as usize] != 0).count() as u32;
    let whole = inside.iter().any(|&n| mentions.found[n].first <= start && mentions.found[n].end == end);
    // an act of parliament does not act
    let thing = mentions.has(end - 1, flag::EVENT_HEAD);
    if !heads || thing || whole || named != covered {
        return None;
    }
    for n in inside {
        mentions.found[n].end = mentions.found[n].first;
    }
    let found = Found { first: start, end, kind: MentionKind::Organization, entity: EntityRef::Document(0), by: FoundBy::Shape, adjective: false };
    let found = mentions.own_name(view, (found, None));
    mentions.push(found);
    Some(found.entity)
}

/// An acronym that nothing explains and no list holds, but that does something or is something's owner: "the LPRA said".
pub(super) fn acting(mentions: &Mentions, view: &View<'_>, unnamed: Unnamed) -> Option<Found> {
    let Unnamed { token: i, first, end, .. } = unnamed;
    let tokens = &view.document.tokens;
    let token = tokens[i as usize];
    if !token.has(UPPER) {
        return None;
    }
    let text = token.text(view.text);
    let shape = (3..=6).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_uppercase());
    let name = |k: u32| tokens[k as usize].kind == TokenKind::Word && tokens[k as usize].has(CAPITAL);
    // "The LPRA" at the head of a sentence
    let opens = i == first + 1 && tokens[first as usize].text(view.text) == "The";
    let beside = (i > first && (name(i - 1) && !opens || matches!(tokens[i as usize - 1].kind, TokenKind::Hyphen | TokenKind::Open)))
        || (i + 1 < end && (name(i + 1) || tokens[i as usize + 1].kind == TokenKind::Hyphen));
    if !shape || beside || mentions.has(i, flag::LOWER_KNOWN | flag::NOT_A_NAME | flag::NOT_AN_ORGANIZATION) || i + 1 >= end {
        return None;
    }
    let next = *view.gazetteer.words.get(mentions.word(i + 1));
    let owns = tokens[i as usize + 1].kind == TokenKind::Possessive;
    let acts = matches!(next.classes.likeliest, Tag::Past | Tag::VerbS | Tag::Have | Tag::Modal) || (next.is(Tag::Past) && next.classes.likeliest == Tag::Participle);
    let the = i > first && matches!(tokens[i as usize - 1].text(view.text), "the" | "The" | "told");
    let alone = !matches!(next.classes.likeliest, Tag::Noun | Tag::Plural | Tag::Adjective);
    (owns || acts || (the && alone)).then_some(Found {
        first: i,
        end: i + 1,
        kind: MentionKind::Organization,
        entity: EntityRef::Document(0),
        by: FoundBy::Acronym,
        adjective: false,
    })
}
