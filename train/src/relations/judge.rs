use super::mapping::{Direction, Row};
use super::passage::{Fact, Passage};
use newsgraph_model::{Claim, Document, Entity, Span, TextIndex};
use newsgraph_ontology::ClassTree;

/// What became of the facts and claims of one passage.
#[derive(Clone, Debug)]
pub(crate) struct Verdict {
    /// Each fact that one of our relations can tell, and whether a claim did.
    pub(super) facts: Vec<(Fact, bool)>,
    /// Position of each judged claim in the document, and whether the corpus has a fact that it tells.
    pub(crate) claims: Vec<(usize, bool)>,
}

/// Holds the claims of a document against the facts of its passage.
pub(super) fn judge(
    rows: &[&Row],
    classes: &ClassTree,
    passage: &Passage,
    document: &Document,
) -> Verdict {
    let mut told = vec![false; passage.facts.len()];
    let mut claims = Vec::new();
    // A corpus of facts says nothing of what is not so.
    let positive = document
        .claims
        .iter()
        .enumerate()
        .filter(|(_, claim)| !claim.negated);
    for (position, claim) in positive {
        let (Some(subject), Some(object)) = (
            document.entity(&claim.subject),
            document.entity(&claim.object),
        ) else {
            continue;
        };
        let fitting: Vec<&Row> = rows
            .iter()
            .copied()
            .filter(|row| row.relation == claim.relation && row.admits(classes, subject, object))
            .collect();
        let mut right = false;
        for (fact, told) in passage.facts.iter().zip(&mut told) {
            if fitting.iter().any(|row| tells(row, subject, object, fact)) {
                right = true;
                *told = true;
            }
        }
        let implied = fitting
            .iter()
            .any(|row| row.implies() && passage.kinds.contains(&row.kind));
        if right || (implied && is_covered(passage, claim, subject, object)) {
            claims.push((position, right));
        }
    }
    let known = |fact: &Fact| rows.iter().any(|row| row.kind == fact.kind);
    let facts = passage.facts.iter().cloned().zip(told);
    Verdict {
        facts: facts.filter(|(fact, _)| known(fact)).collect(),
        claims,
    }
}

/// The claims of a document that a corpus can judge, and whether they are right.
pub(crate) fn judged_claims(
    rows: &[&Row],
    classes: &ClassTree,
    passage: &Passage,
    document: &Document,
) -> Vec<(usize, bool)> {
    judge(rows, classes, passage, document).claims
}

fn tells(row: &Row, subject: &Entity, object: &Entity, fact: &Fact) -> bool {
    let same = || means(subject, &fact.subject) && means(object, &fact.object);
    let reversed = || means(subject, &fact.object) && means(object, &fact.subject);
    row.kind == fact.kind
        && match row.direction {
            Direction::Same => same(),
            Direction::Reversed => reversed(),
            Direction::Either => same() || reversed(),
        }
}

fn means(entity: &Entity, places: &[Span]) -> bool {
    entity
        .mentions
        .iter()
        .any(|mention| places.iter().any(|place| place.overlaps(mention.span)))
}

/// Whether the annotators looked at the claim's words, and marked both of its ends in that sentence.
fn is_covered(passage: &Passage, claim: &Claim, subject: &Entity, object: &Entity) -> bool {
    let marked = |entity: &Entity| {
        passage.ends.as_ref().is_none_or(|ends| {
            let here = entity
                .mentions
                .iter()
                .filter(|mention| claim.sentence.contains(mention.span));
            let mut spans = here.map(|mention| mention.span);
            spans.any(|span| ends.iter().any(|end| end.overlaps(span)))
        })
    };
    claim.sentence.end() <= passage.reach && marked(subject) && marked(object)
}

impl Verdict {
    /// Prints each missed fact and each false claim with its sentence.
    pub(super) fn print(&self, passage: &Passage, document: &Document) {
        let text = TextIndex::new(&passage.text);
        let words = |spans: &[Span]| {
            spans
                .first()
                .map_or("", |&span| text.slice(span))
                .to_owned()
        };
        for (fact, _) in self.facts.iter().filter(|(_, told)| !told) {
            let near = fact.subject.first().copied().unwrap_or(Span::new(0, 0));
            let sentence = document
                .sentences
                .iter()
                .find(|sentence| sentence.span.overlaps(near));
            println!(
                "missed\t{}\t{}\t{}\t{}",
                fact.kind,
                words(&fact.subject),
                words(&fact.object),
                sentence.map_or("", |sentence| text.slice(sentence.span))
            );
        }
        let name = |id| {
            document
                .entity(id)
                .map_or("?", |entity| entity.name.as_str())
        };
        for &(position, _) in self.claims.iter().filter(|(_, right)| !right) {
            let claim = &document.claims[position];
            println!(
                "false\t{}\t{}\t{}\t{}\t{}",
                claim.relation,
                name(&claim.subject),
                name(&claim.object),
                claim.pattern,
                text.slice(claim.sentence)
            );
        }
    }
}
