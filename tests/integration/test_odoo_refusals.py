#!/usr/bin/python3
# Copyright 2026 The Clientele Developers
# SPDX-License-Identifier: GPL-3.0-or-later

"""What goes wrong between the program and a server is said in a sentence, and nothing is lost."""
import contextlib
import http.server
import socket
import threading

import odoo
import tap
from program import Workspace


@contextlib.contextmanager
def answering(status, content_type, body):
    """A server that gives everybody the same answer. Yields its address."""
    class Handler(http.server.BaseHTTPRequestHandler):
        def do_POST(self):
            self.rfile.read(int(self.headers.get("Content-Length") or 0))
            self.send_response(status)
            self.send_header("Content-Type", content_type)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        do_GET = do_POST

        def log_message(self, *unused):
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def expect_sentence(sentence, *words):
    tap.note(sentence)
    for word in words:
        tap.expect(word in sentence, f"“{word}” is not in:", sentence)
    for jargon in ("Traceback", "HTTP", "JSON", "NULL", "{", "errno"):
        tap.expect(jargon not in sentence, f"“{jargon}” is in:", sentence)


@tap.test("a wrong key")
def test_wrong_key(server):
    workspace = Workspace(server, key="0123456789abcdef0123456789abcdef01234567")
    expect_sentence(workspace.fail_sync(), "key")
    tap.expect_equal(workspace.list("customer"), [])


@tap.test("a key that is withdrawn later: what is here stays")
def test_withdrawn_key(server):
    workspace = Workspace(server)
    workspace.sync()
    n_customers = len(workspace.list("customer"))
    expect_sentence(workspace.fail_sync(key="0123456789abcdef0123456789abcdef01234567"), "key")
    tap.expect_equal(len(workspace.list("customer")), n_customers)


@tap.test("the key of another account")
def test_other_account(server):
    workspace = Workspace(server)
    workspace.sync()
    before = workspace.list("deal")
    expect_sentence(workspace.fail_sync(key=server.as_role("SALES").key), "account")
    tap.expect_equal(workspace.list("deal"), before)


@tap.test("a wrong database")
def test_wrong_database(server):
    workspace = Workspace(server, database="no-such-database")
    expect_sentence(workspace.fail_sync())


@tap.test("an address where nobody listens")
def test_nobody(server):
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        workspace = Workspace(server, url=f"http://127.0.0.1:{unused.getsockname()[1]}")
        expect_sentence(workspace.fail_sync(), "cannot be reached")


@tap.test("a web server that is no Odoo")
def test_web_page(server):
    with answering(200, "text/html", b"<html><body>Welcome</body></html>") as url:
        expect_sentence(Workspace(server, url=url).fail_sync(), "no Odoo")


@tap.test("an answer that is cut off")
def test_truncated(server):
    with answering(200, "application/json", b'{"lang": "en_US", "uid": ') as url:
        expect_sentence(Workspace(server, url=url).fail_sync(), "damaged")


@tap.test("an answer that is nested too deeply")
def test_nested(server):
    with answering(200, "application/json", b"[" * 100_000) as url:
        expect_sentence(Workspace(server, url=url).fail_sync())


@tap.test("a server that asks for peace")
def test_busy(server):
    with answering(429, "application/json", b"{}") as url:
        expect_sentence(Workspace(server, url=url).fail_sync(), "slow down")


@tap.test("a server with a problem of its own")
def test_broken(server):
    with answering(500, "application/json", b"{}") as url:
        expect_sentence(Workspace(server, url=url).fail_sync(), "problem")


@tap.test("an empty answer to everything")
def test_empty(server):
    with answering(200, "application/json", b"[]") as url:
        expect_sentence(Workspace(server, url=url).fail_sync())


if __name__ == "__main__":
    tap.main(odoo.find())
