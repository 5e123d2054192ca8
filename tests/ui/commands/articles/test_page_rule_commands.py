"""Page rules in a real window over a real project."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox

from annotator.corpus.article import Article
from annotator.project.project import Project

CONTROL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def window(make_window, project_path):
    project = Project.open(project_path)
    project.add_articles(
        [
            Article(title="Drei", text="Der Hafen 🎈 ruht.\n\nBild: Anna Groß", language="de", publisher="Küstenbote"),
            Article(title="Vier", text="Der Hafen lebt.\n\nBild: dpa", language="de", publisher="Anderes Blatt"),
        ]
    )
    project.close()
    return make_window(project_path)


def excluded(window):
    read = window.session.project.read
    texts = [read.document(id_) for id_ in read.search.ids(_everything(), "anna")]
    return {d.title: [d.text[s:e] for s, e in d.excluded] for d in texts if d.excluded}


def _everything():
    from annotator.model.query import Query

    return Query()


def point_at_caption(window, qtbot):
    caption = window.session.opened.document.text.index("Bild:")
    window.view.select(caption, caption)
    window.activateWindow()  # without a window manager nothing is active once a question is closed
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(window.view, Qt.Key.Key_X, CONTROL_SHIFT)
    qtbot.waitUntil(lambda: any(box.isVisible() for box in window.findChildren(QMessageBox)))


def press(box, text):
    next(button for button in box.buttons() if button.text() == text).click()


def test_rule_excludes_paragraphs_now_and_in_later_imports(window, qtbot):
    point_at_caption(window, qtbot)
    box = window.findChild(QMessageBox, "pageRuleQuestion")
    assert box.text() == "Paragraphs that begin with “Bild:”: 2, in 2 articles of “Küstenbote”."
    press(box, "Exclude")
    both = {"Weifang wird Metaverse": ["Bild: HD Hyundai / Köln"], "Drei": ["Bild: Anna Groß"]}
    qtbot.waitUntil(lambda: excluded(window) == both)
    qtbot.waitUntil(lambda: window.messages.words == "Excluded in 2 articles.")
    window.actions_by_id["edit.undo"].trigger()
    assert excluded(window) == {}
    article = Article(title="Neu", text="Neu.\n\nBild: ich", language="de", publisher="Küstenbote")
    window.session.add_articles([article], exclude_furniture=False)
    assert excluded(window) == {"Neu": ["Bild: ich"]}


def test_same_key_stops_page_rule(window, qtbot):
    point_at_caption(window, qtbot)
    press(window.findChild(QMessageBox, "pageRuleQuestion"), "Exclude")
    qtbot.waitUntil(lambda: len(excluded(window)) == 2)
    qtbot.waitUntil(lambda: not window.everywhere.busy)
    point_at_caption(window, qtbot)
    press(window.findChild(QMessageBox, "pageRuleStop"), "Remove Rule")
    assert window.organising.rules.rules == ()
    assert len(excluded(window)) == 2, "what is excluded stays so"


def test_article_without_publisher_makes_no_rule(window, qtbot):
    window.session.open_document(window.articles.model.shown[1])
    qtbot.keyClick(window.view, Qt.Key.Key_X, CONTROL_SHIFT)
    assert window.findChild(QMessageBox, "pageRuleQuestion") is None
    assert "F2" in window.messages.words


def test_cancelled_question_changes_nothing(window, qtbot):
    point_at_caption(window, qtbot)
    window.findChild(QMessageBox, "pageRuleQuestion").reject()
    assert window.organising.rules.rules == ()
    assert excluded(window) == {}
