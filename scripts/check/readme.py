#!/usr/bin/env python3
"""The program in README.md is examples/embed/embed.cpp, to the letter, and links in the documents lead to files."""
import re

import tree

BLOCK = re.compile(r"^```cpp\n(.*?)^```$", re.DOTALL | re.MULTILINE)
LINK = re.compile(r"\]\((?!\w+:|#)([^)#]+)")


def program(root):
    readme, embed = root / "README.md", root / "examples" / "embed" / "embed.cpp"
    shown = BLOCK.search(readme.read_text(encoding="utf-8"))
    if not shown or shown[1] != embed.read_text(encoding="utf-8"):
        yield readme, 1, "the block of C++ differs from examples/embed/embed.cpp; copy it"


def dead_links(root):
    for path in tree.files(root, {".md"}):
        for number, line in tree.lines(path):
            for target in LINK.findall(line):
                if not (path.parent / target).exists():
                    yield path, number, f"link to '{target}', which is not there; mend it"


def check(root):
    yield from program(root)
    yield from dead_links(root)


if __name__ == "__main__":
    tree.run(__doc__, check)
