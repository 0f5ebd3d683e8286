//! Time expressions of a sentence with the side of them that their prepositions name.

use super::atoms::atom;
use super::calendar::Period;
use super::meaning::{Edge, Meaning, Read, Year};
use super::pieces::Pieces;
use super::words;
use super::years::short_year;
use newsgraph_language::Sentence;
use std::ops::Range;

/// A time expression by its words alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Expression {
    pub(super) tokens: Range<usize>,
    pub(super) meaning: Meaning,
    pub(super) edge: Edge,
    /// Token of the preposition that introduces the event of "a day after …".
    pub(super) event_marker: Option<usize>,
    /// "from Monday": since, if it lies ahead.
    pub(super) from: bool,
}

/// The time expressions of a sentence in order; they do not overlap.
pub(super) fn expressions(sentence: &Sentence) -> Vec<Expression> {
    let pieces = Pieces::of(sentence);
    let mut found = Vec::new();
    let mut at = 0;
    while at < pieces.len() {
        match expression(&pieces, at) {
            Some((expression, end)) => {
                at = pieces.token_boundary(end);
                found.push(expression);
            }
            None => at += 1,
        }
    }
    found
}

fn expression(pieces: &Pieces, at: usize) -> Option<(Expression, usize)> {
    let start_of_atom = skip_part_words(pieces, at);
    let ((meaning, end), is_range) = match range(pieces, at) {
        Some(read) => (read, true),
        None => (atom(pieces, start_of_atom)?, false),
    };
    let event_marker =
        matches!(meaning, Meaning::FromEvent(..)).then(|| pieces.get(end).map(|piece| piece.token));
    let modifies_noun = pieces.is(end, &["'s", "’s", "'", "’"]);
    let inside = is_range || modifies_noun || event_marker.is_some();
    let expression = Expression {
        tokens: pieces.tokens(at..end),
        edge: if inside {
            Edge::Inside
        } else {
            edge(pieces, at, end)
        },
        from: !inside && pieces.before(at, 1) == "from",
        meaning,
        event_marker: event_marker.flatten(),
    };
    Some((expression, end))
}

/// Words that name a part of a period, which does not narrow it: "early", "the end of", "later".
fn skip_part_words(pieces: &Pieces, at: usize) -> usize {
    let the = usize::from(pieces.text(at) == "the");
    let part = at + the;
    if pieces.is(
        part,
        &[
            "end",
            "beginning",
            "start",
            "middle",
            "close",
            "eve",
            "night",
            "morning",
            "afternoon",
            "evening",
        ],
    ) && pieces.text(part + 1) == "of"
    {
        return part + 2;
    }
    let adverb = pieces.is(part, &["early", "late", "mid", "earlier", "later"]);
    if !adverb {
        return at;
    }
    let after = part + 1;
    after + usize::from(pieces.is_dash(after) || pieces.is(after, &["in", "on"]))
}

/// "from A to B", "between A and B", "A – B"; also "May 3-5, 2015" and "2010-12".
fn range(pieces: &Pieces, at: usize) -> Option<Read> {
    let (start, joiners): (usize, &[&str]) = match pieces.text(at) {
        "from" => (at + 1, &["to", "until", "till", "through"]),
        "between" => (at + 1, &["and"]),
        _ => (at, &["to", "through"]),
    };
    let start = skip_part_words(pieces, start);
    if let Some(years) = years(pieces, start) {
        return Some(years);
    }
    if let Some(days) = days(pieces, start, joiners) {
        return Some(days);
    }
    let (from, middle) = atom(pieces, start)?;
    let joined =
        pieces.is(middle, joiners) || pieces.text(at) != "between" && pieces.is_dash(middle);
    if !joined {
        return None;
    }
    let second = skip_part_words(pieces, middle + 1);
    let (to, end) = second_end(pieces, second, &from, pieces.is_dash(middle))?;
    let from = complete(from, &to);
    // "Moved from Monday to Tuesday" aside, only ends of one kind make a range.
    same_kind(&from, &to).then(|| (Meaning::Range(Box::new(from), Box::new(to)), end))
}

/// "3 to 5 March", "3–5 March 2020", "5 and 6 March": the month stands with the last day.
fn days(pieces: &Pieces, at: usize, joiners: &[&str]) -> Option<Read> {
    let first = words::day_of_month(pieces.text(at))?;
    let joined = pieces.is(at + 1, joiners) || pieces.is_dash(at + 1);
    words::day_of_month(pieces.text(at + 2)).filter(|&last| {
        let are_neighbours = pieces.text(at + 1) == "and" && last == first + 1;
        first < last && (joined || are_neighbours)
    })?;
    let (to, end) = atom(pieces, at + 2)?;
    let Meaning::MonthDay { month, year, .. } = to else {
        return None;
    };
    let day = first;
    let from = Meaning::MonthDay { month, day, year };
    Some((Meaning::Range(Box::new(from), Box::new(to)), end))
}

/// "2026–2031": two years in order and a dash need no preposition.
fn years(pieces: &Pieces, at: usize) -> Option<Read> {
    let first = words::year(pieces.text(at)).filter(|_| pieces.is_dash(at + 1))?;
    let last = words::year(pieces.text(at + 2)).filter(|&last| 1500 < first && first < last)?;
    let ends = (Period::year(first)?, Period::year(last)?);
    let more = pieces.is_dash(at + 3);
    let range = Meaning::Range(
        Box::new(Meaning::Fixed(ends.0)),
        Box::new(Meaning::Fixed(ends.1)),
    );
    (!more).then_some((range, at + 3))
}

/// The second end of a range, which may leave out what the first end said.
fn second_end(pieces: &Pieces, at: usize, from: &Meaning, dashed: bool) -> Option<Read> {
    if let Meaning::MonthDay { month, .. } = *from {
        let day = words::day_of_month(pieces.text(at));
        let alone = words::month(pieces.text(at + 1)).is_none();
        if let Some(day) = day.filter(|_| alone) {
            let after = pieces.skip_comma(at + 1);
            let year = words::year(pieces.text(after));
            let (year, end) = year.map_or((Year::Unsaid, at + 1), |year| {
                (Year::Given(year), after + 1)
            });
            return Some((Meaning::MonthDay { month, day, year }, end));
        }
    }
    if let Meaning::Fixed(period) = from {
        let full = words::year(pieces.text(at));
        let last = full.or_else(|| short_year(pieces, at, period.start.year()).filter(|_| dashed));
        if let Some(last) = last.filter(|last| *last >= period.start.year()) {
            return Some((Meaning::Fixed(Period::year(last)?), at + 1));
        }
    }
    atom(pieces, at)
}

/// The first end takes the year that only the second names.
fn complete(from: Meaning, to: &Meaning) -> Meaning {
    use Year::Unsaid;
    match (from, to) {
        (
            Meaning::MonthDay {
                month,
                day,
                year: Unsaid,
            },
            Meaning::MonthDay {
                month: last, year, ..
            },
        ) if month == *last => Meaning::MonthDay {
            month,
            day,
            year: *year,
        },
        (from, _) => from,
    }
}

fn same_kind(from: &Meaning, to: &Meaning) -> bool {
    let dated = |meaning: &Meaning| {
        matches!(
            meaning,
            Meaning::MonthDay { .. } | Meaning::Month { .. } | Meaning::Fixed(_)
        )
    };
    let weekly = |meaning: &Meaning| matches!(meaning, Meaning::Weekday(..) | Meaning::Deictic(..));
    dated(from) && dated(to) || weekly(from) && weekly(to)
}

/// What the words before a time expression say about its side.
fn edge(pieces: &Pieces, at: usize, end: usize) -> Edge {
    let mut back = 1;
    while matches!(
        pieces.before(at, back),
        "the" | "about" | "around" | "roughly" | "approximately" | "at" | "least" | "as"
    ) {
        back += 1;
    }
    let word = pieces.before(at, back);
    let earlier = pieces.before(at, back + 1);
    let starts = |word: &str| matches!(word, "starting" | "beginning" | "effective");
    match word {
        "since" => Edge::Since,
        "on" | "in" | "from" if starts(earlier) => Edge::Since,
        "from" if pieces.is(end, &["on", "onward", "onwards"]) => Edge::Since,
        _ if starts(word) => Edge::Since,
        "until" | "till" | "by" | "through" => Edge::Until,
        "than" if matches!(earlier, "later") => Edge::Until,
        "before" => Edge::Before,
        "to" if earlier == "prior" => Edge::Before,
        "after" => Edge::After,
        _ => Edge::Inside,
    }
}
