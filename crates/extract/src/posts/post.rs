//! The posts of an article: one entity for an office of a body.

use super::body::{BodySearch, OfficeBody};
use crate::draft::{DraftEntity, DraftMention, Entities, EntityIndex, TokenRef};
use crate::entities::{OfficePhrase, surface};
use newsgraph_model::MentionKind;

/// The posts found so far; they become entities after the last of them.
#[derive(Debug, Default)]
pub(super) struct PostBook {
    posts: Vec<DraftEntity>,
    /// Index that the first post will have among the article's entities.
    first: usize,
    /// Words that mean a post itself.
    references: Vec<(TokenRef, EntityIndex)>,
}

impl PostBook {
    pub(super) fn beside(entities: &Entities) -> Self {
        Self {
            posts: Vec::new(),
            first: entities.drafts.len(),
            references: Vec::new(),
        }
    }

    /// The post that an office phrase names; a post without a body is the one of the same office named before.
    pub(super) fn post(
        &mut self,
        search: BodySearch<'_>,
        office: &OfficePhrase,
        body: Option<&OfficeBody>,
    ) -> EntityIndex {
        let name = post_name(search, office, body);
        let position = self
            .posts
            .iter()
            .position(|post| post.name.eq_ignore_ascii_case(&name));
        let position = position
            .or_else(|| self.same_office(office, body))
            .unwrap_or_else(|| {
                self.posts.push(DraftEntity {
                    class: "Post".to_owned(),
                    name,
                    names: Vec::new(),
                    gazetteer: None,
                    anonymous: false,
                    mentions: Vec::new(),
                });
                self.posts.len() - 1
            });
        self.mention(search, position, office, body);
        EntityIndex(self.first + position)
    }

    /// For an office without a body: the only post of this office so far.
    fn same_office(&self, office: &OfficePhrase, body: Option<&OfficeBody>) -> Option<usize> {
        if body.is_some() {
            return None;
        }
        let prefix = format!("{} of ", office.label.to_lowercase());
        let mut same = (0..self.posts.len())
            .filter(|&post| self.posts[post].name.to_lowercase().starts_with(&prefix));
        let one = same.next()?;
        same.next().is_none().then_some(one)
    }

    fn mention(
        &mut self,
        search: BodySearch<'_>,
        position: usize,
        office: &OfficePhrase,
        body: Option<&OfficeBody>,
    ) {
        let sentence = search.reading.sentence(office.sentence);
        let tokens = body.map_or_else(|| office.tokens.clone(), |body| body.tokens.clone());
        let post = &mut self.posts[position];
        let words = surface(sentence, tokens.clone());
        if body.is_some()
            && words != post.name
            && !post.names.contains(&words)
            && tokens != office.tokens
        {
            post.names.push(words);
        }
        let seen = post
            .mentions
            .iter()
            .any(|mention| mention.sentence == office.sentence && mention.head == office.head);
        if !seen {
            post.mentions.push(DraftMention {
                sentence: office.sentence,
                tokens,
                head: office.head,
                kind: MentionKind::Nominal,
                literal: None,
                reason: Some("names the office".to_owned()),
            });
        }
    }

    /// Notes that a word means the post itself: "elected president".
    pub(super) fn refer(&mut self, at: TokenRef, post: EntityIndex) {
        self.references.push((at, post));
    }

    /// Adds the posts to the article's entities.
    pub(super) fn finish(self, entities: &mut Entities) {
        debug_assert_eq!(self.first, entities.drafts.len());
        entities.drafts.extend(self.posts);
        for (at, post) in self.references {
            entities.by_head.insert(at, vec![post]);
        }
    }
}

/// "President of the United States", "CEO of General Motors".
fn post_name(search: BodySearch<'_>, office: &OfficePhrase, body: Option<&OfficeBody>) -> String {
    let Some(body) = body else {
        return office.label.clone();
    };
    let name = &search.entities.draft(body.body).name;
    let article = if takes_article(search, body.body) {
        "the "
    } else {
        ""
    };
    format!("{} of {article}{name}", office.label)
}

/// Whether English puts "the" before the name of a body.
fn takes_article(search: BodySearch<'_>, body: EntityIndex) -> bool {
    let draft = search.entities.draft(body);
    let words: Vec<&str> = draft.name.split(' ').collect();
    let first = words.first().copied().unwrap_or_default();
    let last = words.last().copied().unwrap_or_default();
    let plural_country = matches!(
        last,
        "States"
            | "Kingdom"
            | "Emirates"
            | "Islands"
            | "Philippines"
            | "Netherlands"
            | "Republic"
            | "Maldives"
            | "Bahamas"
    );
    let class = draft.class.as_str();
    let common_noun = words.len() > 1
        && search.reading.is_a(class, "Organisation")
        && !search.reading.is_a(class, "Company")
        && !search.reading.is_a(class, "GeopoliticalEntity");
    first != "the" && first != "The" && (plural_country || common_noun)
}
