//! Offices, their holders and bodies: who holds, held or will hold which post, and what follows from it.

use super::body::{BodySearch, OfficeBody};
use super::claim::Ground;
use super::departure::is_removed;
use super::home::{Deputy, as_deputy, body_of_holder};
use super::post::PostBook;
use crate::confidence::{Signal, Signals};
use crate::draft::{DraftClaim, EntityIndex};
use crate::entities::{
    Construction, Holder, OfficePhrase, Tenure, is_word, lower, office_modifier_before,
};
use newsgraph_language::{Deprel, Sentence, Token, Upos, Xpos};
use newsgraph_model::{MentionKind, Modality};
use newsgraph_ontology::{OfficeModifier, OfficeRank, WordList};

fn relation_to_post(tenure: Tenure) -> &'static str {
    if tenure == Tenure::Former {
        "formerlyHeldPost"
    } else {
        "holdsPost"
    }
}

fn signals(construction: Construction, tenure: Tenure, has_body: bool) -> Signals {
    let construction = match construction {
        Construction::Title => Signal::OfficeTitle,
        Construction::Apposition => Signal::OfficeApposition,
        Construction::Copula | Construction::ServesAs => Signal::OfficePredicate,
    };
    Signals::from_iter([construction])
        .and((tenure == Tenure::Former).then_some(Signal::OfficeEnded))
        .and((!has_body).then_some(Signal::OfficeWithoutBody))
}

/// The claims of one holder.
pub(super) fn claims_of_holder(
    search: BodySearch<'_>,
    book: &mut PostBook,
    holder: &Holder,
) -> Vec<DraftClaim> {
    let lexicon = &search.reading.ontology.lexicon;
    let deputy = match as_deputy(search, holder) {
        Deputy::Of(deputy) => Some(deputy),
        Deputy::OfNobodyKnown => return Vec::new(),
        Deputy::No => None,
    };
    let holder = deputy.as_ref().map_or(holder, |(holder, _)| holder);
    let office = &holder.office;
    let body = deputy
        .as_ref()
        .map(|(_, body)| body.clone())
        .or_else(|| body_of_holder(search, holder));
    let tenure = match body.as_ref().map_or(office.tenure, |body| body.tenure) {
        Tenure::Current if is_removed(search, office) => Tenure::Former,
        Tenure::Current if is_over(search, holder) => Tenure::Former,
        Tenure::Current if is_called_past(search, holder, body.as_ref()) => Tenure::Former,
        tenure => tenure,
    };
    let head = &search.reading.sentence(office.sentence).tokens[office.head];
    let noun = lower(head);
    let ground = Ground {
        sentence: office.sentence,
        trigger: body
            .as_ref()
            .map_or_else(|| office.tokens.clone(), |body| body.tokens.clone()),
        head: office.head,
        pattern: if tenure == Tenure::Former {
            "former(a): name -> title"
        } else {
            holder.construction.pattern()
        },
        signals: signals(holder.construction, tenure, body.is_some()),
    };
    let mut claims = Vec::new();
    if lexicon.has(WordList::FounderOffice, &noun) {
        claims.extend(body.map(|body| ground.claim(holder.person, "founds", body.body)));
        return claims;
    }
    if office.plural && body.is_none() {
        return claims;
    }
    let has_post = rank_beside(search, office, body.as_ref()) != OfficeRank::Title
        && (search
            .reading
            .of_noun(head, |noun| {
                lexicon.has(WordList::UntitledOffice, noun).then_some(())
            })
            .is_none()
            || lexicon
                .national_offices
                .contains_key(&office.label.to_lowercase())
            || is_junior(search, office))
        && (office.rank != OfficeRank::Member || is_seat(search, office))
        && (office.rank != OfficeRank::Staff
            || body
                .as_ref()
                .is_some_and(|body| is_served(search, office, body)))
        && !is_party_label(search, office, body.as_ref());
    if has_post {
        let post = book.post(search, office, body.as_ref());
        claims.push(ground.claim(holder.person, relation_to_post(tenure), post));
        if let Some(body) = &body {
            claims.push(ground.claim(post, "postIn", body.body));
        }
    }
    for (relation, body) in affiliations(search, office, body.as_ref(), tenure) {
        claims.push(ground.claim(holder.person, relation, body));
    }
    if tenure == Tenure::Future {
        for claim in claims.iter_mut().filter(|claim| claim.relation != "postIn") {
            claim.factuality.modality = Modality::Planned;
        }
        let won = is_elected(search, office)
            .then(|| claims.iter().find(|claim| claim.relation == "holdsPost"))
            .flatten()
            .map(|claim| ground.claim(claim.subject, "electedTo", claim.object));
        claims.extend(won);
    }
    claims.retain(|claim| claim.subject != claim.object);
    let by_predicate = matches!(
        holder.construction,
        Construction::Copula | Construction::ServesAs
    );
    // That there is the office is presupposed.
    for claim in claims
        .iter_mut()
        .filter(|claim| by_predicate && claim.relation != "postIn")
    {
        claim.predicate = Some(office.head);
    }
    claims
}

/// "deputy leader": parties and councils have such a post, though "leader" says no more than that somebody leads.
fn is_junior(search: BodySearch<'_>, office: &OfficePhrase) -> bool {
    let sentence = search.reading.sentence(office.sentence);
    office
        .tokens
        .clone()
        .take_while(|&token| token < office.head)
        .any(|token| {
            search
                .reading
                .is_listed(&sentence.tokens[token], WordList::JuniorModifier)
        })
}

/// "Ruiz was mayor and treasurer until May": the noun that the verb belongs to.
fn first_office(sentence: &Sentence, head: usize) -> usize {
    let token = &sentence.tokens[head];
    match token.head {
        Some(first)
            if token.deprel == Deprel::Conj && sentence.tokens[first].upos == token.upos =>
        {
            first
        }
        _ => head,
    }
}

/// "Ruiz, previously the mayor of Lima", "Once Lima's mayor, Ruiz", "Ruiz, until May head of the bank"
fn is_called_past(search: BodySearch<'_>, holder: &Holder, body: Option<&OfficeBody>) -> bool {
    /// Words of "until the end of last month".
    const LONGEST_UNTIL: usize = 6;
    let office = &holder.office;
    let tokens = &search.reading.sentence(office.sentence).tokens;
    let first = body.map_or(office.tokens.start, |body| {
        body.tokens.start.min(office.tokens.start)
    });
    let article = first
        .checked_sub(1)
        .is_some_and(|token| is_word(&tokens[token], &["the", "a", "an"]));
    let end = first - usize::from(article);
    let Some(before) = end.checked_sub(1) else {
        return false;
    };
    let begins = |start: usize| {
        start == 0
            || is_word(&tokens[start - 1], &["a", "an", "the"])
            || &*tokens[start - 1].text == ","
    };
    let modifier = office_modifier_before(
        search.reading,
        search.reading.sentence(office.sentence),
        end,
    )
    .filter(|&(modifier, start)| modifier == OfficeModifier::Former && begins(start));
    // "Once President Ruiz had left" begins a clause.
    let apart = tokens[office.tokens.end..]
        .iter()
        .take_while(|token| token.upos != Upos::Verb)
        .any(|token| &*token.text == ",");
    let once = is_word(&tokens[before], &["once"]) && begins(before) && apart;
    let until = (before.saturating_sub(LONGEST_UNTIL)..before)
        .any(|start| is_word(&tokens[start], &["until"]) && begins(start))
        && tokens[before].upos != Upos::Verb;
    modifier.is_some() || once || until
}

/// "Ruiz was mayor of Lima until May", "Ruiz was mayor from 2001 to 2004", "Ruiz, a minister from 2007 to 2011"
fn is_over(search: BodySearch<'_>, holder: &Holder) -> bool {
    let sentence = search.reading.sentence(holder.office.sentence);
    let head = first_office(sentence, holder.office.head);
    let (clause, past) = match holder.construction {
        Construction::Copula => (
            head,
            sentence
                .children_by(head, Deprel::Cop)
                .any(|verb| sentence.tokens[verb].xpos == Xpos::Vbd),
        ),
        Construction::ServesAs => {
            let verb = sentence.tokens[head].head.unwrap_or(head);
            (verb, sentence.tokens[verb].xpos == Xpos::Vbd)
        }
        Construction::Apposition => (head, true),
        Construction::Title => return false,
    };
    let inside = sentence.subtree(clause);
    let has = |words: &[&str]| {
        inside
            .iter()
            .any(|&token| token > head && is_word(&sentence.tokens[token], words))
    };
    let has_year_after = |word: &str| {
        inside.iter().any(|&token| {
            token > head
                && is_word(&sentence.tokens[token], &[word])
                && sentence
                    .tokens
                    .get(token + 1..)
                    .is_some_and(|behind| behind.iter().take(2).any(is_year))
        })
    };
    past && (has(&["until", "till"])
        || has_year_after("from") && has_year_after("to")
        || has_year_after("between"))
}

fn is_year(token: &Token) -> bool {
    token.text.len() == 4 && token.text.chars().all(|digit| digit.is_ascii_digit())
}

/// "President-elect Ruiz": the vote for the office is won.
fn is_elected(search: BodySearch<'_>, office: &OfficePhrase) -> bool {
    let sentence = search.reading.sentence(office.sentence);
    office
        .tokens
        .clone()
        .any(|token| is_word(&sentence.tokens[token], &["elect"]))
}

/// Staff that serve a state rather than come from it: "US spokesman", but "Kenyan researcher".
fn serves_state(search: BodySearch<'_>, office: &OfficePhrase) -> bool {
    has_word_of(search, office, WordList::StateStaff)
}

/// Whether staff beside a body's name are its staff: a state's researcher comes from there.
fn is_served(search: BodySearch<'_>, office: &OfficePhrase, body: &OfficeBody) -> bool {
    !search.is_state(body.body) || serves_state(search, office)
}

/// What the office says beside this body: a "Haitian gang leader" leads a gang, not Haiti.
fn rank_beside(
    search: BodySearch<'_>,
    office: &OfficePhrase,
    body: Option<&OfficeBody>,
) -> OfficeRank {
    let of_state = body.is_some_and(|body| heads_no_whole(search, body.body));
    let label = office.label.to_lowercase();
    let group = search
        .reading
        .ontology
        .lexicon
        .has(WordList::GroupOffice, &label);
    let private = body.is_some_and(|body| is_private_role(search, office, body));
    if of_state && (group || private) {
        OfficeRank::Title
    } else {
        office.rank
    }
}

/// "Mexican director Ana Ruiz", "Polish bishop Jan Nowak": states have presidents, but no managers and bishops.
fn is_private_role(search: BodySearch<'_>, office: &OfficePhrase, body: &OfficeBody) -> bool {
    let adjective = search
        .mentions
        .name_from(office.sentence, body.tokens.start)
        .is_some_and(|name| name.kind == MentionKind::Demonym && name.entity == body.body);
    adjective
        && body.tokens.start < office.tokens.start
        && search.is_listed_office(office, WordList::PrivateOffice)
}

/// "army chief", "foreign policy chief", "sales chief", "marketing head": the head of something in the body, not of the
/// body; of a state's or union's offices only chiefs.
fn heads_a_part(search: BodySearch<'_>, office: &OfficePhrase, body: EntityIndex) -> bool {
    let label = office.label.to_lowercase();
    let Some((field, noun)) = label.rsplit_once(' ') else {
        return label == "director" && search.is(body, "Company");
    };
    if heads_no_whole(search, body) {
        return noun == "chief";
    }
    if search.is(body, "ArmedForce") {
        return false;
    }
    let lexicon = &search.reading.ontology.lexicon;
    let kind = field.rsplit(' ').next().unwrap_or(field);
    let of_whole = lexicon.organisation_nouns.contains_key(kind)
        || search
            .reading
            .ontology
            .lexicon
            .offices
            .get(&label)
            .is_some()
        || matches!(
            kind,
            "acting" | "interim" | "new" | "overall" | "executive" | "longtime"
        );
    matches!(noun, "chief" | "head" | "boss") && !of_whole
}

/// States and unions of states, whose armies and police forces have chiefs of their own.
fn heads_no_whole(search: BodySearch<'_>, body: EntityIndex) -> bool {
    search.is_state(body) || search.is(body, "IntergovernmentalOrganisation")
}

/// Whether a member of a body has an office there: a senator has, a member of a club has not.
pub(super) fn is_seat(search: BodySearch<'_>, office: &OfficePhrase) -> bool {
    has_word_of(search, office, WordList::SeatOffice)
}

fn has_word_of(search: BodySearch<'_>, office: &OfficePhrase, list: WordList) -> bool {
    let label = office.label.to_lowercase();
    let mut words = search.reading.ontology.lexicon.words(list).iter();
    words.any(|word| label.contains(word.as_str()))
}

/// "Labour MP": the party before a seat is no body that has the seat.
fn is_party_label(
    search: BodySearch<'_>,
    office: &OfficePhrase,
    body: Option<&OfficeBody>,
) -> bool {
    office.rank == OfficeRank::Member && body.is_some_and(|body| search.is_party(body.body))
}

/// The relations to bodies that follow from an office.
pub(super) fn affiliations(
    search: BodySearch<'_>,
    office: &OfficePhrase,
    body: Option<&OfficeBody>,
    tenure: Tenure,
) -> Vec<(&'static str, EntityIndex)> {
    let Some(body) = body else {
        return Vec::new();
    };
    let state = search.is_state(body.body);
    let party = search.is_party(body.body);
    let veteran = office.label.ends_with("Veteran") && search.is(body.body, "ArmedForce");
    let relation = match (tenure, rank_beside(search, office, Some(body))) {
        _ if veteran => "formerMemberOf",
        (_, OfficeRank::Title)
            if !state && search.is_listed_office(office, WordList::SufferingNoun) =>
        {
            return Vec::new();
        }
        // "the Shia cleric Ana Ruiz", "a Kurdish activist": no people employs anybody.
        (_, OfficeRank::Title | OfficeRank::Staff | OfficeRank::Official)
            if search.is(body.body, "Group") =>
        {
            return Vec::new();
        }
        (_, OfficeRank::Title) if state => "nationalOf",
        (Tenure::Former, OfficeRank::Member) if !(state && is_seat(search, office)) => {
            "formerMemberOf"
        }
        (Tenure::Former, _) => "formerOfficialOf",
        (_, OfficeRank::Head) if heads_a_part(search, office, body.body) => "officialOf",
        (_, OfficeRank::Head) => "leads",
        (_, OfficeRank::Official) if !state && office.label.ends_with("Commander") => "leads",
        (_, OfficeRank::Official) => "officialOf",
        (_, OfficeRank::Staff) if state && !serves_state(search, office) => "nationalOf",
        (_, OfficeRank::Staff) => "worksFor",
        (_, OfficeRank::Member) if state && is_seat(search, office) => "officialOf",
        (_, OfficeRank::Member) if state => "nationalOf",
        (_, OfficeRank::Member) => "memberOf",
        (_, OfficeRank::Title) if party => "memberOf",
        (_, OfficeRank::Title) => "worksFor",
    };
    // States have nationals, provinces and towns have not: "Texas student Ana Ruiz".
    let mut found = Vec::new();
    if relation != "nationalOf" || search.has_nationals(office.sentence, body) {
        found.push((relation, body.body));
    }
    if let Some(other) = search
        .before(office)
        .filter(|other| other.body != body.body)
    {
        let further = if search.is_state(other.body) {
            "officialOf"
        } else {
            "affiliatedWith"
        };
        found.push((further, other.body));
    }
    found
}
