use super::classes::{ClassId, ClassTable, ClassTest};
use crate::draft::{DraftMention, Entities, EntityIndex, TokenRef};
use crate::syntax::Tree;
use newsgraph_language::{Deprel, Upos, Xpos};
use newsgraph_model::MentionKind;
use newsgraph_ontology::WordList;

/// An entity that a phrase stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Filler {
    pub(crate) entity: EntityIndex,
    /// Head of the phrase.
    pub(crate) head: usize,
    pub(crate) reference: Reference,
}

/// How a phrase leads to its entity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Reference {
    /// By name, demonym included.
    Name,
    /// By a description or pronoun.
    Coreference,
    /// The phrase acts for the entity: "Russian troops".
    ActsFor,
    /// The entity stands inside a phrase about a part of it: "parts of Homs".
    PartOf,
}

/// What one end of a relation takes.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Want {
    pub(crate) class: ClassTest,
    /// Narrows `class` further, from the pattern's slot.
    pub(crate) slot_class: ClassTest,
    /// Whether phrases that only act for an entity count.
    pub(crate) accepts_agents: bool,
    /// Whether the owner of a deed, site or good stands for it.
    pub(crate) reaches_owner: bool,
    /// Whether the named place around a site stands for it.
    pub(crate) reaches_place: bool,
    /// Whether a name that is used for another entity ("Moscow" for Russia) is to be taken literally.
    pub(crate) literal: bool,
}

/// Finds the entities that the phrases of one sentence stand for.
pub(crate) struct FillerFinder<'a> {
    pub(crate) tree: &'a Tree<'a>,
    pub(crate) sentence: usize,
    pub(crate) entities: &'a Entities,
    pub(crate) table: &'a ClassTable,
    /// Class of every entity draft.
    pub(crate) classes: &'a [Option<ClassId>],
}

/// Prepositions between a site and the place it lies in.
const AROUND: &[&str] = &[
    "in", "at", "near", "outside", "inside", "on", "along", "off", "across", "around",
];
/// Words, as lemmas, before names of some of those that the noun before them means.
const EXEMPLIFYING: &[&str] = &["include", "such as", "namely"];

impl FillerFinder<'_> {
    /// The entities of the phrase headed by `head`, its conjuncts included.
    pub(crate) fn find(&self, head: usize, want: Want) -> Vec<Filler> {
        let start = self.tree.antecedent(head);
        let mut found = Vec::new();
        let conjuncts = self.tree.conjuncts(start).into_iter();
        // "Ruiz, who leads the union, and Sy": the clause behind the first does not tell of the second.
        let told = |conjunct: usize| start == head || conjunct < head;
        let conjuncts = conjuncts.filter(|&conjunct| told(conjunct));
        for conjunct in conjuncts.filter(|&conjunct| !self.is_excluded(conjunct)) {
            let own = self.find_one(conjunct, want).into_iter();
            for filler in own.chain(self.find_examples(conjunct, want)) {
                if !found
                    .iter()
                    .any(|other: &Filler| other.entity == filler.entity)
                {
                    found.push(filler);
                }
            }
        }
        found
    }

    /// The names that a phrase gives as some of those it means: "ten firms, including Acme and Vexcel"; of a place those in
    /// it that are hit too ("strikes on Mali, including Gao").
    fn find_examples(&self, noun: usize, want: Want) -> Vec<Filler> {
        let tree = self.tree;
        if tree.upos(noun) != Upos::Noun && !want.reaches_place {
            return Vec::new();
        }
        tree.children_by(noun, &[Deprel::Nmod, Deprel::Obl])
            .filter(|&first| {
                EXEMPLIFYING
                    .iter()
                    .any(|words| tree.stands_after(first, words))
            })
            .flat_map(|first| tree.conjuncts(first))
            .flat_map(|name| {
                let is_named = tree.upos(name) == Upos::Propn
                    || tree
                        .child_by(name, &[Deprel::Appos, Deprel::Flat])
                        .is_some();
                let fillers = self.find_one(name, want).into_iter();
                fillers.filter(move |filler| {
                    is_named && matches!(filler.reference, Reference::Name | Reference::Coreference)
                })
            })
            .collect()
    }

    /// "NATO but not the Union", "Kenya rather than Uganda": what is said does not hold of the second.
    fn is_excluded(&self, conjunct: usize) -> bool {
        let tree = self.tree;
        tree.deprel(conjunct) == Deprel::Conj
            && tree
                .children_by(conjunct, &[Deprel::Advmod, Deprel::Cc])
                .any(|word| matches!(tree.lemma(word), "not" | "rather" | "instead"))
    }

    /// The entities of the phrase headed by `head`, without its conjuncts.
    pub(crate) fn find_alone(&self, head: usize, want: Want) -> Vec<Filler> {
        self.find_one(head, want)
    }

    /// The entities that a trigger noun itself stands for: by reference, by a name beside it, as a predicate
    /// of its subject ("X is a member"), or, last, by acting for one.
    pub(crate) fn find_itself(&self, noun: usize, want: Want) -> Vec<Filler> {
        let tree = self.tree;
        let (own, stood_for): (Vec<Filler>, Vec<Filler>) =
            self.find_one(noun, want).into_iter().partition(|filler| {
                matches!(filler.reference, Reference::Name | Reference::Coreference)
            });
        if !own.is_empty() {
            return own;
        }
        let beside: Vec<Filler> = self
            .names_beside(noun)
            .into_iter()
            .flat_map(|name| self.find_one(name, want))
            .collect();
        if !beside.is_empty() {
            return beside;
        }
        let subjects: Vec<Filler> = tree
            .subjects_of_predicate(noun)
            .into_iter()
            .flat_map(|subject| self.find(subject, want))
            .collect();
        if subjects.is_empty() {
            stood_for
        } else {
            subjects
        }
    }

    /// "his wife Marta", "Marta, his wife", "aide John Smith".
    fn names_beside(&self, noun: usize) -> Vec<usize> {
        let tree = self.tree;
        let mut names: Vec<usize> = tree
            .children_by(noun, &[Deprel::Appos, Deprel::Flat])
            .collect();
        if let (
            Deprel::Appos
            | Deprel::Compound
            | Deprel::NmodDesc
            | Deprel::Flat
            | Deprel::NmodUnmarked,
            Some(head),
        ) = (tree.deprel(noun), tree.head(noun))
        {
            names.push(head);
        }
        names
    }

    fn find_one(&self, head: usize, want: Want) -> Vec<Filler> {
        let at = self.at(head);
        let named = self.admitted(self.referents(head, want), want);
        if !named.is_empty() {
            let reference = self.reference(head, named[0]);
            return fillers(named, head, reference);
        }
        if !self.entities.referents(at).is_empty() {
            return Vec::new();
        }
        let beside: Vec<Filler> = self
            .listed_names(head)
            .into_iter()
            .chain(self.described_subject(head))
            .chain(self.identifying_names(head))
            .chain(self.apposed_name(head))
            .chain(self.named_product(head))
            .flat_map(|name| {
                fillers(
                    self.admitted(self.referents(name, want), want),
                    head,
                    Reference::Name,
                )
            })
            .collect();
        if !beside.is_empty() {
            return beside;
        }
        if (want.accepts_agents || self.is_its_members(head)) && !self.tells_how(head, want) {
            let agents = self.admitted(self.entities.actors(at), want);
            if !agents.is_empty() {
                return fillers(agents, head, Reference::ActsFor);
            }
        }
        let wholes = self.find_whole(head, want);
        if wholes.is_empty() && want.reaches_place && self.is_site(head) {
            return self.find_around(head, want);
        }
        if wholes.is_empty() && want.reaches_place {
            let hit = self.entities.attack_targets.get(&self.at(head)).copied();
            let hit = self.admitted(hit.into_iter().collect(), want);
            return fillers(hit, head, Reference::PartOf);
        }
        wholes
    }

    /// "Those elected to the council are Ana Ruiz and Jan Novak": the names that a predicate gives for its subject.
    fn identifying_names(&self, noun: usize) -> Vec<usize> {
        let tree = self.tree;
        let predicate = tree.head(noun).filter(|&predicate| {
            tree.deprel(noun) == Deprel::Nsubj
                && tree.upos(predicate) == Upos::Propn
                && tree.child_by(predicate, &[Deprel::Cop]).is_some()
        });
        predicate.map_or_else(Vec::new, |first| tree.conjuncts(first))
    }

    /// "the Vega Commission, an inquiry set up by Chile": the name that a noun in apposition describes.
    fn apposed_name(&self, noun: usize) -> Option<usize> {
        let tree = self.tree;
        tree.head(noun).filter(|&name| {
            tree.deprel(noun) == Deprel::Appos
                && tree.upos(noun) == Upos::Noun
                && tree.upos(name) == Upos::Propn
                && name < noun
                && tree
                    .child_by(noun, &[Deprel::Acl, Deprel::AclRelcl])
                    .is_some()
        })
    }

    /// "the Android system": a product that is called by its name before the noun.
    fn named_product(&self, noun: usize) -> Option<usize> {
        let tree = self.tree;
        let product = tree.is_listed(noun, WordList::ProductNoun);
        let mut names = tree.premodifiers(noun).into_iter();
        names.find(|&name| product && self.is_of(name, "Artefact"))
    }

    fn is_site(&self, noun: usize) -> bool {
        self.tree.is_place_noun(noun) || self.tree.is_listed(noun, WordList::SiteNoun)
    }

    /// "a strike on a hospital in Lima", "a raid on the Acme mall": the named place that a site is called after or in;
    /// seas are no target.
    fn find_around(&self, site: usize, want: Want) -> Vec<Filler> {
        let Some(place) = self.table.id("Place") else {
            return Vec::new();
        };
        let tree = self.tree;
        let want = Want {
            class: ClassTest::Only(place),
            accepts_agents: false,
            reaches_owner: false,
            literal: true,
            ..want
        };
        let of_town = tree.names_town(site).then_some("of");
        let mut names = tree.premodifiers(site);
        names.retain(|&word| tree.upos(word) == Upos::Propn && !self.is_of(word, "Country"));
        let hosts = std::iter::once(names).chain(
            of_town
                .into_iter()
                .chain(AROUND.iter().copied())
                .map(|word| self.phrases_within(site, word)),
        );
        hosts
            .map(|hosts: Vec<usize>| {
                let found = hosts.into_iter().flat_map(|host| self.find(host, want));
                found
                    .filter(|filler| !self.is_water(filler.entity))
                    .map(|filler| Filler {
                        reference: Reference::PartOf,
                        ..filler
                    })
                    .collect::<Vec<_>>()
            })
            .find(|found| !found.is_empty())
            .unwrap_or_default()
    }

    fn is_water(&self, place: EntityIndex) -> bool {
        let name = self.entities.draft(place).name.to_lowercase();
        let lexicon = self.tree.lexicon();
        self.is_a(place, "NaturalFeature")
            && name
                .split(' ')
                .any(|word| lexicon.has(WordList::WaterNoun, word))
    }

    /// Phrases after a preposition on a noun, or else on a participle behind it: "a prison holding men in Lima".
    fn phrases_within(&self, noun: usize, preposition: &str) -> Vec<usize> {
        let tree = self.tree;
        let own: Vec<usize> = tree.obliques(noun, preposition).collect();
        if !own.is_empty() {
            return own;
        }
        tree.children_by(noun, &[Deprel::Acl])
            .flat_map(|participle| {
                let objects = tree.children_by(participle, &[Deprel::Obj]);
                std::iter::once(participle)
                    .chain(objects)
                    .collect::<Vec<_>>()
            })
            .flat_map(|word| tree.obliques(word, preposition).collect::<Vec<_>>())
            .collect()
    }

    fn is_of(&self, word: usize, class: &str) -> bool {
        self.entities
            .referents(self.at(word))
            .iter()
            .any(|&entity| self.is_a(entity, class))
    }

    fn is_a(&self, entity: EntityIndex, class: &str) -> bool {
        let test = self.table.id(class).map(ClassTest::Only);
        test.is_some_and(|test| self.table.admits(test, self.classes[entity.0]))
    }

    /// The name that a predicate noun describes: "Acme is a carmaker based in Lima".
    fn described_subject(&self, noun: usize) -> Option<usize> {
        let tree = self.tree;
        let described = tree.child_by(noun, &[Deprel::Cop]).is_some()
            && tree.child_by(noun, &[Deprel::Acl]).is_some();
        let denied = tree
            .children(noun)
            .iter()
            .any(|&child| matches!(tree.lemma(child), "not" | "no" | "never" | "n't"));
        tree.child_by(noun, &[Deprel::Nsubj])
            .filter(|&subject| described && !denied && subject < noun)
    }

    /// The names that spell a noun out: "the brands Gucci, Prada and Dior", "the three countries bordering the
    /// sea -- Turkey, Georgia and Ukraine".
    fn listed_names(&self, noun: usize) -> Vec<usize> {
        let tree = self.tree;
        let names: Vec<usize> = tree
            .children_by(noun, &[Deprel::Flat, Deprel::Appos])
            .flat_map(|name| tree.conjuncts(name))
            .collect();
        if names.is_empty() && tree.upos(noun) == Upos::Sym {
            // "fines Acme $5,000": the name before the sum.
            return tree.premodifiers(noun);
        }
        if !names.is_empty() || !matches!(tree.xpos(noun), Xpos::Nns) {
            return names;
        }
        let inside = tree.sentence.subtree(noun);
        let belongs = |name: usize| match tree.deprel(name) {
            Deprel::Appos => inside.contains(&name),
            Deprel::Parataxis => inside.contains(&name) || tree.head(name) == tree.head(noun),
            _ => false,
        };
        let after_dash = |&name: &usize| {
            tree.upos(name) == Upos::Propn
                && belongs(name)
                && tree.child_by(name, &[Deprel::Conj]).is_some()
                && matches!(&*tree.token(name - 1).text, "--" | "—" | "–" | "-" | ":")
        };
        let list = (noun + 1..tree.len()).find(after_dash);
        list.map_or_else(Vec::new, |first| tree.conjuncts(first))
    }

    /// "parts of Homs", "dozens of Israelis", "India's economy", "a raid by Kenya": the whole stands after "of", or
    /// owns or does the part; a place lies around an unnamed one ("a hospital in Lima").
    fn find_whole(&self, part: usize, want: Want) -> Vec<Filler> {
        let tree = self.tree;
        if tree.upos(part) == Upos::Propn {
            return Vec::new();
        }
        let is_part = tree.is_listed(part, WordList::PartitiveNoun) || tree.xpos(part) == Xpos::Cd;
        let is_owned = tree.is_listed(part, WordList::PossessionNoun);
        let is_reached = want.reaches_owner
            && tree.is_listed(part, WordList::BelongingNoun)
            && !self.tells_how(part, want);
        let mut wholes: Vec<usize> = Vec::new();
        let names_of = |noun: usize| {
            let mut of = tree.obliques(noun, "of");
            of.any(|name| tree.upos(name) == Upos::Propn)
        };
        if want.literal {
            wholes.extend(
                ["in", "near", "at"]
                    .iter()
                    .flat_map(|word| tree.obliques(part, word)),
            );
        }
        if is_part || is_owned {
            wholes.extend(tree.obliques(part, "of"));
        }
        if is_owned || is_reached {
            wholes.extend(tree.possessors(part));
        }
        if is_reached {
            // "the Chicago company" is not Chicago.
            let firm = tree.is_listed(part, WordList::FirmNoun);
            // "the Kenyan town of Lodwar" is Lodwar.
            let named = tree.is_place_noun(part) && names_of(part);
            wholes.extend(tree.premodifiers(part).into_iter().filter(|&word| {
                !named && (!firm || !self.is_of(word, "City") && !self.is_of(word, "Territory"))
            }));
            // "the killing of Vega by Chad": who suffers a deed has not done it.
            let suffered = tree.is_listed(part, WordList::DeedNoun);
            wholes.extend(
                ["by", "from", "of"]
                    .iter()
                    .filter(|word| !suffered || **word != "of")
                    .flat_map(|word| tree.obliques(part, word)),
            );
        }
        wholes
            .into_iter()
            .flat_map(|whole| self.find(whole, want))
            .map(|filler| Filler {
                reference: Reference::PartOf,
                ..filler
            })
            .collect()
    }

    /// "supports Vexat rebels": the group itself, whatever the relation takes.
    fn is_its_members(&self, noun: usize) -> bool {
        let lexicon = self.tree.lexicon();
        let word = self.tree.token(noun).text.to_lowercase();
        let members = [WordList::MemberNoun, WordList::IrregularNoun];
        members.iter().any(|&list| lexicon.has(list, &word))
            && self
                .entities
                .actors(self.at(noun))
                .iter()
                .all(|&group| self.is_a(group, "ArmedGroup"))
    }

    /// "killed in Kenyan airstrikes", where a place is asked for: a deed is none, nor is whoever does it.
    fn tells_how(&self, noun: usize, want: Want) -> bool {
        let tree = self.tree;
        want.slot_class != ClassTest::Any
            && tree.stands_after(noun, "in")
            && !self.is_site(noun)
            && !tree.is_listed(noun, WordList::PossessionNoun)
    }

    fn referents(&self, head: usize, want: Want) -> Vec<EntityIndex> {
        let referents = self.entities.referents(self.at(head));
        if !want.literal {
            return referents.to_vec();
        }
        referents
            .iter()
            .map(|&entity| {
                self.mention(head, entity)
                    .and_then(|mention| mention.literal)
                    .unwrap_or(entity)
            })
            .collect()
    }

    fn admitted(&self, found: Vec<EntityIndex>, want: Want) -> Vec<EntityIndex> {
        let mut found = found;
        found.retain(|entity| {
            let class = self.classes[entity.0];
            self.table.admits(want.class, class) && self.table.admits(want.slot_class, class)
        });
        found
    }

    /// The mention of `entity` that this token heads.
    pub(crate) fn mention(&self, head: usize, entity: EntityIndex) -> Option<&DraftMention> {
        self.entities
            .draft(entity)
            .mentions
            .iter()
            .find(|mention| mention.sentence == self.sentence && mention.head == head)
    }

    fn reference(&self, head: usize, entity: EntityIndex) -> Reference {
        match self.mention(head, entity).map(|mention| mention.kind) {
            Some(MentionKind::Pronoun | MentionKind::Nominal) => Reference::Coreference,
            _ => Reference::Name,
        }
    }

    pub(crate) fn at(&self, token: usize) -> TokenRef {
        TokenRef {
            sentence: self.sentence,
            token,
        }
    }
}

fn fillers(entities: Vec<EntityIndex>, head: usize, reference: Reference) -> Vec<Filler> {
    entities
        .into_iter()
        .map(|entity| Filler {
            entity,
            head,
            reference,
        })
        .collect()
}
