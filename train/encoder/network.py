"""The network: a small pretrained encoder that all tasks share.

Encoder: MiniLM (Wang et al. 2020), 6 layers of width 384, with an embedding of the letter case added to its input. Trees:
biaffine arcs (Dozat and Manning 2017) with a bias by relative distance; labels from dependent, head and distance. Every
operation has its integer counterpart in `crates/language/src/encoder/`: keep the two in step.
"""

import json
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import nn
from torch.nn import functional as F

from labels import DEPREL, NER, UPOS, XPOS
from wordpiece import SHAPES

WIDTH, HEADS, LAYERS, INNER = 384, 12, 6, 1536
MAX_POSITIONS = 512
ARC_WIDTH, LABEL_WIDTH, NAME_WIDTH = 256, 256, 256
#: Upper bounds of the distance buckets: 1, 2, 3, 4, 5-6, 7-9, 10-14, 15-22, 23-; twice, for the two directions, and the root.
DISTANCE_BOUNDS = (1, 2, 3, 4, 6, 9, 14, 22)
BUCKETS = 2 * (len(DISTANCE_BOUNDS) + 1) + 1
ROOT_BUCKET = BUCKETS - 1


def gelu(x):
    return F.gelu(x, approximate="tanh")


class Noise:
    """Dropout masks from a pool of random bits: drawing them anew costs more than the matrix products on a CPU."""

    def __init__(self, rate, size=1 << 22):
        self.rate = rate
        self.pool = (torch.rand(size) >= rate).to(torch.bfloat16) / (1 - rate)

    def __call__(self, x):
        n = x.numel()
        if n > self.pool.numel():
            return F.dropout(x, self.rate)
        start = int(torch.randint(0, self.pool.numel() - n + 1, ()))
        return x * self.pool[start : start + n].view(x.shape).to(x.dtype)


class Layer(nn.Module):
    def __init__(self, inner):
        super().__init__()
        self.qkv = nn.Linear(WIDTH, 3 * WIDTH)
        self.out = nn.Linear(WIDTH, WIDTH)
        self.norm1 = nn.LayerNorm(WIDTH, eps=1e-12)
        self.inner = nn.Linear(WIDTH, inner)
        self.outer = nn.Linear(inner, WIDTH)
        self.norm2 = nn.LayerNorm(WIDTH, eps=1e-12)

    def forward(self, x, mask, noise):
        b, n, _ = x.shape
        q, k, v = self.qkv(x).view(b, n, 3, HEADS, WIDTH // HEADS).permute(2, 0, 3, 1, 4).reshape(3, b * HEADS, n, -1)
        # Written out: on a CPU the fused attention is slow in the backward pass.
        weights = torch.softmax(torch.baddbmm(mask, q, k.transpose(1, 2), alpha=(WIDTH // HEADS) ** -0.5), -1)
        attended = (weights @ v).view(b, HEADS, n, -1)
        x = self.norm1(x + noise(self.out(attended.transpose(1, 2).reshape(b, n, WIDTH))))
        return self.norm2(x + noise(self.outer(gelu(self.inner(x)))))


class Network(nn.Module):
    def __init__(self, vocabulary_size, layers=LAYERS, inner=INNER):
        super().__init__()
        self.words = nn.Embedding(vocabulary_size, WIDTH)
        self.positions = nn.Embedding(MAX_POSITIONS, WIDTH)
        self.shapes = nn.Embedding(len(SHAPES), WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer(inner) for _ in range(layers))
        self.upos = nn.Linear(WIDTH, len(UPOS))
        self.xpos = nn.Linear(WIDTH, len(XPOS))
        self.arc_dependent = nn.Linear(WIDTH, ARC_WIDTH)
        self.arc_head = nn.Linear(WIDTH, ARC_WIDTH)
        self.arc_product = nn.Linear(ARC_WIDTH, ARC_WIDTH)
        self.arc_distance = nn.Linear(ARC_WIDTH, BUCKETS)
        self.label_dependent = nn.Linear(WIDTH, LABEL_WIDTH)
        self.label_head = nn.Linear(WIDTH, LABEL_WIDTH)
        self.label_distance = nn.Embedding(BUCKETS, LABEL_WIDTH)
        self.label_out = nn.Linear(LABEL_WIDTH, len(DEPREL))
        self.name_inner = nn.Linear(WIDTH, NAME_WIDTH)
        self.name_out = nn.Linear(NAME_WIDTH, len(NER))
        nn.init.normal_(self.shapes.weight, std=0.02)
        nn.init.zeros_(self.label_distance.weight)
        self.noise, self.head_noise = Noise(0.1), Noise(0.3)
        self.register_buffer("buckets", distance_buckets(), persistent=False)

    def quiet(self, x):
        return x

    def encode(self, pieces, shapes, lengths):
        return self.transform(self.words(pieces), shapes, lengths)

    def transform(self, x, shapes, lengths):
        """What the layers make of one embedding a row."""
        noise = self.noise if self.training else self.quiet
        n = x.shape[1]
        x = noise(self.norm(x + self.positions.weight[:n] + self.shapes(shapes)))
        x = x.to(torch.bfloat16) if torch.is_autocast_enabled("cpu") else x
        beyond = (torch.arange(n) >= lengths[:, None])[:, None, None, :].expand(-1, HEADS, n, n).reshape(-1, n, n)
        mask = torch.zeros(beyond.shape, dtype=x.dtype).masked_fill(beyond, -1e4)
        for layer in self.layers:
            x = layer(x, mask, noise)
        return x

    def forward(self, batch):
        """The [CLS] vector, which stands for the root, and one vector a word: that of its first piece."""
        x = self.encode(batch.pieces, batch.shapes, batch.lengths)
        index = batch.first.unsqueeze(-1).expand(-1, -1, WIDTH)
        words = torch.gather(x, 1, index)
        return x[:, :1], words

    def arcs(self, root, words, word_counts):
        """Scores [sentence, dependent, head]; head 0 is the root."""
        noise = self.head_noise if self.training else self.quiet
        dependent = noise(gelu(self.arc_dependent(words)))
        head = noise(gelu(self.arc_head(torch.cat([root, words], 1))))
        scores = (self.arc_product(dependent) @ head.transpose(1, 2)).float() / ARC_WIDTH**0.5
        n = words.shape[1]
        distance = self.arc_distance(dependent).float()
        scores = scores + torch.gather(distance, 2, self.buckets[:n, : n + 1].expand(len(words), n, n + 1))
        valid = torch.arange(n + 1) <= word_counts[:, None]
        return scores.masked_fill(~valid[:, None, :], -1e9)

    def labels(self, root, words, heads):
        """Scores of the relations; `heads` [sentence, dependent] counts from 0 for the root."""
        noise = self.head_noise if self.training else self.quiet
        n = words.shape[1]
        head = self.label_head(torch.cat([root, words], 1))
        head = torch.gather(head, 1, heads.unsqueeze(-1).expand(-1, -1, LABEL_WIDTH))
        bucket = self.buckets[torch.arange(n), heads]
        hidden = noise(gelu(self.label_dependent(words) + head + self.label_distance(bucket).to(head.dtype)))
        return self.label_out(hidden).float()

    def tags(self, words):
        noise = self.head_noise if self.training else self.quiet
        words = noise(words)
        return self.upos(words).float(), self.xpos(words).float()

    def names(self, words):
        noise = self.head_noise if self.training else self.quiet
        return self.name_out(noise(gelu(self.name_inner(words)))).float()


def distance_buckets(limit=MAX_POSITIONS):
    """The bucket of each pair (dependent, head + 1)."""
    dependent = torch.arange(limit)[:, None]
    head = torch.arange(limit + 1)[None, :] - 1
    distance = head - dependent
    bucket = torch.bucketize(distance.abs(), torch.tensor(DISTANCE_BOUNDS)) + (distance > 0) * (len(DISTANCE_BOUNDS) + 1)
    bucket[:, 0] = ROOT_BUCKET
    return bucket


def from_minilm(folder, vocabulary):
    """A network whose encoder is the pretrained MiniLM, for a part of its vocabulary."""
    base = [line.rstrip("\n") for line in open(Path(folder) / "vocab.txt", encoding="utf-8")]
    index = {piece: i for i, piece in enumerate(base)}
    weights = load_file(Path(folder) / "model.safetensors")
    assert json.loads((Path(folder) / "config.json").read_text())["num_hidden_layers"] == LAYERS
    network = Network(len(vocabulary))
    with torch.no_grad():
        rows = torch.tensor([index[p] for p in vocabulary])
        network.words.weight.copy_(weights["embeddings.word_embeddings.weight"][rows])
        kinds = weights["embeddings.token_type_embeddings.weight"][0]
        network.positions.weight.copy_(weights["embeddings.position_embeddings.weight"] + kinds)
        copy(network.norm, weights, "embeddings.LayerNorm")
        for i, layer in enumerate(network.layers):
            at = f"encoder.layer.{i}."
            parts = [at + f"attention.self.{name}" for name in ("query", "key", "value")]
            layer.qkv.weight.copy_(torch.cat([weights[p + ".weight"] for p in parts]))
            layer.qkv.bias.copy_(torch.cat([weights[p + ".bias"] for p in parts]))
            copy(layer.out, weights, at + "attention.output.dense")
            copy(layer.norm1, weights, at + "attention.output.LayerNorm")
            copy(layer.inner, weights, at + "intermediate.dense")
            copy(layer.outer, weights, at + "output.dense")
            copy(layer.norm2, weights, at + "output.LayerNorm")
    return network


def copy(module, weights, name):
    module.weight.copy_(weights[name + ".weight"])
    module.bias.copy_(weights[name + ".bias"])
