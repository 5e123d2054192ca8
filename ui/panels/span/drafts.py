"""Keeps a text that is being typed into a field, so that a kill does not lose it.

The file is beside the settings, as for `ui.shell.projects.last_place`: a draft is no edit, and undo never meets it.
"""

import json
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from threading import Lock, Thread
from typing import NamedTuple

from PySide6.QtCore import QObject, QStandardPaths, Qt, QTimer, Slot

from annotator.model.values import CLAIMS, Span, Suggestion
from ui.bridge.session import Session
from ui.panels.span import span_fields
from ui.panels.span.field_grid import FieldGrid


class Typed(NamedTuple):
    """A text typed into a field. ``before`` is what was stored there; ``role`` and ``place`` are those of a citation.

    ``place`` is -1 for a new citation, and None for a text that is none.
    """

    span: str
    field: str
    before: str
    words: str
    role: str = ""
    place: int | None = None


class Drafts(QObject):
    """Keeps the text in the editor of a card after each key, and stores it when its article is opened after a kill."""

    def __init__(
        self,
        session: Session,
        shown: Callable[[], Span | Suggestion | None],
        store: Callable[[Span, Typed], object],
        parent: QObject,
        *,
        claims: bool = False,
    ) -> None:
        """Keep texts of the row that ``shown`` returns; ``store`` stores one. ``claims`` says which spans these are."""
        super().__init__(parent)
        self._session = session
        self._shown = shown
        self._store = store
        self._claims = claims
        self._kept: Typed | None = None
        self.citation: Callable[[], tuple[str, int | None]] = _no_citation
        session.document_opened.connect(self._on_document)

    def serve(self, fields: FieldGrid) -> None:
        """Keep what is typed into these fields."""
        fields.edited.connect(self._on_edited)
        # after the text was stored
        fields.written.connect(self._settle, Qt.ConnectionType.QueuedConnection)

    @Slot(str, object)
    def _on_edited(self, field: str, words: str | None) -> None:
        span = self._shown()
        if not isinstance(span, Span):
            return
        before = span_fields.stored_text(span, field)
        kept = words is not None and words != before
        self._keep(Typed(span.id, field, before, words or "", *self.citation()) if kept else None)

    @Slot()
    def _settle(self) -> None:
        """Forget the text once it is stored; one that could not be stored stays."""
        opened, kept = self._session.opened, self._kept
        span = opened.span(kept.span) if opened is not None and kept is not None else None
        if kept is not None and (span is None or span_fields.stored_text(span, kept.field) != kept.before):
            self._keep(None)

    def _keep(self, typed: Typed | None) -> None:
        project = self._session.project
        if project is not None and typed != self._kept:
            self._kept = typed
            _writer.put(str(project.path), typed)

    @Slot()
    def _on_document(self) -> None:
        self._kept = None
        QTimer.singleShot(0, self, self._restore)

    @Slot()
    def _restore(self) -> None:
        """Store the text that was being typed in this article when the program was killed."""
        opened = self._session.opened
        if opened is None or not self._session.writable:
            return
        typed = _read().get(str(self._session.required().path))
        span = opened.span(typed.span) if typed is not None else None
        if typed is None or span is None or (span.layer == CLAIMS) != self._claims:
            return
        self._kept = typed
        if span_fields.stored_text(span, typed.field) == typed.before:
            self._store(span, typed)
        self._settle()


def _no_citation() -> tuple[str, int | None]:
    return "", None


class _Writer:
    """Writes on a thread, always the newest texts."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._waiting: dict[str, Typed | None] = {}  # by project path
        self._at_work = False

    def put(self, path: str, typed: Typed | None) -> None:
        """Write the text of a project soon, or remove it."""
        with self._lock:
            self._waiting[path] = typed
            if not self._at_work:
                self._at_work = True
                Thread(target=self._work, name="drafts").start()

    def _work(self) -> None:
        while waiting := self._next():
            _put(waiting)

    def _next(self) -> dict[str, Typed | None]:
        with self._lock:
            waiting, self._waiting = self._waiting, {}
            self._at_work = bool(waiting)
            return waiting


_writer = _Writer()


def _file() -> Path:
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppDataLocation)) / "drafts.json"


def _read() -> dict[str, Typed]:
    """Return the kept texts by project path; skip invalid ones."""
    found: dict[str, Typed] = {}
    with suppress(OSError, ValueError, RecursionError):
        kept = json.loads(_file().read_text("utf-8"))
        for path, value in kept.items() if isinstance(kept, dict) else ():
            if _is_typed(value):
                found[path] = Typed(*value)
    return found


def _is_typed(value: object) -> bool:
    if not isinstance(value, list) or len(value) != len(Typed._fields):
        return False
    *words, place = value
    return all(isinstance(each, str) for each in words) and (place is None or (type(place) is int and place >= -1))


def _put(texts: Mapping[str, Typed | None]) -> None:
    """Write or remove the texts of projects, and keep those of others. Runs on a thread; failures are ignored."""
    from annotator.system.whole_files import put

    every = {path: typed for path, typed in ({**_read(), **texts}).items() if typed is not None}
    with suppress(OSError):
        _file().parent.mkdir(parents=True, exist_ok=True)
        put(_file(), json.dumps(every).encode(), private=True)
