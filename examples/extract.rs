//! Prints who did what to whom, in the bundled article or in texts of your own.
//!
//! ```text
//! cargo run --release --example extract                              the bundled article
//! cargo run --release --example extract -- a.txt b.txt               files
//! echo "US urges Europe to act." | cargo run --release --example extract
//! cargo run --release --example extract -- --names my.txt --frames verbs.txt a.txt   with lists of your own
//! cargo run --release --example extract -- --format jsonl news.jsonl a record for each line {"id": …, "text": …, "date": …}
//! ```
//!
//! What cannot be read is reported on standard error, the rest is read all the same, and the exit status is 1.

#[path = "common/around.rs"]
mod around;
#[path = "common/jsonl.rs"]
mod jsonl;

use std::fs::File;
use std::io::{self, BufRead, BufReader, BufWriter, ErrorKind, IsTerminal, Write};
use std::process::ExitCode;

use around::{around, one_line};
use clap::{Parser, ValueEnum};
use demarche::{Date, Extraction, Extractor, Relation, Scratch, Span};

const ARTICLE: &str = include_str!("article.txt");

/// Prints who did what to whom.
#[derive(Parser)]
struct Options {
    /// What to print; `jsonl` also reads its input as JSON Lines, as is done with files named *.jsonl.
    #[arg(long)]
    format: Option<Format>,
    /// Also take unnamed actors: police, rebels.
    #[arg(long)]
    roles: bool,
    /// The day on which the texts were written, YYYY-MM-DD, where a line does not say it itself in its field "date".
    #[arg(long)]
    date: Option<Date>,
    /// A list of names of your own, in the form of gazetteers/README.md; may be given again.
    #[arg(long, value_name = "FILE")]
    names: Vec<String>,
    /// A file of predicates of your own, in the form of gazetteers/frames; may be given again.
    #[arg(long, value_name = "FILE")]
    frames: Vec<String>,
    /// Files; `-` is standard input. Without any: standard input if it is piped, else the bundled article.
    files: Vec<String>,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// Triples with their evidence, for reading.
    Text,
    /// One JSON record a document.
    Jsonl,
}

/// Where things go, and whether anything was bad.
struct Run<W> {
    extractor: Extractor,
    date: Option<Date>,
    format: Option<Format>,
    scratch: Scratch,
    out: W,
    failed: bool,
}

fn main() -> ExitCode {
    let options = Options::parse();
    let builder = Extractor::builder().roles(options.roles);
    let builder = options.names.iter().fold(builder, |builder, file| builder.gazetteer_path(file));
    let builder = options.frames.iter().fold(builder, |builder, file| builder.frames_path(file));
    let extractor = match builder.build() {
        Ok(extractor) => extractor,
        Err(error) => {
            eprintln!("{error}");
            return ExitCode::FAILURE;
        }
    };
    let out = BufWriter::new(io::stdout().lock());
    let mut run = Run { extractor, date: options.date, format: options.format, scratch: Scratch::default(), out, failed: false };
    match run.all(&options.files).and_then(|()| run.out.flush()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => {
            eprintln!("the output cannot be written: {error}");
            ExitCode::FAILURE
        }
        _ if run.failed => ExitCode::FAILURE,
        _ => ExitCode::SUCCESS,
    }
}

impl<W: Write> Run<W> {
    /// Reads every input. An error is one of the output; those of the input are reported here.
    fn all(&mut self, files: &[String]) -> io::Result<()> {
        if files.is_empty() {
            return self.without_files();
        }
        for file in files {
            if files.len() > 1 && !self.is_jsonl(file) {
                writeln!(self.out, "── {file}")?;
            }
            if file == "-" {
                self.input("standard input", io::stdin().lock())?;
                continue;
            }
            match File::open(file) {
                Ok(open) => self.input(file, BufReader::new(open))?,
                Err(error) => self.report(&unreadable(file, &error)),
            }
        }
        Ok(())
    }

    /// Standard input if something is piped into it, else the bundled article.
    fn without_files(&mut self) -> io::Result<()> {
        if !io::stdin().is_terminal() {
            let mut input = io::stdin().lock();
            if input.fill_buf().is_ok_and(|bytes| !bytes.is_empty()) {
                return self.input("standard input", input);
            }
        }
        match self.format {
            Some(Format::Jsonl) => self.record("article", ARTICLE, self.date),
            _ => self.show(ARTICLE, self.date),
        }
    }

    fn is_jsonl(&self, file: &str) -> bool {
        self.format == Some(Format::Jsonl) || file.ends_with(".jsonl")
    }

    fn report(&mut self, message: &str) {
        eprintln!("{message}");
        self.failed = true;
    }

    fn input(&mut self, file: &str, input: impl BufRead) -> io::Result<()> {
        if self.is_jsonl(file) {
            self.lines(file, input)
        } else {
            self.whole(file, input)
        }
    }

    /// One text.
    fn whole(&mut self, file: &str, mut input: impl BufRead) -> io::Result<()> {
        let mut bytes = Vec::new();
        if let Err(error) = input.read_to_end(&mut bytes) {
            self.report(&unreadable(file, &error));
            return Ok(());
        }
        match std::str::from_utf8(&bytes) {
            Ok(text) => self.show(text.trim_start_matches('\u{feff}'), self.date),
            Err(error) => {
                let line = 1 + bytes[..error.valid_up_to()].iter().filter(|&&byte| byte == b'\n').count();
                self.report(&format!("{file}:{line}: byte {} of the file is not UTF-8; convert the file to UTF-8", error.valid_up_to() + 1));
                Ok(())
            }
        }
    }

    /// A text a line.
    fn lines(&mut self, file: &str, mut input: impl BufRead) -> io::Result<()> {
        let mut line = Vec::new();
        for number in 1.. {
            line.clear();
            match input.read_until(b'\n', &mut line) {
                Ok(0) => break,
                Ok(_) => self.line(file, number, &line)?,
                Err(error) => {
                    self.report(&unreadable(file, &error));
                    break;
                }
            }
        }
        Ok(())
    }

    fn line(&mut self, file: &str, number: usize, line: &[u8]) -> io::Result<()> {
        match jsonl::parse(file, number, line) {
            Ok(Some(document)) if self.format == Some(Format::Text) => {
                writeln!(self.out, "── {}", document.id)?;
                self.show(&document.text, document.date.or(self.date))
            }
            Ok(Some(document)) => self.record(&document.id, &document.text, document.date.or(self.date)),
            Ok(None) => Ok(()),
            Err(message) => {
                self.report(&message);
                Ok(())
            }
        }
    }

    fn record(&mut self, id: &str, text: &str, date: Option<Date>) -> io::Result<()> {
        let extraction = self.extractor.on(date).extract_with(std::mem::take(&mut self.scratch), text);
        jsonl::write_record(&extraction, id, &mut self.out)?;
        self.scratch = extraction.into_scratch();
        Ok(())
    }

    /// Triples with their evidence, and how many there are.
    fn show(&mut self, text: &str, date: Option<Date>) -> io::Result<()> {
        let extraction = self.extractor.on(date).extract_with(std::mem::take(&mut self.scratch), text);
        for relation in extraction.relations() {
            show_relation(&mut self.out, &extraction, &relation)?;
        }
        writeln!(self.out, "{}, {}", count(extraction.relations().len(), "relation"), count(extraction.mentions().len(), "mention"))?;
        self.scratch = extraction.into_scratch();
        Ok(())
    }
}

fn count(number: usize, what: &str) -> String {
    format!("{number} {what}{}", if number == 1 { "" } else { "s" })
}

fn unreadable(file: &str, error: &io::Error) -> String {
    format!("{file}: cannot be read ({error}); name a file, or - for standard input")
}

fn show_relation(out: &mut impl Write, extraction: &Extraction<'_>, relation: &Relation<'_>) -> io::Result<()> {
    let text = extraction.text();
    let evidence = relation.evidence();
    let modality = format!("{:?}", relation.modality()).to_lowercase();
    writeln!(out, "{relation}")?;
    writeln!(out, "    {} · {modality} · \"{}\" · {}: {}", relation.class().name(), one_line(evidence.trigger.of(text)), evidence.rule, evidence.pattern)?;
    writeln!(out, "    {}", marked(text, relation))?;
    let around = around(text, relation);
    if !around.is_empty() {
        writeln!(out, "    {}", around.join(" · "))?;
    }
    if let Some((speaker, cue)) = relation.attribution() {
        writeln!(out, "    according to {} (\"{}\")", speaker.name(), one_line(cue.of(text)))?;
    }
    if !evidence.again.is_empty() {
        let again: Vec<String> = evidence.again.iter().map(|span| format!("\"{}\" at byte {}", one_line(span.of(text)), span.start)).collect();
        writeln!(out, "    again: {}", again.join(", "))?;
    }
    writeln!(out)
}

/// The sentence with its actors in brackets and its trigger in guillemets: `[US] «urges» [Europe] to act.`
fn marked(text: &str, relation: &Relation<'_>) -> String {
    let sentence = relation.sentence();
    let start = sentence.as_ptr() as usize - text.as_ptr() as usize;
    let marks = [(relation.subject().span(), '[', ']'), (relation.object().span(), '[', ']'), (relation.evidence().trigger, '«', '»')];
    let inside = |span: Span| (span.start as usize).checked_sub(start).zip((span.end as usize).checked_sub(start)).filter(|&(_, end)| end <= sentence.len());
    let mut places = Vec::new();
    for (from, to, open, close) in marks.into_iter().filter_map(|(span, open, close)| inside(span).map(|(from, to)| (from, to, open, close))) {
        places.push((from, true, open));
        places.push((to, false, close));
    }
    places.sort_by_key(|&(at, opens, _)| (at, opens));
    let mut out = String::with_capacity(sentence.len() + 16);
    let mut done = 0;
    for (at, _, mark) in places {
        out.push_str(&sentence[done..at]);
        out.push(mark);
        done = at;
    }
    out.push_str(&sentence[done..]);
    one_line(&out)
}
