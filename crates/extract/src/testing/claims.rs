//! The claims that hand-made sentences and entities give.

use super::{article_of, ontology};
use crate::draft::{DraftEntity, DraftMention, Entities, EntityIndex, TokenRef};
use crate::factuality::CueTable;
use crate::relations::{Catalogue, Context, find_claims};
use newsgraph_language::{Analysis, Sentence};
use newsgraph_model::MentionKind;

/// Entities of one sentence, from lines of `first-last Class Name`, tokens counted from 1; a class followed by
/// `!` acts for the entity instead of naming it.
pub(crate) fn entities(sentence: &Sentence, lines: &str) -> Entities {
    let mut entities = Entities::default();
    for line in lines.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let column: Vec<&str> = line.split_whitespace().collect();
        let (first, last) = column[0].split_once('-').unwrap_or((column[0], column[0]));
        let (first, last): (usize, usize) = (first.parse().unwrap(), last.parse().unwrap());
        let tokens = first - 1..last;
        let head = tokens
            .clone()
            .find(|&token| {
                sentence.tokens[token]
                    .head
                    .is_none_or(|head| !tokens.contains(&head))
            })
            .unwrap();
        add_mention(&mut entities, column[1], column[2], tokens, head);
    }
    entities
}

fn add_mention(
    entities: &mut Entities,
    class: &str,
    name: &str,
    tokens: std::ops::Range<usize>,
    head: usize,
) {
    let name = name.replace('_', " ");
    let acts_for = class.ends_with('!');
    let class = class.trim_end_matches('!');
    let index = entities
        .drafts
        .iter()
        .position(|draft| draft.name == name)
        .unwrap_or_else(|| {
            entities.drafts.push(DraftEntity {
                class: class.to_owned(),
                name,
                names: Vec::new(),
                gazetteer: None,
                anonymous: false,
                mentions: Vec::new(),
            });
            entities.drafts.len() - 1
        });
    let at = TokenRef {
        sentence: 0,
        token: head,
    };
    if acts_for {
        entities.acting_for.insert(at, vec![EntityIndex(index)]);
        return;
    }
    entities.drafts[index].mentions.push(DraftMention {
        sentence: 0,
        tokens,
        head,
        kind: MentionKind::Name,
        literal: None,
        reason: None,
    });
    entities
        .by_head
        .entry(at)
        .or_default()
        .push(EntityIndex(index));
}

/// The claims of one sentence as `subject relation object Modality`, with `not` before and `per NAME` behind
/// where they apply.
pub(crate) fn claims(sentence: &Sentence, entities: &Entities) -> Vec<String> {
    let ontology = ontology();
    let words: Vec<&str> = sentence.tokens.iter().map(|token| &*token.text).collect();
    let article = article_of(words.join(" "));
    let analysis = Analysis {
        sentences: vec![sentence.clone()],
    };
    let catalogue = Catalogue::new(ontology);
    let cues = CueTable::new(&ontology.cues);
    let time_of = |_: usize, _: usize| None;
    let context = Context {
        article: &article,
        analysis: &analysis,
        entities,
        catalogue: &catalogue,
        cues: &cues,
        light_verbs: &crate::extractor::light_verbs(ontology),
        lexicon: &ontology.lexicon,
        time_of: &time_of,
        none_since: &time_of,
    };
    let findings = find_claims(context, &mut Vec::new());
    let name = |index: EntityIndex| entities.draft(index).name.clone();
    let mut claims: Vec<String> = findings
        .claims
        .iter()
        .map(|claim| {
            let factuality = &claim.factuality;
            format!(
                "{}{} {} {} {}{}",
                if factuality.negated { "not " } else { "" },
                name(claim.subject),
                claim.relation,
                name(claim.object),
                factuality.modality.as_str(),
                factuality
                    .attributed_to
                    .map_or_else(String::new, |source| format!(" per {}", name(source))),
            )
        })
        .collect();
    claims.sort();
    claims
}
