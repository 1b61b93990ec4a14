//! People of the Factbook: at the head of states and governments, ambassadors, party leaders, candidates for president.

use crate::clean::{without_brackets, words};
use crate::factbook::{State, OLD_YEAR};
use crate::organizations::Party;

use super::person::{Office, Person};
use super::printed::{person, Titles, SURNAME_FIRST};

/// Offices as printed before a name, the longer before those that they contain.
const OFFICES: [&str; 31] = [
    "Deputy Prime Minister",
    "First Vice President",
    "Executive Vice President",
    "Vice President",
    "Deputy President",
    "Acting President",
    "Interim President",
    "Transitional President",
    "Acting Prime Minister",
    "Interim Prime Minister",
    "Prime Minister",
    "Federal President",
    "President of the Republic",
    "President",
    "Federal Chancellor",
    "Chancellor",
    "Premier",
    "Chief Minister",
    "First Minister",
    "Chief Executive",
    "Governor-General",
    "Governor General",
    "Lieutenant Governor",
    "Deputy Governor",
    "Governor",
    "High Commissioner",
    "Administrator",
    "Prefect",
    "Bailiff",
    "Mayor",
    "Secretary of State",
];

/// Everybody whom both editions name.
pub fn people(states: &[State], parties: &[Party], titles: &Titles) -> Vec<Person> {
    let mut out = Vec::new();
    for state in states {
        for (text, last) in [(state.new_text(CHIEF), None), (state.old_text(CHIEF), Some(OLD_YEAR)), (state.new_text(HEAD), None), (state.old_text(HEAD), Some(OLD_YEAR))] {
            out.extend(segments(&text).filter_map(|segment| leader(segment, state, last, titles)));
        }
        for (text, last) in [(state.new_text(FROM), None), (state.old_text(FROM), Some(OLD_YEAR))] {
            out.extend(segments(&text).filter_map(|segment| ambassador(segment, &state.code, "Ambassador to the United States", &state.name, last, titles)));
        }
        for (text, last) in [(state.new_text(TO), None), (state.old_text(TO), Some(OLD_YEAR))] {
            let title = format!("Ambassador to {}", state.name);
            out.extend(segments(&text).filter_map(|segment| ambassador(segment, "USA", &title, "United States", last, titles)));
        }
        out.extend(candidates(state, titles));
    }
    out.extend(parties.iter().flat_map(|party| party_leaders(party, titles)));
    out
}

const CHIEF: &str = "Government/Executive branch/chief of state";
const HEAD: &str = "Government/Executive branch/head of government";
const FROM: &str = "Government/Diplomatic representation in the US/chief of mission";
const TO: &str = "Government/Diplomatic representation from the US/chief of mission";

/// What stands apart by semicolons and lines.
fn segments(text: &str) -> impl Iterator<Item = &str> {
    text.split([';', '\n']).map(str::trim).filter(|segment| !segment.starts_with("note"))
}

/// `Prime Minister Manuel VALLS (since 1 April 2014)`.
fn leader(segment: &str, state: &State, last: Option<u16>, titles: &Titles) -> Option<Person> {
    let segment = segment.strip_prefix("represented by ").unwrap_or(segment);
    let (name, year) = since(segment)?;
    let office = OFFICES.iter().find(|office| name.get(..office.len()).is_some_and(|start| start.eq_ignore_ascii_case(office)))?;
    let mut leader = person(&name[office.len()..], &state.code, titles)?;
    let short = leader.short_name();
    if short != leader.name && !SURNAME_FIRST.contains(&state.code.as_str()) {
        leader.aliases.push(short);
    }
    leader.top = true;
    leader.offices.push(Office { title: (*office).into(), of: state.name.clone(), from: Some(year), to: last });
    Some(leader)
}

fn ambassador(segment: &str, code: &str, title: &str, of: &str, last: Option<u16>, titles: &Titles) -> Option<Person> {
    let (name, year) = since(segment.strip_prefix("Ambassador ")?)?;
    let mut ambassador = person(&name, code, titles)?;
    ambassador.offices.push(Office { title: title.into(), of: of.into(), from: Some(year), to: last });
    Some(ambassador)
}

/// A name with the year behind it.
fn since(segment: &str) -> Option<(String, u16)> {
    let (name, rest) = segment.split_once(" (since ")?;
    let (date, _) = rest.split_once(')')?;
    let year = date.split([' ', ',']).filter_map(|word| word.parse().ok()).find(|year| (1900..2100).contains(year))?;
    let (name, _) = without_brackets(name, '(', ')');
    (!name.contains(',')).then_some((name, year))
}

/// Leaders in square brackets behind their party.
fn party_leaders(party: &Party, titles: &Titles) -> Vec<Person> {
    let names = party.leaders.iter().flat_map(|leaders| leaders.split([',', ';'])).flat_map(|part| part.split(" and ")).map(words);
    let people = names.filter_map(|name| person(&name, &party.code, titles));
    let named = |mut leader: Person| {
        leader.offices.push(Office { title: "Leader".into(), of: party.name.clone(), from: None, to: None });
        leader
    };
    people.filter(|_| !party.name.contains(',')).map(named).collect()
}

/// Candidates for president in the edition of 2026: `2019: Kais SAIED elected president; … - Kais SAIED (independent) 18.4%, …`.
fn candidates(state: &State, titles: &Titles) -> Vec<Person> {
    let text = state.new_text("Government/Executive branch/election results");
    let mut out = Vec::new();
    for line in text.split('\n').filter(|line| line.contains("president") && !line.contains("prime minister")) {
        let Some(year) = line.trim().get(..4).and_then(|year| year.parse::<u16>().ok()) else { continue };
        let (line, _) = without_brackets(line, '(', ')');
        let results = line.split(" - ").flat_map(|part| part.split([',', ';'])).filter_map(|part| part.trim().strip_suffix('%'));
        for name in results.filter_map(|part| part.rsplit_once(' ')) {
            if let Some(mut candidate) = person(name.0, &state.code, titles) {
                candidate.offices.push(Office { title: "Presidential candidate".into(), of: state.name.clone(), from: Some(year), to: Some(year) });
                out.push(candidate);
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn state(path: &[&str], text: &str) -> State {
        let leaf = serde_json::json!({ "text": text });
        let new = path.iter().rev().fold(leaf, |value, key| serde_json::json!({ *key: value }));
        State { code: "TUN".into(), name: "Tunisia".into(), new, old: serde_json::Value::Null }
    }

    #[test]
    fn reads_leaders_with_their_offices() {
        let state = state(&[], "");
        let titles = Titles::new(["Dr."].into_iter());
        let leader = leader("Prime Minister Dr. Habib ESSID (since 6 February 2015)", &state, Some(2015), &titles).unwrap();
        assert_eq!((leader.name.as_str(), leader.top), ("Habib Essid", true));
        assert_eq!(leader.offices, [Office { title: "Prime Minister".into(), of: "Tunisia".into(), from: Some(2015), to: Some(2015) }]);
    }

    #[test]
    fn reads_candidates() {
        let text = "<br>2019: Kais SAIED elected president; percent of vote - Kais SAIED (independent) 72.7%, Nabil KAROUI (Heart) 27.3%, other 1%";
        let found = candidates(&state(&["Government", "Executive branch", "election results"], text), &Titles::new([].into_iter()));
        let found: Vec<String> = found.iter().map(|person| format!("{} {:?}", person.name, person.offices[0].from)).collect();
        assert_eq!(found, ["Kais Saied Some(2019)", "Nabil Karoui Some(2019)"]);
    }
}
