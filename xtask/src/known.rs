//! What the hand-written lists hold already, and which names are ordinary words or names of persons.

mod trust;

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::fs;
use std::path::Path;

use crate::fold::{folded, plain};
use crate::record::{self, Entry, Record};
use crate::sources::Sources;
use crate::Result;

pub use trust::Trust;

/// What a record is. Countries and places share their names: Luxembourg is both.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    Country,
    Place,
    Organization,
    Person,
}

impl Kind {
    /// The kind of a section line: `place`.
    pub fn of_section(section: &str) -> Option<Kind> {
        Some(match section {
            "country" => Kind::Country,
            "place" => Kind::Place,
            "organization" => Kind::Organization,
            "person" => Kind::Person,
            _ => return None,
        })
    }

    /// Whether a name of the one is as good as a name of the other: countries and places.
    pub fn is_like(self, other: Kind) -> bool {
        let place = |kind| matches!(kind, Kind::Country | Kind::Place);
        self == other || (place(self) && place(other))
    }
}

/// A hand-written entity.
#[derive(Clone, Debug)]
pub struct Entity {
    pub id: String,
    pub name: String,
    pub flag: Option<&'static str>,
    pub kind: Kind,
    pub detail: Option<String>,
    pub iso2: Option<String>,
    pub wikidata: Option<String>,
    /// As listed: a name or an identifier.
    pub country: Option<String>,
}

impl Entity {
    /// A record that adds details to this entity.
    pub fn addition(&self) -> Record {
        let record = Record { flag: self.flag, ..Record::adding_to(&self.name) };
        match record.id() == self.id {
            true => record,
            false => record.with("id", &self.id),
        }
    }

    /// The name without the brackets that tell namesakes apart.
    pub fn bare_name(&self) -> &str {
        self.name.split(" (").next().unwrap_or(&self.name)
    }
}

/// The hand-written lists, by name.
#[derive(Default)]
pub struct Known {
    entities: Vec<Entity>,
    /// Names as the library matches them, to entities.
    exact: HashMap<String, Vec<usize>>,
    folded: HashMap<String, Vec<usize>>,
    ids: BTreeMap<String, usize>,
    /// Word classes of lower-case words; all closed-class words and special words with `""`.
    words: HashMap<String, String>,
    /// Lower-case entries of WordNet, of one word or more.
    dictionary: HashSet<String>,
    /// Capitalised adjectives of WordNet, and its capitalised nouns for people and languages: `Jewish`, `Nenets`.
    peoples: HashSet<String>,
    given: HashSet<String>,
    surnames: HashSet<String>,
    /// Family names of many people, which no list needs to hold a bearer of.
    families: HashSet<String>,
    place_heads: BTreeSet<String>,
}

/// Lists whose words are never names by themselves, whatever their class.
const COMMON: [&str; 5] = ["function-words.txt", "nouns.txt", "titles.txt", "complements.txt", "name-parts.txt"];

impl Known {
    /// Reads the hand-written lists below `gazetteers/`, and WordNet for its words and its persons.
    pub fn read(root: &Path, sources: &Sources) -> Result<Known> {
        let folder = root.join("gazetteers");
        let read = |file: &str| fs::read_to_string(folder.join(file)).map_err(|error| format!("gazetteers/{file}: {error}"));
        let mut known = Known::default();
        for file in name_files(root)? {
            known.add_entities(&read(&file)?);
        }
        known.add_words(&read("words.txt")?);
        for file in COMMON {
            known.add_common(&read(file)?);
        }
        for entry in record::read(&read("given-names.txt")?) {
            known.given.insert(plain(&entry.name));
        }
        known.add_wordnet(sources)?;
        Ok(known)
    }

    /// Adds the entities of a file of names.
    pub fn add_entities(&mut self, text: &str) {
        for entry in record::read(text) {
            let Some(kind) = Kind::of_section(&entry.section) else { continue };
            self.add_entity(kind, &entry);
        }
    }

    fn add_entity(&mut self, kind: Kind, entry: &Entry) {
        let get = |key: &str| entry.fields.iter().find(|field| field.0 == key).map(|field| field.1.clone());
        let id = get("id").unwrap_or_else(|| record::slug(&entry.name));
        let index = self.entities.len();
        let (name, detail) = (entry.name.clone(), get("type"));
        let flag = ["exact", "weak"].into_iter().find(|flag| entry.flag.as_deref() == Some(flag));
        self.entities.push(Entity { id: id.clone(), name, flag, kind, detail, iso2: get("iso2"), wikidata: get("wikidata"), country: get("country") });
        self.ids.insert(id, index);
        self.add_name(entry.name.split(" (").next().unwrap_or_default(), index);
        for (key, value, _) in &entry.fields {
            if record::is_alias(key) {
                self.add_name(value, index);
            }
            if key == "surname" {
                self.surnames.insert(plain(value));
            }
        }
        if let (Kind::Person, Some((_, last))) = (kind, entry.name.rsplit_once(' ')) {
            self.surnames.insert(plain(last));
        }
    }

    fn add_name(&mut self, name: &str, index: usize) {
        for (map, key) in [(&mut self.exact, plain(name)), (&mut self.folded, folded(name))] {
            let holders = map.entry(key).or_default();
            if !holders.contains(&index) {
                holders.push(index);
            }
        }
    }

    /// The hand-written entities with this name or alias, accents aside.
    pub fn named<'k>(&'k self, name: &str) -> impl Iterator<Item = &'k Entity> {
        self.exact.get(&plain(name)).into_iter().flatten().map(|&index| &self.entities[index])
    }

    /// The hand-written entities with this name or alias, accents and case aside.
    pub fn named_folded<'k>(&'k self, name: &str) -> impl Iterator<Item = &'k Entity> {
        self.folded.get(&folded(name)).into_iter().flatten().map(|&index| &self.entities[index])
    }

    /// All hand-written names and aliases, without accents and in lower case, with their entities; in no order.
    pub fn names(&self) -> impl Iterator<Item = (&str, &Entity)> {
        self.folded.iter().flat_map(move |(name, holders)| holders.iter().map(move |&index| (name.as_str(), &self.entities[index])))
    }

    /// Whether a hand-written list holds this name, of any kind, accents aside.
    pub fn holds(&self, name: &str) -> bool {
        self.exact.contains_key(&plain(name))
    }

    /// Whether a hand-written entity of this kind, or one like it, has this name, accents and case aside.
    pub fn holds_kind(&self, kind: Kind, name: &str) -> bool {
        self.named_folded(name).any(|entity| entity.kind.is_like(kind))
    }

    /// The hand-written entity with this identifier.
    pub fn by_id(&self, id: &str) -> Option<&Entity> {
        self.ids.get(id).map(|&index| &self.entities[index])
    }

    /// All hand-written entities of a kind.
    pub fn of_kind(&self, kind: Kind) -> impl Iterator<Item = &Entity> {
        self.entities.iter().filter(move |entity| entity.kind == kind)
    }

    /// The country with this ISO 3166 alpha-2 code (either case), alpha-3 code, name or alias.
    pub fn country(&self, code_or_name: &str) -> Option<&Entity> {
        let upper = code_or_name.to_uppercase();
        let mut countries = self.of_kind(Kind::Country);
        if upper.len() == 2 {
            return countries.find(|country| country.iso2.as_deref() == Some(&upper));
        }
        self.by_id(&upper).filter(|entity| entity.kind == Kind::Country).or_else(|| self.named(code_or_name).find(|entity| entity.kind == Kind::Country))
    }
}

/// The hand-written files of names below `gazetteers/`, sorted.
pub fn name_files(root: &Path) -> Result<Vec<String>> {
    let mut files = vec!["countries.txt".to_owned(), "places.txt".to_owned()];
    for folder in ["organizations", "people"] {
        let mut names: Vec<String> = Vec::new();
        for entry in fs::read_dir(root.join("gazetteers").join(folder))? {
            names.push(format!("{folder}/{}", entry?.file_name().to_string_lossy()));
        }
        names.retain(|name| name.ends_with(".txt"));
        names.sort_unstable();
        files.extend(names);
    }
    Ok(files)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn known() -> Known {
        let mut known = Known::default();
        known.add_entities("[country]\n\nCôte d’Ivoire\n  id CIV\n  iso2 CI\n  alias Ivory Coast\n\n[person]\n\nJoe Biden\n\n[place]\n\nGeorgia (US state)\n");
        known
    }

    #[test]
    fn finds_names_accents_and_case_aside() {
        let known = known();
        assert!(known.holds("Cote d'Ivoire") && !known.holds("ivory coast"));
        assert!(known.holds_kind(Kind::Place, "ivory coast") && !known.holds_kind(Kind::Person, "Ivory Coast"));
        assert_eq!(known.country("ci").unwrap().id, "CIV");
        assert_eq!(known.country("Ivory Coast").unwrap().id, "CIV");
        assert!(known.holds("Georgia") && known.is_surname("Biden"));
    }
}
