#!/usr/bin/env python3
"""Sums up a run of ctest: `test-summary.py TESTS.xml SKIPS.txt`.

Prints the output of failed tests, each skip with its reason, and as the last line `N passed, N failed, N skipped`.
A test program of Catch2 counts as its test cases, any other test as one. A test case that leaves its work out prints
a line `skipped: REASON`; a whole test that does so ends with status 77. SKIPS.txt holds lines `TEST: REASON` for the
tests (by their names in ctest) in which CI may skip something; with CI=true any other skip makes the exit status 1, as
a failed test does.
"""
import os
import re
import sys
import xml.etree.ElementTree as xml

SKIP_LINE = re.compile(r"^skipped: (.+)$", re.MULTILINE)
ALL_PASSED = re.compile(r"^All tests passed \(.* in (\d+) test cases?\)", re.MULTILINE)
CASES = re.compile(r"^test cases:.*$", re.MULTILINE)


def number_before(word, text):
    found = re.search(rf"(\d+) {word}", text)
    return int(found[1]) if found else 0


def counts(test, output):
    """How many passed and failed within one test of ctest; one that could not run, or crashed at its end, has failed."""
    failed = test.get("status") != "run"
    if passed := ALL_PASSED.search(output):
        return int(passed[1]), int(failed)
    if summary := CASES.search(output):
        return number_before("passed", summary[0]), number_before("failed", summary[0]) or int(failed)
    return int(not failed), int(failed)


def skipped_whole(test):
    mark = test.find("skipped")
    return mark is not None and mark.get("message", "").startswith("SKIP_RETURN_CODE")


def allowed_skips(path):
    with open(path, encoding="utf-8") as lines:
        return {line.split(":", 1)[0].strip() for line in lines if line.strip() and not line.startswith("#")}


def main(results, skips_file):
    passed = failed = 0
    skips = []
    for test in xml.parse(results).getroot().iter("testcase"):
        output = test.findtext("system-out") or ""
        reasons = SKIP_LINE.findall(output)
        if skipped_whole(test):
            reasons, good, bad = reasons or ["gives no reason"], 0, 0
        else:
            good, bad = counts(test, output)
        skips += [(test.get("name"), reason) for reason in reasons]
        passed, failed = passed + max(0, good - len(reasons)), failed + bad
        if bad:
            print(f"failed: {test.get('name')}\n{output[-6000:]}")
    for name, reason in skips:
        print(f"skipped: {name}: {reason}")
    allowed = allowed_skips(skips_file)
    unnamed = [name for name, _ in skips if name not in allowed] if os.environ.get("CI") == "true" else []
    for name in unnamed:
        print(f"{name} may not skip in CI; install what it needs, or name it in {skips_file}")
    print(f"{passed} passed, {failed} failed, {len(skips)} skipped")
    return 1 if failed or unnamed or passed == 0 else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
