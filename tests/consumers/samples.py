"""What the tests of other tools share: the sample as our JSON tells it, and how to skip."""

import importlib
import json
import pathlib
import sys


def skip(reason):
    print(f"skipped: {reason}")
    sys.exit(77)


def module(name):
    """The module of this name; the test is skipped without it."""
    try:
        return importlib.import_module(name)
    except ImportError:
        skip(f"{sys.executable} has no module {name}")


def folder():
    return pathlib.Path(sys.argv[1])


def truth(stem):
    """Nodes by id, and edges, as the JSON contract has them."""
    graph = json.loads((folder() / f"{stem}.json").read_text(encoding="utf-8"))
    return {node["id"]: node for node in graph["nodes"]}, graph["edges"]


def same(got, expected, what):
    if got != expected:
        sys.exit(f"{what}: got {got!r}, expected {expected!r}")


def check_evidence(got, item):
    """The evidence column holds the array of our JSON; an item without evidence has no or an empty cell."""
    same(json.loads(got) if got else None, item.get("evidence"), "evidence")
