//! Measures precision and recall on labelled texts, and prints the figures as JSON.
//!
//! ```text
//! cargo run --release --example evaluate                          the bundled sentences
//! cargo run --release --example evaluate -- gold.jsonl --verbose  and what was missed or wrong, on standard error
//! ```
//!
//! A line of the labelled file is an object with `id`, `text` and `triples`; `evaluation.jsonl` beside this file shows the fields.
//! Three levels are counted: the pair of actors (dyad), the pair with the event, the event with its class.

#[path = "common/score.rs"]
mod score;

use std::io::Write;
use std::process::ExitCode;

use clap::Parser;
use demarche::{Extractor, Scratch};
use score::{Labelled, Score};
use serde::Serialize;

const SENTENCES: &str = include_str!("evaluation.jsonl");

/// Measures precision and recall on labelled texts.
#[derive(Parser)]
struct Options {
    /// The labelled texts, JSON Lines; without it the bundled sentences.
    gold: Option<String>,
    /// Also take unnamed actors; relations of theirs are not counted.
    #[arg(long)]
    roles: bool,
    /// List what was missed and what is wrong on standard error.
    #[arg(long)]
    verbose: bool,
}

fn main() -> ExitCode {
    match run(&Options::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("{message}");
            ExitCode::FAILURE
        }
    }
}

fn run(options: &Options) -> Result<(), String> {
    let extractor = Extractor::builder().roles(options.roles).build().map_err(|error| error.to_string())?;
    let gold = match &options.gold {
        Some(file) => read(file, &std::fs::read_to_string(file).map_err(|error| format!("{file}: cannot be read ({error}); name a file of labelled texts"))?)?,
        None => read("evaluation.jsonl", SENTENCES)?,
    };
    let mut score = Score::default();
    let mut scratch = Scratch::default();
    for labelled in &gold {
        let extraction = extractor.extract_with(scratch, &labelled.text);
        score.add(labelled, &extraction);
        scratch = extraction.into_scratch();
    }
    if options.verbose {
        score.remarks.iter().for_each(|remark| eprintln!("{remark}"));
    }
    print(&score).map_err(|error| format!("the figures cannot be written: {error}"))
}

/// A wrong line of the labels spoils the figures, so the first one ends the run.
fn read(file: &str, text: &str) -> Result<Vec<Labelled>, String> {
    let lines = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    lines.map(|(i, line)| serde_json::from_str(line).map_err(|error| format!("{file}:{}: {error}; the fields are those of examples/evaluation.jsonl", i + 1))).collect()
}

fn print(score: &Score) -> std::io::Result<()> {
    let mut out = std::io::stdout().lock();
    let mut json = serde_json::Serializer::with_formatter(&mut out, serde_json::ser::PrettyFormatter::with_indent(b" "));
    score.figures().serialize(&mut json)?;
    writeln!(out)
}
