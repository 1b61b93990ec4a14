//! Names that no list holds, by their form: `Ministry of Trade`, `Harbour Workers Union`, `Lissa River`, `Eastern Ruritania`.

use super::{bodies, names, EntityRef, Found, FoundBy, MentionKind, Mentions, View};
use crate::gazetteer::{flag, word, EntityKind, Tag, WordSet};
use crate::text::{TokenKind, CAPITAL, UPPER};

/// The longest name that an organization's or place's form has at token `i`.
pub(super) fn shaped(mentions: &mut Mentions, view: &View<'_>, i: u32, first: u32, end: u32) -> Option<Found> {
    let opening = mentions.known(i);
    let goes_on = is_capital(view, i + 1, end);
    let parish = || if goes_on { parish(view, i, first, end) } else { None };
    if let Some(found) = regiment(mentions, view, i, first, end).or_else(parish).or_else(|| ministry(mentions, view, i, first, end)) {
        return Some(found);
    }
    if !goes_on && !opening.has(flag::LEADING_HEAD | flag::PLACE_HEAD) && !linked(view, i + 1, end) && two_matters(mentions, view, i + 1, end).is_none() {
        return None; // most capitalised words stand alone
    }
    // at the start of a sentence an ordinary word is no part of a name, unless more of the name follows
    let opens = i == first && ordinary(mentions, i);
    // "Senior Bureau Official X": a rank begins no body's name
    let rank = matches!(view.document.tokens[i as usize].text(view.text), "Acting" | "Deputy" | "Senior");
    if rank || opening.has(flag::DATE | flag::HONORIFIC) || (opening.has(flag::NOT_A_NAME) && (i == first || !describes(mentions, view, i))) {
        return None;
    }
    // "Workers of Zorbex struck"
    let people = opens && view.gazetteer.words.get(mentions.lower(view, i)).classes.likeliest == Tag::Plural;
    if people && opening.has(flag::LEADING_HEAD) {
        return None;
    }
    if opens && !opening.has(flag::ORGANIZATION_HEAD | flag::LEADING_PLACE | flag::PLACE_HEAD) && !(describes(mentions, view, i) && is_capital(view, i + 1, end)) {
        return None;
    }
    let organization = organization(mentions, view, i, end).map(|at| (at, MentionKind::Organization, EntityRef::Document(0)));
    let place = place(mentions, view, i, end).map(|(at, entity)| (at, MentionKind::Place, entity));
    if let Some(found) = airport(mentions, view, i, first, end).filter(|_| organization.is_none()) {
        return Some(found);
    }
    if organization.is_none() && place.is_none() {
        return branch(mentions, view, i, first, end).or_else(|| firm(mentions, view, i, end));
    }
    let organization = organization.filter(|&(at, ..)| !is_owned_by_name(mentions, view, (i, at), first, end));
    let organization = organization.filter(|&(at, ..)| mentions.listed(view, i, first, end, false).is_none_or(|named| !is_of(view, &named, at)));
    let organization = organization.filter(|&(at, ..)| i == first || !is_event_of_two(view, i, at, end));
    let (at, kind, entity) = organization.into_iter().chain(place).max_by_key(|&(at, ..)| at)?;
    if kind == MentionKind::Organization && is_one_of_a_sort(mentions, view, i, at) {
        return None;
    }
    // "Opposition Labour Party": the name begins behind the ordinary word
    if opens && mentions.listed(view, i + 1, first, end, false).is_some_and(|listed| listed.end >= at) {
        return None;
    }
    // "Lissa Police Station"
    let text = |k: u32| if k < end { view.document.tokens[k as usize].text(view.text) } else { "" };
    if text(at - 1) == "Police" && text(at) == "Station" {
        return Some(formed(i, at + 1, MentionKind::Place));
    }
    Some(Found { first: i, end: at, kind, entity, by: FoundBy::Shape, adjective: false })
}

/// "Abe's Cabinet", "Prime Minister Johnson's Conservative Party": whether a name in the tokens `i..at` owns what stands behind it, unlike in "Women's League" and "St. Mary's School".
fn is_owned_by_name(mentions: &mut Mentions, view: &View<'_>, (i, at): (u32, u32), first: u32, end: u32) -> bool {
    let owner = (i + 1..at).find(|&k| view.document.tokens[k as usize].kind == TokenKind::Possessive).map(|k| k - 1);
    let school = || {
        matches!(
            view.document.tokens[at as usize - 1].text(view.text),
            "Academy" | "Association" | "Cathedral" | "Church" | "Club" | "College" | "Hospital" | "School" | "University"
        )
    };
    // "Hawke's Bay Regional Council"
    let within = owner.is_some_and(|owner| mentions.listed(view, i, first, end, false).is_some_and(|named| named.end > owner + 1));
    owner.is_some_and(|owner| !within && !mentions.has(owner, flag::LOWER_KNOWN) && !school())
}

/// "the Strategic Partnership between X and Y", "their first Defense Conference": whether the tokens `i..at`, behind others, are called by what two do together.
fn is_event_of_two(view: &View<'_>, i: u32, at: u32, end: u32) -> bool {
    let text = |k: u32| view.document.tokens[k as usize].text(view.text);
    let between = at < end && text(at) == "between";
    let meets = || matches!(text(at - 1), "Conference" | "Consultations" | "Dialogue" | "Forum" | "Meeting" | "Partnership" | "Session" | "Summit");
    between || meets() && matches!(text(i - 1), "annual" | "bilateral" | "first" | "inaugural" | "joint" | "second" | "third" | "their")
}

/// A mention by the form of its name, of what the document alone knows.
fn formed(first: u32, end: u32, kind: MentionKind) -> Found {
    Found { first, end, kind, entity: EntityRef::Document(0), by: FoundBy::Shape, adjective: false }
}

/// "Ann Lee International Airport", "Zorbex Airfield", unlike "Lissa Airport", where the town is named.
fn airport(mentions: &mut Mentions, view: &View<'_>, i: u32, first: u32, end: u32) -> Option<Found> {
    let field = |k: &u32| matches!(view.document.tokens[*k as usize].text(view.text), "Airbase" | "Airfield" | "Airport" | "Barracks");
    let at = (i + 1..end.min(i + 7)).take_while(|&k| is_capital(view, k, end)).find(field)?;
    let town = mentions.listed(view, i, first, end, false).is_some_and(|named| named.kind != MentionKind::Person);
    (!town && !ordinary(mentions, i)).then(|| formed(i, at + 1, MentionKind::Place))
}

/// "Harvest Ruritania", "Clean Streets Lissa": a body that is called by what it is for and where, behind a word in lower case.
fn branch(mentions: &mut Mentions, view: &View<'_>, i: u32, first: u32, end: u32) -> Option<Found> {
    const NAME: u64 = flag::SURNAME | flag::GIVEN_NAME | flag::WEAK_GIVEN_NAME;
    const OTHER: u64 = NAME | flag::TITLE | flag::TITLE_END | flag::HONORIFIC | flag::DATE | flag::DIRECTION | flag::NOT_A_NAME;
    const HEAD: u64 = flag::PLACE_HEAD | flag::LEADING_PLACE | flag::FACILITY_HEAD | flag::EVENT_HEAD;
    let tokens = &view.document.tokens;
    let words = &view.gazetteer.words;
    let lower = |k: u32| k < end && tokens[k as usize].kind == TokenKind::Word && !tokens[k as usize].has(CAPITAL);
    // "is to Visit Ruritania", "are Remaking Ruritania": a headline
    if i == first || !lower(i - 1) || matches!(words.get(mentions.word(i - 1)).classes.likeliest, Tag::Be | Tag::To | Tag::Modal) {
        return None;
    }
    let thing = |mentions: &Mentions, k: u32| {
        let named = matches!(words.get(mentions.lower(view, k)).classes.likeliest, Tag::Noun | Tag::Plural | Tag::Verb | Tag::Gerund);
        let plain = !tokens[k as usize].has(UPPER) && !mentions.has(k, OTHER | HEAD) && !is_listed(mentions, view, k);
        is_capital(view, k, end) && plain && (named || !mentions.has(k, flag::LOWER_KNOWN))
    };
    let at = (i..end.min(i + 4)).find(|&k| !thing(mentions, k)).filter(|&at| at > i && !mentions.has(at, NAME))?;
    let place = mentions.listed(view, at, first, end, false).filter(|place| place.end == at + 1)?;
    // a town that few know may go on with its state: "in Lissa Ala."
    let known = || (i..at).all(|k| mentions.has(k, flag::LOWER_KNOWN));
    let located = place.kind == MentionKind::Country || place.kind == MentionKind::Place && known();
    let owns = view.owns(place.end) && !is_capital(view, place.end + 1, end);
    let ends = owns || place.end >= end || lower(place.end) || matches!(tokens[place.end as usize].kind, TokenKind::Comma | TokenKind::Stop | TokenKind::Close);
    (located && ends).then_some(Found { first: i, kind: MentionKind::Organization, entity: EntityRef::Document(0), by: FoundBy::Shape, ..place })
}

/// "in St Mary", "in St Catherine North", unlike "in St Mary's" and "in St Jude Hospital": a place that is called after a saint.
fn parish(view: &View<'_>, i: u32, first: u32, end: u32) -> Option<Found> {
    let text = |k: u32| if k < end { view.document.tokens[k as usize].text(view.text) } else { "" };
    let saint = matches!(text(i), "Saint" | "St" | "St.");
    if !saint || !is_capital(view, i + 1, end) || !is_behind_location(view, i, first) {
        return None;
    }
    let at = i + 2 + u32::from(matches!(text(i + 2), "East" | "North" | "South" | "West"));
    let ends = !view.owns(i + 2) && !is_capital(view, at, end);
    ends.then(|| formed(i, at, MentionKind::Place))
}

/// "the Interior ministry", "India's Home Affairs ministry": ordinary words with a capital before "ministry" without one.
fn ministry(mentions: &Mentions, view: &View<'_>, i: u32, first: u32, end: u32) -> Option<Found> {
    let at = (i + 1..end.min(i + 4)).find(|&k| !is_capital(view, k, end)).filter(|&at| mentions.word(at) == word::MINISTRY)?;
    let before = i.checked_sub(1).filter(|&k| k >= first).map(|k| view.document.tokens[k as usize])?;
    let led = matches!(before.text(view.text), "the" | "The") || before.kind == TokenKind::Possessive;
    (led && (i..at).all(|k| ordinary(mentions, k) && !is_listed(mentions, view, k))).then(|| formed(i, at + 1, MentionKind::Organization))
}

/// "Zorbex Resources", "Oslo Zorbex Real Estate": what a company does behind a name that no list holds.
fn firm(mentions: &Mentions, view: &View<'_>, i: u32, end: u32) -> Option<Found> {
    const OTHER: u64 = flag::LOWER_KNOWN | flag::TITLE | flag::HONORIFIC | flag::NOT_A_NAME | flag::DATE | flag::DIRECTION;
    let own = |k: u32| is_capital(view, k, end) && !mentions.has(k, OTHER) && !names::hyphenated(view, k);
    let named = i + u32::from(own(i) && is_listed(mentions, view, i));
    let at = (i + 1..end.min(i + 5)).find(|&k| !is_capital(view, k, end))?;
    // "Ann Mills", "Bo Steel"
    let person = at == i + 2 && mentions.has(i, flag::GIVEN_NAME)
        || mentions.has(at - 1, flag::SURNAME | flag::FAMILY_NAME) && (i..at - 1).any(|k| mentions.has(k, flag::GIVEN_NAME | flag::WEAK_GIVEN_NAME));
    let firm = !person && own(i) && own(named) && !is_listed(mentions, view, named) && named + 1 < at && bodies::is_in(mentions, view, at - 1, WordSet::Firm);
    firm.then(|| formed(i, at, MentionKind::Organization))
}

/// "a Foreign Terrorist Organization": whether "a" before what stands between the two tokens makes it one of a sort, unlike "a Senate Committee hearing".
fn is_one_of_a_sort(mentions: &Mentions, view: &View<'_>, i: u32, end: u32) -> bool {
    let before = (0..i).rev().take(4).find(|&k| !is_capital(view, k, i));
    let article = before.is_some_and(|k| matches!(view.document.tokens[k as usize].text(view.text), "a" | "an"));
    let ordinary = || (i..end).all(|k| view.document.tokens[k as usize].kind != TokenKind::Word || ordinary(mentions, k));
    let goes_on = || {
        view.document
            .tokens
            .get(end as usize)
            .is_some_and(|next| next.kind == TokenKind::Word && matches!(view.gazetteer.words.get(mentions.word(end)).classes.likeliest, Tag::Noun | Tag::Plural))
    };
    article && ordinary() && !goes_on()
}

/// "Ruritanians for Fair Rents": behind a people, what a body of its own stands for.
pub(super) fn league(mentions: &Mentions, view: &View<'_>, people: Found, end: u32) -> Option<Found> {
    let plural = people.kind == MentionKind::Nationality && !people.adjective && people.end < end;
    let stands = plural && matches!(view.document.tokens[people.end as usize].text(view.text), "for" | "against" | "Against");
    let matter = stands && is_capital(view, people.end + 1, end) && ordinary(mentions, people.end + 1) && !mentions.known(people.end + 1).has(flag::DATE);
    let at = if matter { tail(mentions, view, people.end + 1, end)? } else { return None };
    Some(Found { end: at, kind: MentionKind::Organization, entity: EntityRef::Document(0), by: FoundBy::Shape, ..people })
}

/// Whether what has the form of an organization's name up to token `at` is not one, but the listed name that begins it: the country in "the U.S. Government",
/// as in "the U.S. government", or whose it is, as in "Libya's National Army", unlike "Women's League".
fn is_of(view: &View<'_>, named: &Found, at: u32) -> bool {
    let last = |end: u32| view.document.tokens[end as usize - 1];
    let country = matches!(named.kind, MentionKind::Country | MentionKind::Nationality);
    let state = named.end + 1 == at && country && last(at).text(view.text) == "Government";
    // "the U.S.-Japan Alliance": between the two
    let token = |k: u32| view.document.tokens[k as usize];
    let pair = named.end + 3 == at && token(named.end).kind == TokenKind::Hyphen && token(named.end + 1).has(CAPITAL);
    let pair = country && (pair || named.end + 1 == at && named.first > 1 && token(named.first - 1).kind == TokenKind::Hyphen && token(named.first - 2).has(CAPITAL));
    let words = &view.gazetteer.words;
    let between = pair && words.get(words.find_lower(last(at).text(view.text))).has(flag::NOUN_FRAME);
    // "sanctions by the European Union on Belarus"
    let listed = named.kind == MentionKind::Organization && named.end < at && token(named.end).text(view.text) == "on";
    state || between || listed || (named.end < at && view.owns(named.end) && named.kind != MentionKind::Organization && !last(named.end).has(UPPER))
}

fn is_capital(view: &View<'_>, i: u32, end: u32) -> bool {
    i < end && {
        let token = view.document.tokens[i as usize];
        token.kind == TokenKind::Word && token.has(CAPITAL)
    }
}

/// Whether the word at `i` can describe a name's head: "National", "First", "Police".
fn describes(mentions: &Mentions, view: &View<'_>, i: u32) -> bool {
    let lower = mentions.lower(view, i);
    lower.known() && matches!(view.gazetteer.words.get(lower).classes.likeliest, Tag::Adjective | Tag::Noun | Tag::Number)
}

/// The end of an organization's name that begins at `i`: capitalised words up to a head such as `Union`, and what belongs to the head.
fn organization(mentions: &mut Mentions, view: &View<'_>, i: u32, end: u32) -> Option<u32> {
    let mut at = i;
    let mut best = None;
    while at < end.min(i + 10) {
        let word = mentions.known(at);
        // "Combat Denial The United": a headline that runs into a sentence
        let article = at > i && view.document.tokens[at as usize].text(view.text) == "The";
        if is_capital(view, at, end) && !word.has(flag::DATE) && !article {
            at += 1;
            // "Fundación Ruritana": a head that is no English word leads by itself
            let foreign = at == i + 1 && !word.has(flag::LOWER_KNOWN) && is_capital(view, at, end);
            let leads = word.has(flag::LEADING_HEAD) && (foreign || leads_on(mentions, view, at, end));
            if leads {
                return tail(mentions, view, at, end);
            }
            // "Co-operative"
            let prefix = view.document.tokens.get(at as usize).is_some_and(|next| next.kind == TokenKind::Hyphen) && !is_capital(view, at + 1, end);
            if word.has(flag::ORGANIZATION_HEAD) && at > i + 1 && !prefix {
                best = Some(at);
            }
            continue;
        }
        let matters = if at > i { two_matters(mentions, view, at, end) } else { None };
        if let Some(body) = matters {
            // "the Relief and Works Agency for Refugees"
            if mentions.has(body - 1, flag::LEADING_HEAD) && leads_on(mentions, view, body, end) {
                return tail(mentions, view, body, end);
            }
            best = Some(body);
            at = body;
            continue;
        }
        // "European Union-African Union": two of them
        let hyphen = at < end && view.document.tokens[at as usize].kind == TokenKind::Hyphen;
        let mut body = || mentions.listed(view, at + 1, i, end, false).is_some_and(|body| body.kind == MentionKind::Organization && body.end > at + 2);
        if at == i || !linked(view, at, end) || hyphen && best.is_some() && body() {
            break;
        }
        at += 1;
    }
    // "Lissa University Hospital"
    if let Some(at) = best.filter(|&at| is_capital(view, at, end) && view.document.tokens[at as usize].text(view.text) == "Hospital") {
        return Some(at + 1);
    }
    // "Lissa International Airport"
    let police = |at: u32| view.document.tokens[at as usize - 1].text(view.text) == "Police";
    let building = |at: u32| is_capital(view, at, end) && mentions.has(at, flag::FACILITY_HEAD) && !police(at);
    // "the Foreign Intelligence Surveillance Act"
    best.filter(|&best| !building(best)).filter(|&best| !(best..end.min(best + 3)).take_while(|&k| is_capital(view, k, end)).any(|k| mentions.has(k, flag::EVENT_HEAD)))
}

/// "the Energy and Commerce Committee", "the Mines and Minerals Department": the end of what a body is called, where "and" at `at` joins two things that it is for,
/// not two who act.
fn two_matters(mentions: &Mentions, view: &View<'_>, at: u32, end: u32) -> Option<u32> {
    const OTHER: u64 = flag::DATE | flag::LEADING_HEAD | flag::INSTITUTION;
    let words = &view.gazetteer.words;
    let matter = |k: u32| {
        if !is_capital(view, k, end) {
            return false;
        }
        let word = words.get(mentions.lower(view, k));
        let science = || word.classes.likeliest == Tag::None && view.document.tokens[k as usize].text(view.text).ends_with("logy");
        let thing = matches!(word.classes.likeliest, Tag::Noun | Tag::Plural | Tag::Adjective) && !word.has(flag::AGENT | flag::RELATION) || science();
        thing && !mentions.has(k, OTHER) && !is_listed(mentions, view, k)
    };
    if at >= end || mentions.word(at) != word::AND || !matter(at - 1) || !matter(at + 1) {
        return None;
    }
    let body = (at + 2..end.min(at + 5)).take_while(|&k| is_capital(view, k, end)).find(|&k| bodies::is_in(mentions, view, k, WordSet::Bureau))?;
    // "Education and Labor Committee Chairman X", "the Trade and Labour Department of X"
    (at + 1..body).all(matter).then_some(body + 1)
}

/// "the 40th Infantry Battalion": an ordinal before the token at `i`, and the end of the unit of an army that it counts.
fn regiment(mentions: &Mentions, view: &View<'_>, i: u32, first: u32, end: u32) -> Option<Found> {
    let counted = |text: &str| text.starts_with(|c: char| c.is_ascii_digit()) && ["st", "nd", "rd", "th"].iter().any(|end| text.ends_with(end));
    let before = (i > first).then(|| view.document.tokens[i as usize - 1])?;
    if before.kind != TokenKind::Number || !counted(before.text(view.text)) {
        return None;
    }
    let unit = (i..end.min(i + 4)).take_while(|&k| is_capital(view, k, end)).filter(|&k| bodies::is_in(mentions, view, k, WordSet::Unit)).last()?;
    Some(formed(i - 1, unit + 1, MentionKind::Organization))
}

/// "Women's League", "Marks & Spencer Group".
fn linked(view: &View<'_>, at: u32, end: u32) -> bool {
    at < end && {
        let token = view.document.tokens[at as usize];
        let link = match token.kind {
            TokenKind::Possessive | TokenKind::Hyphen => true,
            TokenKind::Word | TokenKind::Number | TokenKind::Comma | TokenKind::Stop => false,
            _ => matches!(token.text(view.text), "&" | "-" | "'" | "’"),
        };
        link && is_capital(view, at + 1, end)
    }
}

/// Whether `of`, `for` or `on` and a name follow at `at`, behind a head.
fn leads_on(mentions: &Mentions, view: &View<'_>, at: u32, end: u32) -> bool {
    let dated = || mentions.has(at + 1, flag::DATE); // "the Bureau on Tuesday said"
    at < end && is_led(view, at) && joins(view, at, end) && mentions.word(at + 1) != word::NO && !dated()
}

/// The end of what follows a head from its preposition at `at`: "of Education, Tertiary Education and Science", "for the Elderly".
fn tail(mentions: &Mentions, view: &View<'_>, mut at: u32, end: u32) -> Option<u32> {
    let mut best = None;
    while at < end {
        if is_capital(view, at, end) {
            let word = mentions.known(at);
            let token = view.document.tokens[at as usize];
            // "the Department of Trade IG"
            let short = best.is_some() && token.has(UPPER) && token.end - token.start == 2 && !is_capital(view, at + 1, end) && !token.text(view.text).ends_with('.');
            if short
                || word.has(flag::DATE)
                || (best.is_some() && (word.has(flag::HONORIFIC) || is_person_behind(mentions, view, at, end) || is_officer_behind(mentions, view, at, end)))
            {
                break;
            }
            at += 1;
            best = Some(at);
            continue;
        }
        let goes_on = match view.document.tokens[at as usize].text(view.text) {
            "in" | "with" => joins(view, at, end),
            _ if is_led(view, at) => joins(view, at, end),
            text if is_article(text) => is_capital(view, at + 1, end),
            "and" | "&" => lists(mentions, view, at, end),
            "," => lists(mentions, view, at, end) && ends_list(mentions, view, at, end),
            "'s" | "’s" | "’" | "'" | "-" => is_capital(view, at + 1, end) && view.document.tokens[at as usize].text(view.text) == "-",
            _ => false,
        };
        // "in" and "with" belong to what was named, not to the sentence, only between names: "Persons with Disabilities"
        if !goes_on || (best.is_none() && !is_led(view, at) && !is_article(view.document.tokens[at as usize].text(view.text))) {
            break;
        }
        if matches!(view.document.tokens[at as usize].text(view.text), "in" | "on" | "for") && best.is_some() && !ordinary(mentions, at + 1) {
            break;
        }
        at += 1;
    }
    best
}

/// "the Bureau of Oceans and Scientific Affairs Ann Lee": whether a person's given name stands at `at`, behind an ordinary word.
fn is_person_behind(mentions: &Mentions, view: &View<'_>, at: u32, end: u32) -> bool {
    let names = &view.gazetteer.names;
    // "the University of Havana Ann Lee"
    let place =
        || names.ends(view.gazetteer.words.get(mentions.word(at - 1)).root).iter().any(|alias| !alias.weak && matches!(alias.sort, EntityKind::Country | EntityKind::Place));
    let given = mentions.has(at, flag::GIVEN_NAME) && !mentions.has(at, flag::LOWER_KNOWN) && (ordinary(mentions, at - 1) || place());
    given && is_capital(view, at - 1, end) && is_capital(view, at + 1, end) && !ordinary(mentions, at + 1)
}

/// "the Ministry of Foreign Affairs Political Director Ann Lee": whether an office and a name stand at `at`.
fn is_officer_behind(mentions: &Mentions, view: &View<'_>, at: u32, end: u32) -> bool {
    // unlike "Trade" of "the Federation of Ruritanian Trade Unions"
    let officer = |k: u32| view.gazetteer.words.get(mentions.lower(view, k)).has(flag::AGENT);
    let title = |k: u32| is_capital(view, k + 1, end) && mentions.has(k, flag::TITLE) && mentions.has(k, flag::TITLE_END) && officer(k);
    let rank = |k: u32| matches!(view.document.tokens[k as usize].text(view.text), "Acting" | "Assistant" | "Deputy" | "Political" | "Vice");
    title(at) || (rank(at) && is_capital(view, at + 1, end) && title(at + 1))
}

/// Whether "and" or a comma at `at` joins two ordinary words of a name: "Trade and Industry", not "Defence and Hamas".
fn lists(mentions: &Mentions, view: &View<'_>, at: u32, end: u32) -> bool {
    let next = at + 1;
    // "Youth and Sports": what else begins headings
    let begins = || mentions.has(next, flag::NOT_A_NAME) && !matches!(view.gazetteer.words.get(mentions.lower(view, next)).classes.likeliest, Tag::Noun | Tag::Plural);
    // "the Department of Energy and Interior Department"
    let another = is_capital(view, next + 1, end) && matches!(view.document.tokens[next as usize + 1].text(view.text), "Agency" | "Committee" | "Department" | "Ministry");
    !another && is_capital(view, next, end) && at > 0 && ordinary(mentions, at - 1) && ordinary(mentions, next) && !mentions.has(next, flag::LEADING_HEAD) && !begins()
}

/// Whether the parts behind the comma at `at` end with "and" and one more: ", Youth and Sports".
fn ends_list(mentions: &Mentions, view: &View<'_>, at: u32, end: u32) -> bool {
    let mut k = at + 1;
    while k < end.min(at + 12) {
        match view.document.tokens[k as usize].text(view.text) {
            "and" | "&" => return lists(mentions, view, k, end),
            "," if !is_capital(view, k + 1, end) && view.document.tokens.get(k as usize + 1).is_some_and(|t| t.text(view.text) != "and") => return false,
            "," => {}
            _ if is_capital(view, k, end) => {}
            _ => return false,
        }
        k += 1;
    }
    false
}

/// The end of a place's name that begins at `i`, `Lissa River`, `Mount Kofel`, `East Ruritania`, and its entity: `Lissa Province` is the listed `Lissa`.
fn place(mentions: &mut Mentions, view: &View<'_>, i: u32, end: u32) -> Option<(u32, EntityRef)> {
    let opening = mentions.known(i);
    if opening.has(flag::DIRECTION) && is_capital(view, i + 1, end) {
        let found = mentions.listed(view, i + 1, i, end, false)?;
        return matches!(found.kind, MentionKind::Place | MentionKind::Country).then_some((found.end, EntityRef::Document(0)));
    }
    let mut best = None;
    for at in (i + 1..end.min(i + 5)).take_while(|&at| is_capital(view, at, end)) {
        let word = mentions.known(at);
        if word.has(flag::FACILITY_HEAD | flag::EVENT_HEAD) {
            return None; // "Lissa River Bridge"
        }
        if word.has(flag::PLACE_HEAD) && (!ordinary(mentions, i) || opening.has(flag::PLACE_HEAD) || at > i + 1) {
            best = Some((at, word.has(flag::ADMINISTRATIVE_HEAD)));
        }
    }
    if let Some((at, administrative)) = best {
        let named = mentions.listed(view, i, i, end, false);
        if named.is_some_and(|found| found.kind == MentionKind::Nationality) {
            return None; // "the Ruritanian State"
        }
        let same = named.filter(|found| found.end == at && administrative);
        return Some((at + 1, same.map_or(EntityRef::Document(0), |found| found.entity)));
    }
    // "the Strait of X", but "the State of Ruritania" is Ruritania
    if opening.has(flag::PLACE_HEAD) && !opening.has(flag::ADMINISTRATIVE_HEAD) && view.document.tokens.get(i as usize + 1).is_some_and(|token| token.text(view.text) == "of") {
        let at = i + 2;
        let own = is_capital(view, at, end) && !ordinary(mentions, at) && mentions.listed(view, at, i, end, false).is_none();
        return own.then_some((at + 1, EntityRef::Document(0)));
    }
    // "Mount X", "Lake X"
    let leads = opening.has(flag::LEADING_PLACE) && is_capital(view, i + 1, end) && !ordinary(mentions, i + 1);
    let more = leads && is_capital(view, i + 2, end) && unlisted(mentions, view, i + 2);
    leads.then(|| (behind_of(view, i + 2 + u32::from(more), end), EntityRef::Document(0)))
}

/// The end of a place's name that goes on at `at` with "del X" or "de los X", as in "San Telmo del Rio".
fn behind_of(view: &View<'_>, at: u32, end: u32) -> u32 {
    let text = |k: u32| if k < end { view.document.tokens[k as usize].text(view.text) } else { "" };
    let more = match (text(at), text(at + 1)) {
        ("de", "la" | "las" | "los") => 2,
        ("de" | "del" | "do" | "da" | "dos", _) => 1,
        _ => return at,
    };
    if is_capital(view, at + more, end) {
        at + more + 1
    } else {
        at
    }
}

/// Words that no list knows are a place by the words around: "the town of Agua Lenta", "Lissa district", "in Lissa, Norway".
pub(super) fn placed(mentions: &mut Mentions, view: &View<'_>, i: u32, first: u32, end: u32) -> Option<Found> {
    let tokens = &view.document.tokens;
    let before = |back: u32| i.checked_sub(back).filter(|&k| k >= first).map(|k| tokens[k as usize]);
    let noun = |mentions: &Mentions, k: u32| {
        let token = tokens[k as usize];
        let lower = token.kind == TokenKind::Word && !token.has(CAPITAL);
        lower && mentions.has(k, flag::PLACE_NOUN)
    };
    let mut at = i;
    while at < end.min(i + 3) && is_capital(view, at, end) && !tokens[at as usize].has(UPPER) && unlisted(mentions, view, at) {
        at += 1;
    }
    if at == i || at >= end || is_capital(view, at, end) || before(1).is_some_and(|token| token.kind == TokenKind::Hyphen || token.has(CAPITAL)) {
        return None;
    }
    // "the area of X" is of anything
    let of = before(1).is_some_and(|token| token.text(view.text) == "of") && before(2).is_some_and(|token| token.text(view.text) != "area") && noun(mentions, i - 2);
    let headed = noun(mentions, at);
    let located = || before(1).is_some_and(|token| matches!(token.text(view.text), "in" | "In" | "at" | "near" | "from" | "outside" | "around" | "of"));
    let within = |mentions: &mut Mentions| {
        let comma = tokens[at as usize].kind == TokenKind::Comma && is_capital(view, at + 1, end) && located();
        comma && mentions.listed(view, at + 1, first, end, false).is_some_and(|found| matches!(found.kind, MentionKind::Place | MentionKind::Country))
    };
    (of || headed || within(mentions)).then(|| formed(i, at, MentionKind::Place))
}

/// Whether the word at `i` is no listed name, no ordinary word and no part of a person's name.
fn unlisted(mentions: &Mentions, view: &View<'_>, i: u32) -> bool {
    let word = mentions.known(i);
    let other = flag::GIVEN_NAME | flag::NOT_A_NAME | flag::DATE | flag::TITLE | flag::HONORIFIC | flag::ORGANIZATION_HEAD | flag::EVENT_HEAD | flag::INSTITUTION | flag::DIRECTION;
    !is_listed(mentions, view, i) && !word.has(other) && !mentions.has(i, flag::LOWER_KNOWN)
}

/// Whether the word at `i` alone is a listed name.
fn is_listed(mentions: &Mentions, view: &View<'_>, i: u32) -> bool {
    let root = view.gazetteer.words.get(mentions.word(i)).root;
    root != 0 && !view.gazetteer.names.ends(root).is_empty()
}

/// A word that no list knows is a place behind "in" or "south of", and beside a place in a list of places: "in Nandor", "Lissa, Nandor and Oslo".
pub(super) fn located(mentions: &Mentions, view: &View<'_>, i: u32, first: u32, end: u32) -> Option<Found> {
    let tokens = &view.document.tokens;
    let token = tokens[i as usize];
    let person = flag::SURNAME | flag::GIVEN_NAME | flag::WEAK_GIVEN_NAME | flag::FAMILY_NAME | flag::NOT_A_NAME | flag::DATE | flag::TITLE;
    let known = mentions.has(i, person | flag::LOWER_KNOWN) || is_listed(mentions, view, i);
    if known || i == first || token.has(UPPER) || token.end - token.start < 3 || names::is_acronym(view, i) {
        return None;
    }
    let behind = is_behind_location(view, i, first);
    let two = behind && is_capital(view, i + 1, end) && !tokens[i as usize + 1].has(UPPER) && unlisted(mentions, view, i) && unlisted(mentions, view, i + 1);
    let at = i + 1 + u32::from(two);
    let stops = at >= end
        || matches!(tokens[at as usize].kind, TokenKind::Comma | TokenKind::Stop | TokenKind::Close)
        || (tokens[at as usize].kind == TokenKind::Word && !tokens[at as usize].has(CAPITAL));
    if !stops || !(behind || is_listed_with_places(mentions, view, i, first, end)) {
        return None;
    }
    Some(formed(i, at, MentionKind::Place))
}

/// Whether "in", "near" or "south of" stands before token `i`.
pub(super) fn is_behind_location(view: &View<'_>, i: u32, first: u32) -> bool {
    const WINDS: [&str; 8] = ["east", "north", "northeast", "northwest", "south", "southeast", "southwest", "west"];
    let text = |back: u32| i.checked_sub(back).filter(|&k| k >= first).map_or("", |k| view.document.tokens[k as usize].text(view.text));
    matches!(text(1), "in" | "In" | "near" | "Near" | "outside" | "Outside") || (text(1) == "of" && WINDS.contains(&text(2)))
}

/// Whether the word at `i` stands in a list with a city or the like: behind "X and" and "X," or, as the first of the list, before ", X" and "and X".
fn is_listed_with_places(mentions: &Mentions, view: &View<'_>, i: u32, first: u32, end: u32) -> bool {
    let tokens = &view.document.tokens;
    let text = |k: u32| tokens[k as usize].text(view.text);
    let links = |k: u32| matches!(text(k), "and" | "or" | ",");
    let leads = |k: u32| k > first && matches!(text(k - 1), "in" | "In" | "to" | "from" | "near" | "of" | "including" | "around" | "between" | "across" | "," | "and");
    let mut left = i;
    while left > first && links(left - 1) && i - left < 2 {
        left -= 1;
    }
    if left < i && left > first && text(i - 1) != "," {
        if let Some(place) = mentions.place_at(view, left - 1) {
            return leads(place.first);
        }
    }
    let mut right = i + 1;
    while right < end && links(right) && right < i + 3 {
        right += 1;
    }
    let listed = right > i + 1
        && right < end
        && mentions.place_at(view, right).is_some_and(|place| place.end >= end || links(place.end) || tokens[place.end as usize].kind == TokenKind::Stop);
    // "in X, Norway" is one place in the other, and as good
    listed && leads(i) && text(i - 1) != "and"
}

/// Whether a capitalised word stands behind the connecting word at `at`, perhaps after "the".
fn joins(view: &View<'_>, at: u32, end: u32) -> bool {
    let article = view.document.tokens.get(at as usize + 1).is_some_and(|token| is_article(token.text(view.text)));
    is_capital(view, at + 1 + u32::from(article), end)
}

/// Whether a preposition that leads on behind a head stands at `at`: "Ministry of", "Ministerio de", "Fondation pour".
fn is_led(view: &View<'_>, at: u32) -> bool {
    matches!(view.document.tokens[at as usize].text(view.text), "of" | "for" | "on" | "da" | "de" | "del" | "des" | "do" | "du" | "para" | "pour")
}

fn is_article(text: &str) -> bool {
    matches!(text, "the" | "el" | "la" | "las" | "le" | "les" | "los")
}

/// A word whose lower-case form is in the lists as anything but a rare noun.
fn ordinary(mentions: &Mentions, i: u32) -> bool {
    mentions.has(i, flag::ORDINARY)
}
