"""What the benchmarks make of their measurements: medians, ratios, tables."""

import json
import math
import os


def median(values):
    """The middle one; of an even number the mean of the two in the middle."""
    ordered = sorted(values)
    if not ordered:
        raise ValueError("no values")
    half = len(ordered) // 2
    if len(ordered) % 2 == 1:
        return ordered[half]
    return (ordered[half - 1] + ordered[half]) / 2


def percentile(values, percent):
    """The least value that `percent` in a hundred of the values do not exceed."""
    ordered = sorted(values)
    if not ordered:
        raise ValueError("no values")
    return ordered[max(0, math.ceil(len(ordered) * percent / 100) - 1)]


def ratio_spread(values, base):
    """[least, median, most] of values[i] / base[i]: the rounds, one by one."""
    if len(values) != len(base):
        raise ValueError("not as many rounds")
    ratios = [value / other for value, other in zip(values, base)]
    return [min(ratios), median(ratios), max(ratios)]


def folder_bytes(folder):
    """What the files of a folder take on disk, holes not counted."""
    total = 0
    for path, _, names in os.walk(folder):
        for name in names:
            found = os.stat(os.path.join(path, name))
            total += min(found.st_size, found.st_blocks * 512)
    return total


def short(value):
    """Three digits that mean something: 1234 -> 1230, 0.012345 -> 0.0123."""
    if value == 0 or not math.isfinite(value):
        return str(value)
    rounded = float(f"{value:.2e}")  # 99.96 is 100 now, with a digit more before its dot.
    return f"{rounded:.{max(0, 2 - math.floor(math.log10(abs(rounded))))}f}"


def spread_text(spread):
    """'1.50 (1.20 to 1.80)'; of one round '1.50'."""
    least, middle, most = (short(value) for value in spread)
    if least == most:
        return middle
    return f"{middle} ({least} to {most})"


class Result:
    """The figures of one workload: rows of (what, engine, rounds), each row's ratio to
    the base engine worked out over the rounds."""

    def __init__(self, workload, base, about):
        self.workload = workload
        self.base = base
        self.about = dict(about, load_before=os.getloadavg()[0])
        self.rows = []

    def add(self, what, unit, engine, rounds):
        """`rounds`: one figure a round, the same rounds for every engine."""
        self.rows.append({"what": what, "unit": unit, "engine": engine,
                          "rounds": rounds, "median": median(rounds)})

    def finish(self):
        """Works out the ratios."""
        base = {row["what"]: row["rounds"] for row in self.rows
                if row["engine"] == self.base}
        for row in self.rows:
            rounds = base.get(row["what"])
            if rounds and all(rounds) and len(rounds) == len(row["rounds"]):
                row["ratio"] = ratio_spread(row["rounds"], rounds)
        self.about["load_after"] = os.getloadavg()[0]
        return self

    def save(self, path):
        with open(path, "w", encoding="utf-8") as out:
            json.dump({"format_version": 1, "workload": self.workload,
                       "base": self.base, "about": self.about, "rows": self.rows},
                      out, indent=1)
            out.write("\n")

    def table(self):
        """As Markdown: a line for each thing measured, a column for each engine."""
        engines = list(dict.fromkeys(row["engine"] for row in self.rows))
        cells = {(row["what"], row["engine"]): row for row in self.rows}
        lines = [f"| {self.workload} | " + " | ".join(engines) + " |",
                 "|---" * (len(engines) + 1) + "|"]
        for what, unit in dict.fromkeys((row["what"], row["unit"]) for row in self.rows):
            line = [f"{what}, {unit}"]
            for engine in engines:
                row = cells.get((what, engine))
                line.append(cell_text(row, engine == self.base))
            lines.append("| " + " | ".join(line) + " |")
        return "\n".join(lines)


def cell_text(row, is_base):
    """A figure, and behind it the ratio."""
    if row is None:
        return ""
    text = short(row["median"])
    if not is_base and "ratio" in row:
        text += ": " + spread_text(row["ratio"])
    return text
