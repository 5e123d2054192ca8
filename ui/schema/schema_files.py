"""The head of the schema window: the schema's name, built-in schemas, import and export."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from annotator.editing.schema_editing.changes import SchemaChange
from annotator.model import schema_file
from annotator.model.schema import Schema, words
from annotator.system.disk import reason
from annotator.system.errors import AnnotatorError, FormatError
from annotator.system.whole_files import put
from ui.base.file_dialogs import ask_file, ask_target
from ui.base.i18n import ui_language
from ui.base.widgets.buttons import dialog_button
from ui.base.widgets.chips import CutLabel
from ui.base.widgets.inputs import fill, named
from ui.schema.schema_draft import Draft

_SUFFIX = ".schema.json"


class SchemaFiles(QWidget):
    """A bar for replacing the draft with another schema; labels in use are kept."""

    told = Signal(str)
    failed = Signal(object)

    def __init__(self, draft: Draft, parent: QWidget) -> None:
        super().__init__(parent)
        self._draft = draft
        self._name = named(CutLabel("title"), "schemaName")
        self.ready = dialog_button("schemaReady", self.tr("Use a Read&y-Made Schema"))
        self._menu = QMenu(self.ready)
        self._menu.aboutToShow.connect(self._fill)
        self.ready.setMenu(self._menu)
        self.bring = dialog_button("schemaImport", self.tr("&Import…"))
        self.bring.clicked.connect(self._ask_import)
        self.write = dialog_button("schemaExport", self.tr("E&xport…"))
        self.write.clicked.connect(self._ask_export)
        fill(QHBoxLayout(self), (self._name, 1), self.ready, self.bring, self.write, margins=0, spacing=8)
        draft.changed.connect(self._show)
        self._show()

    def take(self, name_or_path: str) -> None:
        """Replace the draft with a built-in schema or one from a file."""
        try:
            found = schema_file.load(name_or_path)
        except AnnotatorError as error:
            self.failed.emit(error)
            return
        self._draft.put(SchemaChange(before=self._draft.change.before, after=found))

    def export(self, path: Path) -> None:
        """Write the draft into a file."""
        try:
            put(path, schema_file.dumps(self._draft.schema).encode())
        except OSError as error:
            self.failed.emit(FormatError("format.target", file=path.name, reason=reason(error)))
            return
        self.told.emit(self.tr("Schema saved: {file}").format(file=str(path)))

    @Slot()
    def _show(self) -> None:
        self._name.setText(_name_of(self._draft.schema))

    @Slot()
    def _fill(self) -> None:
        self._menu.clear()
        for name in schema_file.ready_schemas():
            found = _ready(name)
            if found is not None:
                action = self._menu.addAction(_name_of(found).replace("&", "&&"))
                action.setObjectName(f"schemaReady.{name}")
                action.triggered.connect(partial(self.take, name))

    @Slot()
    def _ask_import(self) -> None:
        schemas = self.tr("Schemas (*.json)")
        ask_file(self, "schemaImportDialog", self.tr("Import a schema"), self.take, filters=[schemas])

    @Slot()
    def _ask_export(self) -> None:
        title, schemas = self.tr("Export the schema"), self.tr("Schemas (*.json)")
        start = self._draft.schema.id + _SUFFIX
        ask_target(self, "schemaExportDialog", title, self._export_name, start=start, filters=[schemas])

    @Slot(str)
    def _export_name(self, name: str) -> None:
        self.export(Path(name))


def _name_of(schema: Schema) -> str:
    return words(schema.name, ui_language()) or schema.id


def _ready(name: str) -> Schema | None:
    try:
        return schema_file.load(name)
    except AnnotatorError:
        return None  # a damaged file of the program: skip it
