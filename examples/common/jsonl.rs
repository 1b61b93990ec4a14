//! Lines of a JSON Lines corpus, `{"id": "1", "text": "…"}`, and the records that are made of them.

use std::borrow::Cow;
use std::io::{self, Write};

use demarche::{Date, Extraction};
use serde::Deserialize;

const SHAPE: &str = r#"each line is one object such as {"id": "1", "text": "…"}"#;

/// One document of a corpus. Without an id it is called by the number of its line.
pub struct Document<'a> {
    #[allow(dead_code)] // not every example that shares this file asks for it
    pub id: Cow<'a, str>,
    pub text: Cow<'a, str>,
    /// The day on which it was written, where the line says so as YYYY-MM-DD, alone or before a time.
    #[allow(dead_code)] // not every example that shares this file asks for it
    pub date: Option<Date>,
}

/// The fields that are read; all others are passed over.
#[derive(Deserialize)]
struct Fields<'a> {
    #[serde(borrow)]
    id: Option<Id<'a>>,
    #[serde(borrow)]
    text: Option<Str<'a>>,
    date: Option<serde_json::Value>,
}

/// A string that is copied only where it holds escapes; of an `Option<Cow<str>>` serde always makes a copy.
#[derive(Deserialize)]
struct Str<'a>(#[serde(borrow)] Cow<'a, str>);

#[derive(Deserialize)]
#[serde(untagged, expecting = "the id must be a string or a number")]
enum Id<'a> {
    #[serde(borrow)]
    Text(Cow<'a, str>),
    Number(serde_json::Number),
}

/// Reads one line; `None` where it is blank. The error says file, line and remedy.
pub fn parse<'a>(file: &str, number: usize, line: &'a [u8]) -> Result<Option<Document<'a>>, String> {
    let line = utf8(file, number, line)?.trim();
    if line.is_empty() {
        return Ok(None);
    }
    if !line.starts_with('{') {
        return Err(format!("{file}:{number}: no JSON object; {SHAPE}"));
    }
    let fields: Fields<'a> = serde_json::from_str(line).map_err(|error| broken(file, number, &error))?;
    let Str(text) = fields.text.ok_or_else(|| format!("{file}:{number}: no field \"text\"; {SHAPE}"))?;
    let id = match fields.id {
        Some(Id::Text(id)) => id,
        Some(Id::Number(id)) => Cow::Owned(id.to_string()),
        None => Cow::Owned(number.to_string()),
    };
    // corpora write dates in many ways; one that is not YYYY-MM-DD is as good as none
    let date = fields.date.and_then(|date| date.as_str()?.parse().ok());
    Ok(Some(Document { id, text, date }))
}

/// The bytes of a line as text, without a byte order mark at the start of the file.
pub fn utf8<'a>(file: &str, number: usize, line: &'a [u8]) -> Result<&'a str, String> {
    let text = std::str::from_utf8(line).map_err(|error| format!("{file}:{number}: byte {} of the line is not UTF-8; convert the file to UTF-8", error.valid_up_to() + 1))?;
    Ok(if number == 1 { text.trim_start_matches('\u{feff}') } else { text })
}

/// The message for a line that is not the JSON it should be.
pub fn broken(file: &str, number: usize, error: &serde_json::Error) -> String {
    let message = error.to_string();
    let what = message.split(" at line ").next().unwrap_or(&message);
    format!("{file}:{number}: {what} (column {}); {SHAPE}", error.column())
}

/// Writes the record of one document, as one line.
#[allow(dead_code)] // not every example that shares this file writes records
pub fn write_record(extraction: &Extraction<'_>, id: &str, mut out: impl Write) -> io::Result<()> {
    serde_json::to_writer(&mut out, &extraction.as_record(id))?;
    out.write_all(b"\n")
}
