use super::builder::{GazetteerBuilder, Origin};
use super::table;
use crate::OntologyError;

const TABLES: &[(&str, &str)] = &[
    (
        "countries.csv",
        include_str!("../../gazetteer/countries.csv"),
    ),
    ("cities.csv", include_str!("../../gazetteer/cities.csv")),
];
const GIVEN_NAMES: &str = include_str!("../../gazetteer/given_names.csv");

pub(super) fn load(builder: &mut GazetteerBuilder) -> Result<(), OntologyError> {
    for (file, text) in TABLES {
        table::read(file.as_ref(), text, Origin::Embedded, builder)?;
    }
    table::read_given_names("given_names.csv".as_ref(), GIVEN_NAMES, builder)
}
