//! Triples as the test files write them: `(future) France | not support | Poland  [said by Reuters]`.

use std::fmt;

use demarche::{Modality, Relation};

/// One triple, as expected or as found.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Statement {
    pub modality: Modality,
    pub subject: String,
    pub negated: bool,
    pub relation: String,
    pub object: String,
    pub said_by: Option<String>,
    /// Known only of what was found.
    pub symmetric: bool,
}

impl Statement {
    /// Reads a line of a test file; the error says what was expected.
    pub fn parse(line: &str) -> Result<Statement, String> {
        let (modality, rest) = modality(line.trim())?;
        let (rest, said_by) = speaker(rest)?;
        let sides: Vec<&str> = rest.split(" | ").map(str::trim).collect();
        let [subject, relation, object] = sides[..] else {
            return Err(format!("expected 'nothing' or SUBJECT | RELATION | OBJECT, found '{rest}'"));
        };
        if sides.iter().any(|side| side.is_empty()) {
            return Err(format!("a side is empty in '{rest}'"));
        }
        let (negated, relation) = relation.strip_prefix("not ").map_or((false, relation), |rest| (true, rest));
        Ok(Statement { modality, subject: subject.into(), negated, relation: relation.into(), object: object.into(), said_by, symmetric: false })
    }

    /// What the extractor found.
    pub fn of(relation: &Relation<'_>) -> Statement {
        Statement {
            modality: relation.modality(),
            subject: relation.subject().name().into(),
            negated: relation.is_negated(),
            relation: relation.name().into(),
            object: relation.object().name().into(),
            said_by: relation.attribution().map(|(speaker, _)| speaker.name().into()),
            symmetric: relation.is_symmetric(),
        }
    }

    /// The same without modality and speaker.
    pub fn bare(self) -> Statement {
        Statement { modality: Modality::Asserted, said_by: None, ..self }
    }

    /// Whether this is the same triple; `self` was found, so it knows whether its sides may change places.
    fn is(&self, expected: &Statement) -> bool {
        let expected = Statement { symmetric: self.symmetric, ..expected.clone() };
        let turned = Statement { subject: expected.object.clone(), object: expected.subject.clone(), ..expected.clone() };
        *self == expected || self.symmetric && *self == turned
    }
}

fn modality(line: &str) -> Result<(Modality, &str), String> {
    let Some((word, rest)) = line.strip_prefix('(').and_then(|rest| rest.split_once(')')) else {
        return Ok((Modality::Asserted, line));
    };
    match word {
        "hypothetical" => Ok((Modality::Hypothetical, rest.trim())),
        "future" => Ok((Modality::Future, rest.trim())),
        other => Err(format!("'({other})' cannot stand here; expected (hypothetical) or (future)")),
    }
}

fn speaker(line: &str) -> Result<(&str, Option<String>), String> {
    let Some((triple, said)) = line.split_once('[') else {
        return Ok((line, None));
    };
    let name = said.strip_suffix(']').and_then(|said| said.strip_prefix("said by "));
    let name = name.ok_or_else(|| format!("expected [said by NAME], found '[{said}'"))?;
    Ok((triple.trim(), Some(name.into())))
}

impl fmt::Display for Statement {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let modality = match self.modality {
            Modality::Hypothetical => "(hypothetical) ",
            Modality::Future => "(future) ",
            _ => "",
        };
        let not = if self.negated { "not " } else { "" };
        write!(f, "{modality}{} | {not}{} | {}", self.subject, self.relation, self.object)?;
        self.said_by.iter().try_for_each(|name| write!(f, "  [said by {name}]"))
    }
}

/// Compares two sets of triples: what is missing, and what is there besides.
pub fn compare(expected: &[Statement], found: &[Statement]) -> (Vec<String>, Vec<String>) {
    let missing = expected.iter().filter(|e| !found.iter().any(|f| f.is(e)));
    let unexpected = found.iter().filter(|f| !expected.iter().any(|e| f.is(e)));
    (missing.map(ToString::to_string).collect(), unexpected.map(ToString::to_string).collect())
}
