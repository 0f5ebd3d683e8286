//! The syntactic words inside one written word: "do|n't", "Russia|'s", "can|not".

use super::shapes::is_apostrophe;
use std::ops::Range;

/// Clitics written with an apostrophe, without it.
const AFTER_APOSTROPHE: &[&str] = &["s", "m", "d", "ll", "re", "ve"];

/// Written words that are two, with the length of the first.
const FUSED: &[(&str, usize)] = &[
    ("cannot", 3),
    ("gonna", 3),
    ("wanna", 3),
    ("gotta", 3),
    ("gimme", 3),
    ("lemme", 3),
    ("dont", 2),
    ("didnt", 3),
    ("doesnt", 4),
    ("isnt", 2),
    ("wasnt", 3),
    ("couldnt", 5),
    ("wouldnt", 5),
    ("shouldnt", 6),
    ("havent", 4),
    ("hasnt", 3),
    ("arent", 3),
    ("werent", 4),
];

/// Cuts a written word into its syntactic words.
pub(super) fn split(text: &[char], word: Range<usize>) -> Vec<Range<usize>> {
    match cut(text, &word) {
        Some(at) if at > word.start && at < word.end => {
            let mut parts = split(text, word.start..at);
            parts.push(at..word.end);
            parts
        }
        _ => vec![word],
    }
}

fn cut(text: &[char], word: &Range<usize>) -> Option<usize> {
    let characters = &text[word.clone()];
    if let Some(apostrophe) = characters.iter().rposition(|&c| is_apostrophe(c)) {
        let tail = lower(&characters[apostrophe + 1..]);
        if tail == "t" && apostrophe >= 2 && characters[apostrophe - 1].eq_ignore_ascii_case(&'n') {
            return Some(word.start + apostrophe - 1);
        }
        return AFTER_APOSTROPHE
            .contains(&tail.as_str())
            .then_some(word.start + apostrophe);
    }
    if characters.len() > 8 {
        return None;
    }
    let whole = lower(characters);
    let (_, first) = FUSED.iter().find(|(fused, _)| *fused == whole)?;
    Some(word.start + first)
}

fn lower(characters: &[char]) -> String {
    characters.iter().flat_map(|c| c.to_lowercase()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(word: &str) -> Vec<String> {
        let characters: Vec<char> = word.chars().collect();
        split(&characters, 0..characters.len())
            .into_iter()
            .map(|range| characters[range].iter().collect())
            .collect()
    }

    #[test]
    fn clitics_are_words() {
        assert_eq!(words("don't"), ["do", "n't"]);
        assert_eq!(words("wouldn’t've"), ["would", "n’t", "'ve"]);
        assert_eq!(words("Russia's"), ["Russia", "'s"]);
        assert_eq!(words("cannot"), ["can", "not"]);
    }

    #[test]
    fn names_with_an_apostrophe_stay_whole() {
        assert_eq!(words("O'Neill"), ["O'Neill"]);
        assert_eq!(words("Qur'an"), ["Qur'an"]);
    }
}
