use crate::vocabulary::terms;
use newsgraph_model::{Date, Modality, TimeBounds};
use oxigraph::model::vocab::xsd;
use oxigraph::model::{GraphName, Literal, NamedNode, NamedNodeRef, Quad, Term};

/// Collects the quads of one graph.
pub(crate) struct GraphBuilder {
    graph: GraphName,
    pub(crate) quads: Vec<Quad>,
}

impl GraphBuilder {
    pub(crate) fn new(graph: impl Into<GraphName>) -> Self {
        Self {
            graph: graph.into(),
            quads: Vec::new(),
        }
    }

    pub(crate) fn add(
        &mut self,
        subject: &NamedNode,
        predicate: NamedNodeRef<'_>,
        object: impl Into<Term>,
    ) {
        self.quads.push(Quad::new(
            subject.clone(),
            predicate.into_owned(),
            object,
            self.graph.clone(),
        ));
    }

    pub(crate) fn add_number(
        &mut self,
        subject: &NamedNode,
        predicate: NamedNodeRef<'_>,
        number: usize,
    ) {
        let literal = Literal::new_typed_literal(number.to_string(), xsd::INTEGER);
        self.add(subject, predicate, literal);
    }

    /// How the text presents a claim or event: modality and polarity.
    pub(crate) fn add_reading(&mut self, subject: &NamedNode, modality: Modality, negated: bool) {
        self.add(
            subject,
            terms::MODALITY,
            crate::vocabulary::ng(modality.as_str()),
        );
        self.add(subject, terms::NEGATED, Literal::from(negated));
    }

    /// First and last day, always whole dates so that they compare, and the precision.
    pub(crate) fn add_time(&mut self, subject: &NamedNode, time: TimeBounds) {
        if let Some(earliest) = time.earliest {
            self.add(subject, terms::EARLIEST_DATE, date(earliest));
        }
        if let Some(latest) = time.latest {
            self.add(subject, terms::LATEST_DATE, date(latest));
        }
        if let Some(precision) = time.precision.filter(|_| !time.is_unknown()) {
            self.add(
                subject,
                terms::DATE_PRECISION,
                simple(precision_name(precision)),
            );
        }
    }
}

pub(crate) fn date(day: Date) -> Literal {
    Literal::new_typed_literal(day.to_string(), xsd::DATE)
}

pub(crate) fn simple(text: &str) -> Literal {
    Literal::new_simple_literal(text)
}

/// Text in a language; plain text when the language tag is not valid (BCP 47).
pub(crate) fn tagged(text: &str, language: &str) -> Literal {
    Literal::new_language_tagged_literal(text, language).unwrap_or_else(|_| simple(text))
}

fn precision_name(precision: newsgraph_model::Precision) -> &'static str {
    use newsgraph_model::Precision::{After, Before, Day, Decade, Interval, Month, Week, Year};
    match precision {
        Day => "day",
        Week => "week",
        Month => "month",
        Year => "year",
        Decade => "decade",
        Interval => "interval",
        Before => "before",
        After => "after",
    }
}
