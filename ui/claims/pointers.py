"""Small buttons at the edges of the article that lead to linked spans out of sight."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, QPoint, QRect, Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QPushButton

from annotator.model.values import Span
from ui.article.view import ArticleView
from ui.base.keys.own_keys import OwnKeys
from ui.base.later import Later
from ui.base.look.plain_text import one_line, tooltip
from ui.claims.links import End, Linked, Links

_HEIGHT = 23  # less than the distance that scrolling keeps from the edge, so that no target is covered
_GAP = 6
_WORDS = 40  # characters of a quote or title
UP, DOWN, AWAY = "up", "down", "away"
_SIGNS = {UP: "↑", DOWN: "↓", AWAY: "→"}


@dataclass(frozen=True, slots=True)
class Place:
    """A destination: name, quote and span; ``article`` is the title if it lies in another article."""

    name: str
    quote: str
    span: Span
    article: str = ""

    @property
    def words(self) -> str:
        """Name, shortened quote and article."""
        quote = one_line(self.quote, _WORDS)
        return f"{self.name}: {quote}" + (f" – {one_line(self.article, _WORDS)}" if self.article else "")


class Pointers(QObject):
    """One button each for what is above, below and in other articles; several places open a menu."""

    chosen = Signal(object)  # the Span

    def __init__(self, view: ArticleView, links: Links) -> None:
        super().__init__(view)
        self._view = view
        self._links = links
        self._away: tuple[Place, ...] = ()
        self._places: dict[str, tuple[Place, ...]] = {UP: (), DOWN: (), AWAY: ()}
        self._buttons = {way: self._button(way) for way in _SIGNS}
        self._seen: tuple[int, int, int] | None = None
        self._later = Later(self.refresh, self)
        view.layers.append(self)

    def show_away(self, away: Sequence[Place]) -> None:
        """Set the places in other articles, and refresh the rest."""
        self._away = tuple(away)
        self._later.ask()

    def paint(self, *_: object) -> None:
        """Paint nothing, but notice that the article has moved."""
        if self._at() != self._seen:
            self._later.ask()

    @Slot()
    def refresh(self) -> None:
        """Show the buttons for what is out of sight."""
        self._seen = self._at()
        linked = self._links.linked
        hidden = [] if linked is None else list(self._hidden(linked))
        above = [place for place, is_above in hidden if is_above]
        self._places = {
            UP: tuple(above[::-1]),
            DOWN: tuple(place for place, is_above in hidden if not is_above),
            AWAY: self._away if linked is not None else (),
        }
        for way, button in self._buttons.items():
            self._show(way, button)
        self._arrange()

    def go(self, way: str) -> bool:
        """Go to the only place, or open the menu of places; return whether there is any."""
        self._later.catch_up()
        places = self._places[way]
        if len(places) == 1:
            self.chosen.emit(places[0].span)
        elif places:
            self._unfold(places, self._buttons[way])
        return bool(places)

    def _unfold(self, places: Sequence[Place], button: QPushButton) -> None:
        menu = QMenu(self._view)
        OwnKeys(menu)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for place in places:
            action = menu.addAction(place.words.replace("&", "&&"))
            action.setObjectName(place.span.id)
            action.setData(place.span)
        menu.triggered.connect(self._on_triggered)
        menu.popup(button.mapToGlobal(QPoint(0, button.height())))

    def _at(self) -> tuple[int, int, int]:
        area = self._view.viewport()
        return self._view.scrolling.top, area.width(), area.height()

    def _hidden(self, linked: Linked) -> list[tuple[Place, bool]]:
        """Return the places out of sight, from top to bottom, and whether each is above."""
        ends = [End(self.tr("Claim"), linked.claim), *linked.ends]
        text, top = self._view.page.document.text, self._view.scrolling.top
        found: list[tuple[Place, bool]] = []
        for end in sorted(ends, key=lambda end: end.span.start):
            first, last = self._view.page.layout.stretch(end.span.start, end.span.end)
            if last <= top or first >= top + self._view.viewport().height():
                found.append((Place(end.role, end.span.quote(text), end.span), last <= top))
        return found

    def _show(self, way: str, button: QPushButton) -> None:
        places = self._places[way]
        button.setVisible(bool(places))
        if not places:
            return
        words = f"{_SIGNS[way]}  {places[0].words}"
        if len(places) > 1:
            words = self.tr("{first} and {count} more").format(first=words, count=len(places) - 1)
        button.setText(words.replace("&", "&&"))
        button.setAccessibleName(self.tr("Go to {place}").format(place="; ".join(place.words for place in places)))
        button.setToolTip(tooltip("\n".join(place.words for place in places)))

    def _arrange(self) -> None:
        """Put "up" at the upper edge, "down" at the lower one, and "away" to its left."""
        area, measures = self._view.viewport(), self._view.page.layout.measures
        lower = [self._buttons[way] for way in (DOWN, AWAY) if self._places[way]]
        right = measures.left + measures.width
        for button in lower:
            width = _fit(button, (measures.width - _GAP) // len(lower))
            button.setGeometry(QRect(right - width, area.height() - _HEIGHT, width, _HEIGHT))
            right -= width + _GAP
        up = self._buttons[UP]
        width = _fit(up, measures.width)
        up.setGeometry(QRect(measures.left + measures.width - width, 0, width, _HEIGHT))
        for button in self._buttons.values():
            button.move(area.mapTo(self._view, button.pos()))
            button.raise_()

    def _button(self, way: str) -> QPushButton:
        button = QPushButton(self._view)  # not in the viewport, whose children scroll along
        button.setObjectName(f"pointer.{way}")
        button.setProperty("role", "pointer")
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.hide()
        button.clicked.connect(self._on_clicked)
        return button

    @Slot()
    def _on_clicked(self) -> None:
        self.go(next(way for way, button in self._buttons.items() if button is self.sender()))

    @Slot(QAction)
    def _on_triggered(self, action: QAction) -> None:
        self.chosen.emit(action.data())


def _fit(button: QPushButton, most: int) -> int:
    """Elide a button's text to the room there is; return its width."""
    over = button.sizeHint().width() - most
    if over > 0:
        metrics, words = button.fontMetrics(), button.text().replace("&&", "&")
        cut = metrics.elidedText(words, Qt.TextElideMode.ElideRight, metrics.horizontalAdvance(words) - over)
        button.setText(cut.replace("&", "&&"))
    return min(button.sizeHint().width(), most)
