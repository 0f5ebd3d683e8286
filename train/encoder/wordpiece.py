"""Words to wordpieces, exactly as `crates/language/src/encoder/wordpiece.rs` does it."""

import unicodedata

PAD, UNK, CLS, SEP = 0, 1, 2, 3
SPECIAL = ["[PAD]", "[UNK]", "[CLS]", "[SEP]"]
#: A word longer than this in characters, after normalisation, is cut: the rest of a URL says nothing.
MAX_CHARACTERS = 48
MAX_PIECES = 12

SHAPES = "none lower title upper initial mixed number alphanumeric symbol uncased".split()


def shape(word: str) -> int:
    """The letter case of a word: the vocabulary itself is lower case."""
    upper = sum(c.isupper() for c in word)
    lower = sum(c.islower() for c in word)
    digit = any(unicodedata.category(c)[0] == "N" for c in word)
    alpha = sum(c.isalpha() for c in word)
    if alpha == 0:
        return SHAPES.index("number" if digit else "symbol")
    if digit:
        return SHAPES.index("alphanumeric")
    if upper + lower == 0:
        return SHAPES.index("uncased")
    if upper == 0:
        return SHAPES.index("lower")
    if lower == 0:
        return SHAPES.index("initial" if upper == 1 else "upper")
    first = next(c for c in word if c.isalpha())
    return SHAPES.index("title" if first.isupper() and upper == 1 else "mixed")


def normalise(word: str) -> str:
    """Lower case, without accents."""
    decomposed = unicodedata.normalize("NFD", word.lower())
    return "".join(c for c in decomposed if unicodedata.category(c)[0] != "M")[:MAX_CHARACTERS]


def parts(text: str):
    """Runs of letters and digits, and each other character by itself."""
    run = ""
    for c in text:
        if c.isalnum():
            run += c
            continue
        if run:
            yield run
            run = ""
        if not c.isspace():
            yield c
    if run:
        yield run


class WordPieces:
    """Greedy longest match (Wu et al. 2016), over the parts of each word."""

    def __init__(self, vocabulary):
        self.pieces = list(vocabulary)
        self.index = {piece: i for i, piece in enumerate(self.pieces)}
        self.cache = {}

    def __call__(self, word: str):
        found = self.cache.get(word)
        if found is None:
            found = self.cache[word] = self.split(word)
        return found

    def split(self, word: str):
        ids = []
        for part in parts(normalise(word)):
            ids.extend(self.split_part(part))
        return ids[:MAX_PIECES] or [UNK]

    def split_part(self, part: str):
        ids, start = [], 0
        while start < len(part):
            end = len(part)
            while end > start:
                piece = ("##" if start else "") + part[start:end]
                if piece in self.index:
                    break
                end -= 1
            if end == start:
                return [UNK]
            ids.append(self.index[piece])
            start = end
        return ids
