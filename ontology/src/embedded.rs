//! The ontology's own files, compiled in.

/// A file of the embedded ontology.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EmbeddedFile {
    /// Its path inside the ontology's folder.
    pub path: &'static str,
    /// Its text.
    pub text: &'static str,
}

macro_rules! embedded {
    ($($path:literal),+ $(,)?) => {
        &[$(EmbeddedFile { path: $path, text: include_str!(concat!("../", $path)) }),+]
    };
}

/// The Turtle files that make the embedded ontology, in the order they are loaded.
pub const ONTOLOGY_FILES: &[EmbeddedFile] = embedded!(
    "core.ttl",
    "plover.ttl",
    "relations.ttl",
    "cues.ttl",
    "lexicon.ttl",
);

/// Triples that tie the vocabulary to others (schema.org, FOAF, ORG, SEM, Wikidata); loaded only on request.
pub const ALIGNMENT: EmbeddedFile = EmbeddedFile {
    path: "alignment.ttl",
    text: include_str!("../alignment.ttl"),
};

/// SHACL shapes that every export fulfils.
pub const SHAPES: EmbeddedFile = EmbeddedFile {
    path: "shapes.ttl",
    text: include_str!("../shapes.ttl"),
};

/// SHACL shapes that every file of relation types fulfils; the loader makes the same checks.
pub const META_SHAPES: EmbeddedFile = EmbeddedFile {
    path: "meta-shapes.ttl",
    text: include_str!("../meta-shapes.ttl"),
};

/// SPARQL queries over an export that find nothing when its named graphs are in order.
pub const CHECKS: &[EmbeddedFile] = embedded!(
    "checks/claim-without-direct.rq",
    "checks/direct-without-claim.rq",
    "checks/fact-without-actual-claim.rq",
    "checks/in-two-graphs.rq",
    "checks/symmetric-not-closed.rq",
);
