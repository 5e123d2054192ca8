"""Reads files and adds articles for the import dialog, in batches. It can be cancelled until all are stored."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Protocol, TypeAlias

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QListView, QListWidget, QListWidgetItem, QPushButton, QWidget

from annotator.corpus.article import Article, ReadingChoices, Sheet
from annotator.jobs.importing import import_read, import_store
from annotator.jobs.importing.import_read import Incoming
from annotator.jobs.importing.import_store import ImportResult, Stored
from annotator.jobs.importing.near_versions import SketchedArticle
from annotator.model.schema import Schema
from annotator.processes.limited import LONGER
from annotator.system.errors import AnnotatorError
from ui.base import i18n
from ui.base.crashes import LOG
from ui.base.messages import sentence
from ui.base.widgets.inputs import named
from ui.bridge.session import Session, publish_suggestions, say_documents_changed
from ui.dialogs.importing.token_columns import UNCLEAR
from ui.dialogs.told_dialog import exchange_sentence, problem_sentence
from ui.jobs.slice_runner import Slices

_MOST = 500  # lines of each kind, at most
_LINES = 5  # visible lines, at most
_GIVEN_UP = Qt.ItemDataRole.UserRole + 1
_UNDECODED = frozenset({"text.encoding", "text.encoding_unknown"})


class FaultList(QListWidget):
    """The list of errors, one per line. A line is a link if its file can be read with other settings."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "importFaults", self.tr("Import problems"))
        self.setWordWrap(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)

    def show_faults(self, incoming: Incoming) -> None:
        """Replace the errors. Labels that the project lacks are not listed here: they have their own table."""
        self.clear()
        for path, error in incoming.failures[:_MOST]:
            fault = QListWidgetItem(self._sentence(error))
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

    def _sentence(self, error: AnnotatorError) -> str:
        if error.code == UNCLEAR:  # the error's own sentence names a command-line option
            words = self.tr("{file}: it is not clear which column holds the labels; choose it below.")
            return words.format(file=error.details["file"])
        return sentence(error)

    @property
    def given_up(self) -> list[int]:
        """The rows of files that hit a limit of time or memory and may be read with a higher one."""
        return [row for row in range(self.count()) if self._path_at(row, _GIVEN_UP) is not None]

    def given_up_at(self, row: int) -> Path | None:
        """Return the row's file if it hit a limit of time or memory, else None."""
        return self._path_at(row, _GIVEN_UP)

    def file_at(self, row: int) -> Path | None:
        """Return the row's file if it can be read with other settings, else None."""
        return self._path_at(row, Qt.ItemDataRole.UserRole)

    def _fit(self, height: Callable[[int], int]) -> None:
        """Make the list as high as its first few lines; ``height`` returns the height of a row."""
        lines = sum(height(row) for row in range(min(_LINES, self.count())))
        most = lines + 2 * self.frameWidth() + 2
        if most != self.maximumHeight():
            self.setMaximumHeight(most)

    def _path_at(self, row: int, role: int) -> Path | None:
        path = self.item(row).data(role) if row >= 0 else None
        return Path(path) if path else None


class TryLonger(QPushButton):
    """A button to read the selected file again with more time and memory."""

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
        """Show the button if a file hit a limit; select the first such row if none is selected."""
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


Cancel: TypeAlias = Callable[[], None]
Failed: TypeAlias = Callable[[AnnotatorError], None]
Advanced: TypeAlias = Callable[[int, int], None]


class Parse(Protocol):
    """A function that turns pasted text into an article, calls ``done`` or ``failed``, and returns how to cancel."""

    def __call__(self, text: str, *, done: Callable[[Article], None], failed: Failed) -> Cancel: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadRequest:
    """The sources to read: files and folders, or with ``address`` one web page.

    With ``asked``, one file of articles is read again in a chosen encoding or with chosen columns. ``renamed`` maps
    labels to the project's labels, ``schema`` has the labels to add, ``utf16`` says whether offsets count UTF-16
    units. Files in ``longer`` get more time and memory. ``columns`` are for files of tokens whose columns are unclear
    (see `ReadOptions.unclear`), ``fields`` for tables and JSON files (see `ReadOptions.fields`). ``earlier`` are
    articles read before, to be compared with those read now.
    """

    paths: Sequence[Path]
    asked: ReadingChoices | None = None
    address: str | None = None
    renamed: Mapping[str, str] = field(default_factory=dict)
    schema: Schema | None = None
    utf16: bool | None = None
    longer: frozenset[Path] = frozenset()
    columns: tuple[tuple[int, str], ...] = ()
    fields: Mapping[Path, Mapping[str, str]] = field(default_factory=dict)
    earlier: tuple[SketchedArticle, ...] = ()


class Read(Protocol):
    """A function that reads files: it passes each batch of results to ``given``, then calls ``done``."""

    def __call__(
        self,
        wanted: ReadRequest,
        *,
        given: Callable[[Incoming], None],
        done: Callable[[object], None],
        failed: Failed,
        advanced: Advanced,
    ) -> Cancel: ...


class ImportReading(QObject):
    """Runs one reading job at a time, and adds its results to the project in slices.

    One step stores the articles. Carried-over labels and replacements of older articles follow.
    """

    begun = Signal()
    given = Signal(object)  # Incoming: a batch of results
    read_again = Signal(Path, object)  # the file that was read again, and all its results as Incoming
    advanced = Signal(int, int)
    ended = Signal()  # no more results will come
    failed = Signal(object)
    added = Signal(object)  # Taken: what was added to the project
    labels_added = Signal()  # the project has new labels

    def __init__(self, session: Session, read: Read, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.earlier: Callable[[Path | None], tuple[SketchedArticle, ...]] = lambda _: ()  # those of other files
        self._session = session
        self._project = session.required()
        self._read = read
        self._cancel: Cancel | None = None
        self._again: Path | None = None
        self._longer: frozenset[Path] = frozenset()
        self._columns: tuple[tuple[int, str], ...] = ()  # the columns last chosen for a file of tokens
        self._fields: dict[Path, Mapping[str, str]] = {}  # the fields chosen for each table or JSON file
        self._asked: dict[Path, ReadingChoices] = {}  # the settings chosen for each file
        self._portions: list[Incoming] = []  # results so far of the file that is being read again
        self._total = 1
        self._stored = False  # whether the articles are stored and only their consequences remain
        self._slices = Slices(session, self)
        self._slices.advanced.connect(self._on_added)

    @property
    def reading(self) -> bool:
        """Return whether a reading job is running."""
        return self._cancel is not None

    @property
    def adding(self) -> bool:
        """Return whether articles are being added to the project."""
        return self._slices.busy

    @property
    def finishing(self) -> bool:
        """Return whether the articles are stored and the steps that follow run; these cannot be cancelled."""
        return self._stored and self._slices.busy

    def start(self, wanted: ReadRequest) -> None:
        """Start reading, and cancel a running job."""
        self.stop()
        self._again = None
        self._start(wanted)

    def start_again(self, path: Path, asked: ReadingChoices) -> None:
        """Read one file again with other settings."""
        self._asked[path] = asked
        self._start_again(path, ReadRequest(paths=[path], asked=asked))

    def start_with_columns(self, wanted: ReadRequest, columns: tuple[tuple[int, str], ...]) -> None:
        """Read one file of tokens with the columns that the user chose; later readings use them, too."""
        self._columns = columns
        self._start_again(wanted.paths[0], wanted)

    def start_with_fields(self, wanted: ReadRequest, fields: Mapping[str, str], sheet: Sheet | None) -> None:
        """Read one table or JSON file with the fields that the user chose; later readings use them, too.

        Without labels of words it is read as articles, if the fields are columns of its ``sheet``.
        """
        names = {column.name for column in sheet.columns} if sheet is not None else set[str]()
        if "start" not in fields and names.issuperset(fields.values()):
            columns = {"label" if role == "class" else role: name for role, name in fields.items()}
            self.start_again(wanted.paths[0], ReadingChoices(columns=columns))
            return
        self._fields[wanted.paths[0]] = fields
        self._start_again(wanted.paths[0], wanted)

    def start_longer(self, path: Path, wanted: ReadRequest) -> None:
        """Read one file again with more time and memory; later readings of it get more, too."""
        self._longer |= {path}
        self._start_again(path, replace(wanted, paths=[path], asked=self._asked.get(path)))

    def add(
        self,
        incoming: Incoming,
        *,
        exclude_furniture: bool,
        as_suggestions: bool,
        carry: bool,
        supersede: bool,
        schema: Schema | None = None,
    ) -> None:
        """Add all articles or none to the project, together with new labels from ``schema``."""
        self._total = max(1, len(incoming.articles) + len(incoming.annotated))
        self._stored = False
        steps = import_store.storing(
            self._project,
            incoming,
            as_suggestions=as_suggestions,
            exclude_furniture=exclude_furniture,
            schema=schema,
        )
        follow = partial(self._follow, carry=carry, supersede=supersede, grown=schema is not None)
        self._slices.start(steps, done=follow, failed=self.failed.emit)
        if self.adding:
            self.begun.emit()

    @Slot()
    def stop(self) -> None:
        """Cancel reading or adding. Results read so far are kept. After the articles are stored, adding goes on."""
        if not self.finishing:
            self._slices.stop()
        cancel, self._cancel = self._cancel, None
        if cancel is not None:
            cancel()
            self.ended.emit()

    def _start_again(self, path: Path, wanted: ReadRequest) -> None:
        self.stop()
        self._again = path
        self._portions = []
        self._start(wanted)

    def _start(self, wanted: ReadRequest) -> None:
        self._cancel = self._read(
            replace(
                wanted,
                longer=self._longer,
                columns=self._columns,
                fields=dict(self._fields),
                earlier=self.earlier(self._again),
            ),
            given=self._on_given,
            done=self._on_done,
            failed=self._on_failed,
            advanced=self.advanced.emit,
        )
        self.begun.emit()

    def _on_given(self, portion: Incoming) -> None:
        for _, error in portion.failures:
            if "trace" in error.details:
                LOG.error("%s", error.details["trace"])
        if self._again is None:
            self.given.emit(portion)
        else:
            self._portions.append(portion)

    def _on_done(self, _result: object) -> None:
        self._cancel = None
        if self._again is not None:
            self.read_again.emit(self._again, import_read.joined(self._portions))
            self._portions = []
        self.ended.emit()

    def _on_failed(self, error: AnnotatorError) -> None:
        self._cancel = None
        self.failed.emit(error)
        self.ended.emit()

    @Slot(int)
    def _on_added(self, pauses: int) -> None:
        self.advanced.emit(self._total if self._stored else min(pauses, self._total), self._total)

    def _follow(self, stored: Stored, *, carry: bool, supersede: bool, grown: bool) -> None:
        self._stored = True
        if grown:
            self._session.schema_changed.emit()
            self.labels_added.emit()
        say_documents_changed(self._session)  # the articles are stored, even if the rest failed
        if stored.merging is not None:
            self._session.publish(stored.merging)
        steps = import_store.following(
            self._project, stored, carry=carry, supersede=supersede, on_replaced=self._session.publish
        )
        self._slices.start(steps, done=self._on_taken, failed=self._on_following_failed)

    def _on_taken(self, taken: ImportResult) -> None:
        publish_suggestions(self._session)
        self.added.emit(taken)

    def _on_following_failed(self, error: AnnotatorError) -> None:
        publish_suggestions(self._session)  # some may be stored
        self.failed.emit(error)
