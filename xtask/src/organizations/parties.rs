//! Political parties of both editions of the Factbook, with their abbreviations, former names and leaders.

use std::collections::{BTreeMap, BTreeSet};

use crate::clean::{british_form, is_acronym, is_title, key, without_article, without_brackets, words};
use crate::factbook::State;
use crate::known::{Kind, Known};
use crate::record::Record;
use crate::wordnet::Nouns;

use super::{is_held_in, Nations};

/// A party as the Factbook names it.
#[derive(Debug, PartialEq)]
pub struct Party {
    /// ISO 3166 alpha-3 of its country.
    pub code: String,
    pub name: String,
    pub aliases: Vec<String>,
    /// Abbreviations too short to name it by themselves.
    pub short: Vec<String>,
    /// As printed: `Gediminas VAGNORIUS`.
    pub leaders: Vec<String>,
}

/// All parties, each once in a country.
pub fn parties(states: &[State]) -> Vec<Party> {
    let mut found: BTreeMap<(String, String), Party> = BTreeMap::new();
    for state in states {
        let new = state.new_text("Government/Political parties");
        let old = state.old_text("Government/Political parties and leaders");
        for party in new.split('\n').chain(old.split("++")).filter_map(|item| party(&state.code, item)) {
            let place = found.entry((party.code.clone(), key(&party.name)));
            let known = place.or_insert_with(|| Party { code: party.code, name: party.name, aliases: Vec::new(), short: Vec::new(), leaders: Vec::new() });
            known.aliases.extend(party.aliases);
            known.short.extend(party.short);
            known.leaders.extend(party.leaders);
        }
    }
    found.into_values().collect()
}

/// An item of a list: `National Rally or RN (formerly National Front or FN) [Marine LE PEN]`.
fn party(code: &str, item: &str) -> Option<Party> {
    let (item, leaders) = without_brackets(item, '[', ']');
    let (text, notes) = without_brackets(&item, '(', ')');
    let mut names = text.split(" or ").map(words);
    let name = names.next().map(|name| without_article(&name).to_owned()).filter(|name| is_name(name))?;
    let former = notes.iter().filter_map(|note| ["formerly known as ", "formerly the ", "formerly ", "previously "].iter().find_map(|lead| note.strip_prefix(lead)));
    let native = notes.iter().filter(|note| note.split(' ').count() > 1 && note.starts_with(char::is_uppercase)).map(String::as_str);
    let others = former.chain(native).flat_map(|note| note.split(" or ")).map(words);
    let is_alias = |alias: &String| is_acronym(alias) || (alias.contains(' ') && is_name(alias) && !alias.contains(','));
    let (aliases, rest): (Vec<String>, Vec<String>) = names.chain(others).partition(is_alias);
    let short = rest.into_iter().filter(|name| name.len() == 3 && name.chars().all(char::is_uppercase)).collect();
    Some(Party { code: code.into(), name, aliases, short, leaders })
}

/// Whether it has the form of a party's name, and does not speak about parties.
fn is_name(name: &str) -> bool {
    let about = ["Various", "Other", "Independent", "None", "Note", "Political", "Approximately"];
    is_title(name)
        && name.len() > 3
        && name.starts_with(char::is_alphanumeric)
        && !name.contains('/')
        && !name.starts_with("The ")
        && !name.split(' ').next().is_some_and(|first| about.contains(&first))
}

/// Makes records of parties.
pub struct Namer<'n> {
    pub nations: &'n Nations<'n>,
    /// Last words of organizations' names.
    pub heads: &'n BTreeSet<String>,
    pub nouns: &'n Nouns,
    pub known: &'n Known,
}

impl Namer<'_> {
    /// All parties that have a name of their own and stand in no hand-written list.
    pub fn records(&self, parties: &[Party]) -> Vec<Record> {
        let shared = shared(parties);
        let of_others = |name: &str, code: &str| shared.contains(&key(name)) || of_another_country(name, code, self.known);
        let mut out = Vec::new();
        for party in parties.iter().filter(|party| !self.is_held(party)) {
            let Some(record) = self.named(party, of_others(&party.name, &party.code)) else { continue };
            let record = record.with("type", "party").with("country", &party.code);
            let aliases = party.aliases.iter().filter(|alias| !of_others(alias, &party.code) && !is_plain(alias, self.known));
            out.push(aliases.fold(record, |record, alias| spelt(record, alias)));
        }
        out
    }

    /// Whether a hand-written organization of its country is this party.
    fn is_held(&self, party: &Party) -> bool {
        let (country, adjective) = (self.nations.name(&party.code), self.nations.adjective(&party.code));
        let name = &party.name;
        let forms = [name.clone(), format!("{country} {name}"), format!("{adjective} {name}"), format!("{name} of {country}")];
        forms.iter().chain(&party.aliases).chain(&party.short).any(|name| is_held_in(&party.code, name, self.known))
    }

    /// The record under its name. One that several countries share, or of one or two ordinary words, gets the adjective of its country;
    /// one that does not even say that it is a party is left out.
    fn named(&self, party: &Party, shared: bool) -> Option<Record> {
        let (country, adjective) = (self.nations.name(&party.code), self.nations.adjective(&party.code));
        let name = party.name.as_str();
        let words = name.split(' ').count();
        let ordinary = is_plain(name, self.known);
        let headed = name.split(' ').any(|word| self.heads.contains(word) || HEADS.contains(&word));
        let tells_country = name.contains(country) || (!adjective.is_empty() && name.contains(adjective));
        match (ordinary || shared) && !tells_country {
            _ if words == 1 && (ordinary || self.nouns.has(name) || self.known.holds(name) || self.known.is_given_name(name)) => None,
            // "New Guinea"
            false if words == 2 && tells_country && !headed => None,
            false => Some(spelt(Record::new(name), name)),
            true => (headed && !adjective.is_empty()).then(|| qualified(name, country, adjective)),
        }
    }
}

/// Words that say that a name is a party's, beside the heads of organizations' names.
const HEADS: [&str; 13] =
    ["Democrats", "Liberals", "Greens", "Socialists", "Conservatives", "Republicans", "Communists", "League", "Rally", "Bloc", "Convention", "Community", "List"];

/// A common name with the adjective of its country, and with its name: `Finnish Centre Party`, `Centre Party of Finland`.
pub fn qualified(name: &str, country: &str, adjective: &str) -> Record {
    let full = format!("{adjective} {name}");
    let record = spelt(Record::new(&full), &full);
    let article = country.ends_with('s') || ["United", "Republic", "Islands", "Gambia", " "].iter().any(|word| country.contains(word));
    if article {
        record
    } else {
        spelt(record, &format!("{name} of {country}"))
    }
}

/// The record with this name as an alias, in British spelling too.
fn spelt(record: Record, name: &str) -> Record {
    let record = record.with("alias", name);
    match british_form(name) {
        Some(form) => record.with("alias", form),
        None => record,
    }
}

/// The keys of names and aliases that parties of several countries have.
fn shared(parties: &[Party]) -> BTreeSet<String> {
    let mut countries: BTreeMap<String, BTreeSet<&str>> = BTreeMap::new();
    for party in parties {
        for name in party.aliases.iter().chain([&party.name]) {
            countries.entry(key(name)).or_default().insert(&party.code);
        }
    }
    countries.into_iter().filter(|(_, codes)| codes.len() > 1).map(|(name, _)| name).collect()
}

/// Whether a hand-written organization of another country has the name.
fn of_another_country(name: &str, code: &str, known: &Known) -> bool {
    let british = british_form(name);
    let names = [Some(name), british.as_deref()];
    let mut holders = names.into_iter().flatten().flat_map(|name| known.named_folded(name)).filter(|entity| entity.kind == Kind::Organization);
    holders.any(|entity| entity.country.as_deref().and_then(|name| known.country(name)).is_none_or(|country| country.id != code))
}

/// Whether an alias says too little: an abbreviation that is a word, or a name of one or two ordinary words.
fn is_plain(alias: &str, known: &Known) -> bool {
    alias.split(' ').count() <= 2 && alias.split([' ', '-']).all(|word| is_ordinary(word, known))
}

/// Whether a word is ordinary, in the singular or the plural: `Democrats`.
fn is_ordinary(word: &str, known: &Known) -> bool {
    let word = word.trim_end_matches("'s").trim_end_matches(['\'', '!']);
    known.is_word(word) || word.strip_suffix('s').is_some_and(|word| known.is_word(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_items_of_both_editions() {
        let found = party("FRA", " National Rally or RN (formerly National Front or FRONT) [Marine LE PEN] ").unwrap();
        assert_eq!((found.name.as_str(), found.aliases.join("|").as_str()), ("National Rally", "National Front|FRONT"));
        assert_eq!(found.leaders, ["Marine LE PEN"]);
        assert_eq!(party("FRA", "none; parties are banned"), None);
        assert_eq!(party("FRA", "Independent"), None);
    }

    #[test]
    fn common_names_tell_their_country() {
        let party = |code: &str, name: &str| Party { code: code.into(), name: name.into(), aliases: vec!["SODELPA".into()], short: vec![], leaders: vec![] };
        let states: Vec<State> = [("FIN", "Finland"), ("FJI", "Fiji")]
            .map(|(code, name)| State { code: code.into(), name: name.into(), new: serde_json::Value::Null, old: serde_json::Value::Null })
            .into();
        let adjectives = BTreeMap::from([("FIN".to_owned(), "Finnish".to_owned()), ("FJI".to_owned(), "Fijian".to_owned())]);
        let parties = [party("FIN", "Social Center Party"), party("FJI", "Social Center Party"), party("FJI", "Fiji Labor Party")];
        let nations = Nations { states: &states, adjectives: &adjectives };
        let heads = BTreeSet::from(["Party".to_owned()]);
        let records = Namer { nations: &nations, heads: &heads, nouns: &Nouns::default(), known: &Known::default() }.records(&parties);
        let names: Vec<&str> = records.iter().map(|record| record.name.as_str()).collect();
        assert_eq!(names, ["Finnish Social Center Party", "Fijian Social Center Party", "Fiji Labor Party"]);
        let aliases: Vec<&str> = records[0].fields.iter().filter(|field| field.key == "alias").map(|field| field.value.as_str()).collect();
        assert_eq!(aliases, ["Finnish Social Centre Party", "Social Center Party of Finland", "Social Centre Party of Finland"]);
    }
}
