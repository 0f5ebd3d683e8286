//! Numbers in words: a closed class of English.

use newsgraph_ontology::{QuantityWord, QuantityWords};

/// The value of a number from "zero" to "ninety-nine", in lower case.
pub(crate) fn cardinal(word: &str) -> Option<u32> {
    let value = |word: &str| {
        let value = QuantityWords::embedded().value(QuantityWord::Number, word)?;
        u32::try_from(value).ok()
    };
    if let Some((tens, unit)) = word.split_once('-') {
        let (tens, unit) = (value(tens)?, value(unit)?);
        return (tens >= 20 && unit < 10).then_some(tens + unit);
    }
    value(word)
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
