"""Text files that are packed with gzip, read as if they were not: ``articles.jsonl.gz`` is JSON Lines."""

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
)  # kinds that are not unpacked here: no text, packed themselves, or unpacked by their own reader
_MB = 1_000_000
_BUFFER = 1 << 18  # bytes


def is_packed(path: Path) -> bool:
    """Return whether a file's name says that it is a packed text file."""
    return path.suffix.lower() == SUFFIX and path.with_suffix("").suffix.lower() not in _NO_TEXT


def bare(path: Path) -> Path:
    """Return the path as it is after unpacking."""
    return path.with_suffix("") if is_packed(path) else path


def suffix_of(path: Path) -> str:
    """Return the suffix after unpacking, in lower case."""
    return bare(path).suffix.lower()


def beside(path: Path, suffix: str) -> Path:
    """Return the file of the same name with another suffix, packed if only the packed one is there."""
    plain = bare(path).with_suffix(suffix)
    packed = plain.with_name(plain.name + SUFFIX)
    return packed if packed.is_file() and not plain.is_file() else plain


def size_of(file: BinaryIO) -> int:
    """Return the number of bytes of an opened file, 0 if that is not known before reading."""
    unpacking = isinstance(file, io.BufferedReader) and isinstance(file.raw, _Unpacked)
    return 0 if unpacking else os.fstat(file.fileno()).st_size


def read_some(file: BinaryIO, most: int) -> bytes:
    """Return the next bytes of an opened file, at most ``most``; memory grows only with what is there."""
    chunks: list[bytes] = []
    while most > 0 and (chunk := file.read(min(_BUFFER, most))):
        chunks.append(chunk)
        most -= len(chunk)
    return b"".join(chunks)


def opened(path: Path, most: int = MOST) -> BinaryIO:
    """Open a file to read its bytes, unpacked.

    Reading raises `FormatError` with ``format.large`` beyond ``most`` MB, and ``format.broken`` if it is no gzip.

    Raises:
        OSError: It cannot be opened.
    """
    if not is_packed(path):
        return path.open("rb")
    return cast("BinaryIO", io.BufferedReader(_Unpacked(path, most), _BUFFER))


class _Unpacked(io.RawIOBase):
    """The content of a packed file. It unpacks only what is read."""

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

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]  # of typeshed, any buffer
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
