"""Read SQLite's write-ahead log frame by frame, even if it is damaged.

The log is a header of 32 bytes and then frames. A frame is a header of 24 bytes and one page. A frame that ends a
transaction states the size of the database in pages. Each frame continues the checksum of the previous frame, and
repeats the salt of the log's header. Frames left from an earlier use of the log follow the present ones and have
another salt.

SQLite stops at the first frame whose checksum is wrong, and drops the rest. Here each frame is verified from the
checksum stated in the previous frame, so one damaged frame costs one page only.
"""

import sys
from array import array
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from struct import Struct
from typing import IO

HEADER, FRAME_HEADER = 32, 24
MAGIC = (0x377F0682, 0x377F0683)  # the last bit says that checksums read big-endian words
PAGE_SIZES = frozenset(1 << power for power in range(9, 17))
_LOG = Struct(">8I")
_FRAME = Struct(">6I")
_WORD = 0xFFFFFFFF
_SIZE_BY_BITS = {"big": True, "little": False}


@dataclass(frozen=True, slots=True, kw_only=True)
class LogFrame:
    """One frame: its page number, the offset of the page in the log, and whether its checksum is right.

    ``commits`` is the size of the database in pages if the frame ends a transaction, else 0. ``sound`` is None if the
    previous checksum is unknown.
    """

    page: int
    start: int
    commits: int
    sound: bool | None


@dataclass(slots=True, kw_only=True)
class LogContent:
    """The content of a write-ahead log: its page size, and the offset of the newest version of each page.

    ``pages`` is the size of the database in pages after the last transaction, or 0 without one. ``lost`` are the pages
    of damaged frames that no later frame replaces. ``broken`` says that SQLite would drop whole transactions.
    """

    page_size: int = 0
    pages: int = 0
    newest: dict[int, int] = field(default_factory=dict)
    lost: set[int] = field(default_factory=set)
    broken: bool = False


def read_log(file: IO[bytes], *, page_size: int = 0) -> LogContent:
    """Read a log; ``page_size`` is the database's page size, used if the log's header is damaged."""
    head = _header(file, page_size)
    if head is None:
        return LogContent()
    size, whole, found = head
    log = _resolve(size, _vouched(list(found)))
    log.broken = log.broken or (not whole and bool(log.pages))
    return log


def _header(file: IO[bytes], page_size: int) -> tuple[int, bool, Iterator[LogFrame]] | None:
    """Return the page size, whether the header is whole, and the frames, or None if the log has no frames."""
    file.seek(0)
    content = file.read(HEADER)
    if len(content) < HEADER:
        return None
    magic, _, stated, _, *salt_and_sum = _LOG.unpack(content)
    big = bool(magic & 1)
    whole = magic in MAGIC and checksum(content[:24], (0, 0), big=big) == tuple(salt_and_sum[2:])
    if whole and stated in PAGE_SIZES:
        return stated, True, _frames(file, stated, tuple(salt_and_sum[:2]), (salt_and_sum[2], salt_and_sum[3]), big=big)
    size = page_size if page_size in PAGE_SIZES else stated
    if size not in PAGE_SIZES:
        return None
    first = file.read(FRAME_HEADER)
    if len(first) < FRAME_HEADER:
        return None
    salt = _FRAME.unpack(first)[2:4]
    return size, False, _frames(file, size, salt, None, big=_byte_order(file, size))


def _byte_order(file: IO[bytes], size: int) -> bool:
    """Return whether the checksums are big-endian, found from the second frame if the header is damaged."""
    file.seek(HEADER)
    first, _, head, page = (file.read(length) for length in (FRAME_HEADER, size, FRAME_HEADER, size))
    if len(page) < size:
        return sys.byteorder == "big"
    state = _FRAME.unpack(first)[4:6]
    return checksum(head[:8] + page, (state[0], state[1]), big=True) == _FRAME.unpack(head)[4:6]


def _frames(
    file: IO[bytes], size: int, salt: tuple[int, ...], state: tuple[int, int] | None, *, big: bool
) -> Iterator[LogFrame]:
    """Yield the frames with this salt; a frame with another salt is left from an earlier use, or damaged."""
    start = HEADER
    while True:
        file.seek(start)
        head = file.read(FRAME_HEADER)
        page = file.read(size)
        if len(page) < size:
            return
        number, commits, *rest = _FRAME.unpack(head)
        if tuple(rest[:2]) == salt and number:
            stated = (rest[2], rest[3])
            sound = None if state is None else checksum(head[:8] + page, state, big=big) == stated
            yield LogFrame(page=number, start=start + FRAME_HEADER, commits=commits, sound=sound)
            state = stated
        elif state is not None:
            yield LogFrame(page=0, start=start + FRAME_HEADER, commits=0, sound=False)
            state = None  # the checksum that the next frame continues is unknown
        start += FRAME_HEADER + size


def checksum(content: bytes, state: tuple[int, int], *, big: bool) -> tuple[int, int]:
    """Return SQLite's checksum of some content, continued from the checksum ``state``."""
    words = array("I", content)
    if big != _SIZE_BY_BITS[sys.byteorder]:
        words.byteswap()
    first, second = state
    pairs = iter(words)
    for even, odd in zip(pairs, pairs, strict=True):
        first = (first + even + second) & _WORD
        second = (second + odd + first) & _WORD
    return first, second


def _vouched(frames: list[LogFrame]) -> list[LogFrame]:
    """Mark each unverified frame as sound if the next frame continues its checksum, else as damaged."""
    following: list[LogFrame | None] = [*frames[1:], None][: len(frames)]
    return [
        replace(frame, sound=later is not None and later.sound is True) if frame.sound is None else frame
        for frame, later in zip(frames, following, strict=True)
    ]


def _resolve(size: int, frames: list[LogFrame]) -> LogContent:
    """Find the newest version of each page among the finished transactions.

    A transaction with a damaged frame counts only if another transaction began after it: then it had been synced, and
    was damaged later. A damaged last transaction may never have been committed.
    """
    ends = [place for place, frame in enumerate(frames) if frame.commits and frame.sound]
    log = LogContent(page_size=size)
    begun = max((place for place, frame in enumerate(frames) if frame.sound), default=-1)
    while ends and not all(frame.sound for frame in _transaction(frames, ends)) and begun <= ends[-1]:
        ends.pop()
    if not ends:
        return log
    for frame in frames[: ends[-1] + 1]:
        if frame.sound:
            log.newest[frame.page] = frame.start
            log.lost.discard(frame.page)
        else:
            log.broken = True
            if frame.page:
                log.lost.add(frame.page)
    log.pages = frames[ends[-1]].commits
    log.newest = {page: start for page, start in log.newest.items() if page <= log.pages}
    return log


def _transaction(frames: list[LogFrame], ends: list[int]) -> list[LogFrame]:
    """Return the frames of the last transaction."""
    begin = ends[-2] + 1 if len(ends) > 1 else 0
    return frames[begin : ends[-1] + 1]
