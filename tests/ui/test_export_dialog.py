import json

import pytest
from PySide6.QtCore import Qt

from annotator import exchange
from tests.ui.at_once import exporting
from tests.ui.opened import open_article, part
from ui.export_dialog import ExportDialog
from ui.workers import JobProcess


@pytest.fixture
def opened(tmp_path, qtbot):
    session, decisions = open_article(tmp_path)
    decisions.label(*part("Köln"), "entities", "LOC")
    decisions.label(*part("öln"), "entities", "MISC")  # inside a token and overlapping
    dialog = ExportDialog(session, *exporting(session))
    qtbot.addWidget(dialog)
    dialog.open()
    yield session, dialog, tmp_path
    dialog.close()
    session.close_project()


@pytest.fixture
def process():
    made = JobProcess("files", broken=pytest.fail)
    yield made
    made.shut_down()


def choose(dialog, name):
    dialog.form.format.setCurrentIndex(dialog.form.format.findData(name))


def test_the_own_format_holds_all_and_is_written(qtbot, opened):
    _, dialog, folder = opened
    target = folder / "Stadt über.jsonl"
    dialog.target.setText(str(target))
    assert dialog.model.rowCount() == 0
    with qtbot.waitSignal(dialog.exported) as said:
        qtbot.mouseClick(dialog.write, Qt.MouseButton.LeftButton)
    assert said.args[1] == target
    (line,) = target.read_text("utf-8").splitlines()
    assert len(json.loads(line)["spans"]) == 2


def test_what_a_format_cannot_hold_is_told_before_and_leads_to_its_place(qtbot, opened, process):
    session, dialog, _ = opened

    def preflight(request, *, done, failed, advanced):  # spaCy must not come into this process
        job = process.start(exchange.preflight, session.required().path, request, done=done, failed=failed)
        return lambda: process.cancel(job)

    dialog._preflight = preflight
    choose(dialog, "docbin")
    qtbot.waitUntil(lambda: dialog.model.rowCount() > 0, timeout=60_000)
    report = dialog.findChild(object, "exportSummary").text()
    assert "Articles: 1. Labels: 2, of them 1 as they are, 0 changed, 1 left out." in report
    with qtbot.waitSignal(dialog.jump) as said:
        dialog.table.clicked.emit(dialog.model.index(0, 0))
    assert said.args == [session.opened.document.id, *part("öln")]


def test_the_suffix_follows_the_format_and_a_split_goes_into_a_folder(opened):
    _, dialog, _ = opened
    choose(dialog, "docbin")
    assert dialog.target.text().endswith(".spacy")
    dialog.form.split.setChecked(True)
    assert dialog.target.text().endswith("Stadt")
    dialog.form.shares.setText("80/10")
    assert not dialog.write.isEnabled()
    dialog.form.shares.setText("70/20/10")
    assert dialog.form.request().options.split == "70/20/10"
    assert dialog.write.isEnabled()


def test_a_target_that_cannot_be_written_is_told_and_the_dialog_stays(qtbot, opened):
    _, dialog, folder = opened
    dialog.target.setText(str(folder / "fehlt" / "x.jsonl"))
    dialog._start()
    qtbot.waitUntil(dialog.progress.isHidden)
    assert dialog.isVisible()
    assert "x.jsonl" in dialog.findChild(object, "exportSummary").text()
    assert dialog.write.isEnabled()
