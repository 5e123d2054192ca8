"""Settles differences between people by a rule, after showing how many differences the rule would settle."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QWidget

from annotator.editing.edits import Edit
from annotator.jobs.team.adjudicating import ByRule, RuleFigures, by_rule
from annotator.processes import slices
from annotator.quality.strategies import Strategy
from annotator.system.errors import AnnotatorError
from ui.base.i18n import number
from ui.base.log_dialog import resize_within_screen
from ui.base.look.plain_text import one_line, plain
from ui.base.messages import sentence
from ui.base.widgets.dialog_parts import button_box, form_layout, lay_out
from ui.base.widgets.inputs import Choice, NumberField, named
from ui.bridge.session import Session
from ui.jobs.bulk_edits import Asker, Everywhere
from ui.jobs.job_line import JobLine
from ui.jobs.last_question import LastQuestion
from ui.jobs.workers import JobProcess


class RuleDialog(QDialog):
    """A dialog that settles differences between annotators by a rule; answers given by people stay.

    Whenever the rule changes, a job counts how many differences it would settle. Settling them is one undoable step.
    """

    settled = Signal(int)  # the number of questions settled

    def __init__(
        self,
        session: Session,
        files: JobProcess,
        everywhere: Everywhere,
        people: Sequence[str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("ruleDialog")
        self.setWindowTitle(self.tr("Settle by Rule"))
        self._session = session
        self._everywhere = everywhere
        self._found: ByRule | None = None
        self.rule = named(Choice(), "rule", self.tr("Rule"))
        self.least = named(NumberField(minimum=1, maximum=max(2, len(people)), value=2), "ruleLeast", self.tr("People"))
        self.person = named(Choice(), "rulePerson", self.tr("Person"))
        self.told = plain(name="ruleTold", wraps=True)
        self.line = JobLine()
        self.buttons = button_box(self)
        self.ok = named(self.buttons.button(QDialogButtonBox.StandardButton.Ok), "ruleOk")
        self.ok.setText(self.tr("&Settle"))
        self._asking = LastQuestion(files, self._on_found, self, self.line.advance)
        self._asking.failed.connect(self._on_failed)
        self._asker = Asker(done=self._on_done, failed=self._on_failed, advanced=self.line.advance)
        self._form = form_layout()
        self._offer(people)
        self._lay_out()
        self.rule.currentIndexChanged.connect(self.count)
        self.least.valueChanged.connect(self.count)
        self.person.currentIndexChanged.connect(self.count)
        self.count()

    @property
    def words(self) -> str:
        """The chosen rule in the form in which it is stored."""
        kind = Strategy(self.rule.currentData())
        if kind is Strategy.AT_LEAST:
            return f"{kind}:{self.least.value()}"
        return f"{kind}:{self.person.currentData()}" if kind is Strategy.PERSON else str(kind)

    @Slot()
    def count(self) -> None:
        """Count the questions that the rule would settle."""
        kind = self.rule.currentData()
        self._form.setRowVisible(self.least, kind == Strategy.AT_LEAST)
        self._form.setRowVisible(self.person, kind == Strategy.PERSON)
        self._found = None
        self.ok.setEnabled(False)
        project = self._session.required()
        self.line.begin(self.tr("Counting…"))
        self._asking.cancel()
        self._asking.ask(by_rule, project.path, self.words, project.annotator)

    @Slot()
    def accept(self) -> None:
        """Settle the questions that were counted."""
        if self._found is None or self._found.edit is None or self._everywhere.busy:
            return
        self.ok.setEnabled(False)
        edit = self._found.edit
        self.line.begin(self.tr("Settling…"))
        self._everywhere.make(self._asker, slices.ready(edit), len(edit.changes))

    def done(self, result: int) -> None:
        self._asking.cancel()
        self._everywhere.give_up(self._asker)
        super().done(result)

    # Inside

    def _offer(self, people: Sequence[str]) -> None:
        for kind, words in (
            (Strategy.MOST, self.tr("The answer of the majority")),
            (Strategy.AT_LEAST, self.tr("The answer of at least this many people")),
            (Strategy.PERSON, self.tr("The answer of one person")),
            (Strategy.CLOSEST, self.tr("The answer of the person who agrees most with the others")),
            (Strategy.UNANIMOUS, self.tr("Only unanimous answers")),
        ):
            if people or kind is not Strategy.PERSON:
                self.rule.addItem(words, str(kind))
        for name in people:
            self.person.addItem(one_line(name), name)

    def _lay_out(self) -> None:
        self._form.addRow(self.tr("&Rule"), self.rule)
        self._form.addRow(self.tr("&At least"), self.least)
        self._form.addRow(self.tr("&Person"), self.person)
        self.told.setAlignment(Qt.AlignmentFlag.AlignTop)
        lay_out(self, self._form, (self.told, 1), self.line, self.buttons)
        resize_within_screen(self, 560, 300)

    def _on_found(self, answer: ByRule) -> None:
        self._found = answer
        self.line.end("")
        self.told.setText("\n".join(self._sentences(answer.told)))
        self.ok.setEnabled(answer.edit is not None)

    def _sentences(self, told: RuleFigures) -> list[str]:
        if not told.articles and not told.own:
            return [self.tr("No article has been finished by two people yet.")]
        settles = self.tr("The rule settles {count} of {all} open questions; the others stay open.")
        lines = [settles.format(count=number(told.settles), all=number(told.disagreements))]
        if told.unanimous:
            agreed = self.tr("Labels that everyone agrees on, which also become gold: {count}.")
            lines.append(agreed.format(count=number(told.unanimous)))
        if told.compared:
            same = self.tr("It agrees with {count} of {all} answers that people gave. None of these answers changes.")
            lines.append(same.format(count=number(told.agrees), all=number(told.compared)))
        if told.own:
            own = self.tr("Articles left out, because you are not done with them yourself: {count}.")
            lines.append(own.format(count=number(told.own)))
        return lines

    @Slot(object)
    def _on_failed(self, error: AnnotatorError) -> None:
        self.line.end("")
        self.told.setText(sentence(error))

    def _on_done(self, edit: Edit | None) -> None:
        if edit is not None and self._found is not None:
            self.settled.emit(self._found.told.settles)
        super().accept()
