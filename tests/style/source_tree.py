# Copyright 2026 The Clientele Developers
# SPDX-License-Identifier: GPL-3.0-or-later

"""What the rules share: the files of the source tree, C without its words, and the report."""
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
NOT_OURS = re.compile(r"^(\.git|\.flatpak-builder|_?build.*|__pycache__|.*\.pot)$")


def files(*patterns):
    """The paths in the tree that match a pattern, relative to it and sorted."""
    found = set()
    for pattern in patterns:
        for path in ROOT.glob(pattern):
            parts = path.relative_to(ROOT).parts
            if path.is_file() and not any(NOT_OURS.match(part) for part in parts):
                found.add(path.relative_to(ROOT))
    return sorted(found)


def read(path):
    return (ROOT / path).read_text(encoding="utf-8")


def blank(match):
    return re.sub(r"[^\n]", " ", match[0])


def without_comments(text):
    """C with spaces for its comments: what is left stays where it was."""
    token = re.compile(r'"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'|/\*.*?\*/|//[^\n]*', re.DOTALL)
    return token.sub(lambda m: blank(m) if m[0][0] == "/" else m[0], text)


def without_strings(text):
    """C with spaces for what stands between quotes."""
    return re.sub(r'"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'',
                  lambda m: m[0][0] + blank(m)[1:-1] + m[0][-1], text)


def line_of(text, position):
    return text.count("\n", 0, position) + 1


def self_test(check, bad, good):
    """A rule that lets its own bad examples pass is worth nothing."""
    wrong = []
    for what, path, text in bad:
        if not list(check(pathlib.Path(path), text)):
            wrong.append(f"the rule does not see: {what}")
    for what, path, text in good:
        for _line, message in check(pathlib.Path(path), text):
            wrong.append(f"the rule complains about what is right ({what}): {message}")
    return wrong


def enforce(check, patterns, bad, good=(), whole_tree=lambda: ()):
    """Runs a rule and ends the program.

    check(path, text) yields (line, message) for each thing that is wrong in a file;
    whole_tree() yields messages about what no single file shows.
    """
    wrong = self_test(check, bad, good)
    for path in files(*patterns):
        wrong += [f"{path}:{line}: {message}" for line, message in check(path, read(path))]
    wrong += whole_tree()
    for message in wrong:
        print(message)
    sys.exit(1 if wrong else 0)
