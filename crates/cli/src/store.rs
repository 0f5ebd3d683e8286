//! The folder that `build` writes and the other commands read.

use anyhow::{Result, bail};
use std::path::{Path, PathBuf};

/// The documents, one a line.
pub(crate) const DOCUMENTS: &str = "documents.jsonl";
/// The whole RDF data set.
pub(crate) const DATASET: &str = "graph.trig";
/// The drawing.
pub(crate) const DRAWING: &str = "graph.dot";

/// A file of a graph folder.
///
/// # Errors
/// When the folder or the file is not there; says how to make it.
pub(crate) fn file_of(graph: &Path, name: &str) -> Result<PathBuf> {
    let file = graph.join(name);
    if !file.is_file() {
        let graph = graph.display();
        bail!("{graph} is no graph: it has no {name}. Make one with: newsgraph build ARTICLES --out {graph}");
    }
    Ok(file)
}
