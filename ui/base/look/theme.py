"""The window's colours, light and dark: a palette and a small style sheet over Fusion."""

from typing import NamedTuple

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication

from annotator.model.schema import Schema
from annotator.system.resources import resource_path
from ui.base.look import look as looks
from ui.base.look.look import SANS, Look, Theme


class Tones(NamedTuple):
    """The colours of one theme, by name."""

    dark: bool
    ground: str
    panel: str
    paper: str
    ink: str
    muted: str
    line: str
    accent: str
    accent_ground: str
    on_accent: str
    warning: str
    warning_ground: str


LIGHT = Tones(
    dark=False,
    ground="#f6f5f2",
    panel="#fbfaf8",
    paper="#ffffff",
    ink="#1f2328",
    muted="#656a72",
    line="#e4e1db",
    accent="#2f5fd0",
    accent_ground="#e6ecfb",
    on_accent="#ffffff",
    warning="#9a3412",
    warning_ground="#fdeee2",
)
DARK = Tones(
    dark=True,
    ground="#17191d",
    panel="#1c1f24",
    paper="#202329",
    ink="#e4e6ea",
    muted="#9da3ae",
    line="#2e323a",
    accent="#7ea2ff",
    accent_ground="#263252",
    on_accent="#10131a",
    warning="#f5b083",
    warning_ground="#3a2a20",
)

_SHEET = """
QMainWindow, QDialog {{ background: {panel}; }}
QWidget#topBar, QWidget#statusBar, QWidget#leftPanel, QWidget#rightPanel {{ background: {panel}; }}
QWidget#topBar {{ border-bottom: 1px solid {line}; }}
QWidget#statusBar {{ border-top: 1px solid {line}; }}
QSplitter::handle {{ background: {line}; }}
QSplitter#shares::handle {{ background: transparent; }}
QMenuBar {{ background: {panel}; border-bottom: 1px solid {line}; padding: 1px 8px; }}
QMenuBar::item {{ padding: 4px 8px; border-radius: 6px; background: transparent; }}
QMenuBar::item:selected {{ background: {accent_ground}; color: {ink}; }}
QMenu {{ background: {paper}; border: 1px solid {line}; padding: 4px; menu-scrollable: 1; }}
QMenu::item {{ padding: 5px 24px 5px 12px; border-radius: 4px; }}
QMenu::item:selected {{ background: {accent_ground}; color: {ink}; }}
QMenu::item:disabled {{ color: {muted}; }}
QMenu::separator {{ height: 1px; background: {line}; margin: 4px 8px; }}
QToolTip {{ background: {paper}; color: {ink}; border: 1px solid {line}; padding: 4px 6px; }}
QLineEdit, QComboBox, QPlainTextEdit, QSpinBox, QDateEdit {{
    background: {paper}; color: {ink}; border: 1px solid {line}; border-radius: 6px; padding: 4px 8px;
    selection-background-color: {accent}; selection-color: {on_accent}; }}
QLineEdit:focus, QComboBox:focus, QPlainTextEdit:focus, QSpinBox:focus, QDateEdit:focus {{ border-color: {accent}; }}
QComboBox {{ padding-right: 24px; }}
QComboBox[role="narrow"] {{ padding: 4px 0 4px 6px; }}
QComboBox::drop-down, QSpinBox::up-button, QSpinBox::down-button {{ border: none; width: 20px; }}
QComboBox[role="narrow"]::drop-down {{ border: none; width: 18px; }}
QComboBox::down-arrow, QSpinBox::down-arrow {{ image: url("{icons}/down-{scheme}.png"); width: 12px; height: 12px; }}
QSpinBox::up-arrow {{ image: url("{icons}/up-{scheme}.png"); width: 12px; height: 12px; }}
QCheckBox {{ spacing: 8px; }}
QCheckBox::indicator, QAbstractItemView::indicator {{ width: 14px; height: 14px; border: 1px solid {muted};
    border-radius: 4px; background: {paper}; }}
QCheckBox::indicator:checked, QAbstractItemView::indicator:checked {{ background: {accent}; border-color: {accent};
    image: url("{icons}/check-{scheme}.png"); }}
QCheckBox::indicator:focus {{ border: 2px solid {accent}; width: 12px; height: 12px; }}
QCheckBox::indicator:checked:focus {{ border-color: {ink}; }}
QCheckBox:disabled {{ color: {muted}; }}
QCheckBox::indicator:disabled, QAbstractItemView::indicator:disabled {{ border-color: {muted}; background: {line}; }}
QCheckBox::indicator:checked:disabled {{ border-color: {muted}; background: {muted}; }}
QRadioButton {{ spacing: 8px; }}
QRadioButton::indicator {{ width: 14px; height: 14px; border: 1px solid {muted}; border-radius: 8px;
    background: {paper}; }}
QRadioButton::indicator:checked {{ width: 6px; height: 6px; border: 5px solid {accent}; background: {on_accent}; }}
QRadioButton::indicator:focus {{ border-color: {ink}; }}
QRadioButton:disabled {{ color: {muted}; }}
QComboBox QAbstractItemView {{ background: {paper}; border: 1px solid {line}; outline: none;
    selection-background-color: {accent_ground}; selection-color: {ink}; }}
QTableView, QTreeView, QListWidget {{ background: {paper}; border: 1px solid {line}; border-radius: 6px; outline: none;
    selection-background-color: {accent_ground}; selection-color: {ink}; }}
QTableView:focus, QTreeView:focus, QListWidget:focus {{ border-color: {accent}; }}
QTableView::item {{ padding: 2px 8px; border: none; border-bottom: 1px solid {line}; }}
QTableView::item:selected {{ background: {accent_ground}; color: {ink}; }}
QTreeView::item, QListWidget::item {{ padding: 3px 6px; }}
QTreeView::item:selected, QListWidget::item:selected {{ background: {accent_ground}; color: {ink}; }}
QTableView QTableCornerButton::section {{ background: {paper}; border: none; border-bottom: 1px solid {line}; }}
QHeaderView {{ background: {paper}; border: none; }}
QHeaderView::section {{ background: {paper}; color: {muted}; border: none; border-bottom: 1px solid {line};
    padding: 5px 11px; font-size: 12px; }}
QProgressBar {{ background: {line}; border: none; border-radius: 3px; max-height: 6px; }}
QProgressBar::chunk {{ background: {accent}; border-radius: 3px; }}
QDialogButtonBox {{ dialogbuttonbox-buttons-have-icons: 0; }}
QPushButton {{ background: {paper}; border: 1px solid {line}; border-radius: 6px; padding: 5px 14px; outline: none; }}
QPushButton:hover {{ background: {accent_ground}; }}
QPushButton:focus {{ border-color: {accent}; }}
QPushButton:default, QPushButton[role="primary"] {{ background: {accent}; color: {on_accent};
    border-color: {accent}; }}
QPushButton:default:focus, QPushButton[role="primary"]:focus {{ border-color: {ink}; }}
QPushButton:disabled {{ color: {muted}; background: {panel}; border-color: {line}; }}
QPushButton[role="chip"], QToolButton[role="chip"] {{ background: {paper}; border: 1px solid {line};
    border-radius: 6px; padding: 4px 10px; color: {muted}; }}
QPushButton[role="chip"]:hover, QToolButton[role="chip"]:hover {{ color: {ink}; }}
QPushButton[role="chip"]:focus, QToolButton[role="chip"]:focus {{ border-color: {accent}; }}
QToolButton[role="chip"]::menu-indicator {{ image: none; width: 0; }}
QPushButton[role="link"] {{ background: transparent; border: 1px solid transparent; color: {accent}; padding: 4px 6px;
    text-align: left; }}
QPushButton[role="link"]:hover {{ text-decoration: underline; }}
QPushButton[role="link"]:focus {{ border-color: {accent}; }}
QPushButton[role="offer"] {{ background: transparent; border: 1px dashed {muted}; padding: 4px 8px;
    text-align: left; }}
QPushButton[role="offer"]:hover {{ background: {accent_ground}; }}
QPushButton[role="offer"]:focus {{ border: 1px solid {accent}; }}
QPushButton[role="pointer"] {{ background: {paper}; color: {ink}; border: 1px solid {line}; border-radius: 4px;
    padding: 0 9px; font-size: 12px; }}
QPushButton[role="pointer"]:hover {{ background: {accent_ground}; }}
QPushButton[role="pointer"]:focus {{ border-color: {accent}; }}
QPushButton[role="link"]:disabled {{ color: {muted}; text-decoration: none; }}
QPushButton[role="tab"] {{ background: transparent; border: 1px solid transparent; border-radius: 6px;
    padding: 5px 9px; color: {muted}; }}
QPushButton[role="tab"]:checked {{ background: {accent_ground}; color: {accent}; }}
QPushButton[role="tab"]:focus {{ border-color: {accent}; }}
QPushButton[role="page"] {{ background: transparent; border: none; border-bottom: 2px solid {line}; border-radius: 0;
    padding: 7px 4px; color: {muted}; }}
QPushButton[role="page"]:hover {{ color: {ink}; }}
QPushButton[role="page"]:checked {{ border-bottom-color: {accent}; color: {ink}; }}
QPushButton[role="page"]:focus {{ color: {accent}; border-bottom-color: {accent}; }}
QLabel[role="notice"], QPushButton#noticeAction {{ font-size: 12px; }}
QLabel[role="muted"] {{ color: {muted}; font-size: 12px; }}
QLabel[role="title"] {{ font-weight: 600; }}
QLabel[role="headline"] {{ font-weight: 600; font-size: 25px; }}
QLabel[role="keycap"] {{ background: {paper}; color: {muted}; border: 1px solid {line}; border-bottom-width: 2px;
    border-radius: 4px; padding: 0 5px; font-size: 11px; }}
QLabel[role="warning"] {{ color: {warning}; }}
QLabel[role="legend.affirms"] {{ color: {accent}; }}
QLabel[role="legend.refutes"] {{ color: {warning}; }}
QLabel[role="legend.unclear"] {{ color: {muted}; }}
QFrame[role="card"], QWidget[role="card"] {{ background: {paper}; border: 1px solid {line}; border-radius: 9px; }}
QFrame[role="popup"] {{ background: {paper}; border: 1px solid {muted}; border-radius: 9px; }}
QListView[role="popup"] {{ background: {paper}; border: none; outline: none; }}
QScrollArea#cheatSheetPage, QScrollArea#cheatSheetPage > QWidget > QWidget {{ background: transparent; }}
QFrame#messageBar {{ background: {accent_ground}; border-top: 1px solid {line}; }}
QFrame#messageBar[kind="failure"] {{ background: {warning_ground}; }}
QFrame#messageBar[kind="failure"] QLabel {{ color: {warning}; }}
QTableView#articleList {{ background: {panel}; border: none; }}
QTableView#articleList:focus {{ outline: none; }}
QTableView#suggestionList, QTableView[role="left"] {{ border: none; }}
QTableView[role="left"] {{ background: {panel}; border-radius: 0; }}
QTableView#articleList, QTableView#suggestionList {{ selection-background-color: transparent; }}
QTableView#articleList::item, QTableView#suggestionList::item, QTableView#articleList::item:selected,
    QTableView#suggestionList::item:selected {{ background: transparent; border: none; padding: 0; }}
QFrame#occurrenceDrawer {{ background: {panel}; border-top: 1px solid {line}; }}
QTableView#hitList, QTableView#placeList {{ background: {paper}; border: none; border-top: 1px solid {line};
    border-bottom: 1px solid {line}; border-radius: 0; outline: none; }}
QTableView#consistencyList {{ border-left: none; border-right: none; border-radius: 0; }}
QScrollBar:vertical {{ background: transparent; width: 12px; margin: 0; }}
QScrollBar::handle:vertical {{ background: {line}; border-radius: 4px; min-height: 32px; margin: 2px; }}
QScrollBar:horizontal {{ background: transparent; height: 12px; margin: 0; }}
QScrollBar::handle:horizontal {{ background: {line}; border-radius: 4px; min-width: 32px; margin: 2px; }}
QScrollBar::handle:vertical:hover, QScrollBar::handle:horizontal:hover {{ background: {muted}; }}
QScrollBar::handle:vertical:disabled, QScrollBar::handle:horizontal:disabled {{ background: transparent; }}
QAbstractScrollArea::corner {{ background: transparent; }}
QScrollBar::add-line, QScrollBar::sub-line {{ height: 0; width: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
"""


class Themes(QObject):
    """The application's theme: as chosen, or as the system has it."""

    changed = Signal()

    def __init__(self, application: QApplication, wanted: Theme) -> None:
        super().__init__(application)
        self._application = application
        self._wanted = wanted
        self._dressed = False
        self.tones = LIGHT
        application.setStyle("Fusion")
        application.setFont(_font())
        application.styleHints().colorSchemeChanged.connect(self._update)
        self._apply()

    @property
    def wanted(self) -> Theme:
        """The chosen theme."""
        return self._wanted

    def dress(self) -> None:
        """Apply the style sheet. Call it when the window is complete.

        With a sheet applied, Qt restyles a widget and its children each time that it gets a new parent: a third of
        the time
        until the window's first paint.
        """
        if not self._dressed:
            self._dressed = True
            self._application.setStyleSheet(sheet(self.tones))

    def choose(self, wanted: Theme) -> None:
        """Switch to a theme."""
        self._wanted = wanted
        self._update()

    def look(self, schema: Schema) -> Look:
        """Return an article's look with the label colours of a schema."""
        make = looks.dark if self.tones.dark else looks.light
        return make(looks.label_colours(schema, dark=self.tones.dark))

    def _update(self) -> None:
        before = self.tones
        self._apply()
        if self.tones != before:
            self.changed.emit()

    def _apply(self) -> None:
        system_dark = self._application.styleHints().colorScheme() == Qt.ColorScheme.Dark
        dark = system_dark if self._wanted is Theme.SYSTEM else self._wanted is Theme.DARK
        self.tones = DARK if dark else LIGHT
        self._application.setPalette(palette(self.tones))
        if self._dressed:
            self._application.setStyleSheet(sheet(self.tones))


def palette(tones: Tones) -> QPalette:
    """Build the palette of a theme."""
    made = QPalette()
    role = QPalette.ColorRole
    for name, colour in (
        (role.Window, tones.panel),
        (role.WindowText, tones.ink),
        (role.Base, tones.paper),
        (role.AlternateBase, tones.ground),
        (role.Text, tones.ink),
        (role.Button, tones.paper),
        (role.ButtonText, tones.ink),
        (role.BrightText, tones.warning),
        (role.ToolTipBase, tones.paper),
        (role.ToolTipText, tones.ink),
        (role.PlaceholderText, tones.muted),
        (role.Highlight, tones.accent),
        (role.HighlightedText, tones.on_accent),
        (role.Link, tones.accent),
        (role.Mid, tones.line),
        (role.Light, tones.panel),
        (role.Midlight, tones.ground),
        (role.Dark, tones.muted),
        (role.Shadow, tones.line),
        (role.Accent, tones.accent),
    ):
        made.setColor(name, QColor(colour))
    for name in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, name, QColor(tones.muted))
    return made


def sheet(tones: Tones) -> str:
    """Build the style sheet of a theme."""
    icons = resource_path("icons").as_posix()
    return _SHEET.format(icons=icons, scheme="dark" if tones.dark else "light", **tones._asdict())


def _font() -> QFont:
    font = QFont()
    font.setFamilies(list(SANS))
    font.setPixelSize(13)
    return font
