"""The slots of the View menu: zoom, clean reading, theme, language."""

from PySide6.QtCore import QObject, Signal

from ui.article.view import ArticleView
from ui.look.theme import Themes
from ui.session import Session
from ui.settings import Settings, Theme

_STEP = 1.1


class Appearance(QObject):
    """Changes how the window looks, and remembers it."""

    suggestions_hidden = Signal(bool)
    language_chosen = Signal(str)

    def __init__(
        self, session: Session, settings: Settings, themes: Themes, view: ArticleView, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._settings = settings
        self._themes = themes
        self._view = view
        self.hidden = False
        view.set_zoom(settings.zoom)
        view.zoom_changed.connect(self._on_zoom)
        themes.changed.connect(self.show_look)
        session.project_opened.connect(self.show_look)

    def show_look(self) -> None:
        """Give the article the colours of theme and schema."""
        project = self._session.project
        if project is not None:
            self._view.set_look(self._themes.look(project.schema))

    def zoom_in(self) -> None:
        """Larger."""
        self._view.set_zoom(self._view.display.zoom * _STEP)

    def zoom_out(self) -> None:
        """Smaller."""
        self._view.set_zoom(self._view.display.zoom / _STEP)

    def zoom_reset(self) -> None:
        """The size it has by itself."""
        self._view.set_zoom(1.0)

    def set_clean(self, clean: bool) -> None:  # noqa: FBT001 - the slot of a checkable action
        """Show neither names of labels nor suggestions."""
        self._view.set_clean(clean)

    def hide_suggestions(self, hidden: bool) -> None:  # noqa: FBT001 - the slot of a checkable action
        """Hide suggestions, or show them."""
        self.hidden = hidden
        self.suggestions_hidden.emit(hidden)

    def choose_theme(self, theme: str) -> None:
        """Light, dark, or as the system has it."""
        self._settings.theme = Theme(theme)
        self._themes.choose(Theme(theme))

    def choose_language(self, language: str) -> None:
        """Speak another language."""
        if language != self._settings.language:
            self._settings.language = language
            self.language_chosen.emit(language)

    def _on_zoom(self, zoom: float) -> None:
        self._settings.zoom = zoom
