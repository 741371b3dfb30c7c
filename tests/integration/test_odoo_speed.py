#!/usr/bin/python3
# Copyright 2026 The Clientele Developers
# SPDX-License-Identifier: GPL-3.0-or-later

"""How fast a real Odoo is pulled, against the same requests made plainly in the same run."""
import contextlib
import statistics
import time

import odoo
import tap
from many import many_companies
from program import Workspace
from proxy import Proxy

N_COMPANIES = 5000
N_ROUNDS = 3


def measure(function):
    begun = time.monotonic()
    function()
    return time.monotonic() - begun


def count_records(workspace):
    return sum(len(workspace.list_all(entity)) for entity in ("customer", "contact", "note"))


@tap.test("a first run, against the same requests made plainly")
def test_first_run(server):
    with many_companies(server, N_COMPANIES):
        with Proxy(server.url) as proxy:
            recorder = Workspace(server, url=proxy.url)
            recorder.sync()
            requests = list(proxy.requests)
            n_bytes = proxy.n_bytes_received
        n_records = count_records(recorder)
        tap.expect(n_records >= N_COMPANIES, n_records, "records")

        def ask_plainly():
            for method, body in requests:
                # Whether a model is there is learned from a refusal, here as in the program.
                with contextlib.suppress(odoo.Refused):
                    server.request(*method.rsplit("/", 1), body)

        ours, plain = [], []
        for _ in range(N_ROUNDS):
            workspace = Workspace(server)
            plain.append(measure(ask_plainly))
            ours.append(measure(workspace.sync))
    seconds = statistics.median(ours)
    ratio = statistics.median(plain) / seconds
    tap.note(f"pull: {n_records / seconds:.0f} records/s, {n_records} records, {len(requests)} "
             f"requests, {n_bytes} bytes, {seconds:.2f} s; plain requests "
             f"{statistics.median(plain):.2f} s; ratio {ratio:.2f} (goal 0.9)")


@tap.test("a run with nothing new asks little")
def test_nothing_new(server):
    with Proxy(server.url) as proxy:
        workspace = Workspace(server, url=proxy.url)
        workspace.sync()
        n_first, n_first_bytes = len(proxy.requests), proxy.n_bytes_received
        proxy.reset()
        seconds = measure(workspace.sync)
        tap.note(f"first run: {n_first} requests, {n_first_bytes} bytes; nothing new: "
                 f"{len(proxy.requests)} requests, {proxy.n_bytes_sent} bytes sent, "
                 f"{proxy.n_bytes_received} received, {seconds:.2f} s")
        tap.expect(len(proxy.requests) <= n_first, "it asks more than the first")


if __name__ == "__main__":
    tap.main(odoo.find())
