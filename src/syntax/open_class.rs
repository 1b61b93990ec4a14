//! Nouns, verbs, adjectives and adverbs with several readings: the words around choose one.

use super::past::past;
use super::tag::{before, finite_ahead, has, infinitive_ahead, is_boundary, starts_noun, starts_object, surely_finite};
use super::third_person::{finite_before, plural_or_verb, takes_bare};
use super::Unit;
use crate::gazetteer::{flag, word, Tag, VerbPattern, WordId, WordSet};
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
    // "declared himself ready to go"
    let itself = i > 0 && matches!(units[i - 1].word, word::HIMSELF | word::HERSELF | word::ITSELF | word::THEMSELVES);
    if itself && has(unit, Tag::Adjective) && units.get(i + 1).is_some_and(|next| next.classes.likeliest == Tag::To) {
        return Tag::Adjective;
    }
    // "come" and "run" are participles behind "have" only
    let base_form = has(unit, Tag::Verb) && !has(unit, Tag::Past) && !matches!(prev, Tag::Be | Tag::Have) && units.get(i + 1).is_none_or(|next| next.word != word::BY);
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

/// Whether a noun or what describes one stands at `i`.
fn described(units: &[Unit], i: usize) -> bool {
    units.get(i).is_some_and(|unit| unit.mention != 0 || matches!(unit.classes.likeliest, Tag::Adjective | Tag::Noun | Tag::Plural))
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
    let office = |k: usize, part: u64| units.get(k).filter(|n| n.mention == 0 && n.flags & part != 0 && n.classes.likeliest == Tag::Noun);
    let capital = |k: usize| office(k, flag::TITLE).is_some_and(|n| n.capital);
    let acting = unit.capital && (capital(i + 1) || next.is_some_and(|n| n.mention != 0) && capital(i + 2));
    // unlike "kept buying oil": a word of "oil minister"
    let part = if matches!(prev, Tag::Past | Tag::Verb | Tag::VerbS) { flag::TITLE_END } else { flag::TITLE };
    if acting || has(unit, Tag::Adjective) && office(i + 1, part).is_some_and(|n| !n.capital) {
        return Tag::Adjective;
    }
    if i == 0 && has(unit, Tag::Adjective) && describes_several(&units[1..]) {
        return Tag::Adjective;
    }
    // "will lend struggling farmers money", unlike "will stop fighting rebels"
    let lends = || i > 0 && view.gazetteer.frames.complements.get(&view.gazetteer.words.get(units[i - 1].word).verb).is_none_or(|c| c.gerund.is_none() && c.infinitive.is_none());
    if matches!(prev, Tag::Verb | Tag::Past | Tag::VerbS | Tag::Participle) && has(unit, Tag::Adjective) && !noun && describes_persons(&units[i + 1..]) && lends() {
        return Tag::Adjective;
    }
    // "within striking distance of X"
    if unit.word != WordId::NONE && next.is_some_and(|n| view.document.tokens[n.first as usize].text(view.text) == "distance") && has(unit, Tag::Adjective) {
        return Tag::Adjective;
    }
    // "tents and drinking water"
    let joined = i > 1 && prev == Tag::Conjunction && matches!(units[i - 2].tag, Tag::Noun | Tag::Plural);
    if joined && next.is_some_and(|n| n.mention == 0 && matches!(n.classes.likeliest, Tag::Noun | Tag::Plural)) && view.gazetteer.sets.has(WordSet::Everyday, unit.word) {
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
    // "tariffs on remaining imports": a verb that has no object
    if matches!(text(unit), "existing" | "remaining") && starts_noun(units, i + 1) {
        return Tag::Adjective;
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
        // "after rioting in X, Y said": others rioted
        Tag::Preposition if matches!(text(unit), "fighting" | "looting" | "rioting" | "shelling") && next.is_some_and(|n| matches!(n.word, word::AT | word::IN)) => Tag::Noun,
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
        // "Fighting erupted in X", unlike "Facing reduced sales, X went on"
        Tag::None if noun && next.is_some_and(|n| n.mention == 0 && has(n, Tag::Past) && !has(n, Tag::Noun)) && !described(units, i + 2) => Tag::Noun,
        // "Giving in to the strikers, X went on"
        Tag::None if i == 0 && of_next && opens_participle(units) => Tag::Gerund,
        // "Brushing off pleas, X went on"
        Tag::None if i == 0 && next.is_some_and(|n| PARTICLES.contains(&n.word)) => Tag::Gerund,
        Tag::None | Tag::Conjunction | Tag::Past | Tag::VerbS | Tag::Verb if noun && (of_next || to_next()) => Tag::Noun,
        // "has halted funding for X", unlike "has begun working for X"
        Tag::Participle if unit.classes.likeliest == Tag::Noun && of_next => Tag::Noun,
        // "fired at striking miners"
        Tag::Preposition if has(unit, Tag::Adjective) && matches!(units[i - 1].word, word::AT | word::AGAINST) && describes_several(&units[i + 1..]) => Tag::Adjective,
        _ => Tag::Gerund,
    }
}

/// "Leading figures in Congress met", "Striking garment workers in Bern were": whether the first word of a sentence describes several, who are named behind it.
fn describes_several(behind: &[Unit]) -> bool {
    let figures = behind.iter().find(|n| n.classes.likeliest != Tag::Adjective);
    figures.is_some_and(|n| n.classes.likeliest == Tag::Plural) || describes_persons(behind)
}

/// "striking garment workers": whether persons, several of them, are named behind a word that can describe them.
fn describes_persons(behind: &[Unit]) -> bool {
    let head = behind.iter().take(4).find(|n| n.mention != 0 || !matches!(n.classes.likeliest, Tag::Adjective | Tag::Noun));
    head.is_some_and(|n| n.classes.likeliest == Tag::Plural && n.flags & flag::AGENT != 0)
}

/// "Giving in to the strikers, X went on", unlike "Fighting in Aleppo killed X": whether the sentence opens with a participle, behind whose comma its subject and verb stand.
fn opens_participle(units: &[Unit]) -> bool {
    let of = units.get(1).is_some_and(|next| next.flags & flag::OF != 0);
    let Some(comma) = units.iter().take(14).position(|unit| unit.mention == 0 && unit.classes.likeliest == Tag::Comma).filter(|_| !of) else { return false };
    let finite = |unit: &Unit| unit.mention == 0 && (surely_finite(unit) || unit.classes.likeliest == Tag::Past);
    let acts = |unit: &Unit| finite(unit) || unit.mention == 0 && has(unit, Tag::Past);
    let clause = units[comma + 1..].iter().take(10).take_while(|unit| unit.mention != 0 || !matches!(unit.classes.likeliest, Tag::Comma | Tag::Stop | Tag::Conjunction));
    starts_noun(units, comma + 1) && !units[1..comma].iter().any(finite) && clause.into_iter().any(acts)
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
pub(super) fn joins_noun(units: &[Unit], i: usize) -> bool {
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
    // "which experts say is armed"
    let relative = || units[..i].iter().rev().take(6).any(|before| before.tag == Tag::Relative);
    if content && prev == Tag::Plural && units.get(i + 1).is_some_and(|n| n.mention == 0 && matches!(n.classes.likeliest, Tag::Be | Tag::Have | Tag::Modal)) && relative() {
        return Tag::Verb;
    }
    // "Congress refuse to lift"
    let takes = view.gazetteer.frames.complements.get(&unit.word).is_some_and(|c| c.infinitive.is_some());
    let to = units.get(i + 1).is_some_and(|n| n.classes.likeliest == Tag::To) && infinitive_ahead(units, i + 1);
    if takes && to && matches!(prev, Tag::Plural | Tag::Name | Tag::Noun) && units[i - 1].tag == prev && !finite_ahead(units, i) && finite_before(units, i).is_none() {
        return Tag::Verb;
    }
    if is_wish(units, i) || is_bare_infinitive(view, units, i) {
        return Tag::Verb;
    }
    // "demanded that X stop bombing Y"
    let that = || i > 1 && (units[i - 2].tag == Tag::That || matches!(units[i - 2].tag, Tag::VerbS | Tag::Past | Tag::Verb));
    if prev == Tag::Name && that() && units.get(i + 1).is_some_and(|n| n.mention == 0 && n.classes.likeliest == Tag::Gerund) && starts_object(units, i + 2) {
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
    // "that X's coast guard free the crew", unlike "that X's visit to Y"
    let owned = starts_object(units, i + 1);
    let nominal = |tag| matches!(tag, Tag::Noun | Tag::Plural | Tag::Name | Tag::Adjective | Tag::Determiner | Tag::Possessive | Tag::Number) || owned && tag == Tag::Genitive;
    let opening = || (0..i).rev().find(|&k| !nominal(units[k].tag));
    units.get(i + 1).is_some_and(goes_on) && opening().is_some_and(|k| k + 1 < i && units[k].tag == Tag::That) && !finite_ahead(units, i)
}

/// Whether the verb at `i` has the form of an infinitive without "to".
pub(super) fn is_bare_infinitive(view: &View<'_>, units: &[Unit], i: usize) -> bool {
    helps(view, units, i) || is_helped(view, units, i)
}

/// "helped broker the deal", "rather than start a war": whether a bare infinitive with an object stands at `i`, right behind "help" or "rather than".
fn helps(view: &View<'_>, units: &[Unit], i: usize) -> bool {
    let Some(before) = i.checked_sub(1).map(|k| &units[k]) else { return false };
    let helps = matches!(before.tag, Tag::Verb | Tag::VerbS | Tag::Past) && view.gazetteer.words.get(before.word).verb == word::HELP;
    // "will hurt rather than help X": both have the object
    let shared = || i > 2 && matches!(units[i - 3].tag, Tag::Verb | Tag::VerbS | Tag::Past);
    let rather = || !shared() && before.word == word::THAN && i > 1 && view.document.tokens[units[i - 2].first as usize].text(view.text) == "rather";
    (helps || rather()) && starts_object(units, i + 1)
}

/// "helped the army chase Y", "lets X attack Y": whether the word at `i` tells what somebody is helped to do.
fn is_helped(view: &View<'_>, units: &[Unit], i: usize) -> bool {
    let Some(before) = i.checked_sub(1).map(|k| &units[k]) else { return false };
    let somebody = before.mention != 0 && before.tag == Tag::Name || before.flags & flag::AGENT != 0 && matches!(before.tag, Tag::Noun | Tag::Plural);
    let several = before.mention == 0 && before.tag == Tag::Plural;
    if !(somebody || several) || units[i].flags & flag::AGENT != 0 {
        return false;
    }
    let nominal = |tag| matches!(tag, Tag::Noun | Tag::Plural | Tag::Name | Tag::Adjective | Tag::Determiner | Tag::Possessive | Tag::Genitive);
    let verb = units[..i].iter().rev().take(6).find(|unit| !nominal(unit.tag)).map(|unit| view.gazetteer.words.get(unit.word).verb);
    let Some(verb) = verb else { return false };
    let object = starts_object(units, i + 1);
    // "helped X prevail in court"
    let alone =
        || units[i].classes.likeliest == Tag::Verb && units.get(i + 1).is_none_or(|next| matches!(next.classes.likeliest, Tag::Preposition | Tag::Adverb | Tag::Stop | Tag::Comma));
    match view.gazetteer.words.text(verb) {
        "help" => object || somebody && alone(),
        // "let X land at the port"
        "let" => somebody && (object || units.get(i + 1).is_none_or(|next| matches!(next.classes.likeliest, Tag::Preposition | Tag::Stop) && next.flags & flag::OF == 0)),
        "make" | "watch" => somebody && object,
        _ => false,
    }
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
pub(super) fn coordinated(units: &[Unit], i: usize) -> bool {
    units[..i].iter().rev().take(4).any(|u| u.tag == Tag::Conjunction)
}

/// "We thank X and call on Y": whether a preposition of a frame of the verb at `i` leads to an object behind it, and what "and" stands behind is no bare noun, as in "aid and trade with X".
fn turns_to(view: &View<'_>, units: &[Unit], i: usize) -> bool {
    let gazetteer = view.gazetteer;
    let Some(next) = units.get(i + 1).filter(|next| next.mention == 0 && next.classes.likeliest == Tag::Preposition && starts_object(units, i + 2)) else { return false };
    let nominal = |unit: &&Unit| matches!(unit.tag, Tag::Noun | Tag::Plural | Tag::Name | Tag::Adjective | Tag::Determiner | Tag::Possessive | Tag::Genitive);
    let definite = |unit: &Unit| unit.mention != 0 || matches!(unit.tag, Tag::Determiner | Tag::Possessive | Tag::Genitive);
    let patterns = gazetteer.frames.of_verb(gazetteer.words.get(units[i].word).verb);
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
    // "the human rights chief on Friday praised X", "a Roman Catholic cardinal"
    let belongs = || {
        unit.word == word::CHIEF && matches!(prev, Tag::Noun | Tag::Plural)
            || units[i - 1].mention != 0 && units[i.saturating_sub(4)..i - 1].iter().any(|unit| matches!(unit.word, word::A | word::AN | word::THE))
    };
    if noun && unit.flags & flag::AGENT != 0 && i > 0 && has(unit, Tag::Noun) && !starts_noun(units, i + 1) && belongs() {
        return Tag::Noun;
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
