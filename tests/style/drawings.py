#!/usr/bin/python3
# Copyright 2026 The Clientele Developers
# SPDX-License-Identifier: GPL-3.0-or-later

"""Icons are valid SVG; symbolic ones have the size and the means that GTK can recolour."""
import re
import xml.etree.ElementTree as ElementTree

from source_tree import enforce, files, read

SVG = "{http://www.w3.org/2000/svg}"
RESOURCES = "data/clt.gresource.xml"


def check(path, text):
    try:
        root = ElementTree.fromstring(text)
    except ElementTree.ParseError as error:
        yield error.position[0], f"not XML: {error}"
        return
    if root.tag != SVG + "svg":
        yield 1, "not an SVG drawing"
    size = "16" if path.stem.endswith("-symbolic") else "128"
    if (root.get("width"), root.get("height")) != (size, size):
        yield 1, f"not {size} × {size}"
    if size == "16":
        for element in root.iter():
            if element.get("stroke") or element.tag not in (SVG + "svg", SVG + "path"):
                yield 1, "a symbolic icon is made of filled paths: GTK recolours nothing else"


def whole_tree():
    resources = read(RESOURCES)
    for path in files("data/icons/scalable/**/*.svg"):
        if f">{path.relative_to('data')}<" not in resources:
            yield f"{path}: not in {RESOURCES}, so the program does not have it"
    used = {name for path in files("src/**/*.c", "data/**/*.ui")
            for name in re.findall(r"\bclt-[a-z-]+-symbolic\b", read(path))}
    drawn = {path.stem for path in files("data/icons/scalable/**/*.svg")}
    for name in sorted(used - drawn):
        yield f"{name}: an icon that nobody has drawn"


BAD = [
    ("no XML", "a.svg", "<svg"),
    ("another size", "a-symbolic.svg",
     '<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24"/>'),
    ("a stroke", "a-symbolic.svg", '<svg xmlns="http://www.w3.org/2000/svg" width="16" '
     'height="16"><path d="M0 0" stroke="#000"/></svg>'),
    ("a page of the web", "a.svg", '<html width="128" height="128"/>'),
]
GOOD = [
    ("a filled path", "a-symbolic.svg", '<svg xmlns="http://www.w3.org/2000/svg" width="16" '
     'height="16"><path d="M0 0h8v8z" fill="#2e3436"/></svg>'),
]

enforce(check, ["data/icons/**/*.svg"], BAD, GOOD, whole_tree)
