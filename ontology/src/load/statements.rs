use super::source::SourceFile;
use super::vocabulary::{CLASS, COMMENT, LABEL, RDF_TYPE, RELATION_TYPE, SUB_CLASS_OF};
use crate::OntologyError;
use oxrdf::{NamedOrBlankNode, Term};
use std::collections::{BTreeMap, BTreeSet};

/// A predicate and object, and the file that says so.
pub(super) struct Statement {
    pub(super) predicate: String,
    pub(super) object: Term,
    file: usize,
}

impl Statement {
    /// The object's IRI, or `None` for a literal.
    pub(super) fn iri(&self) -> Option<&str> {
        match &self.object {
            Term::NamedNode(node) => Some(node.as_str()),
            _ => None,
        }
    }

    /// The object's text, or `None` for an IRI.
    pub(super) fn text(&self) -> Option<&str> {
        match &self.object {
            Term::Literal(literal) => Some(literal.value()),
            _ => None,
        }
    }

    pub(super) fn language(&self) -> Option<&str> {
        match &self.object {
            Term::Literal(literal) => literal.language(),
            _ => None,
        }
    }
}

/// What all files say, by subject; a later file overrides what earlier ones declare.
#[derive(Default)]
pub(crate) struct Statements {
    files: Vec<SourceFile>,
    subjects: BTreeMap<String, Vec<Statement>>,
}

impl Statements {
    /// Adds a file. A relation type that it declares replaces the earlier declaration whole, a class
    /// replaces label, comment and super-classes; everything else is added to what was there.
    pub(crate) fn add(&mut self, mut file: SourceFile) -> Result<(), OntologyError> {
        let triples = file.parse()?;
        let index = self.files.len();
        self.files.push(file);
        let mut declared = BTreeSet::new();
        for triple in &triples {
            if let (NamedOrBlankNode::NamedNode(subject), Term::NamedNode(object)) =
                (&triple.subject, &triple.object)
                && triple.predicate.as_str() == RDF_TYPE
            {
                declared.insert((subject.as_str(), object.as_str()));
            }
        }
        for (subject, class) in declared {
            self.forget(subject, class);
        }
        for triple in triples {
            if let NamedOrBlankNode::NamedNode(subject) = triple.subject {
                self.subjects
                    .entry(subject.into_string())
                    .or_default()
                    .push(Statement {
                        predicate: triple.predicate.into_string(),
                        object: triple.object,
                        file: index,
                    });
            }
        }
        Ok(())
    }

    fn forget(&mut self, subject: &str, class: &str) {
        let Some(statements) = self.subjects.get_mut(subject) else {
            return;
        };
        match class {
            RELATION_TYPE => statements.clear(),
            CLASS => statements.retain(|statement| {
                ![LABEL, COMMENT, SUB_CLASS_OF].contains(&statement.predicate.as_str())
            }),
            _ => {}
        }
    }

    /// The subjects in order of their IRIs.
    pub(super) fn subjects(&self) -> impl Iterator<Item = (&str, &[Statement])> {
        self.subjects
            .iter()
            .map(|(subject, statements)| (subject.as_str(), statements.as_slice()))
    }

    /// Every statement with its subject, file after file: what is read last wins.
    pub(super) fn in_file_order(&self) -> impl Iterator<Item = (&str, &Statement)> {
        let mut all: Vec<_> = self
            .subjects()
            .flat_map(|(subject, about)| about.iter().map(move |statement| (subject, statement)))
            .collect();
        all.sort_by_key(|(_, statement)| statement.file);
        all.into_iter()
    }

    /// The subjects that are declared to be of this class, in order of their IRIs.
    pub(super) fn instances<'a>(&'a self, class: &'a str) -> impl Iterator<Item = &'a str> {
        self.subjects()
            .map(|(subject, _)| subject)
            .filter(move |subject| self.is_a(subject, class))
    }

    /// What is said about the subject by this predicate, in order of the files.
    pub(super) fn of<'a>(
        &'a self,
        subject: &str,
        predicate: &'a str,
    ) -> impl Iterator<Item = &'a Statement> {
        self.subjects
            .get(subject)
            .map_or(&[][..], Vec::as_slice)
            .iter()
            .filter(move |statement| statement.predicate == predicate)
    }

    /// Whether the subject is declared to be of the class.
    pub(super) fn is_a(&self, subject: &str, class: &str) -> bool {
        self.of(subject, RDF_TYPE)
            .any(|statement| statement.iri() == Some(class))
    }

    /// Whether any file says anything about the subject.
    pub(super) fn knows(&self, subject: &str) -> bool {
        self.subjects.contains_key(subject)
    }

    /// The English text of a subject's property, or the first in another language.
    pub(super) fn text<'a>(&'a self, subject: &str, predicate: &'a str) -> Option<&'a str> {
        self.of(subject, predicate)
            .find(|statement| statement.language() == Some("en"))
            .or_else(|| self.of(subject, predicate).next())
            .and_then(Statement::text)
    }

    /// The error for a problem with this very statement.
    pub(super) fn invalid(
        &self,
        subject: &str,
        statement: &Statement,
        problem: String,
    ) -> OntologyError {
        self.files[statement.file].invalid(subject, Some(&statement.object), problem)
    }

    /// The error for a problem with a subject as it is declared.
    pub(super) fn invalid_subject(&self, subject: &str, problem: String) -> OntologyError {
        self.declaring_file(subject).invalid(subject, None, problem)
    }

    /// The IRI as the subject's file would write it.
    pub(super) fn short(&self, subject: &str, iri: &str) -> String {
        self.declaring_file(subject).short(iri)
    }

    /// The last file that gives the subject a type, else the last that speaks of it.
    fn declaring_file(&self, subject: &str) -> &SourceFile {
        let statements = self.subjects.get(subject).map_or(&[][..], Vec::as_slice);
        let declaring = statements
            .iter()
            .rev()
            .find(|statement| statement.predicate == RDF_TYPE)
            .or(statements.last());
        &self.files[declaring.map_or(0, |statement| statement.file)]
    }
}
