"""The fields of a card with proposed values, and the aimed one that keys accept or reject."""

from collections.abc import Sequence


class ProposedFields:
    """Field ids in card order. Once the aimed field is settled, the next one is aimed at."""

    def __init__(self) -> None:
        self.ids: tuple[str, ...] = ()
        self.aimed: str | None = None
        self._order: tuple[str, ...] = ()

    def show(self, order: Sequence[str], proposed: Sequence[str]) -> None:
        """Set the fields of the card, and which of them are proposed."""
        self._order, self.ids = tuple(order), tuple(proposed)
        if self.aimed in self.ids:
            return
        here = self._place(self.aimed)
        self.aimed = next((id_ for id_ in self.ids if self._place(id_) > here), next(iter(self.ids), None))

    def step(self, step: int) -> None:
        """Aim at the next (1) or previous (-1) field, wrapping around."""
        if self.aimed is not None:
            self.aimed = self.ids[(self.ids.index(self.aimed) + step) % len(self.ids)]

    def begin_anew(self) -> None:
        """Aim at the first field when another card is shown."""
        self.aimed = None

    def _place(self, id_: str | None) -> int:
        return self._order.index(id_) if id_ in self._order else -1
