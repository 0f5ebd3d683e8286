"""The closed label sets, in the order of `crates/language/src/labels.rs` and `analysis.rs`."""

UPOS = "ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X".split()

XPOS = (
    "CC CD DT EX FW IN JJ JJR JJS LS MD NN NNS NNP NNPS PDT POS PRP PRP$ RB RBR RBS RP SYM TO UH VB VBD VBG VBN "
    "VBP VBZ WDT WP WP$ WRB ADD AFX GW HYPH NFP XX $ # , : . `` '' -LRB- -RRB-"
).split()

DEPREL = (
    "acl acl:relcl advcl advcl:relcl advmod amod appos aux aux:pass case cc cc:preconj ccomp compound compound:prt "
    "conj cop csubj csubj:outer csubj:pass dep det det:predet discourse dislocated expl fixed flat goeswith iobj list "
    "mark nmod nmod:poss nmod:unmarked nmod:desc nsubj nsubj:outer nsubj:pass nummod obj obl obl:agent obl:unmarked "
    "orphan parataxis punct reparandum root vocative xcomp"
).split()

CLASSES = "Person Organisation Place Facility Event Product Nationality".split()

#: BILOU labels of the names: "O", then B, I, L, U of each class in turn.
NER = ["O"] + [f"{position}-{name}" for name in CLASSES for position in "BILU"]
OUTSIDE = 0


def ner_label(position: str, class_index: int) -> int:
    return 1 + 4 * class_index + "BILU".index(position)
