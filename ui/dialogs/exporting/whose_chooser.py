"""The list of annotators whose labels can be exported or trained on; a job counts the labels."""

from functools import partial
from typing import cast

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from annotator.jobs.exporting.labels_offered import OfferedAnnotators, offered
from annotator.model.values import GOLD
from annotator.project.project import Project
from ui.base.i18n import number
from ui.base.look.plain_text import one_line, plain
from ui.base.widgets.inputs import Choice, fill, named
from ui.dialogs.exporting.gold_or_only_words import MIXED, choice_words, show_whose
from ui.jobs.last_question import LastQuestion
from ui.jobs.workers import JobProcess

_NAME = 40  # shown characters of a name


class WhoseChooser(QWidget):
    """Lists the annotators who have labels or finished articles, each with the number of labels.

    Until they are counted the list is empty, and `counted` is False. By default the choice is the annotator that
    `export_files.whose` chooses; if there is none, the user has to choose. The choice last passed to `choose` stays
    chosen as long as it is offered.
    """

    changed = Signal()  # another choice, or new counts
    failed = Signal(object)  # an AnnotatorError

    def __init__(
        self,
        project: Project,
        files: JobProcess,
        name: str,
        parent: QWidget | None = None,
        *,
        characters: int = 0,
        gold_first: bool = False,
    ) -> None:
        """Build the list and start to count.

        ``name`` begins the names of its widgets. ``characters`` is the least width of the text below the list; the list
        is then only as wide as its names. With ``gold_first``, gold is the default if articles are done for it.
        """
        super().__init__(parent)
        self._path = project.path
        self._gold_first = gold_first
        self._several = len(project.read.annotators()) > 1
        self._own = project.annotator
        self._with_everyone = False
        self._wish: str | None = None
        self._picked = False  # whether the user made the choice in this list
        self._offered: OfferedAnnotators | None = None
        self._replaced = False
        self.combo = named(Choice(), f"{name}Annotator", self.tr("Whose labels"))
        self.combo.setPlaceholderText(self.tr("Choose…"))
        self._told = named(plain("", "muted", wraps=True), f"{name}Whose")
        self._told.hide()
        column = fill(QVBoxLayout(self), self.combo, self._told, margins=0, spacing=8)
        self.combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        if characters:
            column.setAlignment(self.combo, Qt.AlignmentFlag.AlignLeft)
            self._told.setMinimumWidth(characters * self.fontMetrics().averageCharWidth())
        self._asking = LastQuestion(files, self._on_offered, self)
        self._asking.failed.connect(self.failed)
        self.combo.currentIndexChanged.connect(self._on_chosen)
        self.combo.activated.connect(self._keep)
        self.count()

    @property
    def counted(self) -> bool:
        """Whether the annotators have been counted."""
        return self._offered is not None

    @property
    def annotator(self) -> str | None:
        """The chosen annotator; None is everyone, or nobody yet."""
        return None if self.is_mixed else cast("str | None", self.combo.currentData())

    @property
    def is_mixed(self) -> bool:
        """Whether each article gets gold or else the labels of the only person who finished it."""
        return bool(self.combo.currentData() == MIXED)

    @property
    def choice(self) -> str | None:
        """The choice to remember."""
        return cast("str | None", self.combo.currentData()) if self.counted else self._wish

    @property
    def is_open(self) -> bool:
        """Whether several annotators have labels and none is chosen."""
        return self._offered is not None and self.combo.currentIndex() < 0 and len(self._offered.labels) > 1

    @property
    def is_needed(self) -> bool:
        """Whether to show the list: there is a choice, or the only labels are another person's."""
        if self._offered is None:
            return self._several
        return self._offered.people not in ([], [self._own])

    @property
    def is_fixed(self) -> bool:
        """Whether only finished articles can be taken: without gold, an article would look as if it had no labels."""
        return self.is_mixed or self.annotator == GOLD

    def count_done(self) -> tuple[int, int]:
        """Return the number of finished articles for the choice, and the number of all articles."""
        found = self._offered or OfferedAnnotators()
        if self.is_mixed and found.gold_or_only is not None:
            return found.gold_or_only.taken, found.gold_or_only.every
        one = self.annotator if self.annotator is not None or self._with_everyone else self._own
        return (found.finished if one is None else found.done.get(one, 0)), found.every

    def choose(self, wish: str | None) -> None:
        """Choose an annotator as soon as they are counted; one who is not offered changes nothing."""
        self._wish = wish
        self._take_wish()

    def pick(self, wish: str) -> None:
        """Choose an annotator as if the user had picked it: another format changes nothing about it."""
        self._picked = True
        self.choose(wish)

    def offer_everyone(self, *, wanted: bool) -> None:
        """Offer everyone's labels together, or only those of one annotator.

        Only what the user picked stays chosen, or chose in an earlier export.
        """
        self._with_everyone = wanted
        self._fill()
        if self._picked or (self._offered is not None and self._wish not in {None, self._offered.usual}):
            self._take_wish()

    def count(self) -> None:
        """Count the annotators, unless this is under way."""
        if not self._asking.busy:
            self._ask()

    @Slot(bool)
    def count_replaced(self, replaced: bool) -> None:  # noqa: FBT001  # what Qt passes
        """Count the labels again, with or without articles that a newer version replaces."""
        self._replaced = replaced
        self._ask()

    @Slot()
    def stop(self) -> None:
        """Drop the pending count."""
        self._asking.stop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    # Inside

    def _fit(self) -> None:
        """Fit the height of the text below the list to its lines, because a form layout does not do so."""
        width = max(self.width(), self._told.minimumWidth())
        self._told.setMinimumHeight(max(0, self._told.heightForWidth(width)))  # -1 for an empty text

    def _ask(self) -> None:
        self._asking.ask(partial(offered, replaced=self._replaced), self._path)

    def _on_offered(self, found: OfferedAnnotators) -> None:
        if self._offered is not None:
            self._wish = self.choice
        self._offered = found
        self._fill()
        self._take_wish()
        self.changed.emit()

    def _fill(self) -> None:
        """List the annotators; select everyone if offered, else the usual annotator."""
        found = self._offered
        with QSignalBlocker(self.combo):
            self.combo.clear()
            if found is None:
                return
            if self._with_everyone:
                self.combo.addItem(self.tr("everyone"), None)
            for name in found.people:
                shown = self.tr("{name} ({count})")
                self.combo.addItem(
                    shown.format(name=one_line(name, _NAME), count=number(found.labels.get(name, 0))), name
                )
            if found.gold_or_only is not None:
                self.combo.addItem(choice_words(), MIXED)
            usual = GOLD if self._gold_first and found.done.get(GOLD) else found.usual
            self.combo.setCurrentIndex(0 if self._with_everyone else self.combo.findData(usual))
        self._show()

    def _take_wish(self) -> None:
        at = self.combo.findData(self._wish)
        if self.counted and at >= 0:
            self.combo.setCurrentIndex(at)

    @Slot()
    def _keep(self) -> None:
        self._wish, self._picked = self.choice, True

    @Slot()
    def _on_chosen(self) -> None:
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        show_whose(self._told, self._offered.gold_or_only if self._offered is not None and self.is_mixed else None)
        self._fit()
