//! When an office was held, where the words that give the office say so: "was mayor from 2011 to 2014", "president since
//! 2020".

use crate::draft::{DraftClaim, DraftTime};
use newsgraph_language::{Analysis, Deprel, Sentence, Upos};
use newsgraph_model::Precision;
use newsgraph_ontology::{Lexicon, WordList};

/// Gives the claims of offices and memberships the time that hangs on the office, or on the verb of serving in it.
pub(crate) fn date_offices<'t>(
    analysis: &Analysis,
    lexicon: &Lexicon,
    claims: &mut [DraftClaim],
    time_of: &dyn Fn(usize, usize) -> Option<&'t DraftTime>,
) {
    for claim in claims.iter_mut().filter(|claim| is_tenure(claim)) {
        let sentence = &analysis.sentences[claim.sentence];
        let office = claim.trigger_head;
        let own = time_of(claim.sentence, office)
            .filter(|time| hangs_on(sentence, time.head, office) && office < time.tokens.start);
        let time = own.or_else(|| {
            let verb = serving_verb(sentence, lexicon, office)?;
            time_of(claim.sentence, verb).filter(|time| hangs_on(sentence, time.head, verb))
        });
        // "Minister Ruiz on Friday": no day is a term of office.
        let term = time.filter(|time| time.bounds.precision != Some(Precision::Day));
        if let Some(time) = term {
            claim.time = time.bounds;
            claim.when = Some(time.span);
        }
    }
}

fn is_tenure(claim: &DraftClaim) -> bool {
    let lasts = matches!(
        claim.relation.as_str(),
        "holdsPost"
            | "formerlyHeldPost"
            | "leads"
            | "officialOf"
            | "formerOfficialOf"
            | "memberOf"
            | "formerMemberOf"
            | "worksFor"
    );
    lasts && claim.time.is_unknown()
}

/// Whether a time hangs on a word, or on a name behind it: "governor of Utah since 2021".
fn hangs_on(sentence: &Sentence, time: usize, word: usize) -> bool {
    let above = sentence.tokens[time].head;
    above == Some(word)
        || above.is_some_and(|name| {
            let name = &sentence.tokens[name];
            name.upos == Upos::Propn && name.head == Some(word) && name.deprel == Deprel::Nmod
        })
}

/// "served as mayor until 2014"
fn serving_verb(sentence: &Sentence, lexicon: &Lexicon, office: usize) -> Option<usize> {
    let token = &sentence.tokens[office];
    let verb = token.head.filter(|_| token.deprel == Deprel::Obl)?;
    let serves = lexicon.has(WordList::ServiceVerb, &sentence.tokens[verb].lemma);
    let role = sentence
        .children_by(office, Deprel::Case)
        .any(|case| &*sentence.tokens[case].lemma == "as");
    (serves && role).then_some(verb)
}
