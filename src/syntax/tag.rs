//! Word classes: the lexicon gives all readings, local rules choose by the words around (after Brill and Karlsson).

use super::open_class::open_class;
use super::Unit;
use crate::gazetteer::{flag, word, Classes, Step, Tag, VerbPattern, WordId};
use crate::mention::View;

/// Chooses one class for every unit, from left to right.
pub(super) fn decide(view: &View<'_>, units: &mut [Unit]) {
    for i in 0..units.len() {
        // "on June 13 held": the number belongs to the date
        let number = i > 0 && units[i].classes.likeliest == Tag::Number;
        if number && (units[i - 1].flags & flag::DATE != 0 || is_year(view, units, i)) {
            units[i].flags |= flag::DATE;
            units[i].classes.replace(Tag::Noun);
        }
        let settled = is_settled(&units[i]);
        // "a near-win against X" is no win
        if !settled && units[i].mention == 0 && ends_group(units, i) {
            (units[i].tag, units[i].word, units[i].singular) = (Tag::Noun, WordId::NONE, WordId::NONE);
            continue;
        }
        units[i].tag = if settled { units[i].classes.likeliest } else { choose(view, units, i) };
        // "on earlier testimony"
        let described = i > 0 && units[i].tag == Tag::Adverb && units[i - 1].tag == Tag::Preposition && units[i - 1].mention == 0 && has(&units[i], Tag::Adjective);
        let described = described && !units.get(i + 1).is_some_and(|next| has(next, Tag::Gerund));
        if i > 0 && (described || is_article(&units[i - 1])) {
            units[i].tag = behind_article(units, i);
        }
    }
}

/// Whether a word behind the unit belongs to a noun group for sure: "the", "their", "X's".
fn is_article(unit: &Unit) -> bool {
    unit.mention == 0 && (matches!(unit.word, word::A | word::AN | word::THE) || matches!(unit.tag, Tag::Possessive | Tag::Genitive))
}

/// "the study", "the past year", "the very notion": the class of the unit at `i`, which no verb, preposition or adverb can have there.
fn behind_article(units: &[Unit], i: usize) -> Tag {
    let next = units.get(i + 1);
    let noun = || next.is_some_and(|n| n.mention == 0 && n.classes.any(const { Classes::set(&[Tag::Noun, Tag::Plural]) }));
    let described = || noun() || next.is_some_and(|n| matches!(n.classes.likeliest, Tag::Number | Tag::Adjective));
    match units[i].tag {
        Tag::Verb | Tag::Modal | Tag::Subordinator => Tag::Noun,
        Tag::VerbS => Tag::Plural,
        Tag::Preposition if units[i].end == units[i].first + 1 && !rounds(units, i) => {
            if described() {
                Tag::Adjective
            } else {
                Tag::Noun
            }
        }
        Tag::Adverb if noun() => Tag::Adjective,
        tag => tag,
    }
}

/// "In 2014 Russia annexed", "who in 2014 accused X": whether the number at `i` is a year behind a preposition, and no noun goes with it.
fn is_year(view: &View<'_>, units: &[Unit], i: usize) -> bool {
    let led = units[i - 1].classes.likeliest == Tag::Preposition && units[i - 1].flags & flag::OF == 0;
    let text = || view.document.tokens[units[i].first as usize].text(view.text);
    let noun = |next: &Unit| next.mention == 0 && matches!(next.classes.likeliest, Tag::Adjective | Tag::Genitive | Tag::Hyphen | Tag::Noun | Tag::Number | Tag::Plural);
    led && !units.get(i + 1).is_some_and(noun) && text().len() == 4 && (text().starts_with("19") || text().starts_with("20"))
}

/// "allegations of vote-buying", "in the run-up to": whether a joined word at `i` is what its group names, since no noun follows.
fn ends_group(units: &[Unit], i: usize) -> bool {
    if units[i].end == units[i].first + 1 || units[i].classes.likeliest != Tag::Adjective {
        return false;
    }
    let begun = i > 0 && matches!(units[i - 1].tag, Tag::Determiner | Tag::Possessive | Tag::Genitive | Tag::Preposition);
    let next = units.get(i + 1).map_or(Tag::Stop, |next| if next.mention == 0 { next.classes.likeliest } else { Tag::Name });
    begun && matches!(next, Tag::Preposition | Tag::Stop | Tag::Comma | Tag::Past | Tag::VerbS | Tag::Be | Tag::Have | Tag::Modal | Tag::To)
}

/// Whether the words around have no say: a mark, or a word of one class that no rule names.
fn is_settled(unit: &Unit) -> bool {
    let asks = matches!(unit.classes.likeliest, Tag::Genitive | Tag::To | Tag::That | Tag::Gerund);
    !asks && unit.classes.is_sure() && unit.mention == 0 && unit.end == unit.first + 1 && unit.flags & flag::DATE == 0 && !word::is_asked(unit.word)
}

fn choose(view: &View<'_>, units: &[Unit], i: usize) -> Tag {
    let unit = &units[i];
    let first = unit.classes.likeliest;
    if unit.mention != 0 {
        return mention_tag(units, i);
    }
    // "in May"
    let month = || units.get(i + 1).is_some_and(|n| n.classes.likeliest == Tag::Number) || (unit.capital && i > 0 && units[i - 1].tag == Tag::Preposition);
    if unit.flags & flag::DATE != 0 && (first != Tag::Modal || month()) {
        return Tag::Noun;
    }
    match first {
        Tag::Genitive => return genitive(view, units, i),
        Tag::To => return if infinitive_ahead(units, i) && !leads_to_event(view, units, i) && !leads_to_persons(view, units, i) { Tag::To } else { Tag::Preposition },
        Tag::That => return that(units, i),
        // "sent her a letter"
        Tag::Possessive if has(unit, Tag::Pronoun) && units.get(i + 1).is_some_and(|n| matches!(n.word, word::A | word::AN | word::THE)) => return Tag::Pronoun,
        Tag::Possessive if has(unit, Tag::Pronoun) => return if starts_noun(units, i + 1) { Tag::Possessive } else { Tag::Pronoun },
        _ => {}
    }
    if first == Tag::Noun && has(unit, Tag::Adverb) && view.document.tokens[unit.first as usize].text(view.text).ends_with("ly") {
        return Tag::Adverb;
    }
    if !unit.classes.is_sure() && has(unit, Tag::Preposition) && has(unit, Tag::Subordinator) && !is_perfect_since(units, i) {
        return if joins_clause(view, units, i) { Tag::Subordinator } else { Tag::Preposition };
    }
    if let Some(tag) = by_word(view, units, i) {
        return tag;
    }
    if unit.classes.is_sure() && first != Tag::Gerund {
        return first;
    }
    open_class(view, units, i)
}

/// "has since lifted": whether the word at `i` tells of the time since in a perfect.
fn is_perfect_since(units: &[Unit], i: usize) -> bool {
    let perfect = units[i].word == word::SINCE && i > 0 && units[i - 1].classes.likeliest == Tag::Have;
    perfect && units.get(i + 1).is_some_and(|n| n.mention == 0 && has(n, Tag::Participle))
}

/// Whether the word at `i`, which can be a preposition too, joins a clause: "talks with X as she attempts".
fn joins_clause(view: &View<'_>, units: &[Unit], i: usize) -> bool {
    let next = units.get(i + 1).map_or("", |u| view.document.tokens[u.first as usize].text(view.text));
    let verb = || units.get(i + 2).is_some_and(|n| n.mention == 0 && (surely_finite(n) || has(n, Tag::VerbS) || has(n, Tag::Past)));
    let pronoun = matches!(next, "he" | "she" | "they" | "we" | "I") || (next == "it" && verb());
    pronoun || clause_ahead(units, i) && !is_before_only_verb(units, i) || acts_behind(units, i)
}

/// The tag of a word that rules name, from what stands around it.
fn by_word(view: &View<'_>, units: &[Unit], i: usize) -> Option<Tag> {
    let unit = &units[i];
    let next = units.get(i + 1);
    let next_tag = next.map_or(Tag::None, |n| n.classes.likeliest);
    // what the next unit can be, where it is no name
    let next_can = |tag: Tag| next.is_some_and(|n| n.mention == 0 && has(n, tag));
    let last = i.checked_sub(1).map(|k| &units[k]);
    let last_tag = last.map_or(Tag::None, |unit| unit.tag);
    let behind_name = last.is_some_and(|unit| unit.mention != 0);
    let text = |unit: &Unit| view.document.tokens[unit.first as usize].text(view.text);
    Some(match unit.word {
        word::NO if next.is_some_and(|n| n.word == word::LONGER) => Tag::Not,
        // "the family and loved ones of X"
        word::LOVED if next.is_some_and(|n| n.word == word::ONES) => Tag::Adjective,
        // "hardly ever meets X"
        word::HARDLY if next.is_some_and(|n| n.word == word::EVER) => Tag::Not,
        word::LONGER if last.is_some_and(|unit| unit.word == word::NO) => Tag::Adverb,
        // "struck X last January"
        word::LAST if next.is_some_and(|n| n.mention == 0 && n.flags & (flag::DATE | flag::TIME) != 0) => Tag::Adjective,
        // "must first disarm", "to further advance talks"
        word::FIRST if last_tag == Tag::Modal && next.is_some_and(|n| has(n, Tag::Verb)) => Tag::Adverb,
        word::FURTHER if matches!(last_tag, Tag::Modal | Tag::To) && next.is_some_and(|n| has(n, Tag::Verb)) => Tag::Adverb,
        word::SINCE if is_perfect_since(units, i) => Tag::Adverb,
        // "is about to meet"
        word::ABOUT if next_tag == Tag::To && infinitive_ahead(units, i + 1) => Tag::Adjective,
        word::LIKE if has(unit, Tag::Preposition) && before(units, i) == Tag::Plural && (is_told(units, i) || compares(units, i)) => Tag::Preposition,
        word::EACH | word::ONE if pairs(units, i) => Tag::Adverb,
        // "one Turkish soldier"
        word::ONE if unit.end == unit.first + 1 && starts_noun(units, i + 1) => Tag::Number,
        // "have all condemned", "France and Germany both condemned"
        word::ALL | word::BOTH | word::EACH if floats(units, i) => Tag::Adverb,
        word::OTHER | word::ANOTHER if i > 0 && pairs(units, i - 1) => Tag::Noun,
        // "each blamed the other"
        word::OTHER if last_tag == Tag::Determiner && !starts_noun(units, i + 1) && next.is_some_and(|n| n.mention == 0) => Tag::Noun,
        // "held by X close to the border"
        word::CLOSE if next_tag == Tag::To && (behind_name || last_tag == Tag::Plural) => Tag::Adverb,
        // "the raids likely compelled X to go"
        word::LIKELY if matches!(last_tag, Tag::Name | Tag::Noun | Tag::Plural | Tag::Pronoun) && next.is_some_and(|n| has(n, Tag::Past)) => Tag::Adverb,
        // "Under Secretary Lee met"
        word::UNDER if unit.capital && next.is_some_and(|n| n.capital && text(n) == "Secretary") => Tag::Adjective,
        // "has never before attacked X"
        word::BEFORE if last.is_some_and(|unit| unit.word == word::NEVER) => Tag::Adverb,
        // "once again", "X once praised Y"
        word::ONCE if next.is_some_and(|n| matches!(n.word, word::AGAIN | word::MORE)) || tells_of_then(units, i) => Tag::Adverb,
        // "stopped short of meeting X"
        word::SHORT if next.is_some_and(|n| n.flags & flag::OF != 0) && is_verb(before(units, i)) => Tag::Adverb,
        // "set free ten sailors", "set ablaze a shop": as a particle
        word::ABLAZE | word::FREE if last.is_some_and(|unit| text(unit) == "set") && next.is_some_and(|n| n.classes.likeliest != Tag::Stop) => Tag::Preposition,
        // "the only way"
        word::ONLY if opens_noun(last_tag) && starts_noun(units, i + 1) => Tag::Adjective,
        // "his long friendship", "an earlier meeting"
        _ if unit.classes.likeliest == Tag::Adverb && opens_noun(last_tag) && (next_can(Tag::Noun) || next_can(Tag::Plural)) => Tag::Adjective,
        // "clashed there with X", unlike "is there a plan", "there is"
        word::THERE
            if matches!(last_tag, Tag::Past | Tag::Participle | Tag::Gerund | Tag::Noun | Tag::Plural | Tag::Name) && !matches!(next_tag, Tag::Be | Tag::Modal | Tag::Have) =>
        {
            Tag::Adverb
        }
        // "very much supports X"
        word::MUCH if last_tag == Tag::Adverb && (next_can(Tag::VerbS) || next_can(Tag::Past)) => Tag::Adverb,
        // "since they last met", "X and Y last met"
        word::FIRST | word::LAST if (behind_name || matches!(last_tag, Tag::Pronoun | Tag::Plural | Tag::Comma)) && next_can(Tag::Past) => Tag::Adverb,
        // "the government first condemned X"
        word::FIRST if i > 1 && last_tag == Tag::Noun && next.is_some_and(|n| has(n, Tag::Past)) && starts_object(units, i + 2) => Tag::Adverb,
        // "recognised X first", "the X first lady"
        word::FIRST if behind_name && !unit.capital && !starts_noun(units, i + 1) => Tag::Adverb,
        // "X himself said so"
        word::HIMSELF | word::HERSELF | word::ITSELF | word::THEMSELVES if matches!(last_tag, Tag::Name | Tag::Noun | Tag::Plural) => Tag::Adverb,
        // "held around 300"
        word::AROUND | word::ABOUT | word::OVER if has(unit, Tag::Preposition) && rounds(units, i) => Tag::Adverb,
        word::OVER if counts_persons(view, units, i) => Tag::Adverb,
        // "aid worth $20 million"
        word::WORTH if matches!(last_tag, Tag::Noun | Tag::Plural) && matches!(next_tag, Tag::Number | Tag::Determiner) => Tag::Preposition,
        _ => return None,
    })
}

/// Whether a tag is that of a verb in any form, auxiliaries aside.
pub(super) fn is_verb(tag: Tag) -> bool {
    matches!(tag, Tag::Past | Tag::Participle | Tag::Verb | Tag::VerbS | Tag::Gerund)
}

/// Whether what bears a tag begins a noun group that goes on: "the", "their", "X's".
fn opens_noun(tag: Tag) -> bool {
    matches!(tag, Tag::Determiner | Tag::Possessive | Tag::Genitive)
}

pub(super) fn has(unit: &Unit, tag: Tag) -> bool {
    unit.classes.has(tag)
}

/// "backs groups like X": whether the clause has its verb before the "like" at `i`.
fn is_told(units: &[Unit], i: usize) -> bool {
    let named = units.get(i + 1).is_some_and(|next| next.mention != 0);
    let verb = |tag| matches!(tag, Tag::Past | Tag::VerbS | Tag::Be | Tag::Have | Tag::Modal | Tag::Participle | Tag::Gerund);
    named && units[..i].iter().rev().take_while(|unit| !is_boundary(unit.tag)).any(|unit| verb(unit.tag))
}

/// "conservatives like X opposed Y": whether the verb comes behind the "like" at `i`.
fn compares(units: &[Unit], i: usize) -> bool {
    let inside = |u: &&Unit| u.mention != 0 || !is_boundary(u.classes.likeliest) || u.classes.likeliest == Tag::Conjunction;
    let mut behind = units[i..].iter().zip(&units[i + 1..]).take(12).take_while(|(_, u)| inside(u));
    let past = |before: &Unit, u: &Unit| u.classes.likeliest == Tag::Past || (before.mention != 0 && has(u, Tag::Past));
    behind.any(|(before, u)| u.mention == 0 && (past(before, u) || surely_finite(u)))
}

/// Whether "all", "both" or "each" at `i` only says that the whole subject does what the verb behind it tells.
fn floats(units: &[Unit], i: usize) -> bool {
    let (Some(before), Some(next)) = (i.checked_sub(1).map(|k| &units[k]), units.get(i + 1)) else { return false };
    let past = next.mention == 0 && matches!(next.classes.likeliest, Tag::Past | Tag::Participle);
    match before.tag {
        Tag::Have => past,
        // "will both visit"
        Tag::Modal | Tag::Do => next.mention == 0 && has(next, Tag::Verb),
        Tag::Be => next.mention == 0 && matches!(next.classes.likeliest, Tag::Participle | Tag::Gerund | Tag::Verb | Tag::Have),
        Tag::Name | Tag::Plural => past && starts_object(units, i + 2),
        Tag::Pronoun => past,
        _ => false,
    }
}

/// Whether "each other" or "one another" begins at `i`.
fn pairs(units: &[Unit], i: usize) -> bool {
    let word = |k: usize| units.get(k).map_or(WordId::NONE, |u| u.word);
    matches!(units[i].classes.likeliest, Tag::Determiner | Tag::Number | Tag::Pronoun) && matches!((word(i), word(i + 1)), (word::EACH, word::OTHER) | (word::ONE, word::ANOTHER))
}

/// "X once praised Y": whether "once" stands between a subject and a verb in the past.
fn tells_of_then(units: &[Unit], i: usize) -> bool {
    let past = units.get(i + 1).is_some_and(|next| next.mention == 0 && has(next, Tag::Past));
    past && matches!(before(units, i), Tag::Name | Tag::Noun | Tag::Plural | Tag::Pronoun | Tag::Relative | Tag::Have)
}

/// Whether the preposition at `i` only rounds a number that is an object.
fn rounds(units: &[Unit], i: usize) -> bool {
    // "About 5,000 Syrians left"
    let opens = i == 0 && starts_noun(units, 2);
    // "rounded up around 30 workers"
    let verb = opens || i > 0 && (word::is_particle(units[i - 1].word) || matches!(units[i - 1].tag, Tag::Preposition | Tag::To) || is_verb(units[i - 1].tag));
    let tag = |k: usize| units.get(k).map_or(Tag::None, |n: &Unit| n.classes.likeliest);
    // "around $400 million"
    let number = |k: usize| tag(k) == Tag::Number || (tag(k) == Tag::Determiner && units[k].word == WordId::NONE && tag(k + 1) == Tag::Number);
    match units[i].word {
        word::AROUND | word::ABOUT => verb && number(i + 1),
        // "provided over 30 million"
        word::OVER => number(i + 1) && (opens || verb && tag(i + 2) == Tag::Number),
        _ => false,
    }
}

/// "his testimony before the panel should help": whether "after" or "before" at `i` stands behind the noun that is the subject of the only verb.
fn is_before_only_verb(units: &[Unit], i: usize) -> bool {
    let subject = i > 0 && matches!(units[i].word, word::AFTER | word::BEFORE) && units[i - 1].tag == Tag::Noun && units[i - 1].flags & (flag::TIME | flag::DATE) == 0;
    let finite = |tag: Tag| matches!(tag, Tag::Past | Tag::VerbS | Tag::Be | Tag::Have | Tag::Do | Tag::Modal);
    let open = || !units[..i].iter().rev().take_while(|unit| !is_boundary(unit.tag)).any(|unit| finite(unit.tag));
    let verbs = || {
        units[i + 1..]
            .iter()
            .take_while(|unit| unit.classes.likeliest != Tag::Stop)
            .filter(|unit| unit.mention == 0 && (finite(unit.classes.likeliest) || has(unit, Tag::Past)))
            .take(2)
            .count()
    };
    subject && open() && verbs() == 1
}

/// "arrested over 30 workers": whether the verb before "over" at `i` has an object behind it, and persons are counted there; unlike "handed over six smugglers".
fn counts_persons(view: &View<'_>, units: &[Unit], i: usize) -> bool {
    let Some(verb) = i.checked_sub(1).map(|k| &units[k]).filter(|verb| is_verb(verb.tag)) else {
        return false;
    };
    let counted = units[i + 1..].iter().take(4).find(|unit| unit.classes.likeliest == Tag::Plural);
    let persons = counted.is_some_and(|unit| unit.mention == 0 && unit.flags & flag::AGENT != 0);
    let patterns = view.gazetteer.frames.of_verb(view.gazetteer.words.get(verb.word).verb);
    let begins = |with: &dyn Fn(&Step) -> bool| patterns.is_some_and(|patterns| patterns.iter().any(|p| p.steps.first().is_some_and(with)));
    persons && units[i + 1].classes.likeliest == Tag::Number && begins(&|step| *step == Step::Target) && !begins(&|step| step.is_through(word::OVER))
}

/// The class of the last unit before `i` that is no adverb or negation: of "should" in "should immediately and fully end".
pub(super) fn before(units: &[Unit], i: usize) -> Tag {
    (0..i).rev().find(|&k| !is_adverbial(&units[..i], k)).map_or(Tag::None, |k| units[k].tag)
}

/// Whether an adverb or negation stands at `k`, or what joins two adverbs: "privately and publicly".
pub(super) fn is_adverbial(units: &[Unit], k: usize) -> bool {
    let adverb = |k: usize| units.get(k).is_some_and(|unit| unit.tag == Tag::Adverb);
    match units[k].tag {
        Tag::Adverb | Tag::Not => true,
        Tag::Conjunction => k > 0 && adverb(k - 1) && adverb(k + 1),
        _ => false,
    }
}

/// A nationality is an adjective before a noun and a noun elsewhere.
fn mention_tag(units: &[Unit], i: usize) -> Tag {
    let unit = &units[i];
    if unit.compound {
        return Tag::Adjective;
    }
    // "offered the French his support"
    let apart = || units.get(i + 1).is_some_and(|next| next.mention == 0 && matches!(next.classes.likeliest, Tag::Determiner | Tag::Possessive));
    if unit.classes.likeliest == Tag::Adjective && (!starts_noun(units, i + 1) || apart()) {
        return Tag::Plural;
    }
    unit.classes.likeliest
}

/// The ending 's: a possessive, or "is" and "has" after a pronoun.
fn genitive(view: &View<'_>, units: &[Unit], i: usize) -> Tag {
    let after_pronoun = i > 0 && matches!(units[i - 1].tag, Tag::Pronoun | Tag::That | Tag::Relative);
    let s = view.document.tokens[units[i].first as usize].text(view.text).len() > 1;
    if after_pronoun && s {
        return Tag::Be;
    }
    // "X's been criticised"
    if s && units.get(i + 1).is_some_and(|next| next.word == word::BEEN) {
        return Tag::Have;
    }
    Tag::Genitive
}

/// Whether "to" at `i` begins an infinitive.
pub(super) fn infinitive_ahead(units: &[Unit], i: usize) -> bool {
    let Some(next) = units[i + 1..].iter().find(|u| !(u.classes.likeliest == Tag::Adverb || u.classes.likeliest == Tag::Not)) else { return false };
    if next.mention != 0 {
        return false;
    }
    let verb = has(next, Tag::Verb) || matches!(next.classes.likeliest, Tag::Be | Tag::Have | Tag::Do);
    // "be", "have", "do" in base form only: their other forms are rare after "to"
    verb && !matches!(next.classes.likeliest, Tag::Determiner | Tag::Possessive | Tag::Pronoun)
}

/// "to gang leaders", "to flood victims", unlike "to attack soldiers": whether persons stand behind "to" at `i` and a word that does nothing to anybody.
fn leads_to_persons(view: &View<'_>, units: &[Unit], i: usize) -> bool {
    let [_, word, persons, ..] = &units[i..] else { return false };
    let plural = persons.mention == 0 && persons.classes.likeliest == Tag::Plural && persons.flags & flag::AGENT != 0;
    let patterns = view.gazetteer.frames.of_verb(view.gazetteer.words.get(word.word).verb);
    let takes = |p: &VerbPattern| match p.steps.as_slice() {
        [Step::Target] | [Step::Any, ..] => true,
        [Step::Nouns(nouns), ..] => persons.is_one_of(nouns),
        _ => false,
    };
    let acts = || patterns.is_some_and(|patterns| patterns.iter().any(takes));
    // "gave in to truck drivers"
    let yields = || i > 0 && units[i - 1].word == word::IN;
    plural && word.mention == 0 && word.classes.likeliest == Tag::Noun && (yields() || !acts())
}

/// "bowed to pressure": whether the verb before "to" at `i` has its target behind it and no object, takes no infinitive, and a word that is a noun first stands behind.
fn leads_to_event(view: &View<'_>, units: &[Unit], i: usize) -> bool {
    let frames = &view.gazetteer.frames;
    let Some(verb) = i.checked_sub(1).map(|k| &units[k]).filter(|unit| matches!(unit.tag, Tag::Past | Tag::Verb | Tag::VerbS | Tag::Participle | Tag::Gerund)) else {
        return false;
    };
    let noun = units.get(i + 1).is_some_and(|next| next.classes.likeliest == Tag::Noun && next.flags & flag::NOUN_FRAME != 0);
    let base = view.gazetteer.words.get(verb.word).verb;
    let leads = |p: &VerbPattern| p.steps.first().is_some_and(|step| step.is_through(word::TO));
    let takes = || frames.complements.get(&base).is_some_and(|c| c.infinitive.is_some());
    let acts = |p: &VerbPattern| p.steps.first() == Some(&Step::Target);
    noun && frames.of_verb(base).is_some_and(|patterns| patterns.iter().any(leads) && !patterns.iter().any(acts)) && !takes()
}

/// "that" as conjunction, relative pronoun or determiner.
fn that(units: &[Unit], i: usize) -> Tag {
    let prev = before(units, i);
    let Some(next) = units.get(i + 1) else { return Tag::Pronoun };
    let verb_next = next.mention == 0 && matches!(next.classes.likeliest, Tag::Modal | Tag::Be | Tag::Have | Tag::Do | Tag::VerbS | Tag::Past | Tag::Not)
        || (next.mention == 0 && matches!(next.classes.likeliest, Tag::Verb | Tag::Adverb | Tag::Participle) && !has(next, Tag::Noun));
    let nominal = matches!(prev, Tag::Noun | Tag::Plural | Tag::Name | Tag::Comma | Tag::Number);
    // "airlines that fly the jet"
    let takes = units.get(i + 2).is_some_and(|object| object.mention != 0 || object.classes.likeliest == Tag::Determiner);
    // "companies that hold it"
    let it = units.get(i + 2).is_some_and(|object| matches!(object.classes.likeliest, Tag::Pronoun | Tag::Possessive) || next.classes.likeliest == Tag::Verb);
    let base = prev == Tag::Plural && next.mention == 0 && (takes || it) && has(next, Tag::Verb) && matches!(next.classes.likeliest, Tag::Noun | Tag::Verb);
    // "a group that no longer shares its aims", "the hope that guides X"
    let longer = units.get(i + 2).is_some_and(|longer| next.word == word::NO && longer.word == word::LONGER) && units.get(i + 3).is_some_and(|verb| has(verb, Tag::VerbS));
    let third = takes && prev == Tag::Noun && next.mention == 0 && has(next, Tag::VerbS);
    if verb_next || base || longer || third {
        return if nominal { Tag::Relative } else { Tag::Pronoun };
    }
    // "except that Russia invaded"
    let clause = next.mention != 0 && next.classes.likeliest != Tag::Adjective && clause_ahead(units, i);
    if matches!(prev, Tag::Preposition | Tag::None | Tag::To) && !clause {
        return Tag::Determiner;
    }
    Tag::That
}

/// Whether a noun phrase can begin at unit `i`.
pub(super) fn starts_noun(units: &[Unit], i: usize) -> bool {
    let Some(unit) = units.get(i) else { return false };
    if unit.mention != 0 {
        return true;
    }
    match unit.classes.likeliest {
        Tag::Determiner | Tag::Possessive | Tag::Noun | Tag::Plural | Tag::Name | Tag::Number => true,
        Tag::Adjective => units.get(i + 1).is_some_and(|next| next.mention != 0 || has(next, Tag::Noun) || has(next, Tag::Plural) || has(next, Tag::Adjective)),
        Tag::Verb | Tag::VerbS => has(unit, Tag::Noun) || has(unit, Tag::Plural),
        Tag::Past | Tag::Participle | Tag::Gerund => {
            has(unit, Tag::Noun) || units.get(i + 1).is_some_and(|next| next.mention == 0 && matches!(next.classes.likeliest, Tag::Noun | Tag::Plural))
        }
        _ => false,
    }
}

/// Whether an object can begin at unit `i`: a noun phrase with a clear start, or an object pronoun.
pub(super) fn starts_object(units: &[Unit], i: usize) -> bool {
    // "President X"
    let titled = |u: &Unit| u.capital && u.flags & (flag::TITLE | flag::HONORIFIC) != 0 && units.get(i + 1).is_some_and(|next| next.person);
    units.get(i).is_some_and(|u| {
        u.mention != 0
            || titled(u)
            || matches!(u.classes.likeliest, Tag::Determiner | Tag::Possessive | Tag::Name | Tag::Number | Tag::Pronoun)
            || (u.classes.likeliest == Tag::Adjective && starts_noun(units, i))
            // "share close ties"
            || (u.classes.likeliest == Tag::Verb && has(u, Tag::Adjective) && units.get(i + 1).is_some_and(|next| next.mention == 0 && matches!(next.classes.likeliest, Tag::Noun | Tag::Plural)))
            || matches!(u.classes.likeliest, Tag::Plural)
    })
}

pub(super) fn is_boundary(tag: Tag) -> bool {
    matches!(tag, Tag::Comma | Tag::Stop | Tag::Colon | Tag::Subordinator | Tag::Relative | Tag::Conjunction | Tag::Dash | Tag::Open | Tag::Close | Tag::That)
}

/// Whether a unit can only be a finite verb.
pub(super) fn surely_finite(unit: &Unit) -> bool {
    unit.mention == 0
        && unit.flags & flag::DATE == 0
        && match unit.classes.likeliest {
            Tag::Modal => true,
            Tag::Be | Tag::Have | Tag::Do => !matches!(unit.word, word::BE | word::BEEN | word::BEING | word::HAVING | word::DOING),
            Tag::Past | Tag::VerbS => !unit.classes.any(const { Classes::set(&[Tag::Noun, Tag::Plural, Tag::Adjective, Tag::Participle]) }),
            _ => false,
        }
}

/// Whether a finite verb stands behind `i` before the next clause boundary.
pub(super) fn finite_ahead(units: &[Unit], i: usize) -> bool {
    // a pronoun begins a clause of its own: "over fears they were"
    let near = units[i + 1..].iter().take(12).take_while(|u| !is_boundary(u.classes.likeliest) && u.classes.likeliest != Tag::Pronoun);
    // "to have met" is none
    near.zip(&units[i..]).any(|(unit, before)| surely_finite(unit) && before.classes.likeliest != Tag::To)
}

/// "as X moves to": whether a name and a verb in -s follow the "as" at `i`.
fn acts_behind(units: &[Unit], i: usize) -> bool {
    let [it, name, verb, next, ..] = &units[i..] else { return false };
    if it.word != word::AS {
        return false;
    }
    let goes_on = matches!(next.classes.likeliest, Tag::Preposition | Tag::To | Tag::Determiner | Tag::Possessive) && next.mention == 0;
    // "as Democrats seek to"
    if name.mention != 0 && has(name, Tag::Plural) && verb.mention == 0 && verb.classes.likeliest == Tag::Verb && goes_on {
        return true;
    }
    let named = name.mention != 0 && name.classes.likeliest == Tag::Name && verb.mention == 0;
    // "as X talks with Y continue"
    let mut behind = units[i + 3..].windows(2).take_while(|pair| !is_boundary(pair[1].classes.likeliest));
    let other = behind.any(|pair| pair[1].mention == 0 && pair[1].classes.likeliest == Tag::Verb && pair[0].classes.likeliest != Tag::To);
    named && has(verb, Tag::VerbS) && goes_on && !other && !finite_ahead(units, i + 2)
}

/// "after officials, including X and Y, met Z": the unit behind the comma that closes what is included, where the one at `k` opens it; else `k`.
fn behind_included(units: &[Unit], k: usize) -> usize {
    let comma = |k: usize| units.get(k).is_some_and(|unit| unit.mention == 0 && unit.classes.likeliest == Tag::Comma);
    let opens = comma(k) && units.get(k + 1).is_some_and(|next| next.mention == 0 && next.word == word::INCLUDING);
    let finite = |unit: &Unit| unit.mention == 0 && (surely_finite(unit) || has(unit, Tag::Past));
    let verb = (k + 2..units.len()).take(24).find(|&verb| finite(&units[verb])).filter(|&verb| opens && comma(verb - 1));
    verb.unwrap_or(k)
}

/// Whether a noun phrase and a finite verb follow `i`: a clause, not an object of a preposition.
fn clause_ahead(units: &[Unit], i: usize) -> bool {
    // "since the two met"
    if let [_, article, number, verb, ..] = &units[i..] {
        if article.classes.likeliest == Tag::Determiner
            && number.mention == 0
            && number.classes.likeliest == Tag::Number
            && verb.mention == 0
            && verb.classes.likeliest == Tag::Past
        {
            return true;
        }
    }
    let mut nominal = false;
    let mut k = i;
    for _ in 0..10 {
        k = behind_included(units, k + 1);
        let Some(unit) = units.get(k) else { return false };
        if unit.mention == 0 && is_boundary(unit.classes.likeliest) {
            return false;
        }
        if nominal
            && unit.mention == 0
            && (surely_finite(unit)
                // "until X visits Y"
                || (has(unit, Tag::VerbS) && k == i + 2 && units[k - 1].mention != 0 && units.get(k + 1).is_some_and(|next| next.mention != 0))
                || (unit.classes.likeliest == Tag::Past && !has(unit, Tag::Adjective))
                // "after X said that", "until X objected."
                || (has(unit, Tag::Past) && units.get(k + 1).is_some_and(|next| match next.classes.likeliest {
                    Tag::That => true,
                    Tag::Stop | Tag::Comma | Tag::Subordinator => units[k - 1].mention != 0,
                    _ => false,
                }))
                // "since X suspended cooperation"
                || (has(unit, Tag::Past) && k == i + 2 && units[k - 1].mention != 0 && (units[i].word == word::SINCE || !has(unit, Tag::Adjective)) && units.get(k + 1).is_some_and(|n| n.mention == 0 && n.classes.likeliest == Tag::Noun))
                || (has(unit, Tag::Past) && (starts_object(units, k + 1) || (units[k - 1].classes.likeliest == Tag::Plural && starts_noun(units, k + 1)))))
        {
            return true;
        }
        nominal |= unit.mention != 0
            || matches!(unit.classes.likeliest, Tag::Noun | Tag::Plural | Tag::Name | Tag::Pronoun)
            || (unit.classes.likeliest == Tag::Gerund && has(unit, Tag::Noun));
    }
    false
}
