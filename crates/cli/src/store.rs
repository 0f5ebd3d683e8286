//! The folder that `build` writes and the other commands read.

use crate::args::TrustOptions;
use anyhow::{Context, Result, bail};
use newsgraph_graph::KnowledgeGraph;
use newsgraph_model::Document;
use newsgraph_ontology::Ontology;
use std::fs::{self, File};
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};

/// A folder with a knowledge graph: `documents.jsonl`, `graph.trig`, `graph.dot`, and in `ontology/` the
/// user's own ontology files that it was built with, so that later commands need not be told of them again.
pub(crate) struct GraphFolder {
    path: PathBuf,
}

/// A knowledge graph in memory.
pub(crate) struct LoadedGraph {
    pub(crate) ontology: Ontology,
    pub(crate) documents: Vec<Document>,
    pub(crate) graph: KnowledgeGraph,
}

impl GraphFolder {
    /// The folder, made when it is not there.
    ///
    /// # Errors
    /// When it cannot be made; names it.
    pub(crate) fn create(path: &Path) -> Result<Self> {
        fs::create_dir_all(path).with_context(|| format!("cannot make {}", path.display()))?;
        Ok(Self {
            path: path.to_owned(),
        })
    }

    /// A folder that `build` wrote.
    ///
    /// # Errors
    /// When it is none; says how to make one.
    pub(crate) fn open(path: &Path) -> Result<Self> {
        let folder = Self {
            path: path.to_owned(),
        };
        if !folder.documents().is_file() {
            let path = path.display();
            bail!(
                "{path} is no graph: it has no documents.jsonl. \
                 Make one with: newsgraph build ARTICLES --out {path}"
            );
        }
        Ok(folder)
    }

    /// The documents, one a line.
    pub(crate) fn documents(&self) -> PathBuf {
        self.path.join("documents.jsonl")
    }

    /// The whole RDF data set.
    pub(crate) fn dataset(&self) -> PathBuf {
        self.path.join("graph.trig")
    }

    /// The drawing.
    pub(crate) fn drawing(&self) -> PathBuf {
        self.path.join("graph.dot")
    }

    /// Keeps copies of the user's ontology files, in place of those of an earlier build.
    ///
    /// # Errors
    /// When a file cannot be copied; names it.
    pub(crate) fn keep_ontologies(&self, files: &[PathBuf]) -> Result<()> {
        let folder = self.path.join("ontology");
        if folder.is_dir() {
            fs::remove_dir_all(&folder)
                .with_context(|| format!("cannot replace {}", folder.display()))?;
        }
        for (number, file) in files.iter().enumerate() {
            fs::create_dir_all(&folder)
                .with_context(|| format!("cannot make {}", folder.display()))?;
            let name = file.file_name().unwrap_or_default().to_string_lossy();
            // The number keeps the order in which the files override each other.
            let copy = folder.join(format!("{number:02}-{name}"));
            fs::copy(file, &copy).with_context(|| format!("cannot write {}", copy.display()))?;
        }
        Ok(())
    }

    /// What the folder holds, read into memory, as far as its claims are good enough.
    ///
    /// # Errors
    /// When a file is missing or broken; names file and line.
    pub(crate) fn load(&self, trust: TrustOptions) -> Result<LoadedGraph> {
        let ontology = Ontology::with_files(&self.kept_ontologies()?, &[])?;
        let documents: Vec<Document> = read_documents(&self.documents())?
            .into_iter()
            .map(|document| trust.keep(document))
            .collect();
        let graph = KnowledgeGraph::from_documents(&documents, &ontology)?;
        Ok(LoadedGraph {
            ontology,
            documents,
            graph,
        })
    }

    fn kept_ontologies(&self) -> Result<Vec<PathBuf>> {
        let folder = self.path.join("ontology");
        if !folder.is_dir() {
            return Ok(Vec::new());
        }
        let entries =
            fs::read_dir(&folder).with_context(|| format!("cannot list {}", folder.display()))?;
        let mut files = entries
            .map(|entry| Ok(entry?.path()))
            .collect::<Result<Vec<PathBuf>>>()
            .with_context(|| format!("cannot list {}", folder.display()))?;
        files.sort();
        Ok(files)
    }
}

fn read_documents(file: &Path) -> Result<Vec<Document>> {
    let open = File::open(file).with_context(|| format!("cannot read {}", file.display()))?;
    let lines = BufReader::new(open).lines().enumerate();
    lines
        .map(|(number, line)| {
            let place = || format!("{}:{}", file.display(), number + 1);
            let line = line.with_context(place)?;
            serde_json::from_str(&line)
                .with_context(|| format!("{}: not a newsgraph document", place()))
        })
        .collect()
}
