//! What the parts of extraction hand to each other: entities, times and claims before they get their ids.

use crate::confidence::Signals;
use newsgraph_model::{MentionKind, Modality, Span, TimeBounds};
use newsgraph_ontology::GazetteerId;
use rustc_hash::FxHashMap;
use std::collections::BTreeMap;
use std::ops::Range;

/// A token of the analysis: sentence and token index.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct TokenRef {
    pub(crate) sentence: usize,
    pub(crate) token: usize,
}

/// Index of an entity among the drafts of its article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct EntityIndex(pub(crate) usize);

/// An entity of the article before it gets its id.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct DraftEntity {
    /// Local name of the class.
    pub(crate) class: String,
    pub(crate) name: String,
    /// Other names, in order of first use.
    pub(crate) names: Vec<String>,
    pub(crate) gazetteer: Option<GazetteerId>,
    /// Described, but not named.
    pub(crate) anonymous: bool,
    pub(crate) mentions: Vec<DraftMention>,
}

/// A place where the text refers to an entity.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct DraftMention {
    pub(crate) sentence: usize,
    /// The words, without leading articles.
    pub(crate) tokens: Range<usize>,
    /// The syntactic head of the words: the token whose own head lies outside them.
    pub(crate) head: usize,
    pub(crate) kind: MentionKind,
    /// For metonymy: the entity the words name literally.
    pub(crate) literal: Option<EntityIndex>,
    /// Why the mention is taken for this entity, when it is not by its name.
    pub(crate) reason: Option<String>,
}

/// The entities of an article, found again by the token that heads a mention of them.
#[derive(Clone, Debug, Default)]
pub(crate) struct Entities {
    pub(crate) drafts: Vec<DraftEntity>,
    /// Head token of a mention → the entities it refers to: one for a name, several for "the two diplomats".
    pub(crate) by_head: FxHashMap<TokenRef, Vec<EntityIndex>>,
    /// Head token of a phrase that has no entity of its own but acts for one: "Russian troops", "an Iranian
    /// missile", "Moscow's envoys" → the states or bodies whose they are.
    pub(crate) acting_for: FxHashMap<TokenRef, Vec<EntityIndex>>,
    /// Head token of a phrase that names an attack → whom or which place it hit.
    pub(crate) attack_targets: FxHashMap<TokenRef, EntityIndex>,
    /// Head token of a description → the person without a name who can be quoted by it.
    pub(crate) unnamed_speakers: BTreeMap<TokenRef, EntityIndex>,
}

impl Entities {
    /// The entities that the phrase headed by this token refers to; empty when it refers to none.
    pub(crate) fn referents(&self, at: TokenRef) -> &[EntityIndex] {
        self.by_head.get(&at).map_or(&[], Vec::as_slice)
    }

    /// The referents, or else the states or bodies that the phrase acts for.
    pub(crate) fn actors(&self, at: TokenRef) -> Vec<EntityIndex> {
        let named = self.referents(at);
        if named.is_empty() {
            self.acting_for.get(&at).cloned().unwrap_or_default()
        } else {
            named.to_vec()
        }
    }

    pub(crate) fn draft(&self, index: EntityIndex) -> &DraftEntity {
        &self.drafts[index.0]
    }
}

/// A time expression of the article, resolved as far as it can be.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct DraftTime {
    pub(crate) sentence: usize,
    pub(crate) tokens: Range<usize>,
    /// The syntactic head of the words.
    pub(crate) head: usize,
    pub(crate) span: Span,
    pub(crate) timex: String,
    pub(crate) relative: bool,
    pub(crate) bounds: TimeBounds,
    /// The named period itself, whatever the preposition makes of it: the year of "since 2013".
    pub(crate) period: TimeBounds,
}

/// How the text presents a statement, and on whose word.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Factuality {
    pub(crate) modality: Modality,
    pub(crate) negated: bool,
    pub(crate) attributed_to: Option<EntityIndex>,
    pub(crate) attribution_cue: Option<String>,
}

/// Which of two like events a statement tells of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Occasion {
    #[default]
    Told,
    /// The one before the one told: the visit of 2013 in "the first visit since 2013".
    Before,
}

/// A claim before it is merged with others that say the same and gets its id.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct DraftClaim {
    pub(crate) subject: EntityIndex,
    /// Local name of the relation type.
    pub(crate) relation: String,
    pub(crate) object: EntityIndex,
    pub(crate) factuality: Factuality,
    pub(crate) time: TimeBounds,
    /// The time expression the time was read from.
    pub(crate) when: Option<Span>,
    pub(crate) place: Option<EntityIndex>,
    /// Further roles of the event beside the relation's two ends: role → who.
    pub(crate) roles: Vec<(String, EntityIndex)>,
    pub(crate) sentence: usize,
    /// The words that name the relation.
    pub(crate) trigger: Range<usize>,
    /// Head token of the trigger: claims with one trigger head are views of one event.
    pub(crate) trigger_head: usize,
    /// Head token of the predicate that states it, where its sureness has still to be read off; none where it is read,
    /// or presupposed ("President Ruiz").
    pub(crate) predicate: Option<usize>,
    pub(crate) occasion: Occasion,
    pub(crate) pattern: String,
    /// How it was found.
    pub(crate) signals: Signals,
}
