//! Names as the Factbook prints them: titles first, the surname in capitals: `General Abd-al-Fattah al-BURHAN Abd-al-Rahman`.

use std::collections::BTreeSet;

use crate::record;
use crate::Result;

use super::person::Person;

/// Words of titles, ranks and offices, in lower case without dots.
pub struct Titles(BTreeSet<String>);

impl Titles {
    /// Reads the hand-written titles.
    pub fn read() -> Result<Titles> {
        let text = std::fs::read_to_string(crate::root().join("gazetteers/titles.txt"))?;
        let entries = record::read(&text);
        let words = entries.iter().flat_map(|entry| entry.name.split([' ', '-'])).filter(|word| word.starts_with(char::is_uppercase));
        Ok(Titles::new(words))
    }

    pub fn new<'w>(words: impl Iterator<Item = &'w str>) -> Titles {
        Titles(words.map(|word| word.to_lowercase().replace('.', "")).collect())
    }

    /// The text without the titles at its start.
    fn behind<'t>(&self, text: &'t str) -> &'t str {
        let mut rest = text.trim();
        while let Some((word, behind)) = rest.split_once(' ') {
            let word = word.trim_matches(['.', ',', '(', ')']).to_lowercase();
            let parts = || word.split('-');
            if !(self.0.contains(&word)
                || parts().all(|part| self.0.contains(part))
                || matches!(word.as_str(), "h" | "the" | "hon" | "sir" | "dame" | "dr" | "shaykh" | "sayyid" | "hajji"))
            {
                break;
            }
            rest = behind.trim();
        }
        rest
    }
}

/// Countries where the surname stands first.
pub const SURNAME_FIRST: [&str; 9] = ["CHN", "TWN", "HKG", "MAC", "KOR", "PRK", "VNM", "SGP", "KHM"];

/// Parts of surnames that stand in lower case.
const SMALL: [&str; 16] = ["de", "da", "do", "dos", "das", "del", "von", "der", "den", "bin", "ibn", "bint", "e", "y", "ould", "van"];

/// The person of a printed name; none where it is not clearly one full name.
pub fn person(text: &str, country: &str, titles: &Titles) -> Option<Person> {
    let text = text.replace(", Jr.", "").replace(" Jr.", "").replace(" Sr.", "");
    let words: Vec<&str> = titles.behind(&text).split_whitespace().collect();
    let first = words.iter().position(|word| is_capitals(word))?;
    let run = words[first..].iter().take_while(|word| is_capitals(word) || SMALL.contains(&word.to_lowercase().as_str())).count();
    let end = first + words[first..first + run].iter().rposition(|word| is_capitals(word))? + 1;
    let well_formed = words.len() >= 2 && words.len() <= 6 && words.iter().all(|word| is_name_word(word)) && !words[end..].iter().any(|word| is_capitals(word));
    // a given name in capitals: `HAITHAM bin Tarik Al Said`
    let patronymic = words.get(end).is_some_and(|word| matches!(*word, "bin" | "ibn" | "bint" | "Bin"));
    if !well_formed || words.len() == end - first || patronymic {
        return None;
    }
    let turned: Vec<String> = words.iter().map(|word| turn(word)).collect();
    let surname = turned[first..end].join(" ");
    let full = turned.join(" ");
    let eastern = first == 0 && SURNAME_FIRST.contains(&country);
    let name = if first == 0 { full.clone() } else { turned[..end].join(" ") };
    if first == 0 && !eastern {
        return None;
    }
    let plain = without_initials(&name);
    let mut aliases: Vec<String> = [name, full].into_iter().filter(|alias| *alias != plain).collect();
    aliases.dedup();
    Some(Person { name: plain, surname, aliases, country: country.into(), ..Person::default() })
}

/// Whether a word is in capitals, as surnames are: `MACRON`, `al-BURHAN`, `RAMOS-HORTA`, `McCONNELL`.
fn is_capitals(word: &str) -> bool {
    let word = word.rsplit_once('-').filter(|(article, _)| article.len() == 2 && article.chars().all(char::is_lowercase)).map_or(word, |(_, rest)| rest);
    let word = word.strip_prefix("Mc").or_else(|| word.strip_prefix("Mac")).unwrap_or(word);
    let letters = word.chars().filter(|c| c.is_alphabetic());
    letters.clone().count() > 1 && letters.clone().all(char::is_uppercase) && !word.ends_with('.')
}

fn is_name_word(word: &str) -> bool {
    let letters = word.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '\'' | '.'));
    let small = SMALL.contains(&word) || matches!(word, "al" | "ul" | "Al");
    letters && !word.is_empty() && (small || word.starts_with(char::is_uppercase) || word.get(2..3) == Some("-")) && !matches!(word, "II" | "III" | "IV" | "V" | "VI")
}

/// `MACRON` as `Macron`, `DOS` as `dos`, `O'NEILL` as `O'Neill`, `MCDONALD` as `McDonald`; other words as they are.
fn turn(word: &str) -> String {
    if SMALL.contains(&word.to_lowercase().as_str()) {
        return word.to_lowercase();
    }
    if !is_capitals(word) {
        return word.to_owned();
    }
    let parts: Vec<String> = word.split('-').map(turn_part).collect();
    parts.join("-")
}

fn turn_part(part: &str) -> String {
    if part.chars().all(char::is_lowercase) {
        return part.to_owned();
    }
    if let Some((head, rest)) = part.split_once('\'').filter(|(head, _)| head.chars().count() == 1) {
        return format!("{head}'{}", turn_part(rest));
    }
    let rest = part.strip_prefix("MC").or_else(|| part.strip_prefix("Mc")).filter(|rest| rest.chars().count() > 2);
    if let Some(rest) = rest {
        return format!("Mc{}", turn_part(rest));
    }
    let mut letters = part.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters.flat_map(char::to_lowercase)).collect())
}

/// `Donald J. Trump` as `Donald Trump`; an initial at the start stays.
fn without_initials(name: &str) -> String {
    let words: Vec<&str> = name.split(' ').collect();
    let kept = words.iter().enumerate().filter(|(i, word)| *i == 0 || !(word.ends_with('.') && word.len() <= 3));
    kept.map(|(_, word)| *word).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str, country: &str) -> Option<(String, String, String)> {
        let titles = Titles::new(["President", "General", "Lt.", "Gen."].into_iter());
        person(text, country, &titles).map(|person| (person.name, person.surname, person.aliases.join("|")))
    }

    #[test]
    fn reads_names_in_both_orders() {
        let expect = |name: &str, surname: &str, aliases: &str| Some((name.to_owned(), surname.to_owned(), aliases.to_owned()));
        assert_eq!(read("President Donald J. TRUMP", "USA"), expect("Donald Trump", "Trump", "Donald J. Trump"));
        assert_eq!(read("XI Jinping", "CHN"), expect("Xi Jinping", "Xi", ""));
        assert_eq!(read("Luis ABINADER Corona", "DOM"), expect("Luis Abinader", "Abinader", "Luis Abinader Corona"));
        assert_eq!(read("Jose Ulisses CORREIA e SILVA", "CPV"), expect("Jose Ulisses Correia e Silva", "Correia e Silva", ""));
        assert_eq!(read("Lt. Gen. Abd-al-Fattah al-BURHAN", "SDN"), expect("Abd-al-Fattah al-Burhan", "al-Burhan", ""));
        assert_eq!(read("Peter O'NEILL", "PNG"), expect("Peter O'Neill", "O'Neill", ""));
    }

    #[test]
    fn leaves_what_is_no_full_name() {
        for text in ["King CHARLES III", "SALMAN bin Hamad Al-Khalifa", "ISAIAS Afwerki", "Governor of X Ann LEE", "collective leadership"] {
            assert_eq!(read(text, "XXX"), None, "{text}");
        }
    }
}
