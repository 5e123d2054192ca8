"""A note in the panel of suggestions: other people already decided some of this article's suggestions."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.base import i18n
from ui.base.look.plain_text import plain
from ui.base.widgets.inputs import fill
from ui.bridge.opened import Opened


class ByOthers(QWidget):
    """A note for an article without suggestions left, of which this annotator has decided none.

    A suggestion is decided once in a project, so it is not offered to a second person.
    """

    def __init__(self) -> None:
        super().__init__()
        self._words = plain("", "muted", wraps=True, name="suggestionsByOthers")
        fill(QVBoxLayout(self), self._words, margins=0)
        self.hide()

    def explain(self, opened: Opened | None) -> str:
        """Return the text of the note, "" if others decided nothing; show the note unless suggestions are left."""
        count = opened.by_others if opened is not None and not opened.decided else 0
        one = self.tr("Somebody else decided one suggestion here.")
        more = self.tr("Others decided {count} suggestions here.").format(count=i18n.number(count))
        remedy = self.tr("With Project → Write Packages, each person gets all suggestions.")
        words = f"{one if count == 1 else more} {remedy}" if count else ""
        self._words.setText(words)
        self.setVisible(bool(words) and opened is not None and not opened.suggestions)
        return words
