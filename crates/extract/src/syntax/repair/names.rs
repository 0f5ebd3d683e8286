//! Names beside nouns and what describes them.

use super::Arcs;
use newsgraph_language::{Deprel, Sentence, Upos, Xpos};
use newsgraph_ontology::{Lexicon, WordList};

impl Arcs {
    /// "ten firms, including Acme and Vexcel": beside the first of the names "including" is their preposition, not a
    /// clause of its own.
    pub(super) fn make_including_preposition(&mut self, sentence: &Sentence, including: usize) {
        let is_bare = sentence.tokens[including].text == "including".into()
            && matches!(self.deprels[including], Deprel::Acl | Deprel::Advcl)
            && !self.has_child(including, &[Deprel::Obj]);
        let Some(noun) = self.heads[including].filter(|&noun| is_bare && noun < including) else {
            return;
        };
        let example = self
            .children(noun)
            .find(|&child| child > including)
            .filter(|&child| {
                matches!(
                    self.deprels[child],
                    Deprel::Nmod | Deprel::Appos | Deprel::Conj
                ) && !self.has_child(child, &[Deprel::Case])
            });
        if let Some(example) = example {
            self.heads[including] = Some(example);
            self.deprels[including] = Deprel::Case;
            self.deprels[example] = Deprel::Nmod;
        }
    }

    /// "Vega Inter-Presse and Radio Tarvo": what is joined to a word inside a name is joined to the name.
    pub(super) fn raise_conjunct_of_name(&mut self, conjunct: usize) {
        let inner = self.heads[conjunct].filter(|&inner| {
            self.deprels[conjunct] == Deprel::Conj && self.deprels[inner] == Deprel::Flat
        });
        if let Some(name) = inner.and_then(|inner| self.heads[inner]) {
            self.heads[conjunct] = Some(name);
        }
    }

    /// "Uvira, South Kivu, Congo": a third name behind nothing but commas, without "and", goes on with the second.
    pub(super) fn lower_last_of_chain(&mut self, sentence: &Sentence, last: usize) {
        let tokens = &sentence.tokens;
        let Some(first) = self.heads[last].filter(|&first| {
            self.deprels[last] == Deprel::Conj
                && first < last
                && tokens[first].upos == Upos::Propn
                && !self.has_child(last, &[Deprel::Cc])
                && self
                    .children(first)
                    .filter(|&child| self.deprels[child] == Deprel::Conj)
                    .all(|child| child == last)
        }) else {
            return;
        };
        let second = self
            .children(first)
            .filter(|&child| {
                first < child
                    && child < last
                    && self.deprels[child] == Deprel::Appos
                    && tokens[child].upos == Upos::Propn
            })
            .last();
        if let Some(second) = second {
            self.heads[last] = Some(second);
            self.deprels[last] = Deprel::Appos;
        }
    }

    /// "an attack on Mali, including Gao": the example is one of what stands right before the comma.
    pub(super) fn lower_example(&mut self, sentence: &Sentence, example: usize) {
        let tokens = &sentence.tokens;
        let including = self.children(example).find(|&child| {
            child < example
                && self.deprels[child] == Deprel::Case
                && tokens[child].text.eq_ignore_ascii_case("including")
        });
        let comma = including
            .and_then(|including| including.checked_sub(1))
            .filter(|&comma| &*tokens[comma].text == ",");
        let (Some(comma), Some(above)) = (comma, self.heads[example]) else {
            return;
        };
        // "many towns in Mali, including Gao" are towns.
        if tokens[above].xpos == Xpos::Nns {
            return;
        }
        let mut upwards = std::iter::successors(comma.checked_sub(1), |&token| self.heads[token]);
        let named = upwards
            .find(|&token| self.heads[token] == Some(above))
            .filter(|&phrase| tokens[phrase].upos == Upos::Propn && phrase < comma);
        if let Some(named) = named {
            self.heads[example] = Some(named);
            self.deprels[example] = Deprel::Nmod;
        }
    }

    /// "Vulpes, Tarvo and Norvik, which is based in Bergen": a clause in the singular right behind the last of several
    /// names tells of that one, not of the first.
    pub(super) fn lower_relative_clause(&mut self, sentence: &Sentence, first: usize) {
        let last = self
            .children(first)
            .filter(|&child| self.deprels[child] == Deprel::Conj && child > first)
            .max();
        let Some(last) = last.filter(|&last| sentence.tokens[last].upos == Upos::Propn) else {
            return;
        };
        let clauses: Vec<usize> = self
            .children(first)
            .filter(|&child| self.deprels[child] == Deprel::AclRelcl && child > last)
            .collect();
        for clause in clauses {
            let opens = (last + 1..clause).find(|&token| &*sentence.tokens[token].text != ",");
            let relative = opens
                .is_some_and(|token| matches!(sentence.tokens[token].xpos, Xpos::Wdt | Xpos::Wp));
            let singular = (last..=clause).any(|token| sentence.tokens[token].xpos == Xpos::Vbz);
            if relative && singular {
                self.heads[clause] = Some(last);
            }
        }
    }

    /// "testified before the Vega Commission, an inquiry set up by Chile": what is described with an indefinite article
    /// right behind a name and a comma is that, and no further object of the verb.
    pub(super) fn appose_description(&mut self, sentence: &Sentence, noun: usize) {
        let tokens = &sentence.tokens;
        let article = self.children(noun).find(|&child| {
            self.deprels[child] == Deprel::Det
                && child < noun
                && matches!(&*tokens[child].lemma, "a" | "an")
        });
        let comma = article
            .and_then(|article| article.checked_sub(1))
            .filter(|&comma| comma > 0 && &*tokens[comma].text == ",");
        let beside = matches!(self.deprels[noun], Deprel::Obj | Deprel::Obl)
            && !self.has_child(noun, &[Deprel::Case, Deprel::Cc]);
        let Some(mut name) = comma.map(|comma| comma - 1).filter(|_| beside) else {
            return;
        };
        // From the last word of the name to its head beside the noun.
        while let Some(head) = self.heads[name].filter(|&head| Some(head) != self.heads[noun]) {
            if head > name {
                return;
            }
            name = head;
        }
        if tokens[name].upos == Upos::Propn && self.heads[name] == self.heads[noun] {
            self.heads[noun] = Some(name);
            self.deprels[noun] = Deprel::Appos;
        }
    }

    /// "The assembly elects Ana Ruiz president": the name is the object and the noun its role, not one compound.
    pub(super) fn part_role_from_name(
        &mut self,
        sentence: &Sentence,
        lexicon: &Lexicon,
        noun: usize,
    ) {
        let Some(verb) = self.heads[noun].filter(|_| self.deprels[noun] == Deprel::Obj) else {
            return;
        };
        let appoints = lexicon.has(
            WordList::AppointmentVerb,
            &sentence.tokens[verb].lemma.to_lowercase(),
        );
        let name = self.children(noun).find(|&child| {
            self.deprels[child] == Deprel::Compound
                && sentence.tokens[child].upos == Upos::Propn
                && self.has_child(child, &[Deprel::Flat])
        });
        let is_role = lexicon
            .offices
            .get(&sentence.tokens[noun].text.to_lowercase())
            .is_some();
        if let Some(name) = name.filter(|_| appoints && is_role) {
            self.heads[name] = Some(verb);
            self.deprels[name] = Deprel::Obj;
            self.deprels[noun] = Deprel::Xcomp;
        }
    }

    /// "warrants for rebel leaders Ana Ruiz and Jan Novak": a name right behind a noun, without a preposition of its
    /// own, spells that noun out wherever the tree hangs it.
    pub(super) fn join_name_to_noun(&mut self, sentence: &Sentence, name: usize) {
        let Some(noun) = name.checked_sub(1) else {
            return;
        };
        let beside = self.heads[name].is_some()
            && self.heads[name] == self.heads[noun]
            && self.deprels[name] == Deprel::Nmod
            && self.deprels[noun] == Deprel::Nmod
            && sentence.tokens[noun].upos == Upos::Noun;
        if beside && self.has_child(noun, &[Deprel::Case]) && !self.has_child(name, &[Deprel::Case])
        {
            self.heads[name] = Some(noun);
            self.deprels[name] = Deprel::Flat;
        }
    }
}
