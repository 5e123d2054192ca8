"""The table in the sources window that shows how far scores can be trusted."""

import pytest

from annotator.jobs.learning.source_quality import Truth
from annotator.suggestions.reliability import Bin
from ui.sources.score_table import ScoreTable, calibration_words, measured_words

SURE = Bin(lowest=0.95, highest=1.0, decided=1_000, accepted=950, mean=0.98)
UNSURE = Bin(lowest=0.5, highest=0.6, decided=250, accepted=125, mean=0.55)
OWN = Bin(lowest=0.95, highest=1.0, decided=4, accepted=3, mean=0.97)


@pytest.fixture
def table(qtbot):
    made = ScoreTable()
    qtbot.addWidget(made)
    return made


def rows(table):
    model = table.figures
    columns = range(model.columnCount())
    return [[model.index(row, column).data() for column in columns] for row in range(model.rowCount())]


def headers(table):
    return [table.figures.headerData(at, table.horizontalHeader().orientation()) for at in range(len(rows(table)[0]))]


def test_test_texts_are_shown_before_any_decision(table):
    table.show_scores((), (SURE, UNSURE))
    assert rows(table) == [
        ["0.95 – 1.00", "950 of 1,000 (95%)"],
        ["0.50 – 0.60", "125 of 250 (50%)"],
    ]
    assert headers(table) == ["Score", "Right in test texts"]


def test_decisions_stand_beside_test_texts(table):
    table.show_scores((OWN,), (SURE, UNSURE))
    assert rows(table)[0] == ["0.95 – 1.00", "4", "97%", "75%", "30% – 95%", "950 of 1,000 (95%)"]
    assert rows(table)[1] == ["0.50 – 0.60", "0", "–", "–", "–", "125 of 250 (50%)"]


def test_source_without_test_texts_has_no_such_column(table):
    table.show_scores((OWN,), ())
    assert len(rows(table)[0]) == 5
    table.show_scores((), ())
    assert rows(table) == []


def test_words_say_what_sure_means():
    assert measured_words(Truth()) == ""
    words = measured_words(Truth(measured=(SURE, UNSURE)))
    assert words.startswith("Test texts: news and other texts that the model has not learnt from.")
    assert words.endswith("Of the sure suggestions there, 95% were right; 80% of all were sure.")
    assert measured_words(Truth(measured=(UNSURE,), tested=3)) == (
        "Test texts: articles of this project that the model had not learnt from (3)."
    )


def test_words_compare_scores_with_decisions():
    assert "once you have accepted or rejected" in calibration_words(Truth())
    assert calibration_words(Truth(bins=(OWN,), unscored=2)).endswith("Decided without a score: 2.")
