//! Parts of states that are named by a point of the compass: "eastern Ukraine", "the southern United States".

use super::reading::{Reading, is_word, surface};
use super::span::NameSpan;
use newsgraph_language::NameClass;
use newsgraph_model::MentionKind;

/// Points of the compass before the name of what they are a part of.
pub(crate) const COMPASS: &[&str] = &[
    "northern",
    "southern",
    "eastern",
    "western",
    "central",
    "northeastern",
    "northwestern",
    "southeastern",
    "southwestern",
    "north-eastern",
    "north-western",
    "south-eastern",
    "south-western",
    "northeast",
    "northwest",
    "southeast",
    "southwest",
];

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
            let compass = is_word(word, COMPASS) && word.text.starts_with(char::is_lowercase);
            let tokens = start..span.tokens.end;
            compass.then(|| NameSpan {
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

fn has_regions(reading: Reading<'_>, span: &NameSpan) -> bool {
    reading.is_a(&span.class, "Country") || reading.is_a(&span.class, "Territory")
}
