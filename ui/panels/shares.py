"""Division of a column between a card and the list below it."""

from PySide6.QtCore import QByteArray, QSize, Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QSplitter, QStackedWidget, QWidget

_GAP = 14  # pixels, as between all panels
_LEAST = (150, 300)  # of a small and a large card: head, words, a field and foot
_LEAST_BELOW = (164, 56)  # of the list (head, two rows and foot) and of an empty one (head)
_TOPS = (236, 0)  # default heights of a small and a large card; 0 is by content
_SMALL_ALONE = 320  # a small card's height above an empty list: all fields of a name


class Shares(QSplitter):
    """Splitter between a card and the list below it; the gap dragged for small and large cards is saved for each.

    The content of a card does not move the gap. Until the user drags it, a large card gets the height of its
    fields as long as the list keeps a few rows; the rest goes to the list. An empty list shrinks to its head, and
    the card gets the rest.
    """

    def __init__(self, cards: QStackedWidget, below: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self.setObjectName("shares")
        self.setChildrenCollapsible(False)
        self.setHandleWidth(_GAP)
        self._tops = list(_TOPS)
        self._large = False
        self._empty = True  # until an article is open
        self._cards, self._below = cards, below
        self._needed = 0  # least height of the list in pixels
        self._large_needs = 0  # height of a large card's fields in pixels
        self._room = 0  # visible height in pixels
        self._beside = 0  # height of it taken by what stands below
        for place, part in enumerate((cards, below)):
            part.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
            part.setMinimumHeight((_LEAST[False], _LEAST_BELOW[True])[place])
            self.addWidget(part)
            self.setStretchFactor(place, place)
        self.splitterMoved.connect(self._on_moved)

    def turn(self, *, large: bool) -> None:
        """Set which kind of card is shown."""
        if self._large != large:
            self._large = large
            self._cards.setMinimumHeight(_LEAST[large])
            self._share()

    @Slot(bool)
    def empty(self, empty: bool) -> None:  # noqa: FBT001 - a slot
        """Set whether the list is empty."""
        if self._empty != empty:
            self._empty = empty
            self._share()

    @Slot(int)
    def widen_below(self, needed: int) -> None:
        """Set the least height of the list while it shows more than rows."""
        if self._needed != needed:
            self._needed = needed
            self._below.setMinimumHeight(max(_LEAST_BELOW[True], needed))
            self._share()

    @Slot(int)
    def need_large(self, needed: int) -> None:
        """Set the height that shows all fields of a large card."""
        if self._large_needs != needed:
            self._large_needs = needed
            self._share()

    def have_room(self, room: int, beside: int = 0) -> None:
        """Set the visible height and the height of what stands below; a large card pushes that out of sight.

        So does a small card if the labels below are so many that they scroll anyway: it has its usual height.
        """
        if (self._room, self._beside) != (room, beside):
            self._room, self._beside = room, beside
            self._share()

    def save(self) -> QByteArray:
        """Return the heights of both kinds of card."""
        return QByteArray(" ".join(map(str, self._tops)).encode())

    def restore(self, state: QByteArray) -> None:
        """Restore heights that `save` returned; anything else is ignored."""
        tops = bytes(state.data()).split()
        if len(tops) == len(_TOPS) and all(top.isdigit() and len(top) < len("100000") for top in tops):
            self._tops = list(map(int, tops))
            self._share()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share()

    def minimumSizeHint(self) -> QSize:
        least = self._cards.minimumHeight() + _GAP + self._least_below
        scrolls = least + self._beside > self._room
        if self._tops[self._large] == _TOPS[self._large] and (self._large or scrolls):
            needs = self._large_needs if self._large else _TOPS[False]
            return QSize(0, max(least, min(self._room, needs + _GAP + self._least_below)))
        return QSize(0, least)

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()

    @property
    def _least_below(self) -> int:
        return max(_LEAST_BELOW[self._empty], self._needed)

    def _share(self) -> None:
        room = self.height() - self.handleWidth()
        top = self._tops[self._large]
        if top == _TOPS[self._large]:
            if self._large:
                top = room if self._empty else self._large_needs
            elif self._empty:
                top = _SMALL_ALONE
            top = max(_LEAST[self._large], min(top, room - self._least_below))
        self.setSizes([top, max(0, room - top)])
        self.updateGeometry()

    @Slot(int, int)
    def _on_moved(self, _place: int, _index: int) -> None:
        self._tops[self._large] = self.sizes()[0]
