//! Numbers in words: a closed class of English.

const UNITS: [&str; 20] = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];

const TENS: [&str; 8] = [
    "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
];

/// The value of a number from "zero" to "ninety-nine", in lower case.
pub(crate) fn cardinal(word: &str) -> Option<u32> {
    if let Some(value) = position(&UNITS, word) {
        return Some(value);
    }
    let (tens, unit) = word.split_once('-').unwrap_or((word, "zero"));
    let unit = position(&UNITS[..10], unit)?;
    Some((position(&TENS, tens)? + 2) * 10 + unit)
}

fn position(words: &[&str], word: &str) -> Option<u32> {
    let at = words.iter().position(|known| *known == word)?;
    u32::try_from(at).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_in_words_have_values() {
        assert_eq!(cardinal("zero"), Some(0));
        assert_eq!(cardinal("fifteen"), Some(15));
        assert_eq!(cardinal("forty"), Some(40));
        assert_eq!(cardinal("twenty-five"), Some(25));
        assert_eq!(cardinal("twenty-twelve"), None);
        assert_eq!(cardinal("few"), None);
    }
}
