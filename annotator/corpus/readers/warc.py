"""Web archives, WARC, as crawlers write them: each page that was fetched becomes an article.

Source: ISO 28500:2017, "WARC file format". It is a few lines to read, so that no library is asked. The file is
streamed: of the largest archive no more than one page is held. Nothing that stands in it is fetched or run.
"""

import gzip
import re
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from email.message import Message
from pathlib import Path
from typing import BinaryIO, cast

from annotator.corpus.byte_limits import MB, TEXT_LIMIT, refuse_special, too_large
from annotator.corpus.draft import Asked, Found
from annotator.corpus.readers.web import page
from annotator.system.errors import QT_TRANSLATE_NOOP, TextError
from annotator.system.whole_files import Broken

_LINE = 64_000  # bytes of a header
_LINES = 500  # headers of a record
_TOTAL = 8_000  # MB that an archive may unpack to
_AT_ONCE = 1_000_000
_GZIP = b"\x1f\x8b"
_VERSION = re.compile(rb"WARC/\d")
_STATUS = re.compile(rb"HTTP/\d(?:\.\d)?\s+(\d{3})")
_KINDS = frozenset({"response", "resource"})
_PAGES = frozenset({"text/html", "application/xhtml+xml"})
_LONGEST = 120  # characters of an address that an error names


@dataclass(frozen=True, slots=True, kw_only=True)
class _Page:
    """What a server answered: the page, and the encoding that it said it has."""

    raw: bytes
    charset: str | None


def read_archive(path: Path, asked: Asked) -> Iterator[Found]:
    """Read the pages of a web archive in their order; what is no page is passed over, what is no article is told."""
    refuse_special(path)
    found = False
    with path.open("rb") as file:
        packed = file.read(2) == _GZIP
        file.seek(0)
        stream = _Stream(cast("BinaryIO", gzip.GzipFile(fileobj=file)) if packed else file)
        while (headers := stream.next_record()) is not None:
            url = headers.get("warc-target-uri", "").strip("<>")
            name = f"{path.name}, {url[:_LONGEST]}"
            if headers.get("warc-type", "").lower() not in _KINDS or not url.startswith(("http://", "https://")):
                continue
            try:
                answer = _page_of(headers, stream, name)
                if answer is not None:
                    found = True
                    yield page(answer.raw, name=name, forced=asked.encoding, declared=answer.charset, url=url)
            except TextError as error:  # one page stops no other
                yield error
    if not found:
        raise TextError("text.nothing", file=path.name)


def _page_of(headers: Mapping[str, str], stream: "_Stream", name: str) -> _Page | None:
    """Give the page in a record, None where it holds something else."""
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
        raw=_unpacked(raw, about.get("content-encoding", "").lower(), name), charset=kind.get_content_charset()
    )


def _unchunked(raw: bytes) -> bytes:
    """Put the pieces together in which an answer was sent; what was written down already put together stays."""
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


def _unpacked(raw: bytes, encoding: str, name: str) -> bytes:
    """Unpack what a server packed; many crawlers write down what they have unpacked themselves."""
    if encoding in {"gzip", "x-gzip"} and raw.startswith(_GZIP):
        windows: tuple[int, ...] = (31,)
    elif encoding == "deflate":
        windows = (15, -15)
    elif encoding in {"br", "zstd"} and b"<" not in raw[:_LINES]:
        reason = QT_TRANSLATE_NOOP("Errors", "it is packed in a way that cannot be read")
        raise TextError("text.missing", file=name, reason=reason)
    else:
        return raw
    for window in windows:
        unpacking = zlib.decompressobj(window)
        try:
            content = unpacking.decompress(raw, TEXT_LIMIT * MB + 1)
        except zlib.error:
            continue
        if len(content) > TEXT_LIMIT * MB:
            raise too_large(name, len(content))
        return content
    return raw


class _Stream:
    """The records of an archive, one after the other; never more than the block of one is read."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._left = 0  # bytes of the block that were not read
        self._total = 0

    def next_record(self) -> Mapping[str, str] | None:
        """Pass over what is left of a record, and give the headers of the next; None at the end.

        Raises:
            Broken: It is no archive, or a damaged one.
        """
        while self._left:
            self._read(min(self._left, _AT_ONCE))
        line = b"\n"
        while line.strip() == b"":
            line = self._line()
            if not line:
                return None
        if _VERSION.match(line) is None:
            raise Broken(QT_TRANSLATE_NOOP("Errors", "it is not an archive, or it is damaged"))
        self._left = _LINE * _LINES
        headers = self.headers()
        try:
            self._left = int(headers["content-length"])
        except (KeyError, ValueError):
            self._left = -1
        if self._left < 0:
            raise Broken(QT_TRANSLATE_NOOP("Errors", "it is not an archive, or it is damaged"))
        return headers

    def line(self) -> bytes:
        """Give a line of the block."""
        line = self._line(min(self._left, _LINE))
        self._left -= len(line)
        return line

    def headers(self) -> dict[str, str]:
        """Give the lines up to an empty one, by their names in lower case; of one that comes twice, the first."""
        found: dict[str, str] = {}
        for _ in range(_LINES):
            line = self.line()
            if not line.strip():
                return found
            name, _, value = line.decode("latin-1").partition(":")
            found.setdefault(name.strip().lower(), value.strip())
        raise Broken(QT_TRANSLATE_NOOP("Errors", "it is not an archive, or it is damaged"))

    def rest(self, name: str) -> bytes:
        """Give what is left of the block.

        Raises:
            TextError: ``text.too_large``.
        """
        if self._left > TEXT_LIMIT * MB:
            raise too_large(name, self._left)
        return self._read(self._left)

    def _line(self, most: int = _LINE) -> bytes:
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
        if self._total > _TOTAL * MB:
            raise Broken(QT_TRANSLATE_NOOP("Errors", "it is too large when unpacked"))
