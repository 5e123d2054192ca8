"""Page rules: listed, tried on an article, and removed."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel, QPushButton

from annotator.corpus import furniture
from annotator.corpus.article import Article
from annotator.project.project import PAGE_RULES, Project

RULES = (
    furniture.rule_for("Bild: Köln 🎈", "Küstenbote"),
    furniture.rule_for("Mehr zum Thema", "Anderes Blatt"),
)


@pytest.fixture
def window(make_window, project_path):
    project = Project.open(project_path)
    text = "Der Hafen 🎈 ruht.\n\nMehr zum  Thema\n\nEnde."
    project.add_articles([Article(title="Drei", text=text, language="de", publisher="Anderes Blatt")])
    project.keep(PAGE_RULES, furniture.dumps(RULES))
    project.close()
    return make_window(project_path)


@pytest.fixture
def dialog(window):
    window.actions_by_id["project.page_rules"].trigger()
    return window.findChild(QDialog, "pageRulesDialog")


def rows(table):
    model = table.model()
    return [[model.index(r, c).data() for c in range(model.columnCount())] for r in range(model.rowCount())]


def press(dialog, qtbot, name):
    qtbot.mouseClick(dialog.findChild(QPushButton, name), Qt.MouseButton.LeftButton)


def test_rules_are_listed_and_tried_on_open_article(dialog):
    assert rows(dialog.table) == [
        ["Anderes Blatt", "like “mehr zum thema”", "–"],
        ["Küstenbote", "that begin with “bild:”", "1"],
    ]
    assert dialog.told.text() == "The open article is not from “Anderes Blatt”: the rule does not apply to it."
    dialog.table.selectRow(1)
    assert rows(dialog.paragraphs) == [["Bild: HD Hyundai / Köln"]]


def test_rules_are_tried_on_newly_opened_article(window, dialog, qtbot):
    third = window.session.required().read.find_document("Drei")
    window.session.open_document(third)
    assert rows(dialog.table)[0] == ["Anderes Blatt", "like “mehr zum thema”", "1"]
    assert rows(dialog.paragraphs) == [["Mehr zum Thema"]]
    dialog.paragraphs.setFocus()
    dialog.paragraphs.selectRow(0)
    qtbot.keyClick(dialog.paragraphs, Qt.Key.Key_Return)
    start, end = window.view.selection()
    assert window.session.opened.document.text[start:end] == "Mehr zum  Thema"


def test_delete_removes_rule_and_button_restores_it(window, dialog, qtbot):
    dialog.table.setFocus()
    qtbot.keyClick(dialog.table, Qt.Key.Key_Delete)
    assert [row[0] for row in rows(dialog.table)] == ["Küstenbote"]
    assert dialog.told.text() == "Removed. Paragraphs excluded so far stay excluded."
    article = Article(title="Neu", text="Neu.\n\nMehr zum Thema", language="de", publisher="Anderes Blatt")
    window.session.add_articles([article], exclude_furniture=False)
    read = window.session.required().read
    assert read.document(read.find_document("Neu")).excluded == ()
    press(dialog, qtbot, "pageRulesBack")
    assert len(rows(dialog.table)) == 2
    assert set(window.organising.rules.rules) == set(RULES)
    press(dialog, qtbot, "pageRulesRemove")
    press(dialog, qtbot, "pageRulesRemove")
    assert "Removed" in dialog.told.text()
    assert not dialog.remove.isEnabled()


def test_without_rules_explains_how_to_make_one(make_window, project_path, qtbot):
    window = make_window(project_path)
    window.actions_by_id["project.page_rules"].trigger()
    dialog = window.findChild(QDialog, "pageRulesDialog")
    hint = dialog.findChild(QLabel, "pageRulesEmpty")
    assert hint.isVisible()
    assert "Ctrl+Shift+X" in hint.text()
    assert dialog.told.text() == ""
    assert not dialog.remove.isEnabled()
    assert not dialog.back.isEnabled()
