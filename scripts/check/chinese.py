#!/usr/bin/env python3
"""No Chinese in the C++ sources: neither characters and full-width marks nor escapes, bytes or code points of them.

What the reader knows of a language is data of a pack. tests and examples may hold any text; base/script is the
one place that names the ranges of scripts.
"""
import re

import tree

FREE_FOLDERS = {"tests", "examples"}
FREE_FILES = {"base/script.cpp", "base/script.hpp"}
RANGES = [(0x2E80, 0x9FFF), (0xF900, 0xFAFF), (0xFE30, 0xFE4F), (0xFF00, 0xFFEF), (0x20000, 0x323AF)]
UNIVERSAL = re.compile(r"\\u\{?([0-9a-fA-F]{4,6})|\\U([0-9a-fA-F]{8})")
HEXADECIMAL = re.compile(r"\b0[xX]([0-9a-fA-F']+)[uUlL]*\b")
BYTES = re.compile(r"\\x[eE][4-9]|\\34[4-7]|\\35[01]")


def in_ranges(code_point):
    return any(low <= code_point <= high for low, high in RANGES)


def problem(line):
    if any(in_ranges(ord(character)) for character in line):
        return "Chinese character or full-width mark"
    if any(in_ranges(int(short or long, 16)) for short, long in UNIVERSAL.findall(line)):
        return "escape of a Chinese character"
    if any(in_ranges(int(digits.replace("'", ""), 16)) for digits in HEXADECIMAL.findall(line)):
        return "code point of a Chinese character (a mask or size in this range: write it as a shift)"
    if BYTES.search(line):
        return "bytes of a Chinese character"
    return None


def check(root):
    for path in tree.sources(root):
        place = path.relative_to(root)
        if place.parts[0] in FREE_FOLDERS or place.as_posix() in FREE_FILES:
            continue
        for number, line in tree.lines(path):
            if found := problem(line):
                yield path, number, f"{found}; move it into a pack"


if __name__ == "__main__":
    tree.run(__doc__, check)
