//! Names of months and weekdays: a closed class of English.

use newsgraph_ontology::{QuantityWord, QuantityWords};

/// The number of a month by its full name, in lower case.
pub(crate) fn month(word: &str) -> Option<i8> {
    value(QuantityWord::Month, word)
}

/// The number of a month by its usual abbreviation, full stop or not.
pub(crate) fn abbreviated_month(word: &str) -> Option<i8> {
    let short = word.strip_suffix('.').unwrap_or(word);
    let short = if short == "sept" { "sep" } else { short };
    let is_usual = short.len() == 3;
    is_usual.then(|| begun_with(QuantityWord::Month, short))?
}

/// The number of a weekday by its full name; 0 is Monday.
pub(crate) fn weekday(word: &str) -> Option<i8> {
    value(QuantityWord::Weekday, word)
}

/// The number of a weekday by its usual abbreviation, full stop or not; 0 is Monday.
pub(crate) fn abbreviated_weekday(word: &str) -> Option<i8> {
    let short = word.strip_suffix('.').unwrap_or(word);
    let is_usual = (3..6).contains(&short.len());
    is_usual.then(|| begun_with(QuantityWord::Weekday, short))?
}

/// Whether a word names a month, abbreviated or not, or a weekday.
pub(crate) fn is_month_or_weekday(word: &str) -> bool {
    month(word).is_some() || weekday(word).is_some() || abbreviated_month(word).is_some()
}

fn value(kind: QuantityWord, word: &str) -> Option<i8> {
    i8::try_from(QuantityWords::embedded().value(kind, word)?).ok()
}

/// The value of the first word of the kind that begins so.
fn begun_with(kind: QuantityWord, short: &str) -> Option<i8> {
    let mut names = QuantityWords::embedded().all(kind);
    value(kind, names.find(|name| name.starts_with(short))?)
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
