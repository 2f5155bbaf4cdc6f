#!/usr/bin/env python3
"""Each house-rule check finds its fault in a small tree, at its place, and is content with a clean one."""
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

CHECKS = Path(__file__).resolve().parents[2] / "scripts" / "check"


def run(check, tree):
    """The status and output of a check over a tree given as {path: text}."""
    with tempfile.TemporaryDirectory() as folder:
        for path, text in tree.items():
            target = Path(folder, path)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, encoding="utf-8")
        command = [sys.executable, str(CHECKS / check)] if check.endswith(".py") else [str(CHECKS / check)]
        done = subprocess.run([*command, folder], capture_output=True, text=True)
        return done.returncode, done.stdout + done.stderr


class Checks(unittest.TestCase):
    def clean(self, check, tree):
        self.assertEqual((0, ""), run(check, tree))

    def finds(self, expected, check, tree):
        status, output = run(check, tree)
        self.assertEqual(1, status, output)
        self.assertIn(expected, output)
        self.assertEqual(1, len(output.splitlines()), output)


class Arrows(Checks):
    def test_parts_below_may_be_included(self):
        self.clean("arrows.py", {"graph/a.cpp": "#include <zhitu/base/error.hpp>\n#include <boost/graph/x.hpp>\n",
                                 "graph/boost.hpp": "#include <boost/graph/x.hpp>\n",
                                 "graph/boost/views.hpp": "#include <boost/graph/x.hpp>\n",
                                 "importers/detail/x.hpp": "#include <nlohmann/json.hpp>\n",
                                 "cli/a.cpp": "#include <zhitu/queries/links.hpp>\n"})

    def test_include_against_the_arrow(self):
        self.finds("graph/a.hpp:2: graph may not use queries", "arrows.py",
                   {"graph/a.hpp": "\n#include <zhitu/queries/links.hpp>\n"})

    def test_siblings_do_not_know_each_other(self):
        self.finds("exporters may not use packs", "arrows.py", {"exporters/a.cpp": "#include <zhitu/packs/policy.hpp>\n"})

    def test_link_against_the_arrow(self):
        self.finds("base/CMakeLists.txt:1: base may not use graph", "arrows.py",
                   {"base/CMakeLists.txt": "zhitu_part(base PUBLIC zhitu::graph)\n"})

    def test_heavy_library_in_a_public_header(self):
        self.finds("heavy", "arrows.py", {"queries/a.hpp": "#include <nlohmann/json.hpp>\n"})

    def test_heavy_library_in_a_deeper_header(self):
        self.finds("importers/text/reader.hpp:1: a public header", "arrows.py",
                   {"importers/text/reader.hpp": "#include <boost/any.hpp>\n"})

    def test_climbing_include(self):
        self.finds("climbs", "arrows.py", {"graph/deep/a.cpp": '#include "../a.hpp"\n'})


class Exports(Checks):
    PUSH, POP = "#pragma GCC visibility push(default)\n", "#pragma GCC visibility pop\n"
    OURS = "namespace zhitu {\n} // namespace zhitu\n"

    def test_clean(self):
        self.clean("exports.py", {"base/a.hpp": self.PUSH + self.OURS + self.POP, "base/a.cpp": self.OURS,
                                  "base/detail/a.hpp": self.OURS, "importers/text/a.hpp": self.OURS, "cli/a.hpp": self.OURS})

    def test_public_and_hidden(self):
        self.finds("base/a.hpp:1: is public", "exports.py", {"base/a.hpp": self.OURS + self.POP})
        self.finds("base/a.hpp:3: is public", "exports.py", {"base/a.hpp": self.PUSH + self.OURS})

    def test_seen_and_not_installed(self):
        self.finds("base/detail/a.hpp:1: is not installed", "exports.py",
                   {"base/detail/a.hpp": self.PUSH + self.OURS + self.POP})


class Chinese(Checks):
    def test_plain_english_and_masks(self):
        self.clean("chinese.py", {"base/a.cpp": "// dashes — and “quotes”\nint x = 0x7F | 0x2014 | 0xFFFFFFFF | 0x10FFFF;\n"})

    def test_free_places(self):
        self.clean("chinese.py", {"tests/a.cpp": "// 政策\n", "examples/a.cpp": "// 政策\n",
                                  "base/script.cpp": "c == 0x4E00\n", "packs/zh/terms.txt": "政策\n"})

    def test_every_way_of_writing_it(self):
        for text in ["政", "，", "（", "〇", "𠀀", r"\u653F", r"\U00020000", r"\u{653F}", "0x4E00", "0x4e00u", "0x3001",
                     "0x20'000", r"\xE6\x94\xBF", r"\346\224\277"]:
            with self.subTest(text):
                self.finds("graph/a.cpp:2: ", "chinese.py", {"graph/a.cpp": f"//\n{text}\n"})


class Names(Checks):
    def test_clean(self):
        self.clean("names.py", {"base/a.cpp": "/// see https://www.w3.org/TR/annotation-model/ and ../shared\n",
                                "graph/a.cpp": "", "docs/a.md": "https://example.org/home/page\n"})

    def test_machine_paths(self):
        for folder in ["work", "tmp", "home", "root"]:
            with self.subTest(folder):
                self.finds("path of one machine", "names.py", {"docs/a.md": f"see /{folder}/x\n"})

    def test_registry_hosts(self):
        self.finds("host of a registry", "names.py", {"scripts/a.sh": "curl https://" + "pypi" + ".example.org/simple\n"})

    def test_two_sources_of_one_name_in_a_part(self):
        self.finds("graph/deep/a.hpp:1: has the name of graph/a.hpp", "names.py",
                   {"graph/a.hpp": "", "graph/deep/a.hpp": ""})

    def test_tables_tell_their_maker(self):
        self.finds("does not tell its maker", "names.py", {"base/widths.inc": "1, 2\n"})
        self.finds("which is not there", "names.py", {"base/widths.inc": "// Made by scripts/widths.py\n"})
        self.clean("names.py", {"base/widths.inc": "// Made by scripts/widths.py\n", "scripts/widths.py": ""})


class Readme(Checks):
    CLEAN = {"README.md": "Look:\n```cpp\nint main() {}\n```\nand [why](docs/a.md#top) or https://example.org\n",
             "examples/embed/embed.cpp": "int main() {}\n", "docs/a.md": "[back](../README.md)\n"}

    def test_clean(self):
        self.clean("readme.py", self.CLEAN)

    def test_another_program(self):
        self.finds("differs from examples/embed/embed.cpp", "readme.py", {**self.CLEAN, "examples/embed/embed.cpp": "int main();\n"})

    def test_dead_link(self):
        self.finds("docs/a.md:1: link to '../b.md'", "readme.py", {**self.CLEAN, "docs/a.md": "[b](../b.md)\n"})


class Api(Checks):
    PAGE = "# Things\n\n<!-- a.cpp -->\n```cpp\nint main() {}\n```\n\n```text\n```\n"

    def test_alike(self):
        self.clean("api.py", {"docs/api.md": self.PAGE, "examples/api/a.cpp": "int main() {}\n"})

    def test_another_program(self):
        self.finds("docs/api.md:5: differs", "api.py", {"docs/api.md": self.PAGE, "examples/api/a.cpp": "int main();\n"})

    def test_program_that_is_not_shown(self):
        self.finds("b.cpp", "api.py", {"docs/api.md": self.PAGE, "examples/api/a.cpp": "int main() {}\n",
                                       "examples/api/b.cpp": ""})


class Format(Checks):
    def test_formatted_and_not(self):
        style = {".clang-format": "BasedOnStyle: LLVM\n"}
        status, output = run("format.sh", {**style, "base/builder.cpp": "int main() { return 0; }\n"})
        if status == 77:
            self.skipTest(output)
        self.assertEqual((0, ""), (status, output))
        status, output = run("format.sh", {**style, "base/builder.cpp": "int main( ){return 0;}\n"})
        self.assertNotEqual(0, status)
        self.assertIn("base/builder.cpp:1:", output)


if __name__ == "__main__":
    unittest.main()
