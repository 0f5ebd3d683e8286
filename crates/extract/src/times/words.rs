//! The closed word classes of English time expressions.

use super::calendar::{Season, Unit};
use crate::calendar_words;
pub(super) use crate::calendar_words::{abbreviated_month, month};
use crate::numerals::cardinal;
use jiff::civil::Weekday;

const ORDINALS: [&str; 4] = ["first", "second", "third", "fourth"];

fn position(words: &[&str], word: &str) -> Option<i8> {
    let at = words.iter().position(|known| *known == word)?;
    i8::try_from(at).ok()
}

/// A weekday by its full name.
pub(super) fn weekday(word: &str) -> Option<Weekday> {
    Weekday::from_monday_zero_offset(calendar_words::weekday(word)?).ok()
}

/// A weekday by its usual abbreviation, full stop or not.
pub(super) fn abbreviated_weekday(word: &str) -> Option<Weekday> {
    Weekday::from_monday_zero_offset(calendar_words::abbreviated_weekday(word)?).ok()
}

pub(super) fn season(word: &str) -> Option<Season> {
    Some(match word {
        "spring" => Season::Spring,
        "summer" => Season::Summer,
        "autumn" | "fall" => Season::Autumn,
        "winter" => Season::Winter,
        _ => return None,
    })
}

/// A unit by its singular or plural.
pub(super) fn unit(word: &str) -> Option<Unit> {
    Some(match word.strip_suffix('s').unwrap_or(word) {
        "hour" => Unit::Hour,
        "day" => Unit::Day,
        "week" => Unit::Week,
        "weekend" => Unit::Weekend,
        "month" => Unit::Month,
        "quarter" => Unit::Quarter,
        "year" => Unit::Year,
        "decade" => Unit::Decade,
        "centurie" | "century" => Unit::Century,
        _ => return None,
    })
}

/// A part of the day, as TimeML writes it.
pub(super) fn part_of_day(word: &str) -> Option<&'static str> {
    Some(match word {
        "morning" => "TMO",
        "afternoon" => "TAF",
        "evening" => "TEV",
        "night" => "TNI",
        _ => return None,
    })
}

/// A whole number in digits or as one word.
pub(super) fn number(word: &str) -> Option<i64> {
    if word.len() <= 4 && !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit()) {
        return word.parse().ok();
    }
    cardinal(word).map(i64::from)
}

/// The day of a month: "3", "03", "3rd".
pub(super) fn day_of_month(word: &str) -> Option<i8> {
    let digits = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let suffix = &word[digits.len()..];
    let day: i8 = if matches!(suffix, "" | "st" | "nd" | "rd" | "th") {
        digits.parse().ok()?
    } else {
        return None;
    };
    (digits.len() <= 2 && (1..=31).contains(&day)).then_some(day)
}

/// A year in four digits that news may mean.
pub(super) fn year(word: &str) -> Option<i16> {
    let is_year = word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit());
    let year: i16 = is_year.then(|| word.parse().ok()).flatten()?;
    (1000..=2199).contains(&year).then_some(year)
}

/// The first year of a decade: "1980s", "80s".
pub(super) fn decade(word: &str) -> Option<i16> {
    let digits = word.trim_start_matches(['\'', '’']).strip_suffix('s')?;
    let digits = digits.trim_end_matches(['\'', '’']);
    decade_of_digits(digits)
}

/// The first year of a decade by its digits: "1980", "80".
pub(super) fn decade_of_digits(digits: &str) -> Option<i16> {
    let full = match digits.len() {
        4 => year(digits)?,
        2 => 1900 + digits.parse::<i16>().ok().filter(|two| *two >= 20)?,
        _ => return None,
    };
    (full % 10 == 0).then_some(full)
}

/// 1 to 4 for "first" to "fourth".
pub(super) fn ordinal(word: &str) -> Option<i8> {
    position(&ORDINALS, word).map(|at| at + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_read_in_their_usual_spellings() {
        assert_eq!(abbreviated_weekday("thurs."), Some(Weekday::Thursday));
        assert_eq!(abbreviated_weekday("sunny"), None);
        assert_eq!(number("fifteen"), Some(15));
        assert_eq!(number("forty"), Some(40));
        assert_eq!(number("2,000"), None);
        assert_eq!(day_of_month("22nd"), Some(22));
        assert_eq!(day_of_month("32"), None);
        assert_eq!(decade("1980s"), Some(1980));
        assert_eq!(decade("'90s"), Some(1990));
        assert_eq!(decade("1984s"), None);
        assert_eq!(year("0999"), None);
    }
}
