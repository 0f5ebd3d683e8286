/// Roles that a relation's subject can have in its event.
pub(super) const SUBJECT_ROLES: &[&str] = &["agent", "participant", "patient"];

/// Roles that a relation's object can have in its event.
pub(super) const OBJECT_ROLES: &[&str] = &[
    "agent",
    "participant",
    "patient",
    "recipient",
    "theme",
    "topic",
    "destination",
    "origin",
    "atPlace",
    "instrument",
];
