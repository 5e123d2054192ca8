"""File → Export in a real window: losses are checked first, a process writes the file, then a report follows."""

import json
import threading
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QDialog,
    QFileDialog,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPushButton,
    QScrollArea,
    QSpinBox,
)

from annotator.jobs.importing import article_replacement
from annotator.processes import slices
from tests.ui.dialogs.export_steps import SOON, checked, choose, part, press
from tests.ui.keyboard import active, answer
from ui.base.settings import Kept, Settings
from ui.base.widgets.low_screen import FRAME
from ui.dialogs.exporting.loss_table import LossTable


def told(window):
    return window.messages.words


def test_exports_own_format_without_loss(qtbot, opened, dialog, tmp_path):
    assert dialog.line.words == "2 unchanged + 0 changed + 0 left out = 2 labels in 3 articles."
    target = tmp_path / "Städte über.jsonl"
    dialog.write(target)
    qtbot.waitUntil(lambda: told(opened) != "", timeout=SOON)
    assert told(opened) == f"2 labels in 3 articles written to {target}."
    assert len(json.loads(target.read_text("utf-8").splitlines()[0])["spans"]) == 2
    qtbot.waitUntil(lambda: opened.findChild(QDialog, "exportDialog") is None)  # it goes once it has told


def test_help_says_nothing_is_lost_or_explains_rows(qtbot, dialog):
    words, empty = dialog.findChild(QLabel, "exportHelp"), dialog.findChild(QLabel, "lossTableEmpty")
    assert (words.text(), empty.text(), empty.isVisible()) == ("", "Nothing is lost.", True)
    choose(qtbot, dialog, "docbin")
    assert words.text() == "Click a row to go to its place in the article."


def test_row_choices_take_room_only_for_losses(qtbot, dialog):
    choices = dialog.choices
    assert choices.isHidden()
    below = (
        dialog.findChild(QPushButton, "exportButton").y()
        - dialog.findChild(QScrollArea, "exportAsked").geometry().bottom()
    )
    assert below <= dialog.layout().spacing() + 1, "nothing is blank above the buttons"
    choose(qtbot, dialog, "docbin")
    assert choices.isVisible()
    assert choices.isEnabled()


def test_fits_640_pixels_in_german(make_window, project_path, qtbot):
    window = make_window(project_path, language="de")
    window.actions_by_id["file.export"].trigger()
    found = window.findChild(QDialog, "exportDialog")
    qtbot.waitUntil(lambda: found.report is not None, timeout=SOON)
    for name in ("docbin", "claim-cards"):
        choose(qtbot, found, name)
        assert found.minimumSizeHint().width() <= 640 - FRAME.width()
        assert found.minimumSizeHint().height() <= 450 - FRAME.height()  # 900 pixels at 200%


def test_losses_stand_below_options_in_narrow_dialog(qtbot, dialog):
    def place():  # of the reason, which another check lists anew
        words = dialog.findChild(QLabel, "lossReason.token_edges")
        return (words.mapTo(dialog, words.rect().topLeft()).x(), words.width()) if words is not None else (0, 0)

    choose(qtbot, dialog, "docbin")
    dialog.resize(624, 304)
    qtbot.waitUntil(lambda: place()[0] < 100 and place()[1] > 300, timeout=SOON)
    dialog.resize(1040, 600)
    qtbot.waitUntil(lambda: place()[0] > 500, timeout=SOON)


def test_losses_are_listed_before_export_and_lead_to_place(qtbot, opened, dialog):
    choose(qtbot, dialog, "docbin")
    assert dialog.line.words == "1 unchanged + 0 changed + 1 left out = 2 labels in 3 articles."
    row = [dialog.losses.model().index(0, column).data() for column in range(4)]
    assert row[:2] == ["left out", "Weifang wird Metaverse"]
    assert "Other name “öln” begins or ends inside a token" in row[2]
    opened.articles.go_next()
    dialog.losses.selectRow(0)
    qtbot.keyClick(dialog.losses, Qt.Key.Key_Return)
    assert active(opened) == "öln"
    assert opened.session.opened.document.title == "Weifang wird Metaverse"
    assert dialog.isVisible()


def test_edit_beside_dialog_starts_new_check(qtbot, opened, dialog):
    choose(qtbot, dialog, "docbin")
    (bad,) = opened.session.opened.spans_at(*part("öln"))
    opened.decisions.remove([bad.id])
    checked(qtbot, dialog)
    assert dialog.losses.model().rowCount() == 0


def test_losses_can_be_shown_after_export(qtbot, opened, dialog, tmp_path):
    choose(qtbot, dialog, "docbin")
    dialog.write(tmp_path / "Städte.spacy")
    qtbot.waitUntil(lambda: told(opened) != "", timeout=SOON)
    assert "1 label in 3 articles written to" in told(opened)
    assert "Labels changed: 0, left out: 1." in told(opened)
    answer(opened)
    again = opened.findChild(QDialog, "lossDialog")
    table = again.findChild(LossTable)
    assert table.model().rowCount() == 1
    table.clicked.emit(table.model().index(0, 0))
    assert active(opened) == "öln"
    again.close()


def test_split_into_folder_asks_before_replacing(qtbot, opened, dialog, tmp_path):
    dialog.findChild(QCheckBox, "exportSplit").setChecked(True)
    checked(qtbot, dialog)
    assert dialog.report.splits == (("train", 1), ("dev", 1), ("test", 1))
    folder = tmp_path / "Teile"
    folder.mkdir()
    (folder / "train.jsonl").write_text("alt", "utf-8")
    press(dialog, "exportButton")
    dialog.findChild(QFileDialog, "exportTarget").fileSelected.emit(str(folder))
    question = dialog.findChild(QMessageBox, "exportReplace")
    assert question.text() == "Teile already contains train.jsonl."
    assert (folder / "train.jsonl").read_text("utf-8") == "alt"
    next(button for button in question.buttons() if button.text() == "Replace").click()
    qtbot.waitUntil(lambda: told(opened) != "", timeout=SOON)
    assert sorted(path.name for path in folder.iterdir()) == ["dev.jsonl", "test.jsonl", "train.jsonl"]


def test_folder_format_asks_before_replacing(qtbot, opened, dialog, tmp_path):
    choose(qtbot, dialog, "brat")
    folder = tmp_path / "brat"
    folder.mkdir()
    (folder / "annotation.conf").write_text("alt", "utf-8")
    press(dialog, "exportButton")
    chooser = dialog.findChild(QFileDialog, "exportTarget")
    assert chooser.fileMode() is QFileDialog.FileMode.Directory
    chooser.fileSelected.emit(str(folder))
    question = dialog.findChild(QMessageBox, "exportReplace")
    assert question.text().startswith("brat already contains annotation.conf. Files with the same names are replaced")
    next(button for button in question.buttons() if button.text() == "Replace").click()
    qtbot.waitUntil(lambda: told(opened) != "", timeout=SOON)
    assert "[entities]" in (folder / "annotation.conf").read_text("utf-8")
    assert len(list(folder.glob("*.ann"))) == 3


def test_folder_in_use_proposes_folder_of_its_own(qtbot, opened, dialog, tmp_path):
    choose(qtbot, dialog, "brat")
    folder = tmp_path / "Zuhause"
    folder.mkdir()
    (folder / "Brief.txt").write_text("Liebe Oma", "utf-8")
    press(dialog, "exportButton")
    dialog.findChild(QFileDialog, "exportTarget").fileSelected.emit(str(folder))
    own = f"{opened.session.required().path.stem}-brat"
    button = dialog.findChild(QMessageBox, "exportReplace").defaultButton()
    assert button.text() == f"New Folder “{own}”"
    button.click()
    qtbot.waitUntil(lambda: told(opened) != "", timeout=SOON)
    assert sorted(path.name for path in folder.iterdir()) == sorted(["Brief.txt", own])
    assert len(list((folder / own).glob("*.ann"))) == 3


def test_alt_e_exports_and_keeps_the_format(qtbot, dialog):
    chooser = dialog.findChild(QComboBox, "exportFormat")
    before = chooser.currentIndex()
    chooser.setFocus()
    qtbot.keyClick(chooser, Qt.Key.Key_E, Qt.KeyboardModifier.AltModifier)
    assert chooser.currentIndex() == before
    qtbot.waitUntil(lambda: dialog.findChild(QFileDialog, "exportTarget") is not None)


def test_without_finished_articles_the_box_is_named(qtbot, dialog):
    dialog.findChild(QCheckBox, "exportDone").setChecked(True)
    checked(qtbot, dialog)
    assert dialog.line.words == "No article is done. Clear “Only finished articles” to export all."


def test_invalid_fields_disable_export(qtbot, dialog):
    dialog.findChild(QCheckBox, "exportSplit").setChecked(True)
    shares = dialog.findChild(QLineEdit, "exportShares")
    shares.selectAll()
    qtbot.keyClicks(shares, "80/10")
    qtbot.waitUntil(lambda: "add up to 100" in dialog.line.words)
    assert not dialog.findChild(QPushButton, "exportButton").isEnabled()


def test_unwritable_target_is_reported_and_another_works(qtbot, dialog, tmp_path):
    dialog.write(tmp_path / "fehlt" / "x.jsonl")
    qtbot.waitUntil(lambda: "x.jsonl could not be written" in dialog.line.words, timeout=SOON)
    assert dialog.isVisible()
    assert dialog.findChild(QPushButton, "exportButton").isEnabled()


def test_stopping_leaves_nothing_behind(qtbot, opened, dialog, tmp_path):
    folder = tmp_path / "Ziel"
    left = folder / ".aus.jsonl.spanwright-abcd1234"
    left.mkdir(parents=True)
    (left / "made.lock").write_text("1")  # as a killed process leaves it
    dialog.write(folder / "aus.jsonl")
    press(dialog, "exportStop")
    qtbot.waitUntil(lambda: dialog.line.words == "Stopped; nothing was written.", timeout=SOON)
    assert not list(folder.iterdir())
    assert dialog.isVisible()


def test_late_stop_reports_written_files(qtbot, opened, dialog, tmp_path):
    target = tmp_path / "Städte.jsonl"
    target.write_text("alt", "utf-8")
    files = opened.desk.files
    files._woken.disconnect(files._deliver)  # the window is busy: answers wait
    dialog.write(target)
    files._go_on()
    while files._running is not dialog._job:
        files._deliver()
        files._go_on()
    while target.stat().st_size < 10:
        threading.Event().wait(0.01)
    files._woken.connect(files._deliver, Qt.ConnectionType.QueuedConnection)
    press(dialog, "exportStop")
    assert dialog.line.words == "Stopping…"
    late = f"Stopped too late: {target} was written, at least in part."
    qtbot.waitUntil(lambda: dialog.line.words == late, timeout=SOON)
    assert dialog.isVisible()


def test_closing_waits_until_split_is_stored(qtbot, opened, dialog, tmp_path, monkeypatch):
    dialog.findChild(QCheckBox, "exportSplit").setChecked(True)
    dialog.findChild(QCheckBox, "exportKeepSplit").setChecked(True)
    checked(qtbot, dialog)
    report = replace(dialog.report, dealt=dict.fromkeys(dialog.report.dealt, "train"))
    monkeypatch.setattr("ui.jobs.slice_runner.SLICE", 0)  # a step at a time
    dialog._on_written(report, tmp_path)
    dialog.reject()
    assert dialog.isVisible()
    monkeypatch.undo()
    qtbot.waitUntil(lambda: told(opened) != "", timeout=SOON)
    assert set(opened.session.required().read.counts.splits().values()) == {"train"}


def test_closing_the_project_closes_the_dialog(opened, dialog):
    opened.session.close_project()
    assert not dialog.isVisible()


def test_the_dialog_is_opened_once(opened, dialog):
    opened.actions_by_id["file.export"].trigger()
    assert opened.findChildren(QDialog, "exportDialog") == [dialog]


def test_only_some_formats_offer_unread_as_unknown(qtbot, dialog):
    box = dialog.findChild(QCheckBox, "exportOnlyRead")
    assert not box.isVisible()
    choose(qtbot, dialog, "docbin")
    assert box.isVisible()
    assert not dialog.options.request().options.only_read
    box.setChecked(True)
    checked(qtbot, dialog)
    assert dialog.options.request().options.only_read


def test_training_folder_always_splits(qtbot, opened, dialog, tmp_path):
    box = dialog.findChild(QCheckBox, "exportSplit")
    choose(qtbot, dialog, "spacy-folder")
    assert box.isChecked()
    assert not box.isEnabled()
    assert dialog.report.splits == (("train", 1), ("dev", 1), ("test", 1))
    choose(qtbot, dialog, "docbin")
    assert not box.isChecked()
    assert box.isEnabled()
    choose(qtbot, dialog, "spacy-folder")
    dialog.write(tmp_path / "Lehre")
    qtbot.waitUntil(lambda: told(opened) != "", timeout=SOON)
    assert {path.name for path in (tmp_path / "Lehre").iterdir()} == {
        *("README.md", "DATA_STATEMENT.md", "config.cfg", "corpus"),
    }


def test_kept_split_holds_until_replaced(qtbot, opened, dialog, tmp_path):
    dialog.findChild(QCheckBox, "exportSplit").setChecked(True)
    assert dialog.findChild(QCheckBox, "exportKeepSplit").isVisible()
    assert not dialog.findChild(QCheckBox, "exportNewSplit").isVisible()  # nothing is kept yet
    dialog.findChild(QCheckBox, "exportKeepSplit").setChecked(True)
    checked(qtbot, dialog)
    dealt = dialog.report.dealt
    dialog.write(tmp_path)
    qtbot.waitUntil(lambda: told(opened) != "", timeout=SOON)
    assert opened.session.required().read.counts.splits() == dealt
    qtbot.waitUntil(lambda: opened.findChild(QDialog, "exportDialog") is None)
    opened.actions_by_id["file.export"].trigger()
    again = opened.findChild(QDialog, "exportDialog")
    qtbot.waitUntil(lambda: again.report is not None, timeout=SOON)
    again.findChild(QLineEdit, "exportShares").setText("10/10/80")
    again.findChild(QSpinBox, "exportSeed").setValue(9)
    checked(qtbot, again)
    assert again.report.dealt == dealt
    by = again.findChild(QComboBox, "exportSplitBy")
    by.setCurrentIndex(by.findText("by date, newest in test"))
    assert not again.findChild(QSpinBox, "exportSeed").isEnabled()
    again.findChild(QCheckBox, "exportNewSplit").setChecked(True)
    assert again.options.request().options.split_anew
    checked(qtbot, again)
    again.close()


def test_remedy_applies_to_all_labels_of_a_reason(qtbot, opened, dialog):
    choose(qtbot, dialog, "docbin")
    reason = dialog.findChild(QLabel, "lossReason.token_edges")
    assert reason.text() == "left out: a boundary inside a token"
    press(dialog, "lossRemedy.token_edges.expand")
    checked(qtbot, dialog)
    assert dialog.findChild(QLabel, "lossReason.token_edges") is None
    assert dialog.report.lost == 0
    assert dialog.report.changed > 0
    press(dialog, "lossRemedy.expanded.leave_out")
    checked(qtbot, dialog)
    assert dialog.report.lost == 1


def test_claim_format_offers_claims_only(qtbot, opened, dialog):
    choose(qtbot, dialog, "dossier-html")
    assert dialog.report.lost == 2
    press(dialog, "lossRemedy.no_claim.only_claims")
    checked(qtbot, dialog)
    assert dialog.report.spans == 0
    assert [(loss.id, loss.count) for loss in dialog.report.losses] == [("article", 3)]  # that have no claims
    assert not dialog.findChild(QCheckBox, "exportLayer.entities").isChecked()


def test_row_choice_widens_or_omits_label_and_resets(qtbot, opened, dialog):
    choose(qtbot, dialog, "docbin")
    for name in ("widen", "keep", "leaveOut", "back"):
        assert not dialog.findChild(QPushButton, f"rowChoice.{name}").isEnabled()
    dialog.losses.selectRow(0)
    assert dialog.findChild(QPushButton, "rowChoice.widen").isEnabled()
    assert not dialog.findChild(QPushButton, "rowChoice.keep").isEnabled()  # it overlaps nothing that is written
    press(dialog, "rowChoice.widen")
    checked(qtbot, dialog)
    assert (dialog.report.changed, dialog.report.lost) == (1, 0)  # of the same words the first label
    assert dialog.losses.currentIndex().isValid()  # the row of the same label
    press(dialog, "rowChoice.leaveOut")
    checked(qtbot, dialog)
    assert [loss.reason for loss in dialog.report.losses] == ["left_out"]
    back = dialog.findChild(QPushButton, "rowChoice.back")
    assert back.text() == "Reset Choices (1)"
    back.click()
    checked(qtbot, dialog)
    assert dialog.report.lost == 1
    assert not back.isEnabled()


def test_overlap_remedy_opens_policies(qtbot, opened, dialog):
    choose(qtbot, dialog, "conll")
    press(dialog, "lossRemedy.token_edges.expand")
    checked(qtbot, dialog)
    dialog.activateWindow()
    press(dialog, "lossRemedy.overlap.overlap")
    policies = dialog.findChild(QComboBox, "exportOverlap")
    assert policies.currentText() == "a label of “Names” wins"
    qtbot.waitUntil(policies.view().isVisible)
    policies.hidePopup()


def test_options_are_remembered_per_project(qtbot, opened, dialog, tmp_path):
    choose(qtbot, dialog, "docbin")
    dialog.findChild(QCheckBox, "exportLayer.claims").setChecked(False)
    dialog.findChild(QCheckBox, "exportSplit").setChecked(True)
    dialog.findChild(QLineEdit, "exportShares").setText("60/20/20")
    dialog.findChild(QSpinBox, "exportSeed").setValue(7)
    combo = dialog.findChild(QComboBox, "exportOverlap")
    combo.setCurrentIndex(combo.findData("shortest"))
    checked(qtbot, dialog)
    asked = dialog.options.request()
    folder = tmp_path / "Teile"
    folder.mkdir()
    dialog.write(folder)
    qtbot.waitUntil(lambda: told(opened) != "", timeout=SOON)
    qtbot.waitUntil(lambda: opened.findChild(QDialog, "exportDialog") is None)  # it is gone a moment later
    opened.actions_by_id["file.export"].trigger()
    again = opened.findChild(QDialog, "exportDialog")
    assert again is not dialog
    qtbot.waitUntil(lambda: again.options.whose.counted, timeout=SOON)
    assert again.options.request() == asked
    qtbot.waitUntil(lambda: again.report is not None, timeout=SOON)
    press(again, "exportButton")
    target = again.findChild(QFileDialog, "exportTarget")
    assert target.fileMode() is QFileDialog.FileMode.Directory
    assert Path(target.directory().absolutePath()) == folder
    target.close()


def test_file_format_asks_for_its_suffix(qtbot, dialog):
    choose(qtbot, dialog, "csv")
    press(dialog, "exportButton")
    target = dialog.findChild(QFileDialog, "exportTarget")
    assert target.acceptMode() is QFileDialog.AcceptMode.AcceptSave
    assert target.defaultSuffix() == "csv"
    target.close()


def test_ignores_invalid_remembered_options(qtbot, opened):
    path = opened.session.required().path
    nonsense = {"format": 7, "overlap": [], "seed": "x", "shares": 3, "boxes": "ja", "annotator": "nobody"}
    Settings().keep_of_project(Kept.EXPORT, path, nonsense)
    opened.actions_by_id["file.export"].trigger()
    dialog = opened.findChild(QDialog, "exportDialog")
    assert dialog.options.request().format == "jsonl"
    assert dialog.options.problem() == ""


def test_replaced_articles_are_exported_on_request(window, qtbot):
    project = window.session.project
    old, new, *_ = window.articles.model.shown
    window.actions_by_id["file.export"].trigger()
    dialog = window.findChild(QDialog, "exportDialog")
    assert dialog.findChild(QCheckBox, "exportReplaced").isHidden(), "nothing was replaced"
    dialog.reject()
    wanted = article_replacement.succession(project.read, old, new, project.annotator)
    window.session.do(slices.finish(article_replacement.replacing(project.read, [wanted], project.annotator)))
    window.actions_by_id["file.export"].trigger()
    dialog = next(d for d in window.findChildren(QDialog, "exportDialog") if d.isVisible())
    box = dialog.findChild(QCheckBox, "exportReplaced")
    assert box.text() == "Also articles replaced by a newer version (1)"
    qtbot.waitUntil(lambda: dialog.report is not None, timeout=60_000)
    assert (dialog.report.documents, dialog.report.replaced) == (2, 1)
    box.click()
    qtbot.waitUntil(lambda: dialog.report is not None and dialog.report.documents == 3, timeout=60_000)


def test_fields_keep_place_when_format_changes(dialog):
    layer = dialog.findChild(QCheckBox, "exportLayer.entities")
    places = set()
    combo = dialog.findChild(QComboBox, "exportFormat")
    for name in ("jsonl", "conll", "doccano", "csv"):
        combo.setCurrentIndex(combo.findData(name))
        QApplication.processEvents()
        places.add(layer.mapTo(dialog, QPoint(0, 0)).x())
    assert len(places) == 1
