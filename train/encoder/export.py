"""Writes trained weights as the model file that `crates/language/src/model_file.rs` reads.

The numbers stand in the order in which the kernels of `crates/language/src/encoder` read them, and begin at multiples of 64
bytes, so that nothing needs to be decoded.
"""

import argparse
import json
import struct
from pathlib import Path

import numpy as np
import torch

from labels import CLASSES, DEPREL, UPOS, XPOS
from wordpiece import SHAPES

MAGIC, VERSION, PREAMBLE, ALIGNMENT = b"NGMODEL\n", 1, 24, 64
PANEL = 64
POSITIONS = 256

ATTRIBUTION = [
    "all-MiniLM-L6-v2, fine-tuned from MiniLM-L6-H384-uncased (Microsoft; N. Reimers), Apache-2.0",
    "Universal Dependencies English Web Treebank, CC BY-SA 4.0",
    "GUM, the Georgetown University Multilayer corpus (A. Zeldes and others), annotations CC BY 4.0, texts CC BY or CC BY-SA",
    "Universal NER, English EWT, CC BY-SA 4.0",
    "Wikigold (Balasuriya et al. 2009), CC BY 4.0",
    "WNUT 2017 Emerging Entities (Derczynski et al. 2017), CC BY 4.0",
    "Broad Twitter Corpus (Derczynski et al. 2016), CC BY 4.0",
    "Re-DocRED (Tan et al. 2022), MIT, texts of Wikipedia, CC BY-SA",
]
DATA = ["ud-ewt train", "gum train", "uner-ewt train", "wikigold", "WNUT17 train and dev", "BTC", "re-docred dev"]
NEWS = "Wikipedia, Portal:Current events, CC BY-SA 4.0", "cep without the items of train/encoder/held_out_items.txt"


def rounded(weight):
    """Bytes and one scale a row: symmetric, the largest weight of a row is 127."""
    weight = weight.float().numpy()
    scale = np.maximum(np.abs(weight).max(1), 1e-8) / 127
    return np.clip(np.rint(weight / scale[:, None]), -127, 127).astype(np.int8), scale.astype("<f4")


def padded(array, rows):
    extra = rows - len(array)
    return np.concatenate([array, np.zeros((extra, *array.shape[1:]), array.dtype)]) if extra else array


def packed(values):
    """[outputs, inputs] to [panel, inputs / 4, 64 outputs, 4 inputs]."""
    outputs, inputs = values.shape
    return values.reshape(outputs // PANEL, PANEL, inputs // 4, 4).transpose(0, 2, 1, 3)


class Tensors:
    def __init__(self, state):
        self.state = state
        self.found = {}

    def add(self, name, array):
        self.found[name] = np.ascontiguousarray(array).tobytes()

    def floats(self, name, source):
        self.add(name, self.state[source].float().numpy().astype("<f4"))

    def norm(self, name):
        for part in ("weight", "bias"):
            self.floats(f"{name}.{part}", f"{name}.{part}")

    def rows(self, name, count=None):
        values, scale = rounded(self.state[f"{name}.weight"][:count])
        self.add(f"{name}.weight", values)
        self.add(f"{name}.scale", scale)

    def linear(self, name, parts):
        """Several matrices of one input, side by side, each (source, factor) padded to whole panels together with its group."""
        weights, scales, biases = [], [], []
        for group in parts:
            weight = torch.cat([self.state[f"{s}.weight"].float() * f for s, f in group])
            bias = torch.cat([self.state[f"{s}.bias"].float() * f for s, f in group]).numpy().astype("<f4")
            values, scale = rounded(weight)
            rows = -(-len(values) // PANEL) * PANEL
            weights.append(padded(values, rows))
            scales.append(padded(scale, rows))
            biases.append(padded(bias, rows))
        self.add(f"{name}.weight", packed(np.concatenate(weights)))
        self.add(f"{name}.scale", np.concatenate(scales))
        self.add(f"{name}.bias", np.concatenate(biases))


def tensors(state, vocabulary):
    t = Tensors(state)
    t.rows("words")
    t.rows("positions", POSITIONS)
    t.floats("shapes", "shapes.weight")
    t.norm("norm")
    for i in range(sum(name.endswith("qkv.bias") for name in state)):
        at = f"layers.{i}."
        for part in ("qkv", "out", "inner", "outer"):
            t.linear(at + part, [[(at + part, 1.0)]])
        t.norm(at + "norm1")
        t.norm(at + "norm2")
    first = ["arc_dependent", "arc_head", "label_dependent", "label_head", "name_inner"]
    t.linear("heads", [*([(name, 1.0)] for name in first), [("upos", 1.0), ("xpos", 1.0)]])
    # The arc scores are divided by the root of their width, 256: a power of two, so exact.
    t.linear("arc_out", [[("arc_product", 1 / 16)], [("arc_distance", 1.0)]])
    t.floats("label_distance", "label_distance.weight")
    t.linear("label_out", [[("label_out", 1.0)]])
    t.linear("name_out", [[("name_out", 1.0)]])
    # Last: its length is the only one that is no multiple of the alignment.
    t.found["vocabulary"] = "\n".join(vocabulary).encode() + b"\n"
    return t.found


def header(facts, sections):
    """One `key: value` a line, the sections last; padded so that what follows is aligned."""
    lines = [f"{key}: {value}\n" for key, value in facts]
    lines += [f"section: {name} {len(data)}\n" for name, data in sections.items()]
    text = "".join(lines).encode()
    padding = "padding: "
    missing = -(PREAMBLE + len(text) + len(padding) + 1) % ALIGNMENT
    return (padding + "." * missing + "\n").encode() + text


def checksum(data):
    """FNV-1a over words of 64 bits, then over the bytes that are left."""
    value, prime, mask = 0xCBF29CE484222325, 0x100000001B3, (1 << 64) - 1
    whole = len(data) // 8 * 8
    for word in np.frombuffer(data[:whole], "<u8").tolist() + list(data[whole:]):
        value = ((value ^ word) * prime) & mask
    return value


def model_file(facts, sections):
    *aligned, last = sections
    assert all(len(sections[name]) % ALIGNMENT == 0 for name in aligned), "sections must keep the alignment"
    text = header(facts, sections)
    body = text + b"".join(sections.values())
    return MAGIC + struct.pack("<IIQ", VERSION, len(text), checksum(body)) + body


def main():
    p = argparse.ArgumentParser()
    p.add_argument("--weights", required=True)
    p.add_argument("--vocabulary", required=True)
    p.add_argument("--command", required=True, help="file with the commands that made the weights, one a line")
    p.add_argument("--silver", action="store_true", help="the news items were part of the training")
    p.add_argument("--out", required=True)
    a = p.parse_args()
    vocabulary = Path(a.vocabulary).read_text(encoding="utf-8").split("\n")[:-1]
    facts = [("kind", "encoder"), ("licence", "CC BY-SA 4.0")]
    facts += [("attribution", line) for line in ATTRIBUTION + a.silver * [NEWS[0]]]
    facts += [("data", ", ".join(DATA + a.silver * [NEWS[1]]))]
    facts += [("command", line) for line in Path(a.command).read_text().splitlines()]
    tables = {"upos": UPOS, "xpos": XPOS, "deprel": DEPREL, "classes": CLASSES, "shapes": SHAPES}
    facts += [(name, " ".join(labels)) for name, labels in tables.items()]
    data = model_file(facts, tensors(torch.load(a.weights), vocabulary))
    Path(a.out).write_bytes(data)
    print(f"{a.out}: {len(data) / 1e6:.2f} MB")


if __name__ == "__main__":
    main()
