//! `newsgraph completions`

use crate::Outcome;
use crate::args::Cli;
use crate::output::with_output;
use anyhow::Result;
use clap::CommandFactory;
use clap_complete::{Shell, generate};

/// Prints a completion script.
pub(crate) fn run(shell: Shell) -> Result<Outcome> {
    let mut script = Vec::new();
    generate(shell, &mut Cli::command(), "newsgraph", &mut script);
    with_output(None, |out| Ok(out.write_all(&script)?))?;
    Ok(Outcome::Done)
}
