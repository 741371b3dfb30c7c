# Copyright 2026 The Clientele Developers
# SPDX-License-Identifier: GPL-3.0-or-later

"""The program, driven by its command line, in a home of its own."""
import json
import os
import pathlib
import subprocess
import tempfile

import tap

TREE = pathlib.Path(__file__).parents[2]
BINARY = os.environ.get("CLIENTELE_PROGRAM", TREE / "build" / "src" / "clientele")
# What the program may not inherit: with a bus it would use the keyring of whoever tests.
UNWANTED = ("DBUS_SESSION_BUS_ADDRESS", "DISPLAY", "WAYLAND_DISPLAY", "XDG_RUNTIME_DIR", "LANGUAGE")


class Program:
    def __init__(self):
        self._home = tempfile.TemporaryDirectory(prefix="clientele-integration-")
        self.folder = self._home.name
        self._environment = {name: value for name, value in os.environ.items()
                             if name not in UNWANTED}
        self._environment.update({
            "HOME": self.folder, "LC_ALL": "C.UTF-8", "TZ": "UTC", "GSETTINGS_BACKEND": "memory",
            "G_DEBUG": "fatal-criticals",
        })
        for name in ("DATA", "CONFIG", "CACHE", "STATE"):
            self._environment[f"XDG_{name}_HOME"] = f"{self.folder}/{name.lower()}"

    def start(self, *arguments):
        return subprocess.Popen([BINARY, *arguments], env=self._environment,
                                stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                stderr=subprocess.PIPE, text=True)

    def run(self, *arguments, given=""):
        process = self.start(*arguments)
        out, err = process.communicate(given, timeout=300)
        return subprocess.CompletedProcess(arguments, process.returncode, out, err)

    def succeed(self, *arguments, given=""):
        done = self.run(*arguments, given=given)
        tap.expect(done.returncode == 0, " ".join(arguments), "→", done.returncode, done.stderr)
        return done.stdout

    def fail(self, *arguments, given=""):
        """The one line that says why."""
        done = self.run(*arguments, given=given)
        tap.expect(done.returncode == 1, " ".join(arguments), "→", done.returncode, done.stderr)
        tap.expect(len(done.stderr.splitlines()) == 1, "more than a line:", done.stderr)
        return done.stderr.removeprefix("clientele: ").strip()


class Workspace:
    """A workspace of the program for a server."""

    def __init__(self, server, url=None, database=None, key=None):
        self.program = Program()
        self.key = key or server.key
        self.program.succeed("workspace", "add", "Test", "--kind", "odoo", "--url",
                             url or server.url, "--database", database or server.database)

    def sync(self):
        """Where there is no keyring, a key lasts as long as the process: given every time."""
        self.program.succeed("sync", "--secret-stdin", given=self.key + "\n")

    def start_sync(self):
        process = self.program.start("sync", "--secret-stdin")
        process.stdin.write(self.key + "\n")
        process.stdin.close()
        process.stdin = None
        return process

    def fail_sync(self, key=None):
        return self.program.fail("sync", "--secret-stdin", given=(key or self.key) + "\n")

    def list(self, entity, *options):
        return json.loads(self.program.succeed("list", entity, "--json", *options))

    def list_all(self, entity):
        """By the server's id; archived records, which lists leave out unless asked, too."""
        records = self.list(entity)
        if entity not in ("task", "note", "quote"):
            records += self.list(entity, "--filter", "archived=true")
        return {record["remote_id"]: record for record in records}

    def find(self, entity, remote_id):
        return self.list_all(entity).get(str(remote_id))
