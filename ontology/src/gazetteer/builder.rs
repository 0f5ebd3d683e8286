use super::name_key::{NameKey, leading_word, without_accents, word_count};
use super::{Gazetteer, GazetteerEntry, GazetteerId, Gender};
use rustc_hash::{FxHashMap, FxHashSet};
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
    given_names: FxHashMap<Box<str>, Gender>,
}

impl GazetteerBuilder {
    pub(super) fn add(&mut self, entry: NamedEntry, origin: Origin) {
        self.entries.push(entry);
        self.origins.push(origin);
    }

    pub(super) fn add_given_name(&mut self, name: &str, gender: Gender) {
        self.given_names.insert(name.to_lowercase().into(), gender);
    }

    pub(super) fn finish(self) -> Gazetteer {
        let order = self.likeliest_first();
        let mut gazetteer = Gazetteer {
            given_names: self.given_names,
            ..Gazetteer::default()
        };
        for index in order {
            let id = GazetteerId(index as u32);
            let named = &self.entries[index];
            gazetteer.add_name(&named.entry.label, id);
            named
                .aliases
                .iter()
                .for_each(|alias| gazetteer.add_name(alias, id));
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
        let leading = leading_word(name);
        match self.starts.get_mut(leading) {
            Some(longest) => *longest = words.max(*longest),
            None => {
                self.starts.insert(leading.into(), words);
            }
        }
        NameKey::of(name).into_boxed_str()
    }
}
