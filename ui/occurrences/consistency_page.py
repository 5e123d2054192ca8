"""The drawer page of inconsistently labelled names, the most damage first; rows open occurrences."""

from collections.abc import Sequence
from enum import IntEnum

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHeaderView, QWidget

from annotator.editing.inconsistencies import Inconsistency
from annotator.editing.occurrence_states import Purpose
from annotator.model.schema import Schema
from annotator.model.values import ENTITIES
from annotator.system.errors import QT_TRANSLATE_NOOP
from ui.base.i18n import number
from ui.base.key_line import Hint
from ui.base.look.plain_text import one_line, plain
from ui.base.plain_table import KeyTable
from ui.base.rows_model import RowsModel
from ui.base.widgets.tabs import Tabs
from ui.bridge.session import Session
from ui.jobs.workers import JobProcess
from ui.occurrences.drawer_page import ENTER, DrawerPage, OccurrenceFinder, close_button, lay_out_page, row
from ui.occurrences.occurrence_words import tally_words
from ui.occurrences.occurrences_page import Search

translate = QCoreApplication.translate


class Column(IntEnum):
    """The columns of the table."""

    WORDS = 0
    TALLY = 1
    DAMAGE = 2


_HEADERS = {
    Column.WORDS: QT_TRANSLATE_NOOP("ConsistencyModel", "Name"),
    Column.TALLY: QT_TRANSLATE_NOOP("ConsistencyModel", "Labels"),
    Column.DAMAGE: QT_TRANSLATE_NOOP("ConsistencyModel", "Deviations"),
}


class ConsistencyModel(RowsModel[Inconsistency, Column]):
    """A table model with one row per name."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("ConsistencyModel", _HEADERS, parent, numbers=(Column.DAMAGE,))
        self._schema: Schema | None = None

    def show(self, found: Sequence[Inconsistency], schema: Schema) -> None:
        """Replace the rows."""
        self._schema = schema
        self.show_rows(found)

    def words(self, row: Inconsistency, column: Column) -> str:
        match column:
            case Column.WORDS:
                return one_line(row.words)
            case Column.TALLY:
                return tally_words(row, self._schema) if self._schema is not None else ""
            case Column.DAMAGE:
                return number(row.damage)


class ConsistencyPage(DrawerPage[Inconsistency, ConsistencyModel, KeyTable]):
    """Head, table and foot; Return or a label's key opens a name's occurrences."""

    chosen = Signal(object)  # a Search

    def __init__(self, session: Session, files: JobProcess, parent: QWidget | None = None) -> None:
        table = KeyTable("consistencyList", translate("ConsistencyPage", "Inconsistent names"))
        super().__init__("consistency", session, ConsistencyModel(), table, parent)
        self.seeking = OccurrenceFinder(session, files, self)
        self.list.share_width((Column.WORDS, Column.TALLY))
        self.list.horizontalHeader().setSectionResizeMode(Column.DAMAGE, QHeaderView.ResizeMode.ResizeToContents)
        self.scope = Tabs("consistencyScope", ((False, self.tr("This article")), (True, self.tr("Project"))))
        title = plain(self.tr("Inconsistent names"), role="title")
        lay_out_page(self, row((title, self.scope), (close_button("consistency", self.left),)), self._pages, self._foot)
        self.scope.chosen.connect(self.seek)
        self.list.doubleClicked.connect(self._choose)
        self._foot.wanted.connect(self._choose)
        self.seeking.compared.connect(self._on_compared)
        self.seeking.advanced.connect(self._foot.advance)
        self.seeking.failed.connect(self._on_failed)

    @property
    def busy(self) -> bool:
        return self.seeking.busy

    def open(self) -> None:
        """Start a comparison and focus the table."""
        self._foot.show_button(self.tr("Show occurrences"), enabled=bool(self.model.shown))
        self.list.setFocus()
        self.seek()

    @Slot()
    def seek(self) -> None:
        """Compare the names of the article or the project again."""
        if self.scope.value is True:
            self._foot.begin(self.tr("Comparing all annotated articles…"))
            self.seeking.compare_in_project()
        else:
            self.seeking.compare_in_article()

    def refresh(self) -> None:
        if not self.seeking.busy and self.scope.value is not True:
            self.seek()

    @Slot()
    def stop(self) -> None:
        """Cancel the comparison."""
        self.seeking.stop()
        self._foot.end()

    @Slot(object)
    def _on_compared(self, found: tuple[Inconsistency, ...]) -> None:
        row = self.list.currentIndex().row()
        self._foot.end()
        self.model.show(found, self._session.required().schema)
        self._foot.show_count(self.tr("{count} names").format(count=number(len(found))) if len(found) > 1 else "")
        self._foot.show_button(self.tr("Show occurrences"), enabled=bool(found))
        nothing = self.tr("All names are labelled consistently.")
        self._pages.turn(there=bool(found), otherwise=nothing)
        if found:
            self._select(row)
            self.list.setFocus()

    @Slot()
    def _choose(self) -> None:
        self._lead_on(None)

    def _lead_on(self, label: str | None) -> None:
        found = self.current()
        if found is None:
            return
        purpose = Purpose.LABEL if found.left_out else Purpose.RELABEL
        in_project = self.scope.value is True
        self.chosen.emit(
            Search(
                words=found.words,
                layer=ENTITIES,
                label=label or found.usual,
                purpose=purpose,
                in_project=in_project,
            )
        )

    def _press(self, event: QKeyEvent) -> bool:
        text = event.text().lower()
        labels = self._session.required().schema.labels
        label = next((e for e in labels if e.layer == ENTITIES and e.active and text and e.key == text), None)
        if event.key() in ENTER:
            self._choose()
        elif label is not None:
            self._lead_on(label.id)
        elif text == "p":
            self.scope.choose(self.scope.value is not True)
            self.seek()
        else:
            return False
        return True

    def hints(self) -> tuple[Hint, ...]:
        """Return the key hints of the table."""
        return (
            Hint(keys=("⏎",), words=self.tr("occurrences")),
            Hint(keys=("P",), words=self.tr("article or project")),
            Hint(keys=(self.tr("Esc"),), words=self.tr("close")),
        )
