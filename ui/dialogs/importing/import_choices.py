"""Options for all imported articles: page furniture and near-duplicates."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from ui.base.widgets.boxes import fill
from ui.base.widgets.named import named
from ui.dialogs.importing.import_table import ImportModel


class ImportChoices(QWidget):
    """Check boxes, shown only if the articles give a reason for them."""

    def __init__(self, model: ImportModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.near = _choice(self.tr("Also add &near-duplicates of other articles"), "importNear")
        self.near.toggled.connect(self._on_near)
        self.carry = _choice(self.tr("Suggest the &labels of the other article"), "importCarry")
        self.near.toggled.connect(self.carry.setEnabled)
        self.supersede = _choice(self.tr("&Replace the other article, which is set aside"), "importReplace")
        self.supersede.setChecked(False)
        self.near.toggled.connect(self.supersede.setEnabled)
        self.supersede.toggled.connect(self._on_supersede)
        self.furniture = _choice(self.tr("Exclude &page furniture (captions, related articles)"), "importFurniture")
        fill(QVBoxLayout(self), self.near, self.carry, self.supersede, self.furniture, margins=(0, 0, 0, 0), spacing=6)
        self.refresh(complete=False)

    def refresh(self, *, complete: bool) -> None:
        """Show the options that apply; those about near-duplicates only once all articles are read."""
        near = complete and bool(self._model.near)
        self.near.setVisible(near)
        self.carry.setVisible(near and any(found.suggestions for found in self._model.originals))
        self.supersede.setVisible(near and any(found.document is not None for found in self._model.originals))
        furniture = any(article.furniture for article in self._model.articles)
        self.furniture.setVisible(furniture)
        self.setVisible(near or furniture)

    @Slot(bool)
    def _on_supersede(self, on: bool) -> None:  # noqa: FBT001  # what Qt passes
        """Carry labels over whenever articles are replaced: they become suggestions."""
        self.carry.setEnabled(self.near.isChecked() and not on)
        if on:
            self.carry.setChecked(True)

    @Slot(bool)
    def _on_near(self, on: bool) -> None:  # noqa: FBT001  # what Qt passes
        self._model.tick_near(on=on)


def _choice(words: str, name: str) -> QCheckBox:
    choice = named(QCheckBox(words), name)
    choice.setChecked(True)
    return choice
