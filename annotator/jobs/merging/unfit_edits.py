"""Refuse a copy with an edit that Spanwright never writes, such as a span outside its text."""

from collections.abc import Iterable, Mapping, Set
from typing import Any, NamedTuple

from annotator.editing.edits import Change, Edit
from annotator.editing.log.row_keys import document_of, key_of
from annotator.editing.schema_editing.logged_fates import fates_from
from annotator.model.schema_file import loads
from annotator.model.talk import LONGEST, Comment, Review
from annotator.model.values import (
    SCHEMA,
    Document,
    DocumentLabel,
    DocumentState,
    Part,
    Relation,
    Row,
    SentenceMark,
    Setting,
    Settled,
    Span,
    Suggestion,
)
from annotator.store.row_json import UNREADABLE
from annotator.system.errors import SchemaError, StoreError

SIGNED = (Span, Relation, DocumentLabel, SentenceMark, DocumentState, Review, Comment)
"""The kinds of rows whose annotators a merge adds to the project."""

_LONGEST_NAME = 80  # characters of an annotator's name
_LAST_TURN = 1 << 53  # no log is that long; a larger turn would leave none for our next steps
_LARGEST = 1 << 63  # no offset is larger: SQLite's integers have 64 bits
_OWN_SETTINGS = frozenset({"copy", "package", "answers", "annotator", "aliases", "last_merge"})  # never merged


class TextFacts(NamedTuple):
    """The SHA-256 of a document's text, and the number of its characters."""

    sha256: str
    characters: int


def refuse_unfit(edits: Iterable[Edit], known: Mapping[str, TextFacts], logged: Set[str], file: str) -> None:
    """Raise if an edit is empty, has an invalid turn, name or fact, a row outside its text, or a setting of the copy.

    ``known`` are facts about texts, by document id; ``logged`` are the ids of all edits of the merge, of which an edit
    may undo one.

    Raises:
        StoreError: ``store.unfit``.
    """
    for edit in edits:
        if not (0 <= edit.turn <= _LAST_TURN and _has_facts(edit) and all(map(_is_of_one_row, edit.changes))):
            raise _unfit(file, edit)
        if edit.undoes is not None and (edit.undoes == edit.id or edit.undoes not in logged):
            raise _unfit(file, edit)
        rows = [change.after for change in edit.changes if change.after is not None]
        names = {edit.annotator, *(row.annotator for row in rows if isinstance(row, SIGNED))}
        if not all(0 < len(each) <= _LONGEST_NAME and each.isprintable() for each in names):
            raise _unfit(file, edit)
        for row in rows:
            if not _fits(row, known):
                raise _unfit(file, edit)
            if isinstance(row, Setting):
                _refuse_setting(row, edit, file)


def refuse_homeless(edits: Iterable[Edit], missing: Set[str], file: str) -> None:
    """Raise if a row of an edit refers to a document or span with one of the ids that are ``missing``.

    Raises:
        StoreError: ``store.unfit``, about the first such edit.
    """
    for edit in edits if missing else ():
        rows = (change.after for change in edit.changes if change.after is not None)
        if any(not missing.isdisjoint(_homes(row)) for row in rows):
            raise _unfit(file, edit)


def _homes(row: Row) -> tuple[str | None, ...]:
    return (row.head, row.tail) if isinstance(row, Relation) else (document_of(row),)


def _unfit(file: str, edit: Edit) -> StoreError:
    return StoreError("store.unfit", file=file, edit=edit.id)


def _is_of_one_row(change: Change) -> bool:
    """Return whether a change has a row, and not two different ones or one in two documents.

    A document label is its own key.
    """
    before, after = change.before, change.after
    if before is None or after is None:
        return before is not after
    if type(before) is not type(after) or document_of(before) != document_of(after):
        return False
    return isinstance(before, DocumentLabel) or key_of(before) == key_of(after)


def _has_facts(edit: Edit) -> bool:
    """Return whether the facts of an edit can be used in a replay."""
    try:
        fates_from(edit.facts.get("fates", {}))
        held = [tuple(place) for place in edit.facts.get("held", ())]
    except UNREADABLE:
        return False
    return "held" not in edit.facts or (len(edit.about) == 1 and all(map(_is_place, held)))


def _is_place(found: tuple[Any, ...]) -> bool:
    return len(found) == 2 and all(type(each) is int for each in found) and _is_inside(found, _LARGEST)


def _fits(row: Row, known: Mapping[str, TextFacts]) -> bool:
    """Return whether a row lies inside its text, if that is known, and keeps the text's SHA-256."""
    if isinstance(row, Comment) and len(row.text) > LONGEST:
        return False
    facts = known.get(document_of(row) or "")
    end = _LARGEST if facts is None else facts.characters
    if isinstance(row, Document):
        return (facts is None or row.sha256 == facts.sha256) and all(_is_inside(part, end) for part in row.excluded)
    match row:
        case Span():
            return row.end <= end
        case Suggestion():
            return row.end <= end and all(draft.end <= end for draft in row.relations)
        case SentenceMark() | Settled() | Comment():
            return _is_inside((row.start, row.end), end)
        case _:
            return True


def _is_inside(part: Part, end: int) -> bool:
    return 0 <= part[0] < part[1] <= end


def _refuse_setting(row: Setting, edit: Edit, file: str) -> None:
    try:
        if row.name == SCHEMA:
            loads(row.value, name=file)
    except SchemaError as error:
        raise _unfit(file, edit) from error
    if row.name in _OWN_SETTINGS:
        raise _unfit(file, edit)
