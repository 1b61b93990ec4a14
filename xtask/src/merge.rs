//! Brings all generated lists together under the rules: what is hand-written wins; a name of two entities belongs to neither;
//! ordinary words and names of persons are weak or left out. What the rules cannot know stands in `conflicts.txt`.

use std::collections::{BTreeMap, BTreeSet};

use crate::decisions::Decisions;
use crate::fold::{library_plains, plain};
use crate::known::{Kind, Known, Trust};
use crate::record::{is_alias, Content, Field, Output, Record};

/// A generated entity: its kind and identifier.
type Claimant = (Kind, String);

/// Applies the rules to all lists of records; an earlier list wins over a later one.
pub fn merge(outputs: &mut [Output], known: &Known, decisions: &Decisions) {
    each(outputs, |kind, records| records.retain_mut(|record| against_known(kind, record, known, decisions)));
    let entities = unique(outputs, known);
    each(outputs, |kind, records| {
        records.retain(|record| !record.adds || entities.contains(&(kind, record.id())) || known.by_id(&record.id()).is_some_and(|entity| entity.kind == kind))
    });
    settle(outputs, decisions);
    each(outputs, |_, records| {
        records.iter_mut().for_each(spell_plainly);
        records.retain(|record| !record.adds || record.fields.iter().any(|field| field.key != "id"));
    });
}

fn each(outputs: &mut [Output], mut change: impl FnMut(Kind, &mut Vec<Record>)) {
    for output in outputs {
        if let Content::Records { section, records } = &mut output.content {
            change(Kind::of_section(section).expect("a section of names"), records);
        }
    }
}

/// The name without the brackets that tell namesakes apart.
fn bare(name: &str) -> &str {
    name.split(" (").next().unwrap_or(name)
}

/// Takes from a record what hand-written lists hold and what is no name; false where nothing is left of it.
fn against_known(kind: Kind, record: &mut Record, known: &Known, decisions: &Decisions) -> bool {
    record.fields.retain_mut(|field| !is_alias(field.key) || (!known.holds(&field.value) && keep(kind, &field.value, &mut field.flag, known, decisions)));
    if record.adds {
        return true;
    }
    let name = bare(&record.name).to_owned();
    if known.holds_kind(kind, &name) || !keep(kind, &name, &mut record.flag, known, decisions) {
        return false;
    }
    if known.holds(&name) && record.flag.is_none() {
        record.flag = Some("weak");
    }
    true
}

/// Whether a name may stand; sets its flag.
fn keep(kind: Kind, name: &str, flag: &mut Option<&'static str>, known: &Known, decisions: &Decisions) -> bool {
    if decisions.drops(name) {
        return false;
    }
    if flag.is_none() && decisions.weakens(name) {
        *flag = Some("weak");
    }
    if *flag == Some("exact") {
        return true;
    }
    let trust = known.trust(kind, name);
    if trust == Trust::Sure || decisions.trusts(name) {
        return true;
    }
    *flag = Some("weak");
    trust == Trust::Weak
}

/// Every entity once: of two records with one name or identifier the first stays; one of another kind gets an identifier of its own.
/// Two kinds under one name are both weak.
fn unique(outputs: &mut [Output], known: &Known) -> BTreeSet<Claimant> {
    let mut kinds: BTreeMap<String, BTreeSet<Kind>> = BTreeMap::new();
    let mut ids: BTreeMap<String, Kind> = BTreeMap::new();
    each(outputs, |kind, records| {
        records.retain_mut(|record| {
            if record.adds {
                return true;
            }
            let names = kinds.entry(plain(bare(&record.name)).to_lowercase()).or_default();
            let taken = |id: &str| ids.get(id).copied().or_else(|| known.by_id(id).map(|entity| entity.kind));
            let same_id = taken(&record.id());
            if names.iter().any(|other| other.is_like(kind)) && !record.name.contains(" (") || same_id == Some(kind) {
                return false;
            }
            if same_id.is_some() {
                let id = format!("{}-{}", record.id(), section(kind));
                record.fields.retain(|field| field.key != "id");
                record.fields.insert(0, Field { key: "id", value: id, flag: None });
            }
            names.insert(kind);
            ids.insert(record.id(), kind);
            true
        });
    });
    each(outputs, |_, records| {
        for record in records.iter_mut().filter(|record| !record.adds && record.flag.is_none()) {
            if kinds[&plain(bare(&record.name)).to_lowercase()].len() > 1 {
                record.flag = Some("weak");
            }
        }
    });
    ids.into_iter().map(|(id, kind)| (kind, id)).collect()
}

fn section(kind: Kind) -> &'static str {
    match kind {
        Kind::Country => "country",
        Kind::Place => "place",
        Kind::Organization => "organization",
        Kind::Person => "person",
    }
}

/// An alias that is another entity's name goes to that; one that several have as an alias goes to none, or to the one decided.
fn settle(outputs: &mut [Output], decisions: &Decisions) {
    let mut names: BTreeMap<String, BTreeSet<Claimant>> = BTreeMap::new();
    let mut aliases: BTreeMap<String, BTreeSet<Claimant>> = BTreeMap::new();
    each(outputs, |kind, records| {
        for record in records {
            if !record.adds {
                names.entry(plain(bare(&record.name))).or_default().insert((kind, record.id()));
            }
            for field in record.fields.iter().filter(|field| is_alias(field.key)) {
                aliases.entry(plain(&field.value)).or_default().insert((kind, record.id()));
            }
        }
    });
    each(outputs, |kind, records| {
        for record in records {
            let (me, name) = ((kind, record.id()), record.name.clone());
            record.fields.retain(|field| {
                if !is_alias(field.key) {
                    return true;
                }
                let rivals = aliases[&plain(&field.value)].iter().chain(names.get(&plain(&field.value)).into_iter().flatten()).any(|claimant| *claimant != me);
                !rivals || decisions.owner(&field.value).is_some_and(|owner| owner == (kind, &name))
            });
        }
    });
}

/// Adds the plain form of a name whose accents the library does not read.
fn spell_plainly(record: &mut Record) {
    let mut plains: Vec<Field> = record.fields.iter().filter(|field| is_alias(field.key) && !library_plains(&field.value)).cloned().collect();
    if !record.adds && !library_plains(&record.name) && !record.name.contains(" (") {
        plains.insert(0, Field { key: "alias", value: record.name.clone(), flag: record.flag });
    }
    for field in plains {
        record.push(field.key, plain(&field.value), field.flag);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn known() -> Known {
        let mut known = Known::default();
        known.add_entities("[place]\n\nSplit\n\n[organization]\n\nWagner\n  alias Wagner Group\n\n[country]\n\nLibya\n  id LBY\n  capital Tripoli\n");
        known.add_words("mobile an\nmarket n\n");
        known
    }

    fn merged(lists: Vec<(&'static str, Vec<Record>)>, conflicts: &str) -> Vec<String> {
        let mut outputs: Vec<Output> = lists.into_iter().map(|(section, records)| Output::records("generated/t.txt", "p", "", section, records)).collect();
        merge(&mut outputs, &known(), &Decisions::parse(conflicts).unwrap());
        outputs.iter().map(|output| output.render().split_once("]\n\n").map_or("", |(_, body)| body).replace("\n\n", "\n")).collect()
    }

    #[test]
    fn hand_written_wins() {
        let records = vec![Record::new("Tripoli"), Record::new("Wagner"), Record::new("Sirte").with("alias", "Wagner Group").with("alias", "Surt")];
        assert_eq!(merged(vec![("place", records)], ""), ["Sirte\n  alias Surt\nWagner [weak]\n  id wagner-place\n"]);
    }

    #[test]
    fn ordinary_words_are_weak_or_go() {
        let records = vec![Record::new("Mobile"), Record::new("Market"), Record::new("Tambov")];
        assert_eq!(merged(vec![("place", records.clone())], ""), ["Market [weak]\nTambov\n"]);
        assert_eq!(merged(vec![("place", records)], "drop Tambov\nsure Market\n"), ["Market\n"]);
    }

    #[test]
    fn an_alias_of_two_is_of_neither() {
        let records = || vec![Record::new("Aaland").with("alias", "Ostland"), Record::new("Beeland").with("alias", "Ostland").with("alias", "Aaland")];
        assert_eq!(merged(vec![("place", records())], ""), ["Aaland\nBeeland\n"]);
        assert_eq!(merged(vec![("place", records())], "give Ostland: place Beeland\n"), ["Aaland\nBeeland\n  alias Ostland\n"]);
    }

    #[test]
    fn the_first_list_wins_and_namesakes_of_other_kinds_are_weak() {
        let lists = vec![("place", vec![Record::new("Tambov").with("type", "state")]), ("place", vec![Record::new("Tambov")]), ("organization", vec![Record::new("Tambov")])];
        assert_eq!(merged(lists, ""), ["Tambov [weak]\n  type state\n", "", "Tambov [weak]\n  id tambov-organization\n"]);
    }

    #[test]
    fn additions_stay_without_being_entities() {
        let records = vec![Record::adding_to("Split").with("adjective", "Splitian").with("alias", "Wagner"), Record::adding_to("Libya").with("id", "LBY")];
        assert_eq!(merged(vec![("place", records)], ""), ["Split\n  adjective Splitian\n"]);
    }

    #[test]
    fn marks_unknown_to_the_library_are_spelt_out() {
        assert_eq!(merged(vec![("place", vec![Record::new("Đắk Lắk")])], ""), ["Đắk Lắk\n  alias Dak Lak\n"]);
    }
}
