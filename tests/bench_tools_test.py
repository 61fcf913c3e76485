"""What the benchmarks' Python makes of its input: figures, tables, drawn queries, charts.

  python3 tests/bench_tools_test.py
"""

import collections
import contextlib
import io
import json
import os
import sys
import tempfile
import unittest

HERE = os.path.dirname(os.path.abspath(__file__))
sys.dont_write_bytecode = True
sys.path.insert(0, os.path.join(HERE, "..", "benchmarks"))

import bench_engines  # noqa: E402
import charts  # noqa: E402
import compare  # noqa: E402
import draw_queries  # noqa: E402
import figures  # noqa: E402


class Figures(unittest.TestCase):
    def test_median(self):
        for values, middle in (([3], 3), ([3, 1], 2), ([9, 1, 2], 2), ([4, 1, 2, 3], 2.5)):
            self.assertEqual(figures.median(values), middle, values)
        with self.assertRaises(ValueError):
            figures.median([])

    def test_percentile(self):
        hundred = list(range(100, 0, -1))
        for percent, value in ((50, 50), (99, 99), (100, 100), (1, 1), (0, 1)):
            self.assertEqual(figures.percentile(hundred, percent), value)
        self.assertEqual(figures.percentile([7], 99), 7)
        self.assertEqual(figures.percentile([1, 2, 3], 50), 2)
        self.assertEqual(figures.percentile([1, 2, 3], 99), 3)

    def test_ratio_is_of_rounds_not_of_medians(self):
        # Each round is half as quick as the one of the base, however noisy they are.
        self.assertEqual(figures.ratio_spread([2, 20, 4], [1, 10, 2]), [2, 2, 2])
        self.assertEqual(figures.ratio_spread([1, 4, 9], [1, 2, 3]), [1, 2, 3])
        with self.assertRaises(ValueError):
            figures.ratio_spread([1], [1, 2])

    def test_short(self):
        for value, text in ((0, "0"), (1234, "1230"), (99.96, "100"), (12.345, "12.3"),
                            (1.5, "1.50"), (0.012345, "0.0123"), (0.9999, "1.00"), (0.99996, "1.00")):
            self.assertEqual(figures.short(value), text)

    def test_result(self):
        result = figures.Result("queries", "ours", {"rounds": 2})
        result.add("term p50", "µs", "ours", [1, 2])
        result.add("term p50", "µs", "theirs", [3, 4])
        result.add("term p99", "µs", "theirs", [5, 5])  # Ours has none: no ratio.
        result.finish()
        self.assertEqual(result.rows[1]["ratio"], [2, 2.5, 3])
        self.assertNotIn("ratio", result.rows[2])
        lines = result.table().splitlines()
        self.assertEqual(lines[0], "| queries | ours | theirs |")
        self.assertEqual(lines[2], "| term p50, µs | 1.50 | 3.50: 2.50 (2.00 to 3.00) |")
        self.assertEqual(lines[3], "| term p99, µs |  | 5.00 |")

    def test_folder_bytes(self):
        with tempfile.TemporaryDirectory() as folder:
            os.mkdir(os.path.join(folder, "in"))
            with open(os.path.join(folder, "in", "one"), "wb") as out:
                out.write(b"x" * 100)
            with open(os.path.join(folder, "hole"), "wb") as out:
                out.truncate(10_000_000)
            self.assertLess(figures.folder_bytes(folder), 5000)
            self.assertGreaterEqual(figures.folder_bytes(folder), 100)


class Comparing(unittest.TestCase):
    def test_plain_kind(self):
        for kind, plain in (("term_low", "term"), ("and_highmid", "and"),
                            ("and_count_mid", "and_count"), ("and_count", "and_count"),
                            ("facet_small", "facet_small"), ("prefix", "prefix")):
            self.assertEqual(compare.plain_kind(kind), plain)

    def test_same(self):
        one = (3, 10, "b=2;a=1")
        self.assertTrue(compare.same("facet_all", one, (3, 99, "c=2;b=1")))
        self.assertFalse(compare.same("facet_all", one, (3, 10, "b=2;a=2")))
        self.assertFalse(compare.same("facet_all", one, (4, 10, "b=2;a=1")))
        self.assertTrue(compare.same("term_low", (3, 1, ""), (3, 2, "")))

    def test_turns(self):
        names = list("abcde")
        orders = [order for _, order in bench_engines.turns(names, 20, 1)]
        self.assertEqual(orders,
                         [order for _, order in bench_engines.turns(names, 20, 1)])
        self.assertTrue(all(sorted(order) == names for order in orders))
        self.assertEqual({order[0] for order in orders}, set(names))

    def test_latencies(self):
        # Two rounds of two queries: p50 by round; p99 of the best of each query.
        result = figures.Result("queries", "ours", {})
        compare.add_latencies(result, "term", lambda _: [[1000, 9000], [3000, 4000]],
                              [bench_engines.Engine("ours", ())])
        self.assertEqual([row["rounds"] for row in result.rows], [[1, 3], [4]])

    def test_options(self):
        def refused(*arguments):
            with contextlib.redirect_stderr(io.StringIO()), \
                    self.assertRaises(SystemExit):
                compare.parse(arguments)
        refused("index", "--work", "w")
        refused("queries", "--work", "w", "--articles", "a")
        refused("builds", "A", "--work", "w", "--articles", "a", "--queries", "q")
        given = compare.parse(["cold", "--work", "w", "--queries", "q", "--engines",
                               "a,b"])
        self.assertEqual(given.engines, ["a", "b"])


class Drawing(unittest.TestCase):
    def corpus(self):
        corpus = draw_queries.Corpus()
        for n in range(400):
            corpus.add({"title": f"Story {n}", "date": f"1987-03-{n % 28 + 1:02}",
                        "body": "The treaty was signed in Minsk"
                                + (" by ministers of finance." if n % 3 == 0 else ".")
                                + (f" Rareword{chr(97 + n % 20)} came." if n < 40 else "")
                                + (" About mostly tariffs" if n % 50 == 0 else "")})
        return corpus

    def test_words(self):
        text = "Oil-price U.S. bank's NATO, (treaty) 3rd 1,000 ab café mid-1987 end."
        self.assertEqual(draw_queries.words_of(text), ["nato", "treaty", "end"])

    def test_phrases(self):
        self.assertEqual(sorted(draw_queries.phrases_of("arms\n control talks. Next day")),
                         ["arms control", "arms control talks", "control talks",
                          "next day"])

    def test_classes(self):
        corpus = self.corpus()
        self.assertIn("treaty", corpus.of_class("most"))
        self.assertIn("ministers", corpus.of_class("high"))
        self.assertIn("tariffs", corpus.of_class("mid"))
        self.assertIn("rareworda", [word for word in corpus.of_class("low")]
                      + corpus.of_class("mid"))

    def test_the_same_seed_draws_the_same(self):
        first = draw_queries.Drawing(self.corpus(), 7, 5).draw()
        self.assertEqual(first, draw_queries.Drawing(self.corpus(), 7, 5).draw())
        self.assertNotEqual(first, draw_queries.Drawing(self.corpus(), 8, 5).draw())

    def test_every_query_is_one(self):
        corpus = self.corpus()
        counts = collections.Counter()
        for kind, text in draw_queries.Drawing(corpus, 1, 5).draw():
            counts[kind] += 1
            words = text.split()
            plain = compare.plain_kind(kind)
            if plain in ("and", "or", "and_count"):
                self.assertEqual(len(set(words)), 2, text)
            if plain == "range":
                self.assertLess(words[1], words[2], text)
            if plain == "term":
                self.assertIn(text, corpus.words)
        self.assertEqual(counts["facet_all"], 1)
        self.assertLessEqual(max(counts.values()), 5)

    def test_without_dates_no_ranges(self):
        corpus = draw_queries.Corpus()
        corpus.add({"title": "", "body": "only words here, only words here"})
        kinds = [kind for kind, _ in draw_queries.Drawing(corpus, 1, 3).draw()]
        self.assertNotIn("range_high", kinds)

    def test_game(self):
        lines = [{"query": "the", "tags": ["term"]},
                 {"query": "+a +b", "tags": ["intersection", "global"]},
                 {"query": "a b", "tags": ["union"]},
                 {"query": "\"a b\"", "tags": ["phrase"]},
                 {"query": "+a +a", "tags": ["intersection"]},
                 {"query": "+a1 +b", "tags": ["intersection"]},
                 {"query": "a", "tags": ["other"]}]
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "game")
            with open(path, "w", encoding="utf-8") as out:
                out.write("\n".join(json.dumps(line) for line in lines))
            self.assertEqual(list(draw_queries.of_game(path)),
                             [("term", "the"), ("and", "a b"), ("or", "a b"),
                              ("phrase", "a b")])


class Charts(unittest.TestCase):
    def test_ticks(self):
        self.assertEqual(charts.ticks(0.4, 6), [0.5, 1, 2, 5])

    def test_places(self):
        low, high, place = charts.scale([1, 100], 0, 200)
        self.assertAlmostEqual(place(10), 100)
        self.assertAlmostEqual(place(low), 0)
        self.assertAlmostEqual(place(high), 200)

    def test_ratios(self):
        result = figures.Result("queries", "ours", {"rounds": 2})
        result.add("a < b", "µs", "ours", [1, 2])
        self.assertIsNone(charts.ratios_chart(self.saved(result)))
        result.add("a < b", "µs", "theirs", [3, 4])
        svg = charts.ratios_chart(self.saved(result))
        self.assertIn("a &lt; b", svg)
        self.assertIn("theirs", svg)
        self.assertEqual(svg, charts.ratios_chart(self.saved(result)))

    def test_growth(self):
        rows = [{"what": "size", "unit": "MB", "articles": n, "median": n / 5}
                for n in (10, 100, 1000)]
        svg = charts.growth_chart({"rows": rows, "about": {}})
        self.assertEqual(svg.count("<circle"), 3)
        self.assertIn("1,000", svg)

    @staticmethod
    def saved(result):
        return {"workload": result.workload, "base": result.base,
                "about": result.about, "rows": result.finish().rows}


if __name__ == "__main__":
    unittest.main()
