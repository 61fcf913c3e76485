#!/usr/bin/env python3
"""Where the processor time of building goes, by stage.

  building_profile.py --build FOLDER --work FOLDER --articles FILE

`perf` samples the build of an index without names, with its call stacks; each sample
belongs to the innermost function that a stage is known by. Beside it the time that
SQLite's FTS5 takes for the same articles.
"""

import argparse
import os
import re
import shutil
import subprocess
import sys

import bench_engines
import figures

# In the order in which they are told; of several that match a function the first.
STAGES = (
    ("reading articles, ids", r"bench::|simdjson|PendingArticles|repair_text"
                              r"|require_acceptable|derived_id"),
    ("language", r"CLD2|detect_language"),
    ("lines, regions, day of publication", r"regions::|publication::|annotate|SourceLines"
                                           r"|shouted|ShoutedLines"),
    ("words and stems", r"text::|sb_stem|english_\w*stem"),
    ("what copies are known by", r"duplicates::\(?[\w ]*\)?.*(Fingerprint|make_signature|pack)"
                                 r"|Fingerprinter|make_signature"),
    ("terms of an article, in order", r"PostingCollector|DocumentBuilder|schema::"),
    ("stored articles: record, zstd", r"ZSTD|RecordEncoder|RecordCompressor|record"),
    ("turning round: articles by term", r"FlatInverter"),
    ("positions, packed", r"positions::|PositionChunk|add_positions"),
    ("tables of segments", r"glass::|BulkSegment"),
    ("merging them, by Xapian", r"[Cc]ompact\b|Compactor|merge_databases|merge_segments"
                                r"|Xapian|Glass"),
    ("copies among all articles", r"duplicates::|find_copies|copied_days"),
    ("manifest, sync, the rest of the commit", r"seal|publish|sync|complete|IndexWriter"
                                               r"|SegmentBuilder"),
)


def stage_of(stack):
    """The stage of a sample; `stack`: its functions, the innermost first."""
    for function in stack:
        for name, pattern in STAGES:
            if re.search(pattern, function):
                return name
    return "threads and the start of the process"


def stacks(script):
    """The functions of each sample of `perf script`."""
    stack = []
    for line in script:
        if line.startswith(("\t", " ")):
            stack.append(line.strip().split(" ", 1)[-1].rsplit(" (", 1)[0])
        elif not line.strip() and stack:
            yield stack
            stack = []
    if stack:
        yield stack


def profile(engine, folder, articles, data):
    """{stage: share}, and what the build took by itself."""
    took = bench_engines.index(engine, folder, articles)
    shutil.rmtree(folder)
    subprocess.run(
        ["perf", "record", "-q", "-F", "800", "--call-graph", "dwarf,16384", "-o", data,
         *engine.command, "index", folder, articles, *engine.index_options],
        stdout=subprocess.DEVNULL, check=True)
    counts = {}
    with subprocess.Popen(["perf", "script", "-i", data, "-F", "comm,ip,sym"],
                          stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                          text=True) as script:
        for stack in stacks(script.stdout):
            name = stage_of(stack)
            counts[name] = counts.get(name, 0) + 1
    os.remove(data)
    shutil.rmtree(folder)
    total = sum(counts.values())
    return {name: count / total for name, count in counts.items()}, took


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--build", default="build/release")
    parser.add_argument("--work", required=True)
    parser.add_argument("--articles", required=True)
    given = parser.parse_args()
    if not shutil.which("perf"):
        sys.exit("building_profile.py: there is no `perf`: install linux-perf")
    engines = bench_engines.known_engines(given.build)
    shares, took = profile(engines["dateline-words"],
                           os.path.join(given.work, "profiled"), given.articles,
                           os.path.join(given.work, "perf.data"))
    seconds = took["cpu_seconds"]
    print("| stage of building, without names | of processor time | s |")
    print("|---|---|---|")
    for name, share in sorted(shares.items(), key=lambda entry: -entry[1]):
        print(f"| {name} | {share:.1%} | {figures.short(share * seconds)} |")
    print(f"| all of it | | {figures.short(seconds)} |")
    if "fts5" in engines:
        fts5 = bench_engines.index(engines["fts5"],
                                   os.path.join(given.work, "profiled"), given.articles)
        print(f"| FTS5, all of it | | {figures.short(fts5['cpu_seconds'])} |")
        shutil.rmtree(os.path.join(given.work, "profiled"))


if __name__ == "__main__":
    sys.exit(main())
