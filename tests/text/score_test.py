#!/usr/bin/env python3
"""The reader's quality on our own annotated documents does not fall: `score_test.py ZHITU SOURCE_DIR`.

Imports the text of each annotation in tests/corpus and compares the graph with it; tests/corpus/floors.json holds the least
F1 of nodes and edges, a little below what was measured. Raise them with the reader; never lower them. A node matches one
of its type with a name or an alias in common, or, where names are phrases, with a name or a quote that is alike; an edge
matches where its ends do. What the annotation calls optional counts on neither side.
"""
import json
import pathlib
import re
import subprocess
import sys
import unicodedata

PHRASES = {"Case", "Outcome", "Challenge", "Characteristic", "Recommendation", "Reference"}
ALIKE = 0.5  # least Dice coefficient of the bigrams of two phrases


def key(text):
    return re.sub(r"[\s《》“”\"'\[\]]", "", unicodedata.normalize("NFKC", text)).casefold()


def dice(one, other):
    a, b = ({text[i:i + 2] for i in range(len(text) - 1)} for text in (one, other))
    return 2 * len(a & b) / (len(a) + len(b)) if a and b else 0.0


class Node:
    def __init__(self, raw):
        self.id, self.type = raw["id"], raw["type"]
        self.optional = raw.get("optional", False)
        self.names = {key(name) for name in [raw["name"], *raw.get("aliases", [])]}
        quotes = raw.get("evidence", [])
        quotes = quotes if isinstance(quotes, list) else [quotes]
        self.quotes = {key(quote if isinstance(quote, str) else quote["quote"]) for quote in quotes}


def likeness(one, other):
    if one.type != other.type:
        return 0.0
    if one.names & other.names:
        return 2.0
    if one.type not in PHRASES:
        return 0.0
    by_name = max(dice(a, b) for a in one.names for b in other.names)
    by_quote = max((dice(a, b) for a in one.quotes for b in other.quotes), default=0.0)
    return 1 + by_name if by_name >= ALIKE else by_quote if by_quote >= ALIKE else 0.0


def match(wanted, found):
    """Ids of found nodes to ids of wanted ones, one to one, the likest first."""
    pairs = [(likeness(w, f), not w.optional, w.id, f.id) for w in wanted for f in found]
    partner, taken = {}, set()
    for like, _, w, f in sorted(pairs, key=lambda pair: (-pair[0], not pair[1], pair[2], pair[3])):
        if like > 0 and w not in taken and f not in partner:
            partner[f] = w
            taken.add(w)
    return partner


def f1(right, wrong, missing):
    return 2 * right / (2 * right + wrong + missing)


def score(gold, graph):
    wanted, found = [Node(n) for n in gold["nodes"]], [Node(n) for n in graph["nodes"]]
    partner = match(wanted, found)
    optional = {n.id for n in wanted if n.optional}
    demanded = {n.id for n in wanted} - optional
    right = len(demanded & set(partner.values()))
    nodes = f1(right, len(found) - len(partner), len(demanded) - right)

    def ends(edge, a, b):
        pair = (edge[a], edge[b])
        return edge["type"], *(sorted(pair) if edge["type"] == "PARTNERS_WITH" else pair)

    may = {ends(e, "from", "to") for e in gold["edges"] if e.get("optional")}
    must = {ends(e, "from", "to") for e in gold["edges"]} - may
    must = {edge for edge in must if not optional & set(edge[1:])}
    drawn = {ends({"type": e["type"], "from": partner.get(e["source"], e["source"]),
                   "to": partner.get(e["target"], e["target"])}, "from", "to") for e in graph["edges"]}
    drawn = {edge for edge in drawn if edge not in may and not optional & set(edge[1:])}
    right = len(must & drawn)
    return nodes, f1(right, len(drawn - must), len(must - drawn))


def text_of(corpus, name):
    beside = corpus / f"{name}.txt"
    return beside if beside.exists() else corpus.parent.parent / "examples" / f"{name}.txt"


def is_good(zhitu, corpus, name, floors):
    gold = json.loads((corpus / f"{name}.json").read_text(encoding="utf-8"))
    itself = {"nodes": gold["nodes"], "edges": [dict(e, source=e["from"], target=e["to"]) for e in gold["edges"]]}
    assert score(gold, itself) == (1, 1), f"{name}: the annotation does not match itself"
    out = subprocess.run([zhitu, "import", text_of(corpus, name), "--format", "json"], check=True, capture_output=True)
    nodes, edges = score(gold, json.loads(out.stdout))
    print(f"{name}: nodes F1 {nodes:.3f} (floor {floors[0]}), edges F1 {edges:.3f} (floor {floors[1]})")
    return nodes >= floors[0] and edges >= floors[1]


def main():
    zhitu, corpus = sys.argv[1], pathlib.Path(sys.argv[2]) / "tests/corpus"
    floors = json.loads((corpus / "floors.json").read_text(encoding="utf-8"))
    names = sorted(path.stem for path in corpus.glob("*.json") if path.stem != "floors")
    assert names == sorted(floors), "floors.json names other documents than there are"
    return int(not all([is_good(zhitu, corpus, name, floors[name]) for name in names]))


if __name__ == "__main__":
    sys.exit(main())
