//! What the linear models see of a written word.

use super::feature::fingerprint;

/// Fingerprints of a written word and of its parts.
#[derive(Clone, Copy, Debug, Default)]
pub struct Form {
    /// The word in lower case, digits made equal.
    pub word: u32,
    /// Its first one to three characters.
    pub prefixes: [u32; 3],
    /// Its last one to four characters.
    pub suffixes: [u32; 4],
    /// Letter case, digits and marks, runs shortened: "Jong-un" is "Xx-x".
    pub shape: u32,
    /// The shape together with what it is worth: first in the sentence, or in a shouted one.
    pub cased_shape: u32,
}

/// The forms of a sentence's words.
pub fn forms<'t>(words: impl IntoIterator<Item = &'t str>) -> Vec<Form> {
    let words: Vec<&str> = words.into_iter().collect();
    let shouted = is_shouted(&words);
    let first = words
        .iter()
        .position(|word| word.chars().any(char::is_alphanumeric))
        .unwrap_or(0);
    words
        .iter()
        .enumerate()
        .map(|(at, word)| form(word, at == first, shouted))
        .collect()
}

fn form(word: &str, first: bool, shouted: bool) -> Form {
    let normal: Vec<char> = word
        .chars()
        .flat_map(char::to_lowercase)
        .map(equal_digits)
        .collect();
    let text = |from: usize, to: usize| fingerprint(&normal[from..to].iter().collect::<String>());
    let length = normal.len();
    let shape = fingerprint(&shape(word));
    Form {
        word: text(0, length),
        prefixes: std::array::from_fn(|n| if n < length { text(0, n + 1) } else { 0 }),
        suffixes: std::array::from_fn(|n| {
            if n < length {
                text(length - n - 1, length)
            } else {
                0
            }
        }),
        shape,
        cased_shape: shape ^ (u32::from(first) * 0x1234_5671) ^ (u32::from(shouted) * 0x2345_6711),
    }
}

fn equal_digits(c: char) -> char {
    match c {
        '0'..='9' => '0',
        '’' | '`' => '\'',
        '“' | '”' => '"',
        c => c,
    }
}

fn shape(word: &str) -> String {
    let mut shape = String::new();
    let mut run = 0;
    for c in word.chars() {
        let class = match c {
            c if c.is_uppercase() => 'X',
            c if c.is_alphabetic() => 'x',
            c if c.is_numeric() => '0',
            c => equal_digits(c),
        };
        run = if shape.ends_with(class) { run + 1 } else { 1 };
        if run <= 2 {
            shape.push(class);
        }
    }
    shape
}

/// Whether letter case says nothing: nearly every word of a longer line is in capitals.
fn is_shouted(words: &[&str]) -> bool {
    let lettered = words
        .iter()
        .filter(|word| word.chars().filter(|c| c.is_alphabetic()).count() > 1);
    let (mut all, mut capitals) = (0, 0);
    for word in lettered {
        all += 1;
        capitals += usize::from(!word.chars().any(char::is_lowercase));
    }
    all > 2 && capitals * 5 > all * 4
}
