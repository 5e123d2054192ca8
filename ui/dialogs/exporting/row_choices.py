"""Buttons for the remedies of a single loss, below the table of losses."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from annotator.formats.capabilities import SpanChoice, choices_for, with_choice
from annotator.formats.loss import Loss
from ui.base.i18n import number
from ui.base.look.plain_text import plain
from ui.base.widgets.inputs import fill, named


class RowChoices(QWidget):
    """Buttons for what can be done about the loss in the selected row, and one that resets all such choices."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._chosen: dict[str, frozenset[SpanChoice]] = {}
        self._loss: Loss | None = None
        self._buttons = {
            SpanChoice.WIDEN: self._button("widen", self.tr("Widen It")),
            SpanChoice.SPLIT_TOKEN: self._button("splitToken", self.tr("Split the Token")),
            SpanChoice.HULL: self._button("hull", self.tr("As One Piece")),
            SpanChoice.LONGEST: self._button("longest", self.tr("Its Longest Part")),
            SpanChoice.KEEP: self._button("keep", self.tr("Prefer It")),
            SpanChoice.REACH: self._button("reach", self.tr("Make It Reachable")),
            SpanChoice.LEAVE_OUT: self._button("leaveOut", self.tr("Leave It Out")),
        }
        self._back = self._button("back", "")
        fill(
            QHBoxLayout(self),
            plain(self.tr("Selected row only:"), "muted"),
            *self._buttons.values(),
            self._back,
            1,
            margins=0,
            spacing=8,
        )
        for choice, button in self._buttons.items():
            button.clicked.connect(partial(self._choose, choice))
        self._back.clicked.connect(self._take_back)
        self._adapt()

    @property
    def chosen(self) -> Mapping[str, frozenset[SpanChoice]]:
        """The choices made for single labels, by span id."""
        return dict(self._chosen)

    @Slot(object)
    def turn_to(self, loss: Loss | None) -> None:
        """Show the choices for the label of the selected row's loss; None disables them."""
        self._loss = loss if loss is not None and loss.row == "span" else None
        self._adapt()

    @Slot()
    def _take_back(self) -> None:
        self._chosen.clear()
        self._adapt()
        self.changed.emit()

    def _choose(self, choice: SpanChoice, _checked: bool = False) -> None:  # noqa: FBT001, FBT002  # what Qt passes
        if self._loss is not None:
            self._chosen[self._loss.id] = with_choice(self._chosen.get(self._loss.id, ()), choice)
            self._adapt()
            self.changed.emit()

    def _adapt(self) -> None:
        loss = self._loss
        helps = choices_for(loss.row, loss.reason) if loss is not None else ()
        for choice, button in self._buttons.items():
            offered = choice in helps and loss is not None and choice not in self._chosen.get(loss.id, ())
            button.setEnabled(offered)
            button.setVisible(offered or choice is SpanChoice.LEAVE_OUT)  # not enough room for all buttons
        self._back.setText(self.tr("Reset Choices ({count})").format(count=number(len(self._chosen))))
        self._back.setEnabled(bool(self._chosen))

    def _button(self, name: str, words: str) -> QPushButton:
        return named(QPushButton(words, autoDefault=False), f"rowChoice.{name}")
