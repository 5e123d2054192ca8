"""The Debian package and the portable archive, from a small folder in place of the bundle."""

import gzip
import hashlib
import io
import lzma
import os
import shutil
import stat
import subprocess
import sys
import tarfile
from configparser import ConfigParser
from pathlib import Path
from xml.etree import ElementTree

import pytest

from annotator import __version__
from tools.installers import deb, linux
from tools.installers.entries import Entry, tar, tree, with_folders, write_zip
from tools.installers.libraries import Needs, needs

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="packages of Linux")

WHEN = 1_800_000_000
NEEDS = Needs(("libEGL.so.1", "libxcb.so.1"), "2.36")
DEEP = "_internal/" + "/".join(["tief"] * 25) + "/ä.txt"  # longer than the name field of tar


@pytest.fixture
def bundle(tmp_path):
    folder = tmp_path / "bundle"
    for name, content in {"spanwright": b"#!/bin/sh\necho started\n", "_internal/libQt.so.6": b"x", DEEP: b"y"}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        path.chmod(0o700 if name != DEEP else 0o600)
    (folder / "spanwright-cli").symlink_to("spanwright")
    return folder


@pytest.fixture
def release(bundle):
    return linux.Release(bundle, __version__, WHEN)


def written(release, path):
    deb.write(path, linux.debian(release), linux.fields(release, NEEDS), WHEN, {})
    return path


@pytest.fixture
def package(release, tmp_path):
    return written(release, tmp_path / "spanwright.deb")


def unpacked(package, tmp_path):
    root = tmp_path / "root"
    deb.unpack(package, root)
    return root


def test_package_has_both_programs_and_their_files(package, tmp_path):
    root = unpacked(package, tmp_path)
    home = root / linux.HOME
    for name in linux.PROGRAMS:
        said = subprocess.run([root / "usr/bin" / name], capture_output=True, text=True, check=True).stdout
        assert said == "started\n"
        assert (root / f"usr/share/man/man1/{name}.1.gz").exists()
    modes = {name: stat.S_IMODE((home / name).stat().st_mode) for name in ("spanwright", "_internal/libQt.so.6", DEEP)}
    assert modes == {"spanwright": 0o755, "_internal/libQt.so.6": 0o644, DEEP: 0o644}
    assert {path.name for path in root.iterdir()} == {"usr"}


def test_package_has_no_script_and_honest_fields(package, tmp_path):
    parts = dict(deb.members(package))
    assert list(parts) == ["debian-binary", "control.tar.xz", "data.tar.xz"]
    assert parts["debian-binary"] == b"2.0\n"
    with tarfile.open(fileobj=io.BytesIO(parts["control.tar.xz"])) as control:
        assert {name.removeprefix("./") for name in control.getnames()} - {"", "."} == {"control", "md5sums"}
        control.extractall(tmp_path / "control", filter="data")
    about, sums = ((tmp_path / "control" / name).read_text("utf-8") for name in ("control", "md5sums"))
    assert f"\nVersion: {__version__}\n" in about
    assert "\nDepends: libc6 (>= 2.36), libegl1, libxcb1, fontconfig-config, xkb-data\n" in about
    digest = hashlib.md5(b"y", usedforsecurity=False).hexdigest()
    assert f"{digest}  {linux.HOME}/{DEEP}\n" in sums


def test_same_folder_makes_same_bytes(release, tmp_path):
    first = written(release, tmp_path / "1.deb").read_bytes()
    os.utime(release.bundle / "spanwright", (0, 0))
    assert written(release, tmp_path / "2.deb").read_bytes() == first


@pytest.mark.skipif(not shutil.which("dpkg-deb"), reason="dpkg is not installed")
def test_dpkg_reads_the_package(package, tmp_path):
    said = subprocess.run(
        ["dpkg-deb", "--field", package, "Package"], capture_output=True, text=True, check=True
    ).stdout
    assert said == "spanwright\n"
    subprocess.run(["dpkg-deb", "--extract", package, tmp_path / "by dpkg"], check=True)
    ours = unpacked(package, tmp_path)
    listed = lambda root: sorted(str(path.relative_to(root)) for path in root.rglob("*"))  # noqa: E731
    assert listed(tmp_path / "by dpkg") == listed(ours)


def test_package_has_a_changelog_in_debians_form(package, tmp_path):
    papers = unpacked(package, tmp_path) / "usr/share/doc/spanwright"
    log = gzip.decompress((papers / "changelog.gz").read_bytes()).decode()
    assert log.startswith(f"spanwright ({__version__}) unstable; urgency=medium\n\n  * ")
    assert log.endswith("  Fri, 15 Jan 2027 08:00:00 +0000\n")
    assert gzip.decompress((papers / "CHANGELOG.md.gz").read_bytes()).startswith(b"# Changes")
    if shutil.which("dpkg-parsechangelog"):
        command = ["dpkg-parsechangelog", "-l-", "--all"]
        said = subprocess.run(command, input=log, capture_output=True, text=True, check=True)
        assert said.stderr == ""
        assert "\nDistribution: unstable\n" in said.stdout


def test_menu_entry_opens_projects(release, tmp_path):
    files = {Path(entry.path).name: entry for entry in linux.shared(release, "share")}
    (tmp_path / "spanwright.desktop").write_bytes(files["spanwright.desktop"].read())
    entry = ConfigParser(interpolation=None)
    entry.read_string(files["spanwright.desktop"].read().decode())
    assert entry["Desktop Entry"]["Exec"] == "spanwright %f"
    kinds, about = (ElementTree.fromstring(files[name].read()) for name in ("spanwright.xml", linux.METAINFO))  # noqa: S314  # ours
    assert entry["Desktop Entry"]["MimeType"] == f"{kinds[0].get('type')};"
    assert [told.get("version") for told in about.iter("release")] == [__version__]
    if shutil.which("desktop-file-validate"):
        assert subprocess.run(["desktop-file-validate", tmp_path / "spanwright.desktop"], check=False).returncode == 0


@pytest.mark.skipif(not shutil.which("appstreamcli"), reason="appstream is not installed")
def test_appstream_accepts_the_description(release, tmp_path):
    (tmp_path / linux.METAINFO).write_bytes(release.filled(linux.METAINFO))
    # There is no homepage that could be named
    command = ["appstreamcli", "validate", "--no-net", "--override=url-homepage-missing=info"]
    done = subprocess.run([*command, tmp_path / linux.METAINFO], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_desktops_know_a_project_by_name_and_content(release, tmp_path):
    share = tmp_path / "share/mime/packages"
    share.mkdir(parents=True)
    (share / "spanwright.xml").write_bytes(release.filled("spanwright.xml"))
    head = b"SQLite format 3\0".ljust(68, b"\0") + b"SPAN"
    for name in ("Stadt.spanwright", "nameless"):
        (tmp_path / name).write_bytes(head.ljust(100, b"\0"))
    code = "import sys; from PySide6.QtCore import QMimeDatabase as D"
    code += "; print(*(D().mimeTypeForFile(name).name() for name in sys.argv[1:]))"
    command = [sys.executable, "-c", code, tmp_path / "Stadt.spanwright", tmp_path / "nameless"]
    env = {**os.environ, "XDG_DATA_HOME": str(tmp_path / "share")}
    said = subprocess.run(command, capture_output=True, text=True, check=True, env=env).stdout
    assert said.split() == ["application/x-spanwright"] * 2


def test_man_page_has_every_command(release):
    from annotator.cli.app import app_of

    pages = {Path(entry.path).name: entry for entry in linux.shared(release, "share")}
    page = gzip.decompress(pages["spanwright-cli.1.gz"].read()).decode()
    assert {line[4:] for line in page.splitlines() if line.startswith(".SS ")} == {
        c.name for c in app_of().registered_commands
    }
    assert "Usage: spanwright\\-cli import [OPTIONS]" in page
    if shutil.which("groff"):
        warned = subprocess.run(
            ["groff", "-Kutf8", "-man", "-ww", "-z"], input=page, capture_output=True, text=True, check=False
        )
        assert (warned.returncode, warned.stderr) == (0, "")


@pytest.mark.skipif(not shutil.which("objdump"), reason="binutils is not installed")
def test_libraries_of_the_system_are_found(tmp_path):
    shutil.copy2(sys.executable, tmp_path / "python")
    found = needs(tmp_path)
    assert not any(name.startswith(("libc.", "libm.")) for name in found.libraries)
    assert tuple(map(int, found.glibc.split("."))) >= (2, 17)
    with pytest.raises(LookupError, match=r"libfremd\.so\.7"):
        Needs(("libfremd.so.7",), "2.36").packages()


def portable(release, tmp_path):
    path = tmp_path / "portable.tar"
    path.write_bytes(b"".join(tar(with_folders(linux.portable(release, NEEDS)), WHEN)))
    place = tmp_path / "Zu Hause"
    with tarfile.open(path) as file:
        file.extractall(place, filter="data")
    return place / linux.portable_name(release)


def test_portable_folder_says_what_it_needs(release, tmp_path):
    told = (portable(release, tmp_path) / "README.txt").read_text("utf-8")
    assert "glibc 2.36" in told
    assert "libEGL.so.1, libxcb.so.1" in told
    assert "@" not in told


def test_portable_folder_comes_into_the_menu_and_out(release, tmp_path):
    folder, home = portable(release, tmp_path), tmp_path / "home"
    home.mkdir()
    env = {"PATH": os.environ["PATH"], "HOME": str(home)}
    subprocess.run([folder / "add-to-menu"], env=env, check=True, capture_output=True)
    entry = home / ".local/share/applications/spanwright.desktop"
    assert f'Exec="{folder}/spanwright" %f\n' in entry.read_text("utf-8")
    assert f'Exec="{folder}/spanwright" --sample\n' in entry.read_text("utf-8")
    assert (home / ".local/share/icons/hicolor/64x64/apps/spanwright.png").exists()
    if shutil.which("desktop-file-validate"):
        assert subprocess.run(["desktop-file-validate", entry], check=False).returncode == 0
    subprocess.run([folder / "add-to-menu", "--remove"], env=env, check=True, capture_output=True)
    left = [path.name for path in home.rglob("*") if path.is_file() and "spanwright" in path.name]
    assert [name for name in left if not name.endswith("x-spanwright.xml")] == []


def test_menu_refuses_a_name_that_an_entry_cannot_hold(release, tmp_path):
    folder = portable(release, tmp_path)
    odd = folder.rename(folder.with_name("50 % off"))
    env = {"PATH": os.environ["PATH"], "HOME": str(tmp_path)}
    done = subprocess.run([odd / "add-to-menu"], env=env, check=False, capture_output=True, text=True)
    assert done.returncode == 1
    assert "Rename it" in done.stderr
    assert not (tmp_path / ".local").exists()


def test_zip_for_windows_holds_the_folder(bundle, tmp_path):
    (bundle / "spanwright-cli").unlink()
    write_zip(tmp_path / "a.zip", tree(bundle, "Spanwright"), WHEN)
    shutil.unpack_archive(tmp_path / "a.zip", tmp_path / "out")
    assert (tmp_path / "out/Spanwright" / DEEP).read_bytes() == b"y"


def test_folders_come_before_what_is_in_them():
    paths = [entry.path for entry in with_folders([Entry("usr/bin/a", b""), Entry("usr/lib/b/c", b"")])]
    assert paths == ["usr", "usr/bin", "usr/bin/a", "usr/lib", "usr/lib/b", "usr/lib/b/c"]


def test_data_is_one_stream_of_xz(package):
    reader = lzma.LZMADecompressor()
    reader.decompress(dict(deb.members(package))["data.tar.xz"])
    assert reader.eof
    assert reader.unused_data == b""
