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


def test_checksums_match_after_writing(folder):
    check(folder, NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_changed_bit_names_the_file(folder, name):
    content = bytearray((folder / name).read_bytes())
    content[4321] ^= 1
    (folder / name).write_bytes(content)
    with pytest.raises(ValueError, match=f"{name} is damaged"):
        check(folder, NAMES)


def test_unlisted_file_is_refused(folder):
    (folder / "neu.bin").write_bytes(b"")
    with pytest.raises(ValueError, match=rf"{FILE} does not name neu\.bin"):
        check(folder, [*NAMES, "neu.bin"])


def test_missing_list_is_reported(folder):
    (folder / FILE).unlink()
    with pytest.raises(ValueError, match=f"{FILE} is missing"):
        check(folder, NAMES)


@pytest.mark.parametrize("content", [b"", b"\xff", b"[]", b"[" * 100_000, b'"' + b"a" * 2_000_000, b'{"b.npz": 1}'])
def test_damaged_list_is_reported(folder, content):
    (folder / FILE).write_bytes(content)
    with pytest.raises(ValueError, match=FILE):
        check(folder, NAMES)


def test_list_is_the_same_everywhere(folder):
    content = (folder / FILE).read_bytes()
    assert list(json.loads(content)) == sorted(NAMES)
    assert b"\r" not in content


def test_ten_thousand_files_are_checked(tmp_path):
    names = [f"component_{number:04}/strings/of/a/rather/long/name.json" for number in range(2_000)]
    for name in names:
        (tmp_path / name).parent.mkdir(parents=True)
        (tmp_path / name).write_bytes(b"x")
    write(tmp_path, names)
    check_all(tmp_path)


def test_too_long_list_is_not_written(folder):
    before = (folder / FILE).read_bytes()
    long = "ö" * 100
    for number in range(5_500):
        (folder / f"{long}{number}").touch()
    with pytest.raises(ValueError, match="5500 files"):
        write(folder, [f"{long}{number}" for number in range(5_500)])
    assert (folder / FILE).read_bytes() == before
