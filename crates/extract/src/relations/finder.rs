use super::casualties::casualties_of;
use super::choice::choose;
use super::classes::ClassId;
use super::compile::{Catalogue, Condition, Relation};
use super::constructions;
use super::earlier::earlier_occurrence;
use super::fillers::{FillerFinder, Reference};
use super::links::{AgendaPair, DraftLink, agenda_pairs, links_between};
use super::matching::{Match, SentenceMatcher};
use super::reliability::signals;
use super::roles;
use super::slots::{Path, SlotContext};
use crate::draft::{DraftClaim, DraftTime, Entities, Factuality, Occasion, TokenRef};
use crate::factuality::{
    CueTable, FactualityReader, Quotations, Reading, resolve_attribution, speech_in,
};
use crate::syntax::Tree;
use newsgraph_language::{Analysis, Deprel, Sentence};
use newsgraph_model::{Article, Casualties, Modality, TimeBounds};
use newsgraph_ontology::{Lexicon, PatternPos};
use rustc_hash::FxHashSet;

/// What the search for claims reads.
#[derive(Clone, Copy)]
pub(crate) struct Context<'a> {
    pub(crate) article: &'a Article,
    pub(crate) analysis: &'a Analysis,
    pub(crate) entities: &'a Entities,
    pub(crate) catalogue: &'a Catalogue,
    pub(crate) cues: &'a CueTable,
    pub(crate) light_verbs: &'a FxHashSet<String>,
    pub(crate) lexicon: &'a Lexicon,
    /// The time expression that belongs to a trigger, by sentence and token.
    pub(crate) time_of: &'a dyn Fn(usize, usize) -> Option<&'a DraftTime>,
    /// The time since when there was no event like the trigger's, likewise.
    pub(crate) none_since: &'a dyn Fn(usize, usize) -> Option<&'a DraftTime>,
}

/// What the patterns found in an article.
#[derive(Debug, Default)]
pub(crate) struct Findings {
    pub(crate) claims: Vec<DraftClaim>,
    pub(crate) links: Vec<DraftLink>,
    pub(crate) agenda: Vec<AgendaPair>,
    /// Trigger → numbers of killed and injured.
    pub(crate) casualties: Vec<(TokenRef, Casualties)>,
}

/// Matches every declared pattern against every sentence that makes claims, and reads off the trees how sure those
/// states are that a predicate states ("is not the president"); what a question asks is none.
pub(crate) fn find_claims(context: Context<'_>, states: &mut Vec<DraftClaim>) -> Findings {
    let classes: Vec<Option<ClassId>> = context
        .entities
        .drafts
        .iter()
        .map(|draft| context.catalogue.classes.id(&draft.class))
        .collect();
    let is_light_verb = |lemma: &str| context.light_verbs.contains(lemma);
    let trees: Vec<Tree<'_>> = context
        .analysis
        .sentences
        .iter()
        .map(|sentence| Tree::new(sentence, context.lexicon))
        .collect();
    let quotations = Quotations::new(context.article, context.analysis, |number, quoted| {
        let tree = &trees[number];
        let reader = FactualityReader {
            tree,
            cues: context.cues,
            is_light_verb: &is_light_verb,
        };
        speech_in(tree, &reader, number, quoted)
    });
    let mut findings = Findings::default();
    for (number, tree) in trees.iter().enumerate() {
        if makes_claims(tree.sentence) {
            let search = SentenceSearch {
                context,
                number,
                tree,
                trees: &trees,
                classes: &classes,
                quotations: &quotations,
            };
            search.run(&mut findings);
        }
    }
    states.retain_mut(|state| {
        let Some(predicate) = state.predicate else {
            return true;
        };
        let number = state.sentence;
        let reader = FactualityReader {
            tree: &trees[number],
            cues: context.cues,
            is_light_verb: &is_light_verb,
        };
        let reading = reader.read(predicate);
        let speech = quotations.speech(number, predicate);
        state.factuality = resolve_attribution(&trees, context.entities, number, reading, speech);
        makes_claims(&context.analysis.sentences[number]) && !is_undone(context.catalogue, state)
    });
    findings
}

/// "did not resign as mayor": who has not left an office is no former holder.
fn is_undone(catalogue: &Catalogue, state: &DraftClaim) -> bool {
    let is_fact = state.factuality.modality == Modality::Actual && !state.factuality.negated;
    catalogue.is_past(&state.relation) && !is_fact
}

/// Questions state nothing, and credits and menus tell of their makers.
pub(crate) fn makes_claims(sentence: &Sentence) -> bool {
    sentence.region.makes_claims()
        && sentence
            .tokens
            .iter()
            .rev()
            .find(|token| !matches!(&*token.text, "\"" | "”" | "''" | ")"))
            .is_some_and(|last| &*last.text != "?")
}

struct SentenceSearch<'a, 'c> {
    context: Context<'c>,
    number: usize,
    tree: &'a Tree<'a>,
    /// The trees of all sentences.
    trees: &'a [Tree<'a>],
    classes: &'a [Option<ClassId>],
    quotations: &'a Quotations,
}

impl<'c> SentenceSearch<'_, 'c> {
    fn run(&self, findings: &mut Findings) {
        let matcher = self.matcher();
        let mut matches = matcher.matches();
        matches.extend(constructions::matches(&matcher));
        let chosen = choose(self.context.catalogue, matches);
        let first = findings.claims.len();
        for found in &chosen {
            if let Some(claim) = self.claim(&matcher.fillers, found) {
                let is_event = self.context.catalogue.relations[found.relation]
                    .event
                    .is_some();
                let earlier = (self.context.none_since)(self.number, found.trigger.head)
                    .filter(|_| is_event)
                    .and_then(|since| earlier_occurrence(&claim, found, since));
                findings.claims.push(claim);
                findings.claims.extend(earlier);
                let casualties = casualties_of(
                    self.tree,
                    self.context.catalogue,
                    found.relation,
                    &found.trigger,
                );
                if let Some(casualties) = casualties {
                    findings
                        .casualties
                        .push((self.at(found.trigger.head), casualties));
                }
            }
        }
        let triggers: Vec<usize> = findings.claims[first..]
            .iter()
            .map(|claim| claim.trigger_head)
            .collect();
        findings
            .links
            .extend(links_between(self.tree, self.number, &triggers));
        findings
            .agenda
            .extend(agenda_pairs(self.tree, self.number, &triggers));
    }

    fn matcher(&self) -> SentenceMatcher<'_, 'c> {
        let sentence = self.tree.sentence;
        let mut in_name = vec![false; sentence.tokens.len()];
        for name in sentence.outer_names() {
            in_name[name.tokens.clone()].fill(true);
        }
        SentenceMatcher {
            catalogue: self.context.catalogue,
            tree: self.tree,
            slots: SlotContext {
                tree: self.tree,
                light_verbs: self.context.light_verbs,
                classes: &self.context.catalogue.classes,
            },
            fillers: FillerFinder {
                tree: self.tree,
                sentence: self.number,
                entities: self.context.entities,
                table: &self.context.catalogue.classes,
                classes: self.classes,
            },
            in_name,
        }
    }

    fn claim(&self, fillers: &FillerFinder<'_>, found: &Match<'_>) -> Option<DraftClaim> {
        let catalogue = self.context.catalogue;
        let relation = &catalogue.relations[found.relation];
        let factuality = self.factuality(found)?;
        let is_event = relation.event.is_some();
        let time = self.time(found, is_event);
        let place = is_event
            .then(|| roles::place(fillers, found, catalogue.place))
            .flatten();
        let topic = is_event.then(|| roles::topic(fillers, found)).flatten();
        Some(DraftClaim {
            subject: found.subject.filler.entity,
            relation: relation.name.clone(),
            object: found.object.filler.entity,
            factuality,
            time: time.map_or(TimeBounds::UNKNOWN, |time| time.bounds),
            when: time.map(|time| time.span),
            place,
            roles: topic
                .map(|topic| ("topic".to_owned(), topic))
                .into_iter()
                .collect(),
            sentence: self.number,
            trigger: found.trigger.tokens(),
            trigger_head: found.trigger.head,
            predicate: None,
            occasion: Occasion::Told,
            pattern: found.pattern.source.clone(),
            signals: signals(found),
        })
    }

    /// How sure, on whose word; none when the pattern's condition does not hold.
    fn factuality(&self, found: &Match<'_>) -> Option<Factuality> {
        let relation = &self.context.catalogue.relations[found.relation];
        let is_light_verb = |lemma: &str| self.context.light_verbs.contains(lemma);
        let reader = FactualityReader {
            tree: self.tree,
            cues: self.context.cues,
            is_light_verb: &is_light_verb,
        };
        let presupposed = found.is_presupposed(self.tree, relation);
        let mut reading = if found.states_by_apposition() {
            Reading::default()
        } else if presupposed {
            reader.read_phrase(found.trigger.head)
        } else {
            reader.read(found.trigger.head)
        };
        // "wants to dismiss Ruiz as mayor": who has not left an office is no former holder.
        if relation.is_past && (reading.negated || reading.modality != Modality::Actual) {
            return None;
        }
        if reading.ended && relation.can_end && !relation.is_past {
            reading.negated = !reading.negated;
        }
        if found.pattern.condition == Condition::Ended {
            reading.negated = true;
        }
        if found.pattern.condition == Condition::Intended && reading.modality == Modality::Actual {
            reading.modality = Modality::Intended;
        }
        if found.pattern.condition == Condition::Negated {
            if !reading.negated {
                return None;
            }
            reading.negated = false;
        }
        let speech = (!presupposed)
            .then(|| self.quotations.speech(self.number, found.trigger.head))
            .flatten();
        Some(resolve_attribution(
            self.trees,
            self.context.entities,
            self.number,
            reading,
            speech,
        ))
    }

    /// States have a time only when it hangs on the words that state them: on a verb or a predicate.
    fn time(&self, found: &Match<'_>, is_event: bool) -> Option<&'c DraftTime> {
        let tree = self.tree;
        let trigger = found.trigger.head;
        let none_since = (self.context.none_since)(self.number, trigger);
        let time = (self.context.time_of)(self.number, trigger)
            .or_else(|| self.time_behind_subject(found))
            .or_else(|| self.time_of_companion(found))
            .filter(|time| none_since.is_none_or(|since| since.head != time.head))?;
        let hangs_on_trigger = tree.head(time.head) == Some(trigger);
        let is_predicate = found.pattern.pos == PatternPos::Verb
            || tree.child_by(trigger, &[Deprel::Cop]).is_some();
        (is_event || (hangs_on_trigger && is_predicate)).then_some(time)
    }

    /// "Monday's attack was carried out by rebels", "agreed to a truce on January 5": the time of a word of the trigger,
    /// or of the attack that it is said of.
    fn time_of_companion(&self, found: &Match<'_>) -> Option<&'c DraftTime> {
        let done = found.object.filler.head;
        let targets = &self.context.entities.attack_targets;
        let attack = Some(done).filter(|&noun| targets.contains_key(&self.at(noun)));
        // "pledged to invest over the next ten years": then it will be done, not promised.
        let companions = found.trigger.companions.iter().copied();
        let companions = companions.filter(|&word| !self.tree.is_infinitive(word));
        companions.chain(attack).find_map(|word| {
            let time = (self.context.time_of)(self.number, word)?;
            let hangs_on_it = self.tree.head(time.head) == Some(word);
            let dates_it = matches!(
                self.tree.deprel(time.head),
                Deprel::NmodPoss | Deprel::Nmod | Deprel::NmodUnmarked | Deprel::Obl
            );
            (hangs_on_it && dates_it).then_some(time)
        })
    }

    /// "The annexation of Crimea in 2014 drew protests": a phrase between subject and verb belongs to the
    /// subject, though parsers hang it on the verb.
    fn time_behind_subject(&self, found: &Match<'_>) -> Option<&'c DraftTime> {
        let (tree, noun) = (self.tree, found.trigger.head);
        let is_subject = found.pattern.pos == PatternPos::Noun
            && matches!(tree.deprel(noun), Deprel::Nsubj | Deprel::NsubjPass);
        let verb = tree.head(noun).filter(|_| is_subject)?;
        let time = (self.context.time_of)(self.number, verb)?;
        let stands_between = noun < time.head
            && time.head < verb
            && (noun..time.head).all(|token| &*tree.token(token).text != ",");
        stands_between.then_some(time)
    }

    fn at(&self, token: usize) -> TokenRef {
        TokenRef {
            sentence: self.number,
            token,
        }
    }
}

impl Match<'_> {
    /// "Paris, France", "his wife Marta": presupposed, whatever the clause around it says.
    fn states_by_apposition(&self) -> bool {
        self.pattern.pos == PatternPos::Construction
    }

    /// "Kenyan minister Sy", "Sy, a member of the council": a state that a noun gives by the way, whatever is done to
    /// Sy and whoever speaks of him; not "Sy is a member".
    fn is_presupposed(&self, tree: &Tree<'_>, relation: &Relation) -> bool {
        let noun = self.trigger.head;
        let describes = self.pattern.pos == PatternPos::Noun
            && !self.pattern.copula
            && [self.subject, self.object].iter().any(|end| {
                end.path == Path::Itself
                    && matches!(
                        end.filler.reference,
                        Reference::Name | Reference::Coreference
                    )
            });
        let is_predicate = tree.child_by(noun, &[Deprel::Cop]).is_some()
            || matches!(
                tree.deprel(noun),
                Deprel::Xcomp | Deprel::Root | Deprel::Ccomp
            )
            || tree.stands_after(noun, "as");
        relation.event.is_none() && describes && !is_predicate
    }
}
