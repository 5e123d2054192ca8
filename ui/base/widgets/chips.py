"""Small painted widgets of the panels: key caps, label chips, badges, quotations, cards.

They read the palette and the schema each time they paint, so they need no signal when the theme changes.
"""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFont,
    QFontMetrics,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractButton, QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from annotator.model.schema import Label, words
from ui.base.i18n import ui_language
from ui.base.look.look import DOT, SERIF, faint, is_dark, label_colour, paint_dot
from ui.base.look.painting import cap_size, draw_pattern, paint_box, paint_cap, paint_focus
from ui.base.look.plain_text import one_line, sized, tooltip, wrapped
from ui.base.look.sizes import SMALL, TEXT
from ui.base.widgets.inputs import fill, named

_LEAST = 6  # least width in characters
_SPARE = 2  # pixels: elidedText counts fractions


def fitting(texts: Sequence[str], metrics: QFontMetrics, room: int) -> str:
    """Return the first text that fits into ``room`` pixels, or the last one, elided.

    The first text is the full one. Empty texts are skipped.
    """
    given = [text for text in texts if text] or [""]
    fits = (text for text in given if metrics.horizontalAdvance(text) <= room)
    return next(fits, metrics.elidedText(given[-1], Qt.TextElideMode.ElideRight, room))


class CutLabel(QLabel):
    """A label that elides its text to fit, or shows a shorter one. If text is cut, the tooltip has all of it."""

    def __init__(self, role: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = self._short = self._help = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    def text(self) -> str:
        """Return the full text, including the part that is cut."""
        return self._words

    def setText(self, words: str, short: str = "") -> None:
        """Set the text; ``short``, if given, is shown where the text does not fit."""
        if (words, short) != (self._words, self._short):
            self._words, self._short = words, short
            self.setAccessibleName(words)
            self._fit()
            self.updateGeometry()

    def explain(self, help_: str) -> None:
        """Set the part of the tooltip below the text."""
        self._help = help_
        self._fit()

    @property
    def shown(self) -> str:
        """The visible text."""
        return super().text()

    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance(self._words) + _SPARE, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        least = _LEAST * self.fontMetrics().averageCharWidth()
        return QSize(min(least, self.sizeHint().width()), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        shown = fitting((self._words, self._short), self.fontMetrics(), self.width())
        super().setText(shown)
        words = "\n".join(filter(None, (self._words if shown != self._words else "", self._help)))
        self.setToolTip(tooltip(words) if words else "")


_PITCH = 4


class KeyCap(QWidget):
    """The painted key of an action."""

    def __init__(self, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key = key
        words_ = self.tr("Key {key}").format(key=key)
        self.setAccessibleName(words_)
        self.setToolTip(tooltip(words_))
        policy = QSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        policy.setRetainSizeWhenHidden(True)  # nothing moves when keys come and go
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        return cap_size(self.font(), self._key)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        paint_cap(QPainter(self), self.rect(), self._key, self.palette())


class LabelChip(QAbstractButton):
    """A button for a label, with its dot, name and key. A name that does not fit is elided."""

    _MARGIN = 6
    _GAP = 6

    def __init__(self, label: Label, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.label = label
        self._key = (label.key or "").upper()
        self._pattern = 0
        name = words(label.name, ui_language()) or label.id
        self.setText(name)
        named(self, f"chip.{label.layer}.{label.id}", name)
        self.setAccessibleDescription(self._key)
        self.setToolTip(tooltip("\n".join(filter(None, (name, words(label.help, ui_language()))))))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the focus in the article
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)  # paint again when the mouse comes and goes
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_pattern(self, pattern: int) -> None:
        """Show the pattern that the label has in the article; 0 means none."""
        self._pattern = pattern
        self.update()

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        words = metrics.horizontalAdvance(self.text()) + 2  # elidedText counts fractions of pixels
        width = 2 * self._MARGIN + DOT + self._GAP + words + self._cap_room()
        return QSize(width, metrics.height() + 10)

    def minimumSizeHint(self) -> QSize:
        return QSize(2 * self._MARGIN + DOT + 3 * self._GAP + self._cap_room(), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, palette, rect = QPainter(self), self.palette(), self.rect()
        over = self.isEnabled() and self.underMouse()
        line = palette.color(QPalette.ColorRole.Dark if over else QPalette.ColorRole.Mid)
        paint_box(painter, rect, palette, line=line)
        if not self.isEnabled():
            painter.setOpacity(0.5)
        if self.hasFocus():
            paint_focus(painter, rect, palette)
        colour = label_colour(self.label, palette)
        if self._pattern:
            draw_pattern(painter, QRectF(rect).adjusted(2, 2, -2, -2), faint(colour), self._pattern, _PITCH)
        x = paint_dot(painter, self._MARGIN, rect.center().y() + 1, colour) + self._GAP
        room = rect.right() + 1 - self._MARGIN - self._cap_room() - x
        painter.setPen(palette.color(QPalette.ColorRole.ButtonText))
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRect(x, 0, room, rect.height()), Qt.AlignmentFlag.AlignVCenter, shown)
        if self._key:
            size = cap_size(self.font(), self._key)
            place = QRect(rect.right() + 1 - self._MARGIN - size.width(), 0, size.width(), size.height())
            place.moveCenter(QRect(place.left(), 0, place.width(), rect.height()).center())
            paint_cap(painter, place, self._key, palette)

    def _cap_room(self) -> int:
        return self._GAP + cap_size(self.font(), self._key).width() if self._key else 0


class Badge(QWidget):
    """A short text in white on a label's colour, such as the number of a claim."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = ""
        self._label: Label | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def words(self) -> str:
        """The text on the badge."""
        return self._words

    def show_words(self, shown: str, label: Label | None) -> None:
        """Show a text in a label's colour."""
        self._words, self._label = shown, label
        self.setAccessibleName(shown)
        help_ = words(label.help, ui_language()) if label is not None else ""
        self.setToolTip(tooltip("\n".join(filter(None, (shown, help_)))))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(sized(self.font(), SMALL, QFont.Weight.DemiBold))
        return QSize(metrics.horizontalAdvance(self._words) + 14, metrics.height() + 4)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, palette = QPainter(self), self.palette()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(label_colour(self._label, palette))
        painter.drawRoundedRect(QRectF(self.rect()), 5, 5)
        painter.setFont(sized(self.font(), SMALL, QFont.Weight.DemiBold))
        painter.setPen(QColor("#10131a" if is_dark(palette) else "#ffffff"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._words)


class Quote(QWidget):
    """A span's text in the article's font, beside a bar in the label's colour.

    It has at most five lines, or fewer if limited. If the text does not fit, whole lines are shown and the tooltip has
    the full text.
    """

    _LINES = 5
    _LEAST = 2
    _INDENT = 12
    _EDGE = 1

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label: Label | None = None
        self._quoted = ""
        self._shown: list[str] = []
        self._most = self._LINES
        font = QFont()
        font.setFamilies(list(SERIF))
        font.setPixelSize(TEXT)
        self.setFont(font)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def words(self) -> str:
        """The span's text, in one line."""
        return one_line(self._quoted)

    @property
    def lines(self) -> list[str]:
        """The visible lines."""
        return self._shown

    def show_words(self, quoted: str, label: Label | None) -> None:
        """Show a span's text beside its label's colour."""
        self._label, self._quoted = label, quoted
        self.setAccessibleName(self.words)
        self.updateGeometry()
        self._fit()

    def limit(self, lines: int) -> None:
        """Show at most ``lines`` lines."""
        if self._most != lines:
            self._most = lines
            self.updateGeometry()
            self._fit()

    def sizeHint(self) -> QSize:
        return QSize(0, self.heightForWidth(self.width()))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self._height(min(self._LEAST, self._most, max(1, len(self._shown)))))

    def heightForWidth(self, width: int) -> int:
        return self._height(max(1, len(self._wrapped(width, self._most))))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(QRect(0, 0, 3, self.height()), label_colour(self._label, self.palette()))
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        metrics = self.fontMetrics()
        for row, line in enumerate(self._shown):
            painter.drawText(self._INDENT, self._EDGE + row * metrics.lineSpacing() + metrics.ascent(), line)

    def _fit(self) -> None:
        most = max(1, (self.height() - 2 * self._EDGE) // self.fontMetrics().lineSpacing())
        self._shown = self._wrapped(self.width(), min(self._most, most))
        cut = " ".join(self._shown) != " ".join(self._quoted.split())
        self.setToolTip(tooltip(one_line(self._quoted, 2000)) if cut else "")
        self.update()

    def _wrapped(self, width: int, most: int) -> list[str]:
        return wrapped(self.words, self.fontMetrics(), max(40, width - self._INDENT), most)

    def _height(self, lines: int) -> int:
        return lines * self.fontMetrics().lineSpacing() + 2 * self._EDGE


class Card(QFrame):
    """A framed sheet with a heading; it paints a ring while it has the focus."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.title = CutLabel("title")
        self.header = fill(QHBoxLayout(), self.title, 1, margins=0)
        self.body = fill(QVBoxLayout(self), self.header, margins=(14, 12, 14, 12), spacing=8)

    def hasHeightForWidth(self) -> bool:
        return False  # its content must not change its share of the column

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus():
            paint_focus(QPainter(self), self.rect(), self.palette())
