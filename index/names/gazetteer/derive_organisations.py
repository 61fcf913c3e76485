"""Public bodies, parties, armed groups, media, and companies."""

import csv
import re

import derive_wordnet as wordnet
from derive_text import in_title_case

LEGAL_FORM = re.compile(
    r",? (Inc|Incorporated|Corp|Corporation|Co|Company|Companies|plc|PLC|Ltd|Limited|N\.?V|"
    r"S\.?A|AG|SE|LLC|L\.P|LP)\.?$")
ROLES = re.compile(
    r"\b(SPOKESM[AE]N|SPOKESWOMAN|SECRETARY|DIRECTOR|CHIEF|PRESIDENT|OFFICIALS?|EXECUTIVE|"
    r"REPORTERS?|JOURNALISTS?|CHAIRM[AE]N|COMMISSIONERS?|LEADERS?|MEMBERS?|AMBASSADORS?|"
    r"REPRESENTATIVES?|ENVOYS?|TROOPS|SOLDIERS?|FORCES|MINISTERS?|STATES|REPUBLIC|BASED)\b")


def sections(path):
    """The entries of the file, by the heading they stand under."""
    heading = ""
    for line in path.read_text(encoding="utf-8", errors="replace").splitlines():
        if line.startswith("#####"):
            heading = line.strip("# ").upper()
        elif line and line[0] not in "#\t [":
            name = line.split("[")[0].split(";")[0].split("(")[0]
            yield heading, name.strip(" +_\t").replace("_", " ").replace("  ", " ")


def is_body(name):
    return (re.fullmatch(r"[A-Z0-9&' .-]+", name) and not ROLES.search(name)
            and not name.startswith("THE "))


def phoenix(path, given_names):
    bodies, acronyms, companies = set(), set(), set()
    for heading, name in sections(path):
        words = name.split()
        if not is_body(name) or not words or in_title_case(words[0]) in given_names:
            continue
        if len(words) == 1:
            if 3 <= len(name) <= 5:
                acronyms.add(name)
            continue
        (companies if "CORPORATION" in heading else bodies).add(in_title_case(name))
    return bodies, acronyms, companies


def listed_companies(path):
    names = set()
    with open(path, encoding="utf-8", newline="") as rows:
        for row in csv.DictReader(rows):
            name = re.sub(r"\s*\(.*\)", "", row["Security"]).removeprefix("The ")
            names.add(name)
            short = LEGAL_FORM.sub("", name)
            names.add(short)
    return names


def wordnet_bodies():
    bodies, acronyms = set(), set()
    for topic, only_instances in ((14, False), (6, True)):
        for synset in wordnet.NOUNS.values():
            if synset.topic != topic or (only_instances and not synset.instance):
                continue
            for name in wordnet.capitals(synset):
                if name.isupper() and " " not in name:
                    acronyms.add(name)
                elif " " in name or synset.instance:
                    bodies.add(name)
    return bodies, acronyms


def given_names(folder):
    path = folder / "name-databases" / "NamesDatabases" / "first names" / "us.txt"
    return set(path.read_text(encoding="utf-8").split())


def lists(folder):
    bodies, acronyms = wordnet_bodies()
    companies = listed_companies(folder / "sp500" / "data" / "constituents.csv")
    given = given_names(folder)
    for part in ("International", "MilNonState"):
        more = phoenix(folder / "phoenix-actors" / f"Phoenix.{part}.actors.txt", given)
        bodies |= more[0]
        acronyms |= more[1]
        companies |= more[2]
    return {"organisation": bodies, "acronym": acronyms, "company": companies}
