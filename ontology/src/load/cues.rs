use super::statements::{Statement, Statements};
use super::vocabulary::{NG, local_name};
use crate::{Cue, CueKind, Cues, OntologyError};
use newsgraph_model::Modality;

const CUE: &str = "https://w3id.org/newsgraph/ns#cue";
const NEGATION_CUE: &str = "https://w3id.org/newsgraph/ns#negationCue";
const SPEECH_CUE: &str = "https://w3id.org/newsgraph/ns#speechCue";
const FACTIVE_CUE: &str = "https://w3id.org/newsgraph/ns#factiveCue";
const ENDED_CUE: &str = "https://w3id.org/newsgraph/ns#endedCue";

/// Every cue of every file, in order of the modalities and then of the files.
pub(crate) fn read_cues(statements: &Statements) -> Result<Cues, OntologyError> {
    let mut cues = Cues::default();
    for (subject, about) in statements.subjects() {
        for statement in about {
            let list = match statement.predicate.as_str() {
                CUE => {
                    let modality = read_modality(statements, subject, statement)?;
                    cues.modality
                        .push((modality, read_cue(statements, subject, statement)?));
                    continue;
                }
                NEGATION_CUE => &mut cues.negation,
                SPEECH_CUE => &mut cues.speech,
                FACTIVE_CUE => &mut cues.factive,
                ENDED_CUE => &mut cues.ended,
                _ => continue,
            };
            list.push(read_cue(statements, subject, statement)?);
        }
    }
    cues.modality.sort_by_key(|(modality, _)| *modality);
    Ok(cues)
}

fn read_modality(
    statements: &Statements,
    subject: &str,
    statement: &Statement,
) -> Result<Modality, OntologyError> {
    Modality::ALL
        .into_iter()
        .find(|modality| subject.strip_prefix(NG) == Some(modality.as_str()))
        .ok_or_else(|| {
            let names = Modality::ALL.map(Modality::as_str).join(", ng:");
            statements.invalid(
                subject,
                statement,
                format!(
                    "\"{}\" is no modality; ng:cue belongs to one of ng:{names}",
                    local_name(subject)
                ),
            )
        })
}

/// `WORDS(KIND)`
fn read_cue(
    statements: &Statements,
    subject: &str,
    statement: &Statement,
) -> Result<Cue, OntologyError> {
    let text = statement.text().unwrap_or_default();
    parse_cue(text).map_err(|problem| {
        statements.invalid(subject, statement, format!("cue \"{text}\": {problem}"))
    })
}

fn parse_cue(text: &str) -> Result<Cue, String> {
    let (words, kind) = text
        .strip_suffix(')')
        .and_then(|text| text.rsplit_once('('))
        .ok_or("expected WORDS(KIND), as in \"plan(verb)\"")?;
    let kind = match kind {
        "aux" => CueKind::Auxiliary,
        "verb" => CueKind::Verb,
        "adv" => CueKind::Adverb,
        "adj" => CueKind::Adjective,
        "noun" => CueKind::Noun,
        "conj" => CueKind::Conjunction,
        "prep" => CueKind::Preposition,
        "inf" => CueKind::HeadlineInfinitive,
        _ => {
            return Err(format!(
                "\"{kind}\" is no kind of cue; use aux, verb, adv, adj, noun, conj, prep or inf"
            ));
        }
    };
    let lemmas: Vec<String> = words.split_whitespace().map(str::to_owned).collect();
    if lemmas.is_empty() || words.chars().any(char::is_uppercase) {
        return Err("write the words in lower case before the bracket".to_owned());
    }
    Ok(Cue { lemmas, kind })
}
