#!/usr/bin/python3
# Copyright 2026 The Clientele Developers
# SPDX-License-Identifier: GPL-3.0-or-later

"""Odoo's demo data in the program, record by record, against what the server says."""
import odoo
import tap
from comparison import compare_all
from expected import ENTITIES
from program import Workspace


@tap.test("the demo data is here, record by record and field by field")
def test_demo_data(server):
    workspace = Workspace(server)
    workspace.sync()
    counts = compare_all(server, workspace)
    tap.note("records: " + ", ".join(f"{n} {entity}" for entity, n in counts.items()))
    for entity in ("customer", "contact", "lead", "deal", "event", "task", "note", "user"):
        tap.expect(counts[entity] > 0, "the demo data has no", entity)


@tap.test("a second run changes nothing")
def test_again(server):
    workspace = Workspace(server)
    workspace.sync()
    before = {entity: workspace.list_all(entity) for entity in ENTITIES}
    workspace.sync()
    tap.expect({entity: workspace.list_all(entity) for entity in ENTITIES} == before,
               "records changed though the server did not")


@tap.test("a salesperson gets what the server shows to a salesperson")
def test_restricted(server):
    salesperson = server.as_role("SALES")
    workspace = Workspace(salesperson)
    workspace.sync()
    counts = compare_all(salesperson, workspace)
    tap.note(f"{counts['lead']} leads and {counts['deal']} deals for a salesperson")
    n_all = server.search_count("crm.lead", [])
    tap.expect(counts["lead"] + counts["deal"] < n_all, "nothing was hidden by the server")


if __name__ == "__main__":
    tap.main(odoo.find())
