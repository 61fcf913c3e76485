#!/usr/bin/env python3
"""How building and searching grow with the number of articles.

  growth.py --build FOLDER --work FOLDER [--sizes 10000,100000,1000000] [--out FILE]

The articles are made by corpus/make_corpus, the same ones each time, and read by the
`dateline index` command as anybody would read them. For each size are told the time,
the size and the peak memory of building, and the latency (p50, p99) of words, of two
words of middling frequency, of phrases and facets, by queries drawn from the articles of
the smallest size; --memory is the bound that building gets, --no-names leaves out the
search for names and dates.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import time

import bench_engines
import draw_queries
import figures

KINDS = {"term_mid": "term", "and_mid": "AND of two mid words",
         "or_mid": "OR of two mid words", "phrase_two": "phrase",
         "facet_large": "facets of a frequent word"}


def plain_line(line):
    """What make_corpus writes as draw_queries.py reads it."""
    article = json.loads(line)
    return {"title": article["title"], "body": article["body"],
            "date": article["published"][:10]}


def draw(make_corpus, articles, seed, each):
    """Queries of words that the made-up articles have."""
    made = subprocess.run([make_corpus, "--articles", str(articles)],
                          stdout=subprocess.PIPE, check=True, text=True)
    corpus = draw_queries.Corpus()
    for line in made.stdout.splitlines():
        corpus.add(plain_line(line))
    lines = draw_queries.Drawing(corpus, seed, each).draw()
    return {kind: [line for line in lines if line[0] == kind] for kind in KINDS}


def build(given, articles, folder):
    """What building takes; `dateline index` reads while make_corpus writes."""
    shutil.rmtree(folder, ignore_errors=True)
    command = [os.path.join(given.build, "tools", "dateline"), "index", "--index",
               folder, "--jobs", "2", "--format", "json", "-"]
    if given.memory:
        command[2:2] = ["--memory", given.memory]
    if given.no_names:
        command[2:2] = ["--no-names"]
    begin = time.perf_counter()
    with subprocess.Popen([given.make_corpus, "--articles", str(articles)],
                          stdout=subprocess.PIPE) as made, \
         subprocess.Popen(command, stdin=made.stdout,
                          stdout=subprocess.DEVNULL) as process:
        made.stdout.close()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(f"growth.py: dateline index ended with {process.returncode}")
    return {"building": (time.perf_counter() - begin, "s"),
            "processor time": (usage.ru_utime + usage.ru_stime, "s"),
            "peak memory": (usage.ru_maxrss * 1024 / 1e6, "MB"),
            "size": (figures.folder_bytes(folder) / 1e6, "MB")}


def latencies(engine, folder, blocks, rounds):
    """{what: (microseconds, unit)}; of each query the best of the rounds."""
    found = {}
    with bench_engines.Server(engine, folder) as server:
        for kind, block in blocks.items():
            server.warm(1, block)
            spent = [[nanoseconds / 1e3 for _, nanoseconds, _ in server.block(block)]
                     for _ in range(rounds)]
            best = [min(query) for query in zip(*spent)]
            for percent in (50, 99):
                found[f"{KINDS[kind]}, p{percent}"] = \
                    figures.percentile(best, percent), "µs"
    return found


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--build", default="build/release")
    parser.add_argument("--make-corpus", help="by default that of the build")
    parser.add_argument("--work", required=True)
    parser.add_argument("--sizes", default="10000,100000,1000000",
                        type=lambda text: [int(one) for one in text.split(",")])
    parser.add_argument("--memory", help="as dateline index has it: 512M")
    parser.add_argument("--no-names", action="store_true")
    parser.add_argument("--keep", action="store_true", help="keep the indexes")
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--each", type=int, default=50)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out")
    given = parser.parse_args()
    given.make_corpus = given.make_corpus or \
        os.path.join(given.build, "corpus", "make_corpus")
    os.makedirs(given.work, exist_ok=True)
    engine = bench_engines.known_engines(given.build)["dateline"]
    blocks = draw(given.make_corpus, min(10000, min(given.sizes)), given.seed, given.each)
    rows = []
    for articles in given.sizes:
        folder = os.path.join(given.work, f"growth-{articles}")
        took = build(given, articles, folder)
        took.update(latencies(engine, folder, blocks, given.rounds))
        for what, (value, unit) in took.items():
            rows.append({"what": what, "unit": unit, "articles": articles,
                         "median": value})
            print(f"{articles:>9,}  {what:36} {figures.short(value)} {unit}", flush=True)
        if not given.keep:
            shutil.rmtree(folder)
    print("\n" + table(rows, given.sizes))
    if given.out:
        with open(given.out, "w", encoding="utf-8") as out:
            json.dump({"format_version": 1, "workload": "growth",
                       "about": {"rounds": given.rounds, "memory": given.memory},
                       "rows": rows}, out, indent=1)


def table(rows, sizes):
    """As Markdown: a line for each thing measured, a column for each size."""
    lines = ["| articles | " + " | ".join(f"{size:,}" for size in sizes) + " |",
             "|---" * (len(sizes) + 1) + "|"]
    for what, unit in dict.fromkeys((row["what"], row["unit"]) for row in rows):
        values = {row["articles"]: row["median"] for row in rows if row["what"] == what}
        lines.append(f"| {what}, {unit} | "
                     + " | ".join(figures.short(values[size]) for size in sizes) + " |")
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())
