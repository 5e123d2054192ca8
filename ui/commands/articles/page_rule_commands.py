"""Page rules exclude paragraphs that a publisher repeats on its pages, in all its articles and in later imports."""

from collections.abc import Callable, Iterable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QMessageBox, QWidget

from annotator.editing.edits import Edit
from annotator.model.values import Part
from annotator.system.errors import AnnotatorError
from ui.article.canvas import clear_selection
from ui.article.view import ArticleView
from ui.base.i18n import number
from ui.base.saving import question_box
from ui.base.widgets.buttons import name_buttons
from ui.base.words.counted import counted, in_articles
from ui.bridge.session import Session
from ui.deciding import refusals
from ui.deciding.aim import Aim
from ui.deciding.edit_names import shortened
from ui.jobs.bulk_edits import Asker, Everywhere
from ui.jobs.slice_runner import Slices

if TYPE_CHECKING:
    from annotator.corpus.furniture import PageRule


class Furniture(QObject):
    """Excludes paragraphs of the open article as page furniture, each time in one undo step."""

    def __init__(self, session: Session, view: ArticleView, aim: Aim) -> None:
        super().__init__(aim)
        self._session = session
        self._view = view
        self._aim = aim

    def exclude_paragraph(self) -> None:
        """Exclude the paragraphs at the selection or caret, or include them again."""
        opened = self._session.opened
        if opened is None:
            return
        start, end = self._view.selection()
        chosen = paragraphs_of(opened.document.text, start, end)
        excluded = opened.document.excluded
        inside = [part for part in excluded if any(part[0] < e and s < part[1] for s, e in chosen)]
        if not chosen:
            self._aim.told.emit(refusals.no_paragraph(), False)
        elif not inside:
            self._exclude(chosen)
        elif self._session.exclude(tuple(part for part in excluded if part not in inside)):
            one, many = self.tr("One paragraph included again."), self.tr("{count} paragraphs included again.")
            self._aim.told.emit(counted(len(inside), one, many), True)
        clear_selection(self._view)

    def exclude_proposed(self) -> None:
        """Exclude all paragraphs that look like page furniture."""
        from annotator.project.furniture import proposed_furniture  # with the store: not before the window is painted

        opened = self._session.opened
        if opened is not None:
            self._exclude(proposed_furniture(opened.document))

    def _exclude(self, paragraphs: Iterable[Part]) -> None:
        before = set(self._session.required_opened().document.excluded)
        new = set(paragraphs) - before
        if not new:
            self._aim.told.emit(refusals.nothing_left(), False)
        elif self._session.exclude(tuple(sorted(before | new))):
            one = self.tr("One paragraph excluded: nothing is suggested there any more.")
            many = self.tr("{count} paragraphs excluded: nothing is suggested there any more.")
            self._aim.told.emit(counted(len(new), one, many), True)


def paragraphs_of(text: str, start: int, end: int) -> list[Part]:
    """Return the non-blank lines that a range touches, in code points."""
    found: list[Part] = []
    first = text.rfind("\n", 0, start) + 1
    while first <= end and first < len(text):
        stop = text.find("\n", first)
        last = stop if stop >= 0 else len(text)
        if text[first:last].strip():
            found.append((first, last))
        first = last + 1
    return found


class PageRules(QObject):
    """Makes page rules.

    Counts the paragraphs that match, asks for confirmation, then stores and applies the rule in one step.
    """

    changed = Signal()  # `rules` changed

    def __init__(self, session: Session, view: ArticleView, aim: Aim, everywhere: Everywhere, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._view = view
        self._aim = aim
        self._everywhere = everywhere
        self._window = window
        self._counting = Slices(session, self)

    @property
    def rules(self) -> "tuple[PageRule, ...]":
        """The page rules, which are applied to every import."""
        from annotator.corpus import furniture  # with the store: not before the window is painted
        from annotator.project.project import PAGE_RULES

        return furniture.loads(self._session.required().read.setting(PAGE_RULES) or "")

    def exclude_always(self) -> None:
        """Exclude paragraphs like the one at the caret from all articles of the publisher, or offer to stop that."""
        from annotator.corpus import furniture
        from annotator.jobs import article_steps

        project, document = self._session.required(), self._session.required_opened().document
        start, _ = self._view.selection()
        chosen = paragraphs_of(document.text, start, start)
        if document.publisher is None or not chosen:
            self._aim.told.emit(
                self.tr("Enter the publisher first (F2): the rule applies to its articles.")
                if chosen
                else refusals.no_paragraph(),
                False,
            )
            return
        rule = furniture.rule_for(document.text[slice(*chosen[0])], document.publisher)
        if rule in self.rules:
            self._ask_to_stop(rule)
        else:
            counting = article_steps.counting(project.read, rule, project.annotator)
            self._counting.start(counting, done=partial(self._ask, rule), failed=self._session.failed.emit)

    def put(self, rules: "tuple[PageRule, ...]") -> bool:
        """Store the rules for future imports; return whether storing succeeded."""
        from annotator.corpus import furniture
        from annotator.project.project import PAGE_RULES

        try:
            self._session.required().keep(PAGE_RULES, furniture.dumps(rules))
        except AnnotatorError as error:
            self._session.failed.emit(error)
            return False
        self.changed.emit()
        return True

    # Inside

    def _ask(self, rule: "PageRule", count: tuple[int, int]) -> None:
        articles, paragraphs = count
        if not paragraphs:
            self._aim.told.emit(self.tr("This paragraph makes no rule: it is too long or already excluded."), False)
            return
        begins = self.tr("Paragraphs that begin with “{words}”: {count}, {articles} of “{publisher}”.")
        same = self.tr("Paragraphs like “{words}”: {count}, {articles} of “{publisher}”.")
        text = (begins if rule.beginning else same).format(
            words=shortened(self._first_words(rule)),
            count=number(paragraphs),
            articles=in_articles(articles),
            publisher=shortened(rule.publisher),
        )
        details = self.tr("Exclude all of them, also in articles added later?")
        do = partial(self._begin, rule, articles)
        self._open("pageRuleQuestion", text, details, self.tr("Exclude"), do)

    def _ask_to_stop(self, rule: "PageRule") -> None:
        words = self.tr("Paragraphs like this are excluded from new articles of “{publisher}”.")
        text = words.format(publisher=shortened(rule.publisher))
        details = self.tr("Remove the rule? Paragraphs excluded so far stay excluded.")
        self._open("pageRuleStop", text, details, self.tr("Remove Rule"), partial(self._forget, rule))

    def _open(self, name: str, text: str, details: str, answer: str, do: Callable[..., object]) -> None:
        box = question_box(self._window, name, self.tr("Always Exclude"), text, details)
        box.addButton(answer, QMessageBox.ButtonRole.AcceptRole).clicked.connect(do)
        box.addButton(QMessageBox.StandardButton.Cancel)
        name_buttons(box)
        box.open()

    def _first_words(self, rule: "PageRule") -> str:
        """Return the first words of the caret's paragraph as the article has them. The rule has them in lower case."""
        text, (start, _) = self._session.required_opened().document.text, self._view.selection()
        chosen = paragraphs_of(text, start, start)
        words = text[slice(*chosen[0])].strip() if chosen else rule.words
        return f"{words.partition(':')[0]}:" if rule.beginning else words

    @Slot()
    def _begin(self, rule: "PageRule", articles: int, _checked: object = None) -> None:
        from annotator.jobs import article_steps

        project = self._session.required()
        if not self._everywhere.busy and self.put((*self.rules, rule)):
            steps = article_steps.excluding(project.read, rule, project.annotator)
            self._everywhere.make(Asker(done=self._on_excluded), steps, articles)

    def _forget(self, rule: "PageRule", _checked: object = None) -> None:
        if self.put(tuple(known for known in self.rules if known != rule)):
            self._aim.told.emit(self.tr("Such paragraphs are no longer excluded from new articles."), False)

    def _on_excluded(self, edit: Edit | None) -> None:
        opened = self._session.opened
        if edit is not None:
            words = self.tr("Excluded {articles}.").format(articles=in_articles(len(edit.document_ids)))
            self._aim.told.emit(words, opened is not None and opened.document.id in edit.document_ids)
