"""The two colours of a label, with a sample and warnings."""

from collections.abc import Collection, Iterable
from functools import partial

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QColorDialog, QGridLayout, QLineEdit, QWidget

from annotator.editing.schema_editing.new_label import (
    APART,
    DARK_PAPER,
    LIGHT_PAPER,
    READABLE,
    Eyes,
    contrast,
    dark_colour_after,
    difference,
    is_seen,
)
from annotator.model.schema import Label, Schema
from ui.base.i18n import number, translate
from ui.base.look.look import dark, light
from ui.base.look.plain_text import plain, set_role, sized
from ui.base.look.sizes import SMALL
from ui.base.widgets.buttons import dialog_button
from ui.base.widgets.inputs import named
from ui.schema.schema_draft import called

_TINT = 0.15
_NAMED = 3  # at most so many similar labels are named
_HEX = 7  # characters of #rrggbb


class ColourFields(QWidget):
    """A field, a button and a sample for each of the light and dark colours, with warnings below."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setHorizontalSpacing(8)
        layout.setVerticalSpacing(8)
        layout.setColumnStretch(3, 1)
        self.lines: list[QLineEdit] = []
        self.samples: list[Sample] = []
        self._light = ""  # the light colour before an edit
        for row, (id_, name) in enumerate((("light", self.tr("Light")), ("dark", self.tr("Dark")))):
            line = named(QLineEdit(), f"schemaColour.{id_}", self.tr("Colour, {where}").format(where=name))
            line.setMaxLength(_HEX)
            line.setFixedWidth(88)
            line.textEdited.connect(partial(self._on_edited, row))
            line.editingFinished.connect(self._on_left)
            choose = dialog_button(f"schemaColourChoose.{id_}", self.tr("Choose…"))
            choose.setAccessibleName(self.tr("Choose the colour, {where}").format(where=name))
            choose.clicked.connect(partial(self._ask, row))
            sample = Sample(is_dark=bool(row))
            layout.addWidget(plain(name, "muted"), row, 0)
            layout.addWidget(line, row, 1)
            layout.addWidget(choose, row, 2)
            layout.addWidget(sample, row, 3)
            self.lines.append(line)
            self.samples.append(sample)
        self.note = plain(role="muted", name="schemaColourTold", wraps=True)
        layout.addWidget(self.note, 2, 0, 1, 4)
        self.setFocusProxy(self.lines[0])

    def show_label(self, label: Label, schema: Schema) -> None:
        """Show a label's colours, and how well they stand out from other labels' colours."""
        for line, sample, colour in zip(self.lines, self.samples, (label.light, label.dark), strict=True):
            if _colour(line.text()) != colour:
                line.setText(colour)
            sample.show_label(called(label), QColor(colour))
        self._light = label.light
        self._show_warnings(troubles(label, schema))

    def _show_warnings(self, found: Collection[str]) -> None:
        """Show warnings, or, if there are none, that the colours are fine."""
        self.note.setText("\n".join(found) or self.tr("Easy to read and to tell apart, also for colour-blind people."))
        set_role(self.note, "warning" if found else "muted")

    def colours(self, label: Label) -> tuple[str, str]:
        """Return the light and the dark colour as #rrggbb; where a field is invalid, the label's current colour."""
        light_, dark_ = (_colour(line.text()) for line in self.lines)
        return light_ or label.light, dark_ or label.dark

    def _on_edited(self, row: int, _text: str = "") -> None:
        light_, dark_ = self.lines
        now = _colour(light_.text())
        if row == 0 and now and _colour(dark_.text()) and self._light:
            dark_.setText(dark_colour_after(self._light, _colour(dark_.text()), now))
        self._light = now or self._light
        if all(_colour(line.text()) for line in self.lines):
            self.edited.emit()
            return
        whole = [line.text() for line in self.lines if len(line.text()) == _HEX and not _colour(line.text())]
        if whole:
            self._show_warnings([_no_colour(text) for text in whole])

    def _on_left(self) -> None:
        """Warn if a field holds an invalid colour; the previous colour stays in force."""
        wrong = [line for line in self.lines if not _colour(line.text())]
        if wrong:
            self._show_warnings([_no_colour(line.text()) for line in wrong])

    def _ask(self, row: int) -> None:
        dialog = named(QColorDialog(QColor(self.lines[row].text()), self), "schemaColourDialog")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setOption(QColorDialog.ColorDialogOption.DontUseNativeDialog)
        dialog.colorSelected.connect(partial(self._take, row))
        dialog.open()

    def _take(self, row: int, colour: QColor) -> None:
        self.lines[row].setText(colour.name())
        self._on_edited(row)


class Sample(QWidget):
    """Two sample words with the label, on the article background of the light or dark theme."""

    def __init__(self, *, is_dark: bool) -> None:
        super().__init__()
        self._look = (dark if is_dark else light)({})
        self._name, self._colour = "", QColor()
        self.setMinimumWidth(56)

    def show_label(self, name: str, colour: QColor) -> None:
        self._name, self._colour = name, colour
        self.setAccessibleName(name)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(220, self.fontMetrics().height() * 2 + 14)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())  # never cut off by the widgets below

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._look.line)
        painter.setBrush(self._look.paper)
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), 6, 6)
        metrics, small, room = self.fontMetrics(), sized(self.font(), SMALL), self.width() - 24
        words = metrics.elidedText(self.tr("these words"), Qt.TextElideMode.ElideRight, room - 6)
        top = QFontMetrics(small).height() + 4
        box = QRect(12, top, metrics.horizontalAdvance(words) + 6, metrics.height() + 3)
        tint = QColor(self._colour)
        tint.setAlphaF(_TINT)
        painter.fillRect(box, tint)
        painter.fillRect(box.left(), box.bottom(), box.width(), 2, self._colour)
        painter.setPen(self._look.ink)
        painter.drawText(box.adjusted(3, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, words)
        painter.setFont(small)
        painter.setPen(self._colour)
        name = QFontMetrics(small).elidedText(self._name, Qt.TextElideMode.ElideRight, room)
        painter.drawText(QPoint(12, top - 3), name)


def troubles(label: Label, schema: Schema) -> list[str]:
    """Return warnings about a label's colours."""
    alike = list(_alike(label, schema))
    if len(alike) > _NAMED + 1:
        more = translate("SchemaColours", "… and from {count} more labels.").format(count=number(len(alike) - _NAMED))
        alike = [*alike[:_NAMED], more]
    return [*_faint(label), *alike]


def _faint(label: Label) -> Iterable[str]:
    themes = (
        (label.light, LIGHT_PAPER, translate("SchemaColours", "The light colour is too faint on paper")),
        (label.dark, DARK_PAPER, translate("SchemaColours", "The dark colour is too dim on dark paper")),
    )
    for colour, paper, words in themes:
        found = contrast(colour, paper)
        if found < READABLE:
            pattern = translate("SchemaColours", "{what}: contrast {found}, at least {wanted} is needed.")
            yield pattern.format(what=words, found=number(found, 1), wanted=number(READABLE, 1))


def _alike(label: Label, schema: Schema) -> Iterable[str]:
    """Yield a warning for each label with similar colours.

    A warning names the largest group of people who confuse the two.
    """
    if not is_seen(label):
        return
    for other in schema.labels:
        if (other.layer, other.id) == (label.layer, label.id) or not is_seen(other):
            continue
        eyes = next((eyes for eyes in Eyes if _apart(label, other, eyes) < APART), None)
        if eyes is not None:
            pattern = translate("SchemaColours", "Hard to tell apart from “{label}” {eyes}.")
            yield pattern.format(label=called(other), eyes=_for(eyes))


def _apart(label: Label, other: Label, eyes: Eyes) -> float:
    pairs = ((label.light, other.light), (label.dark, other.dark))
    return min(difference(mine, theirs, eyes) for mine, theirs in pairs)


def _for(eyes: Eyes) -> str:
    match eyes:
        case Eyes.EVERYONE:
            return translate("SchemaColours", "for everyone")
        case Eyes.DEUTAN | Eyes.PROTAN:
            return translate("SchemaColours", "with red–green colour blindness")
        case Eyes.TRITAN:
            return translate("SchemaColours", "with blue–yellow colour blindness")


def _no_colour(text: str) -> str:
    pattern = translate(
        "SchemaColours", "“{text}” is not a colour; the previous one stays. Type # and six of 0–9 and a–f."
    )
    return pattern.format(text=text)


def _colour(text: str) -> str:
    found = QColor(text) if len(text) == _HEX and text.startswith("#") else QColor()
    return found.name() if found.isValid() else ""
