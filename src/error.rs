//! What can go wrong while an extractor is built. Reading text never fails.

/// Why an extractor could not be built.
///
/// The message names the place and what was expected there:
///
/// ```
/// let error = demarche::Extractor::builder()
///     .gazetteer("my.txt", "[country]\n\nRuritania\n  demonim Ruritanian\n")
///     .build()
///     .unwrap_err();
/// assert!(error.to_string().starts_with("my.txt:4: 'demonim' is no key here; the keys are adjective, alias,"));
/// ```
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// A line of a data file cannot be read.
    #[error("{file}:{line}: {message}")]
    Data {
        /// The file's name, as it was given.
        file: String,
        /// The line, counted from 1.
        line: u32,
        /// What is wrong there, and what was expected.
        message: String,
    },
    /// A data file cannot be opened, read, or is not UTF-8.
    #[error("{path}: {source}")]
    Io {
        /// The file's path, as it was given.
        path: String,
        /// What the system said.
        source: std::io::Error,
    },
}

impl Error {
    pub(crate) fn data(file: &str, line: u32, message: impl Into<String>) -> Error {
        Error::Data { file: file.to_owned(), line, message: message.into() }
    }
}
