//! What is said on standard error while a command works.

use crate::args::Verbosity;
use crate::inputs::Skipped;
use crate::summary;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::time::Duration;

/// A line of progress for long work; nothing when quiet or when standard error is no terminal.
pub(crate) struct Progress {
    bar: ProgressBar,
    verbosity: Verbosity,
}

impl Progress {
    /// Starts a line over so many articles.
    pub(crate) fn over_articles(count: usize, verbosity: Verbosity) -> Self {
        let bar = ProgressBar::with_draw_target(Some(count as u64), draw_target(verbosity));
        let template = "{bar:30} {pos}/{len} articles  {per_sec}  {eta} left";
        if let Ok(style) = ProgressStyle::with_template(template) {
            bar.set_style(style);
        }
        bar.enable_steady_tick(Duration::from_millis(200));
        Self { bar, verbosity }
    }

    /// One article more is done.
    pub(crate) fn done(&self, id: &str) {
        self.bar.inc(1);
        if self.verbosity.verbose {
            self.say(&format!("read {id}"));
        }
    }

    /// An article was left out: it is named, whatever the verbosity.
    pub(crate) fn skipped(&self, skipped: &Skipped) {
        self.say(&format!(
            "{} {}: {}",
            summary::skipped_label(),
            skipped.input,
            skipped.reason
        ));
    }

    fn say(&self, line: &str) {
        self.bar.suspend(|| anstream::eprintln!("{line}"));
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}

fn draw_target(verbosity: Verbosity) -> ProgressDrawTarget {
    if verbosity.quiet {
        ProgressDrawTarget::hidden()
    } else {
        ProgressDrawTarget::stderr()
    }
}
