//! Every word that any list knows, once: its classes, its base form, what else the lists say of it.
//!
//! A token of a text is looked up here at most once; from then on it is a number.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// A multiplying hasher for keys that are one integer.
#[derive(Default)]
pub(crate) struct IntHasher(u64);

impl Hasher for IntHasher {
    fn finish(&self) -> u64 {
        self.0
    }
    fn write(&mut self, _: &[u8]) {
        unreachable!("only integers are hashed");
    }
    fn write_u32(&mut self, value: u32) {
        self.write_u64(u64::from(value));
    }
    fn write_u64(&mut self, value: u64) {
        let h = (self.0 ^ value).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        self.0 = h ^ h >> 29;
    }
}

/// A map whose keys are one small integer.
pub(crate) type IntMap<K, V> = HashMap<K, V, BuildHasherDefault<IntHasher>>;

/// A word's number. [`WordId::NONE`] is the word that no list knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub(crate) struct WordId(pub u32);

impl WordId {
    pub const NONE: WordId = WordId(0);

    pub fn known(self) -> bool {
        self.0 != 0
    }
}

/// Word classes, as fine as the syntax needs them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
#[repr(u8)]
pub(crate) enum Tag {
    #[default]
    None,
    Noun,
    Plural,
    /// A proper name, or any capitalised word inside a sentence that is no other class.
    Name,
    Verb,
    VerbS,
    Past,
    Participle,
    Gerund,
    Adjective,
    Adverb,
    Determiner,
    Possessive,
    Pronoun,
    Preposition,
    Conjunction,
    Subordinator,
    That,
    Relative,
    To,
    Not,
    Modal,
    Be,
    Have,
    Do,
    Number,
    /// The ending 's.
    Genitive,
    Comma,
    Stop,
    Colon,
    Quote,
    Open,
    Close,
    Dash,
    Hyphen,
    Other,
}

/// What lists say of a word besides its classes.
pub(crate) mod flag {
    /// A head noun that acts for the actor beside it: `troops`.
    pub const AGENT: u32 = 1;
    /// A person who is not his possessor: `lawyer`.
    pub const RELATION: u32 = 1 << 1;
    /// An event noun that names no actor.
    pub const EVENT: u32 = 1 << 2;
    /// A verb that lends an event noun its subject: `hold`.
    pub const LIGHT: u32 = 1 << 3;
    pub const GIVEN_NAME: u32 = 1 << 4;
    pub const HONORIFIC: u32 = 1 << 5;
    pub const FEMALE: u32 = 1 << 6;
    pub const MALE: u32 = 1 << 7;
    /// The last word of an organization's name: `Ministry`, `Corp.`.
    pub const ORGANIZATION_HEAD: u32 = 1 << 8;
    /// A word that stands in a name but is none by itself.
    pub const PARTICLE: u32 = 1 << 9;
    /// Begins an alias although it is not capitalised.
    pub const LOWER_START: u32 = 1 << 10;
    /// The last word of a place name: `River`, `Province`.
    pub const PLACE_HEAD: u32 = 1 << 11;
    /// A weekday or month.
    pub const DATE: u32 = 1 << 12;
    /// A unit of time: `year`.
    pub const TIME: u32 = 1 << 13;
    /// A surname of a listed person.
    pub const SURNAME: u32 = 1 << 14;
    /// What ends a person's name: `Jr.`.
    pub const SUFFIX: u32 = 1 << 15;
    /// The first word of an office or rank: `Prime` of `Prime Minister`.
    pub const TITLE: u32 = 1 << 16;
    /// A given name that is also an ordinary word or a place.
    pub const WEAK_GIVEN_NAME: u32 = 1 << 18;
    /// The word "of".
    pub const OF: u32 = 1 << 19;
    /// A preposition before a gerund that has the subject of the main clause: "after meeting".
    pub const JOINS_CLAUSE: u32 = 1 << 20;
    /// Begins sentences and headings, and never is a name alone.
    pub const NOT_A_NAME: u32 = 1 << 17;
}

/// What the lists know of one word.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Word {
    start: u32,
    length: u32,
    /// Likeliest first, filled up with [`Tag::None`].
    pub tags: [Tag; 6],
    pub flags: u32,
    /// A base form that a list names.
    pub is_base: bool,
    /// The verb that this is a form of.
    pub verb: WordId,
    /// The singular of which this is the plural, or the word itself.
    pub noun: WordId,
}

impl Word {
    pub fn is(&self, tag: Tag) -> bool {
        self.tags.contains(&tag)
    }

    pub fn has(&self, flag: u32) -> bool {
        self.flags & flag != 0
    }

    /// Adds a class behind those that stand there already.
    pub fn add_tag(&mut self, tag: Tag) {
        if !self.is(tag) {
            if let Some(slot) = self.tags.iter_mut().find(|t| **t == Tag::None) {
                *slot = tag;
            }
        }
    }
}

/// An interner with open addressing; built once, then only read.
pub(crate) struct Words {
    arena: String,
    words: Vec<Word>,
    table: Vec<u32>,
    mask: usize,
}

fn hash(bytes: &[u8]) -> u64 {
    const K: u64 = 0x9E37_79B9_7F4A_7C15;
    let mut h = bytes.len() as u64;
    let mut chunks = bytes.chunks_exact(8);
    for chunk in &mut chunks {
        let value = u64::from_le_bytes([chunk[0], chunk[1], chunk[2], chunk[3], chunk[4], chunk[5], chunk[6], chunk[7]]);
        h = (h.rotate_left(5) ^ value).wrapping_mul(K);
    }
    let mut last = 0;
    for &byte in chunks.remainder() {
        last = last << 8 | u64::from(byte);
    }
    h = (h.rotate_left(5) ^ last).wrapping_mul(K);
    h ^ h >> 32
}

impl Words {
    pub fn new() -> Words {
        let size = 1 << 18;
        Words { arena: String::with_capacity(1 << 20), words: vec![Word::default()], table: vec![0; size], mask: size - 1 }
    }

    /// The number of `text`, which is added where it is new.
    pub fn add(&mut self, text: &str) -> WordId {
        let mut slot = hash(text.as_bytes()) as usize & self.mask;
        loop {
            let id = self.table[slot];
            if id == 0 {
                break;
            }
            if self.text(WordId(id)) == text {
                return WordId(id);
            }
            slot = (slot + 1) & self.mask;
        }
        let id = self.words.len() as u32;
        self.words.push(Word { start: self.arena.len() as u32, length: text.len() as u32, ..Word::default() });
        self.arena.push_str(text);
        self.table[slot] = id;
        if self.words.len() * 2 > self.table.len() {
            self.grow();
        }
        WordId(id)
    }

    fn grow(&mut self) {
        self.mask = self.table.len() * 2 - 1;
        self.table = vec![0; self.mask + 1];
        for id in 1..self.words.len() as u32 {
            let mut slot = hash(self.text(WordId(id)).as_bytes()) as usize & self.mask;
            while self.table[slot] != 0 {
                slot = (slot + 1) & self.mask;
            }
            self.table[slot] = id;
        }
    }

    /// The number of `text`, or [`WordId::NONE`].
    pub fn find(&self, text: &str) -> WordId {
        let mut slot = hash(text.as_bytes()) as usize & self.mask;
        loop {
            let id = self.table[slot];
            if id == 0 || self.text(WordId(id)) == text {
                return WordId(id);
            }
            slot = (slot + 1) & self.mask;
        }
    }

    /// The number of `text` in lower case.
    pub fn find_lower(&self, text: &str) -> WordId {
        self.find_folded(text, |_, byte| byte.to_ascii_lowercase(), str::to_lowercase)
    }

    /// The number of `text` with only its first letter a capital: what `CHINA` is in a line of capitals.
    pub fn find_title(&self, text: &str) -> WordId {
        self.find_folded(
            text,
            |i, byte| if i == 0 { byte } else { byte.to_ascii_lowercase() },
            |text| {
                let mut chars = text.chars();
                let first: String = chars.next().into_iter().collect();
                first + &chars.as_str().to_lowercase()
            },
        )
    }

    fn find_folded(&self, text: &str, ascii: impl Fn(usize, u8) -> u8, other: impl Fn(&str) -> String) -> WordId {
        if !text.is_ascii() {
            return self.find(&other(text));
        }
        let mut buffer = [0; 48];
        let Some(buffer) = buffer.get_mut(..text.len()) else {
            return WordId::NONE; // no listed word is as long
        };
        for (i, (to, from)) in buffer.iter_mut().zip(text.bytes()).enumerate() {
            *to = ascii(i, from);
        }
        std::str::from_utf8(buffer).map_or(WordId::NONE, |folded| self.find(folded))
    }

    pub fn text(&self, id: WordId) -> &str {
        let word = &self.words[id.0 as usize];
        &self.arena[word.start as usize..(word.start + word.length) as usize]
    }

    pub fn get(&self, id: WordId) -> &Word {
        &self.words[id.0 as usize]
    }

    pub fn get_mut(&mut self, id: WordId) -> &mut Word {
        &mut self.words[id.0 as usize]
    }

    /// Adds a word with a flag.
    pub fn mark(&mut self, text: &str, flag: u32) -> WordId {
        let id = self.add(text);
        self.get_mut(id).flags |= flag;
        id
    }

    /// Adds a word with a class.
    pub fn tag(&mut self, text: &str, tag: Tag) -> WordId {
        let id = self.add(text);
        self.get_mut(id).add_tag(tag);
        id
    }
}
