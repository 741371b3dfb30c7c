#!/usr/bin/python3
# Copyright 2026 The Clientele Developers
# SPDX-License-Identifier: GPL-3.0-or-later

"""The first run against a real Odoo, killed at one request after another, and gone on with."""
import signal

import odoo
import tap
from comparison import compare_all
from many import many_companies
from program import Workspace
from proxy import Proxy

N_COMPANIES = 4000


def kill_at(proxy, workspace, number):
    """Starts a run that does not survive its request of that number."""
    process = workspace.start_sync()

    def strike(count):
        if count == number:
            process.kill()
            process.wait()

    proxy.reset()
    proxy.strike = strike
    process.communicate()
    proxy.strike = None
    tap.expect_equal(process.returncode, -signal.SIGKILL, f"killed at request {number}")


def count_requests(server):
    with Proxy(server.url) as proxy:
        Workspace(server, url=proxy.url).sync()
        return len(proxy.requests)


@tap.test("killed at any request, the next run goes on and nothing is missing")
def test_kill(server, n_requests):
    for number in range(1, n_requests + 1, max(1, n_requests // 8)):
        with Proxy(server.url) as proxy:
            workspace = Workspace(server, url=proxy.url)
            kill_at(proxy, workspace, number)
            proxy.reset()
            workspace.sync()
            counts = compare_all(server, workspace)
            tap.note(f"killed at request {number} of {n_requests}: {len(proxy.requests)} more, "
                     f"{sum(counts.values())} records")


@tap.test("killed again and again, a little further each time, it arrives")
def test_again_and_again(server, n_requests):
    with Proxy(server.url) as proxy:
        workspace = Workspace(server, url=proxy.url)
        for number in range(4, n_requests, max(1, n_requests // 6)):
            kill_at(proxy, workspace, number)
        workspace.sync()
        compare_all(server, workspace)


@tap.test("a long first run goes on at the page where it was killed")
def test_long(server, _):
    with many_companies(server, N_COMPANIES), Proxy(server.url) as proxy:
        whole = Workspace(server, url=proxy.url)
        whole.sync()
        n_whole, n_requests = proxy.n_bytes_received, len(proxy.requests)

        workspace = Workspace(server, url=proxy.url)
        kill_at(proxy, workspace, n_requests - n_requests // 4)
        proxy.reset()
        workspace.sync()
        tap.note(f"{n_whole} bytes in one run; {proxy.n_bytes_received} after the kill")
        tap.expect(proxy.n_bytes_received < 0.6 * n_whole, "most of it was fetched again")
        tap.expect_equal(workspace.list_all("customer").keys(), whole.list_all("customer").keys())


def main():
    server = odoo.find()
    tap.main(server, count_requests(server))


if __name__ == "__main__":
    main()
