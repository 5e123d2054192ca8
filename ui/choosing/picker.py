"""The label picker at the selection: for schemas with more labels than keys, and for users who know a label's name."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QWidget

from annotator.model.schema import DIGITS, Label, Layer, Schema, words
from ui.base.i18n import ui_language
from ui.base.look.plain_text import one_line
from ui.choosing import ranking
from ui.choosing.filter_list import ChoiceRow, FilterList

_WIDTH = 320
_SHOWN = 10
_GAP = 6
_LONGEST = 60  # characters of a label's name


NEW = "new"  # no row of a label has this id


class LabelPicker(FilterList):
    """Popup list of labels, found by name in any language, by id, key or layer.

    If no label fits, ``chosen`` may emit `NEW`: the user wants a new label called `typed` in the layer `layer`.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, name="labelPicker", most=_SHOWN)
        self.setAccessibleName(self.tr("Choose a label"))
        self.field.setAccessibleName(self.tr("Find a label"))
        self.list.setAccessibleName(self.tr("Labels"))
        self._rows: tuple[ChoiceRow, ...] = ()
        self._others: tuple[ChoiceRow, ...] = ()  # of labels that cannot be chosen here, with the reason
        self.layer = self._layer_name = ""

    @property
    def typed(self) -> str:
        """The name typed for a new label."""
        return one_line(self.field.text(), _LONGEST)

    def offer(
        self, schema: Schema, layers: Collection[str], place: QRect, *, had: Collection[str] | None = None
    ) -> None:
        """Offer the labels of some layers in a list below ``place`` in the window, or above it.

        ``had`` are the labels ("layer LABEL") that the words already have. They are left out, as another label is to be
        added.
        """
        self._rows = tuple(row for row in label_rows(schema, layers) if row.id not in (had or ()))
        self._others = self._not_offered(schema, {row.id for row in self._rows}, had or ())
        of_new = next((layer for layer in schema.layers if layer.id in layers), None)
        self.layer = of_new.id if of_new is not None else ""
        self._layer_name = words(of_new.name, ui_language()) or of_new.id if of_new is not None else ""
        usual, besides = self.tr("Label, or its key"), self.tr("Another label, or its key")
        self.field.setPlaceholderText(besides if had else usual)
        self.resize(min(_WIDTH, self.window().width() - 2 * _GAP), self.height())
        self.open_list(self.window().height() - 2 * _GAP)
        put_beside(self, place)

    def rows_for(self, typed: str) -> Sequence[ChoiceRow]:
        found = best(self._rows, typed)
        key = typed.strip().upper()
        held = () if any(key in row.keys for row in found) else tuple(row for row in self._others if key in row.keys)
        if held or key in DIGITS:  # a digit is never the name of a new label
            return [*found, *held]
        asked = ranking.wanted(typed)
        if (
            not asked.text
            or not self.layer
            or any(ranking.score(asked, row.names) >= ranking.INITIALS for row in found)
        ):
            return found
        name = self.tr("New label “{name}”…").format(name=one_line(typed, _LONGEST))
        return [*found, ChoiceRow(id=NEW, name=name, detail=self._layer_name, names=ranking.names(name))]

    def _not_offered(self, schema: Schema, offered: Collection[str], had: Collection[str]) -> tuple[ChoiceRow, ...]:
        """Return grey rows for the labels with a key that are not offered; each says why."""
        rows = []
        for layer in schema.layers:
            name = words(layer.name, ui_language()) or layer.id
            for label in layer.labels:
                row = _row(label, 0, name)
                if row.keys and row.id not in offered:
                    reason = self.tr("already there") if row.id in had else self.tr("of another layer")
                    rows.append(replace(row, reason=reason if label.active else self.tr("not offered in this project")))
        return tuple(rows)


def label_rows(schema: Schema, layers: Collection[str]) -> tuple[ChoiceRow, ...]:
    """Return a row for each active label, in schema order; labels come below their parent."""
    rows: list[ChoiceRow] = []
    for layer in schema.layers:
        if layer.id in layers:
            name = words(layer.name, ui_language()) or layer.id
            rows += [_row(label, depth, " › ".join((name, *above))) for label, depth, above in _tree(layer)]
    return tuple(rows)


def best(rows: Sequence[ChoiceRow], typed: str) -> list[ChoiceRow]:
    """Return the matching rows, the best first; among equals, rows that can be chosen come first."""
    if not typed.strip():
        return list(rows)
    asked = ranking.wanted(typed)
    scored = [(ranking.score(asked, row.names), replace(row, depth=0)) for row in rows]
    return [row for points, row in sorted(scored, key=lambda pair: (-pair[0], bool(pair[1].reason))) if points]


def put_beside(popup: QWidget, place: QRect) -> None:
    """Move a popup below ``place`` in its window, or above if there is no room, without leaving the window."""
    room = popup.window().rect().adjusted(_GAP, _GAP, -_GAP, -_GAP)
    top = place.bottom() + _GAP
    if top + popup.height() > room.bottom() and place.top() - _GAP - popup.height() >= room.top():
        top = place.top() - _GAP - popup.height()
    x = max(room.left(), min(place.left(), room.right() - popup.width()))
    popup.move(QPoint(x, max(room.top(), min(top, room.bottom() - popup.height()))))


def _tree(layer: Layer) -> Iterator[tuple[Label, int, tuple[str, ...]]]:
    """Yield the active labels of a layer with their depth and the names of all their ancestors."""
    by_id = {label.id: label for label in layer.labels}
    children: dict[str | None, list[Label]] = {}
    for label in layer.labels:
        children.setdefault(label.parent if label.parent in by_id else None, []).append(label)
    waiting: list[tuple[Label, int, tuple[str, ...]]] = [(label, 0, ()) for label in reversed(children.get(None, []))]
    while waiting:
        label, depth, above = waiting.pop()
        if label.active:
            yield label, depth, above
        below = (*above, words(label.name, ui_language()) or label.id)
        deeper = depth + 1 if label.active else depth
        waiting += [(child, deeper, below) for child in reversed(children.get(label.id, []))]


def _row(label: Label, depth: int, place: str) -> ChoiceRow:
    key = (label.key or "").upper()
    name = words(label.name, ui_language()) or label.id
    keys = (key,) if key else ()
    return ChoiceRow(
        id=f"{label.layer} {label.id}",
        name=name,
        detail=place,
        keys=keys,
        light=label.light,
        dark=label.dark,
        depth=depth,
        names=ranking.names(name, (*label.name.values(), label.id), keys, place),
    )
