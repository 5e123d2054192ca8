"""The annotator whose labels the export dialog writes by default, and the cases in which the user has to choose."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QLabel, QPushButton

from annotator.editing import edits
from annotator.editing.edits import Change
from annotator.model.values import ENTITIES, GOLD, DocumentState, Span, State, new_id
from annotator.quality.settling import as_edit
from annotator.store.reader import DocumentQuery
from tests.ui.conftest import TEXT
from tests.ui.dialogs.export_steps import SOON, checked, choose, open_dialog
from ui.base.settings import Kept, Settings
from ui.dialogs.exporting.gold_or_only_words import MIXED
from ui.dialogs.exporting.loss_table import exported_notice


def label(window, *annotators):
    project, document = window.session.project, window.session.opened.document.id
    own = project.annotator
    for name in annotators:
        project.set_annotator(name)
        start = TEXT.index("Köln")
        parts = ((start, start + 4),)
        made = Span(id=new_id(), document=document, layer=ENTITIES, label="LOC", parts=parts, annotator=name)
        window.session.do(edits.add(made))
    project.set_annotator(own)


@pytest.fixture
def whose():
    return lambda dialog: dialog.findChild(QComboBox, "exportAnnotator")


def test_only_annotator_with_labels_is_chosen(window, qtbot, whose):
    label(window, "ida")
    dialog = open_dialog(window, qtbot)
    choose(qtbot, dialog, "docbin")
    assert dialog.options.request().annotator in {"ida", None}
    assert dialog.report.spans == 1


def test_annotators_are_counted_in_a_job(window, qtbot, whose):
    label(window, "ida")
    window.actions_by_id["file.export"].trigger()
    dialog = window.findChild(QDialog, "exportDialog")
    done = dialog.findChild(QCheckBox, "exportDone")
    assert (whose(dialog).count(), done.text(), dialog.line.words) == (0, "Only finished articles", "Counting labels…")
    assert not dialog.findChild(QPushButton, "exportButton").isEnabled()
    qtbot.waitUntil(lambda: dialog.report is not None, timeout=SOON)
    assert [whose(dialog).itemText(at) for at in range(whose(dialog).count())] == ["everyone", "ida (1)"]
    assert done.text() == "Only finished articles (0 of 3)"


def test_failed_count_is_tried_again(window, qtbot, whose):
    label(window, "ida")
    path = window.session.project.path
    away = path.with_suffix(".away")
    path.rename(away)
    window.actions_by_id["file.export"].trigger()
    dialog = window.findChild(QDialog, "exportDialog")
    qtbot.waitUntil(lambda: path.name in dialog.line.words, timeout=SOON)
    away.rename(path)
    dialog.findChild(QCheckBox, "exportFurniture").click()
    qtbot.waitUntil(lambda: dialog.report is not None, timeout=SOON)
    assert whose(dialog).count() == 2


def test_list_of_questions_is_offered_for_own_labels(window, qtbot, whose):
    label(window, "ida", window.session.project.annotator)
    dialog = open_dialog(window, qtbot)
    choose(qtbot, dialog, "docbin")
    show = dialog.findChild(QPushButton, "breakingShow")
    assert not show.isHidden()
    whose(dialog).setCurrentIndex(whose(dialog).findData("ida"))
    checked(qtbot, dialog)
    assert show.isHidden()


def test_picked_annotator_stays_with_another_format(window, qtbot, whose):
    label(window, "ida", "jo")
    dialog = open_dialog(window, qtbot)
    whose(dialog).setFocus()
    qtbot.keyClicks(whose(dialog), "jo")
    checked(qtbot, dialog)
    choose(qtbot, dialog, "docbin")
    assert dialog.options.request().annotator == "jo"


def test_counts_are_shown_and_one_is_asked(window, qtbot, whose):
    label(window, "ida", "jo")
    dialog = open_dialog(window, qtbot)
    combo = dialog.findChild(QComboBox, "exportFormat")
    combo.setCurrentIndex(combo.findData("docbin"))
    asked = "You have no labels here. Choose whose labels to export."
    qtbot.waitUntil(lambda: dialog.line.words == asked, timeout=SOON)
    assert not dialog.findChild(QPushButton, "exportButton").isEnabled()
    assert [whose(dialog).itemText(n) for n in range(whose(dialog).count())][-2:] == ["ida (1)", "jo (1)"]
    whose(dialog).setCurrentIndex(whose(dialog).findData("jo"))
    checked(qtbot, dialog)
    assert dialog.report.spans == 1


def test_gold_is_taken_with_only_its_articles(window, qtbot, whose):
    label(window, "ida", "jo")
    document, parts = window.session.opened.document.id, ((0, 5),)
    golden = Span(id=new_id(), document=document, layer=ENTITIES, label="LOC", parts=parts, annotator=GOLD)
    done = DocumentState(document=document, annotator=GOLD, state=State.DONE)
    window.session.do(as_edit([Change(after=golden), Change(after=done)], by=window.session.project.annotator))
    dialog = open_dialog(window, qtbot)
    choose(qtbot, dialog, "docbin")
    done = dialog.findChild(QCheckBox, "exportDone")
    assert (whose(dialog).currentData(), dialog.report.documents) == (GOLD, 1)
    assert (done.text(), done.isChecked(), done.isEnabled()) == ("Only finished articles (1 of 3)", True, False)
    why = dialog.findChild(QLabel, "exportDoneWhy")
    assert why.isVisible()
    assert done.accessibleDescription() == why.text() != ""


def test_gold_or_only_adds_articles_of_one_person(window, qtbot, whose):
    label(window, "ida")
    first, second, third = window.session.project.read.document_ids(DocumentQuery(annotator=None))
    changes = [Change(after=DocumentState(document=first, annotator=name, state=State.DONE)) for name in ("ida", GOLD)]
    changes += [Change(after=DocumentState(document=second, annotator="ida", state=State.DONE))]
    changes += [Change(after=DocumentState(document=third, annotator=name, state=State.DONE)) for name in ("ida", "me")]
    window.session.project.set_annotator("me")
    window.session.do(as_edit(changes, by="me"))
    dialog = open_dialog(window, qtbot)
    choose(qtbot, dialog, "docbin")
    whose(dialog).setCurrentIndex(whose(dialog).findData(MIXED))
    checked(qtbot, dialog)
    told, done = dialog.findChild(QLabel, "exportWhose"), dialog.findChild(QCheckBox, "exportDone")
    assert told.text() == "Articles: gold 1, ida 1. Left out until they are adjudicated: 1."
    assert window.session.project.read.document(third).title in told.toolTip()
    assert (dialog.report.documents, dialog.report.whose) == (2, {GOLD: 1, "ida": 1})
    assert (done.text(), done.isEnabled()) == ("Only finished articles (2 of 3)", False)
    assert "Articles: gold 1, ida 1." in exported_notice(dialog.report, Path("out"))


def test_remembered_annotator_without_labels_is_not_taken(window, qtbot, whose):
    project = window.session.project
    label(window, "ida")
    Settings().keep_of_project(Kept.EXPORT, project.path, {"format": "docbin", "annotator": project.annotator})
    dialog = open_dialog(window, qtbot)
    assert (whose(dialog).currentText(), dialog.report.spans) == ("ida (1)", 1)


def test_annotator_of_last_export_stays_for_another_format(window, qtbot, whose):
    project = window.session.project
    label(window, project.annotator, "ida")
    Settings().keep_of_project(Kept.EXPORT, project.path, {"format": "docbin", "annotator": "ida"})
    dialog = open_dialog(window, qtbot)
    choose(qtbot, dialog, "csv")
    assert whose(dialog).currentText() == "ida (1)"
