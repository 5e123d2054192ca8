"""Writes what was decided to a file, and says beforehand what the format cannot hold."""

from pathlib import Path

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from annotator.errors import AnnotatorError
from annotator.formats.base import Report
from ui import i18n
from ui.chips import plain
from ui.export_form import ExportForm
from ui.job_calls import Cancel, Export, Preflight
from ui.loss_table import LossModel
from ui.messages import sentence
from ui.session import Session

_PAUSE = 200  # milliseconds without a change before the preflight starts
_LONG = 500  # articles: rather than wait for so many, the process is ended, which must then load spaCy again


class ExportDialog(QDialog):
    """Each change of the form starts the preflight anew; a row of it leads to its place in the article."""

    jump = Signal(str, int, int)  # document, start, end in code points
    exported = Signal(object, object)  # Report, Path

    def __init__(self, session: Session, preflight: Preflight, export: Export, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("exportDialog")
        self.setWindowTitle(self.tr("Export"))
        self._session = session
        self._preflight = preflight
        self._export = export
        self._cancel: Cancel | None = None
        self._writing = False
        self._long = False
        self._stale = False  # the form was changed while the preflight ran
        self.form = ExportForm(session.required().schema)
        self.target = QLineEdit()
        self.target.setObjectName("exportTarget")
        self.target.setAccessibleName(self.tr("File to write"))
        self.choose = QPushButton(self.tr("&Choose…"))
        self.choose.setObjectName("exportChoose")
        self.choose.setAccessibleName(self.tr("Choose the file to write"))
        self.choose.setAutoDefault(False)
        self._summary = plain()
        self._summary.setObjectName("exportSummary")
        self._summary.setWordWrap(True)
        self.model = LossModel(self)
        self.table = QTableView()
        self._room = QWidget()  # stands in for the table where nothing is lost
        self.progress = QProgressBar()
        self.progress.setObjectName("exportProgress")
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(self.tr("Articles"))
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.write = self.buttons.addButton(self.tr("&Export"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.write.setObjectName("exportWrite")
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE)
        self._prepare_table()
        self._lay_out()
        self._connect()
        self._show_table()
        self._propose_target()
        self._look_again()

    def done(self, result: int) -> None:
        self._stop()
        super().done(result)

    def _prepare_table(self) -> None:
        self.table.setObjectName("exportLosses")
        self.table.setAccessibleName(self.tr("What the format cannot hold"))
        self.table.setModel(self.model)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setTabKeyNavigation(False)
        self.table.setShowGrid(False)
        self.table.verticalHeader().hide()
        self.table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        self.table.horizontalHeader().setHighlightSections(False)
        self.table.setColumnWidth(0, 180)
        self.table.setColumnWidth(1, 360)
        self.table.horizontalHeader().setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.target, 1)
        row.addWidget(self.choose)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(self.form)
        layout.addLayout(row)
        layout.addWidget(self._summary)
        layout.addWidget(self.table, 1)
        layout.addWidget(self._room, 1)
        layout.addWidget(self.progress)
        layout.addWidget(self.buttons)
        self.resize(880, 720)

    def _connect(self) -> None:
        self.form.changed.connect(self._on_changed)
        self.target.textChanged.connect(self._enable)
        self.choose.clicked.connect(self._on_choose)
        self.table.activated.connect(self._on_row)
        self.table.clicked.connect(self._on_row)
        self.buttons.accepted.connect(self._start)
        self.buttons.rejected.connect(self.reject)
        self._timer.timeout.connect(self._look_again)

    # The target

    def _propose_target(self) -> None:
        project = self._session.required()
        self.target.setText(str(self._fitting(project.path.with_suffix(""))))

    def _fitting(self, path: Path) -> Path:
        """Give a path the format's suffix; a split goes into a folder."""
        bare = path.with_suffix("") if path.suffix else path
        return bare if self.form.split.isChecked() else bare.with_suffix(self.form.exporter.suffix)

    @Slot()
    def _on_choose(self) -> None:
        dialog = QFileDialog(self, self.tr("Export"), self.target.text())
        dialog.setObjectName("exportFileDialog")
        if self.form.split.isChecked():
            dialog.setFileMode(QFileDialog.FileMode.Directory)
        else:
            dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
            dialog.setDefaultSuffix(self.form.exporter.suffix.lstrip("."))
            dialog.selectFile(Path(self.target.text()).name)
        dialog.fileSelected.connect(self.target.setText)
        dialog.open()

    # Preflight

    @Slot()
    def _on_changed(self) -> None:
        if self.target.text().strip():
            self.target.setText(str(self._fitting(Path(self.target.text()))))
        self._enable()
        self._timer.start()

    @Slot()
    def _look_again(self) -> None:
        if self._cancel is not None and not self._long:
            self._stale = True
            return
        self._stop()
        if not self.form.valid:
            return
        self._begin(self.tr("Looking through the articles…"))
        self._cancel = self._preflight(
            self.form.request(), done=self._on_report, failed=self._on_failed, advanced=self._on_advanced
        )
        self._enable()

    def _on_report(self, report: Report) -> None:
        stale = self._stale
        self._end()
        if stale:
            self._look_again()
        else:
            self._show(report)
            self._enable()

    def _show(self, report: Report) -> None:
        self.model.show_losses(report.losses)
        self._show_table()
        numbers = {
            "documents": report.documents,
            "spans": report.spans,
            "written": report.written,
            "changed": report.changed,
            "lost": report.lost,
        }
        said = self.tr(
            "Articles: {documents}. Labels: {spans}, of them {written} as they are, {changed} changed, {lost} left out."
        ).format(**{name: i18n.number(count) for name, count in numbers.items()})
        portions = ", ".join(f"{name} {i18n.number(count)}" for name, count in report.portions)
        self._summary.setText(f"{said} {portions}" if portions else said)

    def _show_table(self) -> None:
        there = self.model.rowCount() > 0
        self.table.setVisible(there)
        self._room.setVisible(not there)

    # Writing

    @Slot()
    def _start(self) -> None:
        if not self.write.isEnabled():
            return
        self._stop()
        target = Path(self.target.text().strip())
        self._writing = True
        self._begin(self.tr("Writing {file}…").format(file=target.name))

        def written(report: Report) -> None:
            self._end()
            self.exported.emit(report, target)
            self.accept()

        self._cancel = self._export(
            target, self.form.request(), done=written, failed=self._on_failed, advanced=self._on_advanced
        )
        self._enable()

    def _on_advanced(self, done: int, total: int) -> None:
        self._long = total > _LONG
        self.progress.setRange(0, max(1, total))
        self.progress.setValue(done)

    def _on_failed(self, error: AnnotatorError) -> None:
        self._end()
        self._summary.setText(sentence(error))
        self._enable()

    def _begin(self, words: str) -> None:
        self._summary.setText(words)
        self.progress.setRange(0, 0)
        self.progress.setVisible(True)

    def _end(self) -> None:
        self._cancel = None
        self._writing = self._long = self._stale = False
        self.progress.setVisible(False)

    def _stop(self) -> None:
        self._timer.stop()
        cancel = self._cancel
        self._end()
        if cancel is not None:
            cancel()

    @Slot()
    def _enable(self) -> None:
        self.form.setEnabled(not self._writing)
        self.write.setEnabled(self.form.valid and not self._writing and bool(self.target.text().strip()))

    @Slot(QModelIndex)
    def _on_row(self, index: QModelIndex) -> None:
        if index.isValid():
            loss = self.model.losses[index.row()]
            self.jump.emit(loss.document, loss.start, loss.end)
