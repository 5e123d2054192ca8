"""A chapter of the manual as rich text: Markdown in the window's colours, pictures only from its folder."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QSize, Qt, QUrl, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QFont,
    QImage,
    QImageReader,
    QPalette,
    QResizeEvent,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFrameFormat,
    QTextTable,
)
from PySide6.QtWidgets import QTextBrowser, QTextEdit, QWidget

from ui.base.look.look import is_dark
from ui.base.look.plain_text import sized
from ui.manual.finding import places

DARK = "dark"  # the folder of the pictures of the dark theme, beside the others
_COLUMN = 680  # width of text and pictures in pixels
_MARGIN = 28
_SIZES = {1: 24, 2: 17, 3: 14}
_BODY = 14
_SHARP = 2  # picture pixels for one pixel of the layout


class ManualText(QTextBrowser):
    """Shows one chapter. Links lead to other chapters; no link opens a browser."""

    chapter_wanted = Signal(str)  # the chapter's file name

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folder = Path()
        self._text = self._typed = ""
        self._images: dict[str, QImage] = {}
        self._scaled: dict[str, tuple[QSize, QImage]] = {}  # as last shown, with the size asked for
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)  # else Qt lays chapters out twice
        self.anchorClicked.connect(self._on_link)

    def show_text(self, text: str, folder: Path) -> None:
        """Show Markdown text; its pictures are in ``folder``."""
        self._text, self._folder = text, folder.resolve()
        self._images.clear()
        self._scaled.clear()
        self._render()
        self.show_words("")

    def headings(self) -> list[int]:
        """Return the position of each heading in the document."""
        block, found = self.document().begin(), []
        while block.isValid():
            if block.blockFormat().headingLevel():
                found.append(block.position())
            block = block.next()
        return found

    def go_to_section(self, number: int) -> None:
        """Scroll to the heading with this number, from 0."""
        headings = self.headings()
        if number == 0 or number >= len(headings):
            self.verticalScrollBar().setValue(0)
            return
        self._scroll_to(headings[number], _MARGIN // 2)

    def show_words(self, typed: str, section: int | None = None) -> None:
        """Highlight the words that match ``typed``; with a section, scroll to the first match in it."""
        self._typed = typed
        found = places(self.document().toPlainText(), typed) if typed else ()
        self.setExtraSelections([self._set_off(start, end) for start, end in found])
        if section is not None:
            headings = [*self.headings(), self.document().characterCount()]
            self.go_to_section(section)
            here = [start for start, _ in found if headings[section] <= start < headings[section + 1]]
            if here and not self._is_visible(here[0]):
                self._scroll_to(here[0], self.viewport().height() // 3)

    def loadResource(self, _kind: int, name: QUrl | str) -> QImage | None:
        path = self._path(name.toString() if isinstance(name, QUrl) else name)
        if self._folder not in path.parents or not path.is_file():
            return None
        image = self._image(path)
        size = self._size_of(image.size()) * self.devicePixelRatioF()
        if size == image.size():
            return image
        if self._scaled.get(str(path), (QSize(), image))[0] != size:
            smooth = Qt.TransformationMode.SmoothTransformation
            self._scaled[str(path)] = size, image.scaled(size, Qt.AspectRatioMode.KeepAspectRatio, smooth)
        return self._scaled[str(path)][1]

    def resizeEvent(self, event: QResizeEvent) -> None:
        beside = max(_MARGIN, (self.width() - _COLUMN) // 2)
        if beside != self.viewportMargins().left():
            self.setViewportMargins(beside, 0, _MARGIN, 0)
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width() and self._text:
            self._fit_pictures(self.document())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._text:
            place = self.verticalScrollBar().value()
            self._render()
            self.show_words(self._typed)
            self.verticalScrollBar().setValue(place)

    # Inside

    @Slot(QUrl)
    def _on_link(self, address: QUrl) -> None:
        name = address.path()
        if address.isRelative() and name.endswith(".md"):
            self.chapter_wanted.emit(name)

    def _render(self) -> None:
        document = QTextDocument(self)  # laid out once, when the widget takes it
        document.setUndoRedoEnabled(False)
        document.setDefaultFont(sized(self.font(), _BODY))
        document.setDocumentMargin(0)
        document.setMarkdown(self._text)
        _dress(document, self.palette())
        self._fit_pictures(document)
        self.setExtraSelections([])
        before = self.document()
        if before.parent() is self:  # otherwise Qt deletes it
            before.deleteLater()
        self.setDocument(document)
        document.documentLayout().documentSizeChanged.emit(document.size())  # Qt estimates it at first

    def _fit_pictures(self, document: QTextDocument) -> None:
        """Set the size at which pictures look sharp, but no wider than the column. Qt loads them to paint them."""
        cursor = QTextCursor(document)
        for position in _pictures(document):
            cursor.setPosition(position)
            cursor.movePosition(QTextCursor.MoveOperation.NextCharacter, QTextCursor.MoveMode.KeepAnchor)
            format_ = cursor.charFormat().toImageFormat()
            path = str(self._path(format_.name()))
            size = self._size_of(QImageReader(path).size())
            if format_.width() != size.width():
                if path in self._scaled:  # painted in another size before
                    document.addResource(
                        QTextDocument.ResourceType.ImageResource.value,
                        QUrl(format_.name()),
                        self.loadResource(0, format_.name()),
                    )
                format_.setWidth(size.width())
                format_.setHeight(size.height())
                cursor.setCharFormat(format_)

    def _path(self, name: str) -> Path:
        """Return the path of a picture; in a dark theme that of the same name in the folder ``dark`` if it is there."""
        path = (self._folder / name).resolve()
        dark = self._folder / DARK / path.name
        return dark if is_dark(self.palette()) and self._folder in path.parents and dark.is_file() else path

    def _image(self, path: Path) -> QImage:
        if str(path) not in self._images:
            self._images[str(path)] = QImage(str(path))
        return self._images[str(path)]

    def _size_of(self, image: QSize) -> QSize:
        """Return the size in the layout of a picture with this size in pixels."""
        width = max(1, min(image.width() // _SHARP, _COLUMN, self.viewport().width()))
        return QSize(width, round(image.height() * width / max(1, image.width())))

    def _set_off(self, start: int, end: int) -> QTextEdit.ExtraSelection:
        made = QTextEdit.ExtraSelection()
        made.cursor = QTextCursor(self.document())
        made.cursor.setPosition(start)
        made.cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        made.format.setBackground(_blend(self.palette(), 0.28))
        return made

    def _is_visible(self, position: int) -> bool:
        cursor = QTextCursor(self.document())
        cursor.setPosition(position)
        return self.viewport().rect().contains(self.cursorRect(cursor))

    def _scroll_to(self, position: int, above: int) -> None:
        cursor = QTextCursor(self.document())
        cursor.setPosition(position)
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + self.cursorRect(cursor).top() - above)


def _pictures(document: QTextDocument) -> Sequence[int]:
    return [at for at, character in enumerate(document.toPlainText()) if character == "\ufffc"]


def _blend(palette: QPalette, share: float) -> QColor:
    """Return the background colour mixed with a share (0 to 1) of the accent colour."""
    ground, accent = palette.color(QPalette.ColorRole.Base), palette.color(QPalette.ColorRole.Accent)
    pairs = ((ground.red(), accent.red()), (ground.green(), accent.green()), (ground.blue(), accent.blue()))
    mixed = (round(one + (other - one) * share) for one, other in pairs)
    return QColor(*mixed)


def _dress(document: QTextDocument, palette: QPalette) -> None:
    """Set font sizes, margins and colours, as Qt's defaults for Markdown do not fit the window."""
    frame = document.rootFrame().frameFormat()
    frame.setTopMargin(_MARGIN)
    frame.setBottomMargin(2 * _MARGIN)
    document.rootFrame().setFrameFormat(frame)
    block = document.begin()
    while block.isValid():
        _dress_block(QTextCursor(block), palette)
        block = block.next()
    for child in document.rootFrame().childFrames():
        if isinstance(child, QTextTable):
            _dress_table(child, palette)


def _dress_block(cursor: QTextCursor, palette: QPalette) -> None:
    block = cursor.block()
    level = block.blockFormat().headingLevel()
    format_ = QTextBlockFormat()
    packed = level or cursor.currentTable() is not None or "\ufffc" in block.text()
    format_.setLineHeight(100 if packed else 140, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    if level:
        format_.setTopMargin(0 if level == 1 else 26)
        format_.setBottomMargin(10 if level == 1 else 6)
    elif cursor.currentTable() is None:
        format_.setTopMargin(0)
        format_.setBottomMargin(4 if _is_in_list(block) and _is_in_list(block.next()) else 12)
    cursor.mergeBlockFormat(format_)
    if block.blockFormat().hasProperty(QTextFormat.Property.BlockCodeFence.value):
        return  # code blocks keep their own typeface
    for each in block.textFormats():
        letters = _letters(each.format, level, cursor.document().defaultFont(), palette)
        if letters is not None:
            cursor.setPosition(block.position() + each.start)
            cursor.setPosition(block.position() + each.start + each.length, QTextCursor.MoveMode.KeepAnchor)
            cursor.setCharFormat(letters)


def _is_in_list(block: QTextBlock) -> bool:
    found: object = block.textList()
    return found is not None


def _letters(written: QTextCharFormat, level: int, font: QFont, palette: QPalette) -> QTextCharFormat | None:
    """Return the format for a run of text in a heading, in bold or in Markdown's code (keys); None for plain text."""
    bold = written.fontWeight() > QFont.Weight.Normal
    if level or (bold and not written.isImageFormat()):
        made = QTextCharFormat()
        made.setFont(sized(font, _SIZES.get(level, _BODY), QFont.Weight.DemiBold))
        return made
    if written.fontFixedPitch():
        made = QTextCharFormat()
        made.setFont(sized(font, _BODY - 1))
        made.setBackground(_blend(palette, 0.1))
        return made
    return None


def _dress_table(table: QTextTable, palette: QPalette) -> None:
    format_ = table.format()
    format_.setCellPadding(6)
    format_.setCellSpacing(0)
    format_.setBorder(1)
    format_.setBorderBrush(palette.color(QPalette.ColorRole.Mid))
    format_.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    format_.setBorderCollapse(True)
    format_.setTopMargin(6)
    format_.setBottomMargin(14)
    table.setFormat(format_)
