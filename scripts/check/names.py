#!/usr/bin/env python3
"""No paths of one machine, no hosts of registries; no two sources of one name in a part; made files name their maker."""
import re
from collections import defaultdict

import tree

# Written so that this file does not match itself.
MACHINE_PATH = re.compile(r"(?<![\w.>)}])/(?:work|tmp|home|root)/\w")
REGISTRY = re.compile(r"//(?:deb|pypi|files|registry|proxy|repo1?|static|index|mirror\w*|artifact\w*|packages)\.[\w-]+(?:\.\w+)+")
MADE = re.compile(r"\b(?:generated|made) (?:by|with) (?P<script>[\w./-]+\.(?:py|sh))", re.IGNORECASE)


def strange_places(root):
    for path in tree.files(root):
        for number, line in tree.lines(path):
            if MACHINE_PATH.search(line):
                yield path, number, "path of one machine; make it relative to the source folder or a temporary one"
            if REGISTRY.search(line):
                yield path, number, "host of a registry; name the package instead"


def same_names(root):
    for part in tree.PARTS:
        seen = defaultdict(list)
        for path in tree.sources(root / part):
            seen[path.name].append(path)
        for twins in seen.values():
            for path in twins[1:]:
                yield path, 1, f"has the name of {twins[0].relative_to(root)}; find another"


def nameless_tables(root):
    for path in tree.sources(root):
        head = "\n".join(text for _, text in tree.lines(path)[:6])
        made = MADE.search(head)
        if made and not (root / made["script"]).exists():
            yield path, 1, f"says that {made['script']} made it, which is not there; name the script from the root"
        if path.suffix == ".inc" and not made:
            yield path, 1, "a table that does not tell its maker; begin with `// Made by scripts/….py`"


def check(root):
    yield from strange_places(root)
    yield from same_names(root)
    yield from nameless_tables(root)


if __name__ == "__main__":
    tree.run(__doc__, check)
