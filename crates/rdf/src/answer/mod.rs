//! Answers to queries, and how they are written.

mod table;

use crate::error::RdfError;
use crate::order::sort_triples;
use crate::store::evaluation_error;
use crate::syntax::Syntax;
use oxigraph::model::{GraphNameRef, Triple};
use oxigraph::sparql::results::{QueryResultsFormat, QueryResultsSerializer};
use oxigraph::sparql::{QueryResults, QuerySolutionIter, QueryTripleIter};
use std::io::Write;

/// The answer to a query, not yet read to its end.
pub struct Answer {
    results: QueryResults<'static>,
}

/// What kind of answer a query has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum AnswerKind {
    /// Rows of a SELECT query.
    Rows,
    /// Yes or no to an ASK query.
    Boolean,
    /// Triples of a CONSTRUCT or DESCRIBE query.
    Triples,
}

/// What was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum AnswerSummary {
    /// So many rows.
    Rows(usize),
    /// This answer.
    Boolean(bool),
    /// So many triples.
    Triples(usize),
}

/// How an answer is written. Rows and booleans: a table for people, or the W3C formats. Triples: RDF; `Table`
/// is then Turtle, `Json` JSON-LD and `Xml` RDF/XML.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum AnswerFormat {
    /// Aligned columns with short names, for people.
    #[default]
    Table,
    /// SPARQL 1.1 Query Results CSV.
    Csv,
    /// SPARQL 1.1 Query Results TSV.
    Tsv,
    /// SPARQL 1.1 Query Results JSON.
    Json,
    /// SPARQL Query Results XML.
    Xml,
    /// RDF, for CONSTRUCT and DESCRIBE.
    Rdf(Syntax),
}

impl AnswerFormat {
    /// The format with this name on the command line: `table`, `csv`, `tsv`, `json`, `xml`, or an RDF syntax.
    pub fn from_name(name: &str) -> Option<Self> {
        match name {
            "table" => Some(Self::Table),
            "csv" => Some(Self::Csv),
            "tsv" => Some(Self::Tsv),
            "json" => Some(Self::Json),
            "xml" => Some(Self::Xml),
            other => Syntax::from_name(other).map(Self::Rdf),
        }
    }

    /// The name on the command line.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Table => "table",
            Self::Csv => "csv",
            Self::Tsv => "tsv",
            Self::Json => "json",
            Self::Xml => "xml",
            Self::Rdf(syntax) => syntax.as_str(),
        }
    }

    fn for_rows(self, answer: &'static str) -> Result<Option<QueryResultsFormat>, RdfError> {
        match self {
            Self::Table => Ok(None),
            Self::Csv => Ok(Some(QueryResultsFormat::Csv)),
            Self::Tsv => Ok(Some(QueryResultsFormat::Tsv)),
            Self::Json => Ok(Some(QueryResultsFormat::Json)),
            Self::Xml => Ok(Some(QueryResultsFormat::Xml)),
            Self::Rdf(syntax) => Err(RdfError::WrongFormat {
                answer,
                format: syntax.as_str(),
                instead: "table, csv, tsv, json or xml (CONSTRUCT and DESCRIBE answer in RDF)",
            }),
        }
    }

    fn for_triples(self) -> Result<Syntax, RdfError> {
        match self {
            Self::Table => Ok(Syntax::Turtle),
            Self::Json => Ok(Syntax::JsonLd),
            Self::Xml => Ok(Syntax::RdfXml),
            Self::Rdf(syntax) => Ok(syntax),
            Self::Csv | Self::Tsv => Err(RdfError::WrongFormat {
                answer: "the answer to CONSTRUCT or DESCRIBE",
                format: self.as_str(),
                instead: "turtle, ntriples, rdfxml or jsonld (SELECT answers in rows)",
            }),
        }
    }
}

impl Answer {
    pub(crate) fn new(results: QueryResults<'static>) -> Self {
        Self { results }
    }

    /// What kind of answer it is.
    pub fn kind(&self) -> AnswerKind {
        match self.results {
            QueryResults::Solutions(_) => AnswerKind::Rows,
            QueryResults::Boolean(_) => AnswerKind::Boolean,
            QueryResults::Graph(_) => AnswerKind::Triples,
        }
    }

    /// Writes the answer and says what it was. Rows keep the query's order; triples are sorted.
    ///
    /// # Errors
    /// When the answer has no such format, when the evaluation fails half-way, or when the writer does.
    pub fn write(
        self,
        format: AnswerFormat,
        writer: impl Write,
    ) -> Result<AnswerSummary, RdfError> {
        match self.results {
            QueryResults::Solutions(rows) => match format.for_rows("the answer to SELECT")? {
                None => table::write(rows, writer),
                Some(format) => write_rows(rows, format, writer),
            },
            QueryResults::Boolean(value) => {
                write_boolean(value, format.for_rows("the answer to ASK")?, writer)
            }
            QueryResults::Graph(triples) => write_triples(triples, format.for_triples()?, writer),
        }
    }
}

fn write_rows(
    rows: QuerySolutionIter<'static>,
    format: QueryResultsFormat,
    writer: impl Write,
) -> Result<AnswerSummary, RdfError> {
    let mut serializer = QueryResultsSerializer::from_format(format)
        .serialize_solutions_to_writer(writer, rows.variables().to_vec())?;
    let mut count = 0;
    for row in rows {
        serializer.serialize(&row.map_err(evaluation_error)?)?;
        count += 1;
    }
    let mut writer = serializer.finish()?;
    if matches!(format, QueryResultsFormat::Json | QueryResultsFormat::Xml) {
        writeln!(writer)?;
    }
    writer.flush()?;
    Ok(AnswerSummary::Rows(count))
}

fn write_boolean(
    value: bool,
    format: Option<QueryResultsFormat>,
    mut writer: impl Write,
) -> Result<AnswerSummary, RdfError> {
    if let Some(format) = format {
        QueryResultsSerializer::from_format(format)
            .serialize_boolean_to_writer(&mut writer, value)?;
        writeln!(writer)?;
    } else {
        writeln!(writer, "{value}")?;
    }
    writer.flush()?;
    Ok(AnswerSummary::Boolean(value))
}

fn write_triples(
    triples: QueryTripleIter<'static>,
    syntax: Syntax,
    writer: impl Write,
) -> Result<AnswerSummary, RdfError> {
    let mut triples = triples
        .collect::<Result<Vec<Triple>, _>>()
        .map_err(evaluation_error)?;
    sort_triples(&mut triples);
    let mut serializer = syntax.serializer(writer);
    for triple in &triples {
        serializer.serialize_quad(triple.as_ref().in_graph(GraphNameRef::DefaultGraph))?;
    }
    serializer.finish()?.flush()?;
    Ok(AnswerSummary::Triples(triples.len()))
}
