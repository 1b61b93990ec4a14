//! How many bytes of news a second: each stage, the whole, and the record with it.
//!
//! ```text
//! cargo bench                                     the bundled articles
//! DEMARCHE_CORPUS=news.jsonl cargo bench          the "text" fields of a JSON Lines file
//! ```

use std::hint::black_box;

use criterion::{criterion_group, criterion_main, Criterion, SamplingMode, Throughput};
use demarche::{stages, Extractor, Scratch};

/// The texts: each article is a document of its own.
fn documents() -> Vec<String> {
    let Some(corpus) = std::env::var_os("DEMARCHE_CORPUS") else { return articles() };
    let lines = std::fs::read_to_string(corpus).expect("DEMARCHE_CORPUS names a file");
    let text = |line: &str| serde_json::from_str::<serde_json::Value>(line).ok()?["text"].as_str().map(str::to_owned);
    lines.lines().map(|line| text(line).expect("each line is an object with a text")).collect()
}

fn articles() -> Vec<String> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/benches/articles");
    let mut files: Vec<_> = std::fs::read_dir(folder).expect("the articles are there").map(|entry| entry.expect("readable").path()).collect();
    files.sort();
    files.iter().map(|file| std::fs::read_to_string(file).expect("an article is UTF-8")).collect()
}

/// Runs `work` as benchmark `id/news`; what it counts must be more than nothing and the same each time.
fn bench(c: &mut Criterion, id: &str, bytes: u64, mut work: impl FnMut() -> usize) {
    let expected = work();
    assert!(expected > 0, "{id} finds nothing");
    let mut group = c.benchmark_group(id);
    group.throughput(Throughput::Bytes(bytes));
    if bytes > 1 << 20 {
        group.sample_size(10).sampling_mode(SamplingMode::Flat);
    }
    group.bench_function("news", |b| b.iter(|| assert_eq!(black_box(work()), expected)));
    group.finish();
}

fn news(c: &mut Criterion) {
    let extractor = Extractor::builder().build().expect("the embedded lists are sound");
    let texts = documents();
    let bytes = texts.iter().map(|text| text.len() as u64).sum();
    let mut scratch = Scratch::default();
    bench(c, "tokens", bytes, || texts.iter().map(|text| stages::tokens(text, &mut scratch)).sum());
    // each later stage starts from what the earlier ones left of every text
    let mut read: Vec<Scratch> = texts.iter().map(|_| Scratch::default()).collect();
    for (text, scratch) in texts.iter().zip(&mut read) {
        stages::tokens(text, scratch);
    }
    bench(c, "mentions", bytes, || texts.iter().zip(&mut read).map(|(text, scratch)| stages::mentions(&extractor, text, scratch)).sum());
    bench(c, "relations", bytes, || texts.iter().zip(&mut read).map(|(text, scratch)| stages::relations(&extractor, text, scratch)).sum());
    bench(c, "extract", bytes, || whole(&extractor, &texts, &mut scratch));
    bench(c, "record", bytes, || records(&extractor, &texts, &mut scratch));
    // the same before and after a change for speed
    println!("checksum of all records: {:016x}", records(&extractor, &texts, &mut scratch));
}

/// Mentions and relations of all texts, counted together.
fn whole(extractor: &Extractor, texts: &[String], scratch: &mut Scratch) -> usize {
    let mut count = 0;
    for text in texts {
        let extraction = extractor.extract_with(std::mem::take(scratch), text);
        count += extraction.mentions().len() + extraction.relations().len();
        *scratch = extraction.into_scratch();
    }
    count
}

/// All records as JSON, as one number (FNV-1a).
fn records(extractor: &Extractor, texts: &[String], scratch: &mut Scratch) -> usize {
    let mut sum: u64 = 0xcbf2_9ce4_8422_2325;
    for text in texts {
        let extraction = extractor.extract_with(std::mem::take(scratch), text);
        let record = serde_json::to_vec(&extraction.record("1")).expect("a record is plain data");
        for byte in record {
            sum = (sum ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
        *scratch = extraction.into_scratch();
    }
    sum as usize
}

/// Building an extractor from the embedded lists.
fn startup(c: &mut Criterion) {
    let mut group = c.benchmark_group("startup");
    group.sample_size(20);
    group.bench_function("embedded", |b| b.iter(|| Extractor::builder().build().expect("the embedded lists are sound")));
    group.finish();
}

criterion_group!(benches, news, startup);
criterion_main!(benches);
