"""The slots of the View menu: zoom, how the article is set, what of the labels is shown, theme, language."""

from PySide6.QtCore import QObject, Signal, Slot

from annotator.suggest.filtering import SuggestionFilter
from ui.article.layout.row_index import Shown
from ui.article.view import ArticleView
from ui.base.look.look import Theme
from ui.base.look.reading_style import Face, Leading, Measure, Reading
from ui.base.look.theme import Themes
from ui.base.settings import Settings
from ui.bridge.session import Session

_STEP = 1.1


class Appearance(QObject):
    """Changes how the window looks, and remembers it; what is hidden is shown again at the next start."""

    layers_changed = Signal()  # look at `hidden_layers`
    patterns_changed = Signal(bool)
    language_chosen = Signal(str)

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
        """The actions that are on."""
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
        """Give the article the colours of theme and schema, set as the user likes it."""
        project = self._session.project
        if project is not None:
            self._view.set_look(self._reading.applied(self._themes.look(project.schema)))
            self.patterns_changed.emit(self._reading.patterns)

    def zoom_in(self) -> None:
        """Larger."""
        self._view.set_zoom(self._view.display.zoom * _STEP)

    def zoom_out(self) -> None:
        """Smaller."""
        self._view.set_zoom(self._view.display.zoom / _STEP)

    def zoom_reset(self) -> None:
        """The size it has by itself."""
        self._view.set_zoom(1.0)

    def choose_face(self, face: str) -> None:
        """Serif, sans serif, or the system's font."""
        self._set(self._reading._replace(face=Face(face)))

    def choose_leading(self, leading: str) -> None:
        """How high lines are."""
        self._set(self._reading._replace(leading=Leading(leading)))

    def choose_measure(self, measure: str) -> None:
        """How wide lines are."""
        self._set(self._reading._replace(measure=Measure(measure)))

    def use_patterns(self, patterns: bool) -> None:  # noqa: FBT001 - the slot of a checkable action
        """Tell labels apart without colour."""
        self._set(self._reading._replace(patterns=patterns))

    def show_names(self, names: bool) -> None:  # noqa: FBT001 - the slot of a checkable action
        """Show the names of labels above the words, or not."""
        self._reading = self._settings.reading = self._reading._replace(names=names)
        self._show_rows()

    def show_cards(self, cards: bool) -> None:  # noqa: FBT001 - the slot of a checkable action
        """Show a card of each claim beside the text, or not."""
        self._reading = self._settings.reading = self._reading._replace(cards=cards)
        self._show_rows()

    def show_worth(self, worth: bool) -> None:  # noqa: FBT001 - the slot of a checkable action
        """Mark sentences worth checking, or not."""
        self._reading = self._settings.reading = self._reading._replace(worth=worth)
        self._show_rows()

    def set_clean(self, clean: bool) -> None:  # noqa: FBT001 - the slot of a checkable action
        """Show neither names of labels nor suggestions nor marks."""
        self._clean = clean
        self._show_rows()

    def hide_suggestions(self, hidden: bool) -> None:  # noqa: FBT001 - the slot of a checkable action
        """Hide suggestions, or show them."""
        self._suggestions_hidden = hidden
        self._show_rows()

    @Slot(object)
    def filter_suggestions(self, wanted: SuggestionFilter) -> None:
        """Show only the suggestions that the list of them shows."""
        self._wanted = None if wanted.everything else wanted
        self._show_rows()

    def turn_layer(self, layer: str) -> None:
        """Hide the labels and suggestions of a layer, or show them again."""
        self.hidden_layers ^= {layer}
        self._show_rows()
        self.layers_changed.emit()

    def choose_theme(self, theme: str) -> None:
        """Light, dark, or as the system has it."""
        self._settings.theme = Theme(theme)
        self._themes.choose(Theme(theme))

    def choose_language(self, language: str) -> None:
        """Speak another language; who makes the window anew keeps the choice."""
        if language != self._settings.language:
            self.language_chosen.emit(language)

    def _set(self, reading: Reading) -> None:
        self._reading = self._settings.reading = reading
        self.show_look()

    def _show_rows(self) -> None:
        suggestions = not (self._clean or self._suggestions_hidden)
        names = self._reading.names and not self._clean
        cards = self._reading.cards and not self._clean
        self._view.set_shown(
            Shown(
                hidden=self.hidden_layers,
                suggestions=suggestions,
                names=names,
                cards=cards,
                worth=self._reading.worth and not self._clean,
                wanted=self._wanted,
            )
        )

    def _on_project(self) -> None:
        self.show_look()
        if self.hidden_layers:  # of another schema
            self.hidden_layers = frozenset()
            self._show_rows()
        self.layers_changed.emit()

    def _on_zoom(self, zoom: float) -> None:
        self._settings.zoom = zoom
