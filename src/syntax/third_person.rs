//! Words in -s with two readings: a plural noun, or what somebody does.

use super::tag::{finite_ahead, has, infinitive_ahead, is_boundary, is_verb, starts_object, surely_finite};
use super::Unit;
use crate::gazetteer::{flag, word, Tag};
use crate::mention::View;

/// "talks", "supports", "visits": plural noun or third person.
pub(super) fn plural_or_verb(view: &View<'_>, units: &[Unit], i: usize, prev: Tag) -> Tag {
    let noun = if has(&units[i], Tag::Plural) { Tag::Plural } else { Tag::Noun };
    let next = units.get(i + 1);
    // "X remains committed to Y"
    let linked = || next.is_some_and(|n| n.mention == 0 && (matches!(n.classes.likeliest, Tag::Adjective | Tag::Adverb | Tag::Preposition) || has(n, Tag::Participle)));
    if units[i].word == word::REMAINS && matches!(prev, Tag::Name | Tag::Noun) && finite_before(units, i).is_none() && linked() {
        return Tag::VerbS;
    }
    // "the group, which X arms, attacked"
    let relative = prev == Tag::Name && i > 1 && units[i - 2].tag == Tag::Relative && units[i - 1].mention != 0;
    if relative && next.is_some_and(|n| matches!(n.classes.likeliest, Tag::Comma | Tag::Stop)) {
        return Tag::VerbS;
    }
    // "which X fully supports"
    let manner = i > 0 && units[i - 1].tag == Tag::Adverb && view.document.tokens[units[i - 1].first as usize].text(view.text).ends_with("ly");
    if manner && matches!(prev, Tag::Name | Tag::Noun | Tag::Relative) || units[i].word == word::SAYS {
        return Tag::VerbS;
    }
    if takes_event(units, i) || ends_condition(units, i) || is_behind_this(units, i) || reports_that(view, units, i, prev) {
        return Tag::VerbS;
    }
    // "Today marks the anniversary"
    let dated = prev == Tag::None && i > 0 && units[i - 1].flags & (flag::DATE | flag::TIME) != 0;
    if dated && starts_object(units, i + 1) || opens_headline(units, i) {
        return Tag::VerbS;
    }
    match prev {
        Tag::Pronoun | Tag::Relative => Tag::VerbS,
        Tag::Noun | Tag::Name | Tag::Plural | Tag::Close | Tag::Comma | Tag::Conjunction | Tag::Quote => {
            if in_object(view, units, i) || begins_phrase(units, i) || is_second_thing(units, i) {
                return noun;
            }
            if is_of_body(units, i) {
                return Tag::VerbS;
            }
            let opens = starts_object(units, i + 1)
                || next.is_some_and(|n| n.mention == 0 && matches!(n.classes.likeliest, Tag::To | Tag::That | Tag::Adverb | Tag::Preposition | Tag::Gerund | Tag::Adjective));
            let plural_before = prev == Tag::Plural && units[i - 1].mention == 0;
            // "Hungary says it will": the finite verb ahead is that of the content
            let says = view.gazetteer.frames.complements.get(&view.gazetteer.words.get(units[i].word).verb).is_some_and(|c| c.content.is_some());
            let taken = finite_ahead(units, i) && !(says && units[i].classes.likeliest == Tag::VerbS);
            // a preposition follows nouns as often as verbs: only where the verb reading is the commoner one
            let preposition = next.is_some_and(|n| n.mention == 0 && matches!(n.classes.likeliest, Tag::Preposition | Tag::To));
            // "The Polish government plans to", unlike "I urge all member states to"
            let group = |unit: &Unit| matches!(unit.tag, Tag::Adjective | Tag::Determiner | Tag::Genitive | Tag::Name | Tag::Noun | Tag::Possessive);
            let agent = prev == Tag::Noun && units[i - 1].flags & flag::AGENT != 0 && units[..i].iter().all(group);
            let to = next.is_some_and(|n| n.classes.likeliest == Tag::To && infinitive_ahead(units, i + 1));
            let likely = units[i].classes.likeliest == Tag::VerbS
                || (!preposition && starts_object(units, i + 1))
                || (preposition && (prev == Tag::Name || agent && to) && finite_before(units, i).is_none());
            if opens && !taken && !plural_before && likely {
                Tag::VerbS
            } else {
                noun
            }
        }
        _ => noun,
    }
}

/// "unless the ministry pays.": whether the word in -s at `i` is all that a clause, which a word such as "unless" opens, has for a verb.
fn ends_condition(units: &[Unit], i: usize) -> bool {
    let group = |unit: &Unit| unit.mention != 0 || matches!(unit.tag, Tag::Adjective | Tag::Determiner | Tag::Genitive | Tag::Noun | Tag::Plural | Tag::Possessive);
    let opening = (0..i).rev().find(|&k| !group(&units[k])).filter(|&k| units[k].tag == Tag::Subordinator && k + 1 < i);
    let ends = units.get(i + 1).is_none_or(|next| next.mention == 0 && matches!(next.classes.likeliest, Tag::Comma | Tag::Stop));
    opening.is_some() && ends && has(&units[i], Tag::VerbS) && units[i - 1].tag != Tag::Adjective
}

/// "This marks the end", "That means that X left": whether the word in -s at `i`, which with "this" can be no noun, says what something does.
fn is_behind_this(units: &[Unit], i: usize) -> bool {
    let this = i > 0 && matches!(units[i - 1].word, word::THIS | word::THAT) && has(&units[i], Tag::Plural);
    this && (starts_object(units, i + 1) || units.get(i + 1).is_some_and(|next| next.classes.likeliest == Tag::That))
}

/// "the United Nations estimates that X left": whether a clause, and no relative one, stands behind the verb of saying at `i`, and its own has no other verb.
fn reports_that(view: &View<'_>, units: &[Unit], i: usize, prev: Tag) -> bool {
    let [that, subject, ..] = units.get(i + 1..).unwrap_or_default() else { return false };
    let clause = that.classes.likeliest == Tag::That && starts_object(units, i + 2) && !surely_finite(subject);
    let one = matches!(prev, Tag::Name | Tag::Noun) && units[i - 1].tag == prev;
    let complements = &view.gazetteer.frames.complements;
    clause && one && complements.get(&view.gazetteer.words.get(units[i].word).verb).is_some_and(|c| c.content.is_some()) && finite_before(units, i).is_none()
}

/// "X packs aides into Y": whether one name opens the sentence, and no other verb stands in the clause of the word in -s at `i`, more often a verb than a noun.
fn opens_headline(units: &[Unit], i: usize) -> bool {
    let subject = i == 1 && units[0].mention != 0 && units[0].classes.likeliest == Tag::Name;
    let noun = units[i].flags & (flag::AGENT | flag::RELATION) != 0;
    let object = units.get(i + 1).is_some_and(|n| n.mention == 0 && matches!(n.classes.likeliest, Tag::Noun | Tag::Plural | Tag::Adjective));
    // "X fires missile toward Y"
    let bare = || units.get(i + 1).is_some_and(|n| n.mention == 0 && n.classes.likeliest == Tag::Noun) && units.get(i + 2).is_some_and(|n| n.classes.likeliest == Tag::Preposition);
    subject && (units[i].classes.likeliest == Tag::VerbS || bare()) && object && !noun && !finite_ahead(units, i)
}

/// "X faces criticism from Y", "X now draws praise": a name, and behind the word in -s at `i` an event noun without article.
fn takes_event(units: &[Unit], i: usize) -> bool {
    let named = units[..i].iter().rev().find(|u| u.tag != Tag::Adverb).is_some_and(|u| u.mention != 0 && !u.compound);
    let event = units.get(i + 1).is_some_and(|event| event.flags & flag::NOUN_FRAME != 0);
    let noun = units[i].flags & (flag::AGENT | flag::RELATION | flag::NOUN_FRAME) != 0;
    named && event && !noun && takes_bare(units, i)
}

/// Whether a noun without article and a preposition stand behind `i`, and the clause has no verb.
pub(super) fn takes_bare(units: &[Unit], i: usize) -> bool {
    let [noun, preposition, ..] = &units[i + 1..] else { return false };
    let bare = noun.mention == 0 && noun.classes.likeliest == Tag::Noun;
    let led = preposition.mention == 0 && preposition.classes.likeliest == Tag::Preposition;
    bare && led && finite_before(units, i).is_none() && !finite_ahead(units, i)
}

/// "imposed travel bans and asset freezes": whether a noun without article, which is nobody, stands between "and" and the word in -s at `i`, and the clause has its verb.
fn is_second_thing(units: &[Unit], i: usize) -> bool {
    let [.., joint, thing] = &units[..i] else { return false };
    let bare = thing.mention == 0 && thing.tag == Tag::Noun && thing.flags & (flag::AGENT | flag::RELATION | flag::TITLE) == 0;
    bare && joint.tag == Tag::Conjunction && finite_before(units, i).is_some()
}

/// "a panel of experts holds X responsible": whether the word in -s at `i`, with an object behind it, tells what one body of several does.
fn is_of_body(units: &[Unit], i: usize) -> bool {
    let [.., body, of, several] = &units[..i] else { return false };
    let body = body.mention == 0 && body.tag == Tag::Noun && body.flags & flag::AGENT != 0;
    body && of.flags & flag::OF != 0 && several.tag == Tag::Plural && starts_object(units, i + 1) && finite_before(units, i).is_none() && !finite_ahead(units, i)
}

/// "In phone calls with X, Y": whether a preposition that opens its clause leads to the bare nouns before `i`, and another one follows.
fn begins_phrase(units: &[Unit], i: usize) -> bool {
    let nouns = units[..i].iter().rev().take_while(|unit| unit.mention == 0 && matches!(unit.tag, Tag::Noun | Tag::Adjective)).count();
    let led = i.checked_sub(nouns + 1).filter(|&k| nouns > 0 && units[k].tag == Tag::Preposition);
    let opens = led.is_some_and(|k| k == 0 || is_boundary(units[k - 1].tag));
    opens && units.get(i + 1).is_some_and(|next| next.mention == 0 && next.classes.likeliest == Tag::Preposition)
}

/// Whether the noun group that ends before `i` is the object of a verb that takes no clause: "to meet the health needs".
fn in_object(view: &View<'_>, units: &[Unit], i: usize) -> bool {
    // "discussed nuclear and trade issues", "carried out more than twenty air strikes"
    let joined = |k: usize| {
        let (before, next) = (k.checked_sub(1).map_or(Tag::None, |before| units[before].tag), units.get(k + 1).map_or(Tag::None, |next| next.tag));
        match units[k].tag {
            Tag::Conjunction => before == Tag::Adjective,
            Tag::Adverb => matches!(next, Tag::Number | Tag::Adverb),
            Tag::Preposition => k + 1 < i && !has(&units[k], Tag::Subordinator) && is_verb(before),
            _ => false,
        }
    };
    let start = (0..i)
        .rev()
        .find(|&k| !matches!(units[k].tag, Tag::Noun | Tag::Plural | Tag::Name | Tag::Adjective | Tag::Determiner | Tag::Possessive | Tag::Number | Tag::Genitive) && !joined(k));
    start.is_some_and(|k| {
        let verb = is_verb(units[k].tag);
        let complements = view.gazetteer.frames.complements.get(&view.gazetteer.words.get(units[k].word).verb);
        verb && k + 1 < i && complements.is_none_or(|c| c.content.is_none())
    })
}

/// A finite verb between the last clause boundary and `i`.
pub(super) fn finite_before(units: &[Unit], i: usize) -> Option<usize> {
    (0..i)
        .rev()
        .take_while(|&k| !matches!(units[k].tag, Tag::Stop | Tag::Colon | Tag::Subordinator | Tag::Relative | Tag::That))
        .find(|&k| matches!(units[k].tag, Tag::VerbS | Tag::Past | Tag::Be | Tag::Have | Tag::Modal | Tag::Do))
}
