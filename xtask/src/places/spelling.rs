//! Spellings of one name: how transliterations into English differ.

use crate::fold::folded;

/// Differences that two spellings of one name show often, as the one that stands for both. In this order.
const CLOSE: [(&str, &str); 8] = [("-", ""), (" ", ""), ("'", ""), (".", ""), ("ee", "y"), ("i", "y"), ("yyy", "y"), ("yy", "y")];

/// Differences between the ways of several languages and scholars.
const WIDE: [(&str, &str); 7] = [("saint", "st"), ("yj", "y"), ("ph", "f"), ("q", "k"), ("w", "v"), ("ou", "u"), ("oo", "u")];

/// The article of Arabic names, as it is spelt before several letters.
const ARTICLES: [&str; 9] = ["al", "el", "ad", "ar", "as", "az", "an", "ash", "at"];

/// What all spellings of a name in English have in common.
pub fn close_skeleton(name: &str) -> String {
    let mut text = folded(name);
    if let Some(rest) = ARTICLES.iter().find_map(|article| text.strip_prefix(article)?.strip_prefix([' ', '-'])) {
        text = rest.to_owned();
    }
    for (from, to) in CLOSE {
        text = text.replace(from, to);
    }
    match text.strip_suffix("ah") {
        Some(stem) => format!("{stem}a"),
        None => text,
    }
}

/// What all spellings of a name have in common.
pub fn skeleton(name: &str) -> String {
    let mut text = close_skeleton(name);
    for (from, to) in WIDE {
        text = text.replace(from, to);
    }
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if !out.ends_with(c) {
            out.push(c);
        }
    }
    out
}

/// Whether a text is a name as English writes it: capitalised words of plain letters.
pub fn is_plain_name(text: &str) -> bool {
    let lower_inside = |word: &str| word.split('\'').all(|run| run.chars().all(|c| c.is_ascii_alphabetic()) && run.chars().skip(1).all(|c| c.is_ascii_lowercase()));
    text.starts_with(|c: char| c.is_ascii_uppercase()) && !text.ends_with('\'') && text.split([' ', '-']).all(|part| !part.is_empty() && lower_inside(part))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_name_agree() {
        for (one, other) in [("Odessa", "Odesa"), ("Zaporizhzhya", "Zaporizhzhia"), ("Dzerzhinskiy", "Dzerzhinsky"), ("Al Başrah", "Basra"), ("Sana'a", "Sanaa")] {
            assert_eq!(skeleton(one), skeleton(other), "{one}, {other}");
        }
        assert_ne!(skeleton("Kharkiv"), skeleton("Charkiv"));
        assert_eq!(close_skeleton("Mykolayivka"), close_skeleton("Mykolaivka"));
        assert_ne!(close_skeleton("Abdulino"), close_skeleton("Abdoulino"));
    }

    #[test]
    fn plain_names() {
        assert!(is_plain_name("Deir al-Balah") && is_plain_name("Ust-Kut") && is_plain_name("N'Djamena"));
        assert!(!is_plain_name("DXB") && !is_plain_name("lai sai") && !is_plain_name("Gorad Brest (x)") && !is_plain_name("Khar'kov2"));
    }
}
