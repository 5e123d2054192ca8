"""The part of the sources window that handles word lists and GLiNER."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from annotator.editing.edits import Edit
from annotator.jobs.suggesting.pattern_lists import changed
from annotator.jobs.suggesting.wordings import usual_wordings
from annotator.model.patterns import PatternList
from annotator.project.project import Project
from annotator.suggest.sources import gliner
from annotator.suggest.sources.source import SourceInfo, SourceKind
from annotator.system.errors import AnnotatorError
from ui.jobs.suggesting.suggestion_queue import Suggesting
from ui.jobs.workers import JobProcess
from ui.sources.gliner_setup import GlinerSetup
from ui.sources.label_wordings import LabelWordings
from ui.sources.pattern_window import PatternWindow
from ui.sources.withdraw_source import StoredChoices


class OutsideSources(QObject):
    """Opens the dialogs for word lists and GLiNER, and stores what the user chooses there."""

    changed = Signal(str)  # name of the source that changed
    failed = Signal(object)  # an AnnotatorError

    def __init__(
        self,
        project: Project,
        suggesting: Suggesting,
        files: JobProcess,
        fetching: JobProcess,
        choices: StoredChoices,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._project = project
        self._suggesting = suggesting
        self._files = files
        self._fetching = fetching
        self._choices = choices
        self._window = window
        self._last: Edit | None = None  # the last edit of the lists since the window was opened, if any

    def edit(self, info: SourceInfo | None) -> bool:
        """Open the dialog for a source if it is word lists or GLiNER; return whether it is."""
        if info is None or not is_outside(info):
            return False
        if info.kind is SourceKind.PATTERNS:
            self.open_lists()
        else:
            self._word_labels(info)
        return True

    @Slot()
    def open_lists(self) -> None:
        """Open the project's word lists."""
        project = self._project
        dialog = PatternWindow(
            project.path,
            project.schema,
            self._files,
            self._window,
            writable=not project.read_only,
            undoable=self._last is not None,
        )
        dialog.accepted_lists.connect(self._store_lists)
        dialog.undo_wanted.connect(self._undo)
        dialog.open()

    @Slot()
    def open_setup(self) -> None:
        """Open the set-up of GLiNER."""
        dialog = GlinerSetup(self._fetching, self._window)
        dialog.set_up.connect(self._turn_on)
        dialog.open()

    def _word_labels(self, info: SourceInfo) -> None:
        schema = self._project.schema
        dialog = LabelWordings(info, usual_wordings(schema), schema, self._window)
        dialog.chosen.connect(self._store_wordings)
        dialog.setup_wanted.connect(self.open_setup)
        dialog.open()

    @Slot(object)
    def _store_lists(self, lists: tuple[PatternList, ...]) -> None:
        """Store the lists as one undoable step, and compute suggestions for all articles again."""
        self._do(changed(self._project, lists))

    @Slot()
    def _undo(self) -> None:
        if self._last is not None:
            self._do(self._last.inverse(annotator=self._project.annotator))

    def _do(self, edit: Edit | None) -> None:
        if edit is None:
            return
        try:
            self._project.do(edit)
        except AnnotatorError as error:
            self.failed.emit(error)
            return
        self._last = edit
        self._suggesting.look_again()
        self.changed.emit("patterns")

    @Slot(dict, int)
    def _store_wordings(self, labels: dict[str, str], threshold: int) -> None:
        choices = self._choices.now.with_labels(gliner.NAME, labels)
        if self._choices.store(replace(choices, threshold=threshold)):
            self.changed.emit(gliner.NAME)

    @Slot()
    def _turn_on(self) -> None:
        if self._choices.store(self._choices.now.turned(gliner.NAME, on=True)):
            self._suggesting.restart()
            self.changed.emit(gliner.NAME)


def is_outside(info: SourceInfo) -> bool:
    """Return whether a source is word lists or GLiNER."""
    return info.kind in {SourceKind.PATTERNS, SourceKind.ZERO_SHOT}
