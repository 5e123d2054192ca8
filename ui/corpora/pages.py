"""The charts of a corpus, in the window's language. All counts are of suggestions that nobody has checked."""

import re
from collections.abc import Sequence
from enum import StrEnum

from PySide6.QtGui import QPalette

from annotator.model.schema import Schema
from annotator.scale.problems import words_for
from annotator.scale.results.asking import FacetShare
from annotator.scale.results.claimants import ClaimantTable
from annotator.scale.results.looking import ResultsOverview
from annotator.scale.results.returning import Key, Rate
from ui.base.i18n import number, translate
from ui.base.look.look import label_name
from ui.base.look.plain_text import one_line
from ui.board.bars import stance_names
from ui.numbers.chart import Bar, Chart, ChartKind, Series
from ui.numbers.charts import month_name, month_tick
from ui.numbers.scales import percent

_MOST = 100  # bars of one chart, at most
_LONGEST = 80
_STANCES = ("affirms", "refutes", "unclear")
_MONTH = re.compile(r"[1-9]\d{3}-(0[1-9]|1[0-2])")


class Page(StrEnum):
    """The pages of the corpus window, in order."""

    MONTHS = "months"
    PUBLISHERS = "publishers"
    LANGUAGES = "languages"
    LICENCES = "licences"
    LABELS = "labels"
    BOARD = "board"
    PROBLEMS = "problems"
    SAMPLE = "sample"
    CLUSTER = "cluster"


def page_titles() -> dict[Page, str]:
    """Return the names of the pages."""
    return {
        Page.MONTHS: translate("Corpus", "Over time"),
        Page.PUBLISHERS: translate("Corpus", "Publishers"),
        Page.LANGUAGES: translate("Corpus", "Languages"),
        Page.LICENCES: translate("Corpus", "Licences"),
        Page.LABELS: translate("Corpus", "Labels"),
        Page.BOARD: translate("Corpus", "Who says what"),
        Page.PROBLEMS: translate("Corpus", "Problems"),
        Page.SAMPLE: translate("Corpus", "Sample"),
        Page.CLUSTER: translate("Corpus", "Use several computers"),
    }


def empty(words: str) -> Chart:
    """Return a chart without data that shows only a sentence."""
    return Chart(title=translate("Corpus", "Corpus"), series=_articles(), bars=(), empty=words, stacked=False)


def chart(page: Page, found: ResultsOverview, schema: Schema) -> Chart:
    """Return the chart of a page; for `Page.BOARD`, see `board_chart`."""
    if page is Page.MONTHS:
        return _months(found.facets["month"])
    if page is Page.LABELS:
        return _labels(found, schema)
    if page is Page.PROBLEMS:
        return _problems(found)
    facet = {Page.PUBLISHERS: "publisher", Page.LANGUAGES: "language", Page.LICENCES: "licence"}[page]
    return _shares(page_titles()[page], found.facets[facet])


def board_chart(found: ClaimantTable, rates: dict[Key, Rate]) -> Chart:
    """Return the chart of claims by claimant and stance."""
    names = dict(zip(_STANCES, map(str, stance_names()), strict=True))
    nothing = translate("Corpus", "No stance")
    series = tuple(
        Series(name=names.get(column, one_line(column, _LONGEST) or nothing), shade=at)
        for at, column in enumerate(found.columns)
    )
    nobody = translate("Corpus", "Nobody named")
    bars = tuple(
        Bar(name=one_line(one.name, _LONGEST) or nobody, amounts=tuple(map(float, one.cells)))
        for one in found.claimants[:_MOST]
    )
    measured = [rate_words(rate) for (layer, _), rate in rates.items() if layer == "claims"]
    title = translate("Corpus", "Who says what: suggested, not checked; right: {measured}")
    return Chart(
        title=title.format(measured=", ".join(measured) or rate_words(None)),
        series=series or _articles(),
        bars=bars,
        empty=translate("Corpus", "No claims were suggested."),
        axis=translate("Corpus", "Claims"),
        across=translate("Corpus", "Claimant"),
        stacked=bool(series),
    )


def rate_words(rate: Rate | None) -> str:
    """Return the share of suggestions that were right as text; "not measured" for None."""
    if rate is None:
        return translate("Corpus", "not measured")
    words = translate("Corpus", "{share} of {count} looked at")
    return words.format(share=percent(100 * rate.share), count=number(rate.looked_at))


def _articles() -> tuple[Series, ...]:
    return (Series(name=translate("Corpus", "Articles"), role=QPalette.ColorRole.Accent),)


def _months(shares: Sequence[FacetShare]) -> Chart:
    bars = tuple(
        Bar(name=month_name(share.value), tick=month_tick(share.value), amounts=(share.articles,))
        for share in sorted(shares, key=lambda one: one.value or "")
        if share.value is not None and _MONTH.fullmatch(share.value)
    )
    return Chart(
        title=translate("Corpus", "Articles by month"),
        series=_articles(),
        bars=bars,
        empty=translate("Corpus", "No article has a date."),
        axis=translate("Corpus", "Articles"),
        across=translate("Corpus", "Month of publication"),
        kind=ChartKind.COLUMNS,
        stacked=False,
    )


def _shares(title: str, shares: Sequence[FacetShare]) -> Chart:
    nothing = translate("Corpus", "Not given")
    bars = tuple(
        Bar(name=one_line(share.value or "", _LONGEST) or nothing, amounts=(share.articles,))
        for share in shares[:_MOST]
    )
    return Chart(
        title=title,
        series=_articles(),
        bars=bars,
        empty=translate("Corpus", "No article could be read."),
        axis=translate("Corpus", "Articles"),
        stacked=False,
    )


def _labels(found: ResultsOverview, schema: Schema) -> Chart:
    bars = tuple(
        Bar(
            name=one_line(label_name(schema, *key), _LONGEST),
            amounts=(count,),
            note=translate("Corpus", "right: {measured}").format(measured=rate_words(found.rates.get(key))),
        )
        for key, count in list(found.labels.items())[:_MOST]
    )
    return Chart(
        title=translate("Corpus", "Labels: suggested, not checked"),
        series=(Series(name=translate("Corpus", "Suggestions"), role=QPalette.ColorRole.Accent),),
        bars=bars,
        empty=translate("Corpus", "Nothing was suggested."),
        axis=translate("Corpus", "Suggestions"),
        across=translate("Corpus", "Label"),
        stacked=False,
    )


def _problems(found: ResultsOverview) -> Chart:
    named = [(words_for(code), count) for code, count in found.problems.items()]
    bars = tuple(Bar(name=translate("Corpus", words), amounts=(count,)) for words, count in named)
    return Chart(
        title=translate("Corpus", "Rows without suggestions"),
        series=(Series(name=translate("Corpus", "Rows"), role=QPalette.ColorRole.Accent),),
        bars=bars[:_MOST],
        empty=translate("Corpus", "All rows could be read."),
        axis=translate("Corpus", "Rows"),
        across=translate("Corpus", "Problem"),
        stacked=False,
    )
