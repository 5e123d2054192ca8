"""Project → Deal Articles: shows who gets how many articles, and how many are shared, before assigning them.

Articles that a person has not finished can be taken back in the same dialog, and dealt to others in the same step.
"""

from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QDialog, QDialogButtonBox, QHBoxLayout, QLineEdit, QWidget

from annotator.editing.edits import Edit
from annotator.jobs.team import dealing
from annotator.jobs.team.dealing import DealPlan
from annotator.model.query import LARGEST_SEED
from annotator.model.values import LABELLING
from annotator.processes import slices
from annotator.project.project import Project
from annotator.quality.assigning import STRATA, Wish
from annotator.system.errors import AnnotatorError
from ui.base.i18n import number
from ui.base.log_dialog import resize_within_screen
from ui.base.look.plain_text import one_line, plain
from ui.base.messages import sentence
from ui.base.rows.plain_table import FigureTable
from ui.base.widgets.dialog_parts import button_box, form_layout, lay_out
from ui.base.widgets.inputs import Choice, NumberField, fill, named
from ui.jobs.bulk_edits import Asker, Everywhere
from ui.jobs.job_line import JobLine
from ui.jobs.last_question import LastQuestion
from ui.jobs.workers import JobProcess

_PAUSE = 400  # milliseconds after the last key
_OVERLAP, _MOST_PER = 20, 20
_NAMED = 4  # people whose numbers the sentence gives, at most


class DealDialog(QDialog):
    """A dialog for dealing articles, with a preview of who gets how many. Assigning them is one undoable step."""

    dealt = Signal(object)  # the Plan that was carried out

    def __init__(
        self, project: Project, files: JobProcess, everywhere: Everywhere, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("dealDialog")
        self.setWindowTitle(self.tr("Deal Articles"))
        self._project = project
        self._everywhere = everywhere
        self._asker = Asker()
        self.plan: DealPlan | None = None
        assigned = self._project.read.assigned
        self._known = assigned.people()
        self._held = assigned.unfinished(LABELLING)
        self.whose = self._choice_of_articles()
        self.most = _number("dealMost", self.tr("Largest number of articles to take back"), 1, LARGEST_SEED, 1)
        self.people = named(QLineEdit(", ".join(self._known)), "dealPeople", self.tr("Annotators"))
        self.people.setPlaceholderText(self.tr("Lea, Max, Ida"))
        self.overlap = _number(
            "dealOverlap", self.tr("Percentage of articles that several annotators get"), 0, 100, _OVERLAP
        )
        self.overlap.setSuffix(self.tr("%"))
        self.per = _number("dealPer", self.tr("Annotators per shared article"), 2, _MOST_PER, 2)
        self.seed = _number("dealSeed", self.tr("Seed"), 1, LARGEST_SEED, 1)
        self.by = self._boxes()
        self.open_only = named(
            QCheckBox(self.tr("&Leave out articles that somebody has already finished")), "dealOpenOnly"
        )
        self.open_only.setChecked(True)
        self.line = JobLine()
        self.table = FigureTable(
            "dealTable",
            self.tr("Who gets how many"),
            (self.tr("Annotator"), self.tr("New"), self.tr("In total"), self.tr("Shared with others")),
        )
        self.buttons = button_box(self)
        self.ok = named(self.buttons.button(QDialogButtonBox.StandardButton.Ok), "dealOk")
        self.ok.setText(self.tr("&Deal"))
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._planning = LastQuestion(files, self._on_plan, self, self.line.advance)
        self._form = form_layout()
        self._hint = plain("", "muted")
        self._lay_out()
        self._connect()
        self._ask()

    @property
    def busy(self) -> bool:
        """Return whether a preview is being made, or articles are being assigned."""
        return self._pause.isActive() or self._planning.busy or self._everywhere.makes(self._asker)

    def done(self, result: int) -> None:
        self._pause.stop()
        self._planning.cancel()
        self._everywhere.give_up(self._asker)
        super().done(result)

    @Slot()
    def accept(self) -> None:
        """Assign the articles as in the preview."""
        plan = self.plan
        if plan is None or not self.ok.isEnabled():
            return
        edit = dealing.step(plan, annotator=self._project.annotator)
        if edit is None:
            return
        self.ok.setEnabled(False)
        self._asker = Asker(done=partial(self._on_dealt, plan), failed=self._on_failed, advanced=self.line.advance)
        self.line.begin(self.tr("Dealing…"))
        self._everywhere.make(self._asker, slices.ready(edit), len(edit.changes))

    # Inside

    def _boxes(self) -> dict[str, QCheckBox]:
        words = {
            "publisher": self.tr("&Publisher"),
            "month": self.tr("&Month"),
            "language": self.tr("Lan&guage"),
        }
        boxes = {name: named(QCheckBox(words[name]), f"dealBy.{name}") for name in STRATA}
        for name in STRATA[:2]:
            boxes[name].setChecked(True)
        return boxes

    def _choice_of_articles(self) -> Choice:
        choice = named(Choice(), "dealWhose", self.tr("Articles"))
        choice.addItem(self.tr("not dealt to anybody yet"), "")
        for name, count in self._held.items():
            words = self.tr("taken back from {annotator} ({count} unfinished)")
            choice.addItem(words.format(annotator=one_line(name), count=number(count)), name)
        return choice

    def _lay_out(self) -> None:
        form = self._form
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        form.addRow(self.tr("Art&icles"), self.whose)
        form.addRow(self.tr("&Annotators"), self.people)
        form.addRow("", self._hint)
        for words, field in (
            (self.tr("At m&ost"), self.most),
            (self.tr("&Shared articles"), self.overlap),
            (self.tr("A&nnotators per shared article"), self.per),
        ):
            field.setFixedWidth(96)
            form.addRow(words, field)
        mixed = fill(QHBoxLayout(), *self.by.values(), 1, spacing=16)
        form.addRow(self.tr("Spread evenly"), mixed)
        self.seed.setFixedWidth(96)
        form.addRow(self.tr("S&eed"), self.seed)
        form.addRow("", self.open_only)
        form.setRowVisible(self.whose, bool(self._held))
        self._adapt()
        lay_out(self, form, self.line, (self.table, 1), self.buttons)
        resize_within_screen(self, 620, 600)

    def _connect(self) -> None:
        self._pause.timeout.connect(self._ask)
        self._planning.failed.connect(self._on_failed)
        self.whose.currentIndexChanged.connect(self._change_articles)
        self.people.textChanged.connect(self._wait)
        for field in (self.most, self.overlap, self.per, self.seed):
            field.valueChanged.connect(self._wait)
        for box in (*self.by.values(), self.open_only):
            box.toggled.connect(self._wait)

    @Slot()
    def _wait(self) -> None:
        self.ok.setEnabled(False)
        self._pause.start()

    @Slot()
    def _change_articles(self) -> None:
        giver = self.whose.currentData()
        self.most.setMaximum(self._held.get(giver, LARGEST_SEED))
        self.most.setValue(self.most.maximum() if giver else 1)
        if not self.people.isModified():  # what the user typed stays
            self.people.setText(", ".join(name for name in self._known if name != giver))
        self._adapt()
        self._wait()

    def _adapt(self) -> None:
        """Show the fields that matter for the chosen articles."""
        giver = bool(self.whose.currentData())
        self._form.setRowVisible(self.most, giver)
        for field in (self.overlap, self.per, self.open_only):
            self._form.setRowVisible(field, not giver)
        later = self.tr("Names, separated by commas. Without a name, the articles can be dealt later.")
        self._hint.setText(later if giver else self.tr("Names, separated by commas."))

    @Slot()
    def _ask(self) -> None:
        self.ok.setEnabled(False)
        giver = self.whose.currentData()
        people = tuple(name for each in self.people.text().split(",") if (name := each.strip()))
        self.ok.setText(self.tr("&Deal") if people or not giver else self.tr("&Take Back"))
        if not people and not giver:
            self._planning.stop()
            self.table.figures.show([])
            self.line.end(self.tr("Name the annotators who are to get articles."))
            return
        overlap = self.overlap.value() if len(people) > 1 else 0  # one person shares with nobody
        wish = Wish(people=people, overlap=overlap, per=self.per.value(), seed=self.seed.value())
        by = tuple(name for name, box in self.by.items() if box.isChecked())
        self.line.begin(self.tr("Comparing the articles…"))
        path = self._project.path
        if giver:
            wish = Wish(people=people, seed=self.seed.value())
            self._planning.ask(partial(dealing.plan_back, most=self.most.value(), by=by), path, giver, wish)
        else:
            self._planning.ask(partial(dealing.plan, by=by, open_only=self.open_only.isChecked()), path, wish)

    def _on_plan(self, plan: DealPlan) -> None:
        if self._pause.isActive():  # the options have changed since
            return
        self.plan = plan
        loads, fresh = plan.loads, plan.new_loads
        rows = []
        for name in sorted(loads, key=str.casefold):
            shared = sum(name in people for people in plan.people if len(people) > 1)
            rows.append((one_line(name), number(fresh[name]), number(loads[name]), number(shared)))
        self.table.figures.show(rows)
        self.line.end(" ".join([self._words(plan), *self._words_to_oneself(plan)]))
        self.ok.setEnabled(bool(plan.fresh or plan.taken))

    def _words(self, plan: DealPlan) -> str:
        if plan.giver:
            return self._words_back(plan)
        if not plan.fresh and plan.finished:
            return self.tr("All other articles have already been dealt. Finished articles left out: {count}.").format(
                count=number(plan.finished)
            )
        if not plan.fresh:
            return self.tr("All articles have already been dealt.")
        fresh = plan.new_loads
        if len(fresh) > _NAMED:
            return self.tr("Articles to deal: {count}.").format(count=number(len(plan.fresh)))
        said = _by_name(plan)
        shared = sum(len(people) > 1 for people in plan.fresh.values())
        if shared:
            both = self.tr("both {count}") if len(fresh) == 2 else self.tr("shared {count}")
            said.append(both.format(count=number(shared)))
        return self.tr("Articles to deal: {count}.").format(count=number(len(plan.fresh))) + " " + ", ".join(said) + "."

    def _words_to_oneself(self, plan: DealPlan) -> list[str]:
        """Return the sentence for somebody who deals articles to themselves, else []."""
        if self._project.annotator not in plan.new_loads:
            return []
        return [
            self.tr(
                "You get articles yourself: label them here in the project. A package is written for you, too; you need"
                " it only on another computer."
            )
        ]

    def _words_back(self, plan: DealPlan) -> str:
        """Return the text about what is taken back, who gets it, and that no labels are lost."""
        who = one_line(plan.giver)
        words = self.tr("Articles taken back from {annotator}: {count}.")
        said = [words.format(annotator=who, count=number(len(plan.taken)))]
        if 0 < len(plan.new_loads) <= _NAMED:
            said.append(self.tr("To others: {who}.").format(who=", ".join(_by_name(plan))))
        if plan.already:
            words = self.tr("To nobody, because they have them already: {count}.")
            said.append(words.format(count=number(plan.already)))
        if plan.begun:
            words = self.tr("With labels by {annotator}, which stay: {count}.")
            said.append(words.format(count=number(plan.begun), annotator=who))
        if plan.sent:
            words = self.tr("In a package for {annotator}: {count}. If it comes back, its labels are still merged.")
            said.append(words.format(count=number(plan.sent), annotator=who))
        return " ".join(said)

    @Slot(object)
    def _on_failed(self, error: AnnotatorError) -> None:
        if self._pause.isActive():
            return
        self.plan = None
        self.table.figures.show([])
        self.line.warn(sentence(error))

    def _on_dealt(self, plan: DealPlan, _edit: Edit | None) -> None:
        self.dealt.emit(plan)
        super().accept()


def _by_name(plan: DealPlan) -> list[str]:
    return [f"{one_line(name)} {number(count)}" for name, count in sorted(plan.new_loads.items())]


def _number(name: str, spoken: str, least: int, most: int, value: int) -> NumberField:
    field = named(NumberField(minimum=least, maximum=most), name, spoken)
    field.setValue(value)
    return field
