"""Withdraws the pending suggestions of a source; also holds suggestions back, and stores choices about sources."""

from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from annotator.editing.edits import Edit
from annotator.jobs.suggesting.withdrawal import holding_back, withdrawing
from annotator.model import source_choices
from annotator.model.source_choices import SOURCES, SourceChoices
from annotator.project.project import Project
from annotator.suggest.sources import own
from annotator.system.errors import AnnotatorError
from ui.base.i18n import number
from ui.base.look.plain_text import one_line
from ui.base.widgets.buttons import dialog_button
from ui.base.words.rule_names import source_words
from ui.bridge.session import Session, publish_suggestions
from ui.jobs.bulk_edits import Asker, Everywhere
from ui.jobs.slice_runner import Slices
from ui.jobs.suggesting.suggestion_queue import Suggesting
from ui.sources.source_list import SourceRow

_LONGEST = 40  # characters of a name on a button


class SourceWithdrawer(QObject):
    """A button that withdraws all pending suggestions of a source in one step."""

    begun = Signal(str)  # what is being done, as text
    done = Signal(str)  # what was done, as text
    failed = Signal(object)  # an AnnotatorError

    def __init__(self, session: Session, everywhere: Everywhere, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._everywhere = everywhere
        self._asker = Asker()  # of the last withdrawal
        self._row: SourceRow | None = None
        self.button = dialog_button("sourceWithdraw", "")
        self.button.clicked.connect(self._withdraw)

    @Slot()
    def stop(self) -> None:
        """Stop listening to the current withdrawal, which goes on."""
        self._everywhere.detach(self._asker)

    def offer(self, row: SourceRow | None) -> None:
        """Show on the button how many suggestions of the source it would withdraw; hide it if there are none."""
        self._row = row
        pending = row.standing.pending if row is not None else 0
        self.button.setVisible(pending > 0)
        self.button.setEnabled(pending > 0 and self._session.writable and not self._everywhere.busy)
        if row is not None:
            words = self.tr("Withdraw {count} from “{source}”")
            name = one_line(source_words(row.name), _LONGEST).replace("&", "&&")
            self.button.setText(words.format(count=number(pending), source=name))
            self.button.setAccessibleName(self.button.text())

    @Slot()
    def _withdraw(self) -> None:
        row = self._row
        if row is None or self._everywhere.busy:
            return
        project = self._session.required()
        self._asker = Asker(done=partial(self._on_withdrawn, row.name), failed=self.failed.emit)
        self.begun.emit(self.tr("Withdrawing…"))
        self._everywhere.make(self._asker, withdrawing(project.read, row.name, project.annotator), row.standing.pending)
        self.offer(row)

    def _on_withdrawn(self, name: str, edit: Edit | None) -> None:
        count = len(edit.changes) if edit is not None else 0
        words = self.tr(
            "Suggestions from “{source}” withdrawn: {count}. Undo brings them back, as does opening an article"
            " while the source is on."
        )
        self.done.emit(words.format(count=number(count), source=source_words(name)))


class HoldBack(QObject):
    """Holds pending suggestions back or shows them again, as the project's choice says, an article at a time."""

    begun = Signal(str)  # what is being done, as text
    done = Signal(str)  # what was done, as text
    failed = Signal(object)  # an AnnotatorError

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._slices = Slices(session, self)
        self._words = ""  # what to report at the end

    @property
    def busy(self) -> bool:
        """Return whether suggestions are being held back or shown again."""
        return self._slices.busy

    def start(self, *, on: bool) -> None:
        """Apply the choice, which must already be stored."""
        self.begun.emit(self.tr("Holding back suggestions…") if on else self.tr("Bringing back suggestions…"))
        done = self.tr("Suggestions are held back in 5% of the sentences of articles that are not done yet.")
        undone = self.tr("All suggestions are shown again. Those held back in done articles still count.")
        self._words = done if on else undone
        self._slices.start(holding_back(self._session.required()), done=self._on_done, failed=self._on_failed)

    def stop(self) -> None:
        """Stop. In the remaining articles, the choice takes effect with their next suggestions."""
        if self._slices.busy:
            self._slices.stop()
            publish_suggestions(self._session)

    def _on_done(self, _nothing: None) -> None:
        publish_suggestions(self._session)
        self.done.emit(self._words)

    def _on_failed(self, error: AnnotatorError) -> None:
        publish_suggestions(self._session)  # of the articles before
        self.failed.emit(error)


class StoredChoices(QObject):
    """The project's choices about sources. A change takes effect at once."""

    failed = Signal(object)  # an AnnotatorError

    def __init__(self, project: Project, suggesting: Suggesting, parent: QObject) -> None:
        super().__init__(parent)
        self._project = project
        self._suggesting = suggesting

    @property
    def now(self) -> SourceChoices:
        written = source_choices.loads(self._project.read.setting(SOURCES))
        return own.in_force(written, self._suggesting.models)

    def store(self, choices: SourceChoices) -> bool:
        """Store the choices in the project file and apply them. Return whether they could be stored."""
        try:
            self._project.keep(SOURCES, source_choices.dumps(choices))
        except AnnotatorError as error:
            self.failed.emit(error)
            return False
        self._suggesting.look_again()
        return True
