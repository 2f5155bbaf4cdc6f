#!/usr/bin/env python3
"""NetworKit, on one thread."""
import networkit

import protocol

networkit.setNumberOfThreads(1)
peer = protocol.Peer("NetworKit", networkit.__version__)


def made(data, weighted=False, directed=True):
    sources, targets = data.edges[:, 0].astype("uint64"), data.edges[:, 1].astype("uint64")
    coordinates = (data.weights, (sources, targets)) if weighted else (sources, targets)
    return networkit.GraphFromCoo(coordinates, n=data.node_count, weighted=weighted, directed=directed)


@peer.workload("memory")
def memory(data):
    return made(data)


@peer.workload("build")
def build(data):
    sources, targets = data.edges[:, 0].astype("uint64"), data.edges[:, 1].astype("uint64")
    return (
        lambda: networkit.GraphFromCoo((sources, targets), n=data.node_count, directed=True),
        lambda graph: graph.numberOfEdges(),
    )


def distances(graph, start):
    def sum_of(search):
        return sum(int(distance) for distance in search.getDistances() if distance < graph.numberOfNodes())

    return lambda: networkit.distance.BFS(graph, start, storePaths=False).run(), sum_of


@peer.workload("bfs-social")
def bfs_social(data):
    return distances(made(data), data.start)


@peer.workload("bfs-rmat")
def bfs_rmat(data):
    return distances(made(data, directed=False), data.start)


@peer.workload("shortest")
def shortest(data):
    graph = made(data, directed=False)
    return lambda: sum(
        networkit.distance.BidirectionalBFS(graph, *pair).run().getDistance()
        for pair in data.person_pairs
    )


@peer.workload("shortest-weighted")
def shortest_weighted(data):
    graph = made(data, weighted=True, directed=False)

    def length(pair):
        found = networkit.distance.BidirectionalDijkstra(graph, *pair).run().getDistance()
        return found if found < 1e300 else 0

    return lambda: 8 * sum(length(pair) for pair in data.person_pairs[:10])


if __name__ == "__main__":
    protocol.main(peer)
