"""Settings survive restarts, and invalid ones do no harm."""

import os
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QSettings

from ui.base.look.look import Theme
from ui.base.look.reading_style import Face, Leading, Measure, ReadingStyle
from ui.base.settings import APPLICATION, ORGANISATION, RECENT, Kept, ProjectRows, Settings


def test_settings_survive_restart(qapp):
    settings = Settings()
    settings.theme, settings.language, settings.zoom = Theme.DARK, "de", 1.25
    settings.remember_geometry("window", QByteArray(b"123"))
    again = Settings()
    assert (again.theme, again.language, again.zoom) == (Theme.DARK, "de", 1.25)
    assert again.geometry("window") == b"123"


def test_invalid_settings_are_ignored(qapp):
    stored = QSettings(ORGANISATION, APPLICATION)
    for name, value in (("look/theme", "rosa"), ("look/language", "tlh"), ("look/zoom", "groß"), ("files/recent", 7)):
        stored.setValue(name, value)
    settings = Settings()
    assert settings.theme is Theme.SYSTEM
    assert settings.language in {"de", "en"}
    assert settings.zoom == 1.0
    assert settings.recent == []
    assert settings.geometry("window").isEmpty()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes")
@pytest.mark.parametrize("name", [f"{APPLICATION}.conf", f"{APPLICATION}.conf.lock", f"../{ORGANISATION}.conf"])
def test_pipe_in_place_of_settings_does_not_block(qapp, name):
    file = Path(QSettings(ORGANISATION, APPLICATION).fileName()).parent / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.unlink(missing_ok=True)
    os.mkfifo(file)
    settings = Settings()
    settings.language = "de"
    settings.sync()
    assert settings.language == "de"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes")
def test_pipe_in_place_of_rows_does_not_block(qapp, tmp_path):
    rows = ProjectRows("places.json")
    rows.file.parent.mkdir(parents=True, exist_ok=True)
    rows.file.unlink(missing_ok=True)
    os.mkfifo(rows.file)
    assert rows.row(tmp_path) is None
    rows.put(tmp_path, ["x"])
    rows.wait()
    assert rows.read() == {}
    rows.file.unlink()


def test_huge_file_of_rows_is_not_read(qapp, tmp_path):
    rows = ProjectRows("places.json")
    rows.file.parent.mkdir(parents=True, exist_ok=True)
    with rows.file.open("wb") as file:
        file.truncate(1 << 36)
    assert rows.row(tmp_path) is None
    rows.file.unlink()


def test_recent_projects_exist(qapp, tmp_path):
    settings = Settings()
    paths = [tmp_path / f"Städte {number} 🌆.spanwright" for number in range(RECENT + 2)]
    for path in paths:
        path.touch()
        settings.remember(path)
    settings.remember(paths[5])
    paths[7].unlink()
    assert Settings().recent[0] == paths[5]
    assert paths[7] not in Settings().recent
    assert len(Settings().recent) == RECENT - 1


def test_recent_projects_on_a_dead_drive_stay_listed(qapp, tmp_path, dead_drive):
    settings, here, dead = Settings(), tmp_path / "Hier.spanwright", tmp_path / "Netz.spanwright"
    for path in (here, dead):
        path.touch()
        settings.remember(path)
    with dead_drive(dead):
        assert settings.recent[:2] == [dead, here]


def test_each_project_remembers_its_document(qapp):
    settings = Settings()
    settings.remember_document(Path("/Städte/a.spanwright"), "eins")
    settings.remember_document(Path("/Städte/b.spanwright"), "zwei")
    assert Settings().document(Path("/Städte/a.spanwright")) == "eins"
    assert Settings().document(Path("/anderswo.spanwright")) is None


def test_keys_and_recent_actions_are_stored(qapp):
    settings = Settings()
    assert settings.keys("span.doubt") is None
    settings.choose_keys("span.doubt", ["Ctrl+Ü", "?"])
    settings.choose_keys("span.note", [])
    assert Settings().keys("span.doubt") == ("Ctrl+Ü", "?")
    assert Settings().keys("span.note") == ()
    settings.choose_keys("span.doubt", None)
    assert Settings().keys("span.doubt") is None
    for number in [*range(RECENT + 3), 5]:
        settings.remember_action(f"go.{number}")
    assert Settings().recent_actions[:2] == ["go.5", f"go.{RECENT + 2}"]
    assert len(Settings().recent_actions) == RECENT


def test_reading_style_is_stored(qapp):
    chosen = ReadingStyle(face=Face.SYSTEM, leading=Leading.HIGHEST, measure=Measure.WIDE, names=False, patterns=True)
    Settings().reading = chosen
    assert Settings().reading == chosen
    stored = QSettings(ORGANISATION, APPLICATION)
    for name in ("face", "leading", "measure", "names", "patterns"):
        stored.setValue(f"look/{name}", "rosa")
    assert Settings().reading == ReadingStyle()


def test_broken_sources_are_stored_by_project(qapp, tmp_path):
    settings = Settings()
    settings.keep_of_project(Kept.BROKEN, tmp_path / "a", {"told": {"x": True}})
    assert Settings().of_project(Kept.BROKEN, tmp_path / "a") == {"told": {"x": True}}
    assert settings.of_project(Kept.BROKEN, tmp_path / "b") == {}
    for nonsense in ("[", "[1]", "[" * 100_000):
        QSettings(ORGANISATION, APPLICATION).setValue(next(iter(broken_keys())), nonsense)
        assert Settings().of_project(Kept.BROKEN, tmp_path / "a") == {}


def broken_keys():
    return [key for key in QSettings(ORGANISATION, APPLICATION).allKeys() if key.startswith("broken/")]
