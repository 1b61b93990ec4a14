//! Sentences with all that is named in them, in `tests/mentions`.
//!
//! A text stands at the left margin. Below it stand its mentions in order, `words | kind`, with ` = name` behind where the
//! entity is called otherwise. Nothing else may be found in it.

mod support;

use demarche::{Extractor, Mention};
use support::{files, lines, no_complaints, read};

struct Case {
    place: String,
    text: String,
    expected: Vec<String>,
}

fn parse(file: &str) -> Vec<Case> {
    let mut cases: Vec<Case> = Vec::new();
    for (place, line) in lines(file, &read(file)) {
        match (line.strip_prefix("  "), cases.last_mut()) {
            (None, _) => cases.push(Case { place, text: line.to_owned(), expected: Vec::new() }),
            (Some("nothing"), Some(_)) => {}
            (Some(mention), Some(case)) => case.expected.push(mention.to_owned()),
            (Some(_), None) => panic!("{place}: expected a text at the left margin first"),
        }
    }
    cases
}

fn told(mention: &Mention<'_>) -> String {
    let kind = format!("{:?}", mention.kind()).to_lowercase();
    let name = mention.entity().map(|entity| entity.name.to_string()).filter(|name| name != mention.text());
    format!("{} | {kind}{}", mention.text(), name.map_or_else(String::new, |name| format!(" = {name}")))
}

/// What is wrong with a case.
fn complaint(case: &Case) -> Option<String> {
    let extraction = Extractor::embedded().extract(&case.text);
    let found: Vec<String> = extraction.mentions().map(|mention| told(&mention)).collect();
    (found != case.expected).then(|| format!("{}: gave\n{}{}", case.place, case.text, found.iter().map(|line| format!("\n  {line}")).collect::<String>()))
}

/// Every text names exactly what stands below it.
#[test]
fn mentions() {
    let cases: Vec<Case> = files("tests/mentions", ".txt").iter().flat_map(|file| parse(file)).collect();
    assert!(cases.len() >= 90);
    no_complaints(&cases.iter().filter_map(complaint).collect::<Vec<_>>());
}
