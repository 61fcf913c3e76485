"""Countries, their parts, cities, rivers, seas and mountains."""

import csv
import json
import pathlib

import derive_wordnet as wordnet
from derive_text import without_marks

ISO = pathlib.Path("/usr/share/iso-codes/json")
LARGE_CITY = 500_000
SMALLEST_TOWN = 15_000


def both(name):
    return {name, without_marks(name)}


def countries(folder):
    names = set()
    for part in ("3166-1", "3166-3"):
        for country in json.loads((ISO / f"iso_{part}.json").read_text())[part]:
            for key in ("name", "common_name", "official_name"):
                names.add(country.get(key, "").split(",")[0])
    for row in csv.reader(open(folder / "geonames" / "countryInfo.tsv", encoding="utf-8"),
                          delimiter="\t"):
        if len(row) > 4 and not row[0].startswith("#"):
            names.add(row[4])
    return {form for name in names for form in both(name)}


def regions(folder):
    names = set()
    for row in json.loads((ISO / "iso_3166-2.json").read_text())["3166-2"]:
        names.add(row["name"])
    for line in (folder / "geonames" / "regionInfo.tsv").read_text("utf-8").splitlines()[1:]:
        names.update(line.split("\t")[1:3])
    return names


def cities(folder):
    large, small = set(), set()
    for line in (folder / "geonames" / "cities15000.txt").read_text("utf-8").splitlines():
        row = line.split("\t")
        people = int(row[14] or 0)
        if row[7] == "PPLX" or people < SMALLEST_TOWN:  # A part of a city.
            continue
        is_large = people >= LARGE_CITY or row[7] == "PPLC"
        (large if is_large else small).update(row[1:3])
    return large, small


def other_places():
    names = set()
    for topic in (15, 17):
        for synset in wordnet.instances(topic):
            names.update(n for n in wordnet.capitals(synset) if len(n) > 2)  # No "IL".
    return names


def lists(folder):
    large, small = cities(folder)
    return {
        "country": countries(folder),
        "region": regions(folder),
        "city": large,
        "town": small,
        "place": other_places(),
    }
