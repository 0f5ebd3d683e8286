//! Article, analysis and ontology to a document of entities, events and claims.
