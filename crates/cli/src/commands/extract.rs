//! `newsgraph extract`

use crate::Outcome;
use crate::args::{DocumentFormat, ExtractArgs, Verbosity};
use crate::output::with_output;
use crate::pipeline::{for_each_document, load_ontology};
use anyhow::Result;
use newsgraph_model::Document;
use std::io::Write;

/// Prints the document of each article, in order of their ids.
pub(crate) fn run(args: &ExtractArgs, verbosity: Verbosity) -> Result<Outcome> {
    let ontology = load_ontology(&args.batch.reading.knowledge)?;
    let mut skipped = Vec::new();
    with_output(args.output.as_deref(), |out| {
        skipped = for_each_document(&ontology, &args.batch, verbosity, |mut document| {
            if args.no_text {
                document.article.text = None;
            }
            match args.format {
                DocumentFormat::Jsonl => write_line(out, &document),
            }
        })?;
        Ok(())
    })?;
    Ok(if skipped.is_empty() {
        Outcome::Done
    } else {
        Outcome::SomeSkipped
    })
}

fn write_line(out: &mut dyn Write, document: &Document) -> Result<()> {
    serde_json::to_writer(&mut *out, document)?;
    writeln!(out)?;
    Ok(())
}
