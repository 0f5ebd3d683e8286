use crate::{EmbeddedFile, OntologyError};
use oxrdf::{Term, Triple};
use oxttl::TurtleParser;
use std::borrow::Cow;
use std::path::{Path, PathBuf};

/// A Turtle file: its text, kept so that a message about a statement can name its line.
pub(crate) struct SourceFile {
    path: PathBuf,
    text: Cow<'static, str>,
    /// Prefix → namespace, as the file declares them.
    prefixes: Vec<(String, String)>,
}

impl SourceFile {
    pub(crate) fn embedded(file: &EmbeddedFile) -> Self {
        Self {
            path: Path::new("ontology").join(file.path),
            text: Cow::Borrowed(file.text),
            prefixes: Vec::new(),
        }
    }

    pub(crate) fn read(path: &Path) -> Result<Self, OntologyError> {
        let unreadable = |source| OntologyError::Unreadable {
            file: path.to_owned(),
            source,
        };
        let bytes = std::fs::read(path).map_err(unreadable)?;
        let text = String::from_utf8(bytes).map_err(|error| {
            let valid = &error.as_bytes()[..error.utf8_error().valid_up_to()];
            OntologyError::Invalid {
                file: path.to_owned(),
                line: 1 + newlines(valid),
                problem: "not UTF-8 text; save the file as UTF-8".to_owned(),
            }
        })?;
        Ok(Self {
            path: path.to_owned(),
            text: Cow::Owned(text),
            prefixes: Vec::new(),
        })
    }

    /// The triples in order of the text.
    pub(crate) fn parse(&mut self) -> Result<Vec<Triple>, OntologyError> {
        let text = self.text.clone();
        let mut parser = TurtleParser::new().for_slice(text.as_bytes());
        let mut triples = Vec::new();
        for triple in parser.by_ref() {
            triples.push(triple.map_err(|error| OntologyError::Invalid {
                file: self.path.clone(),
                line: error.location().start.line + 1,
                problem: format!("not Turtle: {}", error.message()),
            })?);
        }
        self.prefixes = parser
            .prefixes()
            .map(|(prefix, namespace)| (prefix.to_owned(), namespace.to_owned()))
            .collect();
        Ok(triples)
    }

    /// The error for a problem on the line where the file speaks of this subject and, if given, object.
    pub(crate) fn invalid(
        &self,
        subject: &str,
        object: Option<&Term>,
        problem: String,
    ) -> OntologyError {
        OntologyError::Invalid {
            file: self.path.clone(),
            line: self.line_of(subject, object),
            problem,
        }
    }

    /// The IRI as the file writes it: `ng:meets`, or `<…>` without a prefix for it.
    pub(super) fn short(&self, iri: &str) -> String {
        self.prefixes
            .iter()
            .filter_map(|(prefix, namespace)| {
                let local = iri.strip_prefix(namespace.as_str())?;
                (!local.contains(['/', '#'])).then(|| format!("{prefix}:{local}"))
            })
            .min_by_key(String::len)
            .unwrap_or_else(|| format!("<{iri}>"))
    }

    /// Line, from 1: where a block about `subject` names `object`, else where the first such block starts.
    fn line_of(&self, subject: &str, object: Option<&Term>) -> u64 {
        let starts = [self.short(subject), format!("<{subject}>")];
        let needle = object.map(|object| self.written(object));
        let mut first = None;
        let mut inside = false;
        for (line, number) in self.text.lines().zip(1..) {
            let trimmed = line.trim();
            if let Some(word) = trimmed.split_whitespace().next()
                && starts.iter().any(|start| start == word)
            {
                inside = true;
                first.get_or_insert(number);
            }
            if inside && needle.as_ref().is_none_or(|needle| line.contains(needle)) {
                return number;
            }
            inside &= !trimmed.ends_with('.');
        }
        first.unwrap_or(1)
    }

    fn written(&self, term: &Term) -> String {
        match term {
            Term::NamedNode(node) => self.short(node.as_str()),
            Term::Literal(literal) => {
                format!(
                    "\"{}\"",
                    literal.value().replace('\\', "\\\\").replace('"', "\\\"")
                )
            }
            Term::BlankNode(node) => node.to_string(),
        }
    }
}

fn newlines(bytes: &[u8]) -> u64 {
    bytes
        .iter()
        .fold(0, |lines, &byte| lines + u64::from(byte == b'\n'))
}
