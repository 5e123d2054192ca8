"""The list of files and rows that could not be imported as they are."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QListView, QListWidget, QListWidgetItem, QPushButton, QWidget

from annotator.jobs.importing.import_read import Incoming
from annotator.processes.limited import LONGER
from ui.base import i18n
from ui.base.messages import sentence
from ui.dialogs.exchange_words import exchange_sentence, problem_sentence

_MOST = 500  # most lines of a kind
_LINES = 5  # most visible lines
_GIVEN_UP = Qt.ItemDataRole.UserRole + 1
_UNDECODED = frozenset({"text.encoding", "text.encoding_unknown"})


class FaultList(QListWidget):
    """One line per fault; a file that can be read with other settings is linked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("importFaults")
        self.setAccessibleName(self.tr("Import problems"))
        self.setWordWrap(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)

    def show_faults(self, incoming: Incoming) -> None:
        """Replace the faults. Labels unknown to the project are listed in a table of their own."""
        self.clear()
        for path, error in incoming.failures[:_MOST]:
            fault = QListWidgetItem(sentence(error))
            if error.code in _UNDECODED or error.code == "text.column":
                fault.setData(Qt.ItemDataRole.UserRole, str(path))
            if error.code in LONGER:
                fault.setData(_GIVEN_UP, str(path))
            self.addItem(fault)
        problems = [problem for problem in incoming.problems if problem.code != "row.label"]
        self.addItems(list(dict.fromkeys(problem_sentence(problem) for problem in problems[:_MOST])))
        self.addItems([exchange_sentence(note) for note in incoming.notices[:_MOST]])
        over = sum(max(0, len(kind) - _MOST) for kind in (incoming.failures, problems, incoming.notices))
        if over:
            self.addItem(self.tr("… and {count} more").format(count=i18n.number(over)))
        self._fit(self.sizeHintForRow)

    def updateGeometries(self) -> None:
        super().updateGeometries()
        self._fit(lambda row: self.visualItemRect(self.item(row)).height())  # at the current width

    @property
    def given_up(self) -> list[int]:
        """The rows of files that hit a limit and may be read with more time and memory."""
        return [row for row in range(self.count()) if self._path_at(row, _GIVEN_UP) is not None]

    def given_up_at(self, row: int) -> Path | None:
        """Return the file of a row if it hit a limit."""
        return self._path_at(row, _GIVEN_UP)

    def file_at(self, row: int) -> Path | None:
        """Return the file of a row if it can be read with other settings."""
        return self._path_at(row, Qt.ItemDataRole.UserRole)

    def _fit(self, height: Callable[[int], int]) -> None:
        """Size to the first few lines."""
        lines = sum(height(row) for row in range(min(_LINES, self.count())))
        most = lines + 2 * self.frameWidth() + 2
        if most != self.maximumHeight():
            self.setMaximumHeight(most)

    def _path_at(self, row: int, role: int) -> Path | None:
        path = self.item(row).data(role) if row >= 0 else None
        return Path(path) if path else None


class TryLonger(QPushButton):
    """A button that reads the selected file with more time and memory."""

    asked = Signal(Path)

    def __init__(self, faults: FaultList, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(self.tr("&Try Longer"))
        self.setObjectName("importLonger")
        self.setToolTip(self.tr("Read the selected file with ten times as much time and memory"))
        self.setAutoDefault(False)
        self._faults = faults
        self._possible = True
        faults.currentRowChanged.connect(self._refresh)
        self.clicked.connect(self._ask)

    def offer(self, *, possible: bool) -> None:
        """Show the button if a file hit a limit; select the first such file if no row is selected."""
        self._possible = possible
        given_up = self._faults.given_up
        self.setVisible(bool(given_up))
        if given_up and self._faults.currentRow() < 0:
            self._faults.setCurrentRow(given_up[0])
        self._refresh()

    @Slot()
    def _refresh(self) -> None:
        self.setEnabled(self._possible and self._faults.given_up_at(self._faults.currentRow()) is not None)

    @Slot()
    def _ask(self) -> None:
        path = self._faults.given_up_at(self._faults.currentRow())
        if path is not None:
            self.asked.emit(path)
