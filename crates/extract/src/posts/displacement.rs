//! Claims of the relation patterns that what is known of offices displaces: the patterns take a noun for the head of
//! a body, where the phrase around it says otherwise.

use crate::draft::{DraftClaim, Entities};
use crate::entities::Reading;
use newsgraph_language::Upos;
use newsgraph_ontology::WordList;

/// Drops the claims of patterns that the claims on offices, `states`, or the phrases themselves speak against.
pub(crate) fn drop_displaced(
    claims: &mut Vec<DraftClaim>,
    states: &[DraftClaim],
    reading: Reading<'_>,
    entities: &Entities,
) {
    claims.retain(|claim| {
        !is_read_as_office(claim, states) && !leads_a_part(reading, entities, claim)
    });
}

/// Relations of a person to the body of their office.
const OF_OFFICE: &[&str] = &[
    "leads",
    "officialOf",
    "formerOfficialOf",
    "worksFor",
    "memberOf",
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
                && (state.relation != claim.relation || state.object != claim.object)
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
