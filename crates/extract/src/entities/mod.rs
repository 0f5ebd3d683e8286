//! Who and what an article mentions: names, the entities they mean, and the descriptions and pronouns that
//! refer to them.

mod agents;
mod appellations;
mod attack_targets;
mod bodies;
mod company_names;
mod composed_names;
mod context_class;
mod descriptions;
mod diplomats;
mod divided_countries;
mod gazetteer_names;
mod holders;
mod known_names;
mod mention_table;
mod metonymy;
mod name_edges;
mod name_spans;
mod names_by_shape;
mod naming;
mod offices;
mod own_countries;
mod pairs;
mod parties;
mod party_words;
mod plans;
mod product_names;
mod pronouns;
mod reading;
mod reciprocals;
mod recognised_names;
mod reference;
mod regions;
mod registry;
mod repeats;
mod shared_names;
mod sides;
mod span;
mod speakers;
#[cfg(test)]
mod tests;
mod titles;
mod typing;
mod vehicles;

use crate::draft::Entities;
use agents::link_agents;
pub(crate) use appellations::OFFICE_BESIDE_NAME;
use appellations::link_appellations;
use attack_targets::find_attack_targets;
use bodies::add_bodies;
use descriptions::link_descriptions;
use divided_countries::add_halves_of_countries;
pub(crate) use holders::{Construction, Holder, holders};
pub(crate) use mention_table::{MentionAt, MentionTable};
use metonymy::resolve_metonyms;
use name_spans::name_spans;
use newsgraph_language::Analysis;
use newsgraph_model::RegionKind;
use newsgraph_ontology::Ontology;
pub(crate) use offices::{OfficePhrase, OfficesBySentence, Tenure, capitalised};
use own_countries::link_own_countries;
use parties::add_parties;
use party_words::add_party_words;
use plans::add_described_plans;
use pronouns::link_pronouns;
pub(crate) use reading::{
    Reading, is_possessive_mark, is_word, lower, lower_lemma, preposition_of, surface,
};
use reciprocals::link_reciprocals;
use reference::sort_mentions;
use regions::add_regions;
use registry::entities_of;
use repeats::{add_abbreviations, add_repeats};
use shared_names::settle_shared_names;
pub(crate) use sides::country_before_name;
use speakers::add_unnamed_speakers;
pub(crate) use titles::{office_at, office_modifier, office_modifier_before};

/// Finds the entities of an article and every place where the text refers to them.
pub(crate) fn find_entities(analysis: &Analysis, ontology: &Ontology) -> Entities {
    let reading = Reading { analysis, ontology };
    let mut spans = Vec::new();
    for (index, sentence) in analysis.sentences.iter().enumerate() {
        if names_entities(sentence.region) {
            let mut here = name_spans(reading, index);
            add_bodies(reading, index, &mut here);
            add_regions(reading, index, &mut here);
            spans.append(&mut here);
        }
    }
    add_halves_of_countries(reading, &mut spans);
    add_parties(reading, &mut spans);
    add_party_words(reading, &mut spans);
    let aliases = add_abbreviations(reading, &mut spans);
    add_repeats(reading, &mut spans);
    settle_shared_names(reading, &mut spans);
    let mut entities = entities_of(reading, &spans, &aliases);
    resolve_metonyms(reading, &mut entities);
    let offices = offices_beside_names(reading, &entities);
    link_appellations(reading, &offices, &mut entities);
    link_descriptions(reading, &offices, &mut entities);
    link_pronouns(reading, &mut entities);
    link_own_countries(reading, &mut entities);
    add_described_plans(reading, &mut entities);
    link_agents(reading, &mut entities);
    link_reciprocals(reading, &mut entities);
    add_unnamed_speakers(reading, &mut entities);
    sort_mentions(&mut entities);
    find_attack_targets(reading, &mut entities);
    entities
}

fn offices_beside_names(reading: Reading<'_>, entities: &Entities) -> OfficesBySentence {
    let mentions = MentionTable::of(entities, reading.analysis.sentences.len());
    OfficesBySentence::of(reading, &mentions)
}

/// Credits, bylines and menus name their makers, not what the article tells of.
fn names_entities(region: RegionKind) -> bool {
    region.makes_claims() || region == RegionKind::Dateline
}
