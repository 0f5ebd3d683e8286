use super::embedded;
use super::name_key::{leading_word, name_key, without_accents, word_count};
use super::person_names::PersonNames;
use super::{Gazetteer, GazetteerEntry, GazetteerId};
use rustc_hash::{FxBuildHasher, FxHashMap, FxHashSet};
use std::cmp::Reverse;

/// An entry with all its names.
#[derive(Debug, Default)]
pub(super) struct NamedEntry {
    pub(super) entry: GazetteerEntry,
    pub(super) aliases: Vec<String>,
    pub(super) demonyms: Vec<String>,
    /// All seats of government; the entry holds the first.
    pub(super) capitals: Vec<String>,
}

impl NamedEntry {
    fn add(&mut self, mut other: Self) {
        let label = std::mem::take(&mut other.entry.label);
        if label != self.entry.label {
            self.aliases.push(label);
        }
        self.aliases.extend(other.aliases);
        self.demonyms.extend(other.demonyms);
        let (own, other) = (&mut self.entry, other.entry);
        own.wikidata = other.wikidata.or(own.wikidata.take());
        own.iri = other.iri.or(own.iri.take());
        own.country = other.country.or(own.country.take());
        own.region = other.region.or(own.region.take());
        own.population = other.population.or(own.population);
        own.capital = other.capital.or(own.capital.take());
    }

    fn names(&self) -> impl Iterator<Item = &str> {
        std::iter::once(&self.entry.label)
            .chain(&self.aliases)
            .map(String::as_str)
    }
}

/// Whose file an entry comes from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Origin {
    /// A file of this crate.
    #[default]
    Embedded,
    /// A user's file: what a user names is what the user's texts mean.
    User,
}

/// Collects entries, then orders what each name may stand for.
#[derive(Debug, Default)]
pub(super) struct GazetteerBuilder {
    entries: Vec<NamedEntry>,
    origins: Vec<Origin>,
    /// Wikidata id or label → entries; empty until a user's file asks.
    known: FxHashMap<Box<str>, Vec<usize>>,
}

impl GazetteerBuilder {
    pub(super) fn add(&mut self, entry: NamedEntry) {
        self.entries.push(entry);
        self.origins.push(Origin::Embedded);
    }

    /// Adds what a user's file says of an entry: to the entry of the same class that has the same Wikidata
    /// id or label, where there is one.
    pub(super) fn add_user_entry(&mut self, named: NamedEntry) {
        if self.known.is_empty() {
            (0..self.entries.len()).for_each(|index| self.note_known(index));
        }
        match self.same_entry(&named.entry) {
            Some(index) => {
                self.entries[index].add(named);
                self.origins[index] = Origin::User;
                self.note_known(index);
            }
            None => {
                self.entries.push(named);
                self.origins.push(Origin::User);
                self.note_known(self.entries.len() - 1);
            }
        }
    }

    fn note_known(&mut self, index: usize) {
        let entry = &self.entries[index].entry;
        for key in entry.wikidata.iter().chain([&entry.label]) {
            let entries = self.known.entry(key.as_str().into()).or_default();
            if !entries.contains(&index) {
                entries.push(index);
            }
        }
    }

    fn same_entry(&self, entry: &GazetteerEntry) -> Option<usize> {
        let keys = entry.wikidata.iter().chain([&entry.label]);
        keys.filter_map(|key| self.known.get(key.as_str()))
            .flatten()
            .copied()
            .find(|&index| are_same(&self.entries[index].entry, entry))
    }

    pub(super) fn finish(self) -> Gazetteer {
        let order = self.likeliest_first();
        let mut gazetteer = Gazetteer::for_entries(self.entries.len());
        for index in order {
            let id = GazetteerId(index as u32);
            let named = &self.entries[index];
            if self.origins[index] == Origin::User {
                gazetteer.users.insert(id);
            }
            named.names().for_each(|name| gazetteer.add_name(name, id));
        }
        for (id, named) in (0u32..).map(GazetteerId).zip(self.entries) {
            named
                .demonyms
                .iter()
                .for_each(|demonym| gazetteer.add_demonym(demonym, id));
            gazetteer.add_entry(named.entry, id);
        }
        gazetteer
    }

    fn likeliest_first(&self) -> Vec<usize> {
        let capitals = self.capitals();
        let mut order: Vec<usize> = (0..self.entries.len()).collect();
        order.sort_by_cached_key(|&index| {
            let entry = &self.entries[index].entry;
            Reverse((self.origins[index], prominence(entry, &capitals)))
        });
        order
    }

    /// Country code and label of the capitals.
    fn capitals(&self) -> FxHashSet<(&str, &str)> {
        self.entries
            .iter()
            .filter_map(|named| Some((named.entry.country.as_deref()?, &named.capitals)))
            .flat_map(|(country, capitals)| {
                capitals
                    .iter()
                    .map(move |capital| (country, capital.as_str()))
            })
            .collect()
    }
}

/// Whether two entries are about one thing: of one class, with one Wikidata id, or with one label and nothing
/// that speaks against it.
fn are_same(one: &GazetteerEntry, other: &GazetteerEntry) -> bool {
    let agree = |a: &Option<String>, b: &Option<String>| a.is_none() || b.is_none() || a == b;
    let same_id = one.wikidata.is_some() && one.wikidata == other.wikidata;
    let same_label = one.label == other.label
        && agree(&one.wikidata, &other.wikidata)
        && agree(&one.iri, &other.iri)
        && agree(&one.country, &other.country)
        && agree(&one.region, &other.region);
    one.class == other.class && (same_id || same_label)
}

/// How likely a news text means this entry rather than another of the same name, as a population: news
/// names cities more often than regions of the same size, and capitals more often still.
fn prominence(entry: &GazetteerEntry, capitals: &FxHashSet<(&str, &str)>) -> u64 {
    const COUNTRY: u64 = 1_000_000_000_000;
    const ORGANISATION: u64 = 5_000_000;
    const TERRITORY: u64 = 4_000_000;
    const OTHER: u64 = 1_000_000;
    let population = entry.population.unwrap_or(0);
    match entry.class.as_str() {
        "Country" => COUNTRY + population,
        "City" => {
            let country = entry.country.as_deref().unwrap_or_default();
            let is_capital = capitals.contains(&(country, entry.label.as_str()));
            population * if is_capital { 15 } else { 5 }
        }
        "Territory" => population.max(TERRITORY),
        "NaturalFeature" | "Facility" | "Group" => OTHER,
        _ => ORGANISATION,
    }
}

impl Gazetteer {
    /// A gazetteer that knows names of people and everyday words, with room for so many entries.
    fn for_entries(count: usize) -> Self {
        Self {
            entries: Vec::with_capacity(count),
            names: FxHashMap::with_capacity_and_hasher(2 * count, FxBuildHasher),
            starts: FxHashMap::with_capacity_and_hasher(count, FxBuildHasher),
            people: PersonNames::embedded(),
            common_words: embedded::common_words(),
            shared_names: embedded::shared_names(),
            ..Self::default()
        }
    }

    fn add_entry(&mut self, entry: GazetteerEntry, id: GazetteerId) {
        if let (true, Some(iso)) = (entry.class == "Country", &entry.country) {
            self.countries.entry(iso.as_str().into()).or_insert(id);
        }
        self.entries.push(entry);
    }

    fn add_name(&mut self, name: &str, id: GazetteerId) {
        if let Some(plain) = without_accents(name) {
            self.add_name(&plain, id);
        }
        let key = self.start(name);
        let ids = self.names.entry(key).or_default();
        if !ids.contains(&id) {
            ids.push(id);
        }
    }

    fn add_demonym(&mut self, demonym: &str, id: GazetteerId) {
        if let Some(plain) = without_accents(demonym) {
            self.add_demonym(&plain, id);
        }
        let key = self.start(demonym);
        self.demonyms.entry(key).or_insert(id);
    }

    fn start(&mut self, name: &str) -> Box<str> {
        let words = word_count(name);
        self.longest = self.longest.max(words);
        let leading = leading_word(name);
        match self.starts.get_mut(leading) {
            Some(longest) => *longest = words.max(*longest),
            None => {
                self.starts.insert(leading.into(), words);
            }
        }
        name_key(name)
    }
}
