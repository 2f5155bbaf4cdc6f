#!/usr/bin/env python3
"""The Debian packages hold what a user needs and no more: `deb_test.py BUILD COMPILER VERSION`.

Makes them by the commands of docs/install.md, installs them into a root of their own, runs the program from there, and
removes them again.
"""
import os
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

import install_page

SKIPPED = 77
TOOLS = ["dpkg", "dpkg-deb", "dpkg-shlibdeps", "file", "pkg-config"]
NEEDLESS = re.compile(r"test|bench|/detail/|/text/", re.IGNORECASE)


def output(*command, **options):
    return subprocess.run([str(c) for c in command], check=True, capture_output=True, text=True, **options).stdout


def dpkg(root, *arguments):
    """dpkg for a system that has nothing in it; as another user than root with the owners of files made up."""
    made_up = [] if os.geteuid() == 0 else ["fakeroot"]
    output(*made_up, "dpkg", f"--root={root}", "--force-depends", "--force-not-root", "--force-bad-path",
           "--log=/dev/null", *arguments)


def files_below(root):
    """The files that packages brought, as they are named in the system."""
    return {path.relative_to(root).as_posix() for path in root.rglob("*")
            if (path.is_file() or path.is_symlink()) and "var/lib/dpkg" not in path.as_posix()}


class Packages(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.folder.cleanup)
        place = Path(cls.folder.name, "sources")
        place.mkdir()
        install_page.run(install_page.blocks()["Debian packages"], place,
                         install_page.folder_of_sources(place, cls.build, cls.compiler))
        cls.packages = {output("dpkg-deb", "--field", path, "Package").strip(): path for path in place.glob("out/*.deb")}
        cls.root = Path(cls.folder.name, "root")
        for folder in ["updates", "info"]:
            (cls.root / "var/lib/dpkg" / folder).mkdir(parents=True)
        (cls.root / "var/lib/dpkg/status").touch()
        dpkg(cls.root, "--install", *cls.packages.values())
        cls.files = files_below(cls.root)

    @classmethod
    def tearDownClass(cls):
        dpkg(cls.root, "--purge", *cls.packages)
        left = files_below(cls.root)
        assert not left, left

    def field(self, package, name):
        return output("dpkg-deb", "--field", self.packages[package], name).strip()

    def test_two_packages_tell_what_they_are(self):
        self.assertEqual({"zhitu", "libzhitu-dev"}, set(self.packages))
        for package in self.packages:
            self.assertEqual(self.version, self.field(package, "Version"))
            self.assertEqual("zhitu developers <zhitu@localhost>", self.field(package, "Maintainer"))
            self.assertEqual(output("dpkg", "--print-architecture").strip(), self.field(package, "Architecture"))
            self.assertIn("typed", self.field(package, "Description"))
            self.assertIn(f"usr/share/doc/{package}/copyright", self.files)

    def test_they_depend_on_what_they_link(self):
        program, library = self.field("zhitu", "Depends"), self.field("libzhitu-dev", "Depends")
        for package in ["libc6", "libfmt", "libicu", "libstdc++6"]:
            self.assertIn(package, program)
        self.assertNotIn("-dev", program)
        self.assertIn("libfmt-dev", library)
        self.assertIn("libicu-dev", library)

    def test_the_program_is_one_file_and_runs(self):
        listed = output("dpkg-deb", "--contents", self.packages["zhitu"]).splitlines()
        self.assertEqual({"./usr/bin/zhitu", "./usr/share/doc/zhitu/copyright"},
                         {line.split()[-1] for line in listed if not line.startswith("d")})
        paper = install_page.SOURCE / "examples/ai-manufacturing.txt"
        links = output(self.root / "usr/bin/zhitu", "links", paper, "--limit", "1", cwd=self.root,
                       env={"PATH": "", "LANG": "C.UTF-8"})
        self.assertRegex(links, "数控机床")

    def test_headers_and_what_finds_them_are_in_place(self):
        for file in ["include/zhitu/zhitu.hpp", "include/zhitu/graph/graph.hpp", "include/zhitu/queries/links.hpp"]:
            self.assertIn(f"usr/{file}", self.files)
        self.assertTrue([f for f in self.files if re.search(r"/libzhitu\.(a|so)$", f)])
        self.assertTrue([f for f in self.files if f.endswith("cmake/zhitu/zhituConfig.cmake")])
        [found] = [f for f in self.files if f.endswith("pkgconfig/zhitu.pc")]
        environment = os.environ | {"PKG_CONFIG_PATH": str((self.root / found).parent)}
        flags = output("pkg-config", "--cflags", "--libs", "--static", "zhitu", env=environment).split()
        folders = {Path(f[2:]).resolve() for f in flags if f[:2] in {"-I", "-L"}}
        self.assertIn((self.root / "usr/include").resolve(), folders)
        self.assertTrue(any((folder / "libzhitu.a").exists() or (folder / "libzhitu.so").exists() for folder in folders))
        self.assertTrue({"-lzhitu", "-lfmt", "-licuuc"} <= set(flags), flags)

    def test_nothing_else_is_there(self):
        self.assertEqual([], [file for file in self.files if NEEDLESS.search(file)])

    def test_no_text_names_a_place_of_the_build(self):
        places = [str(install_page.SOURCE), str(Path(self.build).resolve()), self.folder.name]
        for file in self.files:
            with self.subTest(file):
                text = (self.root / file).read_bytes()
                if b"\0" not in text and not text.startswith(b"!<arch>"):
                    self.assertEqual([], [place for place in places if place.encode() in text])


if __name__ == "__main__":
    missing = [tool for tool in TOOLS if not shutil.which(tool)]
    if missing:
        print(f"skipped: {', '.join(missing)} not installed")
        sys.exit(SKIPPED)
    Packages.build, Packages.compiler, Packages.version = sys.argv[1:]
    unittest.main(argv=sys.argv[:1])
