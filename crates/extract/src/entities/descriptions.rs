//! Descriptions that refer back to a named entity: "the president", "the company", "both countries".

use super::holders::{Holder, holders};
use super::mention_table::{MentionAt, MentionTable};
use super::naming::name_key;
use super::offices::OfficesBySentence;
use super::reading::{Reading, is_nominal, is_plural, is_subject, is_word, lower};
use super::reference::{Reference, add_reference, is_open_noun};
use super::typing::class_of_noun;
use crate::draft::{Entities, EntityIndex, TokenRef};
use newsgraph_language::{Deprel, Sentence, Token, Upos};
use newsgraph_model::MentionKind;
use newsgraph_ontology::WordList;
use rustc_hash::FxHashSet;

/// How many sentences back a description may look for what it means.
const REACH: usize = 3;

/// Links the descriptions of an article in the order of the text.
pub(super) fn link_descriptions(
    reading: Reading<'_>,
    offices: &OfficesBySentence,
    entities: &mut Entities,
) {
    let mut mentions = MentionTable::of(entities, reading.analysis.sentences.len());
    let known: Vec<Holder> = (0..reading.analysis.sentences.len())
        .flat_map(|index| holders(reading, index, offices.sentence(index), entities, &mentions))
        .collect();
    let names = NameWords::of(entities);
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
            let scene = Scene {
                reading,
                entities,
                mentions: &mentions,
                holders: &known,
                names: &names,
                sentence,
                at,
            };
            if let Some(reference) = scene.resolve() {
                add_reference(entities, &reference);
                mentions.insert(&reference);
            }
        }
    }
}

/// The words of the entities' names in lower case.
pub(super) struct NameWords {
    /// By entity: its name's key.
    keys: Vec<String>,
    all: FxHashSet<String>,
}

impl NameWords {
    fn of(entities: &Entities) -> Self {
        let drafts = entities.drafts.iter();
        let keys: Vec<String> = drafts.map(|draft| name_key(&draft.name)).collect();
        let words = keys.iter().flat_map(|key| key.split(' '));
        Self {
            all: words.map(str::to_owned).collect(),
            keys,
        }
    }

    fn words(&self, entity: EntityIndex) -> impl Iterator<Item = &str> {
        self.keys[entity.0].split(' ')
    }

    /// Whether any name of the article has the word.
    fn has(&self, word: &str) -> bool {
        self.all.contains(word)
    }
}

/// A noun that may refer back, and what is known of the article before and after it.
pub(super) struct Scene<'a> {
    pub(super) reading: Reading<'a>,
    pub(super) entities: &'a Entities,
    pub(super) mentions: &'a MentionTable,
    pub(super) holders: &'a [Holder],
    pub(super) names: &'a NameWords,
    pub(super) sentence: &'a Sentence,
    pub(super) at: TokenRef,
}

impl Scene<'_> {
    pub(super) fn noun(&self) -> &Token {
        &self.sentence.tokens[self.at.token]
    }

    fn resolve(&self) -> Option<Reference> {
        let noun = lower(self.noun());
        if is_plural(self.noun()) {
            return self.pair(&noun);
        }
        if let Some(found) = self.chief_diplomat(&noun).or_else(|| self.named_group()) {
            return Some(found);
        }
        if !self.is_definite() || self.is_restricted() {
            return None;
        }
        self.office_holder(&noun)
            .or_else(|| self.country(&noun))
            .or_else(|| self.body_or_place(&noun))
    }

    /// "the M23 rebel group": the noun says what kind of body the name before it names.
    fn named_group(&self) -> Option<Reference> {
        const KINDS: [&str; 7] = [
            "group",
            "movement",
            "militia",
            "organisation",
            "organization",
            "faction",
            "network",
        ];
        let is_group = KINDS.contains(&&*lower(self.noun()));
        let name = self
            .sentence
            .children_by(self.at.token, Deprel::Compound)
            .filter(|_| is_group)
            .find_map(|child| self.mentions.name_over(self.at.sentence, child))
            .filter(|name| name.kind == MentionKind::Name && name.tokens.end <= self.at.token)
            .filter(|name| {
                self.is_a(name.entity, "ArmedGroup")
                    || self.is_a(name.entity, "PoliticalOrganisation")
            })?;
        let called = self.entities.draft(name.entity).name.clone();
        Some(self.reference(
            vec![name.entity],
            format!("\"{}\" behind the name of {called}", lower(self.noun())),
        ))
    }

    fn determiner(&self) -> Option<&Token> {
        self.sentence
            .children_by(self.at.token, Deprel::Det)
            .map(|child| &self.sentence.tokens[child])
            .next()
    }

    pub(super) fn is_definite(&self) -> bool {
        self.determiner()
            .is_some_and(|word| is_word(word, &["the", "this", "that"]))
    }

    /// Whether the phrase itself says which one: a relative clause, "of" phrase, or name before the noun.
    pub(super) fn is_restricted(&self) -> bool {
        self.sentence.children(self.at.token).any(|child| {
            let token = &self.sentence.tokens[child];
            let named = matches!(
                token.deprel,
                Deprel::Amod | Deprel::Compound | Deprel::Nmod | Deprel::NmodPoss
            ) && (self.mentions.name_over(self.at.sentence, child).is_some()
                || is_word(
                    token,
                    &[
                        "other", "another", "same", "next", "new", "first", "second", "third",
                        "only",
                    ],
                ));
            let of = token.deprel == Deprel::Nmod
                && self
                    .sentence
                    .children_by(child, Deprel::Case)
                    .any(|case| is_word(&self.sentence.tokens[case], &["of"]));
            named || of || matches!(token.deprel, Deprel::AclRelcl | Deprel::Acl | Deprel::Appos)
        })
    }

    pub(super) fn reference(&self, referents: Vec<EntityIndex>, reason: String) -> Reference {
        let subtree_start = self
            .sentence
            .children(self.at.token)
            .filter(|&child| {
                child < self.at.token && self.sentence.tokens[child].deprel != Deprel::Det
            })
            .filter(|&child| self.sentence.tokens[child].upos != Upos::Adp)
            .min()
            .unwrap_or(self.at.token);
        Reference {
            at: self.at,
            tokens: subtree_start..self.at.token + 1,
            kind: MentionKind::Nominal,
            referents,
            reason,
        }
    }

    /// "the president": the last person before it whose office has this noun.
    fn office_holder(&self, noun: &str) -> Option<Reference> {
        self.reading.ontology.lexicon.offices.get(noun)?;
        let repeated = |holder: &&Holder| {
            let office = &holder.office;
            let sentence = self.reading.sentence(office.sentence);
            (office.sentence, office.head) < (self.at.sentence, self.at.token)
                && lower(&sentence.tokens[office.head]) == noun
        };
        let of_body_here = |holder: &&Holder| repeated(holder) && self.names_body_of(holder);
        let holder = self
            .holders
            .iter()
            .rfind(of_body_here)
            .or_else(|| self.holders.iter().rfind(repeated))?;
        let name = self.entities.draft(holder.person).name.clone();
        Some(self.reference(
            vec![holder.person],
            format!("\"the {noun}\" repeats the office of {name}"),
        ))
    }

    /// Whether the sentence names the body of an office before the noun: "the State Department said the secretary".
    fn names_body_of(&self, holder: &Holder) -> bool {
        let label = holder.office.label.to_lowercase();
        let own = |word: &str| word.len() > 3 && label.split(' ').skip(1).any(|part| part == word);
        self.mentions
            .names(self.at.sentence)
            .filter(|mention| mention.tokens.end <= self.at.token)
            .filter(|mention| self.is_a(mention.entity, "GovernmentAgency"))
            .any(|mention| self.names.words(mention.entity).any(own))
    }

    /// "the country": the last country before it that does not itself act on it.
    fn country(&self, noun: &str) -> Option<Reference> {
        let lexicon = &self.reading.ontology.lexicon;
        let names_country = lexicon.has(WordList::CountryNoun, noun)
            || lexicon
                .place_nouns
                .get(noun)
                .is_some_and(|class| class == "Country");
        if !names_country {
            return None;
        }
        let agent = self.clause_agent();
        let fits = |entity: EntityIndex| self.is_a(entity, "Country") && !agent.contains(&entity);
        let here = self.last_before(0, fits);
        let country = here
            .or_else(|| self.subject_before(fits))
            .or_else(|| self.last_before(REACH, fits))?;
        let name = self.entities.draft(country).name.clone();
        Some(self.reference(vec![country], format!("\"the {noun}\" after {name}")))
    }

    /// What the sentence before tells of: its subject, rather than whatever it names last.
    fn subject_before(&self, fits: impl Fn(EntityIndex) -> bool) -> Option<EntityIndex> {
        let before = self.at.sentence.checked_sub(1)?;
        let sentence = self.reading.sentence(before);
        self.mentions
            .sentence(before)
            .iter()
            .filter(|mention| is_subject(&sentence.tokens[mention.head]))
            .map(|mention| mention.entity)
            .find(|&entity| fits(entity))
    }

    /// The entities named in the subject of the clause that this noun is an object or adjunct of.
    fn clause_agent(&self) -> Vec<EntityIndex> {
        if self.noun().deprel == Deprel::NmodPoss {
            return Vec::new();
        }
        let Some(verb) = self.noun().head else {
            return Vec::new();
        };
        if is_nominal(&self.sentence.tokens[verb]) {
            return self.parties_of_deed(verb);
        }
        let verb = if self.sentence.tokens[verb].deprel == Deprel::Conj {
            self.sentence.tokens[verb].head.unwrap_or(verb)
        } else {
            verb
        };
        let Some(subject) = self.doer(verb) else {
            return Vec::new();
        };
        let inside = self.sentence.subtree(subject);
        self.mentions
            .sentence(self.at.sentence)
            .iter()
            .filter(|mention| inside.contains(&mention.head))
            .map(|mention| mention.entity)
            .collect()
    }

    /// The entity that is the subject of the verb this noun is the object of.
    fn doer_itself(&self) -> Option<EntityIndex> {
        let verb = self
            .noun()
            .head
            .filter(|_| self.noun().deprel == Deprel::Obj)?;
        let doer = self.doer(verb)?;
        let mentions = self.mentions.sentence(self.at.sentence).iter();
        mentions
            .filter(|mention| mention.head == doer)
            .map(|mention| mention.entity)
            .next()
    }

    /// Who does what a verb says: its subject, or, in a clause without one, the object of the verb above ("barred her
    /// from entering").
    fn doer(&self, verb: usize) -> Option<usize> {
        let child = |head: usize, fits: &dyn Fn(Deprel) -> bool| {
            self.sentence
                .children(head)
                .find(|&child| fits(self.sentence.tokens[child].deprel))
        };
        child(verb, &|deprel| deprel.is("nsubj")).or_else(|| {
            let clause = matches!(
                self.sentence.tokens[verb].deprel,
                Deprel::Advcl | Deprel::Xcomp
            );
            let above = self.sentence.tokens[verb].head.filter(|_| clause)?;
            child(above, &|deprel| deprel == Deprel::Obj)
                .filter(|&object| object < verb)
                .or_else(|| child(above, &|deprel| deprel.is("nsubj")))
        })
    }

    /// Whose deed a noun is, with the country of a person who does it: in "the Peruvian president on his visit to
    /// the country" the country is not Peru, in "Peruvian strikes against the country" neither.
    fn parties_of_deed(&self, deed: usize) -> Vec<EntityIndex> {
        let mentions = self.mentions.sentence(self.at.sentence);
        let pronoun = self
            .sentence
            .children_by(deed, Deprel::NmodPoss)
            .any(|owner| is_word(&self.sentence.tokens[owner], &["his", "her"]));
        let mut parties = Vec::new();
        for mention in mentions.iter().filter(|mention| mention.head < deed) {
            let is_person = self.is_a(mention.entity, "Person");
            let does = self.sentence.tokens[mention.head].head == Some(deed);
            if does {
                parties.push(mention.entity);
            }
            if is_person && (does || pronoun) {
                parties.extend(self.named_in_title(mention));
            }
        }
        parties
    }

    /// The entities named in the words before a person's name.
    fn named_in_title(&self, name: &MentionAt) -> impl Iterator<Item = EntityIndex> {
        let title = self.sentence.subtree(name.head);
        let before = self.mentions.sentence(self.at.sentence).iter();
        before
            .filter(move |other| other.head < name.head && title.contains(&other.head))
            .map(|other| other.entity)
    }

    /// "the company", "the ministry", "the city": the last entity before it of the noun's kind, first of all one
    /// whose name has the noun.
    fn body_or_place(&self, noun: &str) -> Option<Reference> {
        let class = class_of_noun(self.reading, noun)?;
        let has_noun = |entity: EntityIndex| {
            self.entities.draft(entity).class != "Person"
                && self.names.words(entity).any(|word| word == noun)
        };
        let by_word = self
            .names
            .has(noun)
            .then(|| self.last_before(usize::MAX, has_noun))
            .flatten();
        // "Vulpes sued the Lima-based company": not itself.
        let agent = if class == "Company" {
            self.doer_itself()
        } else {
            None
        };
        let by_class = || {
            if matches!(class.as_str(), "Event" | "Facility" | "Government") {
                return None;
            }
            self.last_before(REACH, |entity| {
                let own = self.entities.draft(entity).class.as_str();
                if agent == Some(entity) {
                    return false;
                }
                let is_kind =
                    self.is_a(entity, &class) && !self.is_of_other_kind(entity, noun, &class);
                is_kind || class == "Company" && own == "Organisation"
            })
        };
        let entity = by_word.or_else(|| self.speaker(&class)).or_else(by_class)?;
        let name = self.entities.draft(entity).name.clone();
        Some(self.reference(vec![entity], format!("\"the {noun}\" after {name}")))
    }

    /// "Acme will buy trains from Vexcel, the company said": who speaks of a deed beside it is its doer.
    fn speaker(&self, class: &str) -> Option<EntityIndex> {
        let verb = self
            .noun()
            .head
            .filter(|&verb| self.noun().deprel == Deprel::Nsubj && verb > self.at.token)?;
        let told = self
            .sentence
            .children_by(verb, Deprel::Ccomp)
            .find(|&told| told < self.at.token);
        let beside = || {
            let main = self.sentence.tokens[verb].head;
            main.filter(|_| self.sentence.tokens[verb].deprel == Deprel::Parataxis)
        };
        let main = told.or_else(beside)?;
        let doer = self.doer(main).filter(|&doer| doer < self.at.token)?;
        let mentions = self.mentions.sentence(self.at.sentence).iter();
        mentions
            .filter(|mention| mention.head == doer)
            .map(|mention| mention.entity)
            .find(|&entity| {
                let own = self.entities.draft(entity).class.as_str();
                self.is_a(entity, class) || class == "Company" && own == "Organisation"
            })
    }

    /// Whether a body is called something else than the noun for one kind of bodies: a party is no "council".
    fn is_of_other_kind(&self, entity: EntityIndex, noun: &str, class: &str) -> bool {
        let lexicon = &self.reading.ontology.lexicon;
        let any_body = class != "Organisation" || lexicon.has(WordList::AnyBodyNoun, noun);
        let own = self.entities.draft(entity).class.as_str();
        let party = matches!(own, "PoliticalOrganisation" | "Company" | "ArmedGroup");
        !any_body && party
    }

    pub(super) fn is_a(&self, entity: EntityIndex, class: &str) -> bool {
        self.reading.is_a(&self.entities.draft(entity).class, class)
    }

    /// The entity mentioned last before this noun, at most `reach` sentences back, for which `fits` holds.
    fn last_before(&self, reach: usize, fits: impl Fn(EntityIndex) -> bool) -> Option<EntityIndex> {
        let first = self.at.sentence.saturating_sub(reach);
        (first..=self.at.sentence).rev().find_map(|index| {
            self.mentions
                .sentence(index)
                .iter()
                .rev()
                .filter(|mention| index < self.at.sentence || mention.tokens.end <= self.at.token)
                .map(|mention| mention.entity)
                .find(|&entity| fits(entity))
        })
    }
}
