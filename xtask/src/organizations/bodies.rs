//! Legislatures, their chambers, and international bodies, from the Factbook of 2026.

use std::collections::{BTreeMap, BTreeSet};

use crate::clean::{is_acronym, is_title, key, without_article, without_brackets, words};
use crate::factbook::State;
use crate::known::{Kind, Known};
use crate::record::Record;

use super::is_free;
use super::parties::qualified;

const PATHS: [&str; 4] = [
    "Government/Legislative branch/legislature name",
    "Government/Legislative branch/chamber name",
    "Government/Legislative branch - lower chamber/chamber name",
    "Government/Legislative branch - upper chamber/chamber name",
];

/// Legislatures and chambers of all countries.
pub fn legislatures(states: &[State], adjectives: &BTreeMap<String, String>, known: &Known) -> Vec<Record> {
    let chambers: Vec<(&State, Vec<String>)> =
        states.iter().flat_map(|state| PATHS.iter().map(move |path| (state, names(&state.new_text(path))))).filter(|(_, names)| !names.is_empty()).collect();
    let shared = shared(chambers.iter().flat_map(|(state, names)| names.iter().map(move |name| (name.as_str(), state.code.as_str()))));
    let is_shared = |name: &str| shared.contains(&key(name)) || known.holds_kind(Kind::Organization, name);
    let mut out = Vec::new();
    for (state, names) in &chambers {
        let Some(adjective) = adjectives.get(&state.code) else { continue };
        let held = |name: &String| known.named_folded(name).any(|entity| entity.kind == Kind::Organization && is_of(entity, &state.code, known));
        if names.iter().any(held) {
            continue;
        }
        let (name, others) = (&names[0], &names[1..]);
        let plain = name.split(' ').all(|word| known.is_word(word)) || is_shared(name);
        let record = match plain && !name.contains(adjective.as_str()) && !name.contains(&state.name) {
            true => qualified(name, &state.name, adjective),
            false => Record::new(name),
        };
        let record = record.with("type", "legislature").with("country", &state.code);
        out.push(others.iter().filter(|other| !is_shared(other) && !is_cognate(other, name)).fold(record, |record, other| record.with("alias", other)));
    }
    out
}

/// Whether a native name of one word is the English one in another spelling, which other languages may share: `Parlamento`.
fn is_cognate(native: &str, name: &str) -> bool {
    let start = |word: &str| word.chars().take(2).collect::<String>();
    !native.contains(' ') && name.split(' ').any(|word| start(word) == start(native))
}

fn is_of(entity: &crate::known::Entity, code: &str, known: &Known) -> bool {
    entity.country.as_deref().and_then(|name| known.country(name)).is_some_and(|country| country.id == code)
}

/// The names in `National Assembly (Assemblée nationale)` or `Parliament of Canada - Parlement du Canada`.
fn names(text: &str) -> Vec<String> {
    let (outside, inside) = without_brackets(text.lines().next().unwrap_or_default(), '(', ')');
    let parts = outside.split(" - ").chain(inside.iter().flat_map(|inside| inside.split(" - "))).flat_map(|part| part.split(" or "));
    let names: Vec<String> = parts.map(|part| without_article(&words(part)).to_owned()).collect();
    match names.first() {
        Some(first) if is_title(first) => names.iter().filter(|name| is_title(name) || *name == first || is_native(name)).cloned().collect(),
        _ => Vec::new(),
    }
}

/// A native name in which only the first word has a capital: `Assemblée nationale`.
fn is_native(name: &str) -> bool {
    name.split(' ').count() <= 5 && name.starts_with(char::is_uppercase) && name.chars().all(|c| c.is_alphabetic() || matches!(c, ' ' | '-' | '\''))
}

/// The keys of names that several countries have.
fn shared<'n>(names: impl Iterator<Item = (&'n str, &'n str)>) -> BTreeSet<String> {
    let mut countries: BTreeMap<String, BTreeSet<&str>> = BTreeMap::new();
    for (name, code) in names {
        countries.entry(key(name)).or_default().insert(code);
    }
    countries.into_iter().filter(|(_, codes)| codes.len() > 1).map(|(name, _)| name).collect()
}

/// International bodies that three countries or more take part in: acronyms of four letters or more, and names of several words.
pub fn international(states: &[State], known: &Known) -> Vec<Record> {
    let mut members: BTreeMap<String, usize> = BTreeMap::new();
    for state in states {
        let (text, _) = without_brackets(&state.new_text("Government/International organization participation"), '(', ')');
        for name in text.split([',', ';']).map(words).collect::<BTreeSet<_>>() {
            *members.entry(name).or_default() += 1;
        }
    }
    let is_body = |name: &str| (is_acronym(name) && is_free(name, known)) || (name.contains(' ') && is_title(name) && !name.ends_with("Convention"));
    members.into_iter().filter(|(name, count)| *count >= 3 && is_body(name)).map(|(name, _)| Record::new(name).with("type", "body")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_names_of_legislatures() {
        assert_eq!(names("National Assembly (Assemblée nationale)"), ["National Assembly", "Assemblée nationale"]);
        assert_eq!(names("Council of States (Ständerat - Conseil des Etats)"), ["Council of States", "Ständerat", "Conseil des Etats"]);
        assert_eq!(names("no legislature"), [""; 0]);
    }
}
