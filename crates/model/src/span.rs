use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A half-open range `start..end` of Unicode scalar values of an article's text; never reversed.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(try_from = "RawSpan")]
pub struct Span {
    start: usize,
    end: usize,
}

/// A span that would end before it starts.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a span cannot end ({end}) before it starts ({start})")]
pub struct SpanError {
    start: usize,
    end: usize,
}

#[derive(Deserialize, JsonSchema)]
struct RawSpan {
    start: usize,
    end: usize,
}

impl TryFrom<RawSpan> for Span {
    type Error = SpanError;

    fn try_from(raw: RawSpan) -> Result<Self, SpanError> {
        Self::try_new(raw.start, raw.end)
    }
}

impl Span {
    /// The span `start..end`; when the two are reversed the span is empty at `start`.
    pub fn new(start: usize, end: usize) -> Self {
        Self {
            start,
            end: end.max(start),
        }
    }

    /// The span `start..end`, for offsets that come from outside the program.
    ///
    /// # Errors
    /// When `end` lies before `start`.
    pub fn try_new(start: usize, end: usize) -> Result<Self, SpanError> {
        if end < start {
            Err(SpanError { start, end })
        } else {
            Ok(Self { start, end })
        }
    }

    /// Offset of the first character.
    pub fn start(self) -> usize {
        self.start
    }

    /// Offset after the last character.
    pub fn end(self) -> usize {
        self.end
    }

    /// Number of characters.
    pub fn len(self) -> usize {
        self.end - self.start
    }

    /// Whether the span holds no character.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// Whether `other` lies wholly inside this span.
    pub fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two spans share a character.
    pub fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The smallest span that covers both.
    pub fn cover(self, other: Span) -> Span {
        Span {
            start: self.start.min(other.start),
            end: self.end.max(other.end),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reversed_offsets_are_refused_when_read() {
        assert!(serde_json::from_str::<Span>(r#"{"start":5,"end":4}"#).is_err());
        assert_eq!(
            serde_json::from_str::<Span>(r#"{"start":4,"end":5}"#).unwrap(),
            Span::new(4, 5)
        );
    }

    #[test]
    fn touching_spans_do_not_overlap() {
        assert!(!Span::new(0, 3).overlaps(Span::new(3, 5)));
        assert!(Span::new(0, 4).overlaps(Span::new(3, 5)));
    }
}
