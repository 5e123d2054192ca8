"""Undo and redo of a schema change from the article."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from annotator.editing.edits import Edit
from annotator.model.schema import Schema
from ui.base.window_keys import bring_to_front
from ui.bridge.session import Session
from ui.jobs.workers import JobProcess
from ui.schema.applying import SchemaApplier
from ui.schema.schema_window import SchemaWindow, offered


class TakingBack(QObject):
    """Reverts one schema change at a time. Unapplied edits in the schema window must be applied or discarded first."""

    told = Signal(str)
    failed = Signal(object)  # an AnnotatorError; nothing was changed
    offered_changed = Signal()  # the active labels changed: suggest again

    def __init__(self, session: Session, files: JobProcess, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._window = window
        self._words = ""
        self._before: Schema | None = None
        self._applying = SchemaApplier(session, files, self)
        self._applying.finished.connect(self._on_finished)
        self._applying.failed.connect(self.failed)

    def take_back(self, edit: str, words: str) -> None:
        """Revert a schema change, given its edit's id, then emit ``words``."""
        editor = self._window.findChild(SchemaWindow)
        if self._applying.busy or (editor is not None and editor.applying.busy):
            return
        if editor is not None and editor.draft.change.changes_anything:
            self.told.emit(self.tr("First apply or discard your changes in Labels and Guidelines."))
            bring_to_front(editor)
            return
        self._words, self._before = words, self._session.required().schema
        self._applying.take_back(edit)

    def _on_finished(self, _edit: Edit | None) -> None:
        after = self._session.required().schema
        editor = self._window.findChild(SchemaWindow)
        if editor is not None:
            editor.begin_anew()
        if self._before is None or offered(self._before) != offered(after):
            self.offered_changed.emit()
        self.told.emit(self._words)
