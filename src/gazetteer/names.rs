//! The aliases of all entities as a trie over words, and the surnames of people.

use std::borrow::Cow;
use std::collections::HashMap;

use bytemuck::{AnyBitPattern, NoUninit};
use serde::{Deserialize, Serialize};

use super::classes::flag;
use super::entity::{Alias, AliasKind, Entities, Entity, EntityId, EntityKind, Office};
use super::image::{Reader, Table, Writer};
use super::words::{IntMap, WordId, Words};
use crate::date::Date;
use crate::error::Error;
use crate::records::{self, Field, Record};
use crate::text::Document;

/// Entities, their aliases, and the surnames of people.
#[derive(Default)]
pub(crate) struct Names {
    pub entities: Entities,
    /// Whether the names are the user's, read behind the embedded ones.
    pub own: bool,
    by_id: HashMap<Cow<'static, str>, EntityId>,
    /// The edges of the nodes that an image holds: word and node, side by side for each node and sorted by word.
    settled: Table<Edge>,
    /// (node, word) to node, of edges that were added since. Node 0 is the root, whose edges stand in the words.
    edges: IntMap<u64, u32>,
    nodes: Table<Node>,
    aliases: Table<Alias>,
    surnames: IntMap<WordId, Namesakes>,
}

/// The listed people with one surname.
#[derive(Clone, Default, Serialize, Deserialize)]
pub(crate) struct Namesakes {
    people: Vec<EntityId>,
    /// The one that the surname alone stands for: who leads or led a state first, then who is or was in office last, then who held
    /// most offices; none where two are equal.
    pub best: Option<EntityId>,
    /// Whether that one leads or led a state: "Xi", "Abe".
    pub leads_state: bool,
}

/// A node of the trie.
#[derive(Clone, Copy, Default, AnyBitPattern, NoUninit)]
#[repr(C)]
struct Node {
    /// Its aliases in [`Names::aliases`]: the first, and how many.
    first: u32,
    count: u16,
    /// How many edges it has in [`Names::settled`], from `edge` on.
    edges: u16,
    edge: u32,
    /// Whether an edge leads on: 0 or 1.
    inner: u32,
}

/// A way on in the trie.
#[derive(Clone, Copy, AnyBitPattern, NoUninit)]
#[repr(C)]
struct Edge {
    word: WordId,
    node: u32,
}

const KEYS: [&str; 13] = ["adjective", "alias", "capital", "country", "gender", "id", "iso2", "office", "people", "seat", "surname", "type", "wikidata"];

impl Names {
    pub fn to_image(&self, image: &mut Writer) -> Result<(), postcard::Error> {
        self.entities.to_image(image)?;
        image.table(&self.settled);
        image.table(&self.nodes);
        image.table(&self.aliases);
        image.encoded(&self.surnames)
    }

    pub fn from_image(image: &mut Reader) -> Result<Names, postcard::Error> {
        let entities = Entities::from_image(image)?;
        let (settled, nodes, aliases, surnames) = (image.table()?, image.table()?, image.table()?, image.encoded()?);
        Ok(Names { entities, settled, nodes, aliases, surnames, ..Names::default() })
    }

    /// Adds the entities of a file. A record whose id is there already adds its details to that entity.
    pub fn read(&mut self, words: &mut Words, file: &str, text: &str) -> Result<(), Error> {
        if self.by_id.is_empty() {
            self.by_id = self.entities.ids().map(|id| (self.entity(id).id.clone(), id)).collect();
        }
        for record in records::read(file, text)? {
            let kind = match record.section {
                "country" => EntityKind::Country,
                "place" => EntityKind::Place,
                "organization" => EntityKind::Organization,
                "person" => EntityKind::Person,
                "group" => EntityKind::Group,
                "" => return Err(Error::data(file, record.line, "a section line is needed above the first name: [country], [place], [organization], [person] or [group]")),
                other => return Err(Error::data(file, record.line, format!("'[{other}]' is no section here; the sections are country, group, organization, person, place"))),
            };
            self.add(words, file, kind, &record)?;
        }
        Ok(())
    }

    /// Puts the identifier of every entity's country in the place of its name; to be called when all names are read.
    pub fn name_countries(&mut self, words: &Words) {
        self.entities.ids().for_each(|id| self.name_country(words, id));
    }

    fn name_country(&mut self, words: &Words, id: EntityId) {
        let Some(country) = self.entity(id).country.as_deref().filter(|country| !self.by_id.contains_key(*country)) else { return };
        let id_of = self.country_named(words, country).map(|country| self.entity(country).id.clone());
        if id_of.is_some() {
            self.entities.get_mut(id).country = id_of;
        }
    }

    /// The country with this name.
    fn country_named(&self, words: &Words, name: &str) -> Option<EntityId> {
        let mut document = Document::default();
        document.read(name);
        let mut ids = document.tokens.iter().map(|token| words.find(&straight(token.text(name))));
        let root = words.get(ids.next()?).root;
        let node = ids.try_fold(root, |node, word| self.step(node, word)).filter(|_| root != 0)?;
        self.ends(node).iter().find(|alias| alias.kind == AliasKind::Name && alias.sort == EntityKind::Country).map(|alias| alias.entity)
    }

    fn add<'t>(&mut self, words: &mut Words, file: &str, kind: EntityKind, record: &Record<'t>) -> Result<(), Error> {
        let id = record.fields.iter().find(|f| f.key == "id").map_or_else(|| slug(record.name), |f| f.value.to_owned());
        let entity = match self.by_id.get(id.as_str()) {
            Some(&known) if self.entity(known).kind == kind => known,
            Some(_) => return Err(Error::data(file, record.line, format!("the id '{id}' belongs to an entity of another kind; give this record an 'id' of its own"))),
            None => self.create(id, kind, record.name),
        };
        // "Georgia (US state)" is told apart by its brackets, which nobody writes: without them the name is a weak one
        match record.name.split_once(" (") {
            Some((name, _)) => self.alias(words, file, entity, AliasKind::Name, name, Some("weak"), record.line)?,
            None => self.alias(words, file, entity, AliasKind::Name, record.name, record.flag, record.line)?,
        }
        let mut surnames = Vec::new();
        for field in &record.fields {
            self.detail(words, file, entity, field, &mut surnames)?;
        }
        if kind == EntityKind::Person {
            if surnames.is_empty() {
                let last = |name: &'t str| name.rsplit_once(' ').map_or(name, |(_, last)| last);
                surnames.push((last(record.name), false));
                // "Volodymyr Zelensky" of Volodymyr Zelenskyy: the surname in another spelling
                let aliases = record.fields.iter().filter(|field| field.key == "alias" && field.flag.is_none() && field.value.contains(' ')).map(|field| last(field.value));
                surnames.extend(aliases.filter(|alias| is_spelling_of(alias, last(record.name))).map(|alias| (alias, false)));
            }
            for (surname, _) in surnames.into_iter().filter(|(_, weak)| !weak) {
                self.surname(words, entity, surname);
                // "Alexandria Ocasio-Cortez … Ocasio-Cortez": of two surnames nobody else is called
                if is_double(surname) {
                    self.alias(words, file, entity, AliasKind::Name, surname, None, record.line)?;
                }
            }
        }
        Ok(())
    }

    fn create(&mut self, id: String, kind: EntityKind, name: &str) -> EntityId {
        let id = Cow::<str>::Owned(id);
        let entity = self.entities.push(Entity {
            id: id.clone(),
            name: Cow::Owned(name.to_owned()),
            kind,
            detail: None,
            iso2: None,
            wikidata: None,
            country: None,
            offices: Vec::new(),
            female: None,
        });
        self.by_id.insert(id, entity);
        entity
    }

    fn detail<'t>(&mut self, words: &mut Words, file: &str, id: EntityId, field: &Field<'t>, surnames: &mut Vec<(&'t str, bool)>) -> Result<(), Error> {
        if field.value.is_empty() {
            return Err(Error::data(file, field.line, format!("'{}' needs a value after it", field.key)));
        }
        let alias = match field.key {
            "alias" => Some(AliasKind::Name),
            "capital" | "seat" => Some(AliasKind::Seat),
            "adjective" => Some(AliasKind::Adjective),
            "people" => Some(AliasKind::People),
            _ => None,
        };
        if let Some(kind) = alias {
            return self.alias(words, file, id, kind, field.value, field.flag, field.line);
        }
        let entity = self.entities.get_mut(id);
        let value = Some(Cow::Owned(field.value.to_owned()));
        match field.key {
            "id" => {}
            "iso2" => entity.iso2 = value,
            "wikidata" => entity.wikidata = value,
            "country" => entity.country = value,
            "type" => entity.detail = value,
            "surname" => surnames.push((field.value, field.flag == Some("weak"))),
            "gender" => entity.female = Some(female(file, field)?),
            "office" => entity.offices.push(office(file, field)?),
            _ => return Err(field.unknown_key(file, &KEYS)),
        }
        Ok(())
    }

    #[allow(clippy::too_many_arguments)]
    fn alias(&mut self, words: &mut Words, file: &str, entity: EntityId, kind: AliasKind, name: &str, flag: Option<&str>, line: u32) -> Result<(), Error> {
        let (exact, weak) = match flag {
            None => (false, false),
            Some("exact") => (true, false),
            Some("weak") => (false, true),
            Some(other) => return Err(Error::data(file, line, format!("'[{other}]' is no flag here; the flags are [exact], [weak]"))),
        };
        let alias = Alias { entity, kind, sort: self.entity(entity).kind, exact, weak, own: self.own, _free: [0; 3] };
        self.insert(words, name, alias);
        let plain = without_marks(name);
        if plain != name {
            self.insert(words, &plain, alias);
        }
        Ok(())
    }

    fn insert(&mut self, words: &mut Words, name: &str, alias: Alias) {
        let mut document = Document::default();
        document.read(name);
        let mut node = 0;
        for (i, token) in document.tokens.iter().enumerate() {
            let id = words.add(&straight(token.text(name)));
            let next = self.nodes.len().max(1) as u32;
            node = match i {
                0 => {
                    if document.tokens.len() == 1 {
                        words.get_mut(id).flags |= flag::IS_NAME;
                    }
                    words.root(id, next)
                }
                _ => {
                    words.get_mut(id).flags |= flag::INSIDE_NAME;
                    self.nodes.to_mut()[node as usize].inner = 1;
                    match self.step(node, id) {
                        Some(known) => known,
                        None => *self.edges.entry(key(node, id)).or_insert(next),
                    }
                }
            };
            if node == next {
                self.nodes.to_mut().resize(next as usize + 1, Node::default());
            }
        }
        if node != 0 {
            self.end(node, alias);
        }
    }

    /// "Kraków", which is a word by `Wisła Kraków`, is the city that the list has as `Krakow`: what is known with its marks only inside longer names is, alone, what it is without them.
    pub fn add_marked(&mut self, words: &mut Words) {
        for id in (1..words.len()).map(WordId) {
            let text = words.text(id);
            if text.is_ascii() || words.get(id).has(flag::IS_NAME) {
                continue;
            }
            let (text, plain) = (text.to_owned(), words.find(&without_marks(text)));
            if words.get(plain).has(flag::IS_NAME) && text.starts_with(char::is_uppercase) {
                for alias in self.ends(words.get(plain).root).to_vec() {
                    self.insert(words, &text, alias);
                }
            }
        }
    }

    /// Adds an alias to a node. The aliases of a node stand side by side, so they move to the end where one is added.
    fn end(&mut self, node: u32, alias: Alias) {
        let Node { first, count, .. } = self.nodes[node as usize];
        let range = first as usize..first as usize + count as usize;
        if self.aliases[range.clone()].iter().any(|a| a.entity == alias.entity && a.kind == alias.kind) {
            return;
        }
        let aliases = self.aliases.to_mut();
        let moved = aliases.len();
        aliases.extend_from_within(range);
        aliases.push(alias);
        aliases[moved..].sort_by_key(|a| (a.weak, a.kind, a.sort, !a.own));
        let node = &mut self.nodes.to_mut()[node as usize];
        (node.first, node.count) = (moved as u32, count + 1);
    }

    fn surname(&mut self, words: &mut Words, entity: EntityId, surname: &str) {
        for form in [surname.to_owned(), without_marks(surname)] {
            // of a surname of several words the first stands for all: it is enough to find the person
            let id = words.mark(form.rsplit([' ', '-']).next().unwrap_or(&form), flag::SURNAME);
            let namesakes = self.surnames.entry(id).or_default();
            if !namesakes.people.contains(&entity) {
                namesakes.people.push(entity);
            }
        }
    }

    /// The node behind `node`, which is not the root, over `word`.
    pub fn step(&self, node: u32, word: WordId) -> Option<u32> {
        let Node { edge, edges, inner, .. } = self.nodes[node as usize];
        if inner == 0 {
            return None;
        }
        let settled = &self.settled[edge as usize..edge as usize + edges as usize];
        match settled.binary_search_by_key(&word, |edge| edge.word) {
            Ok(at) => Some(settled[at].node),
            Err(_) if self.edges.is_empty() => None,
            Err(_) => self.edges.get(&key(node, word)).copied(),
        }
    }

    /// Puts all edges side by side, node after node; to be called once, before an image is made.
    pub fn settle(&mut self) {
        let mut edges: Vec<(u64, u32)> = self.edges.drain().collect();
        edges.sort_unstable();
        let (nodes, settled) = (self.nodes.to_mut(), self.settled.to_mut());
        for (key, next) in edges {
            let node = &mut nodes[(key >> 32) as usize];
            if node.edges == 0 {
                node.edge = settled.len() as u32;
            }
            node.edges += 1;
            settled.push(Edge { word: WordId(key as u32), node: next });
        }
    }

    /// The aliases that end at `node`, the surest first.
    pub fn ends(&self, node: u32) -> &[Alias] {
        let Node { first, count, .. } = self.nodes[node as usize];
        &self.aliases[first as usize..first as usize + count as usize]
    }

    /// Whom a surname stands for: who alone held an office, or led a state, on the day of writing, where that is given; else [`Namesakes::best`].
    pub fn known_as(&self, surname: WordId, date: Option<Date>) -> Option<EntityId> {
        let Namesakes { people, best, .. } = self.namesakes(surname)?;
        let Some(date) = date.filter(|_| people.len() > 1) else { return *best };
        let one = |which: &dyn Fn(&Office) -> bool| {
            let mut holders = people.iter().filter(|id| self.entity(**id).offices.iter().any(|office| office.held_in(date.year()) && which(office)));
            holders.next().copied().filter(|_| holders.next().is_none())
        };
        one(&|_| true).or_else(|| one(&leads)).or(*best)
    }

    /// The listed people with this surname.
    pub fn namesakes(&self, surname: WordId) -> Option<&Namesakes> {
        self.surnames.get(&surname)
    }

    /// Chooses whom each surname stands for; to be called when all people are there.
    pub fn rank_people(&mut self) {
        for namesakes in self.surnames.values_mut() {
            namesakes.rank(&self.entities);
        }
    }

    /// Whether somebody leads or led a state, the world body or a ministry.
    pub fn governs(&self, id: EntityId) -> bool {
        self.entity(id).offices.iter().any(|office| leads(office) || office.title.contains("Minister") || office.title.contains("Secretary"))
    }

    pub fn entity(&self, id: EntityId) -> &Entity {
        self.entities.get(id)
    }
}

impl Namesakes {
    /// All of them, the best known first.
    pub fn people(&self) -> &[EntityId] {
        &self.people
    }

    fn rank(&mut self, entities: &Entities) {
        let weight = |id: EntityId| {
            let offices = &entities.get(id).offices;
            let until = offices.iter().filter(|o| o.from.is_some()).map(|o| o.to.unwrap_or(u16::MAX)).max().unwrap_or(0);
            (offices.iter().any(leads), until, offices.len())
        };
        self.people.sort_by_cached_key(|&id| (std::cmp::Reverse(weight(id)), id));
        self.best = match self.people[..] {
            [first, second, ..] if weight(first) == weight(second) => None,
            _ => self.people.first().copied(),
        };
        let leads = |o: &Office| matches!(o.title.as_ref(), "President" | "Prime Minister" | "Premier" | "General Secretary" | "Supreme Leader");
        self.leads_state = self.best.is_some_and(|id| entities.get(id).offices.iter().any(leads));
    }
}

/// An office that leads a state or the world body.
fn leads(office: &Office) -> bool {
    ["President", "Prime Minister", "Chancellor", "King", "Supreme Leader", "Secretary-General", "Premier", "Emir"].iter().any(|title| office.title.starts_with(title))
}

/// Whether a surname is two that are joined: "Ocasio-Cortez", unlike "Jong-un" and "Al-Assad".
fn is_double(surname: &str) -> bool {
    let parts = surname.split('-');
    parts.clone().count() == 2 && parts.into_iter().all(|part| part.len() > 3 && part.starts_with(char::is_uppercase))
}

/// Whether two surnames begin or end with the same four letters: "Zelensky" and "Zelenskyy", "Qaddafi" and "Gaddafi".
fn is_spelling_of(one: &str, other: &str) -> bool {
    let begins = one.chars().zip(other.chars()).take_while(|(a, b)| a == b).count();
    let ends = one.chars().rev().zip(other.chars().rev()).take_while(|(a, b)| a == b).count();
    one != other && begins.max(ends) >= 4
}

fn key(node: u32, word: WordId) -> u64 {
    u64::from(node) << 32 | u64::from(word.0)
}

fn female(file: &str, field: &Field<'_>) -> Result<bool, Error> {
    match field.value {
        "female" => Ok(true),
        "male" => Ok(false),
        other => Err(Error::data(file, field.line, format!("'{other}' is no gender here; it is female or male"))),
    }
}

/// `Secretary of State, United States, 2021-2025`: the years and the country may be missing.
fn office(file: &str, field: &Field<'_>) -> Result<Office, Error> {
    let mut parts: Vec<&str> = field.value.split(',').map(str::trim).collect();
    let (mut from, mut to) = (None, None);
    if let Some(last) = parts.last().filter(|last| last.len() >= 4 && last.bytes().all(|b| b.is_ascii_digit() || b == b'-')) {
        let wrong = || Error::data(file, field.line, format!("'{last}' are no years; expected 1997-2001, or 2021- while it lasts"));
        let year = |text: &str| text.parse::<u16>().ok().filter(|year| (1000..3000).contains(year)).ok_or_else(wrong);
        let (first, end) = last.split_once('-').unwrap_or((last, last));
        from = Some(year(first)?);
        to = if end.is_empty() { None } else { Some(year(end)?) };
        parts.pop();
    }
    let of = if parts.len() > 1 { parts.pop().map(|of| Cow::Owned(of.to_owned())) } else { None };
    Ok(Office { title: Cow::Owned(parts.join(", ")), of, from, to })
}

/// The identifier made from a name: `Kurt Campbell` to `kurt-campbell`.
pub(crate) fn slug(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    for c in without_marks(name).chars().filter(|c| !matches!(c, '.' | '\'' | '’')) {
        if c.is_alphanumeric() {
            out.extend(c.to_lowercase());
        } else if !out.ends_with('-') {
            out.push('-');
        }
    }
    out.trim_matches('-').to_owned()
}

/// Typographic apostrophes as straight ones.
pub(super) fn straight(text: &str) -> std::borrow::Cow<'_, str> {
    if text.contains('’') {
        return text.replace('’', "'").into();
    }
    text.into()
}

/// Latin letters without their accents: `Erdoğan` to `Erdogan`.
pub(crate) fn without_marks(text: &str) -> String {
    if text.is_ascii() {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        let plain = match c {
            'á' | 'à' | 'â' | 'ä' | 'ã' | 'å' | 'ā' | 'ă' | 'ą' | 'ạ' | 'ả' => "a",
            'Á' | 'À' | 'Â' | 'Ä' | 'Ã' | 'Å' | 'Ā' | 'Ă' | 'Ą' => "A",
            'é' | 'è' | 'ê' | 'ë' | 'ē' | 'ė' | 'ę' | 'ě' | 'ế' | 'ễ' | 'ệ' | 'ə' => "e",
            'É' | 'È' | 'Ê' | 'Ë' | 'Ē' | 'Ė' | 'Ę' | 'Ě' | 'Ə' => "E",
            'í' | 'ì' | 'î' | 'ï' | 'ī' | 'ı' | 'į' | 'ị' => "i",
            'Í' | 'Ì' | 'Î' | 'Ï' | 'Ī' | 'İ' => "I",
            'ó' | 'ò' | 'ô' | 'ö' | 'õ' | 'ø' | 'ō' | 'ő' | 'ơ' | 'ọ' => "o",
            'Ó' | 'Ò' | 'Ô' | 'Ö' | 'Õ' | 'Ø' | 'Ō' | 'Ő' => "O",
            'ú' | 'ù' | 'û' | 'ü' | 'ū' | 'ů' | 'ű' | 'ų' | 'ư' => "u",
            'Ú' | 'Ù' | 'Û' | 'Ü' | 'Ū' | 'Ů' | 'Ű' => "U",
            'ç' | 'ć' | 'č' | 'ċ' => "c",
            'Ç' | 'Ć' | 'Č' | 'Ċ' => "C",
            'ñ' | 'ń' | 'ň' | 'ņ' => "n",
            'Ñ' | 'Ń' | 'Ň' => "N",
            'š' | 'ś' | 'ş' | 'ș' => "s",
            'Š' | 'Ś' | 'Ş' | 'Ș' => "S",
            'ž' | 'ź' | 'ż' => "z",
            'Ž' | 'Ź' | 'Ż' => "Z",
            'ğ' | 'ģ' | 'ġ' => "g",
            'Ğ' | 'Ģ' | 'Ġ' => "G",
            'ł' | 'ļ' | 'ľ' => "l",
            'Ł' | 'Ļ' | 'Ľ' => "L",
            'ý' | 'ÿ' => "y",
            'Ý' => "Y",
            'ř' => "r",
            'Ř' => "R",
            'ť' | 'ţ' | 'ț' => "t",
            'Ť' | 'Ţ' | 'Ț' => "T",
            'ď' | 'đ' | 'ð' => "d",
            'Ď' | 'Đ' | 'Ð' => "D",
            'ķ' => "k",
            'ß' => "ss",
            'æ' => "ae",
            'Æ' => "Ae",
            'œ' => "oe",
            'þ' => "th",
            'Þ' => "Th",
            '\u{300}'..='\u{36f}' => "",
            other => {
                out.push(other);
                continue;
            }
        };
        out.push_str(plain);
    }
    out
}
