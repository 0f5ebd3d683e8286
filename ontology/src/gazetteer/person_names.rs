use rustc_hash::{FxHashMap, FxHashSet};

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

/// Names of people, in lower case.
#[derive(Clone, Debug, Default)]
pub(super) struct PersonNames {
    pub(super) given_names: FxHashMap<Box<str>, Gender>,
    pub(super) surnames: FxHashSet<Box<str>>,
}

impl PersonNames {
    pub(super) fn given_name(&self, name: &str) -> Option<Gender> {
        self.given_names.get(name.to_lowercase().as_str()).copied()
    }

    pub(super) fn is_surname(&self, name: &str) -> bool {
        self.surnames.contains(name.to_lowercase().as_str())
    }

    pub(super) fn knows(&self, name: &str) -> bool {
        self.given_name(name).is_some() || self.is_surname(name)
    }
}
