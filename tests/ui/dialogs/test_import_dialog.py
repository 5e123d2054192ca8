import pytest
from PySide6.QtCore import Qt

from tests.ui.at_once import read
from tests.ui.opened import TEXT, open_article
from ui.dialogs.import_dialog import ImportDialog
from ui.dialogs.import_table import ENCODING, FILE, TITLE


@pytest.fixture
def opened(tmp_path, qtbot):
    session, _ = open_article(tmp_path)
    dialog = ImportDialog(session, read)
    qtbot.addWidget(dialog)
    dialog.open()
    yield session, dialog, tmp_path / "Artikel"
    dialog.close()
    session.close_project()


@pytest.fixture
def folder(opened):
    made = opened[2]
    made.mkdir()
    (made / "eins.txt").write_text("Eins 🎈 über Köln\n\nEin Satz über Köln.", "utf-8")
    (made / "zwei.txt").write_bytes("Zwei über Münster\n\nEin Satz über Münster.".encode("cp1252"))
    (made / "da.txt").write_text(TEXT, "utf-8")
    (made / "kaputt.txt").write_bytes(b"\x00\x01\x02 kein Text" * 20)
    return made


def take(qtbot, dialog, path):
    dialog.read_paths([path])
    qtbot.waitUntil(dialog.progress.isHidden)


def files(dialog):
    return [dialog.model.index(row, FILE).data() for row in range(dialog.model.rowCount())]


def test_the_good_files_go_in_and_the_bad_one_is_named(qtbot, opened, folder):
    session, dialog, _ = opened
    take(qtbot, dialog, folder)
    assert any("eins.txt" in name for name in files(dialog))
    assert "kaputt.txt" in dialog.faults.item(0).text()
    assert dialog.model.known == 1
    with qtbot.waitSignal(dialog.added) as said:
        qtbot.mouseClick(dialog.add, Qt.MouseButton.LeftButton)
    titles = [session.required().read.document(id_).title for id_ in said.args[0].ids]
    assert titles == ["Eins 🎈 über Köln", "Zwei über Münster"]


def test_what_is_not_ticked_stays_out_and_a_title_can_be_corrected(qtbot, opened, folder):
    session, dialog, _ = opened
    take(qtbot, dialog, folder)
    row = next(row for row, name in enumerate(files(dialog)) if "eins" in name)
    other = next(row for row, name in enumerate(files(dialog)) if "zwei" in name)
    dialog.model.setData(dialog.model.index(row, FILE), Qt.CheckState.Unchecked, Qt.ItemDataRole.CheckStateRole)
    dialog.model.setData(dialog.model.index(other, TITLE), "Besser")
    with qtbot.waitSignal(dialog.added) as said:
        dialog.add.click()
    assert [session.required().read.document(id_).title for id_ in said.args[0].ids] == ["Besser"]


def test_a_file_is_read_again_in_the_encoding_that_was_chosen(qtbot, opened, folder):
    _, dialog, _ = opened
    take(qtbot, dialog, folder)
    row = next(row for row, name in enumerate(files(dialog)) if "zwei" in name)
    dialog.table.selectRow(row)
    dialog.encoding.setCurrentText("mac-roman")
    dialog.encoding.activated.emit(dialog.encoding.currentIndex())
    qtbot.waitUntil(dialog.progress.isHidden)
    again = next(row for row, name in enumerate(files(dialog)) if "zwei" in name)
    assert again == row
    assert dialog.model.index(again, ENCODING).data().startswith("mac-roman")
    assert "Mºnster" in dialog.model.articles[again].text or "¸" in dialog.model.articles[again].text


def test_nothing_to_add_leaves_nothing_to_press(qtbot, opened):
    _, dialog, folder = opened
    take(qtbot, dialog, folder / "fehlt.txt")
    assert not dialog.add.isEnabled()
    assert "fehlt.txt" in dialog.faults.item(0).text()


def test_a_file_that_could_not_be_decoded_can_be_read_in_a_chosen_encoding(qtbot, opened, tmp_path):
    _, dialog, _ = opened
    raw = "Drei über Köln\n\nEin Satz über Köln.".encode("cp1252")
    path = tmp_path / "drei.txt"
    path.write_bytes(raw)
    dialog._start([path], "utf-8")  # fails: it is not UTF-8
    qtbot.waitUntil(dialog.progress.isHidden)
    assert "drei.txt is not utf-8" in dialog.faults.item(0).text()
    dialog.faults.setCurrentRow(0)
    assert dialog.encoding.isEnabled()
    dialog.encoding.setCurrentText("cp1252")
    dialog.encoding.activated.emit(dialog.encoding.currentIndex())
    qtbot.waitUntil(dialog.progress.isHidden)
    assert dialog.faults.count() == 0
    assert dialog.model.articles[0].text.startswith("Drei über Köln")
