"""Examples to tensors, batched by length."""

import random
from dataclasses import dataclass

import torch

from wordpiece import CLS, PAD, SEP, SHAPES, shape

MAX_LENGTH = 512
MISSING = -100


@dataclass
class Batch:
    pieces: torch.Tensor
    shapes: torch.Tensor
    lengths: torch.Tensor
    first: torch.Tensor
    counts: torch.Tensor
    upos: torch.Tensor
    xpos: torch.Tensor
    heads: torch.Tensor
    deprels: torch.Tensor
    names: torch.Tensor
    examples: list


class Encoded:
    """One example as numbers."""

    def __init__(self, example, split):
        self.example = example
        self.pieces, self.shapes, self.first = [CLS], [0], []
        for form in example.forms:
            ids = split(form)
            self.first.append(len(self.pieces))
            self.pieces += ids
            self.shapes += [shape(form)] * len(ids)
        self.pieces.append(SEP)
        self.shapes.append(0)

    def __len__(self):
        return len(self.pieces)


def disguised(shapes, generator):
    """Sometimes a sentence as a headline writes it: the vocabulary is lower case, so only the shapes change."""
    draw = generator.random()
    lower, title, upper = SHAPES.index("lower"), SHAPES.index("title"), SHAPES.index("upper")
    if draw < 0.02:
        return [upper if s in (lower, title) else s for s in shapes]
    if draw < 0.04:
        return [title if s == lower else s for s in shapes]
    return shapes


def padded(rows, value, width):
    return torch.tensor([list(row) + [value] * (width - len(row)) for row in rows])


def collate(encoded, generator=None, unknown=None, unknown_rate=0.0):
    """Pads; with a generator, also hides some pieces and disguises some sentences, for training."""
    longest = max(len(e) for e in encoded)
    words = max(len(e.first) for e in encoded)
    shapes = [e.shapes if generator is None else disguised(e.shapes, generator) for e in encoded]
    pieces = padded([e.pieces for e in encoded], PAD, longest)
    if unknown_rate:
        hidden = (torch.rand(pieces.shape) < unknown_rate) & (pieces > SEP)
        pieces = pieces.masked_fill(hidden, unknown)

    def column(name, value=MISSING):
        return padded([getattr(e.example, name) or [] for e in encoded], value, words)

    heads = [[h + 1 for h in e.example.heads] if e.example.heads else [] for e in encoded]
    return Batch(
        pieces,
        padded(shapes, 0, longest),
        torch.tensor([len(e) for e in encoded]),
        padded([e.first for e in encoded], 0, words),
        torch.tensor([len(e.first) for e in encoded]),
        column("upos"),
        column("xpos"),
        padded(heads, MISSING, words),
        column("deprels"),
        column("names", 0),
        [e.example for e in encoded],
    )


def by_length(encoded, budget, generator=None):
    """Batches of about `budget` pieces, padding included; shuffled when a generator is given."""
    noise = generator.uniform if generator else lambda a, b: 0
    ordered = sorted(encoded, key=lambda e: len(e) * (1 + noise(0, 0.15)) + noise(0, 2))
    batches, current = [], []
    for item in ordered:
        if current and (len(current) + 1) * max(len(item), max(map(len, current))) > budget:
            batches.append(current)
            current = []
        current.append(item)
    batches.append(current)
    if generator:
        generator.shuffle(batches)
    return batches
