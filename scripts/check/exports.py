#!/usr/bin/env python3
"""What a public header declares is seen outside of libzhitu.so, and nothing else is: its namespace stands between pragmas."""
import tree

NOT_INSTALLED = {"detail", "text", "cli"}
# The core of the graph is to follow.
NOT_YET = {"graph/graph.hpp", "graph/builder.hpp", "graph/dictionary.hpp", "graph/value.hpp"}
PUSH, POP = "#pragma GCC visibility push(default)", "#pragma GCC visibility pop"


def problems(place, lines):
    """(line, text) for each namespace of ours that is opened in another way than the place of its header asks for."""
    public = not NOT_INSTALLED & set(place.parts)
    for before, (number, line), after in zip([(0, "")] + lines, lines, lines[1:] + [(0, "")]):
        if public and line == "namespace zhitu {" and before[1] != PUSH:
            yield number, f"is public; put `{PUSH}` before it"
        if public and line == "} // namespace zhitu" and after[1] != POP:
            yield number, f"is public; put `{POP}` behind it"
        if not public and line == PUSH:
            yield number, "is not installed; leave its names hidden"


def check(root):
    for part in tree.PARTS:
        for path in tree.files(root / part, {".hpp"}):
            place = path.relative_to(root)
            if place.as_posix() not in NOT_YET:
                yield from ((path, *found) for found in problems(place, tree.lines(path)))


if __name__ == "__main__":
    tree.run(__doc__, check)
