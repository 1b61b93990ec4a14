//! Every stage once over a corpus, without a benchmark around it: what `benches/instructions.sh` counts the instructions of.
//!
//! ```text
//! DEMARCHE_CORPUS=news.jsonl benches/instructions.sh 150
//! ```

use std::hint::black_box;

use demarche::{stages, Extractor, Scratch};

fn main() {
    // `cargo test --benches` runs this, too
    let Some(corpus) = std::env::var_os("DEMARCHE_CORPUS") else { return };
    let articles = std::env::var("DEMARCHE_ARTICLES").map_or(150, |n| n.parse().expect("DEMARCHE_ARTICLES is a number"));
    let lines = std::fs::read_to_string(corpus).expect("DEMARCHE_CORPUS names a file");
    let text = |line: &str| serde_json::from_str::<serde_json::Value>(line).ok()?["text"].as_str().map(str::to_owned);
    let texts: Vec<String> = lines.lines().take(articles).map(|line| text(line).expect("each line is an object with a text")).collect();
    let extractor = Extractor::embedded();
    // entities are decoded when first asked for, which belongs to no stage
    let mut scratch = texts.iter().fold(Scratch::default(), |scratch, text| extractor.extract_with(scratch, text).into_scratch());
    let (mut tokens, mut mentions, mut relations) = (0, 0, 0);
    for text in &texts {
        tokens += black_box(stages::tokens(text, &mut scratch));
        mentions += black_box(stages::mentions(extractor, text, &mut scratch));
        relations += black_box(stages::relations(extractor, text, &mut scratch));
    }
    let bytes: usize = texts.iter().map(String::len).sum();
    println!("{} articles, {bytes} bytes, {tokens} tokens, {mentions} mentions, {relations} relations", texts.len());
}
