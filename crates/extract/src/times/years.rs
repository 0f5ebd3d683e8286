//! Years, decades and centuries, told from other numbers by their company.

use super::calendar::Period;
use super::meaning::{Meaning, Read, Year};
use super::pieces::Pieces;
use super::words;
use newsgraph_language::Upos;

/// A year by itself, where its company shows that it is no count.
pub(super) fn year(pieces: &Pieces, at: usize) -> Option<Read> {
    let number = words::year(pieces.text(at))?;
    let introduced = introduces_year(pieces, at);
    let plausible = (1800..=2100).contains(&number);
    let dates_noun = plausible && dates_a_noun(pieces, at);
    let in_brackets = plausible
        && pieces.is(at + 1, &[")", "]"])
        && pieces.is(at.wrapping_sub(1), &["(", "[", ","]);
    let is_year = (introduced && !counts_things(pieces, at)) || dates_noun || in_brackets;
    let period = Period::year(number).filter(|_| is_year)?;
    Some((Meaning::Fixed(period), at + 1))
}

fn introduces_year(pieces: &Pieces, at: usize) -> bool {
    const WORDS: [&str; 19] = [
        "in",
        "since",
        "until",
        "till",
        "by",
        "before",
        "after",
        "during",
        "from",
        "through",
        "between",
        "early",
        "late",
        "mid",
        "throughout",
        "year",
        "of",
        "to",
        "and",
    ];
    let before = pieces.before(at, 1);
    if pieces.is_dash(at.wrapping_sub(1)) {
        let left = pieces.before(at, 2);
        return words::year(left).is_some() || left == "mid";
    }
    // "of", "to" and "and" introduce anything: only a number that looks like a year is one after them.
    let weak = matches!(
        before,
        "of" | "to" | "and" | "by" | "from" | "between" | "before" | "after"
    );
    let plausible = words::year(pieces.text(at)).is_some_and(|year| (1800..=2100).contains(&year));
    WORDS.contains(&before) && (plausible || !weak)
}

/// "2014 people", "2,000", "$ 2014", "1990 percent".
fn counts_things(pieces: &Pieces, at: usize) -> bool {
    let is_plural_noun = |place: usize| {
        pieces.get(place).is_some_and(|piece| {
            piece.upos == Upos::Noun && (piece.text.ends_with('s') || piece.text == "people")
        })
    };
    pieces.is(
        at + 1,
        &[
            "%", "percent", "people", "men", "women", "children", "times", "million", "billion",
        ],
    ) || is_plural_noun(at + 1)
}

/// "the 2014 protests", "a 2014 report", "Peru's 2014 vote": determined, and not counted.
fn dates_a_noun(pieces: &Pieces, at: usize) -> bool {
    let heads_noun = pieces
        .get(at + 1)
        .is_some_and(|piece| matches!(piece.upos, Upos::Noun | Upos::Propn | Upos::Adj));
    let determined = pieces.is(
        at.wrapping_sub(1),
        &[
            "the", "a", "an", "this", "that", "its", "his", "her", "their", "our", "'s", "’s",
        ],
    );
    let unit = pieces.is(
        at + 1,
        &[
            "%",
            "percent",
            "km",
            "kilometres",
            "miles",
            "metres",
            "meter",
            "mile",
            "people",
            "model",
            "year",
            "years",
            "day",
            "days",
        ],
    );
    heads_noun && determined && !unit
}

/// "the 1990s", "the 1980's", "the '90s".
pub(super) fn decade(pieces: &Pieces, at: usize) -> Option<Read> {
    let text = pieces.text(at);
    let genitive = pieces.is(at + 1, &["'s", "’s"]);
    let first = match words::decade(text) {
        Some(first) => (first, at + 1),
        None if genitive && text.len() == 4 && pieces.before(at, 1) != "in" => {
            (words::decade_of_digits(text)?, at + 2)
        }
        None => return None,
    };
    let introduced =
        pieces.is(at.wrapping_sub(1), &["the", "early", "mid", "late", "-"]) || text.len() > 4;
    let period = Period::decade(first.0).filter(|_| introduced)?;
    Some((Meaning::Fixed(period), first.1))
}

/// "the 19th century".
pub(super) fn century(pieces: &Pieces, at: usize) -> Option<Read> {
    let number = pieces
        .text(at)
        .trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let number: i16 = number
        .parse()
        .ok()
        .filter(|number| (1..=22).contains(number))?;
    let after = at + 1 + usize::from(pieces.is_dash(at + 1));
    let period = Period::century(number).filter(|_| pieces.text(after) == "century")?;
    Some((Meaning::Fixed(period), after + 1))
}

/// The year behind a month or day, with the place after it: "2017", ", 2017", "of this year", "last year".
pub(super) fn year_after(pieces: &Pieces, at: usize) -> (Year, usize) {
    let start = pieces.skip_comma(at);
    if let Some(year) = words::year(pieces.text(start)).filter(|_| !counts_things(pieces, start)) {
        return (Year::Given(year), start + 1);
    }
    let of = at + usize::from(pieces.text(at) == "of");
    if let Some(year) = words::year(pieces.text(of)) {
        return (Year::Given(year), of + 1);
    }
    let away = match pieces.text(of) {
        "last" => -1,
        "this" => 0,
        "next" => 1,
        _ => return (Year::Unsaid, at),
    };
    if pieces.text(of + 1) == "year" {
        (Year::Away(away), of + 2)
    } else {
        (Year::Unsaid, at)
    }
}

/// The years that a span of years may be of: "2010-2012", also "2010-12".
pub(super) fn short_year(pieces: &Pieces, at: usize, first: i16) -> Option<i16> {
    let text = pieces.text(at);
    let two: i16 = (text.len() == 2).then(|| text.parse().ok()).flatten()?;
    let year = first / 100 * 100 + two;
    (year > first).then_some(year)
}
