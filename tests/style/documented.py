#!/usr/bin/python3
# Copyright 2026 The Clientele Developers
# SPDX-License-Identifier: GPL-3.0-or-later

"""Every public function is documented where it is defined."""
import re

from source_tree import enforce, files, line_of, read, without_comments

DECLARED = re.compile(r"^(?!#|static|typedef|G_DE)[\w \t*]*?\b(clt_\w+)\s*\([^;{}]*\)\s*"
                      r"(?:G_GNUC_\w+(?: \([^)]*\))?\s*)*;", re.MULTILINE)
BLOCK = re.compile(r"^/\*\*\n \* (clt_\w+):", re.MULTILINE)


def find_documented():
    return {name for path in files("src/**/*.c") for name in BLOCK.findall(read(path))}


def check(path, text, documented=find_documented()):
    if path.stem.endswith("-private"):
        return  # for the other files of one class, which are read together
    text = without_comments(text)
    for declared in DECLARED.finditer(text):
        name = declared[1]
        if name not in documented and not name.endswith(("_get_type", "_quark")):
            yield line_of(text, declared.start(1)), f"{name}() has no “{name}:” block"


BAD = [
    ("a function", "src/base/a.h", "void clt_no_such_function (void);\n"),
    ("a pointer", "src/base/a.h", "char       *clt_no_such_function (int a,\n    int b);\n"),
    ("an attribute", "src/base/a.h",
     "void clt_no_such_function (const char *f, ...) G_GNUC_PRINTF (1, 2);\n"),
]
GOOD = [
    ("a type", "src/base/a.h", "GType clt_no_such_get_type (void) G_GNUC_CONST;\n"),
    ("a class in several files", "src/base/a-private.h", "void clt_no_such_function (void);\n"),
    ("a comment", "src/base/a.h", "/* call\nvoid clt_no_such_function (void); */\n"),
]

enforce(check, ["src/**/*.h"], BAD, GOOD)
