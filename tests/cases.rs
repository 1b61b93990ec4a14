//! Sentences with all that must be found in them, in `tests/cases`.

mod support;

use std::env;

use demarche::Extractor;
use support::known::{judge, Outcome};
use support::lines;
use support::statement::{compare, Statement};

const KNOWN: &str = "tests/cases/known-failures.txt";

struct Case {
    place: String,
    sentence: String,
    /// `None` until a line below says what to expect.
    expected: Option<Vec<Statement>>,
}

/// Reads one file of cases; the error names its file and line.
fn parse(file: &str, text: &str) -> Result<Vec<Case>, String> {
    let mut cases: Vec<Case> = Vec::new();
    for (place, line) in lines(file, text) {
        if line.starts_with(' ') {
            let case = cases.last_mut().ok_or_else(|| format!("{place}: expected a sentence at the left margin first"))?;
            expect(case, line.trim()).map_err(|error| format!("{place}: {error}"))?;
        } else {
            complete(cases.last())?;
            cases.push(Case { place, sentence: line.to_owned(), expected: None });
        }
    }
    complete(cases.last())?;
    Ok(cases)
}

fn expect(case: &mut Case, line: &str) -> Result<(), String> {
    match (&mut case.expected, line) {
        (None, "nothing") => case.expected = Some(Vec::new()),
        (None, line) => case.expected = Some(vec![Statement::parse(line)?]),
        (Some(expected), line) if line != "nothing" && !expected.is_empty() => expected.push(Statement::parse(line)?),
        _ => return Err("'nothing' must stand alone".to_owned()),
    }
    Ok(())
}

fn complete(case: Option<&Case>) -> Result<(), String> {
    match case {
        Some(case) if case.expected.is_none() => Err(format!("{}: expected 'nothing' or triples indented below the sentence", case.place)),
        _ => Ok(()),
    }
}

fn run(extractor: &Extractor, case: &Case) -> Outcome {
    let extraction = extractor.extract(&case.sentence);
    let found: Vec<Statement> = extraction.relations().map(|relation| Statement::of(&relation)).collect();
    let (missing, unexpected) = compare(case.expected.as_deref().unwrap_or_default(), &found);
    Outcome { place: case.place.clone(), key: case.sentence.clone(), sentence: case.sentence.clone(), missing, unexpected }
}

/// Every case gives exactly its triples, but for the known failures. `CASES=word` runs the files whose name has that word.
#[test]
fn cases() {
    let filter = env::var("CASES").unwrap_or_default();
    let files = support::files("tests/cases", ".txt").into_iter().filter(|file| file != KNOWN && file.contains(&filter));
    let mut outcomes = Vec::new();
    for file in files {
        let cases = parse(&file, &support::read(&file)).unwrap_or_else(|error| panic!("{error}"));
        outcomes.extend(cases.iter().map(|case| run(Extractor::embedded(), case)));
    }
    judge("cases", KNOWN, &outcomes, filter.is_empty());
}

/// A line that cannot be read is reported with its file and number.
#[test]
fn wrong_lines_are_reported() {
    let error = |text: &str| parse("f.txt", text).err().unwrap_or_default();
    assert_eq!(error("  A | b | C\n"), "f.txt:1: expected a sentence at the left margin first");
    assert_eq!(error("A bs C.\nD.\n  nothing\n"), "f.txt:1: expected 'nothing' or triples indented below the sentence");
    assert_eq!(error("A.\n\n  A | b\n"), "f.txt:3: expected 'nothing' or SUBJECT | RELATION | OBJECT, found 'A | b'");
    assert_eq!(error("A.\n  (past) A | b | C\n"), "f.txt:2: '(past)' cannot stand here; expected (hypothetical) or (future)");
    assert_eq!(error("A.\n  A | b | C  [by D]\n"), "f.txt:2: expected [said by NAME], found '[by D]'");
    assert_eq!(error("A.\n  A | b | C\n  nothing\n"), "f.txt:3: 'nothing' must stand alone");
}

/// A triple is written as it is read.
#[test]
fn statements_are_read_and_written() {
    for line in ["A | b | C", "(future) A | not b | C", "(hypothetical) A | b | C  [said by D E]"] {
        assert_eq!(Statement::parse(line).map(|s| s.to_string()), Ok(line.to_owned()));
    }
}
