"""Each command opens the project once and parses its schema once."""

import pytest

from annotator.model import schema_file
from annotator.project.project import Project

EXPORT = ("export", "{path}", "{folder}/out", "--format", "docbin")
COMMANDS = {
    "import": ("import", "{path}", "{folder}/new"),
    "import, near-duplicates": ("import", "{path}", "{folder}/new", "--near", "replace"),
    "import, labels": ("import", "{path}", "{folder}/labels.jsonl", "--map", "Firm=new"),
    "export": EXPORT,
    "export, dry run": (*EXPORT, "--dry-run"),
    "export, layer": (*EXPORT, "--overlap", "layer:claims"),
    "export, keep the split": (*EXPORT, "--split", "50/25/25", "--keep-split"),
    "stats": ("stats", "{path}"),
    "board": ("board", "{path}"),
    "report": ("report", "{path}", "{folder}/report.html"),
}


@pytest.fixture
def opened(monkeypatch):
    """Return the list of projects opened; the schema cache is empty at first."""
    paths = []
    original = Project.open

    def open_(path, **options):
        paths.append(path)
        return original(path, **options)

    monkeypatch.setattr(Project, "open", open_)
    schema_file._parsed.cache_clear()
    return paths


@pytest.mark.parametrize("command", COMMANDS)
def test_command_opens_project_and_parses_schema_once(path, tmp_path, ask, opened, command):
    new = tmp_path / "new"
    new.mkdir()
    (new / "a.txt").write_text("Der Fluss steigt.\n\nDie Stadt wartet ab.", "utf-8")
    (tmp_path / "labels.jsonl").write_text('{"text": "Acme baut.", "label": [[0, 4, "Firm"]]}\n', "utf-8")
    ask(*(word.format(path=path, folder=tmp_path) for word in COMMANDS[command]))
    assert opened == [path]
    assert schema_file._parsed.cache_info().misses == (2 if command == "import, labels" else 1)  # the label changes it
