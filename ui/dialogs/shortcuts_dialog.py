"""All keys, from the table of actions, with a field that finds one."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLineEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)


class ShortcutsDialog(QDialog):
    """Lists what it is given: (menu, words, keys)."""

    def __init__(self, rows: Sequence[tuple[str, str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("shortcutsDialog")
        self.setWindowTitle(self.tr("Keyboard"))
        self.filter = QLineEdit()
        self.filter.setObjectName("shortcutsFilter")
        self.filter.setAccessibleName(self.tr("Find a key"))
        self.filter.setPlaceholderText(self.tr("Find a key or what it does"))
        self.filter.setClearButtonEnabled(True)
        self.filter.textChanged.connect(self._find)
        self.tree = QTreeWidget()
        self.tree.setObjectName("shortcutsList")
        self.tree.setAccessibleName(self.tr("Keys"))
        self.tree.setColumnCount(2)
        self.tree.setHeaderHidden(True)
        self.tree.setRootIsDecorated(False)
        self.tree.setSelectionMode(QTreeWidget.SelectionMode.SingleSelection)
        self.tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.tree.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.tree.header().setStretchLastSection(False)
        menus: dict[str, QTreeWidgetItem] = {}
        for menu, words, keys in rows:
            if menu not in menus:
                menus[menu] = self._heading(menu)
            menus[menu].addChild(QTreeWidgetItem([words, keys]))
        self.tree.expandAll()
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.setSpacing(12)
        for widget in (self.filter, self.tree, buttons):
            layout.addWidget(widget)
        self.resize(560, 680)

    def shown(self) -> list[tuple[str, str]]:
        """Give words and keys of the rows in sight."""
        rows = (row for menu in _below(self.tree.invisibleRootItem()) for row in _below(menu))
        return [(row.text(0), row.text(1)) for row in rows if not row.isHidden()]

    def _heading(self, menu: str) -> QTreeWidgetItem:
        heading = QTreeWidgetItem([menu])
        font = heading.font(0)
        font.setBold(True)
        heading.setFont(0, font)
        heading.setFlags(Qt.ItemFlag.ItemIsEnabled)
        self.tree.addTopLevelItem(heading)
        return heading

    @Slot(str)
    def _find(self, wanted: str) -> None:
        words = wanted.casefold().split()
        for menu in _below(self.tree.invisibleRootItem()):
            rows = _below(menu)
            for row in rows:
                text = f"{menu.text(0)} {row.text(0)} {row.text(1)}".casefold()
                row.setHidden(not all(word in text for word in words))
            menu.setHidden(all(row.isHidden() for row in rows))


def _below(row: QTreeWidgetItem) -> list[QTreeWidgetItem]:
    return [child for number in range(row.childCount()) if (child := row.child(number)) is not None]
