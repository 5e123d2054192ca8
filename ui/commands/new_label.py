"""Labels the words for which the label picker offered a new label, once the schema window has added it."""

from typing import NamedTuple

from PySide6.QtCore import QObject, QTimer, Slot

from annotator.model.values import Part
from ui.article.view import ArticleView
from ui.bridge.session import Session
from ui.commands.ask_label import SelectionPopups
from ui.commands.labelling import Labelling


class _Words(NamedTuple):
    """What a label would be for: article, selection, and the active row if nothing is selected."""

    document: str | None
    part: Part
    row: str | None


class NewLabel(QObject):
    """Waits for the label that the picker could not find; labels the words only if they are still aimed at."""

    def __init__(
        self, session: Session, view: ArticleView, asking: SelectionPopups, labelling: Labelling, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._view = view
        self._labelling = labelling
        self._wanted: tuple[str, str, _Words] | None = None  # layer and name of the label
        asking.label_wanted.connect(self._on_wanted)
        session.schema_changed.connect(self._on_schema)
        session.project_closed.connect(self._forget)

    @property
    def _aimed(self) -> _Words:
        part = self._view.selection()
        return _Words(self._view.document_id(), part, None if part[0] < part[1] else self._view.active())

    @Slot(str, str)
    def _on_wanted(self, layer: str, name: str) -> None:
        self._wanted = layer, name, self._aimed

    @Slot()
    def _on_schema(self) -> None:
        if self._wanted is not None:
            QTimer.singleShot(0, self, self._use)  # the article is opened anew first

    def _use(self) -> None:
        if self._wanted is None or self._session.project is None:
            return
        layer, name, words = self._wanted
        labels = (label for label in self._session.project.schema.labels if label.layer == layer)
        found = next((label for label in labels if name in label.name.values()), None)
        if found is None:
            return
        self._wanted = None
        if words == self._aimed:
            self._labelling.label(f"{layer} {found.id}")

    @Slot()
    def _forget(self) -> None:
        self._wanted = None
