"""Hostile project files end in a sentence or in success, in time, and no label is lost."""

import json
import sqlite3
from contextlib import closing
from hashlib import sha256
from time import monotonic

import pytest

from annotator.cli.app import run
from annotator.editing import edits
from annotator.project.project import Project
from annotator.store.reader import DocumentQuery
from annotator.system.errors import AnnotatorError
from tests.annotator.made import span
from tests.annotator.store import hostile
from tests.annotator.store.flipped_values import make_city

LONGEST = 10  # seconds; an endless view would take for ever
READING = ("list", "show", "check", "stats", "board", "schema", "export", "report", "backup")


def prints(path):
    """Return the content of all files beside a project, except SQLite's shared index."""
    return {
        each.name: sha256(each.read_bytes()).hexdigest()
        for each in path.parent.iterdir()
        if each.is_file() and each.suffix in {".spanwright", ".spanwright-wal"} and each.stat().st_size
    }


def command(name, path, out):
    match name:
        case "show":
            return [name, str(path), "Kürzlich", "--json"]
        case "export":
            return [name, str(path), str(out / "out.jsonl"), "--format", "jsonl"]
        case "report":
            return [name, str(path), str(out / "report.html")]
        case "backup":
            return [name, str(path), str(out / "copy.spanwright")]
        case _:
            return [name, str(path), "--json"]


@pytest.mark.timeout(60)
@pytest.mark.parametrize("name", hostile.CASES)
def test_hostile_file_is_read_or_refused_in_a_sentence(name, tmp_path, capsys):
    path = hostile.make(name, tmp_path)
    before = prints(path)
    out = tmp_path / "out"
    out.mkdir()
    started = monotonic()
    codes = {}
    for each in READING:
        codes[each] = run(command(each, path, out))
        said = capsys.readouterr()
        assert codes[each] in {0, 1}
        assert codes[each] == 0 or said.err or (each == "check" and json.loads(said.out)["faults"])
        assert "Traceback" not in said.err
        if name in hostile.ALTERED and each != "check":
            assert "altered by another program" in said.err or "damaged" in said.err
    assert prints(path) == before
    if name in {**hostile.ALTERED, **hostile.VALUES}:
        assert codes["check"] == 1
    if name in {**hostile.ODD, **hostile.HARMLESS}:
        assert set(codes.values()) == {0}
    assert monotonic() - started < LONGEST


@pytest.mark.timeout(60)
@pytest.mark.parametrize("name", hostile.CASES)
def test_hostile_file_is_labelled_or_refused_in_a_sentence(name, tmp_path):
    path = hostile.make(name, tmp_path)
    before = prints(path)
    started = monotonic()
    try:
        with closing(Project.open(path)) as project:
            assert name not in hostile.ALTERED
            label(project)
    except AnnotatorError:
        if name in hostile.ALTERED:
            assert prints(path) == before
    if path.is_file() and name in {**hostile.VALUES, **hostile.ODD, **hostile.HARMLESS}:
        assert spans(path) >= hostile.SPANS
    assert monotonic() - started < LONGEST


def label(project):
    """Label as the window does: open each article, add a label, undo it, redo it."""
    for document, text in [*project.read.texts()]:
        project.read.annotated(document, None, suggestions=True)
        project.read.tokens(document)
        made = span(document, text[:1] or "x", text=text or "x")
        project.do(edits.add(made))
        assert made in project.read.annotated(document, "anna").spans
        project.undo(document)
        project.redo(document)


def spans(path):
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute("SELECT count(*) FROM span").fetchone()[0]


def test_there_are_at_least_fifty_hostile_files():
    assert len(hostile.CASES) >= 50
    kinds = (hostile.ALTERED, hostile.VALUES, hostile.ODD, hostile.FILES, hostile.HARMLESS)
    assert len(hostile.CASES) == sum(map(len, kinds))


def test_unknown_state_is_damage_and_not_a_bug(tmp_path, capsys):
    path = make_city(tmp_path)
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("PRAGMA ignore_check_constraints = ON")
        connection.execute("UPDATE document_state SET state = 'mine'")
    assert run(["list", str(path)]) == 1
    assert "is damaged" in capsys.readouterr().err
    with closing(Project.open(path, read_only=True)) as project:
        (done, *_) = project.read.document_ids(DocumentQuery(annotator="anna"))
        assert "mine" not in str(project.read.talk.standing(done).states)
