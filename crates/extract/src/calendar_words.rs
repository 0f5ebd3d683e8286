//! Names of months and weekdays: a closed class of English.

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

const WEEKDAYS: [&str; 7] = [
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
];

/// The number of a month by its full name, in lower case.
pub(crate) fn month(word: &str) -> Option<i8> {
    position(&MONTHS, |month| month == word).map(|at| at + 1)
}

/// The number of a month by its usual abbreviation, full stop or not.
pub(crate) fn abbreviated_month(word: &str) -> Option<i8> {
    let short = word.strip_suffix('.').unwrap_or(word);
    let short = if short == "sept" { "sep" } else { short };
    let is_usual = short.len() == 3;
    position(&MONTHS, |month| is_usual && month.starts_with(short)).map(|at| at + 1)
}

/// The number of a weekday by its full name; 0 is Monday.
pub(crate) fn weekday(word: &str) -> Option<i8> {
    position(&WEEKDAYS, |day| day == word)
}

/// The number of a weekday by its usual abbreviation, full stop or not; 0 is Monday.
pub(crate) fn abbreviated_weekday(word: &str) -> Option<i8> {
    let short = word.strip_suffix('.').unwrap_or(word);
    let is_usual = (3..6).contains(&short.len());
    position(&WEEKDAYS, |day| is_usual && day.starts_with(short))
}

/// Whether a word names a month, abbreviated or not, or a weekday.
pub(crate) fn is_month_or_weekday(word: &str) -> bool {
    month(word).is_some() || weekday(word).is_some() || abbreviated_month(word).is_some()
}

fn position(words: &[&str], is_meant: impl Fn(&str) -> bool) -> Option<i8> {
    let at = words.iter().position(|word| is_meant(word))?;
    i8::try_from(at).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_read_in_their_usual_spellings() {
        assert_eq!(month("may"), Some(5));
        assert_eq!(abbreviated_month("sept."), Some(9));
        assert_eq!(abbreviated_month("mayo"), None);
        assert_eq!(weekday("monday"), Some(0));
        assert_eq!(abbreviated_weekday("thurs."), Some(3));
        assert_eq!(abbreviated_weekday("sunny"), None);
        assert!(is_month_or_weekday("dec."));
        assert!(!is_month_or_weekday("noon"));
    }
}
