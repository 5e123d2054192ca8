"""The table of losses: what the export does to each row, the remedy, and a click that leads to its place."""

from collections.abc import Sequence
from enum import IntEnum
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QDialog, QHeaderView, QScrollArea, QVBoxLayout, QWidget

from annotator.formats.base import Report
from annotator.formats.loss import Loss, LossKind
from annotator.model.schema import Schema
from annotator.system.errors import QT_TRANSLATE_NOOP
from ui.base.i18n import number
from ui.base.log_dialog import resize_within_screen
from ui.base.look.plain_text import one_line, plain
from ui.base.rows.plain_table import Place, PlaceTable
from ui.base.rows.rows_model import Index, RowsModel
from ui.base.widgets.dialog_parts import CLOSE, button_box
from ui.base.widgets.empty_words import EmptyWords
from ui.base.widgets.inputs import fill
from ui.base.words.counted import counted
from ui.dialogs.exporting.gold_or_only_words import articles_by
from ui.dialogs.told_dialog import loss_reason, loss_remedy

translate = QCoreApplication.translate
_LEAST, _MOST = 100, 1_000_000  # height in pixels
_WIDE = 100  # characters

Column = IntEnum("Column", "KIND TITLE REASON REMEDY", start=0)
_HEADERS = {
    Column.KIND: QT_TRANSLATE_NOOP("LossTable", "Loss"),
    Column.TITLE: QT_TRANSLATE_NOOP("LossTable", "Article"),
    Column.REASON: QT_TRANSLATE_NOOP("LossTable", "What happens"),
    Column.REMEDY: QT_TRANSLATE_NOOP("LossTable", "What helps"),
}
_KINDS = {
    LossKind.LOST: QT_TRANSLATE_NOOP("LossTable", "left out"),
    LossKind.CHANGED: QT_TRANSLATE_NOOP("LossTable", "changed"),
}


class LossModel(RowsModel[Loss, Column]):
    """Losses in document order."""

    def __init__(self, schema: Schema, parent: QWidget | None = None) -> None:
        super().__init__("LossTable", _HEADERS, parent)
        self._schema = schema

    def words(self, row: Loss, column: Column) -> str:
        match column:
            case Column.KIND:
                return translate("LossTable", _KINDS[row.kind])
            case Column.TITLE:
                return one_line(row.title)
            case Column.REASON:
                return loss_reason(row, self._schema)
            case Column.REMEDY:
                return loss_remedy(row)


class LossTable(PlaceTable):
    """The table of losses; a click or Return goes to the place in the article."""

    turned = Signal(object)  # the Loss of the selected row, or None

    def __init__(self, schema: Schema, parent: QWidget | None = None) -> None:
        super().__init__("lossTable", translate("LossTable", "What the format cannot hold"), parent)
        self._area: QScrollArea | None = None
        self._losses = LossModel(schema, self)
        self.setModel(self._losses)
        self._empty = EmptyWords(self, "")
        self.share_width((Column.REASON, Column.REMEDY))
        self.horizontalHeader().setSectionResizeMode(Column.KIND, QHeaderView.ResizeMode.ResizeToContents)
        self._wide = False
        self._share(wide=True)

    def place(self, row: int) -> Place:
        return self._losses.shown[row]

    def scroll_with(self, area: QScrollArea) -> None:
        """Let the area around the table scroll the rows, too, if it has to scroll: one scroll bar is enough."""
        self._area = area
        self.setMinimumHeight(_LEAST)
        area.verticalScrollBar().rangeChanged.connect(self._fit)

    @Slot()
    def _fit(self) -> None:
        area = self._area
        if area is None or self.isHidden():
            return
        lacking = area.verticalScrollBar().maximum() - (self.minimumHeight() - _LEAST)  # if the table were lowest
        rows = self.horizontalHeader().height() + self.verticalHeader().length() + 2 * self.frameWidth()
        self.setMinimumHeight(min(max(_LEAST, rows), _MOST) if lacking > 0 else _LEAST)

    def _share(self, *, wide: bool) -> None:
        """Show sentences in two lines if the table is wide, else in four lines beside a narrower title."""
        if wide == self._wide:
            return
        self._wide = wide
        self.set_lines(2 if wide else 4)
        self.setColumnWidth(Column.TITLE, (20 if wide else 13) * self.fontMetrics().averageCharWidth())
        self._fit()

    def sizeHint(self) -> QSize:
        """Ask for the minimum height: the layout stretches the table, but a scroll area reserves the hint."""
        return QSize(super().sizeHint().width(), self.minimumHeight())

    def say_nothing(self) -> None:
        """Stop saying that nothing is lost until losses are shown again; shown rows stay."""
        self._empty.say("")

    def show_losses(self, losses: Sequence[Loss] | None) -> None:
        """Replace the losses, keeping the selected label; None if it is not known what is lost."""
        self._empty.say(translate("LossTable", "Nothing is lost.") if losses is not None else "")
        losses = losses or ()
        index = self.currentIndex()
        before = self._losses.shown[index.row()].id if index.isValid() else None
        self._losses.show_rows(tuple(losses))
        self._fit()
        row = next((row for row, loss in enumerate(losses) if loss.id == before), None)
        if row is None:
            self.turned.emit(None)
        else:
            self.selectRow(row)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        held = self._area.widget() if self._area is not None else None
        if self._area is not None and held is not None and current.isValid() and self.window().focusWidget() is self:
            middle = self.viewport().mapTo(held, self.visualRect(current).center())
            self._area.ensureVisible(middle.x(), middle.y(), 0, self.rowHeight(current.row()))
        self.turned.emit(self._losses.shown[current.row()] if current.isValid() else None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share(wide=event.size().width() >= _WIDE * self.fontMetrics().averageCharWidth())
        self.scrollTo(self.currentIndex())  # the dialog may have shrunk to show the article


class LossDialog(QDialog):
    """The losses of a finished export, for review beside the article."""

    jump_wanted = Signal(str, int, int)

    def __init__(self, report: Report, schema: Schema, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("lossDialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("What the Export Could Not Hold"))
        table = LossTable(schema)
        table.show_losses(report.losses)
        table.jump_wanted.connect(self.jump_wanted)
        buttons = button_box(self, CLOSE)
        counts = plain(loss_counts(report), wraps=True)
        hint = plain(self.tr("Click a row to go to its place in the article."), "muted")
        fill(QVBoxLayout(self), counts, (table, 1), hint, buttons, margins=16, spacing=12)
        resize_within_screen(self, 880, 420)


def loss_counts(report: Report) -> str:
    """Return the text for how many labels are unchanged, changed and left out; the numbers add up to the total."""
    sum_ = translate("LossTable", "{written} unchanged + {changed} changed + {lost} left out = {spans} in {documents}.")
    text = sum_.format(
        written=number(report.written),
        changed=number(report.changed),
        lost=number(report.lost),
        spans=labels(report.spans),
        documents=articles(report.documents),
    )
    return f"{text} {_other_losses(report)}".rstrip()


def articles(count: int) -> str:
    """Return "1 article" or "N articles"."""
    return counted(count, translate("LossTable", "1 article"), translate("LossTable", "{count} articles"))


def exported_notice(report: Report, target: Path) -> str:
    """Return the sentence about what was written, where, and what was left out."""
    written = translate("LossTable", "{labels} in {documents} written to {file}.").format(
        labels=labels(report.spans - report.lost), documents=articles(report.documents), file=target
    )
    if report.replaced:
        left_out = translate("LossTable", "Left out because newer versions replace them: {documents}.")
        written = f"{written} " + left_out.format(documents=articles(report.replaced))
    if report.whose:
        written = f"{written} {articles_by(report.whose)}"
    if not report.losses:
        return written
    rest = translate("LossTable", "Labels changed: {changed}, left out: {lost}.")
    rest = rest.format(changed=number(report.changed), lost=number(report.lost))
    return f"{written} {rest} {_other_losses(report)}".rstrip()


def _other_losses(report: Report) -> str:
    """Return the sentence about what is left out besides labels, such as relations; "" if nothing is."""
    kinds = {
        "relation": translate("LossTable", "relations: {count}"),
        "suggestion": translate("LossTable", "suggestions: {count}"),
        "document_label": translate("LossTable", "labels of articles: {count}"),
        "sentence_mark": translate("LossTable", "sentences read and empty: {count}"),
        "document_state": translate("LossTable", "states of articles: {count}"),
        "batch": translate("LossTable", "batches: {count}"),
        "priority": translate("LossTable", "priorities: {count}"),
        "detail": translate("LossTable", "kinds of article details: {count}"),
    }
    parts = [kinds[row].format(count=number(count)) for row, count in report.besides.items()]
    return translate("LossTable", "Also left out: {what}.").format(what=", ".join(parts)) if parts else ""


def labels(count: int) -> str:
    """Return "1 label" or "N labels"."""
    return counted(count, translate("LossTable", "1 label"), translate("LossTable", "{count} labels"))
