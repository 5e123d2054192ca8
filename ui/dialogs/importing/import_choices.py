"""What is to be done with all articles alike: with page furniture, and with what is nearly the same as another."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from ui.dialogs.importing.import_table import ImportModel


class ImportChoices(QWidget):
    """Asks only what there is a reason for."""

    def __init__(self, model: ImportModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.near = _choice(self.tr("Also &what is nearly the same as another article"), "importNear")
        self.near.toggled.connect(self._on_near)
        self.carry = _choice(self.tr("Suggest the &labels of the other article for it"), "importCarry")
        self.near.toggled.connect(self.carry.setEnabled)
        self.supersede = _choice(self.tr("Let it &replace the other article, which is set aside"), "importReplace")
        self.supersede.setChecked(False)
        self.near.toggled.connect(self.supersede.setEnabled)
        self.supersede.toggled.connect(self._on_supersede)
        self.furniture = _choice(self.tr("Exclude &page furniture (captions, related articles)"), "importFurniture")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        for choice in (self.near, self.carry, self.supersede, self.furniture):
            layout.addWidget(choice)
        self.refresh(complete=False)

    def refresh(self, *, complete: bool) -> None:
        """Ask what the articles give reason for; of versions only once all are read."""
        near = complete and bool(self._model.near)
        self.near.setVisible(near)
        self.carry.setVisible(near and self._model.can_carry())
        self.supersede.setVisible(near and self._model.can_replace())
        furniture = any(article.furniture for article in self._model.articles)
        self.furniture.setVisible(furniture)
        self.setVisible(near or furniture)

    @Slot(bool)
    def _on_supersede(self, on: bool) -> None:  # noqa: FBT001  # what Qt passes
        """A replacement always comes with the labels: as suggestions."""
        self.carry.setEnabled(self.near.isChecked() and not on)
        if on:
            self.carry.setChecked(True)

    @Slot(bool)
    def _on_near(self, on: bool) -> None:  # noqa: FBT001  # what Qt passes
        self._model.tick_near(on=on)


def _choice(words: str, name: str) -> QCheckBox:
    choice = QCheckBox(words)
    choice.setObjectName(name)
    choice.setChecked(True)
    return choice
