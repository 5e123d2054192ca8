"""The bar above the columns: project, annotator, search, state of the suggestions."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QAction,
    QEnterEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLineEdit, QSizePolicy, QToolButton, QWidget

from annotator.model.values import GOLD, State
from ui.base.i18n import LANGUAGES, language_name, number
from ui.base.look.painting import paint_focus
from ui.base.look.plain_text import one_line, tooltip
from ui.base.rows.plain_table import ENTER
from ui.base.widgets.chips import CutLabel, fitting
from ui.base.widgets.inputs import clearable, fill, hinted, named
from ui.base.window_keys import WindowKeys
from ui.bridge.session import Session
from ui.panels.decided import count_words, share_in_short, share_words, team_words

_SIZE = QSize(30, 28)
_WINDOW = QSize(16, 13)  # size of the drawn window, in pixels
_COLUMN = 5


class ColumnSwitch(QAbstractButton):
    """A button that shows or hides a side column.

    Its icon is a small window, in which the column is filled while it is shown.
    """

    def __init__(self, name: str, *, right: bool) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFixedSize(_SIZE)
        self._right = right
        self._action: QAction | None = None

    def follow(self, action: QAction) -> None:
        """Trigger ``action`` when clicked, and show the action's name and state."""
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
_SIDE, _MIDDLE = 3, 2  # shares of the bar's width
_NAME = 80  # shown characters of a project's name
_LETTERS = 5  # characters that a chip shows at least
_SPARE = 2  # spare pixels, because elidedText counts fractions of a pixel


class SearchField(QLineEdit):
    """Searches titles as the user types. Return opens the first article found, Down goes to the list, Esc cancels."""

    left = Signal()
    entered = Signal()  # open the first article found
    given_up = Signal()
    text_wanted = Signal(str)  # search the full texts for these words

    def __init__(self) -> None:
        super().__init__()
        WindowKeys(self)
        named(self, "searchBar", self.tr("Search"))
        clearable(hinted(self, self.tr("Search articles by title")))
        self.setMinimumWidth(120)
        self.setMaximumWidth(420)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def find_in_texts(self) -> None:
        """Request a full-text search for the typed words; without the focus, for the words searched before."""
        self.text_wanted.emit(self.text().strip() if self.hasFocus() else "")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.clear()
            self.given_up.emit()
        elif event.key() in ENTER and self.text().strip():
            self.entered.emit()
        elif event.key() in ENTER or event.key() == Qt.Key.Key_Down:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class CutChip(QToolButton):
    """A button that shows a shorter text or elides it if there is no room; the tooltip then has the full text."""

    def __init__(self, name: str, accessible: str) -> None:
        super().__init__()
        self._words = self._help = ""
        self._shorter: Sequence[str] = ()
        named(self, name, accessible, role="chip")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setIconSize(QSize(14, 14))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.explain("")

    def text(self) -> str:
        """Return the full text, even if it is shown elided."""
        return self._words

    def setText(self, words: str, shorter: Sequence[str] = ()) -> None:
        """Set the text; the first of the ``shorter`` ones that fits is shown instead if there is no room."""
        if (words, shorter) != (self._words, self._shorter):
            self._words, self._shorter = words, shorter
            self._fit()
            self.updateGeometry()

    def explain(self, help_: str) -> None:
        """Set the part of the tooltip below the name."""
        self._help = help_
        self._fit()

    def sizeHint(self) -> QSize:
        return QSize(self._around() + self.fontMetrics().horizontalAdvance(self._words), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        least = self._around() + _LETTERS * self.fontMetrics().averageCharWidth()
        return QSize(min(least, self.sizeHint().width()), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _around(self) -> int:
        """Return the width around the text, in pixels."""
        return super().sizeHint().width() - self.fontMetrics().size(0, super().text()).width() + _SPARE

    def _fit(self) -> None:
        room = max(0, self.width() - self._around()) + _SPARE
        shown = fitting((self._words, *self._shorter), self.fontMetrics(), room)
        if shown != super().text():
            super().setText(shown)
        name = self.accessibleName()
        head = f"{name}: {self._words}" if shown != self._words else name
        self.setToolTip(tooltip("\n".join(filter(None, (head, self._help)))))


class TopBar(QWidget):
    """The bar at the top. It shows facts about project and article; chips that can change something are buttons."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setObjectName("topBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(HEIGHT)
        self._session = session
        self.left_switch = ColumnSwitch("leftSwitch", right=False)
        self.right_switch = ColumnSwitch("rightSwitch", right=True)
        self._project = named(CutLabel("title"), "projectName")
        self.annotator = CutChip("annotatorChip", self.tr("Annotator"))
        self._read_only = named(CutLabel("warning"), "readOnlyChip")
        self._read_only.setText(self.tr("read only"))
        self._package = named(CutLabel("muted"), "packageChip")
        self.search = SearchField()
        self._decided = _Share()
        self._decided.pointed_at.connect(self._explain_team)
        self._read = (-1, -1)  # sentences of the open article that were read, and all
        self._sentences = ""  # text for how many sentences were read
        self.language = CutChip("languageChip", self.tr("Language of the article"))
        self.sources = CutChip("sourceChip", self.tr("Suggestions"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(10, 0, 10, 1)
        layout.setSpacing(12)
        before = _Side(self.left_switch, self._project, self.annotator, self._package, self._read_only, 1)
        after = _Side(1, self._decided, self.language, self.sources, self.right_switch)
        layout.addWidget(before, _SIDE)
        layout.addWidget(self.search, _MIDDLE)
        layout.addWidget(after, _SIDE)
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
        packed = project.packed if project is not None else None
        self._package.setVisible(packed is not None)
        if project is None:
            return
        self._project.setText(project.name)
        self._project.setVisible(packed is None or project.name != project.annotator)  # a package is named after both
        self.annotator.setText(project.annotator)
        if packed is None:
            self.annotator.explain(self.tr("Click to work as somebody else"))
        else:
            self._package.setText(self.tr("package from {project}").format(project=one_line(packed.name, _NAME)))
            self.annotator.explain(self.tr("This package is for {annotator}").format(annotator=packed.annotator))
        self.show_language(opened.document.language if opened else "")
        if opened is not None:
            done = opened.state is not None and opened.state.state is State.DONE
            pending = 0 if opened.annotator == GOLD else len(opened.suggestions)  # gold has no suggestions
            counts = opened.decided, pending
            self._decided.setText(share_words(*counts, done=done), share_in_short(*counts, done=done))
            self._explain()

    @Slot()
    def _explain_team(self) -> None:
        """Show in a tooltip who reviewed and adjudicated the article; read only when the pointer is over the share."""
        project, opened = self._session.project, self._session.opened
        if project is not None and opened is not None:
            self._explain(team_words(project.read.talk.standing(opened.document.id)))

    def focus_search(self) -> None:
        """Focus the search field and select its text."""
        self.search.selectAll()
        self.search.setFocus()

    def show_read(self, read: int, sentences: int) -> None:
        """Show on hover how many sentences of the open article were read."""
        if (read, sentences) == self._read:
            return  # after most decisions; a translation alone takes a quarter of a millisecond
        self._read = read, sentences
        words = self.tr("{read} of {count} sentences read").format(read=number(read), count=number(sentences))
        self._sentences = words if sentences else ""
        self._explain()

    def _explain(self, team: Sequence[str] = ()) -> None:
        opened = self._session.opened
        is_own = opened is not None and opened.annotator != GOLD
        counts = count_words(opened.decided, len(opened.suggestions)) if opened is not None and is_own else ""
        words = "\n".join(filter(None, (counts, self._sentences, *team)))
        self._decided.setAccessibleDescription(words)
        same = self.tr("The bars in the article list show the same share.")
        self._decided.explain(f"{words}\n\n{same}")

    def show_language(self, language: str) -> None:
        """Show the language of the open article."""
        name = language_name(language)
        self.language.setText(language.upper() if language in LANGUAGES else name)
        self.language.setAccessibleDescription(name)
        self.language.explain(self.tr("{language}. Click to change it").format(language=name))

    def show_sources(self, words: str, model: str, shorter: Sequence[str] = ()) -> None:
        """Show the state of the suggestions, and on hover the model's own name and version, "" for none.

        The ``shorter`` words are for narrow windows.
        """
        self.sources.setText(words, shorter)
        self.sources.setAccessibleDescription(words)
        self.sources.explain("\n".join(filter(None, (model, self.tr("Click for the list of sources")))))


class _Share(CutLabel):
    """The label that shows which share of the open article's suggestions is decided."""

    pointed_at = Signal()

    def __init__(self) -> None:
        super().__init__("muted")
        self.setObjectName("readShare")

    def enterEvent(self, event: QEnterEvent) -> None:
        self.pointed_at.emit()
        super().enterEvent(event)


class _Side(QWidget):
    """The widgets on one side of the search field. Only the bar's width sets their width, so the field never moves."""

    def __init__(self, *parts: QWidget | int) -> None:
        super().__init__()
        layout = fill(QHBoxLayout(self), *parts, margins=0, spacing=12)
        layout.setSizeConstraint(QHBoxLayout.SizeConstraint.SetNoConstraint)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
