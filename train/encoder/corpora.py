"""The training and development examples: every corpus in one form."""

import json
import random
import re
import unicodedata
from dataclasses import dataclass, field
from pathlib import Path

import conllu
import gum_names
import names
from labels import DEPREL, UPOS, XPOS

#: Other spellings of tags in the corpora.
XPOS_ALIASES = {"-LSB-": "-LRB-", "-RSB-": "-RRB-"}


@dataclass
class Example:
    """One sentence; what its corpus does not give is None."""

    source: str
    forms: list
    upos: list = None
    xpos: list = None
    heads: list = None
    deprels: list = None
    names: list = None
    #: Gold (first, last, class) for evaluation.
    gold_names: list = None
    sent_id: str = ""


def treebank(source, sentences, names_of):
    for s in sentences:
        words = s.words
        example = Example(source, [w.form for w in words], sent_id=s.sent_id)
        example.upos = [UPOS.index(w.upos) for w in words]
        example.xpos = [XPOS.index(XPOS_ALIASES.get(w.xpos, w.xpos)) for w in words]
        example.heads = [w.head for w in words]
        example.deprels = [DEPREL.index(w.deprel) for w in words]
        names_of(s, example)
        yield example


def ewt(data, part):
    annotated = {s_id: (forms, tags) for s_id, forms, tags in read_iob(data / f"uner-ewt/en_ewt-ud-{part}.iob2")}

    def names_of(sentence, example):
        forms, tags = annotated.get(sentence.sent_id, ([], []))
        if forms == example.forms:
            found = names.spans_of_bio(tags)
            example.gold_names = [(a, b, k) for a, b, k in found]
            spans = [names.named(forms, a, b, k) for a, b, k in found]
            masks = names.targets(forms, spans, open_world=True)
            # Only a proper noun may be an event or product that UNER leaves unmarked.
            noun = {XPOS.index("NNP"), XPOS.index("NNPS")}
            closed = names.any_name(names.OPEN_CLASSES)
            covered = {i for a, b, _ in found for i in range(a, b + 1)}
            example.names = [
                m if i in covered or example.xpos[i] in noun else m & ~closed or 1 for i, m in enumerate(masks)
            ]

    return treebank("ewt", conllu.read(data / f"ud-ewt/en_ewt-ud-{part}.conllu"), names_of)


def gum(data, part):
    def names_of(sentence, example):
        found = gum_names.names(sentence.words)
        spans = names.gum_spans(sentence.words, found)
        example.names = names.targets(example.forms, spans, open_world=False)
        kind = {"Person": "PER", "Organisation": "ORG", "Place": "LOC", "Facility": "LOC"}
        example.gold_names = [(a, b, kind[c[0]]) for a, b, c, open_ in spans if len(c) == 1 and c[0] in kind and not open_]

    path = data / f"gum/gum-{part}.cc-by-or-by-sa-genres.conllu"
    return treebank("gum", [s for s in conllu.read(path) if any(w.form.strip("_") for w in s.words)], names_of)


def read_iob(path):
    sent_id, forms, tags = "", [], []
    for line in [*open(path, encoding="utf-8"), ""]:
        line = line.rstrip("\n")
        if line.startswith("# sent_id"):
            sent_id = line.split("= ", 1)[1]
        elif not line:
            if forms:
                yield sent_id, forms, tags
            forms, tags = [], []
        elif line[0] != "#" or "\t" in line:
            columns = line.split("\t")
            if columns[0].isdigit():
                forms.append(columns[1])
                tags.append(columns[2])


def read_conll(path, separator):
    """Two-column files."""
    forms, tags = [], []
    for line in [*open(path, encoding="utf-8"), "\n"]:
        line = line.rstrip("\n")
        if not line.strip():
            if forms:
                yield forms, tags
            forms, tags = [], []
            continue
        form, tag = line.rsplit(separator, 1)
        forms.append(form.strip() or "_")
        tags.append(tag)


HYPHEN = re.compile(r"(?<=[^\W_])([-–])(?=[^\W_])")


def resplit(forms, tags):
    """Splits inner hyphens and possessives into words of their own, as Universal Dependencies does."""
    new_forms, new_tags = [], []
    for form, tag in zip(forms, tags):
        pieces = [p for p in HYPHEN.split(form) if p]
        if len(pieces) > 1 and pieces[0].lower() in ("e", "non", "re", "co", "anti", "pre", "multi", "ex"):
            pieces = [form]
        for i, piece in enumerate(pieces):
            new_forms.append(piece)
            new_tags.append("I" + tag[1:] if i and tag != "O" else tag)
    return new_forms, new_tags


def name_corpus(source, sentences, open_world):
    for forms, tags in sentences:
        forms, tags = resplit(forms, tags)
        if not 3 <= len(forms) <= 120:
            continue
        spans = [names.named(forms, a, b, k) for a, b, k in names.spans_of_bio(tags)]
        yield Example(source, forms, names=names.targets(forms, spans, open_world))


def wikigold(data):
    path = data / "ner/wikigold/CONLL-format/data/wikigold.conll.txt"
    return name_corpus("wikigold", read_conll(path, " "), open_world=False)


def wnut(data):
    folder = data / "ner/WNUT17/CONLL-format/data"
    for path in (folder / "train/wnut17train.conll", folder / "dev/emerging.dev.conll"):
        yield from name_corpus("wnut", read_conll(path, "\t"), open_world=True)


def btc(data):
    for path in sorted((data / "ner/BTC/CONLL-format/data").glob("*.conll")):
        for forms, tags in read_conll(path, "\t"):
            # User names are marked with whatever stands behind them: no use here.
            if "@" not in forms and not any(f.startswith(("#", "@")) for f in forms):
                yield from name_corpus("btc", [(forms, tags)], open_world=True)


def docred(data):
    for document in json.load(open(data / "re-docred/dev_revised.json", encoding="utf-8")):
        tags = [["O"] * len(s) for s in document["sents"]]
        for cluster in document["vertexSet"]:
            for mention in cluster:
                if mention["type"] in ("TIME", "NUM"):
                    continue
                first, end = mention["pos"]
                row = tags[mention["sent_id"]]
                if all(t == "O" for t in row[first:end]):
                    row[first:end] = ["B-" + mention["type"]] + ["I-" + mention["type"]] * (end - first - 1)
        yield from name_corpus("docred", zip(document["sents"], tags), open_world=False)


def load(data, part, seed=1):
    data = Path(data)
    if part == "dev":
        return [*ewt(data, "dev"), *gum(data, "dev")]
    return [*ewt(data, "train"), *gum(data, "train"), *wikigold(data), *wnut(data), *btc(data), *docred(data)]
