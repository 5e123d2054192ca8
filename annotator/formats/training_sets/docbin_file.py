"""Writes spaCy's DocBin document by document, whereas spaCy holds all documents in memory until the end.

The parts of the file wait in temporary files. Source: `DocBin.to_bytes` of spaCy 3.8, https://msgpack.org.
"""

import re
import struct
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from functools import cache, partial
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.tokens import Doc, DocBin

OF_LABEL = ": "
"""The separator between an article label and its value, in the name of a class."""

_PIECE = 1 << 20  # bytes
_MOST = (1 << 32) - 1  # most bytes of a part, or most entries of a list
_MOST_KEPT = 100_000  # strings known to be written
_ID = re.compile("[0-9a-f]{32}")
_BYTES, _LIST, _MAP = 0xC6, 0xDD, 0x80  # first bytes in MessagePack


def pack(doc: "Doc", into: "DocBin") -> None:
    """Add a document to a DocBin."""
    with encoders_found_once():
        into.add(doc)


def complete_classes(every: Iterable[list[dict[str, float]]]) -> None:
    """Add to each document the classes that it lacks, as ``textcat`` needs them.

    If a document has no value of a label, all classes of this label stay unknown for it. ``every`` has each file's
    classes, document by document.
    """
    files = list(every)
    known = sorted({name for documents in files for cats in documents for name in cats})
    for documents in files:
        for cats in documents:
            fill_classes(cats, known)


def fill_classes(cats: dict[str, float], known: Iterable[str]) -> None:
    """Add classes that a document lacks, with the value 0: those of each label for which it has another class."""
    labels = {_label_in(name) for name in cats}
    for name in known:
        if _label_in(name) in labels:
            cats.setdefault(name, 0.0)


def _label_in(name: str) -> str:
    return name.partition(OF_LABEL)[0] if OF_LABEL in name else ""


@cache
def _encoders() -> dict[str, Any]:
    from srsly.msgpack import msgpack_encoders

    found: dict[str, Any] = msgpack_encoders.get_all()
    return found


@contextmanager
def encoders_found_once() -> Iterator[None]:
    """Cache srsly 2.5's lookup of encoders, otherwise repeated for every value.

    Without the cache, four lookups per document took two thirds of an export's time.
    """
    from srsly.msgpack import msgpack_encoders

    found = _encoders()
    vars(msgpack_encoders)["get_all"] = lambda: found
    try:
        yield
    finally:
        del vars(msgpack_encoders)["get_all"]


class DocBinFile:
    """A DocBin being written. If the ``with`` block ends without `finish`, nothing is written."""

    def __init__(self, path: Path, *, user_data: bool = True) -> None:
        from spacy.tokens import DocBin

        self.cats: list[dict[str, float]] = []  # of each document
        self._path = path
        self._packed = DocBin(store_user_data=user_data)
        self._listed = ("flags", "span_groups", *(("user_data",) if user_data else ()))
        self._lengths: list[int] = []
        self._strings = 0  # number of strings written
        self._written: set[str] = set()  # those of them that may come again
        self._parts: dict[str, IO[bytes]] = {}
        self._open = ExitStack()

    def __enter__(self) -> "DocBinFile":
        for name in ("tokens", "spaces", "strings", *self._listed):
            # beside the target, as the system's temporary folder may be in memory
            self._parts[name] = self._open.enter_context(TemporaryFile(dir=self._path.parent))
        return self

    def __exit__(self, *_: object) -> None:
        self._open.close()

    def add(self, doc: "Doc") -> None:
        """Add a document."""
        from srsly import msgpack_dumps

        packed, parts = self._packed, self._parts
        with encoders_found_once():
            packed.add(doc)
            self._lengths.append(len(doc))
            self.cats.append(packed.cats.pop())
            parts["tokens"].write(packed.tokens.pop().tobytes("C"))
            parts["spaces"].write(packed.spaces.pop().tobytes("C"))
            for name in self._listed:
                parts[name].write(msgpack_dumps(getattr(packed, name).pop()))
            self._add_strings()

    def _add_strings(self) -> None:
        """Write the document's strings that the file lacks; it does no harm if some are repeated later."""
        from srsly import msgpack_dumps

        fresh = sorted(self._packed.strings - self._written)
        self._packed.strings.clear()
        self._parts["strings"].write(b"".join(map(msgpack_dumps, fresh)))
        self._strings += len(fresh)
        if len(self._written) > _MOST_KEPT:
            self._written.clear()
        self._written.update(string for string in fresh if not _ID.fullmatch(string))  # an id occurs once

    def finish(self) -> None:
        """Write the file.

        Raises:
            ValueError: A part is too large for the format.
            OSError: The disk is full, or the like.
        """
        squeezer = zlib.compressobj()
        with self._path.open("wb") as file, encoders_found_once():
            for piece in self._message():
                file.write(squeezer.compress(piece))
            file.write(squeezer.flush())

    def _message(self) -> Iterator[bytes]:
        from srsly import msgpack_dumps

        parts: dict[str, Callable[[], Iterable[bytes]]] = {
            "version": lambda: [msgpack_dumps(self._packed.version)],
            "attrs": lambda: [msgpack_dumps(list(self._packed.attrs))],
            "tokens": lambda: self._bytes("tokens"),
            "spaces": lambda: self._bytes("spaces"),
            "lengths": lambda: [msgpack_dumps(struct.pack(f"={len(self._lengths)}i", *self._lengths))],
            "strings": lambda: self._list("strings", self._strings),
            "cats": lambda: _listed(self.cats),
            **{name: partial(self._list, name, len(self._lengths)) for name in self._listed},
        }
        yield bytes([_MAP | len(parts)])
        for name, part in parts.items():
            yield msgpack_dumps(name)
            yield from part()

    def _bytes(self, name: str) -> Iterator[bytes]:
        yield _head(_BYTES, self._parts[name].tell())
        yield from self._spooled(name)

    def _list(self, name: str, entries: int) -> Iterator[bytes]:
        yield _head(_LIST, entries)
        yield from self._spooled(name)

    def _spooled(self, name: str) -> Iterator[bytes]:
        file = self._parts[name]
        file.seek(0)
        while piece := file.read(_PIECE):
            yield piece


def _listed(values: Sequence[Any]) -> Iterator[bytes]:
    from srsly import msgpack_dumps

    yield _head(_LIST, len(values))
    for value in values:
        yield msgpack_dumps(value)


def _head(first: int, size: int) -> bytes:
    if size > _MOST:
        raise ValueError("too large")
    return struct.pack(">BI", first, size)
