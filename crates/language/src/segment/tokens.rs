//! Syntactic words of a paragraph.

use super::{abbreviations, clitics, shapes};
use std::ops::Range;

/// Prefixes whose hyphen EWT and GUM keep inside the word; all other hyphens are words of their own.
const PREFIXES: &[&str] = &[
    "a", "ante", "anti", "arch", "co", "counter", "cross", "cyber", "de", "e", "eco", "ex",
    "extra", "hyper", "infra", "inter", "intra", "macro", "mega", "meta", "micro", "mid", "mini",
    "mis", "multi", "neo", "non", "over", "pan", "para", "photo", "poly", "post", "pre", "pro",
    "proto", "pseudo", "psycho", "quasi", "re", "semi", "socio", "sub", "super", "supra", "trans",
    "tri", "ultra", "un", "under", "uni", "vice", "uh", "oh",
];

/// Units that are words of their own even when glued to a number: "10km", "3bn", "9am".
const UNITS: &[&str] = &[
    "am", "pm", "a", "p", "km", "kg", "bn", "mn", "tn", "m", "k", "cm", "mm", "mph", "kph", "kmh",
    "ft", "lb", "lbs", "oz", "gb", "mb", "tb", "kb", "ghz", "mhz", "khz", "hz", "kw", "mw", "gw",
    "kwh", "mwh", "mg", "ml", "ha", "hrs", "hr", "min", "mins", "sec", "secs", "yrs", "sq",
];

/// Shortened words that begin with an apostrophe.
const ELIDED: &[&str] = &["em", "til", "cause", "bout", "tis", "twas", "n"];

/// Domains a bare "name.domain" is taken for an address by.
const DOMAINS: &[&str] = &[
    "com", "org", "net", "gov", "edu", "mil", "int", "info", "io", "tv", "uk", "us", "eu", "de",
    "fr", "ru", "ua", "cn", "in", "au", "ca", "co", "me", "news", "app", "ai", "html", "htm",
    "pdf", "doc", "js", "jpg",
];

/// The words of `text[paragraph]` in order: all of it but gaps, without overlap.
pub(super) fn tokenize(text: &[char], paragraph: Range<usize>) -> Vec<Range<usize>> {
    let scanner = Scanner {
        text,
        paragraph: paragraph.clone(),
    };
    let mut tokens = Vec::new();
    let mut at = paragraph.start;
    while at < paragraph.end {
        if is_gap(text[at]) {
            at += 1;
            continue;
        }
        let token = scanner.next(at);
        at = token.end;
        if shapes::is_word(text[token.start]) && !is_address(&text[token.clone()]) {
            tokens.extend(clitics::split(text, token));
        } else {
            tokens.push(token);
        }
    }
    tokens
}

/// White space and characters without a width: they belong to no token.
fn is_gap(c: char) -> bool {
    c.is_whitespace()
        || c.is_control()
        || matches!(c, '\u{200b}' | '\u{feff}' | '\u{200e}' | '\u{200f}')
}

fn is_address(token: &[char]) -> bool {
    token.contains(&'/') || token.contains(&'@') || token.contains(&':')
}

struct Scanner<'t> {
    text: &'t [char],
    paragraph: Range<usize>,
}

impl Scanner<'_> {
    /// The token that starts at `at`; never empty.
    fn next(&self, at: usize) -> Range<usize> {
        let end = self
            .address(at)
            .or_else(|| self.handle(at))
            .or_else(|| self.leading_apostrophe(at))
            .or_else(|| self.emoticon(at))
            .or_else(|| self.number(at))
            .or_else(|| self.word(at))
            .unwrap_or_else(|| self.symbols(at));
        at..end.clamp(at + 1, self.paragraph.end)
    }

    fn peek(&self, at: usize) -> Option<char> {
        (at < self.paragraph.end).then(|| self.text[at])
    }

    fn before(&self, at: usize) -> Option<char> {
        (at > self.paragraph.start).then(|| self.text[at - 1])
    }

    fn is_word(&self, at: usize) -> bool {
        self.peek(at).is_some_and(shapes::is_word)
    }

    fn is_digit(&self, at: usize) -> bool {
        self.peek(at).is_some_and(|c| c.is_ascii_digit())
    }

    fn ends_here(&self, at: usize) -> bool {
        self.peek(at).is_none_or(is_gap)
    }

    fn skip(&self, mut at: usize, wanted: impl Fn(char) -> bool) -> usize {
        while self.peek(at).is_some_and(&wanted) {
            at += 1;
        }
        at
    }

    fn lower(&self, range: Range<usize>) -> String {
        self.text[range]
            .iter()
            .flat_map(|c| c.to_lowercase())
            .collect()
    }

    /// A web or mail address, up to its trailing punctuation.
    fn address(&self, at: usize) -> Option<usize> {
        let first = self.text[at];
        if !first.is_ascii_alphanumeric() || self.before(at).is_some_and(shapes::is_word) {
            return None;
        }
        let chunk = self.skip(at, |c| !is_gap(c) && !"<>\"“”".contains(c));
        let mut end = chunk;
        while end > at && ".,;:!?'’)]}".contains(self.text[end - 1]) {
            end -= 1;
        }
        let words: String = self.text[at..end].iter().collect();
        is_web_address(&words).then_some(end)
    }

    /// "@name" and "#topic".
    fn handle(&self, at: usize) -> Option<usize> {
        let opens =
            matches!(self.text[at], '@' | '#') && !self.before(at).is_some_and(shapes::is_word);
        let named = self
            .peek(at + 1)
            .is_some_and(|c| c.is_alphabetic() || c == '_');
        (opens && named).then(|| self.skip(at + 1, shapes::is_word))
    }

    /// "'90s", "'em", and a clitic after something that is no word: `"Novosti"'s`.
    fn leading_apostrophe(&self, at: usize) -> Option<usize> {
        if !shapes::is_apostrophe(self.text[at]) {
            return None;
        }
        let end = self.skip(at + 1, shapes::is_word);
        let tail = self.lower(at + 1..end);
        let digits = tail.trim_end_matches('s');
        if digits.len() == 2 && digits.bytes().all(|b| b.is_ascii_digit()) {
            return Some(end);
        }
        let after_gap = self.before(at).is_none_or(is_gap);
        let clitic = matches!(tail.as_str(), "s" | "m" | "d" | "ll" | "re" | "ve");
        (if after_gap {
            ELIDED.contains(&tail.as_str())
        } else {
            clitic
        })
        .then_some(end)
    }

    fn emoticon(&self, at: usize) -> Option<usize> {
        let nosed = self.peek(at + 1) == Some('-');
        let glued = self.before(at).is_some_and(shapes::is_word);
        if !matches!(self.text[at], ':' | ';') || glued && !nosed {
            return None;
        }
        let mouth = if nosed { at + 2 } else { at + 1 };
        let smiles = self.peek(mouth).is_some_and(|c| "()DPp".contains(c));
        (smiles && self.ends_here(mouth + 1)).then_some(mouth + 1)
    }

    /// "1,000.5", "10:30", "5/10/2017", "20th"; not its glued unit.
    fn number(&self, at: usize) -> Option<usize> {
        let sign = matches!(self.text[at], '+' | '.') && self.before(at).is_none_or(is_gap);
        let starts = self.is_digit(at) || sign && self.is_digit(at + 1);
        if !starts {
            return None;
        }
        let mut end = at + 1;
        loop {
            end = self.skip(end, |c| c.is_ascii_digit());
            let joins = self.peek(end).is_some_and(|c| ".,:/".contains(c));
            if !(joins && self.is_digit(end + 1)) {
                break;
            }
            end += 1;
        }
        if let Some(end) = self.hyphenated_number(at, end) {
            return Some(end);
        }
        let letters = self.skip(end, shapes::is_word);
        let unit = UNITS.contains(&self.lower(end..letters).as_str());
        if unit || letters == end {
            return Some(end);
        }
        Some(self.word_from(at, end))
    }

    /// Telephone numbers and dates keep their hyphens, ranges ("2010-2015") do not.
    fn hyphenated_number(&self, at: usize, first: usize) -> Option<usize> {
        let mut lengths = vec![first - at];
        let mut end = first;
        while self.peek(end) == Some('-') && self.is_digit(end + 1) {
            let next = self.skip(end + 1, |c| c.is_ascii_digit());
            lengths.push(next - end - 1);
            end = next;
        }
        let kept = match lengths[..] {
            [3, 4] => true,
            [_, _] | [_] | [] => false,
            _ => true,
        };
        (kept && !self.is_word(end)).then_some(end)
    }

    fn word(&self, at: usize) -> Option<usize> {
        if !shapes::is_word(self.text[at]) {
            return None;
        }
        Some(self.word_from(at, at))
    }

    /// The end of the word that starts at `start` and reaches `at` at least, with its abbreviation stop.
    fn word_from(&self, start: usize, at: usize) -> usize {
        let mut end = self.skip(at, shapes::is_word);
        while let Some(joined) = self.joined(start, end) {
            end = self.skip(joined, shapes::is_word);
        }
        if self.peek(end) == Some('$')
            && self.text[start..end].iter().all(|c| c.is_uppercase())
            && end - start <= 2
        {
            return end + 1;
        }
        if self.peek(end) == Some('-') && end - start > 1 && self.ends_here(end + 1) {
            return end + 1;
        }
        if self.stop_belongs(start, end) {
            end + 1
        } else {
            end
        }
    }

    /// Where the word goes on after the character at `end`, when that joins.
    fn joined(&self, start: usize, end: usize) -> Option<usize> {
        let joint = self.peek(end)?;
        let next = self.peek(end + 1).filter(|&c| shapes::is_word(c))?;
        let last = self.text[end - 1];
        let joins = match joint {
            '.' => self.is_dotted(start, end),
            '&' => last.is_uppercase() && next.is_uppercase(),
            '/' => end - start == 1 && last.is_lowercase() && next.is_lowercase(),
            '@' => false,
            c if shapes::is_apostrophe(c) => true,
            c if shapes::is_hyphen(c) => self.keeps_hyphen(start, end),
            _ => false,
        };
        joins.then_some(end + 1)
    }

    /// One or two letters between stops: "U.S", "Ph.D"; more make two sentences without a space.
    fn is_dotted(&self, start: usize, end: usize) -> bool {
        let short = |from: usize, to: usize| {
            (1..=2).contains(&(to - from)) && self.text[from..to].iter().all(|c| c.is_alphabetic())
        };
        let last_part = self.text[start..end]
            .iter()
            .rposition(|&c| c == '.')
            .map_or(start, |at| start + at + 1);
        let next_part = self.skip(end + 1, shapes::is_word);
        short(last_part, end) && short(end + 1, next_part)
    }

    fn keeps_hyphen(&self, start: usize, end: usize) -> bool {
        let prefix = self.lower(start..end);
        PREFIXES.contains(&prefix.as_str())
    }

    /// Whether the stop after a word is part of it.
    fn stop_belongs(&self, start: usize, end: usize) -> bool {
        let stops = self.skip(end, |c| c == '.') - end;
        if !matches!(stops, 1 | 2) {
            return false;
        }
        let next = self.skip(end + 1, is_gap);
        let before_number = self.is_digit(next);
        let Some(kind) = abbreviations::abbreviation(&self.text[start..end], before_number) else {
            return false;
        };
        let more_follows = self
            .peek(self.skip(next, |c| {
                is_gap(c) || shapes::is_closer(c) || shapes::is_straight_quote(c)
            }))
            .is_some();
        kind == abbreviations::Abbreviation::Closing || more_follows
    }

    /// A run of one mark ("...", "--", "!!!") or a single one with the marks that modify it.
    fn symbols(&self, at: usize) -> usize {
        let first = self.text[at];
        if matches!(first, '!' | '?') {
            return self.skip(at, |c| matches!(c, '!' | '?'));
        }
        if ".-*=~+<>'`’‘#$/\\".contains(first) {
            return self.skip(at, |c| c == first);
        }
        self.skip(at + 1, |c| {
            matches!(c, '\u{fe0f}' | '\u{200d}' | '\u{300}'..='\u{36f}')
        })
    }
}

fn is_web_address(words: &str) -> bool {
    let lower = words.to_lowercase();
    if lower.contains("://") || lower.starts_with("www.") {
        return true;
    }
    if let Some((user, host)) = lower.split_once('@') {
        return !user.is_empty() && host.contains('.') && !host.ends_with('.');
    }
    let host = lower.split('/').next().unwrap_or_default();
    if is_dotted_path(words) {
        return true;
    }
    let Some((name, domain)) = host.rsplit_once('.') else {
        return false;
    };
    let plain = |part: &str| {
        part.bytes()
            .all(|b| b.is_ascii_alphanumeric() || b"-._".contains(&b))
    };
    let written_lower = words
        .rsplit_once('.')
        .is_some_and(|(_, end)| !end.starts_with(|c: char| c.is_uppercase()));
    name.len() > 1
        && plain(name)
        && DOMAINS.contains(&domain)
        && written_lower
        && !name.ends_with('.')
}

/// Three or more words in small letters with stops between them: a newsgroup ("sci.space.history"), a package.
fn is_dotted_path(words: &str) -> bool {
    let small =
        |part: &str| part.len() > 1 && part.bytes().all(|b| b.is_ascii_lowercase() || b == b'-');
    words.split('.').count() > 2 && words.split('.').all(small)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<String> {
        let characters: Vec<char> = text.chars().collect();
        tokenize(&characters, 0..characters.len())
            .into_iter()
            .map(|range| characters[range].iter().collect())
            .collect()
    }

    #[test]
    fn punctuation_money_and_units_are_words() {
        assert_eq!(
            words("It paid $1,200.50 (about £900m)."),
            [
                "It", "paid", "$", "1,200.50", "(", "about", "£", "900", "m", ")", "."
            ]
        );
        assert_eq!(
            words("US$5bn at 10am"),
            ["US$", "5", "bn", "at", "10", "am"]
        );
    }

    #[test]
    fn hyphens_split_except_after_prefixes() {
        assert_eq!(
            words("a well-known ex-minister"),
            ["a", "well", "-", "known", "ex-minister"]
        );
        assert_eq!(words("from 2010-2015"), ["from", "2010", "-", "2015"]);
    }

    #[test]
    fn abbreviations_keep_their_stop() {
        assert_eq!(
            words("Gen. J. Smith left the U.S. at 5 p.m. on Jan. 3."),
            [
                "Gen.", "J.", "Smith", "left", "the", "U.S.", "at", "5", "p.m.", "on", "Jan.", "3",
                "."
            ]
        );
    }

    #[test]
    fn a_stop_without_a_space_still_ends_a_word() {
        assert_eq!(
            words("They left.The talks go on."),
            ["They", "left", ".", "The", "talks", "go", "on", "."]
        );
    }

    #[test]
    fn an_abbreviation_before_the_stop_of_its_sentence_keeps_its_own() {
        assert_eq!(
            words("He runs Acme Inc.."),
            ["He", "runs", "Acme", "Inc.", "."]
        );
        assert_eq!(
            words("He left Acme Inc..."),
            ["He", "left", "Acme", "Inc", "..."]
        );
    }

    #[test]
    fn runs_of_a_mark_and_faces_are_one_word() {
        assert_eq!(
            words("a $$$ place//shop:-)"),
            ["a", "$$$", "place", "//", "shop", ":-)"]
        );
    }

    #[test]
    fn dotted_paths_are_one_word() {
        assert_eq!(
            words("Ask sci.space.history first."),
            ["Ask", "sci.space.history", "first", "."]
        );
        assert_eq!(
            words("he left.she stayed"),
            ["he", "left", ".", "she", "stayed"]
        );
    }

    #[test]
    fn addresses_are_one_word() {
        assert_eq!(
            words("See www.example.org/news, or mail a.b@example.org."),
            [
                "See",
                "www.example.org/news",
                ",",
                "or",
                "mail",
                "a.b@example.org",
                "."
            ]
        );
    }
}
