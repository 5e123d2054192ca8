"""Keeps a text that is being typed into a field, so that a kill does not lose it.

A draft is no edit, and undo never meets it.
"""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QObject, Qt, Slot

from annotator.model.values import CLAIMS, Span, Suggestion
from ui.base.later import Later
from ui.base.settings import ProjectRows
from ui.bridge.session import Session
from ui.panels.span import span_fields
from ui.panels.span.field_grid import FieldGrid

DRAFTS = ProjectRows("drafts.json", private=True)


class Typed(NamedTuple):
    """A text typed into a field of a row. ``before`` is what was stored there.

    ``role`` and ``place`` are those of a citation; ``place`` is -1 for a new one, None for a text that is none.
    """

    annotator: str
    row: str
    field: str
    before: str
    words: str
    role: str = ""
    place: int | None = None


class Drafts(QObject):
    """Keeps the text in an editor after each key, and stores it when its article is opened after a kill."""

    def __init__(
        self,
        session: Session,
        stored: Callable[[str, str], str | None],
        store: Callable[[Typed], object],
        parent: QObject,
    ) -> None:
        """Keep texts.

        Args:
            session: The session.
            stored: Returns the stored text of a row's field, given both ids; None for a row of somebody else.
            store: Stores a text.
            parent: The owner.
        """
        super().__init__(parent)
        self._session = session
        self._stored = stored
        self._store = store
        self._kept: Typed | None = None
        self._later = Later(self._restore, self)
        session.document_opened.connect(self._on_document)

    def keep(self, row: str, field: str, words: str | None, role: str = "", place: int | None = None) -> None:
        """Keep what was typed so far; None if it is given up."""
        opened, before = self._session.opened, self._stored(row, field)
        if opened is None or words is None or before is None or words == before:
            self._put(None)
        else:
            self._put(Typed(opened.annotator, row, field, before, words, role, place))

    @Slot()
    def settle(self) -> None:
        """Forget the text once it is stored; one that could not be stored stays."""
        kept = self._kept
        if kept is not None and self._stored(kept.row, kept.field) != kept.before:
            self._put(None)

    def _put(self, typed: Typed | None) -> None:
        project = self._session.project
        if project is not None and typed != self._kept:
            self._kept = typed
            DRAFTS.put(project.path, typed)

    @Slot()
    def _on_document(self) -> None:
        self._kept = None
        self._later.ask()

    def _restore(self) -> None:
        """Store the text that was being typed in this article when the program was killed."""
        opened = self._session.opened
        if opened is None or not self._session.writable:
            return
        row = DRAFTS.row(self._session.required().path)
        typed = Typed(*row) if row is not None and _is_typed(row) else None
        before = self._stored(typed.row, typed.field) if typed is not None else None
        if typed is None or before is None or typed.annotator != opened.annotator:
            return
        self._kept = typed
        if before == typed.before:
            self._store(typed)
        self.settle()


class CardDrafts(Drafts):
    """Keeps what is typed into the fields of a card."""

    def __init__(
        self,
        session: Session,
        shown: Callable[[], Span | Suggestion | None],
        store: Callable[[Span, Typed], object],
        parent: QObject,
        *,
        claims: bool = False,
    ) -> None:
        """Keep texts of the row that ``shown`` returns; ``claims`` says whether the card shows claims."""
        super().__init__(session, self._stored_text, self._store_text, parent)
        self._shown = shown
        self._store_to = store
        self._claims = claims
        self.citation: Callable[[], tuple[str, int | None]] = _no_citation

    def serve(self, fields: FieldGrid) -> None:
        """Keep what is typed into these fields."""
        fields.edited.connect(self._on_edited)
        fields.written.connect(self.settle, Qt.ConnectionType.QueuedConnection)  # after the text was stored

    @Slot(str, object)
    def _on_edited(self, field: str, words: str | None) -> None:
        row = self._shown()
        if row is not None:
            self.keep(row.id, field, words, *self.citation())

    def _span(self, id_: str) -> Span | None:
        opened = self._session.opened
        span = opened.span(id_) if opened is not None else None
        return span if span is not None and (span.layer == CLAIMS) == self._claims else None

    def _stored_text(self, row: str, field: str) -> str | None:
        span = self._span(row)
        if span is None or not span_fields.is_typed(self._session.required().schema, span.layer, field):
            return None
        return span_fields.stored_text(span, field)

    def _store_text(self, typed: Typed) -> None:
        span = self._span(typed.row)
        if span is not None:
            self._store_to(span, typed)


def _no_citation() -> tuple[str, int | None]:
    return "", None


def _is_typed(value: list[object]) -> bool:
    if len(value) != len(Typed._fields):
        return False
    *words, place = value
    return all(isinstance(each, str) for each in words) and (place is None or (type(place) is int and place >= -1))
