"""Project → Ask a Language Model: the model's address, its prompts, and the articles to ask about."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from annotator.suggest.llm import own_settings
from annotator.suggest.llm.connection import host_of
from annotator.suggest.llm.own_settings import OwnModel
from annotator.suggest.llm.prompts import Prompts
from annotator.system.errors import AnnotatorError, ModelError
from ui.base.i18n import number
from ui.base.log_dialog import resize_within_screen
from ui.base.look.plain_text import plain
from ui.base.messages import sentence
from ui.base.saving import question_box
from ui.base.widgets.buttons import dialog_button
from ui.base.widgets.dialog_parts import open_question
from ui.base.widgets.focus_back import FocusBack
from ui.base.widgets.inputs import Choice, fill, named
from ui.base.widgets.tabs import Tabs
from ui.base.words.counted import articles_words
from ui.bridge.session import Session
from ui.jobs.job_line import JobLine
from ui.jobs.language_model_asking import LanguageModelAsking
from ui.jobs.workers import JobProcess
from ui.sources.language_model.doubt_table import DoubtRow, DoubtTable
from ui.sources.language_model.language_model_form import LanguageModelForm
from ui.sources.language_model.prompt_dialog import PromptDialog

if TYPE_CHECKING:
    from annotator.jobs.suggesting.language_model import ModelAnswer, Summary
    from annotator.suggest.llm.client import RequestCounts

_WIDTH, _HEIGHT = 760, 580
_REASONS = 3  # articles without an answer that are named, at most


class LanguageModelWindow(QDialog):
    """A window that can stay open beside the article. Nothing is sent until the user agrees and starts a run."""

    jump_wanted = Signal(str, int, int)  # document, and code points, end exclusive

    def __init__(
        self, session: Session, process: JobProcess, listed: Callable[[], Sequence[str]], parent: QWidget | None = None
    ) -> None:
        """Build the window; ``listed`` returns the ids of the articles listed in the left column."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Ask a Language Model"))
        self.setSizeGripEnabled(True)
        self._session = session
        self._project = session.required()
        self._listed = listed
        self._own = own_settings.load()
        self._following: Callable[[], None] | None = None  # called once the settings are stored
        self._skipped: list[AnnotatorError] = []
        self.asking = LanguageModelAsking(session, process, self)
        self.form = LanguageModelForm(self._own)
        self.trying = dialog_button("modelTest", self.tr("&Test"))
        self.prompt = dialog_button("modelPrompt", self.tr("&Prompt…"))
        self.tabs = Tabs("modelTab", ((False, self.tr("Suggestions")), (True, self.tr("Doubts about my labels"))))
        self.scope = named(Choice(), "modelScope", self.tr("Articles"))
        self.sent = plain(role="muted", name="modelSent", wraps=True)
        self.ask = dialog_button("modelAsk", self.tr("A&sk"))
        self.table = DoubtTable(self._project.schema)
        self.line = JobLine()
        self.stop = dialog_button("modelStop", self.tr("St&op"))
        self._close = dialog_button("modelClose", self.tr("Close"))
        self._focus = FocusBack(self)
        self._filler = QWidget()  # takes the table's place while no doubts are shown
        self._lay_out()
        self._connect()
        self._show_scope()
        self._turn()
        resize_within_screen(self, _WIDTH, _HEIGHT)

    def sizeHint(self) -> QSize:
        return QSize(_WIDTH, _HEIGHT)

    def done(self, result: int) -> None:
        self.asking.stop()
        super().done(result)

    @Slot()
    def start(self) -> None:
        """Ask the model about the chosen articles; the user must agree first if the address is a new one."""
        own = self._chosen()
        if own is None or not self._ids():
            return
        if own.may_send:
            self._store(own, self._start)
            return
        question = question_box(
            self,
            "modelAgreement",
            self.windowTitle(),
            self.tr("Send articles to {host}?").format(host=host_of(own.address)),
            self.sent.text() + "\n\n" + self.tr("You are asked once for each address."),
        )
        open_question(question, self.tr("Send"), lambda: self._store(own.agreeing(), self._start))

    # Inside

    @property
    def _reviews(self) -> bool:
        return self.tabs.value is True

    def _ids(self) -> Sequence[str]:
        if self.scope.currentData():
            return self._listed()
        opened = self._session.opened
        return [opened.document.id] if opened is not None else []

    def _chosen(self) -> OwnModel | None:
        """Return the typed settings; if they cannot be used, show a warning and return None."""
        own = self.form.chosen(self._own)
        try:
            _ = own.connection.endpoint
        except ModelError as problem:
            self.line.warn(sentence(problem))
            return None
        return own

    def _store(self, own: OwnModel, following: Callable[[], None] | None) -> None:
        """Store the settings, then call ``following`` if it is not None."""
        self._following = following
        self._begin(self.tr("Storing the settings…"))
        self.asking.keep(own)

    @Slot(object)
    def _on_stored(self, own: OwnModel) -> None:
        self._own = own
        following, self._following = self._following, None
        self._rest("")
        if following is not None:
            following()

    def _start(self) -> None:
        ids = self._ids()
        self._skipped.clear()
        self._begin(self.tr("Asking about {articles}…").format(articles=articles_words(len(ids))))
        if self._reviews:
            self.table.doubts.show_rows(())
            self.asking.review(ids)
        else:
            self.asking.suggest(ids)

    @Slot()
    def _try(self) -> None:
        own = self._chosen()
        if own is not None:
            self._begin(self.tr("Asking for a word…"))
            self.asking.try_out(own.connection)

    @Slot()
    def _edit_prompt(self) -> None:
        opened = self._session.opened
        language = opened.document.language if opened is not None else "en"
        project = self._project
        dialog = PromptDialog(self._own.prompts, project.schema, language, project.path, self)
        dialog.chosen.connect(self._on_prompts)
        dialog.tabs.choose(self._reviews)
        dialog.turn()
        dialog.open()

    @Slot(object)
    def _on_prompts(self, prompts: Prompts) -> None:
        self._store(replace(self.form.chosen(self._own), prompts=prompts), None)

    def _begin(self, words: str) -> None:
        self._focus.hold()
        self.line.begin(words)
        self.stop.show()
        for part in (self.form, self.tabs, self.scope, self.ask, self.trying, self.prompt):
            part.setEnabled(False)

    def _rest(self, words: str, *, warns: bool = False) -> None:
        (self.line.warn if warns else self.line.end)(words)
        self.stop.hide()
        for part in (self.form, self.tabs, self.scope, self.trying, self.prompt):
            part.setEnabled(True)
        self._show_state()
        self._focus.give_back(self.stop, self._close)

    @Slot()
    def _show_state(self) -> None:
        can = bool(self._ids()) and (self._reviews or self._session.writable)
        self.ask.setEnabled(can and not self.asking.busy)

    @Slot()
    def _show_scope(self) -> None:
        chosen = max(0, self.scope.currentIndex())
        self.scope.clear()
        self.scope.addItem(self.tr("The open article"), userData=False)
        listed = self.tr("The listed articles: {count}").format(count=number(len(self._listed())))
        self.scope.addItem(listed, userData=True)
        self.scope.setCurrentIndex(chosen)
        self._show_state()

    @Slot()
    def _turn(self) -> None:
        self.table.setVisible(self._reviews)
        self._filler.setVisible(not self._reviews)
        if self._reviews:
            words = self.tr(
                "What is sent: the text of the articles, your labels, and the labels of the project with guidelines and"
                " examples. Doubts change nothing: each leads to its label."
            )
        else:
            words = self.tr(
                "What is sent: the text of the articles, and the labels of the project with guidelines and examples."
                " Only words that are in the text become suggestions; you decide about each."
            )
        self.sent.setText(words)
        self.line.end("")
        self._show_state()

    @Slot()
    def _stop(self) -> None:
        self.asking.stop()
        self._rest(self.tr("Stopped. What was stored stays."))

    @Slot(object)
    def _on_doubted(self, asked: "ModelAnswer") -> None:
        fresh = [
            DoubtRow(
                document=asked.document,
                start=doubt.span.start,
                end=doubt.span.end,
                title=asked.title,
                words=doubt.quote,
                layer=doubt.span.layer,
                label=doubt.span.label,
                doubt=doubt.reason,
            )
            for doubt in asked.doubts
        ]
        self.table.doubts.show_rows([*self.table.doubts.shown, *fresh])

    @Slot(object)
    def _on_tried(self, usage: "RequestCounts") -> None:
        if usage.unreadable or usage.refusals:
            words = self.tr("The model answers, but not in the requested form. ({seconds} s)")
        else:
            words = self.tr("The model answers. ({seconds} s)")
        self._rest(words.format(seconds=number(usage.seconds, 1)))

    @Slot(object)
    def _on_ended(self, summary: "Summary") -> None:
        used = self.tr("{tokens_in} tokens sent, {tokens_out} received, {seconds} s.").format(
            tokens_in=number(summary.usage.tokens_in),
            tokens_out=number(summary.usage.tokens_out),
            seconds=number(summary.usage.seconds, 1),
        )
        if self._reviews:
            found = self.tr("Doubts: {count}.").format(count=number(len(self.table.doubts.shown)))
        else:
            found = self.tr("Suggested: {count}. Left out: {lost}.").format(
                count=number(summary.counts.taken), lost=number(summary.counts.unknown + summary.counts.not_found)
            )
        reasons = " ".join(map(sentence, self._skipped[:_REASONS]))
        self._rest(" ".join(filter(None, (found, used, reasons))), warns=bool(self._skipped))

    @Slot(object)
    def _on_failed(self, error: AnnotatorError) -> None:
        self._rest(sentence(error), warns=True)

    def _connect(self) -> None:
        asking = self.asking
        asking.progressed.connect(self.line.advance)
        asking.doubted.connect(self._on_doubted)
        asking.skipped.connect(self._skipped.append)
        asking.tried.connect(self._on_tried)
        asking.stored.connect(self._on_stored)
        asking.ended.connect(self._on_ended)
        asking.failed.connect(self._on_failed)
        self.form.edited.connect(self._show_state)
        self.trying.clicked.connect(self._try)
        self.prompt.clicked.connect(self._edit_prompt)
        self.tabs.chosen.connect(self._turn)
        self.scope.currentIndexChanged.connect(self._show_state)
        self.ask.clicked.connect(self.start)
        self.stop.clicked.connect(self._stop)
        self._close.clicked.connect(self.reject)
        self.table.jump_wanted.connect(self.jump_wanted)
        self._session.documents_changed.connect(self._show_scope)
        self._session.document_opened.connect(self._show_state)

    def _lay_out(self) -> None:
        self.sent.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        head = fill(QHBoxLayout(), 1, self.trying, self.prompt, spacing=8)
        kinds = fill(QHBoxLayout(), self.tabs, 1)
        wanted = fill(QHBoxLayout(), self.scope, 1, self.ask, spacing=8)
        self.stop.hide()
        foot = fill(QHBoxLayout(), (self.line, 1), self.stop, self._close, spacing=8)
        fill(
            QVBoxLayout(self),
            self.form,
            head,
            kinds,
            self.sent,
            wanted,
            (self.table, 1),
            (self._filler, 1),
            foot,
            margins=16,
            spacing=12,
        )
