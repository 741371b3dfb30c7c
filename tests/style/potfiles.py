#!/usr/bin/python3
# Copyright 2026 The Clientele Developers
# SPDX-License-Identifier: GPL-3.0-or-later

"""Every file with words for the user is named in po/POTFILES.in, sorted, and no other is."""
import re

from source_tree import ROOT, enforce, files, read, without_comments

LIST = "po/POTFILES.in"
IN_C = re.compile(r'\b(?:_|N_|C_|NC_|Q_|g?ngettext|g_dngettext|g_dpgettext2)\s*\(\s*["A-Za-z]')
IN_UI = re.compile(r'translatable="(?:yes|true|1)"')
WITH_WORDS = ["src/**/*.[ch]", "data/**/*.ui", "data/*.desktop.in", "data/*.metainfo.xml.in"]


def has_words(path, text):
    if path.suffix in (".c", ".h"):
        return bool(IN_C.search(re.sub(r"^#.*", "", without_comments(text), flags=re.MULTILINE)))
    if path.suffix == ".ui":
        return bool(IN_UI.search(text))
    return True


def check(path, text):
    """Of the list alone: its order, and that what it names is there."""
    named = [line for line in text.splitlines() if line and not line.startswith("#")]
    for number, name in enumerate(named, 1):
        if number > 1 and name <= named[number - 2]:
            yield number, f"{name}: not sorted, or here twice"
        if not (ROOT / name).is_file():
            yield number, f"{name}: there is no such file"


def whole_tree():
    named = set(read(LIST).splitlines())
    for path in files(*WITH_WORDS):
        words = has_words(path, read(path))
        if words and str(path) not in named:
            yield f"{path}: its words are not translated; add it to {LIST}"
        if not words and str(path) in named:
            yield f"{path}: has no words; take it out of {LIST}"


BAD = [
    ("no order", LIST, "src/meson.build\nmeson.build\n"),
    ("twice", LIST, "meson.build\nmeson.build\n"),
    ("a file that is gone", LIST, "src/no-such-file.c\n"),
]
GOOD = [
    ("a comment", LIST, "# sorted\nmeson.build\nsrc/meson.build\n"),
]

enforce(check, [LIST], BAD, GOOD, whole_tree)
