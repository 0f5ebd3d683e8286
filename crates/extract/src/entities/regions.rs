//! Parts of states that are named by a point of the compass: "eastern Ukraine", "the southern United States".

use super::reading::{Reading, is_word, surface};
use super::span::NameSpan;
use newsgraph_language::{NameClass, Sentence};
use newsgraph_model::MentionKind;
use newsgraph_ontology::WordList;

/// Adds the regions of a sentence beside the states and territories that they are parts of. A capital letter makes
/// the words a name of their own ("Northern Ireland"), which is found as such.
pub(super) fn add_regions(reading: Reading<'_>, index: usize, spans: &mut Vec<NameSpan>) {
    let sentence = reading.sentence(index);
    let regions: Vec<NameSpan> = spans
        .iter()
        .filter(|span| span.kind == MentionKind::Name && has_regions(reading, span))
        .filter_map(|span| {
            let start = span.tokens.start.checked_sub(1)?;
            let word = &sentence.tokens[start];
            let compass = reading.is_listed(word, WordList::CompassAdjective)
                && word.text.starts_with(char::is_lowercase);
            let tokens = start..span.tokens.end;
            (compass && !names_several(reading, sentence, start)).then(|| NameSpan {
                sentence: index,
                class: "Territory".to_owned(),
                name: surface(sentence, tokens.clone()),
                tokens,
                short: None,
                gazetteer: None,
                kind: MentionKind::Name,
                recognised: Some(NameClass::Place),
                anonymous: false,
            })
        })
        .collect();
    spans.extend(regions);
    spans.sort_by_key(|span| (span.tokens.start, std::cmp::Reverse(span.tokens.end)));
}

/// "in central and southern Kenya": no one region is named.
fn names_several(reading: Reading<'_>, sentence: &Sentence, compass: usize) -> bool {
    let words = &sentence.tokens[..compass];
    let [.., first, and] = words else {
        return false;
    };
    is_word(and, &["and", "or", "to"]) && reading.is_listed(first, WordList::CompassAdjective)
}

fn has_regions(reading: Reading<'_>, span: &NameSpan) -> bool {
    reading.is_a(&span.class, "Country") || reading.is_a(&span.class, "Territory")
}
