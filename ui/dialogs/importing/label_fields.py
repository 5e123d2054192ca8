"""A form to choose which columns or keys of a file hold texts and labels, if their names do not show it."""

import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHeaderView, QTableWidget, QWidget

from annotator.corpus.article import Sheet
from annotator.formats.plain.chosen_fields import ROLES
from annotator.formats.problem import Problem
from annotator.jobs.importing.unread_labels import first_rows
from annotator.system.errors import QT_TRANSLATE_NOOP
from ui.base.i18n import translate
from ui.base.look.plain_text import one_line
from ui.base.widgets.inputs import Choice, named, refill
from ui.dialogs.importing.role_form import RoleForm

_ROWS = 3  # first rows of the file that are shown
_MOST = 100  # fields shown, at most
_SEEN = 7  # fields visible before the table scrolls
_WIDEST = 30  # shown characters of a cell
_LONG = 25  # characters: a longer value may be the text
_ROLE = _ROWS + 1  # the table column of the combo boxes
_LABELS = ("start", "end", "label")
_WORDS = {
    "": QT_TRANSLATE_NOOP("LabelFields", "not read"),
    "text": QT_TRANSLATE_NOOP("LabelFields", "text of the article"),
    "title": QT_TRANSLATE_NOOP("LabelFields", "title"),
    "start": QT_TRANSLATE_NOOP("LabelFields", "start of a label"),
    "end": QT_TRANSLATE_NOOP("LabelFields", "end of a label"),
    "label": QT_TRANSLATE_NOOP("LabelFields", "label"),
    "class": QT_TRANSLATE_NOOP("LabelFields", "label of the article"),
}
_USUAL = {
    "text": ("text", "content", "body", "inhalt"),
    "title": ("title", "headline", "titel"),
    "start": ("start", "begin", "from", "start_offset", "start_char"),
    "end": ("end", "stop", "to", "end_offset", "end_char"),
    "label": ("label", "type", "tag", "kind", "category", "class"),
}


class LabelFields(RoleForm):
    """The fields of a file with the values in its first rows, and a role to choose for each field.

    `chosen` is emitted to have the file read with these roles.
    """

    chosen = Signal(Path, dict)  # the file; fields by role

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("importLabelFields", self.tr("Fields of the file"), parent)
        self._text_only = False  # whether the file is asked for its text, so that it need not have labels
        self._roles: dict[str, str] = {}  # field → role, as last chosen: several files often have the same fields
        self.lists: dict[str, Choice] = {}

    def fill_table(self, table: QTableWidget) -> None:
        table.setColumnCount(_ROLE + 1)
        heads = [self.tr("In the file"), *(self.tr("Row {number}").format(number=at + 1) for at in range(_ROWS))]
        table.setHorizontalHeaderLabels([*heads, self.tr("Here")])
        columns = table.horizontalHeader()
        columns.setHighlightSections(False)
        columns.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        columns.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        for at in range(_ROWS):
            columns.setSectionResizeMode(1 + at, QHeaderView.ResizeMode.Stretch)
        columns.setSectionResizeMode(_ROLE, QHeaderView.ResizeMode.Fixed)

    def offer(self, problems: Iterable[Problem], unclear: Iterable[tuple[Path, Sheet]] = ()) -> None:
        """Show the first file whose labels were not understood, or else whose text is unclear; hide without any."""
        shown = [problem for problem in problems if "shown" in problem.details and "path" in problem.details]
        without_text = dict(unclear)
        path = Path(shown[0].details["path"]) if shown else next(iter(without_text), None)
        self.setVisible(path is not None)
        if path is None or path == self.path:
            self.path = path
            return
        self.path = path
        self._text_only = path in without_text
        labels = self.tr("Choose what each column or key of {file} holds, if it has labels.")
        text = self.tr("Choose which column or key of {file} holds the text, and what the others hold.")
        self.caption.setText((text if self._text_only else labels).format(file=one_line(path.name, 80)))
        rows = [
            row
            for given in dict.fromkeys(p.details["shown"] for p in shown if p.details["path"] == str(path))
            for row in json.loads(given)
        ]
        self._show((rows or first_rows(path, without_text[path]))[:_ROWS])

    def _show(self, rows: Sequence[Mapping[str, Any]]) -> None:
        fields = list(dict.fromkeys(name for row in rows for name in row))[:_MOST]
        roles = self._roles if self._roles.keys() & set(fields) else _guessed(fields, rows)
        self.table.setRowCount(len(fields))
        self.lists = {}
        for at, name in enumerate(fields):
            for column, words in enumerate((name, *(str(row.get(name, "")) for row in rows))):
                self.put_cell(at, column, words, _WIDEST)
            self.lists[name] = self._list(at, name, roles.get(name, ""))
            self.put_choice(at, _ROLE, self.lists[name])
            self.table.setRowHeight(at, self.lists[name].sizeHint().height() + 4)
        for column in range(1, _ROLE):
            self.table.setColumnHidden(column, column > len(rows))
        self.fit_height(min(_SEEN, len(fields)))
        self._refresh()

    def _list(self, at: int, name: str, role: str) -> Choice:
        choice = named(
            Choice(), f"importLabelField.{at}", self.tr("What {field} holds").format(field=one_line(name, 80))
        )
        refill(choice, ((translate("LabelFields", _WORDS[known]), known) for known in ("", *ROLES)), role)
        choice.currentIndexChanged.connect(self._refresh)
        return choice

    def _fields(self) -> list[tuple[str, str]]:
        """Return (role, field) for each field with a chosen role."""
        return [(role, name) for name, choice in self.lists.items() if (role := choice.currentData())]

    @Slot()
    def _refresh(self) -> None:
        roles = [role for role, _ in self._fields()]
        labels = [role for role in _LABELS if role in roles]
        whole = len(labels) == len(_LABELS) or (not labels and ("class" in roles or self._text_only))
        ready = len(set(roles)) == len(roles) and "text" in roles and whole
        self.allow(ready, self.tr("Choose the text once, and start, end and label, or the label of the article"))

    @Slot()
    def choose(self) -> None:
        if self.path is not None:
            path, fields = self.path, dict(self._fields())
            self._roles, self.path = {name: role for role, name in fields.items()}, None
            self.chosen.emit(path, fields)


def _guessed(fields: Sequence[str], rows: Sequence[Mapping[str, Any]]) -> dict[str, str]:
    """Return roles for fields with common names, each role once. If no name means text, the longest field is text."""
    found: dict[str, str] = {}
    for role, names in _USUAL.items():
        called = (name for name in fields if name.rpartition(".")[2].casefold() in names and name not in found)
        name = next(called, None)
        if name is not None:
            found[name] = role
    if "text" not in found.values():
        lengths = {name: max(len(str(row.get(name, ""))) for row in rows) for name in fields if name not in found}
        longest = max(lengths, key=lambda name: lengths[name], default="")
        if lengths.get(longest, 0) >= _LONG:
            found[longest] = "text"
    return found
