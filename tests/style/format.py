#!/usr/bin/python3
# Copyright 2026 The Clientele Developers
# SPDX-License-Identifier: GPL-3.0-or-later

"""The form of the text: what an editor or a tired author gets wrong."""
import re

from source_tree import enforce, line_of, without_comments, without_strings

MOST_COLUMNS = 100
UNBROKEN = (".json", ".svg", ".ui")  # a sentence there cannot go on in the next line
HEADER = ("/* Copyright 2026 The Clientele Developers\n"
          " * SPDX-License-Identifier: GPL-3.0-or-later */\n")
MARK = re.compile(r"\b(TO" r"DO|FIX" r"ME|XX" r"X)\b")
GLIB_TYPE = re.compile(r"\bg(char|int)\b")
CALL = re.compile(r"\b(?!(?:_|N_|C_|NC_)\()([A-Za-z_]\w*)\(")
CAST = re.compile(r"\((?:const )?(?:\w+ \*+|g?u?int\d*|gsize|double|guint)\)[\w(]")
DIRECTIVE = re.compile(r"^#(?:[^\n\\]|\\.)*(?:\\\n[^\n]*)*", re.MULTILINE)


def check_lines(path, text):
    for number, line in enumerate(text.split("\n"), 1):
        if "\t" in line:
            yield number, "a tab; indent with spaces"
        if line != line.rstrip():
            yield number, "blanks at the end of the line"
        if len(line) > MOST_COLUMNS and path.suffix not in UNBROKEN:
            yield number, f"{len(line)} columns; at most {MOST_COLUMNS}"
        if MARK.search(line):
            yield number, "a mark for later; open an issue instead"
    if text and not text.endswith("\n"):
        yield text.count("\n") + 1, "no line end at the end of the file"
    if text.endswith("\n\n"):
        yield text.count("\n"), "empty lines at the end of the file"


def check_c(text):
    if not text.startswith(HEADER):
        yield 1, "the first two lines are not our copyright and licence"
    code = without_strings(without_comments(text))
    for found in GLIB_TYPE.finditer(code):
        yield line_of(code, found.start()), f"{found[0]}: say {found[1]}"
    for found in re.finditer(r"\\\n", code):
        if not code[:found.start()].rpartition("\n\n")[2].lstrip().startswith("#"):
            yield line_of(code, found.start()), "a line that goes on, outside of a macro"
    code = DIRECTIVE.sub(lambda m: re.sub(r"[^\n]", " ", m[0]), code)
    for found in CALL.finditer(code):
        yield line_of(code, found.start()), f"a blank is missing: {found[1]} ("
    for found in CAST.finditer(code):
        yield line_of(code, found.start()), f"a blank is missing after the cast: {found[0]}"


def check(path, text):
    yield from check_lines(path, text)
    if path.suffix in (".c", ".h"):
        yield from check_c(text)
    elif path.suffix == ".py" and "SPDX-License-Identifier: GPL-3.0-or-later" not in text[:200]:
        yield 1, "the licence is not named at the top"


BAD = [
    ("a tab", "a.ui", "\t<x/>\n"),
    ("a blank at the end", "a.py", "# SPDX-License-Identifier: GPL-3.0-or-later\nx = 1 \n"),
    ("a long line", "a.css", "x" * 101 + "\n"),
    ("a mark", "a.ui", "<!-- TO" "DO: all of it -->\n"),
    ("no line end", "a.ui", "<x/>"),
    ("an empty line at the end", "a.ui", "<x/>\n\n"),
    ("no licence", "a.c", "int a;\n"),
    ("no licence in Python", "a.py", "a = 1\n"),
    ("a GLib type", "a.c", HEADER + "gchar *a;\n"),
    ("a call", "a.c", HEADER + "  g_free(a);\n"),
    ("a macro", "a.c", HEADER + "  g_return_if_fail (CLT_IS_X(a));\n"),
    ("a cast", "a.c", HEADER + "  a = (char *)b;\n"),
]
GOOD = [
    ("ordinary C", "a.c", HEADER + '  g_print (_("f(x)"), (char *) b); /* f(x) */\n'),
    ("a macro's definition", "a.h", HEADER + "#define F(x) \\\n  g(x)\n"),
    ("a version test", "a.c", HEADER + "#if GTK_CHECK_VERSION(4, 10, 0)\n#endif\n"),
]

enforce(check, ["src/**/*.[ch]", "src/**/*.sql", "src/**/*.md", "tests/**/*.[ch]",
                "tests/**/*.py", "tests/lib/*", "tools/*", "data/**/*.ui", "data/**/*.css",
                "data/*.in", "data/**/*.xml", "**/meson.build", "*.txt", "*.md",
                "flatpak/*.json"], BAD, GOOD)
