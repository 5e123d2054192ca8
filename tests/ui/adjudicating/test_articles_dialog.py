"""The list of articles to adjudicate, before two people have finished any."""

from PySide6.QtWidgets import QLabel

from ui.adjudicating.articles_dialog import AdjudicationArticles


def test_empty_list_says_what_will_stand_there(window, qtbot):
    window.actions_by_id["project.adjudicate"].trigger()
    dialog = window.findChild(AdjudicationArticles)
    words = dialog.findChild(QLabel, "adjudicationArticlesEmpty")
    qtbot.waitUntil(words.isVisible)
    assert words.text() == "Articles that two people have finished are listed here."
