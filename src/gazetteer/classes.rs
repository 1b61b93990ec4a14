//! Word classes, and the flags for what else lists say of a word.

use bytemuck::{CheckedBitPattern, NoUninit};

/// Word classes, as fine as the syntax needs them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, CheckedBitPattern, NoUninit)]
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

impl Tag {
    const fn bit(self) -> u32 {
        match self as u8 {
            0 | 32.. => 0,
            word => 1 << word,
        }
    }
}

/// The classes that a word can have, and the likeliest of them.
#[derive(Clone, Copy, Debug, Default, CheckedBitPattern, NoUninit)]
#[repr(C)]
pub(crate) struct Classes {
    /// [`Tag::None`] where there are none.
    pub likeliest: Tag,
    _free: [u8; 3],
    /// A bit for each class of words; marks, which have one class only, need none.
    all: u32,
}

impl Classes {
    /// One class only.
    pub const fn of(tag: Tag) -> Classes {
        Classes { likeliest: tag, _free: [0; 3], all: Classes::set(&[tag]) }
    }

    /// Several classes as a set, for [`Self::any`].
    pub const fn set(tags: &[Tag]) -> u32 {
        let (mut set, mut i) = (0, 0);
        while i < tags.len() {
            set |= tags[i].bit();
            i += 1;
        }
        set
    }

    pub fn has(self, tag: Tag) -> bool {
        self.any(tag.bit())
    }

    /// Whether one of `set` is among them.
    pub fn any(self, set: u32) -> bool {
        self.all & set != 0
    }

    /// Whether there is no other than the likeliest.
    pub fn is_sure(self) -> bool {
        self.all & !self.likeliest.bit() == 0
    }

    /// Adds a class behind those that are there already.
    pub fn add(&mut self, tag: Tag) {
        if self.likeliest == Tag::None {
            self.likeliest = tag;
        }
        self.all |= tag.bit();
    }

    /// Puts `tag` in the place of the likeliest.
    pub fn replace(&mut self, tag: Tag) {
        self.all = self.all & !self.likeliest.bit() | tag.bit();
        self.likeliest = tag;
    }
}

/// What lists say of a word besides its classes. What names are found by comes first: a token knows the lower 32 at once.
pub(crate) mod flag {
    /// An alias is this word alone.
    pub const IS_NAME: u64 = 1 << 0;
    /// An alias goes on with it.
    pub const INSIDE_NAME: u64 = 1 << 1;
    pub const GIVEN_NAME: u64 = 1 << 2;
    /// A given name that is also an ordinary word or a place.
    pub const WEAK_GIVEN_NAME: u64 = 1 << 3;
    /// A surname that people have, listed or not.
    pub const FAMILY_NAME: u64 = 1 << 4;
    /// A surname of a listed person.
    pub const SURNAME: u64 = 1 << 5;
    pub const FEMALE: u64 = 1 << 6;
    pub const MALE: u64 = 1 << 7;
    /// A word that stands in a name but is none by itself.
    pub const PARTICLE: u64 = 1 << 8;
    /// What ends a person's name: `Jr.`.
    pub const SUFFIX: u64 = 1 << 9;
    pub const HONORIFIC: u64 = 1 << 10;
    /// The first word of an office or rank: `Prime` of `Prime Minister`.
    pub const TITLE: u64 = 1 << 11;
    /// The last word of a title: `Minister` of `Prime Minister`.
    pub const TITLE_END: u64 = 1 << 12;
    /// The last word of an organization's name: `Ministry`, `Corp.`.
    pub const ORGANIZATION_HEAD: u64 = 1 << 13;
    /// A head that `of`, `for` or `on` may follow inside a name: `Ministry`.
    pub const LEADING_HEAD: u64 = 1 << 14;
    /// The last word of a place name: `River`, `Province`.
    pub const PLACE_HEAD: u64 = 1 << 15;
    /// What stands before the name of a place: `Mount`.
    pub const LEADING_PLACE: u64 = 1 << 16;
    /// The last word of an administrative place, which is the place of that name: `Province`.
    pub const ADMINISTRATIVE_HEAD: u64 = 1 << 17;
    /// The last word of a building's name: `Airport`.
    pub const FACILITY_HEAD: u64 = 1 << 18;
    /// What makes an agreement or event of the name before it: `Agreement`, `Cup`.
    pub const EVENT_HEAD: u64 = 1 << 19;
    /// A noun for a place that names one beside it: `the town of Lissa`, `Lissa district`.
    pub const PLACE_NOUN: u64 = 1 << 20;
    /// A part of a place: `Eastern`.
    pub const DIRECTION: u64 = 1 << 21;
    /// What a state has one of, and names without the state's name: `Parliament`.
    pub const INSTITUTION: u64 = 1 << 22;
    /// Capitals that are a thing, not an organization: `GDP`.
    pub const NOT_AN_ORGANIZATION: u64 = 1 << 23;
    /// Begins sentences and headings, and never is a name alone.
    pub const NOT_A_NAME: u64 = 1 << 24;
    /// A weekday or month.
    pub const DATE: u64 = 1 << 25;
    /// A form of a word that a frame is found by: a sentence without any gives no relation.
    pub const TRIGGER: u64 = 1 << 26;
    /// An alias begins with it.
    pub const STARTS_NAME: u64 = 1 << 27;
    /// Its form in lower case stands in a list.
    pub const LOWER_KNOWN: u64 = 1 << 28;
    /// Its form in lower case has a class: it is an ordinary word, too.
    pub const ORDINARY: u64 = 1 << 29;
    /// A pronoun or noun that can stand for somebody named before.
    pub const ANAPHOR: u64 = 1 << 30;
    /// Of a token: a word that begins with a capital.
    pub const CAPITAL_WORD: u64 = 1 << 31;
    /// A head noun that acts for the actor beside it: `troops`.
    pub const AGENT: u64 = 1 << 32;
    /// A person who is not his possessor: `lawyer`.
    pub const RELATION: u64 = 1 << 33;
    /// An event noun that names no actor.
    pub const EVENT: u64 = 1 << 34;
    /// A verb that lends an event noun its subject: `hold`.
    pub const LIGHT: u64 = 1 << 35;
    /// A unit of time: `year`.
    pub const TIME: u64 = 1 << 36;
    /// The word "of".
    pub const OF: u64 = 1 << 37;
    /// A preposition before a gerund that has the subject of the main clause: "after meeting".
    pub const JOINS_CLAUSE: u64 = 1 << 38;
    /// Says how strongly: `sharply`, `sharp`.
    pub const STRENGTH: u64 = 1 << 39;
    /// A preposition that leads to what an event is about.
    pub const TOPIC: u64 = 1 << 40;
    /// A preposition that leads to where it happens.
    pub const PLACE: u64 = 1 << 41;
    /// An occasion or site: `summit`.
    pub const VENUE: u64 = 1 << 42;
    /// What its clause tells may not be so: `fears that`.
    pub const DOUBT: u64 = 1 << 43;
    /// A base form that a list names.
    pub const BASE: u64 = 1 << 44;
    /// A verb of saying or thinking, which takes a clause.
    pub const REPORTS: u64 = 1 << 45;
    /// The base form of a verb that has patterns.
    pub const VERB_FRAME: u64 = 1 << 46;
    /// A noun that has patterns, or whose singular has.
    pub const NOUN_FRAME: u64 = 1 << 47;
    /// The first word of an adjective's pattern.
    pub const ADJECTIVE_FRAME: u64 = 1 << 48;
    /// Says what its owner says: `report`.
    pub const DOCUMENT: u64 = 1 << 49;
    /// What stands for the country in which it is attacked: `airbase`.
    pub const SITE: u64 = 1 << 50;
    /// What shows or stands for somebody and is nobody: `portrait`.
    pub const EFFIGY: u64 = 1 << 51;
    /// Asks whether something was: `investigation`.
    pub const INQUIRY: u64 = 1 << 52;
    /// Lends its place to what is counted: `dozens`.
    pub const COUNTER: u64 = 1 << 53;
    /// Leads to an event that need not come: `path`.
    pub const AIM: u64 = 1 << 54;
    /// Is called by the name of its victim or matter: `murder`.
    pub const AFFAIR: u64 = 1 << 55;
    /// Acts for the country right before it, whoever else he belongs to: `counterpart` of "his Russian counterpart".
    pub const COUNTERPART: u64 = 1 << 56;
    /// Speaks for no place that stands before it: `dentist` of "the Texas dentist".
    pub const PRIVATE: u64 = 1 << 57;
    /// A verb with which an event begins or comes about: "begin", "occur".
    pub const HAPPENING: u64 = 1 << 58;
    /// A noun for what only words and votes attack: "policy", "integrity".
    pub const MATTER: u64 = 1 << 59;
    /// A verb of which saying it is doing it: `I want to thank X`.
    pub const PERFORMATIVE: u64 = 1 << 60;
    /// An adverb that leaves open whether it is so: `allegedly`.
    pub const HEDGE: u64 = 1 << 61;
    /// Stands against the state before it: `rebel` of "Syrian rebels".
    pub const OPPOSED: u64 = 1 << 62;
    /// A verb of meeting, talking or joining, whose subject does what an infinitive behind the other tells: "met X to thank him".
    pub const MEETS: u64 = 1 << 63;
}
