#!/usr/bin/env python3
"""Sums what `zhitu eval --rules --format json` said of several documents: `quality_tables.py FOLDER [CONFIDENCE.txt]`.

FOLDER holds an answer a document. CONFIDENCE.txt gets the counts by rule, in the form that packs have. bench/quality.sh
calls it.
"""
import json
import pathlib
import sys
from collections import Counter, defaultdict


def ratio(part, whole):
    return part / whole if whole else 0.0


def f1(counts):
    return ratio(2 * counts["right"], 2 * counts["right"] + counts["wrong"] + counts["missing"])


def print_documents(answers):
    print(f"{'document':<24} nodes F1      P      R  edges F1      P      R  evidence  years")
    means = Counter()
    for name, answer in answers.items():
        nodes, edges, years = answer["nodes"], answer["edges"], answer["years"]
        print(f"{name:<24}    {nodes['f1']:.3f}  {nodes['precision']:.3f}  {nodes['recall']:.3f}"
              f"     {edges['f1']:.3f}  {edges['precision']:.3f}  {edges['recall']:.3f}"
              f"     {answer['evidence']:.3f}  {years['right']}/{years['all']}")
        means.update({"nodes": nodes["f1"], "edges": edges["f1"]})
    count = len(answers)
    print(f"{'mean of ' + str(count):<24}    {ratio(means['nodes'], count):.3f}{'':<20}{ratio(means['edges'], count):.3f}")


def print_types(answers):
    for part in ("nodes", "edges"):
        sums = defaultdict(Counter)
        for answer in answers.values():
            for name, counts in answer[part]["types"].items():
                sums[name].update({key: counts[key] for key in ("right", "wrong", "missing")})
        print(f"\n{part:<24} right  wrong  missing      P      R     F1")
        for name, counts in sums.items():
            right, wrong, missing = (counts[key] for key in ("right", "wrong", "missing"))
            print(f"{name:<24} {right:>5}  {wrong:>5}  {missing:>7}  {ratio(right, right + wrong):.3f}"
                  f"  {ratio(right, right + missing):.3f}  {f1(counts):.3f}")


def rules_of(answers):
    rules = defaultdict(Counter)
    for answer in answers.values():
        for rule in answer["rules"]:
            rules[rule["rule"]].update({key: rule[key] for key in ("right", "wrong", "optional", "sole")}, documents=1)
    return dict(sorted(rules.items()))


def confidence(rule):
    measured = rule["right"] + rule["wrong"]
    return f"{(rule['right'] + 1) / (measured + 2):.3f}" if measured else "-"


def print_rules(rules):
    print(f"\n{'rule':<34} right  wrong  optional   sole  documents  confidence")
    for name, rule in rules.items():
        print(f"{name:<34} {rule['right']:>5}  {rule['wrong']:>5}  {rule['optional']:>8}  {rule['sole']:>5}"
              f"  {rule['documents']:>9}  {confidence(rule):>10}")


def write_confidence(path, rules, documents):
    lines = ["# Made by bench/quality.sh --write: how often each rule was right and wrong, and in how many documents,",
             f"# counted over {documents} documents. A rule's confidence is (right + 1) / (right + wrong + 2).",
             "# rule right wrong documents"]
    lines += [f"{name} {rule['right']} {rule['wrong']} {rule['documents']}" for name, rule in rules.items()
              if rule["right"] + rule["wrong"]]
    pathlib.Path(path).write_text("\n".join(lines) + "\n", encoding="utf-8")


def main():
    answers = {path.stem: json.loads(path.read_text(encoding="utf-8"))
               for path in sorted(pathlib.Path(sys.argv[1]).glob("*.json"))}
    rules = rules_of(answers)
    print_documents(answers)
    print_types(answers)
    print_rules(rules)
    if len(sys.argv) > 2:
        write_confidence(sys.argv[2], rules, len(answers))


if __name__ == "__main__":
    main()
