//! Floor 2: the data files, read once into immutable tables.

mod entity;
mod frames;
mod inflect;
mod lexicon;
mod names;
mod offices;
mod words;

pub(crate) use entity::{AliasKind, EntityId};
pub use entity::{Entity, EntityKind, Office};
pub use frames::Class;
pub(crate) use frames::{Example, Frames, Inner, NounPattern, Step, VerbPattern};
pub(crate) use lexicon::Title;
pub(crate) use names::{slug, straight, Names};
pub(crate) use words::{flag, word, Tag, Word, WordId, Words};

use crate::error::Error;
use inflect::Inflection;
use offices::{OfficeNames, Offices};
use once_cell::sync::OnceCell;
use words::IntMap;

/// Which list a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum List {
    FunctionWords,
    WordClasses,
    Circumstances,
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
pub(crate) struct Gazetteer {
    pub words: Words,
    pub names: Names,
    pub frames: Frames,
    /// Titles by their first word, longest first.
    titles: IntMap<WordId, Vec<Title>>,
    office_names: OfficeNames,
    offices: OnceCell<Offices>,
}

impl Gazetteer {
    /// Reads all files, in an order in which each list finds what it builds on.
    pub fn read(files: &[File<'_>], with_examples: bool) -> Result<Gazetteer, Error> {
        let mut words = Words::new();
        let mut names = Names::default();
        let mut frames = Frames { examples: with_examples.then(Vec::new), ..Frames::default() };
        let mut inflection = Inflection::default();
        let (mut light, mut titles, mut not_names, mut verbs) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
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
            inflection.read(f.name, f.text)?;
        }
        for f in of(List::Nouns) {
            lexicon::nouns(&mut words, f.name, f.text, &mut light)?;
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
            verbs.extend(lexicon::complements(&mut words, &mut frames, f.name, f.text)?);
        }
        for f in of(List::Names) {
            names.read(&mut words, f.name, f.text)?;
        }
        for id in not_names {
            words.get_mut(id).flags |= flag::NOT_A_NAME;
        }
        words.mark("of", flag::OF);
        for joiner in ["after", "before", "by", "without", "while", "since", "besides", "despite", "when"] {
            words.mark(joiner, flag::JOINS_CLAUSE);
        }
        add_forms(&mut words, &frames, &inflection, &light, verbs);
        words.tie_lower();
        Ok(Gazetteer { words, names, frames, titles: by_first_word(titles), office_names, offices: OnceCell::new() })
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

/// Inflects every verb that a list names, and the nouns of frames.
fn add_forms(words: &mut Words, frames: &Frames, inflection: &Inflection, light: &[String], mut verbs: Vec<WordId>) {
    verbs.extend(frames.verbs.keys());
    let mut bases: Vec<String> = verbs.iter().map(|&verb| words.text(verb).to_owned()).collect();
    bases.extend(inflection.verbs().map(str::to_owned));
    bases.extend(light.iter().map(|verb| verb.split(' ').next().unwrap_or(verb).to_owned()));
    bases.sort_unstable();
    bases.dedup();
    for base in &bases {
        lexicon::verb_forms(words, inflection, base);
    }
    for verb in light {
        words.mark(verb.split(' ').next().unwrap_or(verb), flag::LIGHT);
    }
    lexicon::frame_nouns(words, frames);
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
