//! Three short articles written for the tests, with what a careful reader would take from them.

mod articles;
mod builder;

pub(crate) use articles::{dam_dispute, minister_denies, summit_over};

/// The three articles.
pub(crate) fn documents() -> Vec<newsgraph_model::Document> {
    vec![dam_dispute(), minister_denies(), summit_over()]
}
