"""The fields that can be copied from an earlier claim."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QVBoxLayout, QWidget

from annotator.model.schema import Schema, words
from annotator.model.values import CLAIMS
from ui.base.i18n import ui_language
from ui.base.look.plain_text import plain, tooltip
from ui.base.widgets.boxes import fill
from ui.base.widgets.named import named
from ui.said_before.earlier_claims import value_text

_WIDTH = 270
_KEYS = 9  # fields beyond have no key


class Offers(QFrame):
    """A numbered button for each field; the number is its key."""

    wanted = Signal(object)  # {attribute: value}

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("earlierOffers")
        self.setFixedWidth(_WIDTH)
        self._offered: Mapping[str, Any] = {}
        self._buttons: list[QPushButton] = []
        self._title = named(plain(role="muted"), "earlierOffersTitle")
        self._title.setWordWrap(True)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(4)
        inner = QWidget()
        fill(QVBoxLayout(inner), self._title, self._rows, 1, margins=(4, 4, 12, 4))
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inner)
        area.viewport().setAutoFillBackground(False)
        inner.setAutoFillBackground(False)
        fill(QVBoxLayout(self), area, margins=(0, 0, 0, 0))

    @property
    def offered(self) -> Mapping[str, Any]:
        """The values on offer by attribute, in the order of the keys."""
        return self._offered

    def show_offers(self, offered: Mapping[str, Any], schema: Schema, *, enabled: bool) -> None:
        """Show a button for each offered field of the schema, in the schema's order."""
        for button in self._buttons:
            self._rows.removeWidget(button)
            button.setObjectName("")
            button.hide()  # without a parent it would become a window and take the focus
            button.deleteLater()
        self._buttons.clear()
        known = [attribute for attribute in schema.attributes_of(CLAIMS) if attribute.id in offered]
        self._offered = {attribute.id: offered[attribute.id] for attribute in known}
        self._title.setText(self.tr("Copy from the earlier claim") if known else self.tr("Nothing to copy."))
        for number, attribute in enumerate(known, 1):
            name = words(attribute.name, ui_language()) or attribute.id
            value = value_text(attribute, offered[attribute.id])
            self._add(number, self.tr("{field}: {value}").format(field=name, value=value), attribute.id)
        for button in self._buttons:
            button.setEnabled(enabled)

    def take(self, number: int) -> None:
        """Emit the field with a number, from 1; 0 emits all."""
        names = list(self._offered)
        if number == 0 and names:
            self.wanted.emit(dict(self._offered))
        elif 0 < number <= len(names):
            self.wanted.emit({names[number - 1]: self._offered[names[number - 1]]})

    def _add(self, number: int, text: str, attribute: str) -> None:
        key = f"{number}  " if number <= _KEYS else ""
        button = named(
            QPushButton(self.fontMetrics().elidedText(key + text, Qt.TextElideMode.ElideRight, _WIDTH - 48)),
            f"earlierOffer.{attribute}",
            text,
        )
        button.setToolTip(tooltip(text))
        button.setProperty("role", "offer")
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(partial(self._on_clicked, number))
        self._rows.addWidget(button)
        self._buttons.append(button)

    def _on_clicked(self, number: int, _checked: bool = False) -> None:  # noqa: FBT001, FBT002  # what Qt passes
        self.take(number)
