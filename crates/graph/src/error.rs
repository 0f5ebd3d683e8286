/// Why documents do not make one graph.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum GraphError {
    /// Two different documents carry one id.
    #[error(
        "two different documents have the id `{document}`; give each article its own id, or remove one of them"
    )]
    SameId {
        /// The id.
        document: String,
    },
    /// A document uses a relation that the ontology does not know.
    #[error(
        "claim {claim} of document `{document}` uses the relation `{relation}`, which the ontology does not declare; \
         load the ontology file that declares it"
    )]
    UndeclaredRelation {
        /// The document's id.
        document: String,
        /// The claim's id.
        claim: String,
        /// Local name of the relation.
        relation: String,
    },
    /// A claim or event names an entity that its document does not hold.
    #[error(
        "document `{document}` is broken: {part} names the entity {entity}, which it does not hold"
    )]
    UnknownEntity {
        /// The document's id.
        document: String,
        /// The claim or event.
        part: String,
        /// The missing entity's id.
        entity: String,
    },
    /// Two graphs were built with ontologies that declare a relation differently.
    #[error(
        "the relation `{relation}` is declared in two ways; build both graphs with the same ontology"
    )]
    RelationDeclaredTwice {
        /// Local name of the relation.
        relation: String,
    },
    /// Two graphs were built with ontologies that declare a class differently.
    #[error(
        "the class `{class}` is declared in two ways; build both graphs with the same ontology"
    )]
    ClassDeclaredTwice {
        /// Local name of the class.
        class: String,
    },
}
