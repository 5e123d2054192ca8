"""BioC's JSON: a collection of documents."""

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from annotator.formats.base import Exporter, Importer, ReadOptions
from annotator.formats.problem import Problem
from annotator.formats.shared.json_fields import refuse_flaw
from annotator.formats.shared.json_records import list_writer
from annotator.formats.tools.bioc.bioc_documents import HELD, LIMIT, SOURCE, articles, document_of
from annotator.model.values import Annotated
from annotator.system.json_objects import object_from_pairs
from annotator.system.whole_files import Broken, json_fault, read_text, reading

_TITLE = "BioC JSON"
_HEAD = f'{{"source": "{SOURCE}", "date": "", "key": "", "version": "1.0", "infons": {{}}, "documents": ['


def _read(path: Path, options: ReadOptions) -> Iterator[Annotated | Problem]:
    with reading(path, _TITLE):
        documents = [*_documents(_parsed(read_text(path, LIMIT).removeprefix("\ufeff")))]
    if not documents:
        yield Problem(file=path.name, line=0, code="record.text")
    yield from articles(documents, path, options)


def _parsed(text: str) -> Any:
    """Return the JSON value of a file; for JSON Lines, the list of the values in its lines."""
    try:
        value = json.loads(text, object_pairs_hook=object_from_pairs)
    except RecursionError as error:
        raise Broken(json_fault(error)) from None
    except ValueError as error:
        try:
            value = [json.loads(line, object_pairs_hook=object_from_pairs) for line in text.split("\n") if line.strip()]
        except (ValueError, RecursionError):
            raise Broken(str(error)) from None
    refuse_flaw(value)
    return value


def _documents(value: Any) -> Iterator[Mapping[str, Any]]:
    """Yield the documents of collections, at any depth."""
    if isinstance(value, list):
        for entry in value:
            yield from _documents(entry)
    elif isinstance(value, Mapping):
        if isinstance(value.get("passages"), list):
            yield value
        else:
            for entry in value.values():
                yield from _documents(entry)


BIOC_JSON_OUT = Exporter(
    name="bioc-json",
    title=_TITLE,
    suffix=".json",
    holds=HELD,
    open=list_writer(lambda fitted, _: iter([document_of(fitted.annotated)]), _HEAD, "]}"),
)
BIOC_JSON_IN = Importer(
    name="bioc-json",
    title=_TITLE,
    suffixes=(".json", ".jsonl"),
    read=_read,
    signs=re.compile(r'(?<!\\)"passages"\s*:\s*\[|"bioctype"\s*:'),
)
