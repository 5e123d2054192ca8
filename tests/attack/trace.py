"""The log of `shim.c`: what a process did to a folder, call by call, with marks that it set itself.

A mark says what the process knew at that moment: a step began, a transaction was committed, a step was acknowledged or
refused.
"""

import json
import struct
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

_HEAD = struct.Struct("<c3xIIIQqq")
CREATE, WRITE, SHARED, SIZE = b"C", b"W", b"S", b"T"  # SHARED: through memory, which is never synced
RENAME, LINK, UNLINK, FOLDER, SYMLINK = b"R", b"L", b"U", b"M", b"Y"
SYNC, SYNC_FOLDER = b"F", b"D"
FAILED, MARK, ROOM = b"X", b"A", b"V"  # ROOM: the process asked how much room there is


class Call(NamedTuple):
    """One call that was done, or a mark. Paths are below the folder; ``offset`` is a size for SIZE.

    What is done to a file without a name, as it may be open still, has no path. ``number`` is the one by which the
    library stops or fails a call; calls that failed by themselves have one, too, but are not in the log.
    """

    kind: bytes
    path: str
    other: str
    data: bytes
    inode: int
    offset: int
    number: int = 0


@dataclass(frozen=True, slots=True)
class Mark:
    """A message of the process: ``said`` is begin, commit, done or refused; ``step`` counts from 0."""

    said: str
    step: int
    facts: Mapping[str, Any]


def read(log: Path, root: Path) -> Iterator[Call]:
    """Yield the calls of a log, up to a last call that a kill may have cut off."""
    content = log.read_bytes()
    place, prefix = 0, len(str(root)) + 1
    while place + _HEAD.size <= len(content):
        kind, first, second, length, inode, offset, number = _HEAD.unpack_from(content, place)
        place += _HEAD.size
        names, place = content[place : place + first + second].decode(), place + first + second
        data, place = content[place : place + length], place + length
        path, other = names[:first], names[first:]
        if path.endswith(" (deleted)"):
            path = ""
        yield Call(kind, path[prefix:], other if kind == SYMLINK else other[prefix:], data, inode, offset, number)


def mark_of(call: Call) -> Mark | None:
    """Return the mark that a call is, or None."""
    if call.kind != MARK:
        return None
    value = json.loads(call.data)
    return Mark(value.pop("said"), value.pop("step"), value)
