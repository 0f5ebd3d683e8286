//! The dateline of wire copy: "LIMA, May 10 (Reuters) -". Form after the AP Stylebook, "datelines", and the
//! Reuters Handbook of Journalism.

use crate::calendar::{MONTH, WEEKDAY, constant_regex};
use crate::shape::head;
use regex::Regex;
use std::sync::LazyLock;

static DATELINE: LazyLock<Regex> = LazyLock::new(|| {
    let place = r"[\p{Lu}][\p{L}\p{M}.'’-]*(?:[\s/]+(?:[\p{Lu}][\p{L}\p{M}.'’-]*|de|la|el|al|of|and|on|du)){0,4}";
    let date = format!(
        r"(?:{WEEKDAY},?\s+)?(?:{MONTH}\s+\d{{1,2}}|\d{{1,2}}\s+{MONTH}|{WEEKDAY})(?:,?\s+\d{{4}})?"
    );
    let agency = r"\([\p{Lu}][\p{L}\p{N}\s./&-]{1,40}\)";
    constant_regex(&format!(
        r"(?x) ^ (?P<dateline> (?P<place>{place}(?:,\s*{place})?) (?P<date>,?\s+{date})? ,? (?:\s*(?P<agency>{agency}))? \s* (?:--|[-–—]|:) ) \s+ \S"
    ))
});

/// Words that stand in capitals before a colon and are no place.
const LABELS: [&str; 9] = [
    "UPDATE",
    "BREAKING",
    "WATCH",
    "EXCLUSIVE",
    "OPINION",
    "ANALYSIS",
    "EXPLAINER",
    "CORRECTION",
    "REPORT",
];

/// How many bytes at the start of a paragraph are a dateline, dash included.
///
/// A place alone is one only in capitals; else a date or an agency must follow it.
pub(crate) fn dateline(text: &str) -> Option<usize> {
    let captures = DATELINE.captures(head(text, 160))?;
    let dateline = captures.name("dateline")?;
    let place = captures.name("place")?.as_str();
    let first = place.split(',').next().unwrap_or(place);
    let in_capitals = first.chars().filter(|c| c.is_alphabetic()).count() > 2
        && !first.chars().any(char::is_lowercase)
        && !LABELS.contains(&first);
    let marked = captures.name("agency").is_some()
        || captures.name("date").is_some() && !dateline.as_str().ends_with(':');
    (marked || in_capitals).then(|| dateline.end())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn datelines_of_agencies_are_found() {
        for (line, rest) in [
            ("LIMA, May 10 (Reuters) -", " Farmers blocked roads."),
            ("PARIS (AP) —", " Two men were held."),
            ("NEW DELHI —", " Two men were held."),
            ("Moscow, 10 May 2017 (TASS) --", " Two men were held."),
            ("Kuala Lumpur (dpa) -", ""),
            ("LIMA, Peru –", " Two men were held."),
            ("WASHINGTON:", " Two men were held."),
        ] {
            let text = format!("{line}{rest}");
            let expected = (!rest.is_empty()).then_some(line.len());
            assert_eq!(dateline(&text), expected, "{text}");
        }
    }

    #[test]
    fn sentences_are_no_datelines() {
        for text in [
            "Ana Ruiz - a former judge - won the vote.",
            "Monday - the first day of talks - was calm.",
            "Moscow: two men were held.",
            "Lima has been calm.",
            "A - B talks",
            "EXCLUSIVE: two men were held.",
        ] {
            assert_eq!(dateline(text), None, "{text}");
        }
    }
}
