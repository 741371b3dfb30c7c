# Copyright 2026 The Clientele Developers
# SPDX-License-Identifier: GPL-3.0-or-later

"""Tests as functions, reported in the Test Anything Protocol."""
import sys
import traceback

_tests = []


class Skip(Exception):
    """What is missing; nothing went wrong."""


def test(what):
    """Registers a function as the test of a sentence."""
    def register(function):
        _tests.append((what, function))
        return function
    return register


def note(text):
    for line in str(text).splitlines():
        print(f"# {line}", flush=True)


def expect(condition, *what):
    if not condition:
        raise AssertionError(" ".join(str(part) for part in what))


def expect_equal(actual, expected, what=""):
    expect(actual == expected, f"{what}: {actual!r}, expected {expected!r}")


def skip_all(reason):
    print(f"1..0 # SKIP {reason}")
    sys.exit(0)


def main(*arguments):
    """Runs the tests in order, each with the arguments; the first failure does not end it."""
    print(f"1..{len(_tests)}")
    n_failed = 0
    for number, (what, function) in enumerate(_tests, 1):
        try:
            function(*arguments)
            print(f"ok {number} - {what}", flush=True)
        except Skip as skip:
            print(f"ok {number} - {what} # SKIP {skip}", flush=True)
        except Exception:
            n_failed += 1
            note(traceback.format_exc())
            print(f"not ok {number} - {what}", flush=True)
    sys.exit(1 if n_failed else 0)
