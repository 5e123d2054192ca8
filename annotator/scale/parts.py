"""Cuts a corpus into parts, each some seconds of work. The same corpus is always cut in the same way."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote

from annotator.corpus.reader_table import READERS
from annotator.scale.places import Folder, StoredFile
from annotator.system import packed
from annotator.system.errors import ModelError

_LINES = (".jsonl", ".ndjson", ".jsonl.gz", ".ndjson.gz")
_WARC = (".warc", ".warc.gz")
_PARQUET = (".parquet", ".pq")
_SAMPLE = 1 << 16  # bytes at each end of a shard that its stamp contains
_CHUNK = 1 << 20
_FILES_SIZE = 64_000_000  # bytes of a part that consists of single files
_LONGEST = 150  # characters of a part's name


class FileKind(StrEnum):
    """The kinds of files that a part is read from."""

    PARQUET = "parquet"
    LINES = "lines"
    WARC = "warc"
    FILES = "files"


class Part(NamedTuple):
    """A part: some rows of a shard, or some single files.

    Attributes:
        shard: The path of the shard in the corpus; for single files, a name of the part.
        stamp: A string that changes when the shard or the files change.
        weight: The size in bytes.
        first: The number of the part's first row in the shard.
        rows: The number of rows, or None if it is unknown until the part is read.
        groups: The row groups of a Parquet shard.
        skip: The number of rows to leave out at the beginning of these groups.
        offset: The byte at which a part of lines begins.
        files: The single files.
    """

    name: str
    corpus: str
    shard: str
    kind: FileKind
    stamp: str
    weight: int
    first: int = 0
    rows: int | None = None
    groups: tuple[int, ...] = ()
    skip: int = 0
    offset: int = 0
    files: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CorpusPlan:
    """The parts of a corpus in order, the stamp of each shard, and the number of files that have no reader."""

    parts: tuple[Part, ...]
    stamps: dict[str, str] = field(default_factory=dict)
    others: int = 0


def plan(corpus: str, rows: int) -> CorpusPlan:
    """Cut a corpus into parts of about ``rows`` rows; a compressed file is one part.

    Raises:
        ModelError: ``corpus.nothing``.
        OSError: The corpus cannot be listed, or a shard cannot be read.
    """
    folder = Folder.at(corpus)
    single = None
    if folder.is_file():
        folder, single = folder.split()
    found = [folder.look(single)] if single is not None else folder.files()
    parts: list[Part] = []
    stamps: dict[str, str] = {}
    files: list[StoredFile] = []
    others = 0
    for each in found:
        kind = kind_of(each.name)
        if kind is None:
            others += 1
        elif kind is FileKind.FILES:
            files.append(each)
        else:
            stamps[each.name] = stamp = stamp_of(folder, each)
            parts += _cut(folder, each, kind, stamp, rows)
    for part in _of_files(folder, files, rows):
        stamps[part.shard] = part.stamp
        parts.append(part)
    if not parts:
        raise ModelError("corpus.nothing", corpus=corpus)
    return CorpusPlan(parts=tuple(parts), stamps=stamps, others=others)


def kind_of(name: str) -> FileKind | None:
    """Return the kind of a file by its name, or None if the file has no reader."""
    lower = name.lower()
    for kind, suffixes in ((FileKind.PARQUET, _PARQUET), (FileKind.LINES, _LINES), (FileKind.WARC, _WARC)):
        if lower.endswith(suffixes):
            return kind
    suffix = packed.suffix_of(Path(lower))  # the text of a.txt.gz is read like that of a.txt
    return FileKind.FILES if suffix and any(suffix in reader.suffixes for reader in READERS) else None


def stamp_of(folder: Folder, found: StoredFile) -> str:
    """Return the stamp of a shard: its size, and a hash of its two ends.

    Raises:
        OSError: It cannot be read.
    """
    with folder.open(found.name) as file:
        ends = file.read(_SAMPLE)
        if found.size > _SAMPLE:
            file.seek(max(_SAMPLE, found.size - _SAMPLE))
            ends += file.read(_SAMPLE)
    return f"{found.size}-{hashlib.sha256(ends).hexdigest()[:16]}"


def part_name(shard: str, number: int) -> str:
    """Return the name of a part's files: the quoted name of the shard, and the part's number."""
    quoted = quote(shard, safe=" ")
    if len(quoted) > _LONGEST:
        quoted = f"{quoted[:_LONGEST]}-{hashlib.sha256(shard.encode('utf-8', 'surrogatepass')).hexdigest()[:12]}"
    return f"{quoted}.{number:05}"


def _cut(folder: Folder, found: StoredFile, kind: FileKind, stamp: str, rows: int) -> Iterator[Part]:
    whole = Part(part_name(found.name, 0), folder.address, found.name, kind, stamp, found.size)
    if kind is FileKind.PARQUET:
        yield from _of_groups(folder, whole, rows)
    elif kind is FileKind.LINES and not found.name.lower().endswith(".gz"):
        yield from _of_lines(folder, whole, rows)
    else:
        yield whole


def _of_groups(folder: Folder, whole: Part, rows: int) -> Iterator[Part]:
    """Yield parts of whole row groups; a group that is too large becomes several parts."""
    import pyarrow as pa
    from pyarrow import parquet

    with folder.open(whole.shard) as file:
        try:
            about = parquet.ParquetFile(file).metadata
            sizes = [about.row_group(number).num_rows for number in range(about.num_row_groups)]
        except (pa.ArrowException, OSError, ValueError) as error:
            if getattr(error, "errno", None):
                raise
            yield whole  # reading it will report the error
            return
    total = max(1, sum(sizes))
    number = first = 0
    group: list[int] = []
    for index in range(len(sizes)):
        group.append(index)
        count = sum(sizes[each] for each in group)
        if count < rows and index < len(sizes) - 1:
            continue
        pieces = range(0, count, rows) if len(group) == 1 and count >= 2 * rows else range(1)
        for skip in pieces:
            had = min(rows, count - skip) if len(pieces) > 1 else count
            yield whole._replace(
                name=part_name(whole.shard, number),
                groups=tuple(group),
                first=first + skip,
                rows=had,
                skip=skip,
                weight=whole.weight * had // total,
            )
            number += 1
        first += count
        group = []
    if not sizes:
        yield whole._replace(rows=0)


def _of_lines(folder: Folder, whole: Part, rows: int) -> Iterator[Part]:
    """Yield parts of ``rows`` lines; empty lines are counted, although no article comes from them."""
    with folder.open(whole.shard) as file:
        begins, number, read = 0, 0, 0
        line = 0  # lines before `read`
        while chunk := file.read(_CHUNK):
            place = -1
            while line + chunk.count(b"\n", place + 1) >= (number + 1) * rows:
                while line < (number + 1) * rows:
                    place = chunk.index(b"\n", place + 1)
                    line += 1
                yield _lines(whole, number, rows, begins, read + place + 1)
                begins, number = read + place + 1, number + 1
            line += chunk.count(b"\n", place + 1)
            read += len(chunk)
    if read > begins or not number:
        yield _lines(whole, number, rows, begins, read)


def _lines(whole: Part, number: int, rows: int, begins: int, ends: int) -> Part:
    name = part_name(whole.shard, number)
    return whole._replace(name=name, first=number * rows, offset=begins, weight=ends - begins)


def _of_files(folder: Folder, files: list[StoredFile], rows: int) -> Iterator[Part]:
    """Yield parts of single files, limited by number of files and by size."""
    some: list[StoredFile] = []
    number = 0
    for each in files:
        if some and (len(some) >= rows or sum(one.size for one in some) + each.size > _FILES_SIZE):
            yield _single(folder, some, number)
            some, number = [], number + 1
        some.append(each)
    if some:
        yield _single(folder, some, number)


def _single(folder: Folder, files: list[StoredFile], number: int) -> Part:
    about = "\n".join(f"{each.name} {each.size}" for each in files)
    stamp = f"{len(files)}-{hashlib.sha256(about.encode('utf-8', 'surrogatepass')).hexdigest()[:16]}"
    return Part(
        part_name("files", number),
        folder.address,
        f"files {number}",
        FileKind.FILES,
        stamp,
        sum(each.size for each in files),
        files=tuple(each.name for each in files),
    )
