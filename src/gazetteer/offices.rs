//! Who held which office when: from the office lines of people. Made when first asked for.

use std::collections::{BTreeMap, HashMap};

use serde::{Deserialize, Serialize};

use super::entity::{EntityId, EntityKind, Office};
use super::names::Names;
use crate::date::Date;
use crate::error::Error;
use crate::records;

/// What offices are called: `offices.txt`.
#[derive(Default, Serialize, Deserialize)]
pub(crate) struct OfficeNames {
    /// Another name to the name that the lists have, both in lower case.
    same: BTreeMap<String, String>,
    /// Country, by name or id, to the office of its leader.
    leaders: BTreeMap<String, String>,
}

/// A country and an office, in lower case, to who held it.
pub(crate) struct Offices {
    holders: HashMap<(EntityId, String), Vec<(EntityId, Office)>>,
    leaders: HashMap<EntityId, String>,
    same: BTreeMap<String, String>,
}

const KEYS: [&str; 2] = ["also", "country"];

impl OfficeNames {
    pub fn read(&mut self, file: &str, text: &str) -> Result<(), Error> {
        for record in records::read(file, text)? {
            let office = record.name.to_lowercase();
            for field in &record.fields {
                match (record.section, field.key) {
                    ("office", "also") => drop(self.same.insert(field.value.to_lowercase(), office.clone())),
                    ("leader", "country") => drop(self.leaders.insert(field.value.to_owned(), office.clone())),
                    ("office" | "leader", _) => return Err(field.unknown_key(file, &KEYS)),
                    (other, _) => return Err(Error::data(file, record.line, format!("'[{other}]' is no section here; the sections are leader, office"))),
                }
            }
        }
        Ok(())
    }
}

impl Offices {
    pub fn new(names: &Names, called: &OfficeNames) -> Offices {
        let ids = || names.entities.ids();
        let mut countries = HashMap::new();
        for id in ids().filter(|&id| names.entity(id).kind == EntityKind::Country) {
            countries.insert(names.entity(id).name.as_ref(), id);
            countries.insert(names.entity(id).id.as_ref(), id);
        }
        let leaders = called.leaders.iter().filter_map(|(country, office)| Some((*countries.get(country.as_str())?, office.clone()))).collect();
        let mut offices = Offices { holders: HashMap::new(), leaders, same: called.same.clone() };
        for id in ids().filter(|&id| names.entity(id).kind == EntityKind::Person) {
            for office in &names.entity(id).offices {
                if let (Some(&country), Some(_)) = (office.of.as_deref().and_then(|of| countries.get(of)), office.from) {
                    let title = offices.usual(&office.title);
                    offices.holders.entry((country, title)).or_default().push((id, office.clone()));
                }
            }
        }
        offices
    }

    /// The name in lower case by which all names of an office go.
    fn usual(&self, title: &str) -> String {
        let title = title.to_lowercase();
        self.same.get(&title).cloned().unwrap_or(title)
    }

    /// Who held the office on that day, if that was one person only. The lists know years, so nobody is named where it changed hands in that year.
    pub fn holder(&self, country: EntityId, title: &str, date: Date) -> Option<EntityId> {
        if title == "leader" {
            return self.leader(country, date);
        }
        self.sole(country, title, date)
    }

    fn sole(&self, country: EntityId, title: &str, date: Date) -> Option<EntityId> {
        let holders = self.holders.get(&(country, self.usual(title)))?;
        let mut held = holders.iter().filter(|(_, office)| office.held_in(date.year())).map(|(person, _)| *person);
        let one = held.next()?;
        held.all(|other| other == one).then_some(one)
    }

    fn leader(&self, country: EntityId, date: Date) -> Option<EntityId> {
        if let Some(office) = self.leaders.get(&country) {
            return self.sole(country, office, date);
        }
        let has = |title: &str| self.holders.contains_key(&(country, title.to_owned()));
        match (has("president"), has("prime minister")) {
            (true, false) => self.sole(country, "president", date),
            (false, true) => self.sole(country, "prime minister", date),
            _ => None,
        }
    }
}
