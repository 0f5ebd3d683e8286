//! States of people, bodies and places that the text gives beside names: offices and their holders,
//! whose a body is, nationality, party, kin, and what lies in what.

mod affiliation;
mod body;
mod claim;
mod containment;
mod departure;
mod home;
mod ownership;
mod post;
mod roles;
mod tenure;
#[cfg(test)]
mod tests;

use crate::draft::{DraftClaim, Entities};
use crate::entities::{MentionTable, Reading, holders, office_phrases};
use body::BodySearch;
use home::known_offices;
use newsgraph_language::Analysis;
use newsgraph_ontology::Ontology;
use post::PostBook;

/// Finds what the text states of offices, affiliations and places, and adds the posts to the entities.
pub(crate) fn find_posts(
    analysis: &Analysis,
    ontology: &Ontology,
    entities: &mut Entities,
) -> Vec<DraftClaim> {
    let reading = Reading { analysis, ontology };
    let mentions = MentionTable::of(entities, analysis.sentences.len());
    let search = BodySearch {
        reading,
        entities,
        mentions: &mentions,
        known: &[],
    };
    let known = known_offices(search);
    let search = BodySearch {
        known: &known,
        ..search
    };
    let mut book = PostBook::beside(entities);
    let mut claims = Vec::new();
    for (index, sentence) in analysis.sentences.iter().enumerate() {
        if !sentence.region.makes_claims() {
            continue;
        }
        let here = holders(reading, index, entities, &mentions);
        for holder in &here {
            claims.extend(tenure::claims_of_holder(search, &mut book, holder));
        }
        let phrases = office_phrases(reading, index, &mentions);
        claims.extend(roles::note_offices(search, &mut book, &phrases, &here));
        claims.extend(ownership::ownerships(reading, index, entities, &mentions));
        claims.extend(containment::containments(
            reading, index, entities, &mentions,
        ));
        claims.extend(affiliation::affiliations(
            reading, index, entities, &mentions,
        ));
    }
    book.finish(entities);
    claims
}
