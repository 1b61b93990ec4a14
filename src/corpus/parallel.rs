//! Documents go out in batches of about equal bytes, their results come back in any order and are handed over in the order of the documents.

use std::collections::VecDeque;
use std::panic::{catch_unwind, resume_unwind, AssertUnwindSafe};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{channel, Receiver};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::thread;

use rayon::{ThreadPool, ThreadPoolBuilder};

use super::{Mapped, Reader};

/// How many bytes one task reads: some milliseconds of work.
const BATCH: usize = 64 << 10;
/// How many bytes a thread may be ahead of the oldest batch that is not handed over.
const AHEAD: usize = 4 << 20;
/// What a document counts beside its bytes, so that empty ones fill a batch as well.
const DOCUMENT: usize = 64;

/// Threads, where more than the calling one are wanted and can be had.
pub(super) fn pool(threads: usize) -> Option<ThreadPool> {
    if threads == 1 || (threads == 0 && thread::available_parallelism().map_or(1, usize::from) == 1) {
        return None;
    }
    ThreadPoolBuilder::new().num_threads(threads).thread_name(|number| format!("corpus-{number}")).build().ok()
}

/// Documents that one task reads.
struct Batch<D> {
    documents: Vec<D>,
    bytes: usize,
}

/// The next documents, until they make a batch.
fn next_batch<D>(documents: &mut impl Iterator<Item = D>, size: impl Fn(&D) -> usize) -> Option<Batch<D>> {
    let mut batch = Batch { documents: Vec::new(), bytes: 0 };
    while batch.bytes < BATCH {
        let Some(document) = documents.next() else { break };
        batch.bytes = batch.bytes.saturating_add(size(&document)).saturating_add(DOCUMENT);
        batch.documents.push(document);
    }
    (!batch.documents.is_empty()).then_some(batch)
}

/// A batch that is out, until it is handed over.
struct Slot<T> {
    bytes: usize,
    results: Option<Vec<T>>,
}

/// The batches that are out, in the order of the documents.
struct Queue<T> {
    slots: VecDeque<Slot<T>>,
    /// The number of the batch in front.
    front: usize,
    bytes: usize,
}

impl<T> Queue<T> {
    /// Adds a batch that goes out, and gives its number.
    fn push(&mut self, bytes: usize) -> usize {
        self.bytes += bytes;
        self.slots.push_back(Slot { bytes, results: None });
        self.front + self.slots.len() - 1
    }

    /// How many bytes are out behind the oldest batch, which all others wait for.
    fn ahead(&self) -> usize {
        self.bytes - self.slots.front().map_or(0, |slot| slot.bytes)
    }

    fn fill(&mut self, number: usize, results: Vec<T>) {
        self.slots[number - self.front].results = Some(results);
    }

    /// The results of the oldest batch, where they are there.
    fn pop(&mut self) -> Option<Vec<T>> {
        let results = self.slots.front_mut()?.results.take()?;
        self.bytes -= self.slots.pop_front().map_or(0, |slot| slot.bytes);
        self.front += 1;
        Some(results)
    }
}

/// What comes back: the number of a batch with its results, or with the panic that it met.
type Message<T> = (usize, thread::Result<Vec<T>>);

/// Tells the threads to stop, however the calling thread leaves.
struct StopOnDrop<'s>(&'s AtomicBool);

impl Drop for StopOnDrop<'_> {
    fn drop(&mut self) {
        self.0.store(true, Ordering::Relaxed);
    }
}

/// Reads all documents on the threads of `pool`; documents are taken and results handed over on the calling thread.
pub(super) fn run<I, S, W, T, E>(pool: &ThreadPool, mapped: Mapped<'_, I, S, W>, mut take: impl FnMut(T) -> Result<(), E>) -> Result<(), E>
where
    I: Iterator,
    I::Item: Send,
    S: Fn(&I::Item) -> usize,
    W: Fn(&mut Reader<'_>, &I::Item) -> T + Sync,
    T: Send,
{
    let Mapped { corpus, size, work } = mapped;
    let (extractor, mut documents, work) = (corpus.extractor, corpus.documents.fuse(), &work);
    let (stop, idle) = (&AtomicBool::new(false), &Mutex::new(Vec::new()));
    let (done, results) = channel();
    let window = AHEAD * pool.current_num_threads();
    pool.in_place_scope_fifo(|scope| {
        let _stop = StopOnDrop(stop);
        let mut queue = Queue { slots: VecDeque::new(), front: 0, bytes: 0 };
        while let Some(batch) = next_batch(&mut documents, &size) {
            let (number, done) = (queue.push(batch.bytes), done.clone());
            scope.spawn_fifo(move |_| {
                let read = || {
                    let mut reader = lock(idle).pop().unwrap_or_else(|| Reader::new(extractor));
                    let wanted = batch.documents.into_iter().take_while(|_| !stop.load(Ordering::Relaxed));
                    let results = wanted.map(|document| work(&mut reader, &document)).collect();
                    lock(idle).push(reader);
                    results
                };
                // a caller that is gone wants no results
                let _ = done.send((number, catch_unwind(AssertUnwindSafe(read))));
            });
            hand_over(&mut queue, &results, window, &mut take)?;
        }
        hand_over(&mut queue, &results, 0, &mut take)
    })
}

/// Hands over what is there, and waits while more than `window` bytes are ahead; with a window of 0, until nothing is out.
fn hand_over<T, E>(queue: &mut Queue<T>, results: &Receiver<Message<T>>, window: usize, take: &mut impl FnMut(T) -> Result<(), E>) -> Result<(), E> {
    loop {
        while let Some(done) = queue.pop() {
            done.into_iter().try_for_each(&mut *take)?;
        }
        let wait = !queue.slots.is_empty() && (window == 0 || queue.ahead() > window);
        let message = if wait { results.recv().ok() } else { results.try_recv().ok() };
        let Some((number, outcome)) = message else { return Ok(()) };
        queue.fill(number, outcome.unwrap_or_else(|panic| resume_unwind(panic)));
    }
}

/// Nothing panics while it is held, so that it is never poisoned.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
