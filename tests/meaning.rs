//! Sentences with what they say around their relations, and texts of a date, in `tests/meaning`.
//!
//! A sentence stands at the left margin, before it in brackets the day on which it was written, where one is given. Below it stand its
//! relations, and below each of them all that it says further: `tense past`, `strength sharply`, `topic …`, `complement …`,
//! `date on Tuesday = 2024-03-05`, `place Geneva`, `by office` for a subject found by its office.

mod support;

use demarche::{Date, Extractor, FoundBy, Relation};
use support::{files, lines, no_complaints, read};

/// A relation and what is said around it.
type Told = (String, Vec<String>);

struct Case {
    place: String,
    date: Option<Date>,
    text: String,
    expected: Vec<Told>,
}

fn parse(file: &str) -> Vec<Case> {
    let mut cases: Vec<Case> = Vec::new();
    for (place, line) in lines(file, &read(file)) {
        if !line.starts_with(' ') {
            let (date, text) = match line.strip_prefix('[').and_then(|rest| rest.split_once("] ")) {
                Some((date, text)) => (Some(date.parse().unwrap_or_else(|error| panic!("{place}: {error}"))), text),
                None => (None, line),
            };
            cases.push(Case { place, date, text: text.to_owned(), expected: Vec::new() });
            continue;
        }
        let case = cases.last_mut().unwrap_or_else(|| panic!("{place}: expected a sentence at the left margin first"));
        match (line.starts_with("    "), case.expected.last_mut()) {
            (true, Some((_, details))) => details.push(line.trim().to_owned()),
            (false, _) if line.trim() == "nothing" => {}
            _ => case.expected.push((line.trim().to_owned(), Vec::new())),
        }
    }
    cases
}

fn told(relation: &Relation<'_>, text: &str) -> Told {
    let mut details = Vec::new();
    let mut add = |name: &str, value: Option<String>| details.extend(value.map(|value| format!("{name} {value}")));
    add("by", (relation.subject().found_by() == FoundBy::Office).then(|| "office".to_owned()));
    add("tense", relation.tense().map(|tense| format!("{tense:?}").to_lowercase()));
    add("strength", relation.strength().map(|span| span.of(text).to_owned()));
    add("topic", relation.topic().map(|span| span.of(text).to_owned()));
    add("complement", relation.complement().map(|span| span.of(text).to_owned()));
    add("date", relation.date().map(|date| format!("{}{}", date.span.of(text), date.iso.map_or_else(String::new, |iso| format!(" = {iso}")))));
    add("place", relation.place().map(|place| place.text().to_owned()));
    (relation.to_string(), details)
}

/// What is wrong with a case.
fn complaint(case: &Case) -> Option<String> {
    let extraction = Extractor::embedded().on(case.date).extract(&case.text);
    let mut found: Vec<Told> = extraction.relations().map(|relation| told(&relation, &case.text)).collect();
    let mut expected = case.expected.clone();
    found.sort();
    expected.sort();
    (found != expected).then(|| {
        let lines = found.iter().map(|(triple, details)| format!("\n  {triple}{}", details.iter().map(|detail| format!("\n    {detail}")).collect::<String>()));
        format!("{}: gave\n{}{}", case.place, case.text, lines.collect::<String>())
    })
}

/// Every sentence says exactly what stands below it.
#[test]
fn meanings() {
    let cases: Vec<Case> = files("tests/meaning", ".txt").iter().flat_map(|file| parse(file)).collect();
    assert!(cases.len() >= 60);
    no_complaints(&cases.iter().filter_map(complaint).collect::<Vec<_>>());
}
