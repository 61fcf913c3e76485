"""How names are written, and how often free news uses them as plain words."""

import collections
import csv
import gzip
import json
import re
import sys
import unicodedata

WORD = re.compile(r"[^\W_]+(?:['’.][^\W_]+)*", re.UNICODE)
# Long numbers, and marks that part a name in two for the tokenizer.
BROKEN = re.compile(
    r"\d{3}|(^|\W)'|'($|\W)|(^|\s)-|-(\s|$)|[a-z]\.\w|[A-Z]\.\w{2}|'S\b"
    r"|\.-|\s\.|(?<!\bSt)(?<!\bJr)(?<!\bSr)(?<!\bMt)(?<!\bFt)(?<=\w\w)\.")
SMALL_WORDS = set(
    "of the and for in on at to de du des la le les del di da do dos das el y e und der"
    " den van von zu bin ibn al ul ur".split()
)
csv.field_size_limit(sys.maxsize)


def clean_name(name):
    """The name with one blank between words, without what stands in brackets."""
    name = unicodedata.normalize("NFC", name)
    name = re.sub(r"\s*[\[(].*?[\])]", "", name).replace("’", "'")
    name = re.sub(r"\s+", " ", name).strip(" .,'\"-")
    if not re.fullmatch(r"[\w .&'-]+", name) or BROKEN.search(name):
        return ""
    return name if ord(name[0]) < 0x180 else ""  # Capitals as the tokenizer knows them.


def word_count(name):
    return len(WORD.findall(name))


def in_title_case(shouted):
    """"MINISTRY OF DEFENCE" -> "Ministry of Defence"."""
    words = []
    for i, word in enumerate(shouted.split()):
        lower = word.lower()
        if i > 0 and lower in SMALL_WORDS:
            words.append(lower)
        elif re.fullmatch(r"([A-Z][.&])+[A-Z]?", word):  # "U.S.", "AT&T"
            words.append(word)
        else:
            words.append(re.sub(r"(^|[-'])(\w)", lambda m: m[1] + m[2].upper(), lower))
    return " ".join(words)


def without_marks(name):
    """"São Paulo" -> "Sao Paulo"."""
    name = name.translate(str.maketrans("øØłŁđĐıßæÆœŒ", "oOlLdDisaAoO"))
    parts = unicodedata.normalize("NFD", name)
    return "".join(c for c in parts if not unicodedata.combining(c))

# A word of a list is left out when it stands in small letters more often than so many
# times for each time inside a sentence with a capital.
MOST_SMALL = {"country": 100, "city": 100, "acronym": 100, "demonym": 0.2, "town": 0.3,
              "region": 0.3, "place": 0.3}
MOST_SMALL_OTHERWISE = 0.7


class Usage:
    """Counts of words in small letters, and with a capital inside a sentence."""

    def __init__(self, news):
        self.small = collections.Counter()
        self.capital = collections.Counter()
        for year in sorted((news / "wikinews").glob("*.csv")):
            with open(year, encoding="utf-8", newline="") as rows:
                for row in csv.DictReader(rows):
                    self.count(row["text"])
        with gzip.open(news / "wikipedia-part.jsonl.gz", "rt", encoding="utf-8") as rows:
            for row in rows:
                self.count(json.loads(row)["body"])

    def count(self, text):
        for match in WORD.finditer(text):
            word = match.group()
            if word.islower():
                self.small[word] += 1
            elif word[0].isupper() and text[: match.start()][-2:].strip(" \n")[-1:] not in (
                "", ".", "!", "?", '"', "“", ":"):
                self.capital[word] += 1

    def is_plain_word(self, name, name_class):
        """Whether news writes the word in small letters too often to be evidence."""
        small = self.small[name.lower()]
        often = MOST_SMALL.get(name_class, MOST_SMALL_OTHERWISE)
        return small >= 8 and small > often * self.capital[name]
