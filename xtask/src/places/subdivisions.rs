//! States and provinces by their English names in CLDR.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::territories::Territories;
use crate::fold::folded;
use crate::known::{Entity, Known};
use crate::record::{Output, Record};
use crate::sources::Sources;
use crate::Result;

/// Units smaller than this on average are parishes and municipalities, not states: the mean is enough to tell.
const LEAST_MEAN_POPULATION: f64 = 75_000.0;

/// Words after a name that say what it is.
const UNITS: [&str; 20] = [
    "Autonomous Okrug",
    "Autonomous Oblast",
    "Republic",
    "Province",
    "Region",
    "Oblast",
    "Governorate",
    "County",
    "State",
    "Department",
    "District",
    "Prefecture",
    "Division",
    "Krai",
    "Emirate",
    "Territory",
    "Canton",
    "Municipality",
    "Voivodeship",
    "City",
];

/// Points of the compass and lie of the land in the languages that name provinces by them, and particles between.
const DIRECTIONS: [&str; 51] = [
    "adamawa",
    "area",
    "bas",
    "basse",
    "basses",
    "cascades",
    "centrale",
    "centre",
    "centro",
    "collines",
    "cuvette",
    "da",
    "de",
    "des",
    "do",
    "du",
    "est",
    "este",
    "extreme",
    "haut",
    "haute",
    "hautes",
    "hauts",
    "inner",
    "insular",
    "islands",
    "lac",
    "litoral",
    "littoral",
    "lower",
    "maritime",
    "metropolitan",
    "moyen",
    "nord",
    "norte",
    "oeste",
    "oriental",
    "orientale",
    "occidental",
    "ouest",
    "outer",
    "plateau",
    "plateaux",
    "rural",
    "savanes",
    "sud",
    "sul",
    "sur",
    "upper",
    "urban",
    "western",
];

/// Endings of names that English does not use although CLDR gives them: Ukrainian `Kharkivshchyna` for Kharkiv Oblast.
const LOCAL_ENDINGS: [&str; 4] = ["shchyna", "chchyna", "schyna", "pattia"];

/// All first-level units that have an English name: ISO 3166-2 code in small letters (`ru-ko`), name with straight apostrophes.
#[derive(Default)]
pub struct Units(BTreeMap<String, String>, BTreeMap<String, f64>);

impl Units {
    /// Reads them from CLDR, with the mean population of the units of each country.
    pub fn read(sources: &Sources) -> Result<Units> {
        let names: Value = serde_json::from_str(&sources.text("cldr-subdivisions-full", "subdivisions/en/en.json")?)?;
        let names = &names["subdivisions"]["localeDisplayNames"]["subdivisions"];
        let contained: Value = serde_json::from_str(&sources.text("cldr-core", "supplemental/subdivisionContainment.json")?)?;
        let info: Value = serde_json::from_str(&sources.text("cldr-core", "supplemental/territoryInfo.json")?)?;
        let mut units = Units::default();
        let countries = contained["supplemental"]["subdivisionContainment"].as_object().into_iter().flatten();
        for (country, inside) in countries.filter(|(code, _)| code.len() == 2) {
            let codes: Vec<&str> = inside["_contains"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
            let population: f64 = info["supplemental"]["territoryInfo"][country]["_population"].as_str().and_then(|number| number.parse().ok()).unwrap_or_default();
            units.1.insert(country.to_lowercase(), population / codes.len() as f64);
            let named = codes.into_iter().filter_map(|code| Some((format!("{}-{}", &code[..2], &code[2..]), names[code].as_str()?.replace(['’', 'ʻ', '‘'], "'"))));
            units.0.extend(named);
        }
        Ok(units)
    }

    /// The name of a unit.
    pub fn name(&self, code: &str) -> Option<&str> {
        self.0.get(code).map(String::as_str)
    }
}

/// The records of all countries, without what `territories` has.
pub fn records(units: &Units, territories: &Territories, known: &Known) -> Vec<Record> {
    let large = units.0.iter().filter(|(code, _)| units.1.get(&code[..2]).is_some_and(|mean| *mean >= LEAST_MEAN_POPULATION));
    let found: Vec<(&String, &str, &Entity)> = large.filter_map(|(code, name)| Some((code, name.as_str(), known.country(&code[..2])?))).collect();
    let owners = owners(&found);
    let single = |name: &str| owners[&folded(stem(name).0)].len() == 1;
    found.into_iter().filter(|(code, name, _)| single(name) && !territories.has(code)).filter_map(|(_, name, country)| record(name, country, known)).collect()
}

/// The list.
pub fn output(records: Vec<Record>) -> Output {
    let header = "States, provinces and regions, the first level below the country, by their English names.";
    Output::records("generated/subdivisions.txt", "cldr-subdivisions-full 48.2.0", header, "place", records)
}

/// The countries that have a unit of a name.
fn owners<'k>(found: &[(&String, &str, &'k Entity)]) -> BTreeMap<String, BTreeSet<&'k str>> {
    let mut owners: BTreeMap<String, BTreeSet<&str>> = BTreeMap::new();
    for (_, name, country) in found {
        owners.entry(folded(stem(name).0)).or_default().insert(&country.id);
    }
    owners
}

/// The name without the word that says what it is, and whether there was one.
fn stem(name: &str) -> (&str, bool) {
    match UNITS.iter().find_map(|unit| name.strip_suffix(unit)?.strip_suffix(' ')) {
        Some(stem) => (stem, true),
        None => (name, false),
    }
}

/// The names that a unit called so can be known by: all of it, and what is left without the word that says what it is.
pub fn names_of<'n>(name: &'n str, known: &Known) -> Vec<&'n str> {
    let (stem, has_unit) = stem(name);
    let strange = |c: char| !c.is_alphabetic() && !matches!(c, ' ' | '-' | '–' | '\'' | '.' | '&');
    let foreign = |word: &str| word.len() > 4 && word.starts_with(char::is_lowercase);
    let parts: Vec<&str> = stem.split([' ', '-', '–']).collect();
    let ordinary = parts.iter().all(|part| known.is_word(part) || DIRECTIONS.contains(&folded(part).as_str()));
    let local = LOCAL_ENDINGS.iter().any(|ending| name.ends_with(ending));
    if name.contains(strange) || !name.starts_with(char::is_uppercase) || ordinary || local || parts[0] == "Saint" || parts.iter().any(|part| foreign(part)) {
        return Vec::new();
    }
    match (has_unit, known.is_given_name(stem) || known.is_surname(stem) || known.is_people(stem)) {
        (true, false) => vec![name, stem],
        (true, true) | (false, false) => vec![name],
        (false, true) => Vec::new(),
    }
}

fn record(name: &str, country: &Entity, known: &Known) -> Option<Record> {
    let names = names_of(name, known);
    let record = Record::new(*names.first()?).with("type", "state").with("country", &country.name);
    Some(names.into_iter().fold(record, |record, name| record.with("alias", name)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn known() -> Known {
        let mut known = Known::default();
        known.add_entities("[country]\n\nNicaragua\n  id NIC\n\nKenya\n  id KEN\n\n");
        known.add_names(&[Output::words("generated/t.txt", "p", "", vec![crate::record::WordSection { section: "given", words: vec![("Rivera".into(), None)] }])]);
        known.add_words("central a\nfree a\nstate nv\n");
        known
    }

    #[test]
    fn ordinary_words_and_names_of_persons_are_left_out() {
        let known = known();
        let country = known.country("NIC").unwrap();
        for name in ["Central", "Centre-Est", "Free State", "Rivera", "Region 1", "Almaty oblysy", "Saint Mary", "Kharkivshchyna", "’Adan", "Zombo²"] {
            assert_eq!(record(name, country, &known), None, "{name}");
        }
        assert_eq!(record("Buenos Aires Province", country, &known).unwrap().fields[2].value, "Buenos Aires");
        assert_eq!(record("Rivera Province", country, &known).unwrap().fields.len(), 2);
    }

    #[test]
    fn names_of_two_countries_have_two_owners() {
        let known = known();
        let (one, other, code) = (known.country("NIC").unwrap(), known.country("KEN").unwrap(), String::new());
        let owners = owners(&[(&code, "Western Province", one), (&code, "Western", other), (&code, "León", one), (&code, "León Region", one)]);
        assert_eq!((owners["western"].len(), owners["leon"].len()), (2, 1));
    }
}
