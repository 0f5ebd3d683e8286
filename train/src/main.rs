//! Trains the small models of newsgraph, and evaluates its analysers.

mod calibrate;
mod conventions;
mod corpora;
mod evaluate;
mod gum_names;
mod lemmas;
mod name_corpora;
mod reading;
mod recipe;
mod relations;
mod report;
mod sentences;

use anyhow::Result;
use clap::{Parser, Subcommand, ValueEnum};
use newsgraph_language::{Analyzer, Method, ModelBytes, Segmenter};
use newsgraph_ontology::{Gazetteer, Ontology};
use reading::Reader;
use std::{
    path::{Path, PathBuf},
    time::Instant,
};

/// Trains the small models of newsgraph, and evaluates its analysers.
#[derive(Parser)]
#[command(name = "newsgraph-train", version)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Train a model.
    Train {
        /// Which model.
        model: ModelChoice,
        /// Folder of the corpora.
        #[arg(long)]
        data: PathBuf,
        /// Folder the model is written to.
        #[arg(long, default_value = "models")]
        out: PathBuf,
    },
    /// Fit the table of confidence to judged claims, and print how far it holds.
    #[command(
        after_help = "Example:\n  newsgraph-train calibrate --gold GOLD --data CORPORA --out ontology/confidence.csv"
    )]
    Calibrate {
        /// Folder of articles with graphs made by hand: ID.txt and ID.json; a third is held out by its id.
        #[arg(long)]
        gold: PathBuf,
        /// Articles that are never held out.
        #[arg(long, value_name = "ID")]
        keep: Vec<String>,
        /// Folder of the corpora.
        #[arg(long)]
        data: PathBuf,
        /// Where to write the table; without it the present table is only checked.
        #[arg(long, value_name = "FILE")]
        out: Option<PathBuf>,
        /// Which analyser.
        #[arg(long, default_value = "accurate")]
        analysis: AnalysisChoice,
    },
    /// Score claims on relation corpora that others annotated: re3d, meantime, knowledgenet.
    EvaluateRelations {
        /// Folder of the corpora.
        #[arg(long)]
        data: PathBuf,
        /// Which analyser.
        #[arg(long, default_value = "accurate")]
        analysis: AnalysisChoice,
        /// Also print each missed fact and each false claim, one a line.
        #[arg(long)]
        detail: bool,
    },
    /// Score an analyser on the development sets.
    Evaluate {
        /// Folder of the corpora.
        #[arg(long)]
        data: PathBuf,
        /// Folder of the models.
        #[arg(long, default_value = "models")]
        models: PathBuf,
        /// Which analyser.
        #[arg(long, default_value = "fast")]
        analysis: AnalysisChoice,
    },
}

#[derive(Clone, Copy, ValueEnum)]
enum AnalysisChoice {
    Fast,
    Accurate,
}

#[derive(Clone, Copy, ValueEnum)]
enum ModelChoice {
    Lemmas,
    Sentences,
}

fn main() -> Result<()> {
    match Arguments::parse().command {
        Command::Calibrate {
            gold,
            keep,
            data,
            out,
            analysis,
        } => {
            let sources = calibrate::Sources {
                gold: &gold,
                keep: &keep,
                data: &data,
            };
            calibrate(&sources, out.as_deref(), analysis)
        }
        Command::EvaluateRelations {
            data,
            analysis,
            detail,
        } => evaluate_relations(&data, analysis, detail),
        Command::Train { model, data, out } => match model {
            ModelChoice::Lemmas => recipe::lemmas(&data, &out),
            ModelChoice::Sentences => recipe::sentences(&data, &out),
        },
        Command::Evaluate {
            data,
            models,
            analysis,
        } => evaluate(analysis.method(), &data, &models),
    }
}

impl AnalysisChoice {
    fn method(self) -> Method {
        match self {
            Self::Fast => Method::Fast,
            Self::Accurate => Method::Accurate,
        }
    }
}

fn calibrate(
    sources: &calibrate::Sources<'_>,
    out: Option<&Path>,
    analysis: AnalysisChoice,
) -> Result<()> {
    let ontology = Ontology::embedded()?;
    let reader = Reader::load(&ontology, analysis.method())?;
    match out {
        Some(out) => calibrate::calibrate(sources, &reader, out),
        None => calibrate::check(sources, &reader),
    }
}

fn evaluate_relations(data: &Path, analysis: AnalysisChoice, detail: bool) -> Result<()> {
    let ontology = Ontology::embedded()?;
    let reader = Reader::load(&ontology, analysis.method())?;
    relations::evaluate(data, &reader, detail)
}

fn evaluate(method: Method, data: &Path, folder: &Path) -> Result<()> {
    let gazetteer = Gazetteer::embedded()?;
    let files = recipe::models(folder, method)?;
    let models = ModelBytes {
        encoder: &files.encoder,
        lemmas: &files.lemmas,
    };
    let started = Instant::now();
    let analyzer = Analyzer::with_models(method, models, &gazetteer)?
        .with_segmenter(Segmenter::read(&files.sentences)?);
    let loading = started.elapsed();
    report::print(&analyzer, data)?;
    println!("\nLoaded in {:.0} ms", loading.as_secs_f64() * 1000.0);
    report::print_speed(&analyzer, data)
}
