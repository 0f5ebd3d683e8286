//! Documents to RDF, in every syntax, with an embedded SPARQL store.
