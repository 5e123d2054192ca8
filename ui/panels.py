"""The right column: claim card or inspector, suggestions, labels."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.article_view import ArticleView
from ui.decisions import Decisions
from ui.session import Session


class Panels(QWidget):
    """Stacks the panels and speaks for them."""

    activated = Signal(str)
    chosen = Signal(str, str)
    left = Signal()

    def __init__(self, session: Session, decisions: Decisions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rightPanel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._session = session
        self._decisions = decisions
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(16)
        layout.addStretch(1)

    def connect_pointing(self, view: ArticleView) -> None:
        """Let the claim card ask for the next word that is clicked."""

    @Slot(str)
    def open_card(self, claim: str) -> None:
        """Give the keyboard to the claim card."""

    def set_active(self, row_id: str | None) -> None:
        """Show the span or suggestion with the ring."""
