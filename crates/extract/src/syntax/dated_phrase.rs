//! Phrases that the analysis hung on a date: "killed over two days in a raid on Homs", "met on Monday in Lima". Nothing
//! lies in a day; the place or deed goes with the clause that the day is of.

use newsgraph_language::{Deprel, ExpressionClass, Sentence};

/// The heads of the phrases that stand inside a place or event and hang on a date before them.
pub(super) fn phrases_on_dates(sentence: &Sentence) -> Vec<usize> {
    let is_when = |token: usize| {
        let mut dates = sentence.expressions.iter();
        dates.any(|date| date.class == ExpressionClass::Date && date.tokens.contains(&token))
    };
    (0..sentence.tokens.len())
        .filter(|&phrase| {
            let token = &sentence.tokens[phrase];
            let on_date = token.head.is_some_and(|date| {
                date < phrase && is_when(date) && !is_when(phrase) && is_adjunct(sentence, date)
            });
            token.deprel == Deprel::Nmod && on_date && stands_inside(sentence, phrase)
        })
        .collect()
}

/// Hangs a phrase on what its date hangs on.
pub(super) fn raise_to_clause(sentence: &mut Sentence, phrase: usize) {
    let Some(date) = sentence.tokens[phrase].head else {
        return;
    };
    let (head, deprel) = (sentence.tokens[date].head, sentence.tokens[date].deprel);
    let token = &mut sentence.tokens[phrase];
    token.head = head;
    token.deprel = if deprel == Deprel::Nmod {
        Deprel::Nmod
    } else {
        Deprel::Obl
    };
}

fn is_adjunct(sentence: &Sentence, date: usize) -> bool {
    let deprel = sentence.tokens[date].deprel;
    matches!(deprel, Deprel::Obl | Deprel::OblUnmarked | Deprel::Nmod)
        && sentence.tokens[date].head.is_some()
}

fn stands_inside(sentence: &Sentence, phrase: usize) -> bool {
    sentence.children_by(phrase, Deprel::Case).any(|case| {
        matches!(
            &*sentence.tokens[case].text,
            "in" | "at" | "near" | "across"
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::article;
    use newsgraph_language::Expression;

    const KILLED: &str = "
        Ten NUM CD 2 nsubj:pass
        died VERB VBD 0 root
        on ADP IN 4 case
        Monday PROPN NNP 2 obl
        in ADP IN 7 case
        a DET DT 7 det
        raid NOUN NN 4 nmod";

    #[test]
    fn a_raid_is_not_in_a_monday() {
        let (_, mut analysis) = article(&[(KILLED, &[])]);
        let sentence = &mut analysis.sentences[0];
        sentence.expressions = vec![Expression {
            tokens: 3..4,
            class: ExpressionClass::Date,
        }];
        assert_eq!(phrases_on_dates(sentence), [6]);
        raise_to_clause(sentence, 6);
        assert_eq!(sentence.tokens[6].head, Some(1));
        assert_eq!(sentence.tokens[6].deprel, Deprel::Obl);
    }

    #[test]
    fn a_phrase_on_another_noun_stays() {
        let (_, analysis) = article(&[(KILLED, &[])]);
        assert!(phrases_on_dates(&analysis.sentences[0]).is_empty());
    }
}
