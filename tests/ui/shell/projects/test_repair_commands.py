"""Damage is reported, and repaired wherever it is met."""

import shutil
import sqlite3
from contextlib import closing

import pytest
from PySide6.QtWidgets import QFileDialog, QPushButton, QWidget

from annotator.editing import edits
from annotator.editing.edits import EditKind
from annotator.project.project import Project
from annotator.store.repair.repaired import Finding
from annotator.store.sqlite_errors import damaged
from tests.annotator.made import span
from tests.ui.conftest import TEXT
from ui.base.messages import sentence
from ui.dialogs.repair_dialog import _KINDS, FindingColumn, FindingModel, RepairDialog, StepColumn


@pytest.fixture
def labelled(project_path):
    """Add labels to the project, and a backup beside it."""
    with closing(Project.open(project_path)) as project:
        document = project.read.find_document("Weifang wird Metaverse")
        for words in ("Weifang", "HD Hyundai", "Köln"):
            project.do(edits.add([span(document, words, text=TEXT)]))
        project._store.back_up(reason="daily")
        project.do(edits.add([span(document, "Schiff", text=TEXT)]))
    return project_path


def wipe(path, *tables):
    with closing(sqlite3.connect(path)) as connection:
        roots = [
            connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = ?", [table]).fetchone()[0]
            for table in tables
        ]
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    content = bytearray(path.read_bytes())
    for root in roots:
        content[(root - 1) * 4096 : root * 4096] = bytes(4096)
    path.write_bytes(content)


def repaired(window, qtbot):
    """Return the dialog after the repair."""
    qtbot.waitUntil(lambda: window.findChild(RepairDialog) is not None)
    dialog = window.findChild(RepairDialog)
    qtbot.waitUntil(lambda: dialog.report is not None, timeout=20_000)
    return dialog


def press(window, name):
    window.findChild(QPushButton, name).click()


def test_damaged_open_project_is_repaired(make_window, labelled, qtbot):
    wipe(labelled, "identity")
    window = make_window(labelled)
    window.repairs.check()
    qtbot.waitUntil(lambda: "is damaged" in window.messages.words, timeout=20_000)
    press(window, "messageAction")
    dialog = repaired(window, qtbot)
    assert window.session.project is None
    assert "Labels saved: 4, lost: 0." in dialog.summary.text()
    assert dialog.findChild(QPushButton, "repairOpen").isDefault()
    out = labelled.with_name(f"{labelled.stem} (repaired).spanwright")
    press(dialog, "repairOpen")
    assert window.session.required().path == out
    assert labelled.exists()


def test_intact_project_has_no_message(make_window, labelled, qtbot):
    window = make_window(labelled)
    window.messages.dismiss()
    window.repairs.check()
    qtbot.waitUntil(lambda: window.repairs._checking is None, timeout=20_000)
    assert not window.messages.words


def test_unopenable_project_offers_repair(make_window, labelled, qtbot):
    wipe(labelled, "setting")
    window = make_window()
    assert not window.projects.open_path(labelled)
    qtbot.waitUntil(lambda: "damaged" in window.messages.words)
    press(window, "messageAction")
    dialog = repaired(window, qtbot)
    assert len(dialog.pages.titles) == 3
    press(dialog, "repairPlace")
    assert window.session.required().path == labelled
    assert len(list(labelled.parent.glob("*.damaged-*"))) == 1
    assert "set aside" in window.messages.words
    window.messages.go_on()
    assert "set aside" in window.messages.words, "where the damaged file is has to be read"
    assert not window.messages._timer.isActive()


def test_lost_header_offers_repair(make_window, labelled, qtbot):
    content = bytearray(labelled.read_bytes())
    content[:100] = bytes(100)
    labelled.write_bytes(content)
    window = make_window()
    assert not window.projects.open_path(labelled)
    press(window, "messageAction")
    assert repaired(window, qtbot).report.saved["span"] == 4


def test_finished_repair_shows_pages(make_window, labelled, qtbot):
    shutil.rmtree(labelled.with_suffix(".backups"))
    wipe(labelled, "identity")
    window = make_window()
    window.repairs.begin(labelled)
    dialog = repaired(window, qtbot)
    qtbot.waitUntil(lambda: dialog.focusWidget().objectName() == "repairOpen")
    assert dialog.findChild(QPushButton, "repairOpen").isDefault()
    assert not dialog.steps.isVisible()
    assert not dialog.findings.isVisible()
    assert dialog.table.isVisible()
    assert dialog.pages.height() > 300
    dialog.reject()


def test_relation_without_text_hides_id(qtbot):
    parent = QWidget()
    qtbot.addWidget(parent)
    model = FindingModel(parent)
    link = Finding(table="relation", row="b7ed7da112fe", why="no_end", label="claimant")
    assert model.words(link, FindingColumn.WORDS) == "claimant"
    setting = Finding(table="setting", row="schema", why="gone")
    assert model.words(setting, FindingColumn.WORDS) == "schema"


def test_damaged_value_is_named_in_the_list(qtbot):
    parent = QWidget()
    qtbot.addWidget(parent)
    label = Finding(table="span", row="b7", why="value_of_log", label="CLAIM", words="so", was="claims.CLAAM {x}")
    assert "claims.CLAAM {x}" in FindingModel(parent).words(label, FindingColumn.WHY)


def test_damaged_step_is_named_in_words(qtbot):
    parent = QWidget()
    qtbot.addWidget(parent)
    step = Finding(table="edit", row="7", why="kind_lost", words="describe", was="descsibe")
    assert FindingModel(parent).words(step, FindingColumn.WORDS) == "article details"


def test_damage_is_described_plainly(tmp_path):
    error = damaged(tmp_path / "Stadt.spanwright", "database disk image is malformed")
    assert "parts of it cannot be read" in sentence(error)


def test_backup_copy_is_opened(make_window, labelled, qtbot):
    wipe(labelled, "span", "edit")
    window = make_window()
    window.repairs.begin(labelled)
    dialog = repaired(window, qtbot)
    assert "has 3 labels" in dialog.backup.text()
    press(dialog, "repairUseBackup")
    qtbot.waitUntil(lambda: window.session.project is not None, timeout=20_000)
    assert window.session.required().path.name == f"{labelled.stem} (backup).spanwright"
    assert len(list(labelled.with_suffix(".backups").glob("*-daily.spanwright"))) == 1


def test_steps_of_a_log_set_aside_are_listed(make_window, labelled, qtbot):
    older, log = labelled.with_name("older"), labelled.with_name(f"{labelled.name}-wal")
    shutil.copyfile(labelled, older)
    with closing(Project.open(labelled)) as project:
        document = project.read.find_document("Weifang wird Metaverse")
        project.do(edits.add([span(document, "Köln", text=TEXT)]))
        shutil.copyfile(log, f"{log}.unrelated-2026-11-30-120000-000000")
    older.replace(labelled)
    window = make_window()
    window.repairs.begin(labelled)
    dialog = repaired(window, qtbot)
    assert f"They are in {log.name}.unrelated-2026-11-30-120000-000000." in dialog.aside.text()
    assert dialog.pages.titles[-1] == "Set Aside"
    press(dialog, f"repairPage.{len(dialog.pages.titles) - 1}")
    assert dialog.aside_steps.isVisible()
    model = dialog.aside_steps.model()
    assert [model.words(row, StepColumn.WORDS) for row in model.shown] == ["LOC: Köln"]


def test_cancelled_choice_reopens_project(make_window, labelled, qtbot):
    window = make_window(labelled)
    window.repairs.begin(labelled)
    dialog = repaired(window, qtbot)
    assert "As far as can be told, nothing is lost." in dialog.summary.text()
    dialog.reject()
    assert window.session.required().path == labelled


def test_cancelled_repair_leaves_nothing(make_window, labelled):
    window = make_window()
    dialog = window.repairs.begin(labelled)
    dialog.reject()
    assert not list(labelled.parent.glob("*(repaired)*"))


def test_file_without_a_project_is_one_sentence(make_window, tmp_path, qtbot):
    path = tmp_path / "Kein Projekt.spanwright"
    path.write_text("nichts " * 9000)
    window = make_window()
    dialog = window.repairs.begin(path)
    qtbot.waitUntil(lambda: "Nothing could be saved" in dialog.line.words, timeout=20_000)
    assert dialog.findChild(QPushButton, "repairOpen") is None
    dialog.reject()


def test_menu_asks_for_any_file(make_window):
    window = make_window()
    window.actions_by_id["file.repair"].trigger()
    dialog = window.findChild(QFileDialog, "repairChoice")
    assert len(dialog.nameFilters()) == 2
    dialog.reject()


def test_broken_log_is_repaired(make_window, project_path, qtbot):
    project = Project.open(project_path)
    document = project.read.find_document("Weifang wird Metaverse")
    for words in ("Weifang", "HD Hyundai", "Köln"):
        project.do(edits.add([span(document, words, text=TEXT)]))
    path = project_path.with_name("Getötet.spanwright")
    for suffix in ("", "-wal"):
        shutil.copy(f"{project_path}{suffix}", f"{path}{suffix}")
    project.close()
    log = path.with_name(path.name + "-wal")
    content = bytearray(log.read_bytes())
    content[32 + 4120 + 100] ^= 0xFF
    log.write_bytes(content)
    window = make_window(path)
    qtbot.waitUntil(lambda: "log of the last steps" in window.messages.words)
    press(window, "messageAction")
    dialog = repaired(window, qtbot)
    assert dialog.report.saved["span"] == 3
    press(dialog, "repairPlace")
    assert window.session.required().path == path
    assert len(list(path.parent.glob("Getötet.damaged-*.spanwright"))) == 1


def test_altered_project_opens_as_cleaned_copy(make_window, labelled, qtbot):
    with closing(sqlite3.connect(labelled)) as connection:
        connection.execute("CREATE TRIGGER evil AFTER INSERT ON edit BEGIN DELETE FROM span; END")
    window = make_window(labelled)
    assert "another program altered it" in window.messages.words
    press(window, "messageAction")
    cleaned = labelled.with_name(f"{labelled.stem} (cleaned).spanwright")
    qtbot.waitUntil(lambda: window.session.project is not None and window.session.writable, timeout=20_000)
    assert window.session.required().path == cleaned
    assert not window.session.required().altered


def test_every_kind_of_step_has_a_name():
    assert _KINDS.keys() == set(map(str, EditKind))


def test_hopeless_file_leads_to_its_backups(make_window, labelled, qtbot):
    labelled.write_bytes(labelled.read_bytes()[:5_000])
    dialog = make_window().repairs.begin(labelled)
    qtbot.waitUntil(lambda: "Nothing could be saved" in dialog.line.words, timeout=20_000)
    button = dialog.findChild(QPushButton, "jobAction")
    assert button.isVisible()
    assert button.text() == "Open Folder"
    assert dialog.line.geometry().top() - dialog.headline.geometry().bottom() < 20
    assert dialog.buttons.geometry().top() - dialog.line.geometry().bottom() < 20
