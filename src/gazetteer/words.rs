//! Every word that any list knows, once: its classes, its base form, what else the lists say of it.
//!
//! A token of a text is looked up here at most once; from then on it is a number.

use std::borrow::Cow;
use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

use bytemuck::{AnyBitPattern, CheckedBitPattern, NoUninit};
use serde::{Deserialize, Serialize};

use super::classes::{flag, Classes, Tag};
use super::image::{Reader, Table, Writer};
use super::names::{straight, without_marks};
use crate::text::{Token, TokenKind, APOSTROPHE, CAPITAL};

/// A multiplying hasher for keys that are one integer, or a few of them.
#[derive(Default)]
pub(crate) struct IntHasher(u64);

impl Hasher for IntHasher {
    fn finish(&self) -> u64 {
        self.0
    }
    fn write(&mut self, bytes: &[u8]) {
        bytes.iter().for_each(|&byte| self.write_u64(u64::from(byte)));
    }
    fn write_u32(&mut self, value: u32) {
        self.write_u64(u64::from(value));
    }
    fn write_u64(&mut self, value: u64) {
        let h = (self.0 ^ value).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        self.0 = h ^ h >> 29;
    }
}

/// A map whose keys are one small integer, or a few of them.
pub(crate) type IntMap<K, V> = HashMap<K, V, BuildHasherDefault<IntHasher>>;

/// A word's number. [`WordId::NONE`] is the word that no list knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize, AnyBitPattern, NoUninit)]
#[repr(transparent)]
pub(crate) struct WordId(pub u32);

impl WordId {
    pub const NONE: WordId = WordId(0);

    pub fn known(self) -> bool {
        self.0 != 0
    }
}

macro_rules! fixed {
    ([$($asked:ident $asked_text:literal),* $(,)?] [$($name:ident $text:literal),* $(,)?]) => {
        /// The words that rules name, under fixed numbers, so that a rule compares numbers; first those whose own class a rule decides.
        #[allow(non_upper_case_globals)]
        pub(crate) mod word {
            use super::WordId;
            #[allow(clippy::upper_case_acronyms, non_camel_case_types)]
            enum Number { None, $($asked,)* $($name),* }
            $(pub const $asked: WordId = WordId(Number::$asked as u32);)*
            $(pub const $name: WordId = WordId(Number::$name as u32);)*
            const ASKED: &[&str] = &[$($asked_text),*];
            pub(super) const TEXTS: &[&str] = &[$($asked_text,)* $($text),*];
            const _: u32 = Number::None as u32;
            /// "down", "out": what goes with a verb rather than with what stands behind.
            pub fn is_particle(word: WordId) -> bool {
                matches!(word, AWAY | BACK | DOWN | OFF | OUT | UP)
            }
            /// Whether a rule decides the class of the word by its name.
            pub fn is_asked(word: WordId) -> bool {
                word.0.wrapping_sub(1) < ASKED.len() as u32
            }
        }
    };
}

fixed! {
    [
    ABLAZE "ablaze", ABOUT "about", ALL "all", ANOTHER "another", AROUND "around", AS "as", BEFORE "before", BOTH "both", CLOSE "close", EACH "each",
    FIRST "first", FREE "free", FURTHER "further", HARDLY "hardly", HERSELF "herself", HIMSELF "himself", ITSELF "itself", LAST "last", LIKE "like", LIKELY "likely",
    LONGER "longer", LOVED "loved", MUCH "much", NO "no", ONCE "once", ONE "one", ONLY "only", OTHER "other", OVER "over", SHORT "short", SINCE "since",
    THEMSELVES "themselves", THERE "there", UNDER "under", WORTH "worth",
    ]
    [
    A "a", AFTER "after", AGAIN "again", AGAINST "against", ALONG "along", AN "an", AND "and", ASIDE "aside", AT "at", AWAY "away", BACK "back", BE "be", BEEN "been", BEING "being",
    BETWEEN "between", BUT "but", BY "by", CA "ca", CALL "call", CALLED "called", CALLS "calls", CANNOT "cannot", CAPTIVE "captive", CHIEF "chief", CITE "cite", D "'d", DID "did", DOING "doing",
    DOLLARS "dollars", DOWN "down", D_AFFAIRES "d'affaires", EVER "ever", FIGURE "figure", FOR "for", FROM "from", HAD "had", HAVING "having", HELP "help", HOSTAGE "hostage", IMPORTANCE "importance", IN "in",
    INCLUDING "including", INTO "into", JOINT "joint", JOINTLY "jointly", JUST "just", LED "led", LL "'ll", MERELY "merely", MINISTRY "ministry", MORE "more", NEVER "never", OF "of", OFF "off", OFFICE "office", ON "on", ONES "ones",
    ORDER "order", OTHERS "others", OUT "out", PART "part", PERCENT "percent", PRISONER "prisoner", QUOTE "quote", REMAIN "remain", REMAINS "remains", ROLE "role", SAID "said",
    SAYS "says", SHALL "shall", SIMPLY "simply", SO "so", SUCH "such", TELL "tell", TELLS "tells", TERMS "terms", THAN "than", THAT "that", THE "the", THIS "this", TO "to", TOLD "told", UNTIL "until", UP "up",
    USE "use", VISITING "visiting", VOTE "vote", WAS "was", WERE "were", WHAT "what", WHETHER "whether", WHICH "which", WHILE "while", WHO "who", WHOM "whom", WHOSE "whose", WILL "will", WITH "with", WO "wo", WOULD "would",
    ]
}

/// What the lists know of one word.
#[derive(Clone, Copy, Debug, Default, CheckedBitPattern, NoUninit)]
#[repr(C, align(32))]
pub(crate) struct Word {
    pub classes: Classes,
    pub flags: u64,
    /// The verb that this is a form of.
    pub verb: WordId,
    /// The singular of which this is the plural, or the word itself.
    pub noun: WordId,
    /// The word in lower case.
    pub lower: WordId,
    /// The node of the names' trie behind it, or 0.
    pub root: u32,
}

impl Word {
    pub fn is(&self, tag: Tag) -> bool {
        self.classes.has(tag)
    }

    pub fn has(&self, flag: u64) -> bool {
        self.flags & flag != 0
    }
}

/// What a token needs of its word: the word, and those flags that names and triggers are found by.
#[derive(Clone, Copy, Debug, Default, AnyBitPattern, NoUninit)]
#[repr(C)]
pub(crate) struct Known {
    pub id: WordId,
    flags: u32,
}

impl Known {
    /// Whether one of `flags`, of the lower 32, is set.
    #[inline]
    pub fn has(self, flags: u64) -> bool {
        debug_assert!(flags >> 32 == 0, "a token knows the lower flags only");
        self.flags & flags as u32 != 0
    }

    /// Adds `flags`, of the lower 32.
    pub fn set(&mut self, flags: u64) {
        self.flags |= flags as u32;
    }
}

/// An interner with open addressing; built once, then only read.
pub(crate) struct Words {
    /// All texts one behind the other.
    arena: Cow<'static, str>,
    /// Where each text ends.
    ends: Table<u32>,
    words: Table<Word>,
    slots: Table<Slot>,
    /// How far a product of [`slot`] is shifted to the right.
    shift: u32,
}

/// One place of the table: what tells the word from all others, and the word. All in one line of the cache.
#[derive(Clone, Copy, Default, AnyBitPattern, NoUninit)]
#[repr(C)]
struct Slot {
    key: u64,
    known: Known,
}

/// So many tokens are looked up side by side.
const SIDE_BY_SIDE: usize = 64;

/// What tells a word from all others: the bytes of a short word with its length in front, or 56 bits of the hash of a longer one.
/// Its text is not compared: with a hundred thousand listed words, one unknown word in 10^11 is taken for a listed one.
#[inline]
pub(crate) fn key(bytes: &[u8]) -> u64 {
    let length = bytes.len();
    let at = |i: usize| u64::from(bytes[i]);
    let four = |i: usize| u64::from(u32::from_le_bytes([bytes[i], bytes[i + 1], bytes[i + 2], bytes[i + 3]]));
    let packed = match length {
        0 => 0,
        1..4 => at(0) | at(length / 2) << (8 * (length / 2)) | at(length - 1) << (8 * (length - 1)),
        4..8 => four(0) | four(length - 4) << (8 * (length - 4)),
        _ => return hash(bytes) | 0xff << 56,
    };
    packed | (length as u64) << 56
}

const K: u64 = 0x9E37_79B9_7F4A_7C15;

fn hash(bytes: &[u8]) -> u64 {
    let mix = |h: u64, value: u64| {
        let h = (h.rotate_left(5) ^ value).wrapping_mul(K);
        h ^ h >> 32
    };
    let mut h = bytes.len() as u64;
    let mut at = 0;
    while at + 8 < bytes.len() {
        h = mix(h, eight(bytes, at));
        at += 8;
    }
    mix(h, eight(bytes, bytes.len() - 8)) // the last eight overlap those before
}

/// The text of a token as lists have it: with straight apostrophes.
fn as_listed(text: &str, token: Token) -> Cow<'_, str> {
    if token.has(APOSTROPHE) {
        straight(token.text(text))
    } else {
        token.text(text).into()
    }
}

/// The [`key`] of a token's word, with straight apostrophes.
#[inline]
fn key_of(text: &str, token: Token) -> u64 {
    if token.has(APOSTROPHE) {
        return key(as_listed(text, token).as_bytes());
    }
    let (start, end) = (token.start as usize, token.end as usize);
    let (bytes, length) = (text.as_bytes(), end - start);
    if length < 8 && start + 8 <= bytes.len() {
        // a short word in one load, with what follows it masked
        return eight(bytes, start) & ((1 << (8 * length)) - 1) | (length as u64) << 56;
    }
    key(&bytes[start..end])
}

/// The eight bytes from `at` on, in one load; none where there are fewer.
#[inline(always)]
fn eight(bytes: &[u8], at: usize) -> u64 {
    bytes.get(at..at + 8).and_then(|eight| eight.try_into().ok()).map_or(0, u64::from_le_bytes)
}

impl Words {
    pub fn new() -> Words {
        let mut words = Words { arena: Cow::default(), ends: vec![0].into(), words: vec![Word::default()].into(), slots: Cow::default(), shift: 0 };
        words.make_slots(18);
        for text in word::TEXTS {
            words.add(text);
        }
        words
    }

    /// How many words there are.
    pub fn len(&self) -> u32 {
        self.words.len() as u32
    }

    pub fn to_image(&self, image: &mut Writer) {
        image.bytes(self.arena.as_bytes());
        image.table(&self.ends);
        image.table(&self.words);
        image.table(&self.slots);
    }

    pub fn from_image(image: &mut Reader) -> Result<Words, postcard::Error> {
        let arena = std::str::from_utf8(image.bytes()?).map_err(|_| postcard::Error::DeserializeBadUtf8)?;
        let (ends, words, slots) = (image.table()?, image.table()?, image.table::<Slot>()?);
        let shift = 64 - slots.len().trailing_zeros();
        Ok(Words { arena: Cow::Borrowed(arena), ends, words, slots, shift })
    }

    /// Enters all words into a new table of 2^`bits` slots.
    fn make_slots(&mut self, bits: u32) {
        self.shift = 64 - bits;
        let mut slots = vec![Slot::default(); 1 << bits];
        for id in (1..self.len()).map(WordId) {
            let key = key(self.text(id).as_bytes());
            let slot = free_or(&slots, self.home(key), key);
            slots[slot] = Slot { key, known: Known { id, flags: self.get(id).flags as u32 } };
        }
        self.slots = slots.into();
    }

    /// Forgets the words from `count` on, and of the others that names begin or end with them.
    pub fn forget_names(&mut self, count: u32) {
        self.words.to_mut().truncate(count as usize);
        self.ends.to_mut().truncate(count as usize);
        let end = self.ends.last().map_or(0, |&end| end as usize);
        self.arena.to_mut().truncate(end);
        for word in self.words.to_mut() {
            word.flags &= !(flag::SURNAME | flag::STARTS_NAME | flag::IS_NAME | flag::INSIDE_NAME);
            word.root = 0;
        }
        self.make_slots(self.slots.len().trailing_zeros());
        self.tie_lower();
    }

    /// The first place that the word with this key can have.
    #[inline]
    fn home(&self, key: u64) -> usize {
        (key.wrapping_mul(K) >> self.shift) as usize
    }

    /// The place where the word with this key stands, or the free one where it would.
    #[inline]
    fn slot(&self, key: u64) -> usize {
        free_or(&self.slots, self.home(key), key)
    }

    /// The number of `text`, which is added where it is new.
    ///
    /// Two long words with one hash would be one word; among a million words the chance of a pair is one in a hundred thousand.
    pub fn add(&mut self, text: &str) -> WordId {
        let key = key(text.as_bytes());
        let slot = self.slot(key);
        let known = self.slots[slot].known.id;
        if known.known() {
            return known;
        }
        let id = WordId(self.len());
        self.words.to_mut().push(Word::default());
        self.arena.to_mut().push_str(text);
        self.ends.to_mut().push(self.arena.len() as u32);
        self.slots.to_mut()[slot] = Slot { key, known: Known { id, flags: 0 } };
        if self.words.len() * 2 > self.slots.len() {
            self.make_slots(self.slots.len().trailing_zeros() + 1);
        }
        id
    }

    /// The number of `text`, or [`WordId::NONE`].
    pub fn find(&self, text: &str) -> WordId {
        self.slots[self.slot(key(text.as_bytes()))].known.id
    }

    /// Adds what is known of the word of each of `tokens` to `out`. Look-ups that do not wait for each other share their way to the memory.
    pub fn look_up(&self, text: &str, tokens: &[Token], out: &mut Vec<Known>) {
        out.reserve(tokens.len());
        let (mut keys, mut slots) = ([0; SIDE_BY_SIDE], [Slot::default(); SIDE_BY_SIDE]);
        for tokens in tokens.chunks(SIDE_BY_SIDE) {
            for (key, token) in keys.iter_mut().zip(tokens) {
                *key = key_of(text, *token);
            }
            for (slot, key) in slots.iter_mut().zip(keys) {
                *slot = self.slots[self.home(key)];
            }
            out.extend(tokens.iter().zip(keys.iter().zip(&slots)).map(|(token, (key, slot))| self.known(text, *token, *key, slot)));
        }
    }

    /// Brings what is known of each of `ids` near: loads that do not wait for each other share their way from the memory.
    pub fn bring_near(&self, ids: impl Iterator<Item = WordId>) {
        std::hint::black_box(ids.fold(0, |sum, id| sum ^ self.get(id).flags));
    }

    /// What is known of a token with this key, whose first place is `home`. A word that no list has can have a form in lower case that is listed.
    #[inline]
    fn known(&self, text: &str, token: Token, key: u64, home: &Slot) -> Known {
        let mut known = if home.key == key || !home.known.id.known() { home.known } else { self.slots[self.slot(key)].known };
        if token.kind == TokenKind::Word && token.has(CAPITAL) {
            // "Thiès" is listed as "Thies"
            if !known.id.known() && !token.text(text).is_ascii() {
                known = self.slots[self.slot(self::key(without_marks(&as_listed(text, token)).as_bytes()))].known;
            }
            known.set(flag::CAPITAL_WORD);
            if !known.id.known() {
                known.set(self.flags_by_lower(self.find_lower(&as_listed(text, token))));
            }
        }
        known
    }

    /// The node of the names' trie behind the word, which becomes `next` where there is none.
    pub fn root(&mut self, id: WordId, next: u32) -> u32 {
        let word = self.get_mut(id);
        if word.root == 0 {
            word.root = next;
            word.flags |= flag::STARTS_NAME;
        }
        word.root
    }

    /// Ties every word to its form in lower case; to be called when all words are there.
    pub fn tie_lower(&mut self) {
        for id in (1..self.len()).map(WordId) {
            let text = self.text(id);
            let lower = self.find_lower(text);
            let flags = self.flags_by_lower(if begins_with_capital(text) { lower } else { id });
            let word = self.get_mut(id);
            word.lower = lower;
            word.flags = word.flags & !(flag::LOWER_KNOWN | flag::ORDINARY | flag::TRIGGER) | flags;
        }
        self.make_slots(self.slots.len().trailing_zeros());
    }

    /// The flags that a word has by its form in lower case.
    fn flags_by_lower(&self, lower: WordId) -> u64 {
        let word = self.get(lower);
        // "Nagata-cho": what only stands inside a name is no word
        let inside = word.classes.likeliest == Tag::None && word.root == 0 && word.flags & !(flag::LOWER_KNOWN | flag::ORDINARY | flag::TRIGGER | flag::INSIDE_NAME) == 0;
        let known = if lower.known() && !inside { flag::LOWER_KNOWN } else { 0 };
        let ordinary = if word.classes.likeliest == Tag::None { 0 } else { flag::ORDINARY };
        known | ordinary | word.flags & flag::TRIGGER
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
        if !id.known() {
            return "";
        }
        &self.arena[self.ends[id.0 as usize - 1] as usize..self.ends[id.0 as usize] as usize]
    }

    pub fn get(&self, id: WordId) -> &Word {
        &self.words[id.0 as usize]
    }

    pub fn get_mut(&mut self, id: WordId) -> &mut Word {
        &mut self.words.to_mut()[id.0 as usize]
    }

    /// Adds a word with a flag.
    pub fn mark(&mut self, text: &str, flag: u64) -> WordId {
        let id = self.add(text);
        self.get_mut(id).flags |= flag;
        id
    }

    /// Adds a word with a class.
    pub fn tag(&mut self, text: &str, tag: Tag) -> WordId {
        let id = self.add(text);
        self.get_mut(id).classes.add(tag);
        id
    }
}

/// From `slot` on, the place where the word with this key stands, or the free one where it would.
#[inline]
fn free_or(slots: &[Slot], mut slot: usize, key: u64) -> usize {
    loop {
        let Slot { key: listed, known } = slots[slot];
        if !known.id.known() || listed == key {
            return slot;
        }
        slot = (slot + 1) & (slots.len() - 1);
    }
}

fn begins_with_capital(text: &str) -> bool {
    text.chars().next().is_some_and(char::is_uppercase)
}
