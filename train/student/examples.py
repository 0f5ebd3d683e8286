"""Sentences as numbers, batched by length, with what the teacher and the corpora say of them."""

import random
from dataclasses import dataclass, field

import numpy as np
import torch

import corpora
from batches import disguised
from wordpiece import CLS, UNK, shape

TASKS = ("upos", "xpos", "arc", "deprel", "name")
MISSING = -100


class Words:
    """The numbers of each form."""

    def __init__(self, split):
        self.split = split
        self.known = {}

    def __call__(self, form):
        found = self.known.get(form)
        if found is None:
            found = self.known[form] = (self.split(form), shape(form))
        return found


class Encoded:
    """One sentence; its first row stands for the root."""

    def __init__(self, example, words, opinion=None):
        self.example, self.opinion = example, opinion
        found = [words(form) for form in example.forms]
        self.pieces = [CLS] + [p for pieces, _ in found for p in pieces]
        self.sizes = [1] + [len(pieces) for pieces, _ in found]
        self.shapes = [0] + [s for _, s in found]

    def __len__(self):
        return len(self.sizes)


@dataclass
class Batch:
    pieces: torch.Tensor
    offsets: torch.Tensor
    shapes: torch.Tensor
    lengths: torch.Tensor
    first: torch.Tensor
    counts: torch.Tensor
    examples: list
    gold: dict = field(default_factory=dict)
    opinions: dict = field(default_factory=dict)


def filled(rows, shape, value, kind):
    out = np.full(shape, value, kind)
    for i, row in enumerate(rows):
        if row is not None:
            out[i, : len(row)] = row
    return torch.from_numpy(out)


def collate(encoded, generator=None, unknown_rate=0.0):
    b, rows = len(encoded), max(map(len, encoded))
    shapes = [e.shapes if generator is None else disguised(e.shapes, generator) for e in encoded]
    pieces = torch.tensor([p for e in encoded for p in e.pieces])
    if unknown_rate:
        pieces = pieces.masked_fill((torch.rand(pieces.shape) < unknown_rate) & (pieces > CLS), UNK)
    sizes = filled([e.sizes for e in encoded], (b, rows), 0, np.int64).flatten()
    lengths = torch.tensor([len(e) for e in encoded])
    batch = Batch(
        pieces,
        sizes.cumsum(0) - sizes,
        filled(shapes, (b, rows), 0, np.int64),
        lengths,
        torch.zeros(b, rows - 1, dtype=torch.long),
        lengths - 1,
        [e.example for e in encoded],
    )
    if encoded[0].opinion:
        targets(batch, encoded, (b, rows - 1))
    return batch


def targets(batch, encoded, size):
    for name in ("upos", "xpos", "heads", "deprels"):
        batch.gold[name] = filled([getattr(e.example, name) for e in encoded], size, MISSING, np.int64)
    batch.gold["heads"] += (batch.gold["heads"] != MISSING).long()
    batch.gold["names"] = filled([e.example.names for e in encoded], size, 0, np.int64)
    for i, task in enumerate(TASKS):
        index = filled([e.opinion[i][0] for e in encoded], (*size, 4), 0, np.int64)
        chance = filled([e.opinion[i][1] for e in encoded], (*size, 4), 0, np.float32)
        batch.opinions[task] = (index, chance)


def by_length(encoded, budget, generator=None):
    """Batches of about `budget` rows, padding included; shuffled when a generator is given."""
    noise = generator.uniform if generator else lambda a, b: 0
    ordered = sorted(encoded, key=lambda e: len(e) * (1 + noise(0, 0.05)) + noise(0, 1))
    batches, current, longest = [], [], 0
    for item in ordered:
        longest = max(longest, len(item))
        if current and (len(current) + 1) * longest > budget:
            batches.append(current)
            current, longest = [], len(item)
        current.append(item)
    batches.append(current)
    if generator:
        generator.shuffle(batches)
    return batches


def annotated(data, files, words):
    """Training sentences: what the teacher says, and the corpora where they say something."""
    known = {" ".join(e.forms): e for e in corpora.load(data, "train")}
    found = []
    for path in files:
        part = torch.load(path)
        # A choice without a chance may lie beyond the sentence.
        opinions = [tuple(t.numpy() for t in part[task]) for task in TASKS]
        at = 0
        for source, forms in zip(part["sources"], part["forms"]):
            to = at + len(forms)
            example = known.get(" ".join(forms)) or corpora.Example(source, forms)
            found.append(Encoded(example, words, [(i[at:to] * (c[at:to] > 0), c[at:to]) for i, c in opinions]))
            at = to
    return found
