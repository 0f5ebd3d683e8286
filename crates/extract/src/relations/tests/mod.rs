//! One test for each way a relation can be put into words.

mod nouns;
mod verbs;
