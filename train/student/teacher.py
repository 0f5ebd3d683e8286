"""What the accurate analyser says of each sentence: not only its choice, but its few best choices with their probabilities.

The teacher is the shipped model file, its bytes turned back into numbers. `python teacher.py --help` shows the command.
"""

import argparse
import random
import struct
from pathlib import Path

import numpy as np
import torch

import corpora
import raw_text
from batches import Encoded, by_length, collate
from export import MAGIC, PANEL, PREAMBLE
from labels import DEPREL, NER, UPOS, XPOS
from network import LAYERS, WIDTH, Network
from wordpiece import WordPieces

#: Candidates that are kept of each decision.
KEPT = 4
TASKS = ("upos", "xpos", "arc", "deprel", "name")


def sections(path):
    """The named parts of a model file."""
    data = Path(path).read_bytes()
    assert data[:8] == MAGIC
    (length,) = struct.unpack_from("<I", data, 12)
    at, found = PREAMBLE + length, {}
    for line in data[PREAMBLE : PREAMBLE + length].decode().splitlines():
        key, value = line.split(": ", 1)
        if key == "section":
            name, size = value.split(" ")
            found[name] = data[at : at + int(size)]
            at += int(size)
    return found


class Weights:
    """The parts of a model file as numbers."""

    def __init__(self, path):
        self.found = sections(path)

    def floats(self, name, *shape):
        return torch.from_numpy(np.frombuffer(self.found[name], "<f4").copy()).reshape(shape or (-1,))

    def rows(self, name):
        scale = self.floats(f"{name}.scale")[:, None]
        values = np.frombuffer(self.found[f"{name}.weight"], np.int8).reshape(len(scale), -1)
        return torch.from_numpy(values.astype(np.float32)) * scale

    def linear(self, name):
        """Weight and bias of all outputs, the padding of the panels among them."""
        scale = self.floats(f"{name}.scale")
        values = np.frombuffer(self.found[f"{name}.weight"], np.int8).reshape(len(scale) // PANEL, -1, PANEL, 4)
        values = values.transpose(0, 2, 1, 3).reshape(len(scale), -1)
        return torch.from_numpy(values.astype(np.float32)) * scale[:, None], self.floats(f"{name}.bias")


def state(weights, network):
    """The weights under the names that `network.Network` gives them."""
    found = {"words.weight": weights.rows("words"), "positions.weight": network.positions.weight.detach().clone()}
    kept = weights.rows("positions")
    found["positions.weight"][: len(kept)] = kept
    found["shapes.weight"] = weights.floats("shapes", -1, WIDTH)
    found["label_distance.weight"] = weights.floats("label_distance", *network.label_distance.weight.shape)
    norms = ["norm", *(f"layers.{i}.norm{n}" for i in range(LAYERS) for n in (1, 2))]
    for part in [f"{n}.{p}" for n in norms for p in ("weight", "bias")]:
        found[part] = weights.floats(part)
    single = [f"layers.{i}.{part}" for i in range(LAYERS) for part in ("qkv", "out", "inner", "outer")]
    for name in [*single, "label_out", "name_out"]:
        put(found, network, name, *weights.linear(name))
    split(found, network, weights.linear("heads"), ("arc_dependent", "arc_head", "label_dependent", "label_head", "name_inner", "upos", "xpos"))
    weight, bias = weights.linear("arc_out")
    inner = network.arc_product.weight.shape[0]
    # The file holds the arc scores divided by the root of their width.
    put(found, network, "arc_product", weight[:inner] * inner**0.5, bias[:inner] * inner**0.5)
    put(found, network, "arc_distance", weight[inner:], bias[inner:])
    return found


def split(found, network, matrix, names):
    at = 0
    for name in names:
        put(found, network, name, matrix[0][at:], matrix[1][at:])
        at += network.get_submodule(name).weight.shape[0]


def put(found, network, name, weight, bias):
    outputs = network.get_submodule(name).weight.shape[0]
    found[f"{name}.weight"], found[f"{name}.bias"] = weight[:outputs], bias[:outputs]


def load(path):
    """The teacher and its vocabulary."""
    weights = Weights(path)
    vocabulary = weights.found["vocabulary"].decode().split("\n")[:-1]
    network = Network(len(vocabulary))
    network.load_state_dict(state(weights, network))
    return network.eval(), vocabulary


def best(scores):
    """Indices and probabilities of the few best choices, the probabilities adding up to one."""
    chance, index = torch.softmax(scores.float(), -1).topk(min(KEPT, scores.shape[-1]), -1)
    missing = KEPT - chance.shape[-1]
    if missing:
        chance = torch.nn.functional.pad(chance, (0, missing))
        index = torch.nn.functional.pad(index, (0, missing))
    return index.to(torch.int16), (chance / chance.sum(-1, keepdim=True)).half()


@torch.no_grad()
def opinions(network, encoded, budget=3000):
    """(place, word count, {task: (indices, probabilities)}) of each sentence; relations are those to the likeliest head."""
    place = {id(e): i for i, e in enumerate(encoded)}
    for group in by_length(encoded, budget):
        batch = collate(group)
        with torch.autocast("cpu", torch.bfloat16):
            root, words = network(batch)
            upos, xpos = network.tags(words)
            arcs = network.arcs(root, words, batch.counts)
            arcs.diagonal(1, 1, 2).fill_(-1e9)
            heads = arcs.argmax(-1)
            scores = dict(zip(TASKS, (upos, xpos, arcs, network.labels(root, words, heads), network.names(words))))
        found = {task: best(s) for task, s in scores.items()}
        for i, (item, count) in enumerate(zip(group, batch.counts.tolist())):
            yield place[id(item)], {task: (a[i, :count], b[i, :count]) for task, (a, b) in found.items()}


#: Corpora that only name things are left out, but for those in edited prose.
ANNOTATED = ("ewt", "gum", "wikigold", "docred")


def texts(data, seed=1):
    """(source, forms): the treebanks first, then all else in mixed order."""
    treebanks, rest = [], []
    for example in corpora.load(data, "train"):
        if example.source in ANNOTATED:
            (treebanks if example.heads else rest).append((example.source, example.forms))
    rest += raw_text.sentences(data)
    random.Random(seed).shuffle(rest)
    return treebanks + rest


def write(network, encoded, path):
    found = [None] * len(encoded)
    for place, opinion in opinions(network, encoded):
        found[place] = opinion
    result = {"sources": [e.example.source for e in encoded], "forms": [e.example.forms for e in encoded]}
    for task in TASKS:
        result[task] = tuple(torch.cat([o[task][i] for o in found]) for i in (0, 1))
    torch.save(result, path.with_suffix(".part"))
    path.with_suffix(".part").rename(path)


def main():
    p = argparse.ArgumentParser()
    p.add_argument("--data", required=True)
    p.add_argument("--teacher", required=True, help="model file of the accurate analyser")
    p.add_argument("--out", required=True, help="folder for one file for each few thousand sentences")
    p.add_argument("--sentences", type=int, default=4000, help="in a file")
    a = p.parse_args()
    torch.set_num_threads(1)
    network, vocabulary = load(a.teacher)
    pieces = WordPieces(vocabulary)
    encoded = [Encoded(corpora.Example(source, forms), pieces) for source, forms in texts(a.data)]
    encoded = [e for e in encoded if len(e) <= 250]
    out = Path(a.out)
    out.mkdir(parents=True, exist_ok=True)
    for number, first in enumerate(range(0, len(encoded), a.sentences)):
        path = out / f"{number:03}.pt"
        if not path.exists():
            write(network, encoded[first : first + a.sentences], path)
            print(path, flush=True)


if __name__ == "__main__":
    main()
