//! Declared relation patterns, and their matches over the dependency trees of an article.

mod casualties;
mod choice;
mod classes;
mod compile;
mod constructions;
mod doers;
mod earlier;
mod fillers;
mod finder;
mod links;
mod matching;
mod neighbours;
mod reliability;
mod roles;
mod slots;
#[cfg(test)]
mod tests;
mod trigger;

pub(crate) use compile::Catalogue;
pub(crate) use finder::{Context, Findings, find_claims, makes_claims};
pub(crate) use links::{AgendaPair, DraftLink};
