"""The filters of the board: dates, publisher, check-worthiness, verdict, annotator, and a search for claimants."""

from PySide6.QtCore import QSize, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from annotator.corpus.dates import day_from
from annotator.jobs.board import FilterChoices
from annotator.model.schema import Schema
from annotator.store.queries.who import NO_VERDICT, ClaimFilter
from ui.base.look.plain_text import plain
from ui.base.widgets.flow import FlowLayout, together
from ui.base.widgets.inputs import clearable, named
from ui.base.widgets.one_or_all import OneOrAll
from ui.board.bars import value_name

_LETTERS = 9  # least width of a combo box in letters
_BESIDE = 44  # pixels of a field beside its hint: margins and the clear button
_TYPING = 300  # milliseconds from the last key to `changed`


class BoardFilters(QWidget):
    """The fields of the filter, wrapped in a narrow window. `changed` follows choices at once, typing after a pause."""

    changed = Signal()
    searched = Signal(str)

    def __init__(self, schema: Schema, annotator: str) -> None:
        super().__init__()
        self._choices: FilterChoices | None = None
        self.claimant = _line("boardClaimant", self.tr("Claimant"), self.tr("Find a claimant"))
        self.since = _line("boardSince", self.tr("From"), self.tr("From 2026-01"))
        self.until = _line("boardUntil", self.tr("To"), self.tr("to 2026-12"))
        self.publisher = OneOrAll[str](
            "boardPublisher", self.tr("Publisher"), self.tr("All publishers"), letters=_LETTERS
        )
        self.worthiness = OneOrAll[str](
            "boardWorthiness", self.tr("Check-worthiness"), self.tr("Any worthiness"), letters=_LETTERS
        )
        self.verdict = OneOrAll[str]("boardVerdict", self.tr("Verdict"), self.tr("Any verdict"), letters=_LETTERS)
        self.annotator = OneOrAll[str]("boardAnnotator", self.tr("Labels by"), self.tr("Everybody"), letters=_LETTERS)
        self.worthiness.offer(_values(schema, "worthiness"))
        self.verdict.offer([(self.tr("still open"), NO_VERDICT), *_values(schema, "verdict")])
        self.annotator.offer([(annotator, annotator)])
        self.annotator.choose(annotator)
        self._typed = QTimer(self, singleShot=True, interval=_TYPING)
        self._typed.timeout.connect(self.changed)
        flow = FlowLayout(self, flush=True)
        texts = (self.claimant, self.since, self.until)
        whose = plain(self.tr("Labels by"), role="muted", name="boardWhose")
        whose.setBuddy(self.annotator)
        whose.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)  # beside the list
        for field in (*texts, self.publisher, self.worthiness, self.verdict, together(whose, self.annotator)):
            flow.addWidget(field)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.claimant.textChanged.connect(self.searched)
        for line in (self.since, self.until):
            line.textChanged.connect(self._on_typed)
        for box in (self.publisher, self.worthiness, self.verdict, self.annotator):
            box.currentIndexChanged.connect(self.changed)

    @property
    def wanted(self) -> ClaimFilter:
        """The filter set in the fields; an invalid date counts as empty."""
        return ClaimFilter(
            since=_day(self.since, last=False),
            until=_day(self.until, last=True),
            publisher=self.publisher.value,
            worthiness=self.worthiness.value,
            verdict=self.verdict.value,
            annotator=self.annotator.value,
        )

    def offer(self, choices: FilterChoices) -> None:
        """Offer the project's publishers and annotators; the choices made stay."""
        if choices == self._choices:
            return
        self._choices = choices
        self.publisher.offer((name, name) for name in choices.publishers)
        self.annotator.offer((name, name) for name in choices.annotators)

    @Slot()
    def _on_typed(self) -> None:
        for line, last in ((self.since, False), (self.until, True)):
            line.setStyleSheet("" if _is_day(line, last=last) else "border-color: palette(bright-text);")
        self._typed.start()


class _Line(QLineEdit):
    """A field as wide as its hint and its clear button need."""

    def sizeHint(self) -> QSize:
        words = self.fontMetrics().horizontalAdvance(self.placeholderText())
        return QSize(words + _BESIDE, super().sizeHint().height())


def _line(name: str, accessible: str, placeholder: str) -> QLineEdit:
    line = named(_Line(), name, accessible)
    line.setPlaceholderText(placeholder)
    line.setMaxLength(100)
    clearable(line)
    return line


def _values(schema: Schema, attribute: str) -> list[tuple[str, str]]:
    known = schema.attribute("claims", attribute)
    return [(value_name(schema, attribute, value.id), value.id) for value in known.values] if known is not None else []


def _day(line: QLineEdit, *, last: bool) -> str | None:
    return day_from(line.text(), last=last) if _is_day(line, last=last) else None


def _is_day(line: QLineEdit, *, last: bool) -> bool:
    try:
        day_from(line.text(), last=last)
    except ValueError:
        return False
    return True
