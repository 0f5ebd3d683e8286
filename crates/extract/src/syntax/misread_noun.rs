//! Nouns that the analysis took for verbs: "a Chadian Army airstrike has killed nine".

use newsgraph_language::{Deprel, Sentence, Token, Upos, Xpos};

/// The words that the finer tag calls nouns and the coarser one verbs, where the tree has them stand as phrases of a verb
/// or a noun and gives them no object.
pub(super) fn misread_nouns(sentence: &Sentence) -> Vec<usize> {
    let tokens = &sentence.tokens;
    let is_phrase = |token: &Token| match token.deprel {
        Deprel::Nmod | Deprel::Compound => true,
        Deprel::Nsubj | Deprel::NsubjPass | Deprel::Csubj | Deprel::CsubjPass => {
            // "the Air Force bombs rebel targets" with "targets" for its head is a clause.
            token
                .head
                .is_some_and(|head| tokens[head].upos == Upos::Verb)
        }
        Deprel::Obj | Deprel::Obl => true,
        _ => false,
    };
    let has_object = |verb: usize| sentence.children_by(verb, Deprel::Obj).next().is_some();
    let is_misread = |&index: &usize| {
        let token = &tokens[index];
        token.upos == Upos::Verb
            && matches!(token.xpos, Xpos::Nn | Xpos::Nns)
            && is_phrase(token)
            && !has_object(index)
    };
    (0..tokens.len()).filter(is_misread).collect()
}

/// The word becomes a noun; what stood before it as its subject describes it.
pub(super) fn make_noun(sentence: &mut Sentence, noun: usize) {
    let token = &mut sentence.tokens[noun];
    token.upos = Upos::Noun;
    token.deprel = match token.deprel {
        Deprel::Csubj => Deprel::Nsubj,
        Deprel::CsubjPass => Deprel::NsubjPass,
        deprel => deprel,
    };
    for (index, token) in sentence.tokens.iter_mut().enumerate() {
        if token.head == Some(noun) {
            token.deprel = match token.deprel {
                Deprel::Nsubj if index < noun => Deprel::Compound,
                Deprel::Obl => Deprel::Nmod,
                deprel => deprel,
            };
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::article;

    #[test]
    fn an_airstrike_that_has_a_subject_is_whose_it_is() {
        let (_, mut analysis) = article(&[(
            "
            Army PROPN NNP 2 nsubj
            airstrike VERB NN 4 nsubj
            has AUX VBZ 4 aux
            killed VERB VBN 0 root",
            &[],
        )]);
        let sentence = &mut analysis.sentences[0];
        assert_eq!(misread_nouns(sentence), [1]);
        make_noun(sentence, 1);
        assert_eq!(sentence.tokens[0].deprel, Deprel::Compound);
        assert_eq!(sentence.tokens[1].upos, Upos::Noun);
        assert!(misread_nouns(sentence).is_empty());
    }
}
