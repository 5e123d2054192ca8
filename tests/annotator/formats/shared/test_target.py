"""Files of an export are written beside the target first, then moved into place."""

import pytest

from annotator.formats.shared.target import beside, file_name, traces
from annotator.system.errors import FormatError
from tests.annotator.formats.texts import document


def test_only_complete_file_replaces_old_one(tmp_path):
    target = tmp_path / "Köln 🤗.txt"
    target.write_text("old")

    def stop_half_way():
        with beside(target, folder=False) as written:
            written.write_text("half")
            raise KeyError

    with pytest.raises(KeyError):
        stop_half_way()
    assert target.read_text() == "old"
    with beside(target, folder=False) as written:
        written.write_text("new")
        assert target.read_text() == "old"
    assert target.read_text() == "new"
    assert list(tmp_path.glob("**/*.txt")) == [target]
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".Köln")] == []


def test_folder_keeps_other_files(tmp_path):
    target = tmp_path / "out"
    for content in ("old", "new"):
        with beside(target, folder=True) as written:
            (written / "a.txt").write_text(content)
        (target / "notes.md").write_text("mine")
    assert {path.name: path.read_text() for path in target.iterdir()} == {"a.txt": "new", "notes.md": "mine"}


def test_unwritable_target_raises(tmp_path):
    (tmp_path / "file").write_text("x")
    (tmp_path / "folder").mkdir()
    for target, folder, reason in (
        (tmp_path / "nowhere" / "x", False, "No such file"),
        (tmp_path / "file", True, "it is a file"),
        (tmp_path / "folder", False, "it is a folder"),
        (tmp_path / "file" / "x", False, "Not a directory"),
    ):
        with pytest.raises(FormatError, match=reason) as told, beside(target, folder=folder):
            pass
        assert told.value.code == "format.target"
    assert (tmp_path / "file").read_text() == "x"


@pytest.mark.parametrize("folder", [False, True])
def test_next_write_removes_leftovers_of_killed_process(tmp_path, folder):
    target = tmp_path / "Städte 🌆"
    for name in (".Städte 🌆.spanwright-ab12_xyz", ".anderes.jsonl.spanwright-abcdefgh"):
        (tmp_path / name / "made").mkdir(parents=True)
        (tmp_path / name / "made.lock").write_text("1")
    with beside(target, folder=folder) as written:
        (written / "a.txt" if folder else written).write_text("da")
    assert list(tmp_path.iterdir()) == [target]


def test_two_processes_write_same_target(tmp_path):
    target = tmp_path / "aus.jsonl"
    with beside(target, folder=False) as first:
        first.write_text("first")
        with beside(target, folder=False) as second:
            second.write_text("second")
        assert target.read_text() == "second"
    assert target.read_text() == "first"
    assert list(tmp_path.iterdir()) == [target]


def test_companion_files_are_moved_next_to_target(tmp_path):
    (tmp_path / "a.config.xml").write_text("old")
    with beside(tmp_path / "a.json", folder=False) as written:
        written.write_text("[]")
        written.with_suffix(".config.xml").write_text("new")
    assert {path.name: path.read_text() for path in tmp_path.iterdir() if path.is_file()} == {
        "a.json": "[]",
        "a.config.xml": "new",
    }


def test_subfolders_keep_other_files(tmp_path):
    target = tmp_path / "out"
    for name in ("a.txt", "b.txt"):
        with beside(target, folder=True) as written:
            (written / "train").mkdir()
            (written / "train" / name).write_text(name)
    assert sorted(path.name for path in (target / "train").iterdir()) == ["a.txt", "b.txt"]


@pytest.mark.parametrize("folder", [False, True])
def test_traces_change_only_on_replacement(tmp_path, folder):
    target = tmp_path / "Köln 🤗"
    assert traces(target / "fehlt") == frozenset()
    for content in ("old", "new"):
        before = traces(target)
        with beside(target, folder=folder) as written:
            whole = written / "train" / "a.txt" if folder else written
            whole.parent.mkdir(exist_ok=True)
            whole.write_text(content)
            assert traces(target) == before
        assert traces(target) - before


def test_names_of_articles_spell_out_german_letters():
    taken: set[str] = set()
    titles = ("Klinik schließt Süd-Flügel", "Klinik schließt Süd-Flügel!", "🎈")
    names = [file_name(document(title=title), taken) for title in titles]
    assert names == ["klinik-schliesst-sued-fluegel", "klinik-schliesst-sued-fluegel-2", "article"]
