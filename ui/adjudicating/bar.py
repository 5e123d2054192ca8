"""The bar above an article in adjudication: the progress, the question, and a button for each answer."""

from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from annotator.model.talk import threads
from annotator.model.values import DOCUMENT
from annotator.quality.questions import AnyQuestion, FieldQuestion, LabelQuestion, Question, RelationQuestion
from ui.adjudicating.answers import is_taken
from ui.adjudicating.mode import Adjudicating
from ui.adjudicating.variants import LETTERS, order
from ui.base.i18n import number
from ui.base.look.look import field_name, relation_name
from ui.base.look.plain_text import one_line, plain, tooltip
from ui.base.widgets.chips import CutLabel
from ui.base.widgets.flow import FlowLayout, clear_layout
from ui.base.widgets.inputs import named
from ui.bridge.session import Session

_SAID = 60  # shown characters of a comment
_AS_BUTTONS = 6  # pixels above and below a text, to align it with the buttons beside it


class AdjudicationBar(QFrame):
    """A bar with the current question and its answers; it is shown only while an article is adjudicated."""

    next_wanted = Signal()
    export_wanted = Signal()

    def __init__(self, session: Session, mode: Adjudicating) -> None:
        super().__init__()
        named(self, "adjudicationBar", self.tr("Adjudication"))
        self._session = session
        self._mode = mode
        self.progress = plain(role="muted", name="adjudicationProgress")
        self.progress.setToolTip(tooltip(self.tr("Settled questions of this article")))
        self.asked = named(CutLabel(""), "adjudicationQuestion")
        self.asked.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._names = self._switch("adjudicationNames", self.tr("Show names"))
        self._everybody = self._switch("adjudicationEverybody", self.tr("Everybody’s labels (Y)"))
        self._next = QPushButton(self.tr("Next Article"))
        self._next.setObjectName("adjudicationNext")
        policy = self._next.sizePolicy()
        policy.setRetainSizeWhenHidden(True)  # so that the question and the switches stay in place
        self._next.setSizePolicy(policy)
        close = QPushButton("✕")
        named(close, "adjudicationClose", self.tr("Stop adjudicating"))
        close.setToolTip(tooltip(close.accessibleName()))
        close.setProperty("role", "tab")
        self._answers = QWidget()
        self._flow = FlowLayout(self._answers, gap=8)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self._answers.setSizePolicy(policy)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self.progress)
        head.addWidget(self.asked, 1)
        for part in (self._names, self._everybody, self._next, close):
            head.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 6, 8, 8)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self._answers)
        self._names.toggled.connect(mode.show_names)
        self._everybody.toggled.connect(mode.show_everybody)
        self._next.clicked.connect(self.next_wanted)
        close.clicked.connect(mode.leave)
        mode.changed.connect(self.refresh)
        mode.begun.connect(self._begin)
        mode.left.connect(self.hide)
        self.hide()

    @Slot()
    def refresh(self) -> None:
        """Show the question and its answers."""
        settled, every = self._mode.progress()
        told = self.tr("{settled} of {count}")
        self.progress.setText(told.format(settled=number(settled), count=number(every)) if every else "")
        self.progress.setVisible(every > 0)
        self.asked.setText(self._words())
        self._everybody.setChecked(self._mode.with_everybody)
        clear_layout(self._flow)
        question = self._mode.question
        self._next.setVisible(question is not None)  # else it is among the answers
        if question is None:
            if self._mode.nothing_follows:
                self._add(self.tr("Export…"), self.export_wanted.emit)
                self._tell(self.tr("No other article is left to adjudicate."), "adjudicationLast")
            else:
                self._add(f"⏎   {self._next.text()}", self.next_wanted.emit)  # where the answers were: no text moves
            if self._mode.left_out:
                left = self.tr("Relations to other articles are not adjudicated: {count}.")
                self._tell(left.format(count=number(self._mode.left_out)), "adjudicationLeftOut")
            return
        for at, (choice, (label, voters)) in enumerate(zip(order(question), self._mode.choices(), strict=True)):
            letter = LETTERS[at] if at < len(LETTERS) else ""
            tick = "✓ " if self._is_gold(question, choice) else ""
            words_ = f"{letter}   {tick}{label}   {voters}"
            self._add(words_, partial(self._mode.take, at), taken=choice in self._mode.also)
        if not isinstance(question, FieldQuestion) and not (
            isinstance(question, LabelQuestion) and () in question.values
        ):
            none = self.tr("None of them")
            tick = "✓ " if self._is_gold(question, None) else ""
            self._add(f"⌫   {tick}{none}   {self._mode.without()}".rstrip(), self._mode.take_none)
        if self._mode.asked_again:
            self._tell(
                self.tr("✓ has lost its majority to new labels. Choose it again to keep it."), "adjudicationLost"
            )
        for said in self._comments_on(question):
            self._tell(f"❞ {one_line(said, _SAID)}", "adjudicationComment")

    def _is_gold(self, question: AnyQuestion, choice: int | None) -> bool:
        """Return whether the question is asked again and gold follows this choice; None stands for “none of them”."""
        one = self._mode.one
        return self._mode.asked_again and one is not None and is_taken(one, question, choice)

    @Slot()
    def _begin(self) -> None:
        self.show()
        self.refresh()

    def _switch(self, name: str, words_: str) -> QPushButton:
        made = QPushButton(words_)
        made.setObjectName(name)
        made.setCheckable(True)
        made.setProperty("role", "tab")
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return made

    def _add(self, label: str, slot: object, *, taken: bool = False) -> None:
        made = QPushButton(label.replace("&", "&&"))
        made.setObjectName("adjudicationAnswer")
        made.setCheckable(taken)
        made.setChecked(taken)
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the article keeps the focus
        made.clicked.connect(lambda: slot())  # type: ignore[operator]  # noqa: PLW0108  # without whether it is checked
        self._flow.addWidget(made)
        made.show()

    def _tell(self, words_: str, name: str) -> None:
        told = plain(words_, "muted", name=name)
        told.setContentsMargins(0, _AS_BUTTONS, 0, _AS_BUTTONS)
        self._flow.addWidget(told)
        told.show()

    def _comments_on(self, question: AnyQuestion) -> list[str]:
        """Return the texts of open comments on a question's words, without the names of who wrote them."""
        opened, project = self._session.opened, self._session.project
        if opened is None or project is None or isinstance(question, LabelQuestion):
            return []
        found = [each for each in threads(project.read.talk.comments(opened.document.id)) if each.is_open]
        return [
            each.first.text for each in found if each.first.start < question.end and question.start < each.first.end
        ]

    def _words(self) -> str:
        question, project = self._mode.question, self._session.project
        if question is None or project is None:
            return self.tr("All settled.") if self._mode.progress()[1] else self.tr("All agree on this article.")
        match question:
            case Question():
                labels = {variant.label for variant in question.variants}
                if len(labels) > 1:
                    return self.tr("Which label?")
                return self.tr("Which words?") if len(question.variants) > 1 else self.tr("Which label, if any?")
            case FieldQuestion():
                name = field_name(project.schema, question.layer.partition(".")[0], question.field)
                return self.tr("Which {field}?").format(field=name)
            case RelationQuestion():
                return self.tr("Which {relation}?").format(relation=relation_name(project.schema, question.label))
            case LabelQuestion():
                return self.tr("Which {field}?").format(field=field_name(project.schema, DOCUMENT, question.label))
