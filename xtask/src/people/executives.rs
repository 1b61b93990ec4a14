//! Executives of companies in stock indices: `Paolo Scaroni ( Chairman ) Flavio Cattaneo ( CEO )`.

use crate::clean::html;
use crate::known::Known;
use crate::names::Bearers;
use crate::organizations::{company_name, index_companies, Forms};
use crate::sources::Sources;
use crate::Result;

use super::person::{Office, Person};

/// Chief executives and chairs, each where the name is clear.
pub fn people(sources: &Sources, bearers: &Bearers, known: &Known) -> Result<Vec<Person>> {
    let forms = Forms::read(sources)?;
    let mut out = Vec::new();
    for company in index_companies(sources)? {
        let name = company_name(&company.name, &forms);
        for (person, title) in holders(&company.key_people) {
            let parts: Vec<&str> = person.split(' ').collect();
            let given = known.is_given_name(parts[0]) || bearers.counts(parts[0]).0 > 0;
            if given && !name.contains(',') && parts.iter().all(|part| is_name_word(part, known)) {
                let surname = parts[parts.len() - 1].to_owned();
                let short = parts.iter().enumerate().filter(|(i, part)| *i == 0 || !part.ends_with('.')).map(|(_, part)| *part).collect::<Vec<_>>().join(" ");
                let aliases = if short == person { Vec::new() } else { vec![person.clone()] };
                out.push(Person { name: short, surname, aliases, offices: vec![Office { title: title.into(), of: name.clone(), from: None, to: None }], ..Person::default() });
            }
        }
    }
    Ok(out)
}

/// Names with their titles, where brackets hold a title that counts.
fn holders(text: &str) -> Vec<(String, &'static str)> {
    let text = html(text);
    let mut out = Vec::new();
    let mut rest = text.as_str();
    while let Some((name, behind)) = rest.split_once('(') {
        let Some((role, after)) = behind.split_once(')') else { break };
        let name = name.trim_matches([' ', ',', ';', '.']).trim();
        if let Some(title) = title(role).filter(|_| (2..=4).contains(&name.split(' ').count())) {
            out.push((name.to_owned(), title));
        }
        rest = after;
    }
    out
}

/// The title that a role comes to. Never a bare `President`: that is a head of state.
fn title(role: &str) -> Option<&'static str> {
    let role = role.to_lowercase();
    let past = ["former", "emeritus", "honorary", "founder", "deputy", "vice", "usa", "europe", "division"];
    match role {
        _ if past.iter().any(|word| role.contains(word)) => None,
        _ if role.contains("ceo") || role.contains("chief executive") => Some("Chief Executive"),
        _ if role.contains("chair") => Some("Chairman"),
        _ if role.contains("cfo") => Some("Chief Financial Officer"),
        _ => None,
    }
}

/// Whether a word can stand in a name: capitalised or an initial, no title and no abbreviation.
fn is_name_word(word: &str, known: &Known) -> bool {
    let roles = [
        "Chairman",
        "Chair",
        "Chairperson",
        "President",
        "Executive",
        "Group",
        "Director",
        "Sir",
        "Lord",
        "Dame",
        "Baron",
        "Dr",
        "Dr.",
        "CEO",
        "Jr.",
        "Sr.",
        "Interim",
        "Independent",
    ];
    let initial = word.ends_with('.') && word.chars().count() == 2;
    let letters = word.chars().filter(|c| c.is_lowercase()).count() > 0 && word.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '\''));
    let particle = matches!(word, "de" | "van" | "von" | "der" | "den" | "di" | "da" | "del" | "la");
    !roles.contains(&word) && (initial || particle || (letters && word.starts_with(char::is_uppercase) && !known.is_only(word, "rz")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_names_with_titles() {
        let text = "John C. Plant , ( Executive Chairman & CEO ) Scott Klein (deputy CEOs) Wei Li (president)";
        assert_eq!(holders(text), [("John C. Plant".to_owned(), "Chief Executive")]);
    }
}
