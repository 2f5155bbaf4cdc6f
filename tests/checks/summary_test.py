#!/usr/bin/env python3
"""scripts/test-summary.py counts what ctest and Catch2 tell, and lets CI skip only what is named."""
import os
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

SUMMARY = Path(__file__).resolve().parents[2] / "scripts" / "test-summary.py"


def run(cases, skips="", ci=False):
    """Status and lines for test cases given as (attributes and children, output)."""
    with tempfile.TemporaryDirectory() as folder:
        results, skips_file = Path(folder, "tests.xml"), Path(folder, "skips.txt")
        body = "".join(f'<testcase name="{name}" status="{status}">{child}<system-out>{output}</system-out></testcase>'
                       for name, status, child, output in cases)
        results.write_text(f"<testsuite>{body}</testsuite>", encoding="utf-8")
        skips_file.write_text(skips, encoding="utf-8")
        done = subprocess.run([sys.executable, str(SUMMARY), str(results), str(skips_file)], capture_output=True,
                              text=True, env={**os.environ, "CI": "true" if ci else ""})
        return done.returncode, done.stdout.splitlines()


PASSED = ("graph", "run", "", "All tests passed (30 assertions in 4 test cases)\n")
FAILED = ("queries", "fail", '<failure message="x"/>', "test cases: 5 | 3 passed | 2 failed\nassertions: 9 | 7 passed\n")
CRASHED = ("cli", "fail", '<failure message="x"/>', "no summary at all\n")
SCRIPT = ("check.names", "run", "", "")
SKIPPED = ("check.format", "notrun", '<skipped message="SKIP_RETURN_CODE=77"/>', "skipped: no formatter\n")
NOT_THERE = ("cli", "notrun", '<skipped message="Unable to find executable"/>', "Unable to find executable\n")
PARTLY = ("docs", "run", "", "skipped: no documents\nAll tests passed (3 assertions in 2 test cases)\n")


class Summary(unittest.TestCase):
    def test_cases_of_a_program_and_scripts_are_counted(self):
        status, lines = run([PASSED, SCRIPT])
        self.assertEqual((0, "5 passed, 0 failed, 0 skipped"), (status, lines[-1]))

    def test_failures_are_shown_and_counted(self):
        status, lines = run([PASSED, FAILED, CRASHED])
        self.assertEqual((1, "7 passed, 3 failed, 0 skipped"), (status, lines[-1]))
        self.assertIn("failed: cli", lines)
        self.assertIn("no summary at all", lines)

    def test_what_could_not_run_has_failed(self):
        status, lines = run([PASSED, NOT_THERE])
        self.assertEqual((1, "4 passed, 1 failed, 0 skipped"), (status, lines[-1]))

    def test_skips_are_told_with_their_reason(self):
        status, lines = run([PASSED, SKIPPED, PARTLY])
        self.assertEqual((0, "5 passed, 0 failed, 2 skipped"), (status, lines[-1]))
        self.assertIn("skipped: check.format: no formatter", lines)
        self.assertIn("skipped: docs: no documents", lines)

    def test_ci_wants_each_skip_named(self):
        self.assertEqual(1, run([PASSED, SKIPPED], ci=True)[0])
        self.assertEqual(0, run([PASSED, SKIPPED], skips="# note\ncheck.format: not in this release\n", ci=True)[0])

    def test_a_run_without_tests_has_failed(self):
        self.assertEqual(1, run([])[0])


if __name__ == "__main__":
    unittest.main()
