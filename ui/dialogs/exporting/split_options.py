"""The options of the export dialog that split a dataset into train, dev and test."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QSizePolicy,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from annotator.editing import splitting
from annotator.editing.splitting import SplitCriterion
from annotator.jobs.exporting.export_preflight import Split
from annotator.model.schema import Schema
from annotator.project.project import Project
from annotator.system.errors import FormatError
from ui.base.i18n import number
from ui.base.look.look import label_name
from ui.base.look.plain_text import plain, tooltip
from ui.base.widgets.inputs import NumberField, fill, named

_SPLIT = "80/10/10"
_MOST = 2**31 - 1  # largest value of a spin box
_NARROW = 104  # least width of a list in pixels


class SplitOptions(QWidget):
    """Fields for the split: whether to split, how, and whether to store the split."""

    changed = Signal()

    def __init__(self, project: Project, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._writable = not project.read_only
        self._kept = any(project.read.counts.splits().values())
        self._required = self._chosen = False
        self._split = _check("exportSplit", self.tr("Split into train, dev and test:"))
        self._shares = named(QLineEdit(_SPLIT), "exportShares", self.tr("Per cent for train, dev and test"))
        self._shares.setFixedWidth(88)
        self._by = self._made_by()
        self._seed = named(NumberField(maximum=_MOST), "exportSeed", self.tr("Seed"))
        self._keep = _check("exportKeepSplit", self.tr("Keep this split for later exports"))
        self._keep.setEnabled(self._writable)
        self._anew = _check("exportNewSplit", self.tr("Replace the kept split"))
        self._more = QWidget()  # the second row
        self._lay_out()
        for signal in (self._split.toggled, self._anew.toggled, self._by.currentIndexChanged):
            signal.connect(self._adapt)
        self._shares.textEdited.connect(self.changed)
        self._seed.valueChanged.connect(self.changed)
        self._adapt()

    @property
    def wanted(self) -> bool:
        return self._split.isChecked()

    @property
    def keep(self) -> bool:
        """Return whether to store the split for later exports."""
        return self.wanted and self._writable and self._keep.isChecked()

    def require(self, *, required: bool) -> None:
        """Turn the split on and lock it if the format requires it, else restore the user's choice."""
        if required and not self._required:
            self._chosen = self._split.isChecked()
        if required != self._required:
            self._required = required
            self._split.setChecked(required or self._chosen)
            self._split.setEnabled(not required)

    def problem(self) -> str:
        """Return what is wrong with the options, or "" if nothing is."""
        if self.wanted:
            try:
                splitting.parse(self._shares.text().strip())
            except FormatError:
                return self.tr("Enter three whole numbers that add up to 100, such as 80/10/10.")
        return ""

    def options(self) -> dict[str, Any]:
        """Return the split fields of `annotator.formats.fit.Options`."""
        return {
            "split": self._shares.text().strip() if self.wanted else None,
            "seed": self._seed.value(),
            "split_by": SplitCriterion(self._by.currentData()),
            "split_anew": self.wanted and self._kept and self._anew.isChecked(),
        }

    def choice(self) -> dict[str, Any]:
        """Return the options as settings to remember, except whether to split again."""
        return {
            "split": self._chosen if self._required else self.wanted,
            "shares": self._shares.text().strip(),
            "seed": self._seed.value(),
            "by": str(self._by.currentData()),
            "keep": self._keep.isChecked(),
        }

    def choose(self, choice: Mapping[str, Any]) -> None:
        """Restore valid options from `choice`."""
        shares, seed = choice.get("shares"), choice.get("seed")
        if isinstance(shares, str) and shares:
            self._shares.setText(shares)
        if isinstance(seed, int):
            self._seed.setValue(max(0, min(seed, _MOST)))
        found = next((row for row, by in enumerate(SplitCriterion) if by == choice.get("by")), 0)
        self._by.setCurrentIndex(found)
        self._keep.setChecked(choice.get("keep") is True)
        self._chosen = choice.get("split") is True
        self._split.setChecked(self._required or self._chosen)

    # Inside

    def _made_by(self) -> QComboBox:
        combo = named(QComboBox(), "exportSplitBy", self.tr("Split by"))
        combo.setMinimumWidth(_NARROW)  # for small screens; the open list shows the full texts
        shown = {
            SplitCriterion.SEED: self.tr("at random"),
            SplitCriterion.DATE: self.tr("by date, newest in test"),
            SplitCriterion.PUBLISHER: self.tr("each publisher in one split"),
        }
        for by in SplitCriterion:
            combo.addItem(shown[by], by)
        return combo

    def _lay_out(self) -> None:
        first = fill(QHBoxLayout(), self._split, self._shares, self._by, 1, spacing=12)
        second = (plain(self.tr("Seed"), "muted"), self._seed, self._keep, self._anew, 1)
        fill(QHBoxLayout(self._more), *second, margins=(24, 0, 0, 0), spacing=12)
        self._split.setToolTip(tooltip(self.tr("Copies of a story always stay in the same split.")))
        layout = fill(QVBoxLayout(self), first, self._more, margins=0, spacing=8)
        layout.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._by.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)

    @Slot()
    def _adapt(self) -> None:
        """Show and enable the fields that apply to the current choices."""
        self._shares.setEnabled(self.wanted)
        self._by.setEnabled(self.wanted)
        self._more.setVisible(self.wanted)
        self._anew.setVisible(self._kept)
        self._seed.setEnabled(self._by.currentData() != SplitCriterion.DATE)
        self.changed.emit()


def _check(name: str, shown: str) -> QCheckBox:
    return named(QCheckBox(shown), name, shown)


_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_MOST_ROWS = 7  # visible rows, at most


class PartSizes(QTableWidget):
    """A table of split sizes: a row for articles and for each label, a column for each split."""

    def __init__(self, schema: Schema, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "exportSizes", self.tr("Sizes of the splits"))
        self._schema = schema
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.verticalHeader().hide()
        columns = self.horizontalHeader()
        columns.setHighlightSections(False)
        columns.setMinimumSectionSize(1)
        self.hide()

    def show_splits(self, splits: Sequence[Split]) -> None:
        """Show the sizes of the splits, or hide the table if there are none."""
        labels = [(label.layer, label.id) for label in self._schema.labels]
        there = {label for split in splits for label, count in split.labels.items() if count}
        rows = [label for label in labels if label in there] + sorted(there.difference(labels))
        self.setRowCount(1 + len(rows))
        self.setColumnCount(1 + len(splits))
        for column, heading in enumerate(["", *(split.name for split in splits)]):
            cell = QTableWidgetItem(heading)
            cell.setTextAlignment(_RIGHT)
            self.setHorizontalHeaderItem(column, cell)
        self._put_row(0, self.tr("Articles"), [split.documents for split in splits])
        for row, (layer, label) in enumerate(rows, 1):
            name = label_name(self._schema, layer, label)
            self._put_row(row, name, [split.labels.get((layer, label), 0) for split in splits])
        columns = self.horizontalHeader()
        columns.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column in range(1, self.columnCount()):
            columns.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        self._fit()
        self.setVisible(bool(splits))

    def _put_row(self, row: int, name: str, counts: Sequence[int]) -> None:
        heading = QTableWidgetItem(name)
        heading.setToolTip(tooltip(name))
        self.setItem(row, 0, heading)
        for column, count in enumerate(counts, 1):
            cell = QTableWidgetItem(number(count))
            cell.setTextAlignment(_RIGHT)
            self.setItem(row, column, cell)

    def _fit(self) -> None:
        """Make the table as high as its rows, up to a limit."""
        pitch = self.fontMetrics().lineSpacing() + 8
        self.verticalHeader().setDefaultSectionSize(pitch)
        rows = min(self.rowCount(), _MOST_ROWS)
        self.setFixedHeight(self.horizontalHeader().sizeHint().height() + rows * pitch + 2 * self.frameWidth())
