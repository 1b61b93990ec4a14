//! Who speaks where: the byline of a statement and the speakers of a transcript, for `I` and `we`.

use super::{MentionKind, Mentions, View};
use crate::gazetteer::{EntityKind, IntMap};
use crate::text::{Token, TokenKind, LINE_START, UPPER};

/// So many sentences from the head of a document can be its byline.
const HEAD: usize = 4;
/// A byline has no more tokens than these.
const BYLINE: u32 = 16;
/// So many tokens of a sentence are looked at for a speaker's name and a colon.
const LABEL: u32 = 32;
/// So many mentions before a speaker's name or "we" are looked at for the person or state that is meant.
const REACH: usize = 64;

/// So many sentences may go on with "We" behind the one that begins a declaration.
const SENTENCES: usize = 5;

/// A state that declares something in so many sentences holds a speech.
const SPEECH: usize = 3;

/// So does one that declares something where "my country" is said as often.
const OWNED: usize = 2;

/// How a state declares something, in the words right behind its name.
#[rustfmt::skip]
const DECLARES: [&str; 36] = [
    "again", "also", "applauds", "appreciates", "calls", "celebrates", "commends", "condemns", "congratulates", "deplores", "encourages", "enjoys", "extends", "honors",
    "honours", "joins", "looks", "mourns", "notes", "offers", "reaffirms", "recognises", "recognizes", "reiterates", "rejects", "remains", "salutes", "shares", "stands",
    "strongly", "supports", "thanks", "unequivocally", "urges", "values", "welcomes",
];

/// From this token on somebody speaks: a person or a state of that mention, or one who is not known.
#[derive(Clone, Copy, Debug)]
pub(super) struct Turn {
    from: u32,
    speaker: Option<u32>,
}

/// Finds who speaks where; to be called when all mentions have their numbers.
pub(super) fn find(mentions: &mut Mentions, view: &View<'_>) {
    let mut turns = std::mem::take(&mut mentions.turns);
    turns.clear();
    let mut colons = view.document.landmarks.colons.as_slice();
    for (number, &(first, end)) in view.document.sentences.iter().enumerate() {
        if let Some(speaker) = (number < HEAD).then(|| byline(mentions, view, first, end)).flatten() {
            turns.push(Turn { from: first, speaker: Some(speaker) });
        }
        colons = &colons[colons.partition_point(|&colon| colon <= first)..];
        if let Some(colon) = colons.iter().copied().take_while(|&colon| colon < end.min(first + LABEL)).find(|&colon| is_label(view, colon)) {
            let hyphen = |k: u32| view.document.tokens[k as usize].kind == TokenKind::Hyphen;
            let name = (first..colon).rev().take_while(|&k| is_upper(view, k) || hyphen(k)).last().unwrap_or(colon);
            // "BO LEE'S ADVICE TO ANN LEE: SHOW HEART": a headline
            let title = |text: &str| super::is_title(text) || matches!(text, "MR" | "MRS" | "MS");
            let opens = name == first || view.document.tokens[name as usize].has(LINE_START) || title(view.document.tokens[name as usize].text(view.text));
            let speaker = if opens { person(mentions, view, name, colon) } else { None };
            turns.push(Turn { from: colon, speaker });
        }
    }
    mentions.declared = turns.is_empty() && view.document.sentences.iter().any(|&(first, _)| declares(mentions, view, first).is_some());
    if mentions.declared {
        turns.extend(voice(mentions, view).map(|state| Turn { from: 0, speaker: Some(state) }));
    }
    mentions.turns = turns;
}

/// "my delegation": whether who speaks has such a thing where he speaks for a state.
pub(crate) fn is_state(noun: &str) -> bool {
    matches!(noun, "country" | "delegation" | "Government" | "government" | "people")
}

/// Whether a pronoun of the first person means one, "I", or several, "we"; nothing where it is none.
pub(crate) fn is_one(pronoun: &str) -> Option<bool> {
    match pronoun {
        "I" | "me" | "my" | "My" => Some(true),
        "We" | "we" | "us" | "our" | "Our" => Some(false),
        _ => None,
    }
}

/// Whether a pronoun of the first person can stand for somebody in the document: in most it cannot.
pub(crate) fn speaks(mentions: &Mentions) -> bool {
    mentions.declared || !mentions.turns.is_empty()
}

/// The state for which a whole speech is held: it declares something often enough in it, and three times as often as all others.
fn voice(mentions: &Mentions, view: &View<'_>) -> Option<u32> {
    let mut times: IntMap<u64, (u32, usize)> = IntMap::default();
    let mut all = 0;
    for state in view.document.sentences.iter().filter_map(|&(first, _)| declares(mentions, view, first)) {
        times.entry(mentions.found[state as usize].entity.number()).or_insert((state, 0)).1 += 1;
        all += 1;
    }
    let (state, times) = times.into_values().max_by_key(|&(state, times)| (times, std::cmp::Reverse(state)))?;
    (times * 4 >= all * 3 && (times >= SPEECH || owned(view) >= OWNED && is_often_named(mentions, state))).then_some(state)
}

/// Whether no other state is named more than twice as often in the document.
fn is_often_named(mentions: &Mentions, state: u32) -> bool {
    let mut times: IntMap<u64, usize> = IntMap::default();
    for found in mentions.found.iter().filter(|found| found.kind == MentionKind::Country) {
        *times.entry(found.entity.number()).or_insert(0) += 1;
    }
    let own = times[&mentions.found[state as usize].entity.number()];
    times.into_values().all(|other| other <= own * 2)
}

/// How often a document says "my country" or the like.
fn owned(view: &View<'_>) -> usize {
    let text = |token: &Token| token.text(view.text);
    let own = |pair: &&[Token]| matches!(text(&pair[0]), "my" | "My") && is_state(text(&pair[1]));
    view.document.tokens.windows(2).filter(own).take(OWNED).count()
}

/// The state that begins the sentence at token `first` by declaring something: "France condemns"; or on whose behalf it does: "On behalf of the people of Togo, I".
fn declares(mentions: &Mentions, view: &View<'_>, first: u32) -> Option<u32> {
    let text = |k: u32| view.document.tokens.get(k as usize).map_or("", |token| token.text(view.text));
    let is_state = |number: &u32| {
        let found = &mentions.found[*number as usize];
        found.kind == MentionKind::Country && !found.adjective
    };
    let named = |k: u32| mentions.at.get(k as usize)?.checked_sub(1).filter(is_state);
    let name = named(first).or_else(|| named(first + 1).filter(|_| text(first) == "The"));
    if let Some(number) = name {
        return (DECLARES.binary_search(&text(mentions.found[number as usize].end)).is_ok()).then_some(number);
    }
    if text(first) != "On" || text(first + 1) != "behalf" {
        return None;
    }
    let end = view.document.tokens.len().min(first as usize + BYLINE as usize) as u32;
    (first..end).take_while(|&k| !matches!(text(k), "," | "I")).find_map(named)
}

/// "Ann Lee, Secretary of State", alone: the number of her mention.
fn byline(mentions: &Mentions, view: &View<'_>, first: u32, end: u32) -> Option<u32> {
    let number = mentions.at[first as usize].checked_sub(1)?;
    let found = mentions.found[number as usize];
    let tokens = &view.document.tokens;
    // "President of the General Assembly" is no byline
    let title = |k: u32| super::is_title(tokens[k as usize].text(view.text)) && tokens.get(k as usize + 1).is_none_or(|next| next.text(view.text) != "Assembly");
    let office = found.end + 1 < end && tokens[found.end as usize].kind == TokenKind::Comma && title(found.end + 1);
    let office = office || (found.end + 2 < end && (found.end + 1..end).any(title));
    let alone = end - first <= BYLINE && tokens[end as usize - 1].kind != TokenKind::Stop;
    (office && alone && found.kind == MentionKind::Person && found.first == first).then_some(number)
}

/// "SECRETARY LEE:": whether the colon of a speaker's name stands at `i`; in front of a quotation it begins no transcript.
fn is_label(view: &View<'_>, i: u32) -> bool {
    let kind = |k: u32| view.document.tokens.get(k as usize).map(|token| token.kind);
    kind(i) == Some(TokenKind::Colon) && is_upper(view, i - 1) && kind(i + 1) != Some(TokenKind::Quote)
}

fn is_upper(view: &View<'_>, i: u32) -> bool {
    let token = view.document.tokens[i as usize];
    token.kind == TokenKind::Word && token.has(UPPER)
}

/// Who is named by the capitals of the tokens: a person named before who ends so, "Ann Lee … SECRETARY LEE", else the last one whom they name.
fn person(mentions: &Mentions, view: &View<'_>, first: u32, end: u32) -> Option<u32> {
    let is_person = |number: &usize| mentions.found[*number].kind == MentionKind::Person;
    let text = |k: u32| view.document.tokens[k as usize].text(view.text);
    let called = |number: &usize| text(mentions.found[*number].end - 1).eq_ignore_ascii_case(text(end - 1));
    let before = mentions.within(0, first).rev().take(REACH).filter(is_person).find(called);
    before.or_else(|| mentions.within(first, end).rev().find(is_person)).map(|number| number as u32)
}

/// The mention that a pronoun of the first person at token `i` stands for outside quotation marks: of who speaks there, or of the state for which he does.
pub(crate) fn first_person(mentions: &Mentions, view: &View<'_>, i: u32) -> Option<u32> {
    let one = is_one(view.document.tokens[i as usize].text(view.text)).filter(|_| speaks(mentions))?;
    let before = mentions.turns.partition_point(|turn| turn.from <= i);
    let turn = before.checked_sub(1).map(|number| mentions.turns[number]);
    match one {
        true => turn?.speaker,
        false => match turn {
            Some(turn) if mentions.found[turn.speaker? as usize].kind == MentionKind::Country => turn.speaker,
            Some(turn) => we_of(mentions, view, turn.speaker?, i),
            None => declared_by(mentions, view, i),
        },
    }
}

/// "France condemns the attack. We stand with Mali": the state whose declaration the sentence before begins, or goes on with "We".
fn declared_by(mentions: &Mentions, view: &View<'_>, i: u32) -> Option<u32> {
    let sentences = &view.document.sentences;
    let current = view.document.sentence_of(i);
    for &(first, _) in sentences[..=current].iter().rev().take(SENTENCES) {
        if let Some(state) = declares(mentions, view, first).filter(|&state| mentions.found[state as usize].end <= i) {
            return Some(state);
        }
        let begins = view.document.tokens[first as usize].text(view.text);
        if sentences[current].0 != first && !matches!(begins, "We" | "Our") {
            return None;
        }
    }
    None
}

/// Whom "we" stands for at token `i` where a person speaks who has an office: the last mention of its state, or himself where that is not named.
fn we_of(mentions: &Mentions, view: &View<'_>, speaker: u32, i: u32) -> Option<u32> {
    let officer = mentions.found[speaker as usize].entity.entity(view.gazetteer).filter(|person| !person.offices.is_empty())?;
    let is_state = |number: &usize| {
        let found = &mentions.found[*number];
        let state = found.entity.entity(view.gazetteer).filter(|state| state.kind == EntityKind::Country && !found.adjective);
        state.is_some_and(|state| Some(&state.id) == officer.country.as_ref())
    };
    let state = mentions.within(0, i).rev().take(REACH).find(is_state);
    Some(state.map_or(speaker, |number| number as u32))
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_verbs_are_sorted() {
        assert!(super::DECLARES.is_sorted());
    }
}
