//! Whether the clause of a time expression tells of the past or of what is to come, by its verb's tense.

use super::meaning::Direction;
use newsgraph_language::{Deprel, Sentence, Token, Upos, Xpos};
use newsgraph_model::{Modality, RegionKind};
use newsgraph_ontology::{CueKind, Ontology, WordList};

/// Where the clause of the word that a time modifies points.
pub(super) fn direction(
    ontology: &Ontology,
    sentence: &Sentence,
    governor: Option<usize>,
) -> Direction {
    let Some(governor) = governor else {
        return Direction::Unknown;
    };
    let direct = is_predicate(sentence, governor);
    let verb = if direct {
        Some(governor)
    } else {
        governing_verb(sentence, governor)
    };
    let Some(verb) = verb.or_else(|| nearest_verb(sentence, governor)) else {
        return Direction::Unknown;
    };
    match direction_of(ontology, sentence, verb, 0) {
        // "Friday's ruling means …": a present tense says nothing of the times of its nouns.
        Direction::Future if !direct && is_present(&sentence.tokens[verb]) => Direction::Unknown,
        direction => direction,
    }
}

fn is_predicate(sentence: &Sentence, token: usize) -> bool {
    is_verb(&sentence.tokens[token]) || sentence.children_by(token, Deprel::Cop).next().is_some()
}

fn is_present(verb: &Token) -> bool {
    matches!(verb.xpos, Xpos::Vbz | Xpos::Vbp)
}

fn is_verb(token: &Token) -> bool {
    matches!(token.upos, Upos::Verb | Upos::Aux)
        && matches!(
            token.xpos,
            Xpos::Vb | Xpos::Vbd | Xpos::Vbg | Xpos::Vbn | Xpos::Vbp | Xpos::Vbz | Xpos::Md
        )
}

/// The first verb, or predicate with a copula, that a token depends on.
fn governing_verb(sentence: &Sentence, token: usize) -> Option<usize> {
    let mut at = token;
    for _ in 0..sentence.tokens.len() {
        at = sentence.tokens[at].head?;
        if is_predicate(sentence, at) {
            return Some(at);
        }
    }
    None
}

/// For a time expression that hangs on no verb: the last verb before it, or the first one after it.
fn nearest_verb(sentence: &Sentence, token: usize) -> Option<usize> {
    let is_full = |index: &usize| {
        is_verb(&sentence.tokens[*index]) && sentence.tokens[*index].upos == Upos::Verb
    };
    (0..token)
        .rev()
        .find(is_full)
        .or_else(|| (token..sentence.tokens.len()).find(is_full))
}

fn direction_of(ontology: &Ontology, sentence: &Sentence, verb: usize, depth: usize) -> Direction {
    const DEEPEST: usize = 6;
    let token = &sentence.tokens[verb];
    let auxiliaries: Vec<&Token> = sentence
        .children(verb)
        .map(|child| &sentence.tokens[child])
        .filter(|child| child.deprel.is("aux") || child.deprel == Deprel::Cop)
        .collect();
    let has = |xpos: Xpos| auxiliaries.iter().any(|aux| aux.xpos == xpos);
    let has_lemma = |lemma: &str| auxiliaries.iter().any(|aux| &*aux.lemma == lemma);
    let perfect = has_lemma("have");
    let is_infinitive = sentence
        .children(verb)
        .any(|child| child < verb && sentence.tokens[child].xpos == Xpos::To);
    if has(Xpos::Md) {
        return if perfect {
            Direction::Past
        } else {
            Direction::Future
        };
    }
    if perfect || has(Xpos::Vbd) && !is_infinitive {
        return Direction::Past;
    }
    if is_infinitive {
        return infinitive(ontology, sentence, verb, depth);
    }
    match token.xpos {
        Xpos::Vbd => Direction::Past,
        Xpos::Vbp if is_unmarked_past(ontology, sentence, verb) => Direction::Past,
        // "the watch, unveiled on Monday, will cost": a participle tells of what has been done.
        Xpos::Vbn if token.deprel == Deprel::Acl && !is_planned(ontology, token) => Direction::Past,
        Xpos::Vbg if has_lemma("be") => Direction::Future,
        Xpos::Vbn if has_lemma("be") => Direction::Past,
        Xpos::Vbz | Xpos::Vbp => present(ontology, sentence, token),
        _ if has_lemma("be") => Direction::Unknown,
        _ if depth < DEEPEST => governing_verb(sentence, verb)
            .map_or(Direction::Past, |governor| {
                direction_of(ontology, sentence, governor, depth + 1)
            }),
        _ => Direction::Unknown,
    }
}

/// "Ivory Coast beat Ghana": a verb whose past looks like its present, behind a subject that the present would mark.
fn is_unmarked_past(ontology: &Ontology, sentence: &Sentence, verb: usize) -> bool {
    let word = &sentence.tokens[verb];
    let unmarked = ontology
        .lexicon
        .has(WordList::UnmarkedPast, &word.text.to_lowercase());
    let singular = sentence.children_by(verb, Deprel::Nsubj).any(|subject| {
        let singular = matches!(sentence.tokens[subject].xpos, Xpos::Nn | Xpos::Nnp);
        singular && sentence.children_by(subject, Deprel::Conj).next().is_none()
    });
    unmarked && singular
}

/// "a meeting scheduled for Monday"
fn is_planned(ontology: &Ontology, participle: &Token) -> bool {
    let lemma = participle.lemma.to_lowercase();
    ontology.cues.modality.iter().any(|(modality, cue)| {
        let plans = matches!(modality, Modality::Planned | Modality::Intended);
        plans && cue.kind == CueKind::Verb && cue.lemmas.len() == 1 && cue.lemmas[0] == lemma
    })
}

/// "to meet": ahead, unless a verb of the past says that it came about ("was forced to resign").
fn infinitive(ontology: &Ontology, sentence: &Sentence, verb: usize, depth: usize) -> Direction {
    let token = &sentence.tokens[verb];
    let has_modal_be = sentence.children(verb).any(|child| {
        sentence.tokens[child].deprel.is("aux") && &*sentence.tokens[child].lemma == "be"
    });
    let Some(governor) = token.head.filter(|_| !has_modal_be && depth < 6) else {
        return Direction::Future;
    };
    let looks_ahead = ontology
        .lexicon
        .has(WordList::ProspectiveWord, &sentence.tokens[governor].lemma);
    if looks_ahead || direction_of(ontology, sentence, governor, depth + 1) != Direction::Past {
        Direction::Future
    } else {
        Direction::Past
    }
}

/// "The fair opens on Friday" announces; "says on Friday" reports, and so do headlines.
fn present(ontology: &Ontology, sentence: &Sentence, verb: &Token) -> Direction {
    let reports = is_speech_verb(ontology, verb) || sentence.region == RegionKind::Headline;
    if reports {
        Direction::Past
    } else {
        Direction::Future
    }
}

fn is_speech_verb(ontology: &Ontology, verb: &Token) -> bool {
    let mut cues = ontology.cues.speech.iter();
    cues.any(|cue| {
        cue.kind == CueKind::Verb
            && matches!(cue.lemmas.as_slice(), [lemma] if **lemma == *verb.lemma)
    })
}
