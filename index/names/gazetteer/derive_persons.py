"""Given names, surnames and whole names of people."""

import csv
import re

import derive_wordnet as wordnet
from derive_text import in_title_case, without_marks

TITLES = re.compile(
    r"\b(PRESIDENT|MINISTER|KING|QUEEN|PRINCE|PRINCESS|GENERAL|GEN|LEADER|SECRETARY|CHIEF|"
    r"AMBASSADOR|SENATOR|GOVERNOR|SPOKESMAN|SPOKESWOMAN|EMPEROR|JUDGE|POPE|SHEIKH?|COLONEL|"
    r"ADMIRAL|SULTAN|MULLAH|BARON|SIR|LORD|DR|MR|MRS|OFFICIAL|GOVERNMENT|PARTY|OF|THE|AND)\b")

LONG_TAILS = ("us", "de", "es", "eus")  # Tens of thousands of names of a few families.


def read_names(path):
    lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
    return {line.strip() for line in lines if line.strip()}


def romanized(path):
    with open(path, encoding="utf-8-sig", newline="") as rows:
        names = {row["Romanized Name"].strip() for row in csv.DictReader(rows)}
    return {form for name in names for form in (name, without_marks(name)) if name}


def one_word(names):
    return {name for name in names if len(name) > 1 and re.fullmatch(r"[\w'-]+", name)}


def phoenix_people(path, given_names):
    """Rulers and ministers, written in capitals with "_" for blanks."""
    people = set()
    for line in path.read_text(encoding="utf-8", errors="replace").splitlines():
        if line.startswith(("#", "\t", " ", "[")):
            continue
        name = line.split("[")[0].split(";")[0].strip(" +_\t").replace("_", " ")
        if TITLES.search(name) or not re.fullmatch(r"[A-Z' .-]+", name):
            continue
        name = in_title_case(name)
        words = name.split()
        if 2 <= len(words) <= 4 and words[0] in given_names and len(words[-1]) > 2:
            people.add(name)
    return people


def legislators(folder):
    """Official names, and the usual ones."""
    people = set()
    text = (folder / "legislators-current.yaml").read_text(encoding="utf-8")
    text += (folder / "executive.yaml").read_text(encoding="utf-8")
    for person in text.split("\n- id:"):
        parts = dict(re.findall(r"^    (first|last|nickname|official_full): (.+)$", person, re.M))
        parts = {key: value.strip("'\"") for key, value in parts.items()}
        if "official_full" in parts:
            people.add(parts["official_full"])
        for first in ("first", "nickname"):
            if first in parts and "last" in parts:
                people.add(parts[first] + " " + parts["last"])
    return people


def wordnet_people():
    whole, surnames = set(), set()
    for synset in wordnet.instances(18):
        for name in wordnet.capitals(synset):
            if " " in name:
                whole.add(name)
            elif any(other.endswith(" " + name) for other in synset.names):
                surnames.add(name)
    return whole, surnames


def lists(folder, usage):
    bases = folder / "name-databases" / "NamesDatabases"
    given_us = one_word(read_names(bases / "first names" / "us.txt"))
    given_all = one_word(read_names(bases / "first names" / "all.txt"))
    given_common = one_word(
        romanized(folder / "popular-names-by-country" / "common-forenames-by-country.csv"))
    given_world = {n for n in given_all - given_us if usage.capital[n] >= 3}
    given = given_us | given_common | given_world
    by_country = {p.stem: one_word(read_names(p)) for p in (bases / "surnames").glob("*.txt")
                  if p.stem not in ("README", "all")}
    surname_lists = list(by_country.values())
    surname_top = one_word(
        romanized(folder / "popular-names-by-country" / "common-surnames-by-country.csv"))
    whole, famous = wordnet_people()
    every = set().union(*surname_lists)
    common = surname_top | famous
    common |= {n for n in every
               if sum(n in one for one in surname_lists) >= 3 or usage.capital[n] >= 4}
    rare = {n for n in every if sum(n in one for one in surname_lists) == 2 or usage.capital[n]}
    rare |= set().union(*(n for c, n in by_country.items() if c not in LONG_TAILS))
    people = whole | legislators(folder / "congress-legislators")
    for part in ("Countries", "International"):
        people |= phoenix_people(folder / "phoenix-actors" / f"Phoenix.{part}.actors.txt", given)
    return {
        "given-name": given,
        "rare-given-name": given_all - given,
        "surname": common,
        "rare-surname": rare - common,
        "person": people,
    }
