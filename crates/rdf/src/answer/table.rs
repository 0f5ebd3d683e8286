use super::AnswerSummary;
use crate::error::RdfError;
use crate::store::evaluation_error;
use crate::vocabulary::PREFIXES;
use oxigraph::model::Term;
use oxigraph::model::vocab::xsd;
use oxigraph::sparql::QuerySolutionIter;
use std::io::Write;

/// Cells are cut here, so that one long sentence does not push all columns out of sight.
const WIDEST_CELL: usize = 80;

struct Cell {
    text: String,
    width: usize,
    numeric: bool,
}

impl Cell {
    fn new(text: &str, numeric: bool) -> Self {
        let mut text: String = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let mut width = text.chars().count();
        if width > WIDEST_CELL {
            text = text.chars().take(WIDEST_CELL - 1).chain(['…']).collect();
            width = WIDEST_CELL;
        }
        Self {
            text,
            width,
            numeric,
        }
    }
}

/// Rows as aligned columns under their variables; numbers stand to the right.
pub(super) fn write(
    rows: QuerySolutionIter<'static>,
    mut writer: impl Write,
) -> Result<AnswerSummary, RdfError> {
    let variables = rows.variables().to_vec();
    let mut cells: Vec<Vec<Cell>> = Vec::new();
    for row in rows {
        let row = row.map_err(evaluation_error)?;
        cells.push(
            variables
                .iter()
                .map(|variable| row.get(variable).map_or_else(|| Cell::new("", false), cell))
                .collect(),
        );
    }
    let header: Vec<Cell> = variables
        .iter()
        .map(|variable| Cell::new(variable.as_str(), false))
        .collect();
    let widths: Vec<usize> = (0..variables.len())
        .map(|column| {
            std::iter::once(&header)
                .chain(&cells)
                .map(|row| row[column].width)
                .max()
                .unwrap_or_default()
        })
        .collect();
    write_row(&mut writer, &header, &widths)?;
    let rules: Vec<String> = widths.iter().map(|width| "─".repeat(*width)).collect();
    writeln!(writer, "{}", rules.join("  "))?;
    for row in &cells {
        write_row(&mut writer, row, &widths)?;
    }
    writer.flush()?;
    Ok(AnswerSummary::Rows(cells.len()))
}

fn write_row(writer: &mut impl Write, row: &[Cell], widths: &[usize]) -> std::io::Result<()> {
    let mut line = String::new();
    for (column, (cell, width)) in row.iter().zip(widths).enumerate() {
        if column > 0 {
            line.push_str("  ");
        }
        let padding = " ".repeat(width - cell.width);
        if cell.numeric {
            line.push_str(&padding);
            line.push_str(&cell.text);
        } else {
            line.push_str(&cell.text);
            line.push_str(&padding);
        }
    }
    writeln!(writer, "{}", line.trim_end())
}

fn cell(term: &Term) -> Cell {
    match term {
        Term::NamedNode(node) => Cell::new(&short_name(node.as_str()), false),
        Term::Literal(literal) => {
            let numeric = matches!(
                literal.datatype(),
                xsd::INTEGER | xsd::DECIMAL | xsd::DOUBLE | xsd::FLOAT
            );
            Cell::new(literal.value(), numeric)
        }
        other => Cell::new(&other.to_string(), false),
    }
}

/// `ng:meets` for an IRI of a known namespace, else the IRI.
fn short_name(iri: &str) -> String {
    PREFIXES
        .iter()
        .find_map(|(name, namespace)| {
            let local = iri.strip_prefix(namespace)?;
            (!local.contains(['/', '#'])).then(|| format!("{name}:{local}"))
        })
        .unwrap_or_else(|| iri.to_owned())
}
