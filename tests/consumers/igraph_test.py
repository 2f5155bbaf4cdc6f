"""python-igraph reads our GraphML whole."""

import warnings

from samples import check_evidence, folder, module, same, truth

igraph = module("igraph")


def attribute(text):
    """What an XML attribute held: igraph 0.10 leaves an ampersand in it as a reference."""
    return text.replace("&#38;", "&")


def check_graphml(stem, dialect):
    nodes, edges = truth(stem)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        graph = igraph.Graph.Read_GraphML(str(folder() / f"{stem}{dialect}.graphml"))
    same(graph.is_directed(), True, "directed")
    same((graph.vcount(), graph.ecount()), (len(nodes), len(edges)), "counts")
    for vertex, node in zip(graph.vs, nodes.values()):
        same(vertex["key"] if dialect else attribute(vertex["id"]), node["id"], "id")
        same((vertex["name"], vertex["type"]), (node["name"], node["type"]), "name and type")
        check_evidence(vertex["evidence"], node)
    ids = list(nodes)
    for got, edge in zip(graph.es, edges):
        same((ids[got.source], ids[got.target], got["type"]), (edge["source"], edge["target"], edge["type"]), "edge")
        check_evidence(got["evidence"], edge)


for stem in ("sample", "nasty", "empty"):
    for dialect in ("", "-strict"):
        check_graphml(stem, dialect)
