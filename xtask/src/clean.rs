//! Text of packages made plain: without HTML, with straight quotes; and what the form of a name tells.

use crate::fold::folded;

/// Names of HTML's accents with the letters that they stand on and what both make.
const ACCENTS: [(&str, &str, &str); 9] = [
    ("acute", "aeiouyAEIOUY", "áéíóúýÁÉÍÓÚÝ"),
    ("grave", "aeiouAEIOU", "àèìòùÀÈÌÒÙ"),
    ("circ", "aeiouAEIOU", "âêîôûÂÊÎÔÛ"),
    ("tilde", "anoANO", "ãñõÃÑÕ"),
    ("uml", "aeiouyAEIOU", "äëïöüÿÄËÏÖÜ"),
    ("ring", "aA", "åÅ"),
    ("cedil", "cC", "çÇ"),
    ("slash", "oO", "øØ"),
    ("caron", "sSzZ", "šŠžŽ"),
];

/// HTML as lines of plain text: breaks and paragraphs begin lines, other tags go, entities become letters.
pub fn html(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(['<', '&']) {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let (close, tag) = if rest.starts_with('<') { ('>', true) } else { (';', false) };
        let Some(end) = rest.find(close).filter(|&end| end < if tag { 200 } else { 10 }) else {
            out.push_str(&rest[..1]);
            rest = &rest[1..];
            continue;
        };
        let inside = &rest[1..end];
        match tag {
            true if ["br", "p", "/p", "li"].iter().any(|name| inside.trim_end_matches(['/', ' ']) == *name) => out.push('\n'),
            true => {}
            false => out.push_str(&entity(inside)),
        }
        rest = &rest[end + 1..];
    }
    out.push_str(rest);
    straight(&out)
}

/// The text of an HTML entity: `eacute` to `é`.
fn entity(name: &str) -> String {
    let plain = match name {
        "amp" => "&",
        "lsquo" | "rsquo" | "apos" | "#39" => "'",
        "ldquo" | "rdquo" | "quot" => "\"",
        "ndash" | "mdash" => "-",
        "lt" | "gt" => " ",
        "szlig" => "ß",
        "Scaron" => "Š",
        "scaron" => "š",
        _ => "",
    };
    if !plain.is_empty() {
        return plain.into();
    }
    let accented = ACCENTS.iter().find_map(|(accent, letters, made)| {
        let letter = name.strip_suffix(accent)?;
        let at = letters.chars().position(|c| letter.chars().eq([c]))?;
        made.chars().nth(at)
    });
    accented.unwrap_or(' ').to_string()
}

/// With straight apostrophes and quotes, plain hyphens, and single spaces; lines stay lines.
fn straight(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        let c = match c {
            '‘' | '’' | '`' | '´' | 'ʻ' | '\u{2bc}' => '\'',
            '“' | '”' => '"',
            '–' | '—' | '‑' => '-',
            c if c.is_whitespace() && c != '\n' => ' ',
            c => c,
        };
        if c != ' ' || !out.ends_with([' ', '\n']) {
            out.push(c);
        }
    }
    out
}

/// What brackets of a kind hold, and the text without them: `Fatah (movement) [Mahmoud ABBAS]`.
pub fn without_brackets(text: &str, open: char, close: char) -> (String, Vec<String>) {
    let (mut outside, mut inside, mut depth) = (String::new(), Vec::new(), 0usize);
    for c in text.chars() {
        if c == open {
            depth += 1;
            if depth == 1 {
                inside.push(String::new());
                continue;
            }
        } else if c == close {
            depth = depth.saturating_sub(1);
            if depth == 0 {
                continue;
            }
        }
        match inside.last_mut() {
            Some(last) if depth > 0 => last.push(c),
            _ => outside.push(c),
        }
    }
    (words(&outside), inside.into_iter().map(|text| words(&text)).collect())
}

/// With single spaces, without spaces and stray marks at the ends.
pub fn words(text: &str) -> String {
    let joined = text.split_whitespace().collect::<Vec<_>>().join(" ");
    joined.replace(" ,", ",").trim_matches([' ', ',', ';', ':', '-', '"']).to_owned()
}

/// Small words inside names of organizations.
const SMALL: [&str; 34] = [
    "of", "the", "for", "and", "in", "on", "to", "with", "de", "des", "du", "la", "le", "les", "el", "del", "da", "do", "dos", "das", "y", "e", "et", "und", "pour", "para", "por",
    "di", "della", "al", "ul", "i", "ve", "a",
];

/// The name without `The` before it, where two words are left: `The Armed Forces of El Salvador`.
pub fn without_article(name: &str) -> &str {
    name.strip_prefix("The ").or_else(|| name.strip_prefix("the ")).filter(|rest| rest.contains(' ')).unwrap_or(name)
}

/// Whether it has the form of an organization's name: capitalised words with small ones between them, letters, no brackets or lists.
pub fn is_title(name: &str) -> bool {
    let words: Vec<&str> = name.split(' ').collect();
    let capital = |word: &str| word.trim_start_matches(['\'', '"']).chars().next().is_some_and(|c| c.is_uppercase() || c.is_ascii_digit());
    let prefixed = |word: &str| ["al-", "an-", "as-", "ash-", "ad-", "ul-", "ut-", "us-", "wa-", "l'", "d'"].iter().any(|prefix| word.strip_prefix(prefix).is_some_and(capital));
    let marks = |c: char| c.is_alphanumeric() || matches!(c, ' ' | '-' | '\'' | '.' | '&' | '/' | ',' | '!' | '+');
    (2..=80).contains(&name.chars().count())
        && words.len() <= 10
        && name.chars().all(marks)
        && name.chars().any(char::is_alphabetic)
        && (capital(words[0]) || prefixed(words[0]))
        && capital(words[words.len() - 1]) | prefixed(words[words.len() - 1])
        && words.iter().all(|word| *word == "&" || capital(word) || prefixed(word) || SMALL.contains(word))
}

/// An abbreviation worth an alias: four letters or more, nearly all of them capitals.
pub fn is_acronym(text: &str) -> bool {
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    let capitals = text.chars().filter(|c| c.is_uppercase()).count();
    (4..=12).contains(&letters) && capitals * 2 > letters && capitals >= 3 && text.chars().all(|c| c.is_alphanumeric() || c == '-') && text.starts_with(char::is_uppercase)
}

/// Names held against each other: without accents, case, marks, a leading article, and the differences of British and American spelling.
pub fn key(name: &str) -> String {
    let folded = folded(name).replace(['\'', '.'], "").replace('&', " and ");
    let words = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let words: Vec<&str> = words.map(british).collect();
    let article = usize::from(words.len() > 1 && words[0] == "the");
    words[article..].join(" ")
}

/// The British spelling of words that stand in names of parties and bodies.
fn british(word: &str) -> &str {
    match word {
        "labor" => "labour",
        "center" => "centre",
        "organization" => "organisation",
        "defense" => "defence",
        "program" => "programme",
        other => other,
    }
}

/// The same name in British spelling, where that differs.
pub fn british_form(name: &str) -> Option<String> {
    let form = name.replace("Labor", "Labour").replace("Center", "Centre").replace("Defense", "Defence").replace("Organization", "Organisation");
    let form = form.replace("Labourat", "Laborat").replace("Centrer", "Center");
    (form != name).then_some(form)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn html_becomes_plain_text() {
        assert_eq!(html("Assembl&eacute;e&nbsp; nationale<br>D&Eacute;BY&rsquo;s <em>x</em> & y"), "Assemblée nationale\nDÉBY's x & y");
    }

    #[test]
    fn brackets_are_set_aside() {
        let (outside, inside) = without_brackets("Free Party (once (x) Y) or EV [Andres HERKEL]", '(', ')');
        assert_eq!((outside.as_str(), inside), ("Free Party or EV [Andres HERKEL]", vec!["once (x) Y".to_owned()]));
    }

    #[test]
    fn forms_of_names() {
        assert!(is_title("Union for the Renewal of Democracy") && is_title("al-Aqsa Martyrs Brigade"));
        assert!(!is_title("none; parties are banned") && !is_title("coalition of several parties"));
        assert!(is_acronym("SODELPA") && is_acronym("PkMAP") && !is_acronym("SDP") && !is_acronym("Kesk"));
    }

    #[test]
    fn keys_are_equal_across_spellings() {
        assert_eq!(key("The Labor Party"), key("Labour Party"));
        assert_eq!(key("Côte d'Or & Co."), "cote dor and co");
        assert_eq!(british_form("Center for Labor").as_deref(), Some("Centre for Labour"));
    }
}
