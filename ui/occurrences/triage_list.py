"""The list of the project's pending suggestions, as keywords in context."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QStyleOptionViewItem

from annotator.jobs.suggesting.triage import Pending, WaitingSuggestions
from annotator.model.schema import Schema
from annotator.suggest.tiers import EVERYTHING, SuggestionFilter, certainty
from ui.base.look.look import label_colour, label_name, paint_dot
from ui.base.look.plain_text import one_line, sized
from ui.base.look.sizes import SMALL
from ui.base.rows.row_list import ROW, RowDelegate, paint_line
from ui.base.rows.rows_model import ROOT, Index, ListModel
from ui.base.words.rule_names import rule_words, source_words
from ui.occurrences.hit_list import around, paint_context
from ui.panels.suggestions.suggestion_filter import certainty_words
from ui.panels.suggestions.suggestion_list import ScorePicture

_EDGE, _GAP = 12, 12
_LABEL, _ORIGIN, _TITLE = 104, 150, 170  # widths
_LEAST = 300  # least width of the context; in less room the origin is dropped, then the title


class TriageModel(ListModel[Pending]):
    """Suggestions that match a filter, in the order of articles and text, or the most doubtful first."""

    def __init__(self) -> None:
        super().__init__()
        self.every: Sequence[Pending] = ()
        self.titles: Mapping[str, str] = {}
        self.schema: Schema | None = None
        self._filter = self._left = EVERYTHING  # ``_left`` is the filter that ``every`` was read with
        self._by_doubt = False

    def show_waiting(self, found: WaitingSuggestions, schema: Schema) -> None:
        """Replace the suggestions."""
        self.every, self.titles, self.schema = found.rows, found.titles, schema
        self._left = found.wanted
        self._work_out()

    def arrange(self, wanted: SuggestionFilter, *, by_doubt: bool) -> None:
        self._filter, self._by_doubt = wanted, by_doubt
        self._work_out()

    def take_away(self, ids: Collection[str]) -> None:
        """Remove decided suggestions."""
        self.every = tuple(row for row in self.every if row.id not in ids)
        if len(ids) == 1:  # removing a single row keeps the scroll position
            gone = next((at for at, row in enumerate(self.shown) if row.id in ids), None)
            if gone is not None:
                self.beginRemoveRows(ROOT, gone, gone)
                self.shown = (*self.shown[:gone], *self.shown[gone + 1 :])
                self.endRemoveRows()
        else:
            self._work_out()

    def by_document(self) -> dict[str, list[str]]:
        """Return the ids of the listed suggestions by document id."""
        found: dict[str, list[str]] = {}
        for row in self.shown:
            found.setdefault(row.document, []).append(row.id)
        return found

    def articles(self) -> int:
        """Count the articles that the listed suggestions are in."""
        return len(Counter(row.document for row in self.shown))

    def text(self, row: int) -> str:
        return around(self.shown[row])

    def tip(self, row: int) -> str:
        return f"{self.text(row)}\n{self.titles[self.shown[row].document]}"  # the row may elide either

    def spoken(self, row: int) -> str:
        pending = self.shown[row]
        label = label_name(self.schema, pending.layer, pending.label) if self.schema is not None else ""
        facts = one_line(pending.words), certainty_words(pending.score), origin_of(pending)
        return ", ".join(filter(None, (label, *facts, self.titles[pending.document], self.text(row))))

    def _work_out(self) -> None:
        admits = self._filter.admits
        rows = (
            self.every
            if self._filter in {EVERYTHING, self._left}
            else [row for row in self.every if admits(row, row.words)]
        )
        self.show_rows(sorted(rows, key=_doubt) if self._by_doubt else rows)


class TriageDelegate(RowDelegate):
    """Paints a suggestion's label, its words in context, its certainty, origin and article."""

    def __init__(self) -> None:
        super().__init__()
        self._scores = ScorePicture()

    def paint_row(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        if not isinstance(model, TriageModel) or model.schema is None:
            return
        row, rect, palette = model.shown[index.row()], option.rect, option.palette
        small = sized(option.font, SMALL)
        painter.setFont(small)
        label = QRect(rect.left() + _EDGE, rect.top(), _LABEL, ROW)
        colour = label_colour(model.schema.label(row.layer, row.label), palette)
        label.setLeft(paint_dot(painter, label.left(), label.center().y() + 1, colour) + 6)
        painter.setPen(palette.color(QPalette.ColorRole.Text))
        paint_line(painter, label, label_name(model.schema, row.layer, row.label))
        right = rect.right() - _EDGE
        painter.setPen(palette.color(QPalette.ColorRole.PlaceholderText))
        room = right - label.right() - 80
        for width, words, needs in ((_TITLE, model.titles[row.document], 0), (_ORIGIN, origin_of(row), _TITLE)):
            if room - needs - width >= _LEAST:
                paint_line(painter, QRect(right - width, rect.top(), width, ROW), words)
                right -= width + _GAP
        score = QRect(label.right(), rect.top(), right - label.right(), ROW)
        right -= self._scores.paint(painter, score, row.score, option.font, palette) + _GAP
        around = QRect(label.right() + _GAP, rect.top(), right - label.right() - _GAP, ROW)
        paint_context(painter, around, row, option.font, palette.color(QPalette.ColorRole.Text))


def origin_of(row: Pending) -> str:
    """Return the names of a suggestion's source and rule."""
    return " · ".join(filter(None, (source_words(row.source), rule_words(row.rule or ""))))


def _doubt(row: Pending) -> float:
    return certainty(row.score)
