"""The board by keys and mouse, with the article beside it."""

import csv

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QLabel, QPushButton, QScrollArea

from annotator.editing import edits
from annotator.jobs.board import Month, Stances
from annotator.model.values import Span
from tests.ui.board.conftest import open_board
from tests.ui.keyboard import Key, active, press, rows
from ui.base import i18n
from ui.board.board_window import BoardWindow
from ui.board.month_chart import Timeline
from ui.board.sentence_list import Column, SentenceList


@pytest.fixture
def board(window, qtbot):
    made = open_board(window)
    qtbot.waitUntil(lambda: made.grid.counts.rowCount() == 3, timeout=30_000)
    settle(made, qtbot)
    return made


def settle(board, qtbot):
    """Wait until counting and listing are finished."""
    parts = board._counting, board._listing
    timers = board._rest, board._again
    qtbot.waitUntil(lambda: not any(p.busy for p in parts) and not any(t.isActive() for t in timers), timeout=30_000)


def shown(board):
    """Return the grid's cells: row, column, numbers."""
    counts, (down, across) = board.grid.counts, (Qt.Orientation.Vertical, Qt.Orientation.Horizontal)
    return {
        (counts.headerData(row, down), counts.headerData(column, across)): tuple(stances)
        for row in range(counts.rowCount())
        for column in range(counts.columnCount())
        if (stances := counts.stances(row, column)).total
    }


def choose(board, qtbot, row, column):
    board.grid.setCurrentIndex(board.grid.counts.index(row, column))
    settle(board, qtbot)


def listed(board):
    return [(s.claim.title, s.claim.words) for s in board.list.claims.shown]


def test_counts_claims_by_claimant_and_topic(board):
    assert shown(board) == {
        ("Oh Se-hoon", "All topics"): (2, 1, 0),
        ("Oh Se-hoon", "Haushalt"): (1, 1, 0),
        ("Oh Se-hoon", "Klima"): (1, 0, 0),
        ("Kritiker (unnamed)", "All topics"): (0, 1, 0),
        ("Kritiker (unnamed)", "Klima"): (0, 1, 0),
        ("The article itself", "All topics"): (0, 0, 1),
        ("The article itself", "No topic"): (0, 0, 1),
    }
    assert board.line.words == "5 claims by 3 claimants"


def test_cell_has_accessible_text(board):
    said = board.grid.counts.index(0, 1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Oh Se-hoon · Haushalt: 1 affirm, 1 refute, 0 unclear"
    assert board.grid.counts.index(1, 1).data(Qt.ItemDataRole.AccessibleTextRole) == "Kritiker (unnamed) · Haushalt: 0"


def test_keys_lead_from_cell_to_claims_to_article(board, window, qtbot):
    board.grid.setFocus()
    qtbot.keyClick(board.grid, Qt.Key.Key_Right)
    settle(board, qtbot)
    assert listed(board) == [
        ("Hafen wächst", "die Stadt spare viel"),
        ("Hafen 🎈 schrumpft", "die Stadt spare viel"),
    ]
    assert board.findChild(QLabel, "boardCell").text() == "Oh Se-hoon: Haushalt"
    qtbot.keyClick(board.grid, Qt.Key.Key_Return)
    qtbot.keyClick(board.list, Qt.Key.Key_Down)
    qtbot.keyClick(board.list, Qt.Key.Key_Return)
    assert window.session.opened.document.title == "Hafen 🎈 schrumpft"
    assert active(window) == "die Stadt spare viel"
    assert board.isVisible(), "the board stays open beside the article"


def test_clicked_claim_is_active_so_key_opens_its_card(board, window, qtbot):
    claims = "SELECT count(*) FROM span WHERE layer = 'claims'"
    choose(board, qtbot, 1, 0)
    place = board.list.visualRect(board.list.claims.index(0, 1)).center()
    qtbot.mouseClick(board.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert active(window) == "der Ausbau helfe"
    board.close()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    press(qtbot, window, Key.Key_C)
    assert rows(window, claims) == [(5,)]
    qtbot.waitUntil(lambda: window.panels.claim_card.holds_keyboard)
    assert window.panels.claim_card.claim == window.view.active()


def test_filters_count_again_and_keep_selection(board, qtbot):
    choose(board, qtbot, 0, 2)
    board.filters.since.setText("2026-02")
    qtbot.waitUntil(
        lambda: sum(board.grid.counts.board.cells[cell].total for cell in board.grid.counts.board.cells) == 2
    )
    board.filters.since.setText("31.2.2026")
    assert "bright-text" in board.filters.since.styleSheet(), "a day that is none is shown as such"
    qtbot.waitUntil(lambda: board.grid.counts.board.claims == 5)
    assert board.grid.current[1].name == "Klima"
    board.filters.worthiness.choose("CFS")
    qtbot.waitUntil(lambda: board.grid.counts.board.claims == 1)
    settle(board, qtbot)
    assert listed(board) == [("Ohne Tag", "die Stadt spare viel")]
    board.filters.verdict.choose("refuted")
    nothing = board.findChild(QLabel, "boardNothing")
    qtbot.waitUntil(nothing.isVisible)
    settle(board, qtbot)
    assert listed(board) == []
    assert nothing.text() == "No claim matches."


def test_empty_board_says_that_there_are_no_claims(make_window, project_path, qtbot):
    window = make_window(project_path)
    nothing = open_board(window).findChild(QLabel, "boardNothing")
    qtbot.waitUntil(lambda: "no claims yet" in nothing.text().lower(), timeout=30_000)


def test_filter_offers_publishers(board, qtbot):
    names = [board.filters.publisher.itemText(at) for at in range(board.filters.publisher.count())]
    assert names == ["All publishers", "Anzeiger", "Küstenbote"]
    board.filters.publisher.setCurrentIndex(2)
    qtbot.waitUntil(lambda: board.grid.counts.board.claims == 2)
    assert board.filters.publisher.currentText() == "Küstenbote"


def test_finds_claimant_by_part_of_name(board, qtbot):
    board.filters.claimant.setText("SE-h")
    assert [row for row, _ in shown(board)][:1] == ["Oh Se-hoon"]
    assert board.grid.counts.rowCount() == 1
    board.filters.claimant.setText("nobody")
    assert board.grid.counts.rowCount() == 0
    settle(board, qtbot)
    assert listed(board) == []


def test_month_filters_claims(board, qtbot):
    choose(board, qtbot, 0, 0)
    assert [(m.month, m.stances.total) for m in board.timeline.months] == [
        ("2026-01", 1),
        ("2026-02", 0),
        ("2026-03", 1),
    ]
    assert len(listed(board)) == 3
    qtbot.keyClick(board.timeline, Qt.Key.Key_Left)
    assert board.timeline.current == "2026-03"
    assert listed(board) == [("Hafen 🎈 schrumpft", "die Stadt spare viel")]
    assert "2026: 0 affirm, 1 refute, 0 unclear" in board.timeline.accessibleDescription()
    qtbot.keyClick(board.timeline, Qt.Key.Key_Escape)
    assert len(listed(board)) == 3
    assert board.isVisible(), "the first Escape only gives the months up"
    qtbot.mouseClick(board.timeline, Qt.MouseButton.LeftButton, pos=board.timeline._bar(0).center().toPoint())
    assert board.timeline.current == "2026-01"


def test_counts_again_after_edit(board, window, qtbot):
    claim = board.list.claims.shown[0].claim
    span = window.session.required().read.spans_of([claim.id])[0]
    assert isinstance(span, Span)
    assert window.session.do(edits.change(span, annotator="anna", attributes={"topic": "Zoll"}))
    qtbot.waitUntil(lambda: ("Oh Se-hoon", "Zoll") in shown(board), timeout=20_000)


def test_copies_table_for_spreadsheets_and_documents(board, qtbot):
    qtbot.mouseClick(board._copy, Qt.MouseButton.LeftButton)
    mime = QGuiApplication.clipboard().mimeData()
    assert mime.text().splitlines() == [
        "Claimant\tAll topics\tHaushalt\tKlima\tNo topic",
        "Oh Se-hoon\t3\t2\t1\t",
        "Kritiker (unnamed)\t1\t\t1\t",
        "The article itself\t1\t\t\t1",
    ]
    assert "<th>Haushalt</th>" in mime.html()
    assert "<td>Oh Se-hoon</td><td>3</td>" in mime.html()


def test_saves_as_table_and_pictures(board, tmp_path, qtbot):
    for suffix in ("csv", "svg", "png"):
        board.save(str(tmp_path / f"board.{suffix}"))
        qtbot.waitUntil(lambda: board.line.words == f"Saved as board.{suffix}.")  # noqa: B023  # waited for at once
    with (tmp_path / "board.csv").open(encoding="utf-8-sig", newline="") as lines:
        rows = list(csv.DictReader(lines))
    assert (rows[0]["claimant"], rows[0]["topic"], rows[0]["claims"]) == ("Oh Se-hoon", "Haushalt", "2")
    svg = (tmp_path / "board.svg").read_text("utf-8")
    assert svg.startswith("<?xml")
    assert "Haushalt" in svg
    picture = QImage(str(tmp_path / "board.png"))
    assert picture.width() > 1000
    assert picture.pixelColor(2, 2).name() == "#ffffff"


def test_reports_failed_save(board, tmp_path, qtbot):
    board.save(str(tmp_path / "nowhere" / "board.svg"))
    qtbot.waitUntil(lambda: "board.svg could not be written" in board.line.words)
    assert list(tmp_path.glob("nowhere*")) == []


def test_closes_with_the_project(board, window):
    window.session.close_project()
    assert window.findChild(BoardWindow) is None or not board.isVisible()


def test_fits_small_screen_with_all_filters(board, qtbot):
    board.resize(784, 444)
    qtbot.waitUntil(lambda: board.size().toTuple() == (784, 444))
    filters = board.filters
    for field in (filters.claimant, filters.since, filters.until, filters.publisher, filters.annotator):
        assert filters.rect().contains(field.geometry()), field.objectName()


def test_topics_fill_wide_window_without_scrolling(board, qtbot):
    grid = board.grid
    board.resize(1440, 800)
    qtbot.waitUntil(lambda: grid.width() > 1300)
    columns = [grid.columnWidth(at) for at in range(grid.counts.columnCount())]
    assert len(columns) == 4
    assert grid.viewport().width() - 4 <= sum(columns) <= grid.viewport().width()
    assert columns[0] > columns[1] == columns[2] == columns[3]
    assert grid.horizontalScrollBar().maximum() == 0
    assert grid.verticalHeader().width() == 210, "short names"


def make_low(board, qtbot):
    """Resize the board to the space that a screen of 1280 × 720 pixels leaves for it at 200 %."""
    board.resize(624, 304)
    qtbot.waitUntil(lambda: not board.list.isVisible())


def test_low_board_shows_grid_or_claims(board, qtbot):
    make_low(board, qtbot)
    grid = board.grid
    rows = [grid.counts.index(row, 0) for row in range(2)]
    qtbot.waitUntil(lambda: all(grid.viewport().rect().contains(grid.visualRect(row)) for row in rows))
    grid.setFocus()
    qtbot.keyClick(grid, Qt.Key.Key_Return)
    assert board.list.hasFocus()
    assert not grid.isVisible()
    assert not board.filters.isVisible()
    qtbot.keyClick(board.list, Qt.Key.Key_Escape)
    assert grid.hasFocus()
    assert not board.list.isVisible()
    assert board.findChild(QScrollArea, "dialogContents") is None


def test_click_in_low_board_leads_to_claims_and_back(board, qtbot):
    make_low(board, qtbot)
    place = board.grid.visualRect(board.grid.counts.index(1, 0)).center()
    qtbot.mouseClick(board.grid.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.waitUntil(board.list.hasFocus)
    assert [words for _, words in listed(board)] == ["der Ausbau helfe"]
    back = board.findChild(QPushButton, "boardBack")
    qtbot.waitUntil(lambda: back.height() > 0)  # laid out
    qtbot.mouseClick(back, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(board.grid.hasFocus)
    place = board.grid.visualRect(board.grid.counts.index(1, 3)).center()
    qtbot.mouseClick(board.grid.viewport(), Qt.MouseButton.LeftButton, pos=place)
    settle(board, qtbot)
    assert board.grid.hasFocus(), "a cell without claims leads nowhere"


def test_moving_on_in_grid_does_not_enter_claims(board, qtbot):
    board.grid.setFocus()
    board.grid.setCurrentIndex(board.grid.counts.index(1, 0))
    qtbot.keyClick(board.grid, Qt.Key.Key_Return)  # the claims are not listed yet
    qtbot.keyClick(board.grid, Qt.Key.Key_Up)
    settle(board, qtbot)
    assert board.list.claims.shown
    assert board.grid.hasFocus()


def test_higher_board_shows_grid_and_claims_again(board, qtbot):
    make_low(board, qtbot)
    board.grid.setFocus()
    qtbot.keyClick(board.grid, Qt.Key.Key_Return)
    back = board.findChild(QPushButton, "boardBack")
    assert back.isVisible()
    board.resize(1000, 600)
    qtbot.waitUntil(board.grid.isVisible)
    assert board.list.isVisible()
    assert not back.isVisible()


def test_lowered_board_keeps_half_with_keyboard(board, qtbot):
    board.list.setFocus()
    board.resize(624, 304)
    qtbot.waitUntil(lambda: not board.grid.isVisible())
    assert board.list.hasFocus()
    board.resize(1000, 600)
    qtbot.waitUntil(board.grid.isVisible)
    board.grid.setFocus()
    make_low(board, qtbot)
    assert board.grid.hasFocus()


@pytest.mark.parametrize("language", ["en", "de"])
def test_date_of_any_month_is_whole(board, qtbot, language):
    i18n.install(language)
    listing = SentenceList(board.list.claims._schema)
    qtbot.addWidget(listing)
    metrics = listing.fontMetrics()
    for month in range(1, 13):
        wanted = metrics.horizontalAdvance(i18n.date(f"2026-{month:02}-23"))
        assert wanted <= listing.columnWidth(Column.DATE) - 16
    i18n.install("en")


def test_claim_keeps_width_in_narrow_window(board, qtbot):
    listing = board.list
    board.resize(704, 420)
    qtbot.waitUntil(lambda: listing.width() < 640)
    assert listing.columnWidth(Column.CLAIM) >= 200
    board.resize(1200, 800)
    qtbot.waitUntil(lambda: listing.width() > 640)
    assert not any(listing.isColumnHidden(column) for column in Column)


def test_bar_of_sum_is_as_long_as_its_claims(board):
    counts, image = board.grid.counts, board.grid.viewport().grab().toImage()
    ratio = image.devicePixelRatio()

    def length(row):
        rect = board.grid.visualRect(counts.index(row, 0))
        xs = range(round(rect.left() * ratio), round(rect.right() * ratio))
        ys = range(round((rect.top() + 4) * ratio), round((rect.bottom() - 4) * ratio))  # without lines and focus
        return max(sum(image.pixel(x, y) != image.pixel(xs[6], y) for x in xs[6:-6]) for y in ys)

    three, one = length(0), length(1)
    assert 0 < one < three / 2


def test_claim_without_claimant_counts_no_claimant(board, window, qtbot):
    at = window.session.opened.document.text.index("Nun")
    assert window.decisions.label(at, at + 5, "claims", "CLAIM") is not None
    qtbot.waitUntil(lambda: board.line.words == "6 claims by 3 claimants, claimant open: 1", timeout=30_000)


def test_keyboard_is_in_the_grid_once_it_is_counted(board, qtbot):
    board.activateWindow()
    qtbot.waitUntil(board.grid.hasFocus)


def test_count_leaves_the_keyboard_in_a_filter(window, qtbot):
    board = open_board(window)
    board.activateWindow()
    board.filters.since.setFocus()
    qtbot.waitUntil(board.filters.since.hasFocus)
    qtbot.waitUntil(lambda: board.grid.counts.rowCount() == 3, timeout=30_000)
    assert board.filters.since.hasFocus()


def test_empty_board_shows_no_empty_frames(make_window, project_path, qtbot):
    window = make_window(project_path)
    board = open_board(window)
    assert not board.grid.isVisible()
    assert board.findChild(QLabel, "boardNothing").text() == "Counting…"
    qtbot.waitUntil(lambda: "no claims yet" in board.findChild(QLabel, "boardNothing").text().lower(), timeout=30_000)
    assert not board.timeline.isVisible()
    assert not board.list.isVisible()


def test_single_month_stands_in_the_middle(qtbot):
    timeline = Timeline()
    qtbot.addWidget(timeline)
    timeline.resize(320, 160)
    timeline.show_months((Month(month="2026-03", stances=Stances(affirms=3)),))
    assert timeline._bar(0).center().x() == 160
    assert timeline._bar(0).width() < 40


def test_click_on_a_months_name_selects_it(qtbot):
    timeline = Timeline()
    qtbot.addWidget(timeline)
    timeline.resize(320, 160)
    timeline.show_months([Month(month=f"2026-0{at}", stances=Stances(affirms=at)) for at in (1, 2, 3)])
    for x, month in ((20, "2026-01"), (200, "2026-02"), (215, "2026-03"), (4, None)):
        qtbot.mouseClick(timeline, Qt.MouseButton.LeftButton, pos=QPoint(x, 150))
        assert timeline.current == month


def test_timeline_says_nothing_before_claims_are_loaded(qtbot):
    timeline = Timeline()
    qtbot.addWidget(timeline)
    assert timeline.words == ""
    timeline.show_months(())
    assert timeline.words == "No claim with a date"
