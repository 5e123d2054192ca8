"""The folder of the files that ship with the program, whether it runs from a checkout, a bundle or a pip install."""

from pathlib import Path

_ABOVE = Path(__file__).resolve().parents[2]
_INSTALLED = _ABOVE / "spanwright" / "_program"  # beside `spanwright`, another package may have a folder `resources`
_ROOT = (_INSTALLED if _INSTALLED.is_dir() else _ABOVE) / "resources"


def resource_path(*names: str) -> Path:
    """Return the path of a shipped file or folder."""
    return _ROOT.joinpath(*names)
