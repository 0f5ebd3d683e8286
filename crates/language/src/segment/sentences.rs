//! The words of a paragraph, sentence by sentence.
//!
//! Rules decide where the treebanks have too few examples to learn from: bullets, abbreviations, and quotations that
//! end in an outcry. The model decides everything else.

use super::{
    abbreviations::{self, Abbreviation},
    boundaries::{BoundaryModel, sentence_starts},
    shapes,
};
use std::ops::Range;

/// Capitalised words that open a sentence far more often than they stand inside a name.
const STARTERS: &[&str] = &[
    "a",
    "about",
    "according",
    "after",
    "all",
    "also",
    "although",
    "amid",
    "among",
    "an",
    "and",
    "another",
    "as",
    "at",
    "because",
    "before",
    "both",
    "but",
    "by",
    "despite",
    "during",
    "each",
    "earlier",
    "even",
    "five",
    "for",
    "four",
    "from",
    "further",
    "he",
    "her",
    "here",
    "his",
    "how",
    "however",
    "i",
    "if",
    "in",
    "instead",
    "it",
    "its",
    "last",
    "later",
    "many",
    "meanwhile",
    "more",
    "most",
    "no",
    "not",
    "now",
    "of",
    "officials",
    "on",
    "once",
    "one",
    "only",
    "or",
    "other",
    "others",
    "our",
    "over",
    "police",
    "she",
    "since",
    "so",
    "some",
    "soon",
    "still",
    "such",
    "that",
    "the",
    "their",
    "then",
    "there",
    "these",
    "they",
    "this",
    "those",
    "though",
    "three",
    "to",
    "two",
    "under",
    "until",
    "we",
    "what",
    "when",
    "where",
    "while",
    "who",
    "why",
    "with",
    "yet",
    "you",
];

/// Verbs after which a quotation that ends in "!" or "?" goes on: `"Why?" Smith asked`.
const REPORTING: &[&str] = &[
    "said", "says", "asked", "asks", "told", "added", "wrote", "tweeted", "shouted", "replied",
];

/// Groups the words of a paragraph; no sentence is empty.
pub(super) fn split(
    model: BoundaryModel<'_>,
    text: &[char],
    words: &[Range<usize>],
) -> Vec<Vec<Range<usize>>> {
    if words.is_empty() {
        return Vec::new();
    }
    let rules = Rules { text, words };
    let mut starts = sentence_starts(text, words, |at, features| {
        let ruled = rules.opens_sentence(at);
        ruled.unwrap_or_else(|| model.opens_sentence(features))
    });
    starts.push(words.len());
    starts
        .windows(2)
        .map(|pair| words[pair[0]..pair[1]].to_vec())
        .collect()
}

struct Rules<'t> {
    text: &'t [char],
    words: &'t [Range<usize>],
}

impl Rules<'_> {
    /// Whether a sentence opens with word `at`, not the first; none where no rule is sure.
    fn opens_sentence(&self, at: usize) -> Option<bool> {
        if self.is_bullet(at) {
            return Some(true);
        }
        let last = self.last_before_closers(at);
        match self.word(last) {
            ['!' | '?' | '…', ..] | ['.', '.', ..] if last + 1 < at => {
                self.goes_on_reporting(at).then_some(false)
            }
            ['!' | '?'] if self.is_in_name(last) && self.opens_lower(at) => Some(false),
            ['.'] if last + 1 == at => self.is_missing_space(at).then_some(true),
            [stem @ .., '.'] if !stem.is_empty() => {
                let kind = abbreviations::abbreviation(stem, self.is_number(last + 1))?;
                Some(!self.closes(at) && self.ends_after(kind, last, at))
            }
            [.., last] if last.is_alphanumeric() => self.is_inside_name(at).then_some(false),
            _ => None,
        }
    }

    /// Between two capitalised words: "Kim Jong Un".
    fn is_inside_name(&self, at: usize) -> bool {
        let capital =
            |at: usize| self.opens_upper(at) && self.word(at).iter().any(|c| c.is_lowercase());
        capital(at - 1) && capital(at)
    }

    fn word(&self, at: usize) -> &[char] {
        &self.text[self.words[at].clone()]
    }

    fn lower(&self, at: usize) -> String {
        self.word(at)
            .iter()
            .flat_map(|c| c.to_lowercase())
            .collect()
    }

    fn has_gap_before(&self, at: usize) -> bool {
        at == 0 || self.words[at - 1].end < self.words[at].start
    }

    fn is_bullet(&self, at: usize) -> bool {
        matches!(self.word(at), [c] if shapes::is_bullet(*c)) && self.has_gap_before(at)
    }

    fn last_before_closers(&self, at: usize) -> usize {
        let mut last = at - 1;
        while last > 0 && self.closes(last) {
            last -= 1;
        }
        last
    }

    /// A mark that closes a quotation or bracket.
    fn closes(&self, at: usize) -> bool {
        match self.word(at) {
            [c] if shapes::is_closer(*c) => true,
            [c] if shapes::is_straight_quote(*c) => !self.has_gap_before(at),
            _ => false,
        }
    }

    fn is_number(&self, at: usize) -> bool {
        at < self.words.len() && self.word(at)[0].is_ascii_digit()
    }

    /// The first word from `at` on that is no opening mark.
    fn opening(&self, at: usize) -> Option<usize> {
        (at..self.words.len()).find(|&at| {
            let first = self.word(at)[0];
            !shapes::is_opener(first) && !shapes::is_straight_quote(first)
        })
    }

    fn goes_on_reporting(&self, at: usize) -> bool {
        (at..self.words.len().min(at + 4)).any(|at| REPORTING.contains(&self.lower(at).as_str()))
    }

    /// Whether a sentence ends after an abbreviation, the next one opening with word `at`.
    fn ends_after(&self, kind: Abbreviation, last: usize, at: usize) -> bool {
        let Some(opening) = self.opening(at).filter(|&at| self.opens_upper(at)) else {
            return false;
        };
        let starter =
            STARTERS.contains(&self.lower(opening).as_str()) && self.word(opening).len() > 1;
        match kind {
            Abbreviation::Leading => {
                let initial = self.word(last).len() == 2;
                let after_name = last > 0 && self.opens_upper(last - 1);
                initial && !after_name && starter && last > 0
            }
            Abbreviation::Closing => {
                starter || self.closes_clause(last) && !self.is_calendar_word(opening)
            }
        }
    }

    /// The stop before word `at` stands between two words without a space: "talks.The vote".
    fn is_missing_space(&self, at: usize) -> bool {
        let glued = at > 1 && !self.has_gap_before(at) && !self.has_gap_before(at - 1);
        glued && self.opens_upper(at)
    }

    /// A mark that may belong to a name: "Yahoo!" inside a sentence.
    fn is_in_name(&self, mark: usize) -> bool {
        let named = mark > 1 && self.opens_upper(mark - 1);
        named && !self.has_gap_before(mark) && self.word(mark - 2)[0].is_alphanumeric()
    }

    fn opens_upper(&self, at: usize) -> bool {
        self.word(at)[0].is_uppercase()
    }

    fn opens_lower(&self, at: usize) -> bool {
        self.word(at)[0].is_lowercase()
    }

    /// After "p.m." and "etc." any capital opens a sentence, unless it is a weekday or a time zone.
    fn closes_clause(&self, last: usize) -> bool {
        matches!(self.lower(last).as_str(), "a.m." | "p.m." | "etc." | "al.")
    }

    fn is_calendar_word(&self, at: usize) -> bool {
        const CALENDAR: &[&str] = &[
            "mon", "tue", "wed", "thu", "fri", "sat", "sun", "jan", "feb", "mar", "apr", "may",
            "jun", "jul", "aug", "sep", "oct", "nov", "dec", "eas", "gmt", "utc", "cen", "pac",
            "loc",
        ];
        let word = self.lower(at);
        let shouted = self.word(at).iter().all(|c| c.is_uppercase());
        shouted || word.get(..3).is_some_and(|head| CALENDAR.contains(&head))
    }
}
