"""The page about one source: a verdict, figures by label, by score and over time, and its training."""

import math
from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple, TypeVar

from PySide6.QtCore import QCoreApplication, QPointF, QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette, QPen, QPolygonF
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from annotator.jobs.learning.source_quality import Truth
from annotator.model.schema import Schema
from annotator.suggestions.reliability import Bin, Tally, total
from ui.base.i18n import date, number
from ui.base.look.look import label_name
from ui.base.look.plain_text import plain
from ui.base.messages import sentence
from ui.base.rows.plain_table import FigureTable
from ui.base.widgets.buttons import dialog_button
from ui.base.widgets.empty_words import EmptyWords
from ui.base.widgets.inputs import fill, named, put_in_tab_order
from ui.base.widgets.tabs import Tabs
from ui.base.words.rule_names import source_title
from ui.sources.quality_sections import InfluencePage, RefusedRules
from ui.sources.score_table import ScoreTable, calibration_words, measured_words
from ui.sources.source_list import (
    SourceRow,
    encoder_words,
    facts_words,
    figures,
    labels_words,
    pace_words,
    percent,
    release_words,
    uncounted_words,
    verdict_words,
)

Table = TypeVar("Table", bound=FigureTable)

_GRID = (0, 25, 50, 75, 100)
_TOP, _RIGHT, _BOTTOM, _LEFT = 28, 16, 26, 40  # pixels around the plot
_SIZE = QSize(320, 220)
_SMALLEST, _LARGEST = 3.0, 9.0  # radius of a point in pixels


class Plot(QWidget):
    """A plot with a grid and a caption; subclasses paint the data."""

    def __init__(self, name: str, title: str) -> None:
        super().__init__()
        named(self, name, title)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(_SIZE.height())

    def sizeHint(self) -> QSize:
        return _SIZE

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        plot = QRectF(self.rect().adjusted(_LEFT, _TOP, -_RIGHT, -_BOTTOM))
        for share in _GRID:
            y = plot.bottom() - plot.height() * share / 100
            painter.setPen(QPen(self.colour(QPalette.ColorRole.Mid), 1))
            painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
            painter.setPen(self.colour(QPalette.ColorRole.Dark))
            side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(QRect(0, round(y) - 10, _LEFT - 8, 20), side, str(share))
        painter.drawText(QRectF(_LEFT, 0, plot.width(), _TOP - 8), Qt.AlignmentFlag.AlignVCenter, self.caption())
        self.paint_figures(painter, plot)

    def colour(self, role: QPalette.ColorRole) -> QColor:
        """Return a colour of the theme."""
        return self.palette().color(role)

    def caption(self) -> str:
        """Return the caption of the vertical axis."""
        raise NotImplementedError

    def paint_figures(self, painter: QPainter, plot: QRectF) -> None:
        """Paint the data into the rectangle ``plot``."""
        raise NotImplementedError


class ReliabilityPlot(Plot):
    """A reliability diagram: a point for each bin of scores, with its likely range. More decisions make a point larger.

    On the dashed line, a score equals the share accepted. Points below the line mean that scores are too high.
    """

    def __init__(self) -> None:
        super().__init__("reliabilityPlot", "")
        self.setAccessibleName(self.tr("Scores and share accepted"))
        self._bins: Sequence[Bin] = ()
        self._tested = False

    def show_bins(self, bins: Sequence[Bin], *, tested: bool) -> None:
        """Plot these bins; ``tested`` tells that they come from test texts instead of decisions."""
        self._bins = bins
        self._tested = tested
        self.update()

    def caption(self) -> str:
        if self._tested:
            return self.tr("Right in test texts, % (vertical), by score (horizontal); dashed: ideal")
        return self.tr("Suggestions accepted, % (vertical), by score (horizontal); dashed: ideal")

    def paint_figures(self, painter: QPainter, plot: QRectF) -> None:
        painter.setPen(QPen(self.colour(QPalette.ColorRole.Dark), 1, Qt.PenStyle.DashLine))
        painter.drawLine(plot.bottomLeft(), plot.topRight())
        line = QRectF(plot.left(), plot.bottom() + 4, plot.width(), _BOTTOM - 4)
        for share, side in ((0.0, "AlignLeft"), (0.5, "AlignHCenter"), (1.0, "AlignRight")):
            painter.drawText(line, Qt.AlignmentFlag[side], number(share, 1))
        most = max((each.decided for each in self._bins), default=1)
        accent = self.colour(QPalette.ColorRole.Accent)
        for each in self._bins:
            x = plot.left() + plot.width() * each.mean
            low, high = (plot.bottom() - plot.height() * share for share in each.between)
            painter.setPen(QPen(accent, 1.5))
            painter.drawLine(QPointF(x, low), QPointF(x, high))
            radius = _SMALLEST + (_LARGEST - _SMALLEST) * math.sqrt(each.decided / most)
            painter.setBrush(accent)
            painter.drawEllipse(QPointF(x, plot.bottom() - plot.height() * each.share), radius, radius)


class Moment(NamedTuple):
    """A point of a plot over time: its label, its height (0 to 100), and whether it is filled or hollow."""

    when: str
    height: float
    full: bool = True


class CoursePlot(Plot):
    """A plot over time: points from left to right, joined by a line."""

    def __init__(self, name: str, title: str) -> None:
        super().__init__(name, title)
        self._title = title
        self._moments: Sequence[Moment] = ()

    def show_moments(self, moments: Sequence[Moment]) -> None:
        """Plot these points."""
        self._moments = moments
        self.update()

    def caption(self) -> str:
        return self._title

    def paint_figures(self, painter: QPainter, plot: QRectF) -> None:
        if not self._moments:
            return
        wide = plot.width() / max(1, len(self._moments) - 1)
        places = [
            QPointF(plot.left() + order * wide, plot.bottom() - plot.height() * moment.height / 100)
            for order, moment in enumerate(self._moments)
        ]
        accent, paper = self.colour(QPalette.ColorRole.Accent), self.colour(QPalette.ColorRole.Window)
        painter.setPen(QPen(accent, 2))
        painter.drawPolyline(QPolygonF(places))
        for place, moment in zip(places, self._moments, strict=True):
            painter.setBrush(accent if moment.full else paper)
            painter.drawEllipse(place, _SMALLEST + 1, _SMALLEST + 1)
        painter.setPen(self.colour(QPalette.ColorRole.Dark))
        line = QRectF(plot.left(), plot.bottom() + 4, plot.width(), _BOTTOM - 4)
        painter.drawText(line, Qt.AlignmentFlag.AlignLeft, self._moments[0].when)
        if len(self._moments) > 1:
            painter.drawText(line, Qt.AlignmentFlag.AlignRight, self._moments[-1].when)


_LABELS, _SCORES, _TIMES, _COURSE, _INFLUENCE = "labels", "scores", "times", "course", "influence"


class TruthPage(QWidget):
    """The page on a source's quality: facts about the source, and below them one tab of figures at a time."""

    back_wanted = Signal()  # revert to the previous adapter

    def __init__(self, schema: Schema, parent: QWidget | None = None, *, writable: bool) -> None:
        super().__init__(parent)
        self._schema = schema
        self._title = plain(role="title", name="sourceTitle")
        self._facts = self._line("sourceFacts", "muted")
        self._labels = self._line("sourceLabels", "muted")
        self._verdict = self._line("sourceVerdict")
        self._uncounted = self._line("sourceUncounted", "muted")
        self._pace = self._line("sourcePace")
        self._writable = writable
        self._notes = {name: self._line(f"truthNote.{name}", "muted") for name in (_LABELS, _SCORES, _TIMES, _COURSE)}
        self._tabs = Tabs(
            "truthTab",
            (
                (_LABELS, self.tr("Labels")),
                (_SCORES, self.tr("Reliability")),
                (_TIMES, self.tr("Over Time")),
                (_COURSE, self.tr("Learning")),
                (_INFLUENCE, self.tr("Influence")),
            ),
            self,
            wraps=True,
        )
        self.rules = RefusedRules(self._tabs.findChildren(QPushButton)[0], writable=writable)
        self._pages = QStackedWidget(self)
        self._page = {name: QWidget(self._pages) for name in self._notes}  # the tables' parents, as styling is slow
        self._rows = {name: QVBoxLayout(page) for name, page in self._page.items()}
        self.by_label = self._label_table(self._page[_LABELS])
        self._back = dialog_button("truthBack", self.tr("Revert to the Previous Model"), self._page[_COURSE])
        self._back.clicked.connect(self.back_wanted)
        EmptyWords(self.by_label, self.tr("Decisions about its suggestions are counted here, once there are any."))
        self._calibration = ReliabilityPlot()
        self._times = CoursePlot("timesPlot", self.tr("Precision, %"))
        self._course = CoursePlot("coursePlot", self.tr("F1 on held-out articles, %; hollow: not adopted"))
        self.influence = InfluencePage(self._pages, writable=writable)
        self._lay_out()
        self._tabs.chosen.connect(self._turn)

    # Tables of other tabs, built once they are needed, so that the window opens fast

    @cached_property
    def by_score(self) -> ScoreTable:
        """The figures by score."""
        words = self.tr("Figures appear here once its suggestions have been looked at one by one.")
        return self._built(_SCORES, ScoreTable(self._page[_SCORES]), words)

    @cached_property
    def by_time(self) -> FigureTable:
        """The figures by day or month."""
        counts = self.tr("Accepted"), self.tr("Corrected"), self.tr("Rejected")
        headers = self.tr("When"), *counts, self.tr("Precision")
        table = FigureTable("truthTimes", self.tr("Over time"), headers, self._page[_TIMES])
        words = self.tr("Figures appear here once its suggestions have been looked at one by one.")
        return self._built(_TIMES, table, words)

    @cached_property
    def learnt(self) -> FigureTable:
        """The course of training."""
        scores = self.tr("F1 before"), self.tr("F1 after")
        headers = self.tr("When"), self.tr("Articles"), *scores, self.tr("Adopted")
        table = FigureTable("truthCourse", self.tr("Learning"), headers, self._page[_COURSE])
        return self._built(_COURSE, table, self.tr("Each time it learns, a row is added here."))

    def show_source(self, row: SourceRow, pace: int | None = None) -> None:
        """Show what is known of a source without reading the project; its figures follow with `show_truth`.

        ``pace`` is the number of words that the source's encoder reads per second, None if unknown.
        """
        self._title.setText(source_title(row.name))
        self._facts.setText(
            "\n".join(filter(None, (facts_words(row.info), encoder_words(row.info, pace), _problem_words(row))))
        )
        words = labels_words(row.info, self._schema)
        self._labels.setText(words)
        self._labels.setVisible(bool(words))
        self.rules.show_rules(())

    def show_truth(self, truth: Truth) -> None:
        """Show the figures of the source."""
        whole = total(tally for _, tally in truth.labels)
        self._verdict.setText(verdict_words(whole))
        apart = uncounted_words(truth.uncounted)
        self._uncounted.setText(apart)
        self._uncounted.setVisible(bool(apart))
        pace = pace_words(truth)
        self._pace.setText(pace)
        self._pace.setVisible(bool(pace))
        self._show_labels(truth, whole)
        self._show_scores(truth)
        self._show_times(truth)
        self._show_course(truth)
        self.influence.show_influence(truth.influence)
        self.rules.show_rules(truth.rules)

    # Inside

    def _built(self, tab: str, table: Table, empty: str) -> Table:
        """Put a new table onto the page of a tab, with a sentence for the time when it is empty; return it."""
        EmptyWords(table, empty)
        self._rows[tab].addWidget(table, 1)
        put_in_tab_order(self._back if tab == _COURSE else self.by_label, table)
        return table

    def _show_labels(self, truth: Truth, whole: Tally) -> None:
        rows = [(label_name(self._schema, *key), tally) for key, tally in truth.labels]
        if len(rows) > 1:
            rows.append((self.tr("All"), whole))
        self.by_label.figures.show([[name, *_of_label(tally)] for name, tally in rows])
        self._notes[_LABELS].setText(
            self.tr(
                "Precision: share accepted as suggested, of those looked at one by one. Missed: labelled by hand"
                " where nothing was suggested, in articles that it has read. Recall: share of all labels that it"
                " suggested, whatever label or boundaries."
            )
        )

    def _show_scores(self, truth: Truth) -> None:
        shown = truth.bins or truth.measured
        self._calibration.show_bins(shown, tested=not truth.bins)
        self._calibration.setVisible(bool(shown))
        self.by_score.show_scores(truth.bins, truth.measured)
        self._notes[_SCORES].setText("\n".join(filter(None, (measured_words(truth), calibration_words(truth)))))

    def _show_times(self, truth: Truth) -> None:
        self._times.show_moments([Moment(_when(time), 100 * (tally.share or 0)) for time, tally in truth.times])
        self._times.setVisible(bool(truth.times))
        self.by_time.figures.show([[_when(time), *figures(tally)] for time, tally in reversed(truth.times)])
        self._notes[_TIMES].setText(
            self.tr("By day or month of the last decision on a suggestion looked at one by one.")
            if truth.times
            else self.tr("No decisions yet.")
        )

    def _show_course(self, truth: Truth) -> None:
        self._course.show_moments([Moment(date(each.day), each.after, each.taken) for each in truth.course])
        self._course.setVisible(bool(truth.course))
        self.learnt.figures.show(
            [
                [
                    date(each.day),
                    number(each.articles),
                    number(each.before, 1),
                    number(each.after, 1),
                    self.tr("yes") if each.taken else self.tr("no"),
                ]
                for each in reversed(truth.course)
            ]
        )
        self._back.setVisible(truth.learnt > 0 and self._writable)
        in_use = self.tr("In use: what was learnt from {count} articles.").format(count=number(truth.learnt))
        rule = self.tr("What a model learns from finished articles is adopted only if it does better on held-out ones.")
        plain_one = self.tr("In use: the original model.")
        if truth.outdated:
            outdated = self.tr(
                "What was learnt from {count} articles was for another version of the model and is no longer used."
            )
            plain_one = f"{plain_one} {outdated.format(count=number(truth.outdated))}"
        self._notes[_COURSE].setText(
            f"{in_use if truth.learnt else plain_one} {rule}"
            if truth.course or truth.learnt or truth.outdated
            else self.tr("It has learnt nothing in this project yet: models learn after ten finished articles.")
        )

    @Slot(object)
    def _turn(self, tab: object) -> None:
        tables = {_LABELS: self.by_label, _SCORES: self.by_score, _TIMES: self.by_time, _COURSE: self.learnt}
        self._pages.setCurrentWidget(self._page[str(tab)] if str(tab) in tables else self.influence)

    def _label_table(self, parent: QWidget) -> FigureTable:
        return FigureTable(
            "truthLabels",
            self.tr("By label"),
            (
                self.tr("Label"),
                self.tr("Accepted"),
                self.tr("Corrected"),
                self.tr("Rejected"),
                self.tr("Precision"),
                self.tr("Missed"),
                self.tr("Recall"),
                self.tr("Pending"),
            ),
            parent,
            summed=True,
        )

    def _line(self, name: str, role: str | None = None) -> QLabel:
        label = plain(role=role, name=name, wraps=True)
        label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return label

    def _lay_out(self) -> None:
        fill(
            QVBoxLayout(self),
            self._title,
            self._facts,
            self._labels,
            self._verdict,
            self._uncounted,
            self._pace,
            self.rules,
            self._tabs,  # not in a layout with a stretch, which would cut it to the width of one button
            (self._pages, 1),
            margins=0,
            spacing=8,
        )
        plots = {_SCORES: self._calibration, _TIMES: self._times, _COURSE: self._course}
        for name, rows in self._rows.items():
            self._pages.addWidget(self._page[name])
            rows.setContentsMargins(0, 0, 0, 0)
            rows.setSpacing(8)
            head = fill(QHBoxLayout(), (self._notes[name], 1), spacing=16)
            if name == _COURSE:
                head.addWidget(self._back, 0, Qt.AlignmentFlag.AlignTop)
            rows.addLayout(head)
            if name in plots:
                rows.addWidget(plots[name], 1)
        self._rows[_LABELS].addWidget(self.by_label, 1)
        self._pages.addWidget(self.influence)


def _of_label(tally: Tally) -> list[str]:
    return [*figures(tally), number(tally.missed), percent(tally.found), number(tally.pending)]


def _when(time: str) -> str:
    """Return the text for a day; return a month unchanged."""
    return date(time) if len(time) > len("2026-11") else time


def _problem_words(row: SourceRow) -> str:
    """Return why a source could not be loaded and when it is tried again, else a warning about its spaCy version."""
    if row.problem is None:
        return release_words(row.info)
    again = QCoreApplication.translate(
        "TruthPage", "It is tried again in another version, or after Project → Renew Suggestions."
    )
    return f"{sentence(row.problem)} {again}"
