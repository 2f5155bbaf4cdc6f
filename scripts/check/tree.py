"""What the house-rule checks share: the files of the tree, and how findings are told."""
import argparse
import os
import sys
from pathlib import Path

PARTS = ["base", "graph", "packs", "importers", "exporters", "queries", "cli"]
NOT_OURS = {".git", "out", "build", "__pycache__"}


def files(root, suffixes=None):
    """All files below `root` in order of their paths, without what is built; of some suffixes, or all."""
    for folder, folders, names in os.walk(root):
        folders[:] = sorted(f for f in folders if f not in NOT_OURS and not f.startswith("build-"))
        for name in sorted(set(names) - NOT_OURS):
            path = Path(folder, name)
            if suffixes is None or path.suffix in suffixes:
                yield path


def sources(root):
    """The C++ sources and headers."""
    return files(root, {".cpp", ".hpp", ".inc"})


def lines(path):
    """(number, text) of each line; nothing where the file is no text."""
    try:
        return list(enumerate(path.read_text(encoding="utf-8").splitlines(), 1))
    except UnicodeDecodeError:
        return []


def run(description, check):
    """The main program of a check: `check(root)` yields (path, line, text). Status 1 where it yields anything."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("root", nargs="?", type=Path, default=Path(__file__).resolve().parents[2])
    root = parser.parse_args().root
    findings = list(check(root))
    for path, line, text in findings:
        print(f"{path.relative_to(root)}:{line}: {text}")
    sys.exit(1 if findings else 0)
