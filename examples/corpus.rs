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
use demarche::{Extractor, Scratch};
use rayon::prelude::*;
use rayon::ThreadPool;

/// How many bytes of lines one task reads.
const BLOCK: usize = 256 * 1024;

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
    let pool = rayon::ThreadPoolBuilder::new().num_threads(options.threads).build().map_err(|error| error.to_string())?;
    if options.file == "-" {
        return read_all("standard input", io::stdin().lock(), &extractor, &pool);
    }
    let file = File::open(&options.file).map_err(|error| unreadable(&options.file, &error))?;
    read_all(&options.file, BufReader::with_capacity(BLOCK, file), &extractor, &pool)
}

fn unreadable(file: &str, error: &io::Error) -> String {
    format!("{file}: cannot be read ({error}); name a file, or - for standard input")
}

/// Reads a few blocks at a time: all threads on them, then their records in order.
fn read_all(file: &str, input: impl BufRead, extractor: &Extractor, pool: &ThreadPool) -> Result<bool, String> {
    let mut blocks = Blocks { input, number: 1, failure: None };
    let mut out = io::stdout().lock();
    let mut good = true;
    loop {
        let some: Vec<Block> = blocks.by_ref().take(pool.current_num_threads() * 4).collect();
        if some.is_empty() {
            break;
        }
        let done: Vec<Done> = pool.install(|| some.par_iter().map_init(Scratch::default, |scratch, block| read_block(file, block, extractor, scratch)).collect());
        for part in done {
            part.messages.iter().for_each(|message| eprintln!("{message}"));
            good &= part.messages.is_empty();
            match out.write_all(&part.records) {
                Err(error) if error.kind() == ErrorKind::BrokenPipe => return Ok(good),
                written => written.map_err(|error| format!("the output cannot be written: {error}"))?,
            }
        }
    }
    blocks.failure.map_or(Ok(good), |error| Err(unreadable(file, &error)))
}

fn read_block(file: &str, block: &Block, extractor: &Extractor, scratch: &mut Scratch) -> Done {
    let mut done = Done { records: Vec::new(), messages: Vec::new() };
    for (i, line) in block.bytes.split(|&byte| byte == b'\n').enumerate() {
        if let Err(message) = jsonl::append_record(extractor.on(None), scratch, (file, block.number + i), line, &mut done.records) {
            done.messages.push(message);
        }
    }
    done
}

impl<R: BufRead> Iterator for Blocks<R> {
    type Item = Block;

    /// The next whole lines, about [`BLOCK`] bytes of them.
    fn next(&mut self) -> Option<Block> {
        let mut block = Block { number: self.number, bytes: Vec::with_capacity(BLOCK) };
        while block.bytes.len() < BLOCK && self.failure.is_none() {
            match self.input.read_until(b'\n', &mut block.bytes) {
                Ok(0) => break,
                Ok(_) => self.number += 1,
                Err(error) => self.failure = Some(error),
            }
        }
        (!block.bytes.is_empty()).then_some(block)
    }
}
