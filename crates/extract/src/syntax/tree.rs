use super::lower_case::{lower, lower_lemma};
use super::repair::Arcs;
use newsgraph_language::{Deprel, Sentence, Token, Upos, Xpos};
use newsgraph_model::RegionKind;
use newsgraph_ontology::{Lexicon, WordList};
use std::borrow::Cow;

/// A sentence's dependency tree with the children of every token at hand.
pub(crate) struct Tree<'s> {
    pub(crate) sentence: &'s Sentence,
    lexicon: &'s Lexicon,
    /// Lower-case lemma of every token.
    lemmas: Vec<Cow<'s, str>>,
    arcs: Arcs,
    /// Children of token `t`: `children[offsets[t]..offsets[t + 1]]`, in order of the sentence.
    children: Vec<usize>,
    offsets: Vec<usize>,
}

impl<'s> Tree<'s> {
    pub(crate) fn new(sentence: &'s Sentence, lexicon: &'s Lexicon) -> Self {
        let tokens = &sentence.tokens;
        let mut offsets = vec![0; tokens.len() + 1];
        let arcs = Arcs::of(sentence, lexicon);
        for head in arcs.heads.iter().flatten() {
            offsets[head + 1] += 1;
        }
        for index in 0..tokens.len() {
            offsets[index + 1] += offsets[index];
        }
        let mut next = offsets.clone();
        let mut children = vec![0; offsets[tokens.len()]];
        for (index, &head) in arcs.heads.iter().enumerate() {
            if let Some(head) = head {
                children[next[head]] = index;
                next[head] += 1;
            }
        }
        let lemmas = tokens.iter().map(lower_lemma).collect();
        Self {
            sentence,
            lexicon,
            lemmas,
            arcs,
            children,
            offsets,
        }
    }

    pub(crate) fn lexicon(&self) -> &'s Lexicon {
        self.lexicon
    }

    pub(crate) fn len(&self) -> usize {
        self.sentence.tokens.len()
    }

    pub(crate) fn token(&self, index: usize) -> &'s Token {
        &self.sentence.tokens[index]
    }

    /// Lower-case lemma.
    pub(crate) fn lemma(&self, index: usize) -> &str {
        &self.lemmas[index]
    }

    /// The word as it is written, in lower case.
    pub(crate) fn word(&self, index: usize) -> Cow<'s, str> {
        lower(self.token(index))
    }

    /// Whether a list of the lexicon has the word's lemma.
    pub(crate) fn is_listed(&self, index: usize, list: WordList) -> bool {
        self.lexicon.has(list, self.lemma(index))
    }

    /// The class of the events that a noun names: "raid".
    pub(crate) fn event_class(&self, index: usize) -> Option<&str> {
        let class = self.lexicon.event_nouns.get(self.lemma(index));
        class.map(String::as_str)
    }

    /// Whether a noun names a kind of place or building: "camp", "police station".
    pub(crate) fn is_place_noun(&self, index: usize) -> bool {
        self.lexicon.place_nouns.contains_key(self.lemma(index))
    }

    /// Whether a noun is one for towns, with their name after "of": "the port city of Hodeida".
    pub(crate) fn names_town(&self, index: usize) -> bool {
        let class = self.lexicon.place_nouns.get(self.lemma(index));
        class.is_some_and(|class| class == "City")
    }

    pub(crate) fn head(&self, index: usize) -> Option<usize> {
        self.arcs.heads[index]
    }

    pub(crate) fn deprel(&self, index: usize) -> Deprel {
        self.arcs.deprels[index]
    }

    pub(crate) fn upos(&self, index: usize) -> Upos {
        self.token(index).upos
    }

    pub(crate) fn xpos(&self, index: usize) -> Xpos {
        self.token(index).xpos
    }

    /// Children in order of the sentence.
    pub(crate) fn children(&self, head: usize) -> &[usize] {
        &self.children[self.offsets[head]..self.offsets[head + 1]]
    }

    /// Children whose relation to `head`, subtype included, is one of `labels`.
    pub(crate) fn children_by<'t>(
        &'t self,
        head: usize,
        labels: &'t [Deprel],
    ) -> impl Iterator<Item = usize> + 't {
        self.children(head)
            .iter()
            .copied()
            .filter(move |&child| labels.contains(&self.deprel(child)))
    }

    pub(crate) fn child_by(&self, head: usize, labels: &[Deprel]) -> Option<usize> {
        self.children_by(head, labels).next()
    }

    /// Whether the lemma or the word itself, in lower case, is `word`.
    pub(crate) fn is_word(&self, index: usize, word: &str) -> bool {
        self.lemma(index) == word || self.token(index).text.eq_ignore_ascii_case(word)
    }

    pub(crate) fn in_headline(&self) -> bool {
        matches!(
            self.sentence.region,
            RegionKind::Headline | RegionKind::Subheading
        )
    }

    pub(crate) fn is_verb(&self, index: usize) -> bool {
        self.upos(index) == Upos::Verb
    }

    /// Whether the clause headed here is an infinitive with "to".
    pub(crate) fn is_infinitive(&self, verb: usize) -> bool {
        self.children_by(verb, &[Deprel::Mark])
            .any(|mark| self.lemma(mark) == "to" && self.upos(mark) == Upos::Part)
    }

    /// The conjuncts that hang on `first`, itself first, nested ones included.
    pub(crate) fn conjuncts(&self, first: usize) -> Vec<usize> {
        let mut all = vec![first];
        let mut next = 0;
        while next < all.len() {
            all.extend(self.children_by(all[next], &[Deprel::Conj]));
            next += 1;
        }
        all.sort_unstable();
        all
    }

    /// The prepositions before the phrase headed here, fixed expressions joined: `["out", "of"]` gives
    /// "out of"; `"because of"` is one.
    pub(crate) fn preposition(&self, noun: usize) -> Option<String> {
        let mut words: Vec<usize> = Vec::new();
        for case in self.children_by(noun, &[Deprel::Case]) {
            if self.xpos(case) == Xpos::Pos {
                continue;
            }
            words.push(case);
            words.extend(self.children_by(case, &[Deprel::Fixed]));
        }
        words.sort_unstable();
        let words: Vec<&str> = words.into_iter().map(|word| self.lemma(word)).collect();
        (!words.is_empty()).then(|| words.join(" "))
    }

    /// Whether the phrase headed here stands after this preposition; "out of" also stands after "of".
    pub(crate) fn stands_after(&self, noun: usize, preposition: &str) -> bool {
        let mut cases = self
            .children_by(noun, &[Deprel::Case])
            .filter(|&case| self.xpos(case) != Xpos::Pos);
        match (cases.next(), cases.next()) {
            (None, _) => false,
            (Some(case), None) if self.child_by(case, &[Deprel::Fixed]).is_none() => {
                self.lemma(case) == preposition
            }
            _ => self.stands_after_words(noun, preposition),
        }
    }

    fn stands_after_words(&self, noun: usize, preposition: &str) -> bool {
        self.preposition(noun).is_some_and(|found| {
            found == preposition
                || (!self.has_fixed_case(noun)
                    && found
                        .rsplit_once(' ')
                        .is_some_and(|(_, last)| last == preposition))
        })
    }

    fn has_fixed_case(&self, noun: usize) -> bool {
        self.children_by(noun, &[Deprel::Case])
            .any(|case| self.child_by(case, &[Deprel::Fixed]).is_some())
    }

    /// What a relative pronoun stands for: the noun its clause describes; any other token is itself.
    pub(crate) fn antecedent(&self, token: usize) -> usize {
        if !matches!(self.xpos(token), Xpos::Wdt | Xpos::Wp | Xpos::WpPoss) {
            return token;
        }
        let mut at = token;
        for _ in 0..self.len() {
            let Some(head) = self.head(at) else {
                return token;
            };
            if self.deprel(at) == Deprel::AclRelcl {
                return head;
            }
            at = head;
        }
        token
    }
}
