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
pub(super) const LONGEST: usize = 6;

/// Those that are also ordinary words or ends of sentences: only before a capital or a digit on the same line.
const CAREFUL: &[&str] = &[
    "Ill", "Ind", "La", "Mar", "Mass", "Miss", "Mo", "Mon", "No", "Ore", "Pa", "Sat", "Sun", "Va", "Wash", "Wed", "est", "gen", "inc", "km", "max", "min", "no", "nos", "rep",
    "sen",
];

/// Whether `word` keeps the full stop that follows it; `before_name` says that a capital or a digit comes next.
pub(super) fn keeps_stop(word: &str, before_name: bool) -> bool {
    word.len() <= LONGEST && ABBREVIATIONS.binary_search(&word).is_ok() && (before_name || CAREFUL.binary_search(&word).is_err())
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_lists_are_sorted() {
        assert!(super::ABBREVIATIONS.is_sorted() && super::CAREFUL.is_sorted());
        assert_eq!(super::ABBREVIATIONS.iter().map(|a| a.len()).max(), Some(super::LONGEST));
    }
}
