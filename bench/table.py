#!/usr/bin/env python3
"""Checks that all ways gave the same answers, and prints the figures as Markdown:

    table.py WORKLOADS.json sizes|quick FIGURES.tsv…

FIGURES.tsv holds the lines that bench/runner.hpp tells of. Status 1 where answers differ.
"""
import json
import math
import pathlib
import sys
from collections import defaultdict

OURS = "zhitu"


class Figures:
    """By workload, peer and size: value, answer and runs; and what was skipped, and which versions were measured."""

    def __init__(self, paths):
        self.found = defaultdict(dict)
        self.skipped, self.versions = [], {}
        for path in paths:
            for line in pathlib.Path(path).read_text(encoding="utf-8").splitlines():
                self.take(line.split("\t"))

    def take(self, fields):
        if fields[0] == "#skip":
            self.skipped.append(fields[1:5])
        elif fields[0] == "#version":
            self.versions[fields[1]] = fields[2]
        else:
            workload, peer, size, value, answer, runs = fields
            self.found[workload, peer][int(size)] = float(value), int(answer), int(runs)

    def peers(self, workload):
        return [peer for name, peer in self.found if name == workload]

    def value(self, workload, peer, size):
        figure = self.found.get((workload, peer), {}).get(size)
        return figure and figure[0]

    def ratio(self, workload, peer, size):
        """How many times what zhitu takes."""
        theirs, ours = self.value(workload, peer, size), self.value(workload, OURS, size)
        return theirs / ours if theirs and ours else None

    def largest(self, workload, peer, sizes):
        """The largest size at which both were measured."""
        return max((size for size in sizes if self.ratio(workload, peer, size)), default=None)


def bounds(workload):
    return [bound["peer"] for bound in workload.get("bounds", [])]


def disagreements(workload, sizes, figures):
    own = {bound["peer"] for bound in workload.get("bounds", []) if bound.get("own answer")}
    for size in sizes:
        answers = defaultdict(list)
        for peer in figures.peers(workload["name"]):
            figure = figures.found[workload["name"], peer].get(size)
            if figure and peer not in own:
                answers[figure[1]].append(peer)
        if len(answers) > 1:
            yield f"{workload['name']} {size}: " + "; ".join(f"{a}: {', '.join(p)}" for a, p in answers.items())


def number(value):
    """Two significant digits, without an exponent."""
    if value >= 10:
        return f"{value:,.0f}"
    return f"{value:.1f}" if value >= 1 else f"{value:.{1 - math.floor(math.log10(value))}f}"


def quantity(value, unit):
    if unit == "bytes":
        return f"{value:,.0f} B"
    for factor, name in ((1, "s"), (1e3, "ms"), (1e6, "µs")):
        if value * factor >= 1:
            return f"{number(value * factor)} {name}"
    return f"{value * 1e9:.0f} ns"


def size_name(workload, size):
    what = "papers" if workload["data"] == "text" else "edges"
    return f"{size:,} {what}"


def growth(points):
    """b where the value grows with the size to the power of b, between the first and the last size."""
    if len(points) < 2:
        return ""
    (small, first), (large, last) = points[0], points[-1]
    return f"{math.log(last / first) / math.log(large / small):.2f}"


def cell(workload, peer, size, figures):
    figure = figures.found[workload["name"], peer].get(size)
    if not figure:
        return ""
    value, _, runs = figure
    mark = {1: "¹", 3: "³"}.get(runs, "") if workload.get("unit") != "bytes" else ""
    ratio = figures.ratio(workload["name"], peer, size)
    if peer == OURS or ratio is None:
        return quantity(value, workload.get("unit")) + mark
    text = number(ratio) + mark
    return f"**{text}**" if ratio < 1 and peer not in bounds(workload) else text


def rows(workload, sizes, figures):
    peers = figures.peers(workload["name"])
    first = [OURS] + bounds(workload)
    order = [peer for peer in first if peer in peers] + [peer for peer in peers if peer not in first]
    for peer in order:
        found = figures.found[workload["name"], peer]
        name = f"*{peer}*" if peer in bounds(workload) else peer
        cells = [cell(workload, peer, size, figures) for size in sizes]
        points = [(size, found[size][0]) for size in sizes if size in found]
        yield [name, *cells, "" if workload.get("unit") == "bytes" else growth(points)]


def print_table(header, lines, texts=1):
    """The first `texts` columns are words, the others figures."""
    print("| " + " | ".join(header) + " |")
    print("|" + " --- |" * texts + " ---: |" * (len(header) - texts))
    for line in lines:
        print("| " + " | ".join(line) + " |")
    print()


def judged(workload, sizes, figures):
    """(work, beside, target, measured, at, reached) of each target."""
    name, unit = workload["name"], workload.get("unit")
    for target in workload.get("targets", []) + [b for b in workload.get("bounds", []) if "at most" in b]:
        peer = target.get("peer")
        size = figures.largest(name, peer or OURS, sizes)
        least, most = target.get("at least"), target.get("at most")
        wanted = f"≥ {least:g} ×" if least else f"≤ {most:g} ×" if peer else f"≤ {quantity(most, unit)}"
        if size is None:
            yield workload["title"], peer or "", wanted, "not measured", "", "?"
            continue
        if least:
            value = figures.ratio(name, peer, size)
        else:
            value = 1 / figures.ratio(name, peer, size) if peer else figures.value(name, OURS, size)
        reached = value >= least if least else value <= most
        shown = f"{number(value)} ×" if peer else quantity(value, unit)
        yield workload["title"], peer or "", wanted, shown, size_name(workload, size), "yes" if reached else "**no**"


def print_targets(workloads, mode, figures):
    lines = [line for workload in workloads for line in judged(workload, workload[mode], figures)]
    print("## Targets\n")
    print("At the largest size at which both were measured. ≥: how many times as long as zhitu the peer takes. ≤: how many")
    print("times as long as the lower bound zhitu takes.\n")
    print_table(["work", "beside", "target", "measured", "at", "reached"], lines, texts=2)
    print(f"Reached: {sum(line[-1] == 'yes' for line in lines)} of {len(lines)}.\n")


def print_wins(workloads, mode, figures):
    """Where peers are faster or smaller, at the largest size."""
    lines = []
    for workload in workloads:
        for peer in figures.peers(workload["name"]):
            size = figures.largest(workload["name"], peer, workload[mode])
            ratio = size and figures.ratio(workload["name"], peer, size)
            if ratio and ratio < 1 and peer != OURS and peer not in bounds(workload):
                lines.append([workload["title"], peer, f"{number(1 / ratio)} ×", size_name(workload, size)])
    print("## Where a peer wins\n")
    if not lines:
        return print("Nowhere.\n")
    print_table(["work", "peer", "zhitu takes or needs", "at"], lines, texts=2)


def print_workload(workload, mode, figures):
    print(f"### {workload['title']}\n")
    if "note" in workload:
        print(workload["note"] + "\n")
    sizes = workload[mode]
    header = ["", *(size_name(workload, size) for size in sizes), "growth"]
    print_table(header, rows(workload, sizes, figures))


def print_skipped(figures):
    print("## Not measured\n")
    grouped = defaultdict(list)
    for peer, workload, size, reason in figures.skipped:
        place = "all" if workload == "*" else f"{workload} at {int(size):,}" if size.isdigit() else workload
        grouped[peer, reason].append(place)
    for (peer, reason), places in grouped.items():
        print(f"- {peer}: {', '.join(places)}: {reason}")
    print("" if grouped else "Nothing was left out.\n")


def main(path, mode, *figure_paths):
    workloads = json.loads(pathlib.Path(path).read_text(encoding="utf-8"))
    figures = Figures(figure_paths)
    workloads = [workload for workload in workloads if figures.peers(workload["name"])]
    wrong = [line for workload in workloads for line in disagreements(workload, workload[mode], figures)]
    if wrong:
        print("the ways do not do the same work:", *wrong, sep="\n", file=sys.stderr)
        return 1
    print("Peers: " + ", ".join(f"{peer} {version}" for peer, version in figures.versions.items()) + ".\n")
    print_targets(workloads, mode, figures)
    print_wins(workloads, mode, figures)
    print("## Figures\n")
    print("What zhitu takes, and how many times as long the others take: above 1 zhitu is faster, below 1 (**bold**) the peer")
    print("is. Lower bounds are *slanted*. Growth: b where the time grows with the size to the power of b. ³ and ¹: a slow one,")
    print("three runs after a warm-up, or a single run.\n")
    for workload in workloads:
        print_workload(workload, mode, figures)
    print_skipped(figures)
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
