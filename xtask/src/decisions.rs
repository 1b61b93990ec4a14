//! `conflicts.txt`: what a person decided about names that the rules cannot settle.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use crate::fold::plain;
use crate::known::Kind;
use crate::Result;

/// The lines of `conflicts.txt`, and which of them were called for.
#[derive(Default)]
pub struct Decisions {
    drop: BTreeSet<String>,
    weak: BTreeSet<String>,
    sure: BTreeSet<String>,
    give: BTreeMap<String, (Kind, String)>,
    used: RefCell<BTreeSet<String>>,
}

impl Decisions {
    /// Reads the file; its head says how it is written.
    pub fn parse(text: &str) -> Result<Decisions> {
        let mut decisions = Decisions::default();
        for (index, line) in text.lines().enumerate().filter(|(_, line)| !line.is_empty() && !line.starts_with('#')) {
            decisions.add(line).ok_or_else(|| format!("xtask/conflicts.txt:{}: expected 'drop NAME', 'weak NAME', 'sure NAME' or 'give NAME: KIND ENTITY'", index + 1))?;
        }
        Ok(decisions)
    }

    fn add(&mut self, line: &str) -> Option<()> {
        let (verb, rest) = line.split_once(' ')?;
        let new = match verb {
            "drop" => self.drop.insert(plain(rest)),
            "weak" => self.weak.insert(plain(rest)),
            "sure" => self.sure.insert(plain(rest)),
            "give" => {
                let (name, owner) = rest.split_once(": ")?;
                let (kind, entity) = owner.split_once(' ')?;
                self.give.insert(plain(name), (Kind::of_section(kind)?, entity.to_owned())).is_none()
            }
            _ => return None,
        };
        new.then_some(())
    }

    /// Whether nothing may be called so.
    pub fn drops(&self, name: &str) -> bool {
        self.says("drop", &self.drop, name)
    }

    /// Whether the name is weak.
    pub fn weakens(&self, name: &str) -> bool {
        self.says("weak", &self.weak, name)
    }

    /// Whether the name is sure although it is a word or a name of persons.
    pub fn trusts(&self, name: &str) -> bool {
        self.says("sure", &self.sure, name)
    }

    /// Of several claimants the one that has the name: its kind and name.
    pub fn owner(&self, name: &str) -> Option<(Kind, &str)> {
        let (kind, entity) = self.give.get(&plain(name))?;
        self.used.borrow_mut().insert(format!("give {}", plain(name)));
        Some((*kind, entity))
    }

    /// The decisions that nothing called for.
    pub fn unused(&self) -> Vec<String> {
        let used = self.used.borrow();
        let all = [("drop", &self.drop), ("weak", &self.weak), ("sure", &self.sure)].into_iter().flat_map(|(verb, names)| names.iter().map(move |name| format!("{verb} {name}")));
        all.chain(self.give.keys().map(|name| format!("give {name}"))).filter(|line| !used.contains(line)).collect()
    }

    fn says(&self, verb: &str, names: &BTreeSet<String>, name: &str) -> bool {
        let name = plain(name);
        let found = names.contains(&name);
        if found {
            self.used.borrow_mut().insert(format!("{verb} {name}"));
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_decisions_and_knows_which_are_idle() {
        let decisions = Decisions::parse("# head\n\ndrop Tripolí\ngive Georgia: place Georgia (US state)\nweak Split\n").unwrap();
        assert!(decisions.drops("Tripoli") && !decisions.drops("Split"));
        assert_eq!(decisions.owner("Georgia"), Some((Kind::Place, "Georgia (US state)")));
        assert_eq!(decisions.unused(), ["weak Split"]);
        assert!(Decisions::parse("give Georgia place\n").is_err() && Decisions::parse("drop A\ndrop A\n").is_err());
    }
}
