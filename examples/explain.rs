//! Shows how a text was read: the chunks and mentions of each sentence, and what became of each word that could express a relation.
//!
//! ```text
//! cargo run --release --example explain -- "US urges Europe to act."
//! cargo run --release --example explain -- --pair Chile Peru "Chile was near Peru."   why nothing came between these two
//! cargo run --release --example explain < article.txt
//! ```

#[path = "common/around.rs"]
mod around;

use std::io::{IsTerminal, Read};
use std::process::ExitCode;

use around::around;
use clap::Parser;
use demarche::{Date, ExplainedSentence, Explanation, Extraction, Extractor, Relation};

const ARTICLE: &str = include_str!("article.txt");

/// Shows how a text was read.
#[derive(Parser)]
struct Options {
    /// Also take unnamed actors: police, rebels.
    #[arg(long)]
    roles: bool,
    /// The day on which the text was written, YYYY-MM-DD.
    #[arg(long)]
    date: Option<Date>,
    /// Say only what came between these two names, or why nothing did.
    #[arg(long, num_args = 2, value_names = ["SUBJECT", "OBJECT"])]
    pair: Vec<String>,
    /// The text; without it standard input if something is piped into it, else the bundled article.
    text: Option<String>,
}

fn main() -> ExitCode {
    match run(Options::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("{message}");
            ExitCode::FAILURE
        }
    }
}

fn run(options: Options) -> Result<(), String> {
    let extractor = Extractor::builder().roles(options.roles).build().map_err(|error| error.to_string())?;
    let text = options.text.map_or_else(piped, Ok)?;
    let extractor = extractor.on(options.date);
    let explanation = extractor.explain(&text);
    if let [subject, object] = options.pair.as_slice() {
        println!("{}", pair(&extractor.extract(&text), &explanation, subject, object));
        return Ok(());
    }
    for sentence in &explanation.sentences {
        println!("{sentence}");
    }
    relations(&extractor.extract(&text));
    Ok(())
}

fn piped() -> Result<String, String> {
    let mut text = String::new();
    if !std::io::stdin().is_terminal() {
        std::io::stdin().lock().read_to_string(&mut text).map_err(|error| format!("standard input: cannot be read ({error}); it must be UTF-8 text"))?;
    }
    Ok(if text.is_empty() { ARTICLE.to_owned() } else { text })
}

/// Each relation with rule, pattern and words.
fn relations(extraction: &Extraction<'_>) {
    for relation in extraction.relations() {
        let evidence = relation.evidence();
        let (subject, object) = (relation.subject(), relation.object());
        println!("{relation}");
        println!(
            "    rule {} · pattern {} · words \"{}\" · \"{}\" · \"{}\"",
            evidence.rule,
            evidence.pattern,
            subject.text(),
            evidence.trigger.of(extraction.text()),
            object.text()
        );
        let around = around(extraction.text(), &relation);
        if !around.is_empty() {
            println!("    {}", around.join(" · "));
        }
    }
}

/// What came between two names, else the furthest stage that was reached.
fn pair(extraction: &Extraction<'_>, explanation: &Explanation, subject: &str, object: &str) -> String {
    let is = |name: &str, m: &demarche::Mention<'_>| named(name, m.name(), m.text());
    let between = |from: &str, to: &str, label: &str| -> Vec<String> {
        let relations = extraction.relations().filter(|r| is(from, &r.subject()) && is(to, &r.object()));
        let modality = |r: &Relation<'_>| format!("{:?}", r.modality()).to_lowercase();
        relations.map(|r| format!("{label}: {r} ({}; {}: {})", modality(&r), r.evidence().rule, r.evidence().pattern)).collect()
    };
    let mut found = between(subject, object, "found");
    if found.is_empty() {
        found = between(object, subject, "found the other way round");
    }
    if !found.is_empty() {
        return found.join("\n");
    }
    let missing: Vec<&str> = [subject, object].into_iter().filter(|name| !explanation.sentences.iter().any(|s| holds(s, name))).collect();
    if !missing.is_empty() {
        return format!("names not recognised: {}", missing.join(", "));
    }
    let mut both = explanation.sentences.iter().filter(|s| holds(s, subject) && holds(s, object)).peekable();
    if both.peek().is_none() {
        return "not in one sentence: each is named, but no sentence names both (a pronoun can stand for one only where its sentence has a trigger)".to_owned();
    }
    both.map(stage).collect::<Vec<_>>().join("\n")
}

/// How far a sentence came that names both.
fn stage(sentence: &ExplainedSentence) -> String {
    let unframed: String = sentence
        .unframed
        .iter()
        .map(|word| format!("\n  \"{word}\" stands between two actors and in no frame: add it in gazetteers/frames or with ExtractorBuilder::frames"))
        .collect();
    if sentence.triggers.is_empty() {
        return format!("no trigger: no word of any frame in \"{}\"{unframed}", sentence.text);
    }
    let triggers: Vec<String> = sentence.triggers.iter().map(|t| format!("  \"{}\" with {}: {}", t.word, t.patterns.join(", "), t.outcome)).collect();
    format!("triggers, but none between these two, in \"{}\"\n{}{unframed}", sentence.text, triggers.join("\n"))
}

fn holds(sentence: &ExplainedSentence, name: &str) -> bool {
    sentence.mentions.iter().any(|m| named(name, &m.name, &m.text))
}

fn named(wanted: &str, name: &str, text: &str) -> bool {
    let wanted = wanted.to_lowercase();
    name.to_lowercase() == wanted || text.to_lowercase() == wanted
}
