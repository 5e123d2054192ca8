"""The context menu of a label's chip: label with it, list its labels, edit it."""

from functools import partial

from PySide6.QtCore import QObject, QPoint, Qt, Signal, Slot
from PySide6.QtWidgets import QMenu, QWidget

from annotator.model.query import Query
from annotator.model.schema import Label
from annotator.model.values import ATTRIBUTION
from ui.actions.actions import label_id
from ui.actions.menus import Menus
from ui.base.widgets.inputs import named
from ui.panels.right_column import Panels


class LabelMenu(QObject):
    """Opens a menu with what can be done with the label under the pointer."""

    find_wanted = Signal(object)  # a Query for the labels of this kind
    edit_wanted = Signal(str, str)  # layer, id of the label

    def __init__(self, panels: Panels, menus: Menus, parent: QWidget) -> None:
        super().__init__(parent)
        self._panels = panels
        self._menus = menus
        self._window = parent
        panels.labels.menu_wanted.connect(self._open)

    @Slot(QPoint, object)
    def _open(self, place: QPoint, label: Label) -> None:
        menu = named(QMenu(self._window), "labelMenu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self._menus.actions_by_id[label_id(label)])
        menu.addSeparator()
        query = Query(layer=label.layer, label=label.id)
        menu.addAction(self.tr("&All in the Project…")).triggered.connect(partial(self.find_wanted.emit, query))
        if label.layer != ATTRIBUTION:
            only = partial(self._panels.suggestions.filters.choose_label, (label.layer, label.id))
            menu.addAction(self.tr("Only Its &Suggestions")).triggered.connect(only)
        edit = menu.addAction(self.tr("&Edit Label…"))
        edit.triggered.connect(partial(self.edit_wanted.emit, label.layer, label.id))
        menu.popup(place)
