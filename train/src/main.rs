//! Trains and evaluates the language models of newsgraph.

mod conventions;
mod corpora;
mod evaluate;
mod gum_names;
mod lemmas;
mod name_corpora;
mod names;
mod news_links;
mod parser;
mod perceptron;
mod recipe;
mod report;
mod sentences;
mod tagger;

use anyhow::{Context, Result};
use clap::{Parser, Subcommand, ValueEnum};
use newsgraph_language::{Analyzer, LinearModels, Segmenter};
use newsgraph_ontology::Gazetteer;
use std::{
    path::{Path, PathBuf},
    time::Instant,
};

/// Trains and evaluates the language models of newsgraph.
#[derive(Parser)]
#[command(name = "newsgraph-train", version)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Train models and print their scores on the development sets.
    Train {
        /// Which model; the name finder needs the tagger.
        model: ModelChoice,
        /// Folder of the corpora.
        #[arg(long)]
        data: PathBuf,
        /// Folder the models are written to.
        #[arg(long, default_value = "models")]
        out: PathBuf,
    },
    /// Score models on the development sets.
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
    Sentences,
    Tagger,
    Parser,
    Names,
    All,
}

fn main() -> Result<()> {
    match Arguments::parse().command {
        Command::Train { model, data, out } => train(model, &data, &out),
        Command::Evaluate {
            data,
            models,
            analysis,
        } => match analysis {
            AnalysisChoice::Fast => evaluate(&data, &models),
            AnalysisChoice::Accurate => evaluate_encoder(&data, &models),
        },
    }
}

fn train(model: ModelChoice, data: &Path, out: &Path) -> Result<()> {
    match model {
        ModelChoice::Sentences => recipe::sentences(data, out),
        ModelChoice::Tagger => recipe::tagger(data, out),
        ModelChoice::Parser => recipe::parser(data, out),
        ModelChoice::Names => recipe::names(data, out),
        ModelChoice::All => {
            recipe::sentences(data, out)?;
            recipe::tagger(data, out)?;
            recipe::parser(data, out)?;
            recipe::names(data, out)?;
            evaluate(data, out)
        }
    }
}

fn evaluate(data: &Path, folder: &Path) -> Result<()> {
    let gazetteer = Gazetteer::embedded()?;
    let files = recipe::models(folder)?;
    let models = LinearModels {
        tagger: &files.tagger,
        parser: &files.parser,
        names: &files.names,
    };
    let sentences = recipe::sentences_model(folder)?;
    let started = Instant::now();
    let analyzer =
        Analyzer::linear(models, &gazetteer)?.with_segmenter(Segmenter::read(&sentences)?);
    let loading = started.elapsed();
    report::print(&analyzer, data)?;
    println!("\nLoaded in {:.0} ms", loading.as_secs_f64() * 1000.0);
    report::print_speed(&analyzer, data)
}

fn evaluate_encoder(data: &Path, models: &Path) -> Result<()> {
    let read = |name: &str| {
        let path = models.join(name);
        std::fs::read(&path).with_context(|| format!("cannot read {}", path.display()))
    };
    let (encoder, tagger) = (read("encoder.model")?, read("linear-tagger.model")?);
    let gazetteer = Gazetteer::embedded()?;
    let sentences = recipe::sentences_model(models)?;
    let analyzer = Analyzer::encoder(&encoder, &tagger, &gazetteer)?;
    report::print(&analyzer.with_segmenter(Segmenter::read(&sentences)?), data)
}
