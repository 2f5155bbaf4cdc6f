"""NetworkX reads our GraphML and node-link JSON whole."""

import json

from samples import check_evidence, folder, module, same, truth

nx = module("networkx")


def check_graphml(stem, dialect):
    nodes, edges = truth(stem)
    graph = nx.read_graphml(folder() / f"{stem}{dialect}.graphml", force_multigraph=True)
    same(graph.is_directed(), True, "directed")
    same(graph.number_of_nodes(), len(nodes), "nodes")
    same(graph.number_of_edges(), len(edges), "edges")
    keys = {name: data.get("key", name) for name, data in graph.nodes(data=True)}
    for name, data in graph.nodes(data=True):
        node = nodes[keys[name]]
        same(data["type"], node["type"], "type")
        same(data["name"], node["name"], "name")
        check_evidence(data.get("evidence"), node)
    got = {key: (keys[source], keys[target], data) for source, target, key, data in graph.edges(keys=True, data=True)}
    for edge in edges:
        source, target, data = got[edge["key"]]
        same((source, target, data["type"]), (edge["source"], edge["target"], edge["type"]), "edge")
        check_evidence(data.get("evidence"), edge)


def read_json(name, edges_key):
    data = json.loads((folder() / name).read_text(encoding="utf-8"))
    try:
        return nx.node_link_graph(data, edges=edges_key)  # 3.4 and later
    except TypeError:
        return nx.node_link_graph(data, link=edges_key)  # 3.3 and earlier

def check_json(stem, ending, edges_key):
    nodes, edges = truth(stem)
    graph = read_json(f"{stem}{ending}.json", edges_key)
    same((graph.is_directed(), graph.is_multigraph()), (True, True), "kind of graph")
    same((graph.number_of_nodes(), graph.number_of_edges()), (len(nodes), len(edges)), "counts")
    for name, data in graph.nodes(data=True):
        same(data["name"], nodes[name]["name"], "name")
        same(data.get("evidence"), nodes[name].get("evidence"), "evidence")
    same({key for _, _, key in graph.edges(keys=True)}, {edge["key"] for edge in edges}, "keys")


for stem in ("sample", "nasty", "empty"):
    for dialect in ("", "-strict"):
        check_graphml(stem, dialect)
    check_json(stem, "", "edges")
    check_json(stem, "-links", "links")
