"""Writing beside the target."""

import pytest

from annotator.formats.shared.target import beside, traces
from annotator.system.errors import FormatError


def test_a_file_takes_the_place_of_the_old_one_only_when_it_is_whole(tmp_path):
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


def test_a_folder_keeps_its_other_files(tmp_path):
    target = tmp_path / "out"
    for content in ("old", "new"):
        with beside(target, folder=True) as written:
            (written / "a.txt").write_text(content)
        (target / "notes.md").write_text("mine")
    assert {path.name: path.read_text() for path in target.iterdir()} == {"a.txt": "new", "notes.md": "mine"}


def test_what_cannot_be_written_to_is_told(tmp_path):
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
def test_what_a_killed_process_left_goes_with_the_next_that_is_written_there(tmp_path, folder):
    target = tmp_path / "Städte 🌆"
    for name in (".Städte 🌆.spanwright-ab12_xyz", ".anderes.jsonl.spanwright-abcdefgh"):
        (tmp_path / name / "made").mkdir(parents=True)
        (tmp_path / name / "made.lock").write_text("1")
    with beside(target, folder=folder) as written:
        (written / "a.txt" if folder else written).write_text("da")
    assert list(tmp_path.iterdir()) == [target]


def test_two_may_write_the_same_at_once(tmp_path):
    target = tmp_path / "aus.jsonl"
    with beside(target, folder=False) as first:
        first.write_text("first")
        with beside(target, folder=False) as second:
            second.write_text("second")
        assert target.read_text() == "second"
    assert target.read_text() == "first"
    assert list(tmp_path.iterdir()) == [target]


def test_what_is_written_next_to_a_file_is_put_next_to_the_target(tmp_path):
    (tmp_path / "a.config.xml").write_text("old")
    with beside(tmp_path / "a.json", folder=False) as written:
        written.write_text("[]")
        written.with_suffix(".config.xml").write_text("new")
    assert {path.name: path.read_text() for path in tmp_path.iterdir() if path.is_file()} == {
        "a.json": "[]",
        "a.config.xml": "new",
    }


def test_folders_within_a_folder_keep_their_other_files_too(tmp_path):
    target = tmp_path / "out"
    for name in ("a.txt", "b.txt"):
        with beside(target, folder=True) as written:
            (written / "train").mkdir()
            (written / "train" / name).write_text(name)
    assert sorted(path.name for path in (target / "train").iterdir()) == ["a.txt", "b.txt"]


@pytest.mark.parametrize("folder", [False, True])
def test_what_takes_a_place_leaves_a_trace_and_nothing_else_does(tmp_path, folder):
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
