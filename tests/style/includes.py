#!/usr/bin/python3
# Copyright 2026 The Clientele Developers
# SPDX-License-Identifier: GPL-3.0-or-later

"""A file includes headers of its own layer and of those below, by their bare names, sorted."""
import re

from source_tree import enforce, files, line_of, read, without_comments

INCLUDE = re.compile(r'^#include (?:<([^>\n]+)>|"([^"\n]+)")', re.MULTILINE)
LAYER = re.compile(r"^  '(\w+)':\s*{'needs': \[([^\]]*)\]", re.MULTILINE)


def read_layers():
    """Each layer of src/meson.build and all that it may use, itself included."""
    allowed = {}
    for layer, needs in LAYER.findall(read("src/meson.build")):
        allowed[layer] = {layer}.union(*(allowed[need] for need in re.findall(r"\w+", needs)))
    return allowed


LAYERS = read_layers()
HEADERS = files("src/*/**/*.h")
OWNERS = {header.name: header.parts[1] for header in HEADERS}


def check_order(text):
    """Includes without a blank line between them are sorted, the file's own header may lead."""
    for group in re.finditer(r"(?:^#include [^\n]*\n)+", text, re.MULTILINE):
        names = [system or own for system, own in INCLUDE.findall(group[0])]
        rest = names if names == sorted(names) else names[1:]
        if rest != sorted(rest):
            yield line_of(text, group.start()), "these includes are not sorted"


def check(path, text):
    text = without_comments(text)
    for include in INCLUDE.finditer(text):
        name, line = include[2], line_of(text, include.start())
        if name is None:
            continue
        if "/" in name:
            yield line, f'include "{name}" by its bare name: the build knows its folder'
        elif len(path.parts) > 2 and path.parts[0] == "src" and name in OWNERS:
            if OWNERS[name] not in LAYERS[path.parts[1]]:
                yield line, f"{path.parts[1]} may not use {OWNERS[name]}, where {name} lives"
    yield from check_order(text)


def whole_tree():
    names = [header.name for header in HEADERS]
    for name in sorted({name for name in names if names.count(name) > 1}):
        yield f"{name}: two headers of this name, one of which is never found"


BAD = [
    ("a folder above", "src/base/clt-x.c", '#include "../model/clt-value.h"\n'),
    ("a folder below", "src/ui/clt-x.c", '#include "fields/clt-form.h"\n'),
    ("a layer above", "src/base/clt-x.c", '#include "clt-value.h"\n'),
    ("a layer beside", "src/store/clt-x.c", '#include "clt-http.h"\n'),
    ("no order", "src/ui/clt-x.c", "#include <stdio.h>\n#include <b.h>\n#include <a.h>\n"),
]
GOOD = [
    ("a layer below", "src/store/clt-x.c", '#include "clt-value.h"\n'),
    ("two sorted groups", "src/ui/clt-x.c", '#include <z.h>\n\n#include "clt-error.h"\n'),
    ("a comment", "src/base/clt-x.c", '/* not\n#include "clt-value.h"\n*/\n'),
]

enforce(check, ["src/**/*.[ch]", "tests/**/*.[ch]"], BAD, GOOD, whole_tree)
