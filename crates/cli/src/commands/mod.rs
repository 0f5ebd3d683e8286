//! One module a command.

pub(crate) mod analyze;
pub(crate) mod build;
pub(crate) mod completions;
pub(crate) mod explain;
pub(crate) mod export;
pub(crate) mod extract;
pub(crate) mod query;
pub(crate) mod schema;
