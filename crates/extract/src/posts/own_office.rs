//! "Office" where it means the one that the person of the clause holds: "since she took office", "he left office".

use super::body::BodySearch;
use super::post::PostBook;
use crate::draft::{DraftClaim, EntityIndex, TokenRef};
use crate::entities::is_word;
use newsgraph_language::{Deprel, Sentence, Upos};

/// Lets "office" refer to the post of whoever takes or leaves it, when the article tells of exactly one.
pub(super) fn refer_to_own_offices(
    search: BodySearch<'_>,
    book: &mut PostBook,
    claims: &[DraftClaim],
) {
    for (index, sentence) in search.reading.analysis.sentences.iter().enumerate() {
        for (token, word) in sentence.tokens.iter().enumerate() {
            if word.deprel != Deprel::Obj || !is_word(word, &["office"]) {
                continue;
            }
            let post = word
                .head
                .and_then(|verb| subject_of(sentence, verb))
                .and_then(|subject| person_at(search, index, subject))
                .and_then(|person| only_post(claims, person));
            if let Some(post) = post {
                let at = TokenRef {
                    sentence: index,
                    token,
                };
                book.mention_as_own(at, post);
            }
        }
    }
}

/// The subject of a verb, or of the clause it hangs on without one of its own.
fn subject_of(sentence: &Sentence, mut verb: usize) -> Option<usize> {
    loop {
        let subject = sentence
            .children(verb)
            .find(|&child| sentence.tokens[child].deprel.is("nsubj"));
        if subject.is_some() {
            return subject;
        }
        let shares = matches!(
            sentence.tokens[verb].deprel,
            Deprel::Xcomp | Deprel::Conj | Deprel::Advcl
        );
        verb = sentence.tokens[verb]
            .head
            .filter(|&head| shares && sentence.tokens[head].upos == Upos::Verb)?;
    }
}

fn person_at(search: BodySearch<'_>, sentence: usize, token: usize) -> Option<EntityIndex> {
    match search.entities.referents(TokenRef { sentence, token }) {
        [one] if search.entities.draft(*one).class == "Person" => Some(*one),
        _ => None,
    }
}

fn only_post(claims: &[DraftClaim], person: EntityIndex) -> Option<EntityIndex> {
    let mut posts = claims.iter().filter(|claim| {
        claim.subject == person
            && matches!(claim.relation.as_str(), "holdsPost" | "formerlyHeldPost")
    });
    let post = posts.next()?.object;
    posts.all(|claim| claim.object == post).then_some(post)
}
