//! Places: territories with their Wikidata items, states and provinces, seas and mountains, cities.

mod adjectives;
mod cities;
mod geography;
mod spelling;
mod subdivisions;
mod territories;

use std::collections::BTreeMap;

use crate::fold::folded;
use crate::known::Known;
use crate::record::{Content, Output, Record};
use crate::sources::Sources;
use crate::wordnet::Nouns;
use crate::Result;

use subdivisions::Units;
use territories::Territories;

/// Makes the lists of places; of two places with one name the one of the earlier list stays.
pub fn generate(sources: &Sources, known: &Known) -> Result<Vec<Output>> {
    let nouns = Nouns::read(sources)?;
    let units = Units::read(sources)?;
    let territories = Territories::read(sources)?;
    let mut subdivisions = subdivisions::records(&units, &territories, known);
    let cities = cities::records(sources, known)?;
    share_names(&mut subdivisions, &cities);
    let mut outputs = territories.outputs(&units, known);
    outputs.push(subdivisions::output(subdivisions));
    outputs.push(geography::generate(&nouns, known));
    outputs.push(cities::output(cities));
    let places: Vec<&Record> = outputs.iter().filter_map(places_of).flatten().collect();
    let adjectives = adjectives::generate(sources, &nouns, known, &places)?;
    outputs.push(adjectives);
    Ok(outputs)
}

fn places_of(output: &Output) -> Option<&Vec<Record>> {
    match &output.content {
        Content::Records { section: "place", records } => Some(records),
        _ => None,
    }
}

/// A state and a city of one name in two countries are one record without a country: that it is a place matters more than which.
fn share_names(subdivisions: &mut [Record], cities: &[Record]) {
    let countries: BTreeMap<String, Option<&str>> = cities.iter().filter(|city| !city.adds).map(|city| (folded(&city.name), city.get("country"))).collect();
    for record in subdivisions {
        let city = countries.get(&folded(&record.name));
        if city.is_some_and(|country| *country != record.get("country")) {
            record.fields.retain(|field| field.key != "country");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn namesakes_of_two_countries_have_none() {
        let mut states = [Record::new("Granada").with("country", "Nicaragua"), Record::new("Zulia").with("country", "Venezuela")];
        share_names(&mut states, &[Record::new("Granada").with("country", "Spain"), Record::new("Zulia").with("country", "Venezuela")]);
        assert_eq!((states[0].get("country"), states[1].get("country")), (None, Some("Venezuela")));
    }
}
