use crate::Certainty;
use newsgraph_ontology::ClassTree;

/// A kind of node that is drawn in one way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum NodeStyle {
    Person,
    Group,
    Organisation,
    Country,
    Place,
    Post,
    Event,
    Thing,
}

/// The classes of the vocabulary whose subclasses share a style.
const STYLED_CLASSES: [(&str, NodeStyle); 11] = [
    ("Person", NodeStyle::Person),
    ("Group", NodeStyle::Group),
    ("Organisation", NodeStyle::Organisation),
    ("GeopoliticalEntity", NodeStyle::Country),
    ("Country", NodeStyle::Country),
    ("Territory", NodeStyle::Country),
    ("City", NodeStyle::Country),
    ("Place", NodeStyle::Place),
    ("Post", NodeStyle::Post),
    ("Event", NodeStyle::Event),
    ("Entity", NodeStyle::Thing),
];

impl NodeStyle {
    /// The style of a class: that of the first styled class it is a kind of.
    pub(super) fn of_class(class: &str, classes: &ClassTree) -> Self {
        STYLED_CLASSES
            .iter()
            .find(|(styled, _)| classes.is_a(class, styled))
            .map_or(Self::Thing, |&(_, style)| style)
    }

    pub(super) fn label(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Group => "group",
            Self::Organisation => "organisation",
            Self::Country => "country, territory, city",
            Self::Place => "other place",
            Self::Post => "post",
            Self::Event => "event",
            Self::Thing => "other",
        }
    }

    pub(super) fn shape(self) -> &'static str {
        match self {
            Self::Person | Self::Group => "ellipse",
            Self::Organisation | Self::Country | Self::Place => "box",
            Self::Post => "note",
            Self::Event => "hexagon",
            Self::Thing => "tab",
        }
    }

    /// Graphviz `style`.
    pub(super) fn drawing(self) -> &'static str {
        match self {
            Self::Organisation => "filled,rounded",
            Self::Group | Self::Place => "filled,dashed",
            _ => "filled",
        }
    }

    pub(super) fn fill(self) -> &'static str {
        match self {
            Self::Person => "#dbe9f8",
            Self::Group => "#eef4fb",
            Self::Organisation => "#fdeecd",
            Self::Country => "#dcf0d8",
            Self::Place => "#f0f8ee",
            Self::Post => "#ece4f5",
            Self::Event => "#fbdfe0",
            Self::Thing => "#efefef",
        }
    }

    pub(super) fn border(self) -> &'static str {
        match self {
            Self::Person | Self::Group => "#2b67a8",
            Self::Organisation => "#b87a11",
            Self::Country | Self::Place => "#3f7d32",
            Self::Post => "#75509e",
            Self::Event => "#b0414a",
            Self::Thing => "#767676",
        }
    }
}

/// How an edge of some certainty is drawn.
pub(super) struct EdgeStyle {
    /// Graphviz `style`.
    pub(super) line: &'static str,
    pub(super) color: &'static str,
    pub(super) arrow: &'static str,
    /// A stretch of the line, for the legend.
    pub(super) sample: &'static str,
    pub(super) meaning: &'static str,
}

impl EdgeStyle {
    pub(super) fn of(certainty: Certainty) -> Self {
        let (line, color, arrow, sample, meaning) = match certainty {
            Certainty::Fact => ("solid", "#3c4043", "normal", "———", "stated as fact"),
            Certainty::Attributed => (
                "dotted",
                "#75509e",
                "normal",
                "· · · ·",
                "on the word of a source",
            ),
            Certainty::Open => (
                "dashed",
                "#1f6f9f",
                "empty",
                "– – –",
                "planned, wanted or possible",
            ),
            Certainty::Alleged => ("dotted", "#c26a00", "empty", "· · · ·", "alleged"),
            Certainty::Denied => ("dashed", "#c5221f", "tee", "–✕–", "denied"),
        };
        Self {
            line,
            color,
            arrow,
            sample,
            meaning,
        }
    }
}
