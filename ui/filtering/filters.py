"""A bar with a chip for each active filter, and a menu that offers all filters."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import QDate, QPoint, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QDateEdit,
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QInputDialog,
    QMenu,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from annotator.model.query import LARGEST_SEED, Listing, Order, Query, Stage
from annotator.model.schema import Attribute, AttributeKind, words
from annotator.model.values import Priority, State
from ui.base.i18n import language_name, locale, ui_language
from ui.base.look.plain_text import tooltip
from ui.base.widgets.buttons import FilterButton, input_dialog, name_buttons
from ui.base.widgets.flow import FlowLayout
from ui.base.widgets.inputs import fill, named
from ui.base.window_keys import OwnKeys
from ui.bridge.session import Session
from ui.filtering.filter_words import filters_of, order_words, priority_words, stage_words, state_words


class DateRange(QDialog):
    """A dialog for the first and the last day of publication, both included."""

    chosen = Signal(str, str)  # first and last day as ISO dates, "" for no limit

    def __init__(self, since: str | None, until: str | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("dateRange")
        self.setWindowTitle(self.tr("Date"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._fields = (_Day("since", self.tr("&From"), since), _Day("until", self.tr("&Until"), until))
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        for row, field in enumerate(self._fields):
            grid.addWidget(field.box, row, 0)
            grid.addWidget(field.day, row, 1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        fill(QVBoxLayout(self), grid, buttons, spacing=16)
        name_buttons(self)

    @Slot()
    def accept(self) -> None:
        super().accept()
        since, until = (field.iso for field in self._fields)
        self.chosen.emit(*sorted((since, until)) if since and until else (since, until))


class _Day:
    """A check box that turns a limit on, and the limit's day."""

    def __init__(self, name: str, text: str, iso: str | None) -> None:
        self.box = named(QCheckBox(text), f"{name}Box", text.replace("&", ""))
        known = QDate.fromString((iso or "")[:10], Qt.DateFormat.ISODate)
        self.day = named(
            QDateEdit(known if known.isValid() else QDate.currentDate()), f"{name}Day", text.replace("&", "")
        )
        self.day.setCalendarPopup(True)
        self.day.setLocale(locale())
        self.box.setChecked(known.isValid())
        self.day.dateChanged.connect(self._on_day)

    @property
    def iso(self) -> str:
        """The day as an ISO date, "" if the limit is off."""
        return self.day.date().toString(Qt.DateFormat.ISODate) if self.box.isChecked() else ""

    def _on_day(self) -> None:
        self.box.setChecked(True)


_MOST = 60  # names in a menu, at most
_CLOSED = {AttributeKind.CHOICE, AttributeKind.SCALE}


class FilterBar(QWidget):
    """Shows the filters of a query. A click on a chip removes its filter; ``button`` opens the menu of filters.

    The owner puts the button into its layout, or passes its own. Without filters the bar is hidden.
    """

    changed = Signal()  # `query` changed

    def __init__(
        self, session: Session, name: str, button: QAbstractButton | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._name = name
        self.query = Query()
        self._chips: list[QToolButton] = []
        self.button = button or _chip(f"{name}Filter", self.tr("Filter"))
        if button is None:
            self.button.clicked.connect(self.offer)
        self._layout = FlowLayout(self, gap=6)
        self.hide()

    def ask_for(self, words: str) -> Query:
        """Return a query for ``words`` with the filters of this bar."""
        return replace(self.query, words=words)

    def show_query(self, query: Query) -> None:
        """Show the filters of a query without emitting `changed`."""
        self.query = query
        self._show()

    @Slot()
    def offer(self) -> None:
        """Open the menu of all filters."""
        menu = QMenu(self)
        OwnKeys(menu)
        menu.setObjectName(f"{self._name}FilterMenu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._offer_first(menu)
        self._offer_about_articles(menu)
        menu.addSeparator()
        self._offer_about_spans(menu)
        menu.popup(self.button.mapToGlobal(QPoint(0, self.button.height() + 2)))

    def ask(self, **wanted: Any) -> None:
        """Set filters, given as fields of the query, and emit `changed`."""
        self.query = replace(self.query, **wanted)
        self._show()
        self.changed.emit()

    # Inside

    def _offer_first(self, menu: QMenu) -> None:
        """Add menu items about the list itself; subclasses override this."""

    def _offer_about_articles(self, menu: QMenu) -> None:
        read = self._session.required().read
        self._choices(menu, self.tr("State"), "state", ((state, state_words(state)) for state in State))
        languages = ((language, language_name(language)) for language in ("de", "en", "other"))
        self._choices(menu, self.tr("Language"), "language", languages)
        self._choices(menu, self.tr("Publisher"), "publisher", ((name, name) for name in read.search.publishers()))
        self._choices(menu, self.tr("Batch"), "batch", ((name, name) for name in read.search.batches()))
        priorities = ((priority, priority_words(priority)) for priority in Priority)
        self._choices(menu, self.tr("Priority"), "priority", priorities)
        self._choices(menu, self.tr("Dealt To"), "dealt_to", ((name, name) for name in read.assigned.people()))
        self._choices(menu, self.tr("Done By"), "done_by", ((name, name) for name in read.people.working()))
        self._choices(menu, self.tr("Team"), "stage", ((stage, stage_words(stage)) for stage in Stage))
        menu.addAction(self.tr("Date…"), self._ask_dates)
        for label in self._session.required().schema.document_labels:
            self._values(menu, label, "article_label")
        self._choice(menu, self.tr("Article with a Note"), noted=True)
        self._choice(menu, self.tr("Replaced by a Newer Version"), replaced=True)

    def _offer_about_spans(self, menu: QMenu) -> None:
        project = self._session.required()
        labels = menu.addMenu(self.tr("Label"))
        for layer in project.schema.layers:
            labels.addSeparator()
            every = self.tr("Any label: {layer}").format(layer=words(layer.name, ui_language()))
            self._choice(labels, every, layer=layer.id, label=None)
            for label in project.schema.labels:
                if label.layer == layer.id and label.active:
                    self._choice(labels, words(label.name, ui_language()), layer=layer.id, label=label.id)
        beside = menu.addMenu(self.tr("Together With"))
        for label in (label for label in project.schema.labels if label.active):
            self._choice(beside, words(label.name, ui_language()), beside=(label.layer, label.id))
        fields = menu.addMenu(self.tr("Field"))
        for field in project.schema.attributes:
            if field.kind in _CLOSED and field.values:
                self._values(fields, field, "attribute")
        menu.addAction(self.tr("Claimant…"), self._ask_claimant)
        self._choices(menu, self.tr("Annotator"), "said_by", ((name, name) for name in project.read.people.labelling()))
        self._choice(menu, self.tr("With a Note"), note=True)
        self._choice(menu, self.tr("In Doubt"), doubt=True)

    def _choices(self, menu: QMenu, title: str, name: str, values: Iterable[tuple[object, str]]) -> None:
        inner = menu.addMenu(title)
        for value, text in list(values)[:_MOST]:
            self._choice(inner, text, **{name: value})
        inner.setEnabled(not inner.isEmpty())

    def _values(self, menu: QMenu, field: Attribute, name: str) -> None:
        values = ((value.id, words(value.name, ui_language()) or value.id) for value in field.values)
        title = words(field.name, ui_language()).replace("&", "&&")
        self._choices(menu, title, name, (((field.id, value), text) for value, text in values))

    def _choice(self, menu: QMenu, text: str, **wanted: Any) -> None:
        action = menu.addAction(text.replace("&", "&&"), partial(self.ask, **wanted))
        action.setCheckable(True)
        action.setChecked(all(getattr(self.query, name) == value for name, value in wanted.items()))

    @Slot()
    def _ask_claimant(self) -> None:
        words = self.tr("Claims by claimants whose name contains:")
        dialog = input_dialog(self.window(), "claimantDialog", self.tr("Claimant"), words)
        dialog.setTextValue(self.query.claimant)
        dialog.textValueSelected.connect(self._on_claimant)
        dialog.open()
        name_buttons(dialog)

    @Slot(str)
    def _on_claimant(self, name: str) -> None:
        self.ask(claimant=name.strip())

    @Slot()
    def _ask_dates(self) -> None:
        dialog = DateRange(self.query.since, self.query.until, self.window())
        dialog.chosen.connect(self._on_dates)
        dialog.open()

    @Slot(str, str)
    def _on_dates(self, since: str, until: str) -> None:
        self.ask(since=since or None, until=until or None)

    def _show(self) -> None:
        for chip in self._chips:
            self._layout.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._chips = []
        project = self._session.project
        for names, text in filters_of(self.query, project.schema) if project is not None else ():
            self._add_chip(names[0], text, partial(self._take_away, names))
        self.setVisible(bool(self._chips))

    def _add_chip(self, name: str, text: str, take_away: Callable[[], None]) -> None:
        chip = _chip(f"{self._name}Filter.{name}", text.replace("&", "&&") + "  ✕")
        chip.setAccessibleName(self.tr("Remove the filter “{filter}”").format(filter=text))
        chip.setToolTip(tooltip(chip.accessibleName()))
        chip.clicked.connect(take_away)
        self._layout.addWidget(chip)
        self._chips.append(chip)
        chip.show()
        self.show()
        self.updateGeometry()

    def _take_away(self, names: tuple[str, ...]) -> None:
        self.button.setFocus()
        self.query = self.query.without(*names)
        self._show()
        self.changed.emit()


def _chip(name: str, text: str) -> QToolButton:
    chip = named(QToolButton(), name, text, role="chip")
    chip.setText(text)
    chip.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return chip


class ListingBar(FilterBar):
    """A filter bar for the article list; it also has a chip for an order other than the default."""

    def __init__(self, session: Session, button: FilterButton, parent: QWidget | None = None) -> None:
        super().__init__(session, "articles", button, parent)
        self._shown = button
        self._order, self._seed = Order.ADDED, 0

    @property
    def listing(self) -> Listing:
        """The query and order of the list."""
        return Listing(query=self.query, order=self._order, seed=self._seed)

    def show_listing(self, listing: Listing) -> None:
        """Show filters and order without emitting `changed`."""
        self._order, self._seed = listing.order, listing.seed
        self.show_query(listing.query)

    def leave_state_to(self, state: State | None) -> None:
        """Remove the filter by state if a tab has set a state, which replaces it."""
        if state is not None and self.query.state is not None:
            self.ask(state=None)

    def arrange(self, order: Order, seed: int = 0) -> None:
        """Set the order and emit `changed`."""
        self._order, self._seed = order, seed
        self.show_query(self.query)
        self.changed.emit()

    def _offer_first(self, menu: QMenu) -> None:
        orders = menu.addMenu(self.tr("Order"))
        for order in Order:
            action = orders.addAction(order_words(order))
            action.setCheckable(True)
            action.setChecked(order is self._order)
            if order is Order.RANDOM:
                action.setText(self.tr("Shuffled…"))
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
        self._shown.show_filtering(self.query != Query())

    def _arrange(self, order: Order, _checked: object = None) -> None:
        self.arrange(order)

    @Slot()
    def _ask_seed(self) -> None:
        words = self.tr("The same number always gives the same order:")
        dialog = input_dialog(self.window(), "seedDialog", order_words(Order.RANDOM), words)
        dialog.setInputMode(QInputDialog.InputMode.IntInput)
        dialog.setIntRange(1, LARGEST_SEED)
        dialog.setIntValue(self._seed or 1)
        dialog.intValueSelected.connect(partial(self.arrange, Order.RANDOM))
        dialog.open()
        name_buttons(dialog)
