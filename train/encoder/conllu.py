"""Reads CoNLL-U."""

from dataclasses import dataclass, field


@dataclass
class Word:
    form: str
    lemma: str
    upos: str
    xpos: str
    head: int
    deprel: str
    misc: str


@dataclass
class Sentence:
    sent_id: str
    document: str
    words: list = field(default_factory=list)


def read(path):
    """The sentences of a file; heads count from 0, the root has -1; empty nodes are left out."""
    sentences, current, document = [], None, ""
    for line in open(path, encoding="utf-8"):
        line = line.rstrip("\n")
        if line.startswith("# newdoc id"):
            document = line.split("= ", 1)[1]
        elif line.startswith("# sent_id"):
            current = Sentence(line.split("= ", 1)[1], document)
        elif line and line[0] != "#":
            columns = line.split("\t")
            if columns[0].isdigit():
                form, lemma, upos, xpos = columns[1:5]
                current.words.append(Word(form, lemma, upos, xpos, int(columns[6]) - 1, columns[7], columns[9]))
        elif not line and current is not None:
            sentences.append(current)
            current = None
    return sentences
