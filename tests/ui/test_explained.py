"""In all windows, every control has a name, and a control without text has a tooltip that says what it is."""

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QFileDialog,
    QHeaderView,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QToolTip,
    QWidget,
)

from tests.ui.keyboard import Key, press, select
from ui.commands.keys.article_tips import ArticleTips
from ui.panels.articles.article_rows import LINE

CONTROLS = (QAbstractButton, QComboBox, QLineEdit, QTextEdit, QPlainTextEdit, QAbstractSpinBox, QAbstractItemView)
OPENED = (
    "suggestion.triage",
    "occurrences.consistency",
    "occurrences.open",
    "search.open",
    "claim.said_before",
    "edit.find",
    "project.rules",
    "project.board",
    "project.identities",
    "project.numbers",
    "suggestion.sources",
    "suggestion.ask_model",
    "project.page_rules",
    "project.schema",
    "model.train",
    "file.export",
    "file.new",
    "file.import",
    "file.paste",
    "article.describe",
    "article.versions",
    "edit.keys",
    "edit.palette",
    "help.keyboard",
    "help.about",
    "help.diagnostics",
    "help.file",
    "project.annotator",
)


def is_inner(widget):
    """Return whether Qt made the widget as part of another widget, which a screen reader reads instead."""
    parent = widget.parentWidget()
    if widget.objectName().startswith("qt_") or isinstance(widget, QHeaderView):
        return True
    if parent is None:
        return False
    made = isinstance(widget, QLineEdit) and isinstance(parent, QComboBox | QAbstractSpinBox)
    popup = type(parent).__name__ in {"QComboBoxPrivateContainer", "QFrame"} and isinstance(widget, QAbstractItemView)
    return made or popup or "qt_" in parent.objectName()


def is_painted(widget):
    return type(widget).__module__.startswith("ui.") and "paintEvent" in type(widget).__dict__


def unexplained(root):
    for widget in root.findChildren(QWidget):
        if is_inner(widget) or isinstance(widget.window(), QFileDialog) or not widget.isVisible():
            continue
        where = f"{type(widget).__name__} {widget.objectName()} in {root.objectName()}"
        words = widget.text() if isinstance(widget, QAbstractButton) else ""
        name = widget.accessibleName() or words
        if isinstance(widget, CONTROLS) and not name:
            yield f"{where}: no name"
        speechless = isinstance(widget, QAbstractButton) and not any(map(str.isalpha, words))
        if speechless and not widget.toolTip():
            yield f"{where}: no tooltip"
        if is_painted(widget) and not isinstance(widget, QAbstractButton) and not name and not widget.toolTip():
            yield f"{where}: painted, and not explained"


@pytest.mark.parametrize("language", ["en", "de"])
def test_nothing_is_left_unexplained(make_window, project_path, qtbot, language):
    window = make_window(project_path, language=language)
    qtbot.waitUntil(lambda: len(window.session.opened.suggestions) == 4, timeout=20_000)
    select(window, "das Schiff fahre „bald“ ohne Kapitän")
    press(qtbot, window, Key.Key_C)
    found = set(unexplained(window))
    for id_ in OPENED:
        action = window.actions_by_id[id_]
        assert action.isEnabled() or id_ == "article.versions", id_
        action.trigger()
        qtbot.wait(30)
        for top in [window, *QApplication.topLevelWidgets()]:
            if top.isVisible():
                found |= set(unexplained(top))
        for top in QApplication.topLevelWidgets():
            if isinstance(top, QDialog) and top.isVisible():
                top.close()
    assert not found, "\n".join(sorted(found))


def hovered(widget, place):
    """Return the text of the tooltip at a point of a widget."""
    QToolTip.hideText()
    event = QHelpEvent(QEvent.Type.ToolTip, place, widget.mapToGlobal(place))
    QApplication.sendEvent(widget, event)
    return QToolTip.text()


def test_suggestion_and_label_are_explained_in_article(window, qtbot):
    place = window.view.span_rects(window.session.opened.suggestions[0].id)[0].center()
    assert hovered(window.view.viewport(), place).endswith("Weifang, Place, suggestion, 97%</qt>")
    window.decisions.accept([window.session.opened.suggestions[0].id])
    qtbot.waitUntil(lambda: "Weifang, Place</qt>" in hovered(window.view.viewport(), place))


def test_dots_in_margin_are_explained(window, qtbot):
    tips = window.view.findChild(ArticleTips)
    page = window.view.page
    left = page.layout.measures.left

    def dot(words):
        box = page.layout.caret_box(window.session.opened.document.text.index(words))
        return QPoint(round(left + page._dots), round(box.center().y()) - window.view.scrolling.top)

    first = dot("Kürzlich")
    assert tips.words_at(first) == "Not read yet"
    assert "Not read yet" in hovered(window.view.viewport(), first)
    window.decisions.reject([window.session.opened.suggestions[0].id])
    select(window, "Kürzlich")
    press(qtbot, window, Key.Key_E)
    assert tips.words_at(first) == "Read: nothing to label"
    select(window, "Weifang")
    press(qtbot, window, Key.Key_3)
    assert tips.words_at(first) == "Read: has labels"
    assert tips.words_at(QPoint(first.x() - 40, first.y())) == ""


def model_tip(window):
    return window.articles.model.data(window.articles.model.index(0), Qt.ItemDataRole.ToolTipRole)


def test_rows_of_lists_are_explained(window):
    tip = Qt.ItemDataRole.ToolTipRole
    window.actions_by_id["left.rows"].trigger()
    for view in (window.articles.list, window.panels.suggestions.findChild(QAbstractItemView), window.left.rows.list):
        model = view.model()
        assert model.rowCount() > 0
        assert all(model.index(row, 0).data(tip) for row in range(model.rowCount())), view.objectName()
    assert window.articles.model.data(window.articles.model.index(0), LINE).title in model_tip(window)


def test_overview_and_key_line_are_explained(window):
    overview = window.findChild(QWidget, "overview")
    assert "claims, names and suggestions" in overview.toolTip()
    hints = window.key_line.hints
    said = hovered(hints, hints.rect().center())
    assert all(hint.words in said for hint in hints.hints[:2])
