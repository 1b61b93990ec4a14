//! Readers of the word lists: classes, function words, nouns, titles, name parts, complements.

use serde::{Deserialize, Serialize};

use super::classes::{flag, Tag};
use super::frames::{inner, Complements, Frames, Inner};
use super::inflect::{with_s, Inflection};
use super::words::{WordId, Words};
use crate::error::Error;
use crate::records::{self, Record};
use crate::text::Document;

pub(super) fn unknown_section(file: &str, record: &Record<'_>, known: &str) -> Error {
    Error::data(file, record.line, format!("'[{}]' is no section here; the sections are {known}", record.section))
}

/// `function-words.txt`: closed classes.
pub(crate) fn function_words(words: &mut Words, file: &str, text: &str) -> Result<(), Error> {
    for record in records::read(file, text)? {
        let tag = match record.section {
            "determiner" => Tag::Determiner,
            "possessive" => Tag::Possessive,
            "pronoun" => Tag::Pronoun,
            "preposition" => Tag::Preposition,
            "conjunction" => Tag::Conjunction,
            "subordinator" => Tag::Subordinator,
            "that" => Tag::That,
            "relative" => Tag::Relative,
            "to" => Tag::To,
            "not" => Tag::Not,
            "modal" => Tag::Modal,
            "be" => Tag::Be,
            "have" => Tag::Have,
            "do" => Tag::Do,
            "adverb" => Tag::Adverb,
            "adjective" => Tag::Adjective,
            "number" => Tag::Number,
            _ => {
                return Err(unknown_section(
                    file,
                    &record,
                    "adjective, adverb, be, conjunction, determiner, do, have, modal, not, number, possessive, preposition, pronoun, relative, subordinator, that, to",
                ))
            }
        };
        words.tag(record.name, tag);
    }
    Ok(())
}

/// `circumstances.txt`: words that lead to what stands around an event.
pub(crate) fn circumstances(words: &mut Words, file: &str, text: &str) -> Result<(), Error> {
    for record in records::read(file, text)? {
        let bit = match record.section {
            "strength" => flag::STRENGTH,
            "topic" => flag::TOPIC,
            "place" => flag::PLACE,
            "venue" => flag::VENUE,
            "doubt" => flag::DOUBT,
            "happening" => flag::HAPPENING,
            "hedge" => flag::HEDGE,
            "meeting" => flag::MEETS,
            "performative" => flag::PERFORMATIVE,
            _ => return Err(unknown_section(file, &record, "doubt, happening, hedge, meeting, performative, place, strength, topic, venue")),
        };
        let id = words.find(record.name);
        if !id.known() {
            return Err(Error::data(file, record.line, format!("'{}' stands in no list of words", record.name)));
        }
        words.get_mut(id).flags |= bit;
    }
    Ok(())
}

/// `words.txt`: a word and the letters of its classes.
pub(crate) fn word_classes(words: &mut Words, file: &str, text: &str) -> Result<(), Error> {
    for (index, line) in text.lines().enumerate() {
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        let number = index as u32 + 1;
        let Some((word, letters)) = line.split_once(' ') else {
            return Err(Error::data(file, number, "expected a word, a space and the letters of its classes, such as 'talks sz'"));
        };
        let id = words.add(word);
        for letter in letters.chars() {
            let tag = match letter {
                'n' => Tag::Noun,
                's' => Tag::Plural,
                'v' => Tag::Verb,
                'z' => Tag::VerbS,
                'd' => Tag::Past,
                'p' => Tag::Participle,
                'g' => Tag::Gerund,
                'a' => Tag::Adjective,
                'r' => Tag::Adverb,
                other => return Err(Error::data(file, number, format!("'{other}' is no class letter; the letters are n, s, v, z, d, p, g, a, r"))),
            };
            words.get_mut(id).classes.add(tag);
        }
    }
    Ok(())
}

/// `nouns.txt`: who acts, who only stands near an actor, events, sites, light verbs.
pub(crate) fn nouns(words: &mut Words, file: &str, text: &str, light: &mut Vec<String>) -> Result<(), Error> {
    for record in records::read(file, text)? {
        let bit = match record.section {
            "affair" => flag::AFFAIR,
            "agent" => flag::AGENT,
            "aim" => flag::AIM,
            "relation" => flag::RELATION,
            "event" => flag::EVENT,
            "document" => flag::DOCUMENT,
            "effigy" => flag::EFFIGY,
            "inquiry" => flag::INQUIRY,
            "matter" => flag::MATTER,
            "opposed" => flag::OPPOSED,
            "private" => flag::AGENT | flag::PRIVATE,
            "site" => flag::SITE,
            "counterpart" => flag::RELATION | flag::COUNTERPART,
            "counter" => {
                words.mark(record.name, flag::COUNTER);
                continue;
            }
            "light" => {
                light.push(record.name.to_owned());
                continue;
            }
            _ => {
                return Err(unknown_section(
                    file,
                    &record,
                    "affair, agent, aim, counter, counterpart, document, effigy, event, inquiry, light, matter, opposed, private, relation, site",
                ))
            }
        };
        let mut forms = record.name.split(' ');
        let singular = forms.next().unwrap_or(record.name);
        let id = words.mark(singular, bit);
        let mut plurals: Vec<String> = forms.map(str::to_owned).collect();
        if plurals.is_empty() && (!singular.ends_with('s') || singular.ends_with("ss")) {
            plurals.push(with_s(singular));
        }
        noun_forms(words, id, &plurals, bit);
    }
    Ok(())
}

/// Ties plurals to their singular, with classes and flags.
fn noun_forms(words: &mut Words, singular: WordId, plurals: &[String], bits: u64) {
    let bare = words.get(singular).classes.likeliest == Tag::None;
    if bare {
        let tag = if words.text(singular).ends_with('s') { Tag::Plural } else { Tag::Noun };
        words.get_mut(singular).classes.add(tag);
    }
    words.get_mut(singular).noun = singular;
    for plural in plurals {
        let id = words.mark(plural, bits);
        words.get_mut(id).classes.add(Tag::Plural);
        words.get_mut(id).noun = singular;
    }
}

/// Adds plural forms of the nouns that frames name.
pub(crate) fn frame_nouns(words: &mut Words, frames: &Frames) {
    let mut heads: Vec<WordId> = frames.nouns.keys().copied().collect();
    heads.extend(
        frames
            .patterns
            .iter()
            .flat_map(|p| &p.steps)
            .filter_map(|s| match s {
                super::patterns::Step::Nouns(nouns) => Some(nouns),
                _ => None,
            })
            .flatten(),
    );
    heads.sort_unstable();
    heads.dedup();
    for head in heads {
        let text = words.text(head).to_owned();
        // "talks" is listed as a plural of its own beside "talk"
        let plurals = if text.ends_with('s') && !text.ends_with("ss") { Vec::new() } else { vec![with_s(&text)] };
        for plural in plurals {
            let id = words.add(&plural);
            if !frames.nouns.contains_key(&id) {
                words.get_mut(id).classes.add(Tag::Plural);
                words.get_mut(id).noun = head;
            }
        }
        // "on a blacklist": word lists may have the verb alone
        let only_verb = words.get(head).classes.likeliest == Tag::Verb && !words.get(head).is(Tag::Noun);
        if words.get(head).classes.likeliest == Tag::None || only_verb {
            words.get_mut(head).classes.add(if text.ends_with('s') && !text.ends_with("ss") { Tag::Plural } else { Tag::Noun });
        }
        if !words.get(head).noun.known() {
            words.get_mut(head).noun = head;
        }
    }
}

/// Adds all forms of the verb `base`.
pub(crate) fn verb_forms(words: &mut Words, inflection: &Inflection, base: &str) {
    let verb = words.add(base);
    // a base form is always also what the list says; "support" stays noun and verb
    words.get_mut(verb).classes.add(Tag::Verb);
    words.get_mut(verb).verb = verb;
    words.get_mut(verb).flags |= flag::BASE;
    spelled(words, inflection, base, verb);
    // "recognise" is "recognize", "paralyse" is "paralyze"
    if let Some(stem) = base.strip_suffix("ze").filter(|stem| stem.len() > 3 && stem.ends_with(['i', 'y'])) {
        let british = format!("{stem}se");
        let id = words.tag(&british, Tag::Verb);
        words.get_mut(id).verb = verb;
        spelled(words, inflection, &british, verb);
    }
}

/// Adds the inflected forms of `base` as forms of `verb`.
fn spelled(words: &mut Words, inflection: &Inflection, base: &str, verb: WordId) {
    let forms = inflection.verb(base);
    let each = [(forms.third, Tag::VerbS), (forms.past, Tag::Past), (forms.participle, Tag::Participle), (forms.gerund, Tag::Gerund)];
    for (forms, tag) in each {
        for form in forms {
            let id = words.tag(&form, tag);
            let word = words.get_mut(id);
            // "found" is a form of "find" and a verb of its own; the inflected reading is the commoner one, its base wins only if read later
            if !word.verb.known() || word.verb == id {
                word.verb = verb;
            }
        }
    }
}

/// `complements.txt`: what a verb or adjective makes of its complement. Gives the verbs.
pub(crate) fn complements(words: &mut Words, frames: &mut Frames, file: &str, text: &str) -> Result<Vec<WordId>, Error> {
    let mut verbs = Vec::new();
    for record in records::read(file, text)? {
        let mut complements = Complements::default();
        let phrase = record.section == "phrase";
        for field in &record.fields {
            match field.key {
                _ if phrase && field.key != "infinitive" => return Err(field.unknown_key(file, &["infinitive"])),
                "infinitive" => complements.infinitive = Some(inner(file, field)?),
                "object-infinitive" => complements.object_infinitive = Some(inner(file, field)?),
                "gerund" => complements.gerund = Some(inner(file, field)?),
                "purpose" => complements.purpose = Some(inner(file, field)?),
                "counts-as" => complements.counts_as = Some(words.add(field.value)),
                "content" if field.value == "reported" => complements.content = Some(Inner::Asserted),
                "content" if field.value == "hypothetical" => complements.content = Some(Inner::Hypothetical),
                "content" => return Err(Error::data(file, field.line, format!("'{}' cannot stand here; expected reported or hypothetical", field.value))),
                _ => return Err(field.unknown_key(file, &["content", "counts-as", "gerund", "infinitive", "object-infinitive", "purpose"])),
            }
        }
        if phrase {
            let expected = || Error::data(file, record.line, format!("'{}' needs a verb, a noun and a line 'infinitive', such as 'have chance'", record.name));
            let (verbs, nouns) = record.name.split_once(' ').ok_or_else(expected)?;
            let infinitive = complements.infinitive.ok_or_else(expected)?;
            for verb in verbs.split('|') {
                let verb = words.add(verb);
                frames.phrases.extend(nouns.split('|').map(|noun| ((verb, words.add(noun)), infinitive)));
            }
            continue;
        }
        let id = words.add(record.name);
        frames.complement(id, complements);
        if record.section == "verb" {
            verbs.push(id);
        }
    }
    Ok(verbs)
}

/// `name-parts.txt` and `given-names.txt`.
pub(crate) fn name_parts(words: &mut Words, file: &str, text: &str, not_names: &mut Vec<WordId>) -> Result<(), Error> {
    for record in records::read(file, text)? {
        let bit = match record.section {
            "given" if record.flag == Some("weak") => flag::WEAK_GIVEN_NAME,
            "given" => flag::GIVEN_NAME,
            "family" if record.flag == Some("weak") => continue,
            "family" => flag::FAMILY_NAME,
            "particle" => flag::PARTICLE,
            "organization-head" => flag::ORGANIZATION_HEAD,
            "leading-head" => flag::LEADING_HEAD | flag::ORGANIZATION_HEAD,
            "leading-place" => flag::LEADING_PLACE,
            "direction" => flag::DIRECTION,
            "place-noun" => flag::PLACE_NOUN,
            "administrative-head" => flag::ADMINISTRATIVE_HEAD | flag::PLACE_HEAD,
            "event-head" => flag::EVENT_HEAD,
            "not-an-organization" => flag::NOT_AN_ORGANIZATION,
            "institution" => flag::INSTITUTION,
            "facility-head" => flag::FACILITY_HEAD,
            "place-head" => flag::PLACE_HEAD,
            "suffix" => flag::SUFFIX,
            "date" => flag::DATE,
            "time" => flag::TIME,
            "not-a-name" => {
                not_names.push(words.add(record.name));
                continue;
            }
            _ => return Err(unknown_section(file, &record, "administrative-head, date, direction, event-head, facility-head, family, given, institution, leading-head, leading-place, not-a-name, not-an-organization, organization-head, particle, place-head, place-noun, suffix, time")),
        };
        let gender = gender(file, &record)?;
        words.mark(record.name, bit | gender);
        let plain = super::names::without_marks(record.name);
        if plain != record.name {
            words.mark(&plain, bit | gender);
        }
    }
    Ok(())
}

fn gender(file: &str, record: &Record<'_>) -> Result<u64, Error> {
    match record.flag {
        None | Some("weak") => Ok(0),
        Some("female") => Ok(flag::FEMALE),
        Some("male") => Ok(flag::MALE),
        Some(other) => Err(Error::data(file, record.line, format!("'[{other}]' is no flag here; the flags are [female], [male], [weak]"))),
    }
}

/// A title as a sequence of words, with its gender flag.
#[derive(Serialize, Deserialize)]
pub(crate) struct Title {
    pub words: Vec<WordId>,
    pub gender: u64,
}

/// `titles.txt`: every title once as written and once in lower case, longest first under its first word.
pub(crate) fn titles(words: &mut Words, file: &str, text: &str) -> Result<Vec<Title>, Error> {
    let mut out = Vec::new();
    for record in records::read(file, text)? {
        let bit = match record.section {
            "honorific" => flag::HONORIFIC,
            "office" | "rank" => flag::TITLE,
            _ => return Err(unknown_section(file, &record, "honorific, office, rank")),
        };
        let gender = gender(file, &record)?;
        let lower = record.name.to_lowercase();
        let forms = if bit == flag::HONORIFIC { vec![record.name] } else { vec![record.name, &lower] };
        for form in forms {
            let mut document = Document::default();
            document.read(form);
            let ids: Vec<WordId> = document.tokens.iter().map(|t| words.add(t.text(form))).collect();
            if let Some(&first) = ids.first() {
                words.get_mut(first).flags |= if ids.len() == 1 { bit } else { flag::TITLE };
                words.get_mut(ids[ids.len() - 1]).flags |= flag::TITLE_END;
                out.push(Title { words: ids, gender });
            }
        }
        // "Mr." and "Mr" are one
        if let Some(bare) = record.name.strip_suffix('.').filter(|bare| !bare.contains(' ')) {
            let id = words.mark(bare, bit | gender | flag::TITLE_END);
            out.push(Title { words: vec![id], gender });
        }
    }
    Ok(out)
}
