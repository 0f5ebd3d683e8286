//! Expressions of time, money and quantity, in the classes and extents of OntoNotes (Weischedel et al. 2013,
//! "OntoNotes Release 5.0", named entities: the value classes).
//!
//! Found by rules over words and tags; the words are data (`ontology/quantities.csv`). An expression is no name: one
//! that lies in a name, or crosses one, is left to the name ("Group of Seven").

mod amounts;
mod dates;
mod words;

use crate::{Sentence, Upos};
use std::ops::Range;
use words::Words;

/// The words of one expression of time, money or quantity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Expression {
    /// Indices of its tokens in the sentence.
    pub tokens: Range<usize>,
    /// What it expresses.
    pub class: ExpressionClass,
}

/// What an expression expresses.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ExpressionClass {
    /// A day, a longer stretch of time, an age: "last week", "5 May 2017", "two years".
    Date,
    /// Less than a day: "5 p.m.", "this morning", "three hours".
    Time,
    /// A sum: "$5 million", "300 euros".
    Money,
    /// "12 percent"
    Percent,
    /// A measure with its unit: "40 km", "two barrels".
    Quantity,
    /// "first", "21st"
    Ordinal,
    /// Any other number.
    Cardinal,
}

impl ExpressionClass {
    /// Every class, in a fixed order; of two of equal extent the first is meant.
    pub const ALL: &'static [Self] = &[
        Self::Date,
        Self::Time,
        Self::Money,
        Self::Percent,
        Self::Quantity,
        Self::Ordinal,
        Self::Cardinal,
    ];

    /// The class's name.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Date => "Date",
            Self::Time => "Time",
            Self::Money => "Money",
            Self::Percent => "Percent",
            Self::Quantity => "Quantity",
            Self::Ordinal => "Ordinal",
            Self::Cardinal => "Cardinal",
        }
    }
}

/// The expressions of a sentence that has its tags and names, in order and without overlap.
pub(crate) fn find(sentence: &Sentence) -> Vec<Expression> {
    let words = Words::of(sentence);
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let expression = longest(&words, at).filter(|found| respects_names(sentence, found));
        at = expression.as_ref().map_or(at + 1, |found| found.tokens.end);
        found.extend(expression);
    }
    found
}

/// The longest expression that begins with word `at`.
fn longest(words: &Words<'_>, at: usize) -> Option<Expression> {
    if !words.may_begin(at) {
        return None;
    }
    let ends = [
        (ExpressionClass::Date, dates::date(words, at)),
        (ExpressionClass::Time, dates::time(words, at)),
        (ExpressionClass::Money, amounts::money(words, at)),
        (ExpressionClass::Percent, amounts::percent(words, at)),
        (ExpressionClass::Quantity, amounts::quantity(words, at)),
        (ExpressionClass::Ordinal, ordinal(words, at)),
        (ExpressionClass::Cardinal, amounts::cardinal(words, at)),
    ];
    let mut best: Option<Expression> = None;
    for (class, end) in ends {
        if let Some(end) = end
            && best.as_ref().is_none_or(|best| best.tokens.end < end)
        {
            let tokens = at..end;
            best = Some(Expression { tokens, class });
        }
    }
    best
}

/// "third", "the 21st"; not "a second".
fn ordinal(words: &Words<'_>, at: usize) -> Option<usize> {
    let tagged = matches!(words.upos(at), Upos::Adj | Upos::Adv) || words.has_digit(at);
    (tagged && words.is_ordinal(at)).then_some(at + 1)
}

fn respects_names(sentence: &Sentence, found: &Expression) -> bool {
    sentence.names.iter().all(|name| {
        let apart = name.tokens.end <= found.tokens.start || found.tokens.end <= name.tokens.start;
        let inside = found.tokens.start <= name.tokens.start
            && name.tokens.end <= found.tokens.end
            && name.tokens.len() < found.tokens.len();
        apart || inside
    })
}

#[cfg(test)]
mod tests;
