"""The system's dialogs for files and folders. All open alike, without blocking, and each remembers its last folder."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import cache, partial
from pathlib import Path

from PySide6.QtCore import QEvent, QFileInfo, QMimeDatabase, QObject, QStandardPaths, Qt, Slot
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QFileDialog,
    QFileIconProvider,
    QHeaderView,
    QLineEdit,
    QMessageBox,
    QPushButton,
    QTreeView,
    QWidget,
)

from ui.base.i18n import translate
from ui.base.saving import question_box
from ui.base.settings import Settings, is_file, is_folder, own_folder
from ui.base.widgets.buttons import name_buttons
from ui.base.widgets.inputs import named

_SIZE, _TYPE, _CHANGED = 1, 2, 3  # columns of Qt's list of files
_WIDE, _HIGH = 720, 460

Mode = QFileDialog.FileMode
Take = Callable[[str], object]


def folder_beside(project: Path) -> Path:
    """Return the folder proposed for files about a project: its own, but the user's documents for the sample."""
    if own_folder() not in project.parents:
        return project.parent
    documents = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
    return documents if is_folder(documents) else Path.home()


def ask_file(
    parent: QWidget,
    name: str,
    title: str,
    then: Take,
    *,
    start: Path | str = "",
    filters: Sequence[str] = (),
    remembers: bool = True,
    option: QFileDialog.Option | None = None,
) -> QFileDialog:
    """Ask for a file that exists, and call ``then`` with its path.

    ``start`` is the file or folder to begin at. If the dialog ``remembers``, the folder of its last answer comes first.
    """
    dialog = _dialog(parent, name, title, Mode.ExistingFile, start=start, filters=filters, remembers=remembers)
    return _open(dialog, then, option)


def ask_files(
    parent: QWidget,
    name: str,
    title: str,
    then: Callable[[list[str]], object],
    *,
    start: Path | str = "",
    filters: Sequence[str] = (),
    remembers: bool = True,
) -> QFileDialog:
    """Ask for files that exist, and call ``then`` with their paths; see `ask_file`."""
    dialog = _dialog(parent, name, title, Mode.ExistingFiles, start=start, filters=filters, remembers=remembers)
    dialog.filesSelected.connect(then)
    dialog.open()
    return dialog


class _Icons(QFileIconProvider):
    """Icons and types by name: Qt's provider reads the files, which drops SQLite's locks on an open project (0033)."""

    def icon(self, what: QFileInfo | QFileIconProvider.IconType) -> QIcon:
        if isinstance(what, QFileInfo):
            kinds = QFileIconProvider.IconType
            what = kinds.Folder if what.isDir() else kinds.File
        return super().icon(what)

    def type(self, info: QFileInfo) -> str:
        if info.isDir():
            return super().type(info)
        return QMimeDatabase().mimeTypeForFile(info, QMimeDatabase.MatchMode.MatchExtension).comment()


@cache
def _icons() -> _Icons:
    """Return the icons for all dialogs, which do not own them."""
    return _Icons()


class _Folders(QFileDialog):
    """A dialog for a folder. If it is asked to, it makes a new folder, which Qt's own dialog refuses to choose."""

    makes = False  # whether the folder is to be written to
    _button: QPushButton | None = None

    def propose(self, name: str) -> None:
        """Let the user choose a folder that does not exist, and propose its name if there is one."""
        self.makes = True
        boxes = self.findChildren(QDialogButtonBox)  # none in a dialog of the system, which makes folders itself
        self._button = boxes[0].button(QDialogButtonBox.StandardButton.Open) if boxes else None
        if self._button is not None:
            self._button.installEventFilter(self)
        if name and self._line is not None:
            self._line.setText(name)
            self._line.selectAll()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        button = self._button
        if button is not None and watched is button and event.type() == QEvent.Type.EnabledChange and self._typed:
            button.setEnabled(True)
        return super().eventFilter(watched, event)

    def accept(self) -> None:
        if self.makes and self._typed:
            with suppress(OSError):  # the dialog then says that there is no such folder
                (Path(self.directory().absolutePath()) / Path(self._typed).expanduser()).mkdir()
        super().accept()

    @property
    def _line(self) -> QLineEdit | None:
        return self.findChild(QLineEdit, "fileNameEdit")

    @property
    def _typed(self) -> str:
        return self._line.text().strip() if self._line is not None else ""


class _Targets(QFileDialog):
    """A dialog for a file to write. It asks in the program's own words before a file is overwritten.

    Qt's question has other words and buttons. A dialog of the system asks its own question.
    """

    asks = False

    def own_question(self) -> None:
        """Ask this program's question instead of Qt's, if this is a dialog of Qt's own."""
        if self.findChild(QLineEdit, "fileNameEdit") is not None:
            self.asks = True
            self.setOption(QFileDialog.Option.DontConfirmOverwrite)

    def accept(self) -> None:
        chosen = self.selectedFiles()
        if self.asks and len(chosen) == 1 and is_file(Path(chosen[0])):
            self._ask(Path(chosen[0]))
        else:
            super().accept()

    def _ask(self, target: Path) -> None:
        words = translate("FileDialogs", "“{file}” already exists. Overwrite it?").format(file=target.name)
        details = translate("FileDialogs", "It is in {folder}. What it holds now would be lost.")
        question = question_box(
            self, "overwriteQuestion", self.windowTitle(), words, details.format(folder=target.parent)
        )
        keep = question.addButton(translate("FileDialogs", "Keep the File"), QMessageBox.ButtonRole.RejectRole)
        overwrite = question.addButton(translate("FileDialogs", "Overwrite"), QMessageBox.ButtonRole.DestructiveRole)
        question.setDefaultButton(keep)
        question.setEscapeButton(keep)
        overwrite.clicked.connect(self._overwrite)
        question.open()
        name_buttons(question)

    @Slot()
    def _overwrite(self) -> None:
        super().accept()


def ask_folder(
    parent: QWidget,
    name: str,
    title: str,
    then: Take,
    *,
    start: Path | str = "",
    remembers: bool = True,
    new: str | None = None,
) -> QFileDialog:
    """Ask for a folder, and call ``then`` with its path; see `ask_file`.

    Unless ``new`` is None, the folder is to be written to: one that does not exist is made, and ``new`` is the name
    proposed for it.
    """
    dialog = _dialog(parent, name, title, Mode.Directory, start=start, remembers=remembers)
    if isinstance(dialog, _Folders) and new is not None:
        dialog.propose(new)
    return _open(dialog, then, QFileDialog.Option.ShowDirsOnly)


def ask_target(
    parent: QWidget,
    name: str,
    title: str,
    then: Take,
    *,
    start: Path | str,
    filters: Sequence[str] = (),
    remembers: bool = True,
    option: QFileDialog.Option | None = None,
) -> QFileDialog:
    """Ask where to write a file, and call ``then`` with its path; see `ask_file`.

    The name of ``start`` is proposed. A name without a suffix gets that of ``start``.
    """
    dialog = _dialog(parent, name, title, Mode.AnyFile, start=start, filters=filters, remembers=remembers)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(Path(start).suffix[1:])
    dialog.selectFile(Path(start).name)
    if isinstance(dialog, _Targets) and option is not QFileDialog.Option.DontConfirmOverwrite:
        dialog.own_question()
    return _open(dialog, then, option)


def _dialog(
    parent: QWidget,
    name: str,
    title: str,
    mode: Mode,
    *,
    start: Path | str,
    filters: Sequence[str] = (),
    remembers: bool,
) -> QFileDialog:
    settings = Settings()
    known = settings.folder_of_dialog(name) if remembers else None
    begin = str(start)
    if known is not None:
        begin = str(known)
    elif mode is Mode.AnyFile:
        begin = str(Path(start).parent) if Path(start).is_absolute() else ""
    kinds: dict[Mode, type[QFileDialog]] = {Mode.Directory: _Folders, Mode.AnyFile: _Targets}
    made = kinds.get(mode, QFileDialog)
    dialog = named(made(parent, title, begin), name)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setIconProvider(_icons())
    dialog.setFileMode(mode)
    if filters:
        dialog.setNameFilters(list(filters))
    _arrange(dialog)
    if remembers:
        dialog.filesSelected.connect(partial(_remember, settings, name))
    return dialog


def _arrange(dialog: QFileDialog) -> None:
    """Let a dialog of Qt's own show whole names and dates: wider, without the column of types.

    A dialog of the system has no list here.
    """
    files = dialog.findChild(QTreeView, "treeView")
    if files is None:
        return
    header = files.header()
    header.hideSection(_TYPE)
    for column in (_SIZE, _CHANGED):
        header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
    header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    dialog.resize(_WIDE, _HIGH)


def _open(dialog: QFileDialog, then: Take, option: QFileDialog.Option | None) -> QFileDialog:
    if option is not None:
        dialog.setOption(option)
    dialog.fileSelected.connect(then)
    dialog.open()
    return dialog


def _remember(settings: Settings, name: str, chosen: list[str]) -> None:
    first = Path(chosen[0])
    settings.keep_folder_of_dialog(name, first if is_folder(first) else first.parent)
