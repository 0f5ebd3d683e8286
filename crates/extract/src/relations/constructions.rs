//! Constructions that have no trigger word: "Turin, Italy", "a Syrian airfield".

use super::classes::{ClassId, ClassTest};
use super::compile::CompiledSlot;
use super::fillers::{Filler, Reference};
use super::matching::{End, Match, SentenceMatcher};
use super::slots::Path;
use super::trigger::Trigger;
use crate::draft::{DraftMention, EntityIndex};
use crate::entities::OFFICE_BESIDE_NAME;
use crate::syntax::LONGEST_FRONT;
use newsgraph_language::{Deprel, NameClass, Xpos};
use newsgraph_model::MentionKind;
use newsgraph_ontology::{SlotName, WordList};

/// A mention with the entity it refers to.
#[derive(Clone, Copy)]
struct Mentioned<'a> {
    entity: EntityIndex,
    mention: &'a DraftMention,
}

/// The constructions found in one sentence.
pub(crate) fn matches<'c>(matcher: &SentenceMatcher<'_, 'c>) -> Vec<Match<'c>> {
    let mentions = mentions(matcher);
    let mut found = after_commas(matcher, &mentions);
    found.extend(demonyms(matcher, &mentions));
    found.extend(possessors(matcher, &mentions));
    found
}

fn mentions<'a>(matcher: &'a SentenceMatcher<'_, '_>) -> Vec<Mentioned<'a>> {
    let finder = &matcher.fillers;
    let mut found: Vec<Mentioned<'a>> = (0..matcher.tree.len())
        .flat_map(|head| {
            finder
                .entities
                .referents(finder.at(head))
                .iter()
                .map(move |&entity| (entity, head))
        })
        .filter_map(|(entity, head)| {
            let mention = matcher.fillers.mention(head, entity)?;
            Some(Mentioned { entity, mention })
        })
        .collect();
    found.sort_by_key(|mentioned| (mentioned.mention.tokens.start, mentioned.mention.tokens.end));
    found
}

/// "Fairbanks, Alaska": a place, a comma, the wider place.
fn after_commas<'c>(
    matcher: &SentenceMatcher<'_, 'c>,
    mentions: &[Mentioned<'_>],
) -> Vec<Match<'c>> {
    let tree = matcher.tree;
    let mut found = Vec::new();
    for pattern in matcher.catalogue.construction("comma") {
        for inner in mentions {
            // "two regions, Darfur and Kordofan": the noun means what follows.
            if inner.mention.kind == MentionKind::Nominal {
                continue;
            }
            let comma = inner.mention.tokens.end;
            let follows = comma < tree.len() && &*tree.token(comma).text == ",";
            let Some(outer) = mentions
                .iter()
                .find(|outer| follows && outer.mention.tokens.start == comma + 1)
            else {
                continue;
            };
            // "Kwale, eastern Kenya": the whole of the country is named there too.
            if tree.is_listed(comma + 1, WordList::CompassAdjective)
                && tree.token(comma + 1).text.starts_with(char::is_lowercase)
            {
                continue;
            }
            // "Acme, Utah's largest rival": a possessor begins a description.
            let end = outer.mention.tokens.end;
            if end < tree.len() && tree.xpos(end) == Xpos::Pos {
                continue;
            }
            // "According to Baghdad, Iran attacked", "In Geneva, Iran rejected it": a subject begins its own clause.
            let subject = |mention: &DraftMention| tree.deprel(mention.head) == Deprel::Nsubj;
            let fronted = (1..=LONGEST_FRONT).contains(&inner.mention.tokens.start);
            let and_next = || {
                let next = outer.mention.tokens.end;
                next < tree.len() && tree.deprel(next) == Deprel::Cc
            };
            if (fronted || and_next()) && subject(outer.mention) && !subject(inner.mention) {
                continue;
            }
            // "Ohio, Iowa and Utah" tells of equals.
            let equal = matcher.class(inner.entity) == matcher.class(outer.entity);
            let ends_list = |token: usize| {
                tree.deprel(token) == Deprel::Conj && tree.child_by(token, &[Deprel::Cc]).is_some()
            };
            let goes_on = || {
                let first = tree.head(outer.mention.head);
                let heads = [first, Some(outer.mention.head)].into_iter().flatten();
                let mut further = heads.flat_map(|head| tree.children(head));
                further.any(|&token| token > outer.mention.head && ends_list(token))
            };
            let is_list = ends_list(outer.mention.head)
                || tree.deprel(outer.mention.head) == Deprel::Conj
                    && (equal || and_next())
                    && goes_on();
            let literal =
                |mentioned: &Mentioned<'_>| mentioned.mention.literal.unwrap_or(mentioned.entity);
            let (place, wider) = (literal(inner), literal(outer));
            let fits = matcher.lies_in(place, wider) || matcher.is_district_of(inner, wider);
            if !is_list && place != wider && fits {
                found.push(matcher.construction_match(
                    pattern,
                    (place, inner.mention.head),
                    (wider, outer.mention.head),
                ));
            }
        }
    }
    found
}

/// "a Syrian airfield", "the French parliament": the country before the noun.
fn demonyms<'c>(matcher: &SentenceMatcher<'_, 'c>, mentions: &[Mentioned<'_>]) -> Vec<Match<'c>> {
    let tree = matcher.tree;
    let mut found = Vec::new();
    for pattern in matcher.catalogue.construction("demonym") {
        let relation = &matcher.catalogue.relations[pattern.relation];
        for described in mentions {
            let names_office = described
                .mention
                .reason
                .as_deref()
                .is_some_and(|reason| reason == OFFICE_BESIDE_NAME);
            if described.mention.kind == MentionKind::Pronoun || names_office {
                continue;
            }
            let country = tree
                .premodifiers(described.mention.head)
                .into_iter()
                .flat_map(|modifier| {
                    let at = matcher.fillers.at(modifier);
                    matcher
                        .fillers
                        .entities
                        .referents(at)
                        .iter()
                        .map(move |&entity| (entity, modifier))
                })
                .find(|(entity, modifier)| {
                    matcher
                        .fillers
                        .mention(*modifier, *entity)
                        .is_some_and(|mention| mention.kind == MentionKind::Demonym)
                });
            let Some((country, modifier)) = country else {
                continue;
            };
            let classes = &matcher.catalogue.classes;
            let stands_beside = modifier + 1 == described.mention.tokens.start
                || described.mention.tokens.contains(&modifier);
            // "Peruvian Ana Ruiz" tells of her, "Peruvian president Ana Ruiz" of her office.
            let is_office_holder = matcher.is(described.entity, "Person")
                && !tree.sentence.outer_names().any(|name| {
                    name.class == NameClass::Person && name.tokens.start == modifier + 1
                });
            let slot_class = class_of_first(&pattern.subject);
            let fits = country != described.entity
                && classes.admits(slot_class, matcher.class(described.entity))
                && stands_beside
                && !is_office_holder
                && !(relation.domain_is_any() && matcher.is(described.entity, "Organisation"))
                && classes.admits(relation.domain, matcher.class(described.entity))
                && classes.admits(relation.range, matcher.class(country))
                && (!relation.domain_is_any() || matcher.lies_in(described.entity, country));
            if fits {
                found.push(matcher.construction_match(
                    pattern,
                    (described.entity, described.mention.head),
                    (country, modifier),
                ));
            }
        }
    }
    found
}

/// "the party's Jan Novak", "the firm's Aurora 9": a name with the body it belongs to as its possessor.
fn possessors<'c>(matcher: &SentenceMatcher<'_, 'c>, mentions: &[Mentioned<'_>]) -> Vec<Match<'c>> {
    let mut found = Vec::new();
    for pattern in matcher.catalogue.construction("possessor") {
        let relation = &matcher.catalogue.relations[pattern.relation];
        let subject = (class_of_first(&pattern.subject), relation.domain);
        let object = (class_of_first(&pattern.object), relation.range);
        let owner_first = pattern
            .subject
            .first()
            .is_some_and(|slot| slot.name == SlotName::Possessor);
        let (owner_classes, owned_classes) = match owner_first {
            true => (subject, object),
            false => (object, subject),
        };
        for owned in mentions {
            if owned.mention.kind != MentionKind::Name
                || !matcher.admits(owned_classes, owned.entity)
            {
                continue;
            }
            let Some(owner) = matcher.owner_of(owned, owner_classes) else {
                continue;
            };
            let owned = (owned.entity, owned.mention.head);
            let (subject, object) = match owner_first {
                true => (owner, owned),
                false => (owned, owner),
            };
            found.push(matcher.construction_match(pattern, subject, object));
        }
    }
    found
}

fn class_of_first(slots: &[CompiledSlot]) -> ClassTest {
    slots.first().map_or(ClassTest::Any, |slot| slot.class)
}

impl<'c> SentenceMatcher<'_, 'c> {
    /// The possessor of a name, and where it stands, when it is of both classes.
    fn owner_of(
        &self,
        owned: &Mentioned<'_>,
        classes: (ClassTest, ClassTest),
    ) -> Option<(EntityIndex, usize)> {
        let head = owned.mention.head;
        let noun = self
            .is(owned.entity, "Artefact")
            .then(|| self.tree.kind_beside(head))
            .flatten();
        let owners = [Some(head), noun].into_iter().flatten();
        owners
            .flat_map(|head| self.tree.possessors(head))
            .flat_map(|owner| {
                let entities = self.fillers.entities;
                let referents = entities.referents(self.fillers.at(owner));
                referents.iter().map(move |&entity| (entity, owner))
            })
            .find(|(entity, _)| self.admits(classes, *entity))
            .filter(|(entity, _)| *entity != owned.entity)
    }

    fn admits(&self, (slot, relation): (ClassTest, ClassTest), entity: EntityIndex) -> bool {
        let classes = &self.catalogue.classes;
        let class = self.class(entity);
        classes.admits(slot, class) && classes.admits(relation, class)
    }

    fn class(&self, entity: EntityIndex) -> Option<ClassId> {
        self.fillers.classes[entity.0]
    }

    pub(crate) fn is(&self, entity: EntityIndex, class: &str) -> bool {
        let classes = &self.catalogue.classes;
        match (self.class(entity), classes.id(class)) {
            (Some(own), Some(wanted)) => classes.is_a(own, wanted),
            _ => false,
        }
    }

    /// Whether an entity of the first one's class can lie in a place of the second one's: a city in a
    /// country, not a country in a city, and nobody at all in a person.
    pub(crate) fn lies_in(&self, inner: EntityIndex, outer: EntityIndex) -> bool {
        match (self.extent(inner), self.extent(outer)) {
            (Some(inner), Some(outer)) => {
                outer > 0 && (inner < outer || (inner == 2 && outer == 2))
            }
            _ => false,
        }
    }

    /// "Shahdara district, Delhi": cities have districts, though other territories lie in none.
    fn is_district_of(&self, inner: &Mentioned<'_>, outer: EntityIndex) -> bool {
        let last = inner.mention.tokens.end - 1;
        self.tree.is_word(last, "district")
            && self.is(inner.entity, "Territory")
            && self.is(outer, "City")
    }

    /// 0 for buildings, features and bodies, 1 for cities, 2 for territories, 3 for countries.
    fn extent(&self, entity: EntityIndex) -> Option<u8> {
        let is = |class: &str| self.is(entity, class);
        if is("Country") {
            Some(3)
        } else if is("Territory") {
            Some(2)
        } else if is("City") {
            Some(1)
        } else if is("ArmedForce") || is("PoliticalOrganisation") {
            // Forces and parties act in places; they do not lie there.
            None
        } else if is("NaturalFeature") || is("Facility") || is("Organisation") {
            Some(0)
        } else {
            None
        }
    }

    fn construction_match(
        &self,
        pattern: &'c super::compile::CompiledPattern,
        (subject, subject_head): (EntityIndex, usize),
        (object, object_head): (EntityIndex, usize),
    ) -> Match<'c> {
        let end = |entity, head| End {
            filler: Filler {
                entity,
                head,
                reference: Reference::Name,
            },
            path: Path::Direct,
        };
        Match {
            relation: pattern.relation,
            pattern,
            trigger: Trigger {
                head: object_head,
                companions: Vec::new(),
            },
            subject: end(subject, subject_head),
            object: end(object, object_head),
            paired: false,
        }
    }
}
