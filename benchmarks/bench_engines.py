"""The engines as processes: how each is started, indexed with, and asked.

engines/engine.h tells what they print and read.
"""

import dataclasses
import glob
import os
import random
import shutil
import subprocess
import time

import figures

LUCENE_JARS = ("lucene-core", "lucene-analyzers-common", "lucene-facet")


@dataclasses.dataclass(frozen=True)
class Engine:
    """A program that engine.h describes."""
    name: str
    command: tuple
    index_options: tuple = ()
    serve_options: tuple = ()


def lucene_command(build):
    """How Debian's Lucene 8 is run, with the class that run.sh compiles."""
    jars = []
    for jar in LUCENE_JARS:
        found = sorted(glob.glob(f"/usr/share/java/{jar}-[0-9]*.jar"))
        if not found:
            return None
        jars.append(found[-1])
    classes = os.path.join(build, "benchmarks", "java")
    # One compiler and one collector thread less to disturb others; memory as Lucene
    # needs it, not as the machine has it.
    return ("java", "-XX:+UseSerialGC", "-Xmx1g", "-cp", ":".join(jars + [classes]),
            "LuceneEngine")


def known_engines(build):
    """All engines that were built, by name."""
    found = {}

    def add(name, program, index_options=(), serve_options=()):
        path = os.path.join(build, "benchmarks", program)
        if os.path.exists(path):
            found[name] = Engine(name, (path,), index_options, serve_options)

    add("dateline", "dateline_engine")
    add("dateline-words", "dateline_engine", ("--no-names",))
    add("dateline-full-hits", "dateline_engine", (), ("--full-hits",))
    lucene = lucene_command(build)
    if lucene and os.path.exists(os.path.join(build, "benchmarks", "java")):
        found["lucene"] = Engine("lucene", lucene)
        found["lucene-stop"] = Engine("lucene-stop", lucene, ("--stop-words",),
                                      ("--stop-words",))
    add("fts5", "fts5_engine")
    add("xapian", "xapian_engine")
    add("groonga", "groonga_engine")
    return found


def choose(build, names):
    """The engines of a list of names; those that are not built are left out, aloud."""
    known = known_engines(build)
    chosen = []
    for name in names:
        if name in known:
            chosen.append(known[name])
        else:
            print(f"({name} is not built: left out)")
    return chosen


def index(engine, folder, articles, options=()):
    """Indexes into `folder`, made anew; gives what it took."""
    shutil.rmtree(folder, ignore_errors=True)
    command = [*engine.command, "index", folder, articles, *engine.index_options,
               *options]
    begin = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        printed = process.stdout.read()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise RuntimeError(f"{engine.name} could not index (code {process.returncode}) "
                           + printed)
    took = dict(line.split("=", 1) for line in printed.split() if "=" in line)
    return {
        "index_seconds": float(took["index_seconds"]),
        "merge_seconds": float(took["merge_seconds"]),
        "wall_seconds": time.perf_counter() - begin,
        "cpu_seconds": usage.ru_utime + usage.ru_stime,
        "peak_bytes": int(took["peak_kib"]) * 1024,
        "bytes": figures.folder_bytes(folder),
        "bytes_unmerged": int(took["bytes_unmerged"]),
    }


def cold_seconds(command):
    """The time from starting a command to its end."""
    begin = time.perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - begin


class Server:
    """An engine that has an index open and answers blocks of queries."""

    def __init__(self, engine, folder, options=()):
        self.engine = engine
        self.process = subprocess.Popen(
            [*engine.command, "serve", folder, *engine.serve_options, *options],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.stdin.close()
        self.process.wait()

    def _send(self, order, queries):
        lines = [order] + [f"{kind}\t{text}" for kind, text in queries]
        self.process.stdin.write("\n".join(lines) + "\n")
        self.process.stdin.flush()

    def _line(self):
        line = self.process.stdout.readline()
        if not line:
            raise RuntimeError(f"{self.engine.name} has ended")
        return line.rstrip("\n")

    def warm(self, seconds, queries):
        """Has it answer them for so long; gives how often it did."""
        self._send(f"warm {seconds} {len(queries)}", queries)
        return int(self._line().split()[1])

    def block(self, queries):
        """(count, nanoseconds, detail) of each query."""
        self._send(f"block {len(queries)}", queries)
        answers = []
        for _ in queries:
            count, nanoseconds, detail = self._line().split("\t")
            answers.append((int(count), int(nanoseconds), detail))
        return answers


def read_queries(path):
    """[(kind, text)] of what draw_queries.py prints."""
    queries = []
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            if not line.startswith("#"):
                queries.append(tuple(line.rstrip("\n").split("\t", 1)))
    return queries


def by_kind(queries):
    """{kind: its queries}, in the order of the file."""
    blocks = {}
    for kind, text in queries:
        blocks.setdefault(kind, []).append((kind, text))
    return blocks


def turns(items, rounds, seed):
    """For each round the items, in another order: noise and warmth hit all alike."""
    shuffled = random.Random(seed)
    for number in range(rounds):
        order = list(items)
        shuffled.shuffle(order)
        yield number, order
