//! `newsgraph build`

use crate::Outcome;
use crate::args::{BuildArgs, Verbosity};
use crate::output::{json_line, write_file};
use crate::pipeline::{for_each_document, load_ontology};
use crate::store::GraphFolder;
use crate::summary;
use anyhow::Result;
use newsgraph_graph::{DotOptions, KnowledgeGraph};
use newsgraph_model::Document;
use newsgraph_ontology::Ontology;
use newsgraph_rdf::{Detail, Export, Syntax};

/// Reads the articles, writes their graph and prints a summary.
pub(crate) fn run(args: &BuildArgs, verbosity: Verbosity) -> Result<Outcome> {
    let knowledge = &args.batch.reading.knowledge;
    let ontology = load_ontology(knowledge)?;
    let folder = GraphFolder::create(&args.out)?;
    let mut documents = Vec::new();
    let mut skipped = Vec::new();
    write_file(&folder.documents(), |out| {
        let with_line = |document: Document| -> Result<_> { Ok((json_line(&document)?, document)) };
        let write = |(line, document): (Vec<u8>, Document)| -> Result<()> {
            out.write_all(&line)?;
            documents.push(document);
            Ok(())
        };
        skipped = for_each_document(&ontology, &args.batch, verbosity, with_line, write)?;
        Ok(())
    })?;
    folder.keep_ontologies(&knowledge.ontology)?;
    let graph = KnowledgeGraph::from_documents(&documents, &ontology)?;
    write_graph(&folder, &graph, &documents, &ontology)?;
    if !verbosity.quiet {
        anstream::print!("{}", summary::of_build(&graph, &skipped, &args.out));
    }
    Ok(if skipped.is_empty() {
        Outcome::Done
    } else {
        Outcome::SomeSkipped
    })
}

fn write_graph(
    folder: &GraphFolder,
    graph: &KnowledgeGraph,
    documents: &[Document],
    ontology: &Ontology,
) -> Result<()> {
    let export = Export::new(documents, graph, Detail::Full)?;
    write_file(&folder.dataset(), |out| {
        export.write(Syntax::TriG, out)?;
        Ok(())
    })?;
    let drawing = graph.to_dot(&ontology.classes, &DotOptions::default());
    write_file(&folder.drawing(), |out| {
        Ok(out.write_all(drawing.as_bytes())?)
    })
}
