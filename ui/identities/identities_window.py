"""Project → Who Is Who: mentions grouped into people and organisations, proposed by rules, decided by a person."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QMessageBox,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from annotator.editing.edits import Edit, EditKind
from annotator.jobs.identify_mentions import (
    MOST_PLACES,
    Mentioned,
    MentionPlace,
    places,
    who_is_mentioned,
)
from annotator.model.schema import Schema
from annotator.model.values import ENTITIES, Identity, Span
from annotator.suggestions.namesakes import Group
from annotator.system.errors import StoreError
from ui.base.i18n import number, translate
from ui.base.key_line import Hint, KeyHints
from ui.base.log_dialog import resize_within_screen
from ui.base.look.look import label_name
from ui.base.look.plain_text import one_line, plain
from ui.base.messages import sentence
from ui.base.saving import question_box, typed_again
from ui.base.widgets.dialog_parts import open_question
from ui.base.widgets.inputs import clearable, fill, named
from ui.base.widgets.scrolled import scroll_area
from ui.base.widgets.tabs import Tabs
from ui.bridge.session import Session
from ui.identities.group_list import GroupTable, ListedGroups
from ui.identities.identity_details import Details
from ui.identities.identity_steps import IdentitySteps
from ui.jobs.job_line import JobLine
from ui.jobs.last_question import LastQuestion
from ui.jobs.workers import JobProcess

_REST = 120  # milliseconds that the arrow keys must rest before mentions are read
_KEYS = 20  # height of the line of key hints in pixels
_QUIET = 400  # milliseconds from the last step to the next grouping
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_BACK = {Qt.Key.Key_Backspace, Qt.Key.Key_Delete}


class IdentitiesWindow(QDialog):
    """The window Who Is Who. It stays open beside the article. Return accepts a proposal and selects the next one."""

    jump_wanted = Signal(str, int, int)  # document id, start and end in code points, end exclusive

    def __init__(self, session: Session, files: JobProcess, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Who Is Who"))
        self.setSizeGripEnabled(True)
        self._session = session
        self._project = session.required()
        self._before: tuple[Group | None, int] = (None, 0)  # current group and its row when the last step began
        self._joined: frozenset[str] = frozenset()  # the mentions that were merged last
        self._grouping = LastQuestion(files, self._on_groups, self)
        self._placing = LastQuestion(files, self._on_places, self)
        self.steps = IdentitySteps(session, self)
        self.search = named(QLineEdit(self), "identitySearch", self.tr("Find a name"))
        self.search.setPlaceholderText(self.tr("Find a name"))
        clearable(self.search)
        self._shown = Tabs(
            "identityShown",
            (
                (ListedGroups.OPEN, self.tr("To Decide")),
                (ListedGroups.DECIDED, self.tr("Decided")),
                (ListedGroups.ALL, self.tr("All", "people and bodies")),
            ),
            self,
        )
        self._halves = QSplitter(Qt.Orientation.Horizontal, self, childrenCollapsible=False)
        self._pages = QStackedWidget(self._halves)
        self.list = GroupTable(self._project.schema, self._pages)
        _, held = scroll_area(self._halves, "identityArea", self.tr("Who Is Who"))
        self.details = Details(session, held)
        fill(QVBoxLayout(held), self.details, margins=0)
        self.line = JobLine()
        self._nothing = plain("", role="muted", name="identityNothing")
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._take = self._button("identityTake", self.tr("&Accept"))
        self._merge = self._button("identityMerge", self.tr("&Merge"))
        self._dissolve = self._button("identityDissolve", self.tr("Dis&solve"))
        self._undo = self._button("identityUndo", self.tr("&Undo"))
        self._rest = QTimer(self, singleShot=True, interval=_REST)
        self._again = QTimer(self, singleShot=True, interval=_QUIET)
        self.line.setMinimumHeight(self._take.sizeHint().height())  # its button moves nothing when it comes
        self._lay_out()
        self._connect()
        for button in self.findChildren(QPushButton):
            button.setAutoDefault(False)  # Return in a field stores it and must not press a button
        resize_within_screen(self, 1180, 720)
        self.search.setFocus()
        for button in (self._take, self._merge, self._dissolve, self._undo):
            button.setEnabled(False)  # until the mentions are grouped
        self.line.begin(self.tr("Grouping mentions…"))
        self.seek()

    def sizeHint(self) -> QSize:
        return QSize(1180, 720)

    @Slot()
    def seek(self) -> None:
        """Group the mentions again; the selected group stays selected."""
        if self.steps.busy:
            self._again.start()
            return
        self._grouping.ask(who_is_mentioned, self._project.path)

    def done(self, result: int) -> None:
        if self.steps.busy:  # closing would delete the timer, and the step would never end
            self.line.warn(sentence(StoreError("store.busy")))
            return
        for question in (self._grouping, self._placing):
            question.cancel()
        for timer in (self._rest, self._again):
            timer.stop()
        super().done(result)  # a field that has the keyboard is stored now
        if self._session.project is not None:
            self.details.forget()

    def hints(self) -> tuple[Hint, ...]:
        """Return the key hints of the list."""
        return (
            Hint(keys=("⏎",), words=self.tr("accept the proposal")),
            Hint(keys=("⇧ ⏎",), words=self.tr("accept all shown")),
            Hint(keys=("M",), words=self.tr("merge the selected")),
            Hint(keys=("⌫",), words=self.tr("dissolve")),
        )

    # Inside

    def _button(self, name: str, words: str) -> QPushButton:
        return named(QPushButton(words), name, words.replace("&", ""))

    def _lay_out(self) -> None:
        head = fill(QHBoxLayout(), (self.search, 1), self._shown, spacing=12)
        self._pages.addWidget(self.list)
        self._pages.addWidget(self._nothing)
        self._halves.setSizes([800, 360])
        keys = named(KeyHints(), "identityKeys")
        keys.show_hints(self.hints())
        keys.setFixedHeight(_KEYS)
        foot = fill(QHBoxLayout(), 1, self._take, self._merge, self._dissolve, self._undo)
        close = self._button("identityClose", self.tr("Close"))
        close.clicked.connect(self.reject)
        foot.addWidget(close)
        fill(QVBoxLayout(self), head, (self._halves, 1), keys, self.line, foot, margins=(16, 14, 16, 14), spacing=10)

    def _connect(self) -> None:
        self.search.textChanged.connect(self._arrange)
        self.search.returnPressed.connect(self.list.setFocus)
        self._shown.chosen.connect(self._arrange)
        self.list.chosen.connect(self._on_chosen)
        self.list.pressed_key.connect(self._on_key)
        self.details.described.connect(self.steps.describe)
        self.details.parted.connect(self._part)
        self.details.forms_chosen.connect(self._rest.start)
        self.details.jump_wanted.connect(self.jump_wanted)
        self.details.left.connect(self.list.setFocus)
        self._rest.timeout.connect(self._find_places)
        self._again.timeout.connect(self.seek)
        for question in (self._grouping, self._placing):
            question.failed.connect(self.line.fail)
        self.steps.done.connect(self._on_done)
        self.steps.failed.connect(self.line.fail)
        self._take.clicked.connect(self._take_selected)
        self._merge.clicked.connect(self._merge_selected)
        self._dissolve.clicked.connect(self._dissolve_current)
        self._undo.clicked.connect(self.steps.undo)
        for keys, slot in (
            (QKeySequence.StandardKey.Undo, self.steps.undo),
            (QKeySequence.StandardKey.Redo, self.steps.redo),
            (QKeySequence.StandardKey.Find, self.search.setFocus),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.activated.connect(slot)
        down = QShortcut(QKeySequence(Qt.Key.Key_Down), self.search)
        down.setContext(Qt.ShortcutContext.WidgetShortcut)
        down.activated.connect(self.list.setFocus)
        self._session.edited.connect(self._on_edit)
        self._session.documents_changed.connect(self._again.start)

    def _on_groups(self, found: Mentioned) -> None:
        chosen, row = self.list.current or self._before[0], max(0, self.list.currentIndex().row())
        self.list.groups.show_groups(found.groups)
        self._choose_near(chosen, row)
        if (typed := self.details.restored(found.groups)) is not None:
            self._show_decided(typed)
            self.line.end(typed_again())

    @Slot()
    def _arrange(self) -> None:
        chosen, self._joined = self.list.current, frozenset()
        self.list.groups.arrange(ListedGroups(str(self._shown.value)), self.search.text())
        self._choose_near(chosen, 0)

    def _choose_near(self, group: Group | None, row: int) -> None:
        found = self.list.row_of(group)
        there = bool(self.list.groups.shown)
        self._pages.setCurrentWidget(self.list if there else self._nothing)
        none = self.tr("No name matches.") if self.search.text() else self.tr("Nothing left to decide.")
        self._nothing.setText(none if self.list.groups.every else self.tr("No names are labelled yet."))
        self.list.choose(row if found is None else found)
        self._show_count()

    def _show_count(self) -> None:
        groups = self.list.groups
        decided = sum(group.identity is not None for group in groups.every)
        words = self.tr("{shown} shown, {decided} decided. Mentions to decide: {open}")
        undecided = sum(len(group.proposed) for group in groups.every)
        counts = words.format(shown=number(len(groups.shown)), decided=number(decided), open=number(undecided))
        moved = next((group for group in groups.every if not self._joined.isdisjoint(group.decided)), None)
        if moved is None or moved in groups.shown:
            self.line.end(counts)
        else:
            where = self.tr("Merged: “{name}” is now under “Decided”.").format(name=moved.name)
            self.line.end(f"{where} {counts}", self.tr("Show"), partial(self._show_decided, moved))

    def _show_decided(self, group: Group) -> None:
        self.search.clear()
        self._shown.choose(ListedGroups.DECIDED)
        self._arrange()
        self.list.choose(self.list.row_of(group) or 0)
        self.list.setFocus()

    @Slot()
    def _on_chosen(self) -> None:
        selected, writable = self.list.selected, self._session.writable
        self._take.setEnabled(writable and any(group.proposed for group in selected))
        self._merge.setEnabled(writable and len(selected) > 1)
        self._dissolve.setEnabled(writable and len(selected) == 1 and selected[0].identity is not None)
        self._undo.setEnabled(writable)
        self.details.show_group(self.list.current if self.list.groups.shown else None, writable=writable)
        self._rest.start()

    @Slot()
    def _find_places(self) -> None:
        group = self.details.group
        if group is not None:
            wanted = [id_ for form in self.details.selected_forms for id_ in (*form.proposed, *form.decided)]
            self._placing.ask(places, self._project.path, wanted[:MOST_PLACES])

    def _on_places(self, found: tuple[MentionPlace, ...]) -> None:
        self.details.places.show_rows(found)

    @Slot(object)
    def _on_key(self, event: Any) -> None:
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier):
            return
        if event.isAutoRepeat() and event.key() in _ENTER | _BACK:
            pass  # a held key decides once
        elif event.key() in _ENTER and shift:
            self._remember()
            self.steps.take(self.list.groups.shown)
        elif event.key() in _ENTER:
            self._take_selected()
        elif event.key() == Qt.Key.Key_M:
            self._merge_selected()
        elif event.key() in _BACK:
            self._dissolve_current()
        elif event.key() == Qt.Key.Key_Right:
            self.details.form_list.setFocus()
            self.details.form_list.selectRow(0)
        else:
            return
        event.accept()

    @Slot()
    def _take_selected(self) -> None:
        self._remember()
        self.steps.take(self.list.selected)

    @Slot()
    def _merge_selected(self) -> None:
        selected = self.list.selected
        if len({group.label for group in selected}) > 1:
            question = _merge_question(self, self._project.schema, selected)
            open_question(question, self.tr("Merge Anyway"), lambda: self._merge_groups(selected))
        elif len(selected) > 1:
            self._merge_groups(selected)

    def _merge_groups(self, groups: Sequence[Group]) -> None:
        self._remember()
        self._joined = frozenset(id_ for group in groups for id_ in (*group.decided, *group.proposed))
        self.steps.merge(groups)

    @Slot()
    def _dissolve_current(self) -> None:
        current = self.list.current
        if current is not None:
            self._remember()
            self.steps.dissolve(current)

    @Slot(bool)
    def _part(self, to_own: bool) -> None:  # noqa: FBT001
        group, forms = self.details.group, self.details.selected_forms
        if group is None or group.identity is None:
            return
        if to_own and len(forms) == len(group.forms):
            self.line.end(
                self.tr("Select some spellings, not all. For one mention, choose Who Is This in its article.")
            )
            return
        self._remember()
        self.steps.part(forms, group.identity, to_own=to_own)

    def _remember(self) -> None:
        self._joined = frozenset()
        self._before = (self.list.current, self.list.currentIndex().row())

    @Slot(object)
    def _on_done(self, edit: Edit) -> None:
        """Group the mentions again at once, so that the decision shows."""
        self._again.stop()
        self.seek()
        names = {
            EditKind.IDENTIFY: self.tr("Mentions decided: {count}."),
            EditKind.MERGE: self.tr("Merged. Mentions moved: {count}."),
            EditKind.DISSOLVE: self.tr("Dissolved. Mentions undecided again: {count}."),
            EditKind.DESCRIBE_IDENTITY: self.tr("Stored."),
        }
        words = self.tr("Undone.") if edit.undoes is not None else names.get(edit.kind, "")
        count = sum(isinstance(change.after, Span) for change in edit.changes)
        self.line.begin(words.format(count=number(count)))

    @Slot(object)
    def _on_edit(self, edit: Edit) -> None:
        rows = (change.after or change.before for change in edit.changes[:200])
        if any(isinstance(row, Span | Identity) for row in rows):
            self._again.start()


def _merge_question(window: QWidget, schema: Schema, groups: Sequence[Group]) -> QMessageBox:
    """Return the question whether to merge groups with different labels; it names one group of each label."""
    one_each = {group.label: group for group in reversed(groups)}
    shown = [group for group in groups if one_each[group.label] is group]
    names = (f"“{one_line(group.name, 40)}” ({label_name(schema, ENTITIES, group.label)})" for group in shown)
    text = translate("IdentitiesWindow", "These names have different labels: {names}.").format(names=", ".join(names))
    details = translate("IdentitiesWindow", "Merged, they count as one. The labels in the articles stay.")
    return question_box(window, "identityMergeQuestion", window.windowTitle(), text, details)
