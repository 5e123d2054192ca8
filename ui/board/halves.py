"""The halves of the board: the grid with its filters, and below it the claims of a cell."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QApplication, QSplitter, QWidget

from ui.base.look.sizes import NEAR


class Halves(QSplitter):
    """A splitter that shows one half at a time if it is too low for both, so that only one of them scrolls."""

    fitted = Signal(bool)  # whether it is too low for both

    def __init__(self) -> None:
        super().__init__(Qt.Orientation.Vertical, childrenCollapsible=False)
        self.board, self.claims = QWidget(), QWidget()
        self._there = False  # whether there are claims
        self._low = False
        self._on_claims = False
        self.setHandleWidth(NEAR)
        self.addWidget(self.board)
        self.addWidget(self.claims)
        self.setSizes([460, 260])
        self._fit()

    @property
    def low(self) -> bool:
        """Whether there is room for only one half."""
        return self._low

    def offer(self, there: bool) -> None:  # noqa: FBT001 - what is so
        """Set whether there are claims to show in the lower half."""
        self._there = there
        self._fit()

    def show_claims(self, claims: bool) -> None:  # noqa: FBT001 - what is so
        """Set which half is shown if there is room for only one."""
        self._on_claims = claims
        self._fit()

    def minimumSizeHint(self) -> QSize:
        upper, lower = self.board.minimumSizeHint(), self.claims.minimumSizeHint()
        return QSize(max(upper.width(), lower.width()), max(self.board.minimumHeight(), lower.height()))

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() in {QEvent.Type.Resize, QEvent.Type.LayoutRequest}:
            self._fit()
        return done

    def _fit(self) -> None:
        layout = self.board.layout()
        if layout is not None:  # a splitter asks for no height that depends on the width, as that of wrapped filters
            self.board.setMinimumHeight(layout.totalMinimumHeightForWidth(max(1, self.width())))
        both = self.board.minimumHeight() + self.handleWidth() + self.claims.minimumSizeHint().height()
        low = self._there and self.height() < both
        if low and not self._low:
            focus = QApplication.focusWidget()
            self._on_claims = focus is not None and self.claims.isAncestorOf(focus)
        self._low = low
        self.claims.setVisible(self._there and (not self._low or self._on_claims))
        self.board.setVisible(not (self._low and self._on_claims))
        self.fitted.emit(self._low)
