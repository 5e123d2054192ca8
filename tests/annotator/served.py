"""A local web server for tests of code that fetches pages."""

import gzip
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from annotator.corpus.byte_limits import MB, TEXT_LIMIT
from tests.annotator.corpus.readers.test_web import PAGE

BARE = PAGE.replace('<link rel="canonical" href="https://bote.example/rathaus">', "")


MOVED = {
    "/alt": "/seite",
    "/kreis": "/kreis",
    "/hin": "/her",
    "/her": "/hin?noch=mal",
    "/datei": "file:///etc/passwd",
    "/ftp": "ftp://x.example/a",
    "/unformig": "http://[",
    "/zur-strasse": "/stra\u00dfe 5",
}
_ENDLESS = b"<p>a</p>" * 8192


class Server(ThreadingHTTPServer):
    asked: list[str]
    stopping: threading.Event


class _Answers(BaseHTTPRequestHandler):
    server: Server

    def do_GET(self):
        self.server.asked.append(self.path)
        path = self.path.partition("?")[0]
        if path in MOVED:
            self._say(302, Location=MOVED[path].encode().decode("latin-1"))
        elif path.startswith("/tropf"):
            self._drip(path)
        elif path == "/endlos":
            self._say(200, **{"Content-Type": "text/html"})
            self._repeat(_ENDLESS, pause=0.0)
        elif path == "/endlos-weiter":
            self._say(302, Location="/seite")
            self._repeat(_ENDLESS, pause=0.0)
        else:
            self._give(path)

    def _give(self, path):
        page, html = BARE.encode("cp1252"), "text/html; charset=windows-1252"
        packed = {"Content-Encoding": "gzip"}
        answers = {
            "/seite": (html, page, {}),
            "/stra%C3%9Fe%205": (html, page, {}),
            "/text": ("text/plain; charset=utf-8", "Über Köln 🎈".encode(), {}),
            "/bild": ("image/png", b"\x89PNG", {}),
            "/gross": ("text/html", b"a" * (TEXT_LIMIT * MB + 2), {}),
            "/gepackt": (html, gzip.compress(page), packed),
            "/bombe": (html, gzip.compress(b"a" * (TEXT_LIMIT * MB + 2)), packed),
            "/halb-gepackt": (html, gzip.compress(page)[:-20], packed),
            "/kein-gzip": (html, page, packed),
            "/brotli": (html, page, {"Content-Encoding": "br"}),
            "/zu-lang": (html, page, {"Content-Length": str(len(page) + 9)}),
            "/riesig": (html, page, {"Content-Length": "9" * 18}),
            "/unfug": (html, page, {"Content-Length": "viel"}),
        }
        if path not in answers:
            self.send_error(404)
            return
        kind, content, more = answers[path]
        self._say(200, **{"Content-Type": kind, **more})
        self.wfile.write(content)

    def _say(self, code, **headers):
        self.send_response(code)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()

    def _drip(self, path):
        """Send the headers or the page slowly, a byte now and then."""
        if path == "/tropf":
            self._say(200, **{"Content-Type": "text/html"})
        else:
            self.wfile.write(b"HTTP/1.0 200 OK\r\nX-Drip: ")
        self._repeat(b"a", pause=0.05)

    def _repeat(self, piece, *, pause):
        with suppress(OSError):
            while not self.server.stopping.wait(pause):
                self.wfile.write(piece)

    def log_message(self, *_):
        pass


@contextmanager
def serving() -> Iterator[Server]:
    made = Server(("127.0.0.1", 0), _Answers)
    made.asked = []
    made.stopping = threading.Event()
    thread = threading.Thread(target=made.serve_forever, args=(0.02,))
    thread.start()
    try:
        yield made
    finally:
        made.stopping.set()
        made.shutdown()
        thread.join()
        made.server_close()


def address(server, path):
    return f"http://127.0.0.1:{server.server_port}{path}"
