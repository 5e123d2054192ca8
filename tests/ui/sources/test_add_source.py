"""Foreign pipelines are added in the window: after a warning, tried in another process, their labels mapped."""

import json
import shutil
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QComboBox, QDialogButtonBox, QLabel, QMenu, QMessageBox, QPushButton, QScrollArea

from annotator.suggest.sources import own
from annotator.suggest.sources.registry import available
from annotator.suggest.sources.source import SourceInfo, SourceKind
from tests.annotator.suggest.published import NAME, WHEEL, publish, publishing, wheel
from tests.ui import worked
from ui.base.widgets.chips import CutLabel
from ui.jobs.suggesting.source_finder import Work
from ui.jobs.suggesting.suggestion_queue import Mood
from ui.sources.label_names import LabelNames
from ui.sources.sources_window import SourcesWindow


def built(folder):
    """Write a pipeline that labels a city with a label that the project does not have."""
    import spacy

    nlp = spacy.blank("de", meta={"name": "fremd", "version": "1.0"})
    ruler: Any = nlp.add_pipe("entity_ruler")
    ruler.add_patterns([{"label": "STADT", "pattern": "Köln"}, {"label": "PER", "pattern": "Weiß"}])
    folder.parent.mkdir(parents=True, exist_ok=True)
    nlp.to_disk(folder)
    return folder


@pytest.fixture
def sources(window, qtbot):
    """The sources window with the user's own pipelines as sources; a fake source stands for the shipped model."""

    def find_work():
        mine = tuple(info for info in available(own.folders()).sources if info.name == "de_fremd")
        return Work(draw_tokens=worked.draw, prepare=worked.prepare, sources=(*worked.SOURCES, *mine))

    window.desk.suggesting.finder.find_work = find_work
    qtbot.waitUntil(lambda: window.desk.suggesting.progress.mood is Mood.IDLE, timeout=30_000)
    window.actions_by_id["suggestion.sources"].trigger()
    made = window.findChild(SourcesWindow)
    qtbot.waitUntil(lambda: not made.busy, timeout=30_000)
    return made


def listed(dialog):
    return [row.name for row in dialog.list.sources.shown]


def answer(dialog, role):
    question = dialog.findChild(QMessageBox, "sourceTrustQuestion")
    next(button for button in question.buttons() if question.buttonRole(button) is role).click()


def choices(names):
    return {box.accessibleName(): box.currentText() for box in names.findChildren(QComboBox)}


def test_folder_is_added_after_warning(sources, window, tmp_path, qtbot):
    folder = built(tmp_path / "Modell <b>ü</b> 😀")
    sources.adding.ask_about(str(folder))
    question = sources.findChild(QMessageBox, "sourceTrustQuestion")
    assert "can run any program" in question.text()
    assert str(folder) in question.informativeText()
    assert question.textFormat() is Qt.TextFormat.PlainText
    answer(sources, QMessageBox.ButtonRole.AcceptRole)
    qtbot.waitUntil(lambda: sources.findChild(LabelNames) is not None, timeout=60_000)
    assert listed(sources) == ["fake", "de_fremd"]
    assert sources.line.words == "“de_fremd” now makes suggestions."
    names = sources.findChild(LabelNames)
    assert choices(names) == {"PER": "Person", "STADT": "left out"}
    box = names.findChild(QComboBox, "sourceLabel.STADT")
    box.setCurrentIndex(box.findData("LOC"))
    names.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Ok).click()
    chosen = {info.name: dict(info.labels_as) for info in window.desk.suggesting.sources}
    assert chosen["de_fremd"] == {"PER": "PER", "STADT": "LOC"}
    assert "~" in next(info.version for info in window.desk.suggesting.sources if info.name == "de_fremd")


def test_own_pipeline_is_removed_after_question(sources, tmp_path, qtbot):
    remove = sources.findChild(QPushButton, "sourceRemove")
    assert remove.isHidden()  # what ships stays
    sources.adding.ask_about(str(built(tmp_path / "gebaut")))
    answer(sources, QMessageBox.ButtonRole.AcceptRole)
    qtbot.waitUntil(lambda: listed(sources) == ["fake", "de_fremd"], timeout=60_000)
    sources.findChild(LabelNames).reject()
    assert remove.isVisible()
    remove.click()
    question = sources.findChild(QMessageBox, "sourceRemoveQuestion")
    assert question.escapeButton() is question.defaultButton()
    (folder,) = own.folders()
    assert str(folder) in question.informativeText()
    next(b for b in question.buttons() if question.buttonRole(b) is QMessageBox.ButtonRole.DestructiveRole).click()
    qtbot.waitUntil(lambda: listed(sources) == ["fake"], timeout=60_000)
    assert sources.line.words == "“de_fremd” was removed."
    assert not folder.exists()
    assert remove.isHidden()


def test_deleted_pipeline_is_reported(sources, window, tmp_path, qtbot):
    sources.adding.ask_about(str(built(tmp_path / "p")))
    answer(sources, QMessageBox.ButtonRole.AcceptRole)
    qtbot.waitUntil(lambda: sources.findChild(LabelNames) is not None, timeout=60_000)
    suggesting = window.desk.suggesting
    qtbot.waitUntil(lambda: suggesting.progress.mood is Mood.IDLE, timeout=30_000)
    assert "de_fremd" in {info.name for info in suggesting.sources}
    (folder,) = own.folders()
    shutil.rmtree(folder)
    with qtbot.waitSignal(suggesting.failed) as failed:
        suggesting.ask_about_open()
    assert failed.args[0].code == "source.missing"
    assert "de_fremd" in str(failed.args[0])
    assert "de_fremd" not in {info.name for info in suggesting.sources}


def test_sentence_categories_map_to_claims(window, qtbot):
    info = SourceInfo(
        name="sorter",
        version="1",
        language="de",
        kind=SourceKind.MODEL,
        own_labels=("PER",),
        categories=("CLAIM", "NFS"),
        labels_as=(("NFS", "CFS"),),
    )
    names = LabelNames(info, window.session.required().schema, window)
    qtbot.addWidget(names)
    assert choices(names) == {"PER": "Person", "CLAIM": "Claim", "NFS": "Claim, worth checking"}
    with qtbot.waitSignal(names.chosen) as chosen:
        names.accept()
    assert chosen.args == ["sorter", {"PER": "PER", "CLAIM": "CLAIM", "NFS": "CFS"}]


def test_long_pipeline_label_is_elided(window, qtbot):
    long = "Landesbehördenzuständigkeitsbezeichnungsverzeichnis"
    info = SourceInfo(name="x", version="1", language="de", kind=SourceKind.MODEL, own_labels=(long, "PER"))
    names = LabelNames(info, window.session.required().schema, window)
    qtbot.addWidget(names)
    names.show()
    (area,) = names.findChildren(QScrollArea)
    assert area.horizontalScrollBar().maximum() == 0
    (cut,) = (name for name in names.findChildren(CutLabel) if name.text() == long)
    assert cut.shown.startswith("Landesbehörden")
    assert choices(names)[long] == "left out"


def test_nothing_is_loaded_without_consent(sources, tmp_path):
    sources.adding.ask_about(str(built(tmp_path / "p")))
    answer(sources, QMessageBox.ButtonRole.RejectRole)
    assert not sources.adding.busy
    assert own.folders() == []
    assert listed(sources) == ["fake"]


def test_other_spacy_version_is_reported(sources, tmp_path, qtbot):
    folder = built(tmp_path / "p")
    meta = json.loads((folder / "meta.json").read_text("utf-8"))
    (folder / "meta.json").write_text(json.dumps({**meta, "spacy_version": ">=3.5,<3.6"}), encoding="utf-8")
    sources.adding.ask_about(str(folder))
    answer(sources, QMessageBox.ButtonRole.AcceptRole)
    qtbot.waitUntil(lambda: sources.findChild(LabelNames) is not None, timeout=60_000)
    told = "The model de_fremd was made for spaCy >=3.5,<3.6, and this is spaCy"
    assert sources.line.words.startswith(told)
    assert told in sources.findChild(QLabel, "sourceFacts").text()
    sources.findChild(LabelNames).reject()
    sources.list.setCurrentIndex(sources.list.sources.index(0))
    assert "spaCy" not in sources.findChild(QLabel, "sourceFacts").text()


def test_folder_without_pipeline_is_reported(sources, tmp_path, qtbot):
    sources.adding.ask_about(str(tmp_path))
    answer(sources, QMessageBox.ButtonRole.AcceptRole)
    told = f"{tmp_path} contains no spaCy pipeline. Choose the folder that has a meta.json."
    qtbot.waitUntil(lambda: sources.line.words == told, timeout=60_000)
    assert listed(sources) == ["fake"]


def test_installed_pipeline_is_added(sources, window, tmp_path, monkeypatch, qtbot):
    site = tmp_path / "site"
    built(site / "de_fremd" / "de_fremd-1.0")
    (site / "de_fremd" / "__init__.py").touch()
    about = site / "de_fremd-1.0.dist-info"
    about.mkdir()
    (about / "METADATA").write_text("Metadata-Version: 2.1\nName: de-fremd\nVersion: 1.0\n")
    (about / "entry_points.txt").write_text("[spacy_models]\nde_fremd = de_fremd\n")
    monkeypatch.syspath_prepend(site)
    menu = sources.findChild(QMenu, "sourceAddMenu")
    menu.aboutToShow.emit()
    assert [action.objectName() for action in menu.actions() if not action.isSeparator()] == [
        "sourceAdd.de_fremd",
        "sourceAdd.folder",
        "sourceAdd.model",
        "sourceAdd.web",
        "sourceAdd.lists",
        "sourceAdd.gliner",
    ]
    menu.actions()[0].trigger()
    qtbot.waitUntil(lambda: sources.findChild(LabelNames) is not None, timeout=60_000)
    sources.findChild(LabelNames).reject()
    assert listed(sources) == ["fake", "de_fremd"]
    assert '"packages": ["de_fremd"]' in window.session.required().read.setting("sources")
    menu.aboutToShow.emit()
    assert [action.objectName() for action in menu.actions() if not action.isSeparator()] == [
        "sourceAdd.folder",
        "sourceAdd.model",
        "sourceAdd.web",
        "sourceAdd.lists",
        "sourceAdd.gliner",
    ]


@pytest.fixture
def server(sources, monkeypatch):
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    with publishing() as made:
        publish(made, wheel())
        sources.adding.places = made.places
        yield made


def fetched(sources, name=NAME):
    menu = sources.findChild(QMenu, "sourceAddMenu")
    menu.aboutToShow.emit()
    return menu.findChild(QAction, f"sourceFetch.{name}")


def asked_to_fetch(sources, qtbot):
    fetched(sources).trigger()
    assert sources.line.words == f"Looking up “{NAME}” on the web…"
    qtbot.waitUntil(lambda: sources.findChild(QMessageBox, "sourceFetchQuestion") is not None, timeout=60_000)
    return sources.findChild(QMessageBox, "sourceFetchQuestion")


def take(question, role=QMessageBox.ButtonRole.AcceptRole):
    next(button for button in question.buttons() if question.buttonRole(button) is role).click()


def test_spacy_pipeline_is_downloaded_after_question(sources, server, qtbot):
    question = asked_to_fetch(sources, qtbot)
    assert question.text() == f"Download {NAME} 3.8.0 from the web?"
    assert server.places.wheels in question.informativeText()
    assert "MB · MIT · made for spaCy 3.8" in question.informativeText()
    assert "published SHA-256" in question.informativeText()
    assert f"GET {WHEEL}" not in server.asked
    take(question)
    qtbot.waitUntil(lambda: sources.findChild(LabelNames) is not None, timeout=60_000)
    assert sources.line.words == f"“{NAME}” now makes suggestions."
    assert [folder.name for folder in own.folders()] == ["core_news_sm"]
    assert sources.stop.isHidden()


def test_nothing_is_downloaded_without_consent(sources, server, qtbot):
    take(asked_to_fetch(sources, qtbot), QMessageBox.ButtonRole.RejectRole)
    assert f"GET {WHEEL}" not in server.asked
    assert own.folders() == []
    assert not sources.adding.busy


def test_stopped_download_leaves_nothing(sources, server, qtbot):
    server.waiting.add(WHEEL)
    take(asked_to_fetch(sources, qtbot))
    qtbot.waitUntil(lambda: f"GET {WHEEL}" in server.asked, timeout=30_000)
    assert not sources.stop.isHidden()
    sources.stop.click()
    assert sources.line.words == ""
    assert sources.stop.isHidden()
    qtbot.waitUntil(lambda: not own.shelf().exists() or list(own.shelf().iterdir()) == [], timeout=30_000)
    server.go_on.set()


def test_download_without_network_is_reported(sources, server, qtbot):
    server.files.clear()
    fetched(sources).trigger()
    qtbot.waitUntil(lambda: not sources.adding.busy, timeout=60_000)
    assert "does not answer: there is no such page" in sources.line.words
    assert "Is this computer online" in sources.line.words
