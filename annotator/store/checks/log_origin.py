"""Find out whether a write-ahead log continues the project file beside it, or was left by other contents.

SQLite applies any log to any file. So each log names the file that it continues: the first transaction after a
checkpoint sets ``user_version``, a number in the first page, to a hash of what the file holds without its log. This
is the number before, the schema's version and the last edit. A file fits if it is what the log began with, or if a
checkpoint has copied the first page from the log into it.

A kill may leave a checkpoint half done, and a power cut may leave any part of it. Each such file fits, too: its first
page comes from the log, with its number, or else the first page and one of the last edits give the number.
"""

from collections.abc import Iterator
from hashlib import blake2b
from itertools import chain
from pathlib import Path
from struct import Struct
from time import time_ns
from typing import NamedTuple

from annotator.store import wal
from annotator.store.checks.contents import Contents, FirstPage, first_page, opened_alone
from annotator.store.connection import Connection, Error
from annotator.store.repair.log_frames import FRAME_HEADER, HEADER, PAGE_SIZES, read_log
from annotator.system.errors import StoreError
from annotator.system.lock import Lock

_HASH_BITS, _CHANCE_BITS = 20, 11  # together a positive number of 32 bits
_HASH = (1 << _HASH_BITS) - 1
_TORN, _TOP = 16, 24  # bits of a number behind its second and its first byte, where a power cut may have torn it
_EDITS = 2_000  # edits of a half-done checkpoint that may be in the file before its first page
_STEPS = 1_000_000  # of SQLite, many times what reading these edits needs: a view in a foreign file may run for ever
# A window waits meanwhile, so each takes about two seconds at most; a log that needs more is trusted.
_MOST_HASHES = 300_000  # more than one number and all edits need, even if a power cut may have torn the number
_MOST_STEPS = 6_000_000  # of SQLite, for checking the table of edits: a third of a million
_MOST_FRAMES = 25_000  # of a log
_LOG = Struct(">8xI4x8s8x")  # page size, salt
_PAGE = Struct(">40xI16xi")  # the schema's version, and `user_version`


class Named(NamedTuple):
    """The numbers in the first pages that a log holds, and the newest version of the schema there."""

    numbers: frozenset[int]
    schema: int

    def names(self, page: FirstPage) -> bool:
        """Return whether a file has its number from the log; a power cut may have torn its first page."""
        return any(number >> _TORN == page.number >> _TORN for number in self.numbers)

    def reaches(self, page: FirstPage) -> bool:
        """Return whether a file's schema is no newer than the log's; a backup made with the log has a newer one."""
        return page.schema <= self.schema  # VACUUM INTO adds 1


def name(connection: Connection, left: Contents) -> int:
    """Record in the log which contents the file has without it, inside a transaction; return the number for them.

    Part of the number is random, so that the logs of two copies of a file differ.
    """
    chance = time_ns() // 100 % (1 << _CHANCE_BITS)
    number = chance << _HASH_BITS | _hash(chance, left.page.schema, left.page.number, (left.step, left.edit))
    connection.execute(f"PRAGMA user_version = {number}")
    return number


def is_unrelated(path: Path, *, locked: bool) -> bool:
    """Return whether the log beside a project was left by other contents than the file has now.

    Both files change while a process writes. So if the caller does not hold the project's lock (``locked``), it is
    taken for a second look; if somebody else holds it, the files belong together.
    """
    if wal.size(path) <= HEADER + FRAME_HEADER or not wal.is_file(wal.beside(path, "-wal")):
        return False
    if locked:
        return _is_unrelated(path)
    if not _is_unrelated(path, seemingly=True):
        return False
    try:
        lock = Lock(path)
    except (OSError, StoreError):
        return False
    try:
        return _is_unrelated(path)
    finally:
        lock.release()


def _is_unrelated(path: Path, *, seemingly: bool = False) -> bool:
    """Compare a log with its file; with ``seemingly`` by the numbers alone, which is quick."""
    log = wal.beside(path, "-wal")
    try:
        with opened_alone(path) as connection:
            page, named = first_page(connection), _named(log)
            if not named.numbers or _fits(connection, page, named):
                return False
            return seemingly or (_is_applied(log) and _is_sound(connection))
    except (OSError, Error):  # a file that cannot be read without its log
        return False


def _fits(connection: Connection, page: FirstPage, named: Named) -> bool:
    if named.names(page):
        return named.reaches(page)
    connection.set_progress_handler(lambda: True, _STEPS)
    found = connection.execute("SELECT number, id FROM edit ORDER BY number DESC LIMIT ?", [_EDITS])
    origins = (
        (number, before, edit)
        for edit in chain(found, [(None, None)])
        for number in named.numbers
        for before in _before(page.number, number)
    )
    return any(
        tried == _MOST_HASHES or number & _HASH == _hash(number >> _HASH_BITS, page.schema, before, edit)
        for tried, (number, before, edit) in enumerate(origins)
    )


def _before(found: int, number: int) -> Iterator[int]:
    """Yield the numbers that a file may have had before, if a power cut tore the write of ``number`` in it."""
    yield found
    if found >> _TOP == number >> _TOP:
        yield from (high << _TOP | found & (1 << _TOP) - 1 for high in range(1 << _HASH_BITS + _CHANCE_BITS - _TOP))


def _is_applied(log: Path) -> bool:
    """Return whether SQLite would take the first page from a log; a power cut may leave a log with damaged frames."""
    with log.open("rb") as file:
        found = read_log(file)
    return 1 in found.newest and not found.broken


def _is_sound(connection: Connection) -> bool:
    """Return whether the edits in the file are those of one moment; after a half-done checkpoint they may be mixed."""
    connection.set_progress_handler(lambda: True, _MOST_STEPS)
    return bool(connection.execute("PRAGMA integrity_check('edit')").fetchone() == ("ok",))


def _hash(chance: int, schema: int, number: int, edit: tuple[object, ...]) -> int:
    content = repr((chance, schema, number, *edit)).encode("utf-8", "backslashreplace")
    return int.from_bytes(blake2b(content, digest_size=4).digest()) >> (32 - _HASH_BITS)


def _named(log: Path) -> Named:
    """Read the first pages in a log; frames left from its earlier use have another salt, and end it."""
    numbers, schema = set[int](), 0
    with log.open("rb", buffering=0) as file:
        head = file.read(HEADER)
        page_size, salt = _LOG.unpack(head) if len(head) == HEADER else (0, b"")
        if page_size not in PAGE_SIZES:
            return Named(frozenset(), 0)
        length = FRAME_HEADER + page_size
        for start in range(HEADER, HEADER + length * _MOST_FRAMES, length):
            file.seek(start)
            head = file.read(FRAME_HEADER + _PAGE.size)
            if len(head) < FRAME_HEADER + _PAGE.size or head[8:16] != salt:
                return Named(frozenset(numbers), schema)
            if int.from_bytes(head[:4]) == 1:
                version, number = _PAGE.unpack_from(head, FRAME_HEADER)
                numbers.add(number)
                schema = max(schema, version)
    return Named(frozenset(), 0)
