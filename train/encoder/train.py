"""Trains the encoder on all tasks at once. See README.md for the command and the data."""

import argparse
import json
import random
import time
from pathlib import Path

import torch
from torch.nn import functional as F

import corpora
import evaluation
import silver
from batches import Encoded, by_length, collate
from network import from_minilm
from wordpiece import UNK, WordPieces

#: Share of each corpus that an epoch sees.
SHARES = {"ewt": 1.0, "gum": 1.0, "wikigold": 0.5, "docred": 0.5, "wnut": 0.15, "btc": 0.25, "cep": 0.5}
#: Weight of a word in the loss of the names, by corpus.
NAME_WEIGHTS = {"ewt": 1.0, "gum": 1.0, "wikigold": 0.7, "docred": 0.7, "wnut": 0.4, "btc": 0.4, "cep": 0.8}


def losses(network, batch):
    root, words = network(batch)
    upos, xpos = network.tags(words)
    total = F.cross_entropy(upos.flatten(0, 1), batch.upos.flatten(), ignore_index=-100, reduction="sum")
    total = total + F.cross_entropy(xpos.flatten(0, 1), batch.xpos.flatten(), ignore_index=-100, reduction="sum")
    parsed = (batch.heads >= 0).any(1)
    if parsed.any():
        gold = batch.heads[parsed]
        root_p, words_p = root[parsed], words[parsed]
        arcs = network.arcs(root_p, words_p, batch.counts[parsed])
        total = total + F.cross_entropy(arcs.flatten(0, 1), gold.flatten(), ignore_index=-100, reduction="sum")
        labels = network.labels(root_p, words_p, gold.clamp(min=0))
        wanted = batch.deprels[parsed].flatten()
        total = total + F.cross_entropy(labels.flatten(0, 1), wanted, ignore_index=-100, reduction="sum")
    return total + name_loss(network.names(words), batch)


def name_loss(scores, batch):
    """Minus the log of the probability that falls on the allowed labels of each word."""
    known = batch.names != 0
    if not known.any():
        return 0.0
    allowed = (batch.names[known].unsqueeze(-1) >> torch.arange(scores.shape[-1])) & 1
    log = torch.log_softmax(scores[known], -1).masked_fill(allowed == 0, -1e9).logsumexp(-1)
    weights = torch.tensor([NAME_WEIGHTS[e.source] for e in batch.examples])[:, None].expand_as(known)[known]
    return -(log * weights).sum()


def groups(network, rate):
    """Pretrained weights learn slowly, the embeddings slower, the new heads fast."""
    new = ("upos", "xpos", "arc_", "label_", "name_", "shapes")
    parts = {"encoder": [], "embeddings": [], "heads": []}
    for name, weight in network.named_parameters():
        part = "heads" if name.startswith(new) else "embeddings" if name.startswith(("words", "positions")) else "encoder"
        parts[part].append(weight)
    factors = {"encoder": 1.0, "embeddings": 0.5, "heads": 6.0}
    return [{"params": parts[p], "lr": rate * factors[p], "base": rate * factors[p]} for p in parts]


def schedule(done, warmup):
    """The factor of the learning rate: up for the first `warmup` of the run, then down to nothing."""
    return done / warmup if done < warmup else max(0.01, (1 - done) / (1 - warmup))


def sample(encoded, generator):
    return [e for e in encoded if generator.random() < SHARES[e.example.source]]


def main():
    p = argparse.ArgumentParser()
    p.add_argument("--data", required=True)
    p.add_argument("--base", required=True, help="folder of the pretrained MiniLM")
    p.add_argument("--vocabulary", required=True)
    p.add_argument("--out", required=True)
    p.add_argument("--start", help="weights to go on from")
    p.add_argument("--silver", action="store_true", help="let the weights of --start label the news items and learn from them")
    p.add_argument("--epochs", type=int, default=8)
    p.add_argument("--rate", type=float, default=1.5e-4)
    p.add_argument("--budget", type=int, default=1000, help="pieces in a batch")
    p.add_argument("--minutes", type=float, default=0, help="end after this time instead, wherever it is")
    p.add_argument("--warmup", type=float, default=0.06, help="share of the run in which the learning rate rises")
    p.add_argument("--seed", type=int, default=1)
    a = p.parse_args()
    torch.manual_seed(a.seed)
    torch.set_num_threads(1)
    generator = random.Random(a.seed)
    out = Path(a.out)
    out.mkdir(parents=True, exist_ok=True)

    vocabulary = Path(a.vocabulary).read_text(encoding="utf-8").split("\n")[:-1]
    split = WordPieces(vocabulary)
    training = [Encoded(e, split) for e in corpora.load(a.data, "train")]
    training = [e for e in training if len(e) <= 200]
    dev = [Encoded(e, split) for e in corpora.load(a.data, "dev")]
    network = from_minilm(a.base, vocabulary)
    if a.start:
        network.load_state_dict(torch.load(a.start))
    if a.silver:
        training += [e for e in map(lambda e: Encoded(e, split), silver.labelled(a.data, network, split)) if len(e) <= 200]
    optimiser = torch.optim.AdamW(groups(network, a.rate), betas=(0.9, 0.98), weight_decay=0.01, fused=True)
    per_epoch = len(by_length(sample(training, random.Random(0)), a.budget))
    steps, step = a.epochs * per_epoch, 0
    print(f"{len(training)} sentences, {per_epoch} steps an epoch", flush=True)
    start = time.time()

    def progress():
        return (time.time() - start) / (60 * a.minutes) if a.minutes else step / steps

    for epoch in range(a.epochs):
        if progress() >= 1:
            break
        began, cpu, sums, words = time.time(), time.process_time(), 0.0, 0
        network.train()
        for group in by_length(sample(training, generator), a.budget, generator):
            batch = collate(group, generator, UNK, 0.03)
            for g in optimiser.param_groups:
                g["lr"] = g["base"] * schedule(progress(), a.warmup)
            with torch.autocast("cpu", torch.bfloat16):
                loss = losses(network, batch)
            count = int(batch.counts.sum())
            (loss / count).backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 2.0)
            optimiser.step()
            optimiser.zero_grad(set_to_none=True)
            sums, words, step = sums + float(loss.detach()), words + count, step + 1
            if step % 50 == 0:
                print(f"step {step} ({progress():.1%}) loss {sums / words:.3f} {words / (time.time() - began):.0f} words/s "
                      f"{words / (time.process_time() - cpu):.0f} words/cpu-s", flush=True)
            if step % 200 == 0:
                torch.save(network.state_dict(), out / "weights.pt")
            if progress() >= 1:
                break
        torch.save(network.state_dict(), out / "weights.pt")
        scores = evaluation.score(evaluation.predict(network, dev, autocast=True))
        print(f"epoch {epoch + 1} loss {sums / words:.4f} {time.time() - began:.0f} s\n{evaluation.table(scores)}", flush=True)
        (out / "scores.json").write_text(json.dumps(scores, indent=1))


if __name__ == "__main__":
    main()
