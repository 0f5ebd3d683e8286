//! Lemmas: an inflected verb has the base that the dictionary gives it; else, for each Penn tag, the longest known
//! ending of a word says how to rewrite it.

mod verbs;

use self::verbs::Verbs;
use crate::{ModelError, ModelFile, Upos, Xpos};
use rustc_hash::FxHashMap;
use std::fmt;

/// Kind of the model file.
pub const KIND: &str = "lemma rules";

/// A universal and a Penn tag that go together.
pub type Tag = (Upos, Xpos);

/// The mark before the first character of a word: an ending with it is the whole word.
pub const WHOLE: char = '^';

/// How to make a lemma from a form.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LemmaRule {
    /// Number of characters to drop from the end.
    pub cut: usize,
    /// What to append then.
    pub append: String,
}

impl LemmaRule {
    /// The rule that makes `lemma` from `form`.
    pub fn between(form: &str, lemma: &str) -> Self {
        let shared = form
            .chars()
            .zip(lemma.chars())
            .take_while(|(a, b)| a == b)
            .count();
        Self {
            cut: form.chars().count() - shared,
            append: lemma.chars().skip(shared).collect(),
        }
    }

    /// The lemma of a form; the form itself when it is too short to cut.
    pub fn apply(&self, form: &str) -> String {
        let length = form.chars().count();
        if self.cut > length {
            return form.to_owned();
        }
        form.chars()
            .take(length - self.cut)
            .chain(self.append.chars())
            .collect()
    }
}

impl fmt::Display for LemmaRule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", self.cut, self.append)
    }
}

/// A trained lemmatiser.
#[derive(Clone, Debug, Default)]
pub struct Lemmatizer {
    /// For each Penn tag: ending → rule.
    endings: Vec<FxHashMap<Box<str>, u32>>,
    rules: Vec<LemmaRule>,
    verbs: Verbs,
}

impl Lemmatizer {
    /// Reads the lemma rules from their model file: lines `XPOS ending rule`, tab-separated.
    ///
    /// # Errors
    /// When a line is not of that form.
    pub fn read(file: &ModelFile<'_>) -> Result<Self, ModelError> {
        let text = std::str::from_utf8(file.section("lemmas")?)
            .map_err(|_| ModelError::Content("the lemma rules are not UTF-8".to_owned()))?;
        let mut lemmatizer = Self {
            endings: vec![FxHashMap::default(); Xpos::ALL.len()],
            rules: Vec::new(),
            verbs: Verbs::default(),
        };
        let mut known = FxHashMap::default();
        for line in text.lines() {
            let (xpos, ending, rule) = read_line(line)
                .ok_or_else(|| ModelError::Content(format!("{line:?} is not a lemma rule")))?;
            let next = lemmatizer.rules.len() as u32;
            let rule_id = *known.entry(rule.clone()).or_insert(next);
            if rule_id == next {
                lemmatizer.rules.push(rule);
            }
            lemmatizer.endings[xpos as usize].insert(ending.into(), rule_id);
        }
        Ok(lemmatizer)
    }

    /// The lemma of a form under its tag: lower case, except of proper nouns and letter-words.
    pub fn lemma(&self, form: &str, tag: Tag) -> String {
        let key = lemma_key(form, tag);
        if let Some(base) = self.verb_base(&key, tag) {
            return base;
        }
        let marked: String = std::iter::once(WHOLE).chain(key.chars()).collect();
        let endings = &self.endings[tag.1 as usize];
        // A name is its own lemma: the ending of another name says nothing of it.
        let shortest = if tag.1 == Xpos::Nnp { marked.len() } else { 0 };
        let rule = marked
            .char_indices()
            .map(|(at, _)| &marked[at..])
            .chain(std::iter::once(""))
            .filter(|ending| ending.len() >= shortest)
            .find_map(|ending| endings.get(ending));
        match rule {
            Some(&rule) => self.rules[rule as usize].apply(&key),
            None => key,
        }
    }

    /// Taggers mix up the forms of a verb, so that a form tagged as a base may be inflected: "deports".
    fn verb_base(&self, form: &str, (upos, xpos): Tag) -> Option<String> {
        if upos != Upos::Verb {
            return None;
        }
        let tagged_as_base = matches!(xpos, Xpos::Vb | Xpos::Vbp);
        let no_gerund = xpos == Xpos::Vbg && !form.ends_with("ing") && !form.ends_with("in'");
        if (tagged_as_base || no_gerund) && self.verbs.is_base(form) {
            return Some(form.to_owned());
        }
        self.verbs.base(form)
    }
}

fn read_line(line: &str) -> Option<(Xpos, &str, LemmaRule)> {
    let mut fields = line.split('\t');
    let (xpos, ending, rule) = (fields.next()?, fields.next()?, fields.next()?);
    let digits = rule.len() - rule.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let rule = LemmaRule {
        cut: rule[..digits].parse().ok()?,
        append: rule[digits..].to_owned(),
    };
    Some((xpos.parse().ok()?, ending, rule))
}

/// The form in the letter case of its lemma, its apostrophes straight.
pub fn lemma_key(form: &str, (upos, xpos): Tag) -> String {
    let proper = upos == Upos::Propn || matches!(xpos, Xpos::Nnp | Xpos::Nnps);
    let keeps_case = proper || matches!(upos, Upos::X | Upos::Sym) || is_letter_word(form, upos);
    let form = form.replace('’', "'");
    if keeps_case {
        form
    } else {
        form.to_lowercase()
    }
}

/// "DVD", "GDP": two to five capitals of a noun are its lemma's, too.
fn is_letter_word(form: &str, upos: Upos) -> bool {
    upos == Upos::Noun
        && form.chars().any(char::is_uppercase)
        && form.chars().filter(|c| c.is_uppercase()).count() > 1
        && form.chars().count() <= 6
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lemmatizer(lines: &str) -> Lemmatizer {
        let file = ModelFile {
            header: Vec::new(),
            sections: vec![("lemmas".into(), lines.as_bytes().to_vec().into())],
        };
        Lemmatizer::read(&file).unwrap()
    }

    #[test]
    fn the_longest_ending_decides() {
        let lemmas = lemmatizer("VBD\ted\t1\nVBD\t^met\t1et\nVBD\tied\t3y\n");
        let past = (Upos::Verb, Xpos::Vbd);
        assert_eq!(lemmas.lemma("Xylophoned", past), "xylophone");
        assert_eq!(lemmas.lemma("met", past), "meet");
        assert_eq!(lemmas.lemma("denied", past), "deny");
        assert_eq!(lemmas.lemma("Lavrov", (Upos::Propn, Xpos::Nnp)), "Lavrov");
    }

    #[test]
    fn the_ending_of_a_name_says_nothing_of_another() {
        let lemmas = lemmatizer("NNP\teli\t2i\nNNP\t^Wed.\t1nesday\n");
        let name = (Upos::Propn, Xpos::Nnp);
        assert_eq!(lemmas.lemma("Israeli", name), "Israeli");
        assert_eq!(lemmas.lemma("Wed.", name), "Wednesday");
    }
}
