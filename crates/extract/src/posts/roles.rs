//! Offices that are spoken of without a holder beside them: "elected president", "resigned as minister",
//! "the post of governor", "the Polish prime minister".

use super::body::BodySearch;
use super::departure::departures;
use super::home::{body_of_office, is_state_office};
use super::installation::installations;
use super::post::PostBook;
use super::tenure::is_seat;
use crate::draft::{DraftClaim, TokenRef};
use crate::entities::{Holder, OfficePhrase, is_possessive_mark, is_word, lower_lemma};
use newsgraph_language::{Sentence, Upos};
use newsgraph_ontology::{OfficeRank, WordList};

/// Writes the offices of a sentence that have no holder there into the book, where they stand for the post
/// itself or belong to a named body. Gives the claims on those who leave them.
pub(super) fn note_offices(
    search: BodySearch<'_>,
    book: &mut PostBook,
    phrases: &[OfficePhrase],
    holders: &[Holder],
) -> Vec<DraftClaim> {
    let mut claims = Vec::new();
    for office in phrases {
        let held = holders
            .iter()
            .any(|holder| holder.office.head == office.head);
        let fits = matches!(
            office.rank,
            OfficeRank::Head | OfficeRank::Official | OfficeRank::Member
        ) && (office.rank != OfficeRank::Member || is_seat(search, office));
        if held || !fits {
            continue;
        }
        let sentence = search.reading.sentence(office.sentence);
        let role = is_role(search, sentence, office)
            || search.is_joined_to(office, |other| is_role(search, sentence, other));
        if role {
            let body = body_of_office(search, office);
            let post = book.post_without_holder(search, office, body.as_ref());
            book.refer(
                TokenRef {
                    sentence: office.sentence,
                    token: office.head,
                },
                post,
            );
            claims.extend(departures(search, office, post, body.as_ref()));
            claims.extend(installations(search, office, post, body.as_ref()));
        } else if is_state_office(search, office)
            && !office.plural
            && office.rank != OfficeRank::Member
        {
            let body = search.after(office).or_else(|| search.before(office));
            if let Some(body) = body {
                book.post(search, office, Some(&body));
            }
        }
    }
    claims
}

/// Whether the words mean the office, not who holds it: after "as", "elected", "the post of".
fn is_role(search: BodySearch<'_>, sentence: &Sentence, office: &OfficePhrase) -> bool {
    let mut at = office.tokens.start;
    for _ in 0..7 {
        let Some(before) = at.checked_sub(1) else {
            return false;
        };
        let token = &sentence.tokens[before];
        if is_word(token, &["as"]) {
            return true;
        }
        if is_word(token, &["of", "for"]) {
            let noun = before.checked_sub(1).map(|noun| &sentence.tokens[noun]);
            let run = is_word(token, &["for"])
                && noun.is_some_and(|verb| matches!(&*verb.lemma, "run" | "stand"));
            return run
                || noun.is_some_and(|noun| search.reading.is_listed(noun, WordList::PostNoun));
        }
        if token.upos == Upos::Verb || token.upos == Upos::Aux {
            if search
                .reading
                .is_listed_lemma(token, WordList::AppointmentVerb)
            {
                return true;
            }
            if lower_lemma(token) != "be" {
                return false;
            }
        }
        let name = search.mentions.name_until(office.sentence, at);
        if let Some(name) = name {
            at = name.tokens.start;
            continue;
        }
        let skipped = matches!(
            token.upos,
            Upos::Det | Upos::Adj | Upos::Pron | Upos::Part | Upos::Aux | Upos::Adv
        ) || is_possessive_mark(token)
            || is_word(token, &["to"]);
        if !skipped {
            return false;
        }
        at = before;
    }
    false
}
