"""Project → Labels and Guidelines: the project's schema, edited beside the article, applied in one step."""

from collections.abc import Collection
from functools import partial

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from annotator.editing.edits import Edit
from annotator.editing.schema_editing.effects import consequences, keeping
from annotator.editing.schema_editing.flaws import flaws
from annotator.jobs import schema_change
from annotator.model.schema import Schema
from annotator.model.values import DOCUMENT
from annotator.system.errors import AnnotatorError
from ui.base.log_dialog import resize_within_screen
from ui.base.look.plain_text import plain, tooltip
from ui.base.messages import sentence
from ui.base.saving import ask_to_discard, typed_again
from ui.base.widgets.buttons import dialog_button, name_buttons
from ui.base.widgets.flow import FlowLayout
from ui.base.widgets.inputs import fill, put_in_tab_order
from ui.bridge.session import Session, leads
from ui.jobs.workers import JobProcess
from ui.schema.applying import SchemaApplier
from ui.schema.editing import DraftEditor
from ui.schema.forms.part_page import PartPage
from ui.schema.kept_draft import KeptDraft
from ui.schema.outlook import UsageCounter, flaw_words, outlook
from ui.schema.schema_draft import Draft, Part, PartKind, PartPlace
from ui.schema.schema_files import SchemaFiles
from ui.schema.schema_foot import SchemaFoot
from ui.schema.schema_tree import USED, SchemaTree

_NARROW, _TREE = 240, 400  # pixels of the left side
_LOW = 480  # pixels below which a window is low
_MARGINS, _LOW_MARGINS = (16, 16, 16, 16), (12, 8, 12, 8)


class SchemaWindow(QDialog):
    """The schema editor. Nothing changes before Apply; the foot shows its effects. Apply can be undone."""

    offered_changed = Signal()  # the active labels changed: suggest again

    def __init__(
        self, session: Session, files: JobProcess, suggested: Collection[str], parent: QWidget | None = None
    ) -> None:
        """Build the window; ``suggested`` are the entity labels that models know."""
        super().__init__(parent)
        self._suggested = suggested
        self.setWindowTitle(self.tr("Labels and Guidelines"))
        self._session = session
        self._project = session.required()
        self._last = schema_change.last(self._project.read)
        self._closing = False  # whether the window closes once the draft is applied
        self.draft = Draft(self._project.schema, self)
        self._kept = KeptDraft(self.draft, self._project.path)
        self.editing = DraftEditor(self.draft, self)
        self.applying = SchemaApplier(session, files, self)
        self.counting = UsageCounter(self._project, files, self.draft, self)
        self.tree = SchemaTree()
        self.page = PartPage(self.draft, self)
        self.foot = SchemaFoot()
        self.files = SchemaFiles(self.draft, self)
        self.add = dialog_button("schemaAdd", self.tr("&Add"))
        self._add_menu = QMenu(self.add)
        self.add.setMenu(self._add_menu)
        self.split = dialog_button("schemaSplit", self.tr("S&plit…"))
        self.merge = dialog_button("schemaMerge", self.tr("&Merge…"))
        self.remove = dialog_button("schemaRemove", self.tr("&Remove…"))
        self._order = plain(self.tr("Alt+↑ and Alt+↓ change the order."), "muted")
        self._outer = QVBoxLayout(self)
        self._fill_add_menu()
        self._lay_out()
        self._connect()
        name_buttons(self)
        if leads(session):
            self._kept.restore()
        self._show()
        first = self._project.schema.labels
        if first:
            self.tree.choose(PartPlace(PartKind.LABEL, (first[0].layer, first[0].id)))
        put_in_tab_order(self.remove, self.page)  # which was built before its neighbours had their place
        self.tree.setFocus()
        self.counting.count()

    def done(self, result: int) -> None:
        """Close, asking first if there are unapplied edits."""
        if self._session.project is None:
            self._finish(result)
        elif self.applying.busy:
            return
        elif self.draft.change.changes_anything:
            words = self.tr("Your changes are not applied yet.")
            discard = partial(self._finish, QDialog.DialogCode.Rejected.value)
            apply = partial(self._on_apply, closing=True) if self.foot.apply.isEnabled() else None
            ask_to_discard(self, "schemaDiscardQuestion", words, discard, apply)
        else:
            self._finish(result)

    def _finish(self, result: int) -> None:
        if self._session.project is not None:
            self._kept.forget()
        self.applying.stop()
        self.counting.stop()
        super().done(result)

    def begin_anew(self) -> None:
        """Drop the draft and show the project's schema."""
        project = self._project
        self.foot.tell("")  # clears the message about the earlier change
        self._last = schema_change.last(project.read)
        self.draft.begin(project.schema)
        self.counting.count()

    def event(self, event: QEvent) -> bool:
        """Recount uses when the window becomes active. In a low window (a screen at 200%) show only tree and form."""
        taken = super().event(event)
        came = event.type() == QEvent.Type.ActivationChange and self.isActiveWindow()
        if came and self._session.project is not None and not self.applying.busy:
            self.counting.count()  # labels may have been added meanwhile
        if event.type() == QEvent.Type.Resize:
            low = self.height() < _LOW
            self._order.setVisible(not low)
            self._outer.setContentsMargins(*(_LOW_MARGINS if low else _MARGINS))
            self._outer.setSpacing(6 if low else 12)
            self.tree.setColumnHidden(USED, low)  # the form shows the uses too
            self.foot.be_low(low=low)
        return taken

    # Inside

    def _lay_out(self) -> None:
        resize_within_screen(self, 1120, 760)
        tools = QWidget()
        flow = FlowLayout(tools, gap=8)
        for button in (self.add, self.split, self.merge, self.remove):
            flow.addWidget(button)
        left = fill(QVBoxLayout(), (self.tree, 1), tools, spacing=8)
        self.tree.setToolTip(tooltip(self._order.text()))
        left.addWidget(self._order)
        column = QWidget()
        column.setMinimumWidth(_NARROW)
        column.setMaximumWidth(_TREE)
        column.setLayout(left)
        left.setContentsMargins(0, 0, 0, 0)
        middle = fill(QHBoxLayout(), (column, 2), (self.page, 3), spacing=16)
        line = QFrame()
        line.setFixedHeight(1)
        line.setStyleSheet("background: palette(mid);")
        layout = self._outer
        layout.setContentsMargins(*_MARGINS)
        layout.setSpacing(12)
        layout.addWidget(self.files)
        layout.addLayout(middle, 1)
        layout.addWidget(line)
        layout.addWidget(self.foot)

    def _connect(self) -> None:
        tree = self.tree
        self.split.clicked.connect(self._on_split)
        self.merge.clicked.connect(self._on_merge)
        self.remove.clicked.connect(self._on_remove)
        self.draft.changed.connect(self._show)
        tree.chosen.connect(self._on_chosen)
        tree.moving.connect(self._on_move)
        tree.removing.connect(self._on_remove)
        tree.adding.connect(self._on_add)
        tree.entering.connect(self.page.take_keyboard)
        self.page.edited.connect(self._on_edited)
        self.page.refused.connect(self.foot.warn)
        self.page.entered.connect(self.foot.apply.click)
        self.editing.chosen.connect(self._on_new)
        self.editing.told.connect(self.foot.warn)
        self.editing.words_wanted.connect(self.counting.find_words)
        self.counting.words_found.connect(self.editing.show_words)
        self.counting.failed.connect(self._on_failed)
        self.files.failed.connect(self._on_failed)
        self.files.told.connect(self.foot.tell)
        self.foot.apply_wanted.connect(self._on_apply)
        self.foot.over_wanted.connect(self._on_over)
        self.foot.back_wanted.connect(self._on_back)
        self.foot.close_wanted.connect(self.reject)
        self.foot.stop_wanted.connect(self._on_stop)
        self.applying.begun.connect(self.foot.begin)
        self.applying.advanced.connect(self.foot.line.advance)
        self.applying.finished.connect(self._on_applied)
        self.applying.failed.connect(self._on_failed)

    def _fill_add_menu(self) -> None:
        for kind, words in (
            (PartKind.LABEL, self.tr("&Label")),
            (PartKind.FIELD, self.tr("&Field")),
            (PartKind.VALUE, self.tr("&Value of the field")),
            (PartKind.RELATION, self.tr("Rela&tion")),
            (PartKind.LAYER, self.tr("La&yer")),
            (PartKind.RULE, self.tr("&Rule")),
        ):
            action = self._add_menu.addAction(words)
            action.setObjectName(f"schemaAdd.{kind}")
            action.triggered.connect(partial(self._add, kind, None))
        of_articles = self._add_menu.addAction(self.tr("&Article label"))
        of_articles.setObjectName("schemaAdd.article")
        of_articles.triggered.connect(partial(self._add, PartKind.FIELD, PartPlace(PartKind.FIELDS, (DOCUMENT,))))

    @Slot()
    def _show(self) -> None:
        """Show the draft and the effects of applying it."""
        draft, session = self.draft, self._session
        if session.project is None:
            return
        found = flaws(draft.schema)
        self.tree.show_draft(draft, found)
        self.page.show_place(self.tree.place)
        self._enable()
        words = outlook(draft.change, draft.usage, self._suggested, draft.broken)
        may_apply = bool(words) and not found and leads(session)
        if self._kept.restored:
            words = [typed_again(), *words]
        self.foot.show_outlook(words, [flaw_words(flaw, draft.schema) for flaw in found], may_apply=may_apply)
        if session.writable and not leads(session):
            self.foot.tell(self.tr("In a package, schema and guidelines can only be read."))
        self.foot.show_back(may=leads(session) and self._last is not None and not words)
        self.files.setEnabled(leads(session) and not self.applying.busy)

    def _enable(self) -> None:
        place = self.tree.place
        kind = place.kind if place is not None else None
        may = leads(self._session) and not self.applying.busy
        self.add.setEnabled(may)
        self.split.setEnabled(may and kind is PartKind.LABEL)
        self.merge.setEnabled(may and kind in {PartKind.LABEL, PartKind.VALUE, PartKind.RELATION})
        self.remove.setEnabled(may and kind not in {None, PartKind.FIELDS, PartKind.RELATIONS, PartKind.RULES})
        self.page.setEnabled(may)
        for action in self._add_menu.actions():
            if action.objectName() == f"schemaAdd.{PartKind.VALUE}":
                action.setEnabled(kind in {PartKind.FIELD, PartKind.VALUE})

    @Slot(object)
    def _on_chosen(self, place: PartPlace) -> None:
        self.page.show_place(place)
        self._enable()

    @Slot(object)
    def _on_new(self, place: PartPlace) -> None:
        known = place == self.tree.place
        self.tree.choose(place)
        self.page.show_place(self.tree.place)
        typing = self.page.isAncestorOf(self.focusWidget())
        if not known and not typing and not self.draft.uses(place):
            self.page.take_keyboard()  # a new part needs a name

    @Slot(object, object)
    def _on_edited(self, place: PartPlace, part: Part) -> None:
        self.editing.put(place, part)

    @Slot(int)
    def _on_move(self, by: int) -> None:
        if self.tree.place is not None and self.add.isEnabled():
            self.editing.move(self.tree.place, by)

    @Slot()
    def _on_add(self) -> None:
        place = self.tree.place
        beside = {
            PartKind.FIELDS: PartKind.FIELD,
            PartKind.RELATIONS: PartKind.RELATION,
            PartKind.LAYER: PartKind.LABEL,
            PartKind.RULES: PartKind.RULE,
        }
        kind = place.kind if place is not None else PartKind.LABEL
        self._add(beside.get(kind, kind))

    def _add(self, kind: PartKind, near: PartPlace | None = None, _checked: object = None) -> None:
        if self.add.isEnabled():
            self.editing.add(kind, near or self.tree.place)

    @Slot()
    def _on_remove(self) -> None:
        if self.tree.place is not None and self.remove.isEnabled():
            self.editing.remove(self.tree.place)

    @Slot()
    def _on_merge(self) -> None:
        if self.tree.place is not None:
            self.editing.remove(self.tree.place, merging=True)

    @Slot()
    def _on_split(self) -> None:
        if self.tree.place is not None:
            self.editing.split(self.tree.place)

    @Slot()
    def _on_apply(self, *, closing: bool = False) -> None:
        self._closing = closing
        change, usage = self.draft.change, self.draft.usage
        kept, _ = keeping(change, usage)
        self.tree.setFocus()  # when Apply and the form are disabled, Qt would go to the first button
        self.applying.apply(change, sum(found.count for found in consequences(kept, usage)))
        self._enable()

    @Slot()
    def _on_back(self) -> None:
        if self._last is not None:
            self._closing = False
            self.applying.take_back(self._last)
            self._enable()

    @Slot()
    def _on_stop(self) -> None:
        self.applying.stop()
        self.foot.end()
        self._show()

    @Slot()
    def _on_over(self) -> None:
        self.draft.begin(self._project.schema)

    @Slot(object)
    def _on_applied(self, edit: Edit | None) -> None:
        before, after = self.draft.change.before, self._project.schema
        self.foot.end()
        self.begin_anew()
        if edit is not None and edit.undoes is not None:
            self.foot.tell(self.tr("The last change was undone."))
        elif edit is not None:
            self.foot.tell(self.tr("Applied. The project as it was before is among its backups."))
        if offered(before) != offered(after):
            self.offered_changed.emit()
        if self._closing:
            self._finish(QDialog.DialogCode.Accepted.value)

    @Slot(object)
    def _on_failed(self, error: AnnotatorError) -> None:
        self.foot.end()
        self._show()
        self.foot.warn(sentence(error))


def offered(schema: Schema) -> frozenset[tuple[str, str]]:
    """Return the active labels of a schema, as (layer, id)."""
    return frozenset((label.layer, label.id) for label in schema.labels if label.active)
