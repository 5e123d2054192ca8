"""The numbers window in use, by keys and mouse, with the article beside it."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from annotator.editing import edits
from annotator.jobs.article_steps import batching
from annotator.model import schema_file
from annotator.model.values import State
from annotator.processes.slices import finish
from annotator.project.project import Project
from tests.ui.opened import new_project
from ui.base.look.theme import LIGHT, sheet
from ui.numbers.charts import _series, titles
from ui.numbers.drawing import ROW
from ui.numbers.facts import Card
from ui.numbers.numbers_window import NumbersWindow


@pytest.fixture
def numbers(window, qtbot):
    window.actions_by_id["project.numbers"].trigger()
    made = window.findChild(NumbersWindow)
    settle(made, qtbot)
    return made


def settle(numbers, qtbot):
    """Count now what is to be counted after a rest, and wait until nothing is being counted or written."""
    if numbers._again.isActive():
        numbers._again.start(0)  # the rest is many times as long as the last count, so long on a busy computer
    busy = numbers._counting, numbers._narrowing, numbers._reporting
    qtbot.waitUntil(
        lambda: not any(part.busy for part in busy) and not numbers._again.isActive() and not numbers.saving.busy,
        timeout=30_000,
    )


def page(numbers, title):
    numbers.pages.setCurrentRow(titles().index(title))
    return numbers.bars


def shown(bars):
    return [(bar.name, bar.total) for bar in bars.chart.bars]


def said(bars, row=0):
    return bars.model.index(row).data(Qt.ItemDataRole.AccessibleTextRole)


def go(bars, qtbot, row):
    bars.rows.setCurrentIndex(bars.model.index(row))
    bars.rows.setFocus()
    qtbot.keyClick(bars.rows, Qt.Key.Key_Return)


def fact(numbers, name):
    words = numbers.findChild(QLabel, f"numbersFactWords.{name}").text()
    return f"{numbers.findChild(QLabel, f'numbersFact.{name}').text()} {words}"


def test_names_of_charts_do_not_overlap(qapp, window, qtbot):
    qapp.setStyleSheet(sheet(LIGHT))
    window.actions_by_id["project.numbers"].trigger()
    made = window.findChild(NumbersWindow)
    settle(made, qtbot)
    rows = [made.pages.visualRect(made.pages.model().index(row, 0)) for row in range(made.pages.count())]
    heights = [made.pages.sizeHintForRow(row) for row in range(made.pages.count())]
    assert all(
        upper.top() + height <= lower.top() for upper, height, lower in zip(rows, heights, rows[1:], strict=False)
    )


def test_card_says_less_in_a_low_window(qtbot):
    card = Card("left")
    qtbot.addWidget(card)
    card.resize(110, 300)
    card.show_fact("10", "open, 3 reviewed", "open")
    words = card.findChild(QLabel, "numbersFactWords.left")
    assert words is not None
    assert words.text() == "open"
    assert "open, 3 reviewed" in card.toolTip()
    card.resize(110, 600)
    card.show()
    assert words.text() == "open, 3 reviewed"


def test_titles_of_charts_are_whole_at_200_percent(window, qtbot):
    window.actions_by_id["project.numbers"].trigger()
    made = window.findChild(NumbersWindow)
    settle(made, qtbot)
    made.resize(608, 304)
    heading = made.findChild(QLabel, "numbersHeading")
    for row in range(made.pages.count()):
        made.pages.setCurrentRow(row)
        settle(made, qtbot)
        qtbot.wait(0)
        assert QLabel.text(heading) == made.bars.chart.title
        assert heading.height() >= heading.heightForWidth(heading.width())


def test_axis_is_right_below_the_rows_of_a_ranking(numbers):
    bars = page(numbers, "Progress")
    few = bars.model.rowCount()
    assert bars.rows.height() == few * ROW
    axis = bars.findChild(QWidget, "numbersAxis")
    assert axis.geometry().top() == bars.rows.geometry().bottom() + 1


def test_labels_of_one_colour_get_shades_in_charts(qapp):
    schema = schema_file.load("news")
    series = _series([("attribution", "CUE"), ("attribution", "OBJECT"), ("entities", "PER")], schema)
    assert len({each.colour(qapp.palette()).name() for each in series}) == 3


def test_list_says_whose_labels_are_counted(numbers):
    whose = numbers.findChild(QLabel, "numbersWhose")
    assert (whose.text(), whose.buddy()) == ("Labels by", numbers.choices.by_annotator)
    assert numbers.choices.by_annotator.accessibleName() == "Labels by"
    assert whose.isVisible()


def test_headline_numbers(numbers):
    assert fact(numbers, "articles") == "4 articles"
    assert fact(numbers, "left") == "1 open"
    assert fact(numbers, "labels") == "9 labels"
    assert fact(numbers, "spent") == "12 min of work on all articles; a finished one usually takes 4 min"
    assert fact(numbers, "forecast") == "4 min left, 3 min to 5 min"


def test_progress_row_leads_to_open_articles(numbers, window, qtbot):
    bars = page(numbers, "Progress")
    assert said(bars) == "anna: 4 (3 Done, 1 Open)"
    go(bars, qtbot, 0)
    search = window.drawer.search
    qtbot.waitUntil(lambda: [place.title for place in search.model.shown] == ["Artikel 4"], timeout=10_000)
    assert search.query.state is State.OPEN


def test_every_chart_counts(numbers):
    assert shown(page(numbers, "Labels")) == [("Claim", 3), ("Place", 3), ("Person", 3)]
    assert shown(page(numbers, "Publishers")) == [("Küstenbote", 6), ("Anzeiger", 3)]
    assert [total for _, total in shown(page(numbers, "Months"))] == [3, 0, 6]
    assert shown(page(numbers, "Names")) == [("Köln", 3), ("Oh Se-hoon", 3)]
    assert shown(page(numbers, "Claimants")) == [("Oh Se-hoon", 3)]
    assert shown(page(numbers, "Labels together"))[0] == ("Claim + Place", 3)
    assert [name for name, _ in shown(page(numbers, "Time per article"))] == ["Artikel 3", "Artikel 2", "Artikel 1"]
    assert said(page(numbers, "Time per step")) == "Label · 3: 2 min"


class Paintings(QObject):
    """Counts how often a widget is painted."""

    def __init__(self, widget):
        super().__init__(widget)
        self.count = 0
        widget.installEventFilter(self)

    def eventFilter(self, watched, event):  # noqa: N802  # Qt's name
        self.count += event.type() is QEvent.Type.Paint
        return super().eventFilter(watched, event)


def test_axis_follows_the_chart(numbers, qtbot):
    page(numbers, "Labels")
    axis = numbers.findChild(QWidget, "numbersAxis")
    qtbot.waitExposed(numbers)
    paintings = Paintings(axis)
    axis.repaint()
    QCoreApplication.processEvents()
    before = paintings.count
    assert before > 0
    rows = len(shown(page(numbers, "Time per article")))
    assert rows == numbers.bars.model.rowCount() == 3, "as many rows as before, so nothing else moves the axis"
    qtbot.waitUntil(lambda: paintings.count > before)


def test_weeks_lead_to_their_articles(numbers, window, qtbot):
    bars = page(numbers, "Weeks")
    assert len(shown(bars)) == 9
    assert said(bars, 8) == "Week of 9 Mar 2026: 3 (3 Küstenbote)"
    assert bars.course.isVisible()
    assert not bars.rows.isVisible()
    bars.course.setFocus()
    qtbot.keyClick(bars.course, Qt.Key.Key_Left)
    assert bars.course.currentIndex().row() == 7
    qtbot.keyClick(bars.course, Qt.Key.Key_End)
    qtbot.keyClick(bars.course, Qt.Key.Key_Return)
    search = window.drawer.search
    qtbot.waitUntil(lambda: {place.title for place in search.model.shown} == {"Artikel 3"}, timeout=10_000)


def test_table_holds_the_figures_of_the_chart(numbers, qtbot):
    page(numbers, "Claimants")
    qtbot.mouseClick(numbers.findChild(QPushButton, "numbersView.table"), Qt.MouseButton.LeftButton)
    table = numbers.bars.table
    assert table.isVisible()
    cells = [table.model().index(0, column).data() for column in range(table.model().columnCount())]
    assert cells == ["Oh Se-hoon", "0", "3", "3", "0% checked"]
    assert not numbers.bars.legend.isVisible()
    page(numbers, "Weeks")
    assert table.isVisible()
    assert table.accessibleName() == "Labels by week and publisher"


def test_agreement_counts_decisions_of_the_week(numbers, window, qtbot):
    project = window.session.required()
    qtbot.waitUntil(lambda: bool(window.session.opened.suggestions), timeout=20_000)
    found = [*window.session.opened.suggestions]
    assert window.session.do(edits.reject(found[:1], annotator=project.annotator))
    qtbot.waitUntil(lambda: len(page(numbers, "Agreement").chart.bars) == 1, timeout=30_000)
    settle(numbers, qtbot)
    assert said(numbers.bars).endswith("0% of 1")


def test_charts_keep_their_place(numbers):
    places = set()
    for title in titles():
        page(numbers, title)
        QCoreApplication.processEvents()
        places.add((numbers.width(), numbers.bars.geometry().topLeft().toTuple()))
    assert len(places) == 1


def test_months_can_be_narrowed(numbers, window, qtbot):
    bars = page(numbers, "Months")
    assert numbers.choices.label.isVisible()
    numbers.choices.label.setCurrentIndex(numbers.choices.label.findText("Place"))
    numbers.choices.publisher.setCurrentIndex(numbers.choices.publisher.findText("Küstenbote"))
    settle(numbers, qtbot)
    assert [(bar.name, bar.amounts) for bar in bars.chart.bars] == [
        ("Jan 2026", (1,)),
        ("Feb 2026", (0,)),
        ("Mar 2026", (1,)),
    ]
    go(bars, qtbot, 2)
    search = window.drawer.search
    qtbot.waitUntil(lambda: [p.title for p in search.model.shown] == ["Artikel 3"], timeout=10_000)
    assert [place.words for place in search.model.shown] == ["Köln"]
    page(numbers, "Labels")
    assert not numbers.choices.label.isVisible()


@pytest.mark.parametrize(("title", "words"), [("Names", "Oh Se-hoon"), ("Claimants", "die Stadt spare viel")])
def test_name_leads_to_its_mentions(numbers, window, qtbot, title, words):
    bars = page(numbers, title)
    go(bars, qtbot, [name for name, _ in shown(bars)].index("Oh Se-hoon"))
    search = window.drawer.search
    qtbot.waitUntil(lambda: [p.words for p in search.model.shown] == [words] * 3, timeout=10_000)


def test_label_pair_leads_to_first_label(numbers, window, qtbot):
    first = window.session.required().read.find_document("Artikel 1")
    window.session.open_document(first)
    claim = next(span for span in window.session.opened.spans if span.label == "CLAIM")
    assert window.session.do(edits.remove([claim], window.session.opened.relations.of_head(claim.id), annotator="anna"))
    qtbot.waitUntil(lambda: fact(numbers, "labels") == "8 labels", timeout=30_000)
    settle(numbers, qtbot)
    bars = page(numbers, "Labels together")
    names = [name for name, _ in shown(bars)]
    go(bars, qtbot, names.index("Claim + Place"))
    search = window.drawer.search
    qtbot.waitUntil(lambda: {p.title for p in search.model.shown} == {"Artikel 2", "Artikel 3"}, timeout=10_000)
    assert {place.words for place in search.model.shown} == {"die Stadt spare viel"}
    assert [chip.text() for chip in search.filters._chips] == ["Claim  ✕", "Together with Place  ✕"]


def test_click_opens_slow_article(numbers, window, qtbot):
    bars = page(numbers, "Time per article")
    place = bars.rows.visualRect(bars.model.index(1)).center()
    qtbot.mouseClick(bars.rows.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert window.session.opened.document.title == "Artikel 2"


def test_edits_are_counted_later(numbers, window, qtbot):
    page(numbers, "Labels")
    first = window.session.required().read.find_document("Artikel 1")
    window.session.open_document(first)
    span = next(span for span in window.session.opened.spans if span.label == "LOC")
    assert window.session.do(edits.remove([span], [], annotator="anna"))
    qtbot.waitUntil(lambda: fact(numbers, "labels") == "8 labels", timeout=30_000)
    settle(numbers, qtbot)


def test_numbers_by_annotator(make_window, counted_path, qtbot):
    project = Project.open(counted_path)
    project.set_annotator("bert")
    project.close()
    window = make_window(counted_path)
    window.actions_by_id["project.numbers"].trigger()
    numbers = window.findChild(NumbersWindow)
    settle(numbers, qtbot)
    assert numbers.choices.annotator is None, "bert has nothing in the project"
    assert shown(page(numbers, "Names")) == [("Köln", 3), ("Oh Se-hoon", 3)]
    assert page(numbers, "Names").chart.bars[0].query is None, "the search answers for one annotator at a time"
    assert numbers.line.words == "Choose an annotator to find the articles behind the figures."
    numbers.choices.by_annotator.setCurrentIndex(numbers.choices.by_annotator.findText("anna"))
    settle(numbers, qtbot)
    assert page(numbers, "Names").chart.bars[0].query.said_by == "anna"


def test_escape_closes_window_from_rows(numbers, qtbot):
    bars = page(numbers, "Labels")
    bars.rows.setFocus()
    with qtbot.waitSignal(numbers.finished):
        qtbot.keyClick(bars.rows, Qt.Key.Key_Escape)


def test_no_time_is_left_without_open_articles(window, qtbot):
    for document in list(window.articles.model.shown):
        window.session.open_document(document)
        window.session.set_state(State.DONE)
    window.actions_by_id["project.numbers"].trigger()
    numbers = window.findChild(NumbersWindow)
    settle(numbers, qtbot)
    assert fact(numbers, "forecast") == "– time left: no article is open"


def test_empty_project_shows_hints(make_window, tmp_path, qtbot):
    project = new_project(tmp_path / "Leer")
    project.close()
    window = make_window(project.path)
    window.actions_by_id["project.numbers"].trigger()
    numbers = window.findChild(NumbersWindow)
    settle(numbers, qtbot)
    for title in titles():
        bars = page(numbers, title)
        assert bars.nothing.isVisible()
        assert bars.nothing.text()
        assert not bars.rows.isVisible()
        assert not bars.course.isVisible()
    assert fact(numbers, "forecast") == "– time left (shown after 3 finished articles)"


def test_progress_by_batch(numbers, window, qtbot):
    project = window.session.required()
    fourth = project.read.find_document("Artikel 4")
    edit = finish(batching(project.read, [fourth], "Eilig 🎈", "anna"))
    assert edit is not None
    assert window.session.do(edit)
    settle(numbers, qtbot)
    assert len(page(numbers, "Progress").chart.bars) == 2
    assert said(page(numbers, "Progress"), 1) == "Eilig 🎈 · anna: 1 (1 Open)"
    go(numbers.bars, qtbot, 1)
    assert window.drawer.search.query.batch == "Eilig 🎈"


def test_current_chart_is_saved(numbers, tmp_path, qtbot):
    page(numbers, "Publishers")
    numbers.save(str(tmp_path / "Medien.csv"))
    settle(numbers, qtbot)
    assert "Küstenbote,2,2,2,6" in (tmp_path / "Medien.csv").read_text("utf-8-sig")
    qtbot.waitUntil(lambda: numbers.line.words == "Saved as Medien.csv.", timeout=10_000)


class Desktop(QObject):
    """Stands in for the programs that open files."""

    def __init__(self):
        super().__init__()
        self.asked = []

    @Slot(QUrl)
    def open(self, url):
        self.asked.append(url.toLocalFile())


@pytest.fixture
def desktop(qapp):
    made = Desktop()
    QDesktopServices.setUrlHandler("file", made, "open")  # type: ignore[arg-type]  # the stub asks for bytes
    yield made
    QDesktopServices.unsetUrlHandler("file")


def test_button_opens_report_although_a_chart_was_saved_meanwhile(numbers, tmp_path, desktop, qtbot):
    numbers.report_project(str(tmp_path / "p.html"))
    numbers.save(str(tmp_path / "Medien.csv"))
    numbers.saving.wait()  # so that its answer comes first
    settle(numbers, qtbot)
    qtbot.waitUntil(lambda: numbers.line.words == "Saved as p.html.", timeout=10_000)
    numbers.line.findChild(QPushButton, "jobAction").click()
    assert desktop.asked == [str(tmp_path / "p.html")]


def test_folder_opens_if_its_file_is_gone(numbers, tmp_path, desktop, qtbot):
    folder = tmp_path / "Bericht"
    folder.mkdir()
    numbers.report_project(str(folder / "p.html"))
    settle(numbers, qtbot)
    (folder / "p.html").unlink()
    numbers.line.findChild(QPushButton, "jobAction").click()
    folder.rmdir()
    numbers.line.findChild(QPushButton, "jobAction").click()
    assert desktop.asked == [str(folder), str(tmp_path)]


def test_reports_are_written_in_files_process(numbers, tmp_path, desktop, qtbot):
    numbers.report_project(str(tmp_path / "p.html"))
    settle(numbers, qtbot)
    assert numbers.line.words == "Saved as p.html."
    button = numbers.line.findChild(QPushButton, "jobAction")
    assert (button.text(), button.isVisible()) == ("Open", True)
    button.click()
    assert desktop.asked == [str(tmp_path / "p.html")]
    assert "<h2>Most mentioned</h2>" in (tmp_path / "p.html").read_text("utf-8")
    numbers.report_article(str(tmp_path / "a.html"))
    settle(numbers, qtbot)
    assert "Artikel 4</h1>" in (tmp_path / "a.html").read_text("utf-8")
    numbers.report_project(str(tmp_path / "nowhere" / "p.html"))
    settle(numbers, qtbot)
    assert "could not be written" in numbers.line.words
