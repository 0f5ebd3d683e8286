use super::builder::{GazetteerBuilder, Origin};
use super::table;
use crate::OntologyError;

const TABLES: &[(&str, &str)] = &[(
    "countries.csv",
    include_str!("../../gazetteer/countries.csv"),
)];

pub(super) fn load(builder: &mut GazetteerBuilder) -> Result<(), OntologyError> {
    for (file, text) in TABLES {
        table::read(file.as_ref(), text, Origin::Embedded, builder)?;
    }
    Ok(())
}
