//! Floor 2: the data files, read once into immutable tables.

mod classes;
mod entity;
mod frames;
mod image;
mod inflect;
mod lexicon;
mod names;
mod offices;
mod patterns;
mod word_sets;
mod words;

pub(crate) use classes::{flag, Classes, Tag};
pub(crate) use entity::{Alias, AliasKind, EntityId};
pub use entity::{Entity, EntityKind, Office};
pub use frames::Class;
pub(crate) use frames::{examples, Complements, Example, Frames, Inner};
pub(crate) use image::Aligned;
pub(crate) use lexicon::Title;
pub(crate) use names::{slug, Names, Namesakes};
pub(crate) use patterns::{serves, NounPattern, PatternsOf, Step, VerbPattern};
pub(crate) use word_sets::{WordSet, WordSets};
pub(crate) use words::{key, word, IntMap, Known, WordId, Words};

use serde::{Deserialize, Serialize};

use crate::error::Error;
use image::{Reader, Writer};
use inflect::Inflection;
use offices::{OfficeNames, Offices};
use once_cell::sync::OnceCell;

/// Words that can stand for somebody who was named before: pronouns, and the nouns of "the company". `mention/coreference` says for whom.
#[rustfmt::skip]
pub(crate) const ANAPHORS: [&str; 120] = [
    "he", "him", "his", "He", "His", "she", "her", "She", "Her", "it", "its", "It", "Its",
    "agency", "airline", "alliance", "association", "authority", "automaker", "bank", "bloc", "broadcaster", "bureau", "carmaker", "chancellor", "charity", "chipmaker", "club", "commission", "committee",
    "company", "conglomerate", "council", "country", "court", "department", "drugmaker", "federation", "firm", "foundation", "fund", "governor", "group", "institute", "insurer", "king", "kingdom", "lender",
    "magazine", "manufacturer", "militants", "minister", "ministry", "movement", "nation", "newspaper", "organisation", "organization", "party", "planemaker", "pope",
    "premier", "president", "queen", "rebels", "regulator", "republic", "retailer", "senator", "startup", "tribunal", "union", "university", "watchdog",
    "bookmaker", "steelmaker",
    "administrator", "ambassador", "commissioner", "coordinator", "director", "envoy", "general", "representative", "secretary", "speaker",
    "Agency", "Alliance", "Assembly", "Association", "Authority", "Bureau", "Commission", "Committee", "Council", "Court", "Department", "Foundation", "Fund",
    "Institute", "Ministry", "Tribunal",
    "Administrator", "Ambassador", "Commissioner", "Coordinator", "Director", "Envoy", "General", "Minister", "Representative", "Secretary", "Speaker",
    "Chancellor", "Governor", "King", "Pope", "Premier", "President", "Queen",
];

/// Which list a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum List {
    FunctionWords,
    WordClasses,
    Circumstances,
    WordSets,
    Irregular,
    Nouns,
    Titles,
    Offices,
    NameParts,
    Names,
    Frames,
    Complements,
}

/// One data file: its list, its name for messages, its text.
pub(crate) struct File<'t> {
    pub list: List,
    pub name: &'t str,
    pub text: &'t str,
}

/// Everything the lists know.
///
/// The build script reads the embedded lists once and stores what it has read as an image, whose tables a program uses where they lie.
pub(crate) struct Gazetteer {
    pub words: Words,
    pub names: Names,
    pub frames: Frames,
    pub sets: WordSets,
    /// Titles by their first word, longest first.
    titles: IntMap<WordId, Vec<Title>>,
    forms: Forms,
    /// How many words there were before the first name was read.
    words_before_names: u32,
    office_names: OfficeNames,
    offices: OnceCell<Offices>,
}

/// What it takes to inflect the verbs of frames that are added later.
#[derive(Default, Serialize, Deserialize)]
struct Forms {
    inflection: Inflection,
    /// Verbs that lend an event noun their subject.
    light: Vec<String>,
    /// Verbs of `complements.txt`.
    verbs: Vec<WordId>,
}

impl Gazetteer {
    /// Reads all files, in an order in which each list finds what it builds on.
    pub fn read(files: &[File<'_>]) -> Result<Gazetteer, Error> {
        let mut words = Words::new();
        let mut names = Names::default();
        let mut frames = Frames::default();
        let mut forms = Forms::default();
        let (mut titles, mut not_names) = (Vec::new(), Vec::new());
        let of = |list: List| files.iter().filter(move |file| file.list == list);
        for f in of(List::FunctionWords) {
            lexicon::function_words(&mut words, f.name, f.text)?;
        }
        for f in of(List::WordClasses) {
            lexicon::word_classes(&mut words, f.name, f.text)?;
        }
        for f in of(List::Circumstances) {
            lexicon::circumstances(&mut words, f.name, f.text)?;
        }
        for f in of(List::Irregular) {
            forms.inflection.read(f.name, f.text)?;
        }
        for f in of(List::Nouns) {
            lexicon::nouns(&mut words, f.name, f.text, &mut forms.light)?;
        }
        let mut sets = WordSets::default();
        for f in of(List::WordSets) {
            sets.read(&mut words, f.name, f.text)?;
        }
        for f in of(List::Titles) {
            titles.extend(lexicon::titles(&mut words, f.name, f.text)?);
        }
        let mut office_names = OfficeNames::default();
        for f in of(List::Offices) {
            office_names.read(f.name, f.text)?;
        }
        for f in of(List::NameParts) {
            lexicon::name_parts(&mut words, f.name, f.text, &mut not_names)?;
        }
        for f in of(List::Frames) {
            frames.read(&mut words, f.name, f.text)?;
        }
        for f in of(List::Complements) {
            forms.verbs.extend(lexicon::complements(&mut words, &mut frames, f.name, f.text)?);
        }
        for id in not_names {
            words.get_mut(id).flags |= flag::NOT_A_NAME;
        }
        words.mark("of", flag::OF);
        for joiner in ["after", "before", "by", "without", "while", "since", "besides", "despite", "when"] {
            words.mark(joiner, flag::JOINS_CLAUSE);
        }
        for anaphor in ANAPHORS {
            words.mark(anaphor, flag::ANAPHOR);
        }
        forms.add(&mut words, &frames);
        let words_before_names = words.len();
        for f in of(List::Names) {
            names.read(&mut words, f.name, f.text)?;
        }
        names.add_marked(&mut words);
        frames.mark_triggers(&mut words);
        words.tie_lower();
        names.name_countries(&words);
        names.settle();
        names.rank_people();
        Ok(Gazetteer { words, names, frames, sets, titles: by_first_word(titles), forms, words_before_names, office_names, offices: OnceCell::new() })
    }

    /// Adds the user's names and frames, which win over those that are there.
    pub fn extend(&mut self, files: &[File<'_>]) -> Result<(), Error> {
        (self.names.own, self.frames.own) = (true, true);
        for f in files.iter().filter(|f| f.list == List::Frames) {
            self.frames.read(&mut self.words, f.name, f.text)?;
        }
        self.forms.add(&mut self.words, &self.frames);
        self.frames.mark_triggers(&mut self.words);
        for f in files.iter().filter(|f| f.list == List::Names) {
            self.names.read(&mut self.words, f.name, f.text)?;
        }
        self.names.name_countries(&self.words);
        self.names.rank_people();
        self.words.tie_lower();
        Ok(())
    }

    /// Forgets all names; word classes, frames and the parts of names stay.
    pub fn forget_names(&mut self) {
        self.names = Names::default();
        self.words.forget_names(self.words_before_names);
    }

    /// The image of what has been read.
    pub fn to_image(&self) -> Result<Vec<u8>, postcard::Error> {
        let mut image = Writer::default();
        self.words.to_image(&mut image);
        self.names.to_image(&mut image)?;
        image.encoded(&self.frames)?;
        image.encoded(&(&self.sets, &self.titles, &self.forms, self.words_before_names, &self.office_names))?;
        Ok(image.finish())
    }

    /// What the image holds.
    pub fn from_image(image: &'static Aligned<[u8]>) -> Result<Gazetteer, postcard::Error> {
        let mut image = Reader::new(image);
        let (words, names, frames) = (Words::from_image(&mut image)?, Names::from_image(&mut image)?, image.encoded()?);
        let (sets, titles, forms, words_before_names, office_names) = image.encoded()?;
        Ok(Gazetteer { words, names, frames, sets, titles, forms, words_before_names, office_names, offices: OnceCell::new() })
    }

    /// Who held which office when; made at the first call.
    pub fn offices(&self) -> &Offices {
        self.offices.get_or_init(|| Offices::new(&self.names, &self.office_names))
    }

    /// Titles that begin with `word`, longest first.
    pub fn titles(&self, word: WordId) -> &[Title] {
        self.titles.get(&word).map_or(&[], Vec::as_slice)
    }
}

impl Forms {
    /// Inflects every verb that a list names, and the nouns of frames.
    fn add(&self, words: &mut Words, frames: &Frames) {
        let verbs = self.verbs.iter().chain(frames.verbs.keys());
        let mut bases: Vec<String> = verbs.map(|&verb| words.text(verb).to_owned()).collect();
        bases.extend(self.inflection.verbs().map(str::to_owned));
        bases.extend(self.light.iter().map(|verb| verb.split(' ').next().unwrap_or(verb).to_owned()));
        bases.sort_unstable();
        bases.dedup();
        for base in &bases {
            lexicon::verb_forms(words, &self.inflection, base);
        }
        for verb in &self.light {
            words.mark(verb.split(' ').next().unwrap_or(verb), flag::LIGHT);
        }
        lexicon::frame_nouns(words, frames);
    }
}

fn by_first_word(titles: Vec<Title>) -> IntMap<WordId, Vec<Title>> {
    let mut map: IntMap<WordId, Vec<Title>> = IntMap::default();
    for title in titles {
        map.entry(title.words[0]).or_default().push(title);
    }
    for list in map.values_mut() {
        list.sort_by_key(|title| std::cmp::Reverse(title.words.len()));
    }
    map
}
