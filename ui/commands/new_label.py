"""Labels the words for which the label picker offered a new label, once the schema window has added it."""

from typing import NamedTuple

from PySide6.QtCore import QObject, QTimer, Slot

from annotator.model.schema import Label
from annotator.model.values import Part
from ui.article.view import ArticleView
from ui.bridge.session import Session
from ui.commands.ask_label import SelectionPopups
from ui.commands.labelling import Labelling


class _Words(NamedTuple):
    """The place to label: article, selection, and the active row if nothing is selected."""

    document: str | None
    part: Part
    row: str | None


class _Wanted(NamedTuple):
    """A label that the schema lacks; ``known`` are the labels that its layer had."""

    layer: str
    name: str
    known: frozenset[str]
    words: _Words


class NewLabel(QObject):
    """Waits for the label that the picker could not find; labels the words only if they are still aimed at.

    The label and the labelled words are two steps of Undo. Another change of the schema ends the waiting.
    """

    def __init__(
        self, session: Session, view: ArticleView, asking: SelectionPopups, labelling: Labelling, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._view = view
        self._labelling = labelling
        self._wanted: _Wanted | None = None
        asking.label_wanted.connect(self._on_wanted)
        session.schema_changed.connect(self._on_schema)
        session.project_closed.connect(self._forget)

    @property
    def _aimed(self) -> _Words:
        part = self._view.selection()
        return _Words(self._view.document_id(), part, None if part[0] < part[1] else self._view.active())

    @Slot(str, str)
    def _on_wanted(self, layer: str, name: str) -> None:
        self._wanted = _Wanted(layer, name, frozenset(label.id for label in self._labels(layer)), self._aimed)

    @Slot()
    def _on_schema(self) -> None:
        if self._wanted is not None:
            QTimer.singleShot(0, self, self._use)  # the article is opened again first

    def _use(self) -> None:
        wanted, self._wanted = self._wanted, None
        if wanted is None or wanted.words != self._aimed:
            return
        added = [label for label in self._labels(wanted.layer) if label.id not in wanted.known]
        named = [label for label in added if wanted.name in label.name.values()]
        found = named or added  # the user may have renamed it
        if len(found) == 1:
            self._labelling.label(f"{wanted.layer} {found[0].id}")

    def _labels(self, layer: str) -> list[Label]:
        project = self._session.project
        return [] if project is None else [label for label in project.schema.labels if label.layer == layer]

    @Slot()
    def _forget(self) -> None:
        self._wanted = None
