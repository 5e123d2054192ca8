"""The article for screen readers: its text and caret, paragraphs, spans and suggestions.

Text and caret are those of a read-only editor behind the view, filled only while a screen reader is active. Python
cannot implement the text interface itself: overriding ``interface_cast`` ends in a segmentation fault under a real
AT-SPI client (PySide6 6.8 to 6.11). Qt keeps every interface until the program ends, so each interface stands for a
position ("the third row of the fifth paragraph"), not for a row of one article.
"""

from collections.abc import Callable, Sequence
from functools import cache, cached_property
from typing import Any, NamedTuple

from PySide6.QtCore import QObject, QPoint, QRect, QSize, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAccessibleEvent,
    QAccessibleInterface,
    QTextCursor,
    QWindow,
)
from PySide6.QtWidgets import QAccessibleWidget, QPlainTextEdit, QWidget

from annotator.text.offsets import OffsetMap
from ui.article.canvas import ArticleCanvas
from ui.article.layout.blocks import BlockKind, for_qt
from ui.article.layout.captions import spoken
from ui.article.layout.row_index import Drawn
from ui.base.later import Later
from ui.base.widgets.inputs import named

Describe = Callable[[Drawn, str], str]


class Beside(NamedTuple):
    """Something drawn beside or over the article: its role, its spoken name and its rectangle in the viewport."""

    role: QAccessible.Role
    name: str
    rect: Callable[[], QRect]


def plain_words(row: Drawn, text: str) -> str:
    """Describe a row to a screen reader by the id of its label; see `spoken`."""
    return spoken(row, text, row.label)


class ArticleAccess(QObject):
    """Connects the view with a screen reader; does nothing while none is active."""

    def __init__(self, view: ArticleCanvas, describe: Describe) -> None:
        super().__init__(view)
        self._view = view
        self.describe = describe
        self.besides: list[Callable[[int], Sequence[Beside]]] = []  # takes the index of a block
        self._filled: str | None = None
        self._offsets = OffsetMap("")
        self.interface = AccessibleArticle(view, self)
        _install_factory()
        self._later = Later(self._update_editor, self)
        view.caret_moved.connect(self._later.ask)
        view.selection_changed.connect(self._later.ask)
        view.activated.connect(self.announce)

    @cached_property
    def editor(self) -> QPlainTextEdit:
        """The editor behind the view, created when a screen reader first needs it."""
        return _editor(self._view)

    def _update_editor(self) -> None:
        """Copy the article's text, caret and selection into the editor."""
        if not QAccessible.isActive():
            return
        document = self._view.page.document
        if self._filled != document.id:
            self._filled = document.id
            self._offsets = OffsetMap(document.text)
            self.editor.setGeometry(self._view.viewport().geometry())
            self.editor.setPlainText(for_qt(document.text))
        drawn = self._view.drawn
        cursor = QTextCursor(self.editor.document())
        cursor.setPosition(self._offsets.to_utf16(drawn.anchor))
        cursor.setPosition(self._offsets.to_utf16(drawn.position), QTextCursor.MoveMode.KeepAnchor)
        self.editor.setTextCursor(cursor)
        if self._view.hasFocus():
            QAccessible.updateAccessibility(QAccessibleEvent(self.editor, QAccessible.Event.Focus))

    def announce(self, row_id: str) -> None:
        """Let the screen reader announce the row that became active."""
        row = self._view.page.rows.get(row_id)
        if row is not None and QAccessible.isActive():
            words = self.describe(row, self._view.page.document.text)
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._view, words))


class AccessibleArticle(QAccessibleWidget):
    """Interface of the article. Its children are the editor with the text, then the paragraphs."""

    def __init__(self, view: ArticleCanvas, access: ArticleAccess) -> None:
        super().__init__(view, QAccessible.Role.Document, view.accessibleName())
        self.view = view
        self.access = access
        self._paragraphs: dict[int, AccessibleParagraph] = {}

    def childCount(self) -> int:
        return 1 + len(self.view.page.paragraphs)

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]  # the stubs forget None
        if index == 0:
            return QAccessible.queryAccessibleInterface(self.access.editor)
        if not 0 < index < self.childCount():
            return None
        return self._paragraphs.setdefault(index, AccessibleParagraph(self, index - 1))

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        if isinstance(child, AccessibleParagraph):
            return child.index + 1
        return 0 if child.object() is self.access.editor else -1


class _Place(QAccessibleInterface):
    """Base of paragraphs and rows. They are not QObjects.

    They are invalid if the open article has no such paragraph or row.
    """

    def object(self) -> QObject | None:  # type: ignore[override]
        return None

    def window(self) -> QWindow | None:  # type: ignore[override]
        return None

    def relations(self, _match: Any = None) -> list[Any]:
        return []

    def childAt(self, _x: int, _y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        return None

    def setText(self, kind: QAccessible.Text, text: str) -> None:
        """Ignore the text: nothing can be set from outside."""


class AccessibleParagraph(_Place):
    """Interface of the n-th paragraph. Its children are the rows that begin in it, then things drawn beside it."""

    def __init__(self, article: AccessibleArticle, index: int) -> None:
        super().__init__()
        self.article = article
        self.index = index
        self._children: dict[int, AccessibleChild] = {}

    def isValid(self) -> bool:
        return self.index < len(self.article.view.page.paragraphs)

    def parent(self) -> QAccessibleInterface:
        return self.article

    def rows(self) -> list[Drawn]:
        """Return the rows that begin in the paragraph."""
        if not self.isValid():
            return []
        page = self.article.view.page
        block = page.words.blocks[page.paragraphs[self.index]]
        return [row for row in page.rows.within(block.start, block.end) if row.start >= block.start]

    def besides(self) -> list[Beside]:
        """Return the things drawn beside or over the paragraph."""
        if not self.isValid():
            return []
        block = self.article.view.page.paragraphs[self.index]
        return [beside for of_block in self.article.access.besides for beside in of_block(block)]

    def childCount(self) -> int:
        return len(self.rows()) + len(self.besides())

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]  # the stubs forget None
        if not 0 <= index < self.childCount():
            return None
        return self._children.setdefault(index, AccessibleChild(self, index))

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return child.index if isinstance(child, AccessibleChild) else -1

    def text(self, kind: QAccessible.Text) -> str:
        if kind != QAccessible.Text.Name or not self.isValid():
            return ""
        page = self.article.view.page
        block = page.words.blocks[page.paragraphs[self.index]]
        return page.document.text[block.start : block.end]

    def rect(self) -> QRect:
        if not self.isValid():
            return QRect()
        view = self.article.view
        layout = view.page.layout
        index = view.page.paragraphs[self.index]
        top = layout.top(index)
        place = QPoint(layout.measures.left, top - view.scrolling.top)
        size = QSize(layout.measures.width, layout.top(index + 1) - top)
        return QRect(view.viewport().mapToGlobal(place), size)

    def role(self) -> QAccessible.Role:
        page = self.article.view.page
        headline = self.isValid() and page.words.blocks[page.paragraphs[self.index]].kind is BlockKind.HEADLINE
        return QAccessible.Role.Heading if headline else QAccessible.Role.Paragraph

    def state(self) -> QAccessible.State:
        return QAccessible.State()


class AccessibleChild(_Place):
    """Interface of the n-th child of a paragraph: a span, a suggestion, or a thing drawn beside the paragraph."""

    def __init__(self, paragraph: AccessibleParagraph, index: int) -> None:
        super().__init__()
        self.paragraph = paragraph
        self.index = index

    def row(self) -> Drawn | None:
        """Return the row that is now at this place, or None."""
        rows = self.paragraph.rows()
        return rows[self.index] if self.index < len(rows) else None

    def beside(self) -> Beside | None:
        """Return the thing beside the paragraph that is now at this place, or None; things come after rows."""
        besides, index = self.paragraph.besides(), self.index - len(self.paragraph.rows())
        return besides[index] if 0 <= index < len(besides) else None

    def isValid(self) -> bool:
        return self.row() is not None or self.beside() is not None

    def parent(self) -> QAccessibleInterface:
        return self.paragraph

    def childCount(self) -> int:
        return 0

    def child(self, _index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        return None

    def indexOfChild(self, _child: QAccessibleInterface) -> int:
        return -1

    def text(self, kind: QAccessible.Text) -> str:
        row, beside = self.row(), self.beside()
        if kind != QAccessible.Text.Name:
            return ""
        if row is None:
            return beside.name if beside is not None else ""
        article = self.paragraph.article
        return article.access.describe(row, article.view.page.document.text)

    def rect(self) -> QRect:
        row, beside = self.row(), self.beside()
        view = self.paragraph.article.view
        united = beside.rect() if row is None and beside is not None else QRect()
        for rect in view.span_rects(row.id) if row else ():
            united = united.united(rect)
        return QRect(view.viewport().mapToGlobal(united.topLeft()), united.size())

    def role(self) -> QAccessible.Role:
        beside = self.beside()
        return beside.role if self.row() is None and beside is not None else QAccessible.Role.StaticText

    def state(self) -> QAccessible.State:
        state = QAccessible.State()
        row = self.row()
        if row is not None and row.id == self.paragraph.article.view.active():
            state.selected = True
        return state


@cache
def _install_factory() -> None:
    QAccessible.installFactory(_interface_of)


def _interface_of(_name: str, subject: QObject | None) -> QAccessibleInterface | None:
    access = getattr(subject, "accessible", None)
    return access.interface if isinstance(access, ArticleAccess) else None


def _editor(view: QWidget) -> QPlainTextEdit:
    editor = named(QPlainTextEdit(view), "articleText")
    editor.setReadOnly(True)
    editor.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    editor.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    editor.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    editor.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    editor.setAccessibleName(view.accessibleName())
    editor.lower()
    editor.show()  # Qt shows no child made after its parent was shown
    return editor
