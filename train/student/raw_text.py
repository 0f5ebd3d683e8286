"""Sentences without annotation that the teacher reads: every text whose licence lets a model be shipped.

Nothing of the development sets is among them, nor the news items that extraction is measured on.
"""

import csv
import json
import re
from pathlib import Path

import corpora
import news_text
import silver

MIN_WORDS, MAX_WORDS = 3, 100
#: What Penn Treebank writes for quotation marks and brackets.
PENN = {"``": '"', "''": '"', "-LRB-": "(", "-RRB-": ")", "-LSB-": "[", "-RSB-": "]", "-LCB-": "{", "-RCB-": "}"}
#: A token and its tag; MASC has some bytes that are no text.
TAGGED = re.compile(r"(\S+)_[A-Z$:.,()'`#\"]+(?:\|\S+)?(?=\s|$)")


def plain(texts):
    for text in texts:
        for words in news_text.sentences(text):
            yield [text[begin:end] for begin, end in words]


def current_events(data):
    return plain(item["text"] for item in silver.items(data))


def masc(data):
    """Sentences stand on lines of their own; the tags are not used."""
    for path in sorted((data / "masc/masc_tagged").rglob("*.txt")):
        if path.name == "categories.txt":
            continue
        for line in path.read_text(encoding="utf-8", errors="ignore").split("\n"):
            forms = [PENN.get(w, w) for w in TAGGED.findall(line)]
            yield corpora.resplit(forms, ["O"] * len(forms))[0]


def gap(data):
    """Paragraphs of Wikipedia."""
    for path in sorted((data / "gap").glob("*.tsv")):
        with open(path, encoding="utf-8", newline="") as file:
            rows = csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
            next(rows)
            yield from plain(row[1] for row in rows)


def knowledgenet(data):
    return plain(json.loads(line)["text"] for line in open(data / "knowledgenet/train_facts.jsonl", encoding="utf-8"))


def key(forms):
    return " ".join(forms).lower()


def sentences(data):
    """(source, forms) of each sentence, each once."""
    data = Path(data)
    seen = {key(e.forms) for part in ("train", "dev") for e in corpora.load(data, part)}
    for source, found in (("cep", current_events), ("masc", masc), ("gap", gap), ("knowledgenet", knowledgenet)):
        for forms in found(data):
            if MIN_WORDS <= len(forms) <= MAX_WORDS and key(forms) not in seen:
                seen.add(key(forms))
                yield source, forms
