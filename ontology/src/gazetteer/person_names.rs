use rustc_hash::{FxHashMap, FxHashSet};

/// `name,gender` in lower case, with gender `f`, `m` or `e` for either.
const GIVEN_NAMES: &str = include_str!("../../gazetteer/given_names.csv");
const SURNAMES: &str = include_str!("../../gazetteer/surnames.csv");

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
    given_names: FxHashMap<&'static str, Gender>,
    surnames: FxHashSet<&'static str>,
}

impl PersonNames {
    pub(super) fn embedded() -> Self {
        Self {
            given_names: rows(GIVEN_NAMES).filter_map(given_name).collect(),
            surnames: rows(SURNAMES).collect(),
        }
    }

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

fn rows(table: &str) -> impl Iterator<Item = &str> {
    table.lines().skip(1)
}

fn given_name(row: &str) -> Option<(&str, Gender)> {
    let (name, gender) = row.split_once(',')?;
    let gender = match gender {
        "f" => Gender::Female,
        "m" => Gender::Male,
        "e" => Gender::Either,
        _ => return None,
    };
    Some((name, gender))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_read_and_in_lower_case() {
        let people = PersonNames::embedded();
        assert_eq!(people.given_names.len(), rows(GIVEN_NAMES).count());
        assert_eq!(people.surnames.len(), rows(SURNAMES).count());
        for name in rows(GIVEN_NAMES).chain(rows(SURNAMES)) {
            assert_eq!(name, name.to_lowercase());
        }
    }
}
