//! The Turtle form of a gazetteer: an entity a block, with its class, label, other names and Wikidata id.

use super::GazetteerEntry;
use super::builder::NamedEntry;
use super::identity::Identity;
use crate::OntologyError;
use crate::load::SourceFile;
use oxrdf::{NamedOrBlankNode, Term, Triple};
use std::collections::BTreeMap;
use std::path::Path;

const TYPE: &str = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";
const LABEL: &str = "http://www.w3.org/2000/01/rdf-schema#label";
const OTHER_NAMES: [&str; 3] = [
    "http://www.w3.org/2004/02/skos/core#altLabel",
    "http://schema.org/alternateName",
    "https://schema.org/alternateName",
];
const SAME: [&str; 3] = [
    "http://www.w3.org/2002/07/owl#sameAs",
    "http://schema.org/sameAs",
    "https://schema.org/sameAs",
];
/// Namespace of the vocabulary, whose classes an entity may have.
const VOCABULARY: &str = "https://w3id.org/newsgraph/ns#";

/// Reads every entity that has a class of the vocabulary.
pub(super) fn read(
    path: &Path,
    mut accept: impl FnMut(NamedEntry) -> Result<(), String>,
) -> Result<(), OntologyError> {
    let mut file = SourceFile::read(path)?;
    let mut subjects: BTreeMap<String, Vec<(String, Term)>> = BTreeMap::new();
    for Triple {
        subject,
        predicate,
        object,
    } in file.parse()?
    {
        if let NamedOrBlankNode::NamedNode(subject) = subject {
            let statements = subjects.entry(subject.into_string()).or_default();
            statements.push((predicate.into_string(), object));
        }
    }
    for (subject, statements) in subjects {
        if let Some(class) = class(&statements) {
            entry(&subject, class, &statements)
                .and_then(&mut accept)
                .map_err(|problem| file.invalid(&subject, None, problem))?;
        }
    }
    Ok(())
}

/// Local name of the class.
fn class(statements: &[(String, Term)]) -> Option<&str> {
    iris(statements, &[TYPE]).find_map(|iri| iri.strip_prefix(VOCABULARY))
}

fn entry(subject: &str, class: &str, statements: &[(String, Term)]) -> Result<NamedEntry, String> {
    let labels: Vec<_> = texts(statements, &[LABEL]).collect();
    let english = labels
        .iter()
        .find(|(_, language)| matches!(language, None | Some("en")));
    let &(label, _) = english
        .or(labels.first())
        .ok_or_else(|| format!("<{subject}> has no name; add rdfs:label \"…\""))?;
    let further = labels
        .iter()
        .map(|&(name, _)| name)
        .filter(|&name| name != label);
    let others = texts(statements, &OTHER_NAMES).map(|(name, _)| name);
    let wikidata = iris(statements, &SAME).find_map(|iri| Identity::parse(iri).ok()?.wikidata);
    let own = Identity::parse(subject)?;
    Ok(NamedEntry {
        aliases: further.chain(others).map(str::to_owned).collect(),
        entry: GazetteerEntry {
            label: label.to_owned(),
            class: class.to_owned(),
            wikidata: wikidata.or(own.wikidata),
            iri: own.iri,
            ..GazetteerEntry::default()
        },
        ..NamedEntry::default()
    })
}

fn objects<'a>(
    statements: &'a [(String, Term)],
    predicates: &'a [&str],
) -> impl Iterator<Item = &'a Term> {
    let wanted = |predicate: &str| predicates.contains(&predicate);
    statements
        .iter()
        .filter(move |(predicate, _)| wanted(predicate))
        .map(|(_, object)| object)
}

fn iris<'a>(
    statements: &'a [(String, Term)],
    predicates: &'a [&str],
) -> impl Iterator<Item = &'a str> {
    objects(statements, predicates).filter_map(|object| match object {
        Term::NamedNode(node) => Some(node.as_str()),
        _ => None,
    })
}

/// Literals with their language.
fn texts<'a>(
    statements: &'a [(String, Term)],
    predicates: &'a [&str],
) -> impl Iterator<Item = (&'a str, Option<&'a str>)> {
    objects(statements, predicates).filter_map(|object| match object {
        Term::Literal(literal) => Some((literal.value(), literal.language())),
        _ => None,
    })
}
