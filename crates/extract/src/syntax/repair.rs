//! Attachments that word order shows to be wrong, put right before a tree is read.

mod names;
mod nouns;
mod speech;
mod subjects;
mod verbs;

use newsgraph_language::{Deprel, Sentence, Token, Upos, Xpos};
use newsgraph_ontology::Lexicon;

/// Head and relation of every token.
#[derive(Debug)]
pub(super) struct Arcs {
    pub(super) heads: Vec<Option<usize>>,
    pub(super) deprels: Vec<Deprel>,
}

impl Arcs {
    /// The arcs of a sentence, repaired.
    pub(super) fn of(sentence: &Sentence, lexicon: &Lexicon) -> Self {
        let mut arcs = Self {
            heads: heads_of_cases(&sentence.tokens),
            deprels: sentence.tokens.iter().map(|token| token.deprel).collect(),
        };
        for token in 0..sentence.tokens.len() {
            match sentence.tokens[token].upos {
                Upos::Verb => {
                    arcs.make_including_preposition(sentence, token);
                    arcs.raise_participle_over_object(sentence, token);
                    arcs.make_habit_auxiliary(sentence, token);
                    arcs.insert_speech(sentence, token);
                    arcs.give_speaker(sentence, token);
                    arcs.make_second_subject_object(token);
                    arcs.make_town_of_subject_modifier(sentence, token);
                    arcs.make_lone_receiver_object(token);
                    arcs.share_out_roles(sentence, token);
                    arcs.join_finite_verbs(sentence, token);
                    arcs.give_subject(sentence, token);
                    arcs.give_subject_behind_conjunction(sentence, token);
                    arcs.make_cleft_relative(sentence, token);
                }
                Upos::Noun => {
                    arcs.raise_role_of_subject(sentence, token);
                    arcs.lower_example(sentence, token);
                    arcs.raise_source(sentence, token);
                    arcs.appose_description(sentence, token);
                    arcs.raise_doer(sentence, lexicon, token);
                    arcs.raise_possessors(sentence, token);
                    arcs.part_role_from_name(sentence, lexicon, token);
                    arcs.raise_conjunct_by_agreement(sentence, token);
                    arcs.raise_second_of_two(sentence, token);
                    arcs.join_modifiers(sentence, lexicon, token);
                }
                Upos::Propn => {
                    arcs.raise_role_of_subject(sentence, token);
                    arcs.raise_conjunct_of_name(token);
                    arcs.lower_last_of_chain(sentence, token);
                    arcs.lower_example(sentence, token);
                    arcs.raise_source(sentence, token);
                    arcs.raise_doer(sentence, lexicon, token);
                    arcs.join_name_to_noun(sentence, token);
                    arcs.join_name_to_subject(sentence, token);
                    arcs.lower_relative_clause(sentence, token);
                }
                _ => {}
            }
        }
        arcs
    }

    fn children(&self, head: usize) -> impl Iterator<Item = usize> + '_ {
        (0..self.heads.len()).filter(move |&token| self.heads[token] == Some(head))
    }

    fn has_child(&self, head: usize, labels: &[Deprel]) -> bool {
        self.children(head)
            .any(|child| labels.contains(&self.deprels[child]))
    }
}

/// The head of every token. A preposition belongs to the whole phrase behind it, although parsers hang it on the
/// phrase's first words: "(into) bank governor Ruiz".
fn heads_of_cases(tokens: &[Token]) -> Vec<Option<usize>> {
    let mut heads: Vec<Option<usize>> = tokens.iter().map(|token| token.head).collect();
    for (case, token) in tokens.iter().enumerate() {
        if token.deprel != Deprel::Case || token.xpos == Xpos::Pos {
            continue;
        }
        // "such as Acme and (such as) Vexcel": a preposition before the first of several stands before them all.
        while let Some(first) = heads[case].and_then(|word| first_behind(tokens, case, word)) {
            heads[case] = Some(first);
        }
        while let Some(noun) = heads[case].and_then(|word| phrase_around(tokens, case, word)) {
            heads[case] = Some(noun);
        }
    }
    heads
}

/// The first member of a coordination, when a preposition stands before it and hangs on a later member.
fn first_behind(tokens: &[Token], case: usize, word: usize) -> Option<usize> {
    let conjunct = tokens[word].deprel == Deprel::Conj;
    tokens[word]
        .head
        .filter(|&first| conjunct && case < first && first < word)
}

/// The noun that a word with a preposition before it modifies from before.
fn phrase_around(tokens: &[Token], case: usize, word: usize) -> Option<usize> {
    let modifies = matches!(
        tokens[word].deprel,
        Deprel::Nmod | Deprel::NmodDesc | Deprel::Compound | Deprel::Amod
    );
    let noun = tokens[word]
        .head
        .filter(|&noun| modifies && case < word && word < noun)?;
    let nominal = matches!(tokens[noun].upos, Upos::Noun | Upos::Propn);
    let opens_phrase = tokens[..case].iter().all(|token| token.head != Some(noun));
    (nominal && opens_phrase).then_some(noun)
}
