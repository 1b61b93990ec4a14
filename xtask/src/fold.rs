//! Names without their accents: as the library reads them, and more thoroughly, to hold lists against each other.

use unicode_normalization::UnicodeNormalization;

/// Letters that the library reads as the plain ones beside them; keep in step with `without_marks` of `src/gazetteer/names.rs`.
const LIBRARY: [(&str, &str); 30] = [
    ("áàâäãåāăąạảÁÀÂÄÃÅĀĂĄ", "a"),
    ("éèêëēėęěếễệəÉÈÊËĒĖĘĚƏ", "e"),
    ("íìîïīıįịÍÌÎÏĪİ", "i"),
    ("óòôöõøōőơọÓÒÔÖÕØŌŐ", "o"),
    ("úùûüūůűųưÚÙÛÜŪŮŰ", "u"),
    ("çćčċÇĆČĊ", "c"),
    ("ñńňņÑŃŇ", "n"),
    ("šśşșŠŚŞȘ", "s"),
    ("žźżŽŹŻ", "z"),
    ("ğģġĞĢĠ", "g"),
    ("łļľŁĻĽ", "l"),
    ("ýÿÝ", "y"),
    ("řŘ", "r"),
    ("ťţțŤŢȚ", "t"),
    ("ďđðĎĐÐ", "d"),
    ("ķ", "k"),
    ("ß", "ss"),
    ("æÆ", "ae"),
    ("œ", "oe"),
    ("þÞ", "th"),
    // beyond the library
    ("Ə", "e"),
    ("Ơ", "o"),
    ("Ư", "u"),
    ("ħĦ", "h"),
    ("ŧŦ", "t"),
    ("Œ", "oe"),
    ("Ķ", "k"),
    ("ʻʼ‘’`´ʿʾ", "'"),
    ("‐‑–—", "-"),
    ("\u{a0}", " "),
];
const BEYOND: usize = 20;

/// The name without accents, with straight apostrophes.
pub fn plain(name: &str) -> String {
    if name.is_ascii() {
        return name.to_owned();
    }
    let mut out = String::with_capacity(name.len());
    for c in name.chars() {
        match LIBRARY.iter().find(|(letters, _)| letters.contains(c)) {
            Some((_, plain)) if c.is_uppercase() => out.push_str(&capitalised(plain)),
            Some((_, plain)) => out.push_str(plain),
            None => out.extend(c.nfd().filter(|c| !matches!(c, '\u{300}'..='\u{36f}'))),
        }
    }
    out
}

/// Without accents and in lower case: to compare names loosely.
pub fn folded(name: &str) -> String {
    plain(name).to_lowercase()
}

/// Whether the library finds the plain form of this name by itself; where not, it needs an alias.
pub fn library_plains(name: &str) -> bool {
    name.chars().all(|c| c.is_ascii() || c == '’' || matches!(c, '\u{300}'..='\u{36f}') || LIBRARY[..BEYOND].iter().any(|(letters, _)| letters.contains(c)))
}

fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_accents_off() {
        assert_eq!(plain("Đắk Lắk, Łódź, Æbelø, Sana‘a"), "Dak Lak, Lodz, Aebelo, Sana'a");
        assert_eq!(folded("İzmir"), "izmir");
    }

    #[test]
    fn knows_what_the_library_does_not_read() {
        assert!(library_plains("Łódź"));
        assert!(!library_plains("Đắk Lắk"));
    }
}
