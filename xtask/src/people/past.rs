//! People of history, from WordNet: `Horace Greeley`, a journalist (1811-1872).

use crate::known::{Entity, Kind, Known};
use crate::sources::Sources;
use crate::wordnet::{Nouns, Synset, PERSON};
use crate::Result;

use super::person::Person;

/// Whom the list leaves out.
const UNREAL: [&str; 12] =
    ["deity", "mythical being", "fictional character", "imaginary being", "spiritual being", "prophet", "Apostle", "patriarch", "saint", "Muse", "archpriest", "character"];
/// Who is listed under a common name too.
const EMINENT: [&str; 7] = ["head of state", "statesman", "politician", "ruler", "chief of state", "President of the United States", "sovereign"];

/// Persons with a full name.
pub fn people(sources: &Sources, known: &Known) -> Result<Vec<Person>> {
    let nouns = Nouns::read(sources)?;
    let real = |synset: &&Synset| !UNREAL.iter().any(|class| nouns.is_a(synset, class));
    let people = nouns.instances(PERSON).into_iter().filter(real).filter_map(|synset| {
        let eminent = EMINENT.iter().any(|class| nouns.is_a(synset, class));
        Some(Person { eminent, ..person(synset, known)? })
    });
    Ok(people.collect())
}

/// The person of a synset: its words are the surname, the full name, and others.
fn person(synset: &Synset, known: &Known) -> Option<Person> {
    let full: Vec<&str> = synset.words.iter().map(|name| without_sir(name)).filter(|name| is_full_name(name)).collect();
    let single = synset.words.iter().find(|word| !word.contains(' '));
    let name = *full.iter().find(|name| single.is_none_or(|single| name.split(' ').next_back() == Some(single)))?;
    let (first, surname) = (name.split(' ').next()?, name.split(' ').next_back()?);
    // "Chief Joseph", "Le Notre"
    if (known.is_word(first) && !known.is_given_name(first)) || (first.len() < 3 && !first.ends_with('.')) {
        return None;
    }
    // two spellings of one name are a misspelling
    if single.is_none() && full.len() < synset.words.len() {
        return None;
    }
    let aliases = full.iter().filter(|alias| **alias != name && alias.ends_with(surname)).map(|alias| (*alias).to_owned()).collect();
    Some(Person { name: name.into(), surname: surname.into(), aliases, country: country(&synset.gloss, known), gender: gender(&synset.gloss), ..Person::default() })
}

fn without_sir(name: &str) -> &str {
    name.strip_prefix("Sir ").or_else(|| name.strip_prefix("Dame ")).unwrap_or(name)
}

/// Whether it is a given name with a surname, not a title, a number or a byname.
fn is_full_name(name: &str) -> bool {
    let titles =
        ["President", "King", "Queen", "Saint", "St.", "Lord", "Lady", "Duke", "Count", "Baron", "Viscount", "Earl", "Prince", "Princess", "Emperor", "Pope", "Madame", "Mrs."];
    let words: Vec<&str> = name.split(' ').collect();
    let initial = |word: &str| word.ends_with('.') && word.len() <= 3;
    let particle = |word: &str| matches!(word, "de" | "van" | "von" | "der" | "den" | "di" | "da" | "del" | "la" | "bin" | "ibn" | "al");
    let plain = |word: &str| word.starts_with(char::is_uppercase) && word.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '\'')) && word.chars().any(char::is_lowercase);
    (2..=5).contains(&words.len())
        && !titles.contains(&words[0])
        && words.iter().all(|word| initial(word) || particle(word) || plain(word))
        && plain(words[words.len() - 1])
        && (plain(words[0]) || initial(words[0]))
}

/// The country whose adjective begins the gloss: `French filmmaker`.
fn country(gloss: &str, known: &Known) -> String {
    let words: Vec<&str> = gloss.split([' ', ',', ';']).collect();
    let starts = [words.get(..2).map(|two| two.join(" ")), words.first().map(|&one| one.to_owned())];
    let of_place = |entity: &Entity| entity.country.as_deref().and_then(|name| known.country(name)).map(|country| country.id.clone());
    let of = |entity: &Entity| if entity.kind == Kind::Country { Some(entity.id.clone()) } else { of_place(entity).filter(|_| entity.kind == Kind::Place) };
    starts.iter().flatten().find_map(|start| known.named(start).find_map(of)).unwrap_or_default()
}

/// The sex that the gloss tells; none where it speaks of both.
fn gender(gloss: &str) -> Option<&'static str> {
    let has = |wanted: &[&str]| gloss.split(|c: char| !c.is_alphabetic()).any(|word| wanted.contains(&word));
    let female = has(&["she", "her", "woman", "actress", "queen", "wife", "daughter", "mother", "sister", "empress", "princess", "soprano", "heroine", "suffragist", "feminist"]);
    let male = has(&["he", "his", "man", "king", "statesman", "businessman", "emperor", "husband", "son", "father", "brother", "clergyman", "tenor", "baritone"]);
    match (female, male) {
        (true, false) => Some("female"),
        (false, true) => Some("male"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn full_names() {
        for name in ["Horace Greeley", "C. K. Ogden", "Vincent van Gogh"] {
            assert!(is_full_name(name), "{name}");
        }
        for name in ["President Roosevelt", "Louis XIV", "Viscount Northcliffe", "Pontiac", "Alexander the Great"] {
            assert!(!is_full_name(name), "{name}");
        }
    }

    #[test]
    fn glosses_tell_country_and_sex() {
        let mut known = Known::default();
        known.add_entities("[country]\n\nFrance\n  id FRA\n  adjective French\n");
        assert_eq!(country("French filmmaker (1932-1984)", &known), "FRA");
        assert_eq!((gender("wife of Louis"), gender("wrote with his wife"), gender("poet")), (Some("female"), None, None));
    }
}
