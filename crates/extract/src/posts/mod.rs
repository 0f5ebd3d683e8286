//! States of people, bodies and places that the text gives beside names: offices and their holders,
//! whose a body is, nationality, party, kin, and what lies in what.

mod affiliation;
mod body;
mod borders;
mod capitals;
mod claim;
mod containment;
mod coordinated;
mod departure;
mod displacement;
mod elections;
mod home;
mod installation;
mod kinship;
mod name_lists;
mod own_office;
mod ownership;
mod periods;
mod place_lists;
mod place_phrases;
mod post;
mod results;
mod roles;
mod ruling;
mod scene;
mod succession;
mod tenure;
#[cfg(test)]
mod tests;

use crate::draft::{DraftClaim, Entities};
use crate::entities::{Holder, MentionTable, OfficesBySentence, Reading, holders};
use body::BodySearch;
pub(crate) use displacement::drop_displaced;
use home::known_offices;
pub(crate) use kinship::Kinship;
use newsgraph_language::Analysis;
use newsgraph_ontology::Ontology;
pub(crate) use periods::date_offices;
use post::PostBook;
pub(crate) use succession::successions;

/// Finds what the text states of offices, affiliations and places, and adds the posts to the entities.
pub(crate) fn find_posts(
    analysis: &Analysis,
    ontology: &Ontology,
    kinship: &Kinship,
    entities: &mut Entities,
) -> Vec<DraftClaim> {
    let reading = Reading { analysis, ontology };
    let mentions = MentionTable::of(entities, analysis.sentences.len());
    let offices = OfficesBySentence::of(reading, &mentions);
    let search = BodySearch {
        reading,
        entities,
        mentions: &mentions,
        offices: &offices,
        known: &[],
    };
    let holders: Vec<Vec<Holder>> = (0..analysis.sentences.len())
        .map(|index| holders(reading, index, offices.sentence(index), entities, &mentions))
        .collect();
    let known = known_offices(search, &holders);
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
        let here = &holders[index];
        for holder in here {
            claims.extend(tenure::claims_of_holder(search, &mut book, holder));
        }
        let phrases = offices.sentence(index);
        claims.extend(roles::note_offices(search, &mut book, phrases, here));
        claims.extend(elections::elections(search, &mut book, index));
        claims.extend(ownership::ownerships(reading, index, entities, &mentions));
        claims.extend(containment::containments(
            reading, index, entities, &mentions,
        ));
        claims.extend(ruling::rulings(reading, index, entities, &mentions));
        claims.extend(borders::borders(reading, index, entities, &mentions));
        claims.extend(affiliation::affiliations(
            reading, index, entities, &mentions, kinship,
        ));
        claims.extend(results::results(reading, index, entities, &mentions));
    }
    drop_loose_affiliations(&mut claims);
    own_office::refer_to_own_offices(search, &mut book, &claims);
    book.finish(entities);
    claims
}

/// An affiliation that the text leaves open says nothing beside one that it names.
fn drop_loose_affiliations(claims: &mut Vec<DraftClaim>) {
    let named: Vec<_> = claims
        .iter()
        .filter(|claim| claim.relation != "affiliatedWith")
        .map(|claim| (claim.subject, claim.object))
        .collect();
    claims.retain(|claim| {
        claim.relation != "affiliatedWith" || !named.contains(&(claim.subject, claim.object))
    });
}
