use newsgraph_language::NameClass;
use newsgraph_model::MentionKind;
use newsgraph_ontology::GazetteerId;
use std::ops::Range;

/// Words of one sentence that name something.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct NameSpan {
    pub(super) sentence: usize,
    /// Without leading article, title or trailing possessive.
    pub(super) tokens: Range<usize>,
    /// Local name of the class.
    pub(super) class: String,
    pub(super) name: String,
    /// A shorter name that the words contain: "Senate" of "Kenyan Senate".
    pub(super) short: Option<String>,
    pub(super) gazetteer: Option<GazetteerId>,
    pub(super) kind: MentionKind,
    /// Whether a recogniser or the gazetteer knows what it is, rather than its shape alone.
    pub(super) recognised: Option<NameClass>,
    /// Only described: "Russian troops".
    pub(super) anonymous: bool,
}

impl NameSpan {
    pub(super) fn overlaps(&self, other: &Range<usize>) -> bool {
        self.tokens.start < other.end && other.start < self.tokens.end
    }

    pub(super) fn covers(&self, other: &Range<usize>) -> bool {
        self.tokens.start <= other.start && other.end <= self.tokens.end
    }
}
