"""The import dialog: reads files and folders in a job, shows the results, and adds the ticked ones."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from annotator.jobs.importing.import_read import Incoming
from annotator.jobs.importing.import_store import ImportResult
from annotator.model.values import GOLD, IMPORTED
from annotator.system.errors import AnnotatorError
from ui.base.drops import DropFrame
from ui.base.log_dialog import resize_within_screen
from ui.base.look.plain_text import plain
from ui.base.messages import sentence
from ui.base.settings import Settings
from ui.base.widgets.dialog_parts import CANCEL, button_box, lay_out
from ui.base.widgets.inputs import fill, named
from ui.base.widgets.scrolled import scroll_area
from ui.base.words.counted import counted
from ui.bridge.session import Session
from ui.dialogs.importing.import_article import ImportArticle, ImportBlank, ImportChoices
from ui.dialogs.importing.import_contents import ImportContents
from ui.dialogs.importing.import_labels import ImportLabels
from ui.dialogs.importing.import_reading import FaultList, ImportReading, Read, ReadRequest, TryLonger
from ui.dialogs.importing.import_sources import ImportSources
from ui.dialogs.importing.import_table import ImportModel, ImportTable
from ui.dialogs.importing.label_fields import LabelFields
from ui.dialogs.importing.token_columns import TokenColumns

_PAUSE = 300  # milliseconds between the last choice and the next reading
_TALL = 820  # height in pixels once there are options for labels or columns


class ImportDialog(QDialog):
    """The import dialog. A bad file does not stop the others: errors are listed, and the rest can be added."""

    added = Signal(object)  # Taken: what was added
    offered_changed = Signal()  # the project has new labels

    def __init__(self, session: Session, read: Read, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("importDialog")
        self.setWindowTitle(self.tr("Import Articles"))
        self._session = session
        self._asked: Sequence[Path] | None = None
        self._roomy = False
        self._labels_only = False  # whether only the files with labels are being read again
        self.setAcceptDrops(True)
        self._drop_frame = DropFrame(self, lambda _paths: self.tr("Drop to read the files"))
        self.reading = ImportReading(session, read, self)
        project = session.required()
        self.sources = ImportSources(settings, project.path, self)
        self._area, held = scroll_area(self, "importRead", self.tr("Articles read"))  # for a low screen
        self.model = ImportModel(self)
        self._contents = ImportContents(session, self.model)
        self.reading.earlier = self._contents.earlier
        self.model.ticked_changed.connect(self._refresh)
        self.table = ImportTable(self.model, held)
        self.table.selectionModel().currentRowChanged.connect(self._on_current)
        self.article = ImportArticle(project.fallback_language, held)
        self.article.asked.connect(self.reading.start_again)
        known = [] if project.packed is not None else project.read.annotators()
        others = [name for name in known if name not in {project.annotator, GOLD}]
        self.labels = ImportLabels(project.schema, [project.annotator, *others], held)
        self.labels.hide()
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._read_labels)
        self.labels.changed.connect(self._on_labels)
        self.faults = FaultList(held)
        self.faults.currentRowChanged.connect(self._on_fault)
        self.columns = TokenColumns(held)
        self.fields = LabelFields(held)
        self.longer = TryLonger(self.faults, held)
        self.longer.asked.connect(lambda path: self.reading.start_longer(path, self.labels.wanted([path])))
        self.choices = ImportChoices(self.model, held)
        self.sources.chosen.connect(self.read_paths)
        self.sources.address_given.connect(self._on_address)
        self._blank = ImportBlank(held)
        self._summary = plain(name="importSummary", wraps=True)
        self.progress = named(QProgressBar(), "importProgress")
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(self.tr("Files read"))
        self.progress.hide()
        self.halt = named(QPushButton(self.tr("&Stop"), autoDefault=False), "importStop")
        self.halt.setToolTip(self.tr("Articles read so far can be added"))
        self.halt.clicked.connect(self._contents.note_stop)
        self.halt.clicked.connect(self.reading.stop)
        self.halt.hide()
        self.buttons = button_box(self, CANCEL, self._store)
        self.add = self.buttons.addButton(self.tr("&Add"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.add.setObjectName("importAdd")
        self._follow()
        self._lay_out(held)
        self.add.setDefault(True)  # works only once the button is in the dialog
        self._refresh()

    @Slot(list)
    def read_paths(self, paths: Sequence[Path]) -> None:
        """Read files and folders, and show their articles after those that were read before.

        All are read again if some of them were read before, or while others are being read.
        """
        before, self._labels_only = self._asked or (), False
        again = self.reading.reading or any(
            path == old or path in old.parents or old in path.parents for path in paths for old in before
        )
        self._asked = list(dict.fromkeys((*before, *paths)))
        if before and not again:
            self.reading.start(self.labels.wanted(paths))
            return
        self._contents.clear()
        self.faults.clear()
        self.columns.offer(())
        self.fields.offer(())
        self.article.show_nothing()
        self.labels.begin()
        self.reading.start(ReadRequest(paths=self._asked))

    def done(self, result: int) -> None:
        if self.reading.finishing:
            return  # the articles are stored: the dialog closes itself once the rest is, too
        self._pause.stop()
        self.reading.stop()
        super().done(result)

    def _follow(self) -> None:
        self.reading.begun.connect(self._on_begun)
        self.reading.given.connect(self._on_given)
        self.reading.read_again.connect(self._show_again)
        self.reading.advanced.connect(self._on_advanced)
        self.reading.ended.connect(self._on_ended)
        self.reading.failed.connect(self._on_failed)
        self.reading.added.connect(self._on_added)
        self.reading.labels_added.connect(self.offered_changed)
        self.columns.chosen.connect(
            lambda path, columns: self.reading.start_with_columns(self.labels.wanted([path]), columns)
        )
        self.fields.chosen.connect(
            lambda path, fields: self.reading.start_with_fields(
                self.labels.wanted([path]), fields, self._contents.sheet(path)
            )
        )

    def _lay_out(self, held: QWidget) -> None:
        sources = fill(QHBoxLayout(), (self._summary, 1), self.sources, spacing=8)
        foot = fill(QHBoxLayout(), (self.progress, 1), self.halt, self.buttons, spacing=8)  # so that nothing moves
        read = fill(
            QVBoxLayout(held),
            (self._blank, 5),
            (self.table, 5),
            (self.article, 2),
            (self.labels, 2),
            self.faults,
            self.columns,
            self.fields,
            margins=0,
            spacing=12,
        )
        read.addWidget(self.longer, 0, Qt.AlignmentFlag.AlignLeft)
        read.addStretch(0)
        read.addWidget(self.choices)
        layout = lay_out(self, sources, top=20)
        layout.addWidget(self._area, 1)
        layout.addLayout(foot)
        resize_within_screen(self, 1040, 720)

    # Reading

    @Slot()
    def _on_begun(self) -> None:
        self.progress.setRange(0, 0)
        self.progress.show()
        self.halt.setVisible(self.reading.reading and not self._labels_only)
        self._refresh()

    @Slot(object)
    def _on_given(self, portion: Incoming) -> None:
        if self._labels_only:
            self._show_labels(portion)
            return
        first = not self.model.articles
        self._contents.add(portion)
        if first and self.model.articles:
            self.table.fit()
            self.table.selectRow(0)

    @Slot()
    def _on_ended(self) -> None:
        self.progress.hide()
        self.halt.hide()
        if self._session.project is None:
            return  # it was closed meanwhile, and the dialog closes with it
        self._contents.finish()
        incoming = self._contents.incoming
        self.faults.show_faults(incoming)
        self.columns.offer(incoming.failures)
        self.fields.offer(incoming.problems, self._contents.without_text())
        if not self._labels_only:
            self.labels.show_labels(incoming.labels, incoming.problems)
            self.table.fit()
            if self.model.rowCount() and self.table.currentIndex().row() <= 0:
                self.table.selectRow(self.model.first_free())
                self.table.setFocus()
            self._preview()
        self._labels_only = False
        self._refresh()
        if not self.model.rowCount():  # focus what is asked for, so that Return does not cancel
            asking = [form for form in (self.columns, self.fields) if form.path is not None]
            (asking[0].take_focus if asking else self.sources.files.setFocus)()

    @Slot()
    def _on_labels(self) -> None:
        """Read the files with labels again after a pause."""
        self._pause.start()
        self._refresh()

    @Slot()
    def _read_labels(self) -> None:
        """Read the files with labels again, with the chosen options for labels."""
        paths = [file.path for file in self._contents.incoming.labelled]
        self._labels_only = True
        self.reading.start(self.labels.wanted(paths))

    @Slot(int, int)
    def _on_advanced(self, done: int, total: int) -> None:
        self.progress.setRange(0, total)
        self.progress.setValue(done)

    @Slot(object)
    def _on_failed(self, error: AnnotatorError) -> None:
        self.progress.hide()
        self.faults.addItem(sentence(error))
        self._refresh()

    def _show_labels(self, incoming: Incoming) -> None:
        """Show the files with labels after reading them again; other articles stay."""
        if not incoming.labelled and not incoming.problems:
            return  # nothing was read
        row = self.table.currentIndex().row()
        self._contents.replace_labels(incoming)
        self.labels.show_labels(incoming.labels, incoming.problems)
        self.table.selectRow(row)
        self._preview()

    @Slot(Path, object)
    def _show_again(self, path: Path, incoming: Incoming) -> None:
        """Replace a file's articles by the articles found when the file was read again."""
        row = max(0, self.table.currentIndex().row())
        self._contents.replace_file(path, incoming)
        self.table.selectRow(min(row, self.model.rowCount() - 1))

    # The selected row

    @Slot(QModelIndex, QModelIndex)
    def _on_current(self, current: QModelIndex, _before: QModelIndex) -> None:
        if not current.isValid():
            return
        if self.model.file_at(current.row()) is not None:
            self.article.show_nothing()
            self._preview()
        else:
            article = self.model.articles[current.row()]
            self.article.show_article(article, self._contents.sheet(article.path))

    def _preview(self) -> None:
        """Show the first records of the selected labelled file, or else of the first one."""
        records = self._contents.records()
        if records:
            self.labels.show_records(records[self.model.file_at(self.table.currentIndex().row()) or 0])

    @Slot(int)
    def _on_fault(self, row: int) -> None:
        path = self.faults.file_at(row)
        if path is not None:
            self.article.show_file(path, self._contents.sheet(path))

    # Web pages and files

    @Slot(str)
    def _on_address(self, address: str) -> None:
        """Read a web page and add its article to the table."""
        self._asked = self._asked or []
        self.reading.start(ReadRequest(paths=[], address=address))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self._drop_frame.enter(event)

    def dropEvent(self, event: QDropEvent) -> None:
        self.read_paths(self._drop_frame.drop(event))

    @Slot()
    def _refresh(self) -> None:
        onto = sum(self._contents.count_repeats())
        new = self._contents.count_ticked() - onto
        busy = self.reading.reading or self.reading.adding or self._pause.isActive()
        self.add.setEnabled(new + onto > 0 and not busy)
        for widget in (self.sources, self.article, self.labels, self.table):
            widget.setEnabled(not self.reading.adding)
        one, more = self.tr("&Add One Article"), self.tr("&Add {count} Articles")
        nothing = self.tr("&Add Labels") if onto else self.tr("&Add")
        self.add.setText(counted(new, one, more) if new else nothing)
        asked = self.columns.path is not None or self.fields.path is not None
        found = self.model.rowCount() or self.faults.count() or self._contents.incoming.labelled
        self._blank.setVisible(self._asked is None or not (busy or asked or found))
        self.table.setVisible(self.model.rowCount() > 0)
        self._make_room()
        self.faults.setVisible(self.faults.count() > 0)
        self.longer.offer(possible=not (self.reading.reading or self.reading.adding))
        self.choices.refresh(complete=not self.reading.reading)
        self._summary.setText(self._summary_text())

    def _make_room(self) -> None:
        """Show the options for labels if there are labels; enlarge the dialog once, to fit these options or columns."""
        wanted = bool(self._contents.incoming.labelled)
        if (wanted or self._contents.incoming.sheets) and not self._roomy:
            self._roomy = True
            resize_within_screen(self, self.width(), max(self.height(), _TALL))
        self.labels.setVisible(wanted)

    def _summary_text(self) -> str:
        if self.reading.adding:
            return self.tr("Adding…")
        if self._asked is None:
            return self.tr("Choose files or a folder, or drop them here.")
        sentences = []
        if self.reading.reading or self._pause.isActive():
            sentences.append(self.tr("Reading…"))
        sentences += self._contents.findings()
        return " ".join(sentences) or self.tr("Nothing was found to add.")

    @Slot()
    def _store(self) -> None:
        wanted = self._contents.ticked(self.labels.annotator.currentText().strip() or IMPORTED)
        self.reading.add(
            wanted,
            exclude_furniture=self.choices.furniture.isChecked(),
            as_suggestions=self.labels.as_suggestions,
            carry=self.choices.carry.isChecked(),
            supersede=self.choices.supersede.isChecked(),
            schema=self.labels.schema_for(wanted.annotated),
        )
        self._refresh()

    @Slot(object)
    def _on_added(self, taken: ImportResult) -> None:
        self.accept()
        self.added.emit(taken)
