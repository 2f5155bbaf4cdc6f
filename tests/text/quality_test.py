#!/usr/bin/env python3
"""bench/quality.sh sums what `zhitu eval` says: `quality_test.py ZHITU SOURCE_DIR`."""
import json
import pathlib
import subprocess
import sys
import tempfile


def part(right, wrong, missing, kind):
    counts = {"right": right, "wrong": wrong, "missing": missing}
    return {**counts, "f1": 0.5, "precision": 0.5, "recall": 0.5, "types": {kind: counts}}


def answer(scale, *rules):
    keys = ("rule", "right", "wrong", "optional", "sole")
    return {"nodes": part(3 * scale, 1, 2, "Firm"), "edges": part(1, 0, scale, "USES"), "evidence": 1.0,
            "years": {"right": 1, "all": 2}, "rules": [dict(zip(keys, rule)) for rule in rules]}


def fields(lines, first):
    return next(line.split() for line in lines if line.split()[:1] == [first])


def check_sums(source, folder):
    (folder / "one.json").write_text(json.dumps(answer(1, ("term", 2, 1, 4, 1), ("shy", 0, 0, 3, 0))))
    (folder / "two.json").write_text(json.dumps(answer(2, ("term", 5, 0, 0, 5), ("head", 0, 2, 0, 0))))
    measures = folder / "confidence.txt"
    lines = subprocess.run([sys.executable, "-B", source / "bench/quality_tables.py", folder, measures], check=True,
                           capture_output=True, text=True).stdout.splitlines()
    assert fields(lines, "Firm") == ["Firm", "9", "2", "4", "0.818", "0.692", "0.750"]
    assert fields(lines, "USES") == ["USES", "2", "0", "3", "1.000", "0.400", "0.571"]
    assert fields(lines, "term") == ["term", "7", "1", "4", "6", "2", "0.800"]
    assert fields(lines, "shy") == ["shy", "0", "0", "3", "0", "1", "-"]
    written = measures.read_text(encoding="utf-8").splitlines()
    assert "bench/quality.sh" in written[0]
    assert [line for line in written if not line.startswith("#")] == ["head 0 2 1", "term 7 1 2"]


def check_run(zhitu, source):
    gold, paper = source / "tests/corpus/ai-manufacturing.json", source / "examples/ai-manufacturing.txt"
    lines = subprocess.run([source / "bench/quality.sh", zhitu, gold], check=True, capture_output=True,
                           text=True).stdout.splitlines()
    found = json.loads(subprocess.run([zhitu, "eval", gold, paper, "--format", "json"], check=True,
                                      capture_output=True).stdout)
    row = fields(lines, "ai-manufacturing")
    assert row[1] == f"{found['nodes']['f1']:.3f}" and row[4] == f"{found['edges']['f1']:.3f}", row


def main():
    zhitu, source = sys.argv[1], pathlib.Path(sys.argv[2]).resolve()
    with tempfile.TemporaryDirectory() as folder:
        check_sums(source, pathlib.Path(folder))
    check_run(zhitu, source)


if __name__ == "__main__":
    main()
