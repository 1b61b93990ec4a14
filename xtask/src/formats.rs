//! The formats that packages keep their data in: Python literals, pickles, Parquet tables. All are read as data; nothing is run.

use parquet::file::reader::{FileReader, SerializedFileReader};
use parquet::record::Row;
use serde_json::{Map, Value};

use crate::Result;

/// A Python literal of dicts, lists, strings, numbers and `None`, as it begins `text`.
pub fn python_literal(text: &str) -> Result<Value> {
    let mut reader = Literal { text, at: 0 };
    reader.value()
}

struct Literal<'t> {
    text: &'t str,
    at: usize,
}

impl Literal<'_> {
    fn peek(&mut self) -> Option<char> {
        let rest = &self.text[self.at..];
        self.at += rest.len() - rest.trim_start().len();
        self.text[self.at..].chars().next()
    }

    /// Goes on where the next character is this one.
    fn eat(&mut self, wanted: char) -> bool {
        let found = self.peek() == Some(wanted);
        self.at += if found { wanted.len_utf8() } else { 0 };
        found
    }

    fn expect(&mut self, wanted: char) -> Result<()> {
        match self.eat(wanted) {
            true => Ok(()),
            false => Err(format!("a Python literal lacks '{wanted}' at byte {}", self.at).into()),
        }
    }

    fn value(&mut self) -> Result<Value> {
        match self.peek() {
            Some('{') => self.dict(),
            Some(open @ ('[' | '(')) => self.list(if open == '[' { ']' } else { ')' }),
            Some('\'' | '"') => {
                let mut text = self.string()?;
                // strings side by side are one
                while matches!(self.peek(), Some('\'' | '"')) {
                    text += &self.string()?;
                }
                Ok(Value::String(text))
            }
            _ => self.word(),
        }
    }

    fn dict(&mut self) -> Result<Value> {
        let mut map = Map::new();
        self.expect('{')?;
        while !self.eat('}') {
            let Value::String(key) = self.value()? else { return Err("a key of a Python dict is no string".into()) };
            self.expect(':')?;
            map.insert(key, self.value()?);
            if !self.eat(',') {
                self.expect('}')?;
                break;
            }
        }
        Ok(Value::Object(map))
    }

    fn list(&mut self, close: char) -> Result<Value> {
        let mut items = Vec::new();
        self.at += 1;
        while !self.eat(close) {
            items.push(self.value()?);
            if !self.eat(',') {
                self.expect(close)?;
                break;
            }
        }
        Ok(Value::Array(items))
    }

    fn string(&mut self) -> Result<String> {
        let quote = self.peek().unwrap_or_default();
        self.at += 1;
        let mut out = String::new();
        let mut chars = self.text[self.at..].char_indices();
        while let Some((at, c)) = chars.next() {
            match c {
                _ if c == quote => {
                    self.at += at + 1;
                    return Ok(out);
                }
                '\\' => {
                    let digits = match chars.next().map(|(_, c)| c) {
                        Some('x') => 2,
                        Some('u') => 4,
                        Some('n' | 't') => {
                            out.push(' ');
                            continue;
                        }
                        Some(other) => {
                            out.push(other);
                            continue;
                        }
                        None => break,
                    };
                    let code: String = chars.by_ref().take(digits).map(|(_, c)| c).collect();
                    out.extend(u32::from_str_radix(&code, 16).ok().and_then(char::from_u32));
                }
                other => out.push(other),
            }
        }
        Err("a Python string has no end".into())
    }

    /// `None`, `True`, numbers: nothing that a list of names needs.
    fn word(&mut self) -> Result<Value> {
        let rest = &self.text[self.at..];
        let length = rest.find(|c: char| !c.is_alphanumeric() && !matches!(c, '.' | '-' | '+' | '_')).unwrap_or(rest.len());
        if length == 0 {
            return Err(format!("a Python literal cannot be read at byte {}", self.at).into());
        }
        self.at += length;
        Ok(Value::Null)
    }
}

/// A pickled dict from strings to lists of strings, as pickle protocol 3 writes it: `visit(key, values)`. Only its strings and lists are looked at.
pub fn pickled_lists(pickle: &[u8], mut visit: impl FnMut(&str, &[&str])) -> Result<()> {
    let (mut at, mut key, mut values): (usize, Option<&str>, Vec<&str>) = (0, None, Vec::new());
    let (mut pending, mut listing) = (None, false);
    while at < pickle.len() {
        let code = pickle[at];
        at += 1;
        match code {
            b'X' => {
                let length = slice(pickle, at, 4)?.iter().rev().fold(0, |sum, &byte| sum << 8 | usize::from(byte));
                let text = std::str::from_utf8(slice(pickle, at + 4, length)?)?;
                at += 4 + length;
                if listing {
                    values.push(text);
                } else {
                    pending = Some(text);
                }
            }
            b']' => {
                key = pending.take();
                listing = true;
            }
            // the list is complete
            b'a' | b'e' => {
                if let Some(key) = key.take() {
                    visit(key, &values);
                }
                values.clear();
                listing = false;
            }
            0x80 | b'q' => at += 1,
            b'r' => at += 4,
            b'}' | b'(' | b'u' | b'.' => {}
            other => return Err(format!("a pickle of another form: code {other} at byte {}", at - 1).into()),
        }
    }
    Ok(())
}

fn slice(pickle: &[u8], at: usize, length: usize) -> Result<&[u8]> {
    pickle.get(at..at + length).ok_or_else(|| "a pickle ends too early".into())
}

/// The rows of a Parquet table.
pub fn parquet_rows(table: Vec<u8>, mut visit: impl FnMut(&Row) -> Result<()>) -> Result<()> {
    let reader = SerializedFileReader::new(bytes::Bytes::from(table))?;
    for row in reader.get_row_iter(None)? {
        visit(&row?)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_python_literals() {
        let value = python_literal("{'a': [\"it's\", 'x\\u00e9\\'', None,], 'b': ('l' 'm'), 'c': -1.5}\nrest").unwrap();
        assert_eq!(value["a"][0], "it's");
        assert_eq!(value["a"][1], "xé'");
        assert_eq!(value["b"][0], "lm");
        assert!(python_literal("{'a'").is_err());
    }

    #[test]
    fn reads_pickled_lists() {
        let mut pickle = vec![0x80, 3, b'}', b'q', 0, b'('];
        for (code, text) in [(b"q\x01]q\x02" as &[u8], "Ann Lee"), (b"q\x03a", "Irish")] {
            pickle.extend([b'X', text.len() as u8, 0, 0, 0]);
            pickle.extend(text.as_bytes());
            pickle.extend(code);
        }
        pickle.extend(b"u.");
        let mut seen = Vec::new();
        pickled_lists(&pickle, |key, values| seen.push((key.to_owned(), values.join(",")))).unwrap();
        assert_eq!(seen, [("Ann Lee".to_owned(), "Irish".to_owned())]);
        assert!(pickled_lists(b"cos\nsystem\n", |_, _| ()).is_err());
    }
}
