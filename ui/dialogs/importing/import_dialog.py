"""The import dialog: reads files and folders in a job, shows what was found, and adds what is ticked."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from annotator.corpus.article import Article
from annotator.corpus.draft import Sheet
from annotator.jobs.importing.import_read import Incoming, joined, with_file
from annotator.jobs.importing.import_store import Taken
from annotator.model.attribution import ascribe
from annotator.model.values import IMPORTED, Annotated
from annotator.system.errors import AnnotatorError
from annotator.text.normalization import fingerprint
from ui.base import i18n
from ui.base.look.plain_text import plain
from ui.base.messages import sentence
from ui.base.screen import resize_within_screen
from ui.base.settings import Settings
from ui.base.widgets.scrolled import scrolled
from ui.bridge.session import Session
from ui.dialogs.importing.import_article import ImportArticle
from ui.dialogs.importing.import_blank import ImportBlank
from ui.dialogs.importing.import_choices import ImportChoices
from ui.dialogs.importing.import_faults import FaultList, TryLonger
from ui.dialogs.importing.import_labels import ImportLabels
from ui.dialogs.importing.import_reading import ImportReading
from ui.dialogs.importing.import_sources import ImportSources
from ui.dialogs.importing.import_table import ImportModel, ImportTable
from ui.jobs.job_calls import Read, Wanted

_PAUSE = 300  # milliseconds from the last choice to the next reading
_TALL = 820  # pixels, with labels or columns


class ImportDialog(QDialog):
    """A bad file does not stop the others: failures are listed, the rest can be added."""

    added = Signal(object)  # Taken
    offered_changed = Signal()  # the project has new labels

    def __init__(self, session: Session, read: Read, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("importDialog")
        self.setWindowTitle(self.tr("Import articles"))
        self._session = session
        self._asked: Sequence[Path] | None = None
        self._incoming = Incoming()  # without the articles: they are in the model
        self._texts: Sequence[Sequence[str]] = ()  # fingerprints of the texts in each file with labels
        self._there: Collection[str] = ()  # those that are in the project already
        self._onto = 0  # ticked records whose text is in the project or comes before them
        self._roomy = False
        self._labels_only = False  # only the files with labels are being read again
        self.setAcceptDrops(True)
        self.reading = ImportReading(session, read, self)
        self.model = ImportModel(self)
        self.model.ticked_changed.connect(self._refresh)
        self.table = ImportTable(self.model)
        self.table.selectionModel().currentRowChanged.connect(self._on_current)
        project = session.required()
        self.article = ImportArticle(project.fallback_language)
        self.article.asked.connect(self.reading.start_again)
        others = [name for name in project.read.annotators() if name != project.annotator]
        self.labels = ImportLabels(project.schema, [project.annotator, *others])
        self.labels.hide()
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._read_labels)
        self.labels.changed.connect(self._on_labels)
        self.faults = FaultList()
        self.faults.currentRowChanged.connect(self._on_fault)
        self.longer = TryLonger(self.faults)
        self.longer.asked.connect(lambda path: self.reading.start_longer(path, self.labels.wanted([path])))
        self.choices = ImportChoices(self.model)
        self.sources = ImportSources(settings, project.path)
        self.sources.chosen.connect(self.read_paths)
        self.sources.address_given.connect(self._on_address)
        self._blank = ImportBlank()
        self._summary = plain()
        self._summary.setObjectName("importSummary")
        self._summary.setWordWrap(True)
        self.progress = QProgressBar()
        self.progress.setObjectName("importProgress")
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(self.tr("Files read"))
        self.progress.hide()
        self.halt = _button(self.tr("&Stop"), "importStop")
        self.halt.setToolTip(self.tr("Articles read so far can be added"))
        self.halt.clicked.connect(self.reading.stop)
        self.halt.hide()
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.add = self.buttons.addButton(self.tr("&Add"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.add.setObjectName("importAdd")
        self.buttons.accepted.connect(self._store)
        self.buttons.rejected.connect(self.reject)
        self._follow()
        self._lay_out()
        self.add.setDefault(True)  # only works once the button is in the dialog
        self._refresh()

    @Slot(list)
    def read_paths(self, paths: Sequence[Path]) -> None:
        """Read files and folders, and show their articles."""
        self._asked = paths
        self._incoming, self._texts = Incoming(), ()
        self._labels_only = False
        self.model.clear()
        self.faults.clear()
        self.article.show_nothing()
        self.labels.begin()
        self.reading.start(Wanted(paths=paths))

    def done(self, result: int) -> None:
        if self.reading.finishing:
            return  # the articles are stored: the dialog closes by itself once the rest is
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

    def _lay_out(self) -> None:
        sources = QHBoxLayout()
        sources.setSpacing(8)
        sources.addWidget(self._summary, 1)
        sources.addWidget(self.sources)
        going = QHBoxLayout()
        going.setSpacing(8)
        going.addWidget(self.progress, 1)
        going.addWidget(self.halt)
        held = QWidget()
        read = QVBoxLayout(held)
        read.setContentsMargins(0, 0, 0, 0)
        read.setSpacing(12)
        read.addWidget(self._blank, 5)
        read.addWidget(self.table, 5)
        read.addWidget(self.article, 2)
        read.addWidget(self.labels, 2)
        read.addWidget(self.faults)
        read.addWidget(self.longer, 0, Qt.AlignmentFlag.AlignLeft)
        read.addStretch(0)
        read.addWidget(self.choices)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.setSpacing(12)
        layout.addLayout(sources)
        layout.addLayout(going)
        layout.addWidget(scrolled(held, "importRead", self.tr("Articles read")), 1)  # scrolls on a low screen
        layout.addWidget(self.buttons)
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
        self._incoming = joined((self._incoming, replace(portion, articles=())))
        first = not self.model.articles
        self.model.show_near(portion.near)
        prints = _prints(portion.articles)
        self.model.add_articles(portion.articles, prints, self._known(prints))
        if portion.labelled:
            self.model.show_labelled(portion.labelled)
        if first and self.model.articles:
            self.table.fit()
            self.table.selectRow(0)

    @Slot()
    def _on_ended(self) -> None:
        self.progress.hide()
        self.halt.hide()
        self._texts = [[entry.document.sha256 for entry in records] for records in self._files_records()]
        self._there = self._known([print_ for each in self._texts for print_ in each])
        self.faults.show_faults(self._incoming)
        if not self._labels_only:
            self.labels.show_heard(self._incoming.heard, self._incoming.problems)
            self.table.fit()
            if self.model.rowCount() and self.table.currentIndex().row() <= 0:
                self.table.selectRow(self.model.first_free())
                self.table.setFocus()
            self._preview()
        self._labels_only = False
        self._refresh()

    @Slot()
    def _on_labels(self) -> None:
        """Read the labels again after a pause."""
        self._pause.start()
        self._refresh()

    @Slot()
    def _read_labels(self) -> None:
        """Read the files with labels again with the options for labels."""
        paths = [file.path for file in self._incoming.labelled]
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
        """Show how files with labels are understood now; the articles stay as they are."""
        if not incoming.labelled and not incoming.problems:
            return  # an empty batch
        again = {file.name for file in self._incoming.labelled}
        others = tuple(problem for problem in self._incoming.problems if problem.file not in again)
        row = self.table.currentIndex().row()
        self._incoming = replace(
            self._incoming,
            annotated=incoming.annotated,
            labelled=incoming.labelled,
            heard=incoming.heard,
            problems=(*others, *incoming.problems),
        )
        self.model.show_labelled(incoming.labelled)
        self.labels.show_heard(incoming.heard, incoming.problems)
        self.table.selectRow(row)
        self._preview()

    @Slot(Path, object)
    def _show_again(self, path: Path, incoming: Incoming) -> None:
        """Replace the articles of a file that was read again."""
        self._incoming = with_file(self._incoming, path, incoming)
        if incoming.labelled:
            self.model.show_labelled(self._incoming.labelled)
        row = max(0, self.table.currentIndex().row())
        self.model.show_near(incoming.near)
        prints = _prints(incoming.articles)
        self.model.replace_file(path, incoming.articles, prints, self._known(prints))
        self.table.selectRow(min(row, self.model.rowCount() - 1))

    def _known(self, prints: Sequence[str]) -> dict[str, str]:
        return self._session.required().read.documents_with_text(set(prints))

    # What is selected

    @Slot(QModelIndex, QModelIndex)
    def _on_current(self, current: QModelIndex, _before: QModelIndex) -> None:
        if not current.isValid():
            return
        if self.model.file_at(current.row()) is not None:
            self.article.show_nothing()
            self._preview()
        else:
            article = self.model.articles[current.row()]
            self.article.show_article(article, self._sheet(article.path))

    def _preview(self) -> None:
        """Show the first records of the selected file with labels, else of the first one."""
        if self._incoming.labelled:
            self.labels.show_records(self._files_records()[self.model.file_at(self.table.currentIndex().row()) or 0])

    @Slot(int)
    def _on_fault(self, row: int) -> None:
        path = self.faults.file_at(row)
        if path is not None:
            self.article.show_file(path, self._sheet(path))

    def _sheet(self, path: Path | None) -> Sheet | None:
        return next((sheet for file, sheet in self._incoming.sheets if file == path), None)

    # Where from

    @Slot(str)
    def _on_address(self, address: str) -> None:
        """Add a web page to what was read."""
        self._asked = self._asked or []
        self.reading.start(Wanted(paths=[], address=address))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.read_paths([Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()])

    @Slot()
    def _refresh(self) -> None:
        self._onto = self._count_onto()
        files = zip(self._incoming.labelled, self.model.ticked_files(), strict=False)  # the model may lag behind
        new = self.model.count_ticked() + sum(file.documents for file, ticked in files if ticked) - self._onto
        busy = self.reading.reading or self.reading.adding or self._pause.isActive()
        self.add.setEnabled(new + self._onto > 0 and not busy)
        for widget in (self.sources, self.article, self.labels, self.table):
            widget.setEnabled(not self.reading.adding)
        one, more = self.tr("&Add One Article"), self.tr("&Add {count} Articles")
        nothing = self.tr("&Add Labels") if self._onto else self.tr("&Add")
        self.add.setText(_counted(new, one, more) if new else nothing)
        self._blank.setVisible(self._asked is None)
        self.table.setVisible(self.model.rowCount() > 0)
        self._make_room()
        self.faults.setVisible(self.faults.count() > 0)
        self.longer.offer(possible=not (self.reading.reading or self.reading.adding))
        self.choices.refresh(complete=not self.reading.reading)
        self._summary.setText(self._said())

    def _make_room(self) -> None:
        """Show the options for labels if there are any; enlarge the dialog once for them or for columns."""
        wanted = bool(self._incoming.labelled)
        if (wanted or self._incoming.sheets) and not self._roomy:
            self._roomy = True
            resize_within_screen(self, self.width(), max(self.height(), _TALL))
        self.labels.setVisible(wanted)

    def _said(self) -> str:
        if self.reading.adding:
            return self.tr("Adding…")
        if self._asked is None:
            return self.tr("Choose files or a folder, or drop them here.")
        said = []
        if self.reading.reading or self._pause.isActive():
            said.append(self.tr("Reading…"))
        if count := len(self.model.articles):
            said.append(_counted(count, self.tr("One article found."), self.tr("{count} articles found.")))
        if labelled := len(self._incoming.annotated):
            one, more = self.tr("One article has labels."), self.tr("{count} articles have labels.")
            said.append(_counted(labelled, one, more))
        if self._onto:
            one = self.tr("Labels of one will be added to an article with the same text.")
            more = self.tr("Labels of {count} will be added to articles with the same text.")
            said.append(_counted(self._onto, one, more))
        if self.model.known:
            one, more = self.tr("One is already in the project."), self.tr("{count} are already in the project.")
            said.append(_counted(self.model.known, one, more))
        if near := len(self.model.near):
            one, more = self.tr("One is a near-duplicate."), self.tr("{count} are near-duplicates.")
            said.append(_counted(near, one, more))
        if faults := len(self._incoming.failures):
            one, more = self.tr("One file could not be read."), self.tr("{count} files could not be read.")
            said.append(_counted(faults, one, more))
        return " ".join(said) or self.tr("Nothing was found to add.")

    def _count_onto(self) -> int:
        """Count ticked records with labels whose text is in the project already or comes before them."""
        if not self._texts:
            return 0
        seen, count = {*self._there, *self.model.ticked_prints()}, 0
        for prints, ticked in zip(self._texts, self.model.ticked_files(), strict=False):
            for print_ in prints if ticked else ():
                count += print_ in seen
                seen.add(print_)
        return count

    def _files_records(self) -> list[tuple[Annotated, ...]]:
        """Return the records of each file with labels."""
        rest = iter(self._incoming.annotated)
        return [tuple(islice(rest, file.documents)) for file in self._incoming.labelled]

    def _ticked_records(self) -> list[Annotated]:
        files = zip(self._files_records(), self.model.ticked_files(), strict=True)
        return [entry for records, ticked in files if ticked for entry in records]

    @Slot()
    def _store(self) -> None:
        whose = self.labels.annotator.currentText().strip() or IMPORTED
        annotated = tuple(ascribe(entry, whose) for entry in self._ticked_records())
        files = zip(self._incoming.labelled, self.model.ticked_files(), strict=True)
        wanted = replace(
            self._incoming,
            articles=tuple(self.model.ticked()),
            annotated=annotated,
            labelled=tuple(file for file, ticked in files if ticked),
        )
        self.reading.add(
            wanted,
            exclude_furniture=self.choices.furniture.isChecked(),
            as_suggestions=self.labels.as_suggestions,
            carry=self.choices.carry.isChecked(),
            supersede=self.choices.supersede.isChecked(),
            schema=self.labels.schema_for(annotated),
        )
        self._refresh()

    @Slot(object)
    def _on_added(self, taken: Taken) -> None:
        self.accept()
        self.added.emit(taken)


def _prints(articles: Sequence[Article]) -> list[str]:
    return [fingerprint(article.text) for article in articles]


def _counted(count: int, one: str, more: str) -> str:
    return one if count == 1 else more.format(count=i18n.number(count))


def _button(words: str, name: str) -> QPushButton:
    button = QPushButton(words)
    button.setObjectName(name)
    button.setAutoDefault(False)
    return button
