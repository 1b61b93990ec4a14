//! Companies: members of stock indices by their common names, and the largest other companies listed in the United States.

use std::collections::{BTreeMap, BTreeSet};

use parquet::record::RowAccessor;
use serde_json::Value;

use crate::clean::{is_title, key, without_brackets, words};
use crate::formats::{parquet_rows, python_literal};
use crate::known::{Kind, Known, Trust};
use crate::names::Bearers;
use crate::record::Record;
use crate::sources::Sources;
use crate::wordnet::Nouns;
use crate::Result;

use super::{heads, Forms};

/// How many of the companies listed in the United States are looked at, the most valuable first.
const LARGEST: usize = 3000;

/// A member of a stock index.
pub struct Listed {
    pub name: String,
    pub country: String,
    /// The seat: `Amsterdam , Netherlands`.
    pub seat: String,
    /// As Wikipedia's box has it: `Tim Cobbold ( chair ) Nimesh Patel ( CEO )`.
    pub key_people: String,
}

/// Companies of both packages; those of indices first.
pub fn records(sources: &Sources, nouns: &Nouns, known: &Known) -> Result<Vec<Record>> {
    let namer = Namer { forms: Forms::read(sources)?, heads: heads()?, bearers: Bearers::read(sources)?, nouns, known };
    let mut out = Vec::new();
    for company in index_companies(sources)? {
        if let Some(name) = namer.name(&company.name) {
            let seat = company.seat.contains(&company.country) || (company.country == "United States" && company.seat.contains("U.S."));
            let country = known.country(&company.country).filter(|_| seat).map_or("", |country| country.id.as_str());
            out.push(Record::new(name).with("type", "company").with("country", country));
        }
    }
    let mut short: BTreeSet<String> = out.iter().map(|record| short_key(&record.name)).collect();
    short.extend(known.of_kind(Kind::Organization).map(|entity| short_key(&entity.name)));
    for name in listed_names(sources)?.iter().filter_map(|name| namer.listed(name)) {
        if short.insert(short_key(&name)) {
            out.push(Record::new(name).with("type", "company"));
        }
    }
    let is_held = |record: &Record| known.named_folded(&short_key(&record.name)).any(|entity| entity.kind == Kind::Organization);
    out.retain(|record| !is_held(record));
    Ok(out.into_iter().map(|record| namer.with_short_name(record)).collect())
}

/// The common name of a company without remarks in brackets and legal forms.
pub fn company_name(name: &str, forms: &Forms) -> String {
    let (name, _) = without_brackets(name, '(', ')');
    forms.strip(&name).0.to_owned()
}

/// All members of the indices that `pytickersymbols` knows, by name.
pub fn index_companies(sources: &Sources) -> Result<Vec<Listed>> {
    let source = sources.text("pytickersymbols", "pytickersymbols/indices_data.py")?;
    let (_, literal) = source.split_once("INDICES = ").ok_or("pytickersymbols: indices_data.py has another form")?;
    let indices = python_literal(literal)?;
    let mut found = BTreeMap::new();
    let companies = indices.as_object().into_iter().flatten().flat_map(|(_, index)| index["companies"].as_array().into_iter().flatten());
    for company in companies {
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        let listed = Listed {
            name: text(&company["name"]),
            country: text(&company["country"]),
            seat: text(&company["metadata"]["headquarters"]),
            key_people: text(&company["metadata"]["key_people"]),
        };
        found.entry(listed.name.clone()).or_insert(listed);
    }
    Ok(found.into_values().collect())
}

/// Legal names of companies listed in the United States, the most valuable first, each once.
fn listed_names(sources: &Sources) -> Result<Vec<String>> {
    let (mut names, mut seen) = (Vec::new(), BTreeSet::new());
    parquet_rows(sources.bytes("edgartools", "edgar/reference/data/company_tickers.parquet")?, |row| {
        let name = row.get_string(3)?.clone();
        if names.len() < LARGEST && seen.insert(name.clone()) {
            names.push(name);
        }
        Ok(())
    })?;
    Ok(names)
}

/// Words that end names of companies and say little: the name without them is the same company.
const TRAILING: [&str; 11] = ["group", "holding", "holdings", "company", "companies", "corporation", "international", "incorporated", "technologies", "technology", "the"];

/// Trades that end names of companies: news leaves them out where the word before them is of the company's own making.
const TRADES: [&str; 22] = [
    "airlines",
    "biosciences",
    "biotherapeutics",
    "brands",
    "communications",
    "energy",
    "entertainment",
    "financial",
    "foods",
    "health",
    "industries",
    "networks",
    "oncology",
    "pharma",
    "pharmaceutical",
    "pharmaceuticals",
    "resources",
    "semiconductor",
    "software",
    "solar",
    "systems",
    "therapeutics",
];

fn short_key(name: &str) -> String {
    let key = key(name);
    let mut words: Vec<&str> = key.split(' ').collect();
    while words.len() > 1 && words.last().is_some_and(|word| TRAILING.contains(word)) {
        words.pop();
    }
    words.join(" ")
}

/// Makes names as news writes them.
struct Namer<'k> {
    forms: Forms,
    heads: BTreeSet<String>,
    bearers: Bearers,
    nouns: &'k Nouns,
    known: &'k Known,
}

impl Namer<'_> {
    /// The name to list, with its legal form where it would say too little without; none where it has none.
    fn name(&self, raw: &str) -> Option<String> {
        let (name, _) = without_brackets(raw, '(', ')');
        let (bare, formed) = self.forms.strip(&name);
        let full = words(&name.replace(", ", " "));
        let held = |name: &str| self.known.named_folded(name).any(|entity| entity.kind == Kind::Organization);
        if held(bare) || held(&short_key(bare)) {
            return None;
        }
        if self.is_safe(bare) {
            return is_name(bare).then(|| bare.to_owned());
        }
        (formed && is_name(&full) && full.split(' ').count() > 1 && bare.len() > 2).then_some(full)
    }

    /// Adds the name without what says little at its end, where that stands for the company alone: `Hertz` of `Hertz Global Holdings`.
    fn with_short_name(&self, record: Record) -> Record {
        let mut words: Vec<&str> = record.name.split(' ').collect();
        while words.len() > 1 && words.last().is_some_and(|word| TRAILING.contains(&word.to_lowercase().as_str()) || TRADES.contains(&word.to_lowercase().as_str())) {
            words.pop();
        }
        let short = words.join(" ");
        let alone = short != record.name && words.len() == 1 && self.is_safe(&short) && is_name(&short);
        if alone {
            record.with("alias", short)
        } else {
            record
        }
    }

    /// Whether a name stands for the company alone: not a word, a name of persons or two ordinary words.
    fn is_safe(&self, name: &str) -> bool {
        let parts: Vec<&str> = name.split(' ').collect();
        let ordinary = |word: &&str| self.known.is_word(word.trim_end_matches("'s")) || word.strip_suffix('s').is_some_and(|word| self.known.is_word(word));
        let headed = parts.last().is_some_and(|last| self.heads.contains(*last));
        match parts[..] {
            [word] => {
                word.len() > 3
                    && !word.ends_with("'s")
                    && self.known.trust(Kind::Organization, word) == Trust::Sure
                    && !self.known.holds(word)
                    && !ordinary(&word)
                    && !self.nouns.has(word)
                    && !self.bearers.is_name(word)
            }
            // "The Hartford"
            ["The", last] => self.is_safe(last),
            [first, last] if self.known.is_given_name(first) && !headed => self.known.is_word(last) && !ordinary(&first) && !self.known.is_surname(last),
            _ => headed || parts.len() > 2 || !parts.iter().all(ordinary),
        }
    }

    /// The name of a company of the list of legal names: no funds; of names in capitals only those whose words are known.
    fn listed(&self, raw: &str) -> Option<String> {
        let name = without_state(raw);
        let (bare, _) = self.forms.strip(name);
        let funds = ["fund", "trust", "etf", "income", "acquisition", "portfolio", "shares", "municipal", "spac", "lp", "royalty"];
        if bare.to_lowercase().split(' ').any(|word| funds.contains(&word)) {
            return None;
        }
        let capitals = bare.split(' ').filter(|word| word.len() > 3).all(|word| !word.chars().any(char::is_lowercase));
        let name = if capitals { self.lowered(bare)? } else { bare.to_owned() };
        (name.contains(' ') && self.is_safe(&name) && is_name(&name)).then_some(name)
    }

    /// `TEXAS INSTRUMENTS` as `Texas Instruments`; none where a word is unknown or may be written otherwise.
    fn lowered(&self, name: &str) -> Option<String> {
        let words: Vec<&str> = name.split(' ').collect();
        let known = |word: &str| self.known.is_word(word) || self.known.is_given_name(&title(word)) || self.known.is_surname(&title(word)) || self.known.holds(&title(word));
        let turned = words.len() > 1 && words[1..].iter().any(|word| self.known.is_given_name(&title(word)) && !self.known.is_word(word));
        if turned || words.iter().any(|word| word.starts_with("MC") || (*word != "OF" && *word != "AND" && *word != "&" && (word.len() < 4 || !known(word)))) {
            return None;
        }
        Some(words.iter().map(|word| if matches!(*word, "OF" | "AND") { word.to_lowercase() } else { title(word) }).collect::<Vec<_>>().join(" "))
    }
}

/// A legal name without the state behind a slash: `BANK OF AMERICA CORP /DE/`.
fn without_state(name: &str) -> &str {
    let at = name.match_indices(['/', '\\']).map(|(at, _)| at).find(|&at| name[at + 1..].trim().len() != 1);
    at.map_or(name, |at| &name[..at]).trim()
}

/// Whether it is written as a company's name: a title, or one word with a capital in it.
fn is_name(name: &str) -> bool {
    // "LifcoB": the class of its shares
    let class = name.chars().rev().take(2).map(char::is_uppercase).eq([true, false]) && !name.contains(' ');
    !class
        && is_title(name)
        && name.split(' ').count() <= 6
        && name.chars().filter(|c| c.is_alphabetic()).count() > 2
        && name.chars().any(char::is_uppercase)
        && !name.contains(['/', '+', '!'])
}

fn title(word: &str) -> String {
    let lower = word.to_lowercase();
    let mut letters = lower.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_as_news_writes_them() {
        let mut known = Known::default();
        known.add_words("target nv\nmatch nv\ninstruments s\npublic a\nstorage n\n");
        known.add_entities("[place]\n\nTexas\n");
        let forms = Forms::from_names(["Inc.", "Corporation", "Corp"]);
        let namer = Namer { forms, heads: BTreeSet::from(["Group".to_owned()]), bearers: Bearers::default(), nouns: &Nouns::default(), known: &known };
        assert_eq!(namer.name("Netflix, Inc. (American company)").as_deref(), Some("Netflix"));
        assert_eq!(namer.name("Target Corporation").as_deref(), Some("Target Corporation"));
        assert_eq!((namer.name("Public Storage"), namer.name("Match Group").as_deref()), (None, Some("Match Group")));
        assert_eq!(namer.listed("TEXAS INSTRUMENTS Corp /DE/").as_deref(), Some("Texas Instruments"));
        assert_eq!(namer.listed("QQRX INSTRUMENTS Corp"), None);
        assert_eq!((without_state("NOVO NORDISK A/S"), without_state("TOYOTA MOTOR CORP/")), ("NOVO NORDISK A/S", "TOYOTA MOTOR CORP"));
        assert_eq!(short_key("The Match Group Holdings"), "match");
        let short = |name: &str| namer.with_short_name(Record::new(name)).get("alias").map(str::to_owned);
        assert_eq!((short("Zyxera Therapeutics").as_deref(), short("Match Group"), short("Zyxera")), (Some("Zyxera"), None, None));
    }
}
