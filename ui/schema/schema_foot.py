"""The foot of the schema window: the effects of Apply, or its progress, and the buttons."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.base.i18n import number, translate
from ui.base.look.plain_text import plain, set_role
from ui.base.widgets.buttons import dialog_button
from ui.base.widgets.inputs import fill
from ui.jobs.job_line import JobLine

_LINES = 4


class SchemaFoot(QWidget):
    """A foot with a fixed height of four lines, so that nothing moves during editing."""

    apply_wanted = Signal()
    over_wanted = Signal()
    back_wanted = Signal()
    close_wanted = Signal()
    stop_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._message = ""
        self.words = plain(name="schemaOutlook", wraps=True)
        self.words.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.words.setMinimumHeight(self.fontMetrics().lineSpacing() * _LINES + 4)
        self.line = JobLine()
        self.line.hide()
        self.apply = dialog_button("schemaApply", self.tr("Apply"))
        self.apply.setProperty("role", "primary")
        self.apply.setShortcut(Qt.Modifier.CTRL | Qt.Key.Key_Return)
        self.over = dialog_button("schemaOver", self.tr("Start O&ver"))
        self.back = dialog_button("schemaBack", self.tr("&Undo Last Change"))
        self.close_button = dialog_button("schemaClose", self.tr("Close"))
        self.stop = dialog_button("schemaStop", self.tr("Stop"))
        self.stop.hide()
        for button, wanted in (
            (self.apply, self.apply_wanted),
            (self.over, self.over_wanted),
            (self.back, self.back_wanted),
            (self.close_button, self.close_wanted),
            (self.stop, self.stop_wanted),
        ):
            button.clicked.connect(wanted)
        buttons = fill(
            QHBoxLayout(), self.back, self.over, (self.line, 1), 1, self.stop, self.apply, self.close_button, spacing=8
        )
        fill(QVBoxLayout(self), self.words, buttons, margins=0, spacing=8)

    def be_low(self, *, low: bool) -> None:
        """Keep room for one line of text if the window is ``low``, else for four lines."""
        self.words.setMinimumHeight(self.fontMetrics().lineSpacing() * (1 if low else _LINES) + 4)

    def show_outlook(self, words: Sequence[str], wrong: Sequence[str], *, may_apply: bool) -> None:
        """Show the effects of Apply, or the draft's flaws if it has any."""
        self.apply.setEnabled(may_apply)
        self.over.setEnabled(bool(words))
        if words or wrong:
            self._message = ""
        if wrong:
            self.warn("\n".join(_cut(wrong)))
        elif words:
            self._show_text("\n".join(_cut(words)))
        elif self._message:
            self._show_text(self._message)
        else:
            self._show_text(
                self.tr("Nothing changes while you edit: Apply makes all changes as one step, after a backup."), "muted"
            )

    def show_back(self, *, may: bool) -> None:
        """Enable or disable the button that reverts the last change."""
        self.back.setEnabled(may)

    def tell(self, words: str) -> None:
        """Show a message until the next edit."""
        self._message = words
        self._show_text(words)

    def warn(self, words: str) -> None:
        self._show_text(words, "warning")

    def begin(self, words: str) -> None:
        """Show the progress bar and what is running."""
        self.line.begin(words)
        self._turn(working=True)

    def end(self) -> None:
        """Show the buttons again."""
        self._turn(working=False)

    def _turn(self, *, working: bool) -> None:
        self.line.setVisible(working)
        self.stop.setVisible(working)
        for button in (self.apply, self.over, self.back, self.close_button):
            button.setVisible(not working)

    def _show_text(self, words: str, role: str = "") -> None:
        self.words.setText(words)
        set_role(self.words, role)


def _cut(lines: Sequence[str]) -> list[str]:
    if len(lines) <= _LINES:
        return list(lines)
    more = translate("SchemaFoot", "… and {count} more").format(count=number(len(lines) - _LINES + 1))
    return [*lines[: _LINES - 1], more]
