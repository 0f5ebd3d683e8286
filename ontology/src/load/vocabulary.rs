//! The IRIs that the loader reads.

/// Namespace of the vocabulary.
pub(super) const NG: &str = "https://w3id.org/newsgraph/ns#";

pub(super) const RDF_TYPE: &str = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";
pub(super) const LABEL: &str = "http://www.w3.org/2000/01/rdf-schema#label";
pub(super) const COMMENT: &str = "http://www.w3.org/2000/01/rdf-schema#comment";
pub(super) const SUB_CLASS_OF: &str = "http://www.w3.org/2000/01/rdf-schema#subClassOf";
pub(super) const SUB_PROPERTY_OF: &str = "http://www.w3.org/2000/01/rdf-schema#subPropertyOf";
pub(super) const DOMAIN: &str = "http://www.w3.org/2000/01/rdf-schema#domain";
pub(super) const RANGE: &str = "http://www.w3.org/2000/01/rdf-schema#range";
pub(super) const CLASS: &str = "http://www.w3.org/2002/07/owl#Class";
pub(super) const SYMMETRIC: &str = "http://www.w3.org/2002/07/owl#SymmetricProperty";
pub(super) const DEFINITION: &str = "http://www.w3.org/2004/02/skos/core#definition";
pub(super) const CONCEPT: &str = "http://www.w3.org/2004/02/skos/core#Concept";

pub(super) const RELATION_TYPE: &str = "https://w3id.org/newsgraph/ns#RelationType";
pub(super) const PLACE_REACHING: &str = "https://w3id.org/newsgraph/ns#PlaceReaching";
pub(super) const OTHER_SENSE: &str = "https://w3id.org/newsgraph/ns#otherSense";
pub(super) const OWNER_REACHING: &str = "https://w3id.org/newsgraph/ns#OwnerReaching";
pub(super) const EVENT_CLASS: &str = "https://w3id.org/newsgraph/ns#eventClass";
pub(super) const TOLD_AS: &str = "https://w3id.org/newsgraph/ns#toldAs";
pub(super) const SUBJECT_ROLE: &str = "https://w3id.org/newsgraph/ns#subjectRole";
pub(super) const OBJECT_ROLE: &str = "https://w3id.org/newsgraph/ns#objectRole";
pub(super) const PAST_FORM: &str = "https://w3id.org/newsgraph/ns#pastForm";
pub(super) const PATTERN: &str = "https://w3id.org/newsgraph/ns#pattern";
pub(super) const EXAMPLE: &str = "https://w3id.org/newsgraph/ns#example";
pub(super) const PLOVER: &str = "https://w3id.org/newsgraph/ns#plover";
pub(super) const CAMEO: &str = "https://w3id.org/newsgraph/ns#cameo";

/// What follows the last `#` or `/`.
pub(super) fn local_name(iri: &str) -> &str {
    iri.rsplit(['#', '/']).next().unwrap_or(iri)
}
