//! Dates as news pages print them.

use newsgraph_model::Date;
use regex::{Captures, Regex};
use std::sync::LazyLock;

/// A month name, full or abbreviated.
pub(crate) const MONTH: &str = r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?";
/// A weekday name, full or abbreviated.
pub(crate) const WEEKDAY: &str = r"(?:Mon(?:day)?|Tue(?:s(?:day)?)?|Wed(?:nesday)?|Thu(?:rs(?:day)?)?|Fri(?:day)?|Sat(?:urday)?|Sun(?:day)?)\.?";

const MONTHS: [&str; 12] = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
];

/// A regular expression that is written in this crate and compiled by its tests.
pub(crate) fn constant_regex(pattern: &str) -> Regex {
    Regex::new(pattern).expect("a constant regular expression is well formed")
}

static FULL_DATE: LazyLock<Regex> = LazyLock::new(|| {
    constant_regex(&format!(
        r"(?ix) (?: (?P<m1>{MONTH}) \s+ (?P<d1>\d{{1,2}}) (?:st|nd|rd|th)? ,? \s+ (?P<y1>\d{{4}})
                  | (?P<d2>\d{{1,2}}) (?:st|nd|rd|th)? \s+ (?P<m2>{MONTH}) ,? \s+ (?P<y2>\d{{4}})
                  | (?P<y3>\d{{4}})-(?P<m3>\d{{2}})-(?P<d3>\d{{2}}) ) (?:\b|T)"
    ))
});

/// The first full date (day, month and year) that a text spells out.
pub(crate) fn full_date(text: &str) -> Option<Date> {
    let captures = FULL_DATE.captures(text)?;
    ["1", "2", "3"]
        .iter()
        .find_map(|order| date_of(&captures, order))
}

static WEEKDAY_DATE: LazyLock<Regex> =
    LazyLock::new(|| constant_regex(&format!(r"\b{WEEKDAY},\s+{MONTH}\s+\d{{1,2}},\s+\d{{4}}\b")));

/// Whether a text has a date in the form that agencies give in captions: "Friday, April 7, 2017".
pub(crate) fn names_full_weekday_date(text: &str) -> bool {
    WEEKDAY_DATE.is_match(text)
}

fn date_of(captures: &Captures<'_>, order: &str) -> Option<Date> {
    let part = |name: &str| captures.name(&format!("{name}{order}")).map(|m| m.as_str());
    let year = part("y")?.parse().ok()?;
    let month = month_number(part("m")?)?;
    let day = part("d")?.parse().ok()?;
    Date::new(year, month, day).ok()
}

fn month_number(text: &str) -> Option<i8> {
    if let Ok(number) = text.parse() {
        return Some(number);
    }
    let start = text.get(..3)?.to_ascii_lowercase();
    let index = MONTHS.iter().position(|month| *month == start)?;
    i8::try_from(index + 1).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn dates_are_read_in_the_usual_orders() {
        for text in [
            "Tuesday, March 3, 2020",
            "3 March 2020",
            "3rd Mar 2020 10:15",
            "Updated 2020-03-03T10:15:00Z",
            "mar. 3 2020",
        ] {
            assert_eq!(full_date(text), Some(date(2020, 3, 3)), "{text}");
        }
        assert_eq!(full_date("February 30, 2020"), None);
        assert_eq!(full_date("March 3"), None);
    }
}
