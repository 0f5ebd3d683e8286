//! Classes of characters and of words that tokeniser and splitter share.

/// A character of a word: letters and digits of any script, and the marks and joiners inside them.
pub(super) fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_' || is_mark(c)
}

/// A combining mark, soft hyphen or zero-width joiner: it belongs to the character before it.
fn is_mark(c: char) -> bool {
    matches!(c,
        '\u{300}'..='\u{36f}' | '\u{ad}' | '\u{200c}' | '\u{200d}' | '\u{2060}' | '\u{feff}'
        | '\u{483}'..='\u{489}' | '\u{591}'..='\u{5bd}' | '\u{610}'..='\u{61a}' | '\u{64b}'..='\u{65f}'
        | '\u{93c}'..='\u{94d}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}' | '\u{20d0}'..='\u{20ff}'
        | '\u{fe00}'..='\u{fe0f}' | '\u{fe20}'..='\u{fe2f}')
}

/// An apostrophe as typed, typeset or mistyped.
pub(super) fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '`' | '\u{2bc}' | '\u{ff07}')
}

/// A hyphen that joins words; dashes are not hyphens.
pub(super) fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}' | '\u{2011}')
}

/// A mark that opens a list item.
pub(super) fn is_bullet(c: char) -> bool {
    matches!(c, '•' | '‣' | '▪' | '●' | '◦' | '■' | '►' | '·' | '○')
}

/// A quotation mark or bracket that can only open.
pub(super) fn is_opener(c: char) -> bool {
    matches!(c, '“' | '‘' | '«' | '„' | '(' | '[' | '{' | '‚')
}

/// A quotation mark or bracket that can only close.
pub(super) fn is_closer(c: char) -> bool {
    matches!(c, '”' | '’' | '»' | ')' | ']' | '}')
}

/// A quotation mark that opens or closes.
pub(super) fn is_straight_quote(c: char) -> bool {
    matches!(c, '"' | '\'' | '\u{ff02}')
}
