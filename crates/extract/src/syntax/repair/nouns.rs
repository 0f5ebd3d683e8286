//! What hangs on which noun of a phrase.

use super::Arcs;
use newsgraph_language::{Deprel, Sentence, Upos, Xpos};
use newsgraph_ontology::{Lexicon, WordList};

impl Arcs {
    /// "in missile and drone strikes": the first of two joined weapons is no phrase of its own, neither beside the noun
    /// nor with the noun joined to it.
    pub(super) fn join_modifiers(&mut self, sentence: &Sentence, lexicon: &Lexicon, noun: usize) {
        let own: Vec<usize> = self.children(noun).filter(|&child| child < noun).collect();
        let &[conjunction, modifier] = own.as_slice() else {
            return;
        };
        let Some(first) = conjunction.checked_sub(1) else {
            return;
        };
        let is_weapon = |token: usize| {
            let lemma = sentence.tokens[token].lemma.to_lowercase();
            lexicon.has(WordList::InstrumentNoun, &lemma)
        };
        let side_by_side =
            self.heads[first] == self.heads[noun] && self.deprels[first] == self.deprels[noun];
        let joined = self.heads[noun] == Some(first) && self.deprels[noun] == Deprel::Conj;
        let modifies = self.deprels[conjunction] == Deprel::Cc
            && self.deprels[modifier] == Deprel::Compound
            && sentence.tokens[first].xpos == Xpos::Nn
            && is_weapon(first)
            && is_weapon(modifier);
        if !modifies || !(side_by_side || joined) {
            return;
        }
        let moved: Vec<usize> = self
            .children(first)
            .filter(|&child| child != noun)
            .collect();
        for child in moved {
            self.heads[child] = Some(noun);
        }
        if joined {
            self.heads[noun] = self.heads[first];
            self.deprels[noun] = self.deprels[first];
        }
        self.heads[first] = Some(noun);
        self.deprels[first] = Deprel::Compound;
    }

    /// "Chad's arms embargo", "the Chadian aid package", "a Chadian missile and drone attack": who has the thing has what
    /// the last of its nouns says.
    pub(super) fn raise_possessors(&mut self, sentence: &Sentence, modifier: usize) {
        let tokens = &sentence.tokens;
        let Some(noun) = self.heads[modifier].filter(|&noun| {
            let modifies = |token: usize| {
                self.heads[token] == Some(noun)
                    && matches!(self.deprels[token], Deprel::Cc | Deprel::Compound)
            };
            modifier < noun
                && (modifier + 1..noun).all(modifies)
                && self.deprels[modifier] == Deprel::Compound
                && tokens[noun].upos == Upos::Noun
        }) else {
            return;
        };
        let raised: Vec<usize> = self
            .children(modifier)
            .filter(|&child| match self.deprels[child] {
                Deprel::NmodPoss => true,
                Deprel::Amod => tokens[child].text.starts_with(char::is_uppercase),
                _ => false,
            })
            .collect();
        for owner in raised {
            self.heads[owner] = Some(noun);
        }
    }

    /// "the arrest of Ana Ruiz by Chad": nobody is "by" somebody, so the deed is.
    pub(super) fn raise_doer(&mut self, sentence: &Sentence, lexicon: &Lexicon, doer: usize) {
        let tokens = &sentence.tokens;
        let Some(person) = self.heads[doer].filter(|_| self.deprels[doer] == Deprel::Nmod) else {
            return;
        };
        let by = self.children(doer).any(|child| {
            self.deprels[child] == Deprel::Case && tokens[child].text.eq_ignore_ascii_case("by")
        });
        let names_nothing_made = tokens[person].upos == Upos::Propn
            || lexicon
                .person_nouns
                .contains_key(&tokens[person].lemma.to_lowercase());
        let deed = self.heads[person].filter(|&deed| {
            self.deprels[person] == Deprel::Nmod && tokens[deed].upos == Upos::Noun
        });
        if let Some(deed) = deed.filter(|_| by && names_nothing_made) {
            self.heads[doer] = Some(deed);
        }
    }
}
