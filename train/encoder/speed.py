"""Compares the speed of the Rust inference with PyTorch's dynamic 8-bit quantisation of the same network.

Both read the same sentences on one thread, in turns; the figures are words per second of processor time, so that other work
on the machine matters little. PyTorch's time is that of the network alone, on batches of sentences of like length that were
made beforehand; the Rust time includes word pieces, the search for trees and names, and reading in the order of the text.
Speed does not depend on the values of the weights, so that without `--weights` they are random.
"""

import argparse
import resource
import statistics
import subprocess
import tempfile
import time
from pathlib import Path

import torch

import corpora
from batches import Encoded, by_length, collate
from network import Network
from wordpiece import WordPieces

PASSES = 4


def vocabulary(model):
    """The pieces, from the model file."""
    data = Path(model).read_bytes()
    length = int.from_bytes(data[12:16], "little")
    at = 24 + length
    for line in data[24:at].decode().splitlines():
        key, value = line.split(": ", 1)
        if key != "section":
            continue
        name, size = value.split()
        if name == "vocabulary":
            return data[at : at + int(size)].decode().rstrip("\n").split("\n")
        at += int(size)
    raise SystemExit(f"{model} has no vocabulary")


@torch.inference_mode()
def read(network, batches):
    for batch in batches:
        root, words = network(batch)
        network.tags(words)
        network.names(words)
        heads = network.arcs(root, words, batch.counts).argmax(-1)
        network.labels(root, words, heads)


def of_torch(network, batches):
    started = time.process_time()
    read(network, batches)
    return time.process_time() - started


def of_children(command):
    def spent():
        usage = resource.getrusage(resource.RUSAGE_CHILDREN)
        return usage.ru_utime + usage.ru_stime

    started = spent()
    subprocess.run(command, check=True)
    return spent() - started


def of_rust(program, text):
    """One pass over the text, without the time to start."""
    once = of_children([program, text, "1"])
    return (of_children([program, text, str(1 + PASSES)]) - once) / PASSES


def main():
    p = argparse.ArgumentParser()
    p.add_argument("--data", required=True)
    p.add_argument("--model", default="../../models/encoder.model")
    p.add_argument("--rust", default="../../target/release/examples/encoder_speed")
    p.add_argument("--weights")
    p.add_argument("--rounds", type=int, default=5)
    p.add_argument("--sentences", type=int, default=1000)
    a = p.parse_args()
    torch.set_num_threads(1)
    pieces = vocabulary(a.model)
    network = Network(len(pieces))
    if a.weights:
        network.load_state_dict(torch.load(a.weights))
    network.eval()
    quantised = torch.ao.quantization.quantize_dynamic(network, {torch.nn.Linear}, dtype=torch.qint8)
    examples = [e for e in corpora.load(a.data, "dev") if e.source == "gum"][: a.sentences]
    words = sum(len(e.forms) for e in examples)
    split = WordPieces(pieces)
    encoded = [Encoded(e, split) for e in examples]
    sizes = {rows: [collate(group) for group in by_length(encoded, rows)] for rows in (200, 1000)}
    found = {f"{kind}, batches of {rows} pieces": [] for rows in sizes for kind in ("PyTorch int8", "PyTorch float32")}
    found["Rust"] = []
    with tempfile.NamedTemporaryFile("w", suffix=".txt", encoding="utf-8") as text:
        text.write("".join(" ".join(e.forms) + "\n" for e in examples))
        text.flush()
        for _ in range(a.rounds):
            for rows, batches in sizes.items():
                found[f"PyTorch int8, batches of {rows} pieces"].append(words / of_torch(quantised, batches))
                found[f"PyTorch float32, batches of {rows} pieces"].append(words / of_torch(network, batches))
            found["Rust"].append(words / of_rust(a.rust, text.name))
    print(f"{len(examples)} sentences, {words} words; engine {torch.backends.quantized.engine}; words per second, {a.rounds} rounds")
    for name, speeds in found.items():
        print(f"{name:40} best {max(speeds):8.0f}  median {statistics.median(speeds):8.0f}")
    best = max(max(speeds) for name, speeds in found.items() if "int8" in name)
    print(f"Rust over the best of PyTorch int8: {max(found['Rust']) / best:.2f}")


if __name__ == "__main__":
    main()
