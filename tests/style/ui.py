#!/usr/bin/python3
# Copyright 2026 The Clientele Developers
# SPDX-License-Identifier: GPL-3.0-or-later

"""Windows: valid, translatable, named for who cannot see them, and in step with their C."""
import re
import xml.etree.ElementTree as ElementTree

from source_tree import enforce, files, read

RESOURCES = "data/clt.gresource.xml"
VISIBLE = {"label", "title", "subtitle", "tooltip-text", "description", "placeholder-text",
           "heading", "body", "text", "primary-icon-tooltip-text", "secondary-icon-tooltip-text"}
ICON_BUTTONS = {"GtkButton", "GtkToggleButton", "GtkMenuButton", "AdwSplitButton"}
BOUND = re.compile(r"gtk_widget_class_bind_template_child(?:_internal)?\s*\(\s*\w+,\s*\w+,"
                   r"\s*(\w+)\s*\)")


def has_letters(text):
    return any(character.isalpha() for character in text or "")


def properties(element):
    return {child.get("name").replace("_", "-"): child for child in element
            if child.tag in ("property", "binding")}


def accessible_label(element):
    return any(child.get("name") == "label" for child in element.findall("accessibility/*"))


def check_strings(root):
    for element in root.iter():
        name = (element.get("name") or "").replace("_", "-")
        is_text = element.tag in ("property", "attribute") and name in VISIBLE
        if is_text and has_letters(element.text) and element.get("translatable") != "yes":
            yield 1, f"“{element.text}” ({name}) is not translatable"


def check_buttons(root):
    for element in root.iter("object"):
        has = properties(element)
        if element.get("class") not in ICON_BUTTONS or "icon-name" not in has or "label" in has:
            continue
        if "tooltip-text" not in has and not accessible_label(element):
            yield 1, f"the button with the icon {has['icon-name'].text} has no tooltip"


def bound_children(sources):
    return {name for source in sources for name in BOUND.findall(source)}


def check_template(path, root, source_of):
    template = root.find("template")
    if template is None:
        return
    name = re.sub(r"(?<!^)(?=[A-Z])", "-", template.get("class")).lower()
    if path.stem != name:
        yield 1, f"holds the class {template.get('class')}, so its name is {name}.ui"
    sources = source_of(name)
    if not sources:
        yield 1, f"there is no {name}.c for the class {template.get('class')}"
        return
    ids = {element.get("id") for element in root.iter() if element.get("id")}
    for child in sorted(bound_children(sources) - ids):
        yield 1, f"{name}.c binds “{child}”, which has no such id here"
    used = bound_children(sources) | {(e.text or "").strip() for e in root.iter()}
    used |= {e.get(a) for e in root.iter() for a in ("bind-source", "object")}
    for child in sorted(ids - used):
        yield 1, f"nothing uses the id “{child}”"


def find_source(name):
    return [read(path) for path in files(f"src/ui/**/{name}.c", f"src/ui/**/{name}-*.c")]


def check(path, text, source_of=find_source):
    try:
        root = ElementTree.fromstring(text)
    except ElementTree.ParseError as error:
        yield error.position[0], f"not XML: {error}"
        return
    yield from check_strings(root)
    yield from check_buttons(root)
    yield from check_template(path, root, source_of)


def whole_tree():
    listed = re.findall(r">([^<>]+\.ui)<", read(RESOURCES))
    for path in files("data/**/*.ui"):
        if str(path.relative_to("data")) not in listed:
            yield f"{path}: not in {RESOURCES}, so the program does not have it"


def window(content):
    return f"<interface>{content}</interface>"


BAD = [
    ("no XML", "data/ui/a.ui", "<interface>"),
    ("words that stay English", "data/ui/a.ui",
     window('<object class="GtkLabel"><property name="label">Name</property></object>')),
    ("a menu that stays English", "data/ui/a.ui",
     window('<menu><item><attribute name="label">Quit</attribute></item></menu>')),
    ("a nameless button", "data/ui/a.ui",
     window('<object class="GtkButton"><property name="icon-name">x</property></object>')),
    ("a class without C", "data/ui/clt-no-such.ui",
     window('<template class="CltNoSuch" parent="GtkWidget"/>')),
]
GOOD = [
    ("a translated label", "data/ui/a.ui",
     window('<object class="GtkLabel"><property name="label" translatable="yes">Name</property>'
            "</object>")),
    ("a number", "data/ui/a.ui",
     window('<object class="GtkLabel"><property name="label">0</property></object>')),
    ("a named button", "data/ui/a.ui",
     window('<object class="GtkButton"><property name="icon-name">x</property>'
            '<property name="tooltip-text" translatable="yes">Close</property></object>')),
]

enforce(check, ["data/**/*.ui"], BAD, GOOD, whole_tree)
