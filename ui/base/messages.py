"""Messages at the foot of the window, in plain text. They never interrupt, and the next step removes them.

A notice that waits for the next step also ends with any other action, once there was time to read it.

A short notice stands at the right of the line of key hints and covers none of the hints. Failures and longer messages
cover the line.
"""

from collections.abc import Callable
from enum import StrEnum
from functools import partial

from PySide6.QtCore import QCoreApplication, QElapsedTimer, Qt, QTimer, Signal, SignalInstance, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from annotator.system.errors import SENTENCES, AnnotatorError
from ui.base.key_line import HEIGHT, KeyLine
from ui.base.listening import Listening
from ui.base.look.plain_text import plain
from ui.base.look.sizes import APART, NEAR, TIGHT, WIDE
from ui.base.widgets.buttons import close_button
from ui.base.widgets.inputs import fill, named

Answer = tuple[str, Callable[[], object]]
"""The text of a button, and its action."""
_NOTICE = 6_000  # milliseconds that a notice without a button stays


class MessageKind(StrEnum):
    """The style of a message."""

    NOTICE = "notice"
    FAILURE = "failure"


def sentence(error: AnnotatorError) -> str:
    """Return an expected failure as a sentence in the window's language."""
    details = dict(error.details)
    for name in ("reason", "place"):  # texts of the program or the system
        if words := str(details.get(name, "")):
            details[name] = QCoreApplication.translate("Errors", words)
    return QCoreApplication.translate("Errors", SENTENCES[error.code]).format(**details)


def _announce(widget: QWidget, words: str) -> None:
    """Let a screen reader read a notice aloud, because a notice never takes the focus."""
    if QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, words))


class MessageBar(QFrame):
    """A bar for one message with one or two buttons. Failures stay until dismissed or until the next step."""

    left = Signal()  # a button that had the keyboard is hidden

    def __init__(self, line: KeyLine, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._line = line
        self._noticed = ""  # the notice in the key line
        named(self, "messageBar", self.tr("Message"))
        self.setMinimumHeight(HEIGHT)
        self._words = plain(name="messageWords", wraps=True)
        self._words.setContentsMargins(0, TIGHT, 0, TIGHT)  # of several lines, the bar is not full to its edges
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._button = named(QPushButton(), "messageAction")
        self._button.clicked.connect(self._act)
        self._other = named(QPushButton(), "messageOther")
        self._other.clicked.connect(self._give_other_answer)
        self._close = close_button("messageClose", self.tr("Dismiss the message"), self.withdraw)
        for button in (self._other, self._button, self._close):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keyboard in the article
        fill(
            QHBoxLayout(self),
            (self._words, 1),
            self._other,
            self._button,
            self._close,
            margins=(WIDE, 2, NEAR, 2),
            spacing=APART,
        )
        self._action: Callable[[], object] | None = None
        self._other_action: Callable[[], object] | None = None
        self._standing: Callable[[], None] | None = None  # shows the unanswered offer again
        self._covering = False  # whether the message covers the offer
        line.acted.connect(self._act)
        self._timer = QTimer(self, singleShot=True, interval=_NOTICE)
        self._timer.timeout.connect(self._end_notice)
        self._read = QElapsedTimer()  # since a lasting notice is shown; else invalid
        self._ends = Listening()
        self.hide()

    def follow(self, edited: SignalInstance, begun: SignalInstance) -> None:
        """Hide all messages when ``edited`` is emitted, and notices when ``begun`` is; see `go_on`."""
        self._ends.add(edited, self.relent)
        self._ends.add(begun, self.go_on)

    def tell(
        self,
        words: str,
        button: str = "",
        action: Callable[[], object] | None = None,
        *,
        other: Answer | None = None,
        stays: bool = False,
    ) -> None:
        """Show a notice. With a button it stays twice as long; with ``stays`` it stays until the next step.

        After twice the time of a notice, any action ends one that stays.
        """
        self.dismiss()
        self._ends.turn(on=True)
        if other is None and self._line.has_room(f"{words} {button}"):
            self._action, self._noticed = action, words
            self._line.show_notice(words, button if action else "")
            _announce(self._line, words)
        else:
            self._show(MessageKind.NOTICE, words, button, action, other)
        self._covering = not stays
        if not stays:
            self._timer.start(_NOTICE * 2 if action else _NOTICE)
            return
        self._read.start()
        if action is not None:
            self._standing = partial(self.tell, words, button, action, other=other, stays=True)

    @Slot(str, str, object)
    def propose(self, words: str, button: str, action: Callable[[], object]) -> None:
        """Show a notice with a button; it stays until the next step."""
        self.tell(words, button, action, stays=True)

    @Slot(str)
    def notice(self, words: str) -> None:
        """Show a notice without a button; it stays until the next step."""
        self.tell(words, stays=True)

    def fail(self, error: AnnotatorError, button: str = "", action: Callable[[], object] | None = None) -> None:
        """Show a failure; it stays until it is dismissed or replaced."""
        self.withdraw()
        self._show(MessageKind.FAILURE, sentence(error), button, action)

    def offer(self, words: str, answer: Answer | None = None, other: Answer | None = None) -> None:
        """Show a problem that needs a decision; it comes back after a notice that covers it.

        Args:
            words: The problem, in the window's language.
            answer: The best answer; its button stands last.
            other: Another answer.
        """
        self.dismiss()
        button, action = answer or ("", None)
        self._show(MessageKind.FAILURE, words, button, action, other)
        self._standing = partial(self.offer, words, answer, other)

    @property
    def words(self) -> str:
        """The text of the message on screen."""
        return self._noticed if self.isHidden() else self._words.text()

    @Slot()
    def dismiss(self) -> None:
        """Hide the message. An unanswered offer comes back after the next notice."""
        self._timer.stop()
        self._read.invalidate()
        self._action = self._other_action = None
        self._noticed = ""
        self._covering = False
        self._line.clear_notice()
        if any(button.hasFocus() for button in (self._other, self._button, self._close)):
            self.left.emit()
        self.hide()
        self._ends.turn(on=self._standing is not None)

    @Slot()
    def withdraw(self) -> None:
        """Hide the message and drop the unanswered offer."""
        self.forget_offer()
        self.dismiss()

    def forget_offer(self) -> None:
        """Drop the unanswered offer, because its reason no longer holds."""
        self._standing = None
        self._ends.turn(on=bool(self.words))

    @Slot()
    def go_on(self) -> None:
        """Hide a notice because the user has done something else since, unless it has a button beside the hints."""
        if self._timer.isActive() and (self._action is None or not self.isHidden()):
            self._end_notice()
        elif self._read.isValid() and self._read.hasExpired(2 * _NOTICE):
            self.withdraw()

    @Slot()
    def relent(self) -> None:
        """Hide every message after an edit: the program works again, and a button would now undo another step."""
        if self.words or self._standing is not None:
            self.withdraw()

    def _show(
        self,
        kind: MessageKind,
        words: str,
        button: str,
        action: Callable[[], object] | None,
        other: Answer | None = None,
    ) -> None:
        self._ends.turn(on=True)
        self._action = action
        self._words.setText(words)
        self._button.setText(button)
        self._button.setVisible(action is not None)
        other_button, self._other_action = other or ("", None)
        self._other.setText(other_button)
        self._other.setVisible(other is not None)
        self.setProperty("kind", str(kind))
        self.setAccessibleDescription(words)
        self.style().unpolish(self)
        self.style().polish(self)
        self.style().polish(self._words)
        self.show()

    @Slot()
    def _end_notice(self) -> None:
        """Hide the notice, and show the offer that it covered, if there is one."""
        if self._standing is None:
            self.dismiss()
        else:
            self._standing()

    @Slot()
    def _act(self) -> None:
        action = self._action
        if not self._covering:
            self._standing = None
        self.dismiss()
        if action is not None:
            action()

    @Slot()
    def _give_other_answer(self) -> None:
        action = self._other_action
        self.withdraw()
        if action is not None:
            action()
