"""Builds everything that users download: ``python -m tools.installers [OUT]``, by default into ``dist``.

First come the wheel and the folder of PyInstaller, ``OUT/spanwright``. From this folder it makes a Debian package and a
.tar.xz on Linux, a .tar.xz with the application on macOS, and a .zip on Windows. Each of these is unpacked and has to
pass its self-test. With ``--pack``, wheel and folder are not built: the folder must exist.
"""

import os
import platform
import shutil
import subprocess
import sys
import tarfile
import tempfile
import time
from collections.abc import Iterable
from pathlib import Path

from annotator import __version__
from tools import wheel
from tools.installers import deb, libraries, linux, xz
from tools.installers.entries import Entry, tar, tree, with_folders, write_zip

ROOT = Path(__file__).resolve().parents[2]
SUFFIX = ".exe" if sys.platform == "win32" else ""
CHECKS = (("spanwright", "--self-test"), ("spanwright-cli", "formats"))


def main(*arguments: str) -> int:
    """Build, pack and check; return the exit code."""
    names = [argument for argument in arguments if argument != "--pack"]
    out = Path(names[0] if names else "dist").resolve()
    bundle = out / "spanwright"
    if "--pack" not in arguments:
        _say("the wheel")
        wheel.build(out)
        _say("PyInstaller build.spec")
        command = [
            sys.executable,
            *"-m PyInstaller --noconfirm --log-level=ERROR --distpath".split(),
            str(out),
            "build.spec",
        ]
        reproducible = {**os.environ, "PYTHONHASHSEED": "0", "SOURCE_DATE_EPOCH": str(moment())}
        if subprocess.run(command, cwd=ROOT, env=reproducible, check=False).returncode:
            _say("PyInstaller failed; without --log-level it tells more")
            return 1
    if code := passes(bundle):
        return code
    begun = time.monotonic()
    made = pack(linux.Release(bundle, __version__, moment()), out)
    for path in made:
        _say(f"{path.name}, {path.stat().st_size / 1e6:.0f} MB")
    _say(f"packed in {time.monotonic() - begun:.0f} seconds")
    return max((unpacked_passes(path) for path in made), default=0)


def moment() -> int:
    """Return the time of all packed files: SOURCE_DATE_EPOCH if it is set, else the time of the last commit."""
    if told := os.environ.get("SOURCE_DATE_EPOCH"):
        return int(told)
    git = shutil.which("git")
    command = [git or "git", "log", "-1", "--format=%ct"]
    said = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False).stdout if git else ""
    return int(said or (ROOT / "CHANGELOG.md").stat().st_mtime)


def pack(release: linux.Release, out: Path) -> list[Path]:
    """Write the files that users of this system download, and return their paths."""
    if sys.platform == "win32":
        made = out / f"spanwright-{release.version}-windows-{platform.machine().lower()}.zip"
        write_zip(made, tree(release.bundle, "Spanwright"), release.when)
        return [made]
    packed: xz.Packed = {}
    if sys.platform == "darwin":
        made = out / f"spanwright-{release.version}-macos-{platform.machine()}.tar.xz"
        _write_tar(made, tree(out / "Spanwright.app", "Spanwright.app"), release.when, packed)
        return [made]
    needs = libraries.needs(release.bundle)
    package = out / f"spanwright_{release.version}_{linux.architecture()}.deb"
    deb.write(package, linux.debian(release), linux.fields(release, needs), release.when, packed)
    portable = out / f"{linux.portable_name(release)}.tar.xz"
    _write_tar(portable, linux.portable(release, needs), release.when, packed)
    return [package, portable]


def _write_tar(path: Path, entries: Iterable[Entry], when: int, packed: xz.Packed) -> None:
    with path.open("wb") as file:
        xz.compress(tar(with_folders(entries), when), file, packed=packed)


def unpacked_passes(path: Path) -> int:
    """Unpack a packed file and run its programs; return the exit code."""
    with tempfile.TemporaryDirectory() as folder:
        if path.suffix == ".deb":
            deb.unpack(path, Path(folder))
            return passes(Path(folder, "usr/bin"))
        if path.suffix == ".zip":
            shutil.unpack_archive(path, folder)
        else:
            with tarfile.open(path) as file:
                file.extractall(folder, filter="tar")
        (made,) = Path(folder).iterdir()
        return passes(made / "Contents/MacOS" if made.suffix == ".app" else made)


def passes(folder: Path) -> int:
    """Run the programs of a folder in an empty environment; return the first exit code that is not 0."""
    with tempfile.TemporaryDirectory() as home:
        bare = {"PATH": home, "HOME": home, "LC_ALL": "C.UTF-8", "QT_QPA_PLATFORM": "offscreen"}
        if sys.platform == "win32":
            bare["SYSTEMROOT"] = os.environ["SYSTEMROOT"]
        for name, asked in CHECKS:
            program = folder / f"{name}{SUFFIX}"
            _say(f"{program} {asked}")
            said = None if asked == "--self-test" else subprocess.DEVNULL
            if code := subprocess.run([program, asked], cwd=home, env=bare, stdout=said, check=False).returncode:
                return code
    return 0


def _say(sentence: str) -> None:
    print(f"installers: {sentence}", flush=True)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
