"""Slots of the View menu: zoom, reading font, visible labels, theme, language."""

from PySide6.QtCore import QObject, Signal, Slot

from annotator.suggest.tiers import SuggestionFilter
from ui.article.layout.row_index import ShownRows
from ui.article.view import ArticleView
from ui.base.look.look import Theme
from ui.base.look.reading_style import Face, Leading, Measure, ReadingStyle
from ui.base.look.theme import Themes
from ui.base.settings import Settings
from ui.bridge.session import Session

_STEP = 1.1


class Appearance(QObject):
    """Changes how the window looks, and saves the choices. Hidden layers and suggestions reappear at the next start."""

    layers_changed = Signal()  # `hidden_layers` changed
    patterns_changed = Signal(bool)
    language_chosen = Signal(str)
    told = Signal(str)

    def __init__(
        self, session: Session, settings: Settings, themes: Themes, view: ArticleView, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._settings = settings
        self._themes = themes
        self._view = view
        self._clean = self._suggestions_hidden = False
        self._wanted: SuggestionFilter | None = None
        self.hidden_layers: frozenset[str] = frozenset()
        self._reading = settings.reading
        view.set_zoom(settings.zoom)
        self._show_rows()
        view.zoom_changed.connect(self._on_zoom)
        themes.changed.connect(self.show_look)
        session.project_opened.connect(self._on_project)
        session.schema_changed.connect(self.show_look)

    @property
    def checked(self) -> list[str]:
        """The ids of the actions that are checked."""
        reading, settings = self._reading, self._settings
        found = [f"theme.{settings.theme}", f"language.{settings.language}"]
        found += [f"face.{reading.face}", f"leading.{reading.leading}", f"measure.{reading.measure}"]
        turned = {
            "view.names": reading.names,
            "view.cards": reading.cards,
            "view.worth": reading.worth,
            "view.patterns": reading.patterns,
        }
        return found + [id_ for id_, on in turned.items() if on]

    def show_look(self) -> None:
        """Apply the user's reading style, and the colours of theme and schema, to the article."""
        project = self._session.project
        if project is not None:
            self._view.set_look(self._reading.applied(self._themes.look(project.schema)))
            self.patterns_changed.emit(self._reading.patterns)

    def zoom_in(self) -> None:
        """Make the text larger."""
        self._view.set_zoom(self._view.display.zoom * _STEP)

    def zoom_out(self) -> None:
        """Make the text smaller."""
        self._view.set_zoom(self._view.display.zoom / _STEP)

    def zoom_reset(self) -> None:
        """Restore the default text size."""
        self._view.set_zoom(1.0)

    def choose_face(self, face: str) -> None:
        """Set the reading font: "serif", "sans" or "system"."""
        self._set(self._reading._replace(face=Face(face)))

    def choose_leading(self, leading: str) -> None:
        """Set the line height."""
        self._set(self._reading._replace(leading=Leading(leading)))

    def choose_measure(self, measure: str) -> None:
        """Set the line width."""
        self._set(self._reading._replace(measure=Measure(measure)))

    def use_patterns(self, patterns: bool) -> None:  # noqa: FBT001 - the slot of a checkable action
        """Show labels with a pattern besides their colour, or without."""
        self._set(self._reading._replace(patterns=patterns))

    def show_names(self, names: bool) -> None:  # noqa: FBT001 - the slot of a checkable action
        """Show or hide the names of labels above the text."""
        self._reading = self._settings.reading = self._reading._replace(names=names)
        self._show_rows()

    def show_cards(self, cards: bool) -> None:  # noqa: FBT001 - the slot of a checkable action
        """Show or hide a card for each claim beside the text; say so if there is no room for them."""
        had_room = _has_cards(self._view)
        self._reading = self._settings.reading = self._reading._replace(cards=cards)
        self._show_rows()
        if self._session.opened is None or self._clean:
            return
        if cards and not _has_cards(self._view):
            words = self.tr("No room for claim cards beside the text: hide a panel, widen the window or zoom out.")
            self.told.emit(words)
        elif not cards and not had_room:
            self.told.emit(self.tr("Claim cards are off now. There was no room for them beside the text."))

    def lacks_room(self, width: int) -> bool:
        """Return whether claim cards are wanted, but have room only if the article becomes so many pixels wider."""
        view, measured = self._view, self._view.page.layout.measures
        if _has_cards(view) or not view.display.shown.cards:
            return False
        return measured.in_view(view.viewport().width() + width, cards=True).cards is not None

    @property
    def hiding(self) -> str:
        """The id of the action that hides suggestions, "" if they are shown."""
        if self._clean:
            return "view.clean"
        return "view.hide_suggestions" if self._suggestions_hidden else ""

    def show_worth(self, worth: bool) -> None:  # noqa: FBT001 - the slot of a checkable action
        """Show or hide the marks at sentences worth checking."""
        self._reading = self._settings.reading = self._reading._replace(worth=worth)
        self._show_rows()

    def set_clean(self, clean: bool) -> None:  # noqa: FBT001 - the slot of a checkable action
        """Hide label names, suggestions and marks, or show them again."""
        self._clean = clean
        self._show_rows()

    def hide_suggestions(self, hidden: bool) -> None:  # noqa: FBT001 - the slot of a checkable action
        """Hide or show suggestions."""
        self._suggestions_hidden = hidden
        self._show_rows()

    @Slot(object)
    def filter_suggestions(self, wanted: SuggestionFilter) -> None:
        """Show only the suggestions that pass the filter of the suggestion list."""
        self._wanted = None if wanted.everything else wanted
        self._show_rows()

    def turn_layer(self, layer: str) -> None:
        """Hide the spans and suggestions of a layer, or show them again."""
        self.hidden_layers ^= {layer}
        self._show_rows()
        self.layers_changed.emit()

    def choose_theme(self, theme: str) -> None:
        """Set the theme: "light", "dark" or "system"."""
        self._settings.theme = Theme(theme)
        self._themes.choose(Theme(theme))

    def choose_language(self, language: str) -> None:
        """Request another interface language. `Application` replaces the window, then stores the language."""
        if language != self._settings.language:
            self.language_chosen.emit(language)

    def _set(self, reading: ReadingStyle) -> None:
        self._reading = self._settings.reading = reading
        self.show_look()

    def _show_rows(self) -> None:
        clean, reading = self._clean, self._reading
        self._view.set_shown(
            ShownRows(
                hidden=self.hidden_layers,
                suggestions=not (clean or self._suggestions_hidden),
                names=reading.names and not clean,
                cards=reading.cards and not clean,
                worth=reading.worth and not clean,
                wanted=self._wanted,
            )
        )

    def _on_project(self) -> None:
        self.show_look()
        if self.hidden_layers:  # they were layers of another schema
            self.hidden_layers = frozenset()
            self._show_rows()
        self.layers_changed.emit()

    def _on_zoom(self, zoom: float) -> None:
        self._settings.zoom = zoom


def _has_cards(view: ArticleView) -> bool:
    """Return whether there are cards, or room for them, beside the text."""
    return view.page.layout.measures.cards is not None
