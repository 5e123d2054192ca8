"""Project → Corpus: suggestions for millions of articles, and samples of them for the project."""

from pathlib import Path

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QPlainTextEdit,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from annotator.scale.results import looking
from annotator.scale.results.claimants import Across, ClaimantTable
from annotator.scale.results.looking import DrawnSample, ResultsOverview
from annotator.system.errors import AnnotatorError
from ui.base.file_dialogs import ask_folder
from ui.base.i18n import number
from ui.base.log_dialog import resize_within_screen
from ui.base.look.plain_text import one_line, plain, tooltip
from ui.base.look.sizes import APART, FAR, NEAR, WIDE
from ui.base.messages import sentence as sentence_of
from ui.base.widgets.buttons import dialog_button
from ui.base.widgets.inputs import fill, named
from ui.base.widgets.tabs import Tabs
from ui.base.words.counted import articles_words
from ui.bridge.session import Session
from ui.corpora import pages
from ui.corpora.bringing import Bringing
from ui.corpora.page_words import cluster_words, command_line, sample_words
from ui.corpora.pages import Page, page_titles
from ui.corpora.sampling_form import SamplingForm
from ui.jobs.job_line import JobLine
from ui.jobs.last_question import LastQuestion
from ui.jobs.workers import JobProcess
from ui.numbers.chart import Chart
from ui.numbers.chart_view import ChartView
from ui.numbers.facts import Card

_WIDTH, _HEIGHT = 1020, 720
_PAGES = 190  # width of the list of pages in pixels
_TABLE = "table"


class CorpusWindow(QDialog):
    """The corpus window, which can stay open beside the article. It starts no work on other computers."""

    told = Signal(str)

    def __init__(self, session: Session, files: JobProcess, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Corpus"))
        self.setSizeGripEnabled(True)
        self._project = session.required()
        self._out = ""
        self._found: ResultsOverview | None = None
        self._board: ClaimantTable | None = None
        self._look: DrawnSample | None = None
        self._missing = looking.missing()
        self._folder = plain(role="title", name="corpusFolder")
        self._folder.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.choose = dialog_button("corpusChoose", self.tr("Choose &Folder…"), self)
        self.facts = {name: Card(name, "corpus") for name in ("articles", "suggestions", "problems", "left", "samples")}
        self.pages = named(QListWidget(self), "corpusPages", self.tr("Pages"), role="pages")
        self.pages.addItems(list(page_titles().values()))
        self.pages.setFixedWidth(_PAGES)
        self.pages.setSpacing(2)
        self.pages.ensurePolished()  # rows are measured once, and the style sheet pads them
        self._heading = plain(role="title", name="corpusHeading")
        self._heading.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.drawn = Tabs("corpusView", (("chart", self.tr("Chart")), (_TABLE, self.tr("Table"))), self)
        self.copy = dialog_button("corpusCopy", self.tr("&Copy Command Line"), self)
        self._shown = QStackedWidget(self)
        self.bars = ChartView(self._shown)
        self.words = named(QPlainTextEdit(self._shown, readOnly=True, tabChangesFocus=True), "corpusWords")
        self.words.setAccessibleName(self.tr("Text"))
        self.form = SamplingForm(self)
        self.line = JobLine(self)
        self.stop = dialog_button("corpusStop", self.tr("St&op"))
        self._close = dialog_button("corpusClose", self.tr("Close"))
        self._counting = LastQuestion(files, self._on_overview, self, self.line.advance)
        self._boarding = LastQuestion(files, self._on_board, self)
        self.bringing = Bringing(session, files, self)
        self._lay_out()
        self._connect()
        resize_within_screen(self, _WIDTH, _HEIGHT)
        self.pages.setCurrentRow(0)
        self.choose.setFocus()
        self._refresh()

    def sizeHint(self) -> QSize:
        return QSize(_WIDTH, _HEIGHT)

    @property
    def busy(self) -> bool:
        """Return whether an answer is pending."""
        return self._counting.busy or self._boarding.busy or self.bringing.busy

    @Slot(str)
    def open_folder(self, out: str) -> None:
        """Count the results in a folder that ``corpus prelabel`` wrote, and show them."""
        self._out, self._found, self._board = out, None, None
        self.bringing.forget()
        self._look = None
        self._count()
        self._refresh()

    def done(self, result: int) -> None:
        self._counting.cancel()
        self._boarding.cancel()
        self.bringing.stop()
        super().done(result)

    # Inside

    def _lay_out(self) -> None:
        head = fill(QHBoxLayout(), (self._folder, 1), self.choose, spacing=NEAR)
        facts = fill(QHBoxLayout(), *((card, 1) for card in self.facts.values()), spacing=APART)
        above = fill(QHBoxLayout(), (self._heading, 1), self.drawn, self.copy, spacing=NEAR)
        self._shown.addWidget(self.bars)
        self._shown.addWidget(self.words)
        right = fill(QVBoxLayout(), above, (self._shown, 1), spacing=NEAR)
        middle = fill(QHBoxLayout(), self.pages, (right, 1), spacing=FAR)
        foot = fill(QHBoxLayout(), (self.line, 1), self.stop, self._close, spacing=NEAR)
        parts = (head, facts, (middle, 1), self.form, foot)
        fill(QVBoxLayout(self), *parts, margins=WIDE, spacing=WIDE)

    def _connect(self) -> None:
        self.choose.clicked.connect(self._ask_folder)
        self.pages.currentRowChanged.connect(self._refresh)
        self.drawn.chosen.connect(lambda form: self.bars.show_table(wanted=form == _TABLE))
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self._line()))
        self.form.look_wanted.connect(self._draw)
        self.form.bring_wanted.connect(self._bring)
        self.form.changed.connect(self._on_form_changed)
        self.stop.clicked.connect(self._stop)
        self._close.clicked.connect(self.reject)
        self.bringing.looked.connect(self._on_look)
        self.bringing.brought.connect(self._on_brought)
        self.bringing.advanced.connect(self.line.advance)
        for source in (self._counting, self._boarding, self.bringing):
            source.failed.connect(self._on_failed)

    @property
    def _page(self) -> Page:
        return list(Page)[max(0, self.pages.currentRow())]

    def _line(self) -> str:
        """Return the command line that continues this run, or starts one."""
        return command_line(self._found, self._out, self._project.path)

    def _show_page(self, page: Page) -> None:
        row = list(Page).index(page)
        self.pages.setCurrentRow(row)
        self._refresh()

    @Slot()
    def _refresh(self) -> None:
        """Show the chosen page and the facts, and enable the buttons that can be used."""
        page, found = self._page, self._found
        said = page in {Page.SAMPLE, Page.CLUSTER}
        self._shown.setCurrentIndex(int(said))
        self.drawn.setVisible(not said)
        self.copy.setVisible(page is Page.CLUSTER)
        self._folder.setText(one_line(found.out if found else self._out) or self.tr("No folder chosen"))
        self._folder.setToolTip(tooltip(self._out))
        self._show_facts(found)
        self._enable()
        if said:
            self._heading.setText(page_titles()[page])
            self.words.setPlainText(sample_words(self._look) if page is Page.SAMPLE else cluster_words(self._line()))
            return
        if found is None:
            hint = self.tr("Choose a folder that the command “corpus prelabel” has written.")
            self._show_chart(pages.empty(hint if self._missing is None else sentence_of(self._missing)))
        elif page is not Page.BOARD:
            self._show_chart(pages.chart(page, found, self._project.schema))
        elif self._board is not None:
            self._show_chart(pages.board_chart(self._board, dict(found.rates)))
        else:
            self._show_chart(pages.empty(self.tr("Counting…")))
            if not self._boarding.busy:
                self.line.begin(self.tr("Counting…"))
                self._boarding.ask(looking.board, self._out, Across.STANCE)
                self._enable()

    def _enable(self) -> None:
        """Enable the buttons that can be used."""
        self.choose.setEnabled(self._missing is None and not self.bringing.busy)
        self.form.setEnabled(self._missing is None)
        self.form.allow(possible=self._found is not None and not self.busy, seen=self._look is not None)
        self.stop.setVisible(self.busy)

    @Slot()
    def _stop(self) -> None:
        self._counting.cancel()
        self._boarding.cancel()
        if self.bringing.finishing:
            return
        words = self.tr("Stopped; nothing was added to the project.") if self.bringing.adding else self.tr("Stopped.")
        self.bringing.stop()
        self._look = None
        self.line.end(words)
        self._enable()

    def _show_chart(self, shown: Chart) -> None:
        self.bars.show_chart(shown)
        self._heading.setText(shown.title)
        self._heading.setToolTip(tooltip(shown.title))

    def _show_facts(self, found: ResultsOverview | None) -> None:
        if found is None:
            values = dict.fromkeys(self.facts, "–")
        else:
            sums = found.total
            counts = (sums.articles, sums.suggestions, sums.rows - sums.articles, found.left, len(found.samples))
            values = dict(zip(self.facts, map(number, counts), strict=True))
        words = {
            "articles": self.tr("articles"),
            "suggestions": self.tr("suggestions, not checked"),
            "problems": self.tr("rows without suggestions"),
            "left": self.tr("parts not finished"),
            "samples": self.tr("samples drawn so far"),
        }
        for name, card in self.facts.items():
            card.show_fact(values[name], words[name])

    def _count(self) -> None:
        self.line.begin(self.tr("Counting…"))
        self._counting.cancel()
        self._boarding.cancel()
        self._counting.ask(looking.overview, self._out)

    def _on_overview(self, found: ResultsOverview) -> None:
        self._found = found
        self.line.end(self.tr("All counts are of suggestions that nobody has checked."))
        self._refresh()

    def _on_board(self, found: ClaimantTable) -> None:
        self._board = found
        self.line.end("")
        self._refresh()

    @Slot()
    def _draw(self) -> None:
        self._look = None
        self.line.begin(self.tr("Drawing…"))
        self.bringing.look(self._out, self.form.wanted)
        self._show_page(Page.SAMPLE)

    @Slot(object)
    def _on_look(self, look: DrawnSample) -> None:
        self._look = look if look.sample.drawn else None
        self.line.end("" if look.sample.drawn else self.tr("All such articles have already been drawn."))
        self._refresh()

    @Slot()
    def _on_form_changed(self) -> None:
        if self._look is not None and not self.bringing.busy:
            self._look = None
            self.bringing.forget()
            self._refresh()

    @Slot()
    def _bring(self) -> None:
        self.line.begin(self.tr("Adding…"))
        self.bringing.bring()
        self._refresh()

    @Slot(object, str)
    def _on_brought(self, taken: object, name: str) -> None:
        count = len(getattr(taken, "ids", ()))
        self._look = None
        words = self.tr("{articles} with suggestions added to the project. Record: {name}.")
        self.told.emit(words.format(articles=articles_words(count), name=name))
        self._count()
        self._refresh()

        if self._found is None:
            self._show_facts(None)
        self._enable()

    @Slot(object)
    def _on_failed(self, error: AnnotatorError) -> None:
        self.line.fail(error)
        if self._found is None:
            self._show_facts(None)
        self._enable()

    @Slot()
    def _ask_folder(self) -> None:
        start = self._out or str(Path(self._project.path).parent)
        title, then = self.tr("Folder with the results"), self.open_folder
        ask_folder(self, "corpusFolderDialog", title, then, start=start, remembers=not self._out)
