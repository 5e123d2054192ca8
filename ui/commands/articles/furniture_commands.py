"""Page furniture: excluding paragraphs that belong to the page, such as captions and links to other articles."""

from PySide6.QtCore import QObject

from annotator.model.values import Part
from ui.article.view import ArticleView
from ui.bridge.session import Session


class Furniture(QObject):
    """Excludes paragraphs of the open article; each command is one undo step."""

    def __init__(self, session: Session, view: ArticleView, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._view = view

    def exclude_paragraph(self) -> None:
        """Exclude the paragraphs of the selection or caret, or include them again."""
        opened = self._session.opened
        if opened is None:
            return
        start, end = self._view.selection()
        chosen = paragraphs_of(opened.document.text, start, end)
        excluded = opened.document.excluded
        inside = [part for part in excluded if any(part[0] < e and s < part[1] for s, e in chosen)]
        kept = [part for part in excluded if part not in inside]
        self._session.exclude(tuple(sorted(kept if inside else [*kept, *chosen])))
        self._view.clear_selection()

    def exclude_proposed(self) -> None:
        """Exclude all paragraphs that look like page furniture."""
        from annotator.project.furniture import proposed_furniture  # with the store: not before the window is painted

        opened = self._session.opened
        if opened is not None and (proposed := proposed_furniture(opened.document)):
            self._session.exclude(tuple(sorted({*opened.document.excluded, *proposed})))


def paragraphs_of(text: str, start: int, end: int) -> list[Part]:
    """Return the non-blank lines that a range (code points) touches."""
    found: list[Part] = []
    first = text.rfind("\n", 0, start) + 1
    while first <= end and first < len(text):
        stop = text.find("\n", first)
        last = stop if stop >= 0 else len(text)
        if text[first:last].strip():
            found.append((first, last))
        first = last + 1
    return found
