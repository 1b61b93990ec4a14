//! Floor 0: days of the calendar, and periods of them as ISO 8601 has them.

use std::fmt;
use std::str::FromStr;

/// A day of the Gregorian calendar: the day on which a text was written.
///
/// ```
/// use demarche::Date;
///
/// let date: Date = "2024-03-05".parse()?;
/// assert_eq!((date.year(), date.month(), date.day()), (2024, 3, 5));
/// assert_eq!(date.to_string(), "2024-03-05");
/// assert!("2024-03-32".parse::<Date>().is_err());
/// # Ok::<(), demarche::DateError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    year: u16,
    month: u8,
    day: u8,
}

/// What was given is no [`Date`].
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("'{0}' is no date; expected YYYY-MM-DD, a time may follow behind T or a space")]
pub struct DateError(String);

impl Date {
    /// The day, if the calendar has it: years 1 to 9999, months and days from 1.
    ///
    /// ```
    /// assert!(demarche::Date::new(2023, 2, 29).is_none());
    /// ```
    pub fn new(year: u16, month: u8, day: u8) -> Option<Date> {
        let fits = (1..=9999).contains(&year) && (1..=12).contains(&month) && day >= 1 && day <= days_in(year, month);
        fits.then_some(Date { year, month, day })
    }

    /// The year.
    pub fn year(self) -> u16 {
        self.year
    }

    /// The month, from 1.
    pub fn month(self) -> u8 {
        self.month
    }

    /// The day of the month, from 1.
    pub fn day(self) -> u8 {
        self.day
    }

    /// The number of the day, by which days are counted.
    fn number(self) -> i32 {
        let before = i32::from(self.year) - 1;
        let months: i32 = (1..self.month).map(|month| i32::from(days_in(self.year, month))).sum();
        before * 365 + before / 4 - before / 100 + before / 400 + months + i32::from(self.day) - 1
    }

    fn plus(self, days: i32) -> Option<Date> {
        let number = self.number() + days;
        let mut year = number / 366 + 1; // not above the year that is sought
        while number >= (Date { year: u16::try_from(year + 1).ok()?, month: 1, day: 1 }).number() {
            year += 1;
        }
        let mut first = Date { year: u16::try_from(year).ok()?, month: 1, day: 1 };
        let mut left = number - first.number();
        while left >= i32::from(days_in(first.year, first.month)) {
            left -= i32::from(days_in(first.year, first.month));
            first.month += 1;
        }
        Date::new(first.year, first.month, u8::try_from(left + 1).ok()?)
    }

    /// 0 is Monday.
    fn weekday(self) -> i32 {
        self.number() % 7
    }
}

fn days_in(year: u16, month: u8) -> u8 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        _ => 31,
    }
}

impl FromStr for Date {
    type Err = DateError;

    fn from_str(text: &str) -> Result<Date, DateError> {
        let wrong = || DateError(text.to_owned());
        let day = text.split(['T', ' ']).next().unwrap_or(text);
        let parts: Vec<&str> = day.split('-').collect();
        let digits = |part: &str, length: usize| part.len() == length && part.bytes().all(|b| b.is_ascii_digit());
        match parts[..] {
            [year, month, day] if digits(year, 4) && digits(month, 2) && digits(day, 2) => {
                let number = |part: &str| part.parse::<u16>().unwrap_or(0);
                Date::new(number(year), number(month) as u8, number(day) as u8).ok_or_else(wrong)
            }
            _ => Err(wrong()),
        }
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

/// Some days in a row. `Display` gives ISO 8601: `2024-03-05`, `2024-03`, `2024`, `2024-02-26/2024-03-03`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Period {
    Day(Date),
    Week(Date),
    Month(u16, u8),
    Year(u16),
}

impl Period {
    /// Whether the two have no day in common.
    pub fn differs(self, other: Period) -> bool {
        let (a, b) = (self.bounds(), other.bounds());
        a.1 < b.0 || b.1 < a.0
    }

    /// Whether it begins behind `day`.
    pub fn is_behind(self, day: Date) -> bool {
        day < self.bounds().0
    }

    fn bounds(self) -> (Date, Date) {
        match self {
            Period::Day(day) => (day, day),
            Period::Week(monday) => (monday, monday.plus(6).unwrap_or(monday)),
            Period::Month(year, month) => (Date { year, month, day: 1 }, Date { year, month, day: days_in(year, month) }),
            Period::Year(year) => (Date { year, month: 1, day: 1 }, Date { year, month: 12, day: 31 }),
        }
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Period::Day(day) => day.fmt(f),
            Period::Week(_) => write!(f, "{}/{}", self.bounds().0, self.bounds().1),
            Period::Month(year, month) => write!(f, "{year:04}-{month:02}"),
            Period::Year(year) => write!(f, "{year:04}"),
        }
    }
}

/// Which of the days of one name is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Which {
    /// The nearest in the direction of the tense.
    Nearest,
    Last,
    This,
    Next,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Unit {
    Day,
    Week,
    Month,
    Year,
}

/// When, as a text has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum When {
    /// `in 2014`, `in March 2014`, `on 4 October 2007`; 0 is a month or day that is not said.
    Calendar { year: u16, month: u8, day: u8 },
    /// `in March`, `last March`.
    Month(u8, Which),
    /// `on 4 October`.
    MonthDay(u8, u8),
    /// `on Tuesday`, `next Friday`; 0 is Monday.
    Weekday(u8, Which),
    /// `yesterday`, `this week`, `two years ago`.
    Shift(i32, Unit),
}

impl When {
    /// The period, seen from the day on which the text was written; `ahead` where the event is still to come.
    pub fn resolve(self, from: Option<Date>, ahead: bool) -> Option<Period> {
        if let When::Calendar { year, month, day } = self {
            return match (month, day) {
                (0, _) => Some(Period::Year(year)),
                (_, 0) => Some(Period::Month(year, month)),
                _ => Date::new(year, month, day).map(Period::Day),
            };
        }
        let from = from?;
        match self {
            When::Calendar { .. } => None,
            When::Month(month, which) => Some(Period::Month(near_year(from, month.cmp(&from.month), which, ahead)?, month)),
            When::MonthDay(month, day) => {
                let order = (month, day).cmp(&(from.month, from.day));
                Date::new(near_year(from, order, Which::Nearest, ahead)?, month, day).map(Period::Day)
            }
            When::Weekday(weekday, which) => {
                let back = (from.weekday() - i32::from(weekday)).rem_euclid(7);
                let days = match which {
                    Which::Nearest if ahead => (7 - back) % 7,
                    Which::Nearest => -back,
                    Which::Last => -(if back == 0 { 7 } else { back }),
                    Which::This => i32::from(weekday) - from.weekday(),
                    Which::Next => 7 - back,
                };
                from.plus(days).map(Period::Day)
            }
            When::Shift(by, Unit::Day) => from.plus(by).map(Period::Day),
            When::Shift(by, Unit::Week) => from.plus(by * 7 - from.weekday()).map(Period::Week),
            When::Shift(by, Unit::Month) => {
                let months = i32::from(from.year) * 12 + i32::from(from.month) - 1 + by;
                Some(Period::Month(u16::try_from(months / 12).ok().filter(|year| *year > 0)?, (months % 12) as u8 + 1))
            }
            When::Shift(by, Unit::Year) => Some(Period::Year(u16::try_from(i32::from(from.year) + by).ok().filter(|year| *year > 0)?)),
        }
    }
}

/// The year of a month or day that is said without one; `order` is its place in the year against the day of writing.
fn near_year(from: Date, order: std::cmp::Ordering, which: Which, ahead: bool) -> Option<u16> {
    let by = match which {
        Which::Nearest if ahead => i32::from(order.is_lt()),
        Which::Nearest => -i32::from(order.is_gt()),
        Which::Last => -i32::from(order.is_ge()),
        Which::This => 0,
        Which::Next => i32::from(order.is_le()),
    };
    u16::try_from(i32::from(from.year) + by).ok().filter(|year| *year > 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn iso(when: When, ahead: bool) -> String {
        when.resolve(Date::new(2024, 3, 5), ahead).map(|period| period.to_string()).unwrap_or_default()
    }

    #[test]
    fn days_are_counted() {
        let date = |text: &str| text.parse::<Date>().unwrap();
        assert_eq!(date("2024-03-05").weekday(), 1); // a Tuesday
        assert_eq!(date("2024-02-28").plus(2), Some(date("2024-03-01")));
        assert_eq!(date("2024-01-01").plus(-1), Some(date("2023-12-31")));
        assert_eq!(date("0001-01-01").plus(-1), None);
        assert_eq!(date("9999-12-31").plus(0), Some(date("9999-12-31")));
        assert_eq!(date("2024-03-05T10:00:00Z"), date("2024-03-05"));
    }

    #[test]
    fn periods_are_seen_from_the_day_of_writing() {
        assert_eq!(iso(When::Weekday(1, Which::Nearest), false), "2024-03-05");
        assert_eq!(iso(When::Weekday(2, Which::Nearest), false), "2024-02-28");
        assert_eq!(iso(When::Weekday(2, Which::Nearest), true), "2024-03-06");
        assert_eq!(iso(When::Weekday(1, Which::Last), false), "2024-02-27");
        assert_eq!(iso(When::Weekday(1, Which::Next), true), "2024-03-12");
        assert_eq!(iso(When::Month(10, Which::Nearest), false), "2023-10");
        assert_eq!(iso(When::MonthDay(3, 6), true), "2024-03-06");
        assert_eq!(iso(When::Shift(-1, Unit::Week), false), "2024-02-26/2024-03-03");
        assert_eq!(iso(When::Shift(-3, Unit::Month), false), "2023-12");
        assert_eq!(iso(When::Calendar { year: 2014, month: 0, day: 0 }, false), "2014");
    }
}
