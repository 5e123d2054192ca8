"""A scripted server that speaks a language model's protocol on this machine, with all its faults."""

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

KEY = "sk-geheim-0815-4711"


class Server(ThreadingHTTPServer):
    """Answers with ``script``, a function of the request's number and content, called for each request."""

    daemon_threads = True
    script: Callable[[int, Any, "Handler"], object]
    asked: list[Any]
    headers: list[dict[str, str]]
    stopping: threading.Event

    @property
    def address(self):
        return f"http://127.0.0.1:{self.server_port}/v1"


class Handler(BaseHTTPRequestHandler):
    server: Server

    def do_POST(self):
        content = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        self.server.asked.append(json.loads(content or b"null"))
        self.server.headers.append(dict(self.headers.items()) | {"path": self.path})
        answer = self.server.script(len(self.server.asked), self.server.asked[-1], self)
        if answer is not None:
            self.put(200, answer)

    def do_CONNECT(self):
        self.do_POST()

    def put(self, status, value, **headers):
        content = value if isinstance(value, bytes) else json.dumps(value).encode()
        self.send_response(status)
        for name, told in ({"Content_Length": str(len(content))} | headers).items():
            self.send_header(name.replace("_", "-"), told)
        self.end_headers()
        with suppress(OSError):
            self.wfile.write(content)

    def drip(self):
        """Send a byte now and then, for ever."""
        self.send_response(200)
        self.end_headers()
        with suppress(OSError):
            while not self.server.stopping.wait(0.05):
                self.wfile.write(b" ")

    def log_message(self, *_):
        pass


def said(content, **more):
    """Return a complete answer with the message ``content``, which is encoded as JSON unless it is text."""
    words = content if isinstance(content, str) else json.dumps(content, ensure_ascii=False)
    choice = {"message": {"role": "assistant", "content": words}, "finish_reason": "stop"} | more
    return {"choices": [choice], "usage": {"prompt_tokens": 100, "completion_tokens": 20}}


def labels(*entries, claims=()):
    """Return an answer with labels, each a quote with its label and perhaps a reason."""
    named = [dict(zip(("quote", "label", "reason"), entry, strict=False)) for entry in entries]
    return said({"labels": named, "claims": [*claims]})


@contextmanager
def serving(script) -> Iterator[Server]:
    made = Server(("127.0.0.1", 0), Handler)
    made.script = script if callable(script) else lambda *_: script
    made.asked, made.headers, made.stopping = [], [], threading.Event()
    thread = threading.Thread(target=made.serve_forever, args=(0.02,))
    thread.start()
    try:
        yield made
    finally:
        made.stopping.set()
        made.shutdown()
        thread.join()
        made.server_close()
