"""The drawer page of the occurrences of some words, which are reviewed one by one and changed in one step."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QModelIndex, QSignalBlocker, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from annotator.editing.edits import Edit
from annotator.editing.finding import WantedWords
from annotator.editing.occurrence_states import Hit, OccurrenceState, Purpose
from annotator.jobs.searching.project_search import FoundOccurrences
from annotator.model.schema import Label, words
from annotator.model.values import Part, Span
from ui.base.i18n import number, ui_language
from ui.base.key_line import Hint, in_runs
from ui.base.look.look import ICON, label_icon, label_name
from ui.base.widgets.chips import CutLabel
from ui.base.widgets.inputs import fill, named
from ui.base.widgets.tabs import Tabs
from ui.base.words.counted import articles_words
from ui.bridge.session import Session
from ui.deciding.edit_names import shortened
from ui.jobs.bulk_edits import Asker, Everywhere
from ui.jobs.workers import JobProcess
from ui.occurrences.drawer_page import ENTER, DrawerPage, close_button, first_of, lay_out_page, link, put_below, row
from ui.occurrences.hit_list import HitList, HitModel
from ui.occurrences.occurrence_finder import OccurrenceFinder
from ui.occurrences.occurrence_words import Keep, button_words, done_words, purpose_words

_EDGE, _GAP = 12, 12  # pixels
_TITLE = 100  # pixels that the words searched for get at least beside the options


class Head(QWidget):
    """The head of the page, in two rows: the search, and what to do with its hits."""

    search_changed = Signal()
    purpose_changed = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = ""
        self._first = QGridLayout()
        self._options = QWidget()
        self._title = named(CutLabel("title"), "occurrencesTitle")
        self.scope = Tabs("scope", ((False, self.tr("This article")), (True, self.tr("Project"))))
        self._case = _check("anyCase", self.tr("Ignore case"), self.tr("Treat upper and lower case alike"))
        self._endings = _check("endings", self.tr("Endings"), self.tr("Also find “Deutschlands” for “Deutschland”"))
        self.purpose = Tabs("purpose", ((purpose, purpose_words(purpose)) for purpose in Purpose))
        self._labels = named(QComboBox(), "occurrencesLabel", self.tr("Label"))
        self._labels.setIconSize(QSize(ICON, ICON))
        self._labels.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._close = close_button("occurrences", self.left)
        self._lay_out()
        for box in (self._case, self._endings):
            box.toggled.connect(self.search_changed)
        self.scope.chosen.connect(self.search_changed)
        self.purpose.chosen.connect(self._on_purpose)
        self._labels.currentIndexChanged.connect(self.purpose_changed)

    def show_search(self, words_: str, labels: Iterable[Label], label: str) -> None:
        """Show the words searched for and the labels to choose from; ``label`` is selected."""
        self._words = words_
        self._title.setText(self.tr("“{words}”").format(words=shortened(words_)))
        with QSignalBlocker(self._labels):
            self._labels.clear()
            for each in labels:
                name = words(each.name, ui_language()) or each.id
                self._labels.addItem(
                    label_icon(each, self.palette()), f"{name}  {(each.key or '').upper()}".rstrip(), each.id
                )
            self._labels.setCurrentIndex(max(0, self._labels.findData(label)))

    @property
    def wanted(self) -> WantedWords:
        """The search: its words and options."""
        return WantedWords(words=self._words, any_case=self._case.isChecked(), inflected=self._endings.isChecked())

    @property
    def in_project(self) -> bool:
        """Whether all articles are searched."""
        return self.scope.value is True

    @property
    def aim(self) -> tuple[Purpose, str]:
        """The change to make to the chosen occurrences, and the label for them."""
        purpose = self.purpose.value
        return (purpose if isinstance(purpose, Purpose) else Purpose.LABEL), str(self._labels.currentData() or "")

    def choose(self, purpose: Purpose | None = None, label: str | None = None) -> None:
        """Set the purpose and the label as if they had been clicked."""
        if purpose is not None:
            self.purpose.choose(purpose)
        with QSignalBlocker(self._labels):
            if label is not None:
                self._labels.setCurrentIndex(max(0, self._labels.findData(label)))
        self._on_purpose()

    def toggle(self, option: str) -> None:
        """Switch an option by its key: ``i`` ignores case, ``e`` finds endings, ``p`` searches the project."""
        if option == "p":
            self.scope.choose(not self.in_project)
            self.search_changed.emit()
        else:
            (self._case if option == "i" else self._endings).toggle()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Move the options to a separate row if they would be cut off."""
        super().resizeEvent(event)
        beside = (self.scope, self._options, self._close)
        needed = sum(widget.sizeHint().width() + _GAP for widget in beside) + 2 * _EDGE + _TITLE
        put_below(self._first, self._options, 3, below=event.size().width() < needed)

    @Slot()
    def _on_purpose(self) -> None:
        self._labels.setEnabled(self.aim[0] is not Purpose.REMOVE)
        self.purpose_changed.emit()

    def _lay_out(self) -> None:
        fill(QHBoxLayout(self._options), self._case, self._endings, 1, margins=0, spacing=_GAP)
        first = self._first
        first.setHorizontalSpacing(_GAP)
        first.setVerticalSpacing(4)
        first.setColumnStretch(2, 1)
        for column, widget in enumerate((self._title, self.scope)):
            first.addWidget(widget, 0, column)
        first.addWidget(self._options, 0, 3)
        first.addWidget(self._close, 0, 4)
        second = row((self.purpose, self._labels), ())
        fill(QVBoxLayout(self), first, second, margins=(_EDGE, 6, 8, 6), spacing=4)


def _check(name: str, text: str, help_: str) -> QCheckBox:
    box = named(QCheckBox(text), name, text)
    box.setToolTip(help_)
    return box


_PURPOSES = {Qt.Key.Key_L: Purpose.LABEL, Qt.Key.Key_R: Purpose.RELABEL, Qt.Key.Key_Delete: Purpose.REMOVE}
_OPTIONS = ("i", "e", "p")


@dataclass(frozen=True, slots=True, kw_only=True)
class Search:
    """The words to search for, and the purpose that the page begins with.

    Without a label, the hits' most frequent label is used, including suggested labels. ``document`` and ``part`` (code
    points) are where the search started in an article; they are empty if it started in a list.
    """

    words: str
    layer: str
    label: str
    purpose: Purpose = Purpose.LABEL
    in_project: bool = False
    document: str = ""
    part: Part = (0, 0)


class OccurrencePage(DrawerPage[Hit, HitModel, HitList]):
    """The head with the search, the list of hits, and the foot. `hints` names all keys of the list."""

    found = Signal()  # `model.shown` or the open article changed
    done = Signal(str)  # message

    def __init__(self, session: Session, everywhere: Everywhere, files: JobProcess) -> None:
        super().__init__("occurrences", session, HitModel(), HitList())
        self._everywhere = everywhere
        self.search: Search | None = None  # the last search
        self._afresh = True
        self._more = False
        self._beyond = False  # whether another article than the open one was changed since the last search
        self._joining = False  # whether the pending result covers only the open article
        self.seeking = OccurrenceFinder(session, files, self)
        every = link("keepAll", self.tr("All"), self.tr("Choose all"))
        every.clicked.connect(lambda: self.model.keep_all(True))
        none = link("keepNone", self.tr("None"), self.tr("Choose none"))
        none.clicked.connect(lambda: self.model.keep_all(False))
        self._foot.add(every, none)
        self.head = Head()
        self._asker = Asker(done=self._on_step_done, ended=self._foot.end, advanced=self._foot.advance)
        lay_out_page(self, self.head, self._pages, self._foot)
        self.head.search_changed.connect(self.seek)
        self.head.purpose_changed.connect(self._on_purpose)
        self.head.left.connect(self.left)
        self.model.counted.connect(self._on_counted)
        self.list.box_clicked.connect(self._toggle)
        self._foot.wanted.connect(self.apply)
        self.seeking.found.connect(self._on_found)
        self.seeking.failed.connect(self._on_failed)
        self.seeking.advanced.connect(self._foot.advance)

    def open(self, search: Search) -> None:
        """Search for words, and focus the list."""
        schema = self._session.required().schema
        self.search = search
        self.model.schema, self.model.layer = schema, search.layer
        self.head.show_search(search.words, self._labels(), search.label)
        self.head.scope.choose(search.in_project)
        self.head.choose(search.purpose)
        self.list.setFocus()
        self.seek()

    @Slot()
    def seek(self) -> None:
        """Search again with the options of the page's head; the user's choices are dropped."""
        self._afresh = True
        self._seek()

    def follow(self, edits: Sequence[Edit]) -> bool:
        here = {self._session.opened.document.id} if self._session.opened is not None else set()
        self._beyond |= any(edit.document_ids != here for edit in edits)
        return False

    def follow_article(self) -> bool:
        if self.head.in_project:
            self.found.emit()
        return self.head.in_project

    def refresh(self) -> None:
        """Search again after an edit; the user's choices stay."""
        beyond, self._beyond = self._beyond, False
        if self.search is None or self.seeking.busy or self._everywhere.busy:
            return
        if self.head.in_project and not beyond:
            self._joining = True
            self.seeking.in_article(self.head.wanted, self.search.layer)
        else:
            self._seek()

    @Slot()
    def apply(self) -> None:
        """Label or relabel the chosen occurrences, or remove their labels, as the purpose says."""
        purpose, label = self.head.aim
        if self.search is None or not self.model.kept or not self._session.writable or self._everywhere.busy:
            return
        self._foot.begin(self.tr("Storing…"))
        self._everywhere.start(self._asker, purpose, self.model.places(), self.search.layer, label)

    @Slot()
    def stop(self) -> None:
        self.seeking.stop()
        self._everywhere.give_up(self._asker)
        self._foot.end()

    @property
    def busy(self) -> bool:
        return self.seeking.busy or self._everywhere.makes(self._asker)

    def _seek(self) -> None:
        if self.search is None:
            return
        self._joining = False
        if self.head.in_project:
            self._foot.begin(self.tr("Searching all articles…"))
            self.seeking.in_project(self.head.wanted, self.search.layer)
        else:
            self._foot.end()
            self.seeking.in_article(self.head.wanted, self.search.layer)

    @Slot(object)
    def _on_found(self, found: FoundOccurrences) -> None:
        if self._joining:
            found = joined(
                FoundOccurrences(hits=tuple(self.model.shown), titles=self.model.titles, more=self._more), found
            )
        before, self._more, self._joining = self.current(), found.more, False
        self._foot.end()
        self.model.show_hits(found.hits, found.titles, afresh=self._afresh)
        self._afresh = False
        if self.search is not None and not self.search.label:
            self.search = replace(self.search, label=_usual(found.hits) or self.head.aim[1])
            self.head.choose(label=self.search.label)
        nothing = self.tr("These words do not occur as whole words.")
        self._pages.turn(there=bool(found.hits), otherwise=nothing)
        self.found.emit()
        if found.hits:
            self.list.setCurrentIndex(self.model.index(self._row_for(before)))

    def _row_for(self, before: Hit | None) -> int:
        """Return the row to select after a search.

        It is the hit selected before; if there is none, the hit where the search started, or the open article's first
        hit.
        """
        hits, search = self.model.shown, self.search
        if before is not None:
            wanted = before.document, before.start
        else:
            wanted = (search.document, search.part[0]) if search is not None else ("", 0)
        same = (row for row, hit in enumerate(hits) if (hit.document, hit.start) == wanted)
        return next(same, first_of(hits, self._session.opened) if before is None else 0)

    @Slot()
    def _on_purpose(self) -> None:
        self.model.aim_at(*self.head.aim)
        index = self.list.currentIndex()
        if index.isValid() and self.model.state(index.row()) is Keep.NEVER:
            row = self.model.next_open(0)
            self.list.setCurrentIndex(self.model.index(row) if row is not None else index)

    @Slot()
    def _on_counted(self) -> None:
        kept, purpose, label = self.model.kept, *self.head.aim
        project, layer = self._session.project, self.model.layer
        name = label_name(project.schema, layer, label) if project is not None else label
        self._foot.show_button(button_words(purpose, name, kept), enabled=kept > 0 and self._session.writable)
        of = self.tr("{kept} of {count} chosen, {articles}")
        count = len(self.model.shown)
        every = self.tr("more than {count}").format(count=number(count)) if self._more else number(count)
        articles = articles_words(len(self.model.titles))
        self._foot.show_count(of.format(kept=number(kept), count=every, articles=articles) if count else "")

    # The keyboard

    def _press(self, event: QKeyEvent) -> bool:
        index = self.list.currentIndex()
        if event.key() == Qt.Key.Key_Space and index.isValid():
            self._toggle(index)
            self._step()
        elif event.key() == Qt.Key.Key_Backspace and index.isValid():
            self.model.keep(index.row(), False)
            self._step()
        elif event.key() in ENTER:
            self.apply()
        else:
            return self._choose(event)
        return True

    def _choose(self, event: QKeyEvent) -> bool:
        text = event.text().lower()
        label = next((each for each in self._labels() if text and each.key == text), None)
        if label is not None:
            purpose = self.head.aim[0]
            self.head.choose(Purpose.LABEL if purpose is Purpose.REMOVE else purpose, label.id)
        elif Qt.Key(event.key()) in _PURPOSES:
            self.head.choose(_PURPOSES[Qt.Key(event.key())])
        elif text in _OPTIONS:
            self.head.toggle(text)
        elif text in {"a", "n"}:
            self.model.keep_all(text == "a")
        else:
            return False
        return True

    def _labels(self) -> list[Label]:
        """Return the labels to choose from."""
        labels = self._session.required().schema.labels
        return [label for label in labels if label.layer == self.model.layer and label.active]

    @Slot(QModelIndex)
    def _toggle(self, index: QModelIndex) -> None:
        self.model.keep(index.row(), self.model.state(index.row()) is not Keep.KEPT)

    def _step(self) -> None:
        """Select the next row that can be chosen."""
        row = self.model.next_open(self.list.currentIndex().row() + 1)
        if row is not None:
            self.list.setCurrentIndex(self.model.index(row))

    def _on_step_done(self, edit: Edit | None) -> None:
        purpose, _ = self.head.aim
        places = sum(isinstance(change.after or change.before, Span) for change in edit.changes) if edit else 0
        articles = len(edit.document_ids) if edit else 0
        self.done.emit(done_words(purpose, places, articles) if edit else "")

    def hints(self) -> tuple[Hint, ...]:
        """Return the key hints of the list."""
        keys = [label.key.upper() for label in self._labels() if label.key] if self._session.project else []
        return (
            Hint(keys=(self.tr("Space"),), words=self.tr("choose or not")),
            Hint(keys=("A", "N"), words=self.tr("all, none")),
            *((Hint(keys=in_runs(keys), words=self.tr("which label")),) if keys else ()),
            Hint(keys=("L", "R", self.tr("Del")), words=self.tr("label, relabel, remove")),
            Hint(keys=("P", "I", "E"), words=self.tr("project, case, endings")),
            Hint(keys=("⏎",), words=self.tr("do it")),
            Hint(keys=(self.tr("Esc"),), words=self.tr("close")),
        )


def _usual(hits: Sequence[Hit]) -> str:
    counts = Counter(hit.label for hit in hits if hit.standing in {OccurrenceState.LABELLED, OccurrenceState.SUGGESTED})
    return next((label for label, _ in counts.most_common(1)), "")


def joined(project: FoundOccurrences, article: FoundOccurrences) -> FoundOccurrences:
    """Return the project's hits, with those of one article replaced in place."""
    fresh = set(article.titles)
    before = [hit for hit in project.hits if hit.document not in fresh]
    first = next((place for place, hit in enumerate(project.hits) if hit.document in fresh), len(before))
    hits = (*before[:first], *article.hits, *before[first:])
    titles = {**project.titles, **(article.titles if article.hits else {})}
    return FoundOccurrences(hits=hits, titles=titles, more=project.more)
