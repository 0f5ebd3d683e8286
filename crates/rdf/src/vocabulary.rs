//! The IRIs that the layout uses.

use oxigraph::model::{NamedNode, NamedNodeRef};

/// Namespace of the vocabulary.
pub(crate) const NG: &str = "https://w3id.org/newsgraph/ns#";
/// What the IRIs of articles begin with.
pub(crate) const DOC: &str = "https://w3id.org/newsgraph/doc/";
/// The graph of direct triples that no article states as fact.
pub const REPORTED_GRAPH: &str = "https://w3id.org/newsgraph/graph/reported";
/// The graph that holds the vocabulary in a store: relation types, classes, labels.
pub const VOCABULARY_GRAPH: &str = "https://w3id.org/newsgraph/ns";

/// The prefixes that queries need not declare and that files are written with.
pub const PREFIXES: [(&str, &str); 13] = [
    ("dct", "http://purl.org/dc/terms/"),
    ("ent", "https://w3id.org/newsgraph/id/"),
    ("ng", NG),
    ("ngg", "https://w3id.org/newsgraph/graph/"),
    (
        "nif",
        "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#",
    ),
    ("owl", "http://www.w3.org/2002/07/owl#"),
    ("prov", "http://www.w3.org/ns/prov#"),
    ("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"),
    ("rdfs", "http://www.w3.org/2000/01/rdf-schema#"),
    ("schema", "http://schema.org/"),
    ("skos", "http://www.w3.org/2004/02/skos/core#"),
    ("wd", "http://www.wikidata.org/entity/"),
    ("xsd", "http://www.w3.org/2001/XMLSchema#"),
];

/// The IRI of a term of the vocabulary.
pub(crate) fn ng(local_name: &str) -> NamedNode {
    NamedNode::new_unchecked(format!("{NG}{}", crate::iri::escaped(local_name)))
}

macro_rules! terms {
    ($($module:ident $namespace:literal { $($name:ident = $local:literal),* $(,)? })*) => {
        $(pub(crate) mod $module {
            use super::NamedNodeRef;
            $(pub(crate) const $name: NamedNodeRef<'static> =
                NamedNodeRef::new_unchecked(concat!($namespace, $local));)*
        })*
    };
}

terms! {
    terms "https://w3id.org/newsgraph/ns#" {
        ANONYMOUS = "anonymous", ARTICLE = "Article", ATTRIBUTED_TO = "attributedTo",
        ATTRIBUTION_CUE = "attributionCue", AT_PLACE = "atPlace", CAMEO = "cameo", CLAIM = "Claim",
        CONFIDENCE = "confidence", DATE_PRECISION = "datePrecision", EARLIEST_DATE = "earliestDate",
        EVENT = "event", EVENT_CLASS = "eventClass", EVIDENCE = "evidence", IN_ARTICLE = "inArticle",
        INJURED = "injured", KILLED = "killed", LATEST_DATE = "latestDate",
        LITERAL_REFERENT = "literalReferent", MENTION = "Mention", MENTION_KIND = "mentionKind",
        MODALITY = "modality", NAMED_EVENT = "NamedEvent", NEGATED = "negated", PATTERN = "pattern", PLOVER = "plover",
        QUANTIFIER = "quantifier", REFERENCE_DATE = "referenceDate",
        REFERENCE_DATE_SOURCE = "referenceDateSource", REFERS_TO = "refersTo",
        RELATION_TYPE = "RelationType", RELATIVE = "relative", SHA256 = "sha256", TEXT = "text",
        TIMEX = "timex", TIME_EXPRESSION = "TimeExpression", TRIGGER = "trigger", WHEN = "when",
    }
    nif "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#" {
        ANCHOR_OF = "anchorOf", BEGIN_INDEX = "beginIndex", CONTEXT = "Context",
        END_INDEX = "endIndex", PHRASE = "Phrase", REFERENCE_CONTEXT = "referenceContext",
        SENTENCE = "Sentence", SOURCE_URL = "sourceUrl",
    }
    schema "http://schema.org/" {
        CREDIT_TEXT = "creditText", DATE_PUBLISHED = "datePublished", HEADLINE = "headline",
        SAME_AS = "sameAs", SOFTWARE_VERSION = "softwareVersion", URL = "url",
    }
    prov "http://www.w3.org/ns/prov#" {
        ACTIVITY = "Activity", WAS_GENERATED_BY = "wasGeneratedBy",
    }
    dct "http://purl.org/dc/terms/" {
        IDENTIFIER = "identifier", LANGUAGE = "language", LICENSE = "license", TITLE = "title",
    }
    skos "http://www.w3.org/2004/02/skos/core#" {
        ALT_LABEL = "altLabel", DEFINITION = "definition",
    }
    owl "http://www.w3.org/2002/07/owl#" {
        OBJECT_PROPERTY = "ObjectProperty", SYMMETRIC_PROPERTY = "SymmetricProperty", CLASS = "Class",
    }
    void "http://rdfs.org/ns/void#" {
        CLASS = "class", CLASSES = "classes", CLASS_PARTITION = "classPartition", DATASET = "Dataset",
        DOCUMENTS = "documents", ENTITIES = "entities", PROPERTIES = "properties",
        PROPERTY = "property", PROPERTY_PARTITION = "propertyPartition", TRIPLES = "triples",
        URI_SPACE = "uriSpace", VOCABULARY = "vocabulary",
    }
    dcat "http://www.w3.org/ns/dcat#" {
        DATASET = "Dataset",
    }
}
