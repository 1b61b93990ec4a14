//! Floor 6: many documents, on all cores, in order.

#[cfg(feature = "parallel")]
mod parallel;

use std::borrow::Cow;
use std::convert::Infallible;
use std::sync::Arc;

use crate::date::Date;
use crate::extraction::Extraction;
use crate::extractor::{Extractor, Scratch};

/// Buffers that grew with a text longer than this are given back, so that one long document does not hold memory for good.
const LONG: usize = 4 << 20;

/// Something with a text to read: a string, or one with anything in front of it, as in `(id, text)`.
///
/// ```
/// struct Article {
///     date: String,
///     body: String,
/// }
///
/// impl demarche::Text for Article {
///     fn text(&self) -> &str {
///         &self.body
///     }
/// }
///
/// let articles = vec![Article { date: "2022-06-22".into(), body: "Japan urged India to act.".into() }];
/// let found: Vec<String> = demarche::Extractor::embedded()
///     .corpus(articles)
///     .map(|article, extraction| format!("{} {:?}", article.date, extraction.relations().next().map(|r| r.to_string())))
///     .collect();
/// assert_eq!(found, [r#"2022-06-22 Some("Japan | urge | India")"#]);
/// ```
pub trait Text {
    /// The text.
    fn text(&self) -> &str;

    /// The day on which it was written, if that is known: see [`Extractor::on`].
    fn date(&self) -> Option<Date> {
        None
    }
}

impl Text for str {
    fn text(&self) -> &str {
        self
    }
}

impl Text for String {
    fn text(&self) -> &str {
        self
    }
}

impl Text for Cow<'_, str> {
    fn text(&self) -> &str {
        self
    }
}

impl<T: Text + ?Sized> Text for &T {
    fn text(&self) -> &str {
        (**self).text()
    }
    fn date(&self) -> Option<Date> {
        (**self).date()
    }
}

impl<T: Text + ?Sized> Text for Box<T> {
    fn text(&self) -> &str {
        (**self).text()
    }
    fn date(&self) -> Option<Date> {
        (**self).date()
    }
}

impl<T: Text + ?Sized> Text for Arc<T> {
    fn text(&self) -> &str {
        (**self).text()
    }
    fn date(&self) -> Option<Date> {
        (**self).date()
    }
}

impl<K, T: Text> Text for (K, T) {
    fn text(&self) -> &str {
        self.1.text()
    }
    fn date(&self) -> Option<Date> {
        self.1.date()
    }
}

impl Extractor {
    /// Reads many documents, on all cores unless told otherwise, with results in the order of the documents.
    ///
    /// The documents come from any iterator, which is run on the calling thread and only as far as memory for it is set aside:
    /// it may be longer than memory, and it may wait for its input. What to keep of each document, [`Corpus::map`] is told;
    /// that runs on the thread that read the document, and nothing else of the extraction is kept.
    ///
    /// ```
    /// let corpus = [("a", "US urges Europe to act."), ("b", "No news."), ("c", "France supported Poland.")];
    /// let mut lines = Vec::new();
    /// demarche::Extractor::embedded()
    ///     .corpus(corpus)
    ///     .map(|(id, _), extraction| extraction.relations().map(|relation| format!("{id}: {relation}")).collect::<Vec<_>>())
    ///     .for_each(|found| lines.extend(found));
    /// assert_eq!(lines, ["a: United States | urge | Europe", "c: France | support | Poland"]);
    /// ```
    ///
    /// # Memory
    ///
    /// Read ahead are 4 MiB of documents a thread, counted from the oldest document whose result has not been handed over, with their results.
    /// Longer documents are held whole, at most one a thread more. Documents are moved to the threads that read them, not copied, and dropped there.
    ///
    /// # Panics
    ///
    /// None of its own. A panic in the iterator or in a closure reaches the caller when the threads have stopped.
    pub fn corpus<I: IntoIterator>(&self, documents: I) -> Corpus<'_, I::IntoIter> {
        Corpus { extractor: self, documents: documents.into_iter(), threads: 0 }
    }
}

/// Documents to be read; made by [`Extractor::corpus`], which says what is promised. Nothing happens before [`Mapped`] is asked for results.
#[derive(Clone, Debug)]
#[must_use = "nothing is read before map(..) is asked for its results"]
pub struct Corpus<'e, I> {
    extractor: &'e Extractor,
    documents: I,
    threads: usize,
}

impl<'e, I: Iterator> Corpus<'e, I> {
    /// How many threads read; 0, the default, is one a core. One is the calling thread itself; more are started for this corpus, and the calling thread
    /// hands out documents and takes results. Without the feature `parallel`, or where threads cannot be started, the calling thread reads all.
    ///
    /// ```
    /// let texts = vec!["France supported Poland."; 100];
    /// let relations = |threads| demarche::Extractor::embedded().corpus(&texts).threads(threads).map(|_, extraction| extraction.relations().len()).collect::<Vec<_>>();
    /// assert_eq!(relations(1), relations(4));
    /// ```
    pub fn threads(mut self, threads: usize) -> Self {
        self.threads = threads;
        self
    }

    /// What to keep of each document: `keep` is given the document and what was found in it, on the thread that read it.
    ///
    /// ```
    /// let corpus = vec![(7, "Japan urged India to act."), (8, "Chile criticized Peru.")];
    /// let found = demarche::Extractor::embedded().corpus(corpus).map(|&(number, _), extraction| (number, extraction.triples()));
    /// let found: Vec<(u32, Vec<demarche::Triple>)> = found.collect();
    /// assert_eq!((found[1].0, found[1].1[0].to_string().as_str()), (8, "Chile | criticize | Peru"));
    /// ```
    #[allow(clippy::type_complexity)] // types that have no name take no alias
    pub fn map<T, F>(self, keep: F) -> Mapped<'e, I, impl Fn(&I::Item) -> usize, impl Fn(&mut Reader<'_>, &I::Item) -> T + Sync>
    where
        I::Item: Text,
        F: Fn(&I::Item, &Extraction<'_>) -> T + Sync,
    {
        self.map_with(|document| document.text().len(), move |reader, document| reader.read_on(document.date(), document.text(), |extraction| keep(document, extraction)))
    }

    /// The same for documents that are yet to be unpacked, or parsed, or that hold several texts: `work` gets the thread's [`Reader`] and reads with it what it likes.
    /// `size` says about how many bytes an item has, on the calling thread; work is shared out by it.
    ///
    /// ```
    /// let lines = ["1\tFrance supported Poland.", "no tab", "2\tPoland thanked France."];
    /// let found = demarche::Extractor::embedded().corpus(lines).map_with(|line| line.len(), |reader, line| {
    ///     let (id, text) = line.split_once('\t').ok_or(format!("{line}: no tab"))?;
    ///     Ok(reader.read(text, |extraction| (id.to_owned(), extraction.relations().len())))
    /// });
    /// let found: Vec<Result<(String, usize), String>> = found.collect();
    /// assert_eq!(found, [Ok(("1".into(), 1)), Err("no tab: no tab".into()), Ok(("2".into(), 1))]);
    /// ```
    pub fn map_with<T, S, W>(self, size: S, work: W) -> Mapped<'e, I, S, W>
    where
        S: Fn(&I::Item) -> usize,
        W: Fn(&mut Reader<'_>, &I::Item) -> T + Sync,
    {
        Mapped { corpus: self, size, work }
    }
}

/// Reads texts one after another, into buffers that are reused; each thread of a [`Corpus`] has one.
pub struct Reader<'e> {
    extractor: &'e Extractor,
    scratch: Scratch,
}

impl<'e> Reader<'e> {
    fn new(extractor: &'e Extractor) -> Self {
        Reader { extractor, scratch: Scratch::default() }
    }

    /// Reads `text`, and gives what `keep` makes of it.
    pub fn read<T>(&mut self, text: &str, keep: impl FnOnce(&Extraction<'_>) -> T) -> T {
        self.read_on(None, text, keep)
    }

    /// The same for a text written on `date`: see [`Extractor::on`].
    pub fn read_on<T>(&mut self, date: Option<Date>, text: &str, keep: impl FnOnce(&Extraction<'_>) -> T) -> T {
        let extraction = self.extractor.on(date).extract_with(std::mem::take(&mut self.scratch), text);
        let kept = keep(&extraction);
        if text.len() <= LONG {
            self.scratch = extraction.into_scratch();
        }
        kept
    }
}

impl std::fmt::Debug for Reader<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Reader").field("extractor", self.extractor).finish_non_exhaustive()
    }
}

/// Documents and what to keep of them; made by [`Corpus::map`] and [`Corpus::map_with`]. Its results come in the order of the documents, on the calling thread.
#[must_use = "nothing is read before its results are asked for"]
pub struct Mapped<'e, I, S, W> {
    corpus: Corpus<'e, I>,
    #[cfg_attr(not(feature = "parallel"), allow(dead_code))] // one thread shares nothing out
    size: S,
    work: W,
}

impl<I, S, W> std::fmt::Debug for Mapped<'_, I, S, W> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Mapped").field("threads", &self.corpus.threads).finish_non_exhaustive()
    }
}

impl<I, S, W, T> Mapped<'_, I, S, W>
where
    I: Iterator,
    I::Item: Send,
    S: Fn(&I::Item) -> usize,
    W: Fn(&mut Reader<'_>, &I::Item) -> T + Sync,
    T: Send,
{
    /// Hands each result to `take`, on the calling thread.
    pub fn for_each(self, mut take: impl FnMut(T)) {
        let done = self.try_for_each(|result| {
            take(result);
            Ok::<(), Infallible>(())
        });
        match done {
            Ok(()) => (),
            Err(never) => match never {},
        }
    }

    /// All results. They are held in memory at once, so keep little of each document.
    pub fn collect<C: Default + Extend<T>>(self) -> C {
        let mut all = C::default();
        self.for_each(|result| all.extend(Some(result)));
        all
    }

    /// Like [`Mapped::for_each`], up to the first error of `take`; then nothing more is read.
    ///
    /// ```
    /// use std::io::Write;
    ///
    /// # fn main() -> std::io::Result<()> {
    /// let mut out = Vec::new();
    /// demarche::Extractor::embedded()
    ///     .corpus(["France supported Poland.", "Poland thanked France."])
    ///     .map(|_, extraction| extraction.triples())
    ///     .try_for_each(|triples| triples.iter().try_for_each(|triple| writeln!(out, "{triple}")))?;
    /// assert_eq!(out, b"France | support | Poland\nPoland | thank | France\n");
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    ///
    /// The first error of `take`; reading itself has none.
    pub fn try_for_each<E>(self, take: impl FnMut(T) -> Result<(), E>) -> Result<(), E> {
        #[cfg(feature = "parallel")]
        if let Some(pool) = parallel::pool(self.corpus.threads) {
            return parallel::run(&pool, self, take);
        }
        self.here(take)
    }

    /// One document after the other, on the calling thread.
    fn here<E>(self, mut take: impl FnMut(T) -> Result<(), E>) -> Result<(), E> {
        let Mapped { corpus, work, .. } = self;
        let mut reader = Reader::new(corpus.extractor);
        let mut documents = corpus.documents;
        documents.try_for_each(|document| {
            let result = work(&mut reader, &document);
            drop(document);
            take(result)
        })
    }
}
