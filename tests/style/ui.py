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
DEFINED = re.compile(r"^G_DEFINE_\w+ \((\w+),", re.MULTILINE)
BOUND = re.compile(r"gtk_widget_class_bind_template_child\w* \(\s*\w+,\s*(\w+),\s*(\w+)\s*\)")
NAMED = re.compile(r"gtk_widget_set_tooltip_text \((?:GTK_WIDGET \()?self->(\w+)")


def has_letters(text):
    return any(character.isalpha() for character in text or "")


def properties(element):
    return {child.get("name").replace("_", "-"): child for child in element
            if child.tag in ("property", "binding")}


def check_strings(root):
    for element in root.iter():
        name = (element.get("name") or "").replace("_", "-")
        is_text = element.tag in ("property", "attribute") and name in VISIBLE
        if is_text and has_letters(element.text) and element.get("translatable") != "yes":
            yield 1, f"“{element.text}” ({name}) is not translatable"
        if is_text and "\n" in (element.text or ""):
            yield 1, f"“{element.text}” ({name}) is shown with its line break"


def check_buttons(root, code):
    named_in_code = set(NAMED.findall(code))
    for element in root.iter("object"):
        has = properties(element)
        if element.get("class") not in ICON_BUTTONS or "icon-name" not in has or "label" in has:
            continue
        if "tooltip-text" not in has and element.get("id") not in named_in_code:
            yield 1, f"the button with the icon {has['icon-name'].text} has no tooltip"


def check_template(path, root, code):
    template = root.find("template")
    if template is None:
        return
    kind = template.get("class")
    name = re.sub(r"(?<!^)(?=[A-Z])", "-", kind).lower()
    if path.stem != name:
        yield 1, f"holds the class {kind}, so its name is {name}.ui"
    if not code:
        yield 1, f"no file defines the class {kind}"
        return
    ids = {element.get("id") for element in root.iter() if element.get("id")}
    bound = {child for of_kind, child in BOUND.findall(code) if of_kind == kind}
    for child in sorted(bound - ids):
        yield 1, f"the class {kind} binds “{child}”, which has no such id here"
    used = bound | {(element.text or "").strip() for element in root.iter()}
    used |= {element.get(name) for element in root.iter() for name in ("bind-source", "object")}
    for child in sorted(ids - used):
        yield 1, f"nothing uses the id “{child}”"


# A class that only the examples below have.
EXAMPLE = """gtk_widget_class_bind_template_child (widget_class, CltExample, label);
gtk_widget_set_tooltip_text (self->remove, tooltip);"""


def read_classes():
    """The C that defines each class, with that of the files its class is split into."""
    classes = {"CltExample": EXAMPLE}
    for path in files("src/ui/**/*.c"):
        text = read(path)
        for kind in DEFINED.findall(text):
            parts = files(f"{path.parent}/{path.stem}-*.c")
            classes[kind] = text + "".join(read(part) for part in parts)
    return classes


def check(path, text, classes=read_classes()):
    try:
        root = ElementTree.fromstring(text)
    except ElementTree.ParseError as error:
        yield error.position[0], f"not XML: {error}"
        return
    template = root.find("template")
    code = classes.get(template.get("class"), "") if template is not None else ""
    yield from check_strings(root)
    yield from check_buttons(root, code)
    yield from check_template(path, root, code)


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
    ("words broken over two lines", "data/ui/a.ui",
     window('<object class="GtkLabel"><property name="label" translatable="yes">First\n'
            "name</property></object>")),
    ("a nameless button", "data/ui/a.ui",
     window('<object class="GtkButton"><property name="icon-name">x</property></object>')),
    ("a class without C", "data/ui/clt-no-such.ui",
     window('<template class="CltNoSuch" parent="GtkWidget"/>')),
    ("a child that C asks for in vain", "data/ui/clt-example.ui",
     window('<template class="CltExample" parent="GtkWidget"/>')),
    ("an id that nothing uses", "data/ui/clt-example.ui",
     window('<template class="CltExample" parent="GtkWidget"><child><object class="GtkLabel" '
            'id="label"/></child><child><object class="GtkLabel" id="other"/></child></template>')),
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
    ("a child that C asks for", "data/ui/clt-example.ui",
     window('<template class="CltExample" parent="GtkWidget"><child><object class="GtkLabel" '
            'id="label"/></child></template>')),
]

enforce(check, ["data/**/*.ui"], BAD, GOOD, whole_tree)
