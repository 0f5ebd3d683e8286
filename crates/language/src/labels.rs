//! The closed label sets of Universal Dependencies and of the Penn Treebank, as used by the English
//! treebanks EWT and GUM.

use std::{fmt, str::FromStr};

/// A label that the label set does not have.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{label:?} is not a {set} label")]
pub struct UnknownLabel {
    label: String,
    set: &'static str,
}

macro_rules! label_set {
    ($(#[$doc:meta])* $name:ident, $set:literal, { $($variant:ident = $text:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[repr(u8)]
        #[allow(missing_docs, reason = "each variant is the label it is written as")]
        pub enum $name { $($variant),+ }

        impl $name {
            /// Every label, in a fixed order.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The label as treebanks write it.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $text),+ }
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl FromStr for $name {
            type Err = UnknownLabel;

            fn from_str(label: &str) -> Result<Self, UnknownLabel> {
                match label {
                    $($text => Ok(Self::$variant),)+
                    _ => Err(UnknownLabel { label: label.to_owned(), set: $set }),
                }
            }
        }
    };
}

label_set!(
    /// A universal part of speech.
    Upos, "UPOS", {
    Adj = "ADJ", Adp = "ADP", Adv = "ADV", Aux = "AUX", Cconj = "CCONJ", Det = "DET", Intj = "INTJ",
    Noun = "NOUN", Num = "NUM", Part = "PART", Pron = "PRON", Propn = "PROPN", Punct = "PUNCT",
    Sconj = "SCONJ", Sym = "SYM", Verb = "VERB", X = "X",
});

label_set!(
    /// A Penn Treebank tag.
    Xpos, "Penn Treebank", {
    Cc = "CC", Cd = "CD", Dt = "DT", Ex = "EX", Fw = "FW", In = "IN", Jj = "JJ", Jjr = "JJR", Jjs = "JJS",
    Ls = "LS", Md = "MD", Nn = "NN", Nns = "NNS", Nnp = "NNP", Nnps = "NNPS", Pdt = "PDT", Pos = "POS",
    Prp = "PRP", PrpPoss = "PRP$", Rb = "RB", Rbr = "RBR", Rbs = "RBS", Rp = "RP", Sym = "SYM", To = "TO",
    Uh = "UH", Vb = "VB", Vbd = "VBD", Vbg = "VBG", Vbn = "VBN", Vbp = "VBP", Vbz = "VBZ", Wdt = "WDT",
    Wp = "WP", WpPoss = "WP$", Wrb = "WRB", Add = "ADD", Afx = "AFX", Gw = "GW", Hyph = "HYPH", Nfp = "NFP",
    Xx = "XX", Dollar = "$", Hash = "#", Comma = ",", Colon = ":", Period = ".", OpenQuote = "``",
    CloseQuote = "''", OpenBracket = "-LRB-", CloseBracket = "-RRB-",
});

label_set!(
    /// A Universal Dependencies relation with its English subtype.
    Deprel, "UD relation", {
    Acl = "acl", AclRelcl = "acl:relcl", Advcl = "advcl", AdvclRelcl = "advcl:relcl", Advmod = "advmod",
    Amod = "amod", Appos = "appos", Aux = "aux", AuxPass = "aux:pass", Case = "case", Cc = "cc",
    CcPreconj = "cc:preconj", Ccomp = "ccomp", Compound = "compound", CompoundPrt = "compound:prt",
    Conj = "conj", Cop = "cop", Csubj = "csubj", CsubjOuter = "csubj:outer", CsubjPass = "csubj:pass",
    Dep = "dep", Det = "det", DetPredet = "det:predet", Discourse = "discourse", Dislocated = "dislocated",
    Expl = "expl", Fixed = "fixed", Flat = "flat", Goeswith = "goeswith", Iobj = "iobj", List = "list",
    Mark = "mark", Nmod = "nmod", NmodPoss = "nmod:poss", NmodUnmarked = "nmod:unmarked",
    NmodDesc = "nmod:desc", Nsubj = "nsubj", NsubjOuter = "nsubj:outer", NsubjPass = "nsubj:pass",
    Nummod = "nummod", Obj = "obj", Obl = "obl", OblAgent = "obl:agent", OblUnmarked = "obl:unmarked",
    Orphan = "orphan", Parataxis = "parataxis", Punct = "punct", Reparandum = "reparandum", Root = "root",
    Vocative = "vocative", Xcomp = "xcomp",
});

impl Deprel {
    /// The relation without its subtype.
    pub fn universal(self) -> &'static str {
        let label = self.as_str();
        label
            .split_once(':')
            .map_or(label, |(universal, _)| universal)
    }

    /// Whether a label with this subtype-free name is meant: `is("nsubj")` holds for `nsubj:pass` too.
    pub fn is(self, universal: &str) -> bool {
        self.universal() == universal
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_read_back_as_written() {
        for &label in Deprel::ALL {
            assert_eq!(label.as_str().parse::<Deprel>(), Ok(label));
        }
        assert!("nsubj:outr".parse::<Deprel>().is_err());
    }
}
