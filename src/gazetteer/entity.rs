//! Who can be named: entities and their aliases.

use serde::{Deserialize, Serialize};

/// What sort of thing an entity is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum EntityKind {
    /// A state or territory.
    Country,
    /// A bloc, region, city, sea or area.
    Place,
    /// A body, party, armed group, company, medium …
    Organization,
    /// A person.
    Person,
}

/// A person's office: what, of which country or body, from when to when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Office {
    /// The office as listed: `Secretary of State`.
    pub title: String,
    /// The country or body, where one is given.
    pub of: Option<String>,
    /// First year, where given.
    pub from: Option<u16>,
    /// Last year; `None` while it lasts, or where no years are given.
    pub to: Option<u16>,
}

impl Office {
    /// Whether the years that are listed say that somebody held it in that year.
    pub(crate) fn held_in(&self, year: u16) -> bool {
        self.from.is_some_and(|from| from <= year) && self.to.is_none_or(|to| year <= to)
    }
}

/// Somebody or something that has a name, from a gazetteer.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Entity {
    /// The identifier: ISO 3166 alpha-3 of a country, otherwise made from the name or as given.
    pub id: String,
    /// The usual name.
    pub name: String,
    /// What sort of thing it is.
    pub kind: EntityKind,
    /// The detail of a place or organization: `city`, `party` …
    pub detail: Option<String>,
    /// ISO 3166 alpha-2 of a country.
    pub iso2: Option<String>,
    /// The Wikidata item, where certain.
    pub wikidata: Option<String>,
    /// Identifier or name of the country it belongs to, as listed.
    pub country: Option<String>,
    /// Offices of a person, as listed.
    pub offices: Vec<Office>,
    /// Whether a listed person is a woman (`Some(true)`) or a man.
    pub female: Option<bool>,
}

/// An entity's number inside one gazetteer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct EntityId(pub u32);

/// How an alias names its entity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum AliasKind {
    /// A name of the thing itself.
    Name,
    /// A capital or seat that can stand for its state or body.
    Seat,
    /// An adjective: `American`.
    Adjective,
    /// A noun for its people: `Americans`.
    People,
}

/// One way to name an entity.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Alias {
    pub entity: EntityId,
    pub kind: AliasKind,
    /// What the entity is.
    pub sort: EntityKind,
    /// Only in exactly these letters.
    pub exact: bool,
    /// Also an ordinary word or a commoner name.
    pub weak: bool,
}
