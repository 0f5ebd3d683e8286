use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// A name in the form in which names are compared: words parted by one space, no space beside punctuation,
/// straight apostrophes. So the key does not depend on how a tokeniser cuts "Côte d'Ivoire" or "U.S.".
#[derive(Debug, Default)]
pub(super) struct NameKey {
    key: String,
}

impl NameKey {
    pub(super) fn of(name: &str) -> Self {
        let mut key = Self::default();
        name.split_whitespace().for_each(|word| key.push_word(word));
        key
    }

    pub(super) fn push_word(&mut self, word: &str) {
        let inside = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        if inside(self.key.chars().next_back()) && inside(word.chars().next()) {
            self.key.push(' ');
        }
        self.key
            .extend(word.chars().map(|c| if c == '’' { '\'' } else { c }));
    }

    pub(super) fn as_str(&self) -> &str {
        &self.key
    }
}

/// The key of a whole name.
pub(super) fn name_key(name: &str) -> Box<str> {
    // Most names are their own key.
    if name.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
        return name.into();
    }
    NameKey::of(name).key.into_boxed_str()
}

/// The first run of letters and digits.
pub(super) fn leading_word(name: &str) -> &str {
    let name = name.trim_start_matches(|c: char| !c.is_alphanumeric());
    let end = name
        .find(|c: char| !c.is_alphanumeric())
        .unwrap_or(name.len());
    &name[..end]
}

/// The number of words under the finest tokenisation: each punctuation mark is a word.
pub(crate) fn word_count(name: &str) -> usize {
    let mut count = 0;
    let mut in_word = false;
    for c in name.chars() {
        count += usize::from(!(c.is_whitespace() || in_word && c.is_alphanumeric()));
        in_word = c.is_alphanumeric();
    }
    count
}

/// The name in plain Latin letters, when it has others: "Bogotá" → "Bogota".
pub(super) fn without_accents(name: &str) -> Option<String> {
    if name.is_ascii() {
        return None;
    }
    let mut plain = String::with_capacity(name.len());
    for c in name.nfd().filter(|&c| !is_combining_mark(c)) {
        match c {
            'ø' => plain.push('o'),
            'Ø' => plain.push('O'),
            'ł' => plain.push('l'),
            'Ł' => plain.push('L'),
            'đ' => plain.push('d'),
            'Đ' => plain.push('D'),
            'ı' => plain.push('i'),
            'ə' => plain.push('a'),
            'Ə' => plain.push('A'),
            'ß' => plain.push_str("ss"),
            'æ' => plain.push_str("ae"),
            'Æ' => plain.push_str("Ae"),
            'þ' => plain.push_str("th"),
            'Þ' => plain.push_str("Th"),
            'ð' => plain.push('d'),
            '‘' | '’' | 'ʻ' | 'ʼ' => plain.push('\''),
            _ => plain.push(c),
        }
    }
    (plain != name).then_some(plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(words: &[&str]) -> String {
        let mut key = NameKey::default();
        words.iter().for_each(|word| key.push_word(word));
        key.as_str().to_owned()
    }

    #[test]
    fn the_key_does_not_depend_on_the_tokeniser() {
        assert_eq!(key(&["U.S."]), key(&["U.S", "."]));
        assert_eq!(key(&["Guinea-Bissau"]), key(&["Guinea", "-", "Bissau"]));
        assert_eq!(
            key(&["Lloyd’s", "of", "London"]),
            key(&["Lloyd", "'s", "of", "London"])
        );
        assert_ne!(key(&["I", "ran"]), key(&["Iran"]));
    }

    #[test]
    fn words_are_counted_as_finely_as_a_tokeniser_may_cut() {
        assert_eq!(word_count("Burkina Faso"), 2);
        assert_eq!(word_count("Côte d'Ivoire"), 4);
        assert_eq!(word_count("U.S."), 4);
    }

    #[test]
    fn accents_are_dropped_only_where_there_are_some() {
        assert_eq!(without_accents("Chișinău").as_deref(), Some("Chisinau"));
        assert_eq!(without_accents("Łódź").as_deref(), Some("Lodz"));
        assert_eq!(without_accents("Paris"), None);
    }

    #[test]
    fn the_leading_word_ends_at_punctuation() {
        assert_eq!(leading_word("U.S."), "U");
        assert_eq!(leading_word("São Paulo"), "São");
        assert_eq!(leading_word("'s-Hertogenbosch"), "s");
    }
}
