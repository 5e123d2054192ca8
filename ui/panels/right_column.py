"""The right column: claim card or inspector, suggestions, labels."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QByteArray, QPoint, QSize, Qt, Signal, SignalInstance, Slot
from PySide6.QtGui import QContextMenuEvent, QResizeEvent
from PySide6.QtWidgets import QPushButton, QScrollArea, QSizePolicy, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from annotator.model.schema import words
from annotator.model.values import ATTRIBUTION, CLAIMS, Span
from ui.article.view import ArticleView
from ui.base.i18n import ui_language
from ui.base.later import Later
from ui.base.look.look import pattern_of
from ui.base.look.plain_text import plain, tooltip
from ui.base.look.sizes import APART, TIGHT
from ui.base.widgets.chips import LabelChip
from ui.base.widgets.flow import FlowLayout, clear_layout
from ui.base.widgets.inputs import fill, named
from ui.base.widgets.scrolled import scrolled
from ui.bridge.session import Session
from ui.deciding.decisions import Decisions
from ui.panels.claim.claim_card import ClaimCard
from ui.panels.claim.pointing import WordChooser
from ui.panels.span.inspector import Inspector
from ui.panels.span.span_fields import keys_in_force
from ui.panels.suggestions.suggestion_list import ROW
from ui.panels.suggestions.suggestion_panel import SuggestionPanel

_LEAST, _TIGHT = 208, 188  # least height of a card in pixels: head, words, a few fields and foot; with many labels
_ROOMY = 280  # height of a card that leaves the list a third row
_LEAST_BELOW = (164, 56)  # least height of the list (head, two rows, foot), and of an empty one (head), in pixels
_ONE_ROW = _LEAST_BELOW[False] - ROW
_PART = (3, 5)  # as a fraction, 3/5: the card's share of the room, unless its fields need less
_BARE = 96  # height of a card that shows nothing yet, in pixels
_UNSET = 0  # a saved height of 0: the height follows from the room


class Shares(QSplitter):
    """The splitter between a card and the list below it. If the user drags the gap, its position is saved.

    What the card shows never moves the gap. Until the user drags it, the card gets a share of the room, at most what
    all fields of a claim need, and the list gets the rest. An empty list shrinks to its head, and the card gets the
    rest. Until something is selected in an article, the list gets nearly all the room, also while it is still empty.
    """

    def __init__(self, cards: QStackedWidget, below: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical)
        self.setObjectName("shares")
        self.setChildrenCollapsible(False)
        self.setHandleWidth(APART)
        self._top = _UNSET
        self._empty = True  # also while no article is open
        self._bare = False  # whether nothing was selected in the article yet
        self._cards, self._below = cards, below
        self._needed = 0  # least height of the list in pixels
        self._fields_need = 0  # height of a card with all fields of a claim in pixels
        self._room = 0  # visible height in pixels
        self._beside = 0  # the part of it that the widgets below take
        for place, part in enumerate((cards, below)):
            part.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
            part.setMinimumHeight((_LEAST, _LEAST_BELOW[True])[place])
            self.addWidget(part)
            self.setStretchFactor(place, place)
        self.splitterMoved.connect(self._on_moved)

    @Slot(bool)
    def empty(self, empty: bool) -> None:  # noqa: FBT001 - a slot
        """Set whether the list is empty."""
        if self._empty != empty:
            self._empty = empty
            self._share()

    def bare(self, bare: bool) -> None:  # noqa: FBT001 - what is so
        """Set whether nothing was selected in the article yet."""
        if self._bare != bare:
            self._bare = bare
            self._share()

    @Slot(int)
    def widen_below(self, needed: int) -> None:
        """Set the least height of the list while it also shows filters; 0 without them."""
        if self._needed != needed:
            self._needed = needed
            self._below.setMinimumHeight(max(_LEAST_BELOW[True], needed))
            self._share()

    @Slot(int)
    def need(self, needed: int) -> None:
        """Set the height in pixels of a card that shows all fields of a claim."""
        if self._fields_need != needed:
            self._fields_need = needed
            self._share()

    def have_room(self, room: int, beside: int = 0) -> None:
        """Set the visible height, and how much of it the widgets below take, in pixels.

        Before labels below go out of sight, the list gives up a row and the card some pixels. If there are so many
        labels that the column scrolls anyway, card and list fill the visible height.
        """
        if (self._room, self._beside) != (room, beside):
            self._room, self._beside = room, beside
            self._share()

    def save(self) -> QByteArray:
        """Return the card's height (0 if never dragged).

        It is written twice, because older versions saved two kinds of cards.
        """
        return QByteArray(f"{self._top} {self._top}".encode())

    def restore(self, state: QByteArray) -> None:
        """Restore a height that `save` returned; ignore anything else."""
        tops = bytes(state.data()).split()
        if len(tops) == len(_LEAST_BELOW) and all(top.isdigit() and len(top) < len("100000") for top in tops):
            self._top = int(tops[-1])  # in older versions the first is the height of a small card
            self._share()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share()

    def minimumSizeHint(self) -> QSize:
        least = self._least_card + APART + self._least_below
        scrolls = least + self._beside > self._room
        return QSize(0, max(least, self._room) if scrolls else least)

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()

    @property
    def _least_card(self) -> int:
        return _TIGHT if self._is_tight else _LEAST

    @property
    def _least_below(self) -> int:
        least = _LEAST_BELOW[self._empty and not self._bare]
        return max(min(least, _ONE_ROW) if self._is_tight else least, self._needed)

    @property
    def _is_tight(self) -> bool:
        """Whether all labels are visible only if list and card give up some of their height."""
        return _TIGHT + _ONE_ROW <= self._room - self._beside - APART < _LEAST + _LEAST_BELOW[False]

    def _share(self) -> None:
        room = self.height() - self.handleWidth()
        top = self._top
        if top == _UNSET:
            usual = self._least_below if self._empty else self._usual_below(room)
            below = room - _BARE if self._bare else usual
            top = room - below + (below - self._least_below) % ROW  # the list shows whole rows
        self._cards.setMinimumHeight(min(self._least_card, top) if self._bare else self._least_card)
        self.setSizes([top, max(0, room - top)])
        self.updateGeometry()

    def _usual_below(self, room: int) -> int:
        """Return the list's height: what the card leaves, but at least three rows, or two in a low window."""
        few, many = _PART
        third = self._least_below + ROW
        least = third if room - third >= _ROOMY else self._least_below
        return max(least, room - max(self._least_card, min(self._fields_need, room * few // many)))

    @Slot(int, int)
    def _on_moved(self, _place: int, _index: int) -> None:
        self._top = self.sizes()[0]


class LabelPanel(QWidget):
    """The chips of the schema's active labels, in rows that wrap."""

    chosen = Signal(str, str)  # layer, id of the label
    menu_wanted = Signal(QPoint, object)  # place on the screen, Label

    def __init__(self, session: Session) -> None:
        super().__init__()
        named(self, "labelPanel", self.tr("Labels"))
        self._session = session
        self._patterns = False
        self._flow = FlowLayout(self, gap=TIGHT)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        for signal in (session.project_opened, session.project_closed, session.schema_changed):
            signal.connect(self.refresh)
        session.document_opened.connect(self._enable)
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Rebuild the chips from the project's schema."""
        clear_layout(self._flow)
        project = self._session.project
        for label in project.schema.labels if project is not None else ():
            if label.active:
                chip = LabelChip(label)
                chip.clicked.connect(self._on_clicked)
                self._flow.addWidget(chip)
        self.show_patterns(self._patterns)
        self._enable()

    @Slot(bool)
    def show_patterns(self, patterns: bool) -> None:  # noqa: FBT001
        """Show on each chip the pattern that marks the label in the article, or show no patterns."""
        self._patterns = patterns
        project = self._session.project
        labels = [(label.layer, label.id) for label in project.schema.labels] if project is not None else []
        for chip in self.findChildren(LabelChip):
            layer, label = chip.label.layer, chip.label.id
            chip.show_pattern(pattern_of(labels, layer, label) if patterns and layer != ATTRIBUTION else 0)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        chip = self.childAt(event.pos())
        if isinstance(chip, LabelChip):
            self.menu_wanted.emit(event.globalPos(), chip.label)

    @Slot()
    def _enable(self) -> None:
        self.setEnabled(self._session.writable and self._session.opened is not None)

    @Slot()
    def _on_clicked(self) -> None:
        chip = self.sender()
        if isinstance(chip, LabelChip):
            self.chosen.emit(chip.label.layer, chip.label.id)


class LayerRow(QWidget):
    """Buttons that show and hide layers, in rows that wrap."""

    turned = Signal(str)  # id of the layer to show or hide

    def __init__(self, session: Session) -> None:
        super().__init__()
        named(self, "layerRow", self.tr("Visible layers"))
        self._session = session
        self._flow = FlowLayout(self, gap=TIGHT, heading=True)
        self._buttons: dict[str, QPushButton] = {}
        session.project_opened.connect(self._fill)
        session.schema_changed.connect(self._refill)
        self._fill()

    def show_hidden(self, hidden: frozenset[str]) -> None:
        """Uncheck the buttons of these layers."""
        for layer, button in self._buttons.items():
            button.setChecked(layer not in hidden)

    @Slot()
    def _refill(self) -> None:
        hidden = frozenset(layer for layer, button in self._buttons.items() if not button.isChecked())
        self._fill()
        self.show_hidden(hidden)

    @Slot()
    def _fill(self) -> None:
        while (held := self._flow.takeAt(0)) is not None:
            if (widget := held.widget()) is not None:
                widget.setParent(None)
                widget.deleteLater()
        self._buttons.clear()
        project = self._session.project
        if project is None:
            return
        title = plain(self.tr("Show:"), "muted")
        title.setMinimumHeight(QPushButton("X").sizeHint().height())
        self._flow.addWidget(title)
        for layer in project.schema.layers:
            name = words(layer.name, ui_language())
            button = named(QPushButton(name.replace("&", "&&")), f"layerButton.{layer.id}", name, role="tab")
            button.setToolTip(tooltip(self.tr("Show or hide these labels in the article")))
            button.setCheckable(True)
            button.setChecked(True)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the focus in the article
            button.clicked.connect(self._on_clicked)
            self._flow.addWidget(button)
            self._buttons[layer.id] = button

    @Slot()
    def _on_clicked(self) -> None:
        for layer, button in self._buttons.items():
            if button is self.sender():
                self.turned.emit(layer)


class Panels(QWidget):
    """The right column: its panels, one below the other, and their signals."""

    activated = Signal(str)  # id of a row to go to
    kept = Signal(str)  # id of a row to activate without scrolling
    chosen = Signal(str, str)
    left = Signal()

    def __init__(self, session: Session, decisions: Decisions) -> None:
        super().__init__()
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
        self._later = Later(self._turn, self, session.settling)
        self._stack.addWidget(self.inspector)
        self._stack.addWidget(self.claim_card)
        self.shares = Shares(self._stack, self.suggestions)
        self.suggestions.emptied.connect(self.shares.empty)
        self.shares.empty(self.suggestions.is_empty)  # if the window was rebuilt, an article may already be open
        self.suggestions.filtered.connect(self.shares.widen_below)
        self.claim_card.needed.connect(self.shares.need)
        self.labels.chosen.connect(self.chosen)
        for panel in (self.claim_card, self.inspector, self.suggestions):
            panel.left.connect(self.left)
        for goes in (self.claim_card.activated, self.suggestions.activated):
            goes.connect(self.activated)
        for stays in (self.claim_card.kept, self.inspector.activated):
            stays.connect(self.kept)
        self._area = self._lay_out()
        session.document_opened.connect(self._begin)
        self._other_labels = Later(self._have_room, self)  # the labels' height is known only after the layout
        for signal in (session.project_opened, session.schema_changed):
            signal.connect(self._other_labels.ask)

    def connect_pointing(self, view: ArticleView) -> None:
        """Connect the cards to the article: claim fields take words from it, and the inspector shows the selection."""
        WordChooser(self._session, self.claim_card, view, self)
        self.inspector.selected.follow(view.selection_changed, view.selection)

    def follow_keys(self, changed: SignalInstance, shortcuts: Callable[[str], Sequence[str]]) -> None:
        """Show on the fields the keys of the actions with the same name, now and whenever ``changed`` is emitted."""
        changed.connect(partial(self._use_keys, shortcuts))
        self._use_keys(shortcuts)

    def _use_keys(self, shortcuts: Callable[[str], Sequence[str]]) -> None:
        for card in (self.claim_card, self.inspector):
            card.use_keys(keys_in_force(shortcuts))

    @Slot(str)
    def open_card(self, claim: str) -> None:
        self._session.settling.catch_up()  # first, as the article may hide the claim
        self.set_active(claim)
        self._later.catch_up()  # show the card now: a hidden widget takes no focus
        self.claim_card.open_keyboard()

    def set_active(self, row_id: str | None) -> None:
        """Show a span or suggestion as the active row, or nothing for None."""
        if row_id is None and self.claim_card.holds_keyboard and self.claim_card.claim is not None:
            return  # the user types in the card: keep it, although no row is active in the article
        if row_id is not None:
            self.shares.bare(False)
        opened = self._session.opened
        row = opened.span(row_id) if opened is not None else None
        is_claim = isinstance(row, Span) and row.layer == CLAIMS
        self._on_card = is_claim or self.claim_card.words.want is not None
        self.claim_card.set_active(row_id)
        self.inspector.set_active(None if self._on_card else row_id)
        self.suggestions.set_active(row_id)
        self._later.ask()

    @Slot()
    def _begin(self) -> None:
        self.shares.bare(True)

    def _lay_out(self) -> QScrollArea:
        """Lay out the panels and return their scroll area.

        In a low window the column scrolls, because a card of a few pixels is useless.
        """
        held = QWidget()
        fill(
            QVBoxLayout(held),
            (self.shares, 1),
            self.labels,
            self.layers,
            margins=APART,
            spacing=APART,
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        area = scrolled(held, "rightArea", self.tr("Labels and suggestions"))
        layout.addWidget(area)
        return area

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._have_room()

    @Slot()
    def _have_room(self) -> None:
        width = self.width() - 2 * APART
        below = self.labels.heightForWidth(width) + self.layers.heightForWidth(width) + 2 * APART
        self.shares.have_room(self.height() - 2 * APART, below)

    def _turn(self) -> None:
        if self._on_card and self._stack.currentWidget() is not self.claim_card:
            self._area.verticalScrollBar().setValue(0)
        elif not self._on_card and self.claim_card.holds_keyboard:
            self.left.emit()  # otherwise the widget next to the hidden card would get the focus
        self._stack.setCurrentWidget(self.claim_card if self._on_card else self.inspector)
