"""Predictions and scores with gold tokens (CoNLL 2018 definitions; labels without subtype)."""

import collections

import torch

import batches
import names
from labels import DEPREL, NER, OUTSIDE
from trees import best_tree

START = [i == OUTSIDE or NER[i][0] in "BU" for i in range(len(NER))]
END = [i == OUTSIDE or NER[i][0] in "LU" for i in range(len(NER))]


def follows(a, b):
    """Whether label b may follow label a."""
    if END[a]:
        return START[b]
    return not START[b] and NER[a][2:] == NER[b][2:]


FOLLOWS = torch.tensor([[0.0 if follows(a, b) else -1e9 for b in range(len(NER))] for a in range(len(NER))])


def viterbi(scores):
    """The best valid label sequence of one sentence [words, labels]."""
    best = scores[0] + torch.tensor([0.0 if s else -1e9 for s in START])
    back = []
    for row in scores[1:]:
        value, source = (best[:, None] + FOLLOWS).max(0)
        back.append(source)
        best = value + row
    label = int((best + torch.tensor([0.0 if e else -1e9 for e in END])).argmax())
    labels = [label]
    for source in reversed(back):
        label = int(source[label])
        labels.append(label)
    return labels[::-1]


@torch.no_grad()
def predict(network, encoded, autocast, by_length=batches.by_length, collate=batches.collate):
    """(example, upos, xpos, heads, deprels, name spans) of each sentence."""
    network.eval()
    for group in by_length(encoded, 3000):
        batch = collate(group)
        with torch.autocast("cpu", torch.bfloat16, enabled=autocast):
            root, words = network(batch)
            upos, xpos = network.tags(words)
            arcs = network.arcs(root, words, batch.counts)
            found = torch.log_softmax(network.names(words), -1)
            heads = torch.zeros_like(batch.first)
            for i, count in enumerate(batch.counts.tolist()):
                heads[i, :count] = torch.tensor(best_tree(arcs[i, :count, : count + 1].tolist()))
            deprels = network.labels(root, words, heads)
        deprels[:, :, DEPREL.index("root")] = -1e9
        deprels = deprels.argmax(-1).masked_fill(heads == 0, DEPREL.index("root"))
        upos, xpos = upos.argmax(-1), xpos.argmax(-1)
        for i, count in enumerate(batch.counts.tolist()):
            spans = names.decode(viterbi(found[i, :count]))
            yield (
                batch.examples[i],
                upos[i, :count].tolist(),
                xpos[i, :count].tolist(),
                [h - 1 for h in heads[i, :count].tolist()],
                deprels[i, :count].tolist(),
                spans,
            )


COARSE = {"Person": "PER", "Organisation": "ORG", "Place": "LOC", "Facility": "LOC"}


def score(predictions):
    """Scores by source, in per cent."""
    sums = collections.defaultdict(collections.Counter)
    for example, upos, xpos, heads, deprels, spans in predictions:
        c = sums[example.source]
        if example.heads:
            universal = [DEPREL[d].split(":")[0] for d in deprels]
            for i in range(len(upos)):
                c["words"] += 1
                c["upos"] += upos[i] == example.upos[i]
                c["xpos"] += xpos[i] == example.xpos[i]
                attached = heads[i] == example.heads[i]
                c["uas"] += attached
                c["las"] += attached and universal[i] == DEPREL[example.deprels[i]].split(":")[0]
                c["las_full"] += attached and deprels[i] == example.deprels[i]
        if example.gold_names is not None:
            found = {(a, b, COARSE[k]) for a, b, k in spans if k in COARSE}
            gold = set(example.gold_names)
            for kind in ("PER", "ORG", "LOC"):
                c["found " + kind] += sum(s[2] == kind for s in found)
                c["gold " + kind] += sum(s[2] == kind for s in gold)
                c["right " + kind] += sum(s[2] == kind for s in found & gold)
    return {source: figures(c) for source, c in sorted(sums.items())}


def figures(c):
    out = {}
    for key in ("upos", "xpos", "uas", "las", "las_full"):
        if c["words"]:
            out[key] = 100 * c[key] / c["words"]
    kinds = ("PER", "ORG", "LOC")
    for name, group in (("names", kinds), *((k, (k,)) for k in kinds)):
        right, found, gold = (sum(c[f"{w} {k}"] for k in group) for w in ("right", "found", "gold"))
        if gold:
            out[name] = 200 * right / max(1, found + gold)
    return out


def table(scores):
    lines = []
    for source, row in scores.items():
        lines.append(f"{source:6}" + " ".join(f"{k} {v:.2f}" for k, v in row.items()))
    return "\n".join(lines)


def main():
    """Prints the scores of trained weights on the development sets."""
    import argparse
    from pathlib import Path

    import corpora
    from batches import Encoded
    from network import Network
    from wordpiece import WordPieces

    p = argparse.ArgumentParser()
    p.add_argument("--data", required=True)
    p.add_argument("--weights", required=True)
    p.add_argument("--vocabulary", required=True)
    a = p.parse_args()
    vocabulary = Path(a.vocabulary).read_text(encoding="utf-8").split("\n")[:-1]
    network = Network(len(vocabulary))
    network.load_state_dict(torch.load(a.weights))
    split = WordPieces(vocabulary)
    dev = [Encoded(e, split) for e in corpora.load(a.data, "dev")]
    print(table(score(predict(network, dev, autocast=False))))


if __name__ == "__main__":
    main()
