"""The window's colours, light and dark: a palette and a small style sheet on top of Qt's style Fusion."""

from string import Template
from typing import NamedTuple

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication

from annotator.model.schema import Schema
from annotator.system.resources import resource_path
from ui.base.look import look as looks
from ui.base.look.look import SANS, Look, Theme
from ui.base.look.sizes import HEADLINE, SMALL, TEXT


class Tones(NamedTuple):
    """The colours of one theme, by name."""

    dark: bool
    ground: str
    panel: str
    paper: str
    ink: str
    muted: str
    line: str
    faint: str
    grip: str
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
    faint="#8f8c86",
    grip="#c9c5bd",
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
    faint="#6d737f",
    grip="#4b515d",
    accent="#7ea2ff",
    accent_ground="#263252",
    on_accent="#10131a",
    warning="#f5b083",
    warning_ground="#3a2a20",
)


class Themes(QObject):
    """The application's theme: the one the user chose, or the system's."""

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
        """Apply the style sheet; call this once the window is complete.

        With a sheet applied, Qt restyles a widget and its children each time that the widget gets a new parent. That
        takes a third of the time until the window's first paint.
        """
        if not self._dressed:
            self._dressed = True
            self._application.setStyleSheet(sheet(self.tones))

    def choose(self, wanted: Theme) -> None:
        """Switch to a theme."""
        self._wanted = wanted
        self._update()

    def look(self, schema: Schema | None) -> Look:
        """Return the article's look in this theme, with the label colours of a schema, or without any."""
        make = looks.dark if self.tones.dark else looks.light
        return make({} if schema is None else looks.label_colours(schema, dark=self.tones.dark))

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
        (role.Shadow, tones.faint),
        (role.Accent, tones.accent),
    ):
        made.setColor(name, QColor(colour))
    for name in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, name, QColor(tones.muted))
    return made


def sheet(tones: Tones) -> str:
    """Build the style sheet of a theme."""
    style = Template(resource_path("style.qss").read_text("utf-8"))
    icons = resource_path("icons").as_posix()
    sizes = {"small": SMALL, "headline": HEADLINE}
    return style.substitute(tones._asdict(), **sizes, icons=icons, scheme="dark" if tones.dark else "light")


def _font() -> QFont:
    font = QFont()
    font.setFamilies(list(SANS))
    font.setPixelSize(TEXT)
    return font
