"""Reading text files packed with gzip as if they were unpacked: ``articles.jsonl.gz`` is read as JSON Lines."""

import gzip
import io
import os
import zlib
from pathlib import Path
from typing import BinaryIO, cast

from annotator.system.errors import QT_TRANSLATE_NOOP, FormatError

SUFFIX = ".gz"
MOST = 4_000
"""The most MB that a packed file may unpack to."""

_NO_TEXT = frozenset(
    ["", *".docx .docm .odt .pdf .xlsx .xlsm .qdpx .zip .parquet .spacy .tar .warc .gz".split()]
)  # suffixes that are not unpacked here: not text, packed themselves, or unpacked by their own reader
_MB = 1_000_000
_BUFFER = 1 << 18  # bytes


def is_packed(path: Path) -> bool:
    """Return whether a file is a packed text file, judging by its name."""
    return path.suffix.lower() == SUFFIX and path.with_suffix("").suffix.lower() not in _NO_TEXT


def bare(path: Path) -> Path:
    """Return the path without the suffix ``.gz`` of a packed text file."""
    return path.with_suffix("") if is_packed(path) else path


def suffix_of(path: Path) -> str:
    """Return the suffix of a file's unpacked content, in lower case: ``.jsonl`` for ``articles.jsonl.gz``."""
    return bare(path).suffix.lower()


def beside(path: Path, suffix: str) -> Path:
    """Return the path with another suffix; with ``.gz`` added if only the packed file exists."""
    plain = bare(path).with_suffix(suffix)
    packed = plain.with_name(plain.name + SUFFIX)
    return packed if packed.is_file() and not plain.is_file() else plain


def size_of(file: BinaryIO) -> int:
    """Return the number of bytes of an open file, 0 if the number is not known before reading."""
    unpacking = isinstance(file, io.BufferedReader) and isinstance(file.raw, _Unpacked)
    return 0 if unpacking else os.fstat(file.fileno()).st_size


def read_some(file: BinaryIO, most: int) -> bytes:
    """Return the next bytes of an open file, at most ``most``; memory grows only with the bytes that exist."""
    chunks: list[bytes] = []
    while most > 0 and (chunk := file.read(min(_BUFFER, most))):
        chunks.append(chunk)
        most -= len(chunk)
    return b"".join(chunks)


def opened(path: Path, most: int = MOST) -> BinaryIO:
    """Open a file to read its bytes, unpacking it if it is packed.

    Reading a packed file later raises `FormatError`: ``format.large`` beyond ``most`` MB, ``format.broken`` if the file
    is not gzip or is damaged.

    Raises:
        OSError: The file cannot be opened.
    """
    if not is_packed(path):
        return path.open("rb")
    return cast("BinaryIO", io.BufferedReader(_Unpacked(path, most), _BUFFER))


class _Unpacked(io.RawIOBase):
    """The unpacked content of a packed file; only the bytes that are read get unpacked."""

    def __init__(self, path: Path, most: int) -> None:
        self._file = gzip.open(path, "rb")  # noqa: SIM115  # closed by `close`
        self._name = path.name
        self._most = most

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._file.tell()

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        return self._file.seek(offset, whence)

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]  # typeshed allows any buffer
        try:
            content = self._file.read(len(buffer))
        except (EOFError, zlib.error, gzip.BadGzipFile) as error:
            cut = isinstance(error, EOFError)
            reason = QT_TRANSLATE_NOOP("Errors", "it was cut off") if cut else _DAMAGED
            raise FormatError("format.broken", file=self._name, format="gzip", reason=reason) from None
        if self._file.tell() > self._most * _MB:
            raise FormatError("format.large", file=self._name, limit=self._most)
        buffer[: len(content)] = content
        return len(content)

    def close(self) -> None:
        self._file.close()
        super().close()


_DAMAGED = QT_TRANSLATE_NOOP("Errors", "it is damaged")
