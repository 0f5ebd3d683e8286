//! `newsgraph query`

use crate::Outcome;
use crate::args::{AnswerFormat, QueryArgs, TrustOptions};
use crate::output::with_output;
use crate::store::GraphFolder;
use anyhow::{Context, Result, bail};
use newsgraph_rdf::{
    AnswerFormat as RdfAnswerFormat, AnswerSummary, DefaultGraph, Detail, Export, Store, Syntax,
};
use std::fs::File;
use std::io::BufReader;
use std::path::Path;

/// Answers a SPARQL query over a graph.
pub(crate) fn run(args: &QueryArgs) -> Result<Outcome> {
    let query = query_text(args)?;
    let store = open_store(&args.graph, args.trust)?;
    let default_graph = if args.all_graphs {
        DefaultGraph::Union
    } else {
        DefaultGraph::Facts
    };
    let answer = store.query(&query, default_graph)?;
    let mut summary = None;
    with_output(None, |out| {
        summary = Some(answer.write(rdf_format(args.format), out)?);
        Ok(())
    })?;
    Ok(match summary {
        Some(AnswerSummary::Boolean(false)) => Outcome::No,
        _ => Outcome::Done,
    })
}

fn query_text(args: &QueryArgs) -> Result<String> {
    match (&args.query, &args.file) {
        (Some(query), _) => Ok(query.clone()),
        (None, Some(file)) => {
            std::fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))
        }
        (None, None) => bail!("give a query or a --file with one"),
    }
}

/// A store with a graph folder, or with any RDF file.
fn open_store(path: &Path, trust: TrustOptions) -> Result<Store> {
    let store = Store::new()?;
    if path.is_file() {
        if trust.keeps_less_than_all() {
            bail!(
                "--min-confidence needs the folder that build wrote; in an RDF file, filter by ng:confidence"
            );
        }
        load_file(&store, path)?;
        return Ok(store);
    }
    let loaded = GraphFolder::open(path)?.load(trust)?;
    let export = Export::new(&loaded.documents, &loaded.graph, Detail::Full)?;
    store.load_export(&export)?;
    store.load_vocabulary(&loaded.ontology)?;
    Ok(store)
}

fn load_file(store: &Store, path: &Path) -> Result<()> {
    let extension = path.extension().unwrap_or_default().to_string_lossy();
    let name = path.display().to_string();
    let Some(syntax) = Syntax::from_extension(&extension) else {
        bail!("{name}: an RDF file ends in .ttl, .trig, .nt, .nq, .rdf or .jsonld");
    };
    let file = File::open(path).with_context(|| format!("cannot read {name}"))?;
    store.load_rdf(BufReader::new(file), syntax, &name)?;
    Ok(())
}

fn rdf_format(format: AnswerFormat) -> RdfAnswerFormat {
    match format {
        AnswerFormat::Table => RdfAnswerFormat::Table,
        AnswerFormat::Csv => RdfAnswerFormat::Csv,
        AnswerFormat::Tsv => RdfAnswerFormat::Tsv,
        AnswerFormat::Json => RdfAnswerFormat::Json,
        AnswerFormat::Xml => RdfAnswerFormat::Xml,
    }
}
