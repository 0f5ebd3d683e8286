//! Clauses whose verb the analysis took for a noun: "Kenyan police arrest Ana Ruiz".

use newsgraph_language::{Deprel, Sentence, Upos, Xpos};
use newsgraph_ontology::{Lexicon, WordList};

/// The noun at the root of a sentence that is its verb: a deed right behind those who do such deeds, whose noun has no
/// plural ending that would tell, and before somebody named without a preposition.
pub(super) fn unread_verb(sentence: &Sentence, lexicon: &Lexicon) -> Option<usize> {
    let tokens = &sentence.tokens;
    let root = tokens.iter().position(|token| token.head.is_none())?;
    let doer = root.checked_sub(1)?;
    let lemma = |token: usize| tokens[token].lemma.to_lowercase();
    let noun = lemma(root);
    let is_deed = tokens[root].xpos == Xpos::Nn
        && (lexicon.has(WordList::DeedNoun, &noun) || lexicon.event_nouns.contains_key(&noun));
    let does = tokens[doer].upos == Upos::Noun
        && tokens[doer].head == Some(root)
        && matches!(tokens[doer].deprel, Deprel::Compound | Deprel::Nmod)
        && lexicon.has(WordList::MunicipalNoun, &lemma(doer));
    let is_clause = tokens.iter().any(|token| {
        token.head == Some(root)
            && (token.deprel.is("nsubj") || matches!(token.deprel, Deprel::Cop | Deprel::Det))
    });
    let phrase_behind = tokens.get(root + 1).is_some_and(|next| {
        matches!(
            next.upos,
            Upos::Propn | Upos::Adj | Upos::Num | Upos::Det | Upos::Noun
        )
    });
    (is_deed && does && !is_clause && phrase_behind).then_some(root)
}

/// What stood before the noun becomes the verb's subject, the first phrase behind it its object.
pub(super) fn make_verb(sentence: &mut Sentence, verb: usize) {
    let has_case: Vec<bool> = (0..sentence.tokens.len())
        .map(|token| {
            let mut children = sentence.tokens.iter();
            children.any(|child| child.head == Some(token) && child.deprel == Deprel::Case)
        })
        .collect();
    let doer = verb - 1;
    let tokens = &mut sentence.tokens;
    tokens[verb].upos = Upos::Verb;
    tokens[verb].xpos = Xpos::Vbp;
    let mut object = false;
    for token in 0..tokens.len() {
        if tokens[token].head != Some(verb) {
            continue;
        }
        let nominal = matches!(tokens[token].upos, Upos::Noun | Upos::Propn | Upos::Pron);
        if token == doer {
            tokens[token].deprel = Deprel::Nsubj;
        } else if token < doer {
            tokens[token].head = Some(doer);
        } else if nominal && has_case[token] {
            tokens[token].deprel = Deprel::Obl;
        } else if nominal && !object {
            tokens[token].deprel = Deprel::Obj;
            object = true;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{article, ontology};

    const ARREST: &str = "
        Kenyan ADJ JJ 3 amod
        police NOUN NN 3 compound
        arrest NOUN NN 0 root
        minister NOUN NN 3 appos
        in ADP IN 6 case
        Lima PROPN NNP 3 nmod";

    fn roles(lines: &str) -> Vec<String> {
        let (_, mut analysis) = article(&[(lines, &[])]);
        let sentence = &mut analysis.sentences[0];
        if let Some(verb) = unread_verb(sentence, &ontology().lexicon) {
            make_verb(sentence, verb);
        }
        let tokens = &sentence.tokens;
        let role = |token: &newsgraph_language::Token| {
            let head = token.head.map_or("", |head| &*tokens[head].text);
            format!("{} {} {head}", token.text, token.deprel.as_str())
        };
        tokens.iter().map(role).collect()
    }

    #[test]
    fn a_deed_behind_police_is_what_they_do() {
        let roles = roles(ARREST);
        assert_eq!(
            roles,
            [
                "Kenyan amod police",
                "police nsubj arrest",
                "arrest root ",
                "minister obj arrest",
                "in case Lima",
                "Lima obl arrest"
            ]
        );
    }

    #[test]
    fn a_deed_with_an_article_stays_a_noun() {
        let lines = ARREST.replacen("Kenyan ADJ JJ 3 amod", "A DET DT 3 det", 1);
        assert!(roles(&lines).contains(&"police compound arrest".to_owned()));
    }
}
