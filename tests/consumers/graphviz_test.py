"""Graphviz draws our DOT without a warning, and the SVG has every label, tooltip and cluster."""

import shutil
import subprocess
import sys
import xml.etree.ElementTree as xml

from samples import folder, same, skip, truth

SVG = "{http://www.w3.org/2000/svg}"

if shutil.which("dot") is None:
    skip("there is no Graphviz (dot)")


def draw(name):
    run = subprocess.run(["dot", "-Tsvg", folder() / name], capture_output=True, check=False)
    same((run.returncode, run.stderr.decode()), (0, ""), f"dot {name}: status and messages")
    return xml.fromstring(run.stdout)


def groups(svg, kind):
    return [group for group in svg.iter(f"{SVG}g") if group.get("class") == kind]


def texts(group):
    return [text.text for text in group.iter(f"{SVG}text")]


def tooltip(group):
    link = next(group.iter(f"{SVG}a"), None)
    return None if link is None else link.get("{http://www.w3.org/1999/xlink}title")


def quotes(item):
    return " … ".join(entry["quote"] for entry in item.get("evidence", []))


def check_sample(name):
    nodes, edges = truth("sample")
    svg = draw(name)
    drawn = {group.get("id"): group for group in groups(svg, "node")}
    same(set(drawn), set(nodes), "ids of nodes")
    for key, node in nodes.items():
        same("".join(texts(drawn[key])), node["name"], "label")
        if node.get("evidence"):
            same(tooltip(drawn[key]), quotes(node), "tooltip")
    drawn = {group.get("id"): group for group in groups(svg, "edge")}
    same(len(drawn), len(edges), "edges")
    for edge in edges:
        if not texts(drawn[edge["key"]]):
            sys.exit(f"the edge {edge['key']} has no label")
        if edge.get("evidence"):
            same(tooltip(drawn[edge["key"]]), quotes(edge), "tooltip")
    return svg


def check_counts(name):
    nodes, edges = truth("nasty")
    svg = draw(name)
    same((len(groups(svg, "node")), len(groups(svg, "edge"))), (len(nodes), len(edges)), f"{name}: counts")


check_sample("sample.dot")
boxes = [texts(group)[0] for group in groups(check_sample("sample-cluster.dot"), "cluster")]
same(sorted(boxes), sorted(["政策", "发布机构", "技术", "企业"]), "clusters")
draw("sample-plain.dot")
draw("empty.dot")
check_counts("nasty.dot")
check_counts("nasty-plain.dot")
