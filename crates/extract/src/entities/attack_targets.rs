//! Where an attack took place or whom it hit, for the noun that names it: "a bombing in Kano", and in a later sentence
//! "the attack", so that who "claims responsibility for the attack" is known to have struck there.

use super::reading::Reading;
use crate::draft::{Entities, EntityIndex, TokenRef};
use crate::syntax::{Tree, lower_lemma};
use newsgraph_language::{Deprel, Token, Upos};
use newsgraph_ontology::WordList;
use rustc_hash::FxHashMap;

/// Prepositions before whom or what an attack is aimed at.
const AIMS: [&str; 3] = ["on", "against", "at"];
/// Prepositions before the place of an attack, or of the site it is aimed at.
const PLACES: [&str; 6] = ["in", "at", "near", "outside", "inside", "on"];
/// How far a place is looked for inside a phrase: "on a base in the north of Kano".
const DEPTH: usize = 3;
/// In how many sentences "the attack" still means the one told of before.
const MEMORY: usize = 2;

/// Notes for the nouns that name an attack what it hit.
pub(super) fn find_attack_targets(reading: Reading<'_>, entities: &mut Entities) {
    let lexicon = &reading.ontology.lexicon;
    let mut targets: FxHashMap<TokenRef, EntityIndex> = FxHashMap::default();
    let mut last: Option<(usize, EntityIndex)> = None;
    for (index, sentence) in reading.analysis.sentences.iter().enumerate() {
        if !sentence.region.makes_claims() {
            continue;
        }
        let tells_of_attack =
            |word: &Token| is_attack(reading, word) || is_violent_verb(reading, word);
        if !sentence.tokens.iter().any(tells_of_attack) {
            continue;
        }
        let tree = Tree::new(sentence, lexicon);
        let search = Search {
            reading,
            entities,
            tree: &tree,
            index,
        };
        for (token, word) in sentence.tokens.iter().enumerate() {
            if is_violent_verb(reading, word) {
                last = search
                    .place_of_verb(token)
                    .map(|place| (index, place))
                    .or(last);
            }
            if !is_attack(reading, word) {
                continue;
            }
            let own = search.target(token);
            let target = own.or_else(|| {
                let (told, place) = last?;
                (search.is_definite(token) && index - told <= MEMORY).then_some(place)
            });
            if let Some(target) = target {
                last = Some((index, target));
                let at = TokenRef {
                    sentence: index,
                    token,
                };
                targets.insert(at, target);
            }
        }
    }
    entities.attack_targets = targets;
}

/// "a bombing", "the raid"
fn is_attack(reading: Reading<'_>, word: &Token) -> bool {
    let classes = &reading.ontology.lexicon.event_nouns;
    word.upos == Upos::Noun
        && reading
            .of_noun(word, |noun| classes.get(noun))
            .is_some_and(|class| reading.is_a(class, "Attack") || reading.is_a(class, "Killing"))
}

/// "were killed", "attacked"
fn is_violent_verb(reading: Reading<'_>, word: &Token) -> bool {
    let lexicon = &reading.ontology.lexicon;
    let lemma = lower_lemma(word);
    word.upos == Upos::Verb
        && (lexicon.has(WordList::HarmVerb, &lemma)
            || lexicon
                .event_nouns
                .get(&*lemma)
                .is_some_and(|class| reading.is_a(class, "Attack")))
}

struct Search<'a> {
    reading: Reading<'a>,
    entities: &'a Entities,
    tree: &'a Tree<'a>,
    index: usize,
}

impl Search<'_> {
    fn word(&self, token: usize) -> &Token {
        &self.reading.sentence(self.index).tokens[token]
    }

    fn is_definite(&self, noun: usize) -> bool {
        let tree = self.tree;
        tree.children_by(noun, &[Deprel::Det])
            .any(|word| matches!(tree.lemma(word), "the" | "this" | "that" | "these" | "both"))
    }

    /// What the phrase of an attack says that it hit, or the place of the clause it stands in.
    fn target(&self, attack: usize) -> Option<EntityIndex> {
        self.aim(attack)
            .or_else(|| self.place_within(attack, DEPTH))
            .or_else(|| {
                let verb = self.tree.head(attack)?;
                let takes_part = matches!(
                    self.tree.deprel(attack),
                    Deprel::Obl | Deprel::Obj | Deprel::Nsubj | Deprel::NsubjPass
                );
                let verb = Some(verb)
                    .filter(|&verb| takes_part && is_violent_verb(self.reading, self.word(verb)))?;
                self.place_of_verb(verb)
            })
    }

    /// "an attack on the party": the named one at which it is aimed.
    fn aim(&self, attack: usize) -> Option<EntityIndex> {
        AIMS.iter()
            .flat_map(|word| self.tree.obliques(attack, word))
            .find_map(|target| self.named(target, &["Place", "Actor"]))
    }

    fn place_of_verb(&self, verb: usize) -> Option<EntityIndex> {
        let hit = self.tree.patients(verb);
        hit.iter()
            .find_map(|&target| self.named(target, &["Place"]))
            .or_else(|| self.place_within(verb, DEPTH))
            .or_else(|| {
                hit.iter()
                    .find_map(|&target| self.place_within(target, DEPTH))
            })
    }

    fn place_within(&self, head: usize, depth: usize) -> Option<EntityIndex> {
        let depth = depth.checked_sub(1)?;
        PLACES
            .iter()
            .flat_map(|word| self.tree.obliques(head, word))
            .find_map(|at| {
                self.named(at, &["Place"])
                    .or_else(|| self.place_within(at, depth))
            })
    }

    /// The entity of one of the classes that a phrase names, taken literally; seas and mountains are no target.
    fn named(&self, head: usize, classes: &[&str]) -> Option<EntityIndex> {
        let at = TokenRef {
            sentence: self.index,
            token: head,
        };
        let &[entity] = self.entities.referents(at) else {
            return None;
        };
        let literal = self
            .entities
            .draft(entity)
            .mentions
            .iter()
            .find(|mention| mention.sentence == self.index && mention.head == head)
            .and_then(|mention| mention.literal);
        let entity = literal.unwrap_or(entity);
        let class = &self.entities.draft(entity).class;
        let fits = classes
            .iter()
            .any(|wanted| self.reading.is_a(class, wanted));
        (fits && !self.reading.is_a(class, "NaturalFeature")).then_some(entity)
    }
}
