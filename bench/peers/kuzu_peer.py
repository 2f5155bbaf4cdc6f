#!/usr/bin/env python3
"""Kuzu and Ladybug, its successor: in memory, on one thread."""
import csv
import importlib
import pathlib
import tempfile

import protocol

ENDS = {
    "KNOWS": ("Person", "Person"), "LIKES": ("Person", "Post"), "CREATED": ("Person", "Post"),
    "REPLY_OF": ("Post", "Post"), "HAS_TAG": ("Post", "Tag"), "INTERESTED_IN": ("Person", "Tag"),
}


def write_rows(path, rows):
    with open(path, "w", newline="") as file:
        csv.writer(file).writerows(rows)
    return path


class Loaded:
    """A connection to a database that holds the data."""

    def __init__(self, module, data):
        self.data = data
        self.database = module.Database(":memory:")
        self.connection = module.Connection(self.database, num_threads=1)
        with tempfile.TemporaryDirectory() as folder:
            self.load(pathlib.Path(folder))

    def load(self, folder):
        for name in self.data.node_type_names:
            file = write_rows(folder / f"{name}.csv", ([node] for node in self.data.nodes_of(name).tolist()))
            self.rows(f"CREATE NODE TABLE {name}(id INT64, PRIMARY KEY(id))")
            self.rows(f"COPY {name} FROM '{file}'")
        for name, (source, target) in ENDS.items():
            file = write_rows(folder / f"{name}.csv", self.data.edges_of(name).tolist())
            self.rows(f"CREATE REL TABLE {name}(FROM {source} TO {target})")
            self.rows(f"COPY {name} FROM '{file}'")

    def rows(self, query, **parameters):
        return self.connection.execute(query, parameters).get_all()


def hops(loaded, count):
    """One query for all seeds: the way that suits the database best."""
    query = (f"MATCH (a:Person)-[:KNOWS* SHORTEST 1..{count}]->(b:Person) WHERE a.id IN $seeds AND a.id <> b.id "
             "RETURN count(*)")
    seeds = loaded.data.seeds
    return lambda: loaded.rows(query, seeds=seeds)[0][0] + len(seeds)


def simple_paths(loaded):
    query = "MATCH (a:Person)-[e* ACYCLIC 1..3]->(b:Tag) WHERE a.id = $a AND b.id = $b RETURN count(*)"
    return lambda: sum(loaded.rows(query, a=a, b=b)[0][0] for a, b in loaded.data.tag_pairs)


def links(loaded):
    patterns = ["(a:Person)-[:INTERESTED_IN]->(t:Tag)", "(a:Person)-[:LIKES|:CREATED]->(:Post)-[:HAS_TAG]->(t:Tag)",
                "(a:Person)-[:LIKES|:CREATED]->(:Post)-[:REPLY_OF]-(:Post)-[:HAS_TAG]->(t:Tag)"]

    def count():
        pairs, paths = set(), 0
        for pattern in patterns:
            query = f"MATCH {pattern} WHERE a.id IN $seeds RETURN a.id, t.id, count(*)"
            for a, t, number in loaded.rows(query, seeds=loaded.data.sparse_seeds):
                pairs.add((a, t))
                paths += number
        return len(pairs) + paths

    return count


def shortest(loaded):
    query = "MATCH (a:Person)-[e* SHORTEST 1..30]-(b:Person) WHERE a.id = $a AND b.id = $b RETURN length(e)"
    return lambda: sum(loaded.rows(query, a=a, b=b)[0][0] for a, b in loaded.data.person_pairs)


def peer_of(name, module):
    peer = protocol.Peer(name, module.__version__)
    newest = []  # the database of the size at hand

    def loaded(data):
        if not newest or newest[0].data is not data:
            newest[:] = []
            newest.append(Loaded(module, data))
        return newest[0]

    peer.workload("memory")(lambda data: Loaded(module, data))
    peer.workload("hops-2")(lambda data: hops(loaded(data), 2))
    peer.workload("hops-3")(lambda data: hops(loaded(data), 3))
    peer.workload("simple-paths")(lambda data: simple_paths(loaded(data)))
    peer.workload("links")(lambda data: links(loaded(data)))
    peer.workload("shortest")(lambda data: shortest(loaded(data)))
    return peer


def run(name):
    protocol.main(peer_of(name, importlib.import_module(name.lower())), largest=1_000_000)


if __name__ == "__main__":
    run("Kuzu")
