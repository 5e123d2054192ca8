"""An open import dialog, and files to read in it."""

import json

import pytest

from tests.ui.at_once import reading
from tests.ui.opened import TEXT, open_article
from ui.base.settings import Settings
from ui.dialogs.importing.import_dialog import ImportDialog
from ui.dialogs.importing.import_table import Column


@pytest.fixture
def opened(tmp_path, qtbot):
    session, _ = open_article(tmp_path)
    dialog = ImportDialog(session, reading(session), Settings())
    qtbot.addWidget(dialog)
    dialog.open()
    yield session, dialog, tmp_path / "Artikel"
    dialog.close()
    session.close_project()


@pytest.fixture
def folder(opened):
    made = opened[2]
    made.mkdir(exist_ok=True)
    (made / "eins.txt").write_text("Eins 🎈 über Köln\n\nEin Satz über Köln.", "utf-8")
    (made / "zwei.txt").write_bytes("Zwei über Münster\n\nEin Satz über Münster.".encode("cp1252"))
    (made / "da.txt").write_text(TEXT, "utf-8")
    (made / "kaputt.txt").write_bytes(b"\x00\x01\x02 kein Text" * 20)
    return made


def take(qtbot, dialog, path):
    dialog.read_paths([path])
    qtbot.waitUntil(dialog.progress.isHidden)


def files(dialog):
    return [dialog.model.index(row, Column.FILE).data() for row in range(dialog.model.rowCount())]


@pytest.fixture
def labelled(opened):
    """A doccano file with known labels, an unknown one, a bad line, and offsets behind an emoji."""
    made = opened[2]
    made.mkdir(exist_ok=True)
    text = "Über 🎈 Köln lief Öl."
    records = [
        {"id": 1, "text": text, "label": [[7, 11, "LOC"], [17, 19, "STOFF"], [0, 4, "STOFF"]]},
        {"id": 2, "text": "Zweiter Satz über Köln.", "label": [[18, 22, "LOC"]]},
    ]
    lines = [json.dumps(record, ensure_ascii=False) for record in records]
    path = made / "aus_doccano.jsonl"
    path.write_text("\n".join([lines[0], "kaputt", lines[1]]) + "\n", "utf-8")
    return path


def add(qtbot, dialog):
    with qtbot.waitSignal(dialog.added) as said:
        dialog.add.click()
    return said.args[0]


def cells(dialog, row=0):
    return [dialog.model.index(row, column).data() for column in range(dialog.model.columnCount())]
