//! What the integration tests share.
#![allow(dead_code)] // every test binary uses its own part of this

pub mod data;
pub mod known;
pub mod statement;

use std::fs;
use std::path::{Path, PathBuf};

/// A path of the repository, from its root.
pub fn path(relative: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(relative)
}

/// The text of a file of the repository.
pub fn read(relative: &str) -> String {
    fs::read_to_string(path(relative)).unwrap_or_else(|error| panic!("{relative}: {error}"))
}

/// Writes a file of the repository and, where needed, its folder.
pub fn write(relative: &str, text: &str) {
    let path = path(relative);
    let made = path.parent().map_or(Ok(()), fs::create_dir_all);
    made.and_then(|()| fs::write(&path, text)).unwrap_or_else(|error| panic!("{relative}: {error}"));
}

/// All files with this ending in a folder and those below it, from the root of the repository, sorted.
pub fn files(folder: &str, ending: &str) -> Vec<String> {
    let mut out = Vec::new();
    collect(folder, ending, &mut out);
    out.sort();
    out
}

fn collect(folder: &str, ending: &str, out: &mut Vec<String>) {
    let entries = fs::read_dir(path(folder)).unwrap_or_else(|error| panic!("{folder}: {error}"));
    for entry in entries {
        let entry = entry.unwrap_or_else(|error| panic!("{folder}: {error}"));
        let name = format!("{folder}/{}", entry.file_name().to_string_lossy());
        if entry.path().is_dir() {
            collect(&name, ending, out);
        } else if name.ends_with(ending) {
            out.push(name);
        }
    }
}

/// The lines of a test file that say something, each with its place.
pub fn lines<'a>(file: &'a str, text: &'a str) -> impl Iterator<Item = (String, &'a str)> {
    let says = |(_, line): &(usize, &str)| !line.trim().is_empty() && !line.starts_with('#');
    text.lines().enumerate().filter(says).map(move |(index, line)| (format!("{file}:{}", index + 1), line))
}

/// Whether an environment variable is set to 1.
pub fn asked(variable: &str) -> bool {
    std::env::var(variable).is_ok_and(|value| value == "1")
}

/// Fails with all complaints together, if there are any.
pub fn no_complaints(complaints: &[String]) {
    assert!(complaints.is_empty(), "\n\n{}\n\n{} in all\n", complaints.join("\n"), complaints.len());
}
