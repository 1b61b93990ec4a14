//! `gazetteers/words.txt`: the classes of lower-case words, from the lexicon of the Brill tagger as the npm package `brill` publishes it.

use std::collections::{BTreeMap, HashSet};
use std::fs;
use std::path::Path;

use crate::sources::Sources;
use crate::Result;

const HEADER: &str = "\
# Word classes of lower-case words, likeliest first: n noun, s plural noun, v verb, z verb in -s, d past, p participle, g verb in -ing, a adjective, r adverb.
# Generated from the Brill lexicon by `cargo run -p xtask -- words`.
";

/// Writes `gazetteers/words.txt`, or compares it.
pub fn generate(root: &Path, sources: &Sources, check: bool) -> Result<()> {
    let gazetteers = root.join("gazetteers");
    let tags_source = sources.text("brill", "lib/tags.js")?;
    let words_source = sources.text("brill", "lib/words.js")?;
    let function_words = fs::read_to_string(gazetteers.join("function-words.txt"))?;
    let irregular = fs::read_to_string(gazetteers.join("irregular.txt"))?;
    let forms = |key: &'static str| irregular.lines().filter_map(move |line| line.strip_prefix(key)).collect();
    let irregular = Irregular { pasts: forms("  past "), participles: forms("  participle ") };
    let lexicon = lexicon(&words_source, &tags(&tags_source), &irregular);
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

/// The tags of `tags.js`, by number: lines such as `  'NN',`.
fn tags(source: &str) -> Vec<&str> {
    source.lines().filter(|line| line.starts_with("  ")).map(|line| line.trim().trim_end_matches(',').trim_matches('\'')).collect()
}

/// The forms of `irregular.txt`.
struct Irregular<'a> {
    pasts: HashSet<&'a str>,
    participles: HashSet<&'a str>,
}

impl Irregular<'_> {
    /// Whether a word that the lexicon has as a participle is none: the corpus behind it has "areas", "plan" and "went" among them.
    fn is_no_participle(&self, word: &str, letters: &str) -> bool {
        let listed = self.participles.contains(word);
        word.ends_with('s') || word.ends_with("ing") || (letters.contains('v') && !word.ends_with("ed") && !listed) || (self.pasts.contains(word) && !listed)
    }
}

/// Words of `words.js` with the letters of their classes: entries such as `  'able': [1, 2],` or `  able: 3,`; a list may span lines.
fn lexicon(source: &str, tags: &[&str], irregular: &Irregular<'_>) -> BTreeMap<String, String> {
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
                Some('p') if irregular.is_no_participle(word, &letters) => {}
                // "figure", "cause" and "generated" are among them
                Some('z') if !word.ends_with(['s', 'h']) => {}
                Some('g') if !word.ends_with("in") && !word.ends_with("ing") => {}
                Some(letter) if !letters.contains(letter) => letters.push(letter),
                _ => {}
            }
        }
        // "hope" and "trouble" are among the pasts
        if letters.contains(['n', 's', 'v']) && (!word.ends_with("ed") || word.ends_with("eed")) && !irregular.pasts.contains(word) {
            letters.retain(|letter| letter != 'd');
        }
        // a regular participle is the past tense, too, whether or not the corpus has it; "flawed" is an adjective sooner
        if word.ends_with("ed") && letters.contains('p') && !letters.contains('d') && !letters.starts_with('a') {
            letters.push('d');
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
        let irregular = Irregular { pasts: HashSet::from(["went"]), participles: HashSet::from(["cut"]) };
        let source = "{\n  'back': [0, 1],\n  table: 0,\n  led: [\n    2,\n    3\n  ],\n  cut: [1, 0, 3],\n  plan: [0, 1, 3],\n  armed: 3,\n  went: [2, 3],\n  Paris: 0\n}\n";
        let read = lexicon(source, &tags, &irregular);
        let read: Vec<String> = read.iter().map(|(word, letters)| format!("{word} {letters}")).collect();
        assert_eq!(read, ["armed pd", "back nv", "cut vnp", "led dp", "plan nv", "table n", "went d"]);
    }

    #[test]
    fn leaves_closed_classes_out() {
        let lexicon = BTreeMap::from([("about".to_owned(), "r".to_owned()), ("back".to_owned(), "nv".to_owned())]);
        let closed = closed_classes("# remark\n\n[preposition]\nabout\n");
        assert_eq!(render(&lexicon, &closed), format!("{HEADER}\nback nv\n"));
    }
}
