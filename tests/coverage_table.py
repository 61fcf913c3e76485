"""Prints gcovr's summary: covered lines and branches by folder, then the files that
are covered least. Usage: coverage_table.py SUMMARY.json"""

import collections
import json
import os
import sys

LEAST_COVERED = 20


def share(covered, total):
    return f"{100 * covered / total:5.1f} %" if total else "      –"


def row(name, files):
    counted = [
        sum(file[key] for file in files)
        for key in ("line_covered", "line_total", "branch_covered", "branch_total")
    ]
    print(f"{name:<44} {share(*counted[:2])} of {counted[1]:>6}"
          f"   {share(*counted[2:])} of {counted[3]:>6}")


def main(path):
    with open(path, encoding="utf-8") as source:
        files = json.load(source)["files"]
    folders = collections.defaultdict(list)
    for file in files:
        folders[os.path.dirname(file["filename"])].append(file)
    print(f"{'':<44} {'lines':>17}   {'branches':>17}")
    for folder in sorted(folders):
        row(folder + "/", folders[folder])
    row("all", files)
    print("\nLeast covered:")
    least = sorted(files, key=lambda file: (file["line_percent"] or 0, file["filename"]))
    for file in least[:LEAST_COVERED]:
        row(file["filename"], [file])


if __name__ == "__main__":
    main(sys.argv[1])
