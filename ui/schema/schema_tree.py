"""The schema's parts as a tree: layers with labels and fields, document labels, relations, rules."""

from collections.abc import Iterable, Iterator, Sequence
from enum import Enum

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QBrush, QColor, QIcon, QKeyEvent, QPainter, QPalette, QPixmap
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeWidget, QTreeWidgetItem

from annotator.editing.schema_editing.flaws import Flaw
from annotator.model.schema import Attribute, Label, Schema
from annotator.model.values import DOCUMENT
from ui.base.i18n import number
from ui.base.look.look import is_dark, label_colour
from ui.base.look.plain_text import strong, tooltip
from ui.base.look.theme import DARK, LIGHT
from ui.base.widgets.inputs import named
from ui.schema.schema_draft import Draft, Part, PartKind, PartPlace, called, places_of

PLACE = Qt.ItemDataRole.UserRole
_NAME, _KEY, USED = range(3)
_DOT = 10
_HEIGHT = 26
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class Ink(Enum):
    """The colours of a row."""

    USUAL = "usual"
    QUIET = "quiet"
    WRONG = "wrong"


class SchemaTree(QTreeWidget):
    """The tree of a schema's parts. Alt+Up and Alt+Down move a part, Delete removes, Insert adds, Enter edits."""

    chosen = Signal(object)  # Place
    moving = Signal(int)
    removing = Signal()
    adding = Signal()
    entering = Signal()

    def __init__(self) -> None:
        super().__init__()
        named(self, "schemaTree", self.tr("Parts of the schema"))
        self.setHeaderLabels([self.tr("Labels and fields"), self.tr("Key"), self.tr("Used")])
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setIconSize(QSize(_DOT, _DOT))
        self.setUniformRowHeights(True)
        self.setExpandsOnDoubleClick(False)
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(_NAME, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(_KEY, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(USED, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionsMovable(False)
        self._filled = False
        self.currentItemChanged.connect(self._on_current)

    @property
    def place(self) -> PartPlace | None:
        row = self.currentItem()
        return row.data(_NAME, PLACE) if row is not None else None

    def show_draft(self, draft: Draft, flaws: Iterable[Flaw]) -> None:
        """Show the draft; selected and open rows stay."""
        schema = draft.schema
        wanted = list(_places(schema))
        if [row.data(_NAME, PLACE) for row in self._rows()] != [place for place, _ in wanted]:
            self._build(wanted)
        wrong = {place for flaw in flaws for place in places_of(flaw, schema)}
        fonts, inks = (self.font(), strong(self.font())), self._inks()
        for row in self._rows():
            place: PartPlace = row.data(_NAME, PLACE)
            part = draft.part(place)
            quiet = part is None or _is_quiet(part)
            self._show(row, place, part, draft.uses(place))
            row.setForeground(_NAME, inks[Ink.WRONG if place in wrong else Ink.QUIET if quiet else Ink.USUAL])
            row.setFont(_NAME, fonts[place.kind is PartKind.LAYER])

    def choose(self, place: PartPlace) -> None:
        for row in self._rows():
            if row.data(_NAME, PLACE) == place:
                self.setCurrentItem(row)
                self.scrollToItem(row)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        match event.key():
            case Qt.Key.Key_Up | Qt.Key.Key_Down if alt:
                self.moving.emit(-1 if event.key() == Qt.Key.Key_Up else 1)
            case Qt.Key.Key_Delete:
                self.removing.emit()
            case Qt.Key.Key_Insert:
                self.adding.emit()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_F2:
                self.entering.emit()
            case _:
                super().keyPressEvent(event)

    def _build(self, wanted: list[tuple[PartPlace, int]]) -> None:
        """Rebuild the rows; fields and rules start collapsed."""
        before = self.place
        closed = {row.data(_NAME, PLACE) for row in self._rows() if row.childCount() and not row.isExpanded()}
        self.blockSignals(True)
        self.clear()
        above: list[QTreeWidgetItem] = []
        size = QSize(0, max(_HEIGHT, self.fontMetrics().height() + 10))
        for place, depth in wanted:
            del above[depth:]
            row = QTreeWidgetItem(above[-1]) if above else QTreeWidgetItem(self)
            row.setData(_NAME, PLACE, place)
            row.setSizeHint(_NAME, size)
            row.setTextAlignment(_KEY, Qt.AlignmentFlag.AlignCenter)
            row.setTextAlignment(USED, _RIGHT)
            above.append(row)
        for row in self._rows():
            place = row.data(_NAME, PLACE)
            quiet = place.kind in {PartKind.FIELDS, PartKind.FIELD, PartKind.RULES}
            row.setExpanded(place not in closed if self._filled else not quiet)
        self._filled = True
        self.blockSignals(False)
        if before is not None:
            self.choose(before)

    def _show(self, row: QTreeWidgetItem, place: PartPlace, part: Part | None, used: int) -> None:
        name = self._name_of(place, part)
        if _is_quiet(part):
            name = self.tr("{name} (not offered)").format(name=name)
        row.setText(_NAME, name)
        key = getattr(part, "key", None)
        row.setText(_KEY, key.upper() if isinstance(key, str) else "")
        row.setText(USED, number(used) if used else "")
        row.setToolTip(_NAME, tooltip(name))
        if isinstance(part, Label):
            row.setIcon(_NAME, self._dot(part))

    def _name_of(self, place: PartPlace, part: Part | None) -> str:
        if part is not None:
            return called(part)
        headings = {
            PartKind.FIELDS: self.tr("Article labels") if place.path == (DOCUMENT,) else self.tr("Fields"),
            PartKind.RELATIONS: self.tr("Relations"),
            PartKind.RULES: self.tr("Rules"),
        }
        return headings[place.kind]

    def _inks(self) -> dict[Ink, QBrush]:
        palette = self.palette()
        return {
            Ink.USUAL: palette.brush(QPalette.ColorRole.Text),
            Ink.QUIET: palette.placeholderText(),
            Ink.WRONG: QBrush(QColor((DARK if is_dark(palette) else LIGHT).warning)),
        }

    def _dot(self, label: Label) -> QIcon:
        ratio = self.devicePixelRatioF()
        pixmap = QPixmap(QSize(_DOT, _DOT) * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(label_colour(label, self.palette()))
        painter.drawEllipse(0, 0, _DOT, _DOT)
        painter.end()
        icon = QIcon(pixmap)
        icon.addPixmap(pixmap, QIcon.Mode.Selected)  # otherwise Qt tints the dot in a selected row
        return icon

    def _rows(self) -> Iterator[QTreeWidgetItem]:
        waiting = [self.topLevelItem(i) for i in reversed(range(self.topLevelItemCount()))]
        while waiting:
            row = waiting.pop()
            if row is not None:
                yield row
                waiting += [row.child(i) for i in reversed(range(row.childCount()))]

    @Slot()
    def _on_current(self) -> None:
        if self.place is not None:
            self.chosen.emit(self.place)


def _places(schema: Schema) -> Iterator[tuple[PartPlace, int]]:
    """Yield all places in order, each with its depth."""
    for layer in schema.layers:
        yield PartPlace(PartKind.LAYER, (layer.id,)), 0
        for id_, depth in _nested(layer.labels):
            yield PartPlace(PartKind.LABEL, (layer.id, id_)), 1 + depth
        yield from _fields(schema, layer.id, 1)
    yield from _fields(schema, DOCUMENT, 0)
    if schema.relations:
        yield PartPlace(PartKind.RELATIONS), 0
    for relation in schema.relations:
        yield PartPlace(PartKind.RELATION, (relation.id,)), 1
    if schema.rules:
        yield PartPlace(PartKind.RULES), 0
    for rule in schema.rules:
        yield PartPlace(PartKind.RULE, (rule.id,)), 1


def _fields(schema: Schema, layer: str, depth: int) -> Iterator[tuple[PartPlace, int]]:
    fields = schema.attributes_of(layer)
    if fields:
        yield PartPlace(PartKind.FIELDS, (layer,)), depth
    for field in fields:
        yield PartPlace(PartKind.FIELD, (layer, field.id)), depth + 1
        for value in field.values:
            yield PartPlace(PartKind.VALUE, (layer, field.id, value.id)), depth + 2


def _is_quiet(part: Part | None) -> bool:
    """Return whether a part is hidden from annotators: an inactive label, or a field that is not shown."""
    return (isinstance(part, Label) and not part.active) or (isinstance(part, Attribute) and not part.shown)


def _nested(labels: Sequence[Label]) -> Iterator[tuple[str, int]]:
    """Yield the ids of a layer's labels, each behind its broader label, with the number of broader labels."""
    broader = {label.id: label.parent for label in labels}

    def path(id_: str) -> list[str]:
        found = [id_]
        while (above := broader.get(found[0])) is not None and above in broader and above not in found:
            found.insert(0, above)
        return found

    places = {label.id: place for place, label in enumerate(labels)}
    paths = {label.id: path(label.id) for label in labels}
    for id_ in sorted(paths, key=lambda id_: [places[each] for each in paths[id_]]):
        yield id_, len(paths[id_]) - 1
