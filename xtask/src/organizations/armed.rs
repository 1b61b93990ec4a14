//! Armed forces from the Factbook, armed groups from the Factbook and WordNet.

use std::collections::{BTreeMap, BTreeSet};

use crate::clean::{is_acronym, is_title, key, without_article, without_brackets, words};
use crate::factbook::State;
use crate::record::Record;
use crate::wordnet::{Nouns, GROUP};

/// Forces and groups.
pub fn records(nouns: &Nouns, states: &[State], adjectives: &BTreeMap<String, String>) -> Vec<Record> {
    let mut out = forces(states, adjectives);
    out.extend(groups(states));
    out.extend(wordnet_groups(nouns));
    out
}

/// Armed forces whose name tells their country: `Honduran Air Force (Fuerza Aerea Hondurena, FAH)`.
fn forces(states: &[State], adjectives: &BTreeMap<String, String>) -> Vec<Record> {
    let mut out = Vec::new();
    for state in states {
        let text = state.new_text("Military and Security/Military and security forces");
        let marks = [Some(state.name.as_str()), adjectives.get(&state.code).map(String::as_str)];
        for item in items(&text) {
            let (name, inside) = without_brackets(&item, '(', ')');
            let name = without_article(&name).to_owned();
            let told = marks.iter().flatten().any(|mark| name.contains(mark)) && name.split(' ').count() > 1;
            if !told || !is_title(&name) || name.starts_with("Ministry") || name.contains('/') {
                continue;
            }
            let sort = if name.contains("Police") { "government" } else { "armed" };
            let record = Record::new(name).with("type", sort).with("country", &state.code);
            let native = inside.iter().flat_map(|inside| inside.split([',', ';'])).flat_map(|part| part.split(" or ")).map(words);
            let is_native = |name: &String| is_acronym(name) || (name.split(' ').count() > 2 && is_title(name) && name.starts_with(char::is_uppercase) && !name.contains('.'));
            out.push(native.filter(is_native).fold(record, |record, name| record.with("alias", name)));
        }
    }
    out
}

/// The parts of a list that stand apart by commas, semicolons, colons and lines outside brackets.
fn items(text: &str) -> Vec<String> {
    let (mut out, mut depth) = (vec![String::new()], 0);
    for c in text.chars() {
        depth += i32::from(c == '(') - i32::from(c == ')');
        match c {
            ',' | ';' | ':' | '\n' if depth == 0 => out.push(String::new()),
            _ => out.last_mut().expect("one at least").push(c),
        }
    }
    out.iter().map(|item| words(item)).filter(|item| !item.is_empty()).collect()
}

/// Groups that the Factbook lists as terrorist: `Popular Front for the Liberation of Palestine (PFLP)`.
fn groups(states: &[State]) -> Vec<Record> {
    let mut seen = BTreeSet::new();
    let mut out = Vec::new();
    for state in states {
        let text = state.new_text("Terrorism/Terrorist group(s)");
        for item in text.split([';', '\n']).map(words) {
            let (name, inside) = without_brackets(&item, '(', ')');
            if !is_title(&name) || name.contains(['/', ',']) || name.split(' ').count() > 9 || !seen.insert(key(&name)) {
                continue;
            }
            let record = Record::new(name).with("type", "armed");
            out.push(inside.iter().filter(|alias| is_acronym(alias) || (alias.contains(' ') && is_title(alias))).fold(record, |record, alias| record.with("alias", alias)));
        }
    }
    out
}

/// Groups of WordNet by their first name. A translation such as `Army of the Pure` is no alias: it could be anyone.
fn wordnet_groups(nouns: &Nouns) -> Vec<Record> {
    let classes = ["terrorist organization", "guerrilla force", "drug cartel"];
    let groups = nouns.instances(GROUP).into_iter().filter(|synset| classes.iter().any(|class| nouns.is_a(synset, class)));
    let named = groups.filter(|group| is_title(&group.words[0]));
    named
        .map(|group| {
            let record = Record::new(&group.words[0]).with("type", "armed");
            let foreign = |name: &&String| is_acronym(name) || (is_title(name) && name.contains('-'));
            group.words[1..].iter().filter(foreign).fold(record, |record, name| record.with("alias", name))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn splits_outside_brackets() {
        assert_eq!(items("Armed Forces (Fuerzas, FF): Army (a; b), Navy\nPolice (2025)"), ["Armed Forces (Fuerzas, FF)", "Army (a; b)", "Navy", "Police (2025)"]);
    }
}
