"""Project → Train and Evaluate a Model: the curve while it trains, then scores and mistakes."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from annotator.editing.splitting import DEV, TEST
from annotator.jobs.learning import evaluate_models
from annotator.jobs.learning.evaluate_models import Growth, Trained
from annotator.system.errors import AnnotatorError
from annotator.training.evaluate import Evaluation
from annotator.training.train import BEST, LAST, points
from ui.base.i18n import number, translate
from ui.base.log_dialog import resize_within_screen
from ui.base.look.plain_text import plain
from ui.base.messages import sentence
from ui.base.widgets.buttons import dialog_button
from ui.base.widgets.inputs import fill
from ui.base.widgets.tabs import Tabs
from ui.bridge.session import Session
from ui.jobs.job_line import JobLine
from ui.jobs.suggesting.suggestion_queue import Suggesting
from ui.jobs.workers import Job, JobProcess
from ui.training.confusion_table import ConfusionTable, ScoreTable
from ui.training.evaluated import EvaluationBar, Task
from ui.training.growth_page import CurveView, GrowthPage, forecast
from ui.training.lesson_form import LessonForm
from ui.training.mistake_list import MistakeList
from ui.training.pipeline_use import PipelineUse

_CURVE = 280  # least width in pixels
_SCORES, _CONFUSIONS, _MISTAKES, _GROWTH = "scores", "confusions", "mistakes", "growth"


class TrainingWindow(QDialog):
    """The training window: data and options on the left, the curve and the evaluation on the right."""

    jump_wanted = Signal(str, int, int)
    told = Signal(str)

    def __init__(
        self,
        session: Session,
        process: JobProcess,
        files: JobProcess,
        suggesting: Suggesting,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Train and Evaluate a Model"))
        project = session.required()
        self._session = session
        self._project = project
        self._folder = project.path.with_suffix(".training")
        self._process = process
        self._suggesting = suggesting
        self._job: Job | None = None
        self._begun_by: QWidget | None = None  # what the keyboard began the job with
        self.put_away = False  # whether the user closed the window during a training, which only hid it
        self.form = LessonForm(project, files)
        self.line = JobLine()
        self.curve = CurveView()
        self.evaluating = EvaluationBar(project.path, self._folder)
        self.scores = ScoreTable(project.schema)
        self.confusions = ConfusionTable(project.schema)
        self.mistakes = MistakeList(project.schema)
        self.growth = GrowthPage(project.schema)
        self.evaluation: Evaluation | None = None  # the one on screen
        self._tabs = Tabs(
            "trainingTab",
            (
                (_SCORES, self.tr("Scores")),
                (_CONFUSIONS, self.tr("Confusions")),
                (_MISTAKES, self.tr("Mistakes")),
                (_GROWTH, self.tr("Learning Curve")),
            ),
            wraps=True,
        )
        self._measured = plain(role="muted", name="trainingMeasured", wraps=True)
        self._measured.hide()
        self._pages = QStackedWidget()
        self._start = dialog_button("trainingStart", self.tr("Train"))
        self._start.setDefault(True)
        self._resume = dialog_button("trainingResume", self.tr("Continue"))
        self._stop = dialog_button("trainingStop", self.tr("Stop"))
        self._use = PipelineUse(project, suggesting, _best(self._folder))
        self._use.show_shipped(evaluate_models.shipped_beside(self._folder))
        self._close = dialog_button("trainingClose", self.tr("Close"))
        self._lay_out()
        self._connect()
        self._show_state()
        self.line.end(_pipeline_words(self._folder))

    def closeEvent(self, event: QCloseEvent) -> None:
        self.reject()
        event.setAccepted(not self.put_away)  # accepting the event would delete the window

    @Slot()
    def reject(self) -> None:
        """Close the window; while a training runs only hide it, so that the training goes on."""
        if self._job is None:
            super().reject()
            return
        self.put_away = True
        self.hide()
        self.told.emit(self.tr("Training continues. Project → Train and Evaluate a Model shows it again."))

    def done(self, result: int) -> None:
        self.put_away = False
        self._cancel()
        self.form.whose.stop()
        super().done(result)

    # Training

    @Slot()
    def train(self) -> None:
        """Start a new training."""
        self._train(resume=False)

    @Slot()
    def resume(self) -> None:
        """Continue the last training."""
        self._train(resume=True)

    @Slot()
    def stop(self) -> None:
        """Stop the training; the best pipeline so far is kept."""
        self._cancel()
        self.line.end(" ".join((self.tr("Stopped."), _pipeline_words(self._folder))))
        self._show_state()
        again = self._resume if self._begun_by is self._start and self._resume.isEnabled() else self._begun_by
        if again is not None:
            again.setFocus()

    def _train(self, *, resume: bool) -> None:
        start_from = "" if resume else self.form.start_from
        work = partial(evaluate_models.train, steps=self.form.steps, resume=resume, start_from=start_from)
        task = (work, (self._project.path, self._folder, self.form.request()))
        self._run(task, self.tr("Training…"), self._on_trained)
        self._begun_by = self._resume if resume else self._start  # also after Return in a field

    def _on_trained(self, trained: Trained) -> None:
        text = self.tr("Trained. Articles: {train} train, {dev} dev, {test} test.")
        sizes = {name: number(size) for name, size in trained.splits}
        unsure = [*_untested_warning(self._folder), *_unread_warning(trained), *_few_warning(trained.evaluation)]
        say = self.line.warn if unsure else self.line.end
        say(" ".join([*unsure, text.format(**sizes)]))
        self._use.show_shipped(trained.shipped)
        self._show_evaluation(trained.evaluation)

    # Evaluating

    @Slot(object)
    def _evaluate(self, task: Task) -> None:
        self._run(task, self.tr("Evaluating…"), self._on_evaluated)

    def _on_evaluated(self, evaluation: Evaluation) -> None:
        text = self.tr("{right} of {all} labels found exactly. Articles: {count}.")
        total = evaluation.total
        words = text.format(right=number(total.right), all=number(total.gold), count=number(evaluation.documents))
        worth = [*_few_warning(evaluation), *_own_labels_warning(evaluation)]
        say = self.line.warn if worth else self.line.end
        say(" ".join([words, *worth]))
        self._show_evaluation(evaluation)

    @Slot()
    def _forecast(self) -> None:
        work = partial(evaluate_models.grow, steps=self.form.steps)
        task = (work, (self._project.path, self._folder, self.form.request()))
        self._run(task, self.tr("Training four times…"), self._on_forecast)

    def _on_forecast(self, growth: Growth) -> None:
        self.growth.model.show_growth(growth)
        self._show_measured()
        self.line.end(
            self.tr("To raise F1 by 2 points over all labels: {forecast}.").format(forecast=forecast(growth, None))
        )

    def _show_evaluation(self, evaluation: Evaluation) -> None:
        self.evaluation = evaluation
        for view in (self.scores, self.confusions, self.mistakes):
            view.show_evaluation(evaluation)
        self._show_measured()

    def _show_measured(self) -> None:
        """Show how many articles the figures on the current page were evaluated on."""
        shown = self.evaluation
        if self._pages.currentWidget() is self.growth:
            growth = self.growth.model.growth
            shown = growth.steps[-1][1] if growth else None
        one, more = self.tr("evaluated on one article"), self.tr("evaluated on {count} articles")
        text = {0: "", 1: one}
        count = shown.documents if shown else 0
        self._measured.setText(text.get(count, more.format(count=number(count))))
        self._measured.setVisible(count > 0)

    # Inside

    @Slot(object, str, object)
    def _run(self, task: Task, words: str, done: Callable[[Any], None]) -> None:
        self._cancel()
        self._begun_by = self.focusWidget()
        function, arguments = task
        self.line.begin(words)
        self._job = self._process.start(
            function, *arguments, done=partial(self._on_done, done), failed=self._on_failed, advanced=self._on_advanced
        )
        self._show_state()

    def _on_done(self, done: Callable[[Any], None], result: Any) -> None:
        self._job = None
        done(result)
        self._show_state()

    def _on_advanced(self, done: int, total: int) -> None:
        self.line.advance(done, total)
        self._show_curve()

    def _on_failed(self, error: AnnotatorError) -> None:
        self._job = None
        self.line.warn(sentence(error))
        self._show_state()

    @Slot()
    def _cancel(self) -> None:
        job, self._job = self._job, None
        if job is not None:
            self._process.cancel(job)

    def _show_curve(self) -> None:
        self.curve.show_points(
            points(self._folder / evaluate_models.MODEL), held_back=evaluate_models.held_back(self._folder, DEV)
        )

    @Slot()
    def _show_state(self) -> None:
        self._show_curve()
        busy, trained = self._job is not None, (_best(self._folder) / "meta.json").is_file()
        free = not busy and self.form.whose.counted and not self.form.whose.is_open
        self.form.setEnabled(not busy)
        self.evaluating.ask_about(self.form.request())
        # without adapters, which were trained on these articles
        self.evaluating.offer(self._suggesting.models, trained=trained)
        always: tuple[QWidget, ...] = (self._start, self.evaluating)
        later: tuple[QWidget, ...] = (self._resume, self._use, self.growth)
        for widget in (*always, *later):
            widget.setEnabled(free and (trained or widget in always))
        if not (_best(self._folder).with_name(LAST) / "meta.json").is_file():
            self._resume.setEnabled(False)  # nothing to continue: this model was trained from another one
        self._stop.setEnabled(busy)
        asked = self.tr("You have no labels here. Choose whose labels to learn from.")
        if self.form.whose.is_open:
            self.line.warn(asked)
        elif self.line.words == asked:
            self.line.end(_pipeline_words(self._folder))
        if self.put_away and not busy:
            self.told.emit(self.line.words)

    def _connect(self) -> None:
        self._start.clicked.connect(self.train)
        self._resume.clicked.connect(self.resume)
        self._stop.clicked.connect(self.stop)
        self._use.wanted.connect(self._run)
        self._use.told.connect(self.line.end)
        self._use.failed.connect(self._on_failed)
        self._close.clicked.connect(self.reject)
        self._session.project_closing.connect(self._cancel)  # a running training would delay closing
        self.form.changed.connect(self._show_state)
        self.form.whose.failed.connect(self._on_failed)
        self.evaluating.wanted.connect(self._evaluate)
        self.growth.wanted.connect(self._forecast)
        self.mistakes.jump_wanted.connect(self.jump_wanted)
        self._tabs.chosen.connect(self._turn)

    @Slot(object)
    def _turn(self, tab: object) -> None:
        self._pages.setCurrentIndex([_SCORES, _CONFUSIONS, _MISTAKES, _GROWTH].index(str(tab)))
        self._show_measured()

    def _lay_out(self) -> None:
        text = self.tr(
            "In per cent. Precision: how much of what was found is right. Recall: how much of what is"
            " labelled was found. F1 combines both; in F1 (partial), labels with other boundaries"
            " count half."
        )
        labels = self.tr("By label only: labels with other boundaries count as found here.")
        for page in (_hint_above(text, self.scores), _hint_above(labels, self.confusions), self.mistakes, self.growth):
            self._pages.addWidget(page)
        buttons = QGridLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self._start, 0, 0, 1, 2)
        buttons.addWidget(self._resume, 1, 0)
        buttons.addWidget(self._stop, 1, 1)
        left = QWidget()
        fill(QVBoxLayout(left), self.form, buttons, 1, self._use, margins=0, spacing=16)
        left.setMaximumWidth(left.sizeHint().width())
        right = fill(
            QVBoxLayout(), (self.curve, 2), self.evaluating, self._tabs, self._measured, (self._pages, 3), spacing=12
        )
        self.curve.setMinimumWidth(_CURVE)
        columns = fill(QHBoxLayout(), left, (right, 1), spacing=16)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(12)
        foot = fill(QHBoxLayout(), (self.line, 1), self._close, spacing=12)
        layout.addLayout(columns, 1)
        layout.addLayout(foot)
        resize_within_screen(self, 1080, 760)


def _hint_above(words: str, table: QWidget) -> QWidget:
    """Return a page with a hint above a table."""
    page = QWidget()
    hint = plain(words, "muted", wraps=True)
    fill(QVBoxLayout(page), hint, (table, 1), margins=0, spacing=8)
    return page


def _best(folder: Path) -> Path:
    return folder / evaluate_models.MODEL / BEST


def _pipeline_words(folder: Path) -> str:
    """Return a sentence that says where the last trained pipeline is, or that there is none."""
    if points(folder / evaluate_models.MODEL):
        text = translate("TrainingWindow", "The last trained pipeline is in {folder}.").format(folder=folder)
        return " ".join([text, *_untested_warning(folder)])
    return translate("TrainingWindow", "Nothing is trained yet.")


def _few_warning(evaluation: Evaluation) -> list[str]:
    """Return a warning if only few articles were evaluated, else []."""
    count = evaluation.documents
    if not evaluation.few:
        return []
    one = translate("TrainingWindow", "Only one article was evaluated: its scores say little about others.")
    more = translate("TrainingWindow", "Only {count} articles were evaluated: their scores say little about others.")
    return [one if count == 1 else more.format(count=number(count))]


def _own_labels_warning(evaluation: Evaluation) -> list[str]:
    """Return a warning if labels were accepted from the model's own suggestions, else []."""
    if not evaluation.flatters:
        return []
    words = translate(
        "TrainingWindow",
        "{count} of the labels found were accepted from its own suggestions, so the scores look better than they are.",
    )
    return [words.format(count=number(evaluation.taken_over))]


def _unread_warning(trained: Trained) -> list[str]:
    """Return a warning if all test articles are in languages that the pipeline does not read, else []."""
    if not trained.unread:
        return []
    return [
        translate(
            "TrainingWindow",
            "There is no score: it was trained in the language of most articles, and no test article is in this"
            " language. To get one, label more articles in it.",
        )
    ]


def _untested_warning(folder: Path) -> list[str]:
    """Return a warning as a list if no articles were left for testing, else []."""
    if evaluate_models.held_back(folder, TEST):
        return []
    return [
        translate(
            "TrainingWindow",
            "No articles were left for testing, so nobody knows how it does on new ones: label more first.",
        )
    ]
