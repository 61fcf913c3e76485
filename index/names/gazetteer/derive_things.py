"""Named events and works; peoples, languages and faiths."""

import derive_wordnet as wordnet

EVENTS = (4, 11, 26, 21)
WORKS = 10
PERSONS, LANGUAGES = 18, 10


def events_and_works():
    names = set()
    for topic in (*EVENTS, WORKS):
        for synset in wordnet.instances(topic):
            names.update(name for name in wordnet.capitals(synset) if " " in name)
    return names


def peoples():
    """"Russian", "Muslim": nouns of people and languages, and the adjectives of both."""
    names = set()
    for synset in wordnet.NOUNS.values():
        if synset.instance or synset.topic not in (PERSONS, LANGUAGES):
            continue
        for name in wordnet.capitals(synset):
            if " " in name or not name[1:].islower():
                continue
            names.add(name)
            if synset.topic == PERSONS and not name.endswith(("ese", "s", "ish", "ch")):
                names.add(name + "s")
    for synset in wordnet.synsets("adj").values():
        for name in wordnet.capitals(synset):
            name = name.split("(")[0]
            if " " not in name and name[1:].islower():
                names.add(name)
    return names


def lists():
    return {"thing": events_and_works(), "demonym": peoples()}
