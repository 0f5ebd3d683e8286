//! The command line as it is typed.

use crate::report::ReportFile;
use clap::{Args, Parser, Subcommand, ValueEnum, ValueHint};
use newsgraph_model::{Date, Document};
use std::path::PathBuf;
use std::str::FromStr;

/// News text to a knowledge graph in which every edge shows its words.
///
/// newsgraph reads English news articles and tells who did what to whom, where and when, how sure the
/// article is, and on whose word. It runs offline; the same input gives the same bytes.
#[derive(Debug, Parser)]
#[command(name = "newsgraph", version, max_term_width = 100)]
#[command(
    after_help = "Exit codes: 0 fine, 1 failed, 2 wrong usage, 3 done, but some input was skipped."
)]
pub(crate) struct Cli {
    #[command(flatten)]
    pub(crate) verbosity: Verbosity,
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// How much is said on standard error.
#[derive(Clone, Copy, Debug, Args)]
pub(crate) struct Verbosity {
    /// Say nothing but errors.
    #[arg(long, short, global = true, conflicts_with = "verbose")]
    pub(crate) quiet: bool,
    /// Say more: each article, and how long each stage took.
    #[arg(long, short, global = true)]
    pub(crate) verbose: bool,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Read articles and write their knowledge graph: documents, RDF and a picture.
    Build(BuildArgs),
    /// Read articles and print what each of them says, one JSON document a line.
    Extract(ExtractArgs),
    /// Print a knowledge graph as RDF or DOT.
    Export(ExportArgs),
    /// Ask a knowledge graph a SPARQL question.
    Query(QueryArgs),
    /// Show how a text is read: sentences, tags, trees, names, and the pattern behind each claim.
    Explain(ExplainArgs),
    /// Print the language analysis of a text.
    Analyze(AnalyzeArgs),
    /// Print the JSON schema of the documents that `extract` makes.
    Schema,
    /// Print a completion script for a shell.
    #[command(
        after_help = "Example:\n  newsgraph completions bash > ~/.local/share/bash-completion/completions/newsgraph"
    )]
    Completions {
        /// The shell.
        shell: clap_complete::Shell,
    },
}

/// Options of every command that reads text.
#[derive(Clone, Debug, Args)]
pub(crate) struct ReadingOptions {
    /// The day the articles were published, for those that do not say: 2017-05-10.
    #[arg(long, value_name = "DAY")]
    pub(crate) date: Option<Date>,
    /// Date, title, address and source of each article by its id: CSV with a header, or JSON Lines.
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub(crate) metadata: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) knowledge: KnowledgeOptions,
}

/// Which models read the text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum AnalysisMethod {
    /// A small encoder: the best trees and names.
    #[default]
    Accurate,
    /// Its student, half as deep and over words: several times faster, for bulk work.
    Fast,
}

/// Options that decide what newsgraph knows of language and of the world.
#[derive(Clone, Debug, Default, Args)]
pub(crate) struct KnowledgeOptions {
    /// Which models read the text.
    #[arg(long, value_enum, default_value_t = AnalysisMethod::Accurate, value_name = "METHOD")]
    pub(crate) analysis: AnalysisMethod,
    /// Turtle files with relation types, classes and cues of your own.
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub(crate) ontology: Vec<PathBuf>,
    /// Turtle or CSV files with names of your own (columns label, alias, type, id).
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub(crate) gazetteer: Vec<PathBuf>,
}

/// Which claims are good enough.
#[derive(Clone, Copy, Debug, Args)]
pub(crate) struct TrustOptions {
    /// Leave out claims of a lower confidence, and events that only such claims tell of: 0.9 keeps those of
    /// which nine in ten are right.
    #[arg(
        long,
        value_name = "0..1",
        default_value = "0",
        hide_default_value = true
    )]
    pub(crate) min_confidence: Confidence,
}

/// A probability from 0 to 1.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub(crate) struct Confidence(f64);

impl FromStr for Confidence {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let number = text
            .parse()
            .ok()
            .filter(|number| (0.0..=1.0).contains(number));
        number
            .map(Self)
            .ok_or_else(|| "a confidence is a number from 0 to 1, such as 0.9".to_owned())
    }
}

impl TrustOptions {
    /// Whether some claims may not be good enough.
    pub(crate) fn keeps_less_than_all(self) -> bool {
        self.min_confidence.0 > 0.0
    }

    /// The document with the claims that are good enough.
    pub(crate) fn keep(self, document: Document) -> Document {
        if self.keeps_less_than_all() {
            document.with_confidence_from(self.min_confidence.0)
        } else {
            document
        }
    }
}

/// Options of every command that reads many articles.
#[derive(Clone, Debug, Args)]
pub(crate) struct BatchOptions {
    /// Text files, folders of them (every .txt below), or - for standard input.
    #[arg(required = true, value_name = "FILE|FOLDER|-", value_hint = ValueHint::AnyPath)]
    pub(crate) inputs: Vec<PathBuf>,
    #[command(flatten)]
    pub(crate) reading: ReadingOptions,
    /// Number of threads; the output does not depend on it.
    #[arg(long, value_name = "N", default_value_t = 0, hide_default_value = true)]
    pub(crate) threads: usize,
    /// Also write what the ontology has no words for: sentences with two entities and no claim by the word
    /// between them, unknown titles, unresolved dates, ambiguous names. FILE ends in .md or .json; may be
    /// given twice.
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub(crate) report: Vec<ReportFile>,
    #[command(flatten)]
    pub(crate) trust: TrustOptions,
}

#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  newsgraph build examples/articles --out kg\n  newsgraph build articles --out kg --report gaps.md --report gaps.json"
)]
pub(crate) struct BuildArgs {
    #[command(flatten)]
    pub(crate) batch: BatchOptions,
    /// The folder to write documents.jsonl, graph.trig and graph.dot into; made when missing.
    #[arg(long, short, value_name = "FOLDER", value_hint = ValueHint::DirPath)]
    pub(crate) out: PathBuf,
}

#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  newsgraph extract article.txt --date 2017-05-10\n  cat article.txt | newsgraph extract - --no-text | jq .claims\n  newsgraph extract articles --output documents.jsonl --report gaps.md"
)]
pub(crate) struct ExtractArgs {
    #[command(flatten)]
    pub(crate) batch: BatchOptions,
    /// The output format.
    #[arg(long, value_enum, default_value_t = DocumentFormat::Jsonl)]
    pub(crate) format: DocumentFormat,
    /// Leave the articles' text out of the documents.
    #[arg(long)]
    pub(crate) no_text: bool,
    /// Write to this file instead of standard output.
    #[arg(long, short, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub(crate) output: Option<PathBuf>,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum DocumentFormat {
    /// One JSON object a line, sorted by id.
    Jsonl,
}

#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  newsgraph export kg --format turtle --min-confidence 0.9 | less\n  newsgraph export kg --format dot | dot -Tsvg > kg.svg"
)]
pub(crate) struct ExportArgs {
    /// The folder that `build` wrote.
    #[arg(value_name = "KG", value_hint = ValueHint::DirPath)]
    pub(crate) graph: PathBuf,
    /// The output format. Turtle, N-Triples and RDF/XML hold the facts; the others hold every graph.
    #[arg(long, short, value_enum)]
    pub(crate) format: ExportFormat,
    /// How much of the RDF is written.
    #[arg(long, value_enum, default_value_t = ExportDetail::Full)]
    pub(crate) detail: ExportDetail,
    #[command(flatten)]
    pub(crate) trust: TrustOptions,
    /// Write to this file instead of standard output.
    #[arg(long, short, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub(crate) output: Option<PathBuf>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum ExportDetail {
    /// Entities and direct triples.
    Facts,
    /// Also articles, events and claims with their sentences.
    Claims,
    /// Also mentions, time expressions and every other span.
    Full,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum ExportFormat {
    Turtle,
    Trig,
    Ntriples,
    Nquads,
    Rdfxml,
    Jsonld,
    Dot,
}

#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  newsgraph query kg 'SELECT ?who ?whom WHERE { ?who ng:meets ?whom }'\n  newsgraph query kg --file queries/timeline.rq --format csv\n\nThe prefixes ng, ent, ngg, rdf, rdfs, xsd, skos, schema, prov, nif and dct need no PREFIX line.\nAn ASK query prints true or false and exits with 0 or 1."
)]
pub(crate) struct QueryArgs {
    /// The folder that `build` wrote, or an RDF file.
    #[arg(value_name = "KG", value_hint = ValueHint::AnyPath)]
    pub(crate) graph: PathBuf,
    /// The SPARQL query.
    #[arg(required_unless_present = "file", conflicts_with = "file")]
    pub(crate) query: Option<String>,
    /// Read the query from this file.
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub(crate) file: Option<PathBuf>,
    /// The format of the answer; CONSTRUCT and DESCRIBE answer in Turtle.
    #[arg(long, value_enum, default_value_t = AnswerFormat::Table)]
    pub(crate) format: AnswerFormat,
    /// Let patterns outside GRAPH see every graph, not just the facts.
    #[arg(long)]
    pub(crate) all_graphs: bool,
    #[command(flatten)]
    pub(crate) trust: TrustOptions,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum AnswerFormat {
    /// For people.
    Table,
    Csv,
    Tsv,
    Json,
    Xml,
}

#[derive(Debug, Args)]
#[command(
    after_help = "Example:\n  newsgraph explain \"Russia's annexation of Crimea in 2014 strained ties with Kyiv.\""
)]
pub(crate) struct ExplainArgs {
    /// The text, a file, or - for standard input.
    #[arg(value_name = "TEXT|FILE|-")]
    pub(crate) text: String,
    #[command(flatten)]
    pub(crate) reading: ReadingOptions,
}

#[derive(Debug, Args)]
#[command(after_help = "Example:\n  newsgraph analyze article.txt --format conllu")]
pub(crate) struct AnalyzeArgs {
    /// A text file, or - for standard input.
    #[arg(value_name = "FILE|-", value_hint = ValueHint::FilePath)]
    pub(crate) input: PathBuf,
    /// The output format.
    #[arg(long, short, value_enum, default_value_t = AnalysisFormat::Conllu)]
    pub(crate) format: AnalysisFormat,
    #[command(flatten)]
    pub(crate) knowledge: KnowledgeOptions,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum AnalysisFormat {
    /// CoNLL-U, as treebanks are written.
    Conllu,
    /// One JSON object.
    Json,
    /// Trees drawn for people.
    Tree,
}
