//! A corpus gives what its documents give one by one, in their order, on any number of threads.

use std::borrow::Cow;
use std::panic::{catch_unwind, AssertUnwindSafe};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use demarche::{Extractor, Text};

const THREADS: [usize; 4] = [0, 1, 2, 7];

fn extractor() -> &'static Extractor {
    Extractor::embedded()
}

/// Documents of no byte to a megabyte, the long ones among short ones.
fn documents() -> Vec<(usize, String)> {
    let length = |i: usize| match i {
        0 => 20_000,
        500 => 10_000,
        _ if i % 97 == 0 => 300,
        _ if i % 5 == 0 => 0,
        _ => i % 3,
    };
    let sentence = |i: usize| format!("Chile criticized Peru on day {i}, and Brazil met Kenya. ");
    (0..1000).map(|i| (i, sentence(i).repeat(length(i)))).collect()
}

#[test]
fn results_are_those_of_one_by_one_in_order() {
    let documents = documents();
    let expected: Vec<_> = documents.iter().map(|(id, text)| extractor().extract(text).record(&id.to_string())).collect();
    for threads in THREADS {
        let found: Vec<_> = extractor().corpus(&documents).threads(threads).map(|(id, _), extraction| extraction.record(&id.to_string())).collect();
        assert!(found == expected, "{threads} threads differ");
    }
}

#[test]
fn an_empty_corpus_gives_nothing() {
    for threads in THREADS {
        let found: Vec<usize> = extractor().corpus(Vec::<String>::new()).threads(threads).map(|_, extraction| extraction.relations().len()).collect();
        assert_eq!(found, [0; 0]);
    }
}

#[test]
fn any_string_is_a_document() {
    fn relations<T: Text + Send>(document: T) -> usize {
        extractor().corpus([document]).map(|_, extraction| extraction.relations().len()).collect::<Vec<_>>()[0]
    }
    let text = "France supported Poland.";
    let owned = text.to_owned();
    assert_eq!([relations(text), relations(&owned), relations(owned), relations(Cow::Borrowed(text))], [1; 4]);
    assert_eq!([relations(Box::<str>::from(text)), relations(Arc::<str>::from(text)), relations((1, text)), relations(("a", Arc::new(text.to_owned())))], [1; 4]);
}

#[test]
fn documents_are_taken_only_so_far_ahead() {
    const LENGTH: usize = 100_000;
    let (taken, seen) = (AtomicUsize::new(0), Mutex::new(0));
    let documents = (0..2000).map(|_| {
        taken.fetch_add(1, Ordering::Relaxed);
        " ".repeat(LENGTH)
    });
    for_each_ahead(documents, &seen, &taken);
    // 4 MiB for each of two threads, the oldest, and the one that does not fit any more
    assert!(*seen.lock().unwrap() <= (8 << 20) / LENGTH + 3, "{} documents were taken ahead", seen.lock().unwrap());
}

/// Notes in `most` how many more documents were taken than results given.
fn for_each_ahead(documents: impl Iterator<Item = String>, most: &Mutex<usize>, taken: &AtomicUsize) {
    let mut given = 0;
    extractor().corpus(documents).threads(2).map(|document, _| document.len()).for_each(|_| {
        let mut most = most.lock().unwrap();
        *most = (*most).max(taken.load(Ordering::Relaxed) - given);
        given += 1;
    });
    assert_eq!(given, 2000);
}

#[test]
fn the_first_error_ends_the_run() {
    for threads in THREADS {
        let taken = AtomicUsize::new(0);
        let endless = (0..).map(|i: usize| {
            taken.fetch_add(1, Ordering::Relaxed);
            (i, "France supported Poland.")
        });
        let mut given = Vec::new();
        let ended = extractor().corpus(endless).threads(threads).map(|&(id, _), _| id).try_for_each(|id| {
            given.push(id);
            if id == 3000 {
                return Err("enough");
            }
            Ok(())
        });
        assert_eq!(ended, Err("enough"));
        assert_eq!(given, (0..=3000).collect::<Vec<_>>());
    }
}

#[test]
fn several_texts_of_one_document() {
    let pages = vec![vec!["France supported Poland.", "Japan urged India to act."], vec![], vec!["Chile criticized Peru."]];
    for threads in THREADS {
        let corpus = extractor().corpus(&pages).threads(threads);
        let read = corpus.map_with(|pages| pages.len(), |reader, pages| pages.iter().map(|text| reader.read(text, |extraction| extraction.relations().len())).sum::<usize>());
        assert_eq!(read.collect::<Vec<usize>>(), [2, 0, 1]);
    }
}

/// A panic in a closure or in the iterator comes out, and nobody waits for ever.
#[test]
fn a_panic_reaches_the_caller() {
    let documents = || (0..5000).map(|i| (i, "France supported Poland."));
    for threads in THREADS {
        let corpus = || extractor().corpus(documents()).threads(threads);
        let in_work = catch_unwind(AssertUnwindSafe(|| corpus().map(|&(i, _), _| assert!(i < 4000, "work")).for_each(|()| ())));
        let in_take = catch_unwind(AssertUnwindSafe(|| corpus().map(|&(i, _), _| i).for_each(|i| assert!(i < 4000, "take"))));
        let broken = documents().inspect(|&(i, _)| assert!(i < 4000, "documents"));
        let in_documents = catch_unwind(AssertUnwindSafe(|| extractor().corpus(broken).threads(threads).map(|_, _| ()).for_each(|()| ())));
        for (panic, message) in [(in_work, "work"), (in_take, "take"), (in_documents, "documents")] {
            let panic = panic.expect_err(message);
            assert_eq!(panic.downcast_ref::<&str>(), Some(&message));
        }
    }
}

/// A corpus may be read inside the closure of another, and a slow document keeps no order from being kept.
#[test]
fn slow_documents_and_corpora_inside_corpora() {
    let outer = (0..8).map(|i| (8 - i, "France supported Poland. ".repeat(4000)));
    let found: Vec<usize> = extractor()
        .corpus(outer)
        .threads(4)
        .map(|(wait, text), _| {
            std::thread::sleep(Duration::from_millis(*wait));
            extractor().corpus([text]).threads(2).map(|_, extraction| extraction.relations().len()).collect::<Vec<_>>()[0] + *wait as usize
        })
        .collect();
    assert_eq!(found, [9, 8, 7, 6, 5, 4, 3, 2]);
}
