"""The filters and the order of the list of articles."""

from functools import partial

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QInputDialog, QMenu, QWidget

from annotator.model.query import LARGEST_SEED, Listing, Order, Question
from ui.base.widgets.button_names import name_buttons
from ui.base.widgets.filter_button import FilterButton
from ui.bridge.session import Session
from ui.filtering.filter_words import order_words
from ui.filtering.filters import FilterBar


class ListingBar(FilterBar):
    """Chips for filters, and for an order other than the default."""

    def __init__(self, session: Session, button: FilterButton, parent: QWidget | None = None) -> None:
        super().__init__(session, "articles", button, parent)
        self._shown = button
        self._order, self._seed = Order.ADDED, 0

    @property
    def listing(self) -> Listing:
        """The query and order of the list."""
        return Listing(question=self.question, order=self._order, seed=self._seed)

    def show_listing(self, listing: Listing) -> None:
        """Show filters and order without emitting `changed`."""
        self._order, self._seed = listing.order, listing.seed
        self.show_question(listing.question)

    def arrange(self, order: Order, seed: int = 0) -> None:
        """Set the order and emit `changed`."""
        self._order, self._seed = order, seed
        self.show_question(self.question)
        self.changed.emit()

    def _offer_first(self, menu: QMenu) -> None:
        orders = menu.addMenu(self.tr("Order"))
        for order in Order:
            action = orders.addAction(order_words(order))
            action.setCheckable(True)
            action.setChecked(order is self._order)
            if order is Order.RANDOM:
                action.setText(f"{action.text()}…")
                action.triggered.connect(self._ask_seed)
            else:
                action.triggered.connect(partial(self._arrange, order))
        menu.addSeparator()

    def _show(self) -> None:
        super()._show()
        if self._order is not Order.ADDED:
            shuffled = self._order is Order.RANDOM
            words = f"{order_words(self._order)} {self._seed}" if shuffled else order_words(self._order)
            self._add_chip("order", words, partial(self._arrange, Order.ADDED))
        self._shown.show_filtering(self.question != Question())

    def _arrange(self, order: Order, _checked: object = None) -> None:
        self.arrange(order)

    @Slot()
    def _ask_seed(self) -> None:
        dialog = QInputDialog(self.window())
        dialog.setObjectName("seedDialog")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle(order_words(Order.RANDOM))
        dialog.setInputMode(QInputDialog.InputMode.IntInput)
        dialog.setLabelText(self.tr("The same number always gives the same order:"))
        dialog.setIntRange(1, LARGEST_SEED)
        dialog.setIntValue(self._seed or 1)
        dialog.intValueSelected.connect(partial(self.arrange, Order.RANDOM))
        dialog.open()
        name_buttons(dialog)
