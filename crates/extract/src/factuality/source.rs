use super::quotation::Speech;
use super::reader::Reading;
use crate::draft::{Entities, EntityIndex, Factuality, TokenRef};
use crate::syntax::Tree;
use newsgraph_language::Deprel;

/// Names the source of a reading by its entity; a quoted statement whose own sentence does not attribute it
/// goes to the speaker of the quotation.
pub(crate) fn resolve_attribution(
    trees: &[Tree<'_>],
    entities: &Entities,
    sentence: usize,
    reading: Reading,
    speech: Option<Speech>,
) -> Factuality {
    let mut factuality = Factuality {
        modality: reading.modality,
        negated: reading.negated,
        attributed_to: None,
        attribution_cue: None,
    };
    if let Some(attribution) = reading.attribution {
        factuality.attributed_to = attribution
            .source
            .and_then(|source| speaker(entities, sentence, &trees[sentence], source));
        factuality.attribution_cue = Some(trees[sentence].token(attribution.cue).text.to_string());
    } else if let Some(speech) = speech {
        let tree = &trees[speech.sentence];
        factuality.attributed_to = speaker(entities, speech.sentence, tree, speech.source);
        factuality.attribution_cue = Some(tree.token(speech.cue).text.to_string());
    }
    factuality
}

fn speaker(
    entities: &Entities,
    sentence: usize,
    tree: &Tree<'_>,
    source: usize,
) -> Option<EntityIndex> {
    let source = tree.antecedent(source);
    let at = |token| TokenRef { sentence, token };
    let beside = tree.children_by(source, &[Deprel::Appos, Deprel::Flat]);
    std::iter::once(source)
        .chain(beside)
        .find_map(|token| entities.referents(at(token)).first().copied())
        .or_else(|| entities.unnamed_speakers.get(&at(source)).copied())
        .or_else(|| entities.actors(at(source)).first().copied())
}
