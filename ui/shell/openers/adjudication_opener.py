"""Opens the list of articles to adjudicate, and starts adjudicating one. List and mode are created at first use."""

from collections.abc import Callable
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QDialog

from ui.base.key_line import Hint
from ui.base.widgets.buttons import name_buttons
from ui.jobs.last_question import LastQuestion
from ui.shell.openers.opener import Opener

LETTERS = "ABCD"

if TYPE_CHECKING:
    from ui.adjudicating.articles_dialog import AdjudicationArticles
    from ui.adjudicating.mode import Adjudicating


class AdjudicationOpener(Opener):
    """Leads into adjudication, and from one article to the next."""

    changed = Signal()  # `hints` may have changed

    def show(self) -> None:
        """Show the list of articles that several people finished."""
        from ui.adjudicating.articles_dialog import AdjudicationArticles

        def make() -> QDialog:
            dialog = AdjudicationArticles(self._session, self._desk.files, self._window)
            dialog.chosen.connect(self.adjudicate)
            dialog.rule_wanted.connect(partial(self._settle_by_rule, dialog))
            return dialog

        self._windows.show_dialog("adjudicationDialog", make)

    def _settle_by_rule(self, articles: "AdjudicationArticles") -> None:
        from annotator.model.values import NOBODY
        from ui.adjudicating.rule_dialog import RuleDialog

        people = [name for name in self._session.required().read.people.labelling() if name not in NOBODY]
        dialog = RuleDialog(self._session, self._desk.files, self._windows.everywhere, people, articles)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._session.project_closed.connect(dialog.reject)
        dialog.settled.connect(articles.seek)
        name_buttons(dialog)
        dialog.open()

    @cached_property
    def mode(self) -> "Adjudicating":
        """The adjudication mode, with its keys and the bar above the article; created at first use."""
        from ui.adjudicating.bar import AdjudicationBar
        from ui.adjudicating.examples import Examples
        from ui.adjudicating.keys import AdjudicationKeys
        from ui.adjudicating.mode import Adjudicating

        made = Adjudicating(self._session, self._desk.files, self._window.view, self._aim, self)
        keys, examples = AdjudicationKeys(made, self._window.view), Examples(self._session, made)
        keys.example_wanted.connect(examples.make)
        keys.next_wanted.connect(self.go_on)
        examples.told.connect(self.told)
        bar = AdjudicationBar(self._session, made)
        bar.next_wanted.connect(self.go_on)
        bar.export_wanted.connect(self._export_gold)
        self._window.below_article.insertWidget(0, bar)
        made.settled.connect(self._look_ahead)
        made.changed.connect(self.changed)
        made.left.connect(self.changed)
        made.begun.connect(self._window.view.setFocus)
        return made

    def hints(self) -> tuple[Hint, ...]:
        """Return the key hints while an article is being adjudicated, else none."""
        if "mode" not in self.__dict__ or not self.mode.is_on:
            return ()
        if self.mode.nothing_follows:
            return (Hint(keys=(), words=self.tr("no article is left to adjudicate")),)
        if (question := self.mode.question) is None:
            return (Hint(keys=("⏎",), words=self.tr("next article")),)
        from annotator.quality.questions import FieldQuestion, Question
        from ui.adjudicating.variants import proposal

        letters = tuple(LETTERS[: max(1, len(self.mode.choices()))])
        proposed = (Hint(keys=("⏎",), words=self.tr("what most say")),)
        return (
            Hint(keys=letters, words=self.tr("take")),
            *((Hint(keys=("⇧ A",), words=self.tr("take as well")),) if isinstance(question, Question) else ()),
            *(() if isinstance(question, FieldQuestion) else (Hint(keys=("⌫",), words=self.tr("none of them")),)),
            *(proposed if proposal(question) is not None else ()),
            Hint(keys=("G",), words=self.tr("last answer as example")),
            Hint(keys=("Y",), words=self.tr("everybody’s labels")),
        )

    @Slot(str)
    def adjudicate(self, document: str) -> None:
        """Open an article to adjudicate it. The window of agreement closes, as it would cover the article."""
        agreement = self._window.findChild(QDialog, "agreementWindow")
        if agreement is not None:
            agreement.close()
        self.mode.begin(document)

    @Slot()
    def _export_gold(self) -> None:
        """Open the export dialog with gold as the chosen annotator."""
        from annotator.model.values import GOLD
        from ui.dialogs.exporting.export_dialog import ExportDialog

        self._windows.export()
        if (dialog := self._window.findChild(ExportDialog, "exportDialog")) is not None:
            dialog.options.whose.pick(GOLD)

    @Slot()
    def go_on(self) -> None:
        """Adjudicate the next article after the open one that still has questions."""
        self._seek(self._seeking)

    @Slot()
    def _look_ahead(self) -> None:
        """Find out whether another article follows, so that none is offered after the last one."""
        self._seek(self._looking)

    def _seek(self, asking: LastQuestion) -> None:
        from annotator.jobs.team import adjudicating

        project, opened = self._session.required(), self._session.opened
        here = opened.document.id if opened is not None else ""
        asking.ask(adjudicating.following, project.path, here, project.annotator)

    @cached_property
    def _seeking(self) -> LastQuestion:
        """The search for the next article; leaving adjudication ends it."""
        return self._search(self._on_following)

    @cached_property
    def _looking(self) -> LastQuestion:
        """The search for whether an article follows."""
        return self._search(self._on_looked)

    def _search(self, answered: Callable[[str | None], None]) -> LastQuestion:
        made = LastQuestion(self._desk.files, answered, self)
        made.failed.connect(self._session.failed)
        self._session.project_closing.connect(made.cancel)
        self.mode.left.connect(made.stop)
        return made

    def _on_looked(self, document: str | None) -> None:
        if document is None:
            self._tell_last()

    def _on_following(self, document: str | None) -> None:
        if document is not None:
            self.adjudicate(document)
            return
        self.told.emit(self.tr("All articles that several people finished are adjudicated."))
        self._tell_last()

    def _tell_last(self) -> None:
        """Let the bar show that no article is left to adjudicate; beginning one or reopening a question ends that."""
        if self.mode.is_on and self.mode.question is None:
            self.mode.nothing_follows = True
            self.mode.changed.emit()
