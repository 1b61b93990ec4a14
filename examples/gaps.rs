//! Says what the lists lack for a corpus: verbs and nouns between two actors that stand in no frame, and names that stand in no list.
//!
//! ```text
//! cargo run --release --example gaps -- news.jsonl
//! cargo run --release --example gaps -- news.jsonl --top 50 --least 3
//! ```
//!
//! The corpus is JSON Lines, `{"id": …, "text": …}`. What cannot be read is reported on standard error, and the exit status is 1.

#[path = "common/jsonl.rs"]
mod jsonl;

use std::fs::File;
use std::io::{self, BufRead, BufReader};
use std::process::ExitCode;

use clap::Parser;
use demarche::{Extractor, Gap, Gaps};

/// Says what the lists lack for a corpus.
#[derive(Parser)]
struct Options {
    /// How many words of each kind are shown.
    #[arg(long, default_value_t = 20)]
    top: usize,
    /// How often a word must stand there at least.
    #[arg(long, default_value_t = 1)]
    least: usize,
    /// Files of JSON Lines; `-` is standard input.
    #[arg(required = true)]
    files: Vec<String>,
}

fn main() -> ExitCode {
    let options = Options::parse();
    let mut gaps = Gaps::default();
    let mut good = true;
    for file in &options.files {
        let read = match file.as_str() {
            "-" => add("standard input", io::stdin().lock(), &mut gaps),
            _ => File::open(file).and_then(|open| add(file, BufReader::new(open), &mut gaps)),
        };
        good &= read.unwrap_or_else(|error| {
            eprintln!("{file}: cannot be read ({error}); name a file, or - for standard input");
            false
        });
    }
    for (title, words) in [("verbs without a frame", gaps.verbs()), ("nouns without a frame", gaps.nouns()), ("names without an entity", gaps.names())] {
        table(title, &words, &options);
    }
    if good {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

/// Whether every line could be read.
fn add(file: &str, mut input: impl BufRead, gaps: &mut Gaps) -> io::Result<bool> {
    let mut good = true;
    let mut line = Vec::new();
    for number in 1.. {
        line.clear();
        if input.read_until(b'\n', &mut line)? == 0 {
            break;
        }
        match jsonl::parse(file, number, &line) {
            Ok(document) => document.into_iter().for_each(|document| gaps.add(Extractor::embedded().gaps(&document.text))),
            Err(message) => {
                eprintln!("{message}");
                good = false;
            }
        }
    }
    Ok(good)
}

fn table(title: &str, words: &[Gap], options: &Options) {
    let shown: Vec<&Gap> = words.iter().filter(|gap| gap.count >= options.least).take(options.top).collect();
    println!("{title} ({} of {})", shown.len(), words.len());
    for gap in shown {
        println!("{:>7}  {:<24}  {}", gap.count, gap.word, gap.example);
    }
    println!();
}
