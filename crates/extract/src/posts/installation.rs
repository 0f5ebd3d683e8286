//! Offices that somebody is put into or out of in the sentence, after "as" or a verb of appointment: "appoints Ana Ruiz
//! as minister", "dismissed Ana Ruiz as minister", "a government with Ana Ruiz as minister".

use super::body::{BodySearch, OfficeBody};
use super::claim::Ground;
use super::departure::{is_fact, is_verb_of, only_person};
use super::tenure::affiliations;
use crate::confidence::{Signal, Signals};
use crate::draft::{DraftClaim, EntityIndex};
use crate::entities::{OfficePhrase, Tenure, is_possessive_mark, is_word};
use newsgraph_language::{Deprel, Sentence, Upos};
use newsgraph_model::Modality;
use newsgraph_ontology::WordList;

/// How many words of title can stand between "with" and a name.
const LONGEST_TITLE: usize = 9;
/// How many words can stand between "as" and the office.
const REACH: usize = 4;

/// What follows for the person whom the sentence puts into the office, or out of it.
pub(super) fn installations(
    search: BodySearch<'_>,
    office: &OfficePhrase,
    post: EntityIndex,
    body: Option<&OfficeBody>,
) -> Vec<DraftClaim> {
    let sentence = search.reading.sentence(office.sentence);
    let moved = moved(search, sentence, office);
    let stands = with_role(search, sentence, office).map(|person| (person, Change::Stands, None));
    let Some((person, change, verb)) = stands.or(moved) else {
        return Vec::new();
    };
    let tenure = match change {
        Change::Out => Tenure::Former,
        Change::In | Change::Stands => Tenure::Current,
    };
    let ended = (change == Change::Out).then_some(Signal::OfficeEnded);
    let ground = Ground {
        sentence: office.sentence,
        trigger: office.tokens.clone(),
        head: office.head,
        pattern: if change == Change::Out {
            "former(a): name -> title"
        } else {
            "serve(v): subj -> as"
        },
        signals: Signals::from_iter([Signal::OfficePredicate]).and(ended),
    };
    let held = match change {
        Change::Out => Some("formerlyHeldPost"),
        Change::Stands => Some("holdsPost"),
        // That is what "takes office" says.
        Change::In => None,
    };
    let bodies = affiliations(search, office, body, tenure);
    held.map(|relation| (relation, post))
        .into_iter()
        .chain(bodies)
        .filter(|(_, object)| *object != person)
        .map(|(relation, object)| {
            let mut claim = ground.claim(person, relation, object);
            if office.tenure == Tenure::Future {
                // "makes Ruiz the president-elect"
                claim.factuality.modality = Modality::Planned;
            } else {
                claim.predicate = verb;
            }
            claim
        })
        .collect()
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Change {
    In,
    Out,
    /// Neither: they are in it.
    Stands,
}

/// "a government with Ana Ruiz as the new prime minister"
fn with_role(
    search: BodySearch<'_>,
    sentence: &Sentence,
    office: &OfficePhrase,
) -> Option<EntityIndex> {
    let role = role_word(sentence, office)?;
    let name = search.mentions.name_until(office.sentence, role)?;
    let start = name.tokens.start;
    let titles = (start.saturating_sub(LONGEST_TITLE)..start)
        .rev()
        .find(|&token| {
            let word = &sentence.tokens[token];
            matches!(word.upos, Upos::Adp | Upos::Sconj) && !is_word(word, &["of", "for"])
                || matches!(word.upos, Upos::Verb | Upos::Punct)
        });
    let with = titles.is_some_and(|token| is_word(&sentence.tokens[token], &["with"]));
    (with && search.is(name.entity, "Person")).then_some(name.entity)
}

/// The "as" before an office and its modifiers.
fn role_word(sentence: &Sentence, office: &OfficePhrase) -> Option<usize> {
    let start = office.tokens.start;
    (start.saturating_sub(REACH)..start)
        .rev()
        .find(|&token| {
            let word = &sentence.tokens[token];
            let between =
                matches!(word.upos, Upos::Det | Upos::Adj | Upos::Pron) || is_possessive_mark(word);
            !between
        })
        .filter(|&token| is_word(&sentence.tokens[token], &["as"]))
}

/// Whom the verb above the office appoints or removes, and that verb.
fn moved(
    search: BodySearch<'_>,
    sentence: &Sentence,
    office: &OfficePhrase,
) -> Option<(EntityIndex, Change, Option<usize>)> {
    let mut verb = office.head;
    for _ in 0..REACH {
        verb = sentence.tokens[verb].head?;
        if sentence.tokens[verb].upos == Upos::Verb {
            break;
        }
    }
    let word = &sentence.tokens[verb];
    let infinitive = sentence
        .children(verb)
        .any(|child| is_word(&sentence.tokens[child], &["to"]) && child < verb);
    if word.upos != Upos::Verb || infinitive || !is_fact(sentence, verb) {
        return None;
    }
    let change = if is_verb_of(search, sentence, verb, WordList::RemovalVerb) {
        role_word(sentence, office)?;
        Change::Out
    } else if is_verb_of(search, sentence, verb, WordList::AppointmentVerb)
        && !search
            .reading
            .ontology
            .lexicon
            .has(WordList::OpenChoiceVerb, &word.lemma)
    {
        Change::In
    } else {
        return None;
    };
    let passive = sentence
        .children(verb)
        .find(|&child| sentence.tokens[child].deprel == Deprel::NsubjPass);
    let object = || sentence.children_by(verb, Deprel::Obj).next();
    let person = passive.or_else(object)?;
    only_person(search, office.sentence, person).map(|person| (person, change, Some(verb)))
}
