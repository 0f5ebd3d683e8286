use super::builder::GazetteerBuilder;
use super::table;
use crate::OntologyError;
use rustc_hash::FxHashSet;

const TABLES: &[(&str, &str)] = &[
    (
        "countries.csv",
        include_str!("../../gazetteer/countries.csv"),
    ),
    (
        "territories.csv",
        include_str!("../../gazetteer/territories.csv"),
    ),
    (
        "first_level_territories.csv",
        include_str!("../../gazetteer/first_level_territories.csv"),
    ),
    (
        "former_countries.csv",
        include_str!("../../gazetteer/former_countries.csv"),
    ),
    ("cities.csv", include_str!("../../gazetteer/cities.csv")),
    (
        "natural_features.csv",
        include_str!("../../gazetteer/natural_features.csv"),
    ),
    (
        "facilities.csv",
        include_str!("../../gazetteer/facilities.csv"),
    ),
    (
        "organisations.csv",
        include_str!("../../gazetteer/organisations.csv"),
    ),
    (
        "companies.csv",
        include_str!("../../gazetteer/companies.csv"),
    ),
    (
        "news_organisations.csv",
        include_str!("../../gazetteer/news_organisations.csv"),
    ),
    ("groups.csv", include_str!("../../gazetteer/groups.csv")),
    ("products.csv", include_str!("../../gazetteer/products.csv")),
];
const COMMON_WORDS: &str = include_str!("../../gazetteer/common_words.csv");
const SHARED_NAMES: &str = include_str!("../../gazetteer/shared_names.csv");

pub(super) fn load(builder: &mut GazetteerBuilder) -> Result<(), OntologyError> {
    for (file, text) in TABLES {
        table::read(file.as_ref(), text, |entry| {
            builder.add(entry);
            Ok(())
        })?;
    }
    Ok(())
}

/// The names of the tables that are everyday words.
pub(super) fn common_words() -> FxHashSet<&'static str> {
    COMMON_WORDS.lines().skip(1).collect()
}

/// The names of the tables that bodies of other states bear too.
pub(super) fn shared_names() -> FxHashSet<&'static str> {
    SHARED_NAMES.lines().skip(1).collect()
}
