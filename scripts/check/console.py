#!/usr/bin/env python3
"""The console blocks of README.md show what the program really prints: `console.py PROGRAM [--fix]`.

A block holds `$ build/zhitu …` and the output of it. Each is run from the root with PROGRAM in the place of
build/zhitu; `--fix` writes the output of today into README.md.
"""
import re
import shlex
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
BLOCK = re.compile(r"(?<=^```console\n)\$ build/zhitu (?P<arguments>.*)\n(?P<output>(?:.*\n)*?)(?=^```$)", re.MULTILINE)


def shown(program, arguments):
    done = subprocess.run([program, *shlex.split(arguments)], cwd=ROOT, capture_output=True, text=True)
    return f"$ build/zhitu {arguments}\n{done.stdout}{done.stderr}"


def main(program, fix=None):
    readme = ROOT / "README.md"
    old = readme.read_text(encoding="utf-8")
    if not BLOCK.search(old):
        print("README.md:1: has no console block; show what the program prints")
        return 1
    new = BLOCK.sub(lambda block: shown(Path(program).resolve(), block["arguments"]), old)
    if fix == "--fix":
        readme.write_text(new, encoding="utf-8")
    elif new != old:
        print("README.md:1: shows what the program does not print any more; run scripts/check/console.py build/zhitu --fix")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
