"""Builds the wheel: ``python -m tools.wheel OUT``.

It builds from a copy of the sources, because setuptools leaves folders beside them. It uses the setuptools of
requirements.lock, so that nothing is fetched.
"""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SOURCES = ("annotator", "spanwright", "ui", "resources", "docs/manual")
BESIDES = ("main.py", "setup.py", "pyproject.toml", "README.md", "LICENSE", "THIRD_PARTY.md")
BUILD = "-m pip wheel --quiet --no-deps --no-build-isolation --no-index --disable-pip-version-check"


def build(out: Path) -> Path:
    """Write the wheel into a folder and return its path.

    Raises:
        subprocess.CalledProcessError: pip failed; it has printed why.
    """
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        for name in SOURCES:
            shutil.copytree(ROOT / name, Path(folder, name), ignore=shutil.ignore_patterns("__pycache__"))
        for name in BESIDES:
            shutil.copy2(ROOT / name, Path(folder, name))
        made = Path(folder, "wheel")
        subprocess.run([sys.executable, *BUILD.split(), "--wheel-dir", str(made), folder], cwd=folder, check=True)
        (wheel,) = made.glob("*.whl")
        return Path(shutil.copy2(wheel, out / wheel.name))


if __name__ == "__main__":
    print(build(Path(sys.argv[1])))
