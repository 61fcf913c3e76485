#!/usr/bin/env python3
"""Derives the lists of names in lists/ from free sources (SOURCES.md).

    derive.py DATA [LISTS]

DATA is the folder of research data (CONTRIBUTING.md); Debian's packages iso-codes and
wordnet-base must be installed. Writes one file a class of names, sorted, each name once.
What a person writes or strikes out by hand is in own/, which this script only reads.
"""

import pathlib
import sys

import derive_organisations
import derive_persons
import derive_places
import derive_things
from derive_text import Usage, clean_name, word_count

HERE = pathlib.Path(__file__).resolve().parent
MOST_WORDS = 6  # kLongestPhrase


def read_lines(path):
    if not path.exists():
        return []
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def curate(name_class, names, usage, dropped):
    """The names of a class without those that news uses as plain words."""
    kept = set()
    for name in map(clean_name, names):
        if not name or not name[0].isupper() or word_count(name) > MOST_WORDS:
            continue
        if name in dropped or name_class + "\t" + name in dropped:
            continue
        if word_count(name) == 1 and usage.is_plain_word(name, name_class):
            continue
        kept.add(name)
    return kept


def without_repeats(lists):
    """Leaves out of the lists of rare names what a list of common ones has."""
    for rare, common in (
        ("rare-given-name", ("given-name",)),
        ("rare-surname", ("surname",)),
        ("town", ("city", "country")),
        ("place", ("city", "town", "country", "region")),
        ("organisation", ("acronym", "company", "team")),
    ):
        for other in common:
            lists[rare] -= lists.get(other, set())


def main():
    data = pathlib.Path(sys.argv[1])
    target = pathlib.Path(sys.argv[2]) if len(sys.argv) > 2 else HERE / "lists"
    usage = Usage(data / "news")
    found = {}
    for source in (
        derive_persons.lists(data / "gazetteers", usage),
        derive_places.lists(data / "gazetteers"),
        derive_organisations.lists(data / "gazetteers"),
        derive_things.lists(),
    ):
        for name_class, names in source.items():
            found.setdefault(name_class, set()).update(names)
    dropped = set(read_lines(HERE / "own" / "dropped.tsv"))
    lists = {c: curate(c, names, usage, dropped) for c, names in found.items()}
    without_repeats(lists)
    target.mkdir(exist_ok=True)
    for name_class, names in sorted(lists.items()):
        text = "".join(name + "\n" for name in sorted(names))
        (target / (name_class + ".txt")).write_text(text, encoding="utf-8")
        print(f"{name_class:16} {len(names):7} {len(text.encode()):9}")


if __name__ == "__main__":
    main()
