#!/usr/bin/python3
# Copyright 2026 The Clientele Developers
# SPDX-License-Identifier: GPL-3.0-or-later

"""No file over 600 lines, no function over 60."""
import re

from source_tree import enforce, line_of, without_comments

MOST_FILE_LINES = 600
MOST_FUNCTION_LINES = 60

# Our style puts a function's braces into the first column, after its parameters.
FUNCTION = re.compile(r"^(\w+) \([^{};]*\)\n\{\n(.*?)^\}", re.MULTILINE | re.DOTALL)


def check(path, text):
    lines = text.count("\n")
    if lines > MOST_FILE_LINES:
        yield lines, f"{lines} lines; a file has at most {MOST_FILE_LINES}"
    if path.suffix not in (".c", ".h"):
        return
    for function in FUNCTION.finditer(without_comments(text)):
        lines = function[2].count("\n")
        if lines > MOST_FUNCTION_LINES:
            line = line_of(text, function.start())
            yield line, f"{function[1]}() has {lines} lines; at most {MOST_FUNCTION_LINES}"


LONG_FUNCTION = "static void\nclt_x (int a)\n{\n" + "  a++;\n" * 61 + "}\n"

BAD = [
    ("a long file", "src/a.c", "\n" * 601),
    ("a long function", "src/a.c", LONG_FUNCTION),
    ("parameters in lines", "src/a.c", LONG_FUNCTION.replace("int a", "int a,\n       int b")),
]
GOOD = [
    ("a long table", "src/a.c", "static const Row rows[] = {\n" + "  { 1 },\n" * 100 + "};\n"),
    ("two functions", "src/a.c", LONG_FUNCTION.replace("  a++;\n", "", 20) * 2),
]

enforce(check, ["src/**/*.[ch]", "tests/**/*.[ch]", "tests/**/*.py", "data/**/*.ui",
                "**/meson.build"], BAD, GOOD)
