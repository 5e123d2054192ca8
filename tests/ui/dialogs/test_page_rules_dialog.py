"""The rules for page furniture where they can be seen, tried on an article and taken away."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QPushButton

from annotator.corpus import page_rules
from annotator.corpus.article import Article
from annotator.project.project import PAGE_RULES, Project

RULES = (
    page_rules.rule_for("Bild: Köln 🎈", "Küstenbote"),
    page_rules.rule_for("Mehr zum Thema", "Anderes Blatt"),
)


@pytest.fixture
def window(make_window, project_path):
    project = Project.open(project_path)
    text = "Der Hafen 🎈 ruht.\n\nMehr zum  Thema\n\nEnde."
    project.add_articles([Article(title="Drei", text=text, language="de", publisher="Anderes Blatt")])
    project.keep(PAGE_RULES, page_rules.dumps(RULES))
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


def test_all_rules_are_listed_by_publisher_and_tried_on_the_open_article(dialog):
    assert rows(dialog.table) == [
        ["Anderes Blatt", "like “mehr zum thema”", "–"],
        ["Küstenbote", "that begin with “bild:”", "1"],
    ]
    assert dialog.told.text() == "The open article is not from “Anderes Blatt”: the rule does not apply to it."
    dialog.table.selectRow(1)
    assert rows(dialog.paragraphs) == [["Bild: HD Hyundai / Köln"]]


def test_another_article_is_tried_as_soon_as_it_is_opened_and_its_paragraph_is_one_key_away(window, dialog, qtbot):
    third = window.session.required().read.find_document("Drei")
    window.session.open_document(third)
    assert rows(dialog.table)[0] == ["Anderes Blatt", "like “mehr zum thema”", "1"]
    assert rows(dialog.paragraphs) == [["Mehr zum Thema"]]
    dialog.paragraphs.setFocus()
    dialog.paragraphs.selectRow(0)
    qtbot.keyClick(dialog.paragraphs, Qt.Key.Key_Return)
    start, end = window.view.selection()
    assert window.session.opened.document.text[start:end] == "Mehr zum  Thema"


def test_a_rule_is_taken_away_by_key_and_put_back(window, dialog, qtbot):
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
    assert "No rule yet" in dialog.told.text() or "Removed" in dialog.told.text()
    assert not dialog.remove.isEnabled()


def test_without_rules_it_says_how_one_is_made(make_window, project_path, qtbot):
    window = make_window(project_path)
    window.actions_by_id["project.page_rules"].trigger()
    dialog = window.findChild(QDialog, "pageRulesDialog")
    assert "Ctrl+Shift+X" in dialog.told.text()
    assert not dialog.remove.isEnabled()
    assert not dialog.back.isEnabled()
