#!/usr/bin/env python3
"""A stranger's project takes zhitu in a way of docs/install.md: `embed_test.py BUILD COMPILER CHAPTER PROGRAM [TARGET]`.

Runs the commands of the chapter as they stand there, in a folder that looks like that of the sources, and then PROGRAM
over a graph of three things. To build all of zhitu anew takes minutes: with TARGET only that is built, and nothing run.
"""
import re
import sys
import tempfile

import install_page

PRINTED = "智能装备行动计划 → 工业机器人  “支持工业机器人的研发和应用。”\n"


def main(build, compiler, chapter, program, target=None):
    with tempfile.TemporaryDirectory() as folder:
        environment = install_page.folder_of_sources(folder, build, compiler)
        commands = install_page.blocks()[chapter]
        if target:
            commands = re.sub(rf"^{program} .*\n", "", commands, flags=re.MULTILINE)
            commands = re.sub(r"^(cmake --build \S+)$", rf"\1 --target {target}", commands, flags=re.MULTILINE)
            install_page.run(commands, folder, environment)
        else:
            paper = install_page.run(commands, folder, environment)
            assert re.search("^.+ → .+  “.+”$", paper, re.MULTILINE), paper
            graph = install_page.run(f"{program} tests/package/graph.json", folder, environment)
            assert graph == PRINTED, graph
            needed = install_page.run(f"readelf --dynamic {program}", folder, environment)
            assert ("[libzhitu.so." in needed) == (chapter == "Shared library"), needed


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
