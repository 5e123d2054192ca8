"""A disk that remembers what is durable, and every state that a crash may leave it in.

**A kill** takes only the process away. What it wrote is in the system's memory and stays: the image after a prefix of
the calls is the calls applied in order, `Disk.image`. So it is for memory shared through a file.

**A power cut** takes the system's memory away, too. `Disk.cut` allows what POSIX allows, on a disk that writes sectors
of 512 bytes whole:

- Of each file there is at least what it held at its last fsync. Of each write since, any sectors may have arrived, in
  any order; in the modes ``none``, ``all`` and ``torn`` none, all, or those up to some byte did.
- Names (create, rename, link, unlink, mkdir) arrive in order, as in the journal of a file system. They are sure to have
  arrived up to the last one in a folder that was synced; of those behind it any number from the front may have. That an
  fsync of a file brings its name along, as most systems do, is not relied on.
- Nothing is known of a -shm: it may be missing, empty, as it was or garbage.
"""

import random
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import TypeAlias

from tests.attack import trace
from tests.attack.trace import Call

SECTOR = 512
MODES = ("none", "torn", "reordered", "all")
Image: TypeAlias = dict[str, bytes | None]  # path below the folder → content, None for a folder
_NAMES = (trace.CREATE, trace.RENAME, trace.LINK, trace.UNLINK, trace.FOLDER)


@dataclass(eq=False)
class _File:
    now: bytearray
    synced: bytes
    pending: list[Call] = field(default_factory=list)  # since the last fsync

    def write(self, call: Call) -> None:
        _apply(self.now, call)
        self.pending.append(call)

    def copy(self) -> "_File":
        return _File(bytearray(self.now), self.synced, list(self.pending))

    def sync(self) -> None:
        self.synced = bytes(self.now)
        self.pending.clear()


_Names: TypeAlias = dict[str, "_File | None"]


class Disk:
    """A folder, as calls change it."""

    def __init__(self, root: Path) -> None:
        """Begin with the present content of a folder, all of it durable."""
        self._names: _Names = {}
        self._by_inode: dict[int, _File] = {}
        for path in sorted(root.rglob("*")):
            name = path.relative_to(root).as_posix()
            self._names[name] = None
            if path.is_file():
                content = path.read_bytes()
                self._names[name] = self._by_inode[path.stat().st_ino] = _File(bytearray(content), content)
        self._durable = dict(self._names)
        self._journal: list[tuple[Call, _File | None]] = []

    def copy(self) -> "Disk":
        """Return an independent copy."""
        made = object.__new__(Disk)
        twins: dict[_File | None, _File] = {file: file.copy() for file in self._every_file()}
        made._names = {name: twins.get(file) for name, file in self._names.items()}
        made._durable = {name: twins.get(file) for name, file in self._durable.items()}
        made._by_inode = {inode: twins[file] for inode, file in self._by_inode.items()}
        made._journal = [(call, twins.get(fresh)) for call, fresh in self._journal]
        return made

    def _every_file(self) -> set[_File]:
        fresh = (file for _, file in self._journal)
        return set(filter(None, (*self._names.values(), *self._durable.values(), *self._by_inode.values(), *fresh)))

    def apply(self, call: Call) -> None:
        """Apply a call."""
        if call.kind in _NAMES:
            fresh = _File(bytearray(), b"") if call.kind == trace.CREATE else None
            if fresh is not None:
                self._by_inode[call.inode] = fresh
            _rename(self._names, call, fresh)
            self._journal.append((call, fresh))
        elif call.kind in (trace.WRITE, trace.SHARED, trace.SIZE):
            self._file(call).write(call)
        elif call.kind == trace.SYNC:
            self._file(call).sync()
        elif call.kind == trace.SYNC_FOLDER:
            self._sync_folder(call.path)

    def image(self) -> Image:
        """Return the content after a kill."""
        return {name: None if file is None else bytes(file.now) for name, file in self._names.items()}

    def cut(self, mode: str, chance: random.Random) -> Image:
        """Return a possible content after a power cut."""
        names = dict(self._durable)
        kept = {"none": 0, "all": len(self._journal)}.get(mode, chance.randint(0, len(self._journal)))
        for call, fresh in self._journal[:kept]:
            _rename(names, call, fresh)
        image: Image = {}
        for name, file in names.items():
            if name.endswith("-shm"):
                if (content := _index(file, chance)) is not None:
                    image[name] = content
            else:
                image[name] = None if file is None else _survived(file, mode, chance)
        return image

    def _file(self, call: Call) -> _File:
        known = self._by_inode.get(call.inode)
        if known is None:  # made in a way that the log does not see
            known = self._by_inode[call.inode] = _File(bytearray(), b"")
            if not call.path:
                return known
            self._names[call.path] = known
            self._journal.append((call._replace(kind=trace.CREATE), known))
        return known

    def _sync_folder(self, folder: str) -> None:
        last = max((n for n, (call, _) in enumerate(self._journal, 1) if folder in _folders(call)), default=0)
        for call, fresh in self._journal[:last]:
            _rename(self._durable, call, fresh)
        del self._journal[:last]


def put(image: Mapping[str, bytes | None], folder: Path) -> None:
    """Write an image into an empty folder."""
    for name in sorted(image):
        content, path = image[name], folder / name
        if content is None:
            path.mkdir(parents=True, exist_ok=True)
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)


def _apply(content: bytearray, call: Call) -> None:
    if call.kind == trace.SIZE:
        del content[call.offset :]
        content.extend(bytes(call.offset - len(content)))
        return
    content.extend(bytes(max(0, call.offset - len(content))))
    content[call.offset : call.offset + len(call.data)] = call.data


def _rename(names: _Names, call: Call, fresh: _File | None) -> None:
    match call.kind:
        case trace.CREATE | trace.FOLDER:
            names[call.path] = fresh
        case trace.LINK if call.path in names:
            names[call.other] = names[call.path]
        case trace.UNLINK:
            names.pop(call.path, None)
        case trace.RENAME:
            for name in [name for name in names if name == call.other or name.startswith(call.other + "/")]:
                del names[name]
            for name in [name for name in names if name == call.path or name.startswith(call.path + "/")]:
                names[call.other + name.removeprefix(call.path)] = names.pop(name)


def _folders(call: Call) -> Iterable[str]:
    ends = [call.other] if call.kind == trace.LINK else [call.path, call.other] if call.other else [call.path]
    return ["" if str(parent) == "." else str(parent) for parent in (PurePosixPath(end).parent for end in ends)]


def _survived(file: _File, mode: str, chance: random.Random) -> bytes:
    if mode == "all":
        return bytes(file.now)
    content = bytearray(file.synced)
    if mode == "torn" and file.pending:
        whole = chance.randrange(len(file.pending))
        for call in file.pending[:whole]:
            _apply(content, call)
        torn = file.pending[whole]
        if torn.data:
            _apply(content, torn._replace(data=torn.data[: chance.randrange(len(torn.data))]))
    if mode == "reordered":
        for call in file.pending:
            if call.kind == trace.SIZE:
                _apply(content, call)
                continue
            for start, end in _sectors(call):
                if chance.random() < 0.5:
                    piece = call.data[start - call.offset : end - call.offset]
                    _apply(content, call._replace(data=piece, offset=start))
    return bytes(content)


def _sectors(call: Call) -> Iterable[tuple[int, int]]:
    start, end = call.offset, call.offset + len(call.data)
    while start < end:
        stop = min(end, (start // SECTOR + 1) * SECTOR)
        yield start, stop
        start = stop


def _index(file: _File | None, chance: random.Random) -> bytes | None:
    if file is None:
        return None
    now = bytes(file.now)
    return chance.choice([None, b"", now, now[: len(now) // 2], chance.randbytes(len(now))])
