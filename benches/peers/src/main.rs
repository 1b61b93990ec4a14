//! Times demarche beside two floors: a scan for the names it knows, and a count of the lines.
//!
//! ```text
//! demarche-peers names                               the names of the gazetteers, one a line
//! demarche-peers measure TEXTS NAMES [RESULTS]       a line of JSON for each measurement
//! ```
//!
//! RESULTS are the lines of the other peers. demarche also reads the first texts by themselves, as many as each of those has read.

use std::collections::BTreeSet;
use std::error::Error;
use std::fs;
use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::time::Instant;

use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};
use demarche::{Extractor, Scratch};
use serde_json::{json, Value};

/// How often everything is read; the best round counts.
const ROUNDS: usize = 5;

/// Files and folders of `gazetteers` that hold names; those that are not there are passed over.
const LISTS: [&str; 5] = ["countries.txt", "places.txt", "organizations", "people", "generated"];

/// What was found: how many, and of what.
type Found = Vec<(&'static str, usize)>;

type Read<'a> = Box<dyn FnMut(&[String]) -> Found + 'a>;

/// One way to read the first `documents` texts.
struct Task<'a> {
    name: &'static str,
    version: String,
    startup: f64,
    documents: usize,
    read: Read<'a>,
    seconds: f64,
    found: Found,
}

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["names"] => names()?.iter().for_each(|name| println!("{name}")),
        ["measure", texts, names] => measure(texts, names, &[])?,
        ["measure", texts, names, results] => measure(texts, names, &counts(results)?)?,
        _ => return Err("usage: demarche-peers names | measure TEXTS NAMES [RESULTS]".into()),
    }
    Ok(())
}

/// The names and aliases of all records that name somebody or something.
fn names() -> Result<BTreeSet<String>, Box<dyn Error>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../gazetteers");
    let mut files = Vec::new();
    for list in LISTS.map(|list| folder.join(list)).into_iter().filter(|list| list.exists()) {
        add_files(list, &mut files)?;
    }
    let mut names = BTreeSet::new();
    for file in files {
        let text = fs::read_to_string(&file)?;
        let mut of_names = false;
        for line in text.lines().map(without_remark).filter(|line| !line.is_empty()) {
            if line.starts_with('[') {
                of_names = ["[country]", "[place]", "[organization]", "[person]"].contains(&line);
            } else if let Some(name) = name(line).filter(|_| of_names) {
                names.insert(name.to_owned());
            }
        }
    }
    Ok(names)
}

fn add_files(path: PathBuf, files: &mut Vec<PathBuf>) -> Result<(), Box<dyn Error>> {
    if path.is_file() {
        files.extend(path.extension().is_some_and(|extension| extension == "txt").then_some(path));
        return Ok(());
    }
    fs::read_dir(path)?.try_for_each(|entry| add_files(entry?.path(), files))
}

fn without_remark(line: &str) -> &str {
    let end = if line.starts_with('#') { Some(0) } else { line.find(" #") };
    line[..end.unwrap_or(line.len())].trim_end()
}

/// The name that a line gives: a record's, without the brackets that tell namesakes apart, or an alias. Flags are left out.
fn name(line: &str) -> Option<&str> {
    let value = if line.starts_with(' ') { line.trim_start().strip_prefix("alias ")? } else { line };
    let name = ["[exact]", "[weak]"].iter().fold(value, |name, flag| name.trim_end_matches(flag).trim_end());
    Some(if name.ends_with(')') { name.split(" (").next().unwrap_or(name) } else { name })
}

/// How many texts each of the other peers has read.
fn counts(results: &str) -> Result<Vec<usize>, Box<dyn Error>> {
    let mut counts = BTreeSet::new();
    for line in fs::read_to_string(results)?.lines() {
        counts.extend(serde_json::from_str::<Value>(line)?["documents"].as_u64().map(|count| count as usize));
    }
    Ok(counts.into_iter().collect())
}

fn measure(texts: &str, names: &str, counts: &[usize]) -> Result<(), Box<dyn Error>> {
    let texts = documents(texts)?;
    let names = fs::read_to_string(names)?;
    let (extractor, startup) = timed(Extractor::embedded);
    let mut tasks = vec![Task::new("demarche", demarche_version(), startup, texts.len(), extracting(extractor))];
    let shorter = counts.iter().filter(|&&count| count < texts.len());
    tasks.extend(shorter.map(|&count| Task::new("demarche", demarche_version(), startup, count, extracting(extractor))));
    for (name, kind) in [("aho-corasick", None), ("aho-corasick, DFA", Some(AhoCorasickKind::DFA))] {
        let (automaton, startup) = timed(|| AhoCorasick::builder().match_kind(MatchKind::LeftmostLongest).kind(kind).build(names.lines()));
        tasks.push(Task::new(name, pinned("aho-corasick"), startup, texts.len(), scanning(automaton?)));
    }
    tasks.push(Task::new("memchr", pinned("memchr"), 0.0, texts.len(), counting()));
    for _ in 0..ROUNDS {
        tasks.iter_mut().for_each(|task| task.run(&texts));
    }
    tasks.iter().for_each(|task| println!("{}", task.line(&texts)));
    Ok(())
}

fn documents(file: &str) -> Result<Vec<String>, Box<dyn Error>> {
    let text = |line: &str| Some(serde_json::from_str::<Value>(line).ok()?["text"].as_str()?.to_owned());
    let lines = fs::read_to_string(file)?;
    lines.lines().map(|line| text(line).ok_or_else(|| format!("{file}: a line without a text").into())).collect()
}

/// What `work` gives, and its seconds.
fn timed<T>(work: impl FnOnce() -> T) -> (T, f64) {
    let start = Instant::now();
    let result = work();
    (result, start.elapsed().as_secs_f64())
}

fn extracting(extractor: &Extractor) -> impl FnMut(&[String]) -> Found + '_ {
    let mut scratch = Scratch::default();
    move |texts| {
        let (mut mentions, mut relations) = (0, 0);
        for text in texts {
            let extraction = extractor.extract_with(std::mem::take(&mut scratch), text);
            mentions += extraction.mentions().len();
            relations += extraction.relations().len();
            scratch = extraction.into_scratch();
        }
        vec![("mentions", mentions), ("relations", relations)]
    }
}

fn scanning(automaton: AhoCorasick) -> impl FnMut(&[String]) -> Found {
    move |texts| vec![("names", texts.iter().map(|text| automaton.find_iter(text).count()).sum())]
}

fn counting() -> impl FnMut(&[String]) -> Found {
    |texts| vec![("newlines", texts.iter().map(|text| memchr::memchr_iter(b'\n', text.as_bytes()).count()).sum())]
}

fn demarche_version() -> String {
    let version = quoted(include_str!("../../../Cargo.toml"), "version");
    std::env::var("PEERS_COMMIT").ok().filter(|commit| !commit.is_empty()).map_or(version.clone(), |commit| format!("{version} ({commit})"))
}

/// The version that this package pins.
fn pinned(name: &str) -> String {
    quoted(include_str!("../Cargo.toml"), name).trim_start_matches('=').to_owned()
}

/// What stands in quotes on the first line of `manifest` that sets `key`.
fn quoted(manifest: &str, key: &str) -> String {
    let value = manifest.lines().find_map(|line| line.strip_prefix(key)?.strip_prefix(" = \"")?.strip_suffix('"'));
    value.unwrap_or("?").to_owned()
}

impl<'a> Task<'a> {
    fn new(name: &'static str, version: String, startup: f64, documents: usize, read: impl FnMut(&[String]) -> Found + 'a) -> Self {
        Task { name, version, startup, documents, read: Box::new(read), seconds: f64::INFINITY, found: Vec::new() }
    }

    /// Reads the texts once; what is found must be the same each time.
    fn run(&mut self, texts: &[String]) {
        let (found, seconds) = timed(|| black_box((self.read)(black_box(&texts[..self.documents]))));
        assert!(self.found.is_empty() || self.found == found, "{} finds now this, now that", self.name);
        self.seconds = self.seconds.min(seconds);
        self.found = found;
    }

    fn line(&self, texts: &[String]) -> Value {
        let bytes: usize = texts[..self.documents].iter().map(String::len).sum();
        let found: serde_json::Map<String, Value> = self.found.iter().map(|&(what, count)| (what.to_owned(), count.into())).collect();
        json!({
            "name": self.name, "version": self.version, "documents": self.documents, "bytes": bytes,
            "seconds": self.seconds, "startup_seconds": self.startup, "found": found,
        })
    }
}
