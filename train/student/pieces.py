"""The student's word pieces: those of the teacher that the training texts use most, with the single characters."""

import argparse
import collections
from pathlib import Path

import teacher
from wordpiece import SPECIAL, WordPieces

#: A multiple of 16, so that the parts of the model file stay aligned.
KEPT = 15_008


def kept(vocabulary, texts):
    """Indices of the kept pieces, in the teacher's order."""
    split, words, counts = WordPieces(vocabulary), collections.Counter(), collections.Counter()
    for _, forms in texts:
        words.update(forms)
    for word, count in words.items():
        for piece in split(word):
            counts[piece] += count
    single = [i for i, piece in enumerate(vocabulary) if len(piece.removeprefix("##")) == 1]
    chosen = dict.fromkeys([*range(len(SPECIAL)), *single])
    for piece, _ in sorted(counts.items(), key=lambda c: (-c[1], c[0])):
        if len(chosen) == KEPT:
            break
        chosen[piece] = None
    return sorted(chosen)


def main():
    p = argparse.ArgumentParser()
    p.add_argument("--data", required=True)
    p.add_argument("--teacher", required=True, help="model file of the accurate analyser")
    p.add_argument("--out", required=True)
    a = p.parse_args()
    vocabulary = teacher.Weights(a.teacher).found["vocabulary"].decode().split("\n")[:-1]
    found = kept(vocabulary, teacher.texts(a.data))
    Path(a.out).write_text("".join(vocabulary[i] + "\n" for i in found), encoding="utf-8")
    print(len(found), "pieces")


if __name__ == "__main__":
    main()
