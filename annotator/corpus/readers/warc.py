"""Web archives (WARC) as crawlers write them: each page becomes an article.

Source: ISO 28500:2017, "WARC file format", which is simple enough to be read without a library. The file is streamed,
so at most one page is in memory. Nothing that a page references is fetched or run.
"""

import gzip
import re
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from email.message import Message
from pathlib import Path
from typing import BinaryIO, cast

from annotator.corpus.article import Found, ReadingChoices
from annotator.corpus.byte_limits import MB, TEXT_LIMIT, refuse_special, too_large
from annotator.corpus.readers.web import page
from annotator.system.errors import QT_TRANSLATE_NOOP, TextError
from annotator.system.whole_files import Broken
from annotator.text.normalization import web_address

_LONGEST_HEADER = 64_000  # bytes
_MOST_HEADERS = 500  # of a record
_MOST_TOTAL = 8_000  # MB of a decompressed archive
_CHUNK = 1_000_000  # bytes skipped at a time
_GZIP = b"\x1f\x8b"
_VERSION = re.compile(rb"WARC/\d")
_STATUS = re.compile(rb"HTTP/\d(?:\.\d)?\s+(\d{3})")
_KINDS = frozenset({"response", "resource"})
_PAGES = frozenset({"text/html", "application/xhtml+xml"})
_LONGEST = 120  # characters of an address in an error


@dataclass(frozen=True, slots=True, kw_only=True)
class _Page:
    """A web page as the server sent it, with the encoding it declared."""

    raw: bytes
    charset: str | None


def read_archive(path: Path, asked: ReadingChoices) -> Iterator[Found]:
    """Read the pages of a web archive in order. Other records are skipped; pages without an article are reported."""
    refuse_special(path)
    with path.open("rb") as file:
        yield from read_pages(file, path.name, asked)


def read_pages(file: BinaryIO, file_name: str, asked: ReadingChoices, most: int | None = None) -> Iterator[Found]:
    """Read an archive that is open at its beginning, as `read_archive`; ``most`` limits its decompressed MB."""
    found = False
    packed = file.read(2) == _GZIP
    file.seek(0)
    stream = _Stream(cast("BinaryIO", gzip.GzipFile(fileobj=file)) if packed else file, most or _MOST_TOTAL)
    while (headers := stream.next_record()) is not None:
        url = headers.get("warc-target-uri", "").strip("<>")
        name = f"{file_name}, {url[:_LONGEST]}"
        if headers.get("warc-type", "").lower() not in _KINDS or web_address(url) is None:
            continue
        try:
            answer = _page_of(headers, stream, name)
            if answer is not None:
                found = True
                yield page(answer.raw, name=name, forced=asked.encoding, declared=answer.charset, url=url)
        except TextError as error:  # an error in one page does not stop the others
            yield error
    if not found:
        raise TextError("text.nothing", file=file_name)


def _page_of(headers: Mapping[str, str], stream: "_Stream", name: str) -> _Page | None:
    """Return the page in a record, None if it holds something else."""
    if headers.get("warc-type", "").lower() == "resource":
        about = headers
    else:
        status = _STATUS.match(stream.line())
        if status is None or status[1] != b"200":
            return None
        about = stream.headers()
    kind = Message()
    kind["Content-Type"] = about.get("content-type", "")
    if kind.get_content_type() not in _PAGES:
        return None
    raw = stream.rest(name)
    if about.get("transfer-encoding", "").lower() == "chunked":
        raw = _unchunked(raw)
    return _Page(
        raw=_decompressed(raw, about.get("content-encoding", "").lower(), name), charset=kind.get_content_charset()
    )


def _unchunked(raw: bytes) -> bytes:
    """Join the chunks of a chunked response; a response whose chunks the crawler has already joined stays as it is."""
    pieces: list[bytes] = []
    place = 0
    while True:
        end = raw.find(b"\n", place)
        try:
            size = int(raw[place:end].partition(b";")[0], 16) if 0 <= end - place < 100 else -1
        except ValueError:
            size = -1
        if size < 0:
            return b"".join(pieces) if pieces else raw
        if size == 0:
            return b"".join(pieces)
        pieces.append(raw[end + 1 : end + 1 + size])
        place = raw.find(b"\n", end + 1 + size) + 1
        if place == 0:
            return b"".join(pieces)


def _decompressed(raw: bytes, encoding: str, name: str) -> bytes:
    """Decompress a response; many crawlers store it already decompressed."""
    if encoding in {"gzip", "x-gzip"} and raw.startswith(_GZIP):
        windows: tuple[int, ...] = (31,)
    elif encoding == "deflate":
        windows = (15, -15)
    elif encoding in {"br", "zstd"} and b"<" not in raw[:500]:
        reason = QT_TRANSLATE_NOOP("Errors", "its compression is not supported")
        raise TextError("text.missing", file=name, reason=reason)
    else:
        return raw
    for window in windows:
        decompressor = zlib.decompressobj(window)
        try:
            content = decompressor.decompress(raw, TEXT_LIMIT * MB + 1)
        except zlib.error:
            continue
        if len(content) > TEXT_LIMIT * MB:
            raise too_large(name, len(content))
        return content
    return raw


class _Stream:
    """The records of an archive, one after another; at most one record's block is in memory."""

    def __init__(self, file: BinaryIO, most: int) -> None:
        self._file = file
        self._most = most  # MB in all
        self._left = 0  # unread bytes of the block
        self._total = 0

    def next_record(self) -> Mapping[str, str] | None:
        """Skip to the next record and return its headers, None at the end; raise `Broken` for a damaged archive."""
        while self._left:
            self._read(min(self._left, _CHUNK))
        line = b"\n"
        while line.strip() == b"":
            line = self._line()
            if not line:
                return None
        if _VERSION.match(line) is None:
            raise Broken(QT_TRANSLATE_NOOP("Errors", "it is not an archive, or it is damaged"))
        self._left = _LONGEST_HEADER * _MOST_HEADERS
        headers = self.headers()
        try:
            self._left = int(headers["content-length"])
        except (KeyError, ValueError):
            self._left = -1
        if self._left < 0:
            raise Broken(QT_TRANSLATE_NOOP("Errors", "it is not an archive, or it is damaged"))
        return headers

    def line(self) -> bytes:
        """Return the next line of the current record's block."""
        line = self._line(min(self._left, _LONGEST_HEADER))
        self._left -= len(line)
        return line

    def headers(self) -> dict[str, str]:
        """Return the headers up to an empty line, by lower-case name. If a header is repeated, the first one counts."""
        found: dict[str, str] = {}
        for _ in range(_MOST_HEADERS):
            line = self.line()
            if not line.strip():
                return found
            name, _, value = line.decode("latin-1").partition(":")
            found.setdefault(name.strip().lower(), value.strip())
        raise Broken(QT_TRANSLATE_NOOP("Errors", "it is not an archive, or it is damaged"))

    def rest(self, name: str) -> bytes:
        """Return the rest of the current record's block, or raise ``text.too_large``."""
        if self._left > TEXT_LIMIT * MB:
            raise too_large(name, self._left)
        return self._read(self._left)

    def _line(self, most: int = _LONGEST_HEADER) -> bytes:
        try:
            line = self._file.readline(most)
        except (gzip.BadGzipFile, EOFError, zlib.error) as error:
            raise Broken(str(error)) from None
        self._count(len(line))
        return line

    def _read(self, size: int) -> bytes:
        try:
            content = self._file.read(size)
        except (gzip.BadGzipFile, EOFError, zlib.error) as error:
            raise Broken(str(error)) from None
        if len(content) < size:
            raise Broken(QT_TRANSLATE_NOOP("Errors", "it ends in the middle of a page"))
        self._left -= size
        self._count(size)
        return content

    def _count(self, size: int) -> None:
        self._total += size
        if self._total > self._most * MB:
            raise Broken(QT_TRANSLATE_NOOP("Errors", "it is too large when unpacked"))
