"""The choice of a label for all search results."""

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtWidgets import QComboBox

from annotator.model.schema import Label, Schema, words
from ui.base.i18n import ui_language
from ui.base.look.labels import ICON, label_icon


class LabelChoice(QComboBox):
    """The labels of one layer, none selected at first; each label's key selects it, too."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._labels: list[Label] = []
        self.setObjectName("searchLabel")
        self.setAccessibleName(self.tr("Label for all results"))
        self.setPlaceholderText(self.tr("Label…"))
        self.setIconSize(QSize(ICON, ICON))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.currentIndexChanged.connect(self.changed)

    @property
    def value(self) -> str | None:
        """The id of the selected label, or None."""
        return self._labels[self.currentIndex()].id if 0 <= self.currentIndex() < len(self._labels) else None

    def offer(self, schema: Schema, layer: str) -> None:
        """Offer the labels of a layer; the selection stays if it is still among them."""
        labels = [label for label in schema.labels if label.layer == layer and label.active]
        if labels == self._labels:
            return
        before = self.value
        with QSignalBlocker(self):
            self._labels = labels
            self.clear()
            for label in labels:
                name = words(label.name, ui_language()) or label.id
                self.addItem(label_icon(label, self.palette()), f"{name}  {(label.key or '').upper()}".rstrip())
            self.setCurrentIndex(next((at for at, label in enumerate(labels) if label.id == before), -1))
        self.setEnabled(bool(labels))

    def press(self, key: str) -> bool:
        """Select the label with a key; return whether there is one."""
        found = next((at for at, label in enumerate(self._labels) if key and label.key == key.lower()), None)
        if found is None:
            return False
        self.setCurrentIndex(found)
        return True
