//! The posts of an article: one entity for an office of a body.

use super::body::{BodySearch, OfficeBody};
use crate::draft::{DraftEntity, DraftMention, Entities, EntityIndex, TokenRef};
use crate::entities::{OfficePhrase, capitalised, surface};
use newsgraph_model::MentionKind;
use newsgraph_ontology::WordList;
use rustc_hash::FxHashMap;
use std::collections::BTreeSet;

/// The posts found so far; they become entities after the last of them.
#[derive(Debug, Default)]
pub(super) struct PostBook {
    posts: Vec<DraftEntity>,
    /// What tells the posts apart, in their order.
    keys: Vec<PostKey>,
    /// Index that the first post will have among the article's entities.
    first: usize,
    /// Words that mean a post itself.
    references: Vec<(TokenRef, EntityIndex)>,
}

/// What tells posts apart.
#[derive(Debug)]
struct PostKey {
    /// The office as the post's name has it.
    office: String,
    body: Option<EntityIndex>,
    receiver: Option<EntityIndex>,
}

impl PostKey {
    fn new(search: BodySearch<'_>, office: &OfficePhrase, body: Option<&OfficeBody>) -> Self {
        Self {
            office: office.label.clone(),
            body: body.map(|body| body.body),
            receiver: search.receiver(office),
        }
    }

    /// Whether both are one post; "State Secretary" and "Secretary of State" of one state are.
    fn is_same(&self, other: &Self) -> bool {
        self.body == other.body
            && self.receiver == other.receiver
            && office_words(&self.office) == office_words(&other.office)
    }
}

fn office_words(office: &str) -> BTreeSet<String> {
    office
        .split(' ')
        .map(str::to_lowercase)
        .filter(|word| !matches!(word.as_str(), "of" | "the" | "for" | "and"))
        .collect()
}

impl PostBook {
    pub(super) fn beside(entities: &Entities) -> Self {
        Self {
            posts: Vec::new(),
            keys: Vec::new(),
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
        let key = PostKey::new(search, office, body);
        let position = match self.keys.iter().position(|known| known.is_same(&key)) {
            Some(position) => {
                self.prefer_full_name(position, key, name);
                position
            }
            None => self.add(key, name),
        };
        self.mention(search, position, office, body);
        EntityIndex(self.first + position)
    }

    fn add(&mut self, key: PostKey, name: String) -> usize {
        self.keys.push(key);
        self.posts.push(DraftEntity {
            class: "Post".to_owned(),
            name,
            names: Vec::new(),
            gazetteer: None,
            anonymous: false,
            mentions: Vec::new(),
        });
        self.posts.len() - 1
    }

    /// Of two names for one post the one that spells out its field is the full one: "US Secretary of State".
    fn prefer_full_name(&mut self, position: usize, key: PostKey, name: String) {
        let spelt_out = |office: &str| office.contains(" of ");
        if spelt_out(&key.office) && !spelt_out(&self.keys[position].office) {
            let post = &mut self.posts[position];
            post.names.retain(|other| *other != name);
            post.names.push(std::mem::replace(&mut post.name, name));
            self.keys[position] = key;
        }
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
        let mut same = (0..self.keys.len()).filter(|&post| {
            let known = &self.keys[post];
            known.body.is_some() && known.office.eq_ignore_ascii_case(&office.label)
        });
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
        let spelt_out = body.and_then(|_| spelt_out(search, office, body));
        let post = &mut self.posts[position];
        let words = surface(sentence, tokens.clone());
        if let Some(name) = spelt_out
            && name != post.name
            && !post.names.contains(&name)
        {
            post.names.push(name);
        }
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

    /// Notes that a word is a mention of the post of the person whom its clause is about.
    pub(super) fn mention_as_own(&mut self, at: TokenRef, post: EntityIndex) {
        self.refer(at, post);
        self.posts[post.0 - self.first].mentions.push(DraftMention {
            sentence: at.sentence,
            tokens: at.token..at.token + 1,
            head: at.token,
            kind: MentionKind::Nominal,
            literal: None,
            reason: Some("the office of the person it is said of".to_owned()),
        });
    }

    /// Adds the posts to the article's entities.
    pub(super) fn finish(self, entities: &mut Entities) {
        debug_assert_eq!(self.first, entities.drafts.len());
        entities.drafts.extend(self.posts);
        let mut references: FxHashMap<TokenRef, Vec<EntityIndex>> = FxHashMap::default();
        for (at, post) in self.references {
            references.entry(at).or_default().push(post);
        }
        entities.by_head.extend(references);
    }
}

/// The post's name with the office as the text spells it: "Chief Executive Officer of Acme" beside "CEO of Acme".
fn spelt_out(
    search: BodySearch<'_>,
    office: &OfficePhrase,
    body: Option<&OfficeBody>,
) -> Option<String> {
    let short = office.label.chars().all(char::is_uppercase);
    if !short || office.tokens.len() == 1 {
        return None;
    }
    let tokens = &search.reading.sentence(office.sentence).tokens[office.tokens.clone()];
    let words = tokens.iter().map(|token| match &*token.text {
        word @ ("of" | "for" | "and" | "the" | "-") => word.to_owned(),
        word => capitalised(word),
    });
    let office = OfficePhrase {
        label: words.collect::<Vec<_>>().join(" "),
        ..office.clone()
    };
    Some(post_name(search, &office, body))
}

/// "President of the United States", "US Secretary of State", "Ambassador of Kenya to Chile".
fn post_name(search: BodySearch<'_>, office: &OfficePhrase, body: Option<&OfficeBody>) -> String {
    let mut name = office.label.clone();
    if let Some(palace) = body.and_then(|body| search.palace(office, body)) {
        name = format!("{palace} {name}");
    } else if let Some(body) = body {
        name = match initials(search, body.body).filter(|_| name.contains(" of ")) {
            Some(initials) => format!("{initials} {name}"),
            None => format!("{name} of {}", with_article(search, body.body)),
        };
    }
    if let Some(receiver) = search.receiver(office) {
        name.push_str(&format!(" to {}", with_article(search, receiver)));
    }
    name
}

/// The initials that a state is known by, "US" or "UK": they stand before an office that has an "of" already.
fn initials(search: BodySearch<'_>, body: EntityIndex) -> Option<String> {
    let state = search.entities.draft(body).gazetteer?;
    let known = search.reading.entry(state);
    let initials: String = known
        .label
        .split(' ')
        .filter_map(|word| word.chars().next())
        .collect();
    let gazetteer = &search.reading.ontology.gazetteer;
    let country = search.reading.is_a(&known.class, "Country");
    let used = initials.len() > 1 && gazetteer.lookup(&initials).first() == Some(&state);
    (country && used).then_some(initials)
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
    let takes_by_noun = search
        .reading
        .ontology
        .lexicon
        .has(WordList::ArticleNoun, &last.to_lowercase());
    let class = draft.class.as_str();
    let lexicon = &search.reading.ontology.lexicon;
    let ends_in_noun = lexicon
        .organisation_nouns
        .contains_key(&last.to_lowercase());
    // "Harvard University", "Real Madrid" are called so without it.
    let of_own_name = class == "Organisation"
        && !words.contains(&"of")
        && (!ends_in_noun || matches!(last, "University" | "College"));
    let chamber = words.len() == 1 && class == "GovernmentAgency" && ends_in_noun;
    let common_noun = (words.len() > 1 || chamber)
        && search.reading.is_a(class, "Organisation")
        && !search.reading.is_a(class, "Company")
        && !search.reading.is_a(class, "GeopoliticalEntity")
        && !of_own_name;
    first != "the" && first != "The" && (takes_by_noun || common_noun)
}
