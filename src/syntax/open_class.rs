//! Nouns, verbs, adjectives and adverbs with several readings: the words around choose one.

use super::tag::{before, finite_ahead, has, infinitive_ahead, is_boundary, starts_noun, starts_object, surely_finite};
use super::Unit;
use crate::gazetteer::{flag, word, Step, Tag, VerbPattern, WordId};
use crate::mention::View;

/// What behind a gerund belongs to the verb.
const PARTICLES: [WordId; 6] = [word::ASIDE, word::AWAY, word::BACK, word::DOWN, word::OFF, word::OUT];

/// Nouns, verbs, adjectives and adverbs with several readings.
pub(super) fn open_class(view: &View<'_>, units: &[Unit], i: usize) -> Tag {
    let unit = &units[i];
    let prev = match before(units, i) {
        // "the alleged hacking", "the increased cost"
        Tag::Participle if i > 1 && units[i - 1].tag == Tag::Participle && matches!(units[i - 2].tag, Tag::Determiner | Tag::Possessive | Tag::Genitive) => Tag::Adjective,
        tag => tag,
    };
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
    // "come" and "run" are participles behind "have" only
    let base_form = has(unit, Tag::Verb) && !has(unit, Tag::Past) && !matches!(prev, Tag::Be | Tag::Have) && !units.get(i + 1).is_some_and(|next| next.word == word::BY);
    if has(unit, Tag::Past) || has(unit, Tag::Participle) && !base_form {
        return past(view, units, i, prev);
    }
    if has(unit, Tag::VerbS) && (has(unit, Tag::Plural) || has(unit, Tag::Noun)) {
        return plural_or_verb(view, units, i, prev);
    }
    if has(unit, Tag::Gerund) {
        return gerund(view, units, i, prev);
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
    // "no", "more", "other": determiners before a noun, and "most" before "of"; "back", "well": adverbs unless an object follows "to"
    let of = units.get(i + 1).is_some_and(|next| next.flags & flag::OF != 0);
    if first == Tag::Determiner && !of && !starts_noun(units, i + 1) && !units.get(i + 1).is_some_and(|n| n.classes.likeliest == Tag::Adjective) && has(unit, Tag::Adverb) {
        return Tag::Adverb;
    }
    if has(unit, Tag::Verb) && matches!(prev, Tag::To | Tag::Modal | Tag::Do) && !matches!(first, Tag::Be | Tag::Have | Tag::Do) {
        return Tag::Verb;
    }
    // "they back X", "China and Iran back X"
    let several = || matches!(prev, Tag::Plural | Tag::Pronoun | Tag::Relative) || prev == Tag::Name && coordinated(units, i) && finite_before(units, i).is_none();
    if has(unit, Tag::Verb) && first == Tag::Preposition && starts_object(units, i + 1) && several() {
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
    // "X's NATO bid"
    let owned = prev == Tag::Name && i > 1 && units[i - 2].tag == Tag::Genitive && view.document.tokens[unit.first as usize].text(view.text) == "bid";
    if joins_noun(units, i) || owned {
        return Tag::Noun;
    }
    if !has(unit, Tag::Past) {
        // "a dozen air strikes"
        if unit.classes.likeliest == Tag::Noun && !matches!(prev, Tag::Be | Tag::Have) {
            return Tag::Noun;
        }
        return if has(unit, Tag::Adjective) && unit.classes.likeliest == Tag::Adjective { Tag::Adjective } else { Tag::Participle };
    }
    // "Exiled opposition leader X thanked Y"
    let opens = has(unit, Tag::Participle) && (i == 0 && unit.capital || i == 1 && units[0].capital && prev == Tag::None && units[0].tag == Tag::Adverb);
    let described = |n: &Unit| n.classes.likeliest == Tag::Adjective || n.mention == 0 && !n.capital && matches!(n.classes.likeliest, Tag::Noun | Tag::Plural);
    if opens && units.get(i + 1).is_some_and(described) && finite_later(units, i + 1) {
        return Tag::Adjective;
    }
    if opens && is_fronted(units, i) {
        return Tag::Participle;
    }
    // "who in return lifted"
    let aside = matches!(prev, Tag::Adjective | Tag::Noun) && i > 2 && units[i - 2].word == word::IN && units[i - 3].tag == Tag::Relative;
    match prev {
        Tag::Be | Tag::Have => Tag::Participle,
        _ if aside => Tag::Past,
        // "when asked about X"
        Tag::Subordinator if has(unit, Tag::Participle) && units[i - 1].tag == prev => Tag::Participle,
        // "a swift, coordinated, and forceful reply"
        Tag::Comma if has(unit, Tag::Participle) && is_listed_adjective(units, i) => Tag::Participle,
        Tag::Number if the_two_act(units, i) => Tag::Past,
        // "remains opposed to X"
        Tag::Verb | Tag::VerbS | Tag::Past if has(unit, Tag::Participle) && remains(view, units, i) => Tag::Participle,
        Tag::Determiner | Tag::Possessive | Tag::Adjective | Tag::Genitive | Tag::Preposition | Tag::Number if has(unit, Tag::Participle) => Tag::Participle,
        _ if !has(unit, Tag::Participle) => Tag::Past,
        Tag::Pronoun | Tag::Relative => Tag::Past,
        _ => {
            if matches!(prev, Tag::Past | Tag::Participle | Tag::Verb | Tag::VerbS | Tag::Gerund) && starts_noun(units, i + 1) && !coordinated(units, i) {
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
            // "the deal that X struck with Y"
            let relative = prev == Tag::Name && i > 1 && (matches!(units[i - 2].tag, Tag::That | Tag::Relative) || is_behind_event(units, i - 1));
            // "claims made a day earlier by X"
            let timed = matches!(prev, Tag::Noun | Tag::Plural) && units.get(i + 2).is_some_and(|n| n.mention == 0 && n.flags & flag::TIME != 0) && by_ahead(units, i);
            // "X expressed confidence that", unlike "X named head of"
            let object = units[i - usize::from(i > 0)].mention != 0 && prev == Tag::Name && takes_bare_object(view, units, i);
            if (starts_object(units, i + 1) && !timed) || relative || object {
                return Tag::Past;
            }
            // "said X emphasized that": it has a clause of its own
            let reports = view.gazetteer.words.get(view.gazetteer.words.get(unit.word).verb).has(flag::REPORTS);
            if reports && matches!(prev, Tag::Noun | Tag::Plural | Tag::Name) && units.get(i + 1).is_some_and(|next| next.classes.likeliest == Tag::That) {
                return Tag::Past;
            }
            // "arrested a man suspected of …": the clause has its verb already
            let taken = matches!(prev, Tag::Noun | Tag::Plural | Tag::Name) && verb_in_clause(units, i) && !acts_on_with_next(view, units, i) && !is_content(view, units, i);
            let by = units.get(i + 1).is_some_and(|next| next.classes.likeliest == Tag::Preposition && next.word == word::BY);
            // "responded by lifting"
            let means = units.get(i + 2).is_some_and(|n| n.mention == 0 && has(n, Tag::Gerund)) && starts_object(units, i + 3);
            // "sailors held since March were freed", "herders armed with knives attacked X"
            let since = units.get(i + 1).is_some_and(|next| next.word == word::SINCE);
            let passed = matches!(prev, Tag::Noun | Tag::Plural | Tag::Name) && (since || acts_later(view, units, i));
            // "fell by about six points"
            let amount = |k: usize| units.get(k).is_some_and(|n| n.classes.likeliest == Tag::Number);
            let amount =
                by && (amount(i + 2) || matches!(units.get(i + 2).map(|n| n.word), Some(word::ABOUT | word::AROUND | word::OVER | word::MORE)) && (amount(i + 3) || amount(i + 4)));
            let by = by && !means && !amount && !takes_by(view, unit);
            let by = by || (matches!(prev, Tag::Noun | Tag::Plural) && by_ahead(units, i));
            // "the president said coalition forces will leave": the verb ahead is that of what he says
            let says = reports && starts_noun(units, i + 1);
            let ahead = || !says && !promises(view, units, i) && matches!(prev, Tag::Noun | Tag::Plural | Tag::Name | Tag::Verb | Tag::Past | Tag::VerbS) && finite_ahead(units, i);
            if (by || taken || passed && !reports || ahead()) && !is_intransitive(view, units, i) {
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

/// "expressed confidence", "lost ground": whether a noun without article, which nothing describes, stands behind the verb at `i`, and it is none of naming.
fn takes_bare_object(view: &View<'_>, units: &[Unit], i: usize) -> bool {
    let verb = view.gazetteer.words.get(view.gazetteer.words.get(units[i].word).verb);
    let names = matches!(view.gazetteer.words.text(verb.verb), "appoint" | "bear" | "call" | "elect" | "make" | "name" | "nominate" | "take");
    let noun = units.get(i + 1).is_some_and(|n| n.mention == 0 && n.classes.likeliest == Tag::Noun && n.flags & (flag::AGENT | flag::TITLE | flag::TIME | flag::DATE) == 0);
    noun && !names && !units[i].capital
}

/// "The deal X signed": whether the name at `i` stands behind "the" and an event, which it is no part of.
fn is_behind_event(units: &[Unit], i: usize) -> bool {
    let [.., article, event] = &units[..i] else { return false };
    let the = article.mention == 0 && article.tag == Tag::Determiner;
    the && event.mention == 0 && event.flags & flag::NOUN_FRAME != 0 && event.flags & (flag::AGENT | flag::RELATION | flag::TITLE) == 0 && units[i].mention != 0
}

/// Whether a word that can be a verb of the past stands behind `i` before the next mark.
fn finite_later(units: &[Unit], i: usize) -> bool {
    units[i + 1..].iter().take(12).take_while(|unit| !is_boundary(unit.classes.likeliest)).any(|unit| unit.mention == 0 && (surely_finite(unit) || has(unit, Tag::Past)))
}

/// "a swift, coordinated, and forceful reply": whether the word at `i` stands in a row of adjectives behind an article.
fn is_listed_adjective(units: &[Unit], i: usize) -> bool {
    let goes_on = units.get(i + 1).is_some_and(|next| matches!(next.classes.likeliest, Tag::Comma | Tag::Conjunction));
    let behind = i > 2 && units[i - 2].tag == Tag::Adjective && matches!(units[i - 3].tag, Tag::Adverb | Tag::Determiner | Tag::Possessive | Tag::Genitive);
    let adjective = || units[i + 2..].iter().take(2).any(|unit| unit.mention == 0 && has(unit, Tag::Adjective));
    goes_on && behind && adjective()
}

/// Whether a verb of saying stands right before the noun group that ends before `i`: "said the senator agreed".
fn is_content(view: &View<'_>, units: &[Unit], i: usize) -> bool {
    let nominal = |unit: &&Unit| matches!(unit.tag, Tag::Noun | Tag::Plural | Tag::Name | Tag::Adjective | Tag::Determiner | Tag::Possessive | Tag::Genitive | Tag::Number);
    let verb = units[..i].iter().rev().find(|unit| !nominal(unit)).filter(|unit| matches!(unit.tag, Tag::Past | Tag::VerbS | Tag::Verb));
    let words = &view.gazetteer.words;
    // "told supporters gathered there": those who hear it
    let hearer = |base| matches!(words.text(base), "assure" | "convince" | "inform" | "remind" | "tell" | "warn");
    verb.map(|unit| words.get(unit.word).verb).is_some_and(|base| words.get(base).has(flag::REPORTS) && !hearer(base))
}

/// "Denied a visa by X, a poet said": whether the subject of the participle at `i`, with which the sentence opens, stands behind a comma with a verb of its own.
fn is_fronted(units: &[Unit], i: usize) -> bool {
    let comma = (i + 1..units.len().min(i + 16)).take_while(|&k| !surely_finite(&units[k])).find(|&k| units[k].classes.likeliest == Tag::Comma);
    comma.is_some_and(|k| starts_object(units, k + 1) && finite_later(units, k))
}

/// "herders armed with knives attacked X": whether a phrase stands behind the verb at `i`, and behind it a verb of the past with an object.
fn acts_later(view: &View<'_>, units: &[Unit], i: usize) -> bool {
    // "the town that X visited on Monday": a clause of its own
    let dated = units.get(i + 2).is_some_and(|noun| noun.mention == 0 && noun.flags & (flag::DATE | flag::TIME) != 0);
    let led = !dated && units.get(i + 1).is_some_and(|next| next.mention == 0 && next.classes.likeliest == Tag::Preposition);
    let near = || (i + 3..units.len().min(i + 9)).take_while(|&k| units[k].mention != 0 || !is_boundary(units[k].classes.likeliest));
    let noun = |k: usize| units[k].mention != 0 || matches!(units[k].classes.likeliest, Tag::Noun | Tag::Plural | Tag::Name);
    // "moved to a town named X": a participle itself
    let names = |k: usize| matches!(view.gazetteer.words.text(view.gazetteer.words.get(units[k].word).verb), "call" | "dub" | "give" | "name");
    let acts = |k: usize| units[k].mention == 0 && has(&units[k], Tag::Past) && !has(&units[k], Tag::Noun) && noun(k - 1) && starts_object(units, k + 1) && !names(k);
    led && near().any(acts)
}

/// "vowed on Tuesday to act": whether the infinitive that the verb at `i` takes stands behind it, a date aside.
fn promises(view: &View<'_>, units: &[Unit], i: usize) -> bool {
    let dated = |unit: &&Unit| unit.flags & (flag::DATE | flag::TIME) != 0 || matches!(unit.classes.likeliest, Tag::Adverb | Tag::Preposition);
    let to = i + 1 + units[i + 1..].iter().take(3).take_while(dated).count();
    let takes = view.gazetteer.frames.complements.get(&view.gazetteer.words.get(units[i].word).verb).is_some_and(|c| c.infinitive.is_some());
    takes && units.get(to).is_some_and(|unit| unit.classes.likeliest == Tag::To) && infinitive_ahead(units, to)
}

/// "said X beat and robbed Y": whether what stands at `i` in what somebody says shares its object with the verb that "and" joins to it.
fn acts_on_with_next(view: &View<'_>, units: &[Unit], i: usize) -> bool {
    let joint = units.get(i + 1).is_some_and(|next| next.classes.likeliest == Tag::Conjunction);
    let mut next = i + 2;
    while joint && units.get(next).is_some_and(|unit| unit.classes.likeliest == Tag::Adverb) {
        next += 1;
    }
    if !joint || !units.get(next).is_some_and(|unit| has(unit, Tag::Past)) || !starts_object(units, next + 1) {
        return false;
    }
    let named = |unit: &&Unit| matches!(unit.tag, Tag::Noun | Tag::Plural | Tag::Name | Tag::Adjective | Tag::Determiner);
    let words = &view.gazetteer.words;
    let verb = units[..i].iter().rev().find(|unit| !named(unit));
    verb.is_some_and(|unit| matches!(unit.tag, Tag::Past | Tag::Verb | Tag::VerbS) && words.get(words.get(unit.word).verb).has(flag::REPORTS))
}

/// "The two discussed trade", unlike "The two wounded soldiers were found": whether a number behind an article, which opens the sentence, is who does what stands at `i`.
fn the_two_act(units: &[Unit], i: usize) -> bool {
    // "The two also discussed"
    let number = units[..i].iter().rposition(|unit| unit.tag != Tag::Adverb);
    let opens = number == Some(1) && units[0].classes.likeliest == Tag::Determiner && units[1].mention == 0;
    let finite = |unit: &Unit| matches!(unit.classes.likeliest, Tag::Be | Tag::Have | Tag::Modal | Tag::Past | Tag::VerbS);
    let described = units.get(i + 1).is_some_and(|next| next.classes.likeliest == Tag::Plural) && units.get(i + 2).is_some_and(finite);
    opens && !described
}

/// Whether the verb before `i` is "remain", which joins what stands behind it to its subject as "be" does.
fn remains(view: &View<'_>, units: &[Unit], i: usize) -> bool {
    let verb = units[..i].iter().rev().find(|u| !matches!(u.tag, Tag::Adverb | Tag::Not));
    verb.is_some_and(|u| view.gazetteer.words.get(u.word).verb == word::REMAIN)
}

/// "X responded to what Y does": whether no frame of the verb at `i` has an object, and the preposition of one stands behind it, so that it is no passive.
fn is_intransitive(view: &View<'_>, units: &[Unit], i: usize) -> bool {
    let gazetteer = view.gazetteer;
    let patterns = gazetteer.frames.verbs.get(&gazetteer.words.get(units[i].word).verb);
    let through = |p: &VerbPattern| matches!(p.steps.first(), Some(Step::Through(_)));
    let leads = |p: &VerbPattern| units.get(i + 1).is_some_and(|next| next.mention == 0 && p.steps[0].is_through(next.word));
    patterns.is_some_and(|patterns| patterns.iter().all(through) && patterns.iter().any(leads))
}

/// Whether a frame of the verb has its target behind "by": "stood by X".
fn takes_by(view: &View<'_>, unit: &Unit) -> bool {
    let gazetteer = view.gazetteer;
    let patterns = gazetteer.frames.verbs.get(&gazetteer.words.get(unit.word).verb);
    patterns.is_some_and(|patterns| patterns.iter().any(|p| p.steps.first().is_some_and(|step| step.is_through(word::BY))))
}

/// Whether "by" and a name follow `i` in its clause: "sanctions imposed on X by Y".
fn by_ahead(units: &[Unit], i: usize) -> bool {
    // "dismissed as unfair a report by X": the report is by X
    let object = |k: &usize| units[*k].classes.likeliest == Tag::Determiner && units[*k - 1].classes.likeliest == Tag::Adjective;
    let end = (i + 2..units.len().min(i + 8)).find(object).unwrap_or(units.len());
    let near = units[i + 1..end].iter().take(7).take_while(|u| !is_boundary(u.classes.likeliest));
    near.zip(&units[(i + 2).min(units.len())..])
        .any(|(u, next)| u.classes.likeliest == Tag::Preposition && u.word == word::BY && (starts_name(next) || next.flags & (flag::AGENT | flag::TITLE) != 0))
}

fn starts_name(unit: &Unit) -> bool {
    unit.mention != 0 || matches!(unit.classes.likeliest, Tag::Determiner | Tag::Name)
}

/// Whether the clause in which `i` stands has a finite verb with an object before `i`.
fn verb_in_clause(units: &[Unit], i: usize) -> bool {
    let verb = (0..i).rev().take_while(|&k| !is_boundary(units[k].tag)).find(|&k| matches!(units[k].tag, Tag::VerbS | Tag::Past | Tag::Be | Tag::Have | Tag::Do | Tag::Modal));
    verb.is_some_and(|k| k + 1 < i)
}

/// "talks", "supports", "visits": plural noun or third person.
fn plural_or_verb(view: &View<'_>, units: &[Unit], i: usize, prev: Tag) -> Tag {
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
    if takes_event(units, i) || is_behind_this(units, i) || reports_that(view, units, i, prev) {
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
fn takes_bare(units: &[Unit], i: usize) -> bool {
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
            Tag::Preposition => k + 1 < i && !has(&units[k], Tag::Subordinator) && matches!(before, Tag::Past | Tag::Participle | Tag::Verb | Tag::VerbS | Tag::Gerund),
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
fn gerund(view: &View<'_>, units: &[Unit], i: usize, prev: Tag) -> Tag {
    let unit = &units[i];
    let noun = has(unit, Tag::Noun);
    let next = units.get(i + 1);
    // "unwavering support": an adjective of no verb
    let no_verb = !view.gazetteer.words.get(unit.word).verb.known();
    if no_verb && next.is_some_and(|n| n.mention == 0 && (has(n, Tag::Noun) || has(n, Tag::Plural))) {
        return Tag::Adjective;
    }
    // "Acting Secretary of State X", "Acting EPA Administrator X", "its managing director"
    let office = |k: usize, capital: bool| units.get(k).is_some_and(|n| n.mention == 0 && n.flags & flag::TITLE != 0 && n.capital == capital && n.classes.likeliest == Tag::Noun);
    let capital = unit.capital && (office(i + 1, true) || next.is_some_and(|n| n.mention != 0) && office(i + 2, true));
    if capital || has(unit, Tag::Adjective) && office(i + 1, false) {
        return Tag::Adjective;
    }
    // "Leading figures in Congress met"
    let several = |n: &&Unit| n.classes.likeliest != Tag::Adjective;
    if i == 0 && has(unit, Tag::Adjective) && units[1..].iter().find(several).is_some_and(|n| n.classes.likeliest == Tag::Plural) {
        return Tag::Adjective;
    }
    // "declared himself willing to go"
    let itself = i > 0 && matches!(units[i - 1].word, word::HIMSELF | word::HERSELF | word::ITSELF | word::THEMSELVES);
    if itself && unit.classes.likeliest == Tag::Adjective && next.is_some_and(|n| n.classes.likeliest == Tag::To) {
        return Tag::Adjective;
    }
    let of_next = next.is_some_and(|n| n.mention == 0 && n.classes.likeliest == Tag::Preposition);
    // "suspended funding to X", unlike "admitted lying to X"
    let to_next = || unit.classes.likeliest == Tag::Noun && next.is_some_and(|n| n.classes.likeliest == Tag::To) && !infinitive_ahead(units, i + 1);
    // "met visiting President X"
    if unit.word == word::VISITING && i > 0 && (units[i - 1].tag == Tag::Past || matches!(units[i - 1].word, word::WITH | word::AGAINST)) {
        return Tag::Adjective;
    }
    // "fired warning shots"
    let text = |unit: &Unit| view.document.tokens[unit.first as usize].text(view.text);
    let shots = |n: &Unit| matches!(text(n), "shot" | "shots" | "sign" | "signs" | "strike" | "strikes");
    if noun && text(unit) == "warning" && next.is_some_and(shots) {
        return Tag::Noun;
    }
    // "a data sharing agreement"
    let thing = i > 0 && units[i - 1].mention == 0 && matches!(units[i - 1].tag, Tag::Noun | Tag::Plural) && units[i - 1].flags & (flag::AGENT | flag::RELATION) == 0;
    if thing && finite_before(units, i).is_some() && next.is_some_and(|n| n.classes.likeliest == Tag::Noun && n.flags & flag::NOUN_FRAME != 0) {
        return Tag::Adjective;
    }
    // "tweeted calling for X"
    if next.is_some_and(|n| matches!(n.word, word::FOR | word::ON)) && view.gazetteer.words.text(view.gazetteer.words.get(unit.word).verb) == "call" && prev == Tag::Past {
        return Tag::Gerund;
    }
    // "sent a letter to X warning of war": of who sent it
    let led = prev == Tag::Name && i > 1 && matches!(units[i - 2].tag, Tag::Preposition | Tag::To) && units[i - 1].mention != 0 && finite_before(units, i).is_some();
    if led && of_next && view.gazetteer.words.get(view.gazetteer.words.get(unit.word).verb).has(flag::REPORTS) {
        return Tag::Gerund;
    }
    // "will go on training with X"
    let goes_on = i > 1 && units[i - 1].word == word::ON && matches!(view.gazetteer.words.text(view.gazetteer.words.get(units[i - 2].word).verb), "go" | "keep") && of_next;
    // "will keep working with X"
    let keeps =
        i > 0 && matches!(prev, Tag::Verb | Tag::VerbS | Tag::Past) && matches!(view.gazetteer.words.text(view.gazetteer.words.get(units[i - 1].word).verb), "continue" | "keep");
    match prev {
        _ if goes_on || keeps && of_next => Tag::Gerund,
        Tag::Be if unit.classes.likeliest == Tag::Adjective && !starts_object(units, i + 1) => Tag::Adjective,
        Tag::Be => Tag::Gerund,
        Tag::Determiner | Tag::Possessive | Tag::Adjective | Tag::Genitive if noun || !starts_object(units, i + 1) => Tag::Noun,
        Tag::Determiner | Tag::Possessive | Tag::Adjective | Tag::Genitive => Tag::Adjective,
        // "the first sitting president"
        _ if i > 0 && units[i - 1].word == word::FIRST && noun && is_titled(units, i + 1) => Tag::Adjective,
        Tag::Noun | Tag::Name if noun && unit.classes.likeliest == Tag::Noun && !starts_object(units, i + 1) => Tag::Noun,
        // "after meeting with X", unlike "in meeting with X"
        Tag::Preposition if units[i - 1].tag == Tag::Preposition && units[i - 1].flags & flag::JOINS_CLAUSE != 0 && of_next => Tag::Gerund,
        // "accused X of funding armed groups"
        Tag::Preposition if noun && funds(units, i) => Tag::Gerund,
        Tag::Preposition if noun && unit.classes.likeliest == Tag::Noun && !starts_object(units, i + 1) => Tag::Noun,
        // "government shelling killed": the verb follows
        Tag::Noun | Tag::Name
            if noun && finite_before(units, i).is_none() && next.is_some_and(|n| surely_finite(n) || (n.mention == 0 && has(n, Tag::Past) && starts_object(units, i + 2))) =>
        {
            Tag::Noun
        }
        // "Brushing off pleas, X went on"
        Tag::None if i == 0 && next.is_some_and(|n| PARTICLES.contains(&n.word)) => Tag::Gerund,
        Tag::None | Tag::Conjunction | Tag::Past | Tag::VerbS | Tag::Verb if noun && (of_next || to_next()) => Tag::Noun,
        _ => Tag::Gerund,
    }
}

/// "U.S. president": whether an office stands at `i`, or behind the name there.
fn is_titled(units: &[Unit], i: usize) -> bool {
    let office = |k: usize| units.get(k).is_some_and(|unit| unit.mention == 0 && unit.flags & (flag::TITLE | flag::AGENT) != 0);
    office(i) || units.get(i).is_some_and(|unit| unit.mention != 0) && office(i + 1)
}

/// Whether a word that describes several, and these, stand behind the one at `i`, which "of" leads to: "of funding armed groups".
fn funds(units: &[Unit], i: usize) -> bool {
    let [of, _, describes, several, ..] = units.get(i.saturating_sub(1)..).unwrap_or_default() else { return false };
    of.flags & flag::OF != 0
        && describes.mention == 0
        && has(describes, Tag::Participle)
        && !has(describes, Tag::Noun)
        && several.mention == 0
        && several.classes.likeliest == Tag::Plural
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
    // "the U.S. charge d'affaires"
    if units.get(i + 1).is_some_and(|n| n.word == word::D_AFFAIRES) {
        return Tag::Noun;
    }
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
    if is_wish(units, i) || is_helped(view, units, i) || helps(view, units, i) {
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
        // "the coast guard used force"
        let guards = prev == Tag::Noun && unit.flags & flag::AGENT != 0 && has(unit, Tag::Noun) && units.get(i + 1).is_some_and(|n| n.mention == 0 && has(n, Tag::Past));
        if guards {
            return Tag::Noun;
        }
        // "on alert Sunday"
        let apart = |n: &Unit| matches!(n.classes.likeliest, Tag::Determiner | Tag::Possessive) || n.mention == 0 && n.flags & flag::DATE != 0;
        if has(unit, Tag::Adjective) && !agent && starts_noun(units, i + 1) && !units.get(i + 1).is_some_and(apart) {
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
        Tag::Name | Tag::Noun | Tag::Plural if (starts_object(units, i + 1) || unit.classes.likeliest == Tag::Verb) && is_inverted(units, i) => Tag::Verb,
        // "between X and league champion Y", "X and CNN host Y"
        Tag::Name if agent || unit.flags & flag::RELATION != 0 && !units[i - 1].person && units.get(i + 1).is_some_and(|n| n.person) => other,
        Tag::Plural | Tag::Name | Tag::Close if starts_object(units, i + 1) && !finite_ahead(units, i) && (prev == Tag::Plural || coordinated(units, i)) => Tag::Verb,
        // "the police suspect X"
        Tag::Noun if has(&units[i - 1], Tag::Plural) && starts_object(units, i + 1) && !finite_ahead(units, i) && finite_before(units, i).is_none() => Tag::Verb,
        Tag::Plural if unit.classes.likeliest == Tag::Verb && !finite_ahead(units, i) => Tag::Verb,
        // "Houthis fire missile at X": a headline leaves the article out
        Tag::Plural if units[i - 1].mention != 0 && !agent && takes_bare(units, i) => Tag::Verb,
        Tag::Conjunction if base_before(units, i) && (starts_object(units, i + 1) || turns_to(view, units, i) || takes_verb(view, units, i)) => Tag::Verb,
        Tag::Name if both_do(units, i) => Tag::Verb,
        Tag::Name | Tag::Noun if is_of_several(view, units, i) => Tag::Verb,
        // "Democrats, meanwhile, want to"
        Tag::Comma if takes && to && unit.classes.likeliest == Tag::Verb && finite_before(units, i).is_none() && !finite_ahead(units, i) => Tag::Verb,
        _ => other,
    }
}

/// "Did X attack Y", "Not only did the X attack Y": whether an auxiliary stands before its subject, right before `i`.
fn is_inverted(units: &[Unit], i: usize) -> bool {
    let subject = |unit: &&Unit| matches!(unit.tag, Tag::Name | Tag::Noun | Tag::Plural | Tag::Adjective | Tag::Determiner);
    let length = units[..i].iter().rev().take(4).take_while(subject).count();
    let auxiliary = i.checked_sub(length + 1).filter(|&k| length > 0 && matches!(units[k].tag, Tag::Do | Tag::Modal));
    // "X did", "X will": the subject stands before it
    auxiliary.is_some_and(|k| !units[..k].iter().rev().take(2).any(|unit| matches!(unit.tag, Tag::Name | Tag::Noun | Tag::Plural | Tag::Pronoun)))
}

/// "demanded that X ease sanctions": whether the word at `i` is the verb of a clause that "that" opens.
fn is_wish(units: &[Unit], i: usize) -> bool {
    // "that X free Y": the word between two names; "that President X dissolve parliament"
    let titles = |unit: &&Unit| unit.mention == 0 && matches!(unit.tag, Tag::Noun | Tag::Adjective | Tag::Name) && unit.flags & flag::TITLE != 0;
    let name = i.checked_sub(1).filter(|&k| units[k].mention != 0 && !units[k].compound && units[i].flags & (flag::AGENT | flag::RELATION | flag::TITLE) == 0);
    let first = name.map(|k| k - units[..k].iter().rev().take(4).take_while(titles).count());
    let titled = first.is_some_and(|first| first < i - 1);
    let between = first.and_then(|first| first.checked_sub(1)).is_some_and(|that| units[that].tag == Tag::That);
    let goes_on = |next: &Unit| match next.classes.likeliest {
        _ if between && next.mention != 0 => true,
        Tag::Noun if between && titled && has(&units[i], Tag::Verb) => true,
        Tag::Noun | Tag::Adjective | Tag::Name => false,
        _ if next.mention != 0 => units[i].classes.likeliest == Tag::Verb,
        tag => !is_boundary(tag),
    };
    let nominal = |tag| matches!(tag, Tag::Noun | Tag::Plural | Tag::Name | Tag::Adjective | Tag::Determiner | Tag::Possessive | Tag::Number);
    let opening = || (0..i).rev().find(|&k| !nominal(units[k].tag));
    units.get(i + 1).is_some_and(goes_on) && opening().is_some_and(|k| k + 1 < i && units[k].tag == Tag::That) && !finite_ahead(units, i)
}

/// "helped broker the deal", "rather than start a war": whether a bare infinitive with an object stands at `i`, right behind "help" or "rather than".
pub(super) fn helps(view: &View<'_>, units: &[Unit], i: usize) -> bool {
    let Some(before) = i.checked_sub(1).map(|k| &units[k]) else { return false };
    let helps = matches!(before.tag, Tag::Verb | Tag::VerbS | Tag::Past) && view.gazetteer.words.get(before.word).verb == word::HELP;
    // "will hurt rather than help X": both have the object
    let shared = || i > 2 && matches!(units[i - 3].tag, Tag::Verb | Tag::VerbS | Tag::Past);
    let rather = || !shared() && before.word == word::THAN && i > 1 && view.document.tokens[units[i - 2].first as usize].text(view.text) == "rather";
    (helps || rather()) && starts_object(units, i + 1)
}

/// "helped the army chase Y", "lets X attack Y": whether the word at `i` tells what somebody is helped to do.
pub(super) fn is_helped(view: &View<'_>, units: &[Unit], i: usize) -> bool {
    let Some(before) = i.checked_sub(1).map(|k| &units[k]) else { return false };
    let somebody = before.mention != 0 && before.tag == Tag::Name || before.flags & flag::AGENT != 0 && matches!(before.tag, Tag::Noun | Tag::Plural);
    let several = before.mention == 0 && before.tag == Tag::Plural;
    if !(somebody || several) || units[i].flags & flag::AGENT != 0 || !starts_object(units, i + 1) {
        return false;
    }
    let nominal = |tag| matches!(tag, Tag::Noun | Tag::Plural | Tag::Name | Tag::Adjective | Tag::Determiner | Tag::Possessive | Tag::Genitive);
    let verb = units[..i].iter().rev().take(6).find(|unit| !nominal(unit.tag)).map(|unit| view.gazetteer.words.get(unit.word).verb);
    verb.is_some_and(|verb| verb == word::HELP || somebody && matches!(view.gazetteer.words.text(verb), "let" | "make" | "watch"))
}

/// "X and Y meet on Friday", "X and Finance Minister Y travel to Z", "X, Y sign deal" in a headline: two names and no other verb.
fn both_do(units: &[Unit], i: usize) -> bool {
    if i < 3 || units[i - 1].mention == 0 || units[i].flags & (flag::AGENT | flag::RELATION) != 0 {
        return false;
    }
    let headline = i == 3 && units[1].tag == Tag::Comma && units[0].mention != 0;
    let titles = |unit: &&Unit| unit.capital && (unit.mention != 0 || unit.flags & flag::TITLE != 0);
    let joint = (i - 2).saturating_sub(units[..i - 1].iter().rev().take(4).take_while(titles).count());
    let two = headline || (joint > 0 && units[joint].tag == Tag::Conjunction && units[joint - 1].mention != 0);
    let next = units.get(i + 1).map_or(Tag::Stop, |n| if n.mention == 0 { n.classes.likeliest } else { Tag::Name });
    let alone = headline || matches!(next, Tag::Stop | Tag::Preposition | Tag::Adverb | Tag::To | Tag::Comma);
    two && alone && units[i].flags & flag::VERB_FRAME != 0 && finite_before(units, i).is_none() && !finite_ahead(units, i)
}

/// "The people of X stand with Y", "Democrats in the House want": several, where they are or whose, and no other verb.
fn is_of_several(view: &View<'_>, units: &[Unit], i: usize) -> bool {
    let nominal = |unit: &Unit| matches!(unit.tag, Tag::Adverb | Tag::Name | Tag::Noun | Tag::Adjective | Tag::Determiner | Tag::Possessive);
    let led = units[..i].iter().rposition(|unit| !nominal(unit)).filter(|&p| p > 0 && p + 1 < i && units[p].tag == Tag::Preposition && units[p].mention == 0);
    let Some(several) = led.map(|p| &units[p - 1]) else { return false };
    let plural = |unit: &Unit| view.document.tokens[unit.end as usize - 1].text(view.text).ends_with('s') && !unit.person;
    let opens = several.tag == Tag::Plural && (several.mention != 0 || several.flags & (flag::AGENT | flag::RELATION) != 0)
        || several.mention != 0 && several.tag == Tag::Name && plural(several);
    let verb = units[i].flags & flag::VERB_FRAME != 0 && units[i].flags & (flag::AGENT | flag::RELATION) == 0;
    // "authors of a UN audit of X"
    let of = units.get(i + 1).is_some_and(|n| n.mention == 0 && n.flags & flag::OF != 0);
    let next = units.get(i + 1).map_or(Tag::Stop, |n| if n.mention == 0 { n.classes.likeliest } else { Tag::Name });
    opens && verb && !of && (matches!(next, Tag::Preposition | Tag::To) || starts_object(units, i + 1)) && finite_before(units, i).is_none() && !finite_ahead(units, i)
}

/// Whether the name before `i` is the second of two: "China and Russia".
fn coordinated(units: &[Unit], i: usize) -> bool {
    units[..i].iter().rev().take(4).any(|u| u.tag == Tag::Conjunction)
}

/// "We thank X and call on Y": whether a preposition of a frame of the verb at `i` leads to an object behind it, and what "and" stands behind is no bare noun, as in "aid and trade with X".
fn turns_to(view: &View<'_>, units: &[Unit], i: usize) -> bool {
    let gazetteer = view.gazetteer;
    let Some(next) = units.get(i + 1).filter(|next| next.mention == 0 && next.classes.likeliest == Tag::Preposition && starts_object(units, i + 2)) else { return false };
    let nominal = |unit: &&Unit| matches!(unit.tag, Tag::Noun | Tag::Plural | Tag::Name | Tag::Adjective | Tag::Determiner | Tag::Possessive | Tag::Genitive);
    let definite = |unit: &Unit| unit.mention != 0 || matches!(unit.tag, Tag::Determiner | Tag::Possessive | Tag::Genitive);
    let patterns = gazetteer.frames.verbs.get(&gazetteer.words.get(units[i].word).verb);
    let leads = |p: &VerbPattern| p.steps.first().is_some_and(|step| step.is_through(next.word));
    units[..i - 1].iter().rev().take_while(nominal).any(definite) && patterns.is_some_and(|patterns| patterns.iter().any(leads))
}

/// "and stop provoking X", "and help free Y": whether what the word at `i` takes as a verb stands behind it, a gerund or a bare infinitive.
fn takes_verb(view: &View<'_>, units: &[Unit], i: usize) -> bool {
    if units[i].word == word::HELP && units.get(i + 1).is_some_and(|next| next.mention == 0 && has(next, Tag::Verb)) {
        return true;
    }
    let takes = view.gazetteer.frames.complements.get(&units[i].word).is_some_and(|c| c.gerund.is_some());
    takes && units.get(i + 1).is_some_and(|next| next.mention == 0 && next.classes.likeliest == Tag::Gerund)
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
    // "struck a refinery deep inside X"
    if has(unit, Tag::Adverb) && matches!(prev, Tag::Noun | Tag::Plural) && units.get(i + 1).is_some_and(|n| n.mention == 0 && n.flags & flag::PLACE != 0) {
        return Tag::Adverb;
    }
    let noun = has(unit, Tag::Noun) || has(unit, Tag::Plural);
    // "the US military struck", "the Israeli military launched airstrikes", "the Israeli military killed five soldiers"
    let named = || units.get(i + 2).is_some_and(|o| o.mention != 0);
    let other = || units.get(i + 2).is_some_and(|o| matches!(o.classes.likeliest, Tag::Determiner | Tag::Possessive | Tag::Number | Tag::Pronoun));
    let verb = |n: &Unit| matches!(n.classes.likeliest, Tag::Past | Tag::VerbS) || has(n, Tag::VerbS) && named() || has(n, Tag::Past) && (named() || other());
    let past = units.get(i + 1).is_some_and(|n| n.mention == 0 && verb(n));
    // "the human rights chief criticised X"
    let ends = past || !starts_noun(units, i + 1) && !matches!(prev, Tag::Noun | Tag::Plural);
    if noun && matches!(prev, Tag::Name | Tag::Adjective | Tag::Genitive | Tag::Noun | Tag::Plural) && unit.flags & flag::AGENT != 0 && ends {
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
