//! The way of one article from its bytes to its document, and of many in parallel.

use crate::args::{AnalysisMethod, BatchOptions, KnowledgeOptions, ReadingOptions, Verbosity};
use crate::hand_over;
use crate::inputs::{self, Input, Skipped};
use crate::progress::Progress;
use crate::report::Report;
use anyhow::{Context, Result, bail};
use newsgraph_article::{MetadataTable, read_article};
use newsgraph_extract::{Extractor, Gaps};
use newsgraph_language::{Analysis, Analyzer, Method};
use newsgraph_model::{Article, Date, Document};
use newsgraph_ontology::Ontology;
use std::path::Path;

/// Everything that is loaded once and used for each article.
pub(crate) struct Pipeline<'o> {
    analyzer: Analyzer<'o>,
    extractor: Extractor<'o>,
    metadata: MetadataTable,
    date: Option<Date>,
}

/// A document, whole, and what its article says that the ontology has no words for.
struct Unknown {
    document: Document,
    gaps: Gaps,
}

impl<'o> Pipeline<'o> {
    /// Loads models and metadata.
    ///
    /// # Errors
    /// When the metadata file is missing or broken; names file and line.
    pub(crate) fn load(ontology: &'o Ontology, reading: &ReadingOptions) -> Result<Self> {
        let analyzer = load_analyzer(ontology, reading.knowledge.analysis)?;
        let extractor = Extractor::new(ontology);
        let metadata = match &reading.metadata {
            Some(file) => read_metadata(file)?,
            None => MetadataTable::default(),
        };
        Ok(Self {
            analyzer,
            extractor,
            metadata,
            date: reading.date,
        })
    }

    /// Reads one article.
    ///
    /// # Errors
    /// When the bytes are no English text; says why.
    pub(crate) fn article(&self, id: &str, bytes: &[u8]) -> Result<Article> {
        let metadata = self.metadata.get(id);
        let input = newsgraph_article::Input {
            id,
            metadata,
            date: self.date,
        };
        Ok(read_article(bytes, input)?)
    }

    /// Analyses an article and tells what it says.
    pub(crate) fn document(&self, article: &Article) -> (Analysis, Document) {
        let analysis = self.analyzer.analyze(article);
        let document = self.extractor.extract(article, &analysis);
        (analysis, document)
    }

    fn process(&self, input: &Input) -> Result<Document> {
        Ok(self.document(&self.read(input)?).1)
    }

    fn process_with_gaps(&self, input: &Input) -> Result<(Document, Option<Unknown>)> {
        let article = self.read(input)?;
        let analysis = self.analyzer.analyze(&article);
        let (document, gaps) = self.extractor.extract_with_gaps(&article, &analysis);
        let unknown = Unknown {
            document: document.clone(),
            gaps,
        };
        Ok((document, Some(unknown)))
    }

    fn read(&self, input: &Input) -> Result<Article> {
        let bytes = input.read().context("cannot read it")?;
        self.article(&input.id, &bytes)
    }
}

fn read_metadata(file: &Path) -> Result<MetadataTable> {
    let bytes = std::fs::read(file).with_context(|| format!("cannot read {}", file.display()))?;
    Ok(MetadataTable::parse(&file.display().to_string(), &bytes)?)
}

/// Loads the ontology with a user's additions.
///
/// # Errors
/// When a file is missing or broken; names file and line.
pub(crate) fn load_ontology(options: &KnowledgeOptions) -> Result<Ontology> {
    Ok(Ontology::with_files(&options.ontology, &options.gazetteer)?)
}

/// Loads the models of one method.
///
/// # Errors
/// When the embedded models are broken.
pub(crate) fn load_analyzer(ontology: &Ontology, method: AnalysisMethod) -> Result<Analyzer<'_>> {
    let method = match method {
        AnalysisMethod::Accurate => Method::Accurate,
        AnalysisMethod::Fast => Method::Fast,
    };
    Ok(Analyzer::with_method(method, &ontology.gazetteer)?)
}

/// Reads every article named on the command line, in parallel, and hands what `prepare` makes of each document on in
/// order of their ids; `prepare` runs on the threads that read. What cannot be read is said on standard error and
/// given back. Writes the report that the options ask for.
///
/// # Errors
/// When there is no article, when `prepare` or `take` fails, or when a report cannot be written.
pub(crate) fn for_each_document<T: Send>(
    ontology: &Ontology,
    options: &BatchOptions,
    verbosity: Verbosity,
    prepare: impl Fn(Document) -> Result<T> + Sync,
    mut take: impl FnMut(T) -> Result<()>,
) -> Result<Vec<Skipped>> {
    let (inputs, mut skipped) = inputs::collect(&options.inputs)?;
    let pipeline = Pipeline::load(ontology, &options.reading)?;
    let mut report = (!options.report.is_empty()).then(Report::default);
    let with_gaps = report.is_some();
    let progress = Progress::over_articles(inputs.len(), verbosity);
    skipped.iter().for_each(|skipped| progress.skipped(skipped));
    let read = |input: &Input| -> Result<(Result<T>, Option<Unknown>)> {
        let (document, unknown) = match with_gaps {
            true => pipeline.process_with_gaps(input)?,
            false => (pipeline.process(input)?, None),
        };
        Ok((prepare(options.trust.keep(document)), unknown))
    };
    let threads = hand_over::thread_count(options.threads);
    hand_over::in_order(&inputs, threads, Input::size, read, |input, result| {
        match result {
            Ok((prepared, unknown)) => {
                if let (Some(report), Some(unknown)) = (&mut report, &unknown) {
                    report.add(&unknown.document, &unknown.gaps);
                }
                take(prepared?)?;
                progress.done(&input.id);
            }
            Err(error) => {
                let reason = format!("{error:#}");
                let left_out = Skipped {
                    input: input.display(),
                    reason,
                };
                progress.skipped(&left_out);
                skipped.push(left_out);
            }
        }
        Ok(())
    })?;
    ensure_something_was_read(inputs.len(), &skipped)?;
    if let Some(report) = report {
        report.write(&options.report)?;
    }
    Ok(skipped)
}

/// A run in which every article was skipped has failed: there is nothing to go on with.
fn ensure_something_was_read(inputs: usize, skipped: &[Skipped]) -> Result<()> {
    if inputs > 0 && skipped.len() >= inputs {
        bail!("none of the {inputs} articles could be read");
    }
    Ok(())
}
