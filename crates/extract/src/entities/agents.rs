//! Phrases without an entity of their own that act for a state or body: "Russian troops", "an Iranian
//! missile", "officials in Nairobi".

use super::mention_table::MentionTable;
use super::reading::{Reading, is_word, lower, lower_lemma};
use super::reference::is_open_noun;
use crate::draft::{Entities, EntityIndex, TokenRef};
use newsgraph_language::{Deprel, Sentence};
use newsgraph_ontology::{OfficeRank, WordList};

/// Finds for each phrase without referents the state or body it acts for.
pub(super) fn link_agents(reading: Reading<'_>, entities: &mut Entities) {
    let mentions = MentionTable::of(entities, reading.analysis.sentences.len());
    for index in 0..reading.analysis.sentences.len() {
        let sentence = reading.sentence(index);
        for token in 0..sentence.tokens.len() {
            let at = TokenRef {
                sentence: index,
                token,
            };
            let open = is_open_noun(reading, entities, &mentions, at);
            if !open {
                continue;
            }
            let mut owners = owners_of(reading, sentence, entities, at);
            if owners.is_empty() {
                owners = who_launches(reading, sentence, entities, at);
            }
            if !owners.is_empty() {
                entities.acting_for.insert(at, owners);
            }
        }
    }
}

/// The states or bodies that a noun's modifier, possessor or "of" phrase names: one, or all that are coordinated
/// ("Kenyan and Ugandan troops").
fn owners_of(
    reading: Reading<'_>,
    sentence: &Sentence,
    entities: &Entities,
    at: TokenRef,
) -> Vec<EntityIndex> {
    let former = sentence
        .children(at.token)
        .any(|child| is_word(&sentence.tokens[child], &["former", "ex", "retired"]));
    let acts = is_agent_noun(reading, sentence, at.token);
    let is_member = reading.is_listed(&sentence.tokens[at.token], WordList::MemberNoun);
    let leaders = leaders_of(reading, sentence, entities, at);
    if !leaders.is_empty() {
        return leaders;
    }
    if former || !(acts || is_member) {
        return Vec::new();
    }
    let is_irregular = reading.is_listed(&sentence.tokens[at.token], WordList::IrregularNoun);
    let owner = |child: usize| {
        let referents = entities.referents(TokenRef {
            sentence: at.sentence,
            token: child,
        });
        match referents {
            // "Syrian rebels" are not Syria.
            [one]
                if is_irregular
                    && reading.is_a(&entities.draft(*one).class, "GeopoliticalEntity") =>
            {
                None
            }
            [one] if acts && can_act(reading, entities, *one) => Some(*one),
            [one] if is_member && is_armed_group(reading, entities, *one) => Some(*one),
            _ => None,
        }
    };
    // "two officers in Lima were shot", "militias in Jordan": who undergoes something in a place does not act for it,
    // nor do forces that are there.
    let noun = &sentence.tokens[at.token];
    let undergoes = matches!(noun.deprel, Deprel::Obj | Deprel::NsubjPass);
    let is_force = reading.is_listed(noun, WordList::ForceNoun);
    let joining: &[&str] = if undergoes || is_force {
        &["of", "from"]
    } else {
        &["of", "from", "in"]
    };
    let names_owner = |&child: &usize| match sentence.tokens[child].deprel {
        Deprel::Amod | Deprel::Compound | Deprel::NmodPoss | Deprel::NmodDesc => true,
        Deprel::Nmod => sentence
            .children_by(child, Deprel::Case)
            .any(|case| is_word(&sentence.tokens[case], joining)),
        _ => false,
    };
    let owning: Vec<usize> = sentence
        .children(at.token)
        .filter(names_owner)
        .filter(|&child| owner(child).is_some())
        .collect();
    // "mostly Turkish Vega rebels" act for Vega.
    let is_body = |&&child: &&usize| {
        owner(child).is_some_and(|entity| entities.draft(entity).class != "Group")
    };
    let Some(&first) = owning.iter().find(is_body).or(owning.first()) else {
        return Vec::new();
    };
    std::iter::once(first)
        .chain(sentence.children_by(first, Deprel::Conj))
        .filter_map(owner)
        .collect()
}

/// "the Kenya-led coalition": who leads a coalition acts by it.
fn leaders_of(
    reading: Reading<'_>,
    sentence: &Sentence,
    entities: &Entities,
    coalition: TokenRef,
) -> Vec<EntityIndex> {
    if !reading.is_listed(&sentence.tokens[coalition.token], WordList::CoalitionNoun) {
        return Vec::new();
    }
    sentence
        .children(coalition.token)
        .filter(|&child| is_word(&sentence.tokens[child], &["led"]))
        .filter_map(|led| sentence.children(led).find(|&name| name < led))
        .flat_map(|token| {
            let sentence = coalition.sentence;
            entities.referents(TokenRef { sentence, token }).to_vec()
        })
        .filter(|&entity| can_act(reading, entities, entity))
        .collect()
}

/// "Al-Shabaab fired mortars that hit a base": weapons without an owner act for whoever uses them.
fn who_launches(
    reading: Reading<'_>,
    sentence: &Sentence,
    entities: &Entities,
    at: TokenRef,
) -> Vec<EntityIndex> {
    let noun = &sentence.tokens[at.token];
    let launch = noun.head.filter(|&verb| {
        noun.deprel == Deprel::Obj
            && reading.is_listed_lemma(&sentence.tokens[verb], WordList::LaunchVerb)
    });
    let is_weapon = [lower(noun), lower_lemma(noun)].iter().any(|word| {
        let lexicon = &reading.ontology.lexicon;
        lexicon.has(WordList::InstrumentNoun, word)
    });
    let subject = launch
        .filter(|_| is_weapon)
        .and_then(|verb| sentence.children_by(verb, Deprel::Nsubj).next());
    let referents = subject.map_or(&[][..], |token| {
        entities.referents(TokenRef {
            sentence: at.sentence,
            token,
        })
    });
    let acting = |&entity: &EntityIndex| can_act(reading, entities, entity);
    referents.iter().copied().filter(acting).collect()
}

fn can_act(reading: Reading<'_>, entities: &Entities, entity: EntityIndex) -> bool {
    let class = entities.draft(entity).class.as_str();
    ["Organisation", "Country", "Territory", "Group"]
        .iter()
        .any(|kind| reading.is_a(class, kind))
}

fn is_armed_group(reading: Reading<'_>, entities: &Entities, entity: EntityIndex) -> bool {
    reading.is_a(&entities.draft(entity).class, "ArmedGroup")
}

/// Forces, envoys, officials and weapons act for whoever sends or uses them; other people only as those who act:
/// two arrested Kenyan students are not Kenya.
fn is_agent_noun(reading: Reading<'_>, sentence: &Sentence, token: usize) -> bool {
    let noun = &sentence.tokens[token];
    let lexicon = &reading.ontology.lexicon;
    let words = [lower(noun), lower_lemma(noun)];
    let undergoes = noun.deprel == Deprel::Obj || noun.deprel == Deprel::NsubjPass;
    let acts = noun.deprel == Deprel::Nsubj || noun.deprel == Deprel::OblAgent;
    let whose_fate = noun.deprel == Deprel::Nmod
        && sentence
            .children_by(token, Deprel::Case)
            .any(|case| is_word(&sentence.tokens[case], &["of", "by"]));
    words.iter().any(|word| {
        let word = &**word;
        let official = lexicon
            .offices
            .get(word)
            .is_some_and(|office| matches!(office.rank, OfficeRank::Head | OfficeRank::Official));
        let person = lexicon.person_nouns.contains_key(word) || lexicon.offices.get(word).is_some();
        lexicon.has(WordList::ForceNoun, word)
            || lexicon.has(WordList::InstrumentNoun, word)
            || official
            || person
                && !undergoes
                && !((acts || whose_fate) && lexicon.has(WordList::CivilianNoun, word))
    })
}
