#!/usr/bin/env python3
"""Draws what compare.py and growth.py have measured, as SVG.

  charts.py ratios RESULT.json CHART.svg   engines beside the first one, with spread
  charts.py growth RESULT.json CHART.svg   figures against the number of articles

Both axes of figures are logarithmic: twice as much is the same length everywhere.
"""

import argparse
import json
import math
import sys
from xml.sax.saxutils import escape

COLOURS = ("#1b6ca8", "#d1495b", "#3c8d5a", "#c98a1b", "#7a5195", "#5b6770", "#2a9d9d",
           "#a23b72", "#8a6d3b", "#4a4e69")
ROW = 15  # Pixels of a bar and the blank below it.
LEFT = 210
RIGHT = 40
PLOT = 560


class Drawing:
    """The elements of a picture, in the order in which they are painted."""

    def __init__(self):
        self.parts = []

    def line(self, x1, y1, x2, y2, colour, width=1.0):
        self.parts.append(f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" '
                          f'y2="{y2:.1f}" stroke="{colour}" stroke-width="{width}"/>')

    def bar(self, x1, x2, y, height, colour):
        self.parts.append(f'<rect x="{min(x1, x2):.1f}" y="{y:.1f}" '
                          f'width="{abs(x2 - x1):.1f}" height="{height}" '
                          f'fill="{colour}"/>')

    def dot(self, x, y, colour):
        self.parts.append(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3.5" fill="{colour}"/>')

    def text(self, x, y, words, anchor="start", colour="#222", size=12):
        self.parts.append(f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" '
                          f'fill="{colour}" font-size="{size}">{escape(words)}</text>')

    def svg(self, width, height):
        return (f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" '
                f'height="{height}" font-family="sans-serif">\n'
                f'<rect width="{width}" height="{height}" fill="white"/>\n'
                + "\n".join(self.parts) + "\n</svg>\n")


def ticks(low, high):
    """1, 2 and 5 times powers of ten, from about `low` to about `high`."""
    found = []
    for power in range(math.floor(math.log10(low)), math.ceil(math.log10(high)) + 1):
        found += [step * 10.0 ** power for step in (1, 2, 5)]
    return [tick for tick in found if low <= tick * 1.0001 and tick <= high * 1.0001]


def scale(values, begin, end, margin=1.15):
    """(low, high, place): where a value stands between two pixels."""
    low, high = min(values) / margin, max(values) * margin

    def place(value):
        share = (math.log(value) - math.log(low)) / (math.log(high) - math.log(low))
        return begin + share * (end - begin)
    return low, high, place


def ratios_chart(result):
    """A bar for each engine and thing measured, from 1 to its ratio. The slowest
    queries, which have no spread, are left to the table."""
    rows = [row for row in result["rows"]
            if "ratio" in row and row["engine"] != result["base"]
            and min(row["ratio"]) > 0 and not row["what"].endswith("p99")]
    if not rows:
        return None
    engines = list(dict.fromkeys(row["engine"] for row in rows))
    colours = dict(zip(engines, COLOURS))
    low, high, place = scale([1.0] + [end for row in rows for end in row["ratio"]],
                             LEFT, LEFT + PLOT)
    drawing = Drawing()
    groups = list(dict.fromkeys(row["what"] for row in rows))
    bottom = 60 + sum(ROW * sum(row["what"] == what for row in rows) + 9
                      for what in groups)
    drawing.text(12, 20, f"{result['workload']}: times what {result['base']} takes "
                 f"({about_text(result)})", size=13)
    for tick in ticks(low, high):
        drawing.line(place(tick), 48, place(tick), bottom, "#ddd")
        drawing.text(place(tick), bottom + 16, f"{tick:g}", "middle", "#555", 11)
    left = 12
    for engine in engines:
        drawing.bar(left, left + 10, 30, 10, colours[engine])
        drawing.text(left + 15, 39, engine, size=11)
        left += 30 + 6 * len(engine)
    y = 56
    for what in groups:
        drawing.text(LEFT - 10, y + 11, what, "end")
        for row in rows:
            if row["what"] == what:
                draw_ratio(drawing, row["ratio"], place, y, colours[row["engine"]])
                y += ROW
        y += 9
    drawing.line(place(1), 48, place(1), bottom, "#222", 1.5)
    return drawing.svg(LEFT + PLOT + RIGHT, bottom + 28)


def draw_ratio(drawing, ratio, place, y, colour):
    least, middle, most = ratio
    drawing.bar(place(1), place(middle), y + 2, ROW - 4, colour)
    drawing.line(place(least), y + ROW / 2, place(most), y + ROW / 2, "#222")
    for end in (least, most):
        drawing.line(place(end), y + 4, place(end), y + ROW - 4, "#222")


def about_text(result):
    about = result["about"]
    parts = [about.get("articles"), about.get("queries")]
    return ", ".join([part for part in parts if part] + [f"{about['rounds']} rounds"])


def growth_chart(result):
    """A line for each thing measured, against the number of articles."""
    names = list(dict.fromkeys((row["what"], row["unit"]) for row in result["rows"]))
    sizes = sorted({row["articles"] for row in result["rows"]})
    drawing = Drawing()
    drawing.text(12, 20, "against the number of articles", size=13)
    height = 150
    for n, (what, unit) in enumerate(names):
        points = [(row["articles"], row["median"]) for row in result["rows"]
                  if row["what"] == what and row["median"] > 0]
        if not points:
            continue
        top = 40 + (n // 2) * (height + 60)
        left = 70 + (n % 2) * 400
        low, high, up = scale([value for _, value in points], top + height, top, 2)
        _, _, across = scale(sizes, left, left + 300)
        drawing.text(left, top - 4, f"{what}, {unit}")
        for tick in ticks(low, high):
            drawing.line(left, up(tick), left + 300, up(tick), "#ddd")
            drawing.text(left - 6, up(tick) + 4, f"{tick:g}", "end", "#555", 11)
        for size in sizes:
            drawing.text(across(size), top + height + 16, f"{size:,}", "middle", "#555",
                         11)
        for (x1, y1), (x2, y2) in zip(points, points[1:]):
            drawing.line(across(x1), up(y1), across(x2), up(y2), COLOURS[0], 2)
        for x, y in points:
            drawing.dot(across(x), up(y), COLOURS[0])
    rows = (len(names) + 1) // 2
    return drawing.svg(830, 40 + rows * (height + 60))


CHARTS = {"ratios": ratios_chart, "growth": growth_chart}


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("chart", choices=CHARTS)
    parser.add_argument("result")
    parser.add_argument("svg")
    given = parser.parse_args()
    with open(given.result, encoding="utf-8") as source:
        svg = CHARTS[given.chart](json.load(source))
    if svg is None:
        return "charts.py: nothing in it has a ratio"
    with open(given.svg, "w", encoding="utf-8") as out:
        out.write(svg)
    return 0


if __name__ == "__main__":
    sys.exit(main())
