//! Verbs of choosing whose office the analysis took for the predicate or for the object: "is re-elected president of",
//! "re-elected Ana Ruiz president".

use newsgraph_language::{Deprel, NameClass, Sentence, Upos, Xpos};
use newsgraph_ontology::{Lexicon, WordList};

/// A participle of choosing right behind the "is" of a predicate noun: "is re-elected president", where the parser has
/// "re-elected" describe the president.
pub(super) fn chosen_predicates(sentence: &Sentence, lexicon: &Lexicon) -> Vec<usize> {
    let tokens = &sentence.tokens;
    let is_chosen = |participle: usize| {
        let token = &tokens[participle];
        let noun = token.head.filter(|&noun| {
            token.xpos == Xpos::Vbn && token.deprel == Deprel::Amod && participle < noun
        });
        let copula = participle.checked_sub(1);
        noun.is_some_and(|noun| {
            lexicon.has(WordList::AppointmentVerb, &token.lemma.to_lowercase())
                && tokens[noun].upos == Upos::Noun
                && copula.is_some_and(|copula| {
                    tokens[copula].deprel == Deprel::Cop && tokens[copula].head == Some(noun)
                })
        })
    };
    (0..tokens.len())
        .filter(|&token| is_chosen(token))
        .collect()
}

/// The participle becomes the passive verb of the clause, the noun what its subject becomes.
pub(super) fn make_passive(sentence: &mut Sentence, participle: usize) {
    let tokens = &mut sentence.tokens;
    let Some(noun) = tokens[participle].head else {
        return;
    };
    tokens[participle].upos = Upos::Verb;
    tokens[participle].head = tokens[noun].head;
    tokens[participle].deprel = tokens[noun].deprel;
    tokens[noun].head = Some(participle);
    tokens[noun].deprel = Deprel::Xcomp;
    for (index, token) in tokens.iter_mut().enumerate() {
        if token.head != Some(noun) || index == participle {
            continue;
        }
        match token.deprel {
            Deprel::Cop => token.deprel = Deprel::AuxPass,
            Deprel::Nsubj => token.deprel = Deprel::NsubjPass,
            Deprel::Obl | Deprel::Advcl | Deprel::Advmod | Deprel::Mark | Deprel::Punct => {}
            _ if index < participle => {}
            _ => continue,
        }
        token.head = Some(participle);
    }
}

/// The name of the person chosen, where the parser has it describe the office right behind it: "re-elected Ana Ruiz
/// president".
pub(super) fn chosen_people(sentence: &Sentence, lexicon: &Lexicon) -> Vec<usize> {
    let tokens = &sentence.tokens;
    let people = sentence
        .names
        .iter()
        .filter(|name| name.class == NameClass::Person);
    people
        .filter(|name| {
            let office = name.tokens.end;
            let verb = tokens
                .get(office)
                .and_then(|office| office.head.filter(|_| office.deprel == Deprel::Obj));
            tokens[name.tokens.start].head == Some(office)
                && tokens[office].upos == Upos::Noun
                && lexicon
                    .offices
                    .get(&tokens[office].lemma.to_lowercase())
                    .is_some()
                && verb.is_some_and(|verb| {
                    let lemma = tokens[verb].lemma.to_lowercase();
                    verb < name.tokens.start && lexicon.has(WordList::AppointmentVerb, &lemma)
                })
        })
        .map(|name| name.tokens.start)
        .collect()
}

/// The person becomes the object of the verb, the office what they become.
pub(super) fn make_object(sentence: &mut Sentence, person: usize) {
    let tokens = &mut sentence.tokens;
    let Some(office) = tokens[person].head else {
        return;
    };
    tokens[person].head = tokens[office].head;
    tokens[person].deprel = Deprel::Obj;
    tokens[office].deprel = Deprel::Xcomp;
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{article, ontology};

    #[test]
    fn who_is_re_elected_president_undergoes_a_vote() {
        let (_, mut analysis) = article(&[(
            "
            Vega PROPN NNP 4 nsubj
            is AUX VBZ 4 cop
            re-elected VERB VBN 4 amod
            president NOUN NN 0 root
            of ADP IN 6 case
            Peru PROPN NNP 4 nmod",
            &[],
        )]);
        let sentence = &mut analysis.sentences[0];
        sentence.tokens[2].lemma = "re-elect".into();
        assert_eq!(chosen_predicates(sentence, &ontology().lexicon), [2]);
        make_passive(sentence, 2);
        let roles: Vec<&str> = sentence
            .tokens
            .iter()
            .map(|token| token.deprel.as_str())
            .collect();
        assert_eq!(
            roles,
            ["nsubj:pass", "aux:pass", "root", "xcomp", "case", "nmod"]
        );
    }
}
