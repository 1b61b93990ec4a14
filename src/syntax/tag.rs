//! Word classes: the lexicon gives all readings, local rules choose by the words around (after Brill and Karlsson).

use super::Unit;
use crate::gazetteer::{flag, word, Classes, Step, Tag, WordId};
use crate::mention::View;

/// Chooses one class for every unit, from left to right.
pub(super) fn decide(view: &View<'_>, units: &mut [Unit]) {
    for i in 0..units.len() {
        // "on June 13 held": the number belongs to the date
        if i > 0 && units[i].classes.likeliest == Tag::Number && units[i - 1].flags & flag::DATE != 0 {
            units[i].flags |= flag::DATE;
            units[i].classes.replace(Tag::Noun);
        }
        units[i].tag = if is_settled(&units[i]) { units[i].classes.likeliest } else { choose(view, units, i) };
    }
}

/// Whether the words around have no say: a mark, or a word of one class that no rule names.
fn is_settled(unit: &Unit) -> bool {
    let asks = matches!(unit.classes.likeliest, Tag::Genitive | Tag::To | Tag::That | Tag::Gerund);
    !asks && unit.classes.is_sure() && unit.mention == 0 && unit.flags & flag::DATE == 0 && !word::is_fixed(unit.word)
}

fn choose(view: &View<'_>, units: &[Unit], i: usize) -> Tag {
    let unit = &units[i];
    let first = unit.classes.likeliest;
    if unit.mention != 0 {
        return mention_tag(units, i);
    }
    if unit.flags & flag::DATE != 0 && (first != Tag::Modal || units.get(i + 1).is_some_and(|n| n.classes.likeliest == Tag::Number)) {
        return Tag::Noun;
    }
    match first {
        Tag::Genitive => return genitive(view, units, i),
        Tag::To => return if infinitive_ahead(units, i) { Tag::To } else { Tag::Preposition },
        Tag::That => return that(units, i),
        Tag::Possessive if has(unit, Tag::Pronoun) => return if starts_noun(units, i + 1) { Tag::Possessive } else { Tag::Pronoun },
        _ => {}
    }
    // "struck X last January"
    let next = units.get(i + 1);
    if unit.word == word::LAST && next.is_some_and(|n| n.mention == 0 && n.flags & (flag::DATE | flag::TIME) != 0) {
        return Tag::Adjective;
    }
    // "must first disarm"
    if i > 0 && units[i - 1].tag == Tag::Modal && unit.word == word::FIRST && next.is_some_and(|n| has(n, Tag::Verb)) {
        return Tag::Adverb;
    }
    if first == Tag::Noun && has(unit, Tag::Adverb) && view.document.tokens[unit.first as usize].text(view.text).ends_with("ly") {
        return Tag::Adverb;
    }
    if !unit.classes.is_sure() && has(unit, Tag::Preposition) && has(unit, Tag::Subordinator) {
        // "talks with X as she attempts"
        let next = units.get(i + 1).map_or("", |u| view.document.tokens[u.first as usize].text(view.text));
        if matches!(next, "he" | "she" | "they" | "we" | "I") {
            return Tag::Subordinator;
        }
        return if clause_ahead(units, i) { Tag::Subordinator } else { Tag::Preposition };
    }
    match unit.word {
        word::NO if units.get(i + 1).is_some_and(|n| n.word == word::LONGER) => return Tag::Not,
        word::LONGER if i > 0 && units[i - 1].word == word::NO => return Tag::Adverb,
        // "is about to meet"
        word::ABOUT if units.get(i + 1).is_some_and(|n| n.classes.likeliest == Tag::To) && infinitive_ahead(units, i + 1) => return Tag::Adjective,
        word::LIKE if has(unit, Tag::Preposition) && before(units, i) == Tag::Plural && compares(units, i) => return Tag::Preposition,
        word::EACH | word::ONE if pairs(units, i) => return Tag::Adverb,
        // "one Turkish soldier"
        word::ONE if unit.end == unit.first + 1 && starts_noun(units, i + 1) => return Tag::Number,
        // "have all condemned", "France and Germany both condemned"
        word::ALL | word::BOTH | word::EACH if floats(units, i) => return Tag::Adverb,
        word::OTHER | word::ANOTHER if i > 0 && pairs(units, i - 1) => return Tag::Noun,
        // "killed at least 20", "held around 300"
        word::AT | word::AROUND | word::ABOUT | word::OVER if has(unit, Tag::Preposition) && rounds(units, i) => return Tag::Adverb,
        // "more than 100", "at least 20"
        word::THAN | word::LEAST if units.get(i + 1).is_some_and(|n| n.classes.likeliest == Tag::Number) => return Tag::Adverb,
        _ => {}
    }
    if unit.classes.is_sure() && first != Tag::Gerund {
        return first;
    }
    open_class(view, units, i)
}

fn has(unit: &Unit, tag: Tag) -> bool {
    unit.classes.has(tag)
}

/// "conservatives like X opposed Y": whether the verb comes behind the "like" at `i`.
fn compares(units: &[Unit], i: usize) -> bool {
    let inside = |u: &&Unit| u.mention != 0 || !is_boundary(u.classes.likeliest) || u.classes.likeliest == Tag::Conjunction;
    units[i + 1..].iter().take(12).take_while(inside).any(|u| u.mention == 0 && (u.classes.likeliest == Tag::Past || surely_finite(u)))
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
        Tag::Name | Tag::Plural | Tag::Pronoun => past && starts_object(units, i + 2),
        _ => false,
    }
}

/// Whether "each other" or "one another" begins at `i`.
fn pairs(units: &[Unit], i: usize) -> bool {
    let word = |k: usize| units.get(k).map_or(WordId::NONE, |u| u.word);
    matches!(units[i].classes.likeliest, Tag::Determiner | Tag::Number | Tag::Pronoun) && matches!((word(i), word(i + 1)), (word::EACH, word::OTHER) | (word::ONE, word::ANOTHER))
}

/// Whether the preposition at `i` only rounds a number that is an object.
fn rounds(units: &[Unit], i: usize) -> bool {
    // "About 5,000 Syrians left"
    let opens = i == 0 && starts_noun(units, 2);
    let verb = opens || i > 0 && matches!(units[i - 1].tag, Tag::Preposition | Tag::To | Tag::Past | Tag::Participle | Tag::Verb | Tag::VerbS | Tag::Gerund);
    let tag = |k: usize| units.get(k).map_or(Tag::None, |n: &Unit| n.classes.likeliest);
    // "around $400 million"
    let number = |k: usize| tag(k) == Tag::Number || (tag(k) == Tag::Determiner && units[k].word == WordId::NONE && tag(k + 1) == Tag::Number);
    match units[i].word {
        word::AT => units.get(i + 1).is_some_and(|n| n.word == word::LEAST) && number(i + 2),
        word::AROUND | word::ABOUT => verb && number(i + 1),
        word::OVER => opens && number(i + 1),
        _ => false,
    }
}

/// The class of the last unit before `i` that is no adverb or negation.
fn before(units: &[Unit], i: usize) -> Tag {
    units[..i].iter().rev().map(|u| u.tag).find(|tag| !matches!(tag, Tag::Adverb | Tag::Not)).unwrap_or(Tag::None)
}

/// A nationality is an adjective before a noun and a noun elsewhere.
fn mention_tag(units: &[Unit], i: usize) -> Tag {
    let unit = &units[i];
    if unit.compound {
        return Tag::Adjective;
    }
    if unit.classes.likeliest == Tag::Adjective && !starts_noun(units, i + 1) {
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
    Tag::Genitive
}

/// Whether "to" at `i` begins an infinitive.
fn infinitive_ahead(units: &[Unit], i: usize) -> bool {
    let Some(next) = units[i + 1..].iter().find(|u| !(u.classes.likeliest == Tag::Adverb || u.classes.likeliest == Tag::Not)) else { return false };
    if next.mention != 0 {
        return false;
    }
    let verb = has(next, Tag::Verb) || matches!(next.classes.likeliest, Tag::Be | Tag::Have | Tag::Do);
    // "be", "have", "do" in base form only: their other forms are rare after "to"
    verb && !matches!(next.classes.likeliest, Tag::Determiner | Tag::Possessive | Tag::Pronoun)
}

/// "that" as conjunction, relative pronoun or determiner.
fn that(units: &[Unit], i: usize) -> Tag {
    let prev = before(units, i);
    let Some(next) = units.get(i + 1) else { return Tag::Pronoun };
    let verb_next = next.mention == 0 && matches!(next.classes.likeliest, Tag::Modal | Tag::Be | Tag::Have | Tag::Do | Tag::VerbS | Tag::Past | Tag::Not)
        || (next.mention == 0 && matches!(next.classes.likeliest, Tag::Verb | Tag::Adverb | Tag::Participle) && !has(next, Tag::Noun));
    let nominal = matches!(prev, Tag::Noun | Tag::Plural | Tag::Name | Tag::Comma | Tag::Number);
    if verb_next {
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
fn starts_noun(units: &[Unit], i: usize) -> bool {
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
fn starts_object(units: &[Unit], i: usize) -> bool {
    units.get(i).is_some_and(|u| {
        u.mention != 0
            || matches!(u.classes.likeliest, Tag::Determiner | Tag::Possessive | Tag::Name | Tag::Number | Tag::Pronoun)
            || (u.classes.likeliest == Tag::Adjective && starts_noun(units, i))
            || matches!(u.classes.likeliest, Tag::Plural)
    })
}

fn is_boundary(tag: Tag) -> bool {
    matches!(tag, Tag::Comma | Tag::Stop | Tag::Colon | Tag::Subordinator | Tag::Relative | Tag::Conjunction | Tag::Dash | Tag::Open | Tag::Close | Tag::That)
}

/// Whether a unit can only be a finite verb.
fn surely_finite(unit: &Unit) -> bool {
    unit.mention == 0
        && unit.flags & flag::DATE == 0
        && match unit.classes.likeliest {
            Tag::Modal | Tag::Be | Tag::Have | Tag::Do => true,
            Tag::Past | Tag::VerbS => !unit.classes.any(const { Classes::set(&[Tag::Noun, Tag::Plural, Tag::Adjective, Tag::Participle]) }),
            _ => false,
        }
}

/// Whether a finite verb stands behind `i` before the next clause boundary.
fn finite_ahead(units: &[Unit], i: usize) -> bool {
    // a pronoun begins a clause of its own: "over fears they were"
    units[i + 1..].iter().take(12).take_while(|u| !is_boundary(u.classes.likeliest) && u.classes.likeliest != Tag::Pronoun).any(surely_finite)
}

/// Whether a noun phrase and a finite verb follow `i`: a clause, not an object of a preposition.
fn clause_ahead(units: &[Unit], i: usize) -> bool {
    let mut nominal = false;
    for (k, unit) in units.iter().enumerate().skip(i + 1).take(10) {
        if unit.mention == 0 && is_boundary(unit.classes.likeliest) {
            return false;
        }
        if nominal
            && unit.mention == 0
            && (surely_finite(unit)
                || (unit.classes.likeliest == Tag::Past && !has(unit, Tag::Adjective))
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

/// Nouns, verbs, adjectives and adverbs with several readings.
fn open_class(view: &View<'_>, units: &[Unit], i: usize) -> Tag {
    let unit = &units[i];
    let prev = before(units, i);
    let first = unit.classes.likeliest;
    if matches!(
        first,
        Tag::Determiner | Tag::Preposition | Tag::Conjunction | Tag::Pronoun | Tag::Adverb | Tag::Subordinator | Tag::Be | Tag::Have | Tag::Do | Tag::Modal | Tag::Relative
    ) {
        return closed_class(units, i, prev);
    }
    if matches!(prev, Tag::To | Tag::Modal | Tag::Do) && has(unit, Tag::Verb) {
        return Tag::Verb;
    }
    if has(unit, Tag::Past) || has(unit, Tag::Participle) {
        return past(view, units, i, prev);
    }
    if has(unit, Tag::VerbS) && (has(unit, Tag::Plural) || has(unit, Tag::Noun)) {
        return plural_or_verb(view, units, i, prev);
    }
    if has(unit, Tag::Gerund) {
        return gerund(units, i, prev);
    }
    if has(unit, Tag::Verb) {
        return base(view, units, i, prev);
    }
    if has(unit, Tag::Adjective) {
        return adjective(units, i, prev);
    }
    first
}

fn closed_class(units: &[Unit], i: usize, prev: Tag) -> Tag {
    let unit = &units[i];
    let first = unit.classes.likeliest;
    // "no", "more", "other": determiners before a noun; "back", "well": adverbs unless an object follows "to"
    if first == Tag::Determiner && !starts_noun(units, i + 1) && !units.get(i + 1).is_some_and(|n| n.classes.likeliest == Tag::Adjective) && has(unit, Tag::Adverb) {
        return Tag::Adverb;
    }
    if has(unit, Tag::Verb) && matches!(prev, Tag::To | Tag::Modal | Tag::Do) && !matches!(first, Tag::Be | Tag::Have | Tag::Do) {
        return Tag::Verb;
    }
    if has(unit, Tag::Verb) && first == Tag::Preposition && starts_object(units, i + 1) && matches!(prev, Tag::Plural | Tag::Pronoun | Tag::Relative) {
        return Tag::Verb;
    }
    first
}

/// -ed forms: past tense, or participle in a passive, a perfect, or before and behind a noun.
fn past(view: &View<'_>, units: &[Unit], i: usize, prev: Tag) -> Tag {
    let unit = &units[i];
    if has(unit, Tag::Noun) && matches!(prev, Tag::Determiner | Tag::Possessive | Tag::Adjective | Tag::Genitive) && !starts_noun(units, i + 1) {
        return Tag::Noun;
    }
    if has(unit, Tag::Verb) && matches!(prev, Tag::To | Tag::Modal | Tag::Do) {
        return Tag::Verb;
    }
    if joins_noun(units, i) {
        return Tag::Noun;
    }
    if !has(unit, Tag::Past) {
        // "a dozen air strikes"
        if unit.classes.likeliest == Tag::Noun && !matches!(prev, Tag::Be | Tag::Have) {
            return Tag::Noun;
        }
        return if has(unit, Tag::Adjective) && unit.classes.likeliest == Tag::Adjective { Tag::Adjective } else { Tag::Participle };
    }
    match prev {
        Tag::Be | Tag::Have => Tag::Participle,
        Tag::Determiner | Tag::Possessive | Tag::Adjective | Tag::Genitive | Tag::Preposition | Tag::Number if has(unit, Tag::Participle) => Tag::Participle,
        _ if !has(unit, Tag::Participle) => Tag::Past,
        Tag::Pronoun | Tag::Relative => Tag::Past,
        _ => {
            if matches!(prev, Tag::Past | Tag::Participle | Tag::Verb | Tag::VerbS) && starts_noun(units, i + 1) && !coordinated(units, i) {
                return Tag::Participle;
            }
            // "the army and allied fighters have hit"
            let subject = prev == Tag::Conjunction && finite_before(units, i).is_none() && finite_ahead(units, i);
            if subject && units.get(i + 1).is_some_and(|n| n.mention == 0 && n.classes.likeliest == Tag::Plural) {
                return Tag::Participle;
            }
            // "the killing of monks and jailed leaders X and Y"
            let named = prev == Tag::Conjunction && finite_before(units, i).is_some() && has(unit, Tag::Participle);
            let named = named && units.get(i + 1).is_some_and(|n| n.flags & flag::AGENT != 0 && n.classes.likeliest == Tag::Plural);
            if named && units.get(i + 2).is_some_and(|n| n.mention != 0) {
                return Tag::Participle;
            }
            if starts_object(units, i + 1) {
                return Tag::Past;
            }
            // "arrested a man suspected of …": the clause has its verb already
            let taken = matches!(prev, Tag::Noun | Tag::Plural | Tag::Name) && verb_in_clause(units, i);
            let by = units.get(i + 1).is_some_and(|next| next.classes.likeliest == Tag::Preposition && next.word == word::BY);
            let by = by && !takes_by(view, unit);
            let by = by || (matches!(prev, Tag::Noun | Tag::Plural) && by_ahead(units, i));
            // "the president said coalition forces will leave": the verb ahead is that of what he says
            let says = view.gazetteer.words.get(view.gazetteer.words.get(unit.word).verb).has(flag::REPORTS) && starts_noun(units, i + 1);
            if by || taken || (!says && matches!(prev, Tag::Noun | Tag::Plural | Tag::Name | Tag::Verb | Tag::Past | Tag::VerbS) && finite_ahead(units, i)) {
                Tag::Participle
            } else if has(unit, Tag::Adjective)
                && unit.classes.likeliest == Tag::Adjective
                && matches!(prev, Tag::None | Tag::Comma | Tag::Conjunction)
                && starts_noun(units, i + 1)
            {
                Tag::Adjective
            } else {
                Tag::Past
            }
        }
    }
}

/// Whether a frame of the verb has its target behind "by": "stood by X".
fn takes_by(view: &View<'_>, unit: &Unit) -> bool {
    let gazetteer = view.gazetteer;
    let patterns = gazetteer.frames.verbs.get(&gazetteer.words.get(unit.word).verb);
    patterns.is_some_and(|patterns| patterns.iter().any(|p| matches!(p.steps.first(), Some(Step::Through(words)) if words.contains(&word::BY))))
}

/// Whether "by" and a name follow `i` in its clause: "sanctions imposed on X by Y".
fn by_ahead(units: &[Unit], i: usize) -> bool {
    let near = units[i + 1..].iter().take(7).take_while(|u| !is_boundary(u.classes.likeliest));
    near.zip(&units[(i + 2).min(units.len())..]).any(|(u, next)| u.classes.likeliest == Tag::Preposition && u.word == word::BY && starts_name(next))
}

fn starts_name(unit: &Unit) -> bool {
    unit.mention != 0 || matches!(unit.classes.likeliest, Tag::Determiner | Tag::Name)
}

/// Whether the clause in which `i` stands has a finite verb with an object before `i`.
fn verb_in_clause(units: &[Unit], i: usize) -> bool {
    let verb = (0..i).rev().take_while(|&k| !is_boundary(units[k].tag)).find(|&k| matches!(units[k].tag, Tag::VerbS | Tag::Past | Tag::Be | Tag::Have));
    verb.is_some_and(|k| k + 1 < i)
}

/// "talks", "supports", "visits": plural noun or third person.
fn plural_or_verb(view: &View<'_>, units: &[Unit], i: usize, prev: Tag) -> Tag {
    let noun = if has(&units[i], Tag::Plural) { Tag::Plural } else { Tag::Noun };
    match prev {
        Tag::Pronoun | Tag::Relative => Tag::VerbS,
        Tag::Noun | Tag::Name | Tag::Plural | Tag::Close | Tag::Comma | Tag::Conjunction | Tag::Quote => {
            if in_object(view, units, i) {
                return noun;
            }
            let opens = starts_object(units, i + 1)
                || units
                    .get(i + 1)
                    .is_some_and(|n| n.mention == 0 && matches!(n.classes.likeliest, Tag::To | Tag::That | Tag::Adverb | Tag::Preposition | Tag::Gerund | Tag::Adjective));
            let plural_before = prev == Tag::Plural && units[i - 1].mention == 0;
            // "Hungary says it will": the finite verb ahead is that of the content
            let says = view.gazetteer.frames.complements.get(&view.gazetteer.words.get(units[i].word).verb).is_some_and(|c| c.content.is_some());
            let taken = finite_ahead(units, i) && !(says && units[i].classes.likeliest == Tag::VerbS);
            // a preposition follows nouns as often as verbs: only where the verb reading is the commoner one
            let preposition = units.get(i + 1).is_some_and(|n| n.mention == 0 && matches!(n.classes.likeliest, Tag::Preposition | Tag::To));
            let likely = units[i].classes.likeliest == Tag::VerbS
                || (!preposition && starts_object(units, i + 1))
                || (preposition && matches!(prev, Tag::Name) && finite_before(units, i).is_none());
            if opens && !taken && !plural_before && likely {
                Tag::VerbS
            } else {
                noun
            }
        }
        _ => noun,
    }
}

/// Whether the noun group that ends before `i` is the object of a verb that takes no clause: "to meet the health needs".
fn in_object(view: &View<'_>, units: &[Unit], i: usize) -> bool {
    // "discussed nuclear and trade issues", "carried out more than twenty air strikes"
    let joined = |k: usize| {
        let (before, next) = (k.checked_sub(1).map_or(Tag::None, |before| units[before].tag), units.get(k + 1).map_or(Tag::None, |next| next.tag));
        match units[k].tag {
            Tag::Conjunction => before == Tag::Adjective,
            Tag::Adverb => matches!(next, Tag::Number | Tag::Adverb),
            Tag::Preposition => k + 1 < i && matches!(before, Tag::Past | Tag::Participle | Tag::Verb | Tag::VerbS | Tag::Gerund),
            _ => false,
        }
    };
    let start = (0..i)
        .rev()
        .find(|&k| !matches!(units[k].tag, Tag::Noun | Tag::Plural | Tag::Name | Tag::Adjective | Tag::Determiner | Tag::Possessive | Tag::Number | Tag::Genitive) && !joined(k));
    start.is_some_and(|k| {
        let verb = matches!(units[k].tag, Tag::Verb | Tag::VerbS | Tag::Past | Tag::Participle | Tag::Gerund);
        let complements = view.gazetteer.frames.complements.get(&view.gazetteer.words.get(units[k].word).verb);
        verb && k + 1 < i && complements.is_none_or(|c| c.content.is_none())
    })
}

/// A finite verb between the last clause boundary and `i`.
fn finite_before(units: &[Unit], i: usize) -> Option<usize> {
    (0..i)
        .rev()
        .take_while(|&k| !matches!(units[k].tag, Tag::Stop | Tag::Colon | Tag::Subordinator | Tag::Relative | Tag::That))
        .find(|&k| matches!(units[k].tag, Tag::VerbS | Tag::Past | Tag::Be | Tag::Have | Tag::Modal | Tag::Do))
}

/// -ing forms: a noun behind a determiner or adjective, else a verb.
fn gerund(units: &[Unit], i: usize, prev: Tag) -> Tag {
    let unit = &units[i];
    let noun = has(unit, Tag::Noun);
    let of_next = units.get(i + 1).is_some_and(|n| n.mention == 0 && n.classes.likeliest == Tag::Preposition);
    // "met visiting President X"
    if unit.word == word::VISITING && i > 0 && (units[i - 1].tag == Tag::Past || matches!(units[i - 1].word, word::WITH | word::AGAINST)) {
        return Tag::Adjective;
    }
    // "a data sharing agreement"
    let thing = i > 0 && units[i - 1].mention == 0 && matches!(units[i - 1].tag, Tag::Noun | Tag::Plural) && units[i - 1].flags & (flag::AGENT | flag::RELATION) == 0;
    if thing && finite_before(units, i).is_some() && units.get(i + 1).is_some_and(|n| n.classes.likeliest == Tag::Noun && n.flags & flag::NOUN_FRAME != 0) {
        return Tag::Adjective;
    }
    match prev {
        Tag::Be if unit.classes.likeliest == Tag::Adjective && !starts_object(units, i + 1) => Tag::Adjective,
        Tag::Be => Tag::Gerund,
        Tag::Determiner | Tag::Possessive | Tag::Adjective | Tag::Genitive if noun || !starts_object(units, i + 1) => Tag::Noun,
        Tag::Determiner | Tag::Possessive | Tag::Adjective | Tag::Genitive => Tag::Adjective,
        Tag::Noun | Tag::Name if noun && unit.classes.likeliest == Tag::Noun && !starts_object(units, i + 1) => Tag::Noun,
        // "after meeting with X", unlike "in meeting with X"
        Tag::Preposition if units[i - 1].tag == Tag::Preposition && units[i - 1].flags & flag::JOINS_CLAUSE != 0 && of_next => Tag::Gerund,
        Tag::Preposition if noun && unit.classes.likeliest == Tag::Noun && !starts_object(units, i + 1) => Tag::Noun,
        // "government shelling killed": the verb follows
        Tag::Noun | Tag::Name
            if noun
                && finite_before(units, i).is_none()
                && units.get(i + 1).is_some_and(|n| surely_finite(n) || (n.mention == 0 && has(n, Tag::Past) && starts_object(units, i + 2))) =>
        {
            Tag::Noun
        }
        Tag::None | Tag::Conjunction | Tag::Past | Tag::VerbS | Tag::Verb if noun && of_next => Tag::Noun,
        _ => Tag::Gerund,
    }
}

/// "air and ground assaults": whether the word at `i` is the second of two nouns before an event noun.
fn joins_noun(units: &[Unit], i: usize) -> bool {
    let noun = |k: usize| units[k].mention == 0 && units[k].tag == Tag::Noun;
    let event = |next: &Unit| next.mention == 0 && next.flags & flag::NOUN_FRAME != 0 && has(next, Tag::Plural);
    has(&units[i], Tag::Noun) && i > 1 && units[i - 1].tag == Tag::Conjunction && noun(i - 2) && units.get(i + 1).is_some_and(event)
}

/// Base forms that are nouns or adjectives too: "support", "attack", "back".
fn base(view: &View<'_>, units: &[Unit], i: usize, prev: Tag) -> Tag {
    let unit = &units[i];
    let content = view.gazetteer.frames.complements.get(&unit.word).is_some_and(|c| c.content.is_some());
    if content
        && matches!(prev, Tag::Plural | Tag::Name)
        && units.get(i + 1).is_some_and(|n| n.mention != 0 || matches!(n.classes.likeliest, Tag::Pronoun | Tag::That | Tag::Determiner | Tag::Plural))
    {
        return Tag::Verb; // "officials say they"
    }
    // "Congress refuse to lift"
    let takes = view.gazetteer.frames.complements.get(&unit.word).is_some_and(|c| c.infinitive.is_some());
    let to = units.get(i + 1).is_some_and(|n| n.classes.likeliest == Tag::To) && infinitive_ahead(units, i + 1);
    if takes && to && matches!(prev, Tag::Plural | Tag::Name | Tag::Noun) && units[i - 1].tag == prev && !finite_ahead(units, i) && finite_before(units, i).is_none() {
        return Tag::Verb;
    }
    if is_wish(units, i) {
        return Tag::Verb;
    }
    if joins_noun(units, i) {
        return Tag::Noun;
    }
    // "the rights group Amnesty"
    let agent = unit.classes.likeliest == Tag::Noun && unit.flags & flag::AGENT != 0;
    let names = agent && unit.flags & flag::TRIGGER == 0;
    if names && prev == Tag::Plural && units.get(i + 1).is_some_and(|n| n.mention != 0 && n.classes.likeliest == Tag::Name) {
        return Tag::Noun;
    }
    let other = if has(unit, Tag::Noun) {
        if has(unit, Tag::Adjective) && starts_noun(units, i + 1) && !matches!(units.get(i + 1).map(|n| n.classes.likeliest), Some(Tag::Determiner | Tag::Possessive)) {
            Tag::Adjective
        } else {
            Tag::Noun
        }
    } else if has(unit, Tag::Adjective) {
        Tag::Adjective
    } else if has(unit, Tag::Adverb) {
        Tag::Adverb
    } else {
        return Tag::Verb;
    };
    match prev {
        Tag::Pronoun | Tag::Relative => Tag::Verb,
        // "between X and league champion Y"
        Tag::Name if agent => other,
        Tag::Plural | Tag::Name | Tag::Close if starts_object(units, i + 1) && !finite_ahead(units, i) && (prev == Tag::Plural || coordinated(units, i)) => Tag::Verb,
        Tag::Plural if unit.classes.likeliest == Tag::Verb && !finite_ahead(units, i) => Tag::Verb,
        Tag::Conjunction if starts_object(units, i + 1) && base_before(units, i) => Tag::Verb,
        _ => other,
    }
}

/// "demanded that X ease sanctions": whether the word at `i` is the verb of a clause that "that" opens.
fn is_wish(units: &[Unit], i: usize) -> bool {
    let goes_on = |next: &Unit| match next.classes.likeliest {
        Tag::Noun | Tag::Adjective | Tag::Name => false,
        _ if next.mention != 0 => units[i].classes.likeliest == Tag::Verb,
        tag => !is_boundary(tag),
    };
    let nominal = |tag| matches!(tag, Tag::Noun | Tag::Plural | Tag::Name | Tag::Adjective | Tag::Determiner | Tag::Possessive | Tag::Number);
    let opening = || (0..i).rev().find(|&k| !nominal(units[k].tag));
    units.get(i + 1).is_some_and(goes_on) && opening().is_some_and(|k| k + 1 < i && units[k].tag == Tag::That) && !finite_ahead(units, i)
}

/// Whether the name before `i` is the second of two: "China and Russia".
fn coordinated(units: &[Unit], i: usize) -> bool {
    units[..i].iter().rev().take(4).any(|u| u.tag == Tag::Conjunction)
}

/// Whether the last verb before `i` is a base form: "to train and support".
fn base_before(units: &[Unit], i: usize) -> bool {
    units[..i].iter().rev().map(|u| u.tag).find(|t| matches!(t, Tag::Verb | Tag::VerbS | Tag::Past | Tag::Participle | Tag::Gerund | Tag::Be | Tag::Have)) == Some(Tag::Verb)
}

fn adjective(units: &[Unit], i: usize, prev: Tag) -> Tag {
    let unit = &units[i];
    // "first arrested"
    if has(unit, Tag::Adverb) && matches!(prev, Tag::Name | Tag::Plural | Tag::Pronoun) && units.get(i + 1).is_some_and(|n| n.mention == 0 && has(n, Tag::Past)) {
        return Tag::Adverb;
    }
    let noun = has(unit, Tag::Noun) || has(unit, Tag::Plural);
    // "the US military struck", "the Israeli military launched airstrikes"
    let verb = |n: &Unit| matches!(n.classes.likeliest, Tag::Past | Tag::VerbS) || (has(n, Tag::VerbS) && units.get(i + 2).is_some_and(|o| o.mention != 0));
    let past = units.get(i + 1).is_some_and(|n| n.mention == 0 && verb(n));
    if noun && matches!(prev, Tag::Name | Tag::Adjective | Tag::Genitive) && unit.flags & flag::AGENT != 0 && (past || !starts_noun(units, i + 1)) {
        return if has(unit, Tag::Noun) { Tag::Noun } else { Tag::Plural };
    }
    if noun && !starts_noun(units, i + 1) && matches!(prev, Tag::Determiner | Tag::Possessive | Tag::Adjective | Tag::Genitive | Tag::Preposition | Tag::Noun) {
        return if has(unit, Tag::Plural) { Tag::Plural } else { Tag::Noun };
    }
    // "remained on alert Sunday"
    if noun && prev == Tag::Preposition && units.get(i + 1).is_some_and(|n| n.mention == 0 && n.flags & flag::DATE != 0) {
        return if has(unit, Tag::Plural) { Tag::Plural } else { Tag::Noun };
    }
    if starts_noun(units, i + 1) && matches!(unit.classes.likeliest, Tag::Noun) && !has(unit, Tag::Adverb) {
        return unit.classes.likeliest;
    }
    unit.classes.likeliest
}
