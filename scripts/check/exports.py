#!/usr/bin/env python3
"""What a public header declares is seen outside of libzhitu.so, and nothing else is: it opens its namespace visibly."""
import re

import tree

NOT_INSTALLED = {"detail", "text", "cli"}
# The core of the graph is to follow.
NOT_YET = {"graph/graph.hpp", "graph/builder.hpp", "graph/dictionary.hpp", "graph/value.hpp"}
NAMESPACE = re.compile(r"namespace (?P<visible>\[\[gnu::visibility\(\"default\"\)\]\] )?zhitu \{")


def problem(visible, public):
    if public and not visible:
        return 'is public; open `namespace [[gnu::visibility("default")]] zhitu`'
    if visible and not public:
        return "is not installed; open `namespace zhitu`"
    return None


def check(root):
    for part in tree.PARTS:
        for path in tree.files(root / part, {".hpp"}):
            place = path.relative_to(root)
            for number, line in tree.lines(path):
                opened = NAMESPACE.match(line)
                if opened and place.as_posix() not in NOT_YET:
                    if found := problem(opened["visible"], not NOT_INSTALLED & set(place.parts)):
                        yield path, number, found


if __name__ == "__main__":
    tree.run(__doc__, check)
