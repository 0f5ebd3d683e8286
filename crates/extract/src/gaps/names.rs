use super::{Evidence, Gap, GapKind};
use crate::draft::EntityIndex;
use crate::entities::{MentionAt, MentionTable, surface};
use newsgraph_language::Sentence;
use newsgraph_model::MentionKind;
use newsgraph_ontology::GazetteerId;

/// Names that may mean one of several things of the gazetteer, or one of several people of the article.
pub(super) fn ambiguous_names(evidence: Evidence<'_>, mentions: &MentionTable) -> Vec<Gap> {
    let sentences = evidence.reading.analysis.sentences.iter().enumerate();
    sentences
        .flat_map(|(index, sentence)| {
            mentions
                .sentence(index)
                .iter()
                .filter(|mention| mention.kind == MentionKind::Name)
                .filter(move |mention| !is_told_by_wider_place(mentions, index, sentence, mention))
                .filter_map(move |mention| {
                    let name = surface(sentence, mention.tokens.clone());
                    let readings = readings(evidence, mention, &name)?;
                    Some(Gap {
                        kind: GapKind::Name,
                        key: name,
                        note: Some(readings),
                        detail: format!("taken for {}", described(evidence, mention.entity)),
                        sentence: sentence.span,
                        words: sentence.span_of(mention.tokens.clone()),
                    })
                })
        })
        .collect()
}

/// "San Jose, California": what follows the comma settles the name.
fn is_told_by_wider_place(
    mentions: &MentionTable,
    index: usize,
    sentence: &Sentence,
    mention: &MentionAt,
) -> bool {
    let comma = mention.tokens.end;
    sentence
        .tokens
        .get(comma)
        .is_some_and(|token| &*token.text == ",")
        && mentions.name_from(index, comma + 1).is_some()
}

/// What a name may mean, when that is more than one thing.
fn readings(evidence: Evidence<'_>, mention: &MentionAt, name: &str) -> Option<String> {
    let gazetteer = &evidence.reading.ontology.gazetteer;
    let draft = evidence.entities.draft(mention.entity);
    let readings: Vec<String> = if draft.class == "Person" {
        namesakes(evidence, mention.entity, name)
    } else if draft.gazetteer.is_some() && draft.class != "Country" {
        let known = gazetteer.lookup(name);
        known
            .iter()
            .filter(|&&entry| rivals(evidence, known[0], entry))
            .map(|&entry| entry_described(evidence, entry))
            .collect()
    } else {
        Vec::new()
    };
    (readings.len() > 1).then(|| readings.join("; "))
}

/// Whether an entry can be meant beside the likeliest one of its name: it is no city a tenth of its size.
fn rivals(evidence: Evidence<'_>, likeliest: GazetteerId, other: GazetteerId) -> bool {
    let (first, second) = (
        evidence.reading.entry(likeliest),
        evidence.reading.entry(other),
    );
    match (first.population, second.population) {
        (Some(first_size), Some(size)) if first.class == second.class => size >= first_size / 10,
        _ => true,
    }
}

/// The people of the article whose full names end in this one.
fn namesakes(evidence: Evidence<'_>, own: EntityIndex, name: &str) -> Vec<String> {
    let people = evidence.entities.drafts.iter().enumerate();
    people
        .filter(|(index, draft)| {
            let full = draft.name.strip_suffix(name);
            draft.class == "Person"
                && (*index == own.0 || full.is_some_and(|rest| rest.ends_with(' ')))
        })
        .map(|(_, draft)| draft.name.clone())
        .collect()
}

fn described(evidence: Evidence<'_>, entity: EntityIndex) -> String {
    let draft = evidence.entities.draft(entity);
    match draft.gazetteer {
        Some(entry) => entry_described(evidence, entry),
        None => format!("{} ({})", draft.name, draft.class),
    }
}

/// "Paris (City, FR, Q90)"
fn entry_described(evidence: Evidence<'_>, entry: GazetteerId) -> String {
    let entry = evidence.reading.entry(entry);
    let parts: Vec<&str> = [
        Some(entry.class.as_str()),
        entry.region.as_deref(),
        entry.country.as_deref(),
        entry.wikidata.as_deref(),
    ]
    .into_iter()
    .flatten()
    .collect();
    format!("{} ({})", entry.label, parts.join(", "))
}
