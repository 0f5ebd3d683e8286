//! The office that the person of the clause holds, where the text does not name it again: "since she took office",
//! "he resigned", "his resignation".

use super::body::BodySearch;
use super::post::PostBook;
use crate::draft::{DraftClaim, EntityIndex, TokenRef};
use crate::entities::{Reading, is_word, lower_lemma, preposition_of};
use newsgraph_language::{Deprel, Sentence, Token, Upos};
use newsgraph_ontology::WordList;

/// Lets "office" refer to the post of whoever takes or leaves it, when the article tells of exactly one.
pub(super) fn refer_to_own_offices(
    search: BodySearch<'_>,
    book: &mut PostBook,
    claims: &[DraftClaim],
) {
    for (index, sentence) in search.reading.analysis.sentences.iter().enumerate() {
        for (token, word) in sentence.tokens.iter().enumerate() {
            let taken = word.deprel == Deprel::Obj
                && (is_word(word, &["office"]) || is_won_again(search.reading, sentence, word));
            let owned = whose_post(search, sentence, token);
            let person = if taken {
                word.head.and_then(|verb| subject_of(sentence, verb))
            } else if owned.is_some() {
                owned
            } else {
                who_resigns(search, index, sentence, token)
            };
            let posts: &[&str] = if taken || owned.is_some() {
                &["holdsPost", "formerlyHeldPost"]
            } else {
                &["holdsPost"]
            };
            // "the mayor Ana Ruiz and the treasurer Jan Nowak resigned": each from an office of their own.
            let joined = person
                .into_iter()
                .flat_map(|person| sentence.children_by(person, Deprel::Conj));
            let own_posts: Vec<EntityIndex> = person
                .into_iter()
                .chain(joined)
                .filter_map(|person| person_at(search, index, person))
                .filter_map(|person| only_post(claims, person, posts))
                .collect();
            for post in own_posts {
                let at = TokenRef {
                    sentence: index,
                    token,
                };
                book.mention_as_own(at, post);
            }
        }
    }
}

/// "won a second term", "secured re-election": the office that the winner has had.
fn is_won_again(reading: Reading<'_>, sentence: &Sentence, word: &Token) -> bool {
    let wins = word
        .head
        .is_some_and(|verb| reading.is_listed_lemma(&sentence.tokens[verb], WordList::WinningVerb));
    wins && is_word(word, &["term", "re-election", "reelection"])
}

/// Whose office a noun for offices means without naming it: "resigned from her position".
fn whose_post(search: BodySearch<'_>, sentence: &Sentence, token: usize) -> Option<usize> {
    let word = &sentence.tokens[token];
    let is_post =
        word.upos == Upos::Noun && search.reading.is_listed_lemma(word, WordList::PostNoun);
    if !is_post {
        return None;
    }
    let names_office = sentence
        .children_by(token, Deprel::Nmod)
        .any(|child| preposition_of(sentence, child).is_some());
    let is_left = preposition_of(sentence, token).is_some_and(|word| &*word == "from");
    sentence
        .children_by(token, Deprel::NmodPoss)
        .next()
        .filter(|_| is_left && !names_office)
}

/// Who gives up an office that the words do not name: the subject of "resign", whose "resignation" it is.
fn who_resigns(
    search: BodySearch<'_>,
    sentence_index: usize,
    sentence: &Sentence,
    token: usize,
) -> Option<usize> {
    let word = &sentence.tokens[token];
    let names_office = sentence.children(token).any(|child| {
        matches!(sentence.tokens[child].deprel, Deprel::Obl | Deprel::Nmod)
            && preposition_of(sentence, child).is_some_and(|word| matches!(&*word, "from" | "as"))
    });
    let has_object = sentence.children_by(token, Deprel::Obj).next().is_some();
    if names_office || has_object || !is_resignation(search, sentence, token, word) {
        return None;
    }
    if word.upos == Upos::Verb {
        return subject_of(sentence, token);
    }
    let owner = sentence.children(token).find(|&child| {
        let deprel = sentence.tokens[child].deprel;
        deprel == Deprel::NmodPoss
            || deprel == Deprel::Nmod
                && preposition_of(sentence, child).is_some_and(|word| &*word == "of")
    });
    // Whose "his resignation" is, is clear only when he who submits it says so himself.
    let submitter = || {
        word.head
            .filter(|_| word.deprel == Deprel::Obj)
            .and_then(|verb| subject_of(sentence, verb))
    };
    match owner {
        Some(owner) if sentence.tokens[owner].upos == Upos::Pron => {
            submitter().filter(|&subject| means_same(search, sentence_index, subject, owner))
        }
        Some(owner) => Some(owner),
        None => submitter(),
    }
}

fn means_same(search: BodySearch<'_>, sentence: usize, first: usize, second: usize) -> bool {
    let referents = |token| search.entities.referents(TokenRef { sentence, token });
    referents(first) == referents(second)
}

fn is_resignation(search: BodySearch<'_>, sentence: &Sentence, token: usize, word: &Token) -> bool {
    let listed = |words: &str| {
        search
            .reading
            .ontology
            .lexicon
            .has(WordList::OwnOfficeWord, words)
    };
    let lemma = lower_lemma(word);
    match word.upos {
        Upos::Noun => listed(&lemma),
        Upos::Verb => {
            listed(&lemma)
                || sentence
                    .children_by(token, Deprel::CompoundPrt)
                    .any(|particle| {
                        let particle = lower_lemma(&sentence.tokens[particle]);
                        listed(&format!("{lemma} {particle}"))
                    })
        }
        _ => false,
    }
}

/// The subject of a verb, or of the clause it hangs on without one of its own; of an infinitive the object of the
/// verb above, when it has one ("told her to resign").
fn subject_of(sentence: &Sentence, mut verb: usize) -> Option<usize> {
    loop {
        let subject = sentence
            .children(verb)
            .find(|&child| sentence.tokens[child].deprel.is("nsubj"));
        if subject.is_some() {
            return subject;
        }
        let told = (sentence.tokens[verb].deprel == Deprel::Xcomp)
            .then_some(sentence.tokens[verb].head)
            .flatten()
            .and_then(|above| {
                sentence.children(above).find(|&child| {
                    child < verb
                        && matches!(sentence.tokens[child].deprel, Deprel::Obj | Deprel::Iobj)
                })
            });
        if told.is_some() {
            return told;
        }
        if let Some(noun) = intention_over(sentence, verb) {
            let owner = sentence.children_by(noun, Deprel::NmodPoss).next();
            if owner.is_some() {
                return owner;
            }
            verb = sentence.tokens[noun].head?;
            continue;
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

/// The noun that an infinitive hangs on: "her intention to resign".
fn intention_over(sentence: &Sentence, verb: usize) -> Option<usize> {
    sentence.tokens[verb]
        .head
        .filter(|_| sentence.tokens[verb].deprel == Deprel::Acl)
        .filter(|&noun| sentence.tokens[noun].upos == Upos::Noun && noun < verb)
}

fn person_at(search: BodySearch<'_>, sentence: usize, token: usize) -> Option<EntityIndex> {
    match search.entities.referents(TokenRef { sentence, token }) {
        [one] if search.entities.draft(*one).class == "Person" => Some(*one),
        _ => None,
    }
}

fn only_post(
    claims: &[DraftClaim],
    person: EntityIndex,
    relations: &[&str],
) -> Option<EntityIndex> {
    let mut posts = claims
        .iter()
        .filter(|claim| claim.subject == person && relations.contains(&claim.relation.as_str()));
    let post = posts.next()?.object;
    posts.all(|claim| claim.object == post).then_some(post)
}
