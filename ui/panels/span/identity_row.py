"""The field of a name's card that says whom the name means."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from annotator.model.values import Identity
from ui.base.look.plain_text import one_line
from ui.base.widgets.inputs import fill
from ui.panels.claim.choice_popup import PopupChoice
from ui.panels.span.field_grid import FieldGrid
from ui.panels.span.fields import FieldKind, FieldSpec, ShownValue

_FIELD = "own.identity"
_KEY = "w"
_OTHER = "other"  # the choice that opens the picker; no identity has this id
_MOST = 4
_LONGEST = 60


class IdentityRow(QWidget):
    """The field for a name's identity. Proposals are its first choices: its key and Return accept the likeliest."""

    taken = Signal(object)  # the chosen Identity, or None to clear the field
    asked = Signal()  # open the picker of identities
    reached = Signal(object)  # the widget of the field that keys act on

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("identityRow")
        self._offered: tuple[Identity, ...] = ()
        self._grid = FieldGrid()
        fill(QVBoxLayout(self), self._grid, margins=0)
        self._grid.chosen.connect(self._on_chosen)
        self._grid.again.connect(self._on_again)
        self._grid.reached.connect(self.reached)

    def show_who(self, decided: Identity | None, proposed: Sequence[Identity], *, enabled: bool) -> None:
        """Show the decided identity, or, if none is decided, the likeliest proposal."""
        self._offered = tuple(identity for identity in proposed if identity != decided)[:_MOST]
        self._grid.set_fields((self._spec(known=decided is not None),))
        if decided is not None:
            shown = ShownValue(words=one_line(decided.name, _LONGEST), current=decided.id)
        elif self._offered:
            name = one_line(self._offered[0].name, _LONGEST)
            shown = ShownValue(words=self.tr("the same as {name}?").format(name=name), proposed=True)
        else:
            shown = ShownValue()
        self._grid.show_values({_FIELD: shown}, enabled=enabled)

    def press(self, key: str) -> bool:
        """Open the field if ``key`` is its key; return whether it was opened."""
        return not self.isHidden() and self._grid.press(key)

    def _spec(self, *, known: bool) -> FieldSpec:
        offered = [
            PopupChoice(id=identity.id, name=one_line(identity.name, _LONGEST), key=str(at))
            for at, identity in enumerate(self._offered, 1)
        ]
        other = PopupChoice(id=_OTHER, name=self.tr("Somebody else…"), key=_KEY)
        nobody = PopupChoice(id=None, name=self.tr("Nobody in particular"), key="0")
        kind = FieldKind.CHOICE if known or offered else FieldKind.WORDS  # without choices it opens the picker at once
        return FieldSpec(
            id=_FIELD,
            name=self.tr("Who"),
            kind=kind,
            key=_KEY,
            help=self.tr("Who is meant by these words, in all articles."),
            choices=(*offered, other, nobody),
        )

    @Slot(str)
    def _on_again(self, _field: str) -> None:
        self.asked.emit()

    @Slot(str, object)
    def _on_chosen(self, _field: str, id_: str | None) -> None:
        if id_ == _OTHER:
            self.asked.emit()
            return
        chosen = next((identity for identity in self._offered if identity.id == id_), None)
        if chosen is not None or id_ is None:
            self.taken.emit(chosen)
