use newsgraph_model::{Date, Precision, TimeBounds};

/// Longest line of a node's label, in characters.
const LINE: usize = 18;

/// A DOT string: quoted, with quotes and backslashes escaped; `\n` breaks the line.
pub(super) fn quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for character in text.chars() {
        match character {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            control if control.is_control() => out.push(' '),
            other => out.push(other),
        }
    }
    out.push('"');
    out
}

/// Text inside an HTML-like label.
pub(super) fn html(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}

/// Breaks a name into lines at its spaces.
pub(super) fn wrapped(name: &str) -> String {
    let mut lines: Vec<String> = Vec::new();
    for word in name.split_whitespace() {
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= LINE => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines.join("\n")
}

/// A time as a person writes it: "10 May 2017", "May 2017", "2014", "since 2011-03-01".
pub(super) fn time(time: TimeBounds) -> Option<String> {
    use Precision::{After, Before, Day, Decade, Interval, Month, Week, Year};
    let first = time.earliest.or(time.latest)?;
    let last = time.latest.or(time.earliest)?;
    Some(match time.precision {
        Some(Day) => day(first),
        Some(Week) => format!("week of {}", day(first)),
        Some(Month) => month(first),
        Some(Year) => first.year().to_string(),
        Some(Decade) => format!("{}s", first.year()),
        Some(Before) => format!("until {}", end(last)),
        Some(After) => format!("since {}", start(first)),
        Some(Interval) | None if first == last => day(first),
        Some(Interval) | None => format!("{} – {}", start(first), end(last)),
    })
}

/// The first day of a year is written as that year: it comes from the words "since 2011".
fn start(date: Date) -> String {
    if (date.month(), date.day()) == (1, 1) {
        date.year().to_string()
    } else {
        day(date)
    }
}

fn end(date: Date) -> String {
    if (date.month(), date.day()) == (12, 31) {
        date.year().to_string()
    } else {
        day(date)
    }
}

fn day(date: Date) -> String {
    format!("{} {}", date.day(), month(date))
}

fn month(date: Date) -> String {
    const NAMES: [&str; 12] = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ];
    let name = usize::try_from(date.month() - 1)
        .ok()
        .and_then(|index| NAMES.get(index))
        .copied()
        .unwrap_or_default();
    format!("{name} {}", date.year())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> Option<Date> {
        Some(text.parse().unwrap())
    }

    fn told(earliest: Option<Date>, latest: Option<Date>, precision: Precision) -> String {
        time(TimeBounds {
            earliest,
            latest,
            precision: Some(precision),
        })
        .unwrap()
    }

    #[test]
    fn times_are_written_as_precisely_as_they_are_known() {
        let (first, last) = (date("2014-01-01"), date("2014-12-31"));
        assert_eq!(told(first, last, Precision::Year), "2014");
        assert_eq!(
            told(date("2014-03-18"), date("2014-03-18"), Precision::Day),
            "18 Mar 2014"
        );
        assert_eq!(told(first, None, Precision::After), "since 2014");
        assert_eq!(told(None, last, Precision::Before), "until 2014");
        assert_eq!(
            told(date("2014-03-18"), last, Precision::Interval),
            "18 Mar 2014 – 2014"
        );
        assert_eq!(time(TimeBounds::UNKNOWN), None);
    }

    #[test]
    fn quotes_and_backslashes_do_not_end_a_string() {
        assert_eq!(quoted("the \"Wall\" \\ Gate"), r#""the \"Wall\" \\ Gate""#);
    }

    #[test]
    fn long_names_are_broken_at_spaces() {
        assert_eq!(
            wrapped("Organization for Security and Co-operation"),
            "Organization for\nSecurity and\nCo-operation"
        );
    }
}
