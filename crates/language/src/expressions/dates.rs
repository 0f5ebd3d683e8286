//! Days and longer stretches of time, and times of the day.

use super::amounts::{after_approximation, amount};
use super::words::Words;
use crate::{Upos, Xpos};
use newsgraph_ontology::QuantityWord as Kind;

/// The end of the longest date that begins with word `at`.
pub(super) fn date(words: &Words<'_>, at: usize) -> Option<usize> {
    let after_part = after_part(words, at);
    let part = after_part.filter(|&start| words.is(start - 1, &["of"]));
    [
        after_part.and_then(|start| plain_date(words, start)),
        part.and_then(|start| determined_unit(words, start)),
        plain_date(words, at),
    ]
    .into_iter()
    .flatten()
    .max()
}

/// The word after one that says which part of a date is meant: "early", "later in", "the end of".
fn after_part(words: &Words<'_>, at: usize) -> Option<usize> {
    let part = at + usize::from(words.is(at, &["the"]));
    if !words.has(part, Kind::PartOfPeriod) {
        return None;
    }
    let of = words.is(
        part,
        &["beginning", "start", "end", "middle", "close", "eve"],
    );
    if of {
        return words.is(part + 1, &["of"]).then_some(part + 2);
    }
    let joined = words.is(part + 1, &["in", "on", "-"]);
    Some(part + 1 + usize::from(joined))
}

/// "the year", "this month" behind "the end of".
fn determined_unit(words: &Words<'_>, at: usize) -> Option<usize> {
    let determined = words.is(at, &["the", "this", "that"]);
    (determined && is_long_unit(words, at + 1)).then_some(at + 2)
}

fn plain_date(words: &Words<'_>, at: usize) -> Option<usize> {
    [
        day_of_year(words, at),
        weekday(words, at),
        month(words, at),
        chosen(words, at, is_long_unit),
        stretch(words, at, is_long_unit),
        year(words, at),
        decade(words, at),
        numbered(words, at),
        near_day(words, at),
        season(words, at),
        feast(words, at),
        written_in_digits(words, at),
    ]
    .into_iter()
    .flatten()
    .max()
}

fn is_long_unit(words: &Words<'_>, at: usize) -> bool {
    words.has(at, Kind::LongUnit) && words.upos(at) == Upos::Noun
}

fn is_short_unit(words: &Words<'_>, at: usize) -> bool {
    words.has(at, Kind::ShortUnit) && words.upos(at) == Upos::Noun
}

fn comma(words: &Words<'_>, at: usize) -> usize {
    at + usize::from(words.is(at, &[","]))
}

/// "April 7, 2017", "7 April", "the 7th of April", "May 3 - 5".
fn day_of_year(words: &Words<'_>, at: usize) -> Option<usize> {
    let at = at + usize::from(words.is(at, &["the"]));
    let end = if words.is_month(at) {
        let day = at + 1 + usize::from(words.is(at + 1, &["the"]));
        let clock = words.is(day + 1, &[":", "percent", "%"]) || words.has(day + 1, Kind::Meridiem);
        (words.is_day_of_month(day) && !clock).then_some(day + 1)?
    } else {
        let month = at + 1 + usize::from(words.is(at + 1, &["of"]));
        (words.is_day_of_month(at) && words.is_month(month)).then_some(month + 1)?
    };
    let more = words.is_hyphen(end) || words.is(end, &["to", "and"]);
    let end = match more && words.is_day_of_month(end + 1) && !words.is_month(end + 2) {
        true => end + 2,
        false => end,
    };
    Some(with_year(words, end))
}

/// The end of a date with the year that may follow it.
fn with_year(words: &Words<'_>, end: usize) -> usize {
    let year = comma(words, end);
    let year = year + usize::from(words.is(year, &["of"]));
    words.year(year).map_or(end, |_| year + 1)
}

/// "Monday", "Friday, April 7", "Monday the 3rd of May".
fn weekday(words: &Words<'_>, at: usize) -> Option<usize> {
    let named = words.is_weekday(at) && words.upos(at) != Upos::Verb;
    let end = named.then_some(at + 1)?;
    Some(day_of_year(words, comma(words, end)).unwrap_or(end))
}

/// "March", "March 2015"; "May" and "March" by their tag only.
fn month(words: &Words<'_>, at: usize) -> Option<usize> {
    let named = words.is_month(at) && words.upos(at) == Upos::Propn;
    named.then(|| with_year(words, at + 1))
}

/// "last week", "the past six years", "next Monday", "this summer", "the following day".
fn chosen(
    words: &Words<'_>,
    at: usize,
    is_unit: impl Fn(&Words<'_>, usize) -> bool,
) -> Option<usize> {
    let which = at + usize::from(words.is(at, &["the", "these", "those"]));
    if !words.has(which, Kind::Which) {
        return None;
    }
    let noun = which + 1;
    let counted = count(words, noun).filter(|&unit| is_unit(words, unit));
    let unit = counted.unwrap_or(noun);
    let named = words.is_weekday(noun)
        || words.is_month(noun)
        || words.has(noun, Kind::Season)
        || words.has(noun, Kind::Feast);
    let plural = words.text(unit).ends_with('s');
    // "Each day" is one, "another days" is none.
    let agrees = !(plural && words.is(which, &["each", "every", "another", "this"]));
    if is_unit(words, unit) && agrees {
        return Some(unit + 1);
    }
    named.then(|| month(words, noun).unwrap_or(noun + 1))
}

/// How many, and the word after: "six", "a few", "several".
fn count(words: &Words<'_>, at: usize) -> Option<usize> {
    if words.is(at, &["several", "many", "few", "some"]) {
        return Some(at + 1);
    }
    if words.is(at, &["a"]) && words.is(at + 1, &["few", "couple", "half"]) {
        return Some(at + 2 + usize::from(words.is(at + 2, &["of"])));
    }
    amount(words, at)
}

/// "two years", "a day later", "58-year-old", "decades ago", "half an hour".
fn stretch(
    words: &Words<'_>,
    at: usize,
    is_unit: impl Fn(&Words<'_>, usize) -> bool,
) -> Option<usize> {
    let start = after_approximation(words, at);
    let half = words.is(start, &["half"]) && words.is(start + 1, &["a", "an"]);
    let one = words.is(start, &["a", "an"]) && is_unit(words, start + 1);
    let bare = is_unit(words, start) && words.text(start).ends_with('s');
    let unit = match (half, one, bare) {
        (true, ..) => start + 2,
        (_, true, _) => start + 1,
        (.., true) => start,
        _ => {
            let unit = count(words, at)?;
            unit + usize::from(words.is_hyphen(unit))
        }
    };
    if !is_unit(words, unit) {
        return None;
    }
    let end = unit + 1;
    if words.has(end, Kind::Away) && !words.is(end, &["before"]) {
        return Some(end + 1);
    }
    let old = end + usize::from(words.is_hyphen(end));
    if words.is(old, &["old", "olds"]) {
        return Some(old + 1);
    }
    let lasting = words.follows(at, &["for", "in", "over", "within", "after"]);
    (!one && !bare || bare && lasting).then_some(end)
}

/// "2014" where it is no count: "in 2014", "(2014)", "the 2014 protests".
fn year(words: &Words<'_>, at: usize) -> Option<usize> {
    let at = at + usize::from(words.is(at, &["the"]));
    let text = words.text(at);
    if text
        .strip_prefix("mid-")
        .is_some_and(|year| year.len() == 4 && year.parse::<u16>().is_ok())
    {
        return Some(at + 1);
    }
    let year = words.year(at).filter(|_| words.upos(at) == Upos::Num)?;
    let counts = words.xpos(at + 1) == Some(Xpos::Nns) && !words.follows(at, &["the"]);
    let likely = (1500..2100).contains(&year) && !counts;
    let end = at + 1;
    let second = words.year(end + 1).is_some_and(|last| last > year)
        || words.text(end + 1).len() == 2 && words.is_digits(end + 1);
    let to = words.is_hyphen(end) && second;
    likely.then_some(if to { end + 2 } else { end })
}

/// "the 1990s"
fn decade(words: &Words<'_>, at: usize) -> Option<usize> {
    let at = at + usize::from(words.is(at, &["the"]));
    let at = at + usize::from(words.is(at, &["early", "late", "mid"]));
    let at = at + usize::from(words.is_hyphen(at));
    words.is_decade(at).then_some(at + 1)
}

/// "the 19th century", "the first quarter of 2015".
fn numbered(words: &Words<'_>, at: usize) -> Option<usize> {
    let number = at + usize::from(words.is(at, &["the"]));
    if !words.is_ordinal(number) {
        return None;
    }
    let unit = number + 1 + usize::from(words.is_hyphen(number + 1));
    if words.is(unit, &["century", "centuries", "millennium"]) {
        return Some(unit + 1);
    }
    let part = words.is(unit, &["quarter", "half"]);
    let whole = words.is(unit + 1, &["of"]);
    let dated =
        whole.then(|| plain_date(words, unit + 2).or_else(|| determined_unit(words, unit + 2)));
    match dated.flatten() {
        Some(end) if part => Some(end),
        _ => words.is(unit, &["quarter"]).then_some(unit + 1),
    }
}

/// "yesterday", "the day after tomorrow".
fn near_day(words: &Words<'_>, at: usize) -> Option<usize> {
    let day = words.is(at, &["the"]) && words.is(at + 1, &["day"]);
    if day && words.is(at + 2, &["before", "after"]) && words.has(at + 3, Kind::DayWord) {
        return Some(at + 4);
    }
    words.has(at, Kind::DayWord).then_some(at + 1)
}

/// "summer 2015", "in the winter"; not "fall" as a verb, nor "a winter storm".
fn season(words: &Words<'_>, at: usize) -> Option<usize> {
    let name = at + usize::from(words.is(at, &["the"]));
    if !words.has(name, Kind::Season) || words.upos(name) != Upos::Noun {
        return None;
    }
    let end = with_year(words, name + 1);
    let placed = words.follows(
        at,
        &["in", "during", "since", "by", "until", "over", "throughout"],
    );
    let alone = !matches!(words.upos(end), Upos::Noun | Upos::Propn);
    (end > name + 1 || placed && alone).then_some(end)
}

/// "Christmas", "New Year's Eve".
fn feast(words: &Words<'_>, at: usize) -> Option<usize> {
    let year = words.is(at, &["new"]) && words.is(at + 1, &["year"]) && words.text(at) == "New";
    let name = match year {
        true => at + 2 + usize::from(words.is(at + 2, &["'s", "’s"])),
        false => {
            let written = words.text(at).starts_with(char::is_uppercase);
            (words.has(at, Kind::Feast) && written).then_some(at + 1)?
        }
    };
    let day = words.is(name, &["eve", "day", "sunday", "monday"]);
    (!year || day).then_some(name + usize::from(day))
}

/// "2017-05-10", "5/10/2017".
fn written_in_digits(words: &Words<'_>, at: usize) -> Option<usize> {
    let text = words.text(at);
    let parts: Vec<&str> = text.split(['-', '/']).collect();
    let dated = matches!(parts[..], [a, b, c] if
        [a, b, c].iter().all(|part| part.bytes().all(|byte| byte.is_ascii_digit()) && (1..=4).contains(&part.len()))
            && (a.len() == 4 || c.len() == 4) && b.len() <= 2);
    dated.then_some(at + 1)
}

/// The end of the longest time of the day that begins with word `at`.
pub(super) fn time(words: &Words<'_>, at: usize) -> Option<usize> {
    [
        clock(words, at),
        part_of_day(words, at),
        chosen(words, at, is_short_unit),
        stretch(words, at, is_short_unit),
    ]
    .into_iter()
    .flatten()
    .max()
}

/// "10:30", "about 5 p.m. GMT", "three o'clock", "midnight".
fn clock(words: &Words<'_>, at: usize) -> Option<usize> {
    if words.has(at, Kind::ClockWord) {
        return Some(at + 1);
    }
    let start = after_approximation(words, at);
    let text = words.text(start);
    let minutes = text.split_once([':', '.']).is_some_and(|(hours, minutes)| {
        let two_digits = minutes.len() == 2 && minutes.bytes().all(|byte| byte.is_ascii_digit());
        two_digits && hours.parse::<u8>().is_ok_and(|hours| hours < 25)
    });
    let whole = text
        .parse::<u8>()
        .is_ok_and(|hour| (1..=12).contains(&hour));
    let spelt = words.has(start, Kind::Number);
    let end = match words.has(start + 1, Kind::Meridiem)
        || words.is(start + 1, &["o'clock", "o’clock"])
    {
        true if minutes || whole || spelt => start + 2,
        _ if minutes && text.contains(':') => start + 1,
        _ => return None,
    };
    let local = words.is(end, &["local"]) && words.is(end + 1, &["time"]);
    let zone = words.has(end, Kind::TimeZone) && words.text(end).starts_with(char::is_uppercase);
    Some(end + 2 * usize::from(local) + usize::from(zone))
}

/// "this morning", "Monday night", "early yesterday evening", "in the afternoon".
fn part_of_day(words: &Words<'_>, at: usize) -> Option<usize> {
    let at = at + usize::from(words.is(at, &["early", "late"]));
    let is_part = |at: usize| words.has(at, Kind::PartOfDay) && words.upos(at) == Upos::Noun;
    let named = words.is_weekday(at) || words.has(at, Kind::DayWord);
    let chosen = words.has(at, Kind::Which) || words.is(at, &["that"]);
    let placed = words.is(at, &["the"])
        && words.follows(
            at,
            &[
                "in",
                "during",
                "on",
                "into",
                "throughout",
                "until",
                "through",
            ],
        );
    let part = at + 1 + usize::from(words.is(at + 1, &["early", "late"]));
    ((named || chosen || placed) && is_part(part)).then_some(part + 1)
}
