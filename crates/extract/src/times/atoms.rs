//! The smallest time expressions, read at a given place of a sentence: dates, names of days and months,
//! deictic words, durations from here.

use super::calendar::Period;
use super::meaning::{Meaning, Read, Which, Year};
use super::pieces::Pieces;
use super::relative::relative;
use super::words;
use super::years::{self, year_after};
use newsgraph_language::Upos;
use newsgraph_model::Date;

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
        .or_else(|| relative(pieces, at))
        .or_else(|| years::decade(pieces, at))
        .or_else(|| years::century(pieces, at))
        .or_else(|| feast(pieces, at))
        .or_else(|| years::year(pieces, at))
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
    if !pieces.get(at)?.capital {
        return None;
    }
    let name = pieces.text(at);
    words::weekday(name).or_else(|| words::abbreviated_weekday(name))?;
    let after = pieces.skip_comma(at + 1 + usize::from(pieces.text(at + 1) == "."));
    let after = after + usize::from(pieces.text(after) == "the");
    date(pieces, after)
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

/// "March", "March 2015", "last March"; "May" and "March" only where they cannot be a verb.
fn month(pieces: &Pieces, at: usize) -> Option<Read> {
    let which = Which::named(pieces.text(at));
    let name_at = at + usize::from(which != Which::Unsaid);
    let (month, after) = month_name(pieces, name_at)?;
    let (year, end) = year_after(pieces, after);
    let piece = pieces.get(name_at)?;
    let is_full = words::month(&piece.text).is_some();
    let marked =
        year != Year::Unsaid || which != Which::Unsaid || precedes_month(pieces.before(name_at, 1));
    let is_name =
        piece.upos == Upos::Propn && !matches!(piece.text.as_str(), "may" | "march" | "august");
    if !(marked || is_full && is_name) || piece.in_person || is_person(pieces, name_at) {
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
            && Which::named(text) == Which::Unsaid
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

/// "Monday", "last Monday", "Monday morning"; not "Black Friday".
fn weekday(pieces: &Pieces, at: usize) -> Option<Read> {
    const NAMED_DAYS: [&str; 12] = [
        "black", "good", "ash", "super", "bloody", "easter", "palm", "holy", "cyber", "boxing",
        "maundy", "shrove",
    ];
    let which = Which::named(pieces.text(at));
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
    let which = Which::named(pieces.text(at));
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
