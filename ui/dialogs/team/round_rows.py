"""Rounds of re-tests and of practice as table rows."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from annotator.jobs.team.practising import Practice
from annotator.jobs.team.retesting import Round
from annotator.quality.measures.spans import total
from ui.base.i18n import number
from ui.base.look.plain_text import one_line

translate = QCoreApplication.translate
_NAME = 60  # shown characters of a name
_NOTHING = "–"


def practice_headings() -> tuple[str, ...]:
    """Return the headings of `practice_rows`."""
    return (
        translate("Person", "Practice"),
        translate("Person", "Articles"),
        translate("Person", "Agreement with the answers (%)"),
        translate("Person", "Pass mark"),
        translate("Person", "Outcome"),
    )


def practice_rows(found: Sequence[Practice]) -> list[tuple[str, ...]]:
    """Return a row for each round of practice, latest first: person, articles done, F1, pass mark, outcome."""
    done = translate("Person", "{done} of {all}")
    return [
        (
            one_line(each.annotator, _NAME),
            done.format(done=number(len(each.articles)), all=number(each.number)),
            _percent(each.f),
            number(each.pass_mark),
            passed_words(each),
        )
        for each in reversed(found)
    ]


def passed_words(found: Practice) -> str:
    """Return the text for the outcome of a round of practice: "open", "passed" or "not passed"."""
    if found.passed is None:
        return translate("Practice", "open")
    return translate("Practice", "passed") if found.passed else translate("Practice", "not passed")


def retest_headings() -> tuple[str, ...]:
    """Return the headings of `retest_rows`."""
    return (
        translate("Person", "Re-test"),
        translate("Person", "Articles"),
        translate("Person", "Same labels, out of 100"),
    )


def retest_rows(found: Sequence[Round]) -> list[tuple[str, ...]]:
    """Return a row for each round that came back, latest first: person, number of articles, share of equal labels."""
    return [
        (
            one_line(each.annotator, _NAME),
            number(each.articles),
            _percent(total([one.share for one in each.drift]).f),
        )
        for each in reversed(found)
    ]


def _percent(share: float | None) -> str:
    return _NOTHING if share is None else number(100 * share)
