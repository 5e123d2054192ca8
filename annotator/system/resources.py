"""Where the files that ship with the program lie, frozen or not."""

from pathlib import Path

_ROOT = Path(__file__).resolve().parents[2] / "resources"


def resource_path(*names: str) -> Path:
    """Return the path of a shipped file or folder."""
    return _ROOT.joinpath(*names)
