//! Trains and evaluates the language models.
fn main() {}
