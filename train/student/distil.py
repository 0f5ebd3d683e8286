"""Trains the student on what the teacher says, and on the treebanks. See README.md for the command and the data."""

import argparse
import json
import random
import time
from pathlib import Path

import torch
from torch.nn import functional as F

import batches as encoder_batches
import corpora
import evaluation
import examples
import student
import teacher
from examples import MISSING, Words, annotated, by_length, collate
from train import NAME_WEIGHTS, schedule
from wordpiece import WordPieces

#: How often an epoch sees each sentence of a corpus, on average; once where nothing stands here.
SHARES = {"ewt": 3.0, "gum": 3.0, "btc": 0.5, "wnut": 0.5}
#: What the treebanks' own annotation counts beside the teacher's.
GOLD_WEIGHT = 1.0


def soft(scores, opinion):
    """Cross entropy with the teacher's few best choices."""
    index, chance = opinion
    return -(torch.log_softmax(scores, -1).gather(-1, index) * chance).sum()


def hard(scores, gold):
    return F.cross_entropy(scores.flatten(0, 1), gold.flatten(), ignore_index=MISSING, reduction="sum")


def losses(network, batch):
    root, words = network(batch)
    upos, xpos = network.tags(words)
    arcs = network.arcs(root, words, batch.counts)
    likely = batch.opinions["arc"][0][..., 0]
    names = network.names(words)
    scores = {"upos": upos, "xpos": xpos, "arc": arcs, "deprel": network.labels(root, words, likely), "name": names}
    total = sum(soft(scores[task], batch.opinions[task]) for task in scores)
    gold = batch.gold
    parsed = (gold["heads"] >= 0).any(1)
    if parsed.any():
        truth = hard(upos, gold["upos"]) + hard(xpos, gold["xpos"]) + hard(arcs, gold["heads"])
        heads = gold["heads"][parsed]
        labels = network.labels(root[parsed], words[parsed], heads.clamp(min=0))
        total = total + GOLD_WEIGHT * (truth + hard(labels, gold["deprels"][parsed]))
    return total + name_loss(names, batch)


def name_loss(scores, batch):
    """Minus the log of the probability that falls on the allowed labels of each word."""
    known = batch.gold["names"] != 0
    if not known.any():
        return 0.0
    allowed = (batch.gold["names"][known].unsqueeze(-1) >> torch.arange(scores.shape[-1])) & 1
    log = torch.log_softmax(scores[known], -1).masked_fill(allowed == 0, -1e9).logsumexp(-1)
    weights = torch.tensor([NAME_WEIGHTS.get(e.source, 0.0) for e in batch.examples])[:, None].expand_as(known)[known]
    return -(log * weights).sum()


def sample(encoded, generator):
    found = []
    for e in encoded:
        share = SHARES.get(e.example.source, 1.0)
        found += [e] * (int(share) + (generator.random() < share % 1))
    return found


def beginner(path, vocabulary, sample):
    """A student made of parts of the teacher."""
    network, pieces = teacher.load(path)
    place = {piece: i for i, piece in enumerate(pieces)}
    split = WordPieces(pieces)
    batches = [encoder_batches.collate([encoder_batches.Encoded(e, split) for e in sample])]
    return student.from_teacher(network, batches, torch.tensor([place[piece] for piece in vocabulary]))


def main():
    p = argparse.ArgumentParser()
    p.add_argument("--data", required=True)
    p.add_argument("--teacher", required=True, help="model file of the accurate analyser")
    p.add_argument("--opinions", required=True, nargs="+", help="what teacher.py wrote")
    p.add_argument("--vocabulary", required=True, help="what pieces.py wrote")
    p.add_argument("--start", help="weights to go on from; without, parts of the teacher")
    p.add_argument("--out", required=True)
    p.add_argument("--steps", type=int, required=True)
    p.add_argument("--rate", type=float, default=4e-4)
    p.add_argument("--budget", type=int, default=1500, help="words in a batch")
    p.add_argument("--warmup", type=float, default=0.05)
    p.add_argument("--seed", type=int, default=1)
    p.add_argument("--check", type=int, default=1000, help="steps between evaluations")
    a = p.parse_args()
    torch.manual_seed(a.seed)
    torch.set_num_threads(1)
    generator = random.Random(a.seed)
    out = Path(a.out)
    out.mkdir(parents=True, exist_ok=True)

    vocabulary = Path(a.vocabulary).read_text(encoding="utf-8").split("\n")[:-1]
    words = Words(WordPieces(vocabulary))
    training = annotated(a.data, a.opinions, words)
    dev = [examples.Encoded(e, words) for e in corpora.load(a.data, "dev")]
    if a.start:
        network = student.Student(len(vocabulary))
        network.load_state_dict(torch.load(a.start))
    else:
        network = beginner(a.teacher, vocabulary, [e.example for e in training[:200]])
    optimiser = torch.optim.AdamW(network.parameters(), lr=a.rate, betas=(0.9, 0.98), weight_decay=0.01, fused=True)
    print(f"{len(training)} sentences, {sum(p.numel() for p in network.parameters()) / 1e6:.2f} M weights", flush=True)

    def batches():
        while True:
            yield from by_length(sample(training, generator), a.budget, generator)

    began, cpu, total, seen = time.time(), time.process_time(), 0.0, 0
    for step, group in zip(range(1, a.steps + 1), batches()):
        network.train()
        batch = collate(group, generator, 0.02)
        for g in optimiser.param_groups:
            g["lr"] = a.rate * schedule(step / a.steps, a.warmup)
        with torch.autocast("cpu", torch.bfloat16):
            loss = losses(network, batch)
        count = int(batch.counts.sum())
        (loss / count).backward()
        torch.nn.utils.clip_grad_norm_(network.parameters(), 2.0)
        optimiser.step()
        optimiser.zero_grad(set_to_none=True)
        total, seen = total + float(loss.detach()), seen + count
        if step % 50 == 0:
            print(f"step {step} loss {total / seen:.3f} {seen / (time.time() - began):.0f} words/s "
                  f"{seen / (time.process_time() - cpu):.0f} words/cpu-s", flush=True)
            began, cpu, total, seen = time.time(), time.process_time(), 0.0, 0
        if step % a.check == 0 or step == a.steps:
            torch.save(network.state_dict(), out / "weights.pt")
            scores = evaluation.score(evaluation.predict(network, dev, autocast=True, collate=collate, by_length=by_length))
            print(f"step {step}\n{evaluation.table(scores)}", flush=True)
            (out / "scores.json").write_text(json.dumps(scores, indent=1))
            began, cpu = time.time(), time.process_time()


if __name__ == "__main__":
    main()
