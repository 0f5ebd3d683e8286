use super::statements::Statements;
use super::vocabulary::{CLASS, LABEL, NG, SUB_CLASS_OF, TOLD_AS, local_name};
use crate::{Class, ClassTree, OntologyError};
use std::collections::BTreeMap;

/// Every declared class.
///
/// A super-class outside the vocabulary that no file declares (`schema:Event`) is alignment, not hierarchy,
/// and is left out.
pub(crate) fn read_classes(statements: &Statements) -> Result<ClassTree, OntologyError> {
    let mut classes = BTreeMap::new();
    for iri in statements.instances(CLASS) {
        let class = read_class(statements, iri)?;
        if let Some(other) = classes.insert(class.name.clone(), class) {
            return Err(statements.invalid_subject(
                iri,
                format!(
                    "class {} has the same name as another class, \"{}\"; give it another local name",
                    statements.short(iri, iri),
                    other.label
                ),
            ));
        }
    }
    for iri in statements.instances(CLASS) {
        check_acyclic(statements, &classes, iri)?;
    }
    Ok(ClassTree::new(classes))
}

fn read_class(statements: &Statements, iri: &str) -> Result<Class, OntologyError> {
    let label = statements.text(iri, LABEL).ok_or_else(|| {
        let class = statements.short(iri, iri);
        statements.invalid_subject(
            iri,
            format!("class {class} has no label; add rdfs:label \"…\"@en"),
        )
    })?;
    let mut parents = Vec::new();
    for statement in statements.of(iri, SUB_CLASS_OF) {
        let Some(parent) = statement.iri() else {
            continue;
        };
        if statements.is_a(parent, CLASS) {
            parents.push(local_name(parent).to_owned());
        } else if parent.starts_with(NG) {
            let class = statements.short(iri, iri);
            let parent = statements.short(iri, parent);
            return Err(statements.invalid(
                iri,
                statement,
                format!(
                    "class {class}: its super-class {parent} is not declared; \
                     add \"{parent} a owl:Class\" or name a declared class"
                ),
            ));
        }
    }
    Ok(Class {
        name: local_name(iri).to_owned(),
        iri: iri.to_owned(),
        label: label.to_owned(),
        parents,
        told_as: told_as(statements, iri)?,
    })
}

fn told_as(statements: &Statements, iri: &str) -> Result<Option<String>, OntologyError> {
    let Some(statement) = statements.of(iri, TOLD_AS).next() else {
        return Ok(None);
    };
    let declared = statement
        .iri()
        .filter(|class| statements.is_a(class, CLASS));
    let Some(class) = declared else {
        return Err(statements.invalid(
            iri,
            statement,
            format!(
                "class {}: ng:toldAs names no declared class; name one that some file declares as owl:Class",
                statements.short(iri, iri)
            ),
        ));
    };
    Ok(Some(local_name(class).to_owned()))
}

fn check_acyclic(
    statements: &Statements,
    classes: &BTreeMap<String, Class>,
    iri: &str,
) -> Result<(), OntologyError> {
    let name = local_name(iri);
    let mut reached = Vec::new();
    let mut open: Vec<&str> = parents(classes, name).collect();
    while let Some(parent) = open.pop() {
        if parent == name {
            let class = statements.short(iri, iri);
            return Err(statements.invalid_subject(
                iri,
                format!(
                    "class {class} is its own super-class; break the circle of rdfs:subClassOf"
                ),
            ));
        }
        if !reached.contains(&parent) {
            reached.push(parent);
            open.extend(parents(classes, parent));
        }
    }
    Ok(())
}

fn parents<'a>(classes: &'a BTreeMap<String, Class>, name: &str) -> impl Iterator<Item = &'a str> {
    classes
        .get(name)
        .map_or(&[][..], |class| class.parents.as_slice())
        .iter()
        .map(String::as_str)
}
