//! Words in -ed and their like: past tense, or participle in a passive, a perfect, or before and behind a noun.

use super::open_class::{coordinated, joins_noun};
use super::tag::{finite_ahead, has, infinitive_ahead, is_boundary, is_verb, starts_noun, starts_object, surely_finite};
use super::third_person::finite_before;
use super::Unit;
use crate::gazetteer::{flag, word, Step, Tag, VerbPattern};
use crate::mention::View;

/// -ed forms: past tense, or participle in a passive, a perfect, or before and behind a noun.
pub(super) fn past(view: &View<'_>, units: &[Unit], i: usize, prev: Tag) -> Tag {
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
    // "are united and resolved to help X"
    let be = || units[..i - 2].iter().rev().find(|unit| !matches!(unit.tag, Tag::Adverb | Tag::Not)).is_some_and(|unit| unit.tag == Tag::Be);
    let listed = || view.gazetteer.frames.complements.contains_key(&unit.word);
    let joined = prev == Tag::Conjunction && i > 2 && matches!(units[i - 2].tag, Tag::Adjective | Tag::Participle) && listed();
    if joined && units.get(i + 1).is_some_and(|next| next.classes.likeliest == Tag::To) && be() {
        return Tag::Adjective;
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
        // "told X that planned talks were off"
        Tag::That if has(unit, Tag::Participle) && opens_content(view, units, i) => Tag::Participle,
        // "X, sacked last year by Y, left"
        Tag::Comma if has(unit, Tag::Participle) && i > 1 && units[i - 2].mention != 0 && by_ahead(units, i) && goes_on_behind_comma(units, i) => Tag::Participle,
        // "remains opposed to X"
        Tag::Verb | Tag::VerbS | Tag::Past if has(unit, Tag::Participle) && remains(view, units, i) => Tag::Participle,
        Tag::Determiner | Tag::Possessive | Tag::Adjective | Tag::Genitive | Tag::Preposition | Tag::Number if has(unit, Tag::Participle) => Tag::Participle,
        _ if !has(unit, Tag::Participle) => Tag::Past,
        Tag::Pronoun | Tag::Relative => Tag::Past,
        _ if opens_noun_group(units, i, prev) => Tag::Participle,
        _ if acts(view, units, i, prev) => Tag::Past,
        _ if is_undergone(view, units, i, prev) && !is_intransitive(view, units, i) => Tag::Participle,
        // "exiled leaders met"
        Tag::None | Tag::Comma | Tag::Conjunction if has(unit, Tag::Adjective) && unit.classes.likeliest == Tag::Adjective && starts_noun(units, i + 1) => Tag::Adjective,
        _ => Tag::Past,
    }
}

/// Whether the participle at `i` begins the noun group behind it.
fn opens_noun_group(units: &[Unit], i: usize, prev: Tag) -> bool {
    if is_verb(prev) && starts_noun(units, i + 1) && !coordinated(units, i) {
        return true;
    }
    if prev != Tag::Conjunction {
        return false;
    }
    let plural = units.get(i + 1).filter(|n| n.mention == 0 && n.classes.likeliest == Tag::Plural);
    // "the army and allied fighters have hit"
    let subject = || finite_before(units, i).is_none() && finite_ahead(units, i);
    // "the killing of monks and jailed leaders X and Y"
    let named = |n: &Unit| finite_before(units, i).is_some() && n.flags & flag::AGENT != 0 && units.get(i + 2).is_some_and(|n| n.mention != 0);
    plural.is_some_and(|n| named(n) || subject())
}

/// Whether what stands behind the verb at `i` shows that its subject stands before it.
fn acts(view: &View<'_>, units: &[Unit], i: usize, prev: Tag) -> bool {
    // "the deal that X struck with Y"
    let relative = prev == Tag::Name && i > 1 && (matches!(units[i - 2].tag, Tag::That | Tag::Relative) || is_behind_event(units, i - 1));
    // "claims made a day earlier by X", "lifted sanctions imposed four years ago on X"
    let timed = || {
        matches!(prev, Tag::Noun | Tag::Plural) && units.get(i + 2).is_some_and(|n| n.mention == 0 && n.flags & flag::TIME != 0) && (by_ahead(units, i) || verb_in_clause(units, i))
    };
    // "X expressed confidence that", unlike "X named head of"
    let object = || units[i - usize::from(i > 0)].mention != 0 && prev == Tag::Name && takes_bare_object(view, units, i);
    // "said X emphasized that": it has a clause of its own
    let content = || reports(view, &units[i]) && is_nominal(prev) && units.get(i + 1).is_some_and(|next| next.classes.likeliest == Tag::That);
    relative || starts_object(units, i + 1) && !timed() || object() || content()
}

/// Whether a verb in -ed at `i`, before which no subject is for sure, tells what is done to the noun before it.
fn is_undergone(view: &View<'_>, units: &[Unit], i: usize, prev: Tag) -> bool {
    let reports = reports(view, &units[i]);
    // "arrested a man suspected of …": the clause has its verb already
    let taken = || is_nominal(prev) && verb_in_clause(units, i) && !acts_on_with_next(view, units, i) && !is_content(view, units, i);
    let by = || is_before_agent(view, units, i) || matches!(prev, Tag::Noun | Tag::Plural) && by_ahead(units, i);
    // "hackers believed to be in Oslo attacked X"
    let to = || units.get(i + 1).is_some_and(|n| n.classes.likeliest == Tag::To) && units.get(i + 2).is_some_and(|n| matches!(n.classes.likeliest, Tag::Be | Tag::Have));
    let thought = || reports && matches!(prev, Tag::Noun | Tag::Plural) && to() && near(units, i + 4).any(|k| can_be_finite(&units[k]));
    // "sailors held since March were freed", "herders armed with knives attacked X"
    let since = || units.get(i + 1).is_some_and(|next| next.word == word::SINCE);
    let passed = || !reports && is_nominal(prev) && (since() || acts_later(view, units, i));
    // "the president said coalition forces will leave": the verb ahead is that of what he says
    let says = || reports && starts_noun(units, i + 1);
    let joined = || is_nominal(prev) || matches!(prev, Tag::Verb | Tag::Past | Tag::VerbS);
    let ahead = || joined() && !says() && !promises(view, units, i) && finite_ahead(units, i);
    by() || taken() || thought() || passed() || ahead()
}

/// "hired by X", unlike "fell by about six points", "responded by lifting", "stood by X": whether "by" and who did it stand right behind the verb at `i`.
fn is_before_agent(view: &View<'_>, units: &[Unit], i: usize) -> bool {
    let by = units.get(i + 1).is_some_and(|next| next.classes.likeliest == Tag::Preposition && next.word == word::BY);
    let means = || units.get(i + 2).is_some_and(|n| n.mention == 0 && has(n, Tag::Gerund)) && starts_object(units, i + 3);
    let number = |k: usize| units.get(k).is_some_and(|n| n.classes.likeliest == Tag::Number);
    let rounded = || units.get(i + 2).is_some_and(|n| matches!(n.word, word::ABOUT | word::AROUND | word::OVER | word::MORE)) && (number(i + 3) || number(i + 4));
    by && !means() && !number(i + 2) && !rounded() && !takes_by(view, &units[i])
}

fn is_nominal(tag: Tag) -> bool {
    matches!(tag, Tag::Noun | Tag::Plural | Tag::Name)
}

/// Whether the verb of which a unit is a form tells what somebody says.
fn reports(view: &View<'_>, unit: &Unit) -> bool {
    let words = &view.gazetteer.words;
    words.get(words.get(unit.word).verb).has(flag::REPORTS)
}

/// Whether a unit is a word that can be a finite verb of the past.
fn can_be_finite(unit: &Unit) -> bool {
    unit.mention == 0 && (surely_finite(unit) || has(unit, Tag::Past))
}

/// The units from `from` on, seven at most, up to the next mark.
fn near(units: &[Unit], from: usize) -> impl Iterator<Item = usize> + '_ {
    (from..units.len().min(from + 7)).take_while(|&k| units[k].mention != 0 || !is_boundary(units[k].classes.likeliest))
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
    units[i + 1..].iter().take(12).take_while(|unit| !is_boundary(unit.classes.likeliest)).any(can_be_finite)
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
    let hearer = |base| matches!(words.text(base), "assure" | "blame" | "convince" | "inform" | "remind" | "tell" | "warn");
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
    let noun = |k: usize| units[k].mention != 0 || matches!(units[k].classes.likeliest, Tag::Noun | Tag::Plural | Tag::Name);
    // "moved to a town named X": a participle itself
    let names = |k: usize| matches!(view.gazetteer.words.text(view.gazetteer.words.get(units[k].word).verb), "call" | "dub" | "give" | "name");
    let acts = |k: usize| units[k].mention == 0 && has(&units[k], Tag::Past) && !has(&units[k], Tag::Noun) && noun(k - 1) && starts_object(units, k + 1) && !names(k);
    led && near(units, i + 2).any(acts)
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
    let verb = units[..i].iter().rev().find(|unit| !named(unit));
    verb.is_some_and(|unit| matches!(unit.tag, Tag::Past | Tag::Verb | Tag::VerbS) && reports(view, unit))
}

/// Whether a finite verb stands right behind the next comma.
fn goes_on_behind_comma(units: &[Unit], i: usize) -> bool {
    let comma = (i + 1..units.len().min(i + 16)).find(|&k| units[k].mention == 0 && units[k].classes.likeliest == Tag::Comma);
    let verb = comma.and_then(|comma| (comma + 1..units.len()).find(|&k| units[k].classes.likeliest != Tag::Adverb));
    verb.is_some_and(|k| can_be_finite(&units[k]))
}

/// "told X that planned talks were off": whether the participle at `i` begins, before a noun in the plural, what somebody is told.
fn opens_content(view: &View<'_>, units: &[Unit], i: usize) -> bool {
    let [.., verb, hearer, _] = &units[..i] else { return false };
    let told = hearer.mention != 0 && matches!(verb.tag, Tag::Past | Tag::Verb | Tag::VerbS) && reports(view, verb);
    let plural = units.get(i + 1).is_some_and(|next| next.mention == 0 && next.classes.likeliest == Tag::Plural);
    told && plural && finite_ahead(units, i)
}

/// "The two discussed trade", unlike "The two wounded soldiers were found": whether a number behind an article, which opens the sentence, is who does what stands at `i`.
fn the_two_act(units: &[Unit], i: usize) -> bool {
    // "The two also discussed"
    let [before @ .., article, number] = &units[..units[..i].iter().rposition(|unit| unit.tag != Tag::Adverb).map_or(0, |last| last + 1)] else { return false };
    let opens = article.classes.likeliest == Tag::Determiner && number.mention == 0 && before.last().is_none_or(|unit| unit.tag == Tag::Subordinator);
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
    let patterns = gazetteer.frames.of_verb(gazetteer.words.get(units[i].word).verb);
    let through = |p: &VerbPattern| matches!(p.steps.first(), Some(Step::Through(_)));
    let leads = |p: &VerbPattern| units.get(i + 1).is_some_and(|next| next.mention == 0 && p.steps[0].is_through(next.word));
    // "militias allied with X" are so
    let describes = units[i].flags & flag::ADJECTIVE_FRAME != 0;
    !describes && patterns.is_some_and(|patterns| patterns.iter().all(through) && patterns.iter().any(leads))
}

/// Whether a frame of the verb has its target behind "by": "stood by X".
fn takes_by(view: &View<'_>, unit: &Unit) -> bool {
    let gazetteer = view.gazetteer;
    let patterns = gazetteer.frames.of_verb(gazetteer.words.get(unit.word).verb);
    patterns.is_some_and(|patterns| patterns.iter().any(|p| p.steps.first().is_some_and(|step| step.is_through(word::BY))))
}

/// Whether "by" and a name follow `i` in its clause: "sanctions imposed on X by Y".
fn by_ahead(units: &[Unit], i: usize) -> bool {
    // "turned down a request by X"
    let particle = |k: usize| k == i + 1 && units[k].mention == 0 && word::is_particle(units[k].word);
    let timed = |k: usize| units.get(k + 1).is_some_and(|n| n.flags & flag::TIME != 0);
    // "dismissed as unfair a report by X": the report is by X
    let object = |k: &usize| units[*k].classes.likeliest == Tag::Determiner && (units[*k - 1].classes.likeliest == Tag::Adjective || particle(*k - 1) && !timed(*k));
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
