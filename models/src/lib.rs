//! Trained language models of newsgraph, as data.
