"""The list model of occurrences, with the chosen ones."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject, Signal

from annotator.editing.occurrences.occurrence_states import Hit, Standing
from annotator.editing.occurrences.purposes import Purpose, can_be_kept, is_proposed
from annotator.model.schema import Schema
from annotator.model.values import ENTITIES, Part
from ui.occurrences.list_model import ListModel, around
from ui.occurrences.occurrence_words import Keep, keep_words, standing_words


class HitModel(ListModel[Hit]):
    """Occurrences in the order of articles and places. Display data is computed per visible row."""

    counted = Signal()  # `kept` changed

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.titles: Mapping[str, str] = {}
        self.schema: Schema | None = None
        self.layer = ENTITIES
        self.kept = 0
        self._states: list[Keep] = []
        self._own: dict[tuple[str, Part], bool] = {}  # the user's choices
        self._purpose, self._label = Purpose.LABEL, ""

    def show_hits(self, hits: Sequence[Hit], titles: Mapping[str, str], *, afresh: bool) -> None:
        """Replace the hits; ``afresh`` drops the user's choices, too."""
        self.beginResetModel()
        self.shown, self.titles = hits, titles
        if afresh:
            self._own.clear()
        self._work_out()
        self.endResetModel()
        self.counted.emit()

    def aim_at(self, purpose: Purpose, label: str) -> None:
        """Set the purpose, which decides which rows can be chosen and which are proposed."""
        self._purpose, self._label = purpose, label
        self._work_out()
        self._changed(0, len(self.shown) - 1)

    def state(self, row: int) -> Keep:
        """Return whether a row is chosen."""
        return self._states[row]

    def next_open(self, row: int) -> int | None:
        """Return the first row from ``row`` on that can be chosen."""
        return next((at for at in range(row, len(self._states)) if self._states[at] is not Keep.NEVER), None)

    def keep(self, row: int, kept: bool) -> bool:  # noqa: FBT001 - what becomes of it
        """Choose or unchoose a row; return whether the row allows it."""
        state = self._states[row]
        if state is Keep.NEVER:
            return False
        wanted = Keep.KEPT if kept else Keep.DROPPED
        if state is not wanted:
            self._states[row] = wanted
            hit = self.shown[row]
            self._own[hit.document, hit.part] = kept
            self.kept += 1 if kept else -1
            self._changed(row, row)
        return True

    def keep_all(self, kept: bool) -> None:  # noqa: FBT001 - what becomes of them
        """Choose or unchoose every row that allows it."""
        wanted = Keep.KEPT if kept else Keep.DROPPED
        for row, (hit, state) in enumerate(zip(self.shown, self._states, strict=True)):
            if state is not Keep.NEVER:
                self._states[row] = wanted
                self._own[hit.document, hit.part] = kept
        self.kept = self._states.count(Keep.KEPT)
        self._changed(0, len(self.shown) - 1)

    def places(self) -> dict[str, set[Part]]:
        """Return the parts of the chosen hits by document id."""
        found: dict[str, set[Part]] = {}
        for hit, state in zip(self.shown, self._states, strict=True):
            if state is Keep.KEPT:
                found.setdefault(hit.document, set()).add(hit.part)
        return found

    def text(self, row: int) -> str:
        return around(self.shown[row])

    def tip(self, row: int) -> str:
        title = self.titles.get(self.shown[row].document)
        return "\n".join(filter(None, (self.text(row), title)))  # the row may elide either

    def spoken(self, row: int) -> str:
        hit, schema = self.shown[row], self.schema
        standing = standing_words(hit, schema, self.layer) if schema is not None else ""
        known = standing, keep_words(self._states[row]), self.titles.get(hit.document)
        return ", ".join(filter(None, (hit.words, *known, self.text(row))))

    def _work_out(self) -> None:
        known: dict[tuple[Standing, str], Keep] = {}  # few kinds, thousands of hits
        states = []
        for hit in self.shown:
            kind = hit.standing, hit.label
            if kind not in known:
                known[kind] = self._proposed(hit)
            states.append(known[kind])
        for row, hit in enumerate(self.shown if self._own else ()):
            chosen = self._own.get((hit.document, hit.part))
            if chosen is not None and states[row] is not Keep.NEVER:
                states[row] = Keep.KEPT if chosen else Keep.DROPPED
        self._states = states
        self.kept = states.count(Keep.KEPT)

    def _proposed(self, hit: Hit) -> Keep:
        if not can_be_kept(hit, self._purpose, self._label):
            return Keep.NEVER
        return Keep.KEPT if is_proposed(hit, self._purpose, self._label) else Keep.DROPPED

    def _changed(self, first: int, last: int) -> None:
        if self.shown:
            self.dataChanged.emit(self.index(first), self.index(last))
        self.counted.emit()
