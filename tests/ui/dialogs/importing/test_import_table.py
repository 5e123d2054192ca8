"""The table of imported articles."""

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from tests.ui.at_once import reading
from tests.ui.opened import open_article
from ui.base.settings import Settings
from ui.dialogs.importing.import_dialog import ImportDialog
from ui.dialogs.importing.import_table import Column

LONG = "Ein Artikel mit einem sehr langen Titel, der allein schon die halbe Breite des Fensters haben will"


def test_titles_narrow_so_all_columns_show(tmp_path, qtbot):
    session, _ = open_article(tmp_path)
    dialog = ImportDialog(session, reading(session), Settings())
    qtbot.addWidget(dialog)
    dialog.resize(700, 600)
    dialog.open()
    path = tmp_path / f"{'lang' * 12}.txt"
    path.write_text(f"{LONG}\n\nEin Satz über Köln.", "utf-8")
    dialog.read_paths([path])
    qtbot.waitUntil(dialog.progress.isHidden)
    assert dialog.table.model().rowCount() == 1
    assert dialog.table.horizontalHeader().length() <= dialog.table.viewport().width()
    dialog.close()
    session.close_project()


def test_long_file_name_is_elided_in_the_middle(tmp_path, qtbot):
    session, _ = open_article(tmp_path)
    dialog = ImportDialog(session, reading(session), Settings())
    qtbot.addWidget(dialog)
    table = dialog.table
    option = QStyleOptionViewItem()
    names = table.itemDelegateForColumn(Column.FILE)
    assert isinstance(names, QStyledItemDelegate)
    names.initStyleOption(option, QModelIndex())
    assert option.textElideMode is Qt.TextElideMode.ElideMiddle
    assert not table.wordWrap()
    session.close_project()
