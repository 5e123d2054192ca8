"""A server of pages on this machine, for what asks for addresses."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from annotator.corpus.content import MB, TEXT_LIMIT
from tests.annotator.corpus.test_web import PAGE

BARE = PAGE.replace('<link rel="canonical" href="https://bote.example/rathaus">', "")


class Server(ThreadingHTTPServer):
    asked: list[str]


class _Answers(BaseHTTPRequestHandler):
    server: Server

    def do_GET(self):
        self.server.asked.append(self.path)
        moved = {"/alt": "/seite", "/kreis": "/kreis", "/datei": "file:///etc/passwd", "/ftp": "ftp://x.example/a"}
        if self.path in moved:
            self.send_response(302)
            self.send_header("Location", moved[self.path])
            self.end_headers()
            return
        kinds = {
            "/seite": ("text/html; charset=windows-1252", BARE.encode("cp1252")),
            "/text": ("text/plain; charset=utf-8", "Über Köln 🎈".encode()),
            "/bild": ("image/png", b"\x89PNG"),
            "/gross": ("text/html", b"a" * (TEXT_LIMIT * MB + 2)),
        }
        if self.path not in kinds:
            self.send_error(404)
            return
        kind, content = kinds[self.path]
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_):
        pass


@contextmanager
def serving() -> Iterator[Server]:
    made = Server(("127.0.0.1", 0), _Answers)
    made.asked = []
    thread = threading.Thread(target=made.serve_forever)
    thread.start()
    try:
        yield made
    finally:
        made.shutdown()
        thread.join()
        made.server_close()


def address(server, path):
    return f"http://127.0.0.1:{server.server_port}{path}"
