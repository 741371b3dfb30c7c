# Copyright 2026 The Clientele Developers
# SPDX-License-Identifier: GPL-3.0-or-later

"""The program's records against the server's, all of them."""
import decimal

import tap
from expected import ENTITIES, Local, Truth

# So many differences are shown; the rest is counted.
SHOWN = 12
# A sum of money comes as a binary number, which has no cents.
TOLERANCE = decimal.Decimal("0.005")


def is_same(actual, wanted):
    if isinstance(wanted, tuple) and isinstance(wanted[0], decimal.Decimal):
        return (isinstance(actual, tuple) and actual[1] == wanted[1]
                and abs(actual[0] - wanted[0]) < TOLERANCE) or (actual is None and not wanted[0])
    if isinstance(wanted, float):
        return actual is not None and abs(float(actual) - wanted) < 0.005
    if wanted is False:
        return actual in (False, None)
    return actual == wanted


def compare(entity, truth, local):
    """Yields what differs, in words."""
    wanted = truth.load(entity)
    records = local.records[entity]
    for key in sorted(wanted.keys() - records.keys(), key=int):
        yield f"{entity} {key} is missing"
    for key in sorted(records.keys() - wanted.keys(), key=int):
        yield f"{entity} {key} is not on the server"
    for key in sorted(wanted.keys() & records.keys(), key=int):
        for field, value in wanted[key].items():
            if field not in records[key]:
                yield f"{entity} has no field {field}"
            elif not is_same(local.get_value(entity, key, field), value):
                yield (f"{entity} {key} {field}: {local.get_value(entity, key, field)!r}, "
                       f"the server says {value!r}")


def compare_all(server, workspace):
    """Every record of every entity; returns the counts."""
    truth = Truth(server)
    local = Local(workspace)
    differences = [line for entity in ENTITIES for line in compare(entity, truth, local)]
    for line in differences[:SHOWN]:
        tap.note(line)
    tap.expect(not differences, len(differences), "differences")
    return {entity: len(records) for entity, records in local.records.items()}
