//! Floor 6: text to extraction; the whole pipeline on one screen.

use std::io::Read;
use std::path::Path;

use once_cell::sync::OnceCell;

use crate::date::Date;
use crate::error::Error;
use crate::extraction::Extraction;
use crate::gazetteer::{examples, Aligned, Example, File, Gazetteer, List};
use crate::mention::{Mentions, View};
use crate::relation::Relations;
use crate::text::Document;

/// The embedded lists, read by the build script.
static IMAGE: &Aligned<[u8]> = &Aligned(*include_bytes!(concat!(env!("OUT_DIR"), "/gazetteer.image")));

/// Reads texts. Built once, then shared: it is immutable, `Send` and `Sync`.
pub struct Extractor {
    gazetteer: Gazetteer,
    roles: bool,
}

impl std::fmt::Debug for Extractor {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (entities, frames) = (self.gazetteer.names.entities.len(), self.gazetteer.frames.frames.len());
        f.debug_struct("Extractor").field("entities", &entities).field("frames", &frames).field("roles", &self.roles).finish()
    }
}

/// Buffers for [`Extractor::extract_with`]: hold one per thread and nothing is allocated anew from text to text.
#[derive(Default)]
pub struct Scratch {
    pub(crate) document: Document,
    pub(crate) mentions: Mentions,
    pub(crate) relations: Relations,
}

impl Extractor {
    /// The extractor with the embedded lists, built at the first call and shared from then on.
    ///
    /// ```
    /// let extractor = demarche::Extractor::embedded();
    /// assert_eq!(extractor.extract("").relations().len(), 0);
    /// ```
    pub fn embedded() -> &'static Extractor {
        static EMBEDDED: OnceCell<Extractor> = OnceCell::new();
        EMBEDDED.get_or_init(|| Extractor::builder().build().unwrap_or_else(|error| unreachable!("the embedded lists are tested: {error}")))
    }

    /// A builder, for lists of your own.
    pub fn builder() -> ExtractorBuilder {
        ExtractorBuilder { embedded: true, roles: false, files: Vec::new(), error: None }
    }

    /// Reads `text`: who is named in it, and who did what to whom. Never fails; reads the first 4 GiB.
    ///
    /// ```
    /// let extraction = demarche::Extractor::embedded().extract("US urges Europe to act.");
    /// let relation = extraction.relations().next().unwrap();
    /// assert_eq!(relation.to_string(), "United States | urge | Europe");
    /// assert_eq!(relation.class().name(), "REQUEST");
    /// assert_eq!(relation.evidence().trigger.of(extraction.text()), "urges");
    /// ```
    pub fn extract<'a>(&'a self, text: &'a str) -> Extraction<'a> {
        self.extract_with(Scratch::default(), text)
    }

    /// Like [`Extractor::extract`], into buffers that [`Extraction::into_scratch`] gives back.
    ///
    /// ```
    /// let extractor = demarche::Extractor::embedded();
    /// let mut scratch = demarche::Scratch::default();
    /// for text in ["France supported Poland.", "Poland thanked France."] {
    ///     let extraction = extractor.extract_with(scratch, text);
    ///     assert_eq!(extraction.relations().len(), 1);
    ///     scratch = extraction.into_scratch();
    /// }
    /// ```
    pub fn extract_with<'a>(&'a self, scratch: Scratch, text: &'a str) -> Extraction<'a> {
        self.read(scratch, text, None)
    }

    fn read<'a>(&'a self, mut scratch: Scratch, text: &'a str, date: Option<Date>) -> Extraction<'a> {
        scratch.document.read(text); //                                        text     -> tokens, sentences
        let view = View { gazetteer: &self.gazetteer, text, document: &scratch.document, date };
        scratch.mentions.find(&view); //                                       tokens   -> who is named
        scratch.relations.read(&view, &mut scratch.mentions, self.roles); //   mentions -> who did what to whom
        Extraction { text, gazetteer: &self.gazetteer, date, scratch }
    }

    /// This extractor, for texts written on `date`: then `on Tuesday` is a day, and `the French president` the one of that time.
    ///
    /// ```
    /// # fn main() -> Result<(), demarche::DateError> {
    /// let written: demarche::Date = "2024-03-06".parse()?;
    /// let extraction = demarche::Extractor::embedded().on(written).extract("France condemned Russia on Tuesday.");
    /// let time = extraction.relations().next().unwrap().date().unwrap();
    /// assert_eq!(time.span.of(extraction.text()), "on Tuesday");
    /// assert_eq!(time.iso.as_deref(), Some("2024-03-05"));
    /// # Ok(())
    /// # }
    /// ```
    pub fn on(&self, date: impl Into<Option<Date>>) -> DatedExtractor<'_> {
        DatedExtractor { extractor: self, date: date.into() }
    }

    pub(crate) fn gazetteer(&self) -> &Gazetteer {
        &self.gazetteer
    }
}

/// An [`Extractor`] that knows when its texts were written; made by [`Extractor::on`]. Without a date it is the extractor itself.
#[derive(Clone, Copy, Debug)]
pub struct DatedExtractor<'a> {
    extractor: &'a Extractor,
    date: Option<Date>,
}

impl<'a> DatedExtractor<'a> {
    /// The same extractor for texts of another day.
    pub fn on(&self, date: impl Into<Option<Date>>) -> DatedExtractor<'a> {
        self.extractor.on(date)
    }

    /// As [`Extractor::extract`].
    pub fn extract<'t>(&self, text: &'t str) -> Extraction<'t>
    where
        'a: 't,
    {
        self.extract_with(Scratch::default(), text)
    }

    /// As [`Extractor::extract_with`].
    pub fn extract_with<'t>(&self, scratch: Scratch, text: &'t str) -> Extraction<'t>
    where
        'a: 't,
    {
        self.extractor.read(scratch, text, self.date)
    }
}

impl Extraction<'_> {
    /// Gives the buffers back for the next text.
    pub fn into_scratch(self) -> Scratch {
        self.scratch
    }
}

/// Collects lists and options for an [`Extractor`].
///
/// ```
/// # fn main() -> Result<(), demarche::Error> {
/// let extractor = demarche::Extractor::builder()
///     .gazetteer("ruritania.txt", "[country]\n\nRuritania\n  adjective Ruritanian\n")
///     .frames("verbs.txt", "snub\n  class REJECT\n  verb cold-shoulder X\n  verb snub X\n")
///     .build()?;
/// let extraction = extractor.extract("Ruritania snubbed France.");
/// assert_eq!(extraction.relations().next().unwrap().to_string(), "Ruritania | snub | France");
/// # Ok(())
/// # }
/// ```
#[must_use]
pub struct ExtractorBuilder {
    embedded: bool,
    roles: bool,
    files: Vec<(List, String, String)>,
    error: Option<Error>,
}

impl ExtractorBuilder {
    /// Leaves the embedded names out, so that only your own are known. Word classes and frames stay.
    pub fn without_embedded_names(mut self) -> Self {
        self.embedded = false;
        self
    }

    /// Adds names in the line format of `gazetteers/README.md`; `name` stands in error messages.
    /// A record whose id is known already adds to that entity.
    pub fn gazetteer(self, name: &str, text: &str) -> Self {
        self.add(List::Names, name, text)
    }

    /// Adds names from a reader, which must give UTF-8.
    pub fn gazetteer_reader(self, name: &str, reader: impl Read) -> Self {
        self.read(List::Names, name, reader)
    }

    /// Adds names from a file.
    pub fn gazetteer_path(self, path: impl AsRef<Path>) -> Self {
        self.open(List::Names, path.as_ref())
    }

    /// Adds frames: predicates of your own.
    pub fn frames(self, name: &str, text: &str) -> Self {
        self.add(List::Frames, name, text)
    }

    /// Adds frames from a reader, which must give UTF-8.
    pub fn frames_reader(self, name: &str, reader: impl Read) -> Self {
        self.read(List::Frames, name, reader)
    }

    /// Adds frames from a file.
    pub fn frames_path(self, path: impl AsRef<Path>) -> Self {
        self.open(List::Frames, path.as_ref())
    }

    /// Whether unnamed actors count: `police`, `rebels`, as mentions of kind [`crate::MentionKind::Role`]. Off by default.
    pub fn roles(mut self, on: bool) -> Self {
        self.roles = on;
        self
    }

    fn add(mut self, list: List, name: &str, text: &str) -> Self {
        self.files.push((list, name.to_owned(), text.to_owned()));
        self
    }

    fn open(mut self, list: List, path: &Path) -> Self {
        let name = path.display().to_string();
        match std::fs::File::open(path) {
            Ok(file) => self.read(list, &name, file),
            Err(source) => {
                self.error.get_or_insert(Error::Io { path: name, source });
                self
            }
        }
    }

    fn read(mut self, list: List, name: &str, mut reader: impl Read) -> Self {
        let mut text = String::new();
        match reader.read_to_string(&mut text) {
            Ok(_) => self.files.push((list, name.to_owned(), text)),
            Err(source) => {
                self.error.get_or_insert(Error::Io { path: name.to_owned(), source });
            }
        }
        self
    }

    /// Builds the extractor.
    ///
    /// # Errors
    ///
    /// The first line of a data file that cannot be read, or the first file that cannot be opened.
    pub fn build(self) -> Result<Extractor, Error> {
        if let Some(error) = self.error {
            return Err(error);
        }
        let mut gazetteer = Gazetteer::from_image(IMAGE).unwrap_or_else(|error| unreachable!("the build script wrote the image: {error}"));
        if !self.embedded {
            gazetteer.forget_names();
        }
        if !self.files.is_empty() {
            let files: Vec<File<'_>> = self.files.iter().map(|(list, name, text)| File { list: *list, name, text }).collect();
            gazetteer.extend(&files)?;
        }
        Ok(Extractor { gazetteer, roles: self.roles })
    }
}

impl Extractor {
    /// The sentences that the frames of a file carry, as (line, sentence, triples).
    #[doc(hidden)]
    pub fn frame_examples(file: &str, text: &str) -> Result<Vec<(u32, String, Vec<String>)>, Error> {
        let of = |Example { line, sentence, triples, .. }| (line, sentence, triples);
        Ok(examples(file, text)?.into_iter().map(of).collect())
    }
}
