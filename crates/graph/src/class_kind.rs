use newsgraph_ontology::{Class, ClassTree};
use std::sync::Arc;

/// Local name of the class of all events.
const EVENT: &str = "Event";

/// What the graph keeps of a declared class of entities or events.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClassKind {
    /// Whole IRI.
    pub iri: Arc<str>,
    /// Whether its members happen: an entity of such a class is a named event ("World War II").
    pub happens: bool,
}

impl ClassKind {
    pub(crate) fn new(class: &Class, classes: &ClassTree) -> Self {
        Self {
            iri: class.iri.as_str().into(),
            happens: classes.is_a(&class.name, EVENT),
        }
    }
}
