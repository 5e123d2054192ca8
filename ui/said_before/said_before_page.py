"""The drawer page of earlier claims that say the same as a claim; it leads to them and back."""

from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from annotator.editing import edits
from annotator.editing.edits import Edit
from annotator.jobs.searching.said_before import Earlier, offered, said_before
from annotator.model.schema import Schema, words
from annotator.model.values import CLAIMS, Relation, Span
from annotator.store.queries.claim_search import REPEATS
from annotator.system.errors import AnnotatorError
from ui.article.view import ArticleView
from ui.base.i18n import date, number, translate, ui_language
from ui.base.key_line import Hint
from ui.base.look.plain_text import one_line, plain, tooltip, within_quotes
from ui.base.rows.row_list import RowList
from ui.base.widgets.inputs import fill, named
from ui.base.widgets.scrolled import scrolled
from ui.bridge.session import Session
from ui.deciding.aim import Aim
from ui.jobs.last_question import LastQuestion
from ui.jobs.workers import JobProcess
from ui.occurrences.drawer_page import ENTER, DrawerPage, close_button, lay_out_page, link, row
from ui.said_before.earlier_claims import ROW, EarlierDelegate, EarlierModel, value_text

_WIDTH = 270
_KEYS = 9  # fields that have a key


class Offers(QFrame):
    """A numbered button for each field that an earlier claim offers; the number is its key."""

    wanted = Signal(object)  # {attribute: value}

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("earlierOffers")
        self.setFixedWidth(_WIDTH)
        self._offered: Mapping[str, Any] = {}
        self._buttons: list[QPushButton] = []
        self._title = plain(role="muted", name="earlierOffersTitle", wraps=True)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(4)
        inner = QWidget()
        fill(QVBoxLayout(inner), self._title, self._rows, 1, margins=(4, 4, 12, 4))
        fill(QVBoxLayout(self), scrolled(inner, "", ""), margins=0)

    @property
    def offered(self) -> Mapping[str, Any]:
        """The offered values by attribute, in the order of their keys."""
        return self._offered

    def show_offers(self, offered: Mapping[str, Any], schema: Schema, *, enabled: bool) -> None:
        """Show a button for each offered field that the schema has, in the schema's order."""
        for button in self._buttons:
            self._rows.removeWidget(button)
            button.setObjectName("")
            button.hide()  # without a parent it would become a window and take the focus
            button.deleteLater()
        self._buttons.clear()
        known = [attribute for attribute in schema.attributes_of(CLAIMS) if attribute.id in offered]
        self._offered = {attribute.id: offered[attribute.id] for attribute in known}
        self._title.setText(self.tr("Copy from the earlier claim") if known else self.tr("Nothing to copy."))
        for place, attribute in enumerate(known, 1):
            name = words(attribute.name, ui_language()) or attribute.id
            value = value_text(attribute, offered[attribute.id])
            self._add(place, self.tr("{field}: {value}").format(field=name, value=value), attribute.id)
        for button in self._buttons:
            button.setEnabled(enabled)

    def take(self, number: int) -> None:
        """Emit `wanted` with the field that has this number, counted from 1; the number 0 means all fields."""
        names = list(self._offered)
        if number == 0 and names:
            self.wanted.emit(dict(self._offered))
        elif 0 < number <= len(names):
            self.wanted.emit({names[number - 1]: self._offered[names[number - 1]]})

    def _add(self, number: int, text: str, attribute: str) -> None:
        key = f"{number}  " if number <= _KEYS else ""
        button = named(
            QPushButton(self.fontMetrics().elidedText(key + text, Qt.TextElideMode.ElideRight, _WIDTH - 48)),
            f"earlierOffer.{attribute}",
            text,
            role="offer",
        )
        button.setToolTip(tooltip(text))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(partial(self._on_clicked, number))
        self._rows.addWidget(button)
        self._buttons.append(button)

    def _on_clicked(self, number: int, _checked: bool = False) -> None:  # noqa: FBT001, FBT002  # what Qt passes
        self.take(number)


_QUIET = 150  # milliseconds from the last edit to the next search
_LONGEST = 110  # characters of the claim in the head


class SaidBeforePage(DrawerPage[Earlier, EarlierModel, RowList]):
    """A head, the list of earlier claims, the fields to copy, and a foot.

    Return opens the selected claim. Escape goes back to the page's claim, and then closes the page.
    """

    def __init__(
        self, session: Session, view: ArticleView, aim: Aim, files: JobProcess, parent: QWidget | None = None
    ) -> None:
        list_ = RowList("earlierList", translate("EarlierList", "Earlier claims"), EarlierDelegate(), ROW)
        super().__init__("earlier", session, EarlierModel(), list_, parent)
        self._view = view
        self._aim = aim
        self._claim: Span | None = None
        self._searching = LastQuestion(files, self._on_found, self)
        self.offers = Offers()
        self._title = plain(role="title", name="earlierTitle")
        self._title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._same = link("earlierSame")
        self._foot.add(self._same)
        self._again = QTimer(self, singleShot=True, interval=_QUIET)
        body = fill(QHBoxLayout(), (self._pages, 1), self.offers, spacing=8)
        lay_out_page(self, row((self._title,), (close_button("earlier", self.left),), wide=True), body, self._foot)
        self.list.doubleClicked.connect(self._go)
        self.offers.wanted.connect(self._take)
        self._same.clicked.connect(self._toggle_same)
        self._foot.wanted.connect(self._go)
        self._again.timeout.connect(self.seek)
        self._searching.failed.connect(self._on_failed)
        session.project_closed.connect(self.stop)

    def open(self, claim: Span) -> None:
        """List the claims that say the same as a claim of the open article, and focus the list."""
        self._claim = claim
        quote = within_quotes(one_line(claim.quote(self._session.required_opened().document.text), _LONGEST))
        self._title.setText(self.tr("Said before: “{words}”").format(words=quote))
        self._show((), self.tr("Searching…"))
        self.list.setFocus()
        self.seek()

    @Slot()
    def seek(self) -> None:
        """Search again; the selected claim stays selected."""
        if self._claim is not None and self._session.project is not None:
            self._searching.ask(said_before, self._session.project.path, self._claim.id)

    @Slot()
    def stop(self) -> None:
        """Cancel the search and forget the claim; late answers are ignored."""
        self._again.stop()
        self._searching.stop()
        self._claim = None

    def follow(self, _edits: Sequence[Edit]) -> bool:
        """Search again once no more edits come; return True, since `refresh` is then unnecessary."""
        self._again.start()
        return True

    def follow_sources(self) -> bool:
        return True

    def follow_article(self) -> bool:
        return True

    def hints(self) -> tuple[Hint, ...]:
        """Return the key hints of the list."""
        away = self._is_away()
        return (
            Hint(keys=("⏎",), words=self.tr("go to earlier claim")),
            Hint(keys=("1…9", "T"), words=self.tr("copy one field, all")),
            Hint(keys=("G",), words=self.tr("same claim or not")),
            Hint(keys=(self.tr("Esc"),), words=self.tr("back to the claim") if away else self.tr("close")),
        )

    # Inside

    def _on_found(self, found: Sequence[Earlier]) -> None:
        self._claim = self._read_claim() or self._claim
        words = self.tr("{count} claims, the most similar first").format(count=number(len(found)))
        if len(found) < 2:
            words = "" if found else self.tr("No earlier claim in this project says the same.")
        self._show(found, words)

    @Slot(object)
    def _on_failed(self, error: AnnotatorError) -> None:
        self._foot.show_count("")
        self._pages.turn(there=False, otherwise="")
        self.failed.emit(error)

    def _show(self, found: Sequence[Earlier], words: str) -> None:
        chosen = self.current()
        self.model.show(found, self._session.required().schema)
        self._pages.turn(there=bool(found), otherwise=words)
        self.offers.setVisible(bool(found))
        self._foot.show_count(words if found else "")
        self._foot.show_button(self.tr("Go to Earlier Claim"), enabled=bool(found))
        kept = chosen.claim.id if chosen is not None else ""
        row = next((row for row, earlier in enumerate(found) if earlier.claim.id == kept), 0)
        if found:
            self.list.setCurrentIndex(self.model.index(row, 0))
        else:
            self._show_chosen()

    def _show_chosen(self) -> None:
        chosen, claim = self.current(), self._claim
        schema, writable = self._session.required().schema, self._session.writable
        fields = offered(chosen.claim, claim) if chosen is not None and claim is not None else {}
        self.offers.show_offers(fields, schema, enabled=writable)
        joined = chosen is not None and chosen.joined
        name = self.tr("Not the same claim") if joined else self.tr("The same claim")
        self._same.setText(name)
        self._same.setAccessibleName(name)
        self._same.setEnabled(writable and chosen is not None and schema.relation(REPEATS) is not None)

    def _read_claim(self) -> Span | None:
        """Return the page's claim as it is now, even if another article is open."""
        if self._claim is None:
            return None
        opened = self._session.opened
        here = opened.span(self._claim.id) if opened is not None else None
        return here or next(iter(self._session.required().read.spans_of([self._claim.id])), None)

    def _is_away(self) -> bool:
        return self._claim is not None and self._view.document_id() != self._claim.document

    # Commands

    @Slot(QModelIndex, QModelIndex)
    def _on_current(self, _current: QModelIndex, _before: QModelIndex) -> None:
        self._show_chosen()

    @Slot()
    def _go(self) -> None:
        chosen = self.current()
        if chosen is not None:
            self._go_to(chosen.claim.document, chosen.claim.start, chosen.claim.end, chosen.claim.id)

    def _go_to(self, document: str, start: int, end: int, claim: str) -> None:
        if self._view.document_id() != document:
            self._session.open_document(document)
        if self._view.document_id() == document:
            self._aim.go(start, end)
            self._aim.activate(claim)

    @Slot(object)
    def _take(self, fields: Mapping[str, Any]) -> None:
        claim, chosen = self._read_claim(), self.current()
        if claim is not None and chosen is not None and self._session.writable:
            annotator, note = self._session.required().annotator, self._note_with_source(claim, chosen, fields)
            self._session.do(edits.change(claim, annotator=annotator, attributes=fields, note=note))

    def _note_with_source(self, claim: Span, chosen: Earlier, fields: Mapping[str, Any]) -> str | None:
        """Return the claim's note with the source of a copied verdict added, or None if no verdict is copied."""
        if "verdict" not in fields:
            return None
        title, day = chosen.claim.title, date(chosen.claim.published)
        source = self.tr("Verdict as in “{title}”, {date}.") if day else self.tr("Verdict as in “{title}”.")
        return "\n".join(filter(None, (claim.note, source.format(title=title, date=day))))

    @Slot()
    def _toggle_same(self) -> None:
        """Link the selected claim to the page's claim as the same, or remove that link."""
        claim, chosen = self._read_claim(), self.current()
        if claim is None or chosen is None or not self._same.isEnabled():
            return
        annotator = self._session.required().annotator
        other = next(iter(self._session.required().read.spans_of([chosen.claim.id])), None)
        if other is None:
            return
        if not chosen.joined:
            self._session.do(edits.relate(claim, REPEATS, other, annotator=annotator))
        elif between := _between(self._session.required().read.relations_of([claim.id]), claim, other):
            heads = {claim.id: claim, other.id: other}
            self._session.do(edits.unrelate(heads[between[0].head], between, annotator=annotator))
        else:
            self._aim.told.emit(self.tr("Both are already linked through a third claim."), False)

    def _press(self, event: QKeyEvent) -> bool:
        text = event.text()
        if event.key() in ENTER:
            self._go()
        elif event.key() == Qt.Key.Key_T:
            self.offers.take(0)
        elif event.key() == Qt.Key.Key_G:
            self._toggle_same()
        elif text.isdecimal() and text != "0":
            self.offers.take(int(text))
        else:
            return False
        return True

    def _leave(self) -> None:
        claim = self._read_claim()
        if claim is not None and self._is_away():
            self._go_to(claim.document, claim.start, claim.end, claim.id)
        else:
            self.left.emit()


def _between(relations: Iterable[Relation], one: Span, other: Span) -> list[Relation]:
    return [r for r in relations if r.label == REPEATS and {r.head, r.tail} == {one.id, other.id}]
