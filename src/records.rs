//! The one line format of all data files: a record at the left margin, its details indented below, `#` for remarks.

use crate::error::Error;

/// One record: its name and its indented details.
#[derive(Debug)]
pub(crate) struct Record<'t> {
    /// The last `[section]` line above it, or `""`.
    pub section: &'t str,
    pub name: &'t str,
    pub flag: Option<&'t str>,
    pub line: u32,
    pub fields: Vec<Field<'t>>,
}

/// One detail: `key value [flag]`.
#[derive(Debug)]
pub(crate) struct Field<'t> {
    pub key: &'t str,
    pub value: &'t str,
    pub flag: Option<&'t str>,
    pub line: u32,
}

/// Reads all records of a file. A line of its own for a detail above the first record is the only error of this level.
pub(crate) fn read<'t>(file: &str, text: &'t str) -> Result<Vec<Record<'t>>, Error> {
    let mut records: Vec<Record<'t>> = Vec::new();
    let mut section = "";
    for (index, raw) in text.lines().enumerate() {
        let number = index as u32 + 1;
        let line = without_remark(raw);
        let body = line.trim();
        if body.is_empty() {
            continue;
        }
        if line.starts_with([' ', '\t']) {
            let Some(record) = records.last_mut() else {
                return Err(Error::data(file, number, "an indented line needs a record above it that starts at the left margin"));
            };
            let (key, rest) = body.split_once([' ', '\t']).unwrap_or((body, ""));
            let (value, flag) = split_flag(rest.trim());
            record.fields.push(Field { key, value, flag, line: number });
        } else if let Some(name) = body.strip_prefix('[').and_then(|b| b.strip_suffix(']')) {
            section = name;
        } else {
            let (name, flag) = split_flag(body);
            records.push(Record { section, name, flag, line: number, fields: Vec::new() });
        }
    }
    Ok(records)
}

/// Cuts a remark: a `#` at the start of the line or after white space.
fn without_remark(line: &str) -> &str {
    let mut from = 0;
    while let Some(at) = line[from..].find('#').map(|at| at + from) {
        if at == 0 || line.as_bytes()[at - 1].is_ascii_whitespace() {
            return line[..at].trim_end();
        }
        from = at + 1;
    }
    line.trim_end()
}

/// Splits `U.S. [exact]` into `U.S.` and `exact`.
fn split_flag(value: &str) -> (&str, Option<&str>) {
    if let Some(open) = value.strip_suffix(']').and_then(|v| v.rfind(" [")) {
        return (value[..open].trim_end(), Some(&value[open + 2..value.len() - 1]));
    }
    (value, None)
}

impl Field<'_> {
    /// The error for a key that this kind of record does not have.
    pub fn unknown_key(&self, file: &str, keys: &[&str]) -> Error {
        Error::data(file, self.line, format!("'{}' is no key here; the keys are {}", self.key, keys.join(", ")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_sections_flags_and_remarks() {
        let text = "# head\n[country]\nUnited States [weak]\n  alias US [exact] # never \"us\"\n  alias C#\n";
        let records = read("t", text).unwrap();
        assert_eq!((records[0].section, records[0].name, records[0].flag), ("country", "United States", Some("weak")));
        assert_eq!((records[0].fields[0].value, records[0].fields[0].flag), ("US", Some("exact")));
        assert_eq!((records[0].fields[1].value, records[0].fields[1].line), ("C#", 5));
    }

    #[test]
    fn a_detail_without_a_record_is_an_error() {
        assert_eq!(read("t", "  alias X\n").unwrap_err().to_string(), "t:1: an indented line needs a record above it that starts at the left margin");
    }
}
