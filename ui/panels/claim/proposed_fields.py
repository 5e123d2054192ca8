"""The fields of a card whose values are only proposed, and the one of them that keys take or refuse."""

from collections.abc import Sequence


class ProposedFields:
    """Ids in the order of the card. Once the aimed one is settled, the next one is aimed at."""

    def __init__(self) -> None:
        self.ids: tuple[str, ...] = ()
        self.aimed: str | None = None
        self._order: tuple[str, ...] = ()

    def show(self, order: Sequence[str], proposed: Sequence[str]) -> None:
        """Take the fields of the card, and those of them that are proposed now."""
        self._order, self.ids = tuple(order), tuple(proposed)
        if self.aimed in self.ids:
            return
        here = self._place(self.aimed)
        self.aimed = next((id_ for id_ in self.ids if self._place(id_) > here), next(iter(self.ids), None))

    def step(self, step: int) -> None:
        """Aim at the next one (1) or the one before (-1), round and round."""
        if self.aimed is not None:
            self.aimed = self.ids[(self.ids.index(self.aimed) + step) % len(self.ids)]

    def begin_anew(self) -> None:
        """Aim at the first one when they are shown next: it is another card."""
        self.aimed = None

    def _place(self, id_: str | None) -> int:
        return self._order.index(id_) if id_ in self._order else -1
