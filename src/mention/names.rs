//! People that no list holds, and people named by their surname alone.

use super::introduced::introduced;
use super::{EntityRef, Found, FoundBy, MentionKind, Mentions, View};
use crate::gazetteer::{flag, key, Alias, Class, EntityId, EntityKind, Inner, Tag, VerbPattern};
use crate::text::{TokenKind, CAPITAL, DOTTED, GLUED, UPPER};

/// What a person's name is made of, as far as lists have it.
const NAME_PART: u64 = flag::FAMILY_NAME | flag::SURNAME | flag::GIVEN_NAME;

/// A person's name by its form: a given name and what follows, or any capitalised words behind a title.
/// Gives the mention and the person's gender where a title or the given name tells.
pub(super) fn person(mentions: &mut Mentions, view: &View<'_>, i: u32, first: u32, end: u32) -> Option<(Found, Option<bool>)> {
    let words = &view.gazetteer.words;
    let (title, titled_gender) = title_before(mentions, view, i, first);
    let titled = title.is_some();
    let goes_on = |k: u32| k < end && matches!(view.document.tokens[k as usize].kind, TokenKind::Word | TokenKind::Hyphen);
    if !titled && (!goes_on(i + 1) && nickname(view, i + 1, end).is_none() || mentions.ends_name(view, i + 1)) {
        return None; // one word alone is a person only behind a title
    }
    // "Will Trump meet Putin?"
    if i == first && view.document.tokens[i as usize].text(view.text) == "Will" && is_asked(mentions, view, i, end) {
        return None;
    }
    // "R-Alaska", "D-Day"
    let tokens = &view.document.tokens;
    if tokens[i as usize].end - tokens[i as usize].start == 1 && tokens.get(i as usize + 1).is_some_and(|next| next.kind == TokenKind::Hyphen) {
        return None;
    }
    let word = mentions.known(i);
    let given = word.has(flag::GIVEN_NAME) || (word.has(flag::WEAK_GIVEN_NAME) && before_surname(mentions, view, i, end));
    if word.has(flag::NOT_A_NAME | flag::DATE) || word.has(flag::HONORIFIC) || (word.has(flag::TITLE) && !given) {
        return None;
    }
    // "Attorney General Says Trump …"
    let lower = || words.get(mentions.lower(view, i));
    if titled && !given && lower().classes.likeliest == Tag::VerbS {
        return None;
    }
    let mut at = name_end(mentions, view, i, end);
    // "President Trump Donald John TrumpRelated": what a page shows beside its text
    if at > i + 2 && (i..at).any(|k| mentions.runs_together(view, k)) {
        at = i + if titled { 1 } else { 2 };
    }
    let whole = at;
    while at > i + 2 && !titled && is_no_surname(mentions, view, i, at - 1, first) {
        at -= 1;
    }
    // "St. Peter's Square", "a pupil of St. Peter's"
    let saint = titled && i > first && matches!(view.document.tokens[i as usize - 1].text(view.text), "Saint" | "St" | "St.");
    if saint && at + 1 < end && view.document.tokens[at as usize].kind == TokenKind::Possessive && (is_name(view, at + 1) || at == i + 1) {
        return None;
    }
    // "Ryan Reset", "Carter Doctrine": a surname in front of an ordinary word; unlike "Richard Moss", who is hardly named after a Mr Richard
    let article = || i > first && matches!(view.document.tokens[i as usize - 1].text(view.text), "the" | "The");
    let inquiry = || words.get(mentions.lower(view, i + 1)).has(flag::INQUIRY);
    let christened = || word.has(flag::GIVEN_NAME) && !word.has(flag::FAMILY_NAME) && !article() && !inquiry();
    if !titled && at == i + 2 && word.has(flag::SURNAME) && !word.has(flag::TITLE) && !christened() {
        let last = mentions.known(i + 1);
        if !last.has(NAME_PART) && mentions.has(i + 1, flag::ORDINARY) {
            return None;
        }
    }
    // "Cherokee Nation Secretary of State": what ends in a title names nobody
    let last = whole - 1;
    if !titled
        && last > i + 1
        && mentions.has(last, flag::TITLE)
        && !mentions.known(last).has(NAME_PART)
        && whole < end
        && view.document.tokens[whole as usize].text(view.text) == "of"
    {
        return None;
    }
    // "the Brady Handgun Violence Prevention Act", "the George Washington Bridge"
    if !titled && (i + 1..end.min(whole + 2)).take_while(|&k| is_name(view, k)).any(|k| mentions.has(k, flag::EVENT_HEAD | flag::FACILITY_HEAD) && !mentions.has(k, NAME_PART)) {
        return None;
    }
    // "the Smith-Jones bill" is called by two
    // "Smith-Jones parallels" are between two
    let pair = || {
        let noun = at < end && !view.document.tokens[at as usize].has(CAPITAL) && matches!(words.get(mentions.word(at)).classes.likeliest, Tag::Noun | Tag::Plural);
        noun && mentions.has(i, flag::SURNAME) && mentions.has(i + 2, flag::SURNAME)
    };
    if !titled && at == i + 3 && hyphenated(view, i + 2) && (article() || pair()) {
        return None;
    }
    let composed = !titled && !given && !initial(mentions, view, i);
    if composed && !unlisted(mentions, view, i, at, first, end) {
        return None;
    }
    // one word alone is a person only behind a title
    if at == i + 1 && !titled {
        return None;
    }
    if titled && at == i + 1 && mentions.has(i, flag::LOWER_KNOWN) && !given && !word.has(flag::SURNAME) {
        return None;
    }
    let gender = titled_gender.or(match (word.has(flag::FEMALE), word.has(flag::MALE)) {
        (true, false) => Some(true),
        (false, true) => Some(false),
        _ => None,
    });
    let listed = title.filter(|_| at == i + 1).and_then(|title| listed_surname(mentions, view, title, titled_gender, i));
    let entity = listed.map_or(EntityRef::Document(0), EntityRef::Listed);
    let by = match (titled, composed) {
        (true, _) => FoundBy::Title,
        (_, true) => FoundBy::Shape,
        _ => FoundBy::GivenName,
    };
    Some((Found { first: i, end: at, kind: MentionKind::Person, entity, by, adjective: false }, gender))
}

/// "the Ann Lee Show", "Ann Lee Opposition": whether the word at `k`, behind a name that begins at `i`, is an ordinary one, and not a short one, which may be a surname.
fn is_no_surname(mentions: &Mentions, view: &View<'_>, i: u32, k: u32, first: u32) -> bool {
    let part = NAME_PART | flag::WEAK_GIVEN_NAME | flag::SUFFIX | flag::DIRECTION;
    let article = i > first && matches!(view.document.tokens[i as usize - 1].text(view.text), "the" | "The");
    let token = view.document.tokens[k as usize];
    (article || token.end - token.start > 4) && mentions.has(k, flag::LOWER_KNOWN) && !mentions.has(k, part) && !hyphenated(view, k)
}

/// Whether the capitalised words `i..at`, none of them ordinary, are a person by a family name, the form of a Chinese or Korean
/// name, or the words around them.
fn unlisted(mentions: &Mentions, view: &View<'_>, i: u32, at: u32, first: u32, end: u32) -> bool {
    let words = &view.gazetteer.words;
    // "Representative on Korean Affairs Liu Xiaoming"
    let office = i > first && view.document.tokens[i as usize - 1].text(view.text) == "Affairs";
    // "Lawmaker X Y Z" at the start of a sentence
    let opened = i == first + 1 && words.get(mentions.lower(view, first)).has(flag::AGENT | flag::RELATION);
    let eastern = is_eastern(mentions, view, i, at, first);
    // "Education Secretary X Y-z": the word of an office in front of it
    let behind_name = i > first && is_name(view, i - 1) && !office && !opened && !(eastern && mentions.has(i - 1, flag::LOWER_KNOWN));
    let initials = at == i + 2 && are_initials(mentions, view, i);
    if at < i + 2 || at > i + 5 || is_acronym(view, i) && !initials || behind_name || (i > first && view.document.tokens[i as usize - 1].kind == TokenKind::Hyphen) {
        return false;
    }
    if eastern {
        return true;
    }
    let (mut family, mut syllables) = (false, false);
    for k in i..at {
        let word = *words.get(mentions.word(k));
        // "the Blinken-Wang Yi meeting": another name begins behind the hyphen
        if hyphenated(view, k) && k + 1 < at && word.has(flag::STARTS_NAME) && view.document.tokens[k as usize].has(CAPITAL) {
            return false;
        }
        syllables |= k > i + 1 && hyphenated(view, k) && is_syllable(view, k);
        if view.document.tokens[k as usize].kind != TokenKind::Word || hyphenated(view, k) {
            continue;
        }
        let place = word.root != 0 && view.gazetteer.names.ends(word.root).iter().any(|alias| !alias.weak && alias.sort != EntityKind::Person);
        // "Tan Weiguo, 58,"
        let syllable = k == i && at == i + 2 && word.has(flag::FAMILY_NAME) && is_syllable(view, i) && introduced(mentions, view, i, at, first, end);
        // "Jalira Porter, the spokeswoman"
        let surname = k > i && k + 1 == at && word.has(flag::FAMILY_NAME | flag::SURNAME) && introduced(mentions, view, i, at, first, end);
        let free = word.has(flag::PARTICLE) || syllable || (initials && k == i) || surname;
        if mentions.has(k, flag::LOWER_KNOWN) && !free || (k == i && word.has(flag::PARTICLE)) || (place && !word.has(flag::FAMILY_NAME | flag::SURNAME)) {
            return false;
        }
        let part = NAME_PART | flag::WEAK_GIVEN_NAME;
        // Chinese and Korean names begin with the surname
        family |= word.has(part) && (k > i || (at == i + 2 && word.has(flag::FAMILY_NAME) && is_syllable(view, i)));
    }
    let located = i > first && matches!(view.document.tokens[i as usize - 1].text(view.text), "in" | "at" | "near" | "from" | "of");
    syllables || (family && !located) || introduced(mentions, view, i, at, first, end)
}

/// Whether the token at `i` is a verb of saying in the past or present.
pub(super) fn says(mentions: &Mentions, view: &View<'_>, i: u32) -> bool {
    let word = *view.gazetteer.words.get(mentions.word(i));
    let frames = &view.gazetteer.frames;
    let reports = frames.complements.get(&word.verb).is_some_and(|c| c.content == Some(Inner::Asserted));
    // organizations and countries urge and warn, people say and tell
    let talks = |pattern: &VerbPattern| matches!(frames.frames[pattern.frame as usize].class, Class::Other | Class::Consult);
    let only_says = frames.of_verb(word.verb).is_none_or(|patterns| patterns.iter().all(talks))
        || matches!(view.document.tokens[i as usize].text(view.text), "said" | "says" | "told" | "tells");
    (word.is(Tag::Past) || word.is(Tag::VerbS)) && reports && only_says
}

/// What tells the text of the token at `i` from others.
pub(super) fn text_key(view: &View<'_>, i: u32) -> u64 {
    span_key(view, i, i + 1)
}

/// What tells the text of the tokens `first..end` from others.
pub(super) fn span_key(view: &View<'_>, first: u32, end: u32) -> u64 {
    let tokens = &view.document.tokens;
    key(&view.text.as_bytes()[tokens[first as usize].start as usize..tokens[end as usize - 1].end as usize])
}

/// "VPM", "MPs": two capitals at the start.
pub(super) fn is_acronym(view: &View<'_>, i: u32) -> bool {
    let token = view.document.tokens[i as usize];
    match view.text.as_bytes()[token.start as usize..token.end as usize] {
        [first, second, ..] if first.is_ascii() && second.is_ascii() => first.is_ascii_uppercase() && second.is_ascii_uppercase(),
        _ => token.text(view.text).chars().take(2).filter(|c| c.is_uppercase()).count() == 2,
    }
}

pub(super) fn is_name(view: &View<'_>, i: u32) -> bool {
    let token = view.document.tokens[i as usize];
    token.kind == TokenKind::Word && token.has(CAPITAL)
}

/// Whether the token at `i` says that a son has his father's name.
pub(super) fn is_junior(view: &View<'_>, i: u32) -> bool {
    matches!(view.document.tokens[i as usize].text(view.text), "Jr." | "Jr")
}

/// Whether the token at `i` stands right behind a hyphen.
pub(super) fn hyphenated(view: &View<'_>, i: u32) -> bool {
    i > 0 && view.document.tokens[i as usize].has(GLUED) && view.document.tokens[i as usize - 1].kind == TokenKind::Hyphen
}

/// Whether the token at `i` is written like one syllable of a Chinese or Korean name: "woo", "chung"; not "era", "led", "style".
fn is_syllable(view: &View<'_>, i: u32) -> bool {
    let text = view.document.tokens[i as usize].text(view.text).to_ascii_lowercase();
    if text == "tsz" {
        return true;
    }
    let vowel = |c: char| matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y' | 'w');
    let onset = text.trim_start_matches(|c: char| c.is_ascii_lowercase() && !matches!(c, 'a' | 'e' | 'i' | 'o' | 'u'));
    let coda = onset.trim_start_matches(vowel);
    let starts = matches!(
        &text[..text.len() - onset.len()],
        "" | "b"
            | "p"
            | "m"
            | "f"
            | "d"
            | "t"
            | "n"
            | "l"
            | "g"
            | "k"
            | "h"
            | "j"
            | "q"
            | "x"
            | "zh"
            | "ch"
            | "sh"
            | "r"
            | "z"
            | "c"
            | "s"
            | "y"
            | "w"
            | "ts"
            | "tz"
            | "hs"
            | "kw"
            | "ng"
            | "hw"
            | "ky"
            | "hy"
    );
    text.len() <= 6 && starts && onset.len() > coda.len() && matches!(coda, "" | "n" | "ng" | "k" | "t" | "p" | "m" | "l" | "h" | "r" | "hn" | "ck")
}

/// "Min-woo": whether two syllables of a Chinese or Korean given name with a hyphen between begin at token `k`.
fn is_given_pair(view: &View<'_>, k: u32, end: u32) -> bool {
    let tokens = &view.document.tokens;
    k + 2 < end
        && tokens[k as usize + 1].kind == TokenKind::Hyphen
        && hyphenated(view, k + 2)
        && tokens[k as usize].has(CAPITAL)
        && !tokens[k as usize + 2].has(CAPITAL)
        && [k, k + 2].into_iter().all(|k| tokens[k as usize].kind == TokenKind::Word && is_syllable(view, k))
}

/// "Cha Min-woo", "Lo Chung-hei": whether the tokens `i..at` are a syllable and two more with a hyphen, whatever else each of them means;
/// the first a family name, where it opens its sentence.
fn is_eastern(mentions: &Mentions, view: &View<'_>, i: u32, at: u32, first: u32) -> bool {
    at == i + 4 && (i > first || mentions.has(i, flag::FAMILY_NAME | flag::SURNAME)) && is_syllable(view, i) && is_given_pair(view, i + 1, at)
}

/// "Guo Meiling", "Kim Jong-un": whether a person's name begins with a family name of one syllable and ends with none.
pub(super) fn is_eastern_name(mentions: &Mentions, view: &View<'_>, found: &Found) -> bool {
    let last = found.end - 1;
    mentions.has(found.first, flag::FAMILY_NAME)
        && !mentions.has(found.first, flag::GIVEN_NAME)
        && is_syllable(view, found.first)
        && (hyphenated(view, last) || found.end == found.first + 2 && !mentions.has(last, flag::FAMILY_NAME | flag::SURNAME))
}

/// "KR Raghunathan": whether the token at `i` is two initials without their full stops, and nothing that a list is sure of.
fn are_initials(mentions: &Mentions, view: &View<'_>, i: u32) -> bool {
    let token = view.document.tokens[i as usize];
    let root = view.gazetteer.words.get(mentions.word(i)).root;
    let listed = || root != 0 && view.gazetteer.names.ends(root).iter().any(|alias| !alias.weak);
    let known = flag::TITLE | flag::HONORIFIC | flag::NOT_A_NAME | flag::NOT_AN_ORGANIZATION;
    token.has(UPPER) && token.end - token.start == 2 && !mentions.has(i, known) && !listed()
}

/// Whether a word that can only be a surname, or is one of a listed person, follows: "Will Smith", not "Will Congress".
fn before_surname(mentions: &Mentions, view: &View<'_>, i: u32, end: u32) -> bool {
    let next = i + 1;
    let id = mentions.word(i);
    let names = &view.gazetteer.names;
    let root = view.gazetteer.words.get(id).root;
    let place = root != 0 && names.ends(root).iter().any(|alias| !alias.weak && alias.sort != EntityKind::Group);
    if place || view.gazetteer.words.get(id).has(flag::TITLE | flag::HONORIFIC) {
        return false;
    }
    if next >= end || !view.document.tokens[next as usize].has(CAPITAL) || view.document.tokens[next as usize].has(UPPER) {
        return false;
    }
    let word = *view.gazetteer.words.get(mentions.word(next));
    // "Will Hawaii follow?"
    let place = |alias: &Alias| !alias.weak && matches!(alias.sort, EntityKind::Country | EntityKind::Place);
    if word.root != 0 && !word.has(flag::FAMILY_NAME | flag::SURNAME) && names.ends(word.root).iter().any(place) {
        return false;
    }
    let stops = word.has(flag::NOT_A_NAME | flag::DATE | flag::ORGANIZATION_HEAD | flag::PLACE_HEAD | flag::FACILITY_HEAD | flag::TITLE | flag::HONORIFIC);
    !stops && (word.has(flag::SURNAME) || !mentions.has(next, flag::LOWER_KNOWN))
}

/// Where the title begins that ends right before token `i`, and the gender that it tells.
pub(super) fn title_before(mentions: &Mentions, view: &View<'_>, i: u32, first: u32) -> (Option<u32>, Option<bool>) {
    let gazetteer = view.gazetteer;
    if i == first || !mentions.has(i - 1, flag::TITLE_END) {
        return (None, None);
    }
    for start in (first..i).rev().take(6) {
        if mentions.at[start as usize] != 0 || view.document.tokens[start as usize].kind == TokenKind::Comma {
            break;
        }
        let word = mentions.word(start);
        for title in gazetteer.titles(word) {
            let matches = title.words.len() as u32 == i - start && (1..i - start).all(|k| mentions.word(start + k) == title.words[k as usize]);
            // "at 5 PM"
            let hour = start > first && view.document.tokens[start as usize - 1].kind == TokenKind::Number && view.document.tokens[start as usize].text(view.text) == "PM";
            if matches && !hour {
                let gender = match title.gender {
                    flag::FEMALE => Some(true),
                    flag::MALE => Some(false),
                    _ => None,
                };
                return (Some(start), gender);
            }
        }
    }
    (None, None)
}

/// `J.` or `J.K.`.
fn initial(mentions: &Mentions, view: &View<'_>, i: u32) -> bool {
    let token = view.document.tokens[i as usize];
    let text = token.text(view.text);
    let shape = text.ends_with('.') && text.len() <= 4 && text.chars().all(|c| c == '.' || c.is_uppercase());
    shape && !mentions.word(i).known()
}

/// The token after a name that begins at `i`: capitalised words, particles and initials between them.
pub(super) fn name_end(mentions: &Mentions, view: &View<'_>, i: u32, end: u32) -> u32 {
    let tokens = &view.document.tokens;
    let mut at = i + 1;
    let mut last = at;
    while at < end.min(i + 8) {
        let token = tokens[at as usize];
        if token.kind == TokenKind::Hyphen {
            at += 1;
            continue;
        }
        // "Ann Lee, Jr."
        if token.kind == TokenKind::Comma && at + 1 < end && at > i + 1 && is_junior(view, at + 1) {
            return at + 2;
        }
        // "Ferdinand “Bongbong” Marcos"
        if let Some(behind) = nickname(view, at, end) {
            at = behind;
            continue;
        }
        if token.kind != TokenKind::Word {
            break;
        }
        let word = mentions.known(at);
        let glued = token.has(GLUED);
        // "Tsz-chun", "In-sun": two syllables, whatever the first means by itself
        if is_given_pair(view, at, end) {
            at += 3;
            last = at;
            continue;
        }
        // "Eun-woo"
        if hyphenated(view, at) && !token.has(CAPITAL) && last == at - 1 && is_syllable(view, at) && is_syllable(view, at - 2) {
            at += 1;
            last = at;
            continue;
        }
        if !token.has(CAPITAL) {
            if word.has(flag::PARTICLE) {
                at += 1;
                continue;
            }
            break;
        }
        if word.has(flag::SUFFIX) {
            return at + 1;
        }
        // "Philippine President Ann Lee": a title begins another name; unlike "Nazeer Shaikh", which ends with it
        let before_name = at + 1 < end && is_name(view, at + 1);
        let honorific = word.has(flag::HONORIFIC) && (before_name || token.has(DOTTED));
        let stops = honorific || word.has(flag::NOT_A_NAME | flag::DATE | flag::ORGANIZATION_HEAD | flag::PLACE_HEAD | flag::FACILITY_HEAD);
        let stops = stops || (before_name && word.has(flag::TITLE) && !word.has(NAME_PART | flag::WEAK_GIVEN_NAME));
        // "Comey Says Trump Lied", in a headline
        let says = || view.gazetteer.words.get(mentions.lower(view, at)).classes.likeliest == Tag::VerbS;
        let stops = stops || (word.has(flag::ORDINARY) && !word.has(NAME_PART) && says());
        let length = token.end - token.start;
        let initial = length == 2 && token.has(DOTTED);
        let acronym = !initial && token.has(UPPER) && !tokens[i as usize].has(UPPER) && (length > 3 || (length > 1 && word.has(flag::STARTS_NAME)));
        if (stops && !glued) || acronym {
            break;
        }
        at += 1;
        last = at;
    }
    last
}

/// The token behind a word or two between quotation marks at `at`, if a name goes on there.
fn nickname(view: &View<'_>, at: u32, end: u32) -> Option<u32> {
    let tokens = &view.document.tokens;
    let quote = |k: u32| k < end && tokens[k as usize].kind == TokenKind::Quote;
    if !quote(at) || tokens[at as usize].has(GLUED) {
        return None;
    }
    let close = [at + 2, at + 3].into_iter().find(|&k| quote(k) && tokens[k as usize].has(GLUED))?;
    let names = (at + 1..close).all(|k| is_name(view, k)) && close + 1 < end && is_name(view, close + 1);
    names.then_some(close + 1)
}

/// The listed person whom a title and the surname at `i` name: "Secretary Baker" held an office of that name; behind "Mr" or "Professor" there is
/// only one of the surname, or one who led a state.
fn listed_surname(mentions: &Mentions, view: &View<'_>, title: u32, gender: Option<bool>, i: u32) -> Option<EntityId> {
    let names = &view.gazetteer.names;
    let surname = mentions.word(i);
    let namesakes = names.namesakes(surname)?;
    if let Some(female) = gender {
        // "Mrs. X" is none of the men of that name
        let mut fitting = namesakes.people().iter().filter(|id| names.entity(**id).female != Some(!female));
        let first = fitting.next().copied();
        if namesakes.best.is_none_or(|best| names.entity(best).female == Some(!female)) {
            return first.filter(|_| fitting.next().is_none());
        }
    }
    let neutral = mentions.has(title, flag::HONORIFIC);
    if namesakes.people().len() == 1 && (neutral || names.entity(namesakes.people()[0]).offices.is_empty()) {
        return namesakes.best;
    }
    if neutral {
        let learned = matches!(view.document.tokens[title as usize].text(view.text), "Professor" | "Prof." | "Dr" | "Dr.");
        return names.known_as(surname, view.date).filter(|_| namesakes.leads_state && !learned);
    }
    let office = match view.document.tokens[i as usize - 1].text(view.text).to_lowercase().as_str() {
        "sen." => "senator".to_owned(),
        "gov." => "governor".to_owned(),
        "pres." => "president".to_owned(),
        "rep." | "congressman" | "congresswoman" => "representative".to_owned(),
        "gen." => "general".to_owned(),
        // "Special Representative X" sits in no chamber
        "representative" if title + 1 < i => format!("{} representative", view.document.tokens[i as usize - 2].text(view.text).to_lowercase()),
        other => other.to_owned(),
    };
    let held = |id: &&EntityId| names.entity(**id).offices.iter().any(|held| held.title.to_lowercase().contains(&office));
    let known = names.known_as(surname, view.date).filter(|id| held(&id));
    known.or_else(|| namesakes.people().iter().find(held).copied())
}

/// Whether "Will" at `i` asks what the listed person behind it will do.
fn is_asked(mentions: &Mentions, view: &View<'_>, i: u32, end: u32) -> bool {
    let question = end.checked_sub(1).is_some_and(|last| view.document.tokens[last as usize].text(view.text) == "?");
    question && i + 2 < end && mentions.known(i + 1).has(flag::SURNAME | flag::FAMILY_NAME)
}
