"""The choice of what to evaluate: the trained pipeline, a model that suggests, or labels in files."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QWidget

from annotator.jobs.exporting.export_files import Request
from annotator.jobs.learning import evaluate_models
from annotator.suggest.sources.source import SourceInfo, SourceKind
from ui.base.file_dialogs import ask_files
from ui.base.look.plain_text import plain
from ui.base.widgets.buttons import dialog_button
from ui.base.widgets.flow import together, wrapped
from ui.base.widgets.inputs import named
from ui.base.words.rule_names import source_title

Task = tuple[Callable[..., Any], tuple[object, ...]]
_TRAINED = "trained"
_FILES = "files"
_NARROW = 120  # least width of the list in pixels


class EvaluationBar(QWidget):
    """A list of what to evaluate, and a button. `wanted` emits the job: a function with its arguments."""

    wanted = Signal(object)

    def __init__(self, path: Path, folder: Path) -> None:
        super().__init__()
        self._path = path
        self._folder = folder
        self._request = Request(format=evaluate_models.FORMAT)
        self._sources: tuple[SourceInfo, ...] = ()
        self.who = named(QComboBox(), "trainingWho", self.tr("What to evaluate"))
        self.who.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.who.setMinimumWidth(_NARROW)  # for small screens; the open list shows full names
        self.button = dialog_button("trainingJudge", self.tr("Evaluate"))
        label = plain(self.tr("Evaluate on the labels:"), "muted")
        wrapped(self, together(label), together(self.who, self.button), heading=True)
        self.button.clicked.connect(self._evaluate)

    def ask_about(self, request: Request) -> None:
        """Set the labels to evaluate on: ``request`` says whose labels, and of which articles."""
        self._request = request

    def offer(self, sources: tuple[SourceInfo, ...], *, trained: bool) -> None:
        """List the models that suggest, after the trained pipeline if there is one."""
        fresh = trained and self.who.findData(_TRAINED) < 0
        chosen = _TRAINED if fresh else self.who.currentData()
        self._sources = tuple(info for info in sources if info.kind is SourceKind.MODEL)
        self.who.clear()
        if trained:
            self.who.addItem(self.tr("the trained pipeline, on its test articles"), _TRAINED)
        for info in self._sources:
            self.who.addItem(source_title(info.name), info.name)
        self.who.addItem(self.tr("labels in files…"), _FILES)
        self.who.setCurrentIndex(max(0, self.who.findData(chosen)))

    @Slot()
    def _evaluate(self) -> None:
        who = self.who.currentData()
        if who == _FILES:
            self._ask_files()
        elif who == _TRAINED:
            self.wanted.emit((evaluate_models.judge_trial, (self._path, self._folder, self._request)))
        else:
            chosen = tuple(info for info in self._sources if info.name == who)
            self.wanted.emit((evaluate_models.judge, (self._path, chosen, self._request)))

    def _ask_files(self) -> None:
        title = self.tr("Labels in files")
        ask_files(self, "trainingFiles", title, self._on_files, start=self._path.parent)

    @Slot(list)
    def _on_files(self, names: list[str]) -> None:
        paths = [Path(name) for name in names]
        self.wanted.emit((evaluate_models.judge_files, (self._path, paths, self._request)))
