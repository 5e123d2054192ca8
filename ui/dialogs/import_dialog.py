"""Brings files and folders in: reads them elsewhere, shows what was found, and adds what is ticked."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from itertools import islice
from pathlib import Path

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from annotator.ascribing import ascribe
from annotator.corpus.encoding import ENCODINGS
from annotator.errors import AnnotatorError
from annotator.intake import Incoming
from annotator.model import IMPORTED, Annotated
from annotator.taking import Taken
from annotator.text import fingerprint
from ui import i18n
from ui.dialogs.import_faults import FaultList
from ui.dialogs.import_labels import ImportLabels
from ui.dialogs.import_table import ImportModel, ImportTable
from ui.jobs.job_calls import Cancel, Read, Wanted
from ui.messages import sentence
from ui.panels.chips import plain
from ui.screen import resize_within_screen
from ui.session import Session

_PAUSE = 300  # milliseconds after the last choice until files are read anew
_TALL = 780  # pixels, with labels


class ImportDialog(QDialog):
    """One bad file stops no other: what went wrong is listed, the rest can be added."""

    added = Signal(object)  # Taken

    def __init__(self, session: Session, read: Read, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("importDialog")
        self.setWindowTitle(self.tr("Import articles"))
        self._session = session
        self._read = read
        self._cancel: Cancel | None = None
        self._asked: Sequence[Path] | None = None
        self._incoming = Incoming()
        self.setAcceptDrops(True)
        self.model = ImportModel(self)
        self.model.ticked_changed.connect(self._refresh)
        self.table = ImportTable(self.model)
        self.table.selectionModel().currentRowChanged.connect(self._on_current)
        project = session.required()
        others = [name for name in project.read.annotators() if name != project.annotator]
        self.labels = ImportLabels(project.schema, [project.annotator, *others])
        self.labels.hide()
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._read_labels)
        self.labels.changed.connect(self._on_labels)
        self.encoding = QComboBox()
        self.encoding.setObjectName("importEncoding")
        self.encoding.setAccessibleName(self.tr("Encoding of the selected file"))
        self.encoding.addItems(list(ENCODINGS))
        self.encoding.activated.connect(self._on_encoding)
        self._encoding_words = plain(self.tr("Encoding of the selected file:"), "muted")
        self.faults = FaultList()
        self.faults.currentRowChanged.connect(self._on_fault)
        self._wanted: Path | None = None  # the file whose encoding can be chosen
        self.furniture = QCheckBox(self.tr("Exclude &page furniture (captions, related articles)"))
        self.furniture.setObjectName("importFurniture")
        self.furniture.setChecked(True)
        self._files = _button(self.tr("&Files…"), "importFiles")
        self._folder = _button(self.tr("F&older…"), "importFolder")
        self._files.clicked.connect(partial(self._ask, QFileDialog.FileMode.ExistingFiles))
        self._folder.clicked.connect(partial(self._ask, QFileDialog.FileMode.Directory))
        self._summary = plain()
        self._summary.setObjectName("importSummary")
        self._summary.setWordWrap(True)
        self.progress = QProgressBar()
        self.progress.setObjectName("importProgress")
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(self.tr("Files read"))
        self.progress.hide()
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.add = self.buttons.addButton(self.tr("&Add"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.add.setObjectName("importAdd")
        self.buttons.accepted.connect(self._store)
        self.buttons.rejected.connect(self.reject)
        self._lay_out()
        self._refresh()

    def read_paths(self, paths: Sequence[Path]) -> None:
        """Read files and folders, and show what is in them."""
        self._asked = paths
        self.labels.begin()
        self._start(Wanted(paths=paths), self._show)

    def done(self, result: int) -> None:
        self._stop()
        super().done(result)

    def _lay_out(self) -> None:
        sources = QHBoxLayout()
        sources.setSpacing(8)
        sources.addWidget(self._summary, 1)
        sources.addWidget(self._files)
        sources.addWidget(self._folder)
        choice = QHBoxLayout()
        choice.addWidget(self._encoding_words)
        choice.addWidget(self.encoding)
        choice.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.setSpacing(12)
        layout.addLayout(sources)
        layout.addWidget(self.progress)
        layout.addWidget(self.table, 1)
        layout.addLayout(choice)
        layout.addWidget(self.labels, 1)
        layout.addWidget(self.faults)
        layout.addStretch(0)
        layout.addWidget(self.furniture)
        layout.addWidget(self.buttons)
        resize_within_screen(self, 980, 640)

    def _start(self, wanted: Wanted, done: Callable[[Incoming], None]) -> None:
        self._stop()
        self.progress.setRange(0, 0)
        self.progress.show()
        self._cancel = self._read(wanted, done=done, failed=self._on_failed, advanced=self._on_advanced)
        self._refresh()

    @Slot()
    def _on_labels(self) -> None:
        """What was understood no longer holds."""
        self._pause.start()
        self._refresh()

    @Slot()
    def _read_labels(self) -> None:
        """Read the files with labels anew, with what was said of them."""
        paths = [file.path for file in self._incoming.labelled]
        wanted = Wanted(paths=paths, renamed=self.labels.renamed, utf16=self.labels.utf16)
        self._start(wanted, self._show_labels)

    def _stop(self) -> None:
        self._pause.stop()
        self.progress.hide()
        cancel, self._cancel = self._cancel, None
        if cancel is not None:
            cancel()

    def _on_advanced(self, done: int, total: int) -> None:
        self.progress.setRange(0, max(1, total))
        self.progress.setValue(done)

    def _on_failed(self, error: AnnotatorError) -> None:
        self._end()
        self.faults.addItem(sentence(error))
        self._refresh()

    def _end(self) -> None:
        self._cancel = None
        self.progress.hide()

    def _show(self, incoming: Incoming) -> None:
        self._end()
        self._incoming = incoming
        self.faults.show_faults(incoming)
        self.model.show_articles(incoming.articles, self._known(incoming))
        self.model.show_labelled(incoming.labelled)
        self.labels.show_heard(incoming.heard, incoming.problems)
        if self.model.rowCount():
            self.table.selectRow(self.model.first_free())
            self.table.setFocus()
            self._preview()
        self._refresh()

    def _show_labels(self, incoming: Incoming) -> None:
        """Show how files with labels are understood now; what else was read stays as it is."""
        self._end()
        again = {file.path.name for file in self._incoming.labelled}
        others = tuple(problem for problem in self._incoming.problems if problem.file not in again)
        row = self.table.currentIndex().row()
        self._incoming = replace(
            self._incoming,
            annotated=incoming.annotated,
            labelled=incoming.labelled,
            heard=incoming.heard,
            problems=(*others, *incoming.problems),
        )
        self.faults.show_faults(self._incoming)
        self.model.show_labelled(incoming.labelled)
        self.labels.show_heard(incoming.heard, incoming.problems)
        self.table.selectRow(row)
        self._preview()
        self._refresh()

    def _show_again(self, path: Path, incoming: Incoming) -> None:
        self._end()
        self.faults.forget(path)
        self.faults.add_failures(incoming)
        if incoming.articles:
            articles = Incoming(articles=tuple(incoming.articles))
            self.model.replace_file(path, articles.articles)
            self.model.show_articles(self.model.articles, self._known(Incoming(articles=tuple(self.model.articles))))
        self._refresh()

    def _known(self, incoming: Incoming) -> list[int]:
        prints = [fingerprint(article.text) for article in incoming.articles]
        known = self._session.required().read.documents_with_text(set(prints))
        return [number for number, print_ in enumerate(prints) if print_ in known]

    @Slot(QModelIndex, QModelIndex)
    def _on_current(self, current: QModelIndex, _before: QModelIndex) -> None:
        if not current.isValid():
            return
        file = self.model.file_at(current.row())
        if file is not None:
            self._offer(None, None)
            self._preview()
        else:
            article = self.model.articles[current.row()]
            self._offer(article.path if article.encoding is not None else None, article.encoding)

    def _preview(self) -> None:
        """Show the first records of the selected file with labels, else of the first one."""
        if self._incoming.labelled:
            self.labels.show_records(self._files_records()[self.model.file_at(self.table.currentIndex().row()) or 0])

    @Slot(int)
    def _on_fault(self, row: int) -> None:
        path = self.faults.file_at(row)
        if path is not None:
            self._offer(path, None)

    def _offer(self, path: Path | None, encoding: str | None) -> None:
        """Let the encoding of a file be chosen."""
        self._wanted = path
        self.encoding.setEnabled(path is not None)
        self.encoding.setCurrentIndex(-1 if encoding is None else self.encoding.findText(encoding))

    @Slot(int)
    def _on_encoding(self, _index: int) -> None:
        if self._wanted is not None:
            wanted = Wanted(paths=[self._wanted], encoding=self.encoding.currentText())
            self._start(wanted, partial(self._show_again, self._wanted))

    # Where from

    def _ask(self, mode: QFileDialog.FileMode, _checked: bool = False) -> None:  # noqa: FBT001, FBT002  # what Qt passes
        dialog = QFileDialog(self, self.tr("Import articles"))
        dialog.setObjectName("importSources")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(mode)
        dialog.filesSelected.connect(self._on_chosen)
        dialog.open()

    @Slot(list)
    def _on_chosen(self, names: list[str]) -> None:
        self.read_paths([Path(name) for name in names])

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.read_paths([Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()])

    @Slot()
    def _refresh(self) -> None:
        files = zip(self._incoming.labelled, self.model.ticked_files(), strict=False)  # it follows a step later
        count = len(self.model.ticked()) + sum(file.documents for file, ticked in files if ticked)
        busy = self._cancel is not None or self._pause.isActive()
        self.add.setEnabled(count > 0 and not busy)
        one, more = self.tr("&Add One Article"), self.tr("&Add {count} Articles")
        self.add.setText(_counted(count, one, more) if count else self.tr("&Add"))
        self.table.setVisible(self.model.rowCount() > 0)
        for widget in (self.encoding, self._encoding_words):
            widget.setVisible(bool(self.model.articles or self._incoming.undecoded))
        self._make_room()
        self.faults.setVisible(self.faults.count() > 0)
        self.furniture.setVisible(any(article.furniture for article in self.model.articles))
        self._summary.setText(self._said(busy=busy))

    def _make_room(self) -> None:
        """Show what is asked of labels where there are any; once, the dialog grows for it."""
        wanted = bool(self._incoming.labelled)
        if wanted and self.labels.isHidden():
            resize_within_screen(self, self.width(), max(self.height(), _TALL))
        self.labels.setVisible(wanted)

    def _said(self, *, busy: bool) -> str:
        if busy:
            return self.tr("Reading…")
        if self._asked is None:
            return self.tr("Choose files or a folder, or drop them here.")
        said = []
        if count := len(self.model.articles):
            said.append(_counted(count, self.tr("One article found."), self.tr("{count} articles found.")))
        if labelled := len(self._incoming.annotated):
            one, more = self.tr("One article comes with labels."), self.tr("{count} articles come with labels.")
            said.append(_counted(labelled, one, more))
        if self.model.known:
            one, more = self.tr("One is there already."), self.tr("{count} are there already.")
            said.append(_counted(self.model.known, one, more))
        return " ".join(said) or self.tr("Nothing was found that could be added.")

    def _files_records(self) -> list[tuple[Annotated, ...]]:
        """Give what each file with labels has."""
        rest = iter(self._incoming.annotated)
        return [tuple(islice(rest, file.documents)) for file in self._incoming.labelled]

    def _ticked_records(self) -> list[Annotated]:
        files = zip(self._files_records(), self.model.ticked_files(), strict=True)
        return [entry for records, ticked in files if ticked for entry in records]

    @Slot()
    def _store(self) -> None:
        whose = self.labels.annotator.currentText().strip() or IMPORTED
        annotated = (ascribe(entry, whose) for entry in self._ticked_records())
        wanted = replace(self._incoming, articles=tuple(self.model.ticked()), annotated=tuple(annotated))
        taken: Taken | None = self._session.take_in(
            wanted, exclude_furniture=self.furniture.isChecked(), as_suggestions=self.labels.as_suggestions
        )
        if taken is not None:
            self.accept()
            self.added.emit(taken)


def _counted(count: int, one: str, more: str) -> str:
    return one if count == 1 else more.format(count=i18n.number(count))


def _button(words: str, name: str) -> QPushButton:
    button = QPushButton(words)
    button.setObjectName(name)
    button.setAutoDefault(False)
    return button
