#!/usr/bin/env python3
"""Compares engines on the same articles and queries, turn by turn.

  compare.py index   --articles FILE          time, memory and size of building
  compare.py queries --queries FILE           latency by kind of query
  compare.py agree   --articles FILE --queries FILE    whether they count the same
  compare.py cold    --queries FILE           one query by a fresh process
  compare.py builds A B --articles FILE --queries FILE  two builds of Dateline

All take --work FOLDER, where the indexes lie by engine (`index` makes them), --engines
NAME,NAME, --rounds N and --out FILE. Every round runs each engine once, in an order of
its own; `queries` does so block by block of one kind of query. Printed is the median
over the rounds, and for the others the ratio to the first engine, with the least and the
most of any round: above 1 the first is better. p50 is of the queries of a kind in one
round; p99 is of the best rounds of each. benchmarks/run.sh calls this.
"""

import argparse
import os
import sys

import bench_engines
import figures
from bench_engines import Server, by_kind, choose, read_queries, turns

ALL = "dateline,dateline-words,lucene,fts5,xapian,groonga"
MEGA = 1e6


def about(given):
    return {"articles": os.path.basename(given.articles or ""),
            "queries": os.path.basename(given.queries or ""),
            "rounds": given.rounds, "cores": os.cpu_count()}


def finish(result, given, out=None):
    result.finish()
    out = out or given.out
    if out:
        result.save(out)
    loads = result.about["load_before"], result.about["load_after"]
    print(f"\n{result.workload}: {given.rounds} rounds, load {loads[0]:.1f} before, "
          f"{loads[1]:.1f} after\n\n{result.table()}\n", flush=True)


# ---- index ---------------------------------------------------------------------------

INDEX_FIGURES = (
    ("until committed", "s", lambda took: took["index_seconds"]),
    ("and merged", "s", lambda took: took["index_seconds"] + took["merge_seconds"]),
    ("processor time", "s", lambda took: took["cpu_seconds"]),
    ("peak memory", "MB", lambda took: took["peak_bytes"] / MEGA),
    ("size, merged", "MB", lambda took: took["bytes"] / MEGA),
    ("size before merging", "MB", lambda took: took["bytes_unmerged"] / MEGA),
)


def measure_index(engines, given):
    """The figures of each engine, by round."""
    took = {engine.name: [] for engine in engines}
    for number, order in turns(engines, given.rounds, given.seed):
        for engine in order:
            folder = os.path.join(given.work, engine.name)
            took[engine.name].append(bench_engines.index(engine, folder, given.articles))
            last = took[engine.name][-1]
            print(f"round {number + 1}: {engine.name} {last['index_seconds']:.1f} s, "
                  f"merging {last['merge_seconds']:.1f} s", file=sys.stderr, flush=True)
    return took


def index_result(engines, given):
    result = figures.Result("index", engines[0].name, about(given))
    took = measure_index(engines, given)
    for what, unit, figure in INDEX_FIGURES:
        for engine in engines:
            result.add(what, unit, engine.name, [figure(one) for one in took[engine.name]])
    return result


def compare_index(given):
    finish(index_result(choose(given.build, given.engines), given), given)


# ---- queries -------------------------------------------------------------------------

def plain_kind(kind):
    """and_count_high -> and_count, term_low -> term; facets stay apart."""
    if kind.startswith("and_count"):
        return "and_count"
    return kind if kind.startswith("facet") else kind.split("_")[0]


def measure_queries(servers, blocks, given):
    """{kind: {engine: [[nanoseconds of each query] of each round]}}."""
    spent = {kind: {server.engine.name: [] for server in servers} for kind in blocks}
    for _, kinds in turns(blocks, given.rounds, given.seed):
        for place, kind in enumerate(kinds):
            for _, order in turns(servers, 1, f"{given.seed} {kind} {place}"):
                for server in order:
                    answers = server.block(blocks[kind])
                    spent[kind][server.engine.name].append(
                        [nanoseconds for _, nanoseconds, _ in answers])
    return spent


def add_latencies(result, name, spent_of, engines):
    """`spent_of(engine)`: by round the nanoseconds of every query."""
    for engine in engines:
        result.add(f"{name} p50", "µs", engine.name,
                   [figures.percentile(one, 50) / 1e3 for one in spent_of(engine.name)])
    # Of each query its best round: slow queries, not moments when something else had the
    # processor.
    for engine in engines:
        best = [min(rounds) for rounds in zip(*spent_of(engine.name))]
        result.add(f"{name} p99", "µs", engine.name,
                   [figures.percentile(best, 99) / 1e3])


def queries_result(engines, given):
    options = ("--bare",) * given.bare + ("--processor-time",) * given.processor_time
    blocks = by_kind(read_queries(given.queries))
    if given.kinds:
        blocks = {kind: block for kind, block in blocks.items()
                  if plain_kind(kind) in given.kinds or kind in given.kinds}
    everything = [query for block in blocks.values() for query in block]
    servers = [Server(engine, os.path.join(given.work, engine.name), options)
               for engine in engines]
    try:
        for server in servers:
            rounds = server.warm(given.warm, everything)
            print(f"{server.engine.name}: {rounds} rounds to warm up", file=sys.stderr)
        result = figures.Result("queries", engines[0].name, about(given))
        spent = measure_queries(servers, blocks, given)
    finally:
        for server in servers:
            server.__exit__()
    for plain in dict.fromkeys(plain_kind(kind) for kind in blocks):
        kinds = [kind for kind in blocks if plain_kind(kind) == plain]

        def of_plain(engine, kinds=tuple(kinds)):
            return [sum((spent[kind][engine][number] for kind in kinds), [])
                    for number in range(given.rounds)]
        add_latencies(result, plain, of_plain, engines)
    if given.classes:
        for kind in blocks:
            if kind != plain_kind(kind):
                add_latencies(result, kind, lambda engine, kind=kind: spent[kind][engine],
                              engines)
    return result


def compare_queries(given):
    finish(queries_result(choose(given.build, given.engines), given), given)


# ---- agree ---------------------------------------------------------------------------

# Their ordinary indexes also have every word as it is written.
HAVE_WORDS = ("dateline", "dateline-words", "xapian")


def exact_answers(engine, blocks, given):
    folder = os.path.join(given.work, engine.name)
    if engine.name not in HAVE_WORDS:
        folder = os.path.join(given.work, "exact-" + engine.name)
    if not os.path.isdir(folder):
        bench_engines.index(engine, folder, given.articles,
                            () if engine.name in HAVE_WORDS else ("--exact",))
    with Server(engine, folder, ("--exact",)) as server:
        return {kind: server.block(block) for kind, block in blocks.items()}


def topic_counts(detail):
    """The counts alone: among values of as many articles the order is free."""
    return [int(value.rsplit("=", 1)[1]) for value in detail.split(";") if value]


def same(kind, one, other):
    if one[0] != other[0]:
        return False
    return not kind.startswith("facet") or topic_counts(one[2]) == topic_counts(other[2])


def compare_agree(given):
    engines = choose(given.build, given.engines)
    blocks = by_kind(read_queries(given.queries))
    answers = {engine.name: exact_answers(engine, blocks, given) for engine in engines}
    base, others = engines[0].name, [engine.name for engine in engines[1:]]
    print(f"Of a hundred counts equal to {base}'s, words as written:\n")
    print("| kind | queries | " + " | ".join(others) + " |")
    print("|---" * (len(others) + 2) + "|")
    shares, differing = {}, {}
    for plain in dict.fromkeys(plain_kind(kind) for kind in blocks):
        cells = []
        for other in others:
            equal = total = 0
            for kind, block in blocks.items():
                if plain_kind(kind) != plain:
                    continue
                for query, one, two in zip(block, answers[base][kind],
                                           answers[other][kind]):
                    total += 1
                    equal += same(kind, one, two)
                    if not same(kind, one, two):
                        differing.setdefault(other, []).append((query, one, two))
            shares[plain, other] = 100 * equal / total
            cells.append(f"{shares[plain, other]:.1f}")
        print(f"| {plain} | {total} | " + " | ".join(cells) + " |")
    for other, differences in differing.items():
        print(f"\n{other}, the widest of {len(differences)} differences "
              f"(query, {base}, {other}):")
        differences.sort(key=lambda one: -abs(one[1][0] - one[2][0]) /
                         max(1, one[1][0]))
        for (kind, text), one, two in differences[:given.show]:
            print(f"  {kind} {text}: {one[0]} {two[0]}"
                  + (f"  {one[2]} / {two[2]}" if one[0] == two[0] else ""))
    return 0


# ---- cold ----------------------------------------------------------------------------

def compare_cold(given):
    engines = choose(given.build, given.engines)
    wanted = [query for query in read_queries(given.queries)
              if query[0] in ("term_mid", "and_mid", "and_highmid", "phrase_two")
              or query[0] in ("and", "phrase")][:given.rounds * 4:4] or \
        read_queries(given.queries)[:1]
    commands = {}
    for engine in engines:
        folder = os.path.join(given.work, engine.name)
        commands[engine.name] = lambda query, engine=engine, folder=folder: [
            *engine.command, "ask", folder, *query]
    command = os.path.join(given.build, "tools", "dateline")
    if os.path.exists(command):
        folder = os.path.join(given.work, engines[0].name)
        commands["dateline search"] = lambda query: [
            command, "search", "--index", folder, "--format", "json",
            query[1] if query[0].startswith("term") else " AND ".join(query[1].split())]
    result = figures.Result("cold", engines[0].name, about(given))
    spent = {name: [] for name in commands}
    for number, order in turns(commands, given.rounds, given.seed):
        for name in order:
            query = wanted[number % len(wanted)]
            spent[name].append(1e3 * bench_engines.cold_seconds(commands[name](query)))
    for name, rounds in spent.items():
        result.add("one query by a fresh process", "ms", name, rounds)
    finish(result, given)


# ---- builds --------------------------------------------------------------------------

def compare_builds(given):
    engines = []
    for name, build in (("A", given.builds[0]), ("B", given.builds[1])):
        found = bench_engines.known_engines(build).get("dateline")
        if found is None:
            sys.exit(f"compare.py: {build} has no benchmarks/dateline_engine")
        engines.append(bench_engines.Engine(name, found.command,
                                            ("--no-names",) if given.words else ()))
    print(f"A is {given.builds[0]}, B is {given.builds[1]}")
    out = given.out and given.out.removesuffix(".json")
    finish(index_result(engines, given), given, out and out + "-index.json")
    finish(queries_result(engines, given), given, out and out + "-queries.json")


# ---- the command ---------------------------------------------------------------------

def parse(arguments):
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("workload", choices=COMMANDS)
    parser.add_argument("builds", nargs="*", help="two build folders, for builds")
    parser.add_argument("--build", default="build/release")
    parser.add_argument("--work", required=True)
    parser.add_argument("--articles")
    parser.add_argument("--queries")
    parser.add_argument("--engines", default=ALL, type=lambda text: text.split(","))
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--warm", type=float, default=5, help="seconds for each engine")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--kinds", type=lambda text: text.split(","))
    parser.add_argument("--classes", action="store_true",
                        help="also each class of frequency")
    parser.add_argument("--bare", action="store_true",
                        help="numbers of documents only, no stored text")
    parser.add_argument("--processor-time", action="store_true",
                        help="not by the clock: for a machine that others use, too")
    parser.add_argument("--words", action="store_true",
                        help="builds: without names and dates")
    parser.add_argument("--show", type=int, default=8, help="differences shown")
    parser.add_argument("--out", help="a file for the figures, JSON")
    given = parser.parse_args(arguments)
    if (given.workload == "builds") != (len(given.builds) == 2):
        parser.error("builds needs two folders, and only builds")
    needs = {"index": "articles", "queries": "queries", "agree": "articles queries",
             "cold": "queries", "builds": "articles queries"}[given.workload]
    for option in needs.split():
        if getattr(given, option) is None:
            parser.error(f"{given.workload} needs --{option}")
    return given


COMMANDS = {"index": compare_index, "queries": compare_queries, "agree": compare_agree,
            "cold": compare_cold, "builds": compare_builds}


def main():
    given = parse(sys.argv[1:])
    os.makedirs(given.work, exist_ok=True)
    COMMANDS[given.workload](given)


if __name__ == "__main__":
    main()
