import json

import pytest

from annotator.suggest.crf.checksums import FILE, check, check_all, write

NAMES = ("größe.bin", "b.npz")


@pytest.fixture
def folder(tmp_path):
    for name in NAMES:
        (tmp_path / name).write_bytes(b"\x00\xffKo\xcc\x88ln" * 1000)
    write(tmp_path, NAMES)
    return tmp_path


def test_what_was_written_is_whole(folder):
    check(folder, NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_one_other_bit_is_told_with_the_file(folder, name):
    content = bytearray((folder / name).read_bytes())
    content[4321] ^= 1
    (folder / name).write_bytes(content)
    with pytest.raises(ValueError, match=f"{name} is damaged"):
        check(folder, NAMES)


def test_a_file_that_nothing_is_known_of_is_refused(folder):
    (folder / "neu.bin").write_bytes(b"")
    with pytest.raises(ValueError, match=rf"{FILE} does not name neu\.bin"):
        check(folder, [*NAMES, "neu.bin"])


def test_a_missing_list_is_told(folder):
    (folder / FILE).unlink()
    with pytest.raises(ValueError, match=f"{FILE} is missing"):
        check(folder, NAMES)


@pytest.mark.parametrize("content", [b"", b"\xff", b"[]", b"[" * 100_000, b'"' + b"a" * 2_000_000, b'{"b.npz": 1}'])
def test_a_damaged_list_is_told(folder, content):
    (folder / FILE).write_bytes(content)
    with pytest.raises(ValueError, match=FILE):
        check(folder, NAMES)


def test_the_list_says_the_same_on_every_machine(folder):
    content = (folder / FILE).read_bytes()
    assert list(json.loads(content)) == sorted(NAMES)
    assert b"\r" not in content


def test_as_many_files_as_a_pipeline_may_have_are_checked(tmp_path):
    names = [f"component_{number:04}/strings/of/a/rather/long/name.json" for number in range(2_000)]
    for name in names:
        (tmp_path / name).parent.mkdir(parents=True)
        (tmp_path / name).write_bytes(b"x")
    write(tmp_path, names)
    check_all(tmp_path)


def test_a_list_that_could_not_be_read_again_is_not_written(folder):
    before = (folder / FILE).read_bytes()
    long = "ö" * 100
    for number in range(5_500):
        (folder / f"{long}{number}").touch()
    with pytest.raises(ValueError, match="5500 files"):
        write(folder, [f"{long}{number}" for number in range(5_500)])
    assert (folder / FILE).read_bytes() == before
