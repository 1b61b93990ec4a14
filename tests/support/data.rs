//! The data files as lines, read apart from the library so that tests can hold one against the other.

/// One record with the remarks right above it, as it stands in the file.
pub struct Entry {
    pub line: usize,
    pub section: String,
    pub name: String,
    pub flag: Option<String>,
    pub fields: Vec<Detail>,
}

/// One indented line.
pub struct Detail {
    pub line: usize,
    pub key: String,
    pub value: String,
    pub flag: Option<String>,
}

/// All records of a file.
pub fn entries(text: &str) -> Vec<Entry> {
    let mut out: Vec<Entry> = Vec::new();
    let mut section = String::new();
    for (index, raw) in text.lines().enumerate() {
        let body = without_remark(raw);
        let line = index + 1;
        if body.trim().is_empty() {
            continue;
        }
        if let Some(detail) = body.strip_prefix(' ') {
            let (key, rest) = detail.trim().split_once(' ').unwrap_or((detail.trim(), ""));
            let (value, flag) = flagged(rest.trim());
            if let Some(entry) = out.last_mut() {
                entry.fields.push(Detail { line, key: key.into(), value, flag });
            }
        } else if let Some(name) = section_name(body) {
            section = name.to_owned();
        } else {
            let (name, flag) = flagged(body);
            out.push(Entry { line, section: section.clone(), name, flag, fields: Vec::new() });
        }
    }
    out
}

/// `[country]` to `country`.
pub fn section_name(line: &str) -> Option<&str> {
    line.strip_prefix('[')?.strip_suffix(']')
}

fn without_remark(line: &str) -> &str {
    let remark = line.match_indices('#').map(|(at, _)| at).find(|&at| at == 0 || line.as_bytes()[at - 1] == b' ');
    remark.map_or(line, |at| &line[..at]).trim_end()
}

fn flagged(value: &str) -> (String, Option<String>) {
    match value.strip_suffix(']').and_then(|rest| rest.rsplit_once(" [")) {
        Some((value, flag)) => (value.trim_end().into(), Some(flag.into())),
        None => (value.into(), None),
    }
}

/// The identifier of a record of names: the one given, else made from the name.
pub fn id(entry: &Entry) -> String {
    let given = entry.fields.iter().find(|field| field.key == "id");
    given.map_or_else(|| slug(&entry.name), |field| field.value.clone())
}

fn slug(name: &str) -> String {
    let letters = plain(name).replace(['.', '\'', '’'], "").to_lowercase();
    letters.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty()).collect::<Vec<_>>().join("-")
}

/// A name as it is matched: with straight apostrophes, without accents.
pub fn matched(name: &str) -> String {
    plain(name).replace('’', "'")
}

const ACCENTS: [(&str, &str); 26] = [
    ("áàâäãåāăąạả", "a"),
    ("éèêëēėęěếễệə", "e"),
    ("íìîïīıįị", "i"),
    ("óòôöõøōőơọ", "o"),
    ("úùûüūůűųư", "u"),
    ("çćčċ", "c"),
    ("ñńňņ", "n"),
    ("šśşș", "s"),
    ("žźż", "z"),
    ("ğģġ", "g"),
    ("łļľ", "l"),
    ("ýÿ", "y"),
    ("ř", "r"),
    ("ťţț", "t"),
    ("ďđð", "d"),
    ("ķ", "k"),
    ("ß", "ss"),
    ("æ", "ae"),
    ("œ", "oe"),
    ("þ", "th"),
    ("ÁÀÂÄÃÅĀĂĄ", "A"),
    ("ÉÈÊËĒĖĘĚƏ", "E"),
    ("ÍÌÎÏĪİ", "I"),
    ("ÓÒÔÖÕØŌŐ", "O"),
    ("ÚÙÛÜŪŮŰ", "U"),
    ("ÇĆČĊŠŚŞȘŽŹŻĞĢĠŁĻĽÑŃŇÝŘŤŢȚĎĐÐÆÞ", ""),
];

/// Letters without their accents.
fn plain(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars().filter(|c| !('\u{300}'..='\u{36f}').contains(c)) {
        match ACCENTS.iter().find(|(accented, _)| accented.contains(c)) {
            Some((_, "")) => out.push_str(&capital(c)),
            Some((_, letters)) => out.push_str(letters),
            None => out.push(c),
        }
    }
    out
}

/// A capital consonant without its accent, by way of the small one.
fn capital(c: char) -> String {
    let small = plain(&c.to_lowercase().collect::<String>());
    let mut letters = small.chars();
    letters.next().map(|first| first.to_ascii_uppercase()).into_iter().chain(letters).collect()
}
