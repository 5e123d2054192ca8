"""The choice of where articles come from: files, a folder, or a web page."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QLineEdit, QPushButton, QWidget

from annotator.corpus.reader_table import READERS
from annotator.formats.registry import IMPORTERS
from annotator.system import packed
from annotator.system.addresses import completed
from ui.base.file_dialogs import ask_files, ask_folder, folder_beside
from ui.base.look.plain_text import one_line, plain
from ui.base.settings import Settings
from ui.base.widgets.buttons import name_buttons
from ui.base.widgets.dialog_parts import CANCEL, button_box, lay_out
from ui.base.widgets.inputs import fill, named

_WIDE = 520  # least width of the address dialog in pixels


class ImportSources(QWidget):
    """Buttons that ask for files, a folder or a web address."""

    chosen = Signal(list)  # the Paths of files or of a folder
    address_given = Signal(str)

    def __init__(self, settings: Settings, project: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._project = project
        self.files = _button(self.tr("&Files…"), "importFiles")
        self.folder = _button(self.tr("F&older…"), "importFolder")
        self.address = _button(self.tr("From the &Web…"), "importAddress")
        self.files.clicked.connect(self._ask_files)
        self.folder.clicked.connect(self._ask_folder)
        self.address.clicked.connect(self._ask_address)
        fill(QHBoxLayout(self), self.files, self.folder, self.address, margins=0, spacing=8)

    @property
    def _start(self) -> Path:
        return self._settings.import_folder or folder_beside(self._project)

    @Slot()
    def _ask_files(self) -> None:
        known = " ".join(f"*{suffix}" for suffix in _suffixes())
        articles = self.tr("Articles and files with labels ({suffixes})").format(suffixes=known)
        title, kinds = self.tr("Import Articles"), [articles, self.tr("All files (*)")]
        ask_files(self, "importSources", title, self._on_chosen, start=self._start, filters=kinds, remembers=False)

    @Slot()
    def _ask_folder(self) -> None:
        title = self.tr("Import a Folder of Articles")
        ask_folder(
            self, "importSources", title, lambda name: self._on_chosen([name]), start=self._start, remembers=False
        )

    @Slot(list)
    def _on_chosen(self, names: list[str]) -> None:
        paths = [Path(name) for name in names]
        self._settings.import_folder = paths[0] if paths[0].is_dir() else paths[0].parent
        self.chosen.emit(paths)

    @Slot()
    def _ask_address(self) -> None:
        dialog = AddressDialog(self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.given.connect(self.address_given)
        dialog.open()


class AddressDialog(QDialog):
    """Asks for a web address, and shows what will be fetched."""

    given = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("addressDialog")
        self.setWindowTitle(self.tr("Article from the Web"))
        words = plain(
            self.tr("Only this page is fetched, without pictures and scripts. Only the address is sent."),
            "muted",
            wraps=True,
        )
        self.line = named(QLineEdit(), "addressLine", self.tr("Address of the page"))
        self.line.setPlaceholderText(self.tr("Address of the page"))
        self.line.textChanged.connect(self._refresh)
        self.told = plain("", name="addressTold", wraps=True)
        self.buttons = button_box(self, CANCEL, self._on_accepted)
        self.fetch = self.buttons.addButton(self.tr("&Fetch"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.fetch.setObjectName("addressFetch")
        name_buttons(self)
        lay_out(self, words, self.line, self.told, self.buttons, top=20)
        self.setMinimumWidth(_WIDE)
        self._refresh()

    @Slot()
    def _refresh(self) -> None:
        address = completed(self.line.text())
        self.fetch.setEnabled(address is not None)
        if address is not None:
            self.told.setText(self.tr("Page to fetch: {address}").format(address=one_line(address, 200)))
        else:
            self.told.setText(self.tr("This is not a web address.") if self.line.text().strip() else " ")

    @Slot()
    def _on_accepted(self) -> None:
        address = completed(self.line.text())
        if address is not None:
            self.given.emit(address)
            self.accept()


def _suffixes() -> list[str]:
    suffixes = (*(reader.suffixes for reader in READERS), *(entry.suffixes for entry in IMPORTERS.values()))
    return sorted({packed.SUFFIX, *(suffix for some in suffixes for suffix in some if suffix)})


def _button(words: str, name: str) -> QPushButton:
    return named(QPushButton(words, autoDefault=True), name)  # Return presses it while it has the focus
