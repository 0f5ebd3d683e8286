//! The body an office belongs to when no words around it name one: told elsewhere in the article, by the office
//! itself, or because no other state is in play.

use super::body::{BodySearch, OfficeBody};
use crate::draft::{EntityIndex, TokenRef};
use crate::entities::{Holder, OfficePhrase, Tenure, country_before_name, is_word};
use newsgraph_language::{Deprel, Sentence, Upos};
use newsgraph_model::MentionKind;
use newsgraph_ontology::{OfficeRank, WordList};

/// Someone's office with the body that the text names for it.
#[derive(Clone, Debug)]
pub(super) struct KnownOffice {
    person: EntityIndex,
    sentence: usize,
    /// The office as a post's name has it, and in lower case.
    title: String,
    label: String,
    rank: OfficeRank,
    tenure: Tenure,
    body: EntityIndex,
}

/// The holders of the article beside whose office a body is named, in order of the text.
pub(super) fn known_offices(search: BodySearch<'_>, holders: &[Vec<Holder>]) -> Vec<KnownOffice> {
    holders
        .iter()
        .flatten()
        .filter_map(|holder| {
            let OfficeBody { body, tenure, .. } = search.named(&holder.office)?;
            Some(KnownOffice {
                person: holder.person,
                sentence: holder.office.sentence,
                title: holder.office.label.clone(),
                label: holder.office.label.to_lowercase(),
                rank: holder.office.rank,
                tenure,
                body,
            })
        })
        .collect()
}

/// The body that the words around a holder's office name, else the one that the same person's office has
/// elsewhere, else the state meant.
pub(super) fn body_of_holder(search: BodySearch<'_>, holder: &Holder) -> Option<OfficeBody> {
    search.named(&holder.office).or_else(|| {
        let told = told_elsewhere(search, holder)
            .or_else(|| shared_state(search, holder))
            .or_else(|| side(search, holder))
            .or_else(|| home_state(search, &holder.office))
            .or_else(|| employer(search, &holder.office))
            .or_else(|| only_firm(search, &holder.office))
            // "presidents Ruiz and Okoro" have a state each.
            .filter(|_| !holder.office.plural);
        told.map(|body| beside(&holder.office, body))
    })
}

/// Whether a holder is somebody's deputy: "the minister and his deputy Ana Ruiz".
pub(super) enum Deputy {
    No,
    /// Of a person of whom the article names no office in a body.
    OfNobodyKnown,
    /// With the office that follows from the other's, and its body.
    Of((Holder, OfficeBody)),
}

/// The office of somebody's deputy: that of the other, as deputy, in the same body.
pub(super) fn as_deputy(search: BodySearch<'_>, holder: &Holder) -> Deputy {
    let office = &holder.office;
    let possessor = office.tokens.start.checked_sub(1).filter(|&before| {
        let word = &search.reading.sentence(office.sentence).tokens[before];
        is_word(word, &["his", "her"]) && office.label == "Deputy"
    });
    let Some(token) = possessor else {
        return Deputy::No;
    };
    let referents = search.entities.referents(TokenRef {
        sentence: office.sentence,
        token,
    });
    let known = search.known.iter().find(|known| {
        referents == [known.person]
            && known.person != holder.person
            && known.rank != OfficeRank::Title
    });
    let Some(known) = known else {
        return Deputy::OfNobodyKnown;
    };
    let office = OfficePhrase {
        label: format!("Deputy {}", known.title),
        rank: OfficeRank::Official,
        tenure: known.tenure,
        ..office.clone()
    };
    let body = beside(&office, known.body);
    Deputy::Of((
        Holder {
            office,
            ..holder.clone()
        },
        body,
    ))
}

/// The body that the words around an office name, else the state meant.
pub(super) fn body_of_office(search: BodySearch<'_>, office: &OfficePhrase) -> Option<OfficeBody> {
    search.named(office).or_else(|| {
        home_state(search, office)
            .or_else(|| employer(search, office))
            .or_else(|| only_firm(search, office))
            .map(|body| beside(office, body))
    })
}

/// The body that gives the office to its holder or takes it away: "Acme sacked chief executive Ana Ruiz".
fn employer(search: BodySearch<'_>, office: &OfficePhrase) -> Option<EntityIndex> {
    let sentence = search.reading.sentence(office.sentence);
    let phrase = holder_head(sentence, office.head);
    let verb = sentence.tokens[phrase].head?;
    let listed = |list| search.reading.is_listed_lemma(&sentence.tokens[verb], list);
    let object = sentence.tokens[phrase].deprel;
    let bears = matches!(object, Deprel::Obj | Deprel::Obl | Deprel::Xcomp)
        && (listed(WordList::AppointmentVerb) || listed(WordList::RemovalVerb))
        && !is_state_office(search, office);
    let subject = sentence
        .children_by(verb, Deprel::Nsubj)
        .next()
        .filter(|_| bears)?;
    let at = TokenRef {
        sentence: office.sentence,
        token: subject,
    };
    let is_a = |entity: EntityIndex, class| {
        let own = &search.entities.draft(entity).class;
        search.reading.is_a(own, class)
    };
    match search.entities.referents(at) {
        [one]
            if is_a(*one, "Organisation")
                && !is_a(*one, "GeopoliticalEntity")
                && !is_a(*one, "GovernmentAgency")
                && !is_a(*one, "Government") =>
        {
            Some(*one)
        }
        _ => None,
    }
}

/// The firm that an article tells of, for an office that only firms have: the only one up to there, or by far the most
/// often named.
fn only_firm(search: BodySearch<'_>, office: &OfficePhrase) -> Option<EntityIndex> {
    if !search.is_of_firm(office) {
        return None;
    }
    let mut named: Vec<(usize, EntityIndex)> = (0..search.entities.drafts.len())
        .map(EntityIndex)
        .filter(|&entity| search.is(entity, "Company"))
        .map(|entity| {
            let mentions = search.entities.draft(entity).mentions.iter();
            let before = mentions.filter(|mention| mention.sentence <= office.sentence);
            (before.count(), entity)
        })
        .filter(|(mentions, _)| *mentions > 0)
        .collect();
    named.sort_by_key(|&(mentions, entity)| (std::cmp::Reverse(mentions), entity));
    match named.as_slice() {
        [(_, only)] => Some(*only),
        [(most, first), (next, _), ..] if *most >= DOMINANT_MENTIONS && *most >= 2 * next => {
            Some(*first)
        }
        _ => None,
    }
}

fn beside(office: &OfficePhrase, body: EntityIndex) -> OfficeBody {
    OfficeBody {
        body,
        tokens: office.tokens.clone(),
        tenure: office.tenure,
    }
}

/// The body of the same office of the same person, or the state of another office of theirs in a state.
fn told_elsewhere(search: BodySearch<'_>, holder: &Holder) -> Option<EntityIndex> {
    let label = holder.office.label.to_lowercase();
    let own = || {
        search
            .known
            .iter()
            .filter(|known| known.person == holder.person)
    };
    own()
        .find(|known| known.label == label)
        .or_else(|| {
            own().find(|known| known.label.ends_with(&label) && known.rank == holder.office.rank)
        })
        .or_else(|| {
            own().find(|known| {
                is_state_office(search, &holder.office)
                    && known.rank != OfficeRank::Title
                    && search.is_country(known.body)
            })
        })
        .map(|known| known.body)
}

/// The state of the official whom the holder is coordinated with: "Kenyan minister Ana Ruiz and former ports
/// secretary Paul Okoro".
fn shared_state(search: BodySearch<'_>, holder: &Holder) -> Option<EntityIndex> {
    let office = &holder.office;
    if !(office.rank == OfficeRank::Official || is_state_office(search, office)) {
        return None;
    }
    let sentence = search.reading.sentence(office.sentence);
    let name = &sentence.tokens[holder_head(sentence, office.head)];
    let other = name.head.filter(|_| name.deprel == Deprel::Conj)?;
    let [person] = search.entities.referents(TokenRef {
        sentence: office.sentence,
        token: other,
    }) else {
        return None;
    };
    search
        .known
        .iter()
        .find(|known| {
            known.person == *person
                && known.sentence == office.sentence
                && search.is_country(known.body)
                && known.rank != OfficeRank::Title
        })
        .map(|known| known.body)
}

/// The state that the words before the holder's name give elsewhere: "his Kenyan counterpart Ana Ruiz".
fn side(search: BodySearch<'_>, holder: &Holder) -> Option<EntityIndex> {
    is_state_office(search, &holder.office)
        .then(|| {
            country_before_name(
                search.reading,
                search.entities,
                search.mentions,
                holder.person,
            )
        })
        .flatten()
}

/// The state an office belongs to by what it is called, or the only one that can be meant.
fn home_state(search: BodySearch<'_>, office: &OfficePhrase) -> Option<EntityIndex> {
    national(search, office).or_else(|| {
        is_state_office(search, office)
            .then(|| only_country(search, office))
            .flatten()
    })
}

/// The state that alone has an office of this name, where the article names it.
fn national(search: BodySearch<'_>, office: &OfficePhrase) -> Option<EntityIndex> {
    let ontology = search.reading.ontology;
    let state = ontology
        .lexicon
        .national_offices
        .get(&office.label.to_lowercase())?;
    let entries = ontology.gazetteer.lookup(state);
    search
        .entities
        .drafts
        .iter()
        .position(|draft| {
            !draft.mentions.is_empty() && draft.gazetteer.is_some_and(|id| entries.contains(&id))
        })
        .map(EntityIndex)
}

/// Whether an office belongs to a state unless the text names another body.
pub(super) fn is_state_office(search: BodySearch<'_>, office: &OfficePhrase) -> bool {
    let label = office.label.to_lowercase();
    let words: Vec<&str> = label.split(' ').collect();
    let offices = search.reading.ontology.lexicon.words(WordList::StateOffice);
    !search.is_of_firm(office)
        && (0..words.len()).any(|start| offices.contains(&words[start..].join(" ")))
        || words.contains(&"minister")
        || office.rank == OfficeRank::Official && words.first() == Some(&"national")
}

/// The only country that can be meant: no other is named, or acts beside the office, or comes near it in number.
fn only_country(search: BodySearch<'_>, office: &OfficePhrase) -> Option<EntityIndex> {
    let named: Vec<(EntityIndex, usize)> = (0..search.entities.drafts.len())
        .map(EntityIndex)
        .filter(|&entity| search.is_country(entity))
        .map(|entity| (entity, search.entities.draft(entity).mentions.len()))
        .filter(|(_, mentions)| *mentions > 0)
        .collect();
    let all = named.len();
    let named: Vec<(EntityIndex, usize)> = named
        .into_iter()
        .filter(|&(entity, _)| !only_beside_others(search, office, entity))
        .filter(|&(entity, _)| !is_destination(search, office, entity))
        .collect();
    let vacant: Vec<EntityIndex> = named
        .iter()
        .map(|(entity, _)| *entity)
        .filter(|&entity| !has_other_holder(search, office, entity))
        .collect();
    if named.is_empty() {
        return only_territory(search).filter(|_| is_territorial(office));
    }
    let acting = acting_countries(search, office.sentence);
    match vacant.as_slice() {
        [alone] if all == 1 || acting.iter().any(|(entity, _)| entity == alone) => Some(*alone),
        [_] => None,
        _ => acting_beside(search, office, &acting).or_else(|| dominant(search, office, &named)),
    }
}

/// Whether a country is named only by its adjective before other people who do not tell whose state is meant: behind
/// the office ("President Obama met German Chancellor Merkel"), or without an office of the state ("the British doctor
/// Paul Ames").
fn only_beside_others(search: BodySearch<'_>, office: &OfficePhrase, country: EntityIndex) -> bool {
    const REACH: usize = 5;
    let draft = search.entities.draft(country);
    draft.mentions.iter().all(|mention| {
        let end = mention.tokens.end;
        let tokens = &search.reading.sentence(mention.sentence).tokens;
        let inside = search.mentions.names(mention.sentence).any(|name| {
            name.tokens.len() > mention.tokens.len() && name.tokens.contains(&mention.tokens.start)
        });
        let person = search.mentions.names(mention.sentence).find(|name| {
            (end..end + REACH).contains(&name.tokens.start)
                && search.is(name.entity, "Person")
                && !inside
                && tokens[end..name.tokens.start]
                    .iter()
                    .all(|word| !matches!(word.upos, Upos::Verb | Upos::Aux | Upos::Punct))
        });
        let beside_office = mention.sentence == office.sentence
            && (mention.tokens.start..end + REACH).contains(&office.tokens.start);
        let behind =
            (mention.sentence, mention.tokens.start) > (office.sentence, office.tokens.start);
        let official = person.is_some_and(|person| {
            let phrases = search.offices.sentence(mention.sentence).iter();
            let mut between = phrases.filter(|other| {
                other.tokens.start >= end && other.tokens.end <= person.tokens.start
            });
            between.any(|other| {
                let public = matches!(
                    other.rank,
                    OfficeRank::Head | OfficeRank::Official | OfficeRank::Staff
                );
                public && !search.is_listed_office(other, WordList::PrivateOffice)
            })
        });
        mention.kind == MentionKind::Demonym
            && person.is_some()
            && !beside_office
            && (behind || !official)
    })
}

/// Whether a country is named only as where the holder goes: "President Ruiz arrived in Lima, Peru", "visited Peru".
fn is_destination(search: BodySearch<'_>, office: &OfficePhrase, country: EntityIndex) -> bool {
    let sentence = search.reading.sentence(office.sentence);
    let holder = holder_head(sentence, office.head);
    let Some(verb) = sentence.tokens[holder].head.filter(|&verb| {
        acts(sentence, holder)
            && search
                .reading
                .is_listed_lemma(&sentence.tokens[verb], WordList::ComingVerb)
    }) else {
        return false;
    };
    let is_goal = |token: usize| {
        let above = std::iter::successors(Some(token), |&at| sentence.tokens[at].head);
        above.take_while(|&at| at != verb).any(|at| {
            sentence.tokens[at].head == Some(verb)
                && matches!(sentence.tokens[at].deprel, Deprel::Obl | Deprel::Obj)
        })
    };
    let mentions = &search.entities.draft(country).mentions;
    mentions.iter().all(|mention| {
        mention.sentence == office.sentence
            && mention.kind == MentionKind::Name
            && is_goal(mention.head)
    })
}

/// Whether parts of states have such an office too: a premier, a health minister, but no president.
fn is_territorial(office: &OfficePhrase) -> bool {
    let label = office.label.to_lowercase();
    let national = ["prime", "foreign", "defence", "defense"];
    let minister = label.contains("minister") && !national.iter().any(|word| label.contains(word));
    minister || label.contains("premier")
}

/// The only territory of an article that names no country: it has a premier of its own.
fn only_territory(search: BodySearch<'_>) -> Option<EntityIndex> {
    let mut territories = (0..search.entities.drafts.len())
        .map(EntityIndex)
        .filter(|&entity| search.is(entity, "Territory"))
        .filter(|&entity| !search.entities.draft(entity).mentions.is_empty());
    let one = territories.next()?;
    territories.next().is_none().then_some(one)
}

/// Whether the article gives this very office of the country to somebody: each state has one president.
fn has_other_holder(search: BodySearch<'_>, office: &OfficePhrase, country: EntityIndex) -> bool {
    let label = office.label.to_lowercase();
    office.tenure == Tenure::Current
        && search.known.iter().any(|known| {
            known.body == country && known.tenure == Tenure::Current && known.label == label
        })
}

/// The country that most mentions of countries mean, where the office's sentence names no other.
fn dominant(
    search: BodySearch<'_>,
    office: &OfficePhrase,
    countries: &[(EntityIndex, usize)],
) -> Option<EntityIndex> {
    let all: usize = countries.iter().map(|(_, mentions)| mentions).sum();
    let (main, mentions) = countries
        .iter()
        .max_by_key(|(entity, mentions)| (*mentions, std::cmp::Reverse(*entity)))?;
    let most = *mentions >= DOMINANT_MENTIONS && mentions * 4 >= all * 3;
    let another_beside = search
        .mentions
        .names(office.sentence)
        .any(|mention| mention.entity != *main && search.is_country(mention.entity));
    (most && !another_beside).then_some(*main)
}

/// Mentions from which a country or firm can be what an article is about.
const DOMINANT_MENTIONS: usize = 3;

/// The countries that act or own something in a sentence, with the token that does.
fn acting_countries(search: BodySearch<'_>, index: usize) -> Vec<(EntityIndex, usize)> {
    let sentence = search.reading.sentence(index);
    let mentions = search.mentions.names(index);
    mentions
        .filter(|mention| search.is_country(mention.entity))
        .filter(|mention| {
            let deprel = sentence.tokens[mention.head].deprel;
            let owner = matches!(deprel, Deprel::NmodPoss | Deprel::Amod | Deprel::Compound);
            owner || acts(sentence, mention.head)
        })
        .map(|mention| (mention.entity, mention.head))
        .collect()
}

/// The only country that acts in a sentence in which the office's holder acts too: "Kenya closed the port after
/// president Ana Ruiz visited Chile."
fn acting_beside(
    search: BodySearch<'_>,
    office: &OfficePhrase,
    acting: &[(EntityIndex, usize)],
) -> Option<EntityIndex> {
    let sentence = search.reading.sentence(office.sentence);
    let &(first, head) = acting.first()?;
    let alone = acting.iter().all(|(other, _)| *other == first);
    let both_act = acts(sentence, head) && acts(sentence, holder_head(sentence, office.head));
    (alone && both_act && head < office.head && office.tenure == Tenure::Current).then_some(first)
}

/// The head of the name that an office stands before or behind.
pub(super) fn holder_head(sentence: &Sentence, office: usize) -> usize {
    let token = &sentence.tokens[office];
    match token.deprel {
        Deprel::NmodDesc | Deprel::Compound | Deprel::Flat | Deprel::Appos | Deprel::Amod => {
            token.head.unwrap_or(office)
        }
        _ => office,
    }
}

/// Whether a token is the subject or agent of a verb.
fn acts(sentence: &Sentence, token: usize) -> bool {
    let deprel = sentence.tokens[token].deprel;
    deprel.is("nsubj") || deprel == Deprel::OblAgent
}
