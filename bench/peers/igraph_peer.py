#!/usr/bin/env python3
"""python-igraph, which brings a newer C library than Debian's."""
import igraph

import protocol

peer = protocol.Peer("python-igraph", igraph.__version__)


def made(data, edges, directed=True):
    return igraph.Graph(data.node_count, edges, directed=directed)


@peer.workload("memory")
def memory(data):
    graph = made(data, data.edges)
    names = data.edge_type_names
    graph.es["type"] = [names[kind] for kind in data.edge_types.tolist()]
    return graph


@peer.workload("build")
def build(data):
    edges = data.edges.astype("int64")
    return lambda: made(data, edges), lambda graph: graph.ecount()


def distances(graph, start):
    def sum_of(found):
        begins = found[1]
        return sum(distance * (end - begin) for distance, (begin, end) in enumerate(zip(begins, begins[1:])))

    return lambda: graph.bfs(start, mode="out"), sum_of


@peer.workload("bfs-social")
def bfs_social(data):
    return distances(made(data, data.edges), data.start)


@peer.workload("bfs-rmat")
def bfs_rmat(data):
    return distances(made(data, data.edges, directed=False), data.start)


def hops(data, count):
    graph = made(data, data.edges_of("KNOWS"))
    return lambda: sum(graph.neighborhood_size(data.seeds, order=count, mode="out"))


@peer.workload("hops-2")
def hops_2(data):
    return hops(data, 2)


@peer.workload("hops-3")
def hops_3(data):
    return hops(data, 3)


@peer.workload("simple-paths")
def simple_paths(data):
    graph = made(data, data.edges)
    return lambda: sum(len(graph.get_all_simple_paths(*pair, maxlen=3, mode="out")) for pair in data.tag_pairs)


@peer.workload("shortest")
def shortest(data):
    graph = made(data, data.edges)
    return lambda: sum(len(graph.get_shortest_path(*pair, mode="all", output="epath")) for pair in data.person_pairs)


@peer.workload("shortest-weighted")
def shortest_weighted(data):
    graph, weights = made(data, data.edges), data.weights.tolist()

    def length(pair):
        return sum(weights[edge] for edge in graph.get_shortest_path(*pair, weights, mode="all", output="epath"))

    return lambda: 8 * sum(length(pair) for pair in data.person_pairs[:10])


@peer.workload("k-shortest")
def k_shortest(data):
    graph = made(data, data.edges)

    def lengths(pair):
        return sum(len(path) - 1 for path in graph.get_k_shortest_paths(*pair, k=10, mode="out"))

    return lambda: sum(lengths(pair) for pair in data.person_pairs[:10])


@peer.workload("read-graphml")
def read_graphml(data):
    def sum_of(graph):
        return graph.vcount() + graph.ecount() + sum(graph.vs["year"]) + 8 * sum(graph.es["weight"])

    return lambda: igraph.Graph.Read_GraphML(str(data.folder / "graph.graphml")), sum_of


@peer.workload("write-graphml")
def write_graphml(data):
    graph = igraph.Graph.Read_GraphML(str(data.folder / "graph.graphml"))
    path = str(data.folder / "python-igraph.graphml")
    return lambda: graph.write_graphml(path), lambda _: graph.vcount() + graph.ecount()


if __name__ == "__main__":
    protocol.main(peer)
