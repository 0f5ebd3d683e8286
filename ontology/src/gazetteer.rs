use rustc_hash::FxHashMap;

/// Index of an entry in its gazetteer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct GazetteerId(pub u32);

/// One known person, place or organisation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GazetteerEntry {
    /// Preferred name.
    pub label: String,
    /// Local name of its class, e.g. `Country`.
    pub class: String,
    /// Wikidata id.
    pub wikidata: Option<String>,
    /// ISO 3166-1 alpha-2 code of the country it is, or lies in.
    pub country: Option<String>,
    /// Inhabitants: breaks ties between places of one name.
    pub population: Option<u64>,
    /// For a country: label of its capital city.
    pub capital: Option<String>,
}

/// Whose given name it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Gender {
    /// Given to women.
    Female,
    /// Given to men.
    Male,
    /// Given to both.
    Either,
}

/// Known names: what they may stand for.
#[derive(Clone, Debug, Default)]
pub struct Gazetteer {
    pub(crate) entries: Vec<GazetteerEntry>,
    /// Name as written → entries, the likeliest first.
    pub(crate) names: FxHashMap<Box<str>, Vec<GazetteerId>>,
    /// Demonym as written ("Russian", "Russians") → the country or territory.
    pub(crate) demonyms: FxHashMap<Box<str>, GazetteerId>,
    /// Lower-case given name → gender.
    pub(crate) given_names: FxHashMap<Box<str>, Gender>,
    /// Longest name in words.
    pub(crate) longest_name: usize,
}

impl Gazetteer {
    /// The entry behind an id of this gazetteer.
    pub fn entry(&self, id: GazetteerId) -> &GazetteerEntry {
        &self.entries[id.0 as usize]
    }

    /// What a name may stand for, the likeliest first. Letter case counts; words are joined by one space,
    /// "U.S." is looked up as written.
    pub fn lookup(&self, name: &str) -> &[GazetteerId] {
        self.names.get(name).map_or(&[], Vec::as_slice)
    }

    /// The country or territory that a demonym belongs to.
    pub fn demonym(&self, word: &str) -> Option<GazetteerId> {
        self.demonyms.get(word).copied()
    }

    /// The gender of a given name, in any letter case.
    pub fn given_name(&self, name: &str) -> Option<Gender> {
        self.given_names.get(name.to_lowercase().as_str()).copied()
    }

    /// Number of words of the longest name: no lookup needs more.
    pub fn longest_name(&self) -> usize {
        self.longest_name
    }

    /// All entries in the order they were loaded.
    pub fn iter(&self) -> impl Iterator<Item = (GazetteerId, &GazetteerEntry)> {
        (0u32..).map(GazetteerId).zip(&self.entries)
    }
}
