"""How a card and the list below it share a column."""

from PySide6.QtCore import QByteArray, QSize, Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QSplitter, QStackedWidget, QWidget

_GAP = 14  # pixels, as all others
_LEAST = (150, 300)  # of a small and of a large card: head, words, a field and foot
_LEAST_BELOW = (164, 56)  # of the list: head, two rows and foot; of one with nothing on it: its head
_TOPS = (236, 0)  # heights of a small and of a large card; none: nobody has drawn its gap yet
_SMALL_ALONE = 320  # a small card's height above an empty list: all fields of a name


class Shares(QSplitter):
    """A small card leaves more to the list than a large one; what is drawn for either is remembered.

    Nothing that stands on a card moves the gap. While nobody has drawn its gap, a large card has what its fields need,
    as long as the list keeps a few rows; what is more is the list's. An empty list is but its head, and the card has
    what it does not need.
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
        self._needed = 0  # pixels that the list asks for
        self._large_needs = 0  # pixels that the fields of a large card ask for
        self._room = 0  # pixels that may be had before anything scrolls
        self._beside = 0  # pixels of it that stand below and are never less
        for place, part in enumerate((cards, below)):
            part.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
            part.setMinimumHeight((_LEAST[False], _LEAST_BELOW[True])[place])
            self.addWidget(part)
            self.setStretchFactor(place, place)
        self.splitterMoved.connect(self._on_moved)

    def turn(self, *, large: bool) -> None:
        """Say which kind of card is shown."""
        if self._large != large:
            self._large = large
            self._cards.setMinimumHeight(_LEAST[large])
            self._share()

    @Slot(bool)
    def empty(self, empty: bool) -> None:  # noqa: FBT001 - a slot
        """Say whether the list has nothing on it."""
        if self._empty != empty:
            self._empty = empty
            self._share()

    @Slot(int)
    def widen_below(self, needed: int) -> None:
        """Say how many pixels the list needs at least while more than its rows is shown there."""
        if self._needed != needed:
            self._needed = needed
            self._below.setMinimumHeight(max(_LEAST_BELOW[True], needed))
            self._share()

    @Slot(int)
    def need_large(self, needed: int) -> None:
        """Say how many pixels show all fields of a large card."""
        if self._large_needs != needed:
            self._large_needs = needed
            self._share()

    def have_room(self, room: int, beside: int = 0) -> None:
        """Say how many pixels are in sight, and how many of what stands below: a large card pushes that out of it.

        So does a small one where very many labels scroll in any case: it has its usual height.
        """
        if (self._room, self._beside) != (room, beside):
            self._room, self._beside = room, beside
            self._share()

    def save(self) -> QByteArray:
        """Give the heights of both kinds of card."""
        return QByteArray(" ".join(map(str, self._tops)).encode())

    def restore(self, state: QByteArray) -> None:
        """Take heights that `save` gave; others are not heeded."""
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
