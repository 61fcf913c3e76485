#!/usr/bin/env python3
"""Draws queries from a corpus, by how frequent their words are.

  draw_queries.py --seed S --each N ARTICLES.jsonl > queries.tsv
  draw_queries.py --game QUERIES.txt > queries.tsv

ARTICLES is what export_articles writes. Each line printed is KIND<tab>TEXT as
engines/engine.h reads it; lines with # in front tell where they come from. The same
corpus, seed and number give the same lines on every machine.

Words are runs of three letters or more between blanks and punctuation; those that are
written with digits, apostrophes, hyphens or dots are left out, for engines cut them
differently. By the share of articles that have them words are

  high  5 % to 40 %      mid  0.5 % to 5 %      low  0.02 % to 0.5 % (at least two)
  most  40 % and more: for facets alone

and a kind says which it takes: term_high, and_highmid, and so on. Phrases are runs of
two or three such words that stand in two articles or more; prefixes are the first four
letters of mid words; ranges are of 3 to 60 days of those on which articles appeared.
With --game the queries are those of the search-benchmark-game instead.
"""

import argparse
import collections
import datetime
import json
import random
import re
import sys

CLASSES = {"most": (0.40, 1.01), "high": (0.05, 0.40), "mid": (0.005, 0.05),
           "low": (0.0002, 0.005)}
WORD = re.compile(r"(?<![\w'’.\-&/])[A-Za-z]{3,}(?![\w'’\-&/]|\.\w)")
PAIRS = {"high": ("high", "high"), "highmid": ("high", "mid"), "mid": ("mid", "mid"),
         "midlow": ("mid", "low")}
# What stands between the words of a phrase.
BLANK = re.compile(r"[ \n]+")


def words_of(text):
    """The words of a text, in small letters."""
    return [match.group().lower() for match in WORD.finditer(text)]


def phrases_of(text):
    """Runs of two and three words with nothing but blanks between them."""
    matches = list(WORD.finditer(text))
    for size in (2, 3):
        for i in range(len(matches) - size + 1):
            run = matches[i:i + size]
            if all(BLANK.fullmatch(text, a.end(), b.start())
                   for a, b in zip(run, run[1:])):
                yield " ".join(match.group().lower() for match in run)


class Corpus:
    """How many articles have each word, and on which days they appeared."""

    def __init__(self):
        self.articles = 0
        self.words = collections.Counter()
        self.days = []
        self.texts = []  # Of some articles, for phrases.

    def read(self, path, limit=-1):
        """Adds the articles of a file, or the first `limit` of them."""
        with open(path, encoding="utf-8") as lines:
            for line in lines:
                if self.articles == limit:
                    break
                self.add(json.loads(line))
        return self

    def add(self, article):
        self.articles += 1
        text = article.get("title", "") + "\n\n" + article.get("body", "")
        self.words.update(set(words_of(text)))
        if article.get("date"):
            self.days.append(article["date"])
        if self.articles % 4 == 1:
            self.texts.append(article.get("body", ""))

    def of_class(self, name):
        """The words of a class, in the order of their letters."""
        least, most = (share * self.articles for share in CLASSES[name])
        return sorted(word for word, count in self.words.items()
                      if max(2, least) <= count < most)


class Drawing:
    """Draws the queries of one corpus."""

    def __init__(self, corpus, seed, each):
        self.corpus = corpus
        self.random = random.Random(seed)
        self.each = each
        self.classes = {name: corpus.of_class(name) for name in CLASSES}
        self.lines = []

    def draw(self):
        self.terms()
        for kind in ("and", "or", "and_count"):
            self.pairs(kind)
        self.phrases()
        self.ranges()
        self.prefixes()
        self.facets()
        return self.lines

    def distinct(self, kind, make):
        """Up to `each` different queries of those that `make` gives."""
        seen = set()
        for _ in range(20 * self.each):
            if len(seen) == self.each:
                break
            text = make()
            if text and text not in seen:
                seen.add(text)
                self.lines.append((kind, text))

    def word(self, name):
        return self.random.choice(self.classes[name]) if self.classes[name] else None

    def terms(self):
        for name in ("high", "mid", "low"):
            self.distinct("term_" + name, lambda: self.word(name))

    def pairs(self, kind):
        for name, (first, second) in PAIRS.items():
            def pair():
                words = (self.word(first), self.word(second))
                return None if None in words or words[0] == words[1] else " ".join(words)
            self.distinct(kind + "_" + name, pair)

    def phrases(self):
        counts = collections.Counter()
        for text in self.corpus.texts:
            counts.update(set(phrases_of(text)))
        for name, size in (("two", 1), ("three", 2)):
            known = sorted(phrase for phrase, count in counts.items()
                           if count >= 2 and phrase.count(" ") == size)
            if known:
                self.distinct("phrase_" + name, lambda: self.random.choice(known))

    def ranges(self):
        days = sorted(set(self.corpus.days))
        if not days:
            return

        def of_class(name):
            first = datetime.date.fromisoformat(self.random.choice(days))
            last = first + datetime.timedelta(days=self.random.randint(2, 59))
            word = self.word(name)
            return word and f"{word} {first} {last}"
        for name in ("high", "mid"):
            self.distinct("range_" + name, lambda: of_class(name))

    def prefixes(self):
        def prefix():
            word = self.word("mid")
            return word and len(word) > 4 and word[:4]
        self.distinct("prefix", prefix)

    def facets(self):
        for name, of in (("small", "low"), ("medium", "mid"), ("large", "high"),
                         ("most", "most")):
            self.distinct("facet_" + name, lambda: self.word(of))
        self.lines.append(("facet_all", "*"))


def of_game(path):
    """The queries of the search-benchmark-game that all engines understand."""
    kinds = {"term": "term", "intersection": "and", "union": "or", "phrase": "phrase"}
    with open(path, encoding="utf-8") as lines:
        entries = [json.loads(line) for line in lines]
    for entry in entries:
        kind = next((kinds[tag] for tag in entry["tags"] if tag in kinds), None)
        words = re.sub(r'[+"]', " ", entry["query"]).split()
        if kind is None or not all(re.fullmatch("[a-z]+", word) for word in words):
            continue
        if (kind == "term") != (len(words) == 1) or len(set(words)) < len(words):
            continue
        yield kind, " ".join(words)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--each", type=int, default=25, help="queries of a kind")
    parser.add_argument("--limit", type=int, default=-1, help="articles looked at")
    parser.add_argument("--game", help="queries.txt of the search-benchmark-game")
    parser.add_argument("articles", nargs="?")
    given = parser.parse_args()
    if not given.game and not given.articles:
        parser.error("ARTICLES or --game is needed")
    if given.game:
        print("# the search-benchmark-game's")
        lines = of_game(given.game)
    else:
        corpus = Corpus().read(given.articles, given.limit)
        print(f"# drawn from {corpus.articles} articles, seed {given.seed}")
        lines = Drawing(corpus, given.seed, given.each).draw()
    for kind, text in lines:
        print(f"{kind}\t{text}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
