use super::label::html;
use super::style::{EdgeStyle, NodeStyle};
use crate::Certainty;
use std::collections::BTreeSet;
use std::fmt::Write;

/// The legend as an HTML-like label, with the styles that the drawing uses.
pub(super) fn table(nodes: &BTreeSet<NodeStyle>, edges: &BTreeSet<Certainty>) -> String {
    let mut out = String::from(
        "<<TABLE BORDER=\"1\" COLOR=\"#c8c8c8\" CELLBORDER=\"0\" CELLSPACING=\"3\" CELLPADDING=\"2\">",
    );
    for style in nodes {
        let border_style = if style.drawing().contains("rounded") {
            "ROUNDED"
        } else if style.drawing().contains("dashed") {
            "DASHED"
        } else {
            "SOLID"
        };
        let _ = write!(
            out,
            "<TR><TD BORDER=\"1\" STYLE=\"{border_style}\" WIDTH=\"34\" BGCOLOR=\"{}\" COLOR=\"{}\"> </TD>\
             <TD ALIGN=\"LEFT\">{}</TD></TR>",
            style.fill(),
            style.border(),
            html(style.label()),
        );
    }
    for certainty in edges {
        let style = EdgeStyle::of(*certainty);
        let _ = write!(
            out,
            "<TR><TD><FONT COLOR=\"{}\"><B>{}</B></FONT></TD><TD ALIGN=\"LEFT\">{}</TD></TR>",
            style.color,
            html(style.sample),
            html(style.meaning),
        );
    }
    out.push_str("</TABLE>>");
    out
}
