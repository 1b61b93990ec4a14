//! Who can be named: entities and their aliases.

use std::borrow::Cow;

use bytemuck::{AnyBitPattern, CheckedBitPattern, NoUninit};
use once_cell::sync::OnceCell;
use serde::{Deserialize, Deserializer, Serialize};

use super::image::{Reader, Writer};

/// What sort of thing an entity is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, CheckedBitPattern, NoUninit)]
#[serde(rename_all = "lowercase")]
#[repr(u8)]
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

    /// Whether who holds it is called by these words, in lower case, behind the name of the country or body: "chief" of its secretary general.
    pub(crate) fn is_called(&self, words: &str) -> bool {
        let one_of = |titles: &[&str]| titles.contains(&self.title.as_ref());
        match words {
            "leader" | "ruler" | "strongman" | "dictator" => {
                one_of(&["Chancellor", "Emir", "General Secretary", "King", "Leader", "Premier", "President", "Prime Minister", "Supreme Leader"])
            }
            "boss" | "chief" | "head" => {
                let heads = ["Commissioner", "Director", "Director General", "Director-General", "Executive Director", "General Secretary", "Governor", "Head", "Leader"];
                one_of(&heads)
                    || one_of(&["Managing Director", "Manager", "President", "Secretary General", "Secretary-General"])
                    || self.is_called("chair")
                    || self.is_called("ceo")
            }
            "chair" | "chairman" | "chairwoman" => self.title.starts_with("Chair"),
            "ceo" | "chief executive" | "chief executive officer" => one_of(&["Chief Executive", "Chief Executive Officer"]),
            _ => self.title.eq_ignore_ascii_case(words) || self.title.replace('-', " ").eq_ignore_ascii_case(&words.replace('-', " ")),
        }
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
    /// The identifier of the country it belongs to; the name as listed where no country has that name.
    #[serde(deserialize_with = "borrowed_if_any")]
    pub country: Option<Text>,
    /// Offices of a person, as listed.
    pub offices: Vec<Office>,
    /// Whether a listed person is a woman (`Some(true)`) or a man.
    pub female: Option<bool>,
}

/// An entity's number inside one gazetteer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, AnyBitPattern, NoUninit)]
#[repr(transparent)]
pub(crate) struct EntityId(pub u32);

/// All entities, by number. Those that an image holds are decoded when one of their block is first asked for.
#[derive(Default)]
pub(crate) struct Entities {
    blocks: Vec<Block>,
    len: usize,
}

/// So many entities are decoded together.
const BLOCK: usize = 64;

#[derive(Default)]
struct Block {
    image: &'static [u8],
    entities: OnceCell<Vec<Entity>>,
}

impl Block {
    fn entities(&self) -> &Vec<Entity> {
        let decode = || postcard::from_bytes(self.image).unwrap_or_else(|error| unreachable!("the build script wrote the image: {error}"));
        self.entities.get_or_init(decode)
    }

    fn entities_mut(&mut self) -> &mut Vec<Entity> {
        self.entities();
        self.entities.get_mut().unwrap_or_else(|| unreachable!("decoded above"))
    }
}

impl Entities {
    pub fn len(&self) -> usize {
        self.len
    }

    pub fn ids(&self) -> impl Iterator<Item = EntityId> {
        (0..self.len as u32).map(EntityId)
    }

    pub fn get(&self, id: EntityId) -> &Entity {
        &self.blocks[id.0 as usize / BLOCK].entities()[id.0 as usize % BLOCK]
    }

    pub fn get_mut(&mut self, id: EntityId) -> &mut Entity {
        &mut self.blocks[id.0 as usize / BLOCK].entities_mut()[id.0 as usize % BLOCK]
    }

    pub fn push(&mut self, entity: Entity) -> EntityId {
        let id = EntityId(self.len as u32);
        if self.len % BLOCK == 0 {
            self.blocks.push(Block { image: &[], entities: Vec::with_capacity(BLOCK).into() });
        }
        self.blocks[self.len / BLOCK].entities_mut().push(entity);
        self.len += 1;
        id
    }

    pub fn to_image(&self, image: &mut Writer) -> Result<(), postcard::Error> {
        let blocks: Vec<Vec<u8>> = self.blocks.iter().map(|block| postcard::to_allocvec(block.entities())).collect::<Result<_, _>>()?;
        let lengths: Vec<u32> = blocks.iter().map(|block| block.len() as u32).collect();
        image.encoded(&(self.len, lengths))?;
        image.bytes(&blocks.concat());
        Ok(())
    }

    pub fn from_image(image: &mut Reader) -> Result<Entities, postcard::Error> {
        let (len, lengths): (usize, Vec<u32>) = image.encoded()?;
        let mut rest = image.bytes()?;
        let mut blocks = Vec::with_capacity(lengths.len());
        for length in lengths {
            let (image, behind) = rest.split_at_checked(length as usize).ok_or(postcard::Error::DeserializeUnexpectedEnd)?;
            blocks.push(Block { image, entities: OnceCell::new() });
            rest = behind;
        }
        Ok(Entities { blocks, len })
    }
}

/// How an alias names its entity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, CheckedBitPattern, NoUninit)]
#[repr(u8)]
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
#[derive(Clone, Copy, Debug, CheckedBitPattern, NoUninit)]
#[repr(C)]
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
    pub _free: [u8; 3],
}
