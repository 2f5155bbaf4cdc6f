#!/usr/bin/env python3
"""NetworkX."""
import itertools
import json

import networkx

import protocol

peer = protocol.Peer("NetworkX", networkx.__version__)


def made(data, edges, kind=networkx.DiGraph):
    graph = kind()
    graph.add_nodes_from(range(data.node_count))
    graph.add_edges_from(edges)
    return graph


def typed(data):
    names = [{"type": name} for name in data.edge_type_names]
    ends, types = data.edges.tolist(), data.edge_types.tolist()
    return [(source, target, names[kind]) for (source, target), kind in zip(ends, types)]


@peer.workload("memory")
def memory(data):
    graph = networkx.DiGraph()
    names = data.edge_type_names
    graph.add_nodes_from(range(data.node_count))
    for (source, target), kind in zip(data.edges.tolist(), data.edge_types.tolist()):
        graph.add_edge(source, target, type=names[kind])
    return graph


@peer.workload("build")
def build(data):
    edges = typed(data)
    return lambda: made(data, edges), lambda graph: graph.number_of_edges()


def distances(graph, start):
    return lambda: networkx.single_source_shortest_path_length(graph, start), lambda found: sum(dict(found).values())


@peer.workload("bfs-social")
def bfs_social(data):
    return distances(made(data, data.edges.tolist()), data.start)


@peer.workload("bfs-rmat")
def bfs_rmat(data):
    return distances(made(data, data.edges.tolist(), networkx.Graph), data.start)


def hops(data, count):
    graph = made(data, data.edges_of("KNOWS").tolist())
    return lambda: sum(len(dict(networkx.single_source_shortest_path_length(graph, seed, count))) for seed in data.seeds)


@peer.workload("hops-2")
def hops_2(data):
    return hops(data, 2)


@peer.workload("hops-3")
def hops_3(data):
    return hops(data, 3)


@peer.workload("simple-paths")
def simple_paths(data):
    graph = made(data, data.edges.tolist())
    return lambda: sum(1 for pair in data.tag_pairs for _ in networkx.all_simple_paths(graph, *pair, cutoff=3))


@peer.workload("shortest")
def shortest(data):
    graph = made(data, data.edges.tolist(), networkx.Graph)
    return lambda: sum(len(networkx.bidirectional_shortest_path(graph, *pair)) - 1 for pair in data.person_pairs)


@peer.workload("shortest-weighted")
def shortest_weighted(data):
    graph = networkx.Graph()
    graph.add_nodes_from(range(data.node_count))
    graph.add_weighted_edges_from((*ends, weight) for ends, weight in zip(data.edges.tolist(), data.weights.tolist()))

    def length(pair):
        try:
            return networkx.bidirectional_dijkstra(graph, *pair)[0]
        except networkx.NetworkXNoPath:
            return 0

    return lambda: 8 * sum(length(pair) for pair in data.person_pairs[:10])


@peer.workload("k-shortest")
def k_shortest(data):
    graph = made(data, data.edges.tolist())

    def lengths(pair):
        try:
            return sum(len(path) - 1 for path in itertools.islice(networkx.shortest_simple_paths(graph, *pair), 10))
        except networkx.NetworkXNoPath:
            return 0

    return lambda: sum(lengths(pair) for pair in data.person_pairs[:10])


def graph_sum(graph):
    years = sum(year for _, year in graph.nodes(data="year"))
    weights = sum(int(8 * weight) for *_, weight in graph.edges(data="weight"))
    return graph.number_of_nodes() + graph.number_of_edges() + years + weights


def written(graph):
    return lambda _: graph.number_of_nodes() + graph.number_of_edges()


@peer.workload("read-graphml")
def read_graphml(data):
    return lambda: networkx.read_graphml(data.folder / "graph.graphml"), graph_sum


@peer.workload("write-graphml")
def write_graphml(data):
    graph = networkx.read_graphml(data.folder / "graph.graphml")
    return lambda: networkx.write_graphml_xml(graph, data.folder / "networkx.graphml"), written(graph)


def node_link_graph(path):
    return networkx.node_link_graph(json.loads(path.read_text()), edges="edges")


@peer.workload("read-json")
def read_json(data):
    return lambda: node_link_graph(data.folder / "graph.json"), graph_sum


@peer.workload("write-json")
def write_json(data):
    graph = node_link_graph(data.folder / "graph.json")
    path = data.folder / "networkx.json"
    return lambda: path.write_text(json.dumps(networkx.node_link_data(graph, edges="edges"))), written(graph)


if __name__ == "__main__":
    protocol.main(peer)
