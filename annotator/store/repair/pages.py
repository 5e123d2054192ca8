"""Read the pages of a damaged SQLite file: b-trees, records, overflow chains and the list of free pages.

SQLite is not used, so no SQL of a hostile file runs and one bad page does not hide others. Every step is bounded by
the size of the file, because each page is read once only, in one tree or one chain.
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from struct import Struct
from typing import IO, TypeAlias

from annotator.store.repair.log_frames import PAGE_SIZES, LogContent

Value: TypeAlias = int | float | str | bytes | None
MAGIC = b"SQLite format 3\x00"
TABLE_LEAF, TABLE_INSIDE, INDEX_LEAF, INDEX_INSIDE = 13, 5, 10, 2
_LEAVES = frozenset({TABLE_LEAF, INDEX_LEAF})
_KINDS = frozenset({TABLE_LEAF, TABLE_INSIDE, INDEX_LEAF, INDEX_INSIDE})
_FAMILY = {True: frozenset({TABLE_LEAF, TABLE_INSIDE}), False: frozenset({INDEX_LEAF, INDEX_INSIDE})}
_HEAD = 100  # bytes of the file's header, before the first page's own header
_USUAL = 4096
_SAMPLE = 200  # pages looked at to find the page size
_RESERVED = 32  # bytes of each page that an extension may keep for itself
_LARGEST = 1 << 29  # bytes of the largest row that is read, far above any article or edit
_DEEP = 40  # levels of the deepest tree that is followed; SQLite has 20 at most
_PAGE_HEAD = Struct(">BHHHB")
_NUMBER = Struct(">I")
_FLOAT = Struct(">d")
_WHOLE_SIZES = (0, 1, 2, 3, 4, 6, 8)  # of serial types 0 to 6


class Unreadable(Exception):
    """Raised for a page, cell or record that SQLite would never write."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageCell:
    """One row of a table, or one entry of an index (``rowid`` 0).

    ``page`` is the number of its page. Text that is not UTF-8 stays bytes. ``short`` says that values are cut off,
    because the chain of overflow pages is broken.
    """

    page: int
    rowid: int
    values: tuple[Value, ...]
    short: bool = False


@dataclass(slots=True, kw_only=True)
class Faults:
    """The unreadable parts of a tree: page numbers, and the number of unreadable cells on readable pages."""

    pages: list[int] = field(default_factory=list)
    cells: int = 0


class Image:
    """The pages of a database: those of the file, replaced by those of its write-ahead log."""

    def __init__(self, file: IO[bytes], log_file: IO[bytes] | None, log: LogContent) -> None:
        self._file, self._log_file, self._log = file, log_file, log
        size = file.seek(0, 2)
        file.seek(0)
        self.head = file.read(_HEAD)
        self.page_size = _page_size(file, self.head, size, log)
        pages = size // self.page_size
        self.count = max(pages, min(log.pages, pages + len(log.newest)))  # every page is in the file or in the log
        if log.newest:
            self.head = self.raw(1)[:_HEAD]
        stated = self.head[20] if len(self.head) == _HEAD and self.head[:16] == MAGIC else 0
        reserved = stated if stated <= _RESERVED else 0
        self.usable = self.page_size - reserved
        self.visited: set[int] = set()  # pages of trees
        self._chained: set[int] = set()  # pages of overflow chains

    @property
    def log_broken(self) -> bool:
        """Whether SQLite would drop stored edits, because the write-ahead log is damaged."""
        return self._log.broken

    @property
    def done(self) -> int:
        """The number of pages that have been read."""
        return len(self.visited) + len(self._chained)

    @property
    def used(self) -> set[int]:
        """The numbers of all pages that have been read."""
        return self.visited | self._chained

    def raw(self, number: int) -> bytes:
        """Return the bytes of a page, fewer if the file ends within it."""
        start = self._log.newest.get(number)
        if start is not None and self._log_file is not None:
            self._log_file.seek(start)
            return self._log_file.read(self.page_size)
        self._file.seek((number - 1) * self.page_size)
        return self._file.read(self.page_size)

    def free(self) -> set[int]:
        """Return the page numbers on the list of free pages, as far as the list can be followed."""
        found: set[int] = set()
        trunk = _NUMBER.unpack_from(self.head, 32)[0] if len(self.head) == _HEAD else 0
        while 0 < trunk <= self.count and trunk not in found:
            found.add(trunk)
            page = self.raw(trunk)
            if len(page) < self.page_size:
                break
            trunk, length = Struct(">II").unpack_from(page, 0)
            length = min(length, self.usable // 4 - 2)
            leaves = Struct(f">{length}I").unpack_from(page, 8)
            found.update(leaf for leaf in leaves if 0 < leaf <= self.count)
        return found

    def walk(self, root: int, faults: Faults, *, table: bool = True) -> Iterator[PageCell]:
        """Yield the cells of a table's or index's tree, in order; add unreadable pages and cells to ``faults``."""
        for number, kind, cells in self._tree(root, faults, table=table):
            if kind != TABLE_INSIDE:
                yield from self._read(number, kind, cells, faults)

    def visit(self, root: int, *, table: bool = True) -> None:
        """Mark the pages of a tree as read, without reading its rows, so that they do not count as lost."""
        for _ in self._tree(root, Faults(), table=table):
            pass

    def leaf(self, number: int, faults: Faults) -> Iterator[PageCell]:
        """Yield the rows of a page to which no tree leads, if it is a table's leaf page."""
        try:
            kind, cells, _ = self._parts(number)
        except Unreadable:
            return
        if kind == TABLE_LEAF:
            self.visited.add(number)
            yield from self._read(number, kind, cells, faults)

    def carve(self, number: int, columns: int) -> Iterator[PageCell]:
        """Yield everything that reads as a row of ``columns`` values in a page whose list of cells is damaged."""
        page = self.raw(number)
        at = 0
        while at < len(page) - columns:
            cell = None
            if not page[at] and at + 8 < len(page) and not any(page[at : at + 8]):
                at += 8
                continue
            try:
                cell, end = self._carved(page, number, at, columns)
            except (Unreadable, IndexError, struct.error):
                end = at + 1
            if cell is not None:
                yield cell
            at = end

    # Inside

    def _tree(self, root: int, faults: Faults, *, table: bool) -> Iterator[tuple[int, int, list[int]]]:
        """Yield (page number, page kind, cell offsets) of each page of a tree, in order."""
        waiting: list[tuple[int, int]] = [(root, 0)]
        while waiting:
            number, depth = waiting.pop()
            if number in self.visited or not 0 < number <= self.count or depth > _DEEP:
                faults.pages.append(number)
                continue
            try:
                kind, cells, right = self._parts(number)
            except Unreadable:
                self.visited.add(number)
                faults.pages.append(number)
                continue
            if kind not in _FAMILY[table]:  # another tree may lead there
                faults.pages.append(number)
                continue
            self.visited.add(number)
            if kind not in _LEAVES:
                children = [*self._children(number, cells, faults), right]
                waiting += ((child, depth + 1) for child in reversed(children))
            yield number, kind, cells

    def _parts(self, number: int) -> tuple[int, list[int], int]:
        """Return a b-tree page's kind, the offsets of its cells, and its right child, 0 for a leaf."""
        page = self.raw(number)
        if len(page) < self.usable:
            raise Unreadable
        base = _HEAD if number == 1 else 0
        kind, _, count, _, _ = _PAGE_HEAD.unpack_from(page, base)
        if kind not in _KINDS:
            raise Unreadable
        first = base + (8 if kind in _LEAVES else 12)
        if first + 2 * count > self.usable:
            raise Unreadable
        cells = Struct(f">{count}H").unpack_from(page, first)
        right = 0 if kind in _LEAVES else _NUMBER.unpack_from(page, base + 8)[0]
        return kind, list(cells), right

    def _children(self, number: int, cells: list[int], faults: Faults) -> Iterator[int]:
        page = self.raw(number)
        for at in cells:
            if 0 < at <= self.usable - 4:
                yield _NUMBER.unpack_from(page, at)[0]
            else:
                faults.cells += 1

    def _read(self, number: int, kind: int, cells: list[int], faults: Faults) -> Iterator[PageCell]:
        page = self.raw(number)[: self.usable]
        budget = len(page)  # cells never overlap; without this limit, overlapping ones would be a bomb
        for at in dict.fromkeys(cells):
            try:
                cell, end = self._cell(page, number, at + (4 if kind == INDEX_INSIDE else 0), table=kind == TABLE_LEAF)
            except (Unreadable, IndexError, struct.error):
                faults.cells += 1
                continue
            budget -= end - at
            if budget < 0:
                faults.cells += 1
                return
            yield cell

    def _cell(self, page: bytes, number: int, at: int, *, table: bool) -> tuple[PageCell, int]:
        size, at = varint(page, at)
        rowid = 0
        if table:
            rowid, at = varint(page, at)
        payload, end, short = self._payload(page, at, size, table=table)
        return PageCell(page=number, rowid=_signed(rowid), values=record(payload, short=short), short=short), end

    def _carved(self, page: bytes, number: int, at: int, columns: int) -> tuple[PageCell, int]:
        """Read a cell, but raise `Unreadable` unless the bytes are exactly a row of ``columns`` values."""
        size, after = varint(page, at)
        _, start = varint(page, after)
        if not columns < size <= self.count * self.page_size or _columns(page, start, size) != columns:
            raise Unreadable
        return self._cell(page, number, at, table=True)

    def _payload(self, page: bytes, at: int, size: int, *, table: bool) -> tuple[bytes, int, bool]:
        """Return a cell's payload, the offset of the cell's end in its page, and whether the payload is cut off."""
        if size > min(self.count * self.page_size, _LARGEST):
            raise Unreadable
        most = self.usable - 35 if table else (self.usable - 12) * 64 // 255 - 23
        if size <= most:
            if at + size > len(page):
                raise Unreadable
            return page[at : at + size], at + size, False
        least = (self.usable - 12) * 32 // 255 - 23
        local = least + (size - least) % (self.usable - 4)
        local = local if local <= most else least
        if at + local + 4 > len(page):
            raise Unreadable
        pieces = [page[at : at + local]]
        rest = size - local
        following = _NUMBER.unpack_from(page, at + local)[0]
        while rest > 0:
            if not 0 < following <= self.count or following in self._chained or following in self.visited:
                break
            more = self.raw(following)
            if len(more) < self.usable:
                break
            self._chained.add(following)
            pieces.append(more[4 : min(self.usable, 4 + rest)])
            rest -= len(pieces[-1])
            following = _NUMBER.unpack_from(more, 0)[0]
        return b"".join(pieces), at + local + 4, rest > 0


def varint(data: bytes, at: int) -> tuple[int, int]:
    """Read a variable-length integer of one to nine bytes; return it and the offset of its end."""
    value = 0
    for place in range(8):
        byte = data[at + place]
        value = value << 7 | byte & 0x7F
        if byte < 0x80:  # the last byte has no high bit
            return value, at + place + 1
    return value << 8 | data[at + 8], at + 9


def _signed(value: int) -> int:
    return value - (1 << 64) if value >> 63 else value


def _columns(page: bytes, start: int, size: int) -> int:
    """Return the number of columns in a record's header, or 0 if their sizes do not add up to the record's size."""
    length, at = varint(page, start)
    if not 0 < length <= size or start + length > len(page):
        return 0
    count, total = 0, length
    while at < start + length:
        kind, at = varint(page, at)
        total += _size(kind)
        count += 1
    return count if at == start + length and total == size else 0


def _size(kind: int) -> int:
    """Return how many bytes a value of an SQLite serial type takes."""
    if kind >= 12:  # text and blobs
        return (kind - 12) // 2
    if kind in {10, 11}:
        raise Unreadable
    return (0, 1, 2, 3, 4, 6, 8, 8, 0, 0)[kind]


def record(payload: bytes, *, short: bool = False) -> tuple[Value, ...]:
    """Return the values of a record.

    If it is ``short``, that is cut off, a text or blob may be incomplete, and missing numbers are None.

    Raises:
        Unreadable: It is not a record.
        IndexError: It is not a record.
    """
    length, at = varint(payload, 0)
    if length > len(payload):
        raise Unreadable
    kinds: list[int] = []
    while at < length:
        kind, at = varint(payload, at)
        kinds.append(kind)
    values: list[Value] = []
    start = length
    for kind in kinds:
        size = _size(kind)
        if start + size > len(payload) and (not short or kind < 12):
            if not short:
                raise Unreadable
            values.append(None)
        else:
            values.append(_value(kind, payload[start : start + size]))
        start += size
    if at != length or (start != len(payload) and not short):
        raise Unreadable
    return tuple(values)


def _value(kind: int, content: bytes) -> Value:
    if kind in {0, 8, 9}:
        return (None, 0, 1)[max(0, kind - 7)]
    if kind < len(_WHOLE_SIZES):
        return int.from_bytes(content, "big", signed=True)
    if kind == 7:
        number: float = _FLOAT.unpack(content)[0]
        return number
    if kind % 2 == 0:
        return content
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return content


def _page_size(file: IO[bytes], head: bytes, size: int, log: LogContent) -> int:
    """Return the page size in the header, unless the pages look like another size."""
    stated = int.from_bytes(head[16:18], "big") if len(head) == _HEAD else 0
    stated = 1 << 16 if stated == 1 else stated
    wanted = [each for each in (stated, log.page_size, _USUAL) if each in PAGE_SIZES]
    scores: dict[int, float] = {}
    for each in sorted(PAGE_SIZES):
        scores[each] = _plausible(file, each, size)
    best = max(scores.values(), default=0)
    likely = (each for each in wanted if 2 * scores[each] >= best)
    return next(likely, max(scores, key=lambda each: (scores[each], each == _USUAL)))


def _plausible(file: IO[bytes], page_size: int, size: int) -> float:
    """Return the share of sampled pages that begin like a b-tree page if pages have this size."""
    count = size // page_size
    if not count:
        return 0
    step = max(1, count // _SAMPLE)
    looked = good = 0
    for number in range(0, count, step):
        file.seek(number * page_size + (_HEAD if not number else 0))
        head = file.read(8)
        looked += 1
        if len(head) == 8 and head[0] in _KINDS:
            kind, _, cells, content, _ = _PAGE_HEAD.unpack(head)
            good += bool(cells) and (content or 1 << 16) <= page_size and 2 * cells < page_size and kind in _KINDS
    return good / looked
