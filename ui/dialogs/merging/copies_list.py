"""The list of copies to merge, with the buttons that fill it."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QSizePolicy, QVBoxLayout, QWidget

from ui.base.file_dialogs import ask_files, ask_folder
from ui.base.look.sizes import APART, NEAR
from ui.base.widgets.buttons import dialog_button
from ui.base.widgets.empty_words import EmptyWords
from ui.base.widgets.inputs import fill, named


class CopiesList(QWidget):
    """The files and folders to merge, in the order in which they were added."""

    changed = Signal()

    def __init__(self, project: Path) -> None:
        super().__init__()
        self._project = project
        self.places: list[Path] = []
        self.list = named(QListWidget(), "mergeFiles", self.tr("Copies to merge"))
        policy = QSizePolicy.Policy
        self.list.setSizePolicy(policy.Expanding, policy.Ignored)  # as high as the buttons beside it
        EmptyWords(self.list, self.tr("No copy added yet"))
        self.add_files = dialog_button("mergeAddFiles", self.tr("Add &Files…"))
        self.add_folder = dialog_button("mergeAddFolder", self.tr("Add F&older…"))
        self.remove = dialog_button("mergeRemove", self.tr("&Remove"))
        self.remove.setEnabled(False)
        side = fill(QVBoxLayout(), self.add_files, self.add_folder, self.remove, spacing=NEAR)
        fill(QHBoxLayout(self), (self.list, 1), side, margins=0, spacing=APART)
        self.add_files.clicked.connect(self._ask_files)
        self.add_folder.clicked.connect(self._ask_folder)
        self.remove.clicked.connect(self._remove)
        self.list.currentRowChanged.connect(lambda row: self.remove.setEnabled(row >= 0))

    def add(self, places: Sequence[Path]) -> None:
        """Add files and folders that are not listed yet."""
        self.places = list(dict.fromkeys((*self.places, *places)))
        self._show()

    @Slot()
    def _ask_files(self) -> None:
        title, start = self.tr("Copies to merge"), self._project.parent
        kinds = [self.tr("Spanwright projects (*{suffix})").format(suffix=self._project.suffix)]
        ask_files(self, "mergeFilesDialog", title, self._take, start=start, filters=kinds)

    @Slot()
    def _ask_folder(self) -> None:
        title, start = self.tr("Copies to merge"), self._project.parent
        ask_folder(self, "mergeFolderDialog", title, lambda name: self._take([name]), start=start)

    def _take(self, names: list[str]) -> None:
        self.add([Path(name) for name in names])

    @Slot()
    def _remove(self) -> None:
        del self.places[self.list.currentRow()]
        self._show()

    def _show(self) -> None:
        self.list.clear()
        self.list.addItems([str(path) for path in self.places])
        self.changed.emit()
