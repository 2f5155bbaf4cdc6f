#!/usr/bin/env python3
"""Includes and links between the parts go one way, and public headers stay free of heavy libraries."""
import re

import tree

MAY_USE = {
    "base": set(),
    "graph": {"base"},
    "packs": {"base", "graph"},
    "importers": {"base", "graph", "packs"},
    "exporters": {"base", "graph"},
    "queries": {"base", "graph"},
    "cli": set(tree.PARTS),
}
HEAVY = re.compile(r'#\s*include\s*[<"](boost|nlohmann|CLI|rapidxml|unicode)/')
BOOST_FACE = re.compile(r"graph/boost(/\w+)?\.hpp")
INCLUDE = re.compile(r'#\s*include\s*[<"]zhitu/(\w+)/')
CLIMB = re.compile(r'#\s*include\s*"\.\./')
LINK = re.compile(r"\bzhitu(?:::|_)(\w+)")


def is_public(path):
    """Every header is, but those in a folder named detail and those of the program."""
    return path.suffix == ".hpp" and not {"detail", "cli"} & set(path.parts)


def must_be_light(path):
    return is_public(path) and not BOOST_FACE.fullmatch(path.as_posix())


def against_the_arrows(path, part, pattern):
    for number, line in tree.lines(path):
        for other in pattern.findall(line):
            if other != part and other in MAY_USE and other not in MAY_USE[part]:
                yield path, number, f"{part} may not use {other}; see the arrows in docs/design.md"


def check(root):
    for part in MAY_USE:
        if (root / part / "CMakeLists.txt").exists():
            yield from against_the_arrows(root / part / "CMakeLists.txt", part, LINK)
        for path in tree.sources(root / part):
            yield from against_the_arrows(path, part, INCLUDE)
            for number, line in tree.lines(path):
                if CLIMB.search(line):
                    yield path, number, "climbs out of its folder; include <zhitu/PART/…> instead"
                if must_be_light(path.relative_to(root)) and HEAVY.search(line):
                    yield path, number, "a public header includes a heavy library; include it in the source instead"


if __name__ == "__main__":
    tree.run(__doc__, check)
