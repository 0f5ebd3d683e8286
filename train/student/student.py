"""The network of the fast analyser: the accurate one's, with fewer and narrower layers, over words instead of pieces.

A word is the sum of its pieces; each sentence begins with a row that stands for the root.
"""

import torch
from torch.nn import functional as F

from network import MAX_POSITIONS, Network, Noise, gelu

#: The teacher's layers that the student begins with, and how many of their inner numbers it keeps.
LAYERS, INNER = (0, 2, 4), 512


class Student(Network):
    def __init__(self, vocabulary_size, layers=len(LAYERS), inner=INNER):
        super().__init__(vocabulary_size, layers, inner)
        self.noise, self.head_noise = Noise(0.05), Noise(0.15)

    def forward(self, batch):
        """The row of the root, and one row a word."""
        b, n = batch.shapes.shape
        words = F.embedding_bag(batch.pieces, self.words.weight, batch.offsets, mode="sum").view(b, n, -1)
        x = self.transform(words, batch.shapes, batch.lengths)
        return x[:, :1], x[:, 1:]


@torch.no_grad()
def inner_weights(teacher, batches):
    """How much each inner number of each layer moves what comes out of it."""
    sums = [torch.zeros(layer.inner.out_features) for layer in teacher.layers]

    def hook(i):
        def add(_, __, out):
            sums[i] += gelu(out.float()).abs().sum((0, 1))

        return add

    hooks = [layer.inner.register_forward_hook(hook(i)) for i, layer in enumerate(teacher.layers)]
    for batch in batches:
        teacher(batch)
    for h in hooks:
        h.remove()
    return [s * layer.outer.weight.norm(dim=0) for s, layer in zip(sums, teacher.layers)]


@torch.no_grad()
def from_teacher(teacher, batches, kept_pieces, layers=LAYERS, inner=INNER):
    """A student that begins with parts of the teacher: pieces, layers, the inner numbers that matter most, heads."""
    student = Student(len(kept_pieces), len(layers), inner)
    weights = inner_weights(teacher, batches)
    state = {k: v for k, v in teacher.state_dict().items() if not k.startswith("layers.")}
    state["words.weight"] = state["words.weight"][kept_pieces]
    for place, source in enumerate(layers):
        best = weights[source].topk(inner).indices.sort().values
        for name, value in teacher.layers[source].state_dict().items():
            value = value[best] if name.startswith("inner.") else value[:, best] if name == "outer.weight" else value
            state[f"layers.{place}.{name}"] = value
    student.load_state_dict(state)
    return student
