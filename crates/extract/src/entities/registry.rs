//! From name spans to entities: one entity for all names that mean the same.

use super::naming::{FIRST_PART, NameForm, name_key, short_form_of};
use super::reading::{Reading, head_of, is_capitalised, is_plural, is_word, outer_heads};
use super::span::NameSpan;
use crate::draft::{DraftEntity, DraftMention, Entities, EntityIndex, TokenRef};
use newsgraph_language::{Deprel, Sentence};
use newsgraph_model::{MentionKind, RegionKind};
use newsgraph_ontology::WordList;
use rustc_hash::FxHashMap;

/// Names that mean one entity, on the way to be one.
struct NameGroup {
    form: NameForm,
    /// Indices of its spans.
    spans: Vec<usize>,
    /// The group of the fuller name it is a short form of, and why.
    host: Option<(usize, &'static str)>,
}

/// Makes the entities of all name spans of an article. `aliases` are pairs of name keys that the text itself
/// equates: "World Health Organization (WHO)".
pub(super) fn entities_of(
    reading: Reading<'_>,
    spans: &[NameSpan],
    aliases: &[(String, String)],
) -> Entities {
    let mut groups = joined(grouped(reading, spans));
    settle_classes(reading, &mut groups, spans);
    find_hosts(reading, &mut groups, spans, aliases);
    drafted(reading, &groups, spans)
}

fn grouped(reading: Reading<'_>, spans: &[NameSpan]) -> Vec<NameGroup> {
    let mut groups: Vec<NameGroup> = Vec::new();
    let mut by_key: FxHashMap<(String, bool), usize> = FxHashMap::default();
    let mut by_entry = FxHashMap::default();
    for (index, span) in spans.iter().enumerate() {
        let form = NameForm::of(reading, span);
        let key = (form.key.clone(), span.class == "Person");
        let known = span
            .gazetteer
            .and_then(|entry| by_entry.get(&entry).copied())
            .or_else(|| {
                by_key.get(&key).copied().filter(|&group: &usize| {
                    let other = groups[group].form.gazetteer;
                    other.is_none() || span.gazetteer.is_none() || other == span.gazetteer
                })
            });
        let group = known.unwrap_or_else(|| {
            groups.push(NameGroup {
                form,
                spans: Vec::new(),
                host: None,
            });
            groups.len() - 1
        });
        groups[group].spans.push(index);
        by_key.entry(key).or_insert(group);
        if let Some(entry) = span.gazetteer {
            by_entry.insert(entry, group);
            groups[group].form.gazetteer = Some(entry);
        }
    }
    groups
}

/// Joins the groups of one name that was taken for a person's in one place and for something else in another,
/// unless a longer person's name has it as a part: one surface, one entity.
fn joined(mut groups: Vec<NameGroup>) -> Vec<NameGroup> {
    for index in 0..groups.len() {
        let form = &groups[index].form;
        let twin = |other: &NameGroup| {
            other.form.key == form.key && !other.form.is_person() && !other.spans.is_empty()
        };
        if !form.is_person() || form.gazetteer.is_some() || is_part_of_person(&groups, form) {
            continue;
        }
        if let Some(twin) = groups.iter().position(twin) {
            let spans = std::mem::take(&mut groups[index].spans);
            groups[twin].spans.extend(spans);
            groups[twin].spans.sort_unstable();
        }
    }
    groups.retain(|group| !group.spans.is_empty());
    groups
}

fn is_part_of_person(groups: &[NameGroup], form: &NameForm) -> bool {
    groups.iter().any(|group| {
        let longer = group.form.is_person() && group.form.key.len() > form.key.len();
        longer && group.form.key.split(' ').any(|word| word == form.key)
    })
}

/// A group has the class of its gazetteer entry, else the one most of its spans have, the first at a tie.
fn settle_classes(reading: Reading<'_>, groups: &mut [NameGroup], spans: &[NameSpan]) {
    for group in groups {
        let linked = group
            .spans
            .iter()
            .find(|&&span| spans[span].gazetteer.is_some());
        let count = |class: &str| {
            group
                .spans
                .iter()
                .filter(|&&span| spans[span].class == class)
                .count()
        };
        let best = linked.copied().or_else(|| {
            group
                .spans
                .iter()
                .copied()
                .rev()
                .max_by_key(|&span| count(&spans[span].class))
        });
        if let Some(span) = best {
            group.form.class = spans[span].class.clone();
        }
        // One "Vulcan Corp." or "the maker Vulcan" tells what every "Vulcan" is.
        let kind = group
            .spans
            .iter()
            .map(|&span| &spans[span].class)
            .find(|class| {
                reading.is_a(class, "Organisation")
                    && !reading.is_a(class, "GeopoliticalEntity")
                    && *class != "Organisation"
            });
        let vague = match group.form.class.as_str() {
            "Organisation" => true,
            "Person" => !group.form.key.contains(' '),
            _ => false,
        };
        if let Some(kind) = kind.filter(|_| vague && linked.is_none()) {
            group.form.class.clone_from(kind);
        }
    }
}

fn find_hosts(
    reading: Reading<'_>,
    groups: &mut [NameGroup],
    spans: &[NameSpan],
    aliases: &[(String, String)],
) {
    for short in 0..groups.len() {
        let equated = |full: usize| {
            aliases
                .iter()
                .any(|(a, b)| *a == groups[short].form.key && *b == groups[full].form.key)
        };
        let candidates: Vec<(usize, &'static str)> = (0..groups.len())
            .filter(|&full| full != short)
            .filter_map(|full| {
                if equated(full) {
                    return Some((full, "introduced beside the full name"));
                }
                short_form_of(reading, &groups[short].form, &groups[full].form)
                    .map(|reason| (full, reason))
            })
            .collect();
        groups[short].host = only_host(groups, &candidates)
            .or_else(|| introduced_host(reading, groups, short, &candidates, spans))
            .or_else(|| host_by_head_noun(reading, groups, short, spans));
    }
}

/// "the Council" after "National Transition Council", "the Church" after "Church of Nakuru": a lone capitalised noun
/// behind the article means the only body of the article that it is the noun of.
fn host_by_head_noun(
    reading: Reading<'_>,
    groups: &[NameGroup],
    short: usize,
    spans: &[NameSpan],
) -> Option<(usize, &'static str)> {
    let form = &groups[short].form;
    let is_body = |class: &str| {
        reading.is_a(class, "Organisation") && !reading.is_a(class, "GeopoliticalEntity")
    };
    let definite = |span: &NameSpan| {
        let before = span.tokens.start.checked_sub(1);
        before
            .is_some_and(|token| is_word(&reading.sentence(span.sentence).tokens[token], &["the"]))
    };
    let lone = !form.key.contains(' ') && form.gazetteer.is_none() && is_body(&form.class);
    if !lone
        || !groups[short]
            .spans
            .iter()
            .all(|&span| definite(&spans[span]))
    {
        return None;
    }
    let has_noun = |full: &NameGroup| {
        let mut words = full.form.key.split(' ');
        let first = words.next() == Some(&*form.key);
        let of = matches!(words.next(), Some("of" | "for"));
        first && of || full.form.key.ends_with(&format!(" {}", form.key))
    };
    let mut hosts = (0..groups.len())
        .filter(|&full| is_body(&groups[full].form.class) && has_noun(&groups[full]));
    let host = hosts.next()?;
    hosts
        .next()
        .is_none()
        .then_some((host, "the noun of the full name"))
}

/// The host, when all candidates mean the same entity: two people of one surname leave a bare surname alone.
fn only_host(
    groups: &[NameGroup],
    candidates: &[(usize, &'static str)],
) -> Option<(usize, &'static str)> {
    let by_surname: Vec<_> = candidates
        .iter()
        .filter(|(_, reason)| *reason != FIRST_PART)
        .copied()
        .collect();
    let candidates = if by_surname.is_empty() {
        candidates
    } else {
        &by_surname
    };
    let longest = candidates
        .iter()
        .max_by_key(|(group, _)| (groups[*group].form.key.len(), std::cmp::Reverse(*group)))?;
    let same = |(group, _): &(usize, &'static str)| {
        *group == longest.0
            || groups[longest.0]
                .form
                .key
                .contains(&groups[*group].form.key)
    };
    candidates.iter().all(same).then_some(*longest)
}

/// Of several people of one surname the one whose full name alone stands before the first bare surname of the
/// running text: news gives those who come later their given name again. Headlines do not count, for they
/// drop given names of everybody.
fn introduced_host(
    reading: Reading<'_>,
    groups: &[NameGroup],
    short: usize,
    candidates: &[(usize, &'static str)],
    spans: &[NameSpan],
) -> Option<(usize, &'static str)> {
    let first_in_text = |group: usize| {
        let places = groups[group].spans.iter().map(|&span| &spans[span]);
        places
            .filter(|span| reading.sentence(span.sentence).region != RegionKind::Headline)
            .map(|span| (span.sentence, span.tokens.start))
            .min()
    };
    let bare = first_in_text(short)?;
    let by_surname = candidates.iter().any(|(_, reason)| *reason != FIRST_PART);
    let mut introduced = candidates.iter().filter(|(group, reason)| {
        (!by_surname || *reason != FIRST_PART)
            && groups[*group].host.is_none()
            && first_in_text(*group).is_some_and(|full| full < bare)
    });
    let (group, _) = introduced.next()?;
    introduced
        .next()
        .is_none()
        .then_some((*group, "the only one of this surname named before"))
}

fn root_of(groups: &[NameGroup], group: usize) -> usize {
    let mut at = group;
    for _ in 0..groups.len() {
        match groups[at].host {
            Some((host, _)) => at = host,
            None => break,
        }
    }
    at
}

fn drafted(reading: Reading<'_>, groups: &[NameGroup], spans: &[NameSpan]) -> Entities {
    let mut group_of_span = vec![0; spans.len()];
    for (index, group) in groups.iter().enumerate() {
        for &span in &group.spans {
            group_of_span[span] = index;
        }
    }
    let mut order: Vec<usize> = (0..spans.len()).collect();
    order.sort_by_key(|&span| {
        let tokens = &spans[span].tokens;
        (
            spans[span].sentence,
            tokens.start,
            std::cmp::Reverse(tokens.end),
        )
    });
    let mut entities = Entities::default();
    let mut draft_of_root: FxHashMap<usize, EntityIndex> = FxHashMap::default();
    for span in order {
        let group = group_of_span[span];
        let root = root_of(groups, group);
        let index = *draft_of_root.entry(root).or_insert_with(|| {
            entities
                .drafts
                .push(empty_draft(reading, &groups[root], spans));
            EntityIndex(entities.drafts.len() - 1)
        });
        let reason = groups[group].host.map(|(_, reason)| reason.to_owned());
        add_mention(reading, &mut entities, index, &spans[span], reason);
    }
    entities.drafts.iter_mut().for_each(prefer_titled_name);
    entities
}

fn empty_draft(reading: Reading<'_>, group: &NameGroup, spans: &[NameSpan]) -> DraftEntity {
    let longest = group
        .spans
        .iter()
        .rev()
        .max_by_key(|&&span| spans[span].name.chars().count())
        .map(|&span| spans[span].name.clone())
        .unwrap_or_default();
    let gazetteer = group.form.gazetteer;
    DraftEntity {
        class: group.form.class.clone(),
        name: gazetteer.map_or(longest, |entry| reading.entry(entry).label.clone()),
        names: Vec::new(),
        gazetteer,
        anonymous: group.spans.iter().all(|&span| spans[span].anonymous),
        mentions: Vec::new(),
    }
}

fn add_mention(
    reading: Reading<'_>,
    entities: &mut Entities,
    index: EntityIndex,
    span: &NameSpan,
    reason: Option<String>,
) {
    let sentence = reading.sentence(span.sentence);
    let national = span.kind == MentionKind::Demonym && is_national(reading, sentence, span);
    for head in outer_heads(sentence, &span.tokens) {
        // "arrested an Iranian": what is done to one of its people is not done to the country.
        if national {
            break;
        }
        let at = TokenRef {
            sentence: span.sentence,
            token: head,
        };
        entities.by_head.entry(at).or_insert_with(|| vec![index]);
    }
    let draft = &mut entities.drafts[index.0];
    add_name(draft, &span.name);
    if let Some(short) = &span.short {
        add_name(draft, short);
    }
    if let Some(titled) = titled_name(reading, span) {
        add_name(draft, &titled);
    }
    draft.mentions.push(DraftMention {
        sentence: span.sentence,
        tokens: span.tokens.clone(),
        head: head_of(sentence, &span.tokens),
        kind: span.kind,
        literal: None,
        reason: reason.or_else(|| {
            (span.kind == MentionKind::Demonym).then(|| "adjective of the country".to_owned())
        }),
    });
}

/// "a Briton", "the Iranian": one of a people rather than their state; "the British" are both.
fn is_national(reading: Reading<'_>, sentence: &Sentence, span: &NameSpan) -> bool {
    let head = head_of(sentence, &span.tokens);
    let token = &sentence.tokens[head];
    let modifies = matches!(
        token.deprel,
        Deprel::Amod | Deprel::Compound | Deprel::NmodDesc
    );
    let children = |deprel| sentence.children_by(head, deprel);
    let one = children(Deprel::Det).any(|word| {
        matches!(
            &*sentence.tokens[word].lemma,
            "a" | "an" | "another" | "each" | "every"
        )
    });
    let counted = children(Deprel::Nummod).next().is_some();
    let definite = children(Deprel::Det).any(|word| &*sentence.tokens[word].lemma == "the");
    let plural = format!("{}s", span.name);
    let countable = reading.ontology.gazetteer.demonym(&plural).is_some();
    !modifies && !is_plural(token) && (one || counted || definite && countable)
}

/// "Prince Karl": a person's name with the title before it that belongs to it.
fn titled_name(reading: Reading<'_>, span: &NameSpan) -> Option<String> {
    let title = span.tokens.start.checked_sub(1)?;
    let word = &reading.sentence(span.sentence).tokens[title];
    let named_with = span.class == "Person"
        && is_capitalised(word)
        && reading.is_listed(word, WordList::NameTitle);
    named_with.then(|| format!("{} {}", word.text, span.name))
}

/// One word is less of a name than the same with its title.
fn prefer_titled_name(draft: &mut DraftEntity) {
    let end = format!(" {}", draft.name);
    let bare = draft.class == "Person" && draft.gazetteer.is_none() && !draft.name.contains(' ');
    let titled = draft
        .names
        .iter()
        .position(|name| bare && name.split(' ').count() == 2 && name.ends_with(&end));
    if let Some(titled) = titled {
        std::mem::swap(&mut draft.name, &mut draft.names[titled]);
    }
}

/// Adds a name the text uses, unless the entity has it already.
pub(crate) fn add_name(draft: &mut DraftEntity, name: &str) {
    let known = draft.name.eq_ignore_ascii_case(name) && name_key(&draft.name) == name_key(name)
        || draft.names.iter().any(|other| other == name);
    if !known {
        draft.names.push(name.to_owned());
    }
}
