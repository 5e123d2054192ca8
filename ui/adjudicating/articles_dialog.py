"""Project → Adjudicate: the articles that several people finished, with their open questions."""

from collections.abc import Sequence
from enum import IntEnum

from PySide6.QtCore import QModelIndex, QObject, QSize, Signal, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QHeaderView, QWidget

from annotator.jobs.team.adjudicating import WaitingArticle, waiting
from annotator.system.errors import QT_TRANSLATE_NOOP, AnnotatorError
from ui.base.i18n import number
from ui.base.log_dialog import resize_within_screen
from ui.base.look.plain_text import one_line, plain
from ui.base.messages import sentence as sentence_of
from ui.base.rows.plain_table import KeyTable
from ui.base.rows.rows_model import RowsModel
from ui.base.widgets.buttons import dialog_button
from ui.base.widgets.dialog_parts import lay_out
from ui.base.widgets.empty_words import EmptyWords
from ui.base.widgets.inputs import fill
from ui.bridge.session import Session
from ui.jobs.job_line import JobLine
from ui.jobs.last_question import LastQuestion
from ui.jobs.workers import JobProcess

_WIDTH, _HEIGHT = 860, 520

Column = IntEnum("Column", "TITLE PEOPLE OPEN SETTLED OUTVOTED", start=0)
_HEADERS = {
    Column.TITLE: QT_TRANSLATE_NOOP("AdjudicationArticles", "Article"),
    Column.PEOPLE: QT_TRANSLATE_NOOP("AdjudicationArticles", "People"),
    Column.OPEN: QT_TRANSLATE_NOOP("AdjudicationArticles", "Open questions"),
    Column.SETTLED: QT_TRANSLATE_NOOP("AdjudicationArticles", "Settled"),
    Column.OUTVOTED: QT_TRANSLATE_NOOP("AdjudicationArticles", "Lost majority"),
}


class ArticleModel(RowsModel[WaitingArticle, Column]):
    """The articles, those with open questions first."""

    def __init__(self, parent: QObject) -> None:
        numbers = (Column.PEOPLE, Column.OPEN, Column.SETTLED, Column.OUTVOTED)
        super().__init__("AdjudicationArticles", _HEADERS, parent, numbers=numbers)

    def words(self, row: WaitingArticle, column: Column) -> str:
        match column:
            case Column.TITLE:
                return one_line(row.title)
            case Column.PEOPLE:
                return number(row.people)
            case Column.OPEN:
                return self.tr("not done by you") if row.is_mine else number(row.open)
            case Column.SETTLED:
                return number(row.settled)
            case Column.OUTVOTED:
                return number(row.outvoted) if row.outvoted else ""


class AdjudicationArticles(QDialog):
    """The list of articles to adjudicate, in a window beside the article. Return adjudicates the selected one."""

    chosen = Signal(str)  # id of the document to adjudicate
    rule_wanted = Signal()

    def __init__(self, session: Session, files: JobProcess, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Adjudicate"))
        self.setSizeGripEnabled(True)
        self._session = session
        self.sentence = plain(role="title", name="adjudicationSentence", wraps=True)
        self.table = KeyTable("adjudicationArticles", self.tr("Articles to adjudicate"))
        self.articles = ArticleModel(self)
        self.table.setModel(self.articles)
        EmptyWords(self.table, self.tr("Articles that two people have finished are listed here."))
        self.table.share_width((Column.TITLE,))
        self.table.set_lines(2)  # titles are long
        self.table.setColumnHidden(Column.OUTVOTED, True)  # until an answer has lost its majority
        for figures in (Column.PEOPLE, Column.OPEN, Column.SETTLED, Column.OUTVOTED):
            self.table.horizontalHeader().setSectionResizeMode(figures, QHeaderView.ResizeMode.ResizeToContents)
        self.line = JobLine()
        self._asking = LastQuestion(files, self._on_found, self, self.line.advance)
        self._start = dialog_button("adjudicationStart", self.tr("Adjudicate"))
        self._start.setDefault(True)  # so that Return in the list adjudicates, too
        self._by_rule = dialog_button("adjudicationByRule", self.tr("Settle by Rule…"))
        self._by_rule.setEnabled(False)
        close = dialog_button("adjudicationArticlesClose", self.tr("Close"))
        foot = fill(QHBoxLayout(), (self.line, 1), self._by_rule, self._start, close, spacing=8)
        lay_out(self, self.sentence, (self.table, 1), foot)
        self._start.clicked.connect(self._begin)
        self._by_rule.clicked.connect(self.rule_wanted)
        close.clicked.connect(self.accept)
        self.table.doubleClicked.connect(self._begin)
        self._asking.failed.connect(self._on_failed)
        resize_within_screen(self, _WIDTH, _HEIGHT)
        self.seek()

    def sizeHint(self) -> QSize:
        return QSize(_WIDTH, _HEIGHT)

    @Slot()
    def seek(self) -> None:
        """Find the articles again."""
        self.line.begin(self.tr("Comparing…"))
        self._asking.cancel()
        self._asking.ask(waiting, self._session.required().path)

    def done(self, result: int) -> None:
        self._asking.cancel()
        super().done(result)

    @Slot(QModelIndex)
    def _begin(self) -> None:
        row = self.table.currentIndex().row()
        if 0 <= row < len(self.articles.shown):
            self.chosen.emit(self.articles.shown[row].document)
            self.accept()

    def _counted(self, questions: int, articles: int) -> str:
        if not questions:
            return self.tr("No question is open.")
        if questions == 1:
            return self.tr("1 question is open in 1 article.")
        if articles == 1:
            return self.tr("{count} questions are open in 1 article.").format(count=number(questions))
        words = self.tr("{count} questions are open in {articles} articles.")
        return words.format(count=number(questions), articles=number(articles))

    def _lost(self, answers: int) -> str:
        if not answers:
            return ""
        if answers == 1:
            return self.tr("1 answer has lost its majority to new labels.")
        return self.tr("{count} answers have lost their majority to new labels.").format(count=number(answers))

    @Slot(object)
    def _on_failed(self, error: AnnotatorError) -> None:
        self.line.end("")
        self.sentence.setText(sentence_of(error))

    def _on_found(self, answer: Sequence[WaitingArticle]) -> None:
        self.line.end("")
        self.articles.show_rows(sorted(answer, key=lambda each: (each.is_mine, not each.open, not each.outvoted)))
        open_, left = sum(each.open for each in answer), sum(each.open > 0 for each in answer)
        lost = sum(each.outvoted for each in answer)
        self.table.setColumnHidden(Column.OUTVOTED, not lost)
        told = self.tr("No article has been finished by two people yet.")
        if answer:
            told = " ".join(filter(None, (self._counted(open_, left), self._lost(lost))))
        self.sentence.setText(told)
        if answer:
            self.table.selectRow(0)
        self._start.setEnabled(bool(answer))
        self._by_rule.setEnabled(bool(answer) and self._session.writable)
