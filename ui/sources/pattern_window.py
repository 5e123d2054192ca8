"""The dialog for the project's word lists and patterns. It edits a draft, which is stored in one step."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QDialog, QHBoxLayout, QLineEdit, QMenu, QPushButton, QVBoxLayout, QWidget

from annotator.jobs.suggesting import pattern_files
from annotator.jobs.suggesting.pattern_files import ReadPatterns, known_labels
from annotator.jobs.suggesting.pattern_lists import read_lists
from annotator.model.patterns import LONGEST_NAME, PatternList, name_of, pattern, unusable, with_list
from annotator.model.schema import Schema
from annotator.suggest.sources.patterns import placed
from ui.base.file_dialogs import ask_file, ask_target
from ui.base.i18n import number, translate
from ui.base.log_dialog import resize_within_screen
from ui.base.look.look import label_name
from ui.base.look.plain_text import one_line
from ui.base.look.sizes import APART, NEAR, WIDE
from ui.base.widgets.buttons import dialog_button, name_buttons
from ui.base.widgets.dialog_parts import CLOSE, OK_CANCEL, button_box
from ui.base.widgets.empty_words import EmptyWords
from ui.base.widgets.inputs import Choice, clearable, fill, named, refill
from ui.jobs.job_line import JobLine
from ui.jobs.last_question import LastQuestion
from ui.jobs.workers import JobProcess
from ui.sources.pattern_table import PatternModel, PatternTable


class PatternWindow(QDialog):
    """The dialog for word lists and patterns, with the entries of all lists. OK emits the edited lists."""

    accepted_lists = Signal(object)  # tuple of PatternList: the edited lists
    undo_wanted = Signal()  # undo the last change of the lists

    def __init__(
        self,
        project: Path,
        schema: Schema,
        files: JobProcess,
        parent: QWidget,
        *,
        writable: bool = True,
        undoable: bool = False,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("patternWindow")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Word Lists and Patterns"))
        self.setSizeGripEnabled(True)
        self._folder = project.parent
        self._known = known_labels(schema)
        self._names = {each: label_name(schema, *placed(each)) for each in dict.fromkeys(self._known.values())}
        self._writable = writable
        self.model = PatternModel(lambda label: self._names.get(label, label), self, writable=writable)
        self.table = PatternTable(self.model, self.tr("Phrases and patterns"))
        self.empty = EmptyWords(self.table, "")
        self._question = LastQuestion(files, self._on_answer, self)
        self._coming = ""  # name of the list that is being imported
        self._after = ""  # message for when the file is written
        self.line = JobLine()
        self.lists = named(Choice(), "patternLists", self.tr("Word list"))
        self.search = clearable(QLineEdit(placeholderText=self.tr("Find a phrase")))
        named(self.search, "patternSearch", self.tr("Find a phrase"))
        self.on = named(QCheckBox(self.tr("&Use this list")), "patternListOn")
        self.forms = named(QCheckBox(self.tr("Also find inflected &forms")), "patternListForms")
        self.forms.setToolTip(self.tr("“Deutsche Bank” also finds “Deutschen Bank”, and “Merkel” finds “Merkels”."))
        self.add = dialog_button("patternAdd", self.tr("&Add"))
        self.remove = dialog_button("patternRemove", self.tr("&Remove"))
        self.label = dialog_button("patternLabel", self.tr("&Label"))
        self.remove_list = dialog_button("patternRemoveList", self.tr("Remove &List"))
        self.import_ = dialog_button("patternImportButton", self.tr("&Import…"))
        self.undo = dialog_button("patternUndo", self.tr("&Undo Last Change"))
        self.export = dialog_button("patternExportButton", self.tr("&Export…"))
        self.label.setMenu(_label_menu(self.label, self._names, self._set_label))
        self.undo.setVisible(undoable and writable)
        self._lay_out()
        self._connect()
        name_buttons(self)
        resize_within_screen(self, self.sizeHint().width(), self.sizeHint().height())
        self.line.begin(self.tr("Reading the word lists…"))
        self._question.ask(read_lists, project)
        self._show_lists()

    def sizeHint(self) -> QSize:
        return QSize(860, 600)

    @property
    def busy(self) -> bool:
        """Return whether lists are being read or written."""
        return self._question.busy

    def done(self, result: int) -> None:
        self._question.cancel()
        super().done(result)

    @Slot()
    def accept(self) -> None:
        if self._question.busy:
            return
        self.accepted_lists.emit(self.model.lists)
        super().accept()

    @Slot(str)
    def take(self, name: str) -> None:
        """Read a file into a list with the file's name."""
        path = Path(name)
        self._coming = name_of(path.stem)
        self.line.begin(self.tr("Reading {file}…").format(file=path.name))
        self._question.ask(pattern_files.read_patterns, path, self._known, self._usual_label())

    @Slot(str)
    def write(self, name: str) -> None:
        """Write the chosen list, or all lists, to a file."""
        chosen = self._chosen()
        self._after = self.tr("{file} was written.").format(file=Path(name).name)
        self.line.begin(self.tr("Writing {file}…").format(file=Path(name).name))
        lists = self.model.lists if chosen is None else (chosen,)
        self._question.ask(pattern_files.write_patterns, Path(name), lists)

    # Inside

    def _usual_label(self) -> str:
        rows = self.table.chosen_rows()
        return self.model.pattern(rows[0]).label if rows else next(iter(self._names), "")

    def _chosen(self) -> PatternList | None:
        id_ = self.lists.currentData()
        return next((each for each in self.model.lists if each.id == id_), None)

    def _on_answer(self, found: object) -> None:
        match found:
            case ReadPatterns():
                self._on_read(found)
            case tuple():
                self.model.show_lists(found)
                _show_unknown(self.line, self.model.lists, self._names)
                self._show_lists()
            case _:
                self.line.end(self._after)

    def _on_read(self, found: ReadPatterns) -> None:
        new = PatternList(name=self._coming, patterns=found.patterns)
        self.model.show_lists(with_list(self.model.lists, new))
        self._show_lists(next(each.id for each in self.model.lists if each.name == new.name))
        words = self.tr("“{name}”: {count} entries.").format(name=new.name, count=number(len(new.patterns)))
        left = [_left_out(reason, count) for reason, count in found.refused.items()]
        if found.unknown:
            left.append(_unknown_words(found.unknown))
        if left:
            self.line.warn(" ".join((words, *left)))
        else:
            self.line.end(words)

    def _show_lists(self, chosen: str | None = None) -> None:
        wanted = self.lists.currentData() if chosen is None else chosen
        lists = ((one_line(each.name, LONGEST_NAME), each.id) for each in self.model.lists)
        refill(self.lists, [(self.tr("All word lists"), ""), *lists], wanted)
        self._narrow()

    @Slot()
    def _narrow(self) -> None:
        chosen = self._chosen()
        self.model.narrow(chosen.id if chosen is not None else "", self.search.text())
        for box, value in ((self.on, chosen is None or chosen.on), (self.forms, chosen is None or chosen.forms)):
            box.setEnabled(chosen is not None and self._writable)
            box.setChecked(value)
        self.empty.say(self._why_empty())
        self._show_buttons()

    def _why_empty(self) -> str:
        """Return the text to show in the table while it has no rows."""
        if self._question.busy:
            return ""
        if self.search.text():
            return self.tr("No entry contains these words.")
        if not self._writable:
            return self.tr("This project has no word lists.")
        return self.tr("Add phrases and choose their label, or import a word list.")

    @Slot()
    def _show_buttons(self) -> None:
        rows = bool(self.table.chosen_rows()) and self._writable
        for button in (self.remove, self.label):
            button.setEnabled(rows)
        self.remove_list.setEnabled(self._chosen() is not None and self._writable)
        self.export.setEnabled(bool(self.model.lists))
        for button in (self.add, self.import_):
            button.setEnabled(self._writable)

    @Slot()
    def _turn_list(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            self.model.put(replace(chosen, on=self.on.isChecked(), forms=self.forms.isChecked()))

    @Slot()
    def _add(self) -> None:
        """Add an entry to the chosen list: the words in the search field, or an example if they are unusable."""
        lists = self.model.lists
        chosen = self._chosen() or (lists[0] if lists else PatternList(name=self.tr("Word list")))
        sought = self.search.text().strip()
        words = sought if sought and unusable(sought) is None else self.tr("New phrase")
        new = replace(chosen, patterns=(*chosen.patterns, pattern(words, self._usual_label())))
        self.search.clear()
        self.model.put(new)
        self._show_lists(new.id)
        row = len(self.model.shown) - 1
        self.table.show_row(row)
        if words != sought:
            self.table.edit(self.model.index(row, 0))

    @Slot()
    def _remove(self) -> None:
        self.model.change(self.table.chosen_rows(), lambda _: None)
        _show_unknown(self.line, self.model.lists, self._names)
        self._show_buttons()

    @Slot()
    def _remove_list(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            self.model.drop(chosen.id)
            _show_unknown(self.line, self.model.lists, self._names)
            self._show_lists("")

    def _refuse(self, fault: str) -> None:
        self.line.warn(self.tr("This cannot be used: {reason}.").format(reason=translate("Patterns", fault)))

    @Slot()
    def _ask_import(self) -> None:
        ends = " ".join(f"*{end}" for end in pattern_files.READ)
        title, kinds = self.tr("Import a word list"), [self.tr("Word lists ({ends})").format(ends=ends)]
        ask_file(self, "patternImport", title, self.take, start=self._folder, filters=kinds)

    @Slot()
    def _ask_export(self) -> None:
        chosen = self._chosen()
        name = chosen.name if chosen is not None else self.tr("Word lists")
        start = self._folder / name.replace("/", "-")
        kinds = [f"{kind} (*{end})" for kind, end in _KINDS.items()]
        title = self.tr("Export word lists")
        dialog = ask_target(self, "patternExport", title, self.write, start=start, filters=kinds)
        dialog.setDefaultSuffix(next(iter(_KINDS.values())))
        dialog.filterSelected.connect(lambda words: dialog.setDefaultSuffix(_suffix(words)))

    def _set_label(self, label: str) -> None:
        self.model.change(self.table.chosen_rows(), lambda one: replace(one, label=label))
        _show_unknown(self.line, self.model.lists, self._names)

    def _connect(self) -> None:
        self._question.failed.connect(self.line.fail)
        self.undo.clicked.connect(self.undo_wanted)
        self.undo.clicked.connect(self.reject)
        self.lists.currentIndexChanged.connect(self._narrow)
        self.search.textChanged.connect(self._narrow)
        self.on.clicked.connect(self._turn_list)
        self.forms.clicked.connect(self._turn_list)
        self.model.refused.connect(self._refuse)
        self.table.selectionModel().selectionChanged.connect(self._show_buttons)
        pairs = ((self.add, self._add), (self.remove, self._remove), (self.remove_list, self._remove_list))
        for button, slot in (*pairs, (self.import_, self._ask_import), (self.export, self._ask_export)):
            button.clicked.connect(slot)

    def _lay_out(self) -> None:
        buttons = button_box(self, OK_CANCEL if self._writable else CLOSE)
        self.lists.setMinimumContentsLength(16)
        above = fill(QHBoxLayout(), self.lists, self.on, self.forms, 1, self.remove_list, spacing=APART)
        below = fill(QHBoxLayout(), self.add, self.remove, self.label, 1, self.import_, self.export, spacing=NEAR)
        foot = fill(QHBoxLayout(), self.undo, (self.line, 1), buttons, spacing=APART)
        margins = (WIDE, WIDE, WIDE, WIDE)
        fill(QVBoxLayout(self), above, self.search, (self.table, 1), below, foot, margins=margins, spacing=APART)


_KINDS = {"spaCy entity_ruler": ".jsonl", "CSV": ".csv", "Excel": ".xlsx", "Text": ".txt"}


def _show_unknown(line: JobLine, lists: Iterable[PatternList], known: Collection[str]) -> None:
    """Show which labels of the lists the schema lacks, or clear the line."""
    labels = dict.fromkeys(one.label for each in lists for one in each.patterns)
    unknown = [label for label in labels if label not in known]
    if unknown:
        line.warn(_unknown_words(unknown))
    else:
        line.end("")


def _unknown_words(labels: Iterable[str]) -> str:
    text = translate("PatternWindow", "Not in the schema: {labels}. Choose other labels for them.")
    return text.format(labels=one_line(", ".join(labels), 80))


def _suffix(words: str) -> str:
    return words.rpartition("*")[2].rstrip(")")


def _left_out(reason: str, count: int) -> str:
    text = translate("PatternWindow", "Left out: {count} ({reason}).")
    return text.format(count=number(count), reason=translate("Patterns", reason))


def _label_menu(button: QPushButton, names: Mapping[str, str], choose: Callable[[str], None]) -> QMenu:
    menu = named(QMenu(button), "patternLabelMenu")
    for label, name in names.items():
        action = menu.addAction(name.replace("&", "&&"))
        action.setObjectName(f"patternLabel.{label}")
        action.triggered.connect(lambda _checked=False, wanted=label: choose(wanted))
    return menu
