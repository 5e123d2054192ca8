"""Reading zip archives from unknown sources safely."""

from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZIP_LZMA, ZipFile

import pytest

from annotator.system import safe_zip
from annotator.system.whole_files import Broken


def put(path, **members):
    with ZipFile(path, "w", ZIP_DEFLATED) as file:
        for name, content in members.items():
            file.writestr(name, content)
    return path


def test_members_are_found_whatever_the_case_of_their_names(tmp_path):
    with safe_zip.opened(put(tmp_path / "a.zip", **{"Sources\\A.txt": b"Bonn"})) as found:
        assert found.read("sources/a.TXT", 1) == b"Bonn"
        with pytest.raises(Broken, match="missing"):
            found.read("b.txt", 1)


def test_members_that_differ_only_in_case_are_told_apart(tmp_path):
    with safe_zip.opened(put(tmp_path / "a.zip", **{"A.txt": b"Bonn", "a.txt": b"Ulm"})) as found:
        assert (found.read("A.txt", 1), found.read("a.txt", 1)) == (b"Bonn", b"Ulm")


@pytest.mark.parametrize("kind", [ZIP_DEFLATED, ZIP_BZIP2, ZIP_LZMA])
def test_damaged_member_of_any_compression_is_refused(tmp_path, kind):
    with ZipFile(tmp_path / "a.zip", "w", kind) as file:
        file.writestr("a", "Die Stadt Köln baut das Stadion um.")
    content = bytearray((tmp_path / "a.zip").read_bytes())
    content[45:60] = b"\xff" * 15
    (tmp_path / "a.zip").write_bytes(content)
    with safe_zip.opened(tmp_path / "a.zip") as found, pytest.raises(Broken):
        found.read("a", 1)


def test_members_and_their_sum_are_limited(tmp_path, monkeypatch):
    path = put(tmp_path / "a.zip", bomb=bytes(4 << 20), one=bytes(900 << 10), two=bytes(900 << 10))
    assert path.stat().st_size < 10_000
    monkeypatch.setattr(safe_zip, "_TOTAL", 1)
    with safe_zip.opened(path) as found, pytest.raises(Broken, match="too large when unpacked"):
        found.read("bomb", 3)
    with safe_zip.opened(path) as found:
        found.read("one", 1)
        with pytest.raises(Broken, match="too large when unpacked"):
            found.read("two", 1)


def test_path_traversal_is_only_a_name(tmp_path):
    path = put(tmp_path / "a.zip", **{"../../evil.txt": b"x"})
    with safe_zip.opened(path) as found:
        assert list(found.members) == ["../../evil.txt"]
    assert not (tmp_path.parent / "evil.txt").exists()


def test_broken_and_oversized_archives_are_refused(tmp_path, monkeypatch):
    (tmp_path / "a.zip").write_bytes(b"no zip")
    with pytest.raises(Broken), safe_zip.opened(tmp_path / "a.zip"):
        pass
    path = put(tmp_path / "b.zip", a=b"Bonn" * 1000)
    content = bytearray(path.read_bytes())
    content[40:50] = bytes(10)
    path.write_bytes(content)
    with safe_zip.opened(path) as found, pytest.raises(Broken):
        found.read("a", 1)
    monkeypatch.setattr(safe_zip, "_MOST", 0)
    with pytest.raises(Broken, match="too many files"), safe_zip.opened(path):
        pass
