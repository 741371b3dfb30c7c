#!/usr/bin/python3
# Copyright 2026 The Clientele Developers
# SPDX-License-Identifier: GPL-3.0-or-later

"""README.md shows the way to every folder and to every tool."""
from source_tree import NOT_OURS, ROOT, enforce, files


def places():
    folders = [f"{path.name}/" for path in ROOT.iterdir()
               if path.is_dir() and not NOT_OURS.match(path.name)]
    return sorted(folders + [str(path) for path in files("tools/*")])


def check(path, text):
    for place in places():
        if place not in text:
            yield 1, f"does not mention {place}"


BAD = [
    ("an empty file", "README.md", ""),
    ("a folder left out", "README.md", "src/ data/ tools/run"),
]
GOOD = [
    ("all of them", "README.md", "\n".join(places())),
]

enforce(check, ["README.md"], BAD, GOOD,
        lambda: [] if (ROOT / "README.md").is_file() else ["README.md: there is none"])
