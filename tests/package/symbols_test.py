#!/usr/bin/env python3
"""What libzhitu.so shows is what public headers declare, under a name with the version: `symbols_test.py FILE SONAME`."""
import re
import subprocess
import sys

WANTED = ["zhitu::import_file(", "zhitu::GraphBuilder::freeze(", "zhitu::neighborhood(", "zhitu::export_file(",
          "typeinfo for zhitu::Error", "vtable for zhitu::Error"]
INTERNAL = re.compile(r"((vtable|typeinfo|typeinfo name) for )?zhitu::(text|detail)::")
WEAK = set("VWuvw")


def output(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def main(library, soname):
    lines = output("nm", "--dynamic", "--defined-only", "--demangle", library).splitlines()
    symbols = [line.split(" ", 2)[1:] for line in lines]
    names = [name for _, name in symbols]
    problems = [f"is missing: {wanted}" for wanted in WANTED if not any(n.startswith(wanted) for n in names)]
    problems += [f"is not ours to show: {name}" for kind, name in symbols if kind not in WEAK and "zhitu::" not in name]
    problems += [f"is internal: {name}" for name in names if INTERNAL.match(name)]
    if f"[{soname}]" not in output("readelf", "--dynamic", library):
        problems.append(f"has another name than {soname}")
    print("\n".join(problems))
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
