//! Known names and what they may stand for.

mod builder;
mod embedded;
mod identity;
mod name_key;
mod person_names;
mod table;
mod turtle;
mod user_file;

use crate::{ClassTree, OntologyError};
use builder::GazetteerBuilder;
pub(crate) use name_key::word_count;
use name_key::{NameKey, leading_word, without_accents};
pub use person_names::Gender;
use person_names::PersonNames;
use rustc_hash::{FxHashMap, FxHashSet};
use std::path::PathBuf;

/// Names of more words are not looked for without the accents that a text gives them.
const MOST_ACCENTED_WORDS: usize = 6;

/// Index of an entry in its gazetteer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct GazetteerId(pub u32);

/// One known place, organisation or group.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct GazetteerEntry {
    /// Preferred name.
    pub label: String,
    /// Local name of its class, e.g. `Country`.
    pub class: String,
    /// Wikidata id.
    pub wikidata: Option<String>,
    /// IRI that a user's file gives it.
    pub iri: Option<String>,
    /// ISO 3166-1 alpha-2 code of the country it is, or lies in.
    pub country: Option<String>,
    /// Label of the state, province or nation it lies in, for places of Australia, Canada, the United Kingdom
    /// and the United States.
    pub region: Option<String>,
    /// Inhabitants: breaks ties between places of one name.
    pub population: Option<u64>,
    /// For a country: label of its capital city.
    pub capital: Option<String>,
}

/// Why a name alone is weak evidence that its entry is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NameRisk {
    /// It is an everyday word too: "Reading", "Target".
    CommonWord,
    /// People bear it too: "Madison", "Dell".
    PersonName,
}

/// Known names: what they may stand for.
#[derive(Clone, Debug, Default)]
pub struct Gazetteer {
    entries: Vec<GazetteerEntry>,
    /// Key of a name → entries, the likeliest first.
    names: FxHashMap<Box<str>, Vec<GazetteerId>>,
    /// Key of a demonym ("Russian", "Russians") → the country or territory.
    demonyms: FxHashMap<Box<str>, GazetteerId>,
    /// Leading word of names and demonyms → words of the longest one that starts with it.
    starts: FxHashMap<Box<str>, usize>,
    /// Words of the longest name or demonym of all.
    longest: usize,
    /// ISO 3166-1 alpha-2 code → country.
    countries: FxHashMap<Box<str>, GazetteerId>,
    /// Entries that a user's file speaks of.
    users: FxHashSet<GazetteerId>,
    people: PersonNames,
    /// Names that are everyday words.
    common_words: FxHashSet<&'static str>,
    /// Names of bodies that those of other states bear too.
    shared_names: FxHashSet<&'static str>,
}

impl Gazetteer {
    /// The embedded names.
    ///
    /// # Errors
    /// When an embedded file is broken, which the crate's tests rule out.
    pub fn embedded() -> Result<Self, OntologyError> {
        Self::with_files(&[], &ClassTree::default())
    }

    /// The embedded names with those of a user's files, whose classes must be in `classes`.
    ///
    /// # Errors
    /// When a file cannot be read or says something a gazetteer cannot hold; names file and line.
    pub fn with_files(files: &[PathBuf], classes: &ClassTree) -> Result<Self, OntologyError> {
        let mut builder = GazetteerBuilder::default();
        embedded::load(&mut builder)?;
        for file in files {
            user_file::read(file, classes, &mut builder)?;
        }
        Ok(builder.finish())
    }

    /// The entry behind an id of this gazetteer.
    pub fn entry(&self, id: GazetteerId) -> &GazetteerEntry {
        &self.entries[id.0 as usize]
    }

    /// What a name may stand for, the likeliest first. Letter case counts; accents may be missing ("Bogota") or
    /// be more than the table has ("Khánh Hòa"), and spaces around punctuation do not count ("U.S.", "Guinea - Bissau").
    pub fn lookup(&self, name: &str) -> &[GazetteerId] {
        find(&self.names, name).map_or(&[], Vec::as_slice)
    }

    /// The longest name that the words begin with: the number of its words, and what it may stand for,
    /// the likeliest first. Words are tokens as any tokeniser makes them: `["Guinea", "-", "Bissau"]` and
    /// `["Guinea-Bissau"]` both match.
    pub fn longest_match(&self, words: &[&str]) -> Option<(usize, &[GazetteerId])> {
        self.longest(&self.names, words)
            .map(|(count, ids)| (count, ids.as_slice()))
    }

    /// The country or territory that a demonym belongs to: an adjective or a noun for its people, in
    /// singular or plural ("South African", "Britons").
    pub fn demonym(&self, words: &str) -> Option<GazetteerId> {
        find(&self.demonyms, words).copied()
    }

    /// The longest demonym that the words begin with: the number of its words, and its country or
    /// territory.
    pub fn longest_demonym(&self, words: &[&str]) -> Option<(usize, GazetteerId)> {
        self.longest(&self.demonyms, words)
            .map(|(count, &id)| (count, id))
    }

    /// The country with this ISO 3166-1 alpha-2 code.
    pub fn country(&self, iso: &str) -> Option<GazetteerId> {
        self.countries.get(iso).copied()
    }

    /// Why the name alone, even with a capital letter, is weak evidence that its entry is meant; none for
    /// countries, large cities and what a user's file names.
    pub fn risk(&self, name: &str) -> Option<NameRisk> {
        /// A place of this size is more often in the news than people of its name.
        const LARGE: u64 = 300_000;
        let likeliest = *self.lookup(name).first()?;
        let entry = self.entry(likeliest);
        if entry.class == "Country" || self.users.contains(&likeliest) {
            None
        } else if self.common_words.contains(name) {
            Some(NameRisk::CommonWord)
        } else if entry.population < Some(LARGE) && self.people.knows(name) {
            Some(NameRisk::PersonName)
        } else {
            None
        }
    }

    /// Whether bodies of several states go by this name, so that only a state which the text names tells whose is meant:
    /// "Supreme Court". Never what a user's file names.
    pub fn is_shared(&self, name: &str) -> bool {
        let users = |id| self.users.contains(id);
        self.shared_names.contains(name) && !self.lookup(name).iter().any(users)
    }

    /// The gender of a given name, in any letter case.
    pub fn given_name(&self, name: &str) -> Option<Gender> {
        self.people.given_name(name)
    }

    /// Whether people bear it as a surname; in any letter case.
    pub fn is_surname(&self, name: &str) -> bool {
        self.people.is_surname(name)
    }

    /// Number of words of the longest name or demonym that begins with this word, each punctuation mark counted
    /// as a word: no lookup from here needs more, and none at all where it is 0.
    pub fn longest_from(&self, first: &str) -> usize {
        match leading_word(first) {
            // A mark that a name may be written with.
            "" => self.longest,
            leading => self.words_from(leading).unwrap_or_else(|| {
                without_accents(leading)
                    .and_then(|plain| self.words_from(&plain))
                    .unwrap_or(0)
            }),
        }
    }

    fn words_from(&self, leading: &str) -> Option<usize> {
        self.starts.get(leading).copied()
    }

    /// All entries in the order they were loaded.
    pub fn iter(&self) -> impl Iterator<Item = (GazetteerId, &GazetteerEntry)> {
        (0u32..).map(GazetteerId).zip(&self.entries)
    }

    /// The longest name as it is written, else without its accents: "Khánh Hòa" is known as "Khanh Hoa".
    fn longest<'a, T>(
        &self,
        names: &'a FxHashMap<Box<str>, T>,
        words: &[&str],
    ) -> Option<(usize, &'a T)> {
        self.longest_spelled_so(names, words).or_else(|| {
            let words = &words[..words.len().min(MOST_ACCENTED_WORDS)];
            let plain: Vec<String> = words
                .iter()
                .map(|word| without_accents(word).unwrap_or_else(|| (*word).to_owned()))
                .collect();
            let plain: Vec<&str> = plain.iter().map(String::as_str).collect();
            (plain != words)
                .then(|| self.longest_spelled_so(names, &plain))
                .flatten()
        })
    }

    fn longest_spelled_so<'a, T>(
        &self,
        names: &'a FxHashMap<Box<str>, T>,
        words: &[&str],
    ) -> Option<(usize, &'a T)> {
        let longest = self.words_from(leading_word(words.first()?))?;
        let mut key = NameKey::default();
        let mut best = None;
        for (index, word) in words.iter().take(longest).enumerate() {
            key.push_word(word);
            if let Some(value) = names.get(key.as_str()) {
                best = Some((index + 1, value));
            }
        }
        best
    }
}

fn find<'a, T>(names: &'a FxHashMap<Box<str>, T>, name: &str) -> Option<&'a T> {
    let spelled = |name: &str| names.get(NameKey::of(name).as_str());
    names
        .get(name)
        .or_else(|| spelled(name))
        .or_else(|| spelled(&without_accents(name)?))
}

#[cfg(test)]
mod tests;
#[cfg(test)]
mod user_file_tests;
