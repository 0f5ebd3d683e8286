//! The `newsgraph` command: reads the command line, runs one command, and says how it went by its exit code.

mod args;
mod commands;
mod hand_over;
mod inputs;
mod output;
mod pipeline;
mod progress;
mod report;
mod statement;
mod store;
mod summary;
mod tree;

use args::{Cli, Command};
use clap::Parser;
use std::process::ExitCode;

/// How a command ended, when it did not fail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// Everything was done.
    Done,
    /// Everything was done but for some input, which was named on standard error.
    SomeSkipped,
    /// An ASK query was answered with no.
    No,
}

fn main() -> ExitCode {
    let cli = Cli::parse();
    match run(cli) {
        Ok(Outcome::Done) => ExitCode::SUCCESS,
        Ok(Outcome::No) => ExitCode::FAILURE,
        Ok(Outcome::SomeSkipped) => ExitCode::from(3),
        Err(error) => {
            anstream::eprintln!("{} {error:#}", summary::error_label());
            ExitCode::FAILURE
        }
    }
}

fn run(cli: Cli) -> anyhow::Result<Outcome> {
    match cli.command {
        Command::Build(args) => commands::build::run(&args, cli.verbosity),
        Command::Extract(args) => commands::extract::run(&args, cli.verbosity),
        Command::Export(args) => commands::export::run(&args),
        Command::Query(args) => commands::query::run(&args),
        Command::Explain(args) => commands::explain::run(&args),
        Command::Analyze(args) => commands::analyze::run(&args),
        Command::Schema => commands::schema::run(),
        Command::Completions { shell } => commands::completions::run(shell),
    }
}
