//! Claims of the relation patterns that what is known of offices displaces: the patterns take a noun for the head of
//! a body, where the phrase around it says otherwise.

use crate::draft::{DraftClaim, Entities};
use crate::entities::Reading;
use newsgraph_language::Upos;
use newsgraph_model::Modality;
use newsgraph_ontology::WordList;

/// Drops the claims of patterns that the claims on offices, `states`, or the phrases themselves speak against.
pub(crate) fn drop_displaced(
    claims: &mut Vec<DraftClaim>,
    states: &[DraftClaim],
    reading: Reading<'_>,
    entities: &Entities,
) {
    claims.retain(|claim| {
        !is_read_as_office(claim, states)
            && !is_office_of_another(claim, states, entities)
            && !hits_own_state(claim, states)
            && !leads_a_part(reading, entities, claim)
            && !is_out_of_scale(reading, entities, claim)
    });
}

/// "an inquiry, led by Ruiz" leads nobody who set it up, and no country lies in a town.
fn is_out_of_scale(reading: Reading<'_>, entities: &Entities, claim: &DraftClaim) -> bool {
    let is = |entity, class: &str| reading.is_a(&entities.draft(entity).class, class);
    match claim.relation.as_str() {
        // An unknown name of one word may well be a body's that was taken for a person's.
        "leads" | "officialOf" | "governs" => {
            is(claim.object, "Person") && entities.draft(claim.object).name.contains(' ')
        }
        "locatedIn" => {
            let large = is(claim.object, "Territory") || is(claim.object, "NaturalFeature");
            is(claim.subject, "Country") && !large
        }
        "produces" => is_made_by_other(reading, entities, claim),
        _ => false,
    }
}

/// "Norvik Air sold its Airbus A380s": the name of a product begins with its maker's.
fn is_made_by_other(reading: Reading<'_>, entities: &Entities, claim: &DraftClaim) -> bool {
    let name = &entities.draft(claim.object).name;
    let gazetteer = &reading.ontology.gazetteer;
    let maker = name.match_indices(' ').find_map(|(space, _)| {
        let known = gazetteer.lookup(&name[..space]);
        known
            .iter()
            .copied()
            .find(|&entry| reading.entry(entry).class == "Company")
    });
    maker.is_some() && maker != entities.draft(claim.subject).gazetteer
}

/// Relations of a person to the body of their office.
const OF_OFFICE: &[&str] = &[
    "leads",
    "officialOf",
    "formerOfficialOf",
    "worksFor",
    "memberOf",
    "formerMemberOf",
];

/// Whether the office that a pattern found says already what its holder is to which body: the noun in "deputy prime
/// minister" makes nobody the head of a state.
fn is_read_as_office(claim: &DraftClaim, states: &[DraftClaim]) -> bool {
    OF_OFFICE.contains(&claim.relation.as_str())
        && states.iter().any(|state| {
            OF_OFFICE.contains(&state.relation.as_str())
                && state.sentence == claim.sentence
                && state.trigger_head == claim.trigger_head
                && state.subject == claim.subject
                && (state.relation != claim.relation
                    || state.object != claim.object
                    || state.factuality.modality == Modality::Planned)
        })
}

/// "The mayor Ana Ruiz and the treasurer Jan Nowak resigned": nobody gives up the other's office.
fn is_office_of_another(claim: &DraftClaim, states: &[DraftClaim], entities: &Entities) -> bool {
    let means_own = || {
        let mut mentions = entities.draft(claim.object).mentions.iter();
        mentions
            .any(|mention| mention.sentence == claim.sentence && mention.head == claim.trigger_head)
    };
    let mut holders = states
        .iter()
        .filter(|state| {
            state.object == claim.object
                && matches!(&*state.relation, "holdsPost" | "formerlyHeldPost")
        })
        .peekable();
    claim.relation == "resignsFrom"
        && holders.peek().is_some()
        && holders.all(|state| state.subject != claim.subject)
        && means_own()
}

/// "held the Chadian president responsible for the attacks": where they took place is known, but no president attacks the
/// state.
fn hits_own_state(claim: &DraftClaim, states: &[DraftClaim]) -> bool {
    matches!(&*claim.relation, "attacks" | "strikes")
        && states.iter().any(|state| {
            state.relation == "leads"
                && (state.subject, state.object) == (claim.subject, claim.object)
        })
}

/// "French far-right leader Ana Ruiz", "Kenyan union boss": the head of some in the country, not of the country.
fn leads_a_part(reading: Reading<'_>, entities: &Entities, claim: &DraftClaim) -> bool {
    let tokens = &reading.sentence(claim.sentence).tokens;
    let noun = claim.trigger_head;
    let object = entities.draft(claim.object);
    let of_state = claim.relation == "leads"
        && reading.is_a(&object.class, "Country")
        && matches!(&*tokens[noun].lemma, "leader" | "boss" | "chief" | "head");
    let Some(before) = noun.checked_sub(1).filter(|_| of_state) else {
        return false;
    };
    let names_state = object
        .mentions
        .iter()
        .any(|mention| mention.sentence == claim.sentence && mention.tokens.contains(&before));
    matches!(tokens[before].upos, Upos::Adj | Upos::Noun)
        && !names_state
        && !reading
            .ontology
            .lexicon
            .has(WordList::RulerAdjective, &tokens[before].text)
}
