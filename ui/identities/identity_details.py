"""Details of one person or organisation: name, aliases, Wikidata id, forms and places."""

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QRect, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFormLayout,
    QLineEdit,
    QPushButton,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from annotator.jobs.identify_mentions import MentionPlace
from annotator.model.values import Identity
from annotator.suggestions.namesakes import Group, NameForm
from ui.base.i18n import number
from ui.base.look.plain_text import one_line, plain, tooltip
from ui.base.rows.plain_table import ENTER, KeyTable, click_on_return
from ui.base.rows.row_list import RowDelegate, paint_line
from ui.base.rows.rows_model import Index, ListModel
from ui.base.saving import Unsaved
from ui.base.settings import ProjectRows
from ui.base.widgets.inputs import fill, hinted, named
from ui.bridge.session import Session
from ui.occurrences.hit_list import paint_context

_TYPED = ProjectRows("identities.json", private=True)
_ROW = 28
_TITLE = 120
_FIELD = 110  # least width of a field in pixels


class FormModel(ListModel[NameForm]):
    """The forms of a person's or organisation's name, the most frequent first."""

    def text(self, row: int) -> str:
        form = self.shown[row]
        counts = (number(len(form.decided)), self.tr("{count} proposed").format(count=number(len(form.proposed))))
        there = (words for words, ids in zip(counts, (form.decided, form.proposed), strict=True) if ids)
        return f"{one_line(form.words, 80)}   {', '.join(there)}"

    def tip(self, row: int) -> str:
        return one_line(self.shown[row].words)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.ForegroundRole and not self.shown[index.row()].decided:
            return QPalette().color(QPalette.ColorRole.PlaceholderText)
        return super().data(index, role)


class PlaceModel(ListModel[MentionPlace]):
    """The mentions of the selected forms, each with the text around it."""

    def text(self, row: int) -> str:
        place = self.shown[row]
        return one_line(f"{place.before}{place.words}{place.after} · {place.title}")


class PlaceDelegate(RowDelegate):
    """Paints a mention with the text around it, and the title of its article at the right."""

    def paint_row(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        if not isinstance(model, PlaceModel):
            return
        place, rect, palette = model.shown[index.row()], option.rect, option.palette
        title = _TITLE if rect.width() > 3 * _TITLE else 0
        around = QRect(rect.left() + 8, rect.top(), rect.width() - 16 - title, rect.height())
        paint_context(painter, around, place, option.font, palette.color(QPalette.ColorRole.Text))
        if title:
            painter.setPen(palette.color(QPalette.ColorRole.PlaceholderText))
            paint_line(painter, QRect(rect.right() - title, rect.top(), title - 8, rect.height()), place.title)


class Details(QWidget):
    """The fields of a person or organisation, its forms, and the mentions of the selected forms.

    A field is stored when Return is pressed in it or when the keyboard leaves it. Until then, what is typed is a draft.
    """

    described = Signal(object, str, str, str)  # the Identity, and name, aliases and Wikidata id as typed
    parted = Signal(bool)  # whether the selected forms get their own identity
    forms_chosen = Signal()
    jump_wanted = Signal(str, int, int)  # document id, start and end in code points, end exclusive
    left = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("identityDetails")
        self.group: Group | None = None
        self._session = session
        self._unsaved = Unsaved(_TYPED, session.required().path)
        typed = self._unsaved.restored(7) if session.writable else ()
        self._draft = self._restored = typed  # an identity's id, its three stored texts, and the typed ones
        self.name = _line("identityName", self.tr("Name"), self)
        self.aliases = hinted(_line("identityAliases", self.tr("Aliases"), self), self.tr("separated by semicolons"))
        self.wikidata = hinted(
            _line("identityWikidata", self.tr("Wikidata"), self), self.tr("Q64, or the page’s address")
        )
        self.forms = FormModel(self)
        self.form_list = _table("identityForms", self.tr("Spellings"), self.forms, self)
        self.form_list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self._split = _button("identitySplit", self.tr("Somebody Else"), self)
        self._split.setToolTip(
            tooltip(self.tr("The selected mentions refer to another person or organisation of that name."))
        )
        self._free = _button("identityFree", self.tr("Not This One"), self)
        self._free.setToolTip(tooltip(self.tr("Who is meant by the selected mentions is left open again.")))
        self.places = PlaceModel(self)
        self.place_list = _table("identityPlaces", self.tr("Mentions"), self.places, self)
        self.place_list.setItemDelegate(PlaceDelegate(self.place_list))
        self._lay_out()
        for line in (self.name, self.aliases, self.wikidata):
            line.textEdited.connect(self._keep)
            line.editingFinished.connect(self._on_edited)
        session.project_closing.connect(self._on_edited)
        self._split.clicked.connect(lambda: self.parted.emit(True))
        self._free.clicked.connect(lambda: self.parted.emit(False))
        self.form_list.pressed_key.connect(self._on_form_key)
        self.form_list.selectionModel().selectionChanged.connect(self.forms_chosen)
        self.place_list.pressed_key.connect(self._on_place_key)
        self.place_list.clicked.connect(self._jump)
        click_on_return(self.place_list)

    @property
    def selected_forms(self) -> list[NameForm]:
        """The selected forms, or all if none is selected."""
        rows = sorted({index.row() for index in self.form_list.selectionModel().selectedRows()})
        return [self.forms.shown[row] for row in rows] or list(self.forms.shown)

    def show_group(self, group: Group | None, *, writable: bool) -> None:
        """Show a group; None empties the fields."""
        self.group = group
        identity = group.identity if group is not None else None
        texts = (group.name if group is not None else "", "", "") if identity is None else self._texts(identity)
        for line, words in zip((self.name, self.aliases, self.wikidata), texts, strict=True):
            if words != line.text():  # else the caret would move while somebody types
                line.setText(words)
        for widget in (self.name, self.aliases, self.wikidata, self._split, self._free):
            widget.setEnabled(identity is not None and writable)
        self.forms.show_rows(group.forms if group is not None else ())
        if group is None:
            self.places.show_rows(())

    def _lay_out(self) -> None:
        fields = QFormLayout()
        fields.setContentsMargins(0, 0, 0, 0)
        fields.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for line in (self.name, self.aliases, self.wikidata):
            line.setMinimumWidth(_FIELD)
            label = plain(line.accessibleName(), role="muted")
            label.setBuddy(line)
            fields.addRow(label, line)
        layout = fill(
            QVBoxLayout(self),
            fields,
            plain(self.tr("Spellings"), role="title"),
            (self.form_list, 2),
            margins=(8, 0, 0, 0),
            spacing=8,
        )
        buttons = QFormLayout()
        buttons.setContentsMargins(0, 0, 0, 0)
        buttons.addRow(self._split, self._free)
        layout.addLayout(buttons)
        layout.addWidget(plain(self.tr("Mentions"), role="title"))
        layout.addWidget(self.place_list, 3)

    def restored(self, groups: Iterable[Group]) -> Group | None:
        """Return the group for which an earlier window left a draft. Only the first call returns it."""
        begun, self._restored = self._restored[:4], ()
        known = ((group, group.identity) for group in groups if begun and group.identity is not None)
        return next((group for group, identity in known if (identity.id, *_written(identity)) == begun), None)

    def forget(self) -> None:
        """Forget what was typed and not stored."""
        self._draft = ()
        self._unsaved.keep()

    def _texts(self, identity: Identity) -> tuple[str, ...]:
        """Return what was typed for an identity, or else what is stored of it."""
        stored = _written(identity)
        if self._draft[:1] == (identity.id,):
            if self._draft[1:4] == stored:
                return self._draft[4:]
            self.forget()  # it was stored
        return stored

    @Slot()
    def _keep(self) -> None:
        identity = self.group.identity if self.group is not None else None
        typed = self._typed()
        if identity is not None and typed != _written(identity):
            self._draft = (identity.id, *_written(identity), *typed)
            self._unsaved.keep(*self._draft)
        else:
            self.forget()

    def _typed(self) -> tuple[str, str, str]:
        return self.name.text(), self.aliases.text(), self.wikidata.text()

    @Slot()
    def _on_edited(self) -> None:
        identity = self.group.identity if self.group is not None else None
        typed = self._typed()
        if self._session.writable and identity is not None and typed != _written(identity):
            self.described.emit(identity, *typed)

    @Slot(object)
    def _on_form_key(self, event: Any) -> None:
        if event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier):
            return
        key = event.key()
        if key == Qt.Key.Key_S and self._split.isEnabled():
            self.parted.emit(True)
        elif key in {Qt.Key.Key_Backspace, Qt.Key.Key_Delete} and self._free.isEnabled():
            self.parted.emit(False)
        elif key in ENTER and self.places.shown:
            self.place_list.setFocus()
            self.place_list.selectRow(max(0, self.place_list.currentIndex().row()))
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            return
        event.accept()

    @Slot(object)
    def _on_place_key(self, event: Any) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.form_list.setFocus()
            event.accept()

    @Slot(QModelIndex)
    def _jump(self, index: QModelIndex) -> None:
        place = self.places.shown[index.row()]
        self.jump_wanted.emit(place.document, place.start, place.end)


def _written(identity: Identity) -> tuple[str, str, str]:
    return identity.name, "; ".join(identity.aliases), identity.kb_id or ""


def _line(name: str, accessible: str, parent: QWidget) -> QLineEdit:
    line = named(QLineEdit(parent), name, accessible)
    line.setMaxLength(2000)
    return line


def _button(name: str, words: str, parent: QWidget) -> QPushButton:
    return named(QPushButton(words, parent), name, words, role="link")


def _table(name: str, accessible: str, model: QAbstractItemModel, parent: QWidget) -> KeyTable:
    """Build a list as a table of one column, because a table asks its model only for visible rows."""
    table = KeyTable(name, accessible, parent)
    table.setModel(model)
    table.be_list(_ROW)
    return table
