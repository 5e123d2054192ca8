"""A Hugging Face dataset as Parquet: rows and card of `hugging_face`, with types in the files themselves.

It needs pyarrow, which is not included, as it is larger than the whole program.
Source: datasets 3.6 and 5.2, features.py. Lists are written as ``Sequence``, which both can read; only 5.2 reads
``List``.
"""

import json
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from functools import partial
from itertools import islice
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, Any

from annotator.editing.splitting import SPLITS
from annotator.formats.base import Exporter, FileLayout, Importer, Put, ReadOptions, need
from annotator.formats.fit import Fitted, Options
from annotator.formats.pieces import in_pieces
from annotator.formats.problem import Problem
from annotator.formats.shared.json_fields import UnusableRow
from annotator.formats.shared.json_records import LIMIT, Record, converted, json_line
from annotator.formats.training_sets.hugging_face import (
    CARD,
    HUB_NAMES,
    HUGGING_FACE_OUT,
    STRUCTS,
    WORDS,
    DatasetCounts,
    convert,
    names_for,
    row_of,
    write_card,
)
from annotator.model.values import Annotated
from annotator.system.errors import QT_TRANSLATE_NOOP, FormatError

_TITLE = "Hugging Face token classification (Parquet)"
_NEEDS = "pyarrow"
_ROWS = 64  # rows in memory at a time
_DEPTH = 8  # of lists and structs in a column
_KEY = b"huggingface"  # metadata key
_MEGABYTE = 1 << 20


@contextmanager
def _open(path: Path, options: Options) -> Iterator[Put]:
    splits = [""] if options.split is None else list(SPLITS)
    names = {split: f"data/{HUB_NAMES[split]}-00000-of-00001.parquet" for split in splits}
    counts = DatasetCounts(options)
    (path / "data").mkdir(exist_ok=True)
    with ExitStack() as files:
        # A file begins with the classes, which are known only after the last row.
        rows = {name: files.enter_context(TemporaryFile("w+", encoding="utf-8", newline="\n")) for name in splits}

        def put(fitted: Fitted) -> None:
            for piece in in_pieces(fitted):
                counts.add(piece, HUB_NAMES[fitted.split])
                rows[fitted.split].write(json_line(row_of(piece)))

        yield put
        for split in splits:
            _write(rows[split], path / names[split], counts.classes)
    card = write_card(counts, {HUB_NAMES[split]: name for split, name in names.items()})
    (path / CARD).write_text(card, "utf-8", newline="\n")


def _write(lines: IO[str], target: Path, classes: Sequence[str]) -> None:
    import pyarrow as pa
    from pyarrow import parquet

    numbers = {name: number for number, name in enumerate(classes)}
    schema = _schema(classes)
    lines.seek(0)
    with parquet.ParquetWriter(target, schema) as writer:
        while rows := [json.loads(line) for line in islice(lines, _ROWS)]:
            for row in rows:
                row["ner_tags"] = [numbers[name] for name in row["ner_tags"]]
            writer.write_batch(pa.RecordBatch.from_pylist(rows, schema=schema))


def _schema(classes: Sequence[str]) -> Any:
    import pyarrow as pa

    kinds = {"string": pa.string(), "int64": pa.int64(), "bool": pa.bool_()}
    columns = {
        **{name: pa.string() for name in WORDS},
        "tokens": pa.list_(pa.string()),
        "ner_tags": pa.list_(pa.int64()),
        **{
            name: pa.list_(pa.struct([(field, kinds[kind]) for field, kind in fields.items()]))
            for name, fields in STRUCTS.items()
        },
    }
    said = {"info": {"features": _features(classes)}}
    return pa.schema(list(columns.items()), metadata={_KEY: json.dumps(said, ensure_ascii=False)})


def _features(classes: Sequence[str]) -> dict[str, Any]:
    def value(kind: str) -> dict[str, str]:
        return {"dtype": kind, "_type": "Value"}

    return {
        **{name: value("string") for name in WORDS},
        "tokens": {"feature": value("string"), "_type": "Sequence"},
        "ner_tags": {"feature": {"names": list(classes), "_type": "ClassLabel"}, "_type": "Sequence"},
        **{name: [{field: value(kind) for field, kind in fields.items()}] for name, fields in STRUCTS.items()},
    }


def _read(path: Path, options: ReadOptions) -> Iterator[Annotated | Problem]:
    need(_NEEDS, _TITLE)
    import pyarrow as pa
    from pyarrow import parquet

    try:
        with path.open("rb") as file, parquet.ParquetFile(file) as opened:
            columns, others = _columns(opened.schema_arrow)
            for name in others:
                yield Problem(file=path.name, line=0, code="column.type", details={"field": name})
            read = partial(convert, names=_classes(opened.schema_arrow) or names_for(path))
            lines: dict[str, int] = {}  # id → line
            batches = opened.iter_batches(_ROWS, columns=columns)
            for number, row in enumerate(row for batch in batches for row in _rows(batch)):
                if isinstance(row, UnusableRow):
                    yield Problem(file=path.name, line=number + 1, code=row.code, details=row.details)
                else:
                    yield from converted(Record(number + 1, row), read, path.name, options, lines)
    except (OSError, ValueError, pa.ArrowException) as error:
        if isinstance(error, OSError) and error.strerror:
            raise FormatError("text.missing", file=path, reason=error.strerror) from error
        reason = QT_TRANSLATE_NOOP("Errors", "its parts do not fit together")
        raise FormatError("format.broken", file=path, format=_TITLE, reason=reason) from error


def _rows(batch: Any) -> Iterator[dict[str, Any] | UnusableRow]:
    """Yield a batch's rows, after a check of their size: a small file can repeat a value a billion times."""
    for number in range(batch.num_rows):
        row = batch.slice(number, 1)
        if row.nbytes > LIMIT * _MEGABYTE:
            yield UnusableRow("line.long", limit=str(LIMIT))
            continue
        try:
            (found,) = row.to_pylist()
            yield {name: value for name, value in found.items() if value is not None}
        except UnicodeDecodeError as error:
            yield UnusableRow("line.encoding", offset=str(error.start))


def _columns(schema: Any) -> tuple[list[str], list[str]]:
    """Return the names of readable columns, and of unreadable ones."""
    readable = [field.name for field in schema if _is_plain(field.type, _DEPTH)]
    return readable, [field.name for field in schema if field.name not in readable]


def _is_plain(kind: Any, depth: int) -> bool:
    from pyarrow import types

    if types.is_list(kind) or types.is_large_list(kind):
        return depth > 0 and _is_plain(kind.value_type, depth - 1)
    if types.is_struct(kind):
        return depth > 0 and all(_is_plain(kind.field(n).type, depth - 1) for n in range(kind.num_fields))
    if types.is_dictionary(kind):
        return depth > 0 and _is_plain(kind.value_type, depth - 1)
    numbers = types.is_integer(kind) or types.is_floating(kind) or types.is_boolean(kind)
    return bool(numbers or types.is_string(kind) or types.is_large_string(kind) or types.is_null(kind))


def _classes(schema: Any) -> list[str]:
    """Return the token classes named in a file, [] if there are none."""
    try:
        found = json.loads((schema.metadata or {}).get(_KEY, b"{}"))["info"]["features"]
        names = found.get("ner_tags", found.get("tags"))["feature"]["names"]
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return []
    return names if isinstance(names, list) and all(isinstance(name, str) for name in names) else []


PARQUET_OUT = Exporter(
    name="huggingface-parquet",
    title=_TITLE,
    suffix="",
    holds=HUGGING_FACE_OUT.holds,
    open=_open,
    layout=FileLayout.DATASET,
    needs=_NEEDS,
)
PARQUET_IN = Importer(
    name="huggingface-parquet", title=_TITLE, suffixes=(".parquet",), read=_read, settings=(CARD,), needs=_NEEDS
)
