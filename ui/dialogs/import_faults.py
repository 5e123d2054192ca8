"""What could not be taken as it is, of all that was read."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListView, QListWidget, QListWidgetItem, QWidget

from annotator.jobs.intake import Incoming
from ui import i18n
from ui.dialogs.told import exchange_sentence, problem_sentence
from ui.messages import sentence

_MOST = 500  # lines of a kind; who has more does not read them
_LINES = 5  # that are seen at once
_UNDECODED = frozenset({"text.encoding", "text.encoding_unknown"})


class FaultList(QListWidget):
    """A line for each; those of files that may be read otherwise know their file."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("importFaults")
        self.setAccessibleName(self.tr("What could not be taken as it is"))
        self.setWordWrap(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)

    def show_faults(self, incoming: Incoming) -> None:
        """Show these instead. Labels that the project does not know stand in a table of their own."""
        self.clear()
        for path, error in incoming.failures[:_MOST]:
            fault = QListWidgetItem(sentence(error))
            if error.code in _UNDECODED or error.code == "text.column":
                fault.setData(Qt.ItemDataRole.UserRole, str(path))
            self.addItem(fault)
        problems = [problem for problem in incoming.problems if problem.code != "row.label"]
        self.addItems(list(dict.fromkeys(problem_sentence(problem) for problem in problems[:_MOST])))
        self.addItems([exchange_sentence(note) for note in incoming.told[:_MOST]])
        over = sum(max(0, len(kind) - _MOST) for kind in (incoming.failures, problems, incoming.told))
        if over:
            self.addItem(self.tr("… and {count} more").format(count=i18n.number(over)))
        lines = sum(self.sizeHintForRow(row) for row in range(min(_LINES, self.count())))
        self.setMaximumHeight(lines + 2 * self.frameWidth() + 2)

    def file_at(self, row: int) -> Path | None:
        """Give the file in a row that may be read otherwise, if it is one."""
        path = self.item(row).data(Qt.ItemDataRole.UserRole) if row >= 0 else None
        return Path(path) if path else None
