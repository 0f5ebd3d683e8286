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

    /// The post that an office phrase names.
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
            .position(|post| post.name.eq_ignore_ascii_case(&name))
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

    /// The post that words without a holder mean; without a body it is the only post of this office so far.
    pub(super) fn post_without_holder(
        &mut self,
        search: BodySearch<'_>,
        office: &OfficePhrase,
        body: Option<&OfficeBody>,
    ) -> EntityIndex {
        match body.is_none().then(|| self.same_office(office)).flatten() {
            Some(position) => {
                self.mention(search, position, office, None);
                EntityIndex(self.first + position)
            }
            None => self.post(search, office, body),
        }
    }

    /// The only post of this office so far.
    fn same_office(&self, office: &OfficePhrase) -> Option<usize> {
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

/// "President of the United States", "Ambassador of Kenya to Chile".
fn post_name(search: BodySearch<'_>, office: &OfficePhrase, body: Option<&OfficeBody>) -> String {
    let mut name = office.label.clone();
    if let Some(body) = body {
        name.push_str(&format!(" of {}", with_article(search, body.body)));
    }
    if let Some(receiver) = search.receiver(office) {
        name.push_str(&format!(" to {}", with_article(search, receiver)));
    }
    name
}

fn with_article(search: BodySearch<'_>, body: EntityIndex) -> String {
    let name = &search.entities.draft(body).name;
    if takes_article(search, body) {
        format!("the {name}")
    } else {
        name.clone()
    }
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
