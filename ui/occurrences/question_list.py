"""The list of open questions: for each kind a heading, the first rows, and how many more there are.

Before an article is done, its undecided suggestions follow, in the same way.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Self, TypeAlias

from PySide6.QtCore import QRect
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QStyleOptionViewItem

from annotator.editing.open_questions import OpenQuestion, QuestionKind
from annotator.jobs.open_questions import OpenQuestions
from annotator.jobs.suggesting.triage import Pending, pending_rows
from annotator.model.schema import Schema
from annotator.model.values import Suggestion
from ui.base.i18n import number, translate
from ui.base.look.look import label_colour, label_name, paint_dot
from ui.base.look.plain_text import one_line, sized
from ui.base.look.sizes import SMALL
from ui.base.rows.row_list import ROW, RowDelegate, paint_line
from ui.base.rows.rows_model import Index, ListModel
from ui.base.words.question_words import kind_words, reason_words
from ui.occurrences.hit_list import around, paint_context
from ui.occurrences.occurrence_words import tally_words
from ui.panels.suggestions.suggestion_filter import certainty_words

FEW = 8  # rows shown at first, shared by all kinds
_FEWEST = 3  # least number of rows shown at first for a kind
MOST = 200  # suggestions shown at most: whoever has more to decide does not begin here
_EDGE, _INDENT, _GAP = 12, 16, 16  # pixels
_TITLE = 180  # greatest width
_LEAST = 560  # width from which the title is shown
_MEASURED = 200  # rows whose texts decide the widths of the columns
_SPARE = 2  # pixels: elidedText counts fractions
_LONGEST = 200  # characters measured of a text


Kind: TypeAlias = QuestionKind | None
"""A kind of questions; None means the undecided suggestions."""


@dataclass(frozen=True, slots=True)
class Heading:
    """The heading of a kind of rows, with their number."""

    kind: Kind
    count: int


@dataclass(frozen=True, slots=True)
class More:
    """A line that says how many questions of a kind are not shown.

    With ``unfolds``, choosing the line shows these questions; without it, they have not been read yet.
    """

    kind: Kind
    count: int
    unfolds: bool = True


Line: TypeAlias = Heading | OpenQuestion | Pending | More


def kind_of(line: Line | None) -> Kind:
    """Return the kind of questions that a line is of or about; None for suggestions and no line."""
    return None if line is None or isinstance(line, Pending) else line.kind


class QuestionModel(ListModel[Line]):
    """Open questions by kind. Only a few rows of a kind are shown until it is unfolded."""

    def __init__(self) -> None:
        super().__init__()
        self.schema: Schema | None = None
        self.titled = False  # whether rows name their article
        self.counts: Mapping[QuestionKind, int] = {}
        self.undecided: Sequence[Suggestion] = ()
        self._text = ""  # of the article with the undecided suggestions
        self._rows: dict[QuestionKind, list[OpenQuestion]] = {}
        self._unfolded: set[Kind] = set()

    def show_asked(
        self, asked: OpenQuestions, schema: Schema, *, titled: bool, unfolded: QuestionKind | None = None
    ) -> None:
        """Replace the questions; all questions of the kind ``unfolded`` are shown."""
        self._unfolded |= {unfolded} if unfolded is not None else set()
        self.schema, self.titled, self.counts = schema, titled, dict(asked.counts)
        self._rows = {kind: [] for kind in QuestionKind}
        for question in asked.rows:
            self._rows[question.kind].append(question)
        self._arrange()

    def show_undecided(self, suggestions: Sequence[Suggestion], text: str) -> None:
        """Replace the undecided suggestions, which are in an article with this text; () if none are listed."""
        self.undecided, self._text = suggestions, text
        self._arrange()

    def turn(self, kind: Kind) -> None:
        """Fold a kind of rows, or unfold it."""
        self._unfolded ^= {kind}
        self._arrange()

    def fold(self) -> None:
        self._unfolded.clear()

    def of_kind(self, kind: Kind) -> tuple[OpenQuestion, ...]:
        """Return the questions of a kind, whether shown or folded away."""
        return tuple(self._rows.get(kind, ())) if kind is not None else ()

    def first_of(self, kind: QuestionKind) -> int:
        """Return the row of a kind's first question; if it has none, of the first question of any kind."""
        rows = (at for at, line in enumerate(self.shown) if isinstance(line, OpenQuestion) and line.kind is kind)
        return next(rows, self.row_near(None, 0))

    def row_near(self, line: Line | None, at: int) -> int:
        """Return the row of ``line`` if it is shown.

        Otherwise it is the next row from ``at`` on that leads to a place, or else the last such row.
        """
        if line is not None and line in self.shown:
            return self.shown.index(line)
        leading = [at for at, line in enumerate(self.shown) if isinstance(line, OpenQuestion | Pending)]
        return next((row for row in leading if row >= at), leading[-1] if leading else 0)

    def take_away(self, gone: Collection[OpenQuestion]) -> None:
        """Remove questions, and lower the counts of their kinds."""
        keys = {(question.document, question.key) for question in gone}
        for kind, rows in self._rows.items():
            kept = [row for row in rows if (row.document, row.key) not in keys]
            self.counts = {**self.counts, kind: self.counts.get(kind, 0) - len(rows) + len(kept)}
            self._rows[kind] = kept
        self._arrange()

    def text(self, row: int) -> str:
        match self.shown[row]:
            case Heading(kind=kind, count=count):
                return translate("QuestionList", "{kind}: {count}").format(kind=_heading(kind), count=number(count))
            case More() as more:
                return more_words(more)
            case Pending() as pending:
                return around(pending)
            case question:
                return one_line(question.quote)

    def spoken(self, row: int) -> str:
        line = self.shown[row]
        if isinstance(line, Pending):
            return ", ".join(filter(None, (self._label(line), line.words, self.reason(line), self.text(row))))
        if not isinstance(line, OpenQuestion):
            return self.text(row)
        title = line.title if self.titled else ""
        return ", ".join(filter(None, (self._label(line), self.text(row), self.reason(line), title)))

    def tip(self, row: int) -> str:
        line = self.shown[row]
        if isinstance(line, Pending):
            return f"{self.text(row)}\n{self.reason(line)}"
        if not isinstance(line, OpenQuestion):
            return ""
        return "\n".join(filter(None, (one_line(line.quote), self.reason(line), line.title)))

    def reason(self, question: OpenQuestion | Pending) -> str:
        """Return why a label is listed, or how certain a suggestion is."""
        if isinstance(question, Pending):
            return certainty_words(question.score)
        if self.schema is None:
            return ""
        return tally_words(question.name, self.schema) if question.name else reason_words(question, self.schema)

    def _label(self, question: OpenQuestion | Pending) -> str:
        return label_name(self.schema, question.layer, question.label) if self.schema is not None else ""

    def _arrange(self) -> None:
        lines: list[Line] = []
        few = max(_FEWEST, FEW // max(1, sum(map(bool, (*self._rows.values(), self.undecided)))))
        for kind, rows in self._rows.items():
            if not rows:
                continue
            count = self.counts.get(kind, len(rows))
            shown = rows if kind in self._unfolded or len(rows) <= few + 1 else rows[:few]
            lines += [Heading(kind, count), *shown]
            if len(shown) < count:
                lines.append(More(kind, count - len(shown), unfolds=len(shown) < len(rows)))
        self.show_rows([*lines, *self._undecided_lines(few)])

    def _undecided_lines(self, few: int) -> list[Line]:
        every = self.undecided
        if not every:
            return []
        first = MOST if None in self._unfolded else few + 1 if len(every) <= few + 1 else few
        lines: list[Line] = [Heading(None, len(every)), *pending_rows(every[:first], self._text)]
        if len(every) > first:
            lines.append(More(None, len(every) - first, unfolds=None not in self._unfolded))
        return lines


def _heading(kind: Kind) -> str:
    return translate("QuestionList", "Suggestions not decided") if kind is None else kind_words(kind)


def more_words(more: More) -> str:
    """Return in words how many questions of a kind are not shown."""
    pattern = translate("QuestionList", "and {count} more")
    if not more.unfolds and more.kind is None:
        pattern = translate("QuestionList", "{count} more, listed once these are decided")
    elif not more.unfolds:
        pattern = translate("QuestionList", "{count} more, listed once these are looked at")
    return pattern.format(count=number(more.count))


@dataclass(frozen=True, slots=True)
class Widths:
    """The widths in pixels that the texts of a list need: words, reasons and titles."""

    words: int
    reason: int
    title: int

    @classmethod
    def of(cls, model: QuestionModel, font: QFont) -> Self:
        """Measure the first rows of a list."""
        large, small = QFontMetrics(font), QFontMetrics(sized(font, SMALL))
        shown = islice((line for line in model.shown if isinstance(line, OpenQuestion | Pending)), _MEASURED)
        rows = [(*_measured(line), model.reason(line)) for line in shown]
        return cls(
            max((large.horizontalAdvance(words) for words, _, _ in rows), default=0) + _SPARE,
            max((small.horizontalAdvance(reason) for _, _, reason in rows), default=0) + _SPARE,
            max((small.horizontalAdvance(title) for _, title, _ in rows), default=0) + _SPARE,
        )

    def share(self, room: int, *, titled: bool) -> tuple[int, int]:
        """Return the widths of reason and title in ``room`` pixels; the words get the rest, at least half of it."""
        title = min(_TITLE, self.title) if titled else 0
        room -= title + _GAP if titled else 0
        return min(self.reason, max(room // 2, room - self.words - _GAP)), title


def _measured(line: OpenQuestion | Pending) -> tuple[str, str]:
    """Return the words and title that a row shows whole if there is room; a suggestion's context takes the rest."""
    if isinstance(line, Pending):
        return one_line(line.words, _LONGEST), ""
    return one_line(line.quote, _LONGEST), one_line(line.title, _LONGEST)


class QuestionDelegate(RowDelegate):
    """Paints a heading in bold; paints a question's label, words, reason and article.

    All rows share the same columns. These are as wide as their texts, so that no text is cut while another has room.
    """

    def __init__(self) -> None:
        super().__init__()
        self._measured: tuple[Sequence[Line], str] = ((), "")
        self._widths = Widths(0, 0, 0)

    def widths(self, model: QuestionModel, font: QFont) -> Widths:
        """Return the widths that the model's texts need, measured again only after its rows changed."""
        shown, key = self._measured
        if shown is not model.shown or key != font.key():
            self._measured, self._widths = (model.shown, font.key()), Widths.of(model, font)
        return self._widths

    def paint_row(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        if not isinstance(model, QuestionModel) or model.schema is None:
            return
        palette, rect = option.palette, option.rect.adjusted(_EDGE, 0, -_EDGE, 0)
        ink, muted = (palette.color(role) for role in (QPalette.ColorRole.Text, QPalette.ColorRole.PlaceholderText))
        line = model.shown[index.row()]
        if isinstance(line, Heading):
            painter.setFont(sized(option.font, option.font.pixelSize(), QFont.Weight.DemiBold))
            painter.setPen(ink)
            words = _heading(line.kind)
            paint_line(painter, rect, words)
            left = painter.fontMetrics().horizontalAdvance(words) + 8
            painter.setFont(option.font)
            painter.setPen(muted)
            paint_line(painter, rect.adjusted(left, 0, 0, 0), number(line.count))
            return
        inner = rect.adjusted(_INDENT, 0, 0, 0)
        if isinstance(line, More):
            painter.setFont(option.font)
            painter.setPen(palette.color(QPalette.ColorRole.Accent) if line.unfolds else muted)
            paint_line(painter, inner, more_words(line))
            return
        titled = model.titled and inner.width() >= _LEAST
        colour = label_colour(model.schema.label(line.layer, line.label), palette)
        left = paint_dot(painter, inner.left(), inner.center().y() + 1, colour) + 8
        reason, title = self.widths(model, option.font).share(inner.right() - left, titled=titled)
        right = inner.right() - (title + _GAP if titled else 0)
        middle = right - reason
        painter.setFont(option.font)
        painter.setPen(ink)
        place = QRect(left, inner.top(), middle - _GAP - left, ROW)
        if isinstance(line, Pending):
            paint_context(painter, place, line, option.font, ink, from_left=True)
        else:
            paint_line(painter, place, one_line(line.quote))
        painter.setFont(sized(option.font, SMALL))
        painter.setPen(muted)
        paint_line(painter, QRect(middle, inner.top(), reason, ROW), model.reason(line))
        if titled and isinstance(line, OpenQuestion):
            paint_line(painter, QRect(right + _GAP, inner.top(), title, ROW), one_line(line.title))
