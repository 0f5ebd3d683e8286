//! Where sentences end among the words of a paragraph.

use super::{abbreviations, shapes};
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

/// What the last word of a possible sentence is.
enum Ending {
    Stop,
    Outcry,
    Ellipsis,
    Abbreviation(abbreviations::Abbreviation),
}

/// The words of a paragraph, sentence by sentence; no sentence is empty.
pub(super) fn split(text: &[char], words: &[Range<usize>]) -> Vec<Vec<Range<usize>>> {
    let splitter = Splitter { text, words };
    let mut sentences = Vec::new();
    let mut start = 0;
    let mut at = 0;
    while at < words.len() {
        if at > start && splitter.is_bullet(at) {
            sentences.push(words[start..at].to_vec());
            start = at;
        }
        let end = splitter.past_closers(at + 1);
        if end < words.len() && splitter.ends_sentence(start, at, end) {
            sentences.push(words[start..end].to_vec());
            start = end;
            at = end;
        } else {
            at += 1;
        }
    }
    if start < words.len() {
        sentences.push(words[start..].to_vec());
    }
    sentences
}

struct Splitter<'t> {
    text: &'t [char],
    words: &'t [Range<usize>],
}

impl Splitter<'_> {
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

    /// The first word from `at` on that does not close a quotation, bracket or outcry.
    fn past_closers(&self, mut at: usize) -> usize {
        while at < self.words.len() && self.closes(at) {
            at += 1;
        }
        at
    }

    fn closes(&self, at: usize) -> bool {
        match self.word(at) {
            [c] if shapes::is_closer(*c) => true,
            [c] if shapes::is_straight_quote(*c) => {
                !self.has_gap_before(at)
                    && (at + 1 == self.words.len()
                        || self.has_gap_before(at + 1)
                        || self.closes(at + 1))
            }
            word => word.iter().all(|c| matches!(c, '\'' | '’')),
        }
    }

    fn ending(&self, at: usize) -> Option<Ending> {
        let word = self.word(at);
        match word {
            ['.' | '。' | '．'] => Some(Ending::Stop),
            ['…', ..] => Some(Ending::Ellipsis),
            ['!' | '?' | '！' | '？' | '‽', ..] => Some(Ending::Outcry),
            ['.', ..] if word.iter().all(|&c| c == '.') => Some(Ending::Ellipsis),
            [stem @ .., '.'] => {
                abbreviations::abbreviation(stem, self.is_number(at + 1)).map(Ending::Abbreviation)
            }
            _ => None,
        }
    }

    fn is_number(&self, at: usize) -> bool {
        at < self.words.len() && self.word(at)[0].is_ascii_digit()
    }

    /// Whether the sentence from `start` ends with word `last`, the next one starting at `next`.
    fn ends_sentence(&self, start: usize, last: usize, next: usize) -> bool {
        let Some(ending) = self.ending(last) else {
            return false;
        };
        let Some(opening) = self.opening(next) else {
            return false;
        };
        match ending {
            Ending::Stop => !self.opens_lower(opening) && !self.is_list_number(start, last),
            Ending::Outcry => !self.opens_lower(opening) && !self.goes_on_reporting(last, next),
            Ending::Ellipsis => self.opens_upper(opening) && !self.goes_on_reporting(last, next),
            Ending::Abbreviation(kind) => self.ends_after(kind, last, opening),
        }
    }

    /// The first word from `next` on that is no opening mark; none when what follows cannot open a sentence.
    fn opening(&self, next: usize) -> Option<usize> {
        let mut at = next;
        while at < self.words.len() {
            let word = self.word(at);
            let first = word[0];
            if shapes::is_word(first) || "$£€¥@#".contains(first) {
                return Some(at);
            }
            let opens = shapes::is_opener(first)
                || shapes::is_straight_quote(first)
                || shapes::is_bullet(first)
                || word
                    .iter()
                    .all(|&c| matches!(c, '-' | '–' | '—' | '`' | '*' | '.' | '…' | '¿' | '¡'));
            if shapes::is_apostrophe(first) && word.len() > 1 || !opens && first.is_ascii() {
                return None;
            }
            at += 1;
        }
        None
    }

    fn opens_lower(&self, at: usize) -> bool {
        self.word(at)[0].is_lowercase()
    }

    fn opens_upper(&self, at: usize) -> bool {
        self.word(at)[0].is_uppercase()
    }

    /// "1." at the head of a list item.
    fn is_list_number(&self, start: usize, last: usize) -> bool {
        last == start + 1 && self.word(start).len() <= 2 && self.is_number(start)
    }

    fn goes_on_reporting(&self, last: usize, next: usize) -> bool {
        next > last + 1
            && (next..self.words.len().min(next + 4))
                .any(|at| REPORTING.contains(&self.lower(at).as_str()))
    }

    fn ends_after(&self, kind: abbreviations::Abbreviation, last: usize, opening: usize) -> bool {
        if !self.opens_upper(opening) {
            return false;
        }
        let starter =
            STARTERS.contains(&self.lower(opening).as_str()) && self.word(opening).len() > 1;
        match kind {
            abbreviations::Abbreviation::Leading => {
                let initial = self.word(last).len() == 2;
                let after_name = last > 0 && self.opens_upper(last - 1);
                initial && !after_name && starter && last > 0
            }
            abbreviations::Abbreviation::Closing => {
                starter || self.closes_clause(last) && !self.is_calendar_word(opening)
            }
        }
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
