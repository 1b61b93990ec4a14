//! Abbreviations that keep their full stop and, unless said otherwise, do not end a sentence.

/// Without their full stop, sorted, as written in news.
const ABBREVIATIONS: &[&str] = &[
    "Adm", "Ala", "Apr", "Ariz", "Ark", "Assn", "Atty", "Aug", "Ave", "Blvd", "Brig", "Bros", "Calif", "Capt", "Cmdr", "Co", "Col", "Colo", "Comdr", "Conn", "Corp", "Cpl", "Dec",
    "Del", "Dem", "Dept", "Dr", "Drs", "Feb", "Fla", "Fri", "Ft", "Ga", "Gen", "Gov", "Govs", "Hon", "Ill", "Inc", "Ind", "Jan", "Jr", "Jul", "Jun", "Kan", "Ky", "La", "Lt",
    "Ltd", "Maj", "Mar", "Mass", "Md", "Messrs", "Mich", "Minn", "Miss", "Mo", "Mon", "Mont", "Mr", "Mrs", "Ms", "Msgr", "Mt", "Neb", "Nev", "No", "Nos", "Nov", "Oct", "Okla",
    "Ore", "Pa", "Ph.D", "Pres", "Prof", "Pte", "Rep", "Reps", "Rev", "Sat", "Sen", "Sens", "Sep", "Sept", "Sgt", "Spc", "Sr", "St", "Ste", "Sun", "Supt", "Tenn", "Tex", "Thu",
    "Thurs", "Tue", "Tues", "Va", "Vt", "Wash", "Wed", "Wis", "Wyo", "approx", "bn", "cf", "dept", "est", "etc", "ft", "gen", "govt", "inc", "km", "max", "min", "mln", "no",
    "nos", "pct", "rep", "sen", "viz", "vs",
];

/// The bytes of the longest, without its full stop.
const LONGEST: usize = 6;

/// A bit for each length that an abbreviation with this first byte has: nearly all words are told from them at a glance.
const LENGTHS: [u8; 256] = {
    let mut lengths = [0; 256];
    let mut i = 0;
    while i < ABBREVIATIONS.len() {
        let word = ABBREVIATIONS[i].as_bytes();
        lengths[word[0] as usize] |= 1 << word.len();
        i += 1;
    }
    lengths
};

/// Those that are also ordinary words or ends of sentences: only before a capital or a digit on the same line.
const CAREFUL: &[&str] = &[
    "Ill", "Ind", "La", "Mar", "Mass", "Miss", "Mo", "Mon", "No", "Ore", "Pa", "Sat", "Sun", "Va", "Wash", "Wed", "est", "gen", "inc", "km", "max", "min", "no", "nos", "rep",
    "sen",
];

/// Whether a word of so many bytes, the first of them `first`, may be an abbreviation.
pub(super) fn may_be(first: u8, length: usize) -> bool {
    length <= LONGEST && LENGTHS[first as usize] >> length & 1 != 0
}

/// Whether `word` keeps the full stop that follows it; `before_name` says that a capital or a digit comes next.
pub(super) fn keeps_stop(word: &str, before_name: bool) -> bool {
    may_be(word.as_bytes()[0], word.len()) && ABBREVIATIONS.binary_search(&word).is_ok() && (before_name || CAREFUL.binary_search(&word).is_err())
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_lists_are_sorted() {
        assert!(super::ABBREVIATIONS.is_sorted() && super::CAREFUL.is_sorted());
        assert_eq!(super::ABBREVIATIONS.iter().map(|a| a.len()).max(), Some(super::LONGEST));
    }
}
