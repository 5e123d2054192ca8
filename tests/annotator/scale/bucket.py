"""A server that speaks enough of S3 for s3fs: it lists, reads and writes objects, and knows one access key."""

import hashlib
import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, unquote, urlsplit
from xml.sax.saxutils import escape

KEY, SECRET = "KNOWNKEY", "never-to-be-written"


class Bucket(ThreadingHTTPServer):
    """A server with its objects, by ``/bucket/key``. Reading a path in ``broken`` ends with a server error."""

    daemon_threads = True

    def __init__(self):
        super().__init__(("127.0.0.1", 0), _Request)
        self.objects: dict[str, bytes] = {}
        self.broken: set[str] = set()

    def environment(self, key=KEY):
        """Return the environment variables by which s3fs finds this server."""
        address = f"http://127.0.0.1:{self.server_address[1]}"
        return {
            "FSSPEC_S3_ENDPOINT_URL": address,
            "FSSPEC_S3_KEY": key,
            "FSSPEC_S3_SECRET": SECRET,
            "AWS_DEFAULT_REGION": "us-east-1",
            "AWS_MAX_ATTEMPTS": "1",
            "AWS_REQUEST_CHECKSUM_CALCULATION": "when_required",
        }


@contextmanager
def served():
    """Yield a running server."""
    with Bucket() as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()


class _Request(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: Bucket

    def do_GET(self):
        parsed = urlsplit(self.path)
        path = unquote(parsed.path)
        if f"Credential={KEY}/" not in self.headers.get("Authorization", ""):
            self._end(403, b"<Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>")
        elif path in self.server.broken:
            self._end(400, b"<Error><Code>BadDigest</Code><Message>The disk of the server is broken</Message></Error>")
        elif path.count("/") == 1 or (path.endswith("/") and path.count("/") == 2):
            asked = {name: value[0] for name, value in parse_qs(parsed.query).items()}
            self._end(200, self._listed(path.strip("/"), asked))
        elif path not in self.server.objects:
            self._end(404, b"<Error><Code>NoSuchKey</Code><Message>The key does not exist</Message></Error>")
        else:
            self._give(self.server.objects[path])

    do_HEAD = do_GET  # noqa: N815  # the name that is called

    def do_PUT(self):
        content = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        self.server.objects[unquote(urlsplit(self.path).path)] = content
        self._end(200, b"", ETag=_etag(content))

    def _give(self, content):
        first, _, last = self.headers.get("Range", "").removeprefix("bytes=").partition("-")
        etag = _etag(content)
        if not first:
            self._end(200, content, ETag=etag)
            return
        end = min(int(last or len(content) - 1), len(content) - 1)
        where = f"bytes {first}-{end}/{len(content)}"
        self._end(206, content[int(first) : end + 1], ETag=etag, **{"Content-Range": where})

    def _listed(self, bucket, asked):
        prefix, between = asked.get("prefix", ""), asked.get("delimiter", "")
        found, folders = [], set()
        for path, content in sorted(self.server.objects.items()):
            name = path.removeprefix(f"/{bucket}/")
            if name == path or not name.startswith(prefix):
                continue
            rest = name.removeprefix(prefix)
            if between and between in rest:
                folders.add(prefix + rest.partition(between)[0] + between)
            else:
                found.append(
                    f"<Contents><Key>{escape(name)}</Key><Size>{len(content)}</Size><ETag>{_etag(content)}</ETag>"
                    "<LastModified>2026-01-01T00:00:00.000Z</LastModified></Contents>"
                )
        found += [f"<CommonPrefixes><Prefix>{escape(name)}</Prefix></CommonPrefixes>" for name in sorted(folders)]
        count = f"<KeyCount>{len(found)}</KeyCount><IsTruncated>false</IsTruncated>"
        return f"<ListBucketResult>{count}{''.join(found)}</ListBucketResult>".encode()

    def _end(self, code, content, **headers):
        self.send_response(code)
        for name, value in {"Last-Modified": "Thu, 01 Jan 2026 00:00:00 GMT", **headers}.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    def log_message(self, *_):
        """Log no request."""


def _etag(content):
    return f'"{hashlib.sha256(content).hexdigest()[:32]}"'
