"""Writes the student's weights as a model file, in the form of the accurate analyser's (`../encoder/export.py`)."""

import argparse
import collections
from pathlib import Path

import torch

import export
from labels import CLASSES, DEPREL, UPOS, XPOS
from wordpiece import SHAPES

ATTRIBUTION = [
    *export.ATTRIBUTION,
    "Wikipedia, Portal:Current events, CC BY-SA 4.0",
    "MASC, the Manually Annotated Sub-Corpus (Ide et al. 2010), open, text only",
    "GAP (Webster et al. 2018), Apache-2.0, texts of Wikipedia, CC BY-SA",
    "KnowledgeNet (Mesquita et al. 2019), CC BY-SA 4.0, text only",
]
#: Where the sentences of a source come from; the treebanks' own annotation is learnt from, too.
SOURCES = {
    "ewt": "ud-ewt train with the names of uner-ewt train",
    "gum": "gum train",
    "wikigold": "wikigold",
    "docred": "re-docred dev",
    "cep": "text of cep without the items of train/encoder/held_out_items.txt",
    "masc": "text of MASC",
    "gap": "text of GAP",
    "knowledgenet": "text of KnowledgeNet",
}


def sentences_of(paths):
    """How many sentences of which source, the most first."""
    counts = collections.Counter(source for path in paths for source in torch.load(path)["sources"])
    return ", ".join(f"{count} sentences of {SOURCES[source]}" for source, count in counts.most_common())


def main():
    p = argparse.ArgumentParser()
    p.add_argument("--weights", required=True)
    p.add_argument("--vocabulary", required=True)
    p.add_argument("--opinions", required=True, nargs="+", help="what it was trained on")
    p.add_argument("--command", required=True, help="file with the commands that made the weights, one a line")
    p.add_argument("--out", required=True)
    a = p.parse_args()
    vocabulary = Path(a.vocabulary).read_text(encoding="utf-8").split("\n")[:-1]
    facts = [("kind", "word encoder"), ("licence", "CC BY-SA 4.0")]
    facts += [("attribution", line) for line in ATTRIBUTION]
    facts += [("data", sentences_of(a.opinions)), ("teacher", "encoder.model")]
    facts += [("command", line) for line in Path(a.command).read_text().splitlines()]
    tables = {"upos": UPOS, "xpos": XPOS, "deprel": DEPREL, "classes": CLASSES, "shapes": SHAPES}
    facts += [(name, " ".join(labels)) for name, labels in tables.items()]
    data = export.model_file(facts, export.tensors(torch.load(a.weights), vocabulary))
    Path(a.out).write_bytes(data)
    print(f"{a.out}: {len(data) / 1e6:.2f} MB")


if __name__ == "__main__":
    main()
