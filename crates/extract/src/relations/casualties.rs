use super::compile::Catalogue;
use super::trigger::Trigger;
use crate::numerals::cardinal;
use crate::syntax::Tree;
use newsgraph_language::{Deprel, Upos};
use newsgraph_model::{Casualties, Quantifier};

/// Numbers of killed and injured that a trigger of killing or injuring gives: "killed at least 12 people".
pub(crate) fn casualties_of(
    tree: &Tree<'_>,
    catalogue: &Catalogue,
    relation: usize,
    trigger: &Trigger,
) -> Option<Casualties> {
    let relation = catalogue.relations[relation].name.as_str();
    if !matches!(relation, "kills" | "injures") {
        return None;
    }
    let (number, quantifier) = tree
        .patients(trigger.head)
        .into_iter()
        .find_map(|victims| counted(tree, victims))?;
    let mut casualties = Casualties {
        quantifier: Some(quantifier),
        ..Casualties::default()
    };
    if relation == "kills" {
        casualties.killed = Some(number);
    } else {
        casualties.injured = Some(number);
    }
    Some(casualties)
}

fn counted(tree: &Tree<'_>, noun: usize) -> Option<(u64, Quantifier)> {
    let number = if tree.upos(noun) == Upos::Num {
        noun
    } else {
        tree.child_by(noun, &[Deprel::Nummod])?
    };
    let value = value_of(&tree.token(number).text)?;
    let before: Vec<&str> = (number.saturating_sub(3)..number)
        .map(|token| tree.lemma(token))
        .collect();
    let says = |words: &[&str]| words.iter().any(|word| before.contains(word));
    let quantifier = if says(&["least", "over", "than"]) {
        Quantifier::AtLeast
    } else if before.ends_with(&["up", "to"]) || says(&["most"]) {
        Quantifier::AtMost
    } else if says(&[
        "about",
        "around",
        "approximately",
        "some",
        "nearly",
        "almost",
    ]) {
        Quantifier::About
    } else {
        Quantifier::Exactly
    };
    Some((value, quantifier))
}

fn value_of(text: &str) -> Option<u64> {
    let word = text.to_lowercase();
    let digits = word.replace(',', "");
    if let Ok(value) = digits.parse() {
        return Some(value);
    }
    cardinal(&word).map(u64::from)
}
