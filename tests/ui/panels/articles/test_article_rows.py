from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics, QPalette
from PySide6.QtWidgets import QLabel

from annotator.corpus.article import Article
from annotator.model import schema_file
from annotator.project.project import Project
from tests.ui.keyboard import Key, press
from tests.ui.worked import draw, prepare
from ui.jobs.suggesting.source_finder import Work
from ui.panels.articles.article_rows import MARGIN, ROW, _title_lines, facts_within, shows_languages

FACTS = ("Wendelsbrucker Tageblatt für Stadt und Land", "9 Mar 2026", "DE")


def test_narrow_row_elides_publisher_only(qapp):
    font = QFont()
    line = facts_within("✓  ", FACTS, font, 240)
    assert line.startswith("✓  Wendels")
    assert line.endswith("… · 9 Mar 2026 · DE")
    assert QFontMetrics(font).horizontalAdvance(line) <= 240


def test_wide_row_shows_known_facts(qapp):
    assert facts_within("", FACTS, QFont(), 2000) == " · ".join(FACTS)
    assert facts_within("", ("", "9 Mar 2026", ""), QFont(), 2000) == "9 Mar 2026"


def told(window, role, row=0):
    model = window.articles.model
    return model.data(model.index(row), role)


def above(window):
    return window.top_bar.findChild(QLabel, "readShare")


def bar(window):
    """Return the painted width of the first row's bar, as a share of its room."""
    picture = window.articles.list.grab().toImage()
    y, left, right = ROW - 1 - 8 - 2, MARGIN, picture.width() - 14
    filled = window.palette().color(QPalette.ColorRole.Accent).rgb()
    return sum(picture.pixel(x, y) == filled for x in range(left, right)) / (right - left)


def test_one_share_above_and_in_the_list(window, qtbot):
    tip, spoken = Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole
    assert told(window, spoken).endswith("0% decided (0 of 4 suggestions decided)")
    press(qtbot, window, Key.Key_Tab)
    press(qtbot, window, Key.Key_Return)
    press(qtbot, window, Key.Key_Backspace)
    qtbot.waitUntil(lambda: above(window).text() == "50% decided")
    assert "2 of 4 suggestions decided" in above(window).toolTip()
    qtbot.waitUntil(lambda: "50% decided (2 of 4 suggestions decided)" in told(window, tip))
    qtbot.waitUntil(lambda: abs(bar(window) - 0.5) < 0.02)
    window.session.undo()
    qtbot.waitUntil(lambda: above(window).text() == "25% decided")
    window.steps.finish()
    qtbot.waitUntil(lambda: "Done (1 of 4 suggestions decided)" in told(window, tip))


def test_share_is_the_same_from_the_file(window):
    window.decisions.reject([window.session.opened.suggestions[0].id])
    window.decisions.correct(window.session.opened.suggestions[0].id, "entities", "PER")
    window.decisions.label(0, 8, "entities", "MISC")  # by hand: no suggestion
    project, opened = window.session.required(), window.session.opened
    (line,) = project.read.lines([opened.document.id], "anna")
    assert (line.decided, line.pending) == (opened.decided, len(opened.suggestions)) == (2, 2)
    window.session.open_document(opened.document.id)
    assert window.session.opened.decided == 2


def test_labels_by_hand_have_no_share(make_window, project_path, qtbot):
    window = make_window(project_path, work=Work(draw_tokens=draw, prepare=prepare, sources=()))
    window.decisions.label(0, 8, "entities", "PER")
    qtbot.waitUntil(lambda: "No suggestions" in above(window).toolTip())
    assert above(window).text() == ""
    assert told(window, Qt.ItemDataRole.AccessibleTextRole) == "Weifang wird Metaverse"


def test_long_word_is_cut_with_ellipsis(qapp):
    font = QFont()
    lines = _title_lines("Donaudampfschifffahrtsgesellschaftskapitän" * 3, font, 200)
    assert len(lines) == 2
    assert lines[1].endswith("…")
    assert all(QFontMetrics(font).horizontalAdvance(line) <= 201 for line in lines)


def test_row_shows_whole_title_on_hover(window):
    model = window.articles.model
    assert "Weifang wird Metaverse" in model.data(model.index(0), Qt.ItemDataRole.ToolTipRole)


def test_rows_forget_languages_of_the_project_before(make_window, tmp_path):
    window = None
    for name, languages in (("both", ("en", "de")), ("one", ("en",))):
        project = Project.create(tmp_path / name, schema=schema_file.load("news"), annotator="anna")
        project.add_articles([Article(title=at, text=f"Text {at}", language=at) for at in languages])
        project.close()
        window = window or make_window()
        assert window.session.open_project(project.path)
        model = window.articles.model
        for row in range(model.rowCount()):
            model.line(row)
        assert shows_languages(model.index(0)) is (name == "both")


def test_all_rows_name_their_language_if_one_is_foreign(make_window, tmp_path, qtbot):
    def model_of(name, *languages):
        project = Project.create(tmp_path / name, schema=schema_file.load("news"), annotator="anna")
        project.add_articles([Article(title=at, text=f"Text {at}", language=at) for at in languages])
        project.close()
        window = make_window(project.path)
        model = window.articles.model
        for row in range(model.rowCount()):
            model.line(row)
        return model

    assert shows_languages(model_of("both", "en", "de").index(0))
    assert not shows_languages(model_of("one", "en").index(0))
