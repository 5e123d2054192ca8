"""The right side of the schema window: the selected part's form below its name."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, TypeVar, cast

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFormLayout, QFrame, QScrollArea, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from annotator.model.schema import Attribute, Label, Layer, RelationType, Rule, Value
from ui.base.i18n import number, ui_language
from ui.base.look.plain_text import plain
from ui.base.look.sizes import APART
from ui.base.widgets.inputs import fill, named, put_in_tab_order
from ui.schema.forms.part_forms import FieldForm, LabelForm, LayerForm, NamedForm, RelationForm, ValueForm
from ui.schema.forms.rule_form import RuleForm
from ui.schema.forms.small_fields import BothWords
from ui.schema.schema_draft import Draft, Part, PartKind, PartPlace, called

Form = TypeVar("Form", LabelForm, LayerForm, ValueForm, RuleForm, FieldForm, RelationForm)
_FORMS: Mapping[type[Part], Any] = MappingProxyType(
    {
        Label: LabelForm,
        Layer: LayerForm,
        Value: ValueForm,
        Rule: RuleForm,
        Attribute: FieldForm,
        RelationType: RelationForm,
    }
)


class PartPage(QScrollArea):
    """The form of the part at a place; `edited` is emitted on each change.

    Each kind of form is built when the first part of its kind is shown: all six take 60 ms.
    """

    edited = Signal(object, object)  # Place, the changed part
    refused = Signal(str)
    entered = Signal()  # Return in a line of names or help

    def __init__(self, draft: Draft, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "schemaPage", self.tr("Selected part"))
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self._draft = draft
        self._place: PartPlace | None = None
        self._part: Part | None = None
        self._forms: dict[type[QWidget], QWidget] = {}
        self._title = plain(role="title", name="schemaPartTitle", wraps=True)
        self._used = plain(role="muted")
        self._nothing = plain(self.tr("Select a part of the schema on the left."), "muted")
        inside = QWidget()
        self.setWidget(inside)
        self._pages = QStackedWidget(inside)
        self._pages.addWidget(self._nothing)
        layout = fill(QVBoxLayout(inside), self._title, self._used, margins=(0, 0, APART, 0), spacing=4)
        layout.addSpacing(8)
        layout.addWidget(self._pages)
        layout.addStretch(1)
        self.viewport().setAutoFillBackground(False)
        inside.setAutoFillBackground(False)
        self.show_place(None)

    def form(self, kind: type[Form]) -> Form:
        """Return the form of this kind, which is built when it is first asked for."""
        if kind not in self._forms:
            self._forms[kind] = self._built(kind(self._pages))
        return cast("Form", self._forms[kind])

    def _built(self, form: Form) -> Form:
        """Connect a new form, and put it into the order of Tab; return it."""
        form.edited.connect(self._on_edited)
        if isinstance(form, NamedForm):
            form.refused.connect(self.refused)
        for words in form.findChildren(BothWords):
            words.entered.connect(self.entered)
        self._pages.addWidget(form)
        put_in_tab_order(self, form)
        return form

    def show_place(self, place: PartPlace | None) -> None:
        """Show the form of the part at a place, or a hint if there is no part."""
        part = self._draft.part(place) if place is not None else None
        self._place = place
        self._title.setText(called(part) if part is not None else "")
        self._used.setText(self._usage(place) if part is not None and place is not None else "")
        if part is self._part and part is not None:
            return  # the user is typing here
        self._part = part
        self._show(part)
        for page in self._pages.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
            shown = page is self._pages.currentWidget()  # hidden pages take no room
            policy = QSizePolicy.Policy.Preferred if shown else QSizePolicy.Policy.Ignored
            page.setSizePolicy(policy, policy)
        self._fit_rows()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_rows()

    def _fit_rows(self) -> None:
        """Put captions above the fields if the form would scroll sideways (a window of 640 pixels)."""
        form = self._pages.currentWidget()
        layout = form.layout() if form is not None else None
        if isinstance(layout, QFormLayout):
            layout.setRowWrapPolicy(QFormLayout.RowWrapPolicy.DontWrapRows)
            room = self.contentsRect().width() - self.verticalScrollBar().sizeHint().width() - APART
            if layout.minimumSize().width() > room:
                layout.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)

    def take_keyboard(self) -> None:
        """Set the focus on the first field."""
        page = self._pages.currentWidget()
        names = getattr(page, "names", None)
        if isinstance(names, BothWords):
            names.setFocus(Qt.FocusReason.OtherFocusReason)
            names.lines[ui_language()].selectAll()
        elif isinstance(page, RuleForm):
            page.words.fields[ui_language()].setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, part: Part | None) -> None:
        if part is None:
            self._pages.setCurrentWidget(self._nothing)
            return
        schema, form = self._draft.schema, self.form(_FORMS[type(part)])
        if isinstance(part, Value) and self._place is not None:
            field = schema.attribute(*self._place.path[:2])
            form.show_part(part, field.values if field is not None else ())
        else:
            form.show_part(part, schema)
        self._pages.setCurrentWidget(form)

    def _usage(self, place: PartPlace) -> str:
        if place.kind not in {PartKind.LABEL, PartKind.FIELD, PartKind.VALUE, PartKind.RELATION}:
            return ""
        count = self._draft.uses(place)
        if not count:
            return self.tr("not used yet")
        return self.tr("used once") if count == 1 else self.tr("used {count} times").format(count=number(count))

    @Slot(object)
    def _on_edited(self, part: Part) -> None:
        place = self._place
        if place is None:
            return
        self._part = part
        self.edited.emit(place, part)
        if isinstance(part, Label):
            self.form(LabelForm).colours.show_label(part, self._draft.schema)
