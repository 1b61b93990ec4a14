//! Who can be named: entities and their aliases.

use std::borrow::Cow;

use serde::{Deserialize, Deserializer, Serialize};

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
    /// A religious, ethnic or political community: Muslims, Kurds, Communists.
    Group,
}

/// A text of a list: borrowed where the list is part of the library.
type Text = Cow<'static, str>;

fn borrowed<'de: 'static, D: Deserializer<'de>>(image: D) -> Result<Text, D::Error> {
    <&'static str>::deserialize(image).map(Cow::Borrowed)
}

fn borrowed_if_any<'de: 'static, D: Deserializer<'de>>(image: D) -> Result<Option<Text>, D::Error> {
    Ok(Option::<&'static str>::deserialize(image)?.map(Cow::Borrowed))
}

/// A person's office: what, of which country or body, from when to when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Office {
    /// The office as listed: `Secretary of State`.
    #[serde(deserialize_with = "borrowed")]
    pub title: Text,
    /// The country or body, where one is given.
    #[serde(deserialize_with = "borrowed_if_any")]
    pub of: Option<Text>,
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
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
#[non_exhaustive]
pub struct Entity {
    /// The identifier: ISO 3166 alpha-3 of a country, otherwise made from the name or as given.
    #[serde(deserialize_with = "borrowed")]
    pub id: Text,
    /// The usual name.
    #[serde(deserialize_with = "borrowed")]
    pub name: Text,
    /// What sort of thing it is.
    pub kind: EntityKind,
    /// The detail of a place or organization: `city`, `party` …
    #[serde(deserialize_with = "borrowed_if_any")]
    pub detail: Option<Text>,
    /// ISO 3166 alpha-2 of a country.
    #[serde(deserialize_with = "borrowed_if_any")]
    pub iso2: Option<Text>,
    /// The Wikidata item, where certain.
    #[serde(deserialize_with = "borrowed_if_any")]
    pub wikidata: Option<Text>,
    /// Identifier or name of the country it belongs to, as listed.
    #[serde(deserialize_with = "borrowed_if_any")]
    pub country: Option<Text>,
    /// Offices of a person, as listed.
    pub offices: Vec<Office>,
    /// Whether a listed person is a woman (`Some(true)`) or a man.
    pub female: Option<bool>,
}

/// An entity's number inside one gazetteer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub(crate) struct EntityId(pub u32);

/// How an alias names its entity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
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
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub(crate) struct Alias {
    pub entity: EntityId,
    pub kind: AliasKind,
    /// What the entity is.
    pub sort: EntityKind,
    /// Only in exactly these letters.
    pub exact: bool,
    /// Also an ordinary word or a commoner name.
    pub weak: bool,
    /// Given by the user: of two equal ones it wins.
    pub own: bool,
}
