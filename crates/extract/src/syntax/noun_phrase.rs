use super::Tree;
use newsgraph_language::{Deprel, Upos, Xpos};
use newsgraph_ontology::WordList;

const PREMODIFIERS: &[Deprel] = &[
    Deprel::Compound,
    Deprel::Amod,
    Deprel::NmodDesc,
    Deprel::NmodUnmarked,
    Deprel::Nmod,
];

impl Tree<'_> {
    /// Possessors: "Russia's annexation", "its support".
    pub(crate) fn possessors(&self, noun: usize) -> Vec<usize> {
        self.children_by(noun, &[Deprel::NmodPoss]).collect()
    }

    /// The noun that tells the kind of what is named beside it: "the Aurora browser", "its browser, Aurora".
    pub(crate) fn kind_beside(&self, name: usize) -> Option<usize> {
        let beside = matches!(self.deprel(name), Deprel::Compound | Deprel::Appos);
        self.head(name).filter(|_| beside)
    }

    /// Nouns and adjectives before the noun: "FBI investigation", "Russian drone strike". One level of
    /// compounds is opened, so that "Trump" is reached in "Trump campaign aides".
    pub(crate) fn premodifiers(&self, noun: usize) -> Vec<usize> {
        self.children_by(noun, PREMODIFIERS)
            .filter(|&child| child < noun && self.preposition(child).is_none())
            .flat_map(|child| {
                let before = self.partner_before_hyphen(child);
                let after = self.partner_behind_hyphen(child);
                before.into_iter().chain([child]).chain(after)
            })
            .collect()
    }

    /// The first of two names that a hyphen or dash joins: "Chad" of "Chad-Sudan".
    fn partner_before_hyphen(&self, second: usize) -> Option<usize> {
        self.joined_by_hyphen(second)
            .filter(|&first| self.head(first) == Some(second) && self.names_party(second))
    }

    /// The second of two names that a hyphen joins, when parsers hang it on the first: "Sudan" of "Chad-Sudan".
    fn partner_behind_hyphen(&self, first: usize) -> Option<usize> {
        self.children_by(first, &[Deprel::Flat, Deprel::Nmod, Deprel::Compound])
            .find(|&second| self.joined_by_hyphen(second) == Some(first))
            .filter(|&second| self.names_party(first) && self.names_party(second))
    }

    /// A name, or the adjective of a people.
    fn names_party(&self, word: usize) -> bool {
        match self.upos(word) {
            Upos::Propn => true,
            Upos::Adj => self.is_capitalised(word),
            _ => false,
        }
    }

    /// "Iran-backed militia", "Paris-based firm": the word before the hyphen of a participle.
    pub(crate) fn joined_by_hyphen(&self, participle: usize) -> Option<usize> {
        let hyphen = participle.checked_sub(1)?;
        let word = participle.checked_sub(2)?;
        matches!(&*self.token(hyphen).text, "-" | "–" | "‑").then_some(word)
    }

    /// "the US-led coalition": the word before "-led".
    pub(crate) fn led_by(&self, noun: usize) -> Option<usize> {
        self.children_by(noun, &[Deprel::Amod, Deprel::Acl, Deprel::Compound])
            .find_map(|child| self.leader_word(child))
    }

    fn leader_word(&self, led: usize) -> Option<usize> {
        let text = &self.token(led).text;
        if text.ends_with("-led") {
            return Some(led);
        }
        let hyphen = led.checked_sub(1)?;
        let leader = led.checked_sub(2)?;
        (text.eq_ignore_ascii_case("led") && matches!(&*self.token(hyphen).text, "-" | "–" | "‑"))
            .then_some(leader)
    }

    /// The noun for a run of events of which this is what each is: "round" in "a round of talks".
    pub(crate) fn series_of(&self, noun: usize) -> Option<usize> {
        self.head(noun).filter(|&series| {
            self.deprel(noun) == Deprel::Nmod
                && self.is_listed(series, WordList::SeriesNoun)
                && self.stands_after(noun, "of")
        })
    }

    /// The phrases after this preposition that hang on the noun, or on the verb it is the object of, or on
    /// the participle that describes it, or on its agent: "talks (held) between", "launched a raid on", "a
    /// strike by the army on".
    pub(crate) fn nominal_obliques(&self, noun: usize, preposition: &str) -> Vec<usize> {
        let own: Vec<usize> = self.obliques(noun, preposition).collect();
        if !own.is_empty() {
            return own;
        }
        if let Some(series) = self.series_of(noun) {
            return self.nominal_obliques(series, preposition);
        }
        let behind_agent: Vec<usize> = self
            .obliques(noun, "by")
            .filter(|&agent| preposition != "of" || self.upos(agent) == Upos::Propn)
            .flat_map(|agent| self.obliques(agent, preposition))
            .collect();
        if !behind_agent.is_empty() {
            return behind_agent;
        }
        if preposition == "by" {
            let behind_theme: Vec<usize> = self
                .obliques(noun, "of")
                .flat_map(|theme| self.obliques(theme, "by"))
                .collect();
            if !behind_theme.is_empty() {
                return behind_theme;
            }
        }
        let of_participle: Vec<usize> = self
            .children_by(noun, &[Deprel::Acl])
            .flat_map(|participle| {
                let own: Vec<usize> = self.obliques(participle, preposition).collect();
                let behind_agent = self
                    .obliques(participle, "by")
                    .flat_map(|agent| self.obliques(agent, preposition));
                if own.is_empty() {
                    behind_agent.collect()
                } else {
                    own
                }
            })
            .collect();
        if !of_participle.is_empty() {
            return of_participle;
        }
        match (self.deprel(noun), self.head(noun)) {
            (Deprel::Obj | Deprel::NsubjPass, Some(verb)) if self.is_verb(verb) => self
                .obliques(verb, preposition)
                .filter(|&phrase| phrase > noun)
                .collect(),
            (Deprel::Nsubj, Some(verb)) if self.only_occurs(verb) => {
                self.obliques(verb, preposition).collect()
            }
            (Deprel::Conj, Some(first)) if self.upos(first) == Upos::Noun => self
                .obliques(first, preposition)
                .filter(|&phrase| phrase > noun)
                .collect(),
            _ => {
                let last = self
                    .children_by(noun, &[Deprel::Conj])
                    .last()
                    .filter(|&last| !self.has_own_agent(last));
                let of_last: Vec<usize> =
                    last.map_or_else(Vec::new, |last| self.obliques(last, preposition).collect());
                if of_last.is_empty() {
                    self.phrase_behind(noun, preposition).into_iter().collect()
                } else {
                    of_last
                }
            }
        }
    }

    /// "the blockade of Chad and the Kenyan attacks on Sudan": the second has its own agent and keeps its phrases.
    fn has_own_agent(&self, noun: usize) -> bool {
        self.possessors(noun)
            .into_iter()
            .chain(self.premodifiers(noun))
            .any(|word| self.is_capitalised(word) || self.deprel(word) == Deprel::NmodPoss)
    }

    /// "Clashes broke out between", "A truce took effect between": the verb says no more than that there are clashes.
    fn only_occurs(&self, verb: usize) -> bool {
        self.is_listed(verb, WordList::AspectVerb)
            && self
                .children_by(verb, &[Deprel::Obj])
                .all(|object| matches!(self.lemma(object), "effect" | "place" | "force"))
    }

    /// "injured in a strike on a camp": a phrase that follows the noun's own without a gap belongs to it, though
    /// parsers hang it higher.
    fn phrase_behind(&self, noun: usize, preposition: &str) -> Option<usize> {
        let own = self.sentence.subtree(noun);
        let case = (noun..self.len()).find(|token| !own.contains(token))?;
        if self.deprel(case) != Deprel::Case || self.xpos(case) == Xpos::Pos {
            return None;
        }
        let phrase = self.head(case).filter(|&phrase| phrase > case)?;
        let above = self.head(phrase)?;
        let mut at = self.head(noun);
        while at.is_some_and(|ancestor| ancestor != above) {
            at = at.and_then(|ancestor| self.head(ancestor));
        }
        (at.is_some() && self.stands_after(phrase, preposition)).then_some(phrase)
    }
}
