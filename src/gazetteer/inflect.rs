//! English inflection: the forms of a verb and the plural of a noun, by rule; what no rule gives stands in `irregular.txt`.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::error::Error;
use crate::records;

/// The forms of one verb; several where usage varies (`cancelled`, `canceled`).
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(crate) struct Irregular {
    third: Vec<String>,
    past: Vec<String>,
    participle: Vec<String>,
    gerund: Vec<String>,
}

/// The verbs of `irregular.txt`, by base form.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(crate) struct Inflection {
    irregular: BTreeMap<String, Irregular>,
}

/// All forms of a verb but its base.
#[derive(Debug)]
pub(crate) struct VerbForms {
    pub third: Vec<String>,
    pub past: Vec<String>,
    pub participle: Vec<String>,
    pub gerund: Vec<String>,
}

impl Inflection {
    /// Adds the verbs of a file to those that are there.
    pub fn read(&mut self, file: &str, text: &str) -> Result<(), Error> {
        for record in records::read(file, text)? {
            let entry = self.irregular.entry(record.name.to_owned()).or_default();
            for field in &record.fields {
                let forms = match field.key {
                    "third" => &mut entry.third,
                    "past" => &mut entry.past,
                    "participle" => &mut entry.participle,
                    "gerund" => &mut entry.gerund,
                    _ => return Err(field.unknown_key(file, &["gerund", "participle", "past", "third"])),
                };
                forms.push(field.value.to_owned());
            }
        }
        Ok(())
    }

    /// The base forms listed as irregular.
    pub fn verbs(&self) -> impl Iterator<Item = &str> {
        self.irregular.keys().map(String::as_str)
    }

    /// All forms of the verb `base`.
    pub fn verb(&self, base: &str) -> VerbForms {
        let listed = self.irregular.get(base).cloned().unwrap_or_default();
        let doubled = may_double(base);
        let or = |forms: Vec<String>, rule: fn(&str) -> String| match forms.is_empty() {
            true if doubled => vec![rule(base), rule(&format!("{base}l"))],
            true => vec![rule(base)],
            false => forms,
        };
        VerbForms {
            third: if listed.third.is_empty() { vec![with_s(base)] } else { listed.third },
            past: or(listed.past, with_ed),
            participle: or(listed.participle, with_ed),
            gerund: or(listed.gerund, with_ing),
        }
    }
}

/// "pummel": whether British usage doubles the last letter, an "l" behind a single vowel that is not the verb's first.
fn may_double(verb: &str) -> bool {
    let vowel = |byte: &u8| matches!(byte, b'a' | b'e' | b'i' | b'o' | b'u');
    let [before @ .., consonant, last, b'l'] = verb.as_bytes() else { return false };
    vowel(last) && !vowel(consonant) && before.iter().any(vowel)
}

fn after_consonant(word: &str) -> bool {
    !matches!(word.as_bytes().iter().rev().nth(1), Some(b'a' | b'e' | b'i' | b'o' | b'u'))
}

/// `attack` to `attacks`, `reach` to `reaches`, `ally` to `allies`: third person of a verb and plural of a noun.
pub(crate) fn with_s(word: &str) -> String {
    if word.ends_with('y') && after_consonant(word) {
        return format!("{}ies", &word[..word.len() - 1]);
    }
    let hissing = ["s", "x", "z", "ch", "sh"].iter().any(|end| word.ends_with(end));
    if hissing || (word.ends_with('o') && after_consonant(word)) {
        return format!("{word}es");
    }
    format!("{word}s")
}

fn with_ed(word: &str) -> String {
    if word.ends_with('e') {
        return format!("{word}d");
    }
    if word.ends_with('y') && after_consonant(word) {
        return format!("{}ied", &word[..word.len() - 1]);
    }
    format!("{word}ed")
}

fn with_ing(word: &str) -> String {
    if let Some(stem) = word.strip_suffix("ie") {
        return format!("{stem}ying");
    }
    if word.ends_with('e') && !word.ends_with("ee") && !word.ends_with("oe") && !word.ends_with("ye") {
        return format!("{}ing", &word[..word.len() - 1]);
    }
    format!("{word}ing")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_and_exceptions() {
        let mut inflection = Inflection::default();
        inflection.read("t", "ban\n  past banned\n  participle banned\n  gerund banning\nmeet\n  past met\n  participle met\n").unwrap();
        let forms = |base: &str| {
            let f = inflection.verb(base);
            [f.third, f.past, f.participle, f.gerund].map(|forms| forms.join("/")).join(" ")
        };
        assert_eq!(forms("urge"), "urges urged urged urging");
        assert_eq!(forms("ban"), "bans banned banned banning");
        assert_eq!(forms("meet"), "meets met met meeting");
        assert_eq!(forms("deny"), "denies denied denied denying");
        assert_eq!(forms("tie"), "ties tied tied tying");
        assert_eq!(forms("label"), "labels labeled/labelled labeled/labelled labeling/labelling");
        assert_eq!(forms("reveal"), "reveals revealed revealed revealing");
        assert_eq!(forms("agree"), "agrees agreed agreed agreeing");
        assert_eq!(with_s("veto"), "vetoes");
    }
}
