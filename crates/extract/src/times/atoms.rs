//! The smallest time expressions, read at a given place of a sentence: dates, names of days and months,
//! deictic words, durations from here.

use super::calendar::{Period, Unit};
use super::meaning::{Meaning, Which, Year};
use super::pieces::Pieces;
use super::words;
use newsgraph_language::Upos;
use newsgraph_model::Date;

/// A time expression and the place after it.
pub(super) type Read = (Meaning, usize);

/// The longest time expression that starts at a place.
pub(super) fn atom(pieces: &Pieces, at: usize) -> Option<Read> {
    iso_date(pieces, at)
        .or_else(|| date_with_weekday(pieces, at))
        .or_else(|| date(pieces, at))
        .or_else(|| month(pieces, at))
        .or_else(|| weekday(pieces, at))
        .or_else(|| deictic(pieces, at))
        .or_else(|| quarter(pieces, at))
        .or_else(|| season(pieces, at))
        .or_else(|| super::relative::relative(pieces, at))
        .or_else(|| decade(pieces, at))
        .or_else(|| century(pieces, at))
        .or_else(|| feast(pieces, at))
        .or_else(|| year(pieces, at))
}

fn iso_date(pieces: &Pieces, at: usize) -> Option<Read> {
    let dashes = pieces.is_dash(at + 1) && pieces.is_dash(at + 3);
    let year = words::year(pieces.text(at)).filter(|_| dashes)?;
    let two_digits = |place: usize| -> Option<i8> {
        let text = pieces.text(place);
        (text.len() == 2).then(|| text.parse().ok()).flatten()
    };
    let day = Date::new(year, two_digits(at + 2)?, two_digits(at + 4)?).ok()?;
    Some((Meaning::Fixed(Period::day(day)), at + 5))
}

/// "Friday, April 7, 2017", "Friday 7 April": the weekday adds nothing.
fn date_with_weekday(pieces: &Pieces, at: usize) -> Option<Read> {
    let name = pieces.text(at);
    words::weekday(name).or_else(|| words::abbreviated_weekday(name))?;
    let after = pieces.skip_comma(at + 1 + usize::from(pieces.text(at + 1) == "."));
    let after = after + usize::from(pieces.text(after) == "the");
    pieces
        .get(at)?
        .capital
        .then(|| date(pieces, after))
        .flatten()
}

/// "April 7, 2017", "7 April", "the 7th of April".
fn date(pieces: &Pieces, at: usize) -> Option<Read> {
    let (month, day, after) = month_then_day(pieces, at).or_else(|| day_then_month(pieces, at))?;
    Date::new(2000, month, day).ok()?;
    let (year, end) = year_after(pieces, after);
    Some((Meaning::MonthDay { month, day, year }, end))
}

fn month_then_day(pieces: &Pieces, at: usize) -> Option<(i8, i8, usize)> {
    let (month, after) = month_name(pieces, at)?;
    let after = after + usize::from(pieces.text(after) == "the");
    let day = words::day_of_month(pieces.text(after))?;
    let is_time_of_day = pieces.is(
        after + 1,
        &[":", "pm", "am", "p.m.", "a.m.", "percent", "%"],
    );
    (!is_time_of_day).then_some((month, day, after + 1))
}

fn day_then_month(pieces: &Pieces, at: usize) -> Option<(i8, i8, usize)> {
    let day = words::day_of_month(pieces.text(at))?;
    let month_at = at + 1 + usize::from(pieces.text(at + 1) == "of");
    let (month, after) = month_name(pieces, month_at)?;
    Some((month, day, after))
}

/// A month name in capitals, full or abbreviated, with the place after it.
fn month_name(pieces: &Pieces, at: usize) -> Option<(i8, usize)> {
    let piece = pieces.get(at).filter(|piece| piece.capital)?;
    if let Some(month) = words::month(&piece.text) {
        return Some((month, at + 1));
    }
    let month = words::abbreviated_month(&piece.text)?;
    let stop = usize::from(pieces.text(at + 1) == ".");
    Some((month, at + 1 + stop))
}

/// The year behind a month or day, with the place after it: "2017", ", 2017", "of this year", "last year".
fn year_after(pieces: &Pieces, at: usize) -> (Year, usize) {
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

/// "March", "March 2015", "last March"; "May" and "March" only where they cannot be a verb.
fn month(pieces: &Pieces, at: usize) -> Option<Read> {
    let which = which(pieces.text(at));
    let name_at = at + usize::from(which != Which::Unsaid);
    let (month, after) = month_name(pieces, name_at)?;
    let (year, end) = year_after(pieces, after);
    let piece = pieces.get(name_at)?;
    let is_full = words::month(&piece.text).is_some();
    let marked =
        year != Year::Unsaid || which != Which::Unsaid || precedes_month(pieces.before(name_at, 1));
    let is_name =
        piece.upos == Upos::Propn && !matches!(piece.text.as_str(), "may" | "march" | "august");
    if !(marked || is_full && is_name) || is_person(pieces, name_at) {
        return None;
    }
    Some((Meaning::Month { month, year, which }, end))
}

/// "Theresa May", "April Jones": a month beside another name is a person.
fn is_person(pieces: &Pieces, at: usize) -> bool {
    let is_name = |place: Option<usize>| {
        place
            .and_then(|place| pieces.get(place))
            .is_some_and(|piece| piece.capital && piece.upos == Upos::Propn)
    };
    let before = at.checked_sub(1).filter(|&place| {
        let text = pieces.text(place);
        words::month(text).is_none()
            && words::weekday(text).is_none()
            && which(text) == Which::Unsaid
    });
    let ambiguous = pieces.is(at, &["may", "april", "june", "august", "march"]);
    ambiguous && (is_name(before) || (at == 0 && is_name(Some(at + 1))))
}

fn precedes_month(word: &str) -> bool {
    const WORDS: [&str; 22] = [
        "in",
        "since",
        "until",
        "till",
        "by",
        "of",
        "from",
        "to",
        "before",
        "after",
        "during",
        "through",
        "between",
        "early",
        "late",
        "mid",
        "last",
        "this",
        "next",
        "and",
        "-",
        "throughout",
    ];
    WORDS.contains(&word)
}

pub(super) fn which(word: &str) -> Which {
    match word {
        "last" | "past" => Which::Last,
        "this" => Which::This,
        "next" | "coming" => Which::Next,
        _ => Which::Unsaid,
    }
}

/// "Monday", "last Monday", "Monday morning"; not "Black Friday".
fn weekday(pieces: &Pieces, at: usize) -> Option<Read> {
    const NAMED_DAYS: [&str; 12] = [
        "black", "good", "ash", "super", "bloody", "easter", "palm", "holy", "cyber", "boxing",
        "maundy", "shrove",
    ];
    let which = which(pieces.text(at));
    let name_at = at + usize::from(which != Which::Unsaid);
    let piece = pieces.get(name_at)?;
    let named = NAMED_DAYS.contains(&pieces.before(name_at, 1));
    let weekday = words::weekday(&piece.text).filter(|_| piece.capital && !named)?;
    let after = name_at + 1;
    let part = usize::from(words::part_of_day(pieces.text(after)).is_some());
    Some((Meaning::Weekday(weekday, which), after + part))
}

/// "today", "yesterday afternoon", "last night", "overnight".
fn deictic(pieces: &Pieces, at: usize) -> Option<Read> {
    let part_at = |place: usize| words::part_of_day(pieces.text(place));
    let (days, default_part) = match pieces.text(at) {
        "today" => (0, ""),
        "tonight" => (0, "TNI"),
        "yesterday" => (-1, ""),
        "tomorrow" => (1, ""),
        "overnight" => return Some((Meaning::Overnight, at + 1)),
        "this" => return part_at(at + 1).map(|part| (Meaning::Deictic(0, part), at + 2)),
        "last" if pieces.text(at + 1) == "night" => {
            return Some((Meaning::Deictic(-1, "TNI"), at + 2));
        }
        "the" if pieces.starts_with(at, &["the", "day", "before", "yesterday"]) => {
            return Some((Meaning::Deictic(-2, ""), at + 4));
        }
        "the" if pieces.starts_with(at, &["the", "day", "after", "tomorrow"]) => {
            return Some((Meaning::Deictic(2, ""), at + 4));
        }
        _ => return None,
    };
    Some(match part_at(at + 1) {
        Some(part) => (Meaning::Deictic(days, part), at + 2),
        None => (Meaning::Deictic(days, default_part), at + 1),
    })
}

/// "the first quarter of 2015", "Q1 2015".
fn quarter(pieces: &Pieces, at: usize) -> Option<Read> {
    let short = pieces
        .text(at)
        .strip_prefix('q')
        .and_then(|digit| digit.parse::<i8>().ok());
    let (number, after) = match short {
        Some(number) if (1..=4).contains(&number) => (number, at + 1),
        _ => {
            let start = at + usize::from(pieces.text(at) == "the");
            let number = words::ordinal(pieces.text(start))?;
            (
                number,
                (pieces.text(start + 1) == "quarter").then_some(start + 2)?,
            )
        }
    };
    let (year, end) = year_after(pieces, after);
    Some((Meaning::Quarter { number, year }, end))
}

/// "last summer", "spring 2015", "in the autumn"; not "a winter storm".
fn season(pieces: &Pieces, at: usize) -> Option<Read> {
    let which = which(pieces.text(at));
    let name_at = at + usize::from(which != Which::Unsaid);
    let season = words::season(pieces.text(name_at))?;
    let (year, end) = year_after(pieces, name_at + 1);
    let is_phrase = pieces.before(name_at, 1) == "the"
        && matches!(
            pieces.before(name_at, 2),
            "in" | "during" | "over" | "of" | "since" | "until" | "by"
        );
    let heads_noun = pieces
        .get(end)
        .is_some_and(|piece| matches!(piece.upos, Upos::Noun | Upos::Propn));
    let marked = which != Which::Unsaid || year != Year::Unsaid || is_phrase && !heads_noun;
    marked.then_some((
        Meaning::Season {
            season,
            year,
            which,
        },
        end,
    ))
}

/// "the 1990s", "the 1980's", "the '90s".
fn decade(pieces: &Pieces, at: usize) -> Option<Read> {
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
fn century(pieces: &Pieces, at: usize) -> Option<Read> {
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

/// Feasts with a fixed day.
fn feast(pieces: &Pieces, at: usize) -> Option<Read> {
    const FEASTS: [(&[&str], i8, i8); 6] = [
        (&["christmas", "eve"], 12, 24),
        (&["christmas", "day"], 12, 25),
        (&["boxing", "day"], 12, 26),
        (&["new", "year", "'s", "eve"], 12, 31),
        (&["new", "year", "'s", "day"], 1, 1),
        (&["halloween"], 10, 31),
    ];
    let &(words, month, day) = FEASTS
        .iter()
        .find(|(words, ..)| pieces.starts_with(at, words))?;
    let (year, end) = year_after(pieces, at + words.len());
    Some((Meaning::MonthDay { month, day, year }, end))
}

/// A year by itself, where its company shows that it is no count.
fn year(pieces: &Pieces, at: usize) -> Option<Read> {
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

/// The years that a span of years may be of: "2010-2012", also "2010-12".
pub(super) fn short_year(pieces: &Pieces, at: usize, first: i16) -> Option<i16> {
    let text = pieces.text(at);
    let two: i16 = (text.len() == 2).then(|| text.parse().ok()).flatten()?;
    let year = first / 100 * 100 + two;
    (year > first).then_some(year)
}

/// A calendar unit word at a place.
pub(super) fn unit_at(pieces: &Pieces, at: usize) -> Option<Unit> {
    words::unit(pieces.text(at))
}
