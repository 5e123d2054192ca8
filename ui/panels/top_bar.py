"""The bar above the columns: project, annotator, search, state of the suggestions."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLabel, QLineEdit, QSizePolicy, QToolButton, QWidget

from annotator.model.values import State
from ui.base.i18n import number
from ui.base.look.painting import paint_focus
from ui.base.look.plain_text import plain, tooltip
from ui.base.window_keys import WindowKeys
from ui.bridge.session import Session
from ui.panels.decided import count_words, share_words

_SIZE = QSize(30, 28)
_WINDOW = QSize(16, 13)  # size of the drawn window
_COLUMN = 5


class ColumnSwitch(QAbstractButton):
    """Button drawn as a window with its left or right column, filled while the column is shown."""

    def __init__(self, name: str, *, right: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFixedSize(_SIZE)
        self._right = right
        self._action: QAction | None = None

    def follow(self, action: QAction) -> None:
        """Trigger a menu action, and mirror its name and state."""
        self._action = action
        self.clicked.connect(action.trigger)
        action.changed.connect(self._on_changed)
        self._on_changed()

    @Slot()
    def _on_changed(self) -> None:
        action = self._action
        if action is None:
            return
        self.setChecked(action.isChecked())
        self.setEnabled(action.isEnabled())
        name = action.text().replace("&", "")
        self.setAccessibleName(name)
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        self.setToolTip(tooltip(f"{name} ({keys})" if keys else name))

    def paintEvent(self, _event: QPaintEvent) -> None:
        colour = self.palette().color(
            QPalette.ColorRole.WindowText if self.underMouse() else QPalette.ColorRole.PlaceholderText
        )
        outer = QRectF(0, 0, _WINDOW.width(), _WINDOW.height())
        outer.moveCenter(QRectF(self.rect()).center())
        outer.moveTo(int(outer.left()) + 0.5, int(outer.top()) + 0.5)
        column = QRectF(outer)
        column.setWidth(_COLUMN)
        if self._right:
            column.moveRight(outer.right())
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(colour, 1))
            painter.drawRoundedRect(outer, 2.5, 2.5)
            if self.isChecked():
                painter.fillRect(column, colour)
            else:
                edge = column.left() if self._right else column.right()
                painter.drawLine(round(edge), round(outer.top()), round(edge), round(outer.bottom()))
            if self.hasFocus():
                paint_focus(painter, self.rect(), self.palette())


HEIGHT = 46


class SearchField(QLineEdit):
    """Search of titles while typing; Esc clears it and returns to the article, Return goes to the list."""

    left = Signal()
    given_up = Signal()
    text_wanted = Signal(str)  # search the full texts for these words

    def __init__(self) -> None:
        super().__init__()
        WindowKeys(self)
        self.setObjectName("searchBar")
        self.setAccessibleName(self.tr("Search"))
        self.setPlaceholderText(self.tr("Search articles by title"))
        self.setClearButtonEnabled(True)
        self.setMinimumWidth(120)
        self.setMaximumWidth(420)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def find_in_texts(self) -> None:
        """Request a full-text search for the typed words, or for the previous ones if the field has no focus."""
        self.text_wanted.emit(self.text().strip() if self.hasFocus() else "")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.clear()
            self.given_up.emit()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down}:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class TopBar(QWidget):
    """Facts about project and article; chips are buttons where they can change something."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("topBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(HEIGHT)
        self._session = session
        self.left_switch = ColumnSwitch("leftSwitch", right=False)
        self.right_switch = ColumnSwitch("rightSwitch", right=True)
        self._project = _label("projectName", "title")
        self.annotator = _chip("annotatorChip", self.tr("Annotator"))
        self._read_only = _label("readOnlyChip", "warning")
        self._read_only.setText(self.tr("read only"))
        self.search = SearchField()
        self._decided = _label("readShare", "muted")
        self._sentences = ""  # how many were read
        self.language = _chip("languageChip", self.tr("Language of the article"))
        self.sources = _chip("sourceChip", self.tr("Suggestions"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(10, 0, 10, 1)
        layout.setSpacing(12)
        for widget in (self.left_switch, self._project, self.annotator, self._read_only):
            layout.addWidget(widget)
        layout.addStretch(1)
        layout.addWidget(self.search, 3)
        layout.addStretch(1)
        for widget in (self._decided, self.language, self.sources, self.right_switch):
            layout.addWidget(widget)
        for signal in (session.project_opened, session.project_closed, session.document_opened):
            signal.connect(self.refresh)
        session.suggestions_changed.connect(self.refresh)
        session.settled.connect(self.refresh)
        session.tokens_arrived.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show the current project and article."""
        project, opened = self._session.project, self._session.opened
        for always in (self.annotator, self.search, self.sources):
            always.setVisible(project is not None)
        for with_article in (self._decided, self.language):
            with_article.setVisible(opened is not None)
        self._read_only.setVisible(project is not None and project.read_only)
        if project is None:
            return
        name = self.fontMetrics().elidedText(project.name, Qt.TextElideMode.ElideRight, 220)
        self._project.setText(name)
        self.annotator.setText(self.fontMetrics().elidedText(project.annotator, Qt.TextElideMode.ElideRight, 160))
        self.language.setText(opened.document.language.upper() if opened else "")
        if opened is not None:
            done = opened.state is not None and opened.state.state is State.DONE
            self._decided.setText(share_words(opened.decided, len(opened.suggestions), done=done))
            self._explain()

    def focus_search(self) -> None:
        """Focus the search field and select its text."""
        self.search.selectAll()
        self.search.setFocus()

    def show_read(self, read: int, sentences: int) -> None:
        """Show on hover how many sentences of the open article were read."""
        words = self.tr("{read} of {count} sentences read").format(read=number(read), count=number(sentences))
        self._sentences = words if sentences else ""
        self._explain()

    def _explain(self) -> None:
        opened = self._session.opened
        counts = count_words(opened.decided, len(opened.suggestions)) if opened is not None else ""
        words = "\n".join(filter(None, (counts, self._sentences)))
        self._decided.setAccessibleDescription(words)
        same = self.tr("The bars in the article list show the same share.")
        self._decided.setToolTip(tooltip(f"{words}\n\n{same}"))

    def show_sources(self, words: str, help_: str) -> None:
        """Show the state of the suggestions."""
        self.sources.setText(words)
        self.sources.setAccessibleDescription(help_)


def _label(name: str, role: str) -> QLabel:
    label = plain(role=role)
    label.setObjectName(name)
    return label


def _chip(name: str, accessible: str) -> QToolButton:
    chip = QToolButton()
    chip.setObjectName(name)
    chip.setAccessibleName(accessible)
    chip.setProperty("role", "chip")
    chip.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    chip.setIconSize(QSize(14, 14))
    return chip
