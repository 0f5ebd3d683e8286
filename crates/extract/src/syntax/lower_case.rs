//! Words in lower case without a copy of those that are so already.

use newsgraph_language::Token;
use std::borrow::Cow;

/// The token's text in lower case.
pub(crate) fn lower(token: &Token) -> Cow<'_, str> {
    in_lower_case(&token.text)
}

/// The token's lemma in lower case.
pub(crate) fn lower_lemma(token: &Token) -> Cow<'_, str> {
    in_lower_case(&token.lemma)
}

/// Most words of a text are in lower case as they stand.
fn in_lower_case(word: &str) -> Cow<'_, str> {
    let changes = |byte: u8| !byte.is_ascii() || byte.is_ascii_uppercase();
    if word.bytes().any(changes) {
        Cow::Owned(word.to_lowercase())
    } else {
        Cow::Borrowed(word)
    }
}
