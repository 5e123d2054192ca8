"""Find out whether a write-ahead log continues the project file beside it, or was left by other contents.

SQLite applies any log to any file. So each log names the file that it continues: the first transaction after a
checkpoint sets ``user_version``, a number in the first page, to a hash of the first page that the file has without its
log. A file fits if its first page is the one that the log began with, or one that a checkpoint has copied from the log.

A kill may leave a checkpoint half done, and a power cut may leave any part of it. Each such file fits, too: its first
page is the one before or one of the log, or a mixture of both, since the disk writes the number byte by byte.
"""

from collections.abc import Iterator
from hashlib import blake2b
from pathlib import Path
from struct import Struct
from time import time_ns

from annotator.store import wal
from annotator.store.checks.contents import FirstPage, first_page_of_file
from annotator.store.connection import Connection, Error
from annotator.store.repair.log_frames import FRAME_HEADER, HEADER, PAGE_SIZES, read_log
from annotator.system.errors import StoreError
from annotator.system.lock import Lock

_HASH_BITS, _CHANCE_BITS = 20, 11  # together a positive number of 32 bits
_HASH = (1 << _HASH_BITS) - 1
_TORN, _TOP = 16, 24  # bits of a number after its second and its first byte, where a power cut may have torn it
_LONGEST = 100_000_000  # bytes of a log; the window waits two seconds to compare it, and longer logs are used unseen
_USUAL = 4_096  # bytes of a page
_LOG = Struct(">8xI4x8s8x")  # page size, salt
_PAGE = Struct(">40xI16xi")  # the schema's version, and `user_version`


def name(connection: Connection, page: FirstPage) -> int:
    """Record the file's own first page in the log, inside a transaction; return the number made for this page.

    Part of the number is random, so that the logs of two copies of a file differ.
    """
    chance = time_ns() // 100 % (1 << _CHANCE_BITS)
    number = chance << _HASH_BITS | _hash(chance, page)
    connection.execute(f"PRAGMA user_version = {number}")
    return number


def is_from(page: FirstPage, log: FirstPage) -> bool:
    """Return whether a file's first page may come from a log with this one; a power cut may have torn it.

    A backup made with the log has the same number, but a newer schema: VACUUM INTO adds 1.
    """
    return page.number >> _TORN == log.number >> _TORN and page.schema <= log.schema


def is_unrelated(path: Path, *, locked: bool, page: FirstPage | None = None) -> bool:
    """Return whether the log beside a project was left by other contents than the file has now.

    Both files change while a process writes. So if the caller does not hold the project's lock (``locked``), it is
    taken for a second look; if somebody else holds it, the files belong together. ``page`` is the first page of the
    file without its log, if that is known.
    """
    log = wal.beside(path, "-wal")
    if not HEADER + FRAME_HEADER < wal.size(path) <= _LONGEST or not wal.is_file(log):
        return False
    try:
        if _fits(page or first_page_of_file(path), log):
            return False
        if locked:
            return _is_applied(log)
        lock = Lock(path)
    except (OSError, Error, StoreError):  # the file cannot be read without its log, or somebody holds the lock
        return False
    try:
        return is_unrelated(path, locked=True)
    finally:
        lock.release()


def is_copy_of_log(path: Path, copy: Path) -> bool:
    """Return whether a copy of a log, perhaps damaged, names the first page that the file has without its log.

    False does not mean that it is the log of another file: older versions named no page, and it may be damaged.
    """
    try:
        page = first_page_of_file(path)
        with copy.open("rb") as file:
            start = read_log(file, page_size=_USUAL).newest.get(1)
            file.seek(start or 0)
            head = file.read(_PAGE.size)
    except (OSError, Error, StoreError):
        return False
    if start is None or len(head) < _PAGE.size:
        return False
    named = FirstPage(*_PAGE.unpack(head))
    return named.number != 0 and (is_from(page, named) or _begins_with(page, named.number))


def _fits(page: FirstPage, log: Path) -> bool:
    """Return whether a log may continue a file with this first page; a log without any first page always may."""
    seen = set[FirstPage]()
    for found in _first_pages(log):
        if found not in seen and (is_from(page, found) or _begins_with(page, found.number)):
            return True
        seen.add(found)
    return not seen


def _begins_with(page: FirstPage, number: int) -> bool:
    """Return whether a number was made for a first page; a power cut may have torn the page as it got the number."""
    before = [page.number]
    if page.number >> _TOP == number >> _TOP:
        rest = page.number & (1 << _TOP) - 1
        before += [high << _TOP | rest for high in range(1 << _HASH_BITS + _CHANCE_BITS - _TOP)]
    chance = number >> _HASH_BITS
    return any(number & _HASH == _hash(chance, page._replace(number=each)) for each in before)


def _is_applied(log: Path) -> bool:
    """Return whether SQLite would take the first page from a log; a power cut may leave a log with damaged frames."""
    with log.open("rb") as file:
        found = read_log(file)
    return 1 in found.newest and not found.broken


def _hash(chance: int, page: FirstPage) -> int:
    content = repr((chance, *page)).encode()
    return int.from_bytes(blake2b(content, digest_size=4).digest()) >> (32 - _HASH_BITS)


def _first_pages(log: Path) -> Iterator[FirstPage]:
    """Yield the first pages in a log, up to a frame with another salt, which is left from an earlier use."""
    with log.open("rb", buffering=0) as file:
        head = file.read(HEADER)
        page_size, salt = _LOG.unpack(head) if len(head) == HEADER else (0, b"")
        if page_size not in PAGE_SIZES:
            return
        start = HEADER
        while len(head := file.read(FRAME_HEADER + _PAGE.size)) == FRAME_HEADER + _PAGE.size and head[8:16] == salt:
            if int.from_bytes(head[:4]) == 1:
                yield FirstPage(*_PAGE.unpack_from(head, FRAME_HEADER))
            start += FRAME_HEADER + page_size
            file.seek(start)
