use super::{Evidence, Gap, GapKind, Gaps};
use crate::draft::{EntityIndex, TokenRef};
use crate::entities::{MentionAt, MentionTable};
use crate::relations::{Catalogue, makes_claims};
use crate::syntax::{Tree, Voice};
use newsgraph_language::{Deprel, Sentence, Upos};
use newsgraph_model::Span;
use rustc_hash::FxHashSet;
use std::collections::BTreeSet;

/// Key of the sentences in which no verb or noun stands between two entities.
const NO_WORD: &str = "no verb or noun between them";

/// The sentences that name two entities and make no claim, by the word that ties the entities together.
pub(super) fn unread_sentences(evidence: Evidence<'_>, mentions: &MentionTable) -> Gaps {
    let claiming = sentences_of_claims(evidence);
    let mut found = Gaps::default();
    for (index, sentence) in evidence.reading.analysis.sentences.iter().enumerate() {
        let named: Vec<&MentionAt> = mentions
            .sentence(index)
            .iter()
            .filter(|mention| counts(evidence, mention))
            .collect();
        let entities: BTreeSet<EntityIndex> = named.iter().map(|mention| mention.entity).collect();
        if !makes_claims(sentence) || entities.len() < 2 {
            continue;
        }
        found.sentences_with_entities += 1;
        if !claiming.contains(&sentence.span) {
            found.sentences_without_claim += 1;
            let tree = Tree::new(sentence, &evidence.reading.ontology.lexicon);
            let search = Search {
                evidence,
                index,
                tree: &tree,
                named: &named,
            };
            found.gaps.extend(search.gaps());
        }
    }
    found
}

fn sentences_of_claims(evidence: Evidence<'_>) -> FxHashSet<Span> {
    let claims = evidence.document.claims.iter();
    claims
        .flat_map(|claim| {
            let further = claim.further_evidence.iter().map(|more| more.sentence);
            std::iter::once(claim.sentence).chain(further)
        })
        .collect()
}

/// Offices and unnamed parties are not what a reader misses a relation between.
fn counts(evidence: Evidence<'_>, mention: &MentionAt) -> bool {
    let draft = evidence.entities.draft(mention.entity);
    draft.class != "Post" && !draft.anonymous
}

/// An entity in a slot of a word, as the pattern grammar names slots.
struct Filler {
    slot: String,
    entity: EntityIndex,
}

/// A word with an entity in two of its slots.
struct Tie {
    token: usize,
    /// "host(v): subj -> obj", or "host(v)" where no slots can be told.
    pattern: String,
    ends: (EntityIndex, EntityIndex),
}

struct Search<'a> {
    evidence: Evidence<'a>,
    index: usize,
    tree: &'a Tree<'a>,
    named: &'a [&'a MentionAt],
}

impl Search<'_> {
    /// One gap for each pattern that would have read the sentence; when there is none, one for the word
    /// above the two entities that stand closest in the tree.
    fn gaps(&self) -> Vec<Gap> {
        let mut ties: Vec<Tie> = (0..self.tree.len())
            .filter(|&token| self.may_trigger(token))
            .filter_map(|token| self.tie(token))
            .collect();
        if ties.is_empty() {
            ties.extend(self.closest_tie());
        }
        if ties.is_empty() {
            return vec![self.gap_without_word()];
        }
        let mut seen = BTreeSet::new();
        ties.iter()
            .filter(|tie| seen.insert(&tie.pattern))
            .map(|tie| self.gap(tie))
            .collect()
    }

    fn may_trigger(&self, token: usize) -> bool {
        matches!(self.tree.upos(token), Upos::Verb | Upos::Noun)
            && !self
                .named
                .iter()
                .any(|mention| mention.tokens.contains(&token))
    }

    fn tie(&self, token: usize) -> Option<Tie> {
        let (trigger, fillers) = if self.tree.is_verb(token) {
            self.slots_of_verb(token)
        } else {
            (self.tree.lemma(token).to_owned(), self.slots_of_noun(token))
        };
        let (first, second) = fillers.iter().enumerate().find_map(|(at, first)| {
            let other = fillers[at + 1..]
                .iter()
                .find(|other| other.slot != first.slot && other.entity != first.entity);
            other.map(|second| (first, second))
        })?;
        let pos = if self.tree.is_verb(token) { 'v' } else { 'n' };
        Some(Tie {
            token,
            pattern: format!("{trigger}({pos}): {} -> {}", first.slot, second.slot),
            ends: (first.entity, second.entity),
        })
    }

    /// The trigger's words ("hand over", "pay tribute") and who stands in which slot, subject first.
    fn slots_of_verb(&self, verb: usize) -> (String, Vec<Filler>) {
        let tree = self.tree;
        let mut trigger = tree.lemma(verb).to_owned();
        for particle in tree.children_by(verb, &[Deprel::CompoundPrt]) {
            trigger = format!("{trigger} {}", tree.lemma(particle));
        }
        let mut fillers = self.fillers("subj", tree.agents(verb));
        let patients = tree.patients(verb);
        fillers.extend(self.fillers("obj", patients.iter().copied()));
        fillers.extend(self.after_prepositions(verb));
        let object = patients
            .first()
            .filter(|_| tree.voice(verb) == Voice::Active);
        if let Some(&object) = object.filter(|&&object| self.is_plain_noun(object)) {
            fillers.extend(self.after_prepositions(object));
            trigger = format!("{trigger} {}", tree.lemma(object));
        }
        (trigger, fillers)
    }

    fn slots_of_noun(&self, noun: usize) -> Vec<Filler> {
        let mut fillers = self.fillers("poss", self.tree.possessors(noun));
        fillers.extend(self.fillers("comp", self.tree.premodifiers(noun)));
        fillers.extend(self.after_prepositions(noun));
        fillers
    }

    fn after_prepositions(&self, head: usize) -> Vec<Filler> {
        let phrases = self
            .tree
            .children_by(head, &[Deprel::Obl, Deprel::OblAgent, Deprel::Nmod]);
        phrases
            .filter_map(|phrase| {
                let preposition = self.tree.preposition(phrase)?;
                // The grammar's slots are single words: "out of" is found by "of".
                let slot = preposition.rsplit(' ').next()?.to_owned();
                Some(self.fillers(&slot, [phrase]))
            })
            .flatten()
            .collect()
    }

    fn fillers(&self, slot: &str, heads: impl IntoIterator<Item = usize>) -> Vec<Filler> {
        heads
            .into_iter()
            .flat_map(|head| self.tree.conjuncts(self.tree.antecedent(head)))
            .flat_map(|head| self.entities_of(head))
            .map(|entity| Filler {
                slot: slot.to_owned(),
                entity,
            })
            .collect()
    }

    fn entities_of(&self, token: usize) -> Vec<EntityIndex> {
        let at = TokenRef {
            sentence: self.index,
            token,
        };
        let mut entities = self.evidence.entities.actors(at);
        entities.retain(|&entity| {
            let draft = self.evidence.entities.draft(entity);
            draft.class != "Post" && !draft.anonymous
        });
        entities
    }

    fn is_plain_noun(&self, token: usize) -> bool {
        self.tree.upos(token) == Upos::Noun && self.entities_of(token).is_empty()
    }

    /// The verb or noun above the two entities with the shortest way between them.
    fn closest_tie(&self) -> Option<Tie> {
        let pairs = self.named.iter().enumerate().flat_map(|(at, first)| {
            self.named[at + 1..]
                .iter()
                .filter(|second| second.entity != first.entity)
                .map(move |second| (*first, *second))
        });
        pairs
            .filter_map(|(first, second)| {
                let (length, top) = self.way_between(first.head, second.head)?;
                let word = matches!(self.tree.upos(top), Upos::Verb | Upos::Noun);
                (word && self.may_trigger(top)).then_some((length, top, first, second))
            })
            .min_by_key(|&(length, top, ..)| (length, top))
            .map(|(_, top, first, second)| Tie {
                token: top,
                pattern: format!(
                    "{}({})",
                    self.tree.lemma(top),
                    if self.tree.is_verb(top) { 'v' } else { 'n' }
                ),
                ends: (first.entity, second.entity),
            })
    }

    /// Length of the way between two tokens of the tree, and the token at its top.
    fn way_between(&self, first: usize, second: usize) -> Option<(usize, usize)> {
        let above_first = self.way_up(first);
        let above_second = self.way_up(second);
        let (up, &top) = above_first
            .iter()
            .enumerate()
            .find(|(_, token)| above_second.contains(token))?;
        let down = above_second.iter().position(|&token| token == top)?;
        Some((up + down, top))
    }

    fn way_up(&self, token: usize) -> Vec<usize> {
        std::iter::successors(Some(token), |&at| self.tree.head(at))
            .take(self.tree.len())
            .collect()
    }

    fn gap(&self, tie: &Tie) -> Gap {
        let sentence = self.tree.sentence;
        Gap {
            kind: GapKind::Relation,
            key: tie.pattern.clone(),
            note: known_for(self.evidence.catalogue, self.tree.lemma(tie.token)),
            detail: self.classes(tie.ends),
            sentence: sentence.span,
            words: sentence.span_of(tie.token..tie.token + 1),
        }
    }

    fn gap_without_word(&self) -> Gap {
        let sentence: &Sentence = self.tree.sentence;
        let first = self.named[0];
        let second = self
            .named
            .iter()
            .find(|other| other.entity != first.entity)
            .unwrap_or(&first);
        Gap {
            kind: GapKind::Relation,
            key: NO_WORD.to_owned(),
            note: None,
            detail: self.classes((first.entity, second.entity)),
            sentence: sentence.span,
            words: sentence.span_of(first.tokens.start..second.tokens.end.max(first.tokens.end)),
        }
    }

    fn classes(&self, (first, second): (EntityIndex, EntityIndex)) -> String {
        let class = |entity| &self.evidence.entities.draft(entity).class;
        format!("{} → {}", class(first), class(second))
    }
}

/// The relations that this word alone expresses by the ontology, when its patterns did not fit here.
fn known_for(catalogue: &Catalogue, lemma: &str) -> Option<String> {
    let relations: BTreeSet<&str> = catalogue
        .triggered_by(lemma)
        .filter(|pattern| pattern.lemmas.len() == 1)
        .map(|pattern| catalogue.relations[pattern.relation].name.as_str())
        .collect();
    let names: Vec<&str> = relations.into_iter().collect();
    (!names.is_empty()).then(|| format!("a word of {} already", names.join(", ")))
}
