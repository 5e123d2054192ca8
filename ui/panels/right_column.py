"""The right column: claim card or inspector, suggestions, labels."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal, SignalInstance, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from annotator.model.values import CLAIMS, Span
from ui.article.view import ArticleView
from ui.base.later import Later
from ui.base.widgets.scrolled import scrolled
from ui.bridge.session import Session
from ui.deciding.decisions import Decisions
from ui.panels.claim.claim_card import ClaimCard
from ui.panels.claim.pointing import WordChooser
from ui.panels.label_panel import LabelPanel
from ui.panels.layer_row import LayerRow
from ui.panels.shares import Shares
from ui.panels.span.inspector import Inspector
from ui.panels.span.span_fields import keys_in_force
from ui.panels.suggestions.suggestion_panel import SuggestionPanel

_EDGE, _SIDE, _GAP = 14, 16, 14  # pixels above and below, at the sides, between the panels


class Panels(QWidget):
    """The stacked panels of the right column, with their signals."""

    activated = Signal(str)
    chosen = Signal(str, str)
    left = Signal()

    def __init__(self, session: Session, decisions: Decisions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rightPanel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._session = session
        self.claim_card = ClaimCard(session, decisions)
        self.inspector = Inspector(session, decisions)
        self.suggestions = SuggestionPanel(session, decisions)
        self.labels = LabelPanel(session)
        self.layers = LayerRow(session)
        self._stack = QStackedWidget()
        self._on_card = False
        self._later = Later(self._turn, self)
        self._stack.addWidget(self.inspector)
        self._stack.addWidget(self.claim_card)
        self.shares = Shares(self._stack, self.suggestions)
        self.suggestions.emptied.connect(self.shares.empty)
        self.shares.empty(self.suggestions.is_empty)  # an article may be open already if the window is rebuilt
        self.suggestions.filtered.connect(self.shares.widen_below)
        self.claim_card.needed.connect(self.shares.need_large)
        self.labels.chosen.connect(self.chosen)
        for panel in (self.claim_card, self.inspector, self.suggestions):
            panel.activated.connect(self.activated)
            panel.left.connect(self.left)
        self._lay_out()
        self._other_labels = Later(self._have_room, self)  # their height is known once they are laid out
        for signal in (session.project_opened, session.schema_changed):
            signal.connect(self._other_labels.ask)

    def connect_pointing(self, view: ArticleView) -> None:
        """Connect the claim card to the article, whose words it can take."""
        self._pointing = WordChooser(self._session, self.claim_card, view, self)

    def follow_keys(self, changed: SignalInstance, shortcuts: Callable[[str], Sequence[str]]) -> None:
        """Set the fields' keys to those of the actions of the same name, now and at each ``changed``."""
        changed.connect(partial(self._use_keys, shortcuts))
        self._use_keys(shortcuts)

    def _use_keys(self, shortcuts: Callable[[str], Sequence[str]]) -> None:
        for card in (self.claim_card, self.inspector):
            card.use_keys(keys_in_force(shortcuts))

    @Slot(str)
    def open_card(self, claim: str) -> None:
        """Focus the claim card."""
        self.set_active(claim)
        self._later.catch_up()  # a hidden widget takes no focus
        self.claim_card.open_keyboard()

    def set_active(self, row_id: str | None) -> None:
        """Show the active span or suggestion."""
        if row_id is None and self.claim_card.holds_keyboard and self.claim_card.claim is not None:
            return  # typing here must not lose the card when the article loses its ring
        opened = self._session.opened
        row = opened.span(row_id) if opened is not None else None
        is_claim = isinstance(row, Span) and row.layer == CLAIMS
        self._on_card = is_claim or self.claim_card.words.want is not None
        self.claim_card.set_active(row_id)
        self.inspector.set_active(None if self._on_card else row_id)
        self.suggestions.set_active(row_id)
        self._later.ask()

    def _lay_out(self) -> None:
        """Build the layout. In a low window the column scrolls, as a card of a few pixels is useless."""
        held = QWidget()
        column = QVBoxLayout(held)
        column.setContentsMargins(_SIDE, _EDGE, _SIDE, _EDGE)
        column.setSpacing(_GAP)
        column.addWidget(self.shares, 1)
        column.addWidget(self.labels)
        column.addWidget(self.layers)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        self._area = scrolled(held, "rightArea", self.tr("Labels and suggestions"))
        layout.addWidget(self._area)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._have_room()

    @Slot()
    def _have_room(self) -> None:
        below = self.labels.heightForWidth(self.width() - 2 * _SIDE) + self.layers.sizeHint().height() + 2 * _GAP
        self.shares.have_room(self.height() - 2 * _EDGE, below)

    def _turn(self) -> None:
        if self._on_card and self._stack.currentWidget() is not self.claim_card:
            self._area.verticalScrollBar().setValue(0)
        elif not self._on_card and self.claim_card.holds_keyboard:
            self.left.emit()  # else the widget next to the hidden card would get the focus
        self._stack.setCurrentWidget(self.claim_card if self._on_card else self.inspector)
        self.shares.turn(large=self._on_card)
