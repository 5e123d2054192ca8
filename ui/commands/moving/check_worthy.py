"""Ranking of the open article's sentences by check-worthiness, with navigation and tooltips."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from time import perf_counter

from PySide6.QtCore import QEvent, QObject, QTimer, Signal, Slot
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QToolTip

from annotator.editing.edits import Change, Edit
from annotator.model import source_choices
from annotator.model.source_choices import SHARE, SOURCES
from annotator.model.values import CLAIMS, Document, Part, SentenceMark, Span
from annotator.system.errors import AnnotatorError
from annotator.text.language import LANGUAGES
from ui.article.article_page import ArticlePage
from ui.article.view import ArticleView
from ui.article.worth_corners import WorthCorners, rank_text
from ui.base.look.plain_text import tooltip
from ui.bridge.session import Session
from ui.deciding.aim import Aim
from ui.jobs.suggesting.suggestion_queue import Suggesting

_SLICE = 0.003  # seconds of rating per slice
_MANY = 64  # from this many changes on, repaint the whole view


class Worth(QObject):
    """Marks the most check-worthy sentences, as many per cent as the project says.

    Texts never change, so each sentence is rated once. Rating runs here, not in the suggestion process: it takes two
    milliseconds for a typical article, and finished and read-only articles are ranked, too.
    """

    share_changed = Signal(str)  # id of the action that sets this share

    def __init__(
        self, session: Session, view: ArticleView, aim: Aim, suggesting: Suggesting, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._view = view
        self._aim = aim
        self._suggesting = suggesting
        self.corners = WorthCorners(view)
        self._ratings: dict[Part, float] = {}
        self._rating: tuple[ArticlePage, Iterator[None]] | None = None  # the rating in progress
        self._clock = QTimer(self)
        self._clock.timeout.connect(self._rate_on)
        view.viewport().installEventFilter(self)
        self._language = ""  # language of the ratings
        for signal in (session.document_opened, session.project_closed):
            signal.connect(self._begin)
        session.tokens_arrived.connect(self._on_tokens)
        session.project_opened.connect(self.tell_share)
        session.settled.connect(self._on_settled)

    @property
    def share(self) -> int:
        """The percentage of an article's sentences that are marked."""
        project = self._session.project
        return source_choices.loads(project.read.setting(SOURCES)).share if project is not None else SHARE

    def choose_share(self, share: str) -> None:
        """Set the project's percentage of marked sentences, which also applies to the claim source."""
        project = self._session.required()
        choices = source_choices.loads(project.read.setting(SOURCES))
        try:
            project.keep(SOURCES, source_choices.dumps(replace(choices, share=int(share))))
        except AnnotatorError as error:
            self._session.failed.emit(error)
        else:
            self._suggesting.look_again()
        self._show()
        self.share_changed.emit(f"worth.{self.share}")

    def go(self, step: str) -> None:
        """Go to the next ("1") or previous ("-1") marked sentence, wrapping around."""
        opened = self._aim.opened
        if opened is None:
            return
        ends = {1: -1, -1: len(opened.document.text) + 1}
        forward = int(step)
        sentence = self.corners.beside(self._view.caret(), forward) or self.corners.beside(ends[forward], forward)
        if sentence is None:
            self._aim.told.emit(self._why_none(), False)
            return
        self._aim.go(sentence.start, sentence.end)
        self._aim.activate(None)
        self._aim.told.emit(f"{rank_text(sentence)}.", False)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QHelpEvent) or event.type() != QEvent.Type.ToolTip:
            return False
        sentence = self.corners.at(event.pos())
        if sentence is not None:
            QToolTip.showText(event.globalPos(), tooltip(rank_text(sentence)), self._view.viewport())
        return sentence is not None

    # Inside

    @Slot()
    def tell_share(self) -> None:
        """Emit `share_changed` with the current percentage."""
        self.share_changed.emit(f"worth.{self.share}")

    @Slot()
    def _begin(self) -> None:
        """Start rating the open article's sentences. The view may still show the article before."""
        opened = self._session.opened
        self._language = opened.document.language if opened is not None else ""
        self._rating = None
        self._ratings = {}
        self.corners.show((), 0)
        self._clock.start()

    @Slot(str)
    def _on_tokens(self, document: str) -> None:
        """Rate the sentences again if the article's language, found along with the tokens, differs."""
        opened = self._session.opened
        if opened is not None and opened.document.id == document and opened.document.language != self._language:
            self._begin()

    @Slot(object)
    def _on_settled(self, edits: Sequence[Edit]) -> None:
        opened = self._session.opened
        if opened is None:
            return
        changes = [change for edit in edits if opened.document.id in edit.document_ids for change in edit.changes]
        if any(isinstance(change.after, Document) for change in changes):
            self._begin()
        elif len(changes) > _MANY:
            self._view.viewport().update()
        else:
            self.corners.repaint(part for change in changes for part in _decided(change, opened.document.id))

    @Slot()
    def _rate_on(self) -> None:
        page = self._view.page
        if self._rating is None or self._rating[0] is not page:
            self._ratings = {}
            self._rating = page, self._rated(page)
        until = perf_counter() + _SLICE
        while perf_counter() < until:
            if next(self._rating[1], self) is self:
                self._clock.stop()
                self._show()
                return

    def _rated(self, page: ArticlePage) -> Iterator[None]:
        from annotator.suggest.claims.worth import rated  # not before the window is painted

        language = self._language
        for block in range(len(page.layout.blocks) if language in LANGUAGES else 0):
            for part, _ in page.progress.of(block):
                rating = rated(page.document.text[slice(*part)], language)
                if rating is not None:
                    self._ratings[part] = rating
                yield
            yield

    def _show(self) -> None:
        from annotator.suggest.claims.worth import top

        self.corners.show(top(self._ratings, self.share), len(self._ratings))

    def _why_none(self) -> str:
        if self._language not in LANGUAGES:
            return self.tr("Sentences are ranked in German and English articles only.")
        if self._clock.isActive():
            return self.tr("The sentences are still being ranked.")
        return self.tr("No check-worthy sentence is left in this article.")


def _decided(change: Change, document: str) -> Iterator[Part]:
    """Yield the parts of the text where a change adds or removes claims or marks of read sentences."""
    for row in (change.before, change.after):
        is_one = isinstance(row, SentenceMark) or (isinstance(row, Span) and row.layer == CLAIMS)
        if isinstance(row, Span | SentenceMark) and is_one and row.document == document:
            yield row.start, row.end
