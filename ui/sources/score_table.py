"""The reliability of scores: a table with a row for each range of scores, and the sentences above it."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from annotator.jobs.learning.source_quality import Truth
from annotator.suggest.tiers import SURE_FROM
from annotator.suggestions.reliability import FEW, Bin, calibration_error, joined
from ui.base.i18n import number, translate
from ui.base.rows.plain_table import FigureTable
from ui.sources.source_list import NOTHING, percent


class ScoreTable(FigureTable):
    """The table of scores: what people decided, and beside it how often the source was right in test texts."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("truthScores", translate("TruthPage", "By score"), [*_headers(), _measured_header()], parent)

    def show_scores(self, decided: Sequence[Bin], measured: Sequence[Bin]) -> None:
        """Show these bins, the highest scores first; columns without any figure are left out."""
        here, there = ({each.lowest: each for each in bins} for bins in (decided, measured))
        score, *own = _headers()
        headers = [score, *(own if decided or not measured else ()), *([_measured_header()] if measured else ())]
        rows = []
        for lowest in sorted({*here, *there}, reverse=True):
            figures = _decided(here.get(lowest)) if decided else []
            tested = [_right(there.get(lowest))] if measured else []
            rows.append([_range(here.get(lowest) or there[lowest]), *figures, *tested])
        self.figures.show(rows, headers)


def _headers() -> tuple[str, ...]:
    return (
        translate("TruthPage", "Score"),
        translate("TruthPage", "Decided"),
        translate("TruthPage", "Mean score"),
        translate("TruthPage", "Accepted"),
        translate("TruthPage", "Likely range"),
    )


def _measured_header() -> str:
    return translate("ScoreTable", "Right in test texts")


def measured_words(truth: Truth) -> str:
    """Return how often sure suggestions were right in test texts, and which texts these were; "" if unknown."""
    whole, sure = joined(truth.measured), joined(truth.measured, SURE_FROM)
    if whole is None:
        return ""
    if truth.tested:
        words = translate(
            "ScoreTable", "Test texts: articles of this project that the model had not learnt from ({count})."
        )
        words = words.format(count=number(truth.tested))
    else:
        words = translate("ScoreTable", "Test texts: news and other texts that the model has not learnt from.")
    if sure is None:
        return words
    text = translate("ScoreTable", "Of the sure suggestions there, {right} were right; {share} of all were sure.")
    told = text.format(right=percent(sure.share), share=percent(sure.decided / whole.decided))
    return f"{words} {told}"


def calibration_words(truth: Truth) -> str:
    """Return how far scores are from the share that people accepted."""
    apart = calibration_error(truth.bins)
    if apart is None:
        words = translate(
            "TruthPage", "Scores can be compared once you have accepted or rejected suggestions with a score."
        )
    else:
        words = translate("TruthPage", "On average, scores and the share accepted are {points} points apart.")
        words = words.format(points=number(100 * apart, 1))
        if sum(each.decided for each in truth.bins) < FEW:
            words = translate("TruthPage", "{words} There are too few decisions to tell yet.").format(words=words)
    if truth.unscored:
        text = translate("TruthPage", "{words} Decided without a score: {count}.")
        words = text.format(words=words, count=number(truth.unscored))
    return words


def _range(each: Bin) -> str:
    return f"{number(each.lowest, 2)} – {number(each.highest, 2)}"


def _decided(each: Bin | None) -> list[str]:
    if each is None:
        return [number(0), NOTHING, NOTHING, NOTHING]
    low, high = each.between
    return [number(each.decided), percent(each.mean), percent(each.share), f"{percent(low)} – {percent(high)}"]


def _right(each: Bin | None) -> str:
    if each is None:
        return NOTHING
    text = translate("ScoreTable", "{right} of {found} ({share})")
    return text.format(right=number(each.accepted), found=number(each.decided), share=percent(each.share))
