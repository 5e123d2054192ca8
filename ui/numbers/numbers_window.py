"""Project → Numbers: progress, numbers of labels, frequent names, time spent."""

import re
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from PySide6.QtCore import QElapsedTimer, QSize, QTimer, Signal, Slot
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QMenu, QVBoxLayout, QWidget

from annotator.jobs.exporting import report
from annotator.jobs.numbers import LabelKey, Numbers, months_of, numbers
from annotator.model.schema import Schema
from ui.base.file_dialogs import ask_target, folder_beside
from ui.base.i18n import ui_language
from ui.base.log_dialog import resize_within_screen
from ui.base.look.look import label_name
from ui.base.look.plain_text import one_line, plain
from ui.base.look.sizes import FAR, NEAR, WIDE
from ui.base.saving import Saving, opening
from ui.base.widgets.buttons import dialog_button
from ui.base.widgets.flow import together, wrapped
from ui.base.widgets.inputs import fill, named
from ui.base.widgets.one_or_all import OneOrAll
from ui.base.widgets.tabs import Tabs
from ui.bridge.session import Session
from ui.jobs.job_line import JobLine
from ui.jobs.last_question import LastQuestion
from ui.jobs.workers import JobProcess
from ui.numbers import drawing
from ui.numbers.chart import Bar, Chart, ChartKind
from ui.numbers.chart_view import ChartView
from ui.numbers.charts import MONTHS, AnnotatorScope, charts, months, titles
from ui.numbers.facts import Facts

_LETTERS = 8  # characters that a list shows at least
_LONGEST = 60


class Choices(QWidget):
    """Three drop-down lists: annotator, label and publisher. The last two are visible only for the chart by month."""

    counted_anew = Signal()  # the annotator changed: count again
    narrowed = Signal()  # label or publisher changed: show less of what was counted

    def __init__(self, annotator: str) -> None:
        super().__init__()
        self.by_annotator = OneOrAll[str](
            "numbersAnnotator", self.tr("Labels by"), self.tr("Everybody"), letters=_LETTERS
        )
        self.label = OneOrAll[LabelKey]("numbersLabel", self.tr("Label"), self.tr("All labels"), letters=_LETTERS)
        self.publisher = OneOrAll[str](
            "numbersPublisher", self.tr("Publisher"), self.tr("All publishers"), letters=_LETTERS
        )
        self.by_annotator.offer([(annotator, annotator)])
        self.by_annotator.choose(annotator)
        whose = plain(self.tr("Labels by"), role="muted", name="numbersWhose")
        whose.setBuddy(self.by_annotator)
        wrapped(self, together(whose, self.by_annotator), self.label, self.publisher)
        self.show_narrowing(wanted=False)
        self.by_annotator.currentIndexChanged.connect(self.counted_anew)
        for box in (self.label, self.publisher):
            box.currentIndexChanged.connect(self.narrowed)

    @property
    def annotator(self) -> str | None:
        """The chosen annotator; None for all."""
        return self.by_annotator.value

    @property
    def narrowing(self) -> tuple[LabelKey | None, str | None]:
        """The chosen label and publisher for the chart by month."""
        return self.label.value, self.publisher.value

    def show_narrowing(self, *, wanted: bool) -> None:
        """Show or hide the lists of labels and publishers."""
        for box in (self.label, self.publisher):
            box.setVisible(wanted)

    def offer(self, found: Numbers, schema: Schema) -> None:
        """Update the entries of the lists; what was chosen stays chosen."""
        self.by_annotator.offer((name, name) for name in found.annotators)
        self.label.offer((label_name(schema, *key), key) for key in found.labels)
        self.publisher.offer((one_line(name, _LONGEST), name) for name in found.publishers if name)


_QUIET = 2_000  # milliseconds between the last edit and the next count
_PATIENCE = 5  # wait so many times as long as a count takes, or a large project would always be counted
_BESIDE = 24  # pixels left and right of the names of the charts
_TABLE = "table"
_HTML = "html"
_NO_FILE_NAME = re.compile(r'[\x00-\x1f\\/:*?"<>|]+')


class NumbersWindow(QDialog):
    """The window of numbers, which can stay open beside the article. It counts again soon after each edit."""

    query_wanted = Signal(object)  # the `Query` to search for
    jump_wanted = Signal(str, int, int)  # document, and code points, end exclusive

    def __init__(self, session: Session, files: JobProcess, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Numbers"))
        self.setSizeGripEnabled(True)
        self._session = session
        self._project = session.required()
        self._found: Numbers | None = None
        self._charts: tuple[Chart, ...] = ()
        self.facts = Facts()
        self.choices = Choices(self._project.annotator)
        self.pages = named(QListWidget(), "numbersPages", self.tr("Charts"), role="pages")
        self.pages.addItems(titles())
        self.pages.setSpacing(2)
        self.pages.ensurePolished()  # rows are measured once, and the style sheet pads them
        self.pages.setFixedWidth(self.pages.sizeHintForColumn(0) + _BESIDE)
        self.pages.setMinimumHeight(self.pages.count() * (self.pages.sizeHintForRow(0) + 4) + 8)  # so only one scrolls
        self._heading = plain(role="title", name="numbersHeading", wraps=True)
        self.bars = ChartView()
        self.line = JobLine()
        self._counting = LastQuestion(files, self._on_numbers, self, self.line.advance)
        self._narrowing = LastQuestion(files, self._show_months, self)
        self._reporting = LastQuestion(files, lambda _: self._on_saved(self._reported), self, self.line.advance)
        self._reported = Path()
        self.saving = Saving(self)
        self.drawn = Tabs("numbersView", (("chart", self.tr("Chart")), (_TABLE, self.tr("Table"))))
        self._again = QTimer(self, singleShot=True, interval=_QUIET)
        self._took = QElapsedTimer()
        self._save = dialog_button("numbersSave", self.tr("&Save As"))
        self._report = dialog_button("numbersReport", self.tr("&Report"))
        self._close = dialog_button("numbersClose", self.tr("Close"))
        self._save.setMenu(self._save_menu())
        self._report.setMenu(self._report_menu())
        self._save.setEnabled(False)
        self._lay_out()
        self._connect(session)
        resize_within_screen(self, 1020, 720)
        self.pages.setCurrentRow(0)
        self.pages.setFocus()
        self.count()

    def sizeHint(self) -> QSize:
        return QSize(1020, 720)

    @Slot()
    def count(self) -> None:
        """Compute the numbers again; all choices in the window stay."""
        self.line.begin(self.tr("Counting…"))
        self._counting.cancel()
        self._took.start()
        self._counting.ask(numbers, self._project.path, self.choices.annotator)

    def done(self, result: int) -> None:
        for asking in (self._counting, self._narrowing, self._reporting):
            asking.cancel()
        self._again.stop()
        self.saving.wait()
        super().done(result)

    @Slot(str)
    def save(self, target: str) -> None:
        """Write the current chart to a file, in the format of the file's suffix."""
        chart = self.bars.chart
        if chart is not None:
            self.line.begin(self.tr("Saving…"))
            self.saving.start(partial(drawing.save, chart, QFont(self.font())), Path(target))

    @Slot(str)
    def report_project(self, target: str) -> None:
        """Write an HTML report about the project."""
        self._write(target, report.write_project, self._project.path, self.choices.annotator, Path(target))

    @Slot(str)
    def report_article(self, target: str) -> None:
        """Write an HTML report about the open article."""
        opened = self._session.opened
        if opened is not None:
            self._write(target, report.write_article, self._project.path, opened.document.id, Path(target))

    # Inside

    def _save_menu(self) -> QMenu:
        menu = named(QMenu(self), "numbersSaveMenu")
        texts = (self.tr("Table (CSV)…"), self.tr("Picture (SVG)…"), self.tr("Picture (PNG)…"))
        for suffix, text in zip(drawing.SUFFIXES, texts, strict=True):
            action = menu.addAction(text, partial(self._ask_for_chart, suffix))
            action.setObjectName(f"numbersSave.{suffix}")
        return menu

    def _report_menu(self) -> QMenu:
        menu = named(QMenu(self), "numbersReportMenu")
        menu.addAction(self.tr("The Project (HTML)…"), self._ask_for_project).setObjectName("numbersReport.project")
        article = menu.addAction(self.tr("The Open Article with Its Labels (HTML)…"), self._ask_for_article)
        article.setObjectName("numbersReport.article")
        menu.aboutToShow.connect(lambda: article.setEnabled(self._session.opened is not None))
        return menu

    def _lay_out(self) -> None:
        middle = fill(QHBoxLayout(), self.pages, spacing=FAR)
        head = fill(QHBoxLayout(), (self._heading, 1), self.drawn, spacing=NEAR)
        right = fill(QVBoxLayout(), head, self.choices, (self.bars, 1), spacing=NEAR)
        middle.addLayout(right, 1)
        foot = fill(QHBoxLayout(), (self.line, 1), self._save, self._report, self._close, spacing=NEAR)
        fill(QVBoxLayout(self), self.facts, (middle, 1), foot, margins=WIDE, spacing=WIDE)

    def _connect(self, session: Session) -> None:
        self.pages.currentRowChanged.connect(self._show)
        self.choices.counted_anew.connect(self.count)
        self.choices.narrowed.connect(self._show)
        self.bars.wanted.connect(self._go)
        self.bars.menu_wanted.connect(lambda place: self._save.menu().popup(place))
        self.drawn.chosen.connect(lambda form: self.bars.show_table(wanted=form == _TABLE))
        self._again.timeout.connect(self.count)
        for source in (self._counting, self._narrowing, self._reporting, self.saving):
            source.failed.connect(self.line.fail)
        self.saving.done.connect(self._on_saved)
        self._close.clicked.connect(self.reject)
        session.edited.connect(self._on_changed)
        session.documents_changed.connect(self._on_changed)

    def _on_numbers(self, found: Numbers) -> None:
        project = self._project
        self._again.setInterval(max(_QUIET, _PATIENCE * self._took.elapsed()))
        self._found = found
        self._charts = charts(found, project.schema, project.annotator)
        self.facts.show_numbers(found)
        self.choices.offer(found, project.schema)
        if self.choices.annotator != found.annotator:  # somebody without anything in the project, such as the lead
            self.count()
            return
        self._show()

    @Slot()
    def _show(self) -> None:
        row = self.pages.currentRow()
        self.choices.show_narrowing(wanted=row == MONTHS)
        if self._found is None or row < 0:
            return
        self._narrowing.stop()
        publisher = self.choices.narrowing[1]
        if row != MONTHS:
            self._show_chart(self._charts[row])
        elif publisher is None:
            self._show_months(self._found.months)
        else:
            self._narrowing.ask(months_of, self._project.path, self._found.annotator, publisher)

    def _show_months(self, counted: Mapping[str, Mapping[LabelKey, int]]) -> None:
        """Show the chart of labels by month, unless another chart was chosen meanwhile."""
        if self._found is not None and self.pages.currentRow() == MONTHS:
            project, found = self._project, self._found
            scope = AnnotatorScope.of(found, project.annotator)
            self._show_chart(months(counted, project.schema, scope, *self.choices.narrowing))

    def _show_chart(self, chart: Chart) -> None:
        self.bars.show_chart(chart)
        self._heading.setText(chart.title)
        self._save.setEnabled(bool(chart.bars))
        self.line.end(self._hint_to_articles(chart))

    def _hint_to_articles(self, chart: Chart) -> str:
        """Return a hint that says how to get from a row to its articles.

        That works only for one annotator; the hint is "" if there is nothing to say.
        """
        if any(bar.query is not None or bar.document is not None for bar in chart.bars):
            return self.tr("Click in the chart or press Return to find the articles.")
        if chart.kind is ChartKind.LINES:
            return ""
        alone = self._found is not None and self._found.annotator is not None
        return (
            "" if alone or not chart.bars else self.tr("Choose an annotator to find the articles behind the figures.")
        )

    @Slot(object)
    def _go(self, bar: Bar) -> None:
        if bar.document is not None:
            self.jump_wanted.emit(bar.document, 0, 0)
        elif bar.query is not None:
            self.query_wanted.emit(bar.query)

    @Slot()
    def _on_changed(self) -> None:
        self._again.start()

    @Slot(object)
    def _on_saved(self, target: Path) -> None:
        self.line.end(self.tr("Saved as {file}.").format(file=target.name), *opening(target))

    def _write(self, target: str, function: object, *arguments: object) -> None:
        self._reported = Path(target)
        self.line.begin(self.tr("Saving…"))
        self._reporting.ask(function, *arguments, ui_language())  # type: ignore[arg-type]

    def _ask_for_chart(self, suffix: str) -> None:
        chart = self.bars.chart
        if chart is not None:
            self._ask_where(chart.title, suffix, self.save)

    @Slot()
    def _ask_for_project(self) -> None:
        self._ask_where(self._project.path.stem, _HTML, self.report_project)

    @Slot()
    def _ask_for_article(self) -> None:
        opened = self._session.opened
        if opened is not None:
            self._ask_where(opened.document.title, _HTML, self.report_article)

    def _ask_where(self, name: str, suffix: str, then: Callable[[str], None]) -> None:
        stem = _NO_FILE_NAME.sub("-", name)[:_LONGEST].strip(" .-") or _HTML
        start, kinds = folder_beside(self._project.path) / f"{stem}.{suffix}", [f"{suffix.upper()} (*.{suffix})"]
        ask_target(self, "numbersFile", self.tr("Save as"), then, start=start, filters=kinds)
