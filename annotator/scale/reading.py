"""The rows of a part, in order: each is an article or a problem. No row is left out.

Damage in a shard becomes a problem of a row. An error of the storage is raised, so that the part stays undone.
"""

import gzip
import io
import json
import zlib
from collections.abc import Callable, Collection, Container, Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, BinaryIO, NamedTuple, TypeAlias, cast

from annotator.corpus.article import LINE, Article, Draft, ReadingChoices
from annotator.corpus.describe import finish
from annotator.corpus.reader_table import read_file
from annotator.corpus.readers import column_guess, json_articles, warc
from annotator.scale import problems
from annotator.scale.parts import FileKind, Part
from annotator.scale.places import Folder
from annotator.system.errors import AnnotatorError, FormatError, ModelError, TextError
from annotator.system.json_objects import has_repeats, object_from_pairs
from annotator.system.whole_files import Broken

LONGEST = 5_000_000  # characters of an article; parsing more would take minutes
_LONGEST_LINE = 4 * LONGEST  # bytes
_SKIPPED = 1 << 20  # bytes read at a time while a longer line is skipped
_BATCH = 256  # rows of Parquet in memory
_MOST_UNPACKED = 1_000_000  # MB of an archive
_UNFIT = (ValueError, OverflowError, LookupError)  # of values that Python cannot hold; the last of unknown time zones
_LICENCES = ("licence", "license", "rights")


class TakenArticle(NamedTuple):
    """An article in a row, with its id and licence, for which documents have no field.

    In a part of single files, ``place`` is the file and the article's number in it, from 0.
    """

    row: int
    article: Article
    id: str | None = None
    licence: str | None = None
    place: tuple[str, int] | None = None


class RefusedRow(NamedTuple):
    """A row without an article, and the code of its problem."""

    row: int
    problem: str
    place: tuple[str, int] | None = None


Row: TypeAlias = TakenArticle | RefusedRow
Columns: TypeAlias = Mapping[str, str] | None


def rows_of(
    part: Part,
    columns: Columns,
    deadly: Collection[int] = (),
    taken: Callable[[int], None] = lambda _: None,
    only: Container[int] | None = None,
) -> Iterator[Row]:
    """Yield the rows of a part.

    Args:
        part: The part.
        columns: The columns that a person chose, None to guess them.
        deadly: Rows at which the process died while reading: the shard counts as damaged from there on.
        taken: Receives, before each row is yielded, about how many of the part's bytes have been read.
        only: The rows that are needed, None for all; of Parquet and lines, others are not made into articles.

    Raises:
        ModelError: ``corpus.changed`` if the shard is not what the plan saw, or is written while it is read.
        OSError: The storage failed.
    """
    folder = Folder(part.corpus)
    if part.kind is FileKind.FILES:
        for row in _of_files(folder, part, deadly):
            taken(part.weight * (part.files.index(row.place[0]) if row.place else 0) // len(part.files))
            yield row
        return
    before = folder.look(part.shard)
    if not part.stamp.startswith(f"{before.size}-"):
        raise ModelError("corpus.changed", shard=part.shard)
    read = {FileKind.PARQUET: _of_parquet, FileKind.LINES: _of_lines, FileKind.WARC: _of_warc}[part.kind]
    with folder.open(part.shard) as file:
        for row in read(file, part, columns, deadly, only):
            taken(part.weight * (row.row + 1 - part.first) // part.rows if part.rows else file.tell() - part.offset)
            yield row
    after = folder.look(part.shard)
    if (after.size, after.changed) != (before.size, before.changed):
        raise ModelError("corpus.changed", shard=part.shard)


def record_of(row: int, record: Mapping[str, Any], columns: Columns, name: str) -> Row:
    """Return the article in a record, read as the import of JSON Lines reads it."""
    flat = json_articles.flat(record)
    if columns is None and json_articles.is_ninjs(record):
        draft: Draft | TextError = json_articles.draft(record, file=name, line=row, unit=LINE)
    else:
        chosen = _guessed((*flat, *(key for key in record if key not in flat))) if columns is None else columns
        if "text" not in chosen or (chosen["text"] not in flat and chosen["text"] not in record):
            return RefusedRow(row, problems.COLUMN_MISSING)
        if len(flat.get(chosen["text"], "")) > LONGEST:
            return RefusedRow(row, problems.TEXT_LONG)
        draft = column_guess.drafted(row, flat, chosen, file=name, unit=LINE)
    if isinstance(draft, TextError):
        return RefusedRow(row, problems.TEXT_EMPTY)
    licence = next((flat[key] for key in _LICENCES if flat.get(key)), None)
    return _finished(row, draft, name, licence)


@lru_cache(maxsize=256)
def _guessed(columns: Sequence[str]) -> Mapping[str, str]:
    return column_guess.guess(columns, ())


def _finished(row: int, draft: Draft, name: str, licence: str | None = None) -> Row:
    if len(draft.text) > LONGEST:
        return RefusedRow(row, problems.TEXT_LONG)
    try:
        return TakenArticle(row, finish(draft, name=name), draft.id, licence)
    except AnnotatorError as error:
        return RefusedRow(row, error.code)


def _of_parquet(
    file: BinaryIO, part: Part, columns: Columns, deadly: Collection[int], only: Container[int] | None
) -> Iterator[Row]:
    import pyarrow as pa
    from pyarrow import parquet

    try:
        opened = parquet.ParquetFile(file)
        chosen = columns if columns is not None else _guessed(tuple(opened.schema_arrow.names))
        names = [name for name in opened.schema_arrow.names if name in _wanted(chosen)]
    except (pa.ArrowException, OSError, ValueError) as error:
        _raise_if_storage(error)
        yield RefusedRow(part.first, problems.SHARD_BROKEN)
        return
    row, skip, left = part.first, part.skip, part.rows or 0
    fields = {field: column for field, column in chosen.items() if column.partition(".")[0] in names}
    for group in part.groups:
        size = opened.metadata.row_group(group).num_rows - skip
        end = row + min(size, left)
        if "text" not in fields:
            yield from (RefusedRow(each, problems.COLUMN_MISSING) for each in range(row, end))
        else:
            for found in _of_group(opened, group, skip, names, range(row, end), deadly):
                if only is None or found[0] in only:
                    yield found if isinstance(found, RefusedRow) else record_of(*found, fields, part.shard)
        left -= end - row
        row, skip = end, 0


def _wanted(chosen: Mapping[str, str]) -> set[str]:
    return {column.partition(".")[0] for column in chosen.values()} | {*_LICENCES}


def _of_group(
    opened: Any, group: int, skip: int, names: list[str], rows: range, deadly: Collection[int]
) -> Iterator[tuple[int, dict[str, Any]] | RefusedRow]:
    """Yield the rows of a row group as values by column; from damage on, each row is a problem."""
    import pyarrow as pa

    row = rows.start
    try:
        if any(each in deadly for each in rows):
            raise Broken
        for batch in opened.iter_batches(_BATCH, row_groups=[group], columns=names):
            kept = batch.slice(min(skip, batch.num_rows), rows.stop - row)
            skip -= min(skip, batch.num_rows)
            for value in _values(kept):
                yield RefusedRow(row, problems.TEXT_ENCODING) if value is None else (row, value)
                row += 1
            if row >= rows.stop:
                break
    except (pa.ArrowException, OSError, ValueError, Broken) as error:
        _raise_if_storage(error)
    yield from (RefusedRow(each, problems.SHARD_BROKEN) for each in range(row, rows.stop))


def _values(batch: Any) -> list[dict[str, Any] | None]:
    """Return the rows of a batch, None for a row that is not valid UTF-8; dates are in ISO form."""
    try:
        rows = batch.to_pylist()
    except _UNFIT:
        rows = [_row(batch, place) for place in range(batch.num_rows)]
    return [row and {name: _plain(value) for name, value in row.items()} for row in rows]


def _row(batch: Any, place: int) -> dict[str, Any] | None:
    """Return a row without the values that Python cannot hold, such as a date after 9999; None for invalid UTF-8."""
    row: dict[str, Any] = {}
    for name, column in zip(batch.schema.names, batch.columns, strict=True):
        try:
            row[name] = column[place].as_py()
        except UnicodeDecodeError:
            return None
        except _UNFIT:
            continue
    return row


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value


def _of_lines(
    file: BinaryIO, part: Part, columns: Columns, deadly: Collection[int], only: Container[int] | None
) -> Iterator[Row]:
    packed = part.shard.lower().endswith(".gz")
    stream = cast("BinaryIO", gzip.GzipFile(fileobj=file)) if packed else file
    if part.offset:
        stream.seek(part.offset)
    left = None if packed else part.weight
    row = part.first
    try:
        while left is None or left > 0:
            if row in deadly:
                raise Broken
            line = stream.readline(_LONGEST_LINE + 1)
            if not line:
                break
            read = len(line)
            if read > _LONGEST_LINE:
                read += _skip(stream, line)
                yield RefusedRow(row, problems.TEXT_LONG)
            elif line.strip() and (only is None or row in only):
                yield _of_line(row, line, columns, part.shard)
            left = None if left is None else left - read
            row += 1
    except (OSError, EOFError, zlib.error, Broken) as error:
        _raise_if_storage(error)
        yield RefusedRow(row, problems.SHARD_BROKEN)


def _skip(stream: BinaryIO, line: bytes) -> int:
    """Skip the rest of a line, and return the number of bytes skipped."""
    skipped = 0
    while line and not line.endswith(b"\n"):
        line = stream.readline(_SKIPPED)
        skipped += len(line)
    return skipped


def _of_line(row: int, line: bytes, columns: Columns, name: str) -> Row:
    try:
        value = json.loads(line.decode("utf-8").removeprefix("\ufeff"), object_pairs_hook=object_from_pairs)
    except UnicodeDecodeError:
        return RefusedRow(row, problems.TEXT_ENCODING)
    except (ValueError, RecursionError):
        return RefusedRow(row, problems.ROW_JSON)
    if not isinstance(value, Mapping):
        return RefusedRow(row, problems.ROW_NO_OBJECT)
    if has_repeats(value):
        return RefusedRow(row, problems.ROW_REPEATS)
    return record_of(row, value, columns, name)


def _of_warc(
    file: BinaryIO, part: Part, columns: Columns, deadly: Collection[int], only: Container[int] | None
) -> Iterator[Row]:
    del columns, only
    row = part.first
    try:
        for found in warc.read_pages(file, part.shard, ReadingChoices(), _MOST_UNPACKED):
            if row in deadly:
                raise Broken
            if isinstance(found, Draft):
                yield _finished(row, found, part.shard)
            else:
                yield RefusedRow(row, found.code if isinstance(found, TextError) else problems.SHARD_BROKEN)
            row += 1
    except TextError as error:
        yield RefusedRow(row, error.code)
    except (OSError, EOFError, zlib.error, Broken) as error:
        _raise_if_storage(error)
        yield RefusedRow(row, problems.SHARD_BROKEN)


def _of_files(folder: Folder, part: Part, deadly: Collection[int]) -> Iterator[Row]:
    """Yield the articles in single files; a file that cannot be read counts as one row."""
    row = 0
    for name in part.files:
        within = 0
        try:
            if row in deadly:
                raise TextError("text.nothing", file=name)  # handled below like other unreadable files
            for found in _of_file(folder, name):
                if isinstance(found, Article):
                    about = found.meta
                    yield TakenArticle(row, found, about.get("external_id"), about.get("licence"), (name, within))
                elif isinstance(found, TextError):
                    yield RefusedRow(row, found.code, (name, within))
                else:
                    continue
                row, within = row + 1, within + 1
        except (TextError, FormatError) as error:  # the latter if it is not what its ".gz" says
            code = problems.SHARD_BROKEN if row in deadly or isinstance(error, FormatError) else error.code
            yield RefusedRow(row, code, (name, within))
            row += 1


def _of_file(folder: Folder, name: str) -> Iterator[Any]:
    folder.look(name)  # a missing file is an error of the storage
    if folder.path is not None:
        yield from read_file(folder.path / name)
        return
    with TemporaryDirectory() as room, folder.open(name) as file:
        copy = Path(room, Path(name).name)
        with io.FileIO(copy, "xb") as target:
            while chunk := file.read(_SKIPPED):
                target.write(chunk)
        yield from read_file(copy)


def _raise_if_storage(error: BaseException) -> None:
    """Raise an error that has an errno: it comes from the storage, never from the content of the shard."""
    if getattr(error, "errno", None):
        raise error
