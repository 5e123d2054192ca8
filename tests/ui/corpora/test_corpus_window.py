"""The corpus window: what it shows, how samples come into the project, and its message without the extra ``scale``."""

import shutil
from importlib.util import find_spec

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton

from annotator.scale.results.sampling import SampleCriterion
from annotator.store.reader import DocumentQuery
from tests.annotator.made import make_project
from ui.corpora.corpus_window import CorpusWindow
from ui.corpora.pages import Page

EXTRA = find_spec("duckdb") is not None


@pytest.fixture
def corpus(make_window, tmp_path):
    project = make_project(tmp_path)
    path = project.path
    project.close()
    window = make_window(path)
    window.actions_by_id["project.corpus"].trigger()
    return window.findChild(CorpusWindow)


def page(corpus, wanted):
    corpus.pages.setCurrentRow(list(Page).index(wanted))


def button(corpus, name):
    return corpus.findChild(QPushButton, name)


@pytest.mark.skipif(EXTRA, reason="the extra is there")
def test_without_the_extra_the_window_says_what_to_install(corpus):
    assert "pip install" in corpus.bars.nothing.text()
    assert not corpus.choose.isEnabled()
    assert not corpus.form.isEnabled()


def test_sample_form_wraps_on_a_narrow_screen(make_window, project_path):
    window = make_window(project_path, language="de")
    window.actions_by_id["project.corpus"].trigger()
    shown = window.findChild(CorpusWindow)
    assert shown.layout().minimumSize().width() <= 600
    shown.close()


def test_command_line_is_shown_and_nothing_started(corpus):
    page(corpus, Page.CLUSTER)
    assert "corpus prelabel CORPUS OUT --project" in corpus.words.toPlainText()
    button(corpus, "corpusCopy").click()
    assert QGuiApplication.clipboard().text().startswith("spanwright-cli corpus prelabel")


@pytest.fixture(scope="module")
def results(tmp_path_factory):
    """The results of 40 articles of two publishers and months; one row has no text."""
    from tests.annotator.scale.corpora import articles, prelabel, write_lines

    folder = tmp_path_factory.mktemp("results")
    records = [
        {
            **one,
            "text": f"{one['text']}\n\n{one['text']}",
            "publisher": ("Nordkurier", "Abendpost")[number % 2],
            "published": f"2024-0{1 + number % 3}-05",
        }
        for number, one in enumerate(articles(40))
    ]
    write_lines(folder / "c/a.jsonl", [*records, {"text": ""}])
    prelabel(folder / "c", folder / "o")
    return folder / "o"


def opened(corpus, results, qtbot):
    corpus.open_folder(str(results))
    settle(corpus, qtbot)


def settle(corpus, qtbot):
    qtbot.waitUntil(lambda: not corpus.busy, timeout=60_000)


def fact(corpus, name):
    return corpus.findChild(QLabel, f"corpusFact.{name}").text()


@pytest.mark.scale
def test_counts_are_headed_as_not_checked(corpus, results, qtbot):
    opened(corpus, results, qtbot)
    assert (fact(corpus, "articles"), fact(corpus, "problems"), fact(corpus, "left")) == ("40", "1", "0")
    assert [bar.total for bar in corpus.bars.chart.bars] == [14, 13, 13]
    page(corpus, Page.PUBLISHERS)
    assert {bar.name: bar.total for bar in corpus.bars.chart.bars} == {"Abendpost": 20, "Nordkurier": 20}
    page(corpus, Page.LABELS)
    assert corpus.bars.chart.title == "Labels: suggested, not checked"
    assert {bar.note for bar in corpus.bars.chart.bars} == {"right: not measured"}
    page(corpus, Page.PROBLEMS)
    assert [bar.name for bar in corpus.bars.chart.bars] == ["there is no text"]
    page(corpus, Page.BOARD)
    settle(corpus, qtbot)
    assert "suggested, not checked; right: not measured" in corpus.bars.chart.title
    assert "Clara Rehn" in {bar.name for bar in corpus.bars.chart.bars}


@pytest.mark.scale
def test_sample_is_seen_then_brought_then_recorded(corpus, results, qtbot):
    project = corpus._project
    opened(corpus, results, qtbot)
    corpus.form.by.setCurrentIndex(corpus.form.by.findData(SampleCriterion.DOUBT))
    corpus.form.count.setValue(6)
    assert not button(corpus, "corpusBring").isEnabled()
    qtbot.mouseClick(button(corpus, "corpusLook"), Qt.MouseButton.LeftButton)
    settle(corpus, qtbot)
    words = corpus.words.toPlainText()
    assert words.startswith("6 articles\nNear-duplicates")
    assert "is not representative of the whole corpus" in words
    assert sum(title in words for title in ("Neues aus dem Lindental", "News from Falkenau")) >= 1
    assert not list(results.glob("samples/*"))
    qtbot.mouseClick(button(corpus, "corpusBring"), Qt.MouseButton.LeftButton)
    settle(corpus, qtbot)
    ids = project.read.document_ids(DocumentQuery(annotator=None))
    assert len(ids) == 6
    assert all(project.read.suggestions(id_) for id_ in ids)
    assert len(list(results.glob("samples/*.json"))) == 1
    assert fact(corpus, "samples") == "1"
    corpus.form.count.setValue(100)
    button(corpus, "corpusLook").click()
    settle(corpus, qtbot)
    assert corpus.words.toPlainText().startswith("34 articles")
    corpus.form.count.setValue(5)
    assert not button(corpus, "corpusBring").isEnabled()  # another sample than the one that was looked at


@pytest.mark.scale
def test_folder_is_chosen_in_a_dialog(corpus, results, qtbot):
    button(corpus, "corpusChoose").click()
    corpus.findChild(QFileDialog, "corpusFolderDialog").fileSelected.emit(str(results))
    settle(corpus, qtbot)
    assert fact(corpus, "articles") == "40"


@pytest.mark.scale
def test_folder_without_results_is_refused_in_words(corpus, tmp_path, qtbot):
    opened(corpus, tmp_path, qtbot)
    assert "contains no results of a corpus" in corpus.line.words
    assert not button(corpus, "corpusLook").isEnabled()


@pytest.mark.scale
def test_bad_question_is_said_and_nothing_drawn(corpus, results, qtbot):
    opened(corpus, results, qtbot)
    corpus.form.by.setCurrentIndex(corpus.form.by.findData(SampleCriterion.QUERY))
    assert not button(corpus, "corpusLook").isEnabled()
    corpus.form.what.setText("DROP VIEW articles")
    button(corpus, "corpusLook").click()
    settle(corpus, qtbot)
    assert "could not be searched" in corpus.line.words
    assert button(corpus, "corpusLook").isEnabled()


@pytest.mark.scale
def test_sample_by_meaning_without_vectors_says_why(corpus, results, qtbot):
    opened(corpus, results, qtbot)
    corpus.form.by.setCurrentIndex(corpus.form.by.findData(SampleCriterion.MEANING))
    button(corpus, "corpusLook").click()
    settle(corpus, qtbot)
    assert "have no vectors" in corpus.line.words
    assert not button(corpus, "corpusBring").isEnabled()


@pytest.mark.scale
def test_stopped_sample_says_what_was_added(corpus, results, tmp_path, qtbot):
    own = shutil.copytree(results, tmp_path / "o", ignore=shutil.ignore_patterns("samples"))
    opened(corpus, own, qtbot)
    button(corpus, "corpusLook").click()
    settle(corpus, qtbot)
    button(corpus, "corpusBring").click()
    button(corpus, "corpusStop").click()
    assert (corpus.busy, corpus.line.words) == (False, "Stopped; nothing was added to the project.")
    button(corpus, "corpusLook").click()
    settle(corpus, qtbot)
    button(corpus, "corpusBring").click()
    qtbot.waitUntil(lambda: corpus.bringing.finishing, timeout=60_000)
    button(corpus, "corpusStop").click()  # too late
    assert corpus.line.words == "Adding…"
    settle(corpus, qtbot)
    assert fact(corpus, "samples") == "1"


@pytest.mark.scale
def test_stopped_work_can_be_asked_for_again(corpus, results, qtbot):
    corpus.open_folder(str(results))
    assert button(corpus, "corpusStop").isVisible()
    button(corpus, "corpusStop").click()
    assert (corpus.busy, corpus.line.words) == (False, "Stopped.")
    opened(corpus, results, qtbot)
    assert fact(corpus, "articles") == "40"
    assert not button(corpus, "corpusStop").isVisible()
    button(corpus, "corpusLook").click()
    button(corpus, "corpusStop").click()
    assert not corpus.busy
    assert button(corpus, "corpusLook").isEnabled()
    assert not button(corpus, "corpusBring").isEnabled()
