"""A project with a row in every table, and a way to flip one bit of a value in it, as a failing disk does."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

from annotator.editing import edits, identities, talking
from annotator.editing.edits import Change, Edit, EditKind
from annotator.model.values import Assignment, DocumentSplit, SentenceMark, Settled, State
from annotator.store.repair.log_frames import LogContent
from annotator.store.repair.pages import Faults, Image
from annotator.store.repair.shapes import SHAPES, WITHOUT_ROWID
from annotator.text.normalization import fingerprint
from tests.annotator.made import TEXT, add_article, claim, make_project, span, suggestion

PAGE = 4096


def make_city(folder: Path) -> Path:
    """Create a project with a row in each table that holds people's work, all of them in the log; return its path."""
    folder.mkdir(parents=True, exist_ok=True)
    project = make_project(folder)
    first, second = add_article(project), add_article(project, "Später", f"Später: {TEXT}")
    place, body = span(first, "Köln"), span(first, "EU", "ORG", note="Sitz")
    said = claim(first, "sie spare viel", attributes={"stance": "affirms", "topic": "Haushalt"})
    project.do(edits.add([place, body, said]))
    project.do(edits.relate(said, "claimant", body, annotator="anna"))
    meant = identities.new_identity("Europäische Kommission", "ORG")
    identified = identities.identify([body], meant, annotator="anna", new=True)
    assert identified is not None
    project.do(identified)
    project.do(edits.classify(first, (), "topic", "politics", annotator="anna"))
    project.do(edits.see([SentenceMark(document=first, annotator="anna", start=0, end=20)], annotator="anna"))
    project.do(edits.set_state(None, first, State.DONE, annotator="anna"))
    project.do(talking.comment(first, place.parts[0], "Die Stadt?", annotator="anna", span=place.id))
    project.do(talking.review(first, None, annotator="anna"))
    project.put_suggestions(second, "de_news", [suggestion(second, "Köln", text=f"Später: {TEXT}")])
    (proposed,) = project.read.suggestions(second)
    project.do(edits.reject([proposed], annotator="anna"))
    settled = Settled(
        id=fingerprint("q"),
        document=first,
        layer="entities",
        start=0,
        end=8,
        annotator="anna",
        asked=fingerprint("choices"),
        taken=(place.id,),
        rule="by_hand",
    )
    _do(project, EditKind.ADJUDICATE, settled)
    _do(project, EditKind.ASSIGN, Assignment(document=second, annotator="anna"))
    split = Change(before=DocumentSplit(document=second), after=DocumentSplit(document=second, split="train"))
    project.do(Edit(kind=EditKind.DEAL, annotator="anna", changes=(split,)))
    project.do(edits.add([span(second, "Köln", text=f"Später: {TEXT}")]))
    project.undo(second)
    project.close()
    return Path(project.path)


def _do(project: Any, kind: EditKind, row: Any) -> None:
    project.do(Edit(kind=kind, annotator="anna", changes=(Change(after=row),)))


def flip(path: Path, table: str, column: str, *, number: int = 0, bit: int = 3) -> tuple[str, str]:
    """Flip a bit in the middle of a text in a row of a table, directly on the page; return the text before and after.

    Indexes keep the old value. ``number`` counts the rows of the table that have a text in this column.
    """
    before, needle, at = _on_page(path, table, column, number)
    content = bytearray(path.read_bytes())
    place = next(place for place in _places(path, table, needle)) + at
    middle = place + len(before.encode()) // 2
    while content[middle] & 0x80:  # only ASCII
        middle += 1
    content[middle] ^= 1 << bit
    path.write_bytes(content)
    return before, content[place : place + len(before.encode())].decode("utf-8", "replace")


def _on_page(path: Path, table: str, column: str, number: int) -> tuple[str, bytes, int]:
    """Return a value, the run of texts around it in its record, and the place of the value in the run."""
    with closing(sqlite3.connect(path)) as connection:
        names = list(SHAPES[table].columns)
        rows = connection.execute(f"SELECT {', '.join(names)} FROM {table} WHERE {column} != ''").fetchall()
    row = dict(zip(names, rows[number], strict=True))
    run, at, seen = b"", 0, False
    for name in names:
        value = None if SHAPES[table].columns[name] == "number" else row[name]
        if name == column:
            at, seen = len(run), True
        if isinstance(value, str):
            run += value.encode()
        elif value not in (None, 0, 1) and seen:
            break
        elif value not in (None, 0, 1):
            run = b""
    return row[column], run[: at + len(row[column].encode()) + 40], at


def _places(path: Path, table: str, needle: bytes) -> Iterator[int]:
    with path.open("rb") as file:
        image, faults = Image(file, None, LogContent()), Faults()
        roots: dict[str, Any] = {str(cell.values[1]): cell.values[3] for cell in image.walk(1, faults)}
        kept = table not in WITHOUT_ROWID
        pages = {cell.page for cell in image.walk(roots[table], faults, table=kept)}
    content = path.read_bytes()
    for page in sorted(pages):
        found = content.find(needle, (page - 1) * PAGE, page * PAGE)
        if found >= 0:
            yield found
