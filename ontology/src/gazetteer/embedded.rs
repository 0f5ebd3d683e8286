use super::builder::GazetteerBuilder;
use super::table;
use crate::OntologyError;

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
];
const GIVEN_NAMES: &str = include_str!("../../gazetteer/given_names.csv");
const SURNAMES: &str = include_str!("../../gazetteer/surnames.csv");
const COMMON_WORDS: &str = include_str!("../../gazetteer/common_words.csv");

pub(super) fn load(builder: &mut GazetteerBuilder) -> Result<(), OntologyError> {
    for (file, text) in TABLES {
        table::read(file.as_ref(), text, |entry| {
            builder.add(entry);
            Ok(())
        })?;
    }
    table::names(SURNAMES).for_each(|name| builder.add_surname(name));
    table::names(COMMON_WORDS).for_each(|name| builder.add_common_word(name));
    table::read_given_names("given_names.csv".as_ref(), GIVEN_NAMES, builder)
}
