"""Caret movement by sentence and paragraph, and to the next unlabelled name."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Slot

from annotator.editing.edits import Edit
from annotator.model.values import ENTITIES, Part, Span
from annotator.text.unlabelled_names import names
from ui.article.caret import Caret
from ui.article.view import ArticleView
from ui.bridge.session import Session
from ui.deciding.aim import Aim

_SLICE = 40_000  # characters searched per slice: a few milliseconds


class Moves(QObject):
    """Moves the caret and the selection; a step is "1" (forwards) or "-1" (backwards)."""

    def __init__(self, session: Session, view: ArticleView, aim: Aim, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._view = view
        self._aim = aim
        self._known: Counter[str] | None = None  # labelled names; None until the first search
        self._search: _Search | None = None
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(self._search_on)
        session.document_opened.connect(self._drop_known)
        session.settled.connect(self._update_known)

    def by_sentence(self, step: str) -> None:
        """Go to the start of the next or previous sentence."""
        self._view.keys.go("sentence", int(step))

    def by_paragraph(self, step: str) -> None:
        """Go to the start of the next or previous paragraph."""
        self._view.keys.go("paragraph", int(step))

    def select_by_sentence(self, step: str) -> None:
        """Move the selection's end a sentence later or earlier."""
        self._view.keys.extend_to_sentence_end(int(step))

    def select_by_paragraph(self, step: str) -> None:
        """Extend the selection to the start of the next or previous paragraph."""
        self._view.keys.go("paragraph", int(step), extend=True)

    def to_name(self, step: str) -> None:
        """Select the next or previous words that look like a name but have no label and no suggestion.

        The search goes on at the other end of the article, and says so if it finds a name there.
        """
        opened = self._aim.opened
        if opened is None:
            return
        self._session.settling.catch_up()  # edits that are counted here must not be counted again
        if self._known is None:
            named = (span for span in opened.spans if span.layer == ENTITIES)
            self._known = Counter(span.quote(opened.document.text) for span in named)
        start, end = self._aim.selection()
        here = self._view.caret()
        place = (end if int(step) > 0 else start) if start < end else here
        block = self._view.page.layout.block_at(place)
        left = len(self._view.page.words.blocks) + 1  # the block of the caret is searched before and behind it
        self._search = _Search(opened.document.id, int(step), place, block, here, left)
        self._search_on()

    @Slot()
    def _drop_known(self) -> None:
        self._known = None

    @Slot(object)
    def _update_known(self, edits: Sequence[Edit]) -> None:
        """Update the known names from edits, because reading all labels again on each key press would be too slow."""
        opened = self._aim.opened
        if opened is None or self._known is None:
            return
        for change in (change for edit in edits for change in edit.changes):
            for row, step in ((change.before, -1), (change.after, 1)):
                if isinstance(row, Span) and (row.document, row.layer) == (opened.document.id, ENTITIES):
                    words = row.quote(opened.document.text)
                    self._known[words] += step
                    if not self._known[words]:
                        del self._known[words]

    @Slot()
    def _search_on(self) -> None:
        """Search a slice of the article, then let the event loop run."""
        search, view = self._search, self._view
        if search is None or view.document_id() != search.document or view.caret() != search.caret:
            self._search = None  # the user has moved on
            return
        blocks = view.page.words.blocks
        seen = 0
        while blocks and search.left and seen < _SLICE:
            if not 0 <= search.block < len(blocks):
                search.begin_again(len(blocks), len(view.page.document.text))
            found = self._in_block(search)
            if found is not None:
                self._search = None
                self._select(found, search)
                return
            seen += blocks[search.block].end - blocks[search.block].start + 1
            search.block += search.step
            search.left -= 1
        if blocks and search.left:
            self._timer.start()
        else:
            self._search = None
            self._aim.told.emit(self.tr("No unlabelled names in this article."), False)

    def _select(self, found: Part, search: "_Search") -> None:
        self._view.move_caret(Caret(found[1], found[0], exact=True))
        self._view.scrolling.ensure_visible(*found)
        self._aim.activate(None)
        if search.again:
            at_start = self.tr("No unlabelled names after that point: searched again from the start.")
            at_end = self.tr("No unlabelled names before that point: searched again from the end.")
            self._aim.told.emit(at_start if search.step > 0 else at_end, False)

    def _in_block(self, search: "_Search") -> Part | None:
        block = self._view.page.words.blocks[search.block]
        found = list(self._names(block.start, block.end))
        if search.step > 0:
            return next((part for part in found if part[0] >= search.place), None)
        return next((part for part in reversed(found) if part[1] <= search.place), None)

    def _names(self, start: int, end: int) -> Iterator[Part]:
        page = self._view.page
        rows = page.rows.within(start, end)
        taken = [part for row in rows if row.layer == ENTITIES for part in row.parts]
        excluded = [part for part in page.document.excluded if part[0] < end and start < part[1]]
        return names(
            page.document.text,
            start,
            end,
            language=page.document.language,
            known=self._known or (),
            taken=[*taken, *excluded],
        )


@dataclass
class _Search:
    """A search for a name. ``left`` blocks are still to be searched; ``again`` is set once it goes on at the other end.

    ``place`` is where it began or begins again, ``caret`` the caret at its start.
    """

    document: str
    step: int
    place: int
    block: int
    caret: int
    left: int
    again: bool = False

    def begin_again(self, blocks: int, length: int) -> None:
        """Go on at the other end of a text with so many blocks and characters."""
        self.again = True
        self.block, self.place = (0, 0) if self.step > 0 else (blocks - 1, length)
