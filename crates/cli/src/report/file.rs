use super::{Summary, markdown};
use crate::output::write_file;
use anyhow::Result;
use std::path::PathBuf;
use std::str::FromStr;

/// A file that a report is written into; its ending decides for whom.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum ReportFile {
    /// `.md`: for a person.
    Markdown(PathBuf),
    /// `.json`: for a program.
    Json(PathBuf),
}

impl FromStr for ReportFile {
    type Err = String;

    fn from_str(name: &str) -> Result<Self, String> {
        let path = PathBuf::from(name);
        match path.extension().and_then(|extension| extension.to_str()) {
            Some("md") => Ok(Self::Markdown(path)),
            Some("json") => Ok(Self::Json(path)),
            _ => Err("a report ends in .md (for people) or .json (for programs)".to_owned()),
        }
    }
}

impl ReportFile {
    /// Writes the report.
    ///
    /// # Errors
    /// When the file cannot be written; names it.
    pub(super) fn write(&self, summary: &Summary) -> Result<()> {
        match self {
            Self::Markdown(path) => write_file(path, |out| {
                Ok(out.write_all(markdown::of(summary).as_bytes())?)
            }),
            Self::Json(path) => write_file(path, |out| {
                serde_json::to_writer_pretty(&mut *out, summary)?;
                Ok(writeln!(out)?)
            }),
        }
    }
}
