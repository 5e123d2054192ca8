"""The steps in logs of earlier contents: the file beside them was overwritten with other contents.

Such a log is never applied again. But it holds whole pages, and those of the table of edits say what was done.
"""

from collections.abc import Iterable, Iterator, Mapping
from io import BytesIO
from pathlib import Path
from typing import Any

from annotator.model.json_rows import parts_from
from annotator.model.values import quote
from annotator.store.connection import Connection
from annotator.store.repair.log_frames import read_log
from annotator.store.repair.mending import read_json
from annotator.store.repair.pages import Faults, Image
from annotator.store.repair.raw_copies import unrelated_logs
from annotator.store.repair.repaired import RepairedEdit, SetAside
from annotator.store.repair.shapes import is_id, known
from annotator.text.normalization import storable

_MOST = 12  # logs
_LONGEST = 100_000_000  # bytes of a log
_SHOWN = 80  # characters of words in a step
_EDITS = "SELECT number, id, kind, annotator, at, changes FROM edit ORDER BY number"


def set_aside(path: Path, target: Connection) -> tuple[SetAside, ...]:
    """Return the newest logs of other contents beside a project, the newest first, with the steps ``target`` lacks.

    Logs without such steps are left out.
    """
    there = {id_ for (id_,) in target.execute("SELECT id FROM edit")}
    found = ((log, _edits_in(log)) for log in unrelated_logs(path)[:_MOST])
    lacks = ((log, [edit for edit in edits if edit["id"] not in there]) for log, edits in found)
    return tuple(
        SetAside(path=log, lacks=tuple(_step(edit, _about(edit), target) for edit in edits))
        for log, edits in lacks
        if edits
    )


def _edits_in(log: Path) -> list[Mapping[str, Any]]:
    """Return the rows of the table of edits that are complete in a log, in order."""
    try:
        if log.stat().st_size > _LONGEST:
            return []
        with log.open("rb") as file:
            found = read_log(file)
            image = Image(BytesIO(), file, found)
            image.count = found.pages  # the log is read without its file
            cells = [cell for number in found.newest for cell in image.leaf(number, Faults())]
    except OSError:
        return []
    rows = [known(cell.rowid, cell.values) for cell in cells if not cell.short]
    edits = [row for shape, row in filter(None, rows) if shape.table == "edit"]
    return sorted(edits, key=lambda edit: edit["number"])


def steps(connection: Connection) -> Iterator[RepairedEdit]:
    """Yield the steps in a project's table of edits."""
    names = ("number", "id", "kind", "annotator", "at", "changes")
    for values in connection.execute(_EDITS):
        edit = dict(zip(names, values, strict=True))
        about = connection.execute("SELECT document FROM edit_document WHERE edit = ?", [edit["number"]])
        yield _step(edit, [document for (document,) in about], connection)


def _step(edit: Mapping[str, Any], about: Iterable[str], articles: Connection) -> RepairedEdit:
    made = read_json(edit["changes"]) or []
    label, words = _first_span(articles, made)
    return RepairedEdit(
        number=edit["number"],
        id=edit["id"],
        kind=edit["kind"],
        annotator=edit["annotator"],
        at=edit["at"],
        titles=tuple(sorted(_title(articles, document) for document in about)),
        changes=len(made),
        label=label,
        words=words,
    )


def _about(edit: Mapping[str, Any]) -> set[str]:
    """Return the ids of the articles in which an edit changed rows."""
    return {row["document"] for row in _rows(read_json(edit["changes"]))}


def _rows(changes: Any) -> Iterator[dict[str, Any]]:
    """Yield the changed rows that name an article."""
    for change in changes if isinstance(changes, list) else ():
        row = (change.get("after") or change.get("before")) if isinstance(change, dict) else None
        if isinstance(row, dict) and is_id(row.get("document")):
            yield row


def _title(articles: Connection, document: str) -> str:
    found = articles.execute("SELECT title FROM document WHERE id = ?", [document]).fetchone()
    return str(found[0]) if found is not None else document


def _first_span(articles: Connection, changes: list[Any]) -> tuple[str, str]:
    """Return the label and the words of the first span that an edit changed; both are "" without a span."""
    row = next((row for row in _rows(changes) if row.get("row") == "span"), None)
    if row is None:
        return "", ""
    text = articles.execute("SELECT text FROM document_text WHERE document = ?", [row["document"]]).fetchone()
    try:
        words = quote(text[0], parts_from(row["parts"]))[:_SHOWN] if text is not None else ""
        return (storable(str(row["label"])), storable(words)) if words else ("", "")
    except (KeyError, TypeError, ValueError, IndexError, OverflowError):
        return "", ""
