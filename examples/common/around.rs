//! What stands around a relation, for reading.

use demarche::{Relation, Span};

/// What the sentence says around a relation.
pub fn around(text: &str, relation: &Relation<'_>) -> Vec<String> {
    let words = |name: &str, span: Option<Span>| span.map(|span| format!("{name} \"{}\"", one_line(span.of(text))));
    let date = relation.date();
    let iso = date.as_ref().and_then(|date| date.iso.clone());
    let date = words("date", date.map(|date| date.span)).map(|date| iso.map_or(date.clone(), |iso| format!("{date} = {iso}")));
    let all = [
        relation.tense().map(|tense| format!("tense {tense:?}").to_lowercase()),
        words("strength", relation.strength()),
        words("topic", relation.topic()),
        words("complement", relation.complement()),
        date,
        relation.place().map(|place| format!("place \"{}\"", one_line(place.text()))),
    ];
    all.into_iter().flatten().collect()
}

/// A piece of text without its line breaks.
pub fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
