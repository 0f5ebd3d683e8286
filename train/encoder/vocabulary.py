"""The wordpieces that licence-clean text uses, with the single characters that any text needs."""

import collections
import json
from pathlib import Path

import corpora
from wordpiece import SPECIAL, WordPieces, parts, normalise

KEPT_PIECES = 18_000
SCRIPT_LIMIT = "\u0530"  # Latin, Greek, Cyrillic; the rest is spelt with [UNK]


def base_vocabulary(model):
    return [line.rstrip("\n") for line in open(Path(model) / "vocab.txt", encoding="utf-8")]


def texts(data):
    """Words of the corpora that have no annotation here: their vocabulary matters, most of all that of the news."""
    data = Path(data)
    for line in open(data / "cep/current-events.jsonl", encoding="utf-8"):
        yield json.loads(line)["text"]
    for path in sorted((data / "masc/masc_tagged").rglob("*.txt")):
        yield " ".join(w.rsplit("_", 1)[0] for w in path.read_text(encoding="utf-8", errors="ignore").split())
    for path in sorted((data / "gap").glob("*.tsv")):
        for line in open(path, encoding="utf-8"):
            yield line.split("\t")[1]
    for line in open(data / "knowledgenet/train_facts.jsonl", encoding="utf-8"):
        yield json.loads(line)["text"]


def reduced(data, model):
    """The kept pieces: specials, single characters, then the most frequent ones."""
    base = base_vocabulary(model)
    split = WordPieces([*SPECIAL, *(p for p in base if p not in SPECIAL)])
    counts = collections.Counter()
    words = collections.Counter()
    for example in corpora.load(data, "train"):
        words.update(example.forms)
    for text in texts(data):
        words.update(text.split())
    for word, count in words.items():
        for piece in split(word):
            counts[split.pieces[piece]] += count
    single = [
        p for p in base if len(p.removeprefix("##")) == 1 and (p.removeprefix("##") < SCRIPT_LIMIT or not p[-1].isalpha())
    ]
    kept = dict.fromkeys([*SPECIAL, *single])
    for piece, _ in sorted(counts.items(), key=lambda c: (-c[1], c[0])):
        if len(kept) == KEPT_PIECES:
            break
        kept[piece] = None
    order = {p: i for i, p in enumerate(base)}
    return SPECIAL + sorted((p for p in kept if p not in SPECIAL), key=order.__getitem__)


if __name__ == "__main__":
    import sys

    data, model, out = sys.argv[1:]
    pieces = reduced(data, model)
    Path(out).write_text("\n".join(pieces) + "\n", encoding="utf-8")
    print(len(pieces), "pieces")
