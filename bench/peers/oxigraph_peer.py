#!/usr/bin/env python3
"""Oxigraph: edges as triples in memory, questions in SPARQL."""
import pyoxigraph

import protocol

peer = protocol.Peer("Oxigraph", pyoxigraph.__version__)
newest = []  # the store of the size at hand


def made(data):
    store = pyoxigraph.Store()
    nodes = [pyoxigraph.NamedNode(f"n:{node}") for node in range(data.node_count)]
    types = [pyoxigraph.NamedNode(f"t:{name}") for name in data.edge_type_names]
    store.bulk_extend(
        pyoxigraph.Quad(nodes[source], types[kind], nodes[target])
        for (source, target), kind in zip(data.edges.tolist(), data.edge_types.tolist())
    )
    return store


def loaded(data):
    if not newest or newest[0] is not data:
        newest[:] = []
        newest.extend([data, made(data)])
    return newest[1]


def names(nodes):
    return " ".join(f"<n:{node}>" for node in nodes)


def number(store, query):
    return int(next(store.query(query))[0].value)


@peer.workload("memory")
def memory(data):
    return made(data)


def hops(data, path):
    store = loaded(data)
    query = (f"SELECT (COUNT(*) AS ?n) {{ SELECT DISTINCT ?a ?b {{ VALUES ?a {{ {names(data.seeds)} }} "
             f"?a {path} ?b FILTER(?a != ?b) }} }}")
    return lambda: number(store, query) + len(data.seeds)


@peer.workload("hops-2")
def hops_2(data):
    return hops(data, "<t:KNOWS>/<t:KNOWS>?")


@peer.workload("hops-3")
def hops_3(data):
    return hops(data, "<t:KNOWS>/(<t:KNOWS>/<t:KNOWS>?)?")


@peer.workload("links")
def links(data):
    store = loaded(data)
    values = f"VALUES ?a {{ {names(data.sparse_seeds)} }}"
    post = "?a (<t:LIKES>|<t:CREATED>) ?p ."
    patterns = ["?a <t:INTERESTED_IN> ?t", f"{post} ?p <t:HAS_TAG> ?t",
                f"{post} ?p (<t:REPLY_OF>|^<t:REPLY_OF>) ?q . ?q <t:HAS_TAG> ?t"]

    def count():
        pairs, paths = set(), 0
        for pattern in patterns:
            for a, t, times in store.query(f"SELECT ?a ?t (COUNT(*) AS ?n) {{ {values} {pattern} }} GROUP BY ?a ?t"):
                pairs.add((a.value, t.value))
                paths += int(times.value)
        return len(pairs) + paths

    return count


if __name__ == "__main__":
    protocol.main(peer, largest=1_000_000)
