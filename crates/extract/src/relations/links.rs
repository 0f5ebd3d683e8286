use crate::draft::TokenRef;
use crate::syntax::Tree;
use newsgraph_language::Deprel;
use newsgraph_model::EventLinkKind;

/// A link from the event of one trigger to that of another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct DraftLink {
    pub(crate) kind: EventLinkKind,
    pub(crate) from: TokenRef,
    pub(crate) to: TokenRef,
}

/// Two triggers of one agenda: verbs joined for one subject, or what is done and what for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct AgendaPair(pub(crate) TokenRef, pub(crate) TokenRef);

/// The pairs of a sentence's triggers that share an agenda: "will hold talks and then travel to Bern to meet her".
pub(crate) fn agenda_pairs(
    tree: &Tree<'_>,
    sentence: usize,
    triggers: &[usize],
) -> Vec<AgendaPair> {
    let at = |token: usize| TokenRef { sentence, token };
    let mut pairs: Vec<AgendaPair> = Vec::new();
    for &later in triggers {
        let joined = matches!(
            tree.deprel(later),
            Deprel::Conj | Deprel::Advcl | Deprel::Xcomp
        ) && tree
            .child_by(later, &[Deprel::Nsubj, Deprel::NsubjPass])
            .is_none();
        let Some(earlier) = tree.head(later).filter(|_| joined) else {
            continue;
        };
        let pair = AgendaPair(at(earlier), at(later));
        if triggers.contains(&earlier) && !pairs.contains(&pair) {
            pairs.push(pair);
        }
    }
    pairs
}

const WORDS: &[(&str, EventLinkKind)] = &[
    ("in response to", EventLinkKind::InResponseTo),
    ("in retaliation for", EventLinkKind::InResponseTo),
    ("in reaction to", EventLinkKind::InResponseTo),
    ("in revenge for", EventLinkKind::InResponseTo),
    ("because of", EventLinkKind::Because),
    ("because", EventLinkKind::Because),
    ("due to", EventLinkKind::Because),
    ("over", EventLinkKind::Because),
    ("after", EventLinkKind::After),
    ("following", EventLinkKind::After),
    ("before", EventLinkKind::Before),
    ("ahead of", EventLinkKind::Before),
    ("to", EventLinkKind::Purpose),
];

/// The links that the tree shows between the events of one sentence: the word between a clause or phrase and
/// the one it hangs on.
pub(crate) fn links_between(
    tree: &Tree<'_>,
    sentence: usize,
    triggers: &[usize],
) -> Vec<DraftLink> {
    let mut links: Vec<DraftLink> = Vec::new();
    for &to in triggers {
        let Some((kind, above)) = link_above(tree, to) else {
            continue;
        };
        let from = triggers
            .iter()
            .copied()
            .find(|&from| from != to && from == above)
            .or_else(|| {
                let stays_inside = |&from: &usize| from != to && tree.head(from) == Some(above);
                triggers.iter().copied().find(stays_inside)
            });
        let Some(from) = from else { continue };
        let link = DraftLink {
            kind,
            from: TokenRef {
                sentence,
                token: from,
            },
            to: TokenRef {
                sentence,
                token: to,
            },
        };
        if !links.contains(&link) {
            links.push(link);
        }
    }
    links
}

/// The word that joins the trigger's clause or phrase to the one above, and the head of that one.
fn link_above(tree: &Tree<'_>, trigger: usize) -> Option<(EventLinkKind, usize)> {
    let mut at = trigger;
    for _ in 0..4 {
        let head = tree.head(at)?;
        if let Some(kind) = joining_word(tree, at) {
            return Some((kind, head));
        }
        if !matches!(
            tree.deprel(at),
            Deprel::Obj | Deprel::Nmod | Deprel::Conj | Deprel::Xcomp
        ) {
            return None;
        }
        at = head;
    }
    None
}

fn joining_word(tree: &Tree<'_>, at: usize) -> Option<EventLinkKind> {
    let mut words: Vec<usize> = tree
        .children_by(at, &[Deprel::Case, Deprel::Mark])
        .flat_map(|word| std::iter::once(word).chain(tree.children_by(word, &[Deprel::Fixed])))
        .collect();
    words.sort_unstable();
    let joined: Vec<&str> = words.iter().map(|&word| tree.lemma(word)).collect();
    let joined = joined.join(" ");
    // "in response to" is also parsed as a noun "response" with a phrase of its own.
    let nominal = tree.head(at).and_then(|head| {
        let case = tree.child_by(head, &[Deprel::Case])?;
        Some(format!(
            "{} {} {joined}",
            tree.lemma(case),
            tree.lemma(head)
        ))
    });
    let is_purpose = |word: &str| word != "to" || tree.deprel(at) == Deprel::Advcl;
    WORDS
        .iter()
        .find(|(word, _)| (joined == *word || nominal.as_deref() == Some(word)) && is_purpose(word))
        .map(|(_, kind)| *kind)
}
