//! Time expressions that count units from publication or from another time: "last week", "two days ago",
//! "over the past six years", "a day later".

use super::calendar::Unit;
use super::meaning::{Meaning, Read, Which};
use super::pieces::Pieces;
use super::words;

/// The longest relative time expression that starts at a place.
pub(super) fn relative(pieces: &Pieces, at: usize) -> Option<Read> {
    counted_window(pieces, at)
        .or_else(|| calendar_unit(pieces, at))
        .or_else(|| weekend(pieces, at))
        .or_else(|| anaphoric_unit(pieces, at))
        .or_else(|| counted_units(pieces, at))
        .or_else(|| whole_unit(pieces, at))
}

/// "the past six years", "the next 15 years", "the last decade"; with or without "the".
fn counted_window(pieces: &Pieces, at: usize) -> Option<Read> {
    let the = usize::from(pieces.text(at) == "the");
    let sign = match pieces.text(at + the) {
        "past" | "last" | "previous" | "preceding" => -1,
        "next" | "coming" | "following" => 1,
        _ => return None,
    };
    let here = at + the + 1;
    if let Some((count, after)) = count(pieces, here) {
        let unit = unit_at(pieces, after)?;
        // "The last ten weeks of their tour" end elsewhere.
        let count = count.filter(|_| pieces.text(after + 1) != "of");
        return Some((
            count.map_or(vague(sign), |n| Meaning::Window(unit, sign * n)),
            after + 1,
        ));
    }
    // "Last week" is a week of the calendar; "the past week" the seven days before.
    let unit = unit_at(pieces, here)?;
    let plural = pieces.text(here).ends_with('s');
    let stretch = pieces.text(at + the) == "past"
        || the == 1 && matches!(pieces.text(here), "decade" | "century");
    if plural {
        Some((vague(sign), here + 1))
    } else {
        stretch.then_some((Meaning::Window(unit, sign), here + 1))
    }
}

fn vague(sign: i64) -> Meaning {
    Meaning::Vague(if sign < 0 { "PAST_REF" } else { "FUTURE_REF" })
}

/// "last week", "this year", "next month".
fn calendar_unit(pieces: &Pieces, at: usize) -> Option<Read> {
    let steps = match pieces.text(at) {
        "last" => -1,
        "this" | "current" => 0,
        "next" => 1,
        _ => return None,
    };
    let unit = unit_at(pieces, at + 1)?;
    let singular = !pieces.text(at + 1).ends_with('s');
    let named = !matches!(unit, Unit::Hour | Unit::Day | Unit::Weekend);
    // "The next week" counts from another time; "next week" from publication.
    let anchored = pieces.before(at, 1) == "the" && steps == 1;
    (singular && named && !anchored).then_some((Meaning::Calendar(unit, steps), at + 2))
}

/// "the weekend", "this weekend".
fn weekend(pieces: &Pieces, at: usize) -> Option<Read> {
    let chosen = Which::named(pieces.text(at));
    let determined = chosen != Which::Unsaid || pieces.text(at) == "the";
    let is_weekend = pieces.text(at + 1) == "weekend";
    (determined && is_weekend).then_some((Meaning::Weekend(chosen), at + 2))
}

/// "the following day", "the previous week", "the next day", "the same day", "the day before".
fn anaphoric_unit(pieces: &Pieces, at: usize) -> Option<Read> {
    if pieces.text(at) != "the" {
        return None;
    }
    let steps = match pieces.text(at + 1) {
        "following" | "next" => Some(1),
        "previous" | "preceding" => Some(-1),
        "same" => Some(0),
        _ => None,
    };
    if let (Some(steps), Some(unit)) = (steps, unit_at(pieces, at + 2)) {
        let singular = !pieces.text(at + 2).ends_with('s');
        return singular.then_some((Meaning::Anaphoric(unit, steps), at + 3));
    }
    let unit = unit_at(pieces, at + 1)?;
    match pieces.text(at + 2) {
        "before" if ends_phrase(pieces, at + 3) => Some((Meaning::Anaphoric(unit, -1), at + 3)),
        "after" if ends_phrase(pieces, at + 3) => Some((Meaning::Anaphoric(unit, 1), at + 3)),
        "before" => Some((Meaning::FromEvent(unit, -1), at + 2)),
        "after" => Some((Meaning::FromEvent(unit, 1), at + 2)),
        _ => None,
    }
}

/// "two years ago", "a day later", "three weeks earlier", "two days after the vote", "in three days".
fn counted_units(pieces: &Pieces, at: usize) -> Option<Read> {
    let (count, unit_place) = count(pieces, at)?;
    let unit = unit_at(pieces, unit_place)?;
    let after = unit_place + 1;
    let sized = |sign: i64, meaning: fn(Unit, i64) -> Meaning| {
        let known = count.filter(|_| unit != Unit::Hour);
        known.map_or_else(|| vague(sign), |n| meaning(unit, sign * n))
    };
    match pieces.text(after) {
        "ago" => Some((sized(-1, Meaning::Away), after + 1)),
        "from" if pieces.is(after + 1, &["now", "today"]) => {
            Some((sized(1, Meaning::Away), after + 2))
        }
        "later" => Some((sized(1, Meaning::Anaphoric), after + 1)),
        "earlier" => Some((sized(-1, Meaning::Anaphoric), after + 1)),
        "before" if ends_phrase(pieces, after + 1) => {
            Some((sized(-1, Meaning::Anaphoric), after + 1))
        }
        "before" => Some((sized(-1, Meaning::FromEvent), after)),
        "after" => Some((sized(1, Meaning::FromEvent), after)),
        _ => None,
    }
}

/// "the end of the year", "later in the week", "year end", where a determined unit is that of publication.
fn whole_unit(pieces: &Pieces, at: usize) -> Option<Read> {
    let the = usize::from(pieces.text(at) == "the");
    let unit = unit_at(pieces, at + the)
        .filter(|unit| matches!(unit, Unit::Week | Unit::Month | Unit::Year))?;
    let after = at + the + 1;
    let of_part = the == 1
        && (pieces.before(at, 1) == "of"
            && pieces.is(at.wrapping_sub(2), &["end", "beginning", "start", "middle"])
            || pieces.before(at, 1) == "in"
                && pieces.is(at.wrapping_sub(2), &["earlier", "later", "early", "late"]));
    if of_part {
        // "The end of the year of …" is of another year.
        let other = pieces.is(after, &["of", "before", "after", "that", "in"]);
        return (!other).then_some((Meaning::Calendar(unit, 0), after));
    }
    let dash = usize::from(pieces.is_dash(after));
    let is_year_end = unit == Unit::Year && pieces.text(after + dash) == "end";
    let introduced = pieces.is(at.wrapping_sub(1), &["by", "before", "until", "at"]);
    (is_year_end && introduced).then_some((Meaning::Calendar(unit, 0), after + dash + 1))
}

/// How many, and the place after; an inner none for "several" and bare plurals.
fn count(pieces: &Pieces, at: usize) -> Option<(Option<i64>, usize)> {
    let text = pieces.text(at);
    if matches!(
        text,
        "about" | "around" | "nearly" | "almost" | "some" | "just" | "roughly"
    ) {
        return count(pieces, at + 1);
    }
    if matches!(text, "several" | "few" | "many" | "some" | "recent") {
        return Some((None, at + 1));
    }
    if text == "a" {
        return Some(match pieces.text(at + 1) {
            "few" => (None, at + 2),
            "couple" => (Some(2), at + 2 + usize::from(pieces.text(at + 2) == "of")),
            "dozen" => (Some(12), at + 2),
            _ => (Some(1), at + 1),
        });
    }
    if text == "an" {
        return Some((Some(1), at + 1));
    }
    let number = words::number(text)?;
    // "twenty - five"
    let ones = words::number(pieces.text(at + 2)).filter(|ones| {
        number >= 20
            && number % 10 == 0
            && *ones < 10
            && pieces.is_dash(at + 1)
            && text.starts_with(char::is_alphabetic)
    });
    Some(match ones {
        Some(ones) => (Some(number + ones), at + 3),
        None => (Some(number), at + 1),
    })
}

/// Whether nothing follows that a preposition could govern.
fn ends_phrase(pieces: &Pieces, at: usize) -> bool {
    at >= pieces.len()
        || pieces.is(
            at,
            &[
                ",", ".", ";", ":", ")", "\"", "”", "!", "?", "and", "but", "-", "–", "—",
            ],
        )
}

fn unit_at(pieces: &Pieces, at: usize) -> Option<Unit> {
    words::unit(pieces.text(at))
}
