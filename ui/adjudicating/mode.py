"""The mode for adjudicating the open article: the user edits gold, and people's labels appear as suggestions."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal, Slot

from annotator.editing.edits import Edit, EditKind
from annotator.jobs.team import adjudicating
from annotator.model.schema import Schema, words
from annotator.model.values import DOCUMENT, GOLD, Settled
from annotator.quality.outvoted import outvoted
from annotator.quality.questions import AnyQuestion, FieldQuestion, LabelQuestion, Question, RelationQuestion
from annotator.quality.settling import Adjudication, as_edit
from annotator.quality.strategies import BY_HAND
from ui.adjudicating.answers import answered, answered_again, broken_rule
from ui.adjudicating.gold_edits import of_gold
from ui.adjudicating.variants import LETTERS, Lanes, numbered, order, proposal
from ui.article.view import ArticleView
from ui.base.i18n import ui_language
from ui.base.look.look import label_name, value_names
from ui.bridge.opened import Opened
from ui.bridge.placed_rows import PlacedRows
from ui.bridge.session import Session, loaded
from ui.deciding.aim import Aim
from ui.jobs.last_question import LastQuestion
from ui.jobs.workers import JobProcess

# edits that are already about gold, or not about labels
_AS_THEY_ARE = frozenset(
    {EditKind.ADJUDICATE, EditKind.SCHEMA, EditKind.COMMENT, EditKind.REVIEW, EditKind.ASSIGN, EditKind.PACK}
)


class Adjudicating(QObject):
    """Asks an article's open questions one by one. Each answer is one undoable step of the current annotator."""

    changed = Signal()  # the question, its choices or the progress
    begun = Signal()
    left = Signal()
    settled = Signal()  # the article has no open question

    def __init__(self, session: Session, files: JobProcess, view: ArticleView, aim: Aim, parent: QObject) -> None:
        super().__init__(parent)
        self._beginning = LastQuestion(files, self._on_begun, self)
        self._beginning.failed.connect(session.failed)
        session.project_closing.connect(self._beginning.cancel)
        self._session = session
        self._view = view
        self._aim = aim
        self.one: Adjudication | None = None
        self._names: dict[str, str] = {}
        self._lanes = Lanes({})
        self._opening = False
        self._asked: AnyQuestion | None = None
        self._from = 0  # where the search for the next question starts, in code points
        self.also: set[int] = set()  # further choices that the next answer takes as well
        self.asked_again = False  # whether the question was settled before, by an answer that lost its majority
        self._newcomers: Mapping[str, Collection[str]] = {}
        self.left_out = 0  # relations to other articles, which are not adjudicated
        self.nothing_follows = False  # whether no other article is left to adjudicate
        self.with_names = False
        self.with_everybody = False
        self._stays = False  # a label stays active after its boundary was moved
        self._next = QTimer(self, singleShot=True, interval=0)
        self._next.timeout.connect(self._go_on)
        session.edited.connect(self._on_edited)
        session.document_closing.connect(self._on_closing)
        _Rereading(session, files, self)
        for moved in (view.activated, aim.active_changed):
            moved.connect(self._on_active)

    # State

    @property
    def is_on(self) -> bool:
        """Whether the open article is being adjudicated."""
        return self.one is not None

    @property
    def question(self) -> AnyQuestion | None:
        """The question that the next key press answers."""
        return self._asked

    def progress(self) -> tuple[int, int]:
        """Return how many of the article's questions are settled, and how many there are."""
        if self.one is None:
            return 0, 0
        every = [each for each in [*self.one.first, *_about_gold(self.one)] if len(each.ballots) > 1]
        return sum(self.one.answer_to(each) is not None for each in every), len(every)

    def choices(self) -> list[tuple[str, str]]:
        """Return for each choice, from letter A on, its text and the people who made it."""
        asked, opened = self._asked, self._session.opened
        if asked is None or opened is None:
            return []
        schema = self._session.required().schema
        said = [_choice_words(asked, choice, opened, schema) for choice in order(asked)]
        voters = [self._lanes.called(asked.ballots[choice]) for choice in order(asked)]
        return list(zip(said, voters, strict=True))

    def without(self) -> str:
        """Return the names of the people who set no label here, "" if there are none."""
        asked = self._asked
        if isinstance(asked, Question | RelationQuestion) and len(asked.ballots) > len(order(asked)):
            return self._lanes.called(asked.ballots[-1])
        return ""

    # Beginning and leaving

    def begin(self, document: str) -> None:
        """Find an article's questions, then open it for adjudication."""
        project = self._session.required()
        self._beginning.ask(adjudicating.beginning, project.path, document, project.annotator)

    def _on_begun(self, answer: adjudicating.AdjudicationStart) -> None:
        one, project = answer.one, self._session.project
        if one is None or project is None:
            return
        self.nothing_follows = False
        before = self._session.opened
        self._opening = True
        self._session.open_document(one.document, load=lambda project, id_: loaded(project, id_, GOLD))
        self._opening = False
        if (opened := self._session.opened) is None or opened is before:  # refused, as during a long step
            return
        people = sorted({name for each in one.first for who in each.ballots for name in who})
        self.one, self._names, self.left_out = one, numbered(one.document, tuple(people)), answer.left_out
        self._newcomers = answer.newcomers
        self._session.intercept = self._as_gold
        self._name_people()
        if answer.changes:
            self._session.do(as_edit(answer.changes, by=project.annotator))
        else:
            self.show_variants()
        self._asked, self._from = None, 0
        self.begun.emit()
        self._go_on()

    def leave(self) -> None:
        """End adjudication: show the article with the current annotator's own labels again."""
        opened = self._session.opened
        if self.one is not None and opened is not None:
            self._session.open_document(opened.document.id)  # closing the article ends adjudication, unless refused

    # Answers

    def take(self, letter: int, *, also: bool = False) -> None:
        """Answer with a choice (0 for A) and go on.

        With ``also``, only mark or unmark the choice for the next answer.
        """
        asked = self._asked
        if asked is None:
            return
        if letter >= len(order(asked)):
            self._aim.told.emit(self.tr("There is no answer {letter} here.").format(letter=LETTERS[letter]), False)
            return
        choice = order(asked)[letter]
        if also and isinstance(asked, Question):
            self.also ^= {choice}
            self.changed.emit()
            return
        self._answer(asked, choice)

    def take_none(self) -> None:
        """Answer the current question: none of the proposed labels is right."""
        if self._asked is not None:
            self._answer(self._asked, None)

    def take_proposed(self) -> None:
        """Answer with the marked choices, else the variant moved to, else the proposal; if already answered, go on."""
        asked = self._asked
        if asked is None:
            return
        if not self.asked_again and self.one is not None and self.one.answer_to(asked) is not None:  # boundaries moved
            self._from = asked.start
            self._go_on()
        elif self.also:
            self._answer(asked, min(self.also))
        elif (gone_to := self._choice_moved_to(asked)) is not None:
            self._answer(asked, gone_to)
        elif (choice := proposal(asked)) is not None:
            self._answer(asked, choice if choice < len(order(asked)) else None)
        else:
            self._aim.told.emit(self.tr("Nothing is proposed here: choose A, B or ⌫."), False)

    def show_names(self, shown: bool) -> None:  # noqa: FBT001 - the slot of a checkable button
        """Show people's real names, or neutral ones such as P1."""
        self.with_names = shown
        self._name_people()
        self.show_variants()

    def show_everybody(self, shown: bool) -> None:  # noqa: FBT001 - the slot of a checkable button
        """Show each person's labels in a separate lane, or one lane for each variant again."""
        self.with_everybody = shown
        self.show_variants()

    def catch_up(self) -> None:
        """Go to the next question at once if this move is waiting for a paint."""
        if self._next.isActive():
            self._next.stop()
            self._go_on()

    # Inside

    def _choice_moved_to(self, asked: AnyQuestion) -> int | None:
        """Return the choice that the user moved to; None if it is the first choice or belongs to another question."""
        active = self._view.active()
        shown = self._lanes.of(active)
        if shown is None or not isinstance(asked, Question) or shown.question != asked:
            return None
        return None if active in self._lanes.ids(asked)[:1] else asked.variants.index(shown.variant)

    def _name_people(self) -> None:
        self._lanes = Lanes({name: name for name in self._names} if self.with_names else self._names)

    def _answer(self, asked: AnyQuestion, choice: int | None) -> None:
        one, by = self.one, self._session.required().annotator
        if one is None:
            return
        answer = answered_again if self.asked_again else answered
        changes = answer(one, asked, choice, also=self.also, by=by)
        self._session.do(as_edit([*changes, *one.finished()], by=by))
        self.catch_up()
        if (broken := broken_rule(one, asked, self._session.required().schema)) is not None:
            self._aim.told.emit(words(broken.words, ui_language()), True)

    def _as_gold(self, edit: Edit) -> Edit:
        """Return the edit of gold that the user's edit stands for."""
        if self.one is None or edit.kind in _AS_THEY_ARE:
            return edit
        meant, self._stays = of_gold(edit, self.one, self._lanes)
        return meant

    @Slot(object)
    def _on_edited(self, edit: Edit) -> None:
        opened = self._session.opened
        if self.one is None or opened is None or opened.document.id not in edit.document_ids:
            return
        self.one.take(edit.changes)
        self.also.clear()
        answers = [change.after for change in edit.changes if isinstance(change.after, Settled)]
        opened_again = [row.start for change in edit.changes if isinstance(row := change.before, Settled)]
        self.show_variants()
        if edit.undoes is not None:
            self._from = min(opened_again, default=self._from)
            self._next.start()
        elif answers and not self._stays:
            self._from = min(row.start for row in answers)  # that of a claim, not of its cue, which follows it
            self._next.start()
        self._stays = False

    @Slot()
    def _on_closing(self) -> None:
        if self.one is not None and not self._opening:
            self._stop()
        elif self.one is not None:
            self.one, self._session.intercept = None, None

    def _stop(self) -> None:
        self.one, self._asked, self._session.intercept = None, None, None
        self._next.stop()
        self.left.emit()

    def show_variants(self) -> None:
        """Show the variants of the open questions as suggestions, or everybody's labels."""
        opened, one = self._session.opened, self.one
        if opened is None or one is None:
            return
        rows = self._lanes.of_people(one) if self.with_everybody else self._lanes.of_variants(one)
        self._session.opened = replace(opened, suggestions=PlacedRows(rows))
        self._session.suggestions_changed.emit(opened.document.id)
        self.changed.emit()

    @Slot()
    def _on_active(self) -> None:
        """Ask the question of the variant that became active."""
        shown = self._lanes.of(self._view.active())
        if shown is None or self.one is None or shown.question == self._asked:
            return
        if self.one.answer_to(shown.question) is None:
            self._asked, self.asked_again = shown.question, False
            self.also.clear()
            self.changed.emit()

    def _go_on(self) -> None:
        """Go to the next open question in text order, or to the first one if none follows."""
        one = self.one
        if one is None:
            return
        waiting = [each for each in one.open() if len(each.ballots) > 1]
        self._asked, self.asked_again = None, not waiting
        waiting = waiting or outvoted(one, self._newcomers)
        if not waiting:
            self._aim.activate(None)
            self.changed.emit()
            self.settled.emit()
            return
        self.nothing_follows = False
        following = [each for each in waiting if each.start >= self._from]
        asked = (following or waiting)[0]
        self._aim.go(asked.start, asked.end)
        match asked:
            case Question() if self.asked_again:
                answer = one.answer_to(asked)
                self._aim.activate(next(iter(answer.taken if answer is not None else ()), None))
            case Question():
                self._aim.activate(next(iter(self._lanes.ids(asked)), None))
            case FieldQuestion():
                self._aim.activate(asked.span)
            case RelationQuestion():
                self._aim.activate(asked.head)
            case LabelQuestion():
                self._aim.activate(None)
        self._asked = asked
        self.changed.emit()


class _Rereading(QObject):
    """Reads the adjudication again after an edit failed, so that the mode shows what is in the file."""

    def __init__(self, session: Session, files: JobProcess, mode: Adjudicating) -> None:
        super().__init__(mode)
        self._session = session
        self._mode = mode
        self._asking = LastQuestion(files, self._on_read, self)
        session.failed.connect(self._ask)
        session.project_closing.connect(self._asking.cancel)

    @Slot(object)
    def _ask(self, _error: object) -> None:
        opened = self._session.opened
        if self._mode.one is not None and opened is not None:
            self._asking.ask(adjudicating.beginning, self._session.required().path, opened.document.id, "")

    def _on_read(self, answer: adjudicating.AdjudicationStart) -> None:
        one = self._mode.one
        if one is not None and answer.one is not None and answer.one.document == one.document:
            self._mode.one = answer.one
            self._mode.show_variants()


def _about_gold(one: Adjudication) -> list[AnyQuestion]:
    """Return the questions about fields and relations of gold that are open or were answered by a person."""
    every: list[AnyQuestion] = [each for each in one.asked() if isinstance(each, FieldQuestion)]
    every += [each for each, majority in one.relations() if majority is None or one.answer_to(each) is not None]
    return [each for each in every if (answer := one.answer_to(each)) is None or answer.rule == BY_HAND]


def _choice_words(asked: AnyQuestion, choice: int, opened: Opened, schema: Schema) -> str:
    if isinstance(asked, Question):
        variant = asked.variants[choice]
        return f"{label_name(schema, variant.layer, variant.label)}  {_quoted(opened.document.text, variant.parts)}"
    if isinstance(asked, LabelQuestion):
        return value_names(schema, DOCUMENT, asked.label, asked.values[choice])
    if isinstance(asked, FieldQuestion):
        value = asked.values[choice]
        return "–" if value is None else value_names(schema, asked.layer.partition(".")[0], asked.field, [str(value)])
    ends = [opened.span(tail) for tail in asked.tails]
    tail = ends[choice]
    if tail is None:
        return ""
    said = _quoted(opened.document.text, tail.parts)
    alike = sum(each is not None and each.parts == tail.parts for each in ends) > 1
    return f"{label_name(schema, tail.layer, tail.label)}  {said}" if alike else said


def _quoted(text: str, parts: Sequence[tuple[int, int]]) -> str:
    words = " ".join(text[start:end] for start, end in parts)
    return QCoreApplication.translate("Adjudicating", "“{words}”").format(words=words)
