"""The claim that is drawn with its links: the active claim, or one that contains or links to the active row."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, QPoint, QRect, Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QPushButton

from annotator.editing.edits import Change, Edit
from annotator.model.values import CLAIMS, Relation, Span, Suggestion
from ui.article.layout.row_index import Drawn
from ui.article.view import ArticleView
from ui.base.later import Later
from ui.base.look.plain_text import one_line, tooltip
from ui.base.widgets.inputs import named
from ui.base.window_keys import OwnKeys
from ui.bridge.session import Session
from ui.claims.claim_words import ClaimWords
from ui.claims.links import End, Linked, Links
from ui.claims.margin import Margin

_HEIGHT = 23  # less than the distance that scrolling keeps from the edge, so that no target is covered
_GAP = 6
_WORDS = 40  # characters of a quote or title
UP, DOWN, AWAY = "up", "down", "away"
_SIGNS = {UP: "↑", DOWN: "↓", AWAY: "→"}


@dataclass(frozen=True, slots=True)
class LinkTarget:
    """A place that a button leads to: its name, quote and span. ``article`` is the title of another article, or ""."""

    name: str
    quote: str
    span: Span
    article: str = ""

    @property
    def words(self) -> str:
        """The name, the shortened quote and the article."""
        quote = one_line(self.quote, _WORDS)
        return f"{self.name}: {quote}" + (f" – {one_line(self.article, _WORDS)}" if self.article else "")


class Pointers(QObject):
    """Buttons to linked places out of sight: one button for above, one for below, one for other articles.

    A button that stands for several places opens a menu.
    """

    chosen = Signal(object)  # the Span

    def __init__(self, view: ArticleView, links: Links) -> None:
        super().__init__(view)
        self._view = view
        self._links = links
        self._away: tuple[LinkTarget, ...] = ()
        self._places: dict[str, tuple[LinkTarget, ...]] = {UP: (), DOWN: (), AWAY: ()}
        self._buttons = {way: self._button(way) for way in _SIGNS}
        self._seen: tuple[int, int, int] | None = None
        self._later = Later(self.refresh, self)
        view.layers.append(self)

    def show_away(self, away: Sequence[LinkTarget]) -> None:
        """Set the places in other articles and refresh the buttons."""
        self._away = tuple(away)
        self._later.ask()

    def paint(self, *_: object) -> None:
        """Refresh the buttons soon if the article has moved; this paints nothing."""
        if self._at() != self._seen:
            self._later.ask()

    @Slot()
    def refresh(self) -> None:
        """Show a button for each direction in which linked places are out of sight."""
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
        """Go to the only place in a direction, or open a menu of several places. Return whether there is a place."""
        self._later.catch_up()
        places = self._places[way]
        if len(places) == 1:
            self.chosen.emit(places[0].span)
        elif places:
            self._unfold(places, self._buttons[way])
        return bool(places)

    def _unfold(self, places: Sequence[LinkTarget], button: QPushButton) -> None:
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

    def _hidden(self, linked: Linked) -> list[tuple[LinkTarget, bool]]:
        """Return the linked places out of sight, from top to bottom, each with whether it is above the visible text."""
        ends = [End(self.tr("Claim"), linked.claim), *linked.ends]
        text, top = self._view.page.document.text, self._view.scrolling.top
        found: list[tuple[LinkTarget, bool]] = []
        for end in sorted(ends, key=lambda end: end.span.start):
            first, last = self._view.page.layout.stretch(end.span.start, end.span.end)
            if last <= top or first >= top + self._view.viewport().height():
                found.append((LinkTarget(end.role, end.span.quote(text), end.span), last <= top))
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
        """Put the button "up" at the upper edge, "down" at the lower edge, and "away" to the left of "down"."""
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
        named(button, f"pointer.{way}", role="pointer")
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
    """Shorten a button's text to fit into ``most`` pixels; return the button's width."""
    over = button.sizeHint().width() - most
    if over > 0:
        metrics, words = button.fontMetrics(), button.text().replace("&&", "&")
        cut = metrics.elidedText(words, Qt.TextElideMode.ElideRight, metrics.horizontalAdvance(words) - over)
        button.setText(cut.replace("&", "&&"))
    return min(button.sizeHint().width(), most)


class DrawnClaims(QObject):
    """The links, cards and pointers of the open article, kept up to date with the active row and with edits."""

    chosen = Signal(object)  # the Span to go to, possibly in another article
    picked = Signal(object)  # the claim whose card was clicked, a Span or a Suggestion
    shown = Signal(str)  # id of the claim whose links are drawn, "" for none

    def __init__(self, session: Session, view: ArticleView) -> None:
        super().__init__(view)
        self._session = session
        self._view = view
        self.words = ClaimWords(session)
        self.margin = Margin(session, view, self.words)
        self.links = Links(view)
        self.pointers = Pointers(view, self.links)
        self._elsewhere: dict[str, LinkTarget | None] = {}  # by span id
        self._later = Later(self._update_all, self)
        self._describe, view.accessible.describe = view.accessible.describe, self.describe
        self.margin.chosen.connect(self._on_card)
        self.pointers.chosen.connect(self.chosen)
        view.shown_changed.connect(self._later.ask)
        session.document_opened.connect(self._on_document)
        session.edited.connect(self._on_edit)

    @property
    def linked(self) -> Linked | None:
        """The claim whose links are drawn, with its linked spans; None if no links are drawn."""
        return self.links.linked

    def describe(self, row: Drawn, text: str) -> str:
        """Describe a row for a screen reader; the description of a claim has its claimant and fields."""
        described = self._describe(row, text)
        return f"{described}; {self.words.spoken(row)}" if isinstance(row, Span) and row.layer == CLAIMS else described

    @Slot()
    def update(self) -> None:
        """Draw the claim that belongs to the active row, or remove the links if there is none."""
        row = self._view.page.rows.get(self._view.active() or "")
        claim = self._claim_of(row)
        # a suggested claim has a card but no links
        carded = claim if claim is not None or row is None or row.layer != CLAIMS else row
        self.margin.set_active(carded.id if carded is not None else None)
        if claim is None:
            if self.links.linked is not None:
                self._show_none()
            return
        self.shown.emit(claim.id)
        relations = self._relations(claim)
        self.links.show_links(Linked(claim, tuple(self._ends(relations))))
        self.pointers.show_away(self._away(relations))

    def _claim_of(self, row: Drawn | None) -> Span | None:
        opened = self._session.opened
        if row is None or opened is None:
            return None
        if row.layer == CLAIMS:
            return opened.span(row.id)
        shown = opened.span(self.linked.claim.id) if self.linked is not None else None
        if shown is not None and any(relation.tail == row.id for relation in opened.relations.of_head(shown.id)):
            return shown
        around = (other for other in self._view.page.rows.within(row.start, row.end) if _holds(other, row))
        claims = [claim for other in around if (claim := opened.span(other.id)) is not None]
        return min(claims, key=lambda claim: (claim.end - claim.start, claim.id), default=None)

    def _relations(self, claim: Span) -> list[Relation]:
        relations = self._session.required_opened().relations.of_head(claim.id)
        return sorted(relations, key=self.words.rank)

    def _ends(self, relations: Iterable[Relation]) -> list[End]:
        """Return the linked spans in this article, each with its role; a span linked twice has both roles."""
        opened = self._session.required_opened()
        roles: dict[str, list[str]] = {}
        for relation in relations:
            if opened.span(relation.tail) is not None:
                roles.setdefault(relation.tail, []).append(self.words.end_name(relation))
        return [End(", ".join(names), span) for tail, names in roles.items() if (span := opened.span(tail))]

    def _away(self, relations: Iterable[Relation]) -> list[LinkTarget]:
        """Return the claim's linked spans in other articles, as places."""
        opened = self._session.required_opened()
        away = ((r, self._read(r.tail)) for r in relations if opened.span(r.tail) is None)
        return [replace(place, name=self.words.end_name(relation)) for relation, place in away if place is not None]

    def _read(self, tail: str) -> LinkTarget | None:
        """Read a span of another article; it is cached, because the active row changes often."""
        if tail not in self._elsewhere:
            read = self._session.required().read
            self._elsewhere[tail] = None
            for span in read.spans_of([tail]):
                document = read.document(span.document)
                self._elsewhere[tail] = LinkTarget("", span.quote(document.text), span, document.title)
        return self._elsewhere[tail]

    @Slot()
    def _update_all(self) -> None:
        self.update()
        self.pointers.refresh()

    def _show_none(self) -> None:
        self.shown.emit("")
        self.links.show_links(None)
        self.pointers.show_away(())

    @Slot()
    def _on_document(self) -> None:
        self._show_none()
        self.margin.drop_cache()
        self._elsewhere.clear()
        self._later.ask()

    @Slot(object)
    def _on_edit(self, edit: Edit) -> None:
        """Update at once: an edit of a relation repaints nothing else until the panels are updated."""
        if edit.document_ids - {self._view.document_id()}:
            self._elsewhere.clear()
        if any(map(self._affects_cards, edit.changes)):
            self.margin.refresh()
        self.update()

    def _affects_cards(self, change: Change) -> bool:
        """Return whether a change may alter cards. A change of a name to which no claim links does not."""
        row, opened = change.after or change.before, self._session.opened
        if isinstance(row, Span) and row.layer != CLAIMS and opened is not None:
            return bool(opened.relations.of_tail(row.id))
        return not isinstance(row, Suggestion) or row.layer == CLAIMS

    @Slot(str)
    def _on_card(self, claim: str) -> None:
        opened = self._session.opened
        row = opened.row(claim) if opened is not None else None
        if row is not None:
            self.picked.emit(row)


def _holds(claim: Drawn, row: Drawn) -> bool:
    return claim.layer == CLAIMS and any(start <= row.start and row.end <= end for start, end in claim.parts)
