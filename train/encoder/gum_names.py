"""Names from the `Entity` column of GUM.

GUM marks every mention of an entity, from its determiner to its last relative clause, and gives it one of ten types.
A mention is a name if its head is a proper noun; the name is the head with the words that belong to it by form:
flat, compound, capitalised adjectives and "of"-phrases of organisations, events and places; titles before the head
(`nmod:desc`) and possessors stay outside.
"""

import re

CLASS_OF_TYPE = {"person": "Person", "organization": "Organisation", "place": "Place", "event": "Event", "object": "Product"}
TOKEN = re.compile(r"\(([^()]+)\)?|([^()]+)\)|\)")
INSIDE = {"flat", "compound", "goeswith", "nummod"}
LINKERS = {"of", "the", "for", "and", "&", "on", "in", "de", "la", "del", "von", "van", "'s", "’s", "-", "–", ".", ",", "/"}


def mentions(words):
    """(first, last, type) of each mention in a sentence."""
    found, open_mentions = [], {}
    for i, word in enumerate(words):
        for part in word.misc.split("|"):
            if part.startswith("Entity="):
                for bracket in re.findall(r"\([^()]+\)?|[^()]+\)", part[7:]):
                    read_bracket(bracket, i, open_mentions, found)
    return found


def read_bracket(bracket, i, open_mentions, found):
    body = bracket.strip("()")
    key = body.split("-")[0]
    if bracket.startswith("("):
        etype = body.split("-")[1] if "-" in body else ""
        if bracket.endswith(")"):
            found.append((i, i, etype))
        else:
            open_mentions.setdefault(key, []).append((i, etype))
    elif open_mentions.get(key):
        start, etype = open_mentions[key].pop()
        found.append((start, i, etype))


def head_of(words, first, last):
    for i in range(first, last + 1):
        if not first <= words[i].head <= last:
            return i
    return first


def capital(word):
    return word.form[:1].isupper() or word.form[:1].isdigit()


def belongs(words, child, etype, head):
    """Whether a dependent is part of the name that its head stands for."""
    word = words[child]
    if word.deprel in INSIDE:
        return capital(word) or word.deprel in ("flat", "goeswith") or word.xpos == "HYPH"
    if word.deprel == "nmod:desc":
        return child > head and capital(word)
    if etype == "person":
        return False
    if word.deprel == "amod":
        return word.form[:1].isupper() and child < head
    if word.deprel in ("nmod", "conj"):
        cases = [w.form.lower() for w in words if w.head == child and w.deprel in ("case", "cc")]
        return capital(word) and word.upos == "PROPN" and child > head and bool(cases) and cases[0] in ("of", "for", "and", "&")
    return False


def core(words, first, last, etype):
    """First and last word of the name inside a mention, or none."""
    head = head_of(words, first, last)
    if words[head].upos != "PROPN":
        return None
    inside, queue = {head}, [head]
    while queue:
        at = queue.pop()
        for child in range(first, last + 1):
            if words[child].head == at and child not in inside and belongs(words, child, etype, at):
                inside.add(child)
                queue.append(child)
    return grow(words, inside, head, first, last)


def grow(words, inside, head, first, last):
    ends = []
    for step, limit in ((-1, first), (1, last)):
        end = at = head
        while at != limit:
            at += step
            if at in inside:
                end = at
            elif words[at].form.lower() not in LINKERS:
                break
        ends.append(end)
    return tuple(ends)


def names(words):
    """(first, last, type) of the outermost names of a sentence, in order."""
    found = []
    for first, last, etype in mentions(words):
        span = core(words, first, last, etype)
        if span:
            found.append((*span, etype))
    found.sort(key=lambda n: (n[0] - n[1], n[0]))
    kept = []
    for name in found:
        if all(name[1] < k[0] or name[0] > k[1] for k in kept):
            kept.append(name)
    return sorted(kept)
