"""Project → Who Says What: the board, the claims behind a cell, and their months."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QFont, QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QMenu, QPushButton, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from annotator.editing.edits import Edit
from annotator.jobs.board import MOST, Board, BoardClaim, FilterChoices, RowKind, board, months, sentences
from annotator.jobs.searching.claim_copies import claim_copies
from annotator.model.values import Identity, Relation, Span
from annotator.store.queries.who import ClaimFilter
from annotator.system.errors import StoreError
from ui.base.file_dialogs import ask_target, folder_beside
from ui.base.i18n import number
from ui.base.log_dialog import resize_within_screen
from ui.base.look.plain_text import one_line, plain, tooltip
from ui.base.look.sizes import APART, NEAR, WIDE
from ui.base.messages import sentence as sentence_of
from ui.base.saving import Saving, opening
from ui.base.widgets.inputs import fill, named
from ui.board import board_output
from ui.board.answer_trail import AnswerTrail
from ui.board.bars import claimant_name, legend, stance_names, topic_name
from ui.board.board_filters import BoardFilters
from ui.board.copies_line import CopiesLine
from ui.board.grid import Grid
from ui.board.halves import Halves
from ui.board.join_line import JoinLine
from ui.board.month_chart import Timeline
from ui.board.sentence_list import SentenceList
from ui.bridge.session import Session
from ui.jobs.job_line import JobLine
from ui.jobs.last_question import LastQuestion
from ui.jobs.workers import JobProcess

_REST = 120  # milliseconds from the last arrow key to the list of the cell's claims
_QUIET = 800  # milliseconds from the last edit to the next count


class BoardWindow(QDialog):
    """The window of the claims board. It stays open beside the article and counts again shortly after an edit."""

    jump_wanted = Signal(str, int, int)  # document id, start and end in code points, end exclusive

    def __init__(self, session: Session, files: JobProcess, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Who Says What"))
        self.setSizeGripEnabled(True)
        project = session.required()
        self._path = project.path
        self._listed: tuple[BoardClaim, ...] = ()
        self._counting = LastQuestion(files, self._on_board, self)
        self._listing = LastQuestion(files, self._on_sentences, self)
        self.saving = Saving(self)
        self.filters = BoardFilters(project.schema, project.annotator)
        self.grid = Grid()
        self.list = SentenceList(project.schema)
        self.timeline = Timeline()
        self.line = JobLine()
        self.joining = JoinLine(session)
        self.copies = CopiesLine(session)
        self._trail = AnswerTrail(session, (self.joining, self.copies), self)
        self._copying = LastQuestion(files, self.copies.offer, self)  # the board is complete without its answer
        self._heading = plain(role="title", name="boardCell")
        self._cut = plain(
            self.tr("the first {count} are listed").format(count=number(MOST)), role="muted", name="boardCut"
        )
        self._cut.hide()
        self._nothing = plain(self.tr("Counting…"), role="muted", name="boardNothing")
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._pages = QStackedWidget()
        self._arrived = False  # whether claims were counted before
        self._entering = False  # whether the keyboard goes to the claims as soon as they are listed
        self._halves = Halves()
        self._back = named(QPushButton("←", autoDefault=False), "boardBack", self.tr("Back"), role="tab")
        self._back.setToolTip(tooltip(self.tr("Back to all claimants (Esc)")))
        self._rest = QTimer(self, singleShot=True, interval=_REST)
        self._again = QTimer(self, singleShot=True, interval=_QUIET)
        self._copy = self._button("boardCopy", self.tr("&Copy as Table"))
        self._save = self._button("boardSave", self.tr("&Save As"))
        self._close = self._button("boardClose", self.tr("Close"))
        self._legend = _Legend()
        self._lay_out()
        self._connect(session)
        for button in (self._copy, self._save):
            button.setEnabled(False)  # until something is counted
        resize_within_screen(self, 1180, 780)
        self.grid.setFocus()
        self.count()

    def sizeHint(self) -> QSize:
        return QSize(1180, 780)

    @Slot()
    def count(self) -> None:
        """Count the claims again; the selected cell stays selected."""
        self.line.begin(self.tr("Counting…"))
        self._counting.ask(board, self._path, self.filters.wanted)

    def done(self, result: int) -> None:
        if self._trail.busy:  # closing would delete the timer, and the step would never end
            self.line.warn(sentence_of(StoreError("store.busy")))
            return
        for question in (self._counting, self._listing, self._copying):
            question.cancel()
        for timer in (self._rest, self._again):
            timer.stop()
        self.saving.wait()
        super().done(result)

    # Inside

    def _button(self, name: str, words: str) -> QPushButton:
        return named(QPushButton(words, autoDefault=False), name, words.replace("&", ""))

    def _lay_out(self) -> None:
        menu = named(QMenu(self), "boardSaveMenu")
        for suffix, words in zip(
            board_output.SUFFIXES,
            (self.tr("Table (CSV)…"), self.tr("Picture (SVG)…"), self.tr("Picture (PNG)…")),
            strict=True,
        ):
            action = menu.addAction(words)
            action.setObjectName(f"boardSave.{suffix}")
            action.triggered.connect(lambda _checked=False, wanted=suffix: self._ask_where(wanted))
        self._save.setMenu(menu)
        self._pages.addWidget(self._nothing)  # shown until claims were counted
        self._pages.addWidget(self.grid)
        upper, lower = self._halves.board, self._halves.claims
        fill(QVBoxLayout(upper), self.filters, self.joining, self.copies, (self._pages, 1), margins=0, spacing=APART)
        head = fill(QHBoxLayout(), self._back, self._heading, self._cut, 1, self._legend, spacing=NEAR)
        below = QSplitter(Qt.Orientation.Horizontal, childrenCollapsible=False)
        below.addWidget(self.list)
        below.addWidget(self.timeline)
        below.setHandleWidth(NEAR)
        below.setSizes([820, 320])
        fill(QVBoxLayout(lower), head, (below, 1), margins=0, spacing=NEAR)
        foot = fill(QHBoxLayout(), (self.line, 1), self._copy, self._save, self._close)
        fill(QVBoxLayout(self), (self._halves, 1), foot, margins=WIDE, spacing=APART)

    def _connect(self, session: Session) -> None:
        self.filters.changed.connect(self.count)
        self.filters.searched.connect(self.grid.search)
        self.filters.claimant.returnPressed.connect(self.grid.setFocus)
        self.grid.chosen.connect(self._on_chosen)
        self.grid.entered.connect(self._enter_list)
        self.grid.clicked.connect(self._on_click)
        self._halves.fitted.connect(self._back.setVisible)
        self._back.clicked.connect(self._leave_list)
        self.list.jump_wanted.connect(self.jump_wanted)
        self.list.left.connect(self._leave_list)
        self.timeline.chosen.connect(self._on_month)
        self._rest.timeout.connect(self._list)
        self._again.timeout.connect(self.count)
        for source in (self._counting, self._listing, self.saving, self.joining, self.copies):
            source.failed.connect(self.line.fail)
        for line in (self.joining, self.copies):
            line.restored.connect(self._again.start)
        self._trail.told.connect(self.line.end)
        for key, slot in (
            ("Ctrl+Z", self._trail.undo),
            ("Ctrl+Y", self._trail.redo),
            ("Ctrl+Shift+Z", self._trail.redo),
        ):
            QShortcut(QKeySequence(key), self).activated.connect(slot)
        self.saving.done.connect(self._on_saved)
        self._copy.clicked.connect(self._copy_table)
        self._close.clicked.connect(self.reject)
        session.edited.connect(self._on_edit)
        session.documents_changed.connect(self._again.start)

    def _on_board(self, found: tuple[Board, FilterChoices]) -> None:
        counted, choices = found
        asked = self.filters.wanted
        self.filters.offer(choices)
        if self.filters.wanted != asked:  # what was chosen is not offered: the lead of a team may have no claims
            self.count()
            return
        self.grid.show_board(counted)
        self.joining.offer(counted.joins)
        self._copying.ask(claim_copies, self._path, frozenset(self.copies.declined))
        there = bool(counted.claimants)
        self._pages.setCurrentWidget(self.grid if there else self._nothing)
        self._halves.offer(there)
        first = self.filters.claimant  # has the focus at first, as the grid is hidden
        if there and not self._arrived and self.focusWidget() is first and not first.text():
            self.grid.setFocus()
        self._arrived = True
        self._nothing.setText(self._nothing_words())
        for button in (self._copy, self._save):
            button.setEnabled(there)
        self.line.end(self._total_words(counted))

    def _nothing_words(self) -> str:
        """Return why no claim is shown: there is none, the annotator has none, or none matches the filters."""
        wanted = self.filters.wanted
        if wanted != ClaimFilter(annotator=wanted.annotator):
            return self.tr("No claim matches.")
        if wanted.annotator is None:
            return self.tr("No claims yet: make some in an article, or accept suggested ones.")
        return self.tr("{annotator} has no claims yet.").format(annotator=one_line(wanted.annotator))

    def _total_words(self, counted: Board) -> str:
        """Return in words the number of claims and claimants, and of claims whose claimant is still open."""
        still_open = sum(each.stances.total for each in counted.claimants if each.kind is RowKind.OPEN)
        claimants = sum(each.kind is not RowKind.OPEN for each in counted.claimants)
        words = self._by_claimants_words(counted.claims, claimants) if claimants else self._claims_words(counted.claims)
        if not still_open:
            return words
        return self.tr("{claims}, claimant open: {count}").format(claims=words, count=number(still_open))

    def _claims_words(self, claims: int) -> str:
        return self.tr("one claim") if claims == 1 else self.tr("{claims} claims").format(claims=number(claims))

    def _by_claimants_words(self, claims: int, claimants: int) -> str:
        if claims == 1:
            return self.tr("one claim")
        if claimants == 1:
            return self.tr("{claims} claims by one claimant").format(claims=number(claims))
        words = self.tr("{claims} claims by {claimants} claimants")
        return words.format(claims=number(claims), claimants=number(claimants))

    @Slot()
    def _on_chosen(self) -> None:
        self._entering, chosen = False, self.grid.current
        if chosen is None:
            self._heading.setText("")
            self._on_sentences(())
            return
        claimant, topic = chosen
        about = topic_name(topic) if topic is not None else self.tr("all topics")
        self._heading.setText(self.tr("{claimant}: {topic}").format(claimant=claimant_name(claimant), topic=about))
        self._rest.start()

    @Slot()
    def _list(self) -> None:
        chosen = self.grid.current
        if chosen is not None:
            claimant, topic = chosen
            spellings = None if topic is None else topic.spellings
            self._listing.ask(sentences, self._path, self.filters.wanted, claimant.keys, spellings)

    def _on_sentences(self, found: tuple[BoardClaim, ...]) -> None:
        self._listed = found
        self.list.show_sentences(found)
        self.timeline.show_months(months(each.claim for each in found))
        self._cut.setVisible(len(found) == MOST)
        if self._entering:
            self._enter_list()

    @Slot(object)
    def _on_month(self, month: str | None) -> None:
        self.list.show_sentences(
            [each for each in self._listed if month is None or (each.claim.published or "").startswith(month)]
        )

    @Slot()
    def _enter_list(self) -> None:
        self._entering = self._rest.isActive() or self._listing.busy
        if not self._entering and self.list.claims.shown:
            self._halves.show_claims(True)
            self.list.setFocus()

    @Slot()
    def _leave_list(self) -> None:
        self._halves.show_claims(False)
        self.grid.setFocus()

    @Slot()
    def _on_click(self) -> None:
        if self._halves.low:
            self._enter_list()

    @Slot(object)
    def _on_edit(self, edit: Edit) -> None:
        rows = (change.after or change.before for change in edit.changes[:200])
        if any(isinstance(row, Span | Relation | Identity) for row in rows):
            self._again.start()

    @Slot()
    def _copy_table(self) -> None:
        mime = board_output.as_mime(self.grid.counts.board, self.tr("Claimant"), self.tr("All topics"))
        QGuiApplication.clipboard().setMimeData(mime)
        rows, columns = board_output.MOST_COPIED
        counted, words = self.grid.counts.board, self.tr("Copied. Paste it into a spreadsheet or a document.")
        if len(counted.claimants) > rows or len(counted.topics) > columns:
            words = self.tr("Copied only the first {rows} claimants and {columns} topics.")
        self.line.end(words.format(rows=number(rows), columns=number(columns)))

    def _ask_where(self, suffix: str) -> None:
        name = self.tr("Who says what")
        start = folder_beside(self._path) / f"{name}.{suffix}"
        kinds = [f"{suffix.upper()} (*.{suffix})"]
        ask_target(self, "boardFile", self.tr("Save as"), self.save, start=start, filters=kinds)

    @Slot(str)
    def save(self, target: str) -> None:
        """Write the board to a file, as it was last counted; the file's suffix decides the format."""
        title = self.tr("Who says what in {project}").format(project=self._path.stem)
        self.line.begin(self.tr("Saving…"))
        self.saving.start(partial(board_output.save, self.grid.counts.board, title, QFont(self.font())), Path(target))

    @Slot(object)
    def _on_saved(self, target: Path) -> None:
        self.line.end(self.tr("Saved as {file}.").format(file=target.name), *opening(target))


class _Legend(QWidget):
    """The signs and names of the stances, in the theme's colours."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("boardLegend")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        roles = ("legend.affirms", "legend.refutes", "legend.unclear")
        for (sign, _), name, role in zip(legend(self.palette()), stance_names(), roles, strict=True):
            label = plain(f"{sign} {name}", role=role)
            layout.addWidget(label)
