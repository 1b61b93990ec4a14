//! Whether reading costs the same per byte however long a document is, and whatever it looks like.
//!
//! ```text
//! cargo bench --bench linear                        documents of 1 kB to 10 MB, and texts that are no news
//! DEMARCHE_LONG=1 cargo bench --bench linear        and one of 100 MB, the others of 10 MB
//! ```

use std::hint::black_box;
use std::time::Duration;

use criterion::measurement::WallTime;
use criterion::{criterion_group, criterion_main, BenchmarkGroup, BenchmarkId, Criterion, SamplingMode, Throughput};
use demarche::{Extractor, Scratch};

/// The bundled articles one after another.
fn news() -> String {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/benches/articles");
    let mut files: Vec<_> = std::fs::read_dir(folder).expect("the articles are there").map(|entry| entry.expect("readable").path()).collect();
    files.sort();
    files.iter().map(|file| std::fs::read_to_string(file).expect("an article is UTF-8") + "\n\n").collect()
}

/// Documents of `length` bytes, or of a few less where that would cut a character: all of `text` in pieces, or as often as one document takes.
fn documents(text: &str, length: usize) -> Vec<String> {
    let text = if length > text.len() { repeated(text, length) } else { text.to_owned() };
    let mut rest = text.as_str();
    let mut documents = Vec::new();
    while !rest.is_empty() {
        let (document, behind) = rest.split_at(boundary(rest, length));
        documents.push(document.to_owned());
        rest = behind;
    }
    documents
}

/// `piece` repeated and cut to `length` bytes, or a few less where that would cut a character.
fn repeated(piece: &str, length: usize) -> String {
    let mut text = piece.repeat(length / piece.len() + 1);
    text.truncate(boundary(&text, length));
    text
}

/// The last character boundary of `text` up to byte `at`.
fn boundary(text: &str, at: usize) -> usize {
    (0..=at.min(text.len())).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0)
}

/// Pieces made from their number, up to about `length` bytes.
fn numbered(length: usize, piece: impl Fn(usize) -> String) -> String {
    let mut text = String::with_capacity(length + 100);
    for number in 0.. {
        if text.len() >= length {
            break;
        }
        text += &piece(number);
    }
    text
}

/// A name that no list holds, another one for each number: Qabebabab, Qebababab …
fn surname(mut number: usize) -> String {
    let mut name = String::from("Q");
    for _ in 0..4 {
        name.push(['a', 'e', 'i', 'o', 'u'][number % 5]);
        name.push(['b', 'd', 'f', 'k', 'l', 'm', 'n', 'r', 't', 'z'][number / 5 % 10]);
        number /= 50;
    }
    name
}

/// Texts that are no news, `length` bytes of each.
fn adverse(length: usize) -> Vec<(&'static str, String)> {
    let names = "France, Xi Jinping, the European Union, Jane Doe, Poland, Vladimir Putin, ";
    let nested = |open: &str, close: &str| format!("{}Poland thanked Spain{}. ", open.repeat(1500), close.repeat(1500));
    let brackets = nested("(", ")") + &nested("“", "”") + &nested("\"", "\"") + &nested("[France met ", "]");
    let sentence = repeated("the United States urged Europe and officials who said that it had met Xi Jinping ", 60_000) + ". ";
    let coordinated = format!("{} and Spain urged {} and Italy to act. ", repeated(names, 30_000), repeated(names, 30_000));
    vec![
        ("sentences-of-10000-tokens", repeated(&sentence, length)),
        ("coordinated-names", repeated(&coordinated, length)),
        ("nested-quotes-and-brackets", repeated(&brackets, length)),
        ("one-line-without-stops", repeated("the United States urged Europe and Kurt Campbell met officials who said that ", length)),
        ("capitals", repeated("CHINA URGES TAIWAN TO MEET NATO\nJOHN SMITH OF ACME CORP THANKS FRANCE\n", length)),
        ("names-only", repeated("France Poland Xi Jinping European Union Jane Doe Vladimir Putin\n", length)),
        ("unknown-persons", numbered(length, |i| format!("John {} met Jane {}. ", surname(2 * i), surname(2 * i + 1)))),
        ("unknown-speakers", numbered(length, |i| format!("It is late, {} said. France thanked {}. ", surname(i), surname(i / 2)))),
        ("unknown-organizations", numbered(length, |i| format!("The {0} Committee met the {0} Party. ", surname(i)))),
        ("acronyms", numbered(length, |i| format!("The Quick {} Fund (Q{i}) thanked France. Q{i} met Poland. ", surname(i)))),
        ("pronouns", repeated("It met him and she thanked her and he urged it to leave them. ", length)),
        ("one-event-again-and-again", repeated("France supported Poland. ", length)),
        ("abbreviations", repeated("U.S. Sen. J. K. St. Gen. Mr. A.B. ", length)),
        ("no-spaces", repeated("Ab-'s,1.(é", length)),
    ]
}

/// What every document ends with; it must be found behind whatever stands before it.
const LAST: &str = ".\n\nFrance supported Poland.";

/// Reads documents as benchmark `group/id`; mentions and relations are counted, and must be the same each time.
fn bench(group: &mut BenchmarkGroup<'_, WallTime>, id: BenchmarkId, mut documents: Vec<String>) {
    documents.iter_mut().for_each(|document| *document += LAST);
    let mut scratch = Scratch::default();
    let mut read = || documents.iter().map(|document| count(document, &mut scratch)).sum::<usize>();
    let expected = read();
    group.throughput(Throughput::Bytes(documents.iter().map(|document| document.len() as u64).sum()));
    group.bench_function(id, |b| b.iter(|| assert_eq!(black_box(read()), expected)));
}

/// Mentions and relations of a document together.
fn count(document: &str, scratch: &mut Scratch) -> usize {
    let extraction = Extractor::embedded().extract_with(std::mem::take(scratch), document);
    assert!(extraction.mentions().last().is_some_and(|mention| mention.text() == "Poland"), "the last sentence is not read");
    let count = extraction.mentions().len() + extraction.relations().len();
    *scratch = extraction.into_scratch();
    count
}

/// Few samples of each: the texts are long.
fn group<'c>(c: &'c mut Criterion, name: &str) -> BenchmarkGroup<'c, WallTime> {
    let mut group = c.benchmark_group(name);
    group.sample_size(10).sampling_mode(SamplingMode::Flat).warm_up_time(Duration::from_millis(300)).measurement_time(Duration::from_secs(2));
    group
}

/// News of growing length: the cost per byte must stay.
fn lengths(c: &mut Criterion) {
    let mut group = group(c, "length");
    let mut lengths = vec![1_000, 10_000, 100_000, 1_000_000, 10_000_000];
    lengths.extend(std::env::var_os("DEMARCHE_LONG").map(|_| 100_000_000));
    let text = news();
    for length in lengths {
        bench(&mut group, BenchmarkId::from_parameter(length), documents(&text, length));
    }
}

/// Texts that are no news, in growing length: of each the cost per byte must stay.
fn adversity(c: &mut Criterion) {
    let mut group = group(c, "adverse");
    let mut lengths = vec![100_000, 1_000_000];
    lengths.extend(std::env::var_os("DEMARCHE_LONG").map(|_| 10_000_000));
    for length in lengths {
        for (name, text) in adverse(length) {
            bench(&mut group, BenchmarkId::new(name, length), vec![text]);
        }
    }
}

criterion_group!(benches, lengths, adversity);
criterion_main!(benches);
