# Copyright 2026 The Clientele Developers
# SPDX-License-Identifier: GPL-3.0-or-later

"""Stands between the program and the server: counts, and strikes at a chosen request."""
import http.client
import http.server
import threading
import urllib.parse

# What concerns one connection only.
HOP_HEADERS = {"connection", "keep-alive", "transfer-encoding", "content-length"}


class Proxy:
    """Passes requests on. `strike` is called with the number of each, before it is passed on."""

    def __init__(self, url):
        self._target = urllib.parse.urlsplit(url)
        self._lock = threading.Lock()
        self._server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), self._make_handler())
        self._thread = threading.Thread(target=self._server.serve_forever)
        self.url = f"http://127.0.0.1:{self._server.server_port}"
        self.strike = None
        self.reset()

    def __enter__(self):
        self._thread.start()
        return self

    def __exit__(self, *unused):
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()

    def reset(self):
        self.requests = []  # (model and method, body)
        self.n_bytes_sent = 0
        self.n_bytes_received = 0

    def _note(self, path, body):
        with self._lock:
            self.requests.append((path.removeprefix("/json/2/"), body))
            self.n_bytes_sent += len(body)
            number = len(self.requests)
        if self.strike is not None:
            self.strike(number)

    def _pass_on(self, handler, body):
        connection = http.client.HTTPConnection(self._target.hostname, self._target.port)
        headers = {name: value for name, value in handler.headers.items()
                   if name.lower() not in HOP_HEADERS | {"host"}}
        connection.request(handler.command, handler.path, body, headers)
        answer = connection.getresponse()
        received = answer.read()
        connection.close()
        self.n_bytes_received += len(received)
        return answer, received

    def _make_handler(proxy):  # pylint: disable=no-self-argument
        class Handler(http.server.BaseHTTPRequestHandler):
            def do_POST(self):
                body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
                proxy._note(self.path, body)
                answer, received = proxy._pass_on(self, body)
                try:
                    self.send_response_only(answer.status)
                    for name, value in answer.getheaders():
                        if name.lower() not in HOP_HEADERS:
                            self.send_header(name, value)
                    self.send_header("Content-Length", str(len(received)))
                    self.end_headers()
                    self.wfile.write(received)
                except (BrokenPipeError, ConnectionResetError):
                    pass  # the program was killed while it waited

            do_GET = do_POST

            def log_message(self, *unused):
                pass

        return Handler
