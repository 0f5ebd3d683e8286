//! Offices won in a vote that is called after them: "won the Chilean presidential election".

use super::body::{BodySearch, OfficeBody};
use super::claim::Ground;
use super::departure::{is_fact, only_person};
use super::home::body_of_office;
use super::post::PostBook;
use crate::confidence::{Signal, Signals};
use crate::draft::{DraftClaim, EntityIndex, TokenRef};
use crate::entities::{OfficePhrase, Reading, Tenure, lower, lower_lemma, preposition_of};
use newsgraph_language::{Deprel, Sentence};
use newsgraph_ontology::{OfficeRank, WordList};

/// Who won which office by the votes that a sentence says they won.
pub(super) fn elections(
    search: BodySearch<'_>,
    book: &mut PostBook,
    index: usize,
) -> Vec<DraftClaim> {
    let sentence = search.reading.sentence(index);
    let mut claims = Vec::new();
    for vote in 0..sentence.tokens.len() {
        let Some((person, office, verb)) = won_office(search, sentence, index, vote) else {
            continue;
        };
        let body = electing_body(search, sentence, index, vote)
            .map(|body| OfficeBody {
                body,
                tokens: office.tokens.clone(),
                tenure: Tenure::Current,
            })
            .or_else(|| body_of_office(search, &office));
        let Some(body) = body else {
            continue;
        };
        let post = book.post(search, &office, Some(&body));
        let ground = Ground {
            sentence: index,
            trigger: office.tokens.clone(),
            head: vote,
            pattern: "win|secure|clinch(v): subj:Person -> obj:Post|obj:Election",
            signals: Signals::from_iter([Signal::OfficePredicate]),
        };
        claims.push(DraftClaim {
            predicate: Some(verb),
            ..ground.claim(person, "electedTo", post)
        });
        claims.push(ground.claim(post, "postIn", body.body));
    }
    claims
}

/// The winner of the vote that a noun names, the office it fills, and the predicate that tells of the winner.
fn won_office(
    search: BodySearch<'_>,
    sentence: &Sentence,
    index: usize,
    vote: usize,
) -> Option<(EntityIndex, OfficePhrase, usize)> {
    let is_vote = search
        .reading
        .is_listed_lemma(&sentence.tokens[vote], WordList::VoteNoun);
    if !is_vote {
        return None;
    }
    let (winner, predicate) = winner_of(search.reading, sentence, vote)?;
    let lexicon = &search.reading.ontology.lexicon;
    let (adjective, label) = sentence.children(vote).find_map(|child| {
        let word = lower(&sentence.tokens[child]);
        let label = lexicon.elective_adjectives.get(&*word)?;
        Some((child, label))
    })?;
    let office = OfficePhrase {
        sentence: index,
        tokens: adjective..vote + 1,
        head: vote,
        label: label.clone(),
        rank: OfficeRank::Head,
        tenure: Tenure::Current,
        plural: false,
    };
    Some((only_person(search, index, winner)?, office, predicate))
}

/// Who wins a vote: the subject of "win", or who is or is declared "the winner" of it; and the predicate that tells so.
fn winner_of(reading: Reading<'_>, sentence: &Sentence, vote: usize) -> Option<(usize, usize)> {
    let above = sentence.tokens[vote].head?;
    let child_by = |head: usize, deprel: Deprel| sentence.children_by(head, deprel).next();
    let word = lower_lemma(&sentence.tokens[above]);
    if sentence.tokens[vote].deprel == Deprel::Obj {
        let wins = reading.is_listed_lemma(&sentence.tokens[above], WordList::WinningVerb)
            && is_fact(sentence, above);
        let winner = child_by(above, Deprel::Nsubj).filter(|_| wins)?;
        return Some((winner, above));
    }
    if !matches!(&*word, "winner" | "victor") {
        return None;
    }
    if child_by(above, Deprel::Cop).is_some() {
        let winner = child_by(above, Deprel::Nsubj).filter(|_| is_fact(sentence, above))?;
        return Some((winner, above));
    }
    let verb = sentence.tokens[above].head?;
    let declares = matches!(
        &*lower_lemma(&sentence.tokens[verb]),
        "declare" | "proclaim" | "announce" | "confirm" | "certify"
    );
    child_by(verb, Deprel::NsubjPass)
        .or_else(|| child_by(verb, Deprel::Obj))
        .filter(|&person| declares && person != above && is_fact(sentence, verb))
        .map(|winner| (winner, verb))
}

/// The country or place that votes: "the Chilean presidential election", "the presidential election in Chile".
fn electing_body(
    search: BodySearch<'_>,
    sentence: &Sentence,
    index: usize,
    vote: usize,
) -> Option<EntityIndex> {
    let beside = sentence.children(vote).filter(|&child| {
        let token = &sentence.tokens[child];
        let before = child < vote
            && matches!(
                token.deprel,
                Deprel::Amod | Deprel::Compound | Deprel::NmodPoss
            );
        let after = token.deprel == Deprel::Nmod
            && preposition_of(sentence, child).is_some_and(|word| matches!(&*word, "in" | "of"));
        before || after
    });
    let of_verb = sentence.tokens[vote].head.into_iter().flat_map(|verb| {
        sentence.children_by(verb, Deprel::Obl).filter(|&child| {
            child > vote && preposition_of(sentence, child).is_some_and(|word| &*word == "in")
        })
    });
    beside
        .chain(of_verb)
        .flat_map(|token| {
            let at = TokenRef {
                sentence: index,
                token,
            };
            search.entities.referents(at).iter().copied()
        })
        .find(|&entity| {
            let class = &search.entities.draft(entity).class;
            search.reading.is_a(class, "GeopoliticalEntity")
        })
}
