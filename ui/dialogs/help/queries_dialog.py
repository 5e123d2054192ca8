"""Help → Read the Project File Elsewhere: opening a project in other programs, with five example queries."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, Slot
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QListWidget, QPlainTextEdit, QPushButton, QWidget

from annotator.project.project import Project
from annotator.store.queries.worked_queries import QUERIES
from ui.base.log_dialog import resize_within_screen
from ui.base.look.plain_text import plain
from ui.base.widgets.dialog_parts import CLOSE, button_box, lay_out
from ui.base.widgets.inputs import fill, named

translate = QCoreApplication.translate


def questions() -> dict[str, str]:
    """Return the question that each example query answers, by the query's name."""
    return {
        "labels": translate("Queries", "How often does each label occur, by publisher?"),
        "claimants": translate(
            "Queries", "How many claims does each claimant make, and how many of them refute something?"
        ),
        "progress": translate("Queries", "How far along is each annotator?"),
        "names": translate("Queries", "Which names are mentioned most, and in how many articles?"),
        "time": translate("Queries", "How many minutes did each article take?"),
    }


class QueriesDialog(QDialog):
    """Questions on the left; on the right the SQL query that answers the selected one, ready to copy."""

    def __init__(self, project: Project | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Read the Project File Elsewhere"))
        self.setSizeGripEnabled(True)
        self._names = tuple(QUERIES)
        path = project.path if project is not None else Path(self.tr("project") + ".spanwright")
        self.questions = named(QListWidget(), "queriesQuestions", self.tr("Questions"))
        self.questions.setWordWrap(True)
        self.questions.setSpacing(3)
        self.questions.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.questions.addItems([questions()[name] for name in self._names])
        self.query = _code("queriesQuery", self.tr("Query"))
        self.opening = _code("queriesOpening", self.tr("How to open the file"))
        self.opening.setPlainText(ways_to_open(path))
        self.opening.setFixedHeight(self.opening.fontMetrics().lineSpacing() * 9 + 34)
        self._copy = named(
            QPushButton(self.tr("&Copy the Query"), autoDefault=False), "queriesCopy", self.tr("Copy the query")
        )
        self._lay_out()
        self._copy.clicked.connect(self._on_copy)
        self.questions.currentRowChanged.connect(self._on_row)
        self.questions.setCurrentRow(0)
        resize_within_screen(self, 860, 600)
        self.questions.setFocus()

    def _lay_out(self) -> None:
        about = plain(
            self.tr(
                "A project is one SQLite file. Its views answer common questions: annotation (a row for each"
                " label), claim_card (a row for each claim and cue), progress. Offsets count characters (code"
                " points) from 0, the end is not included. Only read the file: changes by other programs are in"
                " no history."
            ),
            wraps=True,
        )
        buttons = button_box(self, CLOSE)
        buttons.addButton(self._copy, QDialogButtonBox.ButtonRole.ActionRole)
        middle = fill(QHBoxLayout(), (self.questions, 2), (self.query, 3), spacing=12)
        lay_out(self, about, self.opening, (middle, 1), buttons)

    @Slot(int)
    def _on_row(self, row: int) -> None:
        self.query.setPlainText(QUERIES[self._names[row]])

    @Slot()
    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self.query.toPlainText())


def ways_to_open(path: Path) -> str:
    """Return the commands that open a project file in datasette, DuckDB and pandas."""
    quoted = str(path).replace("'", "''")
    return (
        f'datasette "{path}"\n\n'
        f"-- DuckDB\nATTACH '{quoted}' AS project (TYPE sqlite, READ_ONLY);\nUSE project;\n\n"
        f"# pandas\npandas.read_sql(query, sqlite3.connect({str(path)!r}))"
    )


def _code(name: str, accessible: str) -> QPlainTextEdit:
    edit = named(QPlainTextEdit(), name, accessible)
    edit.setReadOnly(True)
    edit.setTabChangesFocus(True)
    edit.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
    edit.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
    return edit
