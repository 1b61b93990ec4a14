//! Expressions of time: `on Tuesday`, `in March 2014`, `last week`, `two days ago`. English has few words for them, so they stand here.

use super::{Token, CAPITAL};
use crate::date::{Unit, When, Which};

const MONTHS: [&str; 12] = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];
const WEEKDAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
const NUMBERS: [&str; 12] = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

const PARTS: [&str; 4] = ["morning", "afternoon", "evening", "night"];
const UNITS: [(&str, Unit); 4] = [("day", Unit::Day), ("week", Unit::Week), ("month", Unit::Month), ("year", Unit::Year)];
const PLURALS: [(&str, Unit); 4] = [("days", Unit::Day), ("weeks", Unit::Week), ("months", Unit::Month), ("years", Unit::Year)];

/// What leads to a bound of a time, or to a time that is not that of the event: `since 2017`, `the elections of March`.
const BOUNDS: [&str; 18] = ["since", "until", "till", "before", "after", "by", "from", "for", "of", "to", "through", "between", "than", "about", "over", "-", "following", "the"];

/// The tokens of a sentence, to read times in.
pub(crate) struct Dates<'a> {
    pub tokens: &'a [Token],
    pub text: &'a str,
}

/// What was read, and how many tokens of it.
type Read = Option<(When, usize)>;

impl Dates<'_> {
    /// The time that begins at token `i`, with the token after it. The preposition belongs to it.
    pub fn at(&self, i: usize) -> Option<(When, usize)> {
        if !self.may_begin(i) {
            return None;
        }
        let preposition = self.is(i, &["on", "in", "during"]);
        let mut at = i + usize::from(preposition);
        if preposition && self.is(at, &["early", "late", "mid"]) {
            at += 1;
        }
        if !preposition && i > 0 && self.is(i - 1, &BOUNDS) {
            return None;
        }
        let led = at > i;
        let (when, length) = self.weekday(at).or_else(|| self.shift(at)).or_else(|| self.ago(at)).or_else(|| self.calendar(at, led))?;
        Some((when, at + length))
    }

    /// Whether a time may begin at token `i`: false for nearly all words.
    fn may_begin(&self, i: usize) -> bool {
        let Some(token) = self.tokens.get(i) else { return false };
        let word = token.text(self.text);
        let digit = word.as_bytes()[0].is_ascii_digit();
        let leads = matches!(word, "on" | "in" | "during" | "last" | "this" | "next" | "yesterday" | "today" | "tonight" | "tomorrow");
        digit || leads || token.has(CAPITAL) || self.tokens.get(i + 2).is_some_and(|t| t.text(self.text) == "ago")
    }

    /// The text of token `i`, which is empty behind the last.
    fn word(&self, i: usize) -> &str {
        self.tokens.get(i).map_or("", |token| token.text(self.text))
    }

    /// Whether token `i` is one of `words`, in whatever case.
    fn is(&self, i: usize, words: &[&str]) -> bool {
        let word = self.word(i);
        words.iter().any(|known| known.eq_ignore_ascii_case(word))
    }

    /// The one of `words`, with what it means, that token `i` is.
    fn one_of<T: Copy>(&self, i: usize, words: &[(&str, T)]) -> Option<T> {
        let word = self.word(i);
        words.iter().find(|(known, _)| known.eq_ignore_ascii_case(word)).map(|&(_, meaning)| meaning)
    }

    fn which(&self, i: usize) -> Option<Which> {
        self.one_of(i, &[("last", Which::Last), ("this", Which::This), ("next", Which::Next)])
    }

    fn capital(&self, i: usize) -> bool {
        self.tokens.get(i).is_some_and(|token| token.has(CAPITAL))
    }

    /// `Tuesday`, `Tuesday evening`, `Tuesday, 5 March 2024`, `last Tuesday`.
    fn weekday(&self, at: usize) -> Read {
        let which = self.which(at);
        let day = at + usize::from(which.is_some());
        let weekday = self.name(day, &WEEKDAYS)?;
        if which.is_none() {
            let comma = usize::from(self.word(day + 1) == ",");
            if let Some((when, length)) = self.calendar(day + 1 + comma, false) {
                return Some((when, 1 + comma + length));
            }
        }
        let part = usize::from(self.is(day + 1, &PARTS));
        Some((When::Weekday(weekday, which.unwrap_or(Which::Nearest)), day + 1 + part - at))
    }

    /// `yesterday`, `this morning`, `last week`.
    fn shift(&self, at: usize) -> Read {
        if let Some(days) = self.one_of(at, &[("yesterday", -1), ("today", 0), ("tonight", 0), ("tomorrow", 1)]) {
            let part = usize::from(days != 0 && self.is(at + 1, &PARTS));
            return Some((When::Shift(days, Unit::Day), 1 + part));
        }
        let which = self.which(at)?;
        let by = match which {
            Which::Last => -1,
            Which::Next => 1,
            _ => 0,
        };
        let when = match self.one_of(at + 1, &UNITS[1..]) {
            Some(unit) => When::Shift(by, unit),
            None if which != Which::Next && self.is(at + 1, &PARTS) => When::Shift(by, Unit::Day),
            None => When::Month(self.month(at + 1)?, which),
        };
        Some((when, 2))
    }

    /// `two days ago`.
    fn ago(&self, at: usize) -> Read {
        if !self.is(at + 2, &["ago"]) {
            return None;
        }
        let named = || NUMBERS.iter().position(|number| number.eq_ignore_ascii_case(self.word(at))).map(|n| n as i32 + 1);
        let number = if self.is(at, &["a", "an"]) { 1 } else { named().or_else(|| self.number(at, 1, 999))? };
        let unit = self.one_of(at + 1, &UNITS).or_else(|| self.one_of(at + 1, &PLURALS))?;
        Some((When::Shift(-number, unit), 3))
    }

    /// `4 October 2007`, `October 4, 2007`, `October 4`; only behind a preposition `March 2014`, `March`, `2014`.
    fn calendar(&self, at: usize, led: bool) -> Read {
        if let (Some(day), Some(month)) = (self.day(at), self.month(at + 1)) {
            return Some(match self.year(at + 2) {
                Some(year) => (When::Calendar { year, month, day }, 3),
                None => (When::MonthDay(month, day), 2),
            });
        }
        let Some(month) = self.month(at) else {
            let decade = self.is(at + 1, &["s"]);
            return self.year(at).filter(|_| led && !decade).map(|year| (When::Calendar { year, month: 0, day: 0 }, 1));
        };
        if let Some(day) = self.day(at + 1) {
            let comma = usize::from(self.word(at + 2) == ",");
            return Some(match self.year(at + 2 + comma) {
                Some(year) => (When::Calendar { year, month, day }, 3 + comma),
                None => (When::MonthDay(month, day), 2),
            });
        }
        match self.year(at + 1) {
            Some(year) => Some((When::Calendar { year, month, day: 0 }, 2)),
            None => led.then_some((When::Month(month, Which::Nearest), 1)),
        }
    }

    fn month(&self, i: usize) -> Option<u8> {
        self.name(i, &MONTHS).map(|month| month + 1)
    }

    /// The place of a name of the calendar, in full or cut to three or four letters with a full stop.
    fn name(&self, i: usize, names: &[&str]) -> Option<u8> {
        if !self.capital(i) {
            return None;
        }
        let word = self.word(i);
        let short = word.strip_suffix('.').filter(|short| short.len() >= 3);
        let begins = |name: &str, short: &str| name.get(..short.len()).is_some_and(|start| start.eq_ignore_ascii_case(short));
        let place = names.iter().position(|name| name.eq_ignore_ascii_case(word) || short.is_some_and(|short| begins(name, short)))?;
        Some(place as u8)
    }

    /// `4`, `4th`.
    fn day(&self, i: usize) -> Option<u8> {
        self.number(i, 1, 31).map(|day| day as u8)
    }

    fn year(&self, i: usize) -> Option<u16> {
        self.number(i, 1000, 2100).map(|year| year as u16)
    }

    fn number(&self, i: usize, least: i32, most: i32) -> Option<i32> {
        let word = self.word(i);
        if !word.starts_with(|c: char| c.is_ascii_digit()) {
            return None;
        }
        let ends = |end: &str| word.len().checked_sub(2).and_then(|at| word.get(at..)).is_some_and(|last| last.eq_ignore_ascii_case(end));
        let digits = if ["st", "nd", "rd", "th"].iter().any(|end| ends(end)) { &word[..word.len() - 2] } else { word };
        let plain = !digits.is_empty() && digits.len() <= 4 && digits.bytes().all(|b| b.is_ascii_digit());
        digits.parse().ok().filter(|number| plain && (least..=most).contains(number))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Document;

    /// The first time of a text: its words, and when that is.
    fn first(text: &str) -> Option<(String, When)> {
        let mut document = Document::default();
        document.read(text);
        let dates = Dates { tokens: &document.tokens, text };
        let (from, (when, end)) = (0..document.tokens.len()).find_map(|i| Some((i, dates.at(i)?)))?;
        Some((document.tokens[from].span().cover(document.tokens[end - 1].span()).of(text).to_owned(), when))
    }

    #[test]
    fn times_are_read() {
        let calendar = |year, month, day| When::Calendar { year, month, day };
        for (text, words, when) in [
            ("He left on Tuesday evening.", "on Tuesday evening", When::Weekday(1, Which::Nearest)),
            ("He left on Tuesday, 5 March 2024, by car.", "on Tuesday, 5 March 2024", calendar(2024, 3, 5)),
            ("He left on October 4, 2007.", "on October 4, 2007", calendar(2007, 10, 4)),
            ("He left in early 2014.", "in early 2014", calendar(2014, 0, 0)),
            ("He left last Sept. and returned.", "last Sept.", When::Month(9, Which::Last)),
            ("He left three weeks ago.", "three weeks ago", When::Shift(-3, Unit::Week)),
            ("He left on the 4th and returned on 6th May.", "on 6th May", When::MonthDay(5, 6)),
            ("He will leave next year.", "next year", When::Shift(1, Unit::Year)),
        ] {
            assert_eq!(first(text), Some((words.to_owned(), when)), "{text}");
        }
    }

    #[test]
    fn what_is_no_time_of_an_event() {
        for text in
            ["He is away since 2017.", "He may march.", "the elections of March", "until Tuesday", "In the 1990s he left.", "They paid 2014 dollars.", "The Friday Group left."]
        {
            assert_eq!(first(text), None, "{text}");
        }
    }
}
