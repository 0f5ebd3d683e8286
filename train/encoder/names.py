"""One scheme of names: how the conventions of each corpus map onto the seven classes.

A word's target is the set of BILOU labels that its corpus allows, as a bit mask: where a corpus does not say which of
our classes a word has, all that fit are allowed and the model decides (marginal likelihood over the set). Decided here
and nowhere else:

- titles, possessors and determiners stand outside a name, "Inc." and the like inside;
- nationalities, peoples and religions are `Nationality`, also as adjectives, whatever the corpus calls them, unless they
  are part of a longer name;
- a place whose last word names a building or installation is a `Facility`;
- corpora that mark only persons, organisations and places leave open whether another capitalised word is an event or a
  product.
"""

import csv
from pathlib import Path

from labels import CLASSES, NER, OUTSIDE, ner_label

GAZETTEER = Path(__file__).parents[2] / "ontology/gazetteer/countries.csv"


def countries():
    """Names of countries and territories, and what their people and things are called."""
    names, demonyms = set(), set()
    for row in csv.DictReader(open(GAZETTEER, encoding="utf-8")):
        names.update([row["label"], *filter(None, row["alias"].split("|"))])
        demonyms.update(filter(None, row["demonym"].split("|")))
    return names, demonyms


COUNTRIES, _demonyms = countries()
#: Peoples and religions beside those of the countries.
PEOPLES = frozenset(Path(__file__).with_name("demonyms.txt").read_text().split())
DEMONYMS = (PEOPLES | {d for d in _demonyms if " " not in d}) - COUNTRIES
FACILITIES = frozenset(
    "airport airfield airbase base station hospital clinic bridge tunnel stadium arena hall palace castle tower building "
    "museum prison jail dam church cathedral mosque temple synagogue basilica monastery hotel restaurant cafe theatre "
    "theater library mall plaza house harbour harbor pier terminal plant reactor refinery pipeline canal highway "
    "motorway expressway freeway railway crossing checkpoint camp fort fortress barracks embassy consulate cemetery "
    "memorial monument gate court shipyard spaceport cosmodrome zoo aquarium skyscraper street avenue road boulevard".split()
)
EVENTS = frozenset(
    "war wars battle olympics games cup championship championships festival election elections revolution uprising crisis "
    "massacre siege earthquake hurricane typhoon cyclone summit conference tournament grand prix genocide holocaust "
    "attack attacks invasion riots protests referendum operation day christmas easter ramadan marathon campaign coup".split()
)
TITLES = frozenset(
    "president secretary speaker king queen emperor prince princess pope minister senator governor mayor judge justice "
    "general colonel captain admiral chairman chancellor premier sheriff sir madam lord mr. mrs. ms. dr. professor sultan "
    "emir ayatollah governess ambassador congressman congresswoman representative".split()
)
OPEN_CLASSES = ("Event", "Product")


def bit(label):
    return 1 << label


def is_demonym(form):
    if form in COUNTRIES:
        return False
    return form in DEMONYMS or (form[-1:] == "s" and form[:-1] in DEMONYMS)


def position(i, first, last):
    if first == last:
        return "U"
    return "B" if i == first else "L" if i == last else "I"


def span_mask(i, first, last, classes, or_outside=False):
    mask = sum(bit(ner_label(position(i, first, last), CLASSES.index(name))) for name in classes)
    return mask | (bit(OUTSIDE) if or_outside else 0)


def any_name(classes):
    return sum(bit(ner_label(p, CLASSES.index(name))) for name in classes for p in "BILU")


def place_class(forms):
    return "Facility" if forms[-1].lower() in FACILITIES and len(forms) > 1 else "Place"


def targets(forms, spans, open_world):
    """The allowed labels of each word.

    `spans` is a list of (first, last, classes, or_outside); `open_world` says that the corpus marks only some classes, so that
    a capitalised word outside its spans may still be an event or a product.
    """
    masks = [bit(OUTSIDE)] * len(forms)
    covered = [False] * len(forms)
    for first, last, classes, or_outside in spans:
        single = first == last and is_demonym(forms[first])
        for i in range(first, last + 1):
            masks[i] = span_mask(i, first, last, ("Nationality",) if single else classes, or_outside and not single)
            covered[i] = True
    for i, form in enumerate(forms):
        if covered[i]:
            continue
        if is_demonym(form):
            masks[i] = bit(ner_label("U", CLASSES.index("Nationality")))
        elif open_world and form[:1].isupper() and i > 0:
            masks[i] |= any_name(OPEN_CLASSES)
    return masks


def named(forms, first, last, kind):
    """A span of a corpus that marks persons, organisations and places (and perhaps the rest), in our classes."""
    kind = kind.upper()
    if kind in ("PER", "PERSON"):
        classes = ("Person",)
    elif kind in ("ORG", "ORGANIZATION", "CORPORATION"):
        classes = ("Organisation",)
    elif kind in ("LOC", "PLACE", "LOCATION"):
        classes = (place_class(forms[first : last + 1]),)
    elif kind == "GROUP":
        classes = ("Organisation", "Nationality")
    elif kind in ("PRODUCT", "CREATIVE-WORK", "OBJECT"):
        classes = ("Product",)
    elif kind == "EVENT":
        classes = ("Event",)
    elif kind == "MISC":
        classes = ("Event",) if EVENTS & {form.lower() for form in forms[first : last + 1]} else ("Event", "Product")
    else:
        raise ValueError(f"unknown name class {kind}")
    return (first, last, classes, False)


def gum_spans(words, found):
    """The names of GUM: see `gum_names`."""
    spans = []
    forms = [w.form for w in words]
    for first, last, etype in found:
        if etype == "person" and first == last:
            if words[first].xpos == "NNPS":
                spans.append((first, last, ("Nationality",), False))
                continue
            if forms[first].lower() in TITLES:
                continue
        if etype in ("person", "organization", "place", "event", "object"):
            spans.append(named(forms, first, last, etype))
        elif etype == "abstract":
            spans.append((first, last, ("Event", "Product"), True))
        elif etype in ("animal", "plant", "substance"):
            spans.append((first, last, ("Person", "Product"), True))
    return spans


def spans_of_bio(tags):
    """(first, last, type) of BIO, IOB or IO tags."""
    spans, start = [], None
    for i, tag in enumerate(list(tags) + ["O"]):
        kind = tag[2:]
        if start is not None and (tag[0] != "I" or kind != spans_kind):
            spans.append((start, i - 1, spans_kind))
            start = None
        if tag[0] in "BI" and start is None:
            start, spans_kind = i, kind
    return spans


def decode(labels):
    """(first, last, class) of a sequence of BILOU label indices."""
    spans, start = [], 0
    for i, label in enumerate(labels):
        if label == OUTSIDE:
            continue
        place, name = NER[label].split("-")
        if place in "BU":
            start = i
        if place in "LU":
            spans.append((start, i, name))
    return spans
