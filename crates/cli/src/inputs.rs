//! From the paths on the command line to the articles to read.

use anyhow::{Context, Result, bail};
use std::collections::BTreeMap;
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};

/// One article to read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Input {
    /// The id of its document: the file's stem.
    pub(crate) id: String,
    pub(crate) origin: Origin,
}

/// Where the bytes of an article come from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Origin {
    File(PathBuf),
    /// Read in full already, since standard input can be read only once.
    StandardInput(Vec<u8>),
}

/// An input that was left out, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Skipped {
    pub(crate) input: String,
    pub(crate) reason: String,
}

/// The articles named on the command line in order of their ids, and those that cannot be read under theirs.
///
/// # Errors
/// When a path does not exist, or when no article is left.
pub(crate) fn collect(paths: &[PathBuf]) -> Result<(Vec<Input>, Vec<Skipped>)> {
    let mut found = Vec::new();
    for path in paths {
        collect_path(path, &mut found)?;
    }
    if found.is_empty() {
        let names: Vec<_> = paths
            .iter()
            .map(|path| path.display().to_string())
            .collect();
        bail!(
            "no article in {}: a folder is searched for files that end in .txt",
            names.join(", ")
        );
    }
    Ok(one_per_id(found))
}

impl Input {
    /// The article's bytes.
    pub(crate) fn read(&self) -> std::io::Result<Vec<u8>> {
        match &self.origin {
            Origin::File(path) => fs::read(path),
            Origin::StandardInput(bytes) => Ok(bytes.clone()),
        }
    }

    /// How many bytes it has; none of a file that cannot be asked.
    pub(crate) fn size(&self) -> u64 {
        match &self.origin {
            Origin::File(path) => fs::metadata(path).map_or(0, |file| file.len()),
            Origin::StandardInput(bytes) => bytes.len() as u64,
        }
    }

    /// What a person calls the input.
    pub(crate) fn display(&self) -> String {
        match &self.origin {
            Origin::File(path) => path.display().to_string(),
            Origin::StandardInput(_) => "standard input".to_owned(),
        }
    }
}

fn collect_path(path: &Path, found: &mut Vec<Input>) -> Result<()> {
    if path == Path::new("-") {
        found.push(standard_input()?);
        return Ok(());
    }
    let kind = fs::metadata(path).with_context(|| format!("cannot read {}", path.display()))?;
    if kind.is_dir() {
        collect_folder(path, found)
    } else {
        found.push(file(path.to_owned()));
        Ok(())
    }
}

fn collect_folder(folder: &Path, found: &mut Vec<Input>) -> Result<()> {
    let entries =
        fs::read_dir(folder).with_context(|| format!("cannot list {}", folder.display()))?;
    for entry in entries {
        let path = entry
            .with_context(|| format!("cannot list {}", folder.display()))?
            .path();
        if path.is_dir() {
            collect_folder(&path, found)?;
        } else if path.extension().is_some_and(|extension| extension == "txt") {
            found.push(file(path));
        }
    }
    Ok(())
}

fn file(path: PathBuf) -> Input {
    let id = path
        .file_stem()
        .map_or_else(String::new, |stem| stem.to_string_lossy().into_owned());
    Input {
        id,
        origin: Origin::File(path),
    }
}

fn standard_input() -> Result<Input> {
    let mut bytes = Vec::new();
    std::io::stdin()
        .lock()
        .read_to_end(&mut bytes)
        .context("cannot read standard input")?;
    Ok(Input {
        id: "stdin".to_owned(),
        origin: Origin::StandardInput(bytes),
    })
}

/// Sorts by id. Of two inputs with one id the first by path is kept: a graph cannot tell them apart. One file
/// named twice is one input.
fn one_per_id(mut found: Vec<Input>) -> (Vec<Input>, Vec<Skipped>) {
    found.sort_by_key(|input| (input.id.clone(), input.display()));
    found.dedup();
    let mut kept: BTreeMap<String, Input> = BTreeMap::new();
    let mut skipped = Vec::new();
    for input in found {
        if let Some(first) = kept.get(&input.id) {
            let reason = format!(
                "its id {:?} is taken by {}; rename one of the two",
                input.id,
                first.display()
            );
            skipped.push(Skipped {
                input: input.display(),
                reason,
            });
        } else {
            kept.insert(input.id.clone(), input);
        }
    }
    (kept.into_values().collect(), skipped)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_order_of_the_paths_does_not_matter() {
        let folder = tempfile::tempdir().unwrap();
        let paths: Vec<_> = ["b.txt", "a.txt"]
            .map(|name| folder.path().join(name))
            .into();
        paths.iter().for_each(|path| fs::write(path, "x").unwrap());
        let reversed: Vec<_> = paths.iter().rev().cloned().collect();
        let (inputs, _) = collect(&paths).unwrap();
        assert_eq!(inputs, collect(&reversed).unwrap().0);
        assert_eq!(
            inputs.iter().map(|input| &input.id).collect::<Vec<_>>(),
            ["a", "b"]
        );
    }

    #[test]
    fn a_second_article_of_the_same_id_is_skipped_and_named() {
        let folder = tempfile::tempdir().unwrap();
        for sub in ["x", "y"] {
            fs::create_dir(folder.path().join(sub)).unwrap();
            fs::write(folder.path().join(sub).join("a.txt"), "x").unwrap();
        }
        let (inputs, skipped) = collect(&[folder.path().to_owned()]).unwrap();
        assert_eq!((inputs.len(), skipped.len()), (1, 1));
        assert!(skipped[0].input.ends_with("y/a.txt") && skipped[0].reason.contains("x/a.txt"));
    }

    #[test]
    fn a_folder_without_articles_is_an_error_that_says_what_was_searched() {
        let folder = tempfile::tempdir().unwrap();
        let error = collect(&[folder.path().to_owned()])
            .unwrap_err()
            .to_string();
        assert!(
            error.contains("no article in") && error.contains(".txt"),
            "{error}"
        );
    }
}
