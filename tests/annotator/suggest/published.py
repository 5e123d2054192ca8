"""A local server that publishes pipelines as spaCy's makers do."""

import hashlib
import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from zipfile import ZipFile

from annotator.suggest.sources.official import Addresses

NAME, VERSION = "de_core_news_sm", "3.8.0"
WHEEL = f"/wheels/{NAME}-{VERSION}/{NAME}-{VERSION}-py3-none-any.whl"
META = f"/meta/{NAME}-{VERSION}.json"
LIST = "/compatibility.json"


class Publisher(ThreadingHTTPServer):
    """Serves ``files`` by path; a path in ``waiting`` stops half-way until ``go_on`` is set."""

    files: dict[str, bytes]
    asked: list[str]
    waiting: set[str]
    go_on: threading.Event

    @property
    def places(self):
        root = f"http://127.0.0.1:{self.server_port}"
        return Addresses(compatible=f"{root}{LIST}", wheels=f"{root}/wheels")


class _Answers(BaseHTTPRequestHandler):
    server: Publisher

    def do_HEAD(self):
        self._answer(b"")

    def do_GET(self):
        content = self.server.files.get(self.path, b"")
        half = len(content) // 2
        if self.path not in self.server.waiting:
            self._answer(content)
            return
        self._answer(content[:half])
        self.wfile.flush()
        self.server.go_on.wait(30)

    def _answer(self, content):
        self.server.asked.append(f"{self.command} {self.path}")
        if self.path not in self.server.files:
            self.send_error(404)
            return
        self.send_response(200)
        self.send_header("Content-Length", str(len(self.server.files[self.path])))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_):
        pass


def wheel(*, name=NAME, version=VERSION, more=(), lang="de", called="core_news_sm", spacy_version=">=3.8,<3.9"):
    """Return a wheel as spaCy's makers build them: a package with code and the pipeline's folder."""
    import tempfile
    from pathlib import Path
    from typing import Any

    import spacy

    nlp = spacy.blank(lang, meta={"name": called, "version": version, "license": "CC0"})
    ruler: Any = nlp.add_pipe("entity_ruler")
    ruler.add_patterns([{"label": "LOC", "pattern": "Köln"}])
    packed = BytesIO()
    with tempfile.TemporaryDirectory() as folder, ZipFile(packed, "w") as archive:
        nlp.to_disk(folder)
        meta = Path(folder, "meta.json")
        known = json.loads(meta.read_text("utf-8"))
        meta.write_text(json.dumps({**known, "spacy_version": spacy_version}), encoding="utf-8")
        for file in sorted(Path(folder).rglob("*")):
            if file.is_file():
                archive.write(file, f"{name}/{name}-{version}/{file.relative_to(folder).as_posix()}")
        archive.writestr(f"{name}/__init__.py", "raise SystemExit('nobody runs this')")
        archive.writestr(f"{name}-{version}.dist-info/METADATA", "")
        for member, content in more:
            archive.writestr(member, content)
    return packed.getvalue()


def publish(server, content, **meta):
    """Publish a wheel with its checksum for the installed spaCy."""
    from spacy import about

    minor = ".".join(about.__version__.split(".")[:2])
    known = {"license": "MIT", "checksum_whl": hashlib.sha256(content).hexdigest(), **meta}
    server.files = {
        LIST: json.dumps({"spacy": {minor: {NAME: [VERSION]}}}).encode(),
        META: json.dumps(known).encode(),
        WHEEL: content,
    }


@contextmanager
def publishing() -> Iterator[Publisher]:
    made = Publisher(("127.0.0.1", 0), _Answers)
    made.files, made.asked, made.waiting, made.go_on = {}, [], set(), threading.Event()
    thread = threading.Thread(target=made.serve_forever)
    thread.start()
    try:
        yield made
    finally:
        made.go_on.set()
        made.shutdown()
        thread.join()
        made.server_close()
