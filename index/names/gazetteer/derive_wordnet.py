"""The proper names of WordNet: instances, and nouns with capitals."""

import collections
import pathlib

WORDNET = pathlib.Path("/usr/share/wordnet")
Synset = collections.namedtuple("Synset", "topic instance names hypernyms gloss")


def synsets(part):
    """All synsets of "noun" or "adj", by their place in the file."""
    found = {}
    for line in (WORDNET / f"data.{part}").read_text(encoding="utf-8").splitlines():
        if line.startswith("  "):
            continue
        fields, _, gloss = line.partition(" | ")
        fields = fields.split()
        count = int(fields[3], 16)
        names = [word.replace("_", " ") for word in fields[4 : 4 + 2 * count : 2]]
        pointers = fields[4 + 2 * count :]
        above = [
            (sign, pointers[i + 1])
            for i, sign in enumerate(pointers)
            if sign in ("@", "@i")
        ]
        found[fields[0]] = Synset(
            int(fields[1]), any(sign == "@i" for sign, _ in above), names,
            [place for _, place in above], gloss)
    return found


NOUNS = synsets("noun")


def capitals(synset):
    return [name for name in synset.names if name[0].isupper()]


def instances(topic):
    """Synsets of proper names on a topic (lexnames(5WN))."""
    return [s for s in NOUNS.values() if s.instance and s.topic == topic and capitals(s)]


def kinds(synset):
    """The words of what the synset is one of."""
    return {name for place in synset.hypernyms for name in NOUNS[place].names}
