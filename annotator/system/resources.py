"""The folder of the files that ship with the program: in a checkout, in the bundle, or installed by pip."""

from pathlib import Path

_ABOVE = Path(__file__).resolve().parents[2]
_INSTALLED = _ABOVE / "spanwright" / "_program"  # beside it may be another package's folder `resources`
_ROOT = (_INSTALLED if _INSTALLED.is_dir() else _ABOVE) / "resources"


def resource_path(*names: str) -> Path:
    """Return the path of a shipped file or folder."""
    return _ROOT.joinpath(*names)
