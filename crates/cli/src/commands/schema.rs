//! `newsgraph schema`

use crate::Outcome;
use crate::output::with_output;
use anyhow::Result;
use newsgraph_model::document_json_schema;

/// Prints the JSON schema of the documents.
pub(crate) fn run() -> Result<Outcome> {
    with_output(None, |out| {
        serde_json::to_writer_pretty(&mut *out, &document_json_schema())?;
        writeln!(out)?;
        Ok(())
    })?;
    Ok(Outcome::Done)
}
