//! The sentences that frames carry: each gives exactly its triples.

mod support;

use demarche::{Error, Extractor};
use support::data::entries;
use support::known::{judge, Outcome};
use support::statement::{compare, Statement};

fn run(extractor: &Extractor, file: &str, (line, sentence, triples): &(u32, String, Vec<String>)) -> Outcome {
    let place = format!("gazetteers/{file}:{line}");
    let parse = |triple: &String| Statement::parse(triple).unwrap_or_else(|error| panic!("{place}: {error}"));
    let expected: Vec<Statement> = triples.iter().map(parse).map(Statement::bare).collect();
    let extraction = extractor.extract(sentence);
    let found: Vec<Statement> = extraction.relations().map(|relation| Statement::of(&relation).bare()).collect();
    let (missing, unexpected) = compare(&expected, &found);
    Outcome { place, key: format!("{file}: {sentence}"), sentence: sentence.clone(), missing, unexpected }
}

/// Every `yes` sentence gives its triples and every `no` sentence none, but for the known failures.
#[test]
fn examples() -> Result<(), Error> {
    let mut outcomes = Vec::new();
    for path in support::files("gazetteers/frames", ".txt") {
        let file = path.trim_start_matches("gazetteers/");
        let examples = Extractor::frame_examples(file, &support::read(&path))?;
        outcomes.extend(examples.iter().map(|example| run(Extractor::embedded(), file, example)));
    }
    judge("frames", "tests/frame-failures.txt", &outcomes, true);
    Ok(())
}

/// Every frame carries at least one sentence that it must find and one that it must not.
#[test]
fn every_frame_carries_examples() {
    let mut complaints = Vec::new();
    for file in support::files("gazetteers/frames", ".txt") {
        for frame in entries(&support::read(&file)) {
            let lacking = ["yes", "no"].into_iter().filter(|key| !frame.fields.iter().any(|field| field.key == *key));
            complaints.extend(lacking.map(|key| format!("{file}:{}: '{}' needs a line '{key}'", frame.line, frame.name)));
        }
    }
    support::no_complaints(&complaints);
}
