//! Wikidata items of countries and of their parts, from `rigour`; and the territories and former states that only it knows.

use serde_json::Value;

use super::subdivisions::{names_of, Units};
use crate::known::{Entity, Kind, Known};
use crate::record::{Output, Record};
use crate::sources::Sources;
use crate::Result;

/// Types of hand-written places that a territory can be. A city is none: its item is not that of the canton around it.
const TYPES: [&str; 3] = ["area", "region", "state"];

/// One territory of `rigour`.
struct Territory {
    code: String,
    name: String,
    full_name: String,
    item: String,
    alpha3: String,
    /// The codes of the state it belongs to, or of those that came after it.
    owners: Vec<String>,
}

/// All territories.
pub struct Territories(Vec<Territory>);

impl Territories {
    /// Reads them from `rigour`.
    pub fn read(sources: &Sources) -> Result<Territories> {
        Ok(Territories(read(&sources.text("rigour", "rigour/data/territories/data.jsonl")?)?))
    }

    /// Whether there is one with this ISO 3166-2 code in small letters: `ru-ko`.
    pub fn has(&self, code: &str) -> bool {
        self.0.iter().any(|territory| territory.code == code)
    }

    /// Two lists: items of countries; other territories.
    pub fn outputs(&self, units: &Units, known: &Known) -> Vec<Output> {
        let (mut countries, mut places) = (Vec::new(), Vec::new());
        for territory in &self.0 {
            match country(territory, known) {
                Some(country) if country.wikidata.is_none() => countries.push(country.addition().with("wikidata", &territory.item)),
                Some(_) => {}
                None => places.extend(place(territory, units, known)),
            }
        }
        let header = "Wikidata items and other names of states and provinces; territories and former republics that places.txt lacks.";
        vec![
            Output::records("generated/countries.txt", "rigour 1.3.0", "Wikidata items of the countries of countries.txt.", "country", countries),
            Output::records("generated/territories.txt", "rigour 1.3.0 and cldr-subdivisions-full 48.2.0", header, "place", places),
        ]
    }
}

/// The lines of the data file; what lies under occupation is described by two names there and is left out.
fn read(text: &str) -> Result<Vec<Territory>> {
    let mut out = Vec::new();
    for line in text.lines() {
        let value: Value = serde_json::from_str(line)?;
        let string = |key: &str| value[key].as_str().unwrap_or_default().to_owned();
        let mut owners: Vec<String> = value["successors"].as_array().into_iter().flatten().filter_map(|code| code.as_str()).map(str::to_owned).collect();
        owners.extend(value["parent"].as_str().map(str::to_owned));
        let territory = Territory { code: string("code"), name: string("name"), full_name: string("full_name"), item: string("qid"), alpha3: string("alpha3"), owners };
        if !territory.full_name.contains("(Occupied") && !territory.item.is_empty() {
            out.push(territory);
        }
    }
    out.sort_by(|a, b| a.code.cmp(&b.code));
    Ok(out)
}

/// The hand-written country that it is: by its codes, or by its name where that is the country's own.
fn country<'k>(territory: &Territory, known: &'k Known) -> Option<&'k Entity> {
    let by_code = |code: &str| if code.is_empty() { None } else { known.country(code).filter(|country| country.id == code.to_uppercase() || code.len() == 2) };
    let by_name = || known.named(&territory.name).find(|entity| entity.kind == Kind::Country && entity.name == territory.name);
    by_code(&territory.alpha3).or_else(|| if territory.code.len() == 2 { by_code(&territory.code) } else { None }).or_else(by_name)
}

/// A place: the item of a hand-written one of the same country, or a new one; with its names in CLDR.
fn place(territory: &Territory, units: &Units, known: &Known) -> Option<Record> {
    let name = if territory.name.ends_with(')') { territory.name.split(" (").next().unwrap_or_default() } else { &territory.name };
    let owner = territory.owners.first().and_then(|code| known.country(code));
    let id = |country: Option<&Entity>| country.map(|country| country.id.clone());
    let same = |entity: &&Entity| {
        let country = entity.country.as_deref().and_then(|country| known.country(country));
        entity.kind == Kind::Place && entity.bare_name() == name && TYPES.contains(&entity.detail.as_deref().unwrap_or_default()) && id(country) == id(owner)
    };
    let record = match known.named(name).find(same) {
        Some(entity) if entity.wikidata.is_some() => entity.addition(),
        Some(entity) => entity.addition().with("wikidata", &territory.item),
        None if name.contains('(') => return None,
        None => Record::new(name).with("type", "state").with("country", &owner?.name).with("wikidata", &territory.item),
    };
    // the full name says more than "Yunnan (China)" in few cases
    let full_name = if territory.full_name.contains(name) && !territory.full_name.contains('(') { territory.full_name.as_str() } else { "" };
    let names = [name, units.name(&territory.code).unwrap_or_default()].into_iter().flat_map(|name| names_of(name, known));
    Some(names.fold(record.with("alias", full_name), |record, name| record.with("alias", name)))
}

#[cfg(test)]
mod tests {
    use super::*;

    const LINES: &str = r#"{"code":"us-ga","name":"Georgia (USA)","full_name":"Georgia (United States of America)","qid":"Q1428","parent":"us"}
{"code":"ge","name":"Georgia","full_name":"Georgia","qid":"Q230","alpha3":"geo"}
{"code":"ua-cri","name":"Crimea (Occupied Ukraine)","full_name":"Crimea (Occupied Ukraine)","qid":"Q1","parent":"ua"}
{"code":"zz","name":"Global","full_name":"Global","qid":"Q2"}
{"code":"su-kz","name":"Kazakh SSR","full_name":"Kazakh SSR","qid":"Q168811","successors":["us"]}
"#;

    #[test]
    fn namesakes_are_told_apart_by_their_country() {
        let mut known = Known::default();
        known.add_entities(
            "[country]\n\nGeorgia [weak]\n  id GEO\n  iso2 GE\n\nUnited States\n  id USA\n  iso2 US\n\n[place]\n\nGeorgia (US state)\n  type state\n  country United States\n",
        );
        let territories = read(LINES).unwrap();
        let units = Units::default();
        let codes: Vec<&str> = territories.iter().map(|territory| territory.code.as_str()).collect();
        assert_eq!(codes, ["ge", "su-kz", "us-ga", "zz"]);
        assert_eq!(country(&territories[0], &known).unwrap().id, "GEO");
        assert!(country(&territories[2], &known).is_none());
        assert_eq!(place(&territories[2], &units, &known).unwrap(), Record::adding_to("Georgia (US state)").with("wikidata", "Q1428").with("alias", "Georgia"));
        assert_eq!(place(&territories[1], &units, &known).unwrap().get("country"), Some("United States"));
        assert!(place(&territories[3], &units, &known).is_none());
    }
}
