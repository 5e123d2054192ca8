"""Project → Comments: the threads of comments on places in articles, and a field for an answer."""

from contextlib import suppress
from enum import IntEnum
from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QObject, QSize, QTimer, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QDialog, QHBoxLayout, QHeaderView, QPlainTextEdit, QWidget

from annotator.editing import talking
from annotator.editing.edits import Edit
from annotator.jobs.team.talk import ThreadInArticle, said
from annotator.model.talk import LONGEST, Comment, Thread
from annotator.model.values import Part
from annotator.store.reader import Reader
from annotator.system.errors import QT_TRANSLATE_NOOP, AnnotatorError, StoreError
from ui.base.i18n import date, number
from ui.base.log_dialog import resize_within_screen
from ui.base.look.plain_text import one_line, plain
from ui.base.messages import sentence
from ui.base.rows.plain_table import KeyTable
from ui.base.rows.rows_model import RowsModel
from ui.base.saving import Unsaved, typed_again
from ui.base.settings import ProjectRows
from ui.base.widgets.buttons import dialog_button
from ui.base.widgets.dialog_parts import lay_out
from ui.base.widgets.empty_words import EmptyWords
from ui.base.widgets.inputs import fill, named
from ui.bridge.session import Session
from ui.jobs.job_line import JobLine
from ui.jobs.last_question import LastQuestion
from ui.jobs.workers import JobProcess

_WIDTH, _HEIGHT = 820, 560
_PAUSE = 300  # milliseconds after the last edit
_SHOWN = 80  # shown characters of a cell
_SEND = "Ctrl+Return"
_TYPED = ProjectRows("comments.json", private=True)


class CommentPlace(NamedTuple):
    """The place of a new comment: words of an article, or the span on these words."""

    document: str
    part: Part
    words: str
    span: str | None


Column = IntEnum("Column", "WORDS LAST BY ARTICLE", start=0)
_HEADERS = {
    Column.WORDS: QT_TRANSLATE_NOOP("CommentList", "Words"),
    Column.LAST: QT_TRANSLATE_NOOP("CommentList", "Last comment"),
    Column.BY: QT_TRANSLATE_NOOP("CommentList", "By"),
    Column.ARTICLE: QT_TRANSLATE_NOOP("CommentList", "Article"),
}


class CommentModel(RowsModel[ThreadInArticle, Column]):
    """The threads of comments, open ones first."""

    def __init__(self, parent: QObject) -> None:
        super().__init__("CommentList", _HEADERS, parent)

    def words(self, row: ThreadInArticle, column: Column) -> str:
        last = next((each for each in reversed(row.thread.comments) if each.text), row.thread.last)
        match column:
            case Column.WORDS:
                return one_line(row.words, _SHOWN)
            case Column.LAST:
                words = one_line(last.text, _SHOWN)
                return words if row.thread.is_open else self.tr("closed: {words}").format(words=words)
            case Column.BY:
                return one_line(last.annotator, _SHOWN)
            case Column.ARTICLE:
                return one_line(row.title, _SHOWN)


class CommentsWindow(QDialog):
    """A window that can stay open beside the article; it is updated after each edit."""

    jump_wanted = Signal(str, int, int)  # document, and code points, end exclusive

    def __init__(self, session: Session, files: JobProcess, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Comments"))
        self._session = session
        self._project = session.required()
        self._every: tuple[ThreadInArticle, ...] = ()
        self._new: CommentPlace | None = None
        self._sent = ""  # id of the first comment of a thread that was begun and is not listed yet
        self._unsaved = Unsaved(_TYPED, self._project.path, self._project.annotator)
        self._answered = ""  # id of the first comment of the thread that an answer is for, restored or gone
        self._gone = False  # whether that thread is gone
        self._again = False  # whether the text was restored
        self._warned = False  # whether the user knows that closing discards what was written
        self.line = JobLine()
        self.table = KeyTable("commentTable", self.tr("Comments"))
        self.rows = CommentModel(self)
        self.table.setModel(self.rows)
        self._empty = EmptyWords(self.table, "")
        self.table.share_width((Column.WORDS, Column.LAST, Column.ARTICLE))
        self.table.horizontalHeader().setSectionResizeMode(Column.BY, QHeaderView.ResizeMode.ResizeToContents)
        self.closed = named(QCheckBox(self.tr("Closed threads, too")), "commentsClosed")
        self.told = named(QPlainTextEdit(readOnly=True), "commentThread", self.tr("Thread"))
        self.head = plain(name="commentHead", wraps=True)
        self.text = named(QPlainTextEdit(), "commentText", self.tr("Comment"))
        self.text.setTabChangesFocus(True)
        self.text.setFixedHeight(3 * self.text.fontMetrics().lineSpacing() + 16)
        self.send = dialog_button("commentSend", self.tr("Answer"))
        self.end = dialog_button("commentClose", self.tr("Close Thread"))
        self.close_button = dialog_button("commentsLeave", self.tr("Close"))
        self._asking = LastQuestion(files, self._on_found, self)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._send_by_key = QShortcut(QKeySequence(_SEND), self, self.send.click)  # works only if enabled
        self._lay_out()
        self._pause.timeout.connect(self.refresh)
        self._asking.failed.connect(self.line.fail)
        self.closed.toggled.connect(self._list)
        self.table.selectionModel().currentRowChanged.connect(self._on_chosen)
        self.table.doubleClicked.connect(self._jump)
        self.text.textChanged.connect(self._enable)
        self.send.clicked.connect(self.say)
        self.end.clicked.connect(self.end_thread)
        self.close_button.clicked.connect(self.reject)
        for changed in (session.settled, session.documents_changed):
            changed.connect(self._pause.start)
        self._restore()
        self.text.textChanged.connect(self._keep)
        self._show_thread()
        self.refresh()

    def sizeHint(self) -> QSize:
        return QSize(_WIDTH, _HEIGHT)

    @property
    def busy(self) -> bool:
        """Return whether the list is still being read."""
        return self._asking.busy or self._pause.isActive()

    @property
    def chosen(self) -> Thread | None:
        """The selected thread, or None while the user writes a new one."""
        row = self.table.currentIndex().row()
        return self.rows.shown[row].thread if self._new is None and 0 <= row < len(self.rows.shown) else None

    def done(self, result: int) -> None:
        """Close the window, but first warn once if there is a comment that was not added."""
        if self._session.project is not None:
            if self.text.toPlainText().strip() and not self._warned:
                self._warned = True
                self.line.warn(self.tr("Your comment is not added yet. Closing again discards it."))
                return
            self._unsaved.keep()
        self._pause.stop()
        self._asking.cancel()
        super().done(result)

    def begin(self, place: CommentPlace) -> None:
        """Begin a new comment on a place, or an answer if there is a thread on that place."""
        same = (place.document, place.part)
        here = [(row.thread.first.document, (row.thread.first.start, row.thread.first.end)) for row in self.rows.shown]
        self._new, self._sent = None if same in here else place, ""
        if same in here:
            self.table.selectRow(here.index(same))
        self._show_thread()
        self.text.setFocus()

    @Slot()
    def refresh(self) -> None:
        """List the threads again."""
        self._asking.ask(said, self._project.path)

    @Slot()
    def say(self) -> None:
        """Store the comment that was written, as an undoable step."""
        text, annotator = self.text.toPlainText(), self._project.annotator
        try:
            edit = self._edit(text, annotator)
        except AnnotatorError as error:
            self.line.warn(sentence(error))
            return
        if edit is not None and self._session.do(edit):
            begun = edit.changes[0].after if self._new is not None else None
            self._new, self._sent = None, begun.id if isinstance(begun, Comment) else ""
            self.text.setFocus()  # the button is disabled now, and its focus would go to the next one
            self.text.clear()

    @Slot()
    def end_thread(self) -> None:
        """Close the selected thread."""
        if self.chosen is not None:
            self._session.do(talking.close(self.chosen, annotator=self._project.annotator))

    # Inside

    def _edit(self, text: str, annotator: str) -> Edit | None:
        if self._new is not None:
            return talking.comment(self._new.document, self._new.part, text, annotator=annotator, span=self._new.span)
        return None if self.chosen is None else talking.answer(self.chosen, text, annotator=annotator)

    def _lay_out(self) -> None:
        head, foot = QHBoxLayout(), QHBoxLayout()
        fill(head, (self.line, 1), self.closed, spacing=8)
        fill(foot, self.send, self.end, 1, self.close_button, spacing=8)
        lay_out(self, head, (self.table, 3), (self.told, 2), self.head, self.text, foot)
        resize_within_screen(self, _WIDTH, _HEIGHT)

    def _on_found(self, found: tuple[ThreadInArticle, ...]) -> None:
        self._every = found
        self._list()
        if self._new is not None and not self.text.toPlainText():
            self.begin(self._new)  # the list may show the place's thread only now

    @Slot()
    def _list(self) -> None:
        chosen, sent = self.chosen, self._sent
        wanted = sent or (chosen.first.id if chosen is not None else self._answered)
        unsent = wanted if self.text.toPlainText() else ""  # else its text would answer another thread
        every = {each.thread.first.id: each for each in self._every}
        ids = [id_ for id_, each in every.items() if self.closed.isChecked() or each.thread.is_open or id_ == unsent]
        shown = [every[id_] for id_ in ids]
        self._gone = bool(unsent) and unsent not in {*every, sent}
        self.rows.show_rows(shown)
        if self._gone:  # the text would answer another thread
            self._answered = unsent
            self.table.setCurrentIndex(QModelIndex())
        elif shown:
            self.table.selectRow(ids.index(wanted) if wanted in ids else 0)
        self._sent = "" if sent in ids else sent
        count = sum(each.thread.is_open for each in self._every)
        self.line.end(self.tr("Open threads: {count}").format(count=number(count)) if count else "")
        if self._every:
            self._empty.say(self.tr("No thread is open."))
        else:
            how = self.tr("Select words or a label in the article and press Shift+N to comment on it.")
            nothing = self.tr("No comments yet.")
            self._empty.say(f"{nothing}\n{how}")
        self._show_thread()

    @Slot(QModelIndex, QModelIndex)
    def _on_chosen(self, _current: QModelIndex, _before: QModelIndex) -> None:
        if self.table.hasFocus():
            self._new = None
        self._show_thread()

    @Slot()
    def _show_thread(self) -> None:
        thread, head = self.chosen, ""
        lines = []
        for each in thread.comments if thread is not None else ():
            said_ = each.text or self.tr("closed the thread.")
            lines.append(f"{each.annotator}, {date(each.made)}: {said_}")
        if self._new is not None:
            self.table.clearSelection()
            head = self.tr("New comment on “{words}”:").format(words=one_line(self._new.words, _SHOWN))
        elif thread is not None or self._sent:
            head = self.tr("Answer:")
        elif self._gone:
            head = self.tr("The thread of this answer is gone. Select another thread to add the answer there.")
        if self._again and head:
            head = f"{head} {typed_again()}"
        self.told.setPlainText("\n\n".join(lines))
        self.head.setText(head)
        self.told.setVisible(thread is not None)
        for part in (self.head, self.text, self.send, self.end):
            part.setVisible(bool(head))
        words = self.tr("Add Comment") if self._new is not None else self.tr("Answer")
        self.send.setText(f"{words} ({self._send_by_key.key().toString(QKeySequence.SequenceFormat.NativeText)})")
        self._enable()

    def _restore(self) -> None:
        """Bring back the comment that was neither added nor discarded."""
        typed = self._unsaved.restored(6) if self._session.writable else ()
        if not typed:
            return
        text, self._answered, document, start, end, span = typed
        if not self._answered:
            self._new = _place(self._project.read, document, start, end, span)
        self.text.setPlainText(text if self._answered or self._new is not None else "")
        self._again = bool(self.text.toPlainText())

    @Slot()
    def _keep(self) -> None:
        """Keep the comment that is being written, with its place or its thread."""
        text, new, thread = self.text.toPlainText(), self._new, self.chosen
        answered = self._sent or (thread.first.id if thread is not None else self._answered)
        if not text.strip():
            self._again = False
            self._unsaved.keep()
        elif new is not None:
            self._unsaved.keep(text, "", new.document, *map(str, new.part), new.span or "")
        elif answered:
            self._unsaved.keep(text, answered, *[""] * 4)

    @Slot()
    def _enable(self) -> None:
        place, writable = self._new or self.chosen, self._session.writable
        self._warned = False
        written = 0 < len(self.text.toPlainText().strip()) <= LONGEST
        self.text.setEnabled(writable and (place is not None or bool(self._sent) or self._gone))
        self.send.setEnabled(writable and place is not None and written and not self._sent)
        self.end.setEnabled(writable and isinstance(place, Thread) and place.is_open)

    @Slot()
    def _jump(self) -> None:
        if (thread := self.chosen) is not None:
            self.jump_wanted.emit(thread.first.document, thread.first.start, thread.first.end)


def _place(read: Reader, document: str, start: str, end: str, span: str) -> CommentPlace | None:
    """Return the place of an unsaved comment, or None if it is no longer in the project."""
    with suppress(StoreError, ValueError):
        part = int(start), int(end)
        words = read.text(document)[slice(*part)]
        if part[0] >= 0 and part[1] - part[0] == len(words) > 0 and (not span or read.spans_of([span])):
            return CommentPlace(document, part, words, span or None)
    return None
