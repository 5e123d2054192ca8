"""Writes a DocBin document by document, so that memory does not grow with the number of articles.

spaCy's own `DocBin` holds all documents, and several copies of them while it is written. The file is the same to the
byte: MessagePack of its columns, compressed by zlib (``spacy/tokens/_serialize.py`` of spaCy 3.8). Each column waits
in a file of its own beside the target, without a name.
"""

import struct
import tempfile
import zlib
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import IO, TYPE_CHECKING, Any, Self

if TYPE_CHECKING:
    from spacy.tokens import Doc

_BYTES = ("tokens", "spaces", "lengths")
_LISTS = ("flags", "span_groups", "user_data")
_IN_MEMORY = 1 << 20  # bytes of a column, before it becomes a file
_PORTION = 1 << 20
_MOST = 1 << 32  # what MessagePack can count


class DocBinFile:
    """A DocBin with user data that is written to a file at the end."""

    def __init__(self, path: Path) -> None:
        from spacy.tokens import DocBin

        self._path = path
        self._count = 0
        self.cats: list[dict[str, float]] = []  # the classes of each document; the caller may complete them
        self._doc = DocBin(store_user_data=True)  # holds one document at a time, and the strings of all
        self._stack = ExitStack()
        self._columns: dict[str, IO[bytes]] = {}
        for name in (*_BYTES, *_LISTS):
            column = tempfile.SpooledTemporaryFile(_IN_MEMORY, dir=str(path.parent))  # noqa: SIM115  # closed with the stack
            self._columns[name] = self._stack.enter_context(column)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._stack.close()

    def add(self, doc: "Doc") -> None:
        """Add a document.

        Raises:
            OSError: The disk is full.
        """
        from srsly import msgpack_dumps

        held = self._doc
        held.add(doc)
        (tokens,), (spaces,) = held.tokens, held.spaces
        self._columns["tokens"].write(tokens.tobytes("C"))
        self._columns["spaces"].write(spaces.tobytes("C"))
        self._columns["lengths"].write(struct.pack("=i", len(tokens)))
        self.cats += held.cats
        for name in _LISTS:
            (value,) = getattr(held, name)
            self._columns[name].write(msgpack_dumps(value))
        for name in ("tokens", "spaces", "cats", *_LISTS):
            getattr(held, name).clear()
        self._count += 1

    def write(self) -> None:
        """Write the file.

        Raises:
            ValueError: A column has grown too large for the format.
            OSError: It cannot be written.
        """
        for name in _BYTES:
            if self._columns[name].tell() >= _MOST:
                raise ValueError(f"too large: {name}")
        packer = zlib.compressobj()
        with self._path.open("wb") as file:
            for portion in self._portions():
                file.write(packer.compress(portion))
            file.write(packer.flush())

    def _portions(self) -> Iterator[bytes]:
        from srsly import msgpack_dumps

        columns: dict[str, Iterator[bytes]] = {
            "version": iter([msgpack_dumps(self._doc.version)]),
            "attrs": iter([msgpack_dumps(self._doc.attrs)]),
            **{name: self._bytes(name) for name in _BYTES},
            "strings": iter([msgpack_dumps(sorted(self._doc.strings))]),
            "cats": iter([msgpack_dumps(self.cats)]),
            **{name: self._list(name) for name in _LISTS},
        }
        yield bytes([0x80 | len(columns)])
        for name, portions in columns.items():
            yield msgpack_dumps(name)
            yield from portions

    def _bytes(self, name: str) -> Iterator[bytes]:
        size = self._columns[name].tell()
        yield _headed(size, (0xC4, 0xC5, 0xC6))
        yield from _read(self._columns[name])

    def _list(self, name: str) -> Iterator[bytes]:
        yield bytes([0x90 | self._count]) if self._count < 16 else _headed(self._count, (None, 0xDC, 0xDD))
        yield from _read(self._columns[name])


def _headed(size: int, kinds: tuple[Any, Any, Any]) -> bytes:
    """Return a kind of MessagePack with a size in one, two or four bytes; the first kind may be missing."""
    small, middle, large = kinds
    if small is not None and size < 1 << 8:
        return struct.pack(">BB", small, size)
    if size < 1 << 16:
        return struct.pack(">BH", middle, size)
    return struct.pack(">BI", large, size)


def _read(column: IO[bytes]) -> Iterator[bytes]:
    column.seek(0)
    while portion := column.read(_PORTION):
        yield portion
