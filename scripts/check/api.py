#!/usr/bin/env python3
"""The programs in docs/api.md are those of examples/api, and print what it shows: `api.py [ROOT] [--programs FOLDER] [--fix]`.

A program stands behind a line `<!-- NAME.cpp -->`, its output in the block behind it. FOLDER holds the built programs;
without it nothing is run. `--fix` writes the programs, and with FOLDER what they print, into docs/api.md.
"""
import argparse
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
BLOCK = re.compile(r"^<!-- (?P<name>\w+)\.cpp -->\n```cpp\n(?P<code>.*?)^```\n\n```text\n(?P<output>.*?)^```$",
                   re.DOTALL | re.MULTILINE)


def printed(program, examples):
    """What the program prints in a folder of its own that holds the files of the examples."""
    with tempfile.TemporaryDirectory() as folder:
        for path in examples.iterdir():
            if path.suffix in {".json", ".txt"}:
                shutil.copy(path, folder)
        return subprocess.run([program], cwd=folder, capture_output=True, text=True, check=True).stdout


def block(match, examples, programs):
    name = match["name"]
    code = (examples / f"{name}.cpp").read_text(encoding="utf-8")
    output = printed(programs.resolve() / f"zhitu_api_{name}", examples) if programs else match["output"]
    return f"<!-- {name}.cpp -->\n```cpp\n{code}```\n\n```text\n{output}```"


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("root", nargs="?", type=Path, default=ROOT)
    parser.add_argument("--programs", type=Path)
    parser.add_argument("--fix", action="store_true")
    arguments = parser.parse_args()
    page, examples = arguments.root / "docs" / "api.md", arguments.root / "examples" / "api"
    old = page.read_text(encoding="utf-8")
    shown = {match["name"] for match in BLOCK.finditer(old)}
    missing = sorted({path.stem for path in examples.glob("*.cpp")} ^ shown)
    if missing:
        print(f"docs/api.md:1: {missing[0]}.cpp is only there or only in examples/api; add or remove it")
        return 1
    new = BLOCK.sub(lambda match: block(match, examples, arguments.programs), old)
    if arguments.fix:
        page.write_text(new, encoding="utf-8")
    elif new != old:
        line = next(i for i, (a, b) in enumerate(zip(old.splitlines(), new.splitlines() + [""]), 1) if a != b)
        print(f"docs/api.md:{line}: differs from examples/api or what it prints; run scripts/check/api.py --programs build/examples/api --fix")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
