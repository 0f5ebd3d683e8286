"""Names in Wikipedia's news items, from their links and an earlier model.

A link's text is a name where it is capitalised; what kind of name is settled by vote of the model over all links to the same
page, so that a page has one class everywhere. The model labels what is not linked, unless the same words are linked elsewhere
with one class. Items whose texts measure extraction (`train/encoder/held_out_items.txt`, fingerprints) are left out.
"""

import collections
import json
from pathlib import Path

import torch

import names
import news_text
from batches import Encoded, by_length, collate
from corpora import Example
from labels import CLASSES, NER, OUTSIDE
from evaluation import viterbi

HELD_OUT = Path(__file__).parent / "held_out_items.txt"


def fingerprint(text):
    """64-bit FNV-1a, hexadecimal."""
    value = 0xCBF29CE484222325
    for byte in text.encode():
        value = ((value ^ byte) * 0x100000001B3) & ((1 << 64) - 1)
    return f"{value:016x}"


def items(data):
    held_out = set(HELD_OUT.read_text().split())
    for line in open(Path(data) / "cep/current-events.jsonl", encoding="utf-8"):
        item = json.loads(line)
        if fingerprint(item["text"]) not in held_out:
            yield item


def anchors(item, words):
    """(first, last, title) of the capitalised links in a sentence, in words."""
    begins = {b: i for i, (b, _) in enumerate(words)}
    ends = {e: i for i, (_, e) in enumerate(words)}
    found = []
    for begin, end, title in item["links"]:
        text = item["text"][begin:end]
        for article in ("the ", "The "):
            if text.startswith(article):
                begin, text = begin + 4, text[4:]
        for clitic in ("'s", "’s"):
            if text.endswith(clitic):
                end, text = end - 2, text[:-2]
        if begin in begins and end in ends and text[:1].isupper() and capitalised(text):
            found.append((begins[begin], ends[end], title))
    return found


def capitalised(text):
    """Whether the first and the last word look like parts of a name."""
    last = text.split()[-1]
    return last[:1].isupper() or last[:1].isdigit() or names.is_demonym(text)


def examples(data):
    for item in items(data):
        for words in news_text.sentences(item["text"]):
            forms = [item["text"][b:e] for b, e in words]
            if 4 <= len(forms) <= 100:
                example = Example("cep", forms)
                example.links = anchors(item, words)
                yield example


@torch.no_grad()
def scores(network, encoded):
    """Log probabilities [words, labels] of each example, by identity."""
    network.eval()
    found = {}
    for group in by_length(encoded, 3000):
        batch = collate(group)
        with torch.autocast("cpu", torch.bfloat16):
            _, words = network(batch)
            out = torch.log_softmax(network.names(words), -1)
        for example, row, count in zip(batch.examples, out, batch.counts.tolist()):
            found[id(example)] = row[:count]
    return found


def link_class(row, first, last):
    """The probability of each class (and of no name) for a span of words."""
    total = torch.zeros(len(CLASSES) + 1)
    for i in range(first, last + 1):
        total[0] += row[i][OUTSIDE].exp()
        total[1:] += row[i][1:].exp().view(len(CLASSES), 4).sum(1)
    return total / (last - first + 1)


def class_of(title, total):
    """The class with the most votes; none when the model sees no name in most links."""
    if title in names.COUNTRIES:
        return "Place"
    total[1 + CLASSES.index("Nationality")] = 0
    best = int(total.argmax())
    return CLASSES[best - 1] if best else None


def settle(found, rows):
    """The class of each page, and of each text that is always linked to pages of one class."""
    pages = collections.defaultdict(lambda: torch.zeros(len(CLASSES) + 1))
    texts = collections.defaultdict(collections.Counter)
    for example in found:
        for first, last, title in example.links:
            if first != last or not names.is_demonym(example.forms[first]):
                pages[title] += link_class(rows[id(example)], first, last)
    classes = {title: class_of(title, total) for title, total in pages.items()}
    for example in found:
        for first, last, title in example.links:
            texts[tuple(example.forms[first : last + 1])][classes.get(title)] += 1
    known = {t: c.most_common(1)[0][0] for t, c in texts.items() if len(c) == 1 and sum(c.values()) > 1}
    return classes, {t: c for t, c in known.items() if c}


def label(example, row, classes, known):
    """Sets the names of an example: links, then known texts, then what the model finds beside them."""
    demonyms = {(a, b) for a, b, _ in example.links if a == b and names.is_demonym(example.forms[a])}
    spans = [(a, b, "Nationality" if (a, b) in demonyms else classes[t]) for a, b, t in example.links if (a, b) in demonyms or classes[t]]
    covered = {i for a, b, _ in example.links for i in range(a, b + 1)}
    for first in range(len(example.forms)):
        for last in range(min(len(example.forms), first + 8) - 1, first - 1, -1):
            kind = known.get(tuple(example.forms[first : last + 1]))
            if kind and covered.isdisjoint(range(first, last + 1)):
                spans.append((first, last, kind))
                covered.update(range(first, last + 1))
    for first, last, kind in names.decode(viterbi(row)):
        if covered.isdisjoint(range(first, last + 1)):
            spans.append((first, last, kind))
    example.names = names.targets(example.forms, [(a, b, (k,), False) for a, b, k in spans], open_world=False)
    # A link that is no name to the model may still be one: nothing is said of its words.
    for first, last, title in example.links:
        if (first, last) not in demonyms and classes[title] is None:
            example.names[first : last + 1] = [0] * (last + 1 - first)


def labelled(data, network, split):
    """Training examples."""
    found = list(examples(data))
    rows = scores(network, [Encoded(e, split) for e in found])
    classes, known = settle(found, rows)
    for example in found:
        label(example, rows[id(example)], classes, known)
    return found
