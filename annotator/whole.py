"""Files that are read and written as a whole: a limit of their size, and a sentence for whatever is wrong with them."""

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from annotator.errors import FormatError, TextError

_MEGABYTE = 1 << 20


class Broken(Exception):
    """A file is not what its name says. The reason is a phrase of context "Errors", or a library's own words."""


@contextmanager
def reading(path: Path, title: str) -> Iterator[None]:
    """Say what is wrong with a file of the format of that title.

    Raises:
        FormatError: ``text.missing`` for what the system says, ``format.broken`` for `Broken`.
    """
    try:
        yield
    except OSError as error:
        raise FormatError("text.missing", file=path, reason=error.strerror or error) from error
    except Broken as broken:
        raise FormatError("format.broken", file=path.name, format=title, reason=broken) from None


def read_whole(path: Path, limit: int) -> bytes:
    """Give the bytes of a file of at most so many MB.

    Raises:
        FormatError: ``format.large``.
        OSError: It cannot be read.
    """
    with path.open("rb") as file:
        size = os.fstat(file.fileno()).st_size
        if size > limit * _MEGABYTE:
            raise FormatError("format.large", file=path.name, limit=limit)
        # Python takes memory for as much as is asked for; what is no file has no size.
        content = file.read(size + 1 if size else limit * _MEGABYTE + 1)
    if len(content) > limit * _MEGABYTE:
        raise FormatError("format.large", file=path.name, limit=limit)
    return content


def put(path: Path, content: bytes) -> None:
    """Write a file, whole or not at all; nothing but its own place is touched, and it is on the disk afterwards.

    Raises:
        OSError: It cannot be written; what stood there stays.
    """
    beside = path.with_name(f".{path.name[:40]}.spanwright-{secrets.token_hex(4)}")
    try:
        with beside.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    except BaseException:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
        raise


def read_text(path: Path, limit: int) -> str:
    """Give the text of a UTF-8 file of at most so many MB, line breaks and a BOM as they stand there.

    Raises:
        FormatError: ``format.large``.
        TextError: ``text.encoding``.
        OSError: It cannot be read.
    """
    return decoded(read_whole(path, limit), path.name)


def decoded(content: bytes, name: str) -> str:
    """Give the text of UTF-8.

    Raises:
        TextError: ``text.encoding``.
    """
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        raise TextError("text.encoding", file=name, encoding="UTF-8", offset=error.start) from None
