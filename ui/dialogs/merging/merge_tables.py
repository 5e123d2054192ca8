"""The tables of the merge dialog: what each person brings; what is left out or needs a decision."""

from collections.abc import Iterable, Mapping, Sequence
from enum import IntEnum
from functools import partial

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QComboBox, QHeaderView, QWidget

from annotator.jobs.merging.answers import ADD, LEAVE, MergeAnswers
from annotator.jobs.merging.report import SENTENCES, Came, MergeProblem, MergeResult, Trouble
from annotator.model.schema import Schema
from annotator.system.errors import QT_TRANSLATE_NOOP, AnnotatorError
from ui.base.i18n import number
from ui.base.look.look import label_name
from ui.base.look.plain_text import one_line
from ui.base.messages import sentence
from ui.base.rows.plain_table import FigureTable, PlainTable
from ui.base.rows.rows_model import RowsModel
from ui.base.widgets.cells import cell_width, centred
from ui.base.widgets.empty_words import EmptyWords
from ui.base.widgets.inputs import named, refill

translate = QCoreApplication.translate
_SHOWN = 60  # shown characters of a name


class PeopleTable(FigureTable):
    """The number of articles, labels and comments that each person brings."""

    def __init__(self) -> None:
        headers = (
            translate("Merging", "Person"),
            translate("Merging", "Articles"),
            translate("Merging", "New labels"),
            translate("Merging", "Changed"),
            translate("Merging", "Removed"),
            translate("Merging", "Comments"),
            translate("Merging", "Conflicts"),
        )
        super().__init__("mergePeople", translate("Merging", "What each person brings"), headers)
        EmptyWords(self, translate("Merging", "Here you see what each person brings."))

    def show_people(self, people: Sequence[Came]) -> None:
        """Replace the rows."""
        self.figures.show([_figures(each) for each in people])


def _figures(each: Came) -> tuple[str, ...]:
    counts = (each.articles, each.new, each.changed, each.removed, each.comments, each.conflicts)
    return one_line(each.annotator, _SHOWN), *map(number, counts)


Column = IntEnum("Column", "WHAT COUNT ANSWER", start=0)
_HEADERS = {
    Column.WHAT: QT_TRANSLATE_NOOP("Merging", "Left out or to be decided"),
    Column.COUNT: QT_TRANSLATE_NOOP("Merging", "Count"),
    Column.ANSWER: QT_TRANSLATE_NOOP("Merging", "What to do"),
}
_CHOICES = {
    Trouble.DELETED: (QT_TRANSLATE_NOOP("Merging", "Leave deleted"), QT_TRANSLATE_NOOP("Merging", "Bring back")),
    Trouble.DELETES: (QT_TRANSLATE_NOOP("Merging", "Delete here too"), QT_TRANSLATE_NOOP("Merging", "Keep")),
    Trouble.TWINS: (QT_TRANSLATE_NOOP("Merging", "Keep both"), QT_TRANSLATE_NOOP("Merging", "Join")),
}
_SAME = "="  # prefix of an answer: this person is the one whose name follows
_YES = "yes"
_ANSWERS = (190, 300)  # width of the column of answers in pixels, at least and at most


class ProblemModel(RowsModel[MergeProblem | AnnotatorError, Column]):
    """The problems, each as a sentence; refused files come first."""

    def __init__(self, schema: Schema, parent: QWidget | None = None) -> None:
        super().__init__("Merging", _HEADERS, parent, numbers=(Column.COUNT,))
        self._schema = schema

    def words(self, row: MergeProblem | AnnotatorError, column: Column) -> str:
        if isinstance(row, AnnotatorError):
            return one_line(sentence(row)) if column is Column.WHAT else ""
        if column is Column.WHAT:
            return one_line(told(row, self._schema))
        return number(row.count) if column is Column.COUNT else ""


class ProblemTable(PlainTable):
    """The list of problems, with a combo box where the user has to decide."""

    answered = Signal()

    def __init__(self, schema: Schema, people: Iterable[str]) -> None:
        super().__init__("mergeProblems", translate("Merging", "Left out or to be decided"))
        self._schema = schema
        self._people = sorted(people)
        self._chosen: dict[tuple[Trouble, str], str] = {}
        self.rows = ProblemModel(schema, self)
        self.setModel(self.rows)
        self.set_lines(2)
        self.share_width((Column.WHAT,))
        self.horizontalHeader().setSectionResizeMode(Column.COUNT, QHeaderView.ResizeMode.ResizeToContents)
        self.horizontalHeader().setSectionResizeMode(Column.ANSWER, QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().resizeSection(Column.ANSWER, _ANSWERS[0])

    def show_found(self, found: MergeResult) -> None:
        """Show the problems of a report. Problems answered before stay listed, so that answers can be changed."""
        open_ = {(each.trouble, each.key) for each in found.problems}
        kept = [
            each
            for each in self.rows.shown
            if isinstance(each, MergeProblem) and (each.trouble, each.key) in self._chosen.keys() - open_
        ]
        refused = [error for _, error in found.refused]
        shown: list[MergeProblem | AnnotatorError] = [*refused, *kept, *found.problems]
        self.rows.show_rows(shown)
        least, most = _ANSWERS
        for place, row in enumerate(shown):
            if isinstance(row, MergeProblem) and (choices := self._choices(row)):
                box = self._box(row, choices)
                self.setIndexWidget(self.rows.index(place, Column.ANSWER), centred(box))
                least = max(least, cell_width(box))
        self.horizontalHeader().resizeSection(Column.ANSWER, min(least, most))

    def answers(self) -> MergeAnswers:
        """Return the user's answers to the problems."""
        chosen = self._chosen
        others = {key: answer for (trouble, key), answer in chosen.items() if trouble is Trouble.OTHERS}
        return MergeAnswers(
            also=frozenset(key for key, answer in others.items() if answer == _YES),
            aliases={key: answer[1:] for key, answer in others.items() if answer.startswith(_SAME)},
            labels={key: answer for (trouble, key), answer in chosen.items() if trouble is Trouble.UNKNOWN_LABEL},
            brought_back=frozenset(
                key
                for (trouble, key), answer in chosen.items()
                if trouble in {Trouble.DELETED, Trouble.DELETES} and answer == _YES
            ),
            joins_twins=any(trouble is Trouble.TWINS and answer == _YES for (trouble, _), answer in chosen.items()),
        )

    def _choices(self, row: MergeProblem) -> Mapping[str, str]:
        """Return the possible answers to a problem, each with its text; the default comes first."""
        if row.trouble in _CHOICES:
            no, yes = (translate("Merging", words) for words in _CHOICES[row.trouble])
            return {"": no, _YES: yes}
        if row.trouble is Trouble.OTHERS:
            is_ = translate("Merging", "This is {name}")
            people = {_SAME + name: is_.format(name=one_line(name, _SHOWN)) for name in self._people}
            return {"": translate("Merging", "Leave out"), _YES: translate("Merging", "Take"), **people}
        if row.trouble is Trouble.UNKNOWN_LABEL:
            layer = row.key.partition(".")[0]
            becomes = translate("Merging", "Becomes “{label}”")
            labels = {
                label.id: becomes.format(label=label_name(self._schema, layer, label.id))
                for label in self._schema.labels
                if label.layer == layer
            }
            return {LEAVE: translate("Merging", "Leave out"), ADD: translate("Merging", "Add the label"), **labels}
        return {}

    def _box(self, row: MergeProblem, choices: Mapping[str, str]) -> QComboBox:
        box = QComboBox(self)
        named(box, f"mergeAnswer.{row.trouble}.{row.key}", told(row, self._schema))
        items = ((words, answer) for answer, words in choices.items())
        refill(box, items, self._chosen.get((row.trouble, row.key)))
        box.activated.connect(partial(self._choose, row, box))
        return box

    def _choose(self, row: MergeProblem, box: QComboBox, _index: int) -> None:
        self._chosen[row.trouble, row.key] = box.currentData()
        if row.trouble is Trouble.TWINS:  # this answer applies to all twins
            for each in self.rows.shown:
                if isinstance(each, MergeProblem) and each.trouble is Trouble.TWINS:
                    self._chosen[each.trouble, each.key] = box.currentData()
        self.answered.emit()


def told(row: MergeProblem, schema: Schema) -> str:
    """Return a problem as a sentence."""
    words = translate("Merging", SENTENCES[row.trouble])
    if row.trouble is Trouble.UNKNOWN_LABEL:
        return words.format(name=label_name(schema, *row.key.partition(".")[::2]), file="")
    return words.format(file=one_line(row.file, _SHOWN), name=one_line(row.name, _SHOWN))
