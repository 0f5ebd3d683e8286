//! The words of a sentence as expressions see them.

use crate::{Sentence, Upos, Xpos};
use newsgraph_ontology::{QuantityWord, QuantityWordKinds, QuantityWords};

/// The words of a sentence with what each can be.
pub(super) struct Words<'s> {
    sentence: &'s Sentence,
    kinds: Vec<QuantityWordKinds>,
}

/// The longest word of the table, in bytes.
const LONGEST: usize = 20;

impl<'s> Words<'s> {
    pub(super) fn of(sentence: &'s Sentence) -> Self {
        let kinds = sentence.tokens.iter().map(|token| kinds(&token.text));
        Self {
            sentence,
            kinds: kinds.collect(),
        }
    }

    pub(super) fn len(&self) -> usize {
        self.kinds.len()
    }

    /// The word; empty past the end.
    pub(super) fn text(&self, at: usize) -> &'s str {
        let token = self.sentence.tokens.get(at);
        token.map_or("", |token| &*token.text)
    }

    pub(super) fn upos(&self, at: usize) -> Upos {
        let token = self.sentence.tokens.get(at);
        token.map_or(Upos::X, |token| token.upos)
    }

    /// The Penn tag; none past the end.
    pub(super) fn xpos(&self, at: usize) -> Option<Xpos> {
        Some(self.sentence.tokens.get(at)?.xpos)
    }

    /// Whether a word is one of these, which are in lower case.
    pub(super) fn is(&self, at: usize, words: &[&str]) -> bool {
        let text = self.text(at);
        words.iter().any(|word| text.eq_ignore_ascii_case(word))
    }

    /// Whether the word before `at` is one of these.
    pub(super) fn follows(&self, at: usize, words: &[&str]) -> bool {
        at > 0 && self.is(at - 1, words)
    }

    pub(super) fn has(&self, at: usize, kind: QuantityWord) -> bool {
        self.kinds.get(at).is_some_and(|kinds| kinds.has(kind))
    }

    /// Whether an expression can begin with this word; most words are out by this.
    pub(super) fn may_begin(&self, at: usize) -> bool {
        !self.kinds[at].is_empty()
            || self.has_digit(at)
            || self.is(at, BEFORE_AMOUNTS)
            || self.text(at).starts_with(['m', 'M'])
    }

    pub(super) fn has_digit(&self, at: usize) -> bool {
        self.text(at).bytes().any(|byte| byte.is_ascii_digit())
    }

    /// Digits, with the marks that stand inside numbers: "1,300.5", "2/3".
    pub(super) fn is_digits(&self, at: usize) -> bool {
        let text = self.text(at);
        text.bytes()
            .all(|byte| byte.is_ascii_digit() || b",./".contains(&byte))
            && self.has_digit(at)
    }

    pub(super) fn is_hyphen(&self, at: usize) -> bool {
        matches!(self.text(at), "-" | "–" | "—" | "‑" | "−")
    }

    /// A year that texts may mean.
    pub(super) fn year(&self, at: usize) -> Option<u16> {
        let text = self.text(at);
        let digits = text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit());
        let year = digits.then(|| text.parse().ok()).flatten()?;
        (1000..2200).contains(&year).then_some(year)
    }

    /// "1990s", "'90s", "mid-1990s".
    pub(super) fn is_decade(&self, at: usize) -> bool {
        let text = self.text(at);
        let text = text.strip_prefix("mid-").unwrap_or(text);
        let digits = text.trim_start_matches(['\'', '’']).strip_suffix('s');
        digits.is_some_and(|digits| {
            matches!(digits.len(), 2 | 4)
                && digits.ends_with('0')
                && digits.bytes().all(|byte| byte.is_ascii_digit())
        })
    }

    /// A day of a month: "3", "03", "3rd".
    pub(super) fn is_day_of_month(&self, at: usize) -> bool {
        let text = self.text(at);
        let digits = text.trim_end_matches(|c: char| c.is_ascii_alphabetic());
        let suffixed = matches!(&text[digits.len()..], "" | "st" | "nd" | "rd" | "th");
        let day: Option<u8> = digits.parse().ok();
        suffixed && digits.len() <= 2 && day.is_some_and(|day| (1..=31).contains(&day))
    }

    /// A month in capitals, full or abbreviated.
    pub(super) fn is_month(&self, at: usize) -> bool {
        let text = self.text(at);
        let text = text.strip_prefix("mid-").unwrap_or(text);
        text.starts_with(char::is_uppercase) && is_name_of(QuantityWord::Month, text)
    }

    /// A weekday in capitals, full or abbreviated.
    pub(super) fn is_weekday(&self, at: usize) -> bool {
        let text = self.text(at);
        text.starts_with(char::is_uppercase) && is_name_of(QuantityWord::Weekday, text)
    }

    /// "third", "21st".
    pub(super) fn is_ordinal(&self, at: usize) -> bool {
        let text = self.text(at);
        let digits = text.trim_end_matches(|c: char| c.is_ascii_alphabetic());
        let suffixed = matches!(&text[digits.len()..], "st" | "nd" | "rd" | "th");
        let numbered = suffixed && !digits.is_empty();
        numbered && digits.bytes().all(|byte| byte.is_ascii_digit())
            || self.has(at, QuantityWord::Ordinal)
    }
}

/// Words before numbers that are in no list, since alone they say nothing of numbers.
const BEFORE_AMOUNTS: &[&str] = &[
    "a", "an", "the", "more", "less", "fewer", "at", "up", "as", "no", "between", "close", "half",
    "several", "many", "few", "tens", "those", "these", "new",
];

/// What a word can be, in any letter case, singular or plural.
fn kinds(text: &str) -> QuantityWordKinds {
    let mut buffer = [0; LONGEST];
    let Some(lower) = buffer.get_mut(..text.len()) else {
        return QuantityWordKinds::default();
    };
    lower.copy_from_slice(text.as_bytes());
    lower.make_ascii_lowercase();
    let Ok(lower) = std::str::from_utf8(lower) else {
        return QuantityWordKinds::default();
    };
    let words = QuantityWords::embedded();
    let found = if text.len() > 1 && text.bytes().all(|byte| byte.is_ascii_uppercase()) {
        // Codes of currencies are written in capitals only.
        words.kinds(text)
    } else {
        QuantityWordKinds::default()
    };
    if !found.is_empty() {
        return found;
    }
    match words.kinds(lower) {
        none if none.is_empty() => lower
            .strip_suffix('s')
            .map_or(none, |lower| words.kinds(lower)),
        found => found,
    }
}

/// Whether a word is such a name, or its usual abbreviation: three letters or "Sept", full stop or not.
fn is_name_of(kind: QuantityWord, text: &str) -> bool {
    let lower = text.to_ascii_lowercase();
    let short = lower.strip_suffix('.').unwrap_or(&lower);
    let usual = short.len() == 3 || matches!(short, "sept" | "tues" | "thur" | "thurs");
    QuantityWords::embedded()
        .all(kind)
        .any(|name| name == short || usual && name.starts_with(short))
}
