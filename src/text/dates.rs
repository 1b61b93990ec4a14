//! Expressions of time: `on Tuesday`, `in March 2014`, `last week`, `two days ago`. English has few words for them, so they stand here.

use super::{Token, CAPITAL};
use crate::date::{Unit, When, Which};

const MONTHS: [&str; 12] = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];
const WEEKDAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
const NUMBERS: [&str; 13] = ["", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

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
        let preposition = matches!(self.lower(i).as_str(), "on" | "in" | "during");
        let mut at = i + usize::from(preposition);
        if preposition && matches!(self.lower(at).as_str(), "early" | "late" | "mid") {
            at += 1;
        }
        let bound = i > 0 && BOUNDS.contains(&self.lower(i - 1).as_str());
        if !preposition && bound {
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

    fn lower(&self, i: usize) -> String {
        self.tokens.get(i).map_or_else(String::new, |token| token.text(self.text).to_ascii_lowercase())
    }

    fn capital(&self, i: usize) -> bool {
        self.tokens.get(i).is_some_and(|token| token.has(CAPITAL))
    }

    /// `Tuesday`, `Tuesday evening`, `Tuesday, 5 March 2024`, `last Tuesday`.
    fn weekday(&self, at: usize) -> Read {
        let which = which(&self.lower(at));
        let day = at + usize::from(which.is_some());
        let weekday = self.name(day, &WEEKDAYS)?;
        if which.is_none() {
            let comma = usize::from(self.lower(day + 1) == ",");
            if let Some((when, length)) = self.calendar(day + 1 + comma, false) {
                return Some((when, 1 + comma + length));
            }
        }
        let part = usize::from(matches!(self.lower(day + 1).as_str(), "morning" | "afternoon" | "evening" | "night"));
        Some((When::Weekday(weekday, which.unwrap_or(Which::Nearest)), day + 1 + part - at))
    }

    /// `yesterday`, `this morning`, `last week`.
    fn shift(&self, at: usize) -> Read {
        let alone = match self.lower(at).as_str() {
            "yesterday" => Some(-1),
            "today" | "tonight" => Some(0),
            "tomorrow" => Some(1),
            _ => None,
        };
        if let Some(days) = alone {
            let part = usize::from(days != 0 && matches!(self.lower(at + 1).as_str(), "morning" | "afternoon" | "evening" | "night"));
            return Some((When::Shift(days, Unit::Day), 1 + part));
        }
        let which = which(&self.lower(at))?;
        let by = match which {
            Which::Last => -1,
            Which::Next => 1,
            _ => 0,
        };
        let next = self.lower(at + 1);
        let when = match next.as_str() {
            "night" | "morning" | "afternoon" | "evening" if which != Which::Next => When::Shift(by, Unit::Day),
            "week" => When::Shift(by, Unit::Week),
            "month" => When::Shift(by, Unit::Month),
            "year" => When::Shift(by, Unit::Year),
            _ => When::Month(self.month(at + 1)?, which),
        };
        Some((when, 2))
    }

    /// `two days ago`.
    fn ago(&self, at: usize) -> Read {
        if self.lower(at + 2) != "ago" {
            return None;
        }
        let word = self.lower(at);
        let number = match word.as_str() {
            "a" | "an" => 1,
            _ => NUMBERS.iter().skip(1).position(|n| *n == word).map(|n| n as i32 + 1).or_else(|| self.number(at, 1, 999))?,
        };
        let unit = match self.lower(at + 1).trim_end_matches('s') {
            "day" => Unit::Day,
            "week" => Unit::Week,
            "month" => Unit::Month,
            "year" => Unit::Year,
            _ => return None,
        };
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
            let decade = self.lower(at + 1) == "s";
            return self.year(at).filter(|_| led && !decade).map(|year| (When::Calendar { year, month: 0, day: 0 }, 1));
        };
        if let Some(day) = self.day(at + 1) {
            let comma = usize::from(self.lower(at + 2) == ",");
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
        let word = self.lower(i);
        let short = word.strip_suffix('.').filter(|short| short.len() >= 3);
        let place = names.iter().position(|name| *name == word || short.is_some_and(|short| name.starts_with(short)))?;
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
        let word = self.lower(i);
        let digits = ["st", "nd", "rd", "th"].iter().find_map(|end| word.strip_suffix(end)).unwrap_or(&word);
        let plain = !digits.is_empty() && digits.len() <= 4 && digits.bytes().all(|b| b.is_ascii_digit());
        digits.parse().ok().filter(|number| plain && (least..=most).contains(number))
    }
}

fn which(word: &str) -> Option<Which> {
    match word {
        "last" => Some(Which::Last),
        "this" => Some(Which::This),
        "next" => Some(Which::Next),
        _ => None,
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
