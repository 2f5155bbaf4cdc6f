#!/usr/bin/env python3
"""`zhitu eval` gives the numbers of the annotations' own scorer: `eval_test.py ZHITU SOURCE_DIR`.

The scorer and the annotated documents lie in ../shared/gold, beside the source tree; without them there is nothing to
compare with.
"""
import importlib.util
import json
import pathlib
import subprocess
import sys
import tempfile

SKIPPED = 77


def load_scorer(path):
    spec = importlib.util.spec_from_file_location("score", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def zhitu_json(*arguments):
    out = subprocess.run([str(a) for a in arguments], check=True, capture_output=True, text=True).stdout
    return json.loads(out)


def theirs(answer):
    """The scorer's answer in the form of ours."""
    def part(name):
        types = {kind: counts for kind, counts in answer[name].items()}
        return {"types": types, "all": answer[name + "_counts"], "micro": list(answer[name + "_micro"]),
                "macro": answer[name + "_macro_f1"]}
    return {"nodes": part("nodes"), "edges": part("edges"), "evidence": answer["evidence"],
            "optional": answer["unscored_edges"], "years": list(answer["policy_year"])}


def ours(answer):
    def counts(part):
        return [part["right"], part["wrong"], part["missing"]]

    def part(name):
        whole = answer[name]
        return {"types": {kind: counts(one) for kind, one in whole["types"].items()}, "all": counts(whole),
                "micro": [whole["precision"], whole["recall"], whole["f1"]], "macro": whole["macro_f1"]}
    return {"nodes": part("nodes"), "edges": part("edges"), "evidence": answer["evidence"],
            "optional": answer["optional_edges"], "years": [answer["years"]["right"], answer["years"]["all"]]}


def alike(one, other):
    """Equal, but for the last digits of means."""
    if isinstance(one, dict):
        return one.keys() == other.keys() and all(alike(one[key], other[key]) for key in one)
    if isinstance(one, list):
        return len(one) == len(other) and all(map(alike, one, other))
    return abs(one - other) < 1e-12


def compare(zhitu, score, gold, text, folder):
    wanted = json.loads(gold.read_text(encoding="utf-8"))
    graph = folder / "graph.json"
    subprocess.run([zhitu, "import", text, "-o", graph], check=True)
    found = json.loads(graph.read_text(encoding="utf-8"))
    with_text = theirs(score.score(wanted, found, text.read_text(encoding="utf-8")))
    without = theirs(score.score(wanted, found))
    twin = {"nodes": wanted["nodes"],
            "edges": [dict(e, source=e["from"], target=e["to"]) for e in wanted["edges"]]}
    yield "a paper", with_text, ours(zhitu_json(zhitu, "eval", gold, text, "--format", "json"))
    yield "a graph with its text", with_text, ours(
        zhitu_json(zhitu, "eval", gold, graph, "--text", text, "--format", "json"))
    yield "a graph alone", without, ours(zhitu_json(zhitu, "eval", gold, graph, "--format", "json"))
    yield "the annotation itself", theirs(score.score(wanted, twin)), ours(
        zhitu_json(zhitu, "eval", gold, gold, "--format", "json"))


def main():
    zhitu, source = sys.argv[1], pathlib.Path(sys.argv[2])
    golds = source.resolve().parent / "shared" / "gold"
    if not (golds / "score.py").exists():
        print("skipped: the shared annotations are not part of the source tree")
        return SKIPPED
    score = load_scorer(golds / "score.py")
    differences = 0
    with tempfile.TemporaryDirectory() as folder:
        for gold in [golds / "paper-visible.json", *sorted((golds / "docs").glob("d[1-9].json"))]:
            for what, expected, answer in compare(zhitu, score, gold, gold.with_suffix(".txt"), pathlib.Path(folder)):
                if alike(expected, answer):
                    continue
                differences += 1
                print(f"{gold.name}, {what}:\n  expected {expected}\n  answered {answer}")
    return int(differences > 0)


if __name__ == "__main__":
    sys.exit(main())
