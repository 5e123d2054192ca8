"""Training and evaluating in a real window: the curve grows, and mistakes lead to their places."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QFileDialog, QLabel, QMessageBox, QPushButton, QSpinBox

from annotator.editing import splitting
from annotator.editing.edits import Change
from annotator.jobs.exporting import export_files
from annotator.jobs.exporting.export_files import Request
from annotator.jobs.learning.evaluate_models import Growth
from annotator.jobs.learning.starting import Shipped
from annotator.model import source_choices
from annotator.model.source_choices import SourceChoices
from annotator.model.values import ENTITIES, GOLD, DocumentState, Span, State, new_id
from annotator.quality.settling import as_edit
from annotator.suggest.sources import own
from annotator.suggest.sources.pipeline_folder import describe
from annotator.suggest.sources.registry import available
from annotator.training.evaluate import Evaluation, Score
from annotator.training.train import Point, points
from tests.ui import worked
from tests.ui.conftest import SECOND, TEXT
from ui.base.look.sizes import NEAR
from ui.base.widgets.low_screen import FRAME
from ui.jobs.suggesting.source_finder import Work
from ui.training.growth_page import CurveView, forecast
from ui.training.lesson_form import LessonForm
from ui.training.training_window import _CURVE

_BAR = 12  # width of a vertical scroll bar in pixels
_SOON = 90_000  # milliseconds: the process imports spaCy


def part(text, words):
    start = text.index(words)
    return start, start + len(words)


def label_all(window):
    for (text, words), label in {
        (TEXT, "Köln"): "LOC",
        (TEXT, "HD Hyundai"): "ORG",
        (SECOND, "Köln"): "LOC",
        (SECOND, "HD Hyundai"): "ORG",
    }.items():
        every = window.session.required().read.texts()
        document = next(id_ for id_, own_text in every if own_text == text)
        if window.view.document_id() != document:
            window.session.open_document(document)
        window.decisions.label(*part(text, words), "entities", label)


@pytest.fixture
def opened(window):
    """Three articles, two with labels."""
    label_all(window)
    return window


def training(window, qtbot):
    """Open the training window, and wait until it is known whose labels there are."""
    window.actions_by_id["model.train"].trigger()
    found = window.findChild(QDialog, "trainingWindow")
    qtbot.waitUntil(lambda: found.form.whose.counted, timeout=_SOON)
    return found


@pytest.fixture
def dialog(opened, qtbot):
    found = training(opened, qtbot)
    found.findChild(QSpinBox, "trainingSteps").setValue(3)
    yield found
    found.close()


def made(document, annotator):
    parts = (part(TEXT, "Köln"),)
    return Span(id=new_id(), document=document, layer=ENTITIES, label="LOC", parts=parts, annotator=annotator)


def test_gold_is_learnt_from_if_nothing_is_ones_own(window, qtbot):
    document = window.session.opened.document.id
    for name in ("ida", "jo"):
        window.session.project._store.add_annotator(name)
    changes = [Change(after=made(document, name)) for name in ("ida", "jo", GOLD)]
    done = Change(after=DocumentState(document=document, annotator=GOLD, state=State.DONE))
    window.session.do(as_edit([*changes, done], by=window.session.project.annotator))
    window.actions_by_id["model.train"].trigger()
    form = window.findChild(LessonForm)
    qtbot.waitUntil(lambda: form.whose.counted, timeout=_SOON)
    done = form.findChild(QCheckBox, "trainingDone")
    assert (form.request().annotator, done.text()) == (GOLD, "Only those that are done (1 of 3)")
    assert (done.isChecked(), done.isEnabled()) == (True, False)


def test_gold_is_chosen_before_own_labels(opened, qtbot):
    project = opened.session.project
    document = next(id_ for id_, text in project.read.texts() if text == TEXT)
    project._store.add_annotator(GOLD)
    done = Change(after=DocumentState(document=document, annotator=GOLD, state=State.DONE))
    opened.session.do(as_edit([Change(after=made(document, GOLD)), done], by=project.annotator))
    dialog = training(opened, qtbot)
    assert dialog.form.request().annotator == GOLD
    combo = dialog.form.whose.combo
    combo.setCurrentIndex(combo.findData(project.annotator))
    dialog.form.whose.count()
    qtbot.waitUntil(lambda: not dialog.form.whose._asking.busy, timeout=_SOON)
    assert dialog.form.request().annotator == project.annotator
    dialog.close()


def test_unread_test_article_says_what_to_do(opened, qtbot):
    read = opened.session.project.read
    languages = {id_: read.document(id_).language for id_, _ in read.texts()}
    dealt = {id_: "test" if language == "en" else "train" for id_, language in languages.items()}
    opened.session.do(splitting.remember(dict.fromkeys(languages), dealt, annotator=opened.session.project.annotator))
    dialog = training(opened, qtbot)
    dialog.findChild(QSpinBox, "trainingSteps").setValue(1)
    press(dialog, "trainingStart")
    settled(qtbot, dialog)
    assert "label more articles in it" in dialog.line.words
    assert "change the split" not in dialog.line.words
    dialog.close()


def test_training_asks_whose_labels_if_several_have_some(window, qtbot):
    document, start = window.session.opened.document.id, "trainingStart"
    for name in ("ida", "jo"):
        window.session.project._store.add_annotator(name)
    changes = [Change(after=made(document, name)) for name in ("ida", "jo")]
    window.session.do(as_edit(changes, by=window.session.project.annotator))
    dialog = training(window, qtbot)
    assert not dialog.findChild(QPushButton, start).isEnabled()
    assert dialog.line.words == "You have no labels here. Choose whose labels to learn from."
    combo = dialog.form.whose.combo
    combo.setCurrentIndex(combo.findData("jo"))
    assert dialog.findChild(QPushButton, start).isEnabled()
    assert dialog.form.request().annotator == "jo"
    assert "Choose whose" not in dialog.line.words


def press(dialog, name):
    button = dialog.findChild(QPushButton, name)
    assert button.isEnabled(), name
    button.click()


def settled(qtbot, dialog):
    qtbot.waitUntil(lambda: not dialog.findChild(QPushButton, "trainingStop").isEnabled(), timeout=_SOON)


def painted(curve, loss):
    """Return the rows of pixels that are painted for a training with this loss."""
    curve.show_points([Point(step=0, loss=500.0, score=0.0), Point(step=100, loss=loss, score=100.0)], held_back=True)
    image = curve.grab().toImage()
    width = image.bytesPerLine()
    return [bytes(image.constBits())[row * width : (row + 1) * width] for row in range(image.height())]


@pytest.fixture
def trained(qtbot, dialog):
    press(dialog, "trainingStart")
    settled(qtbot, dialog)
    return dialog


def judge(qtbot, dialog, who):
    combo = dialog.findChild(QComboBox, "trainingWho")
    combo.setCurrentIndex(combo.findData(who))
    press(dialog, "trainingJudge")
    settled(qtbot, dialog)


def test_untrained_window_offers_train_and_evaluate(dialog):
    assert dialog.line.words == "Nothing is trained yet."
    assert dialog.curve.words == "The curve appears during training."
    for name in ("trainingResume", "trainingStop", "trainingUse", "trainingPackage"):
        assert not dialog.findChild(QPushButton, name).isEnabled()
    combo = dialog.findChild(QComboBox, "trainingWho")
    assert combo.findData("trained") < 0


def test_training_shows_curve_and_scores(qtbot, opened, trained):
    few = "Only one article was evaluated: its scores say little about others."
    assert trained.line.words == f"{few} Trained. Articles: 1 train, 1 dev, 1 test."
    assert trained.curve.words.startswith("Dev score ")
    assert trained.findChild(QLabel, "trainingMeasured").text() == "evaluated on one article"
    assert trained.curve.accessibleDescription() == trained.curve.words
    folder = Path(opened.session.project.path).with_suffix(".training")
    assert (folder / "model" / "model-best" / "meta.json").is_file()
    assert trained.evaluation.documents == 1
    assert trained.findChild(QComboBox, "trainingWho").currentData() == "trained"
    assert [point.step for point in points(folder / "model")] == [0, 1, 2, 3]
    press(trained, "trainingResume")
    settled(qtbot, trained)
    assert [point.step for point in points(folder / "model")] == [0, 1, 2, 3, 4, 5, 6, 7]


def test_training_score_is_flagged(qtbot, window):
    label_all(window)
    texts = list(window.session.required().read.texts())
    window.session.delete_documents([id_ for id_, text in texts if text != TEXT])
    dialog = training(window, qtbot)
    dialog.findChild(QSpinBox, "trainingSteps").setValue(1)
    press(dialog, "trainingStart")
    settled(qtbot, dialog)
    assert dialog.line.words.startswith("No articles were left for testing")
    assert "on the training articles" in dialog.curve.words
    dialog.close()


def test_training_stopped_at_once_says_so(dialog):
    press(dialog, "trainingStart")
    press(dialog, "trainingStop")
    assert dialog.line.words == "Stopped. Nothing is trained yet."
    assert dialog.focusWidget() is dialog.findChild(QPushButton, "trainingStart")


def test_stopped_training_keeps_best(qtbot, dialog):
    dialog.findChild(QSpinBox, "trainingSteps").setValue(100_000)
    press(dialog, "trainingStart")
    qtbot.waitUntil(lambda: dialog.curve.words.startswith("Dev score"), timeout=_SOON)
    press(dialog, "trainingStop")
    assert dialog.line.words.startswith("Stopped. The last trained pipeline is in")
    assert dialog.focusWidget() is dialog.findChild(QPushButton, "trainingResume")
    assert dialog.findChild(QPushButton, "trainingResume").isEnabled()
    assert dialog.findChild(QPushButton, "trainingUse").isEnabled()


def test_stopped_evaluation_gets_the_focus_back(qtbot, dialog):
    evaluate = dialog.findChild(QPushButton, "trainingJudge")
    evaluate.setFocus()
    evaluate.click()
    stop = dialog.findChild(QPushButton, "trainingStop")
    stop.setFocus()
    stop.click()
    assert dialog.focusWidget() is evaluate


def test_training_continues_in_hidden_window(qtbot, window):
    label_all(window)
    dialog = training(window, qtbot)
    dialog.findChild(QSpinBox, "trainingSteps").setValue(3)
    press(dialog, "trainingStart")
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)  # a slip of the finger stops no training
    assert dialog.isHidden()
    assert window.messages.words.startswith("Training continues.")
    window.actions_by_id["model.train"].trigger()
    assert dialog.isVisible()
    dialog.close()
    assert dialog.isHidden()
    window.actions_by_id["model.train"].trigger()
    press(dialog, "trainingClose")
    assert dialog.isHidden()
    qtbot.waitUntil(lambda: "Trained." in window.messages.words, timeout=_SOON)
    window.actions_by_id["model.train"].trigger()
    assert window.findChildren(QDialog, "trainingWindow") == [dialog]
    assert dialog.isVisible()
    assert dialog.findChild(QPushButton, "trainingUse").isEnabled()
    press(dialog, "trainingClose")
    qtbot.waitUntil(lambda: window.findChild(QDialog, "trainingWindow") is None)


def test_closing_project_stops_hidden_training(qtbot, window):
    label_all(window)
    dialog = training(window, qtbot)
    dialog.findChild(QSpinBox, "trainingSteps").setValue(100_000)
    press(dialog, "trainingStart")
    press(dialog, "trainingClose")
    window.session.close_project()
    qtbot.waitUntil(lambda: window.findChild(QDialog, "trainingWindow") is None)


def test_curve_texts_do_not_overlap(qtbot):
    curve = CurveView()
    qtbot.addWidget(curve)
    curve.resize(700, 200)
    with_loss, without = (painted(curve, loss) for loss in (249.2, 0.0))
    top = range(24)
    assert [with_loss[row] for row in top] == [without[row] for row in top]
    assert with_loss != without


def test_evaluate_file_and_jump_to_mistake(qtbot, opened, dialog, tmp_path):
    project = opened.session.project.path
    export_files.export(project, tmp_path / "a.jsonl", Request(format="jsonl"))
    text = (tmp_path / "a.jsonl").read_text("utf-8").replace('"label": "ORG"', '"label": "PER"')
    (tmp_path / "a.jsonl").write_text(text, "utf-8")
    combo = dialog.findChild(QComboBox, "trainingWho")
    combo.setCurrentIndex(combo.findData("files"))
    press(dialog, "trainingJudge")
    dialog.findChild(QFileDialog, "trainingFiles").filesSelected.emit([str(tmp_path / "a.jsonl")])
    settled(qtbot, dialog)
    few = "Only 3 articles were evaluated: their scores say little about others."
    assert dialog.line.words == f"2 of 4 labels found exactly. Articles: 3. {few}"
    scores = dialog.scores.model()
    shown = [[scores.index(row, column).data() for column in range(7)] for row in range(scores.rowCount())]
    assert shown == [
        ["Person", "0", "2", "0.0", "0.0", "0.0", "0.0"],
        ["Organisation", "2", "0", "0.0", "0.0", "0.0", "0.0"],
        ["Place", "2", "2", "100.0", "100.0", "100.0", "100.0"],
        ["All", "4", "4", "50.0", "50.0", "50.0", "50.0"],
    ]
    cells = dialog.confusions.model()
    head = [cells.headerData(n, Qt.Orientation.Horizontal) for n in range(cells.columnCount())]
    assert head[1:] == ["Person", "Organisation", "Place", "missed"]
    assert [[cells.index(row, n).data() for n in range(5)] for row in (1, 2, 3)] == [
        ["Organisation", "2", "", "", ""],
        ["Place", "", "", "2", ""],
        ["nothing", "", "", "", ""],
    ]
    faults = dialog.findChild(QComboBox, "trainingFault")
    assert [faults.itemText(n) for n in range(5)] == [
        "All mistakes (2)",
        "other boundaries (0)",
        "other label (2)",
        "missed (0)",
        "not labelled (0)",
    ]
    faults.setCurrentIndex(3)
    assert dialog.mistakes.model.rowCount() == 0
    faults.setCurrentIndex(2)
    press(dialog, "trainingTab.mistakes")
    table = dialog.mistakes.table
    table.selectRow(0)
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert opened.view.document_id() == dialog.mistakes.model.shown[0].document
    assert opened.aim.row().parts == (part(TEXT, "HD Hyundai"),)


def test_evaluate_suggesting_model(qtbot, make_window, project_path):
    work = Work(draw_tokens=worked.draw, prepare=worked.prepare, sources=available().named(["de_news"]))
    window = make_window(project_path, work=work)
    label_all(window)
    dialog = training(window, qtbot)
    judge(qtbot, dialog, "de_news")
    assert dialog.evaluation.documents == 2  # the third is in English
    assert dialog.evaluation.total.gold == 4
    dialog.close()


def test_learning_curve_by_label(qtbot, trained):
    press(trained, "trainingTab.growth")
    measured = trained.findChild(QLabel, "trainingMeasured")
    assert measured.text() == ""  # that of the scores is another
    trained.growth.button.click()
    settled(qtbot, trained)
    assert trained.line.words.startswith("To raise F1 by 2 points over all labels: ")
    model = trained.growth.model
    head = [model.headerData(n, Qt.Orientation.Horizontal) for n in range(model.columnCount())]
    assert head == ["Label", *["F1, 1 articles"] * 4, "For +2 F1"]
    assert model.index(model.rowCount() - 1, 0).data() == "All"
    assert model.index(model.rowCount() - 1, 5).data() == "no forecast"  # one article is no growth
    assert measured.text() == "evaluated on one article"


def test_forecast_words():
    def growth(pace):
        scores = ((25, 50), (50, 65), (100, 75))
        steps = tuple(
            (n, Evaluation(scores={("entities", "PER"): Score(gold=100, found=100, right=right)}))
            for n, right in scores
        )
        return Growth(steps=steps, pace=pace)

    assert forecast(growth(0), None) == "about 19 more articles"
    assert forecast(growth(600), ("entities", "PER")) == "about 19 more articles, 3.2 h"
    assert forecast(growth(600), ("entities", "ORG")) == "no forecast"


def test_trained_pipeline_can_suggest(qtbot, opened, trained):
    trained.findChild(QPushButton, "trainingUse").click()
    question = trained.findChild(QMessageBox, "trainingWorse")
    if question is not None:
        next(button for button in question.buttons() if button.text() == "Use Yours").click()
    settled(qtbot, trained)
    (folder,) = own.folders()
    assert "now makes suggestions in this project" in trained.line.words
    assert str(folder) in trained.line.words
    info = describe(folder)
    written = source_choices.loads(opened.session.required().read.setting(source_choices.SOURCES))
    assert info.name not in own.in_force(written, [info]).off
    assert info.name in own.in_force(SourceChoices(), [info]).off, "another project does not ask it by itself"


def test_pipeline_package(qtbot, trained, tmp_path):
    press(trained, "trainingPackage")
    trained.findChild(QFileDialog, "trainingPackageTarget").fileSelected.emit(str(tmp_path))
    settled(qtbot, trained)
    (written,) = [path for path in tmp_path.iterdir() if path.name.endswith("-0.1.0")]
    assert (written / "setup.py").is_file()
    assert str(written) in trained.line.words


@pytest.mark.parametrize("language", ["en", "de"])
def test_small_screen_needs_no_scrolling_sideways(make_window, project_path, qtbot, language):
    shown = training(make_window(project_path, language=language), qtbot)
    done = shown.findChild(QCheckBox, "trainingDone")
    done.setText("Only those that are done (123 of 456)")
    qtbot.waitUntil(lambda: shown.minimumSizeHint().width() > done.minimumSizeHint().width() + _CURVE)
    assert shown.minimumSizeHint().width() <= 640 - FRAME.width() - _BAR - NEAR


def test_unlabelled_project_is_reported(qtbot, window):
    dialog = training(window, qtbot)
    press(dialog, "trainingStart")
    settled(qtbot, dialog)
    assert dialog.line.words.startswith("There is nothing to train on")
    dialog.close()


def test_worse_pipeline_asks_before_use(qtbot, dialog):
    dialog._use.show_shipped(Shipped(yours=34.0, shipped=77.4, documents=12))
    compared = dialog.findChild(QLabel, "trainingShipped")
    words = compared.text().replace("\xa0", " ")
    assert words == "F1: your model 34.0, the shipped one 77.4. Same test articles: 12."
    dialog._use._ask_take_up()
    question = dialog.findChild(QMessageBox, "trainingWorse")
    assert "77.4 against 34.0" in question.text()
    assert question.defaultButton().text() == "Don’t Use"
    question.defaultButton().click()
    dialog._use.show_shipped(None)
    assert compared.isHidden()


def test_training_from_shipped_model_shows_both_figures(qtbot, dialog):
    start = dialog.findChild(QComboBox, "trainingStartFrom")
    start.setCurrentIndex(start.findData("shipped"))
    assert not dialog.findChild(QSpinBox, "trainingSteps").isEnabled()
    press(dialog, "trainingStart")
    settled(qtbot, dialog)
    assert dialog.findChild(QLabel, "trainingShipped").text().startswith("F1")
    assert not dialog.findChild(QPushButton, "trainingResume").isEnabled()
    assert dialog.findChild(QPushButton, "trainingUse").isEnabled()
