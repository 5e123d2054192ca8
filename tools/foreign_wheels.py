"""Downloads the locked packages for Windows and macOS: ``python -m tools.foreign_wheels [PYTHON]``, by default 3.12.

Only wheels of the locked versions and hashes are downloaded. This shows, without access to the system, whether a wheel
is missing for it. It needs a network and half a gigabyte; ``python3 dev.py interop`` runs it. pip would evaluate the
markers of the lock file for the system it runs on, so they are evaluated here for the other system.
"""

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from packaging.requirements import Requirement

LOCK = Path(__file__).resolve().parents[1] / "requirements.lock"
SYSTEMS = {  # pip's name of a system: what markers ask about it
    "win_amd64": {"sys_platform": "win32", "platform_system": "Windows", "os_name": "nt", "platform_machine": "AMD64"},
    "macosx_13_0_arm64": {
        "sys_platform": "darwin",
        "platform_system": "Darwin",
        "os_name": "posix",
        "platform_machine": "arm64",
    },
}


def wanted(lock: str, system: str, python: str) -> Iterator[str]:
    """Yield the lines of a lock file that apply to a system and a Python version, without their markers."""
    answers = {**SYSTEMS[system], "python_version": python, "python_full_version": f"{python}.0"}
    for entry in lock.replace("\\\n", " ").splitlines():
        if not entry.strip() or entry.lstrip().startswith("#"):
            continue
        named, *hashes = entry.split(" --hash=")
        need = Requirement(named)
        if need.marker is None or need.marker.evaluate(answers):
            yield " --hash=".join([f"{need.name}{need.specifier}", *(part.strip() for part in hashes)])


def download(system: str, python: str) -> int:
    """Download everything for a system into a temporary folder; return pip's exit code, or 1 if a wheel is missing."""
    lines = list(wanted(LOCK.read_text("utf-8"), system, python))
    with tempfile.TemporaryDirectory() as folder:
        asked = Path(folder, "asked.txt")
        asked.write_text("\n".join(lines) + "\n", "utf-8")
        options = (
            f"--quiet --no-deps --only-binary=:all: --require-hashes --disable-pip-version-check --platform {system}"
        )
        options += f" --implementation cp --python-version {python} --dest {folder}/wheels -r {asked}"
        code = subprocess.run([sys.executable, "-m", "pip", "download", *options.split()], check=False).returncode
        wheels = [*Path(folder, "wheels").glob("*.whl")]
        size = sum(wheel.stat().st_size for wheel in wheels) / 1e6
        print(f"{system}, Python {python}: {len(wheels)} of {len(lines)} wheels, {size:.0f} MB", flush=True)
    return code or int(len(wheels) != len(lines))


if __name__ == "__main__":
    sys.exit(max(download(system, version) for version in sys.argv[1:] or ["3.12"] for system in SYSTEMS))
