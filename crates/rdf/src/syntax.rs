use crate::error::RdfError;
use crate::order::sort_quads;
use crate::vocabulary::PREFIXES;
use oxigraph::io::{RdfFormat, RdfParseError, RdfParser, RdfSerializer, WriterQuadSerializer};
use oxigraph::model::{GraphName, Quad};
use std::io::{Read, Write};

/// How RDF is written down.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Syntax {
    /// Turtle; holds one graph.
    Turtle,
    /// TriG; holds named graphs.
    TriG,
    /// N-Triples; holds one graph.
    NTriples,
    /// N-Quads; holds named graphs.
    NQuads,
    /// RDF/XML; holds one graph.
    RdfXml,
    /// JSON-LD; holds named graphs.
    JsonLd,
}

impl Syntax {
    /// Every syntax.
    pub const ALL: [Self; 6] = [
        Self::Turtle,
        Self::TriG,
        Self::NTriples,
        Self::NQuads,
        Self::RdfXml,
        Self::JsonLd,
    ];

    /// The name on the command line.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Turtle => "turtle",
            Self::TriG => "trig",
            Self::NTriples => "ntriples",
            Self::NQuads => "nquads",
            Self::RdfXml => "rdfxml",
            Self::JsonLd => "jsonld",
        }
    }

    /// The syntax with this name on the command line.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|syntax| syntax.as_str() == name)
    }

    /// The syntax that files with this extension are written in, without the dot: `ttl`, `nq`.
    pub fn from_extension(extension: &str) -> Option<Self> {
        let extension = extension.to_ascii_lowercase();
        Self::ALL
            .into_iter()
            .find(|syntax| syntax.extension() == extension)
            .or(match extension.as_str() {
                "xml" => Some(Self::RdfXml),
                "json" => Some(Self::JsonLd),
                _ => None,
            })
    }

    /// The extension of files in this syntax, without the dot.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Turtle => "ttl",
            Self::TriG => "trig",
            Self::NTriples => "nt",
            Self::NQuads => "nq",
            Self::RdfXml => "rdf",
            Self::JsonLd => "jsonld",
        }
    }

    /// Whether the syntax can hold named graphs. One that cannot holds the default graph alone: the entities
    /// and what is stated as fact.
    pub fn holds_named_graphs(self) -> bool {
        matches!(self, Self::TriG | Self::NQuads | Self::JsonLd)
    }

    pub(crate) fn format(self) -> RdfFormat {
        match self {
            Self::Turtle => RdfFormat::Turtle,
            Self::TriG => RdfFormat::TriG,
            Self::NTriples => RdfFormat::NTriples,
            Self::NQuads => RdfFormat::NQuads,
            Self::RdfXml => RdfFormat::RdfXml,
            Self::JsonLd => RdfFormat::JsonLd {
                profile: Default::default(),
            },
        }
    }

    pub(crate) fn serializer<W: Write>(self, writer: W) -> WriterQuadSerializer<W> {
        let mut serializer = RdfSerializer::from_format(self.format());
        for (name, iri) in PREFIXES {
            // The prefixes are valid IRIs, so none is refused; a test writes every syntax with them.
            if let Ok(with_prefix) = serializer.clone().with_prefix(name, iri) {
                serializer = with_prefix;
            }
        }
        serializer.for_writer(writer)
    }
}

/// Writes quads in the order given; a syntax without named graphs gets those of the default graph alone.
///
/// # Errors
/// When the writer fails.
pub fn write_quads<'q>(
    quads: impl IntoIterator<Item = &'q Quad>,
    syntax: Syntax,
    writer: impl Write,
) -> Result<(), RdfError> {
    let mut serializer = syntax.serializer(writer);
    for quad in quads {
        if syntax.holds_named_graphs() || quad.graph_name == GraphName::DefaultGraph {
            serializer.serialize_quad(quad)?;
        }
    }
    serializer.finish()?.flush()?;
    Ok(())
}

/// Reads RDF and gives its quads, sorted. `source_name` stands in messages for where it came from.
///
/// # Errors
/// When the input cannot be read or is not valid; names line and column.
pub fn read_quads(
    reader: impl Read,
    syntax: Syntax,
    source_name: &str,
) -> Result<Vec<Quad>, RdfError> {
    let mut quads = RdfParser::from_format(syntax.format())
        .for_reader(reader)
        .collect::<Result<Vec<Quad>, _>>()
        .map_err(|error| parse_error(error, syntax, source_name))?;
    sort_quads(&mut quads);
    Ok(quads)
}

pub(crate) fn parse_error(error: RdfParseError, syntax: Syntax, source_name: &str) -> RdfError {
    match error {
        RdfParseError::Io(error) => RdfError::Io(error),
        RdfParseError::Syntax(error) => {
            let start = error.location().map(|range| range.start);
            RdfError::Syntax {
                source_name: source_name.to_owned(),
                syntax: syntax.as_str(),
                line: start.as_ref().map(|position| position.line + 1),
                column: start.as_ref().map(|position| position.column + 1),
                problem: error.to_string(),
            }
        }
    }
}
