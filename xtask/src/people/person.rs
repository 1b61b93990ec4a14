//! A person as the sources give one, and the record that becomes of it.

use crate::clean::words;
use crate::fold::plain;
use crate::known::Known;
use crate::names::Bearers;
use crate::record::Record;

/// An office with its years; without a last year it lasts.
#[derive(Clone, Debug, PartialEq)]
pub struct Office {
    pub title: String,
    pub of: String,
    pub from: Option<u16>,
    pub to: Option<u16>,
}

/// Of so many bearers in a sample of a million on a surname alone can be meant for others.
const RARE: u32 = 40;
/// From so many bearers on a given name and a family name are common, and their bearers cannot be told apart by them.
const COMMON: (u32, u32) = (300, 80);

/// A person.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Person {
    pub name: String,
    pub surname: String,
    pub aliases: Vec<String>,
    /// ISO 3166 alpha-3, or empty.
    pub country: String,
    pub gender: Option<&'static str>,
    pub offices: Vec<Office>,
    /// Head of a state or government, or beside one: can be meant by the surname alone.
    pub top: bool,
    /// Known to history under a name however common.
    pub eminent: bool,
}

impl Person {
    /// The name and all aliases.
    pub fn names(&self) -> Vec<String> {
        [self.name.clone(), self.short_name()].into_iter().chain(self.aliases.iter().cloned()).collect()
    }

    /// The first given name with the surname; the whole name where the surname stands first.
    pub fn short_name(&self) -> String {
        match self.name.strip_suffix(&self.surname).and_then(|given| given.split(' ').next()).filter(|first| !first.is_empty()) {
            Some(first) => format!("{first} {}", self.surname),
            None => self.name.clone(),
        }
    }

    /// The last word of the surname.
    pub fn surname_word(&self) -> &str {
        self.surname.rsplit([' ', '-']).next().unwrap_or_default()
    }

    /// The words of the name that are not the surname.
    pub fn given(&self) -> impl Iterator<Item = &str> {
        self.name.split([' ', '-']).filter(|word| word.len() > 1 && !self.surname.contains(word))
    }

    /// Adds what another source says of the same person.
    pub fn absorb(&mut self, other: Person) {
        self.top |= other.top;
        self.aliases.extend(other.aliases);
        if other.name != self.name {
            self.aliases.push(other.name);
        }
        for office in other.offices {
            match self.offices.iter_mut().find(|known| known.title == office.title && known.of == office.of) {
                Some(known) => {
                    known.to = if known.to.is_none() || office.to.is_none() { None } else { known.to.max(office.to) };
                    known.from = known.from.min(office.from).or(known.from);
                }
                None => self.offices.push(office),
            }
        }
    }

    /// Whether its name can be listed: two to five words, letters, not all of them ordinary words.
    pub fn is_usable(&self, known: &Known) -> bool {
        let parts: Vec<&str> = self.name.split(' ').collect();
        let letters = |c: char| c.is_alphabetic() || matches!(c, ' ' | '-' | '\'' | '.');
        (2..=5).contains(&parts.len())
            && self.name.chars().all(letters)
            && self.surname_word().chars().count() > 1
            && parts.iter().all(|part| !matches!(*part, "of" | "the" | "and"))
            && !parts.iter().all(|part| known.is_word(part))
    }

    /// Whether many people may have this name.
    pub fn is_common(&self, bearers: &Bearers) -> bool {
        let given = self.name.split(' ').next().map_or(0, |first| bearers.counts(first).0);
        given >= COMMON.0 && bearers.counts(&self.surname).1 >= COMMON.1
    }

    /// The record. Without an office at the top, or with a surname that is also something else, the surname alone is weak.
    pub fn record(&self, known: &Known, bearers: &Bearers) -> Record {
        let mut record = Record::new(&self.name);
        for alias in self.aliases.iter().map(|alias| words(alias)).filter(|alias| alias.contains(' ')) {
            record.push("alias", alias, None);
        }
        let also = known.is_word(&self.surname) || known.is_given_name(&self.surname) || known.holds(&self.surname);
        let weak = !self.top || also || bearers.counts(self.surname_word()).1 >= RARE || plain(&self.surname).chars().count() < 4;
        record.push("surname", self.surname.clone(), weak.then_some("weak"));
        record.push("gender", self.gender.unwrap_or_default(), None);
        record.push("country", self.country.clone(), None);
        for office in &self.offices {
            let year = |year: Option<u16>| year.map_or_else(String::new, |year| year.to_string());
            let years = office.from.map_or_else(String::new, |from| format!(", {from}-{}", year(office.to)));
            record.push("office", format!("{}, {}{years}", office.title, office.of), None);
        }
        record
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn records_say_what_is_known() {
        let office = |from, to| Office { title: "President".into(), of: "France".into(), from: Some(from), to };
        let mut person = Person { name: "Ann Q. Dupont".into(), surname: "Dupont".into(), country: "FRA".into(), offices: vec![office(2015, Some(2015))], ..Person::default() };
        person.absorb(Person { name: "Ann Dupont".into(), surname: "Dupont".into(), offices: vec![office(2019, None)], top: true, ..Person::default() });
        let record = person.record(&Known::default(), &Bearers::default());
        let fields: Vec<String> = record.fields.iter().map(|field| format!("{} {}", field.key, field.value)).collect();
        assert_eq!(fields, ["alias Ann Dupont", "surname Dupont", "country FRA", "office President, France, 2015-"]);
        assert_eq!(person.short_name(), "Ann Dupont");
    }
}
