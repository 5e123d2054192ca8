"""The list of articles to adjudicate, and other windows, in a project that has nothing for them yet."""

from PySide6.QtWidgets import QComboBox, QLabel

from ui.adjudicating.articles_dialog import AdjudicationArticles
from ui.numbers.person_window import PersonWindow


def test_empty_list_says_what_will_stand_there(window, qtbot):
    window.actions_by_id["project.adjudicate"].trigger()
    dialog = window.findChild(AdjudicationArticles)
    words = dialog.findChild(QLabel, "adjudicationArticlesEmpty")
    qtbot.waitUntil(words.isVisible)
    assert words.text() == "Articles that two people have finished are listed here."


def test_lists_without_a_person_are_off(window):
    window.actions_by_id["team.person"].trigger()
    assert not any(box.isEnabled() for box in window.findChild(PersonWindow).findChildren(QComboBox))
