//! Writing results to standard output or to a file.

use anyhow::{Context, Result};
use newsgraph_model::Document;
use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::Path;

/// Hands `write` a buffered writer on the file, or on standard output when there is none. A reader of standard
/// output that stops early (`| head`) ends the command quietly.
///
/// # Errors
/// When the file cannot be made or written; names the file.
pub(crate) fn with_output(
    file: Option<&Path>,
    write: impl FnOnce(&mut dyn Write) -> Result<()>,
) -> Result<()> {
    match file {
        Some(path) => write_file(path, write),
        None => {
            let mut out = BufWriter::new(io::stdout().lock());
            let written = write(&mut out).and_then(|()| Ok(out.flush()?));
            written.or_else(|error| {
                if is_closed_pipe(&error) {
                    Ok(())
                } else {
                    Err(error)
                }
            })
        }
    }
}

/// Writes a file through `write`.
///
/// # Errors
/// When the file cannot be made or written; names the file.
pub(crate) fn write_file(
    path: &Path,
    write: impl FnOnce(&mut dyn Write) -> Result<()>,
) -> Result<()> {
    let file = File::create(path).with_context(|| format!("cannot write {}", path.display()))?;
    let mut out = BufWriter::new(file);
    write(&mut out)
        .and_then(|()| Ok(out.flush()?))
        .with_context(|| format!("cannot write {}", path.display()))
}

/// A document as a line of JSON.
///
/// # Errors
/// When the document cannot be written as JSON, which none is.
pub(crate) fn json_line(document: &Document) -> Result<Vec<u8>> {
    let mut line = serde_json::to_vec(document)?;
    line.push(b'\n');
    Ok(line)
}

fn is_closed_pipe(error: &anyhow::Error) -> bool {
    error.chain().any(|cause| {
        cause
            .downcast_ref::<io::Error>()
            .is_some_and(|cause| cause.kind() == io::ErrorKind::BrokenPipe)
    })
}
