//! What a reader asks of a graph.

mod neighbours;
mod path;
mod ranking;
mod timeline;

pub use neighbours::Neighbour;
pub use path::PathStep;
pub use ranking::RankedEntity;
pub use timeline::TimelineEntry;
