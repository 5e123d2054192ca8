"""The labels with their keys; a click does what the key does."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QSizePolicy, QWidget

from annotator.model.values import ATTRIBUTION
from ui.base.look.look import pattern_of
from ui.base.widgets.chips import LabelChip
from ui.base.widgets.flow import FlowLayout
from ui.bridge.session import Session


class LabelPanel(QWidget):
    """Wrapping row of chips for the active labels of the schema."""

    chosen = Signal(str, str)  # layer, label

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("labelPanel")
        self.setAccessibleName(self.tr("Labels"))
        self._session = session
        self._patterns = False
        self._flow = FlowLayout(self, gap=8)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        for signal in (session.project_opened, session.project_closed, session.schema_changed):
            signal.connect(self.refresh)
        session.document_opened.connect(self._enable)
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Rebuild the chips from the project's schema."""
        while (held := self._flow.takeAt(0)) is not None:
            if (widget := held.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        project = self._session.project
        for label in project.schema.labels if project is not None else ():
            if label.active:
                chip = LabelChip(label)
                chip.clicked.connect(self._on_clicked)
                self._flow.addWidget(chip)
        self.show_patterns(self._patterns)
        self._enable()

    @Slot(bool)
    def show_patterns(self, patterns: bool) -> None:  # noqa: FBT001
        """Show the pattern that each label has in the article, or none."""
        self._patterns = patterns
        project = self._session.project
        labels = [(label.layer, label.id) for label in project.schema.labels] if project is not None else []
        for chip in self.findChildren(LabelChip):
            layer, label = chip.label.layer, chip.label.id
            chip.show_pattern(pattern_of(labels, layer, label) if patterns and layer != ATTRIBUTION else 0)

    @Slot()
    def _enable(self) -> None:
        self.setEnabled(self._session.writable and self._session.opened is not None)

    @Slot()
    def _on_clicked(self) -> None:
        chip = self.sender()
        if isinstance(chip, LabelChip):
            self.chosen.emit(chip.label.layer, chip.label.id)
