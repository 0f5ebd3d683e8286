use newsgraph_model::{Date, Span};
use std::collections::BTreeSet;

/// A text with the facts that a corpus finds in it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Passage {
    pub(crate) id: String,
    pub(crate) text: String,
    pub(crate) published: Option<Date>,
    pub(crate) facts: Vec<Fact>,
    /// The kinds of facts that were looked for: all of them stand in `facts`.
    pub(crate) kinds: BTreeSet<String>,
    /// Where the annotators marked what facts may hold of; none when anything in the text may be an end.
    pub(crate) ends: Option<Vec<Span>>,
    /// How far the annotation goes, in characters from the start of the text.
    pub(crate) reach: usize,
}

/// A fact of a corpus.
#[derive(Clone, Debug)]
pub(crate) struct Fact {
    /// The corpus's own name for the relation.
    pub(crate) kind: String,
    /// The places of the text that mean the first end.
    pub(crate) subject: Vec<Span>,
    pub(crate) object: Vec<Span>,
    /// Whether some place of either end is a name, so that the text alone tells who is meant.
    pub(crate) named: bool,
}

/// Whether words name rather than describe: they have a capital that no sentence start explains.
pub(crate) fn is_name(words: &str) -> bool {
    const PRONOUNS: &[&str] = &[
        "He", "She", "It", "They", "I", "We", "His", "Her", "Their", "Its", "My",
    ];
    const ARTICLES: &[&str] = &["The", "A", "An", "This", "That"];
    words
        .split_whitespace()
        .filter(|word| !ARTICLES.contains(word) && !PRONOUNS.contains(word))
        .any(|word| word.chars().next().is_some_and(char::is_uppercase))
}
