//! `newsgraph extract`

use crate::Outcome;
use crate::args::{DocumentFormat, ExtractArgs, Verbosity};
use crate::output::{json_line, with_output};
use crate::pipeline::{for_each_document, load_ontology};
use anyhow::Result;
use newsgraph_model::Document;

/// Prints the document of each article, in order of their ids.
pub(crate) fn run(args: &ExtractArgs, verbosity: Verbosity) -> Result<Outcome> {
    let ontology = load_ontology(&args.batch.reading.knowledge)?;
    let mut skipped = Vec::new();
    let line = |mut document: Document| {
        if args.no_text {
            document.article.text = None;
        }
        match args.format {
            DocumentFormat::Jsonl => json_line(&document),
        }
    };
    with_output(args.output.as_deref(), |out| {
        let write = |line: Vec<u8>| -> Result<()> { Ok(out.write_all(&line)?) };
        skipped = for_each_document(&ontology, &args.batch, verbosity, line, write)?;
        Ok(())
    })?;
    Ok(if skipped.is_empty() {
        Outcome::Done
    } else {
        Outcome::SomeSkipped
    })
}
