"""Picker for whom a mention means: proposals first, typing finds any identity of the project."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from annotator.model.schema import Schema
from annotator.model.values import Identity
from ui.base.look.labels import label_name
from ui.base.look.plain_text import one_line
from ui.choosing import ranking
from ui.choosing.filter_list import FilterList, Row
from ui.choosing.picker import best, put_beside

NEW, NOBODY = "new", "nobody"  # no identity has such an id
_WIDTH, _SHOWN, _GAP = 380, 9, 6
_LONGEST = 80


class IdentityPicker(FilterList):
    """Popup list of identities; ``chosen`` carries an id, `NEW` for somebody named as typed, or `NOBODY`."""

    def __init__(self, schema: Schema, called: Callable[[str], list[Identity]], parent: QWidget) -> None:
        """Build it, hidden.

        Args:
            schema: Source of label names and colours.
            called: Returns the identities whose name contains words.
            parent: The window it lies over.
        """
        super().__init__(parent, name="identityPicker", most=_SHOWN)
        self.setAccessibleName(self.tr("Who is meant"))
        self.field.setAccessibleName(self.tr("Find someone or type a new name"))
        self.field.setPlaceholderText(self.tr("Name"))
        self.list.setAccessibleName(self.tr("People and organisations"))
        self._schema = schema
        self._called = called
        self._words = ""
        self._first: tuple[Row, ...] = ()
        self._decided = False

    @property
    def name(self) -> str:
        """The name for a new identity."""
        return " ".join(self.field.text().split()) or self._words

    def offer(
        self,
        words: str,
        proposed: Sequence[Identity],
        others: Sequence[Identity],
        decided: Identity | None,
        place: QRect,
    ) -> None:
        """Offer the proposed identities, others of the article, and a new one.

        Args:
            words: The mention.
            proposed: The likeliest first.
            others: Other identities mentioned in the article.
            decided: The identity it has now.
            place: Where the mention is in the window.
        """
        self._words, self._decided = one_line(words, _LONGEST), decided is not None
        now = [self._row(decided, self.tr("as decided"))] if decided is not None else []
        known = {decided.id} if decided is not None else set()
        likely = [self._row(identity, self.tr("the same?")) for identity in proposed if identity.id not in known]
        known |= {identity.id for identity in proposed}
        rest = [self._row(identity, self.tr("in this article")) for identity in others if identity.id not in known]
        self._first = (*now, *likely, *rest)
        self.resize(min(_WIDTH, self.window().width() - 2 * _GAP), self.height())
        self.open_list(self.window().height() - 2 * _GAP)
        put_beside(self, place)

    def rows_for(self, typed: str) -> Sequence[Row]:
        name = " ".join(typed.split()) or self._words
        new = _plain(NEW, self.tr("New: {name}").format(name=one_line(name, _LONGEST)))
        nobody = (_plain(NOBODY, self.tr("Nobody in particular")),) if self._decided else ()
        if not typed.strip():
            return (*self._first, new, *nobody)
        fitting = best(self._first, typed)
        known = {row.id for row in fitting}
        found = (self._row(identity) for identity in self._called(typed.strip()) if identity.id not in known)
        return (*fitting, *found, new)

    def _row(self, identity: Identity, detail: str = "") -> Row:
        label = self._schema.label("entities", identity.label)
        said = " · ".join(filter(None, (detail, label_name(self._schema, "entities", identity.label))))
        return Row(
            id=identity.id,
            name=one_line(identity.name, _LONGEST),
            detail=said,
            light=label.light if label is not None else "",
            dark=label.dark if label is not None else "",
            names=ranking.names(identity.name, identity.aliases, (), ""),
        )


def _plain(id_: str, name: str) -> Row:
    return Row(id=id_, name=name, names=ranking.names(name, (), (), ""))
