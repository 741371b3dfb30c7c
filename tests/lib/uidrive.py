# Copyright 2026 The Clientele Developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Uses the program as a person does: sees it through the accessibility bus, acts through
accessible actions, and through the keyboard and pointer where there are none.

For scripts run by tests/lib/session with the system's Python. Positions are those of the X
server; nothing here works on Wayland.
"""
import os
import re
import subprocess
import sys
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

TIMEOUT_S = float(os.environ.get("CLIENTELE_UI_TIMEOUT", "20"))

# at-spi2-core 2.46 and 2.56 call the same things by different names.
ROLE_NAMES = {"button": "push-button", "image": "icon", "push-button-menu": "push-button"}

# What GTK before 4.14 says of a widget without a name: that of its type.
TYPE_NAME = re.compile(r"^(Gtk|Adw|Clt)[A-Z][A-Za-z]+$")


def ask(call, otherwise=None):
    """A widget can vanish between two questions; then that is the answer."""
    try:
        return call()
    except GLib.Error:
        return otherwise


def children(node):
    for index in range(ask(node.get_child_count, 0)):
        child = ask(lambda index=index: node.get_child_at_index(index))
        if child is not None:
            yield child


def walk(node):
    yield node
    for child in children(node):
        yield from walk(child)


def name(node):
    text = ask(node.get_name, "") or ""
    return "" if TYPE_NAME.match(text) else text


def role(node):
    found = ask(node.get_role)
    nick = found.value_nick if found is not None else ""
    return ROLE_NAMES.get(nick, nick)


def label(node):
    """The name, or else the words inside: GTK 4.10 to 4.18 name no menu items."""
    return name(node) or " ".join(name(n) for n in walk(node) if role(n) == "label" and name(n))


def states(node):
    found = ask(node.get_state_set)
    return {state.value_nick for state in found.get_states()} if found else set()


def extents(node):
    """Where it is in its window: GTK 4 does not know where the window is."""
    component = node.get_component_iface()
    return ask(lambda: component.get_extents(Atspi.CoordType.WINDOW)) if component else None


def showing(node):
    """GTK before 4.10 says so of windows only; what has a size is taken as shown there."""
    known = states(node)
    if "showing" in known:
        return True
    box = extents(node) if "visible" in known else None
    return box is not None and box.width > 0 and box.height > 0


def wait(what, test, timeout_s=TIMEOUT_S):
    """Asks until the answer is true, and gives it."""
    end = time.monotonic() + timeout_s
    while True:
        answer = test()
        if answer:
            return answer
        assert time.monotonic() < end, f"waited {timeout_s:.0f} s in vain for {what}"
        time.sleep(0.02)


def xdotool(*arguments):
    return subprocess.run(["xdotool", *map(str, arguments)], check=True, text=True,
                          capture_output=True).stdout


class App:
    """The running program."""

    def __init__(self, *arguments, environment=None):
        program = os.environ["CLIENTELE_PROGRAM"]
        self.log_path = os.path.join(os.environ["SESSION_DIR"], "log", "program")
        with open(self.log_path, "wb") as log:
            self.process = subprocess.Popen([program, *arguments], stdout=log, stderr=log,
                                            env={**os.environ, **(environment or {})})
        self.root = wait("the program on the accessibility bus", self._find_root)
        wait("a window", lambda: any(True for _ in children(self.root)))

    def _find_root(self):
        if self.process.poll() is not None:
            raise AssertionError(f"the program ended with {self.process.returncode}:\n{self.log()}")
        for application in children(Atspi.get_desktop(0)):
            if ask(application.get_process_id) == self.process.pid:
                return application
        return None

    def log(self):
        with open(self.log_path, encoding="utf-8", errors="replace") as log:
            return log.read()

    def close(self):
        if self.process.poll() is None:
            self.process.terminate()
            self.process.wait(10)

    # Finding

    def all(self, roles=None, named=None, under=None):
        """What is shown with one of these roles and this label, a string or a pattern."""
        wanted = (roles,) if isinstance(roles, str) else roles
        found = []
        for node in walk(under or self.root):
            if wanted and role(node) not in wanted:
                continue
            if isinstance(named, re.Pattern) and not named.search(label(node)):
                continue
            if isinstance(named, str) and label(node) != named:
                continue
            if showing(node):
                found.append(node)
        return found

    def find(self, roles=None, named=None, under=None):
        def look():
            ask((under or self.root).clear_cache)
            return self.all(roles, named, under)
        return wait(f"{roles} {named}", look)[0]

    def wait_gone(self, roles=None, named=None):
        wait(f"no {roles} {named}", lambda: not self.all(roles, named))

    def nameless(self):
        """What can have the focus and yet says nothing to who cannot see it."""
        containers = {"application", "frame", "window", "dialog", "scroll-pane", "panel", "filler",
                      "list", "tree-item", "table-row"}
        return [node for node in walk(self.root)
                if "focusable" in states(node) and role(node) not in containers
                and showing(node) and not label(node)]

    # Acting

    def activate(self, node, action=None):
        """Does an accessible action of it, the first if none is named."""
        actions = node.get_action_iface()
        assert actions is not None, f"{role(node)} {label(node)!r} has no actions"
        names = [Atspi.Action.get_action_name(actions, index)
                 for index in range(actions.get_n_actions())]
        index = names.index(action) if action else 0
        assert Atspi.Action.do_action(actions, index), f"{names[index]} was refused"

    def window_action(self, action):
        """Does an action such as win.undo: GTK offers them on the window itself."""
        self.activate(next(children(self.root)), action)

    def set_text(self, node, text):
        node.get_editable_text_iface().set_text_contents(text)

    def text(self, node):
        text = node.get_text_iface()
        # GTK 4 answers nothing for an end of -1, so the length it is.
        return Atspi.Text.get_text(text, 0, Atspi.Text.get_character_count(text)) if text else ""

    def keys(self, *names):
        xdotool("key", "--clearmodifiers", *names)

    def type(self, text):
        """For ASCII; other characters are lost on the way, paste() those."""
        xdotool("type", "--clearmodifiers", "--delay", 12, text)

    def paste(self, text):
        subprocess.run(["xclip", "-selection", "clipboard", "-i"], input=text.encode(), check=True)
        self.keys("ctrl+v")

    def click(self, node):
        xdotool("mousemove", *self.centre(node), "click", 1)

    def drag(self, source, target):
        (x1, y1), (x2, y2) = self.centre(source), self.centre(target)
        steps = 12
        xdotool("mousemove", x1, y1, "mousedown", 1)
        for step in range(1, steps + 1):
            xdotool("mousemove", x1 + (x2 - x1) * step // steps, y1 + (y2 - y1) * step // steps)
            time.sleep(0.02)
        xdotool("mouseup", 1)

    def centre(self, node):
        """On the screen: the X window is larger than the frame inside, by its shadow."""
        window = xdotool("search", "--onlyvisible", "--pid", self.process.pid).split()[-1]
        shell = xdotool("getwindowgeometry", "--shell", window)
        place = {key: int(value) for key, value in re.findall(r"(\w+)=(-?\d+)", shell)}
        frame, box = extents(next(children(self.root))), extents(node)
        return (place["X"] + (place["WIDTH"] - frame.width) // 2 + box.x + box.width // 2,
                place["Y"] + (place["HEIGHT"] - frame.height) // 2 + box.y + box.height // 2)

    def screenshot(self, path):
        subprocess.run(["import", "-window", "root", path], check=True)

    def dump(self):
        """For whoever writes a journey: what there is to find."""
        for node in walk(self.root):
            if showing(node):
                print(f"# {role(node)} {label(node)!r}", file=sys.stderr)


class Journey:
    """Steps, reported as TAP; the first that fails ends the journey."""

    def __init__(self):
        self.count = 0

    def step(self, what, action):
        self.count += 1
        try:
            action()
        except Exception as error:  # whatever it is, it is this step's result
            print(f"not ok {self.count} - {what}: {error}\n1..{self.count}", flush=True)
            sys.exit(1)
        print(f"ok {self.count} - {what}", flush=True)

    def end(self):
        print(f"1..{self.count}", flush=True)
