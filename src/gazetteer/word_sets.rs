//! Sets of words that single rules ask for: `word-sets.txt`.

use serde::{Deserialize, Serialize};

use super::classes::Tag;
use super::inflect::with_s;
use super::lexicon::unknown_section;
use super::words::{WordId, Words};
use crate::error::Error;
use crate::records;

macro_rules! sets {
    ($($set:ident $name:literal),* $(,)?) => {
        /// Which set; what each is for stands in the file.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(crate) enum WordSet { $($set),* }

        /// The names of their sections, in the same order.
        const SECTIONS: &[&str] = &[$($name),*];
    };
}

sets! {
    Answer "answer", Asked "asked", Attacker "attacker", Body "body", BodyPart "body-part", BringForth "bring-forth", Bureau "bureau", Cause "cause", Claim "claim", Commit "commit", Complain "complain", Contest "contest", Craft "craft", Crime "crime", Decide "decide", Downfall "downfall", Envisage "envisage", Everyday "everyday", Fall "fall", Feeling "feeling", Fight "fight", Firm "firm", Given "given", Goods "goods",
    HandOver "hand-over", Harm "harm", Judge "judge", Kin "kin", Loss "loss", Make "make", Misdeed "misdeed", Office "office", Opening "opening", Panel "panel", Ponder "ponder", Prevent "prevent", Recording "recording", Restate "restate", Series "series", Storm "storm", SumUp "sum-up", Trade "trade", Travel "travel", Unit "unit",
    Weapon "weapon",
}

/// The words of each set, sorted.
#[derive(Default, Serialize, Deserialize)]
pub(crate) struct WordSets {
    sets: Vec<Vec<WordId>>,
    /// For each set a bit for the hash of each of its words: most words that are asked for are in none.
    bits: Vec<[u64; 8]>,
}

/// The bit of a word: which of the eight, and in it.
#[inline]
fn bit(word: WordId) -> (usize, u64) {
    let hash = word.0.wrapping_mul(0x9E37_79B9) >> 23;
    (hash as usize / 64, 1 << (hash % 64))
}

impl WordSets {
    /// Adds the sets of a file.
    pub fn read(&mut self, words: &mut Words, file: &str, text: &str) -> Result<(), Error> {
        self.sets.resize(SECTIONS.len(), Vec::new());
        self.bits.resize(SECTIONS.len(), [0; 8]);
        for record in records::read(file, text)? {
            let Some(set) = SECTIONS.iter().position(|&section| section == record.section) else {
                return Err(unknown_section(file, &record, &SECTIONS.join(", ")));
            };
            let word = words.add(record.name);
            tie_plural(words, record.name, word);
            self.sets[set].push(word);
            let (at, bit) = bit(word);
            self.bits[set][at] |= bit;
        }
        for set in &mut self.sets {
            set.sort_unstable();
            set.dedup();
        }
        Ok(())
    }

    /// Whether a word is in a set, in the form in which the file has it.
    pub fn has(&self, set: WordSet, word: WordId) -> bool {
        let (at, bit) = bit(word);
        self.bits.get(set as usize).is_some_and(|bits| bits[at] & bit != 0) && self.sets[set as usize].binary_search(&word).is_ok()
    }
}

/// Makes `word` the singular of its plural, where that is a word already and has none.
fn tie_plural(words: &mut Words, name: &str, word: WordId) {
    let plural = words.find(&with_s(name));
    if plural.known() && words.get(plural).is(Tag::Plural) {
        for id in [word, plural].into_iter().filter(|&id| !words.get(id).noun.known()).collect::<Vec<_>>() {
            words.get_mut(id).noun = word;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_section_that_no_rule_asks_for_is_an_error() {
        let error = WordSets::default().read(&mut Words::new(), "sets.txt", "[travel]\nfly\n[trvel]\ngo\n").unwrap_err().to_string();
        assert!(error.starts_with("sets.txt:4: '[trvel]' is no section here; the sections are answer, asked, attacker,"), "{error}");
    }

    #[test]
    fn a_word_is_in_its_set_only() {
        let (mut sets, mut words) = (WordSets::default(), Words::new());
        sets.read(&mut words, "sets.txt", "[travel]\nfly\n[weapon]\ndrone\n").unwrap();
        let fly = words.find("fly");
        assert!(sets.has(WordSet::Travel, fly) && !sets.has(WordSet::Weapon, fly));
    }
}
