"""Notes on imported articles, and texts for losses and problems, one sentence each."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDialog, QListWidget, QWidget

from annotator.formats.loss import DETAILS, REASONS, REMEDIES, Loss
from annotator.formats.problem import PROBLEMS, Problem
from annotator.jobs.importing.notices import NOTICES, Notice
from annotator.model.schema import Schema, words
from annotator.system.errors import QT_TRANSLATE_NOOP
from ui.base.i18n import number, ui_language
from ui.base.log_dialog import resize_within_screen
from ui.base.look.look import label_name
from ui.base.look.plain_text import one_line, within_quotes
from ui.base.widgets.dialog_parts import CLOSE, button_box, lay_out
from ui.base.widgets.inputs import named
from ui.base.words.record_places import record_words

translate = QCoreApplication.translate
_PROBLEMS = {**PROBLEMS} | {  # these replace messages that name a command-line option
    "row.outside": QT_TRANSLATE_NOOP(
        "Formats",
        "{start}–{end} is not a range in a text of {length} characters; it was left out. Offsets count from 0,"
        " and the end is exclusive. If they count UTF-16 units, choose that when you import.",
    ),
    "record.utf16": QT_TRANSLATE_NOOP(
        "Formats",
        "All quotes would match if offsets counted UTF-16 units. Nothing was moved; choose UTF-16 units when you"
        " import.",
    ),
    "record.units": QT_TRANSLATE_NOOP(
        "Formats",
        "The text has emoji, and its labels fit both ways of counting them; UTF-16 units were assumed. If labels"
        " are in the wrong place, choose characters when you import.",
    ),
}
_QUOTED = 32  # characters of a label's words: in two lines, there is room to say what happens to it
_PHRASES = {"field": "Fields", "expected": "Formats", "reason": "Formats"}  # translated details: context


def loss_reason(loss: Loss, schema: Schema) -> str:
    """Return a sentence that says what an export does to a row, with the schema's names."""
    quote, missing = (within_quotes(one_line(words, _QUOTED)) for words in (loss.quote, loss.missing))
    fields = {"label": _label(loss, schema), "quote": quote, "missing": missing, "count": number(loss.count)}
    return translate("Formats", REASONS[loss.reason]).format(**fields)


def _label(loss: Loss, schema: Schema) -> str:
    if loss.row == "detail":
        return translate("Formats", DETAILS[loss.id]) if loss.id in DETAILS else one_line(loss.label, 40)
    relation = schema.relation(loss.label) if loss.row == "relation" else None
    name = words(relation.name, ui_language()) if relation is not None else ""
    return name or label_name(schema, loss.layer, loss.label)


def loss_remedy(loss: Loss) -> str:
    """Return a sentence that says how to prevent the loss."""
    return translate("Formats", REMEDIES[loss.remedy])


def problem_sentence(problem: Problem) -> str:
    """Return a sentence that says what is wrong in a file, and where."""
    what = translate("Formats", _PROBLEMS[problem.code]).format(**_translated(problem.details))
    where = problem.file
    if problem.line:
        where = translate("Formats", "{file}, line {line}").format(file=problem.file, line=problem.line)
    return f"{where}, {problem.place}: {what}" if problem.place else f"{where}: {what}"


def exchange_sentence(note: Notice) -> str:
    """Return a sentence that says what happened to an article during the import."""
    details = _translated(note.details)
    if note.code == "repeat":
        details = {name: record_words(details[name], details[f"{name}_unit"]) for name in ("title", "first")}
    return translate("Exchange", NOTICES[note.code]).format(**details)


def _translated(details: Mapping[str, str]) -> dict[str, str]:
    return {name: translate(_PHRASES[name], text) if name in _PHRASES else text for name, text in details.items()}


class ToldDialog(QDialog):
    """A dialog that lists the notes."""

    def __init__(self, told: Sequence[Notice], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("toldDialog")
        self.setWindowTitle(self.tr("Notes on the Import"))
        rows = named(QListWidget(), "toldList", self.tr("Notes on the Import"))
        rows.setWordWrap(True)
        rows.addItems([exchange_sentence(entry) for entry in told])
        buttons = button_box(self, CLOSE)
        lay_out(self, rows, buttons)
        resize_within_screen(self, 640, 360)
