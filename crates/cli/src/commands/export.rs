//! `newsgraph export`

use crate::Outcome;
use crate::args::{ExportArgs, ExportDetail, ExportFormat};
use crate::output::with_output;
use crate::store::{GraphFolder, LoadedGraph};
use anyhow::Result;
use newsgraph_graph::DotOptions;
use newsgraph_rdf::{Detail, Export, Syntax};
use std::io::Write;

/// Prints the graph in one of its formats.
pub(crate) fn run(args: &ExportArgs) -> Result<Outcome> {
    let loaded = GraphFolder::open(&args.graph)?.load(args.trust)?;
    with_output(args.output.as_deref(), |out| match syntax(args.format) {
        Some(syntax) => write_rdf(&loaded, syntax, detail(args.detail), out),
        None => write_dot(&loaded, out),
    })?;
    Ok(Outcome::Done)
}

fn write_rdf(
    loaded: &LoadedGraph,
    syntax: Syntax,
    detail: Detail,
    out: &mut dyn Write,
) -> Result<()> {
    Export::new(&loaded.documents, &loaded.graph, detail)?.write(syntax, out)?;
    Ok(())
}

fn write_dot(loaded: &LoadedGraph, out: &mut dyn Write) -> Result<()> {
    let drawing = loaded
        .graph
        .to_dot(&loaded.ontology.classes, &DotOptions::default());
    Ok(out.write_all(drawing.as_bytes())?)
}

/// The RDF syntax; none for a drawing.
fn syntax(format: ExportFormat) -> Option<Syntax> {
    match format {
        ExportFormat::Turtle => Some(Syntax::Turtle),
        ExportFormat::Trig => Some(Syntax::TriG),
        ExportFormat::Ntriples => Some(Syntax::NTriples),
        ExportFormat::Nquads => Some(Syntax::NQuads),
        ExportFormat::Rdfxml => Some(Syntax::RdfXml),
        ExportFormat::Jsonld => Some(Syntax::JsonLd),
        ExportFormat::Dot => None,
    }
}

fn detail(detail: ExportDetail) -> Detail {
    match detail {
        ExportDetail::Facts => Detail::Facts,
        ExportDetail::Claims => Detail::Claims,
        ExportDetail::Full => Detail::Full,
    }
}
