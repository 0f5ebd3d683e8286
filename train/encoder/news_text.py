"""Words and sentences of plain news text, cut as Universal Dependencies does; enough for silver data."""

import re

ABBREVIATIONS = frozenset(
    "Mr. Mrs. Ms. Dr. Gen. Lt. Col. Maj. Capt. Sgt. Rep. Sen. Gov. Rev. St. Jr. Sr. Inc. Ltd. Co. Corp. vs. v. No. Jan. Feb. "
    "Mar. Apr. Jun. Jul. Aug. Sep. Sept. Oct. Nov. Dec. a.m. p.m. i.e. e.g. etc. approx. Mt. Ft.".split()
)
WORD = re.compile(
    r"https?://\S+|(?:[A-Za-z]\.){2,}|[A-Z]\.(?=\s[A-Z])|[$€£¥]|\d+(?:[.,:]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)*\d*|\w+|\.{2,}|\S"
)
CLITIC = re.compile(r"^(.+?)(n['’]t|['’](?:s|S|re|ve|ll|d|m))$")


def tokens(text):
    """(begin, end) of each word in characters."""
    found = []
    for match in WORD.finditer(text):
        begin, end = match.span()
        clitic = CLITIC.match(match.group())
        if clitic:
            found.append((begin, begin + clitic.end(1)))
            begin += clitic.end(1)
        elif text[end : end + 1] == "." and text[begin : end + 1] in ABBREVIATIONS:
            end += 1
        if found and begin < found[-1][1]:
            continue
        found.append((begin, end))
    return found


def sentences(text):
    """Lists of words, (begin, end) each."""
    current, found = [], []
    words = tokens(text)
    for i, (begin, end) in enumerate(words):
        current.append((begin, end))
        if text[begin:end] in (".", "!", "?") and i + 1 < len(words):
            following = text[words[i + 1][0]]
            if text[end : end + 1].isspace() and (following.isupper() or following in "\"“'‘"):
                found.append(current)
                current = []
    if current:
        found.append(current)
    return found
