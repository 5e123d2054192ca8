"""File → New Project: name, folder, labels, and the language of the articles."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from annotator.model import schema_file
from annotator.model.schema import Schema, words
from annotator.project.project import AUTO
from annotator.store.copies import SUFFIX
from annotator.system.errors import AnnotatorError
from ui.base.file_dialogs import ask_file, ask_folder
from ui.base.i18n import ui_language
from ui.base.look.plain_text import path_words, plain, set_role, tooltip
from ui.base.look.sizes import TIGHT
from ui.base.messages import sentence
from ui.base.settings import is_file, is_folder, typed_path
from ui.base.widgets.buttons import name_buttons
from ui.base.widgets.dialog_parts import button_box, form_layout, lay_out
from ui.base.widgets.inputs import Choice, fill, named

_WIDTH = 360  # least width of the fields in pixels
_FORBIDDEN = set('/\\:*?"<>|')
_LONGEST = 200  # bytes of a name: most file systems allow 255, and files beside the project have longer names


class NewProjectDialog(QDialog):
    """The dialog for a new project. Below the fields it shows the project's path, or what is wrong.

    Until the user types a name, the name is one that no project in the folder has. A project that exists can be opened.
    """

    wanted = Signal(object, object, str)  # Path, Schema, language of the articles
    opening = Signal(object)  # the Path of a project that exists

    def __init__(self, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("newProjectDialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("New Project"))
        self._name = named(QLineEdit(_free_name(folder, self.tr("Articles"))), "newProjectName", self.tr("Name"))
        self._folder = named(QLineEdit(str(folder)), "newProjectFolder", self.tr("Folder"))
        self._choose = named(QPushButton(self.tr("&Choose…"), autoDefault=False), "newProjectChoose")
        self._schema = named(_SchemaChoice(), "newProjectSchema")
        self._language = named(QComboBox(), "newProjectLanguage")
        self._loaded: Schema | None = None
        self._flaw = ""  # why the schema cannot be loaded
        self._labels = plain(role="muted", wraps=True)
        self._notice = plain(role="muted", name="newProjectTold", wraps=True)
        self._notice.setMinimumHeight(2 * self.fontMetrics().lineSpacing() + 4)  # for two lines: nothing moves
        self._buttons = button_box(self, accept=self._finish)
        self._make = self._buttons.button(QDialogButtonBox.StandardButton.Ok)
        self._offer()
        self._lay_out()
        name_buttons(self)
        self._named = False  # whether the user typed a name
        self._name.textEdited.connect(self._on_named)
        self._folder.textChanged.connect(self._propose_name)
        for line in (self._name, self._folder):
            line.textChanged.connect(self._check)
        self._choose.clicked.connect(self._ask_folder)
        self._schema.currentIndexChanged.connect(self._on_schema)
        self._on_schema()
        self._name.selectAll()

    @property
    def path(self) -> Path:
        """The project's file, which may exist."""
        return typed_path(self._folder.text()) / (_stem(self._name.text()) + SUFFIX)

    # Inside

    def _offer(self) -> None:
        self._schema.setAccessibleName(self.tr("Labels"))
        for name, path in schema_file.ready_schemas().items():
            try:
                ready = schema_file.load(name)
            except AnnotatorError:
                continue
            self._schema.addItem(words(ready.name, ui_language()) or name, str(path))
        default = self._schema.findData(str(schema_file.ready_schemas().get(schema_file.DEFAULT)))
        self._schema.setCurrentIndex(max(0, default))
        self._schema.addItem(self.tr("From a file…"), None)
        self._language.setAccessibleName(self.tr("Language of the articles"))
        found = self.tr("detect per article")
        for code, name in ((AUTO, found), ("de", self.tr("German")), ("en", self.tr("English"))):
            self._language.addItem(name, code)

    def _lay_out(self) -> None:
        place = fill(QHBoxLayout(), (self._folder, 1), self._choose, spacing=8)
        form = form_layout()
        form.addRow(self.tr("&Name"), self._name)
        folder = plain(self.tr("&Folder"))
        folder.setBuddy(self._folder)
        form.addRow(folder, place)
        schema = plain(self.tr("&Labels"))
        schema.setBuddy(self._schema)
        form.addRow(schema, fill(QVBoxLayout(), self._schema, self._labels, margins=0, spacing=TIGHT))
        form.addRow(self.tr("Lan&guage of the articles"), self._language)
        lay_out(self, form, self._notice, self._buttons, top=20, spacing=14)
        self._name.setMinimumWidth(_WIDTH)  # not the dialog's, which would then be too narrow for its longest words

    @Slot()
    def _ask_folder(self) -> None:
        title, start = self.tr("Folder of the project"), self._folder.text()
        ask_folder(self, "newProjectFolderDialog", title, self._folder.setText, start=start, remembers=False)

    @Slot()
    def _on_named(self) -> None:
        self._named = True

    @Slot()
    def _propose_name(self) -> None:
        if not self._named:
            self._name.setText(_free_name(self.path.parent, self.tr("Articles")))

    @Slot()
    def _on_schema(self) -> None:
        if self._schema.currentData() is None and not self._schema.typing:
            self._ask_schema()
            return
        self._loaded, self._flaw = None, ""
        if self._schema.currentData() is None:
            self._labels.setText(self.tr("Press Return to choose the file."))
            self._check()
            return
        try:
            self._loaded = schema_file.load(str(self._schema.currentData()))
        except AnnotatorError as error:
            self._flaw = sentence(error)
        self._labels.setText(_label_words(self._loaded) if self._loaded is not None else "")
        self._check()

    def _ask_schema(self) -> None:
        title, kinds = self.tr("Labels from a file"), [self.tr("Schemas (*.json)")]
        start = self._folder.text()
        dialog = ask_file(self, "newProjectSchemaFile", title, self._add_schema, start=start, filters=kinds)
        dialog.rejected.connect(self._on_rejected)

    @Slot()
    def _on_rejected(self) -> None:
        self._schema.setCurrentIndex(0)

    @Slot(str)
    def _add_schema(self, name: str) -> None:
        last = self._schema.count() - 1
        self._schema.insertItem(last, Path(name).name, name)
        self._schema.setCurrentIndex(last)

    @Slot()
    def _check(self) -> None:
        problem, exists = self._problem(), self._exists
        self._tell(problem or self._outlook())
        set_role(self._notice, "warning" if problem else "muted")
        self._make.setText(self.tr("Open Project") if exists else self.tr("Create Project"))
        self._make.setEnabled(not problem)
        for field in (self._schema, self._language):
            field.setEnabled(not exists)

    @property
    def _exists(self) -> bool:
        return bool(_stem(self._name.text())) and is_file(self.path)

    def _outlook(self) -> str:
        """Return the text about what happens to which file."""
        if self._exists:
            return self.tr("{file} already exists in this folder. Open it, or choose another name.").format(
                file=self.path.name
            )
        told = self.tr(
            "Articles and labels will be in one file, backups and models in folders beside it: {path}"
        ).format(path=self._short(self.path))
        created = self.tr("The folder is created, too.")
        return told if is_folder(self.path.parent) else f"{told} {created}"

    def _problem(self) -> str:
        name, folder = _stem(self._name.text()), self.path.parent
        if not name or _FORBIDDEN & set(name):
            return self.tr("The project needs a name that works as a file name, without characters such as / or ?.")
        if len(name.encode("utf-8", "surrogatepass")) > _LONGEST:
            return self.tr("This name is too long for a file.")
        if is_file(folder):
            return self.tr("{folder} is a file. Choose a folder.").format(folder=self._short(folder))
        return "" if self._exists else self._flaw

    @Slot()
    def _finish(self) -> None:
        if self._problem():
            return
        if self._exists:
            self.opening.emit(self.path)
            self.accept()
        elif self._schema.currentData() is None:
            self._ask_schema()
        elif self._loaded is not None and self._make_folder():
            self.wanted.emit(self.path, self._loaded, str(self._language.currentData()))
            self.accept()

    def _short(self, path: Path) -> str:
        return path_words(path, self._notice.fontMetrics(), _WIDTH)

    def _tell(self, words: str) -> None:
        """Show a text below the fields; if it has a shortened path, the tooltip has the whole one."""
        self._notice.setText(words)
        named = next((path for path in (self.path, self.path.parent) if self._short(path) in words), None)
        self._notice.setToolTip(tooltip(str(named)) if named is not None else "")

    def _make_folder(self) -> bool:
        """Create the folder and those above it if they are missing; if that fails, say so and return False."""
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
        except (OSError, ValueError):
            failed = self.tr("The folder {folder} cannot be created.").format(folder=self._short(self.path.parent))
            self._tell(failed)
            set_role(self._notice, "warning")
            return False
        return True


class _SchemaChoice(Choice):
    """The choice of labels. ``typing`` is set while a key changes it and the list is closed."""

    typing = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.typing = True
        super().keyPressEvent(event)
        self.typing = False


def _stem(name: str) -> str:
    return name.strip().removesuffix(SUFFIX).strip()


def _free_name(folder: Path, name: str) -> str:
    """Return ``name``, or a variant with a number if a project in the folder has the name."""
    number, free = 2, name
    while is_file(folder / (free + SUFFIX)):
        free, number = f"{name} {number}", number + 1
    return free


def _label_words(schema: Schema) -> str:
    """Return the names of the active labels."""
    return ", ".join(words(label.name, ui_language()) or label.id for label in schema.labels if label.active)
