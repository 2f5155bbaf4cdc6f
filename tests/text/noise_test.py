#!/usr/bin/env python3
"""What a paper goes through on its way changes little: `noise_test.py ZHITU SOURCE_DIR CHARACTERS`.

Takes the project's own texts, adds one kind of noise at a time by a seeded generator, and compares the edges, by type and
names, with those of the clean text. Prints a line a kind. CHARACTERS is OpenCC's table that the build uses.
"""
import collections
import json
import pathlib
import random
import re
import subprocess
import sys
import tempfile
import unicodedata

HAN = "[\u4e00-\u9fff]"


def paragraphs(text, change):
    """`change` for each long line of the body: what stands before the first heading and behind the references stays."""
    lines, body = text.split("\n"), False
    for i, line in enumerate(lines):
        body = (body or bool(re.match(r"(#+ |1 |一、)", line))) and not line.startswith("参考文献")
        if body and len(line) > 60 and line[0] not in "|#-[":
            lines[i] = change(line)
    return "\n".join(lines)


def cut(draw, line, between, step=90):
    """Puts `between` into a line, at places inside of its sentences."""
    places = [i for i in range(20, len(line) - 20) if re.match(HAN + HAN, line[i - 1:i + 1])]
    chosen = sorted(draw.sample(places, min(len(places), len(line) // step)), reverse=True)
    for at in chosen:
        line = line[:at] + (between() if callable(between) else between) + line[at:]
    return line


def blanks(text, draw, _):
    return re.sub("(?<=%s)(?=%s)" % (HAN, HAN), lambda _: " " if draw.random() < 0.15 else "", text)


HALF = {"，": ",", "。": ".", "：": ":", "；": ";", "（": "(", "）": ")", "“": '"', "”": '"', "？": "?", "！": "!"}


def half_width(text, draw, _):
    return "".join({**HALF, "《": "<", "》": ">"}.get(c, c) for c in text)


def half_width_doubled(text, draw, _):
    return "".join({**HALF, "《": "<<", "》": ">>"}.get(c, c) for c in text)


def narrow(width):
    def wrap(text, draw, _):
        return paragraphs(text, lambda line: "\n".join(line[i:i + width] for i in range(0, len(line), width)))
    wrap.__name__ = "lines of %d characters" % width
    return wrap


def letters_for_digits(text, draw, _):
    text = re.sub(r"(?<=\d)0(?=[\d年%万亿个家台])", lambda m: "O" if draw.random() < 0.5 else "0", text)
    return re.sub(r"(?<=\d)1(?=\d)", lambda m: "l" if draw.random() < 0.5 else "1", text)


def page_numbers(text, draw, _):
    page = iter(range(1, 10000))
    return paragraphs(text, lambda line: cut(draw, line, lambda: "\n\n- %d -\n\n" % next(page)))


def page_words(text, draw, _):
    page = iter(range(1, 10000))
    return paragraphs(text, lambda line: cut(draw, line, lambda: "\n\n第 %d 页 共 90 页\n\n" % next(page)))


def running_headers(text, draw, _):
    return paragraphs(text, lambda line: cut(draw, line, "\n\n知图项目组：产业观察\n\n"))


def running_headers_and_numbers(text, draw, _):
    page = iter(range(1, 10000))
    return paragraphs(text, lambda line: cut(draw, line, lambda: "\n%d\n\f产业观察 第%d页\n" % ((next(page),) * 2)))


def contents(text, draw, _):
    heads = [re.sub("^#+ ", "", line) for line in text.split("\n") if re.match(r"(#+ |\d(\.\d)* |[一二三四五六]、)", line)]
    dots = lambda head: "%s%s%d" % (head, draw.choice(["……", " ........ ", "·······"]), draw.randrange(1, 30))
    first = re.search(r"^(#+ |1 |一、)", text[30:], re.M)
    if not first:  # without numbered headings there is no table of contents
        return text
    at = first.start() + 30
    return text[:at] + "目 录\n" + "\n".join(map(dots, heads)) + "\n\n" + text[at:]


def hyphens(text, draw, _):
    return re.sub(r"\b([A-Za-z]{3,})([a-z]{3,})\b(?![./:])", lambda m: m[1] + "-\n" + m[2], text)


def broken_references(text, draw, _):
    head, mark, tail = text.rpartition("参考文献")
    if not mark:
        return text
    return head + mark + re.sub("(?<=%s)(?=%s)" % (HAN, HAN), lambda _: "\n" if draw.random() < 0.05 else "", tail)


def addresses(text, draw, _):
    where = "（https://www.example.cn/art/2021/3/13/art_1_2.html）"
    return paragraphs(text, lambda line: re.sub("，", lambda _: where + "，" if draw.random() < 0.2 else "，", line))


def bare_addresses(text, draw, _):
    return paragraphs(text, lambda line: re.sub(
        "，", lambda _: "http://www.example.cn/a-2019.htm，" if draw.random() < 0.2 else "，", line))


def windows(text, draw, _):
    return text.replace("\n", "\r\n")


def traditional(text, draw, table):
    back = {}
    for line in open(table, encoding="utf-8"):
        old, _, new = line.rstrip("\n").partition("\t")
        back.setdefault(new[:1], old)
    return "".join(back.get(c, c) for c in text)


KINDS = [blanks, half_width, half_width_doubled, narrow(20), narrow(36), narrow(45), letters_for_digits, page_numbers, page_words,
         running_headers, running_headers_and_numbers, contents, hyphens, broken_references, addresses, bare_addresses, windows,
         traditional]
LEAST = 0.95  # of the edges of the clean text


class Names:
    """Names as they are compared: half-width, simplified, without blanks, quotes and title marks."""

    def __init__(self, table):
        pairs = (line.rstrip("\n").partition("\t") for line in open(table, encoding="utf-8"))
        self.simple = {ord(old): new[0] for old, _, new in pairs if new}

    def key(self, name):
        return re.sub(r"[\s《》“”\"'<>]", "", unicodedata.normalize("NFKC", name).translate(self.simple)).casefold()


def edges(program, text, names):
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder, "paper.txt")
        path.write_bytes(text.encode())
        graph = json.loads(subprocess.run([program, "import", path], capture_output=True, check=True).stdout)
    name = {node["id"]: "" if node["type"] == "Document" else names.key(node["name"]) for node in graph["nodes"]}
    return collections.Counter((edge["type"], name[edge["source"]], name[edge["target"]]) for edge in graph["edges"])


def main():
    program, source, table = sys.argv[1:4]
    only = sys.argv[4:]  # files to take instead
    files = [pathlib.Path(f) for f in only] or [pathlib.Path(source, "examples/ai-manufacturing.txt"),
                                                *sorted(pathlib.Path(source, "tests/corpus").glob("*.txt"))]
    names, failed = Names(table), False
    clean = {file: edges(program, file.read_text(encoding="utf-8"), names) for file in files}
    for number, kind in enumerate(KINDS):
        if kind is traditional and not names.simple:
            print("skipped: traditional (the build has no table of characters)")
            continue
        kept = whole = extra = 0
        worst = []
        for file in files:
            draw = random.Random("%s %d" % (file.name, number))
            found = edges(program, kind(file.read_text(encoding="utf-8"), draw, table), names)
            kept += sum((clean[file] & found).values())
            extra += sum((found - clean[file]).values())
            whole += sum(clean[file].values())
            worst += list(clean[file] - found)
        share = kept / whole
        failed = failed or share < LEAST
        print("%-28s %.3f of %d edges kept, %d others" % (kind.__name__, share, whole, extra))
        if only:
            for edge in worst[:12]:
                print("    ", *edge)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
