//! Reads a JSON Lines corpus on all cores: a record for each line `{"id": …, "text": …}`, in the order of the lines.
//!
//! ```text
//! cargo run --release --example corpus -- news.jsonl > records.jsonl
//! cargo run --release --example corpus -- news.jsonl --threads 4 --roles
//! ```
//!
//! The corpus may be larger than memory: only a few blocks of lines are held at a time.

#[path = "common/jsonl.rs"]
mod jsonl;

use std::fs::File;
use std::io::{self, BufRead, BufReader, ErrorKind, Write};
use std::process::ExitCode;

use clap::Parser;
use demarche::{Extractor, Reader};

/// How many bytes of lines are handed on together.
const BLOCK: usize = 64 << 10;

/// Reads a JSON Lines corpus on all cores.
#[derive(Parser)]
struct Options {
    /// The corpus; `-` is standard input.
    file: String,
    /// How many threads; 0 is one a core.
    #[arg(long, default_value_t = 0)]
    threads: usize,
    /// Also take unnamed actors: police, rebels.
    #[arg(long)]
    roles: bool,
}

/// Some whole lines.
struct Block {
    /// The number of the first line.
    number: usize,
    bytes: Vec<u8>,
    /// Where each line ends.
    ends: Vec<usize>,
}

/// Cuts the input into blocks.
struct Blocks<R> {
    input: R,
    number: usize,
    failure: Option<io::Error>,
}

/// What became of a block.
struct Done {
    records: Vec<u8>,
    messages: Vec<String>,
}

fn main() -> ExitCode {
    match run(&Options::parse()) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(message) => {
            eprintln!("{message}");
            ExitCode::FAILURE
        }
    }
}

/// Whether every line could be read.
fn run(options: &Options) -> Result<bool, String> {
    let extractor = Extractor::builder().roles(options.roles).build().map_err(|error| error.to_string())?;
    if options.file == "-" {
        return read_all("standard input", io::stdin().lock(), &extractor, options.threads);
    }
    let file = File::open(&options.file).map_err(|error| unreadable(&options.file, &error))?;
    read_all(&options.file, BufReader::with_capacity(BLOCK, file), &extractor, options.threads)
}

fn unreadable(file: &str, error: &io::Error) -> String {
    format!("{file}: cannot be read ({error}); name a file, or - for standard input")
}

/// The records and messages of all blocks, in their order.
fn read_all(file: &str, input: impl BufRead, extractor: &Extractor, threads: usize) -> Result<bool, String> {
    let mut blocks = Blocks { input, number: 1, failure: None };
    let mut out = io::stdout().lock();
    let mut good = true;
    let corpus = extractor.corpus(&mut blocks).threads(threads);
    let written = corpus.map_with(|block| block.bytes.len(), |reader, block| read_block(file, block, reader)).try_for_each(|done| {
        done.messages.iter().for_each(|message| eprintln!("{message}"));
        good &= done.messages.is_empty();
        out.write_all(&done.records)
    });
    match written {
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(good),
        Err(error) => Err(format!("the output cannot be written: {error}")),
        Ok(()) => blocks.failure.map_or(Ok(good), |error| Err(unreadable(file, &error))),
    }
}

fn read_block(file: &str, block: &Block, reader: &mut Reader<'_>) -> Done {
    let mut done = Done { records: Vec::new(), messages: Vec::new() };
    let mut start = 0;
    for (number, &end) in (block.number..).zip(&block.ends) {
        let line = &block.bytes[start..end];
        start = end;
        match jsonl::parse(file, number, line) {
            Ok(Some(document)) => {
                reader.read_on(document.date, &document.text, |extraction| jsonl::write_record(extraction, &document.id, &mut done.records).expect("a record is plain data"))
            }
            Ok(None) => (),
            Err(message) => done.messages.push(message),
        }
    }
    done
}

impl<R: BufRead> Iterator for Blocks<R> {
    type Item = Block;

    /// The next whole lines, about [`BLOCK`] bytes of them.
    fn next(&mut self) -> Option<Block> {
        let mut block = Block { number: self.number, bytes: Vec::with_capacity(BLOCK), ends: Vec::new() };
        while block.bytes.len() < BLOCK && self.failure.is_none() {
            match self.input.read_until(b'\n', &mut block.bytes) {
                Ok(0) => break,
                Ok(_) => {
                    self.number += 1;
                    block.ends.push(block.bytes.len());
                }
                Err(error) => self.failure = Some(error),
            }
        }
        (!block.bytes.is_empty()).then_some(block)
    }
}
