"""The model of the open document's pending suggestions, and the delegate that paints them."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from PySide6.QtCore import QObject, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from annotator.editing.edits import Change
from annotator.model.schema import Schema
from annotator.model.values import ATTRIBUTION, Suggestion, SuggestionState
from annotator.suggest.tiers import SuggestionFilter, Tier, certainty, tier_of
from ui.article.layout.row_index import place_of
from ui.base.i18n import ui_language
from ui.base.look.look import label_colour, label_name
from ui.base.look.painting import paint_focus
from ui.base.look.plain_text import one_line, sized, strong
from ui.base.look.sizes import SMALL
from ui.base.rows.row_list import paint_line
from ui.base.rows.rows_model import ROOT, Index, ListModel
from ui.panels.articles.left_list import selection_ground
from ui.panels.span.span_fields import origin_words
from ui.panels.suggestions.suggestion_filter import certainty_words, draft_words, score_words

_FILLED = {Tier.SURE: 3, Tier.LIKELY: 2, Tier.DOUBTFUL: 1}
_BARS, _WIDTH, _GAP, _LOWEST, _RISE = 3, 3, 2, 4, 3
_SPACE = 8
_FAINT = 0.28
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight


class _Style(NamedTuple):
    """Cached fonts, colours and width of a number, for painting."""

    plain: QFont
    bold: QFont
    number: int
    ink: QColor
    faint: QColor
    muted: QColor


class ScorePicture:
    """Paints scores. It caches fonts and colours, which are the same for all rows of a list."""

    def __init__(self) -> None:
        self._style: tuple[object, _Style] | None = None

    def paint(self, painter: QPainter, rect: QRect, score: float | None, font: QFont, palette: QPalette) -> int:
        """Paint a score as bars and a number at the right of a row; return their width, the same for all rows."""
        style, tier = self._style_of(font, palette), tier_of(score)
        painter.setFont(style.bold if tier is Tier.SURE else style.plain)
        painter.setPen(style.muted if tier is Tier.DOUBTFUL else style.ink)
        painter.drawText(rect, _RIGHT, score_words(score))
        bars = _BARS * (_WIDTH + _GAP) - _GAP
        _paint_bars(painter, rect.right() + 1 - style.number - _SPACE - bars, rect.center().y(), _FILLED[tier], style)
        return style.number + _SPACE + bars

    def _style_of(self, font: QFont, palette: QPalette) -> _Style:
        cache_key = font.key(), palette.cacheKey(), ui_language()
        if self._style is None or self._style[0] != cache_key:
            bold = strong(font)
            ink = QColor(palette.color(QPalette.ColorRole.Text))
            faint = QColor(ink)
            faint.setAlphaF(_FAINT)
            made = _Style(
                plain=_weighted(font, QFont.Weight.Normal),
                bold=bold,
                number=QFontMetrics(bold).horizontalAdvance(score_words(1.0)),
                ink=ink,
                faint=faint,
                muted=palette.color(QPalette.ColorRole.PlaceholderText),
            )
            self._style = cache_key, made
        return self._style[1]


def _paint_bars(painter: QPainter, left: int, middle: int, filled: int, style: _Style) -> None:
    foot = middle + (_LOWEST + (_BARS - 1) * _RISE) // 2 + 1
    for bar in range(_BARS):
        height = _LOWEST + bar * _RISE
        place = QRectF(left + bar * (_WIDTH + _GAP), foot - height, _WIDTH, height)
        painter.fillRect(place, style.ink if bar < filled else style.faint)


def _weighted(font: QFont, weight: QFont.Weight) -> QFont:
    made = QFont(font)
    made.setWeight(weight)
    return made


_MANY = 64  # with more changes, one reset is cheaper than moving rows
ROW = 30
_LABEL_COLUMN, _WIDEST_LABELS, _MARGIN = 58, 96, 6
_LABEL_GAP = 8  # pixels between label and words, at least


class SuggestionModel(ListModel[Suggestion]):
    """The filtered suggestions, sorted by place or by doubt. Decisions remove and restore single rows."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.shown: list[Suggestion] = []
        self._text = ""
        self._by_doubt = False
        self._filter = SuggestionFilter()
        self.schema: Schema | None = None
        self.along: Callable[[Suggestion], str] = lambda _: ""  # the sentence about names labelled on acceptance

    def arrange(self, wanted: SuggestionFilter, *, by_doubt: bool) -> None:
        """Set the filter and the order that the next `show_all` uses."""
        self._filter, self._by_doubt = wanted, by_doubt

    def show_all(self, suggestions: Sequence[Suggestion], text: str, schema: Schema | None) -> None:
        """Show the suggestions that match the filter; ``suggestions`` are given in text order."""
        self.beginResetModel()
        self._text, self.schema = text, schema
        self.shown = list(suggestions) if self._filter.everything else list(filter(self._admits, suggestions))
        if self._by_doubt:
            self.shown.sort(key=_doubt)
        self.endResetModel()

    def apply_changes(self, changes: Iterable[Change], document: str) -> bool:
        """Apply an edit's changes in a document row by row; do nothing and return False if there are too many."""
        ours = [change for change in changes if _document(change) == document]
        if len(ours) > _MANY:
            return False
        for change in ours:
            self._take_away(change.before)
            self._bring(change.after)
        return True

    def suggestion(self, row: int) -> Suggestion | None:
        return self.shown[row] if 0 <= row < len(self.shown) else None

    def words(self, suggestion: Suggestion) -> str:
        """Return the text of a suggestion in one line."""
        return one_line(suggestion.quote(self._text))

    def row_of(self, suggestion: Suggestion) -> int | None:
        row = self._place_for(suggestion)
        return row if row < len(self.shown) and self.shown[row].id == suggestion.id else None

    def text(self, row: int) -> str:
        return self.words(self.shown[row])

    def label(self, suggestion: Suggestion) -> str:
        """Return the name of a suggestion's label."""
        schema = self.schema
        return (label_name(schema, suggestion.layer, suggestion.label) if schema else "") or suggestion.label

    def spoken(self, row: int) -> str:
        suggestion = self.shown[row]
        return " ".join(
            filter(None, (self.label(suggestion), self.words(suggestion), certainty_words(suggestion.score)))
        )

    def tip(self, row: int) -> str:
        return "\n".join(self.facts(self.shown[row]))

    def facts(self, suggestion: Suggestion) -> tuple[str, ...]:
        """Return the lines of a tooltip: the suggestion's text, its certainty and origin, and what comes with it."""
        drafts = draft_words(suggestion, self._text, self.schema) if self.schema is not None else ""
        origin = " · ".join((certainty_words(suggestion.score), origin_words(replace(suggestion, score=None))))
        return tuple(filter(None, (self.words(suggestion), origin, drafts, self.along(suggestion))))

    def _admits(self, suggestion: Suggestion) -> bool:
        return self._filter.admits_in(suggestion, self._text)

    def _place_for(self, suggestion: Suggestion) -> int:
        if self._by_doubt:
            return bisect_left(self.shown, _doubt(suggestion), key=_doubt)
        return bisect_left(self.shown, place_of(suggestion), key=place_of)

    def _take_away(self, before: object) -> None:
        row = self.row_of(before) if isinstance(before, Suggestion) else None
        if row is not None:
            self.beginRemoveRows(ROOT, row, row)
            del self.shown[row]
            self.endRemoveRows()

    def _bring(self, after: object) -> None:
        if isinstance(after, Suggestion) and after.state is SuggestionState.PENDING and self._admits(after):
            row = self._place_for(after)
            self.beginInsertRows(ROOT, row, row)
            self.shown.insert(row, after)
            self.endInsertRows()


class SuggestionDelegate(QStyledItemDelegate):
    """Paints label, text and score of a row. Each decision repaints all rows, as they shift."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._scores = ScorePicture()
        self._column: tuple[Schema, tuple[str, str], int] | None = None  # measured for what, and the width
        self._label_font: tuple[QFont, QFont] | None = None  # the list's font, and the label font made from it

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        suggestion = model.suggestion(index.row()) if isinstance(model, SuggestionModel) else None
        if suggestion is None or not isinstance(model, SuggestionModel) or model.schema is None:
            return
        palette, rect = option.palette, option.rect
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(selection_ground(palette))
            painter.drawRoundedRect(rect, 6, 6)
            if option.state & QStyle.StateFlag.State_HasFocus:
                paint_focus(painter, rect, palette)
        inner = rect.adjusted(_MARGIN, 0, -_MARGIN, 0)
        room = self._scores.paint(painter, inner, suggestion.score, option.font, palette) + 8
        painter.setFont(option.font)
        column = self._label_column(model.schema, option.font)
        words = QRect(inner.left() + column, inner.top(), inner.width() - column - room, inner.height())
        painter.setPen(palette.color(QPalette.ColorRole.Text))
        # no letter is narrower than 2 pixels, and measuring long text is slow
        paint_line(painter, words, model.words(suggestion)[: words.width() // 2])
        painter.setFont(self._font_of_label(option.font))
        painter.setPen(label_colour(model.schema.label(suggestion.layer, suggestion.label), palette))
        name = QRect(inner.left(), inner.top(), column - _LABEL_GAP, inner.height())
        paint_line(painter, name, model.label(suggestion))
        painter.restore()

    def _label_column(self, schema: Schema, font: QFont) -> int:
        """Return the width of the column of labels: as wide as the schema's names of labels, within limits."""
        key = font.key(), ui_language()
        if self._column is None or self._column[0] is not schema or self._column[1] != key:
            metrics = QFontMetrics(self._font_of_label(font))
            names = (label_name(schema, label.layer, label.id) for label in schema.labels if label.layer != ATTRIBUTION)
            widest = max(map(metrics.horizontalAdvance, names), default=0) + _LABEL_GAP + 2  # it counts fractions
            self._column = schema, key, max(_LABEL_COLUMN, min(_WIDEST_LABELS, widest))
        return self._column[2]

    def _font_of_label(self, font: QFont) -> QFont:
        if self._label_font is None or self._label_font[0] != font:
            self._label_font = QFont(font), sized(font, SMALL, QFont.Weight.DemiBold)
        return self._label_font[1]


def _doubt(suggestion: Suggestion) -> tuple[float, int, int, str]:
    return certainty(suggestion.score), *place_of(suggestion)


def _document(change: Change) -> str | None:
    row = change.after or change.before
    return row.document if isinstance(row, Suggestion) else None
