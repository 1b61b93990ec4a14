//! Whole articles: all triples of each, sentence by sentence, as `tests/snapshots` has them.

mod support;

use std::fmt::Write;

use demarche::{Extractor, Relation};
use support::{asked, path, read, write};

/// The name of a snapshot: `benches/articles/01.txt` to `01`.
fn name(article: &str) -> &str {
    article.rsplit('/').next().unwrap_or(article).trim_end_matches(".txt")
}

/// One line a triple: `  A | b | C  [REQUEST asserted "urged", said by D]`.
fn line(relation: &Relation<'_>, text: &str) -> String {
    let modality = format!("{:?}", relation.modality()).to_lowercase();
    let trigger = one_line(relation.evidence().trigger.of(text));
    let said = relation.attribution().map_or_else(String::new, |(speaker, _)| format!(", said by {}", speaker.name()));
    format!("  {}  [{} {modality} \"{trigger}\"{said}]", one_line(&relation.to_string()), relation.class().name())
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn snapshot(text: &str) -> String {
    let extraction = Extractor::embedded().extract(text);
    let mut out = String::new();
    let mut last = "";
    for relation in extraction.relations() {
        let sentence = relation.sentence();
        if sentence.as_ptr() != last.as_ptr() {
            let gap = if out.is_empty() { "" } else { "\n" };
            let _ = writeln!(out, "{gap}{}", one_line(sentence));
            last = sentence;
        }
        let _ = writeln!(out, "{}", line(&relation, text));
    }
    out
}

/// The first line in which two snapshots differ.
fn difference(file: &str, expected: &str, found: &str) -> Option<String> {
    if expected == found {
        return None;
    }
    let (mut old, mut new) = (expected.lines(), found.lines());
    for number in 1.. {
        let (old, new) = (old.next(), new.next());
        if old != new || old.is_none() {
            return Some(format!("{file}:{number}:\n    expected {}\n    found    {}", old.unwrap_or("the end"), new.unwrap_or("the end")));
        }
    }
    None
}

/// Every article gives what its snapshot has. `UPDATE=1` rewrites the snapshots.
#[test]
fn articles() {
    let mut complaints = Vec::new();
    let articles = support::files("benches/articles", ".txt").into_iter().chain(["examples/article.txt".to_owned()]);
    for article in articles {
        let file = format!("tests/snapshots/{}.txt", name(&article));
        let found = snapshot(&read(&article));
        if asked("UPDATE") {
            write(&file, &found);
        }
        let expected = if path(&file).exists() { read(&file) } else { String::new() };
        complaints.extend(difference(&file, &expected, &found));
    }
    support::no_complaints(&complaints);
}
