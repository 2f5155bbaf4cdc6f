"""What the peers in Python share: data, clock, and a line a figure, as bench/runner.hpp says.

    NAME_peer.py FOLDER WORKLOADS.json sizes|quick [WORKLOAD…]

A workload is a function of the data that prepares what is not measured, and returns what is: `work`, whose result is the
answer, or `(work, answer_of)`.
"""
import ctypes
import gc
import json
import os
import pathlib
import statistics
import subprocess
import sys
import time
import traceback

BUDGETS = {"sizes": (12, 30), "quick": (1.5, 3)}  # as Budget in bench/runner.hpp: seconds of all runs, of a single one
LEAST = 0.02


class Skip(Exception):
    """What is not measured, with the reason."""


class Data:
    """A folder that bench/write_data.cpp made."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.name, size = self.folder.name.rsplit("-", 1)
        self.size = int(size)
        if (self.folder / "questions.json").exists():
            self.load()

    def load(self):
        import numpy

        def read(name, kind):
            return numpy.fromfile(self.folder / name, dtype=kind)

        questions = json.loads((self.folder / "questions.json").read_text())
        self.edges = read("edges.bin", "uint32").reshape(-1, 2)
        self.edge_types = read("edge_types.bin", "uint8")
        self.weights = read("weights.bin", "uint8") / 8.0
        self.node_types = read("node_types.bin", "uint8")
        self.node_type_names = questions["node_type_names"]
        self.edge_type_names = questions["edge_type_names"]
        self.start = questions["start"]
        self.seeds = questions["seeds"]
        self.sparse_seeds = questions["sparse_seeds"]
        self.person_pairs = questions["person_pairs"]
        self.tag_pairs = questions["tag_pairs"]

    @property
    def node_count(self):
        return len(self.node_types)

    def edges_of(self, edge_type):
        return self.edges[self.edge_types == self.edge_type_names.index(edge_type)]

    def nodes_of(self, node_type):
        return (self.node_types == self.node_type_names.index(node_type)).nonzero()[0]


def seconds_of(work, answer_of, expected):
    begin = time.perf_counter()
    result = work()
    taken = time.perf_counter() - begin
    answer = int(answer_of(result))
    if expected not in (None, answer):
        raise RuntimeError(f"a run answers {answer}, the first one {expected}")
    return taken, answer


def measure(work, answer_of, most):
    """Median seconds, answer, runs: as `measure` in bench/measure.hpp."""
    first, answer = seconds_of(work, answer_of, None)
    count = 5 if first * 5 <= most else 3 if first * 3 <= most else 1
    if count == 1:
        return first, answer, 1
    runs = []
    for _ in range(count):
        taken, repeats = 0, 0
        while taken < LEAST:
            taken += seconds_of(work, answer_of, answer)[0]
            repeats += 1
        runs.append(taken / repeats)
    return statistics.median(runs), answer, count


def resident():
    """Bytes of this process in memory, after giving back what is free."""
    gc.collect()
    ctypes.CDLL(None).malloc_trim(0)
    return int(pathlib.Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")


def say(*fields):
    print(*fields, sep="\t", flush=True)


class Peer:
    def __init__(self, name, version=None):
        self.name, self.version = name, version
        self.functions, self.last = {}, {}

    def workload(self, name):
        return lambda function: self.functions.setdefault(name, function)

    def skip(self, workload, size, reason):
        say("#skip", self.name, workload, size, reason)

    def foreseen(self, workload, size):
        seconds, last_size = self.last.get(workload, (0, size))
        return seconds * size / last_size

    def run(self, workload, data, budget):
        most, single = budget
        foreseen = self.foreseen(workload, data.size)
        if foreseen > single:
            self.last[workload] = foreseen, data.size
            return self.skip(workload, data.size, f"would take about {foreseen:.0f} s")
        try:
            work = self.functions[workload](data)
            work, answer_of = work if isinstance(work, tuple) else (work, int)
            seconds, answer, runs = measure(work, answer_of, most)
        except Skip as reason:
            return self.skip(workload, data.size, reason)
        except Exception as error:  # a peer may fail where it likes: that is its result
            traceback.print_exc()
            reason = str(error).split("\n")[0] or type(error).__name__
            return self.skip(workload, data.size, f"failed: {reason}")
        self.last[workload] = seconds, data.size
        say(workload, self.name, data.size, f"{seconds:.9g}", answer, runs)

    def print_memory(self, data):
        """Growth of this process by what the function `memory` makes."""
        before = resident()
        made = self.functions["memory"](data)
        say("memory", self.name, data.size, f"{(resident() - before) / len(data.edges):.4g}", len(data.edges), 1)
        del made


def plan(workloads, mode, names):
    """[(data set, size, [workloads])] in order."""
    sets = {}
    for workload in workloads:
        for size in workload[mode]:
            if not names or workload["name"] in names:
                sets.setdefault((workload["data"], size), []).append(workload["name"])
    return sorted(sets.items())


def main(*peers, largest=None):
    """Runs all workloads that the peers have, on data up to the size `largest`."""
    folder, workloads, mode, *names = sys.argv[1:]
    if names and names[0] == "--memory":  # in a process of its own
        return [peer.print_memory(Data(names[1])) for peer in peers]
    for peer in peers:
        if peer.version:
            say("#version", peer.name, peer.version)
    for (name, size), wanted in plan(json.loads(pathlib.Path(workloads).read_text()), mode, names):
        wanted = [(peer, workload) for peer in peers for workload in wanted if workload in peer.functions]
        place = pathlib.Path(folder) / f"{name}-{size}"
        data = Data(place) if wanted and not (largest and size > largest) else None
        for peer, workload in wanted:
            print(peer.name, workload, size, file=sys.stderr)
            if data is None:
                peer.skip(workload, size, "loading this much takes too long")
            elif workload == "memory":
                subprocess.run([sys.executable, *sys.argv[:4], "--memory", place], check=False)
            else:
                peer.run(workload, data, BUDGETS[mode])
