use crate::gazetteer::word_count;
use rustc_hash::FxHashMap;

/// Offices and titles by their lower-case words: "prime minister", "secretary of state".
#[derive(Clone, Debug, Default)]
pub struct Offices {
    by_words: FxHashMap<String, Office>,
    /// Letters and digits that an office begins with → words of the longest one that does.
    starts: FxHashMap<String, usize>,
}

impl Offices {
    pub(crate) fn insert(&mut self, words: String, office: Office) {
        let longest = self.starts.entry(first_run(&words).to_owned()).or_default();
        *longest = word_count(&words).max(*longest);
        self.by_words.insert(words, office);
    }

    /// The office with exactly these words, in lower case.
    pub fn get(&self, words: &str) -> Option<&Office> {
        self.by_words.get(words)
    }

    /// Number of words of the longest office that begins with this lower-case word, each punctuation mark counted
    /// as a word; 0 where none does.
    pub fn longest_from(&self, first: &str) -> usize {
        self.starts.get(first_run(first)).copied().unwrap_or(0)
    }

    /// All offices with their words, in no order.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Office)> {
        self.by_words
            .iter()
            .map(|(words, office)| (words.as_str(), office))
    }
}

/// The letters and digits before the first other character: "co" of "co-president", however a tokeniser cuts it.
fn first_run(words: &str) -> &str {
    let end = words
        .find(|c: char| !c.is_alphanumeric())
        .unwrap_or(words.len());
    &words[..end]
}

/// An office that people hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Office {
    /// As it is written in a post's name: "Prime Minister".
    pub label: String,
    /// What holding it says.
    pub rank: OfficeRank,
}

/// What holding an office says about the holder and the body.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum OfficeRank {
    /// At the head of the body: `leads`.
    Head,
    /// An office of a state or body: `officialOf`.
    Official,
    /// Staff and spokespeople: `worksFor`.
    Staff,
    /// A seat: `memberOf`.
    Member,
    /// A rank or profession without an office: "General", "Professor", "singer".
    Title,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn offices(words: &[&str]) -> Offices {
        let mut offices = Offices::default();
        for &words in words {
            let office = Office {
                label: words.to_owned(),
                rank: OfficeRank::Head,
            };
            offices.insert(words.to_owned(), office);
        }
        offices
    }

    #[test]
    fn a_search_knows_how_far_to_read() {
        let offices = offices(&["king", "co-president", "head of state", "head"]);
        assert_eq!(offices.longest_from("head"), 3);
        assert_eq!(offices.longest_from("king"), 1);
        assert_eq!(offices.longest_from("kingdom"), 0);
        // "co-president" as one token or three.
        assert_eq!(offices.longest_from("co"), 3);
        assert_eq!(offices.longest_from("co-president"), 3);
    }
}
