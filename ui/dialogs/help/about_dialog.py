"""The About dialog: version, folders, and the licences of all included software."""

import platform
from pathlib import Path

from PySide6.QtCore import Qt, qVersion
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QComboBox, QDialog, QPlainTextEdit, QVBoxLayout, QWidget

from annotator import __version__
from annotator.system.resources import resource_path
from ui.base.log_dialog import resize_within_screen
from ui.base.look.plain_text import plain
from ui.base.widgets.dialog_parts import CLOSE, button_box
from ui.base.widgets.inputs import fill, named


class AboutDialog(QDialog):
    """The About dialog. It shows facts about the program as plain text that can be copied."""

    def __init__(self, folders: dict[str, str], parent: QWidget | None = None) -> None:
        """Build the dialog; ``folders`` maps a folder's name to its path."""
        super().__init__(parent)
        self.setObjectName("aboutDialog")
        self.setWindowTitle(self.tr("About Spanwright"))
        title = plain(self.tr("Spanwright {version}").format(version=__version__), "title")
        lines = [
            self.tr("Label names and claims in news articles. Everything stays on this computer."),
            self.tr("Python {python}, Qt {qt}, {system}").format(
                python=platform.python_version(), qt=qVersion(), system=platform.platform(terse=True)
            ),
            *(f"{name}: {folder}" for name, folder in folders.items()),
        ]
        facts = plain("\n".join(lines), "muted", name="aboutFacts", wraps=True)
        facts.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.papers = named(QComboBox(), "aboutPapers", self.tr("Licence"))
        self.words = named(QPlainTextEdit(), "aboutWords", self.tr("Text of the licence"))
        self.words.setReadOnly(True)
        self.words.setTabChangesFocus(True)
        self.words.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self._paths = _papers()
        self.papers.addItems([path.name for path in self._paths])
        self.papers.currentIndexChanged.connect(self._show)
        buttons = button_box(self, CLOSE)
        fill(QVBoxLayout(self), title, facts, self.papers, (self.words, 1), buttons, margins=16, spacing=12)
        resize_within_screen(self, 720, 640)
        self._show(self.papers.currentIndex())

    def _show(self, index: int) -> None:
        if 0 <= index < len(self._paths):
            self.words.setPlainText(self._paths[index].read_text("utf-8", errors="replace"))


def _papers() -> list[Path]:
    own = [resource_path().parent / name for name in ("LICENSE", "THIRD_PARTY.md")]
    return [path for path in (*own, *sorted(resource_path("licences").glob("*"))) if path.is_file()]
