"""In a practice package: where labels differ from the answers, by article and in total."""

from enum import IntEnum

from PySide6.QtCore import QCoreApplication, QModelIndex, QObject, QSize, QTimer, Signal, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QHeaderView, QVBoxLayout, QWidget

from annotator.jobs.team import practising
from annotator.jobs.team.practising import Practice, PracticeMistake, Practised
from annotator.model.schema import Schema, words
from annotator.model.values import DOCUMENT
from annotator.system.errors import QT_TRANSLATE_NOOP
from ui.base.i18n import number, ui_language
from ui.base.log_dialog import resize_within_screen
from ui.base.look.look import field_name, value_names
from ui.base.look.plain_text import one_line, plain
from ui.base.rows.plain_table import Place, PlaceTable, PlainTable
from ui.base.rows.rows_model import RowsModel
from ui.base.widgets.buttons import dialog_button
from ui.base.widgets.inputs import fill
from ui.bridge.session import Session
from ui.jobs.job_line import JobLine
from ui.jobs.last_question import LastQuestion
from ui.jobs.workers import JobProcess
from ui.numbers.agreement_words import label_or_none, percent

translate = QCoreApplication.translate
_QUIET = 300  # milliseconds between the last edit and the next comparison
_WIDTH, _HEIGHT = 860, 620


class PracticeWindow(QDialog):
    """The window of practice: the outcome, the articles, the differences in the selected article, and a guideline."""

    jump_wanted = Signal(str, int, int)  # document, and code points, end exclusive

    def __init__(self, session: Session, files: JobProcess, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Practice Results"))
        self.setSizeGripEnabled(True)
        self._schema = session.required().schema
        self._path = session.required().path
        self._wanted = ""  # id of the document to show after the comparison
        self.sentence = plain(role="title", name="practiceSentence", wraps=True)
        self.counted = plain("", "muted", name="practiceCounted", wraps=True)
        self.articles = ArticleTable()
        self.heading = plain(role="muted", name="practiceHeading", wraps=True)
        self.places = DifferenceTable(self._schema)
        self.guideline = plain(name="practiceGuideline", wraps=True)
        self.line = JobLine()
        self._close = dialog_button("practiceClose", self.tr("Close"))
        self._asking = LastQuestion(files, self._on_found, self, self.line.advance)
        self._again = QTimer(self, singleShot=True, interval=_QUIET)
        self._lay_out()
        self._asking.failed.connect(self.line.fail)
        self._again.timeout.connect(self._ask)
        self._close.clicked.connect(self.reject)
        self.articles.selectionModel().currentRowChanged.connect(self._on_article)
        self.places.selectionModel().currentRowChanged.connect(self._on_place)
        self.places.jump_wanted.connect(self.jump_wanted)
        session.settled.connect(self._on_settled)
        resize_within_screen(self, _WIDTH, _HEIGHT)
        self._ask()

    def sizeHint(self) -> QSize:
        return QSize(_WIDTH, _HEIGHT)

    def show_article(self, document: str) -> None:
        """Compare again, then show this article."""
        self._wanted = document
        self._again.start()

    def done(self, result: int) -> None:
        self._asking.cancel()
        self._again.stop()
        super().done(result)

    # Inside

    def _lay_out(self) -> None:
        foot = fill(QHBoxLayout(), (self.line, 1), self._close)
        rows = fill(QHBoxLayout(), (self.articles, 3), (self.places, 5), spacing=12)
        parts = (self.sentence, self.counted, self.heading, (rows, 1), self.guideline, foot)
        fill(QVBoxLayout(self), *parts, margins=(16, 14, 16, 14), spacing=10)

    @Slot()
    def _on_settled(self) -> None:
        self._again.start()

    @Slot()
    def _ask(self) -> None:
        if not self.articles.rows.shown:
            self.line.begin(self.tr("Comparing with the answers…"))
        self._asking.ask(practising.within, self._path)

    def _on_found(self, found: Practice | None) -> None:
        self.line.end("")
        if found is None:
            return
        self.sentence.setText(outcome(found))
        self.counted.setText(how_counted(found))
        before = self._wanted or self._shown()
        self.articles.rows.show_rows(found.articles)
        for shown in (self.articles, self.places):
            shown.setVisible(bool(found.articles))
        rows = [each.document for each in found.articles]
        row = rows.index(before) if before in rows else len(rows) - 1
        if row >= 0:
            self.articles.setCurrentIndex(self.articles.rows.index(row, 0))
        self._wanted = self._wanted if self._wanted not in rows else ""

    def _shown(self) -> str:
        index = self.articles.currentIndex()
        return self.articles.rows.shown[index.row()].document if index.isValid() else ""

    @Slot(QModelIndex)
    def _on_article(self, index: QModelIndex) -> None:
        if not index.isValid():
            return
        article = self.articles.rows.shown[index.row()]
        self.places.rows.show_rows(article.places)
        self.heading.setText(differences_words(article))
        self.guideline.setText("")
        if article.places:
            self.places.setCurrentIndex(self.places.rows.index(0, 0))

    @Slot(QModelIndex)
    def _on_place(self, index: QModelIndex) -> None:
        if index.isValid():
            self.guideline.setText(guideline(self._schema, self.places.rows.shown[index.row()]))


def outcome(found: Practice) -> str:
    """Return the sentence on the outcome of a round of practice so far."""
    if not found.articles:
        return translate("Practice", "Finish an article, and what differs from the answers is shown here.")
    mark = number(found.pass_mark)
    if found.passed is None:
        said = translate(
            "Practice",
            "Agreement with the answers so far: {share} out of 100 ({done} of {all} articles); pass mark: {mark}.",
        )
    elif found.passed:
        said = translate("Practice", "Passed: agreement with the answers is {share} out of 100; pass mark: {mark}.")
    else:
        said = translate("Practice", "Not passed: agreement with the answers is {share} out of 100; pass mark: {mark}.")
    done, every = number(len(found.articles)), number(found.number)
    return said.format(share=percent(found.f), mark=mark, done=done, all=every)


def how_counted(found: Practice) -> str:
    """Return the sentences on what counts, with the agreement in labels of whole articles, if there are any."""
    told = translate("Practice", "An article counts as it was when it was first marked as done.")
    if found.of_articles.f is None:
        return told
    apart = translate("Practice", "Labels of whole articles do not count: {share} out of 100 are the same.")
    return f"{told} {apart.format(share=percent(found.of_articles.f))}"


def differences_words(article: Practised) -> str:
    """Return the text for how many differences an article has."""
    title = one_line(article.title, _LONGEST)
    if not article.places:
        return translate("Practice", "{title}: every label is as in the answers.").format(title=title)
    one, many = translate("Practice", "{title}: 1 difference."), translate("Practice", "{title}: {count} differences.")
    return (one if len(article.places) == 1 else many).format(title=title, count=number(len(article.places)))


def guideline(schema: Schema, place: PracticeMistake) -> str:
    """Return the guideline for the label that is the answer, else for the label that was set; "" if there is none."""
    name = place.answer or place.own
    label = schema.label(place.layer, name) if name is not None else None
    if label is None:
        return ""
    language = ui_language()
    said = words(label.guidelines, language) or words(label.help, language)
    return f"{words(label.name, language)}: {said}" if said else ""


_LONGEST = 80  # shown characters of a title

ArticleColumn = IntEnum("ArticleColumn", "TITLE SHARE", start=0)
_ARTICLE_HEADERS = {
    ArticleColumn.TITLE: QT_TRANSLATE_NOOP("Practice", "Article"),
    ArticleColumn.SHARE: QT_TRANSLATE_NOOP("Practice", "Agreement, out of 100"),
}


class ArticleModel(RowsModel[Practised, ArticleColumn]):
    """The finished articles, each with its agreement with the answers."""

    def __init__(self, parent: QObject) -> None:
        super().__init__("Practice", _ARTICLE_HEADERS, parent, numbers=(ArticleColumn.SHARE,))

    def words(self, row: Practised, column: ArticleColumn) -> str:
        return percent(row.f) if column is ArticleColumn.SHARE else one_line(row.title, _LONGEST)


class ArticleTable(PlainTable):
    """The list of finished articles."""

    def __init__(self) -> None:
        super().__init__("practiceArticles", translate("Practice", "Finished articles"))
        self.rows = ArticleModel(self)
        self.setModel(self.rows)
        self.share_width((ArticleColumn.TITLE,))
        self.horizontalHeader().setSectionResizeMode(ArticleColumn.SHARE, QHeaderView.ResizeMode.ResizeToContents)


DifferenceColumn = IntEnum("DifferenceColumn", "WORDS OWN ANSWER", start=0)
_DIFFERENCE_HEADERS = {
    DifferenceColumn.WORDS: QT_TRANSLATE_NOOP("Practice", "Words"),
    DifferenceColumn.OWN: QT_TRANSLATE_NOOP("Practice", "Your label"),
    DifferenceColumn.ANSWER: QT_TRANSLATE_NOOP("Practice", "Answer"),
}


class DifferenceModel(RowsModel[PracticeMistake, DifferenceColumn]):
    """The places where a label differs from the answer."""

    def __init__(self, schema: Schema, parent: QObject) -> None:
        super().__init__("Practice", _DIFFERENCE_HEADERS, parent)
        self._schema = schema

    def words(self, row: PracticeMistake, column: DifferenceColumn) -> str:
        if row.layer == DOCUMENT:
            return self._of_article(row, column)
        if column is DifferenceColumn.WORDS:
            return one_line(row.words)
        if column is DifferenceColumn.OWN:
            return label_or_none(self._schema, row.layer, row.own)
        if row.fields:
            names = ", ".join(field_name(self._schema, row.layer, each) for each in row.fields)
            return translate("Practice", "other value: {fields}").format(fields=names)
        if row.own == row.answer:
            return translate("Practice", "the same label on other words")
        return label_or_none(self._schema, row.layer, row.answer)

    def _of_article(self, row: PracticeMistake, column: DifferenceColumn) -> str:
        if column is DifferenceColumn.WORDS:
            name = field_name(self._schema, DOCUMENT, row.words)
            return translate("Practice", "{label} (article)").format(label=name)
        said = row.own if column is DifferenceColumn.OWN else row.answer
        if said is None:
            return label_or_none(self._schema, DOCUMENT, None)
        return value_names(self._schema, DOCUMENT, row.words, said.split(", "))


class DifferenceTable(PlaceTable):
    """The list of differences. A click or Return goes to the place in the article."""

    def __init__(self, schema: Schema) -> None:
        super().__init__("practicePlaces", translate("Practice", "Differences from the answers"))
        self.rows = DifferenceModel(schema, self)
        self.setModel(self.rows)
        self.share_width(tuple(DifferenceColumn))

    def place(self, row: int) -> Place:
        return self.rows.shown[row]
