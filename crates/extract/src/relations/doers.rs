//! Who does what a noun says, where neither the noun nor a light verb names them: who is blamed for it, agrees to it or
//! does harm in it.

use super::slots::{Candidate, Path, SlotContext, derived, with_path};
use crate::syntax::Tree;
use newsgraph_language::Deprel;
use newsgraph_ontology::WordList;

impl SlotContext<'_> {
    /// "Chad and Mali agreed to a truce"
    pub(super) fn who_agrees_to(&self, noun: usize) -> Vec<Candidate> {
        let tree = self.tree;
        let verb = tree.head(noun).filter(|&verb| {
            tree.is_verb(verb) && tree.lemma(verb) == "agree" && tree.deprel(noun) == Deprel::Obl
        });
        let is_agreed = ["to", "on"]
            .iter()
            .any(|word| tree.stands_after(noun, word));
        match verb {
            Some(verb) if is_agreed => with_path(tree.agents(verb), Path::LightVerb),
            _ => self.who_answers_with(noun),
        }
    }

    /// "Chad responded with airstrikes on the camp"
    fn who_answers_with(&self, noun: usize) -> Vec<Candidate> {
        let tree = self.tree;
        let verb = tree.head(noun).filter(|&verb| {
            tree.is_verb(verb)
                && tree.is_listed(verb, WordList::AnsweringVerb)
                && tree.stands_after(noun, "with")
        });
        verb.map_or_else(Vec::new, |verb| {
            with_path(tree.agents(verb), Path::LightVerb)
        })
    }

    /// "blamed Mali for the raid", "a raid blamed on Mali": who is said to have done what the noun says.
    pub(super) fn who_is_blamed(&self, deed: usize) -> Vec<Candidate> {
        let tree = self.tree;
        let blames =
            |&verb: &usize| tree.is_verb(verb) && tree.is_listed(verb, WordList::BlamingVerb);
        let described = tree.children_by(deed, &[Deprel::Acl]).find(blames);
        if let Some(verb) = described {
            return derived(doers_after(tree, verb));
        }
        let convicted = self.who_is_convicted_of(deed);
        if !convicted.is_empty() {
            return convicted;
        }
        let Some(verb) = tree.head(deed).filter(blames) else {
            return self.who_harms_in(deed);
        };
        if tree.patients(verb).contains(&deed) {
            derived(doers_after(tree, verb))
        } else if ["for", "of"]
            .iter()
            .any(|word| tree.stands_after(deed, word))
        {
            derived(tree.patients(verb))
        } else {
            Vec::new()
        }
    }

    /// "Vega was convicted of the murder of Soto", "jailed for the killing of": what a court finds, it finds done.
    fn who_is_convicted_of(&self, deed: usize) -> Vec<Candidate> {
        let tree = self.tree;
        let is_count = ["of", "for"]
            .iter()
            .any(|word| tree.stands_after(deed, word));
        let verb = tree
            .head(deed)
            .filter(|&verb| is_count && tree.is_verb(verb))
            .filter(|&verb| tree.is_listed(verb, WordList::ConvictionVerb));
        verb.map_or_else(Vec::new, |verb| derived(tree.patients(verb)))
    }

    /// "were killed by rebels in a raid on Gao": who does harm in an attack attacks.
    fn who_harms_in(&self, attack: usize) -> Vec<Candidate> {
        let tree = self.tree;
        let verb = tree.head(attack).filter(|&verb| {
            tree.deprel(attack) == Deprel::Obl
                && tree.is_listed(verb, WordList::HarmVerb)
                && !tree.patients(verb).is_empty()
        });
        let takes_part = ["in", "during"]
            .iter()
            .any(|word| tree.stands_after(attack, word));
        match verb {
            Some(verb) if takes_part && self.is_attack(attack) => derived(tree.agents(verb)),
            _ => Vec::new(),
        }
    }

    fn is_attack(&self, noun: usize) -> bool {
        let named = self.tree.event_class(noun);
        match (
            named.and_then(|class| self.classes.id(class)),
            self.classes.id("Attack"),
        ) {
            (Some(named), Some(attack)) => self.classes.is_a(named, attack),
            _ => false,
        }
    }
}

/// "blamed on Mali", "attributed to Mali"
fn doers_after(tree: &Tree<'_>, verb: usize) -> Vec<usize> {
    ["on", "to"]
        .iter()
        .flat_map(|word| tree.obliques(verb, word))
        .collect()
}
