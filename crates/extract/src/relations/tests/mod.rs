//! One test for each way a relation can be put into words.

mod factuality;
mod nouns;
mod verbs;
