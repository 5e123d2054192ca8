"""Adds the last answer of an adjudication to the examples of its label."""

from PySide6.QtCore import QObject, Signal, Slot

from annotator.editing.edits import Edit
from annotator.model.values import SCHEMA, Settled
from annotator.quality.examples import example
from ui.adjudicating.mode import Adjudicating
from ui.bridge.session import Session


class Examples(QObject):
    """Remembers the last answer in the article that is being adjudicated."""

    told = Signal(str)

    def __init__(self, session: Session, mode: Adjudicating) -> None:
        super().__init__(mode)
        self._session = session
        self._mode = mode
        self._last: Settled | None = None
        session.edited.connect(self._on_edited)
        mode.begun.connect(self._forget)

    def make(self) -> None:
        """Add the last answer to its label's examples, as one undoable step."""
        one, opened, project = self._mode.one, self._session.opened, self._session.required()
        answer = self._last
        span = None if one is None or answer is None else next(filter(None, map(one.spans.get, answer.taken)), None)
        if one is None or opened is None or answer is None or span is None:
            self.told.emit(self.tr("Answer a question first: the label you take becomes the example."))
            return
        asked = next((each for each in one.questions if answer.asked in {each.asked, each.counted}), None)
        labels = dict.fromkeys(each.label for each in asked.variants if each.label != span.label) if asked else {}
        written = project.read.setting(SCHEMA) or ""
        edit = example(project.schema, written, opened.document, span, tuple(labels), project.annotator)
        if edit is None:
            self.told.emit(self.tr("This example is already in the guideline."))
        elif self._session.do(edit):
            self._session.schema_changed.emit()
            self.told.emit(self.tr("Added to the examples in the guideline."))

    @Slot(object)
    def _on_edited(self, edit: Edit) -> None:
        answers = [change.after for change in edit.changes if isinstance(change.after, Settled)]
        self._last = answers[-1] if answers else self._last

    @Slot()
    def _forget(self) -> None:
        self._last = None
