# Copyright 2026 The Clientele Developers
# SPDX-License-Identifier: GPL-3.0-or-later

"""The Odoo server of the tests, asked by plain requests: what it says is what is right."""
import fcntl
import json
import os
import pathlib
import subprocess
import tempfile
import urllib.error
import urllib.request

import tap

SCRIPT = pathlib.Path(__file__).parent.parent / "servers" / "odoo"

# Set by who may spend minutes on making a server; otherwise only one that runs is used.
MAY_START = os.environ.get("CLIENTELE_TEST_SERVERS") == "start"


class Refused(Exception):
    def __init__(self, status, body):
        super().__init__(f"{status}: {body[:500]}")
        self.status = status


class Server:
    """One user's view of the server."""

    def __init__(self, settings, role):
        self.settings = settings
        self.role = role
        self.url = settings["CLIENTELE_ODOO_URL"]
        self.database = settings["CLIENTELE_ODOO_DATABASE"]
        self.key = settings[f"CLIENTELE_ODOO_{role}_KEY"]

    def as_role(self, role):
        return Server(self.settings, role)

    def request(self, model, method, body, url=None):
        """The bytes of the answer, nothing read from them."""
        request = urllib.request.Request(
            f"{url or self.url}/json/2/{model}/{method}", data=body, method="POST",
            headers={"Authorization": f"bearer {self.key}", "Content-Type": "application/json",
                     "X-Odoo-Database": self.database})
        try:
            with urllib.request.urlopen(request, timeout=120) as answer:
                return answer.read()
        except urllib.error.HTTPError as error:
            raise Refused(error.code, error.read().decode("utf-8", "replace")) from None

    def call(self, model, method, **arguments):
        return json.loads(self.request(model, method, json.dumps(arguments).encode()))

    def search(self, model, domain, fields):
        """All records, archived ones too, by id."""
        return self.call(model, "search_read", domain=domain, fields=fields, order="id", load="",
                         context={"active_test": False})

    def search_count(self, model, domain):
        return self.call(model, "search_count", domain=domain, context={"active_test": False})

    def read(self, model, record_id, *fields):
        return self.call(model, "read", ids=[record_id], fields=list(fields), load="")[0]

    def create(self, model, **values):
        return self.call(model, "create", vals_list=[values])[0]

    def write(self, model, record_id, **values):
        self.call(model, "write", ids=[record_id], vals=values)

    def unlink(self, model, *record_ids):
        self.call(model, "unlink", ids=list(record_ids))

    def psql(self, statement):
        subprocess.run([SCRIPT, "psql", "-At", "-c", statement], check=True,
                       capture_output=True, text=True)


# Programs of tests that change the same server take turns, whichever build they belong to.
_turn = open(pathlib.Path(tempfile.gettempdir()) / "clientele-odoo-turn", "w", encoding="utf-8")


def _run(verb):
    return subprocess.run([SCRIPT, verb], capture_output=True, text=True, check=False)


def find(role="API"):
    """The server; without one, the whole program of tests is skipped."""
    fcntl.flock(_turn, fcntl.LOCK_EX)
    if MAY_START:
        answer = _run("start")
        if answer.returncode != 0:
            tap.note(answer.stderr)
            tap.skip_all(f"no Odoo could be started: {answer.stderr.splitlines()[-1]}")
    elif _run("status").returncode != 0:
        tap.skip_all("no Odoo runs here; “tests/servers/odoo start” makes one")

    lines = _run("env").stdout.split()
    return Server(dict(line.split("=", 1) for line in lines), role)
